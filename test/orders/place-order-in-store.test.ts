import { randomUUID } from 'node:crypto';
import { describe, expect } from 'vitest';
import { test, type App, type Person } from '../support/app.ts';
import { everything, openStore } from '../support/order-states.ts';
import { openShop, type Shop } from '../support/seeds.ts';

const placeDocument = /* GraphQL */ `
  mutation PlaceInStore($input: OrderPlaceInStoreInput!) {
    orderPlaceInStore(input: $input) {
      order {
        id number uid kind deliveryType status payment version currency clerkName payDeadline listTotal { amount } discountTotal { amount } total { amount currency }
        customer { name } store { id } items { seq listPrice { amount } salePrice { amount } discountTotal { amount } priceReason }
        history { type actorRole actorName comment }
      }
      userErrors { __typename code path ... on ProductsUnavailable { skus } }
    }
  }`;
const productSave = /* GraphQL */ `mutation InStoreProducts($input: ProductSaveInput!) { productSave(input: $input) { userErrors { message } } }`;
const memberSave = /* GraphQL */ `mutation InStoreMember($input: StoreMemberSaveInput!) { storeMemberSave(input: $input) { userErrors { message } } }`;

const place = async (who: Person, input: Record<string, unknown>) => (await who.ask(placeDocument, { input })).orderPlaceInStore;

const addSku = async ({ platform }: Shop, prices: Record<string, unknown>[], extra: Record<string, unknown> = {}): Promise<string> => {
  const code = `T-${randomUUID().slice(0, 8)}`;
  expect((await platform.ask(productSave, { input: { products: [{ code, name: code, skus: [{ code, prices, ...extra }] }] } })).productSave.userErrors).toEqual([]);
  return code;
};

async function expectRefused(app: App, who: Person, input: Record<string, unknown>, code: string, path: string[]): Promise<void> {
  const before = await everything(app);
  expect(await place(who, input), JSON.stringify(input)).toMatchObject({ order: null, userErrors: [{ code, path }] });
  expect(await everything(app)).toBe(before);
}

describe('placing at the till', () => {
  test('makes an unpaid SELF_PICK order of the store, with the clerk who placed it and without a deadline', async ({ app }) => {
    const shop = await openShop(app);
    const { order, userErrors } = await place(shop.clerk, { storeId: shop.storeId, lines: [{ sku: shop.reducedSku, quantity: 4 }] });
    expect(userErrors).toEqual([]);
    expect(order).toMatchObject({
      kind: 'IN_STORE', deliveryType: 'SELF_PICK', status: 'CREATED_PAY_PENDING', payment: 'OPEN', version: 1, clerkName: shop.clerk.subject, payDeadline: null, customer: null,
      listTotal: { amount: '12.00' }, discountTotal: { amount: '2.00' }, total: { amount: '10.00', currency: 'GBP' }, store: { id: shop.storeId },
      history: [{ type: 'PLACED', actorRole: 'STAFF', actorName: shop.clerk.subject }],
    });
  });

  test('sells in the currency of the store, which may have no decimals', async ({ app }) => {
    const shop = await openShop(app);
    const storeId = await openStore(shop.platform, { currency: 'JPY' });
    const sku = await addSku(shop, [{ currency: 'JPY', listPrice: '298' }]);
    const service = await app.person('SERVICE', 'till-system');
    expect((await place(service, { storeId, lines: [{ sku, quantity: 3 }] })).order).toMatchObject({ currency: 'JPY', total: { amount: '894', currency: 'JPY' } });
    await expectRefused(app, service, { storeId, lines: [{ sku, quantity: 1, unitPrice: '1.5', priceReason: 'odd' }] }, 'INVALID_INPUT', ['lines', '0', 'unitPrice']);
    await expectRefused(app, service, { storeId, lines: [{ sku: shop.sku, quantity: 1 }] }, 'PRODUCTS_UNAVAILABLE', ['lines']);
  });

  test('belongs to the buyer where they are known, who then sees it', async ({ app }) => {
    const shop = await openShop(app);
    const { order } = await place(shop.clerk, { storeId: shop.storeId, customerSubject: shop.shopper.subject, lines: [{ sku: shop.sku, quantity: 1 }] });
    const mine = /* GraphQL */ `query InStoreMine { myOrders { edges { node { id } } } }`;
    expect((await shop.shopper.ask(mine)).myOrders.edges).toEqual([{ node: { id: order.id } }]);
    await expectRefused(app, shop.clerk, { storeId: shop.storeId, customerSubject: ' ', lines: [{ sku: shop.sku, quantity: 1 }] }, 'INVALID_INPUT', ['customerSubject']);
  });

  test('is for those who work in the store: others find none, and shoppers may not ask', async ({ app }) => {
    const [shop, other] = await Promise.all([openShop(app), openShop(app)]);
    const lines = [{ sku: shop.sku, quantity: 1 }];
    await expectRefused(app, other.clerk, { storeId: shop.storeId, lines }, 'NOT_FOUND', ['storeId']);
    await expectRefused(app, shop.clerk, { storeId: 'store_00000000000000000000000000', lines }, 'NOT_FOUND', ['storeId']);
    const { errors } = await shop.shopper.request(placeDocument, { input: { storeId: shop.storeId, lines } });
    expect(errors?.[0]?.extensions.code).toBe('FORBIDDEN');
  });

  test('takes a uid once in each store, whichever clerk sends it', async ({ app }) => {
    const [shop, other] = await Promise.all([openShop(app), openShop(app)]);
    const uid = randomUUID();
    const { order } = await place(shop.clerk, { storeId: shop.storeId, uid, lines: [{ sku: shop.sku, quantity: 1 }] });
    expect(await place(shop.manager, { storeId: shop.storeId, uid, lines: [{ sku: shop.reducedSku, quantity: 5 }] }))
      .toMatchObject({ order: { id: order.id, total: { amount: '10.00' } }, userErrors: [{ code: 'DUPLICATE_UID', path: ['uid'] }] });
    expect((await place(other.clerk, { storeId: other.storeId, uid, lines: [{ sku: other.sku, quantity: 1 }] })).userErrors).toEqual([]);
    const byUid = /* GraphQL */ `query InStoreByUid($uid: String!, $storeId: ID!) { order(uid: $uid, storeId: $storeId) { id } }`;
    expect((await shop.manager.ask(byUid, { uid, storeId: shop.storeId })).order).toEqual({ id: order.id });
    expect((await other.clerk.ask(byUid, { uid, storeId: shop.storeId })).order).toBeNull();
  });

  test('needs no payment where nothing is to be paid, only completion', async ({ app }) => {
    const shop = await openShop(app);
    const sku = await addSku(shop, [{ currency: 'GBP', listPrice: '0' }]);
    expect((await place(shop.clerk, { storeId: shop.storeId, lines: [{ sku, quantity: 1 }] })).order).toMatchObject({ status: 'PAID_CONFIRM_PENDING', payment: 'PAID', version: 2 });
  });
});

