import { randomUUID } from 'node:crypto';
import { describe, expect } from 'vitest';
import { test, type App, type Person } from '../support/app.ts';
import { everything, movableClock, openStore, ownApp } from '../support/order-states.ts';
import { contact, openShop, placeOnline, type Shop } from '../support/seeds.ts';

const placeDocument = /* GraphQL */ `
  mutation PlaceOrder($input: OrderPlaceInput!) {
    orderPlace(input: $input) {
      order {
        id number uid kind deliveryType origin status fulfilment payment version currency description pieces createdAt payDeadline
        listTotal { amount } discountTotal { amount } freightTotal { amount } total { amount currency } store { id code }
        contact { name phone address { city street zip } } remark receivingTime invoice { title }
        items { seq skuCode quantity listPrice { amount } salePrice { amount } listTotal { amount } discountTotal { amount } saleTotal { amount } priceReason }
      }
      userErrors { __typename code message path ... on ProductsUnavailable { skus } }
      dryRun
    }
  }`;
const read = /* GraphQL */ `
  query PlacedOrder($id: ID, $number: String, $uid: String) {
    order(id: $id, number: $number, uid: $uid) {
      id number uid kind deliveryType origin status fulfilment payment version currency description pieces createdAt payDeadline
      listTotal { amount } discountTotal { amount } freightTotal { amount } total { amount currency } store { id code }
      contact { name phone address { city street zip } } remark receivingTime invoice { title }
      items { seq skuCode quantity listPrice { amount } salePrice { amount } listTotal { amount } discountTotal { amount } saleTotal { amount } priceReason }
    }
  }`;
const productSave = /* GraphQL */ `
  mutation PlaceProducts($input: ProductSaveInput!) { productSave(input: $input) { userErrors { message } } }`;
const storeUpdate = /* GraphQL */ `
  mutation PlaceStoreUpdate($input: StoreUpdateInput!) { storeUpdate(input: $input) { userErrors { message } } }`;

const place = async (who: Person, input: Record<string, unknown>) => (await who.ask(placeDocument, { input })).orderPlace;

const addSku = async ({ platform }: Shop, code: string, prices: Record<string, unknown>[], extra: Record<string, unknown> = {}): Promise<string> => {
  const { productSave: saved } = await platform.ask(productSave, { input: { products: [{ code, name: `Product ${code}`, skus: [{ code, prices, ...extra }] }] } });
  expect(saved.userErrors).toEqual([]);
  return code;
};

/** Refused for the causes at these paths, and nothing was written. */
async function expectRefused(app: App, { shopper }: Shop, input: Record<string, unknown>, code: string, ...paths: (string[] | null)[]): Promise<void> {
  const before = await everything(app);
  const answer = await place(shopper, input);
  expect(answer.order, JSON.stringify(input).slice(0, 300)).toBeNull();
  expect(answer.userErrors.map((error: { code: string; path: string[] }) => [error.code, error.path])).toEqual(paths.map((path) => [code, path]));
  expect(await everything(app)).toBe(before);
}