describe('a unit price set at the till', () => {
  test('stands in place of the catalogue’s for those who may, with its reason on the line and in the history', async ({ app }) => {
    const shop = await openShop(app);
    const { order, userErrors } = await place(shop.manager, { storeId: shop.storeId, lines: [
      { sku: shop.reducedSku, quantity: 2, unitPrice: '1.25', priceReason: 'torn box' }, { sku: shop.reducedSku, quantity: 1 }, { sku: shop.sku, quantity: 1, unitPrice: '12.00', priceReason: 'engraved' },
      { sku: shop.sku, quantity: 1, unitPrice: '0', priceReason: 'sample' },
    ] });
    expect(userErrors).toEqual([]);
    expect(order.items).toEqual([
      { seq: 1, listPrice: { amount: '3.00' }, salePrice: { amount: '1.25' }, discountTotal: { amount: '3.50' }, priceReason: 'torn box' },
      { seq: 2, listPrice: { amount: '3.00' }, salePrice: { amount: '2.50' }, discountTotal: { amount: '0.50' }, priceReason: null },
      { seq: 3, listPrice: { amount: '12.00' }, salePrice: { amount: '12.00' }, discountTotal: { amount: '0.00' }, priceReason: 'engraved' },
      { seq: 4, listPrice: { amount: '10.00' }, salePrice: { amount: '0.00' }, discountTotal: { amount: '10.00' }, priceReason: 'sample' },
    ]);
    expect(order.total.amount).toBe('17.00');
    expect(order.history[0].comment).toBe('Prices set by hand: line 1 at 1.25 GBP (torn box), line 3 at 12.00 GBP (engraved), line 4 at 0.00 GBP (sample).');
  });

  test('is refused to a clerk without the right, who is told which line, and taken from one who has it', async ({ app }) => {
    const shop = await openShop(app);
    const input = { storeId: shop.storeId, lines: [{ sku: shop.sku, quantity: 1 }, { sku: shop.sku, quantity: 1, unitPrice: '9.00', priceReason: 'regular' }] };
    await expectRefused(app, shop.clerk, input, 'PRICE_NOT_ALLOWED', ['lines', '1', 'unitPrice']);
    const right = { storeId: shop.storeId, subject: shop.clerk.subject, name: 'Trusted', role: 'CLERK', maySetPrice: true };
    expect((await shop.platform.ask(memberSave, { input: right })).storeMemberSave.userErrors).toEqual([]);
    expect((await place(shop.clerk, input)).order.total.amount).toBe('19.00');
    const service = await app.person('SERVICE', 'till-system');
    expect((await place(service, input)).order.total.amount).toBe('19.00');
  });

  test('needs a reason, and is a price: not below zero, with no more decimals than the currency has', async ({ app }) => {
    const shop = await openShop(app);
    const line = (extra: Record<string, unknown>) => ({ storeId: shop.storeId, lines: [{ sku: shop.sku, quantity: 1, unitPrice: '9.00', priceReason: 'why', ...extra }] });
    for (const priceReason of [null, '', ' ', 'x'.repeat(201), 'a\0b']) await expectRefused(app, shop.manager, line({ priceReason }), 'INVALID_INPUT', ['lines', '0', 'priceReason']);
    for (const unitPrice of ['-0.01', '1.005']) await expectRefused(app, shop.manager, line({ unitPrice }), 'INVALID_INPUT', ['lines', '0', 'unitPrice']);
    await expectRefused(app, shop.manager, line({ unitPrice: '9999999999999.99' }), 'INVALID_INPUT', ['lines', '0']);
  });

  test('sells what has no price in the currency, but nothing that was withdrawn', async ({ app }) => {
    const shop = await openShop(app);
    const [unpriced, withdrawn] = await Promise.all([addSku(shop, []), addSku(shop, [{ currency: 'GBP', listPrice: '1.00' }], { withdrawn: true })]);
    const line = (sku: string) => ({ storeId: shop.storeId, lines: [{ sku, quantity: 2, unitPrice: '4.00', priceReason: 'clearance' }] });
    expect((await place(shop.manager, line(unpriced))).order).toMatchObject({ total: { amount: '8.00' }, discountTotal: { amount: '0.00' } });
    await expectRefused(app, shop.manager, line(withdrawn), 'PRODUCTS_UNAVAILABLE', ['lines']);
  });
});