describe('placing online', () => {
  test('keeps everything that was said, and gives it back by id, number and uid', async ({ app }) => {
    const shop = await openShop(app);
    const uid = randomUUID();
    const said = {
      uid, deliveryType: 'FLASH', storeId: shop.storeId, origin: 'APP_IOS', contact, remark: 'Ring twice', receivingTime: 'after six', invoiceWanted: true, invoiceTitle: 'Klein & Co',
      lines: [{ sku: shop.sku, quantity: 2 }, { sku: shop.reducedSku, quantity: 3 }, { sku: shop.sku, quantity: 1 }],
    };
    const { order, userErrors } = await place(shop.shopper, said);
    expect(userErrors).toEqual([]);
    expect(order).toMatchObject({
      uid, kind: 'ONLINE', deliveryType: 'FLASH', origin: 'APP_IOS', status: 'CREATED_PAY_PENDING', fulfilment: 'PAY_PENDING', payment: 'OPEN', version: 1, currency: 'GBP', pieces: 6,
      listTotal: { amount: '39.00' }, discountTotal: { amount: '1.50' }, freightTotal: { amount: '0.00' }, total: { amount: '37.50', currency: 'GBP' },
      store: { id: shop.storeId, code: shop.storeCode }, contact, remark: 'Ring twice', receivingTime: 'after six', invoice: { title: 'Klein & Co' },
    });
    expect(order.items.map((item: Record<string, unknown>) => [item['seq'], item['skuCode'], item['quantity']])).toEqual([[1, shop.sku, 2], [2, shop.reducedSku, 3], [3, shop.sku, 1]]);
    expect(order.items[1]).toEqual({
      seq: 2, skuCode: shop.reducedSku, quantity: 3, listPrice: { amount: '3.00' }, salePrice: { amount: '2.50' }, listTotal: { amount: '9.00' },
      discountTotal: { amount: '1.50' }, saleTotal: { amount: '7.50' }, priceReason: null,
    });
    expect(order.number).toMatch(/^\d{20}$/);
    expect(Date.parse(order.payDeadline) - Date.parse(order.createdAt)).toBe(1_800_000);
    for (const key of [{ id: order.id }, { number: order.number }, { uid }]) expect((await shop.shopper.ask(read, key)).order).toEqual(order);
  });

  test('writes an instant the same way at once and whenever it is read again', async () => {
    const { clock } = movableClock();
    await using app = await ownApp({ clock: () => `${clock().slice(0, 20)}500Z` });
    const shop = await openShop(app);
    const { order } = await place(shop.shopper, { contact, lines: [{ sku: shop.sku, quantity: 1 }] });
    expect(order.createdAt).toMatch(/\.500Z$/);
    expect((await shop.shopper.ask(read, { id: order.id })).order).toEqual(order);
  });

  test('takes EXPRESS where no delivery type is named, and needs a store for the others', async ({ app }) => {
    const shop = await openShop(app);
    const lines = [{ sku: shop.sku, quantity: 1 }];
    for (const extra of [{}, { deliveryType: null }]) {
      expect((await place(shop.shopper, { contact, lines, ...extra })).order).toMatchObject({ deliveryType: 'EXPRESS', store: null, origin: 'OTHER', invoice: null });
    }
    for (const deliveryType of ['SELF_PICK', 'FLASH']) await expectRefused(app, shop, { deliveryType, contact, lines }, 'STORE_REQUIRED', ['storeId']);
    expect((await place(shop.shopper, { deliveryType: 'SELF_PICK', storeId: shop.storeId, lines })).order).toMatchObject({ contact: null, store: { id: shop.storeId } });
  });

  test.for(['EXPRESS', 'FLASH'])('wants to know for %s whom to bring it to, where, and how to reach them', async (deliveryType, { app }) => {
    const shop = await openShop(app);
    const input = { deliveryType, storeId: shop.storeId, lines: [{ sku: shop.sku, quantity: 1 }] };
    await expectRefused(app, shop, input, 'INVALID_INPUT', ['contact']);
    await expectRefused(app, shop, { ...input, contact: { name: 'Rosa' } }, 'INVALID_INPUT', ['contact', 'phone'], ['contact', 'address']);
    await expectRefused(app, shop, { ...input, contact: { name: ' ', phone: ' ', address: { city: 'Leeds', street: ' ' } } }, 'INVALID_INPUT', ['contact', 'name'], ['contact', 'phone'], ['contact', 'address']);
    expect((await place(shop.shopper, { ...input, contact: { name: 'Rosa', phone: '1', address: { detail: 'second floor' } } })).userErrors).toEqual([]);
  });

  test('goes to no store that is closed to orders, unknown, or not a store', async ({ app }) => {
    const shop = await openShop(app);
    const input = { deliveryType: 'FLASH', contact, lines: [{ sku: shop.sku, quantity: 1 }] };
    const order = await placeOnline(shop, 'EXPRESS');
    for (const storeId of [order.id, 'nonsense', 'store_00000000000000000000000000']) await expectRefused(app, shop, { ...input, storeId }, 'NOT_FOUND', ['storeId']);
    const closed = await openStore(shop.platform, { acceptingOrders: false });
    await expectRefused(app, shop, { ...input, storeId: closed }, 'STORE_NOT_ACCEPTING', ['storeId']);
    expect((await shop.platform.ask(storeUpdate, { input: { storeId: closed, acceptingOrders: true } })).storeUpdate.userErrors).toEqual([]);
    expect((await place(shop.shopper, { ...input, storeId: closed })).userErrors).toEqual([]);
  });

  test('names every product that cannot be sold: unknown, withdrawn, or without a price in the currency', async ({ app }) => {
    const shop = await openShop(app);
    const tag = randomUUID().slice(0, 8);
    const withdrawn = await addSku(shop, `OLD-${tag}`, [{ currency: 'GBP', listPrice: '1.00' }], { withdrawn: true });
    const foreign = await addSku(shop, `YEN-${tag}`, [{ currency: 'JPY', listPrice: '100' }]);
    const lines = [`NONE-${tag}`, shop.sku, withdrawn, foreign, `NONE-${tag}`].map((sku) => ({ sku, quantity: 1 }));
    const before = await everything(app);
    const { order, userErrors } = await place(shop.shopper, { contact, lines });
    expect(order).toBeNull();
    expect(userErrors).toMatchObject([{ __typename: 'ProductsUnavailable', code: 'PRODUCTS_UNAVAILABLE', path: ['lines'], skus: [`NONE-${tag}`, withdrawn, foreign] }]);
    expect(await everything(app)).toBe(before);
  });

  test('prices in the currency of the store, or the one that was asked for, and never mixes them', async ({ app }) => {
    const shop = await openShop(app);
    const tokyo = await openStore(shop.platform, { currency: 'JPY' });
    const sku = await addSku(shop, `BOTH-${randomUUID().slice(0, 8)}`, [{ currency: 'GBP', listPrice: '1.50' }, { currency: 'JPY', listPrice: '298', salePrice: '250' }]);
    const lines = [{ sku, quantity: 3 }];
    const amounts = async (extra: Record<string, unknown>) => {
      const { order: { listTotal, discountTotal, total } } = await place(shop.shopper, { contact, lines, ...extra });
      return [listTotal.amount, discountTotal.amount, total.amount, total.currency];
    };
    expect(await amounts({ deliveryType: 'SELF_PICK', storeId: tokyo })).toEqual(['894', '144', '750', 'JPY']);
    expect(await amounts({ currency: 'JPY' })).toEqual(['894', '144', '750', 'JPY']);
    expect(await amounts({})).toEqual(['4.50', '0.00', '4.50', 'GBP']);
  });

  test('keeps the price of the hour: a later price changes no order', async ({ app }) => {
    const shop = await openShop(app);
    const order = await placeOnline(shop, 'EXPRESS');
    await addSku(shop, shop.sku, [{ currency: 'GBP', listPrice: '99.00' }]);
    expect((await shop.shopper.ask(read, { id: order.id })).order).toMatchObject({ total: { amount: '10.00' }, items: [{ salePrice: { amount: '10.00' } }] });
    expect((await place(shop.shopper, { contact, lines: [{ sku: shop.sku, quantity: 1 }] })).order.total.amount).toBe('99.00');
  });

  test('needs no payment where nothing is to be paid', async ({ app }) => {
    const shop = await openShop(app);
    const gift = await addSku(shop, `GIFT-${randomUUID().slice(0, 8)}`, [{ currency: 'GBP', listPrice: '5.00', salePrice: '0.00' }]);
    const lines = [{ sku: gift, quantity: 2 }];
    const statusOf = async (extra: Record<string, unknown>) => (await place(shop.shopper, { contact, lines, ...extra })).order;
    expect(await statusOf({})).toMatchObject({ status: 'CONFIRMED_DELIVER_PENDING', payment: 'PAID', version: 3, discountTotal: { amount: '10.00' }, total: { amount: '0.00' } });
    expect(await statusOf({ deliveryType: 'FLASH', storeId: shop.storeId })).toMatchObject({ status: 'PAID_CONFIRM_PENDING', payment: 'PAID', version: 2 });
  });

  test('takes a uid once from each shopper, and shows the order that bears it', async ({ app }) => {
    const [shop, other] = await Promise.all([openShop(app), openShop(app)]);
    const uid = randomUUID();
    const first = await placeOnline(shop, 'EXPRESS', { uid });
    const again = await place(shop.shopper, { uid, contact, lines: [{ sku: shop.reducedSku, quantity: 9 }] });
    expect(again).toMatchObject({ order: { id: first.id, total: { amount: '10.00' } }, userErrors: [{ code: 'DUPLICATE_UID', path: ['uid'] }] });
    expect((await placeOnline(other, 'EXPRESS', { uid })).id).not.toBe(first.id);
    expect((await other.shopper.ask(read, { uid })).order.id).not.toBe(first.id);
  });

  test('rehearses without keeping anything', async ({ app }) => {
    const shop = await openShop(app);
    const before = await everything(app);
    const { order, dryRun } = await place(shop.shopper, { contact, lines: [{ sku: shop.sku, quantity: 2 }], dryRun: true });
    expect([order.total.amount, dryRun]).toEqual(['20.00', true]);
    expect(await everything(app)).toBe(before);
    expect((await shop.shopper.ask(read, { id: order.id })).order).toBeNull();
  });
});

describe('the bounds of an online order', () => {
  const long = (length: number): string => 'x'.repeat(length);
  const texts: readonly [path: string[], maximum: number, filled: boolean][] = [
    [['uid'], 64, true], [['remark'], 500, false], [['receivingTime'], 80, false], [['invoiceTitle'], 200, false], [['contact', 'name'], 120, true], [['contact', 'phone'], 40, true],
  ];

  test.for(texts)('are kept by %j: %i characters, told where they are not', async ([path, maximum, filled], { app }) => {
    const shop = await openShop(app);
    const withText = (text: string): Record<string, unknown> => ({
      contact: { ...contact, ...(path[0] === 'contact' && { [path[1]!]: text }) }, lines: [{ sku: shop.sku, quantity: 1 }], ...(path.length === 1 && { [path[0]!]: text }),
    });
    const tooMuch = [long(maximum + 1), 'a\0b', 'half \uDC00 a pair', ...(filled ? ['', ' '] : [])];
    for (const text of tooMuch) await expectRefused(app, shop, withText(text), 'INVALID_INPUT', path);
    const { order, userErrors } = await place(shop.shopper, withText('ü'.repeat(maximum)));
    expect(userErrors).toEqual([]);
    const kept = path[0] === 'invoiceTitle' ? 'ü'.repeat(maximum) : path.reduce((value, name) => value[name], order);
    expect(kept).toBe('ü'.repeat(maximum));
  });

  test('are kept by every part of an address', async ({ app }) => {
    const shop = await openShop(app);
    for (const part of ['province', 'city', 'district', 'street', 'detail', 'zip', 'country']) {
      for (const text of ['a\0b', 'half \uD83D a pair', long(5000)]) {
        await expectRefused(app, shop, { contact: { ...contact, address: { ...contact.address, [part]: text } }, lines: [{ sku: shop.sku, quantity: 1 }] }, 'INVALID_INPUT', ['contact', 'address', part]);
      }
    }
  });

  test('are kept by its lines: their number, their quantity, and what they come to', async ({ app }) => {
    const shop = await openShop(app);
    const one = { sku: shop.sku, quantity: 1 };
    await expectRefused(app, shop, { contact, lines: [] }, 'INVALID_INPUT', ['lines']);
    await expectRefused(app, shop, { contact, lines: Array.from({ length: 201 }, () => one) }, 'INVALID_INPUT', ['lines']);
    const quantities = [0, -1, 1_000_001, 2_147_483_647, -2_147_483_648].map((quantity) => ({ ...one, quantity }));
    await expectRefused(app, shop, { contact, lines: [one, ...quantities] }, 'INVALID_INPUT', ...quantities.map((_, index) => ['lines', String(index + 1), 'quantity']));
    await expectRefused(app, shop, { contact, lines: [{ sku: '', quantity: 1 }, { sku: long(65), quantity: 1 }] }, 'INVALID_INPUT', ['lines', '0', 'sku'], ['lines', '1', 'sku']);
    const dear = await addSku(shop, `DEAR-${randomUUID().slice(0, 8)}`, [{ currency: 'GBP', listPrice: '10000.01' }]);
    await expectRefused(app, shop, { contact, lines: [one, { sku: dear, quantity: 1_000_000 }] }, 'INVALID_INPUT', ['lines', '1']);
    await expectRefused(app, shop, { contact, lines: Array.from({ length: 11 }, () => ({ sku: dear, quantity: 100_000 })) }, 'INVALID_INPUT', ['lines']);
    const { order } = await place(shop.shopper, { contact, lines: Array.from({ length: 200 }, () => ({ ...one, quantity: 1_000_000 })) });
    expect(order).toMatchObject({ pieces: 200_000_000, total: { amount: '2000000000.00' } });
    expect(order.items).toHaveLength(200);
  });

  test('reject what is no input at all before anything is looked at', async ({ app }) => {
    const shop = await openShop(app);
    for (const lines of [[{ sku: shop.sku, quantity: 1.5 }], [{ sku: shop.sku, quantity: 3_000_000_000 }], [{ sku: shop.sku, quantity: '1' }], [{ sku: shop.sku, quantity: 1, salePrice: '0.01' }]]) {
      const { data, errors } = await shop.shopper.request(placeDocument, { input: { contact, lines } });
      expect([data ?? null, errors?.[0]?.extensions.code]).toEqual([null, 'BAD_USER_INPUT']);
    }
  });
});
