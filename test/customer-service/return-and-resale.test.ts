import { randomUUID } from 'node:crypto';
import { describe, expect } from 'vitest';
import { personIdOf, toGlobalId } from '../../src/platform/ids.ts';
import { test, type App, type Person } from '../support/app.ts';
import { cartFields, changeCart, findCart, type SeenCart } from '../support/carts.ts';
import { dbOf, growth, rowCounts } from '../support/races.ts';
import { openShop, payOnline, placeAtTill, placeOnline, type Shop } from '../support/seeds.ts';
import { advance, codesOf, ofPrices, seenOrder, sellAtTill, sellExpress, shown, shownOrder, stock, until, type Payload } from './service-desk.ts';

type ResalePayload = Payload & { readonly cart: (SeenCart & { readonly customerId: string | null; readonly quote: { readonly total: { readonly amount: string } } }) | null; readonly dryRun: boolean };

const inputs = { orderReturn: 'OrderReturnInput', orderReturnAndResale: 'OrderReturnAndResaleInput' } as const;

async function send(person: Person, field: keyof typeof inputs, input: Record<string, unknown>): Promise<ResalePayload> {
  const cart = field === 'orderReturnAndResale' ? `cart { ${cartFields} quote { total { amount } } }` : '';
  const data = await person.ask(`mutation Send_${field}($input: ${inputs[field]}!) { ${field}(input: $input) {
    customerService { ${shown} uid reason goodsReceived } order { ${shownOrder} } ${cart} replayed dryRun
    userErrors { __typename code message path ... on CustomerServiceRefused { status } ... on ProductsUnavailable { skus } } } }`, { input });
  return data[field] as ResalePayload;
}

const takeBack = (person: Person, input: Record<string, unknown>): Promise<ResalePayload> => send(person, 'orderReturn', input);
const resell = (person: Person, input: Record<string, unknown>): Promise<ResalePayload> => send(person, 'orderReturnAndResale', input);

/** An order in the till of two lines: three at 10.00 and two at 7.50, paid in cash. */
const twoLines = ofPrices(['10.00', 3], ['7.50', 2]);

const place = async ({ clerk }: Shop, cartId: string, extra: Record<string, unknown> = {}) =>
  (await clerk.ask('mutation Resale_place($input: OrderPlaceFromCartInStoreInput!) { orderPlaceFromCartInStore(input: $input) { order { id number total { amount } pieces } userErrors { code } } }', { input: { cartId, ...extra } })).orderPlaceFromCartInStore;

/** What a command that is refused has left behind: nothing. */
async function refusedBy(app: App, attempt: () => Promise<ResalePayload>): Promise<ResalePayload> {
  const before = await rowCounts(dbOf(app));
  const payload = await attempt();
  expect(payload.cart ?? null).toBeNull();
  expect(growth(before, await rowCounts(dbOf(app)))).toEqual({});
  return payload;
}

describe('a return at the till', () => {
  test('takes the whole order back by one command: document, goods and cash (S0-4, S0-18)', async ({ app }) => {
    const { shop, orderId } = await sellAtTill(app, twoLines);
    const uid = `till-${randomUUID()}`;
    const { customerService, order } = await takeBack(shop.clerk, { orderId, uid });
    expect(customerService).toMatchObject({
      uid, type: 'RETURN', status: 'REFUNDED', reason: 'Taken back at the till', goodsReceived: true, refundFee: { amount: '45.00' }, refundedTotal: { amount: '45.00' },
      returns: [{ lineSeq: 1, quantity: 3, receivedQuantity: 3 }, { lineSeq: 2, quantity: 2, receivedQuantity: 2 }],
    });
    expect(order).toMatchObject({ status: 'CLOSED_REFUNDED', refundedTotal: { amount: '45.00' }, items: [{ status: 'REFUNDED' }, { status: 'REFUNDED' }] });
    const found = await shop.clerk.ask('query ByUid($uid: String!, $storeId: ID!) { customerService(uid: $uid, storeId: $storeId) { id } }', { uid, storeId: shop.storeId });
    expect(found.customerService.id).toBe(customerService.id);
  });

  test('takes some lines back, or a part of one, and leaves the rest with the customer', async ({ app }) => {
    const { shop, number, orderId } = await sellAtTill(app, twoLines);
    const part = await takeBack(shop.clerk, { orderId: number, reason: 'Too many', returns: [{ seq: 1, quantity: 2 }] });
    expect(part).toMatchObject({ userErrors: [], customerService: { reason: 'Too many', refundFee: { amount: '20.00' } }, order: { status: 'CLOSED_CONFIRMED', refundedTotal: { amount: '20.00' }, items: [{ returnedQuantity: 2 }, { returnedQuantity: 0 }] } });
    const rest = await takeBack(shop.clerk, { orderId });
    expect(rest).toMatchObject({ customerService: { refundFee: { amount: '25.00' } }, order: { status: 'CLOSED_REFUNDED' } });
  });

  test('finds an order by the uid that its till gave it, in that till alone (S0-17, S0-33)', async ({ app }) => {
    const [shop, other] = await Promise.all([openShop(app), openShop(app)]);
    const orderUid = `uid-${randomUUID()}`;
    const { id } = await placeAtTill(shop, { uid: orderUid });
    await advance(shop.clerk, 'orderPayCash', { orderId: id }, 'OrderPayCashInput');
    await advance(shop.clerk, 'orderComplete', { orderId: id });
    for (const [person, storeId] of [[other.clerk, shop.storeId], [shop.clerk, other.storeId]] as const) {
      expect(await takeBack(person, { orderUid, storeId })).toMatchObject({ order: null, userErrors: [{ code: 'NOT_FOUND', path: ['orderUid'] }] });
    }
    for (const named of [{}, { orderUid }, { orderId: id, orderUid, storeId: shop.storeId }, { orderId: id, storeId: shop.storeId }]) expect(codesOf(await takeBack(shop.clerk, named))).toContain('INVALID_INPUT');
    expect(await takeBack(shop.clerk, { orderUid, storeId: shop.storeId })).toMatchObject({ order: { id, status: 'CLOSED_REFUNDED' }, userErrors: [] });
  });

  test('is refused, and changes nothing, for an order that is unpaid, that was taken back, or that moved on (S0-96)', async ({ app }) => {
    const shop = await openShop(app);
    const unpaid = await placeAtTill(shop);
    expect(codesOf(await refusedBy(app, () => takeBack(shop.clerk, { orderId: unpaid.id })))).toEqual(['TRANSITION_NOT_ALLOWED']);
    const { orderId } = await sellAtTill(app, twoLines, [], shop);
    const { version } = await seenOrder(shop.clerk, orderId);
    expect((await refusedBy(app, () => takeBack(shop.clerk, { orderId, expectedVersion: version - 1 }))).userErrors).toMatchObject([{ __typename: 'VersionConflict', path: ['expectedVersion'] }]);
    expect(codesOf(await refusedBy(app, () => takeBack(shop.clerk, { orderId, returns: [{ seq: 1, quantity: 4 }] })))).toEqual(['QUANTITY_TOO_LARGE']);
    expect(codesOf(await refusedBy(app, () => takeBack(shop.clerk, { orderId, returns: [{ seq: 1, refundFee: '30.01' }] })))).toEqual(['REFUND_TOO_LARGE']);
    await takeBack(shop.clerk, { orderId, expectedVersion: version });
    expect(codesOf(await refusedBy(app, () => takeBack(shop.clerk, { orderId })))).toEqual(['TRANSITION_NOT_ALLOWED']);
  });

  test('of what was paid through a gateway begins the refund, which then runs by itself', async ({ app }) => {
    const { shop, orderId } = await sellExpress(app, ofPrices(['10.00', 2]));
    await advance(shop.clerk, 'orderStartDelivery', { orderId });
    await advance(shop.clerk, 'orderShip', { orderId, courierCompany: 'Post', waybillNumber: 'W-1' }, 'OrderShipInput');
    const { customerService } = await takeBack(shop.clerk, { orderId });
    expect(customerService).toMatchObject({ status: 'REFUND_PENDING', payoutState: 'RUNNING' });
    await until(shop.clerk, customerService.id, 'REFUNDED');
  });
});

describe('a return and resale', () => {
  test('gives the money back and opens a basket with what the customer keeps, for the same customer, ready to be changed and ordered (S0-5, S0-23)', async ({ app }) => {
    const shop = await openShop(app);
    const { id: orderId } = await placeAtTill(shop, { customerSubject: shop.shopper.subject, lines: [...(await twoLines(shop))] });
    await advance(shop.clerk, 'orderPayCash', { orderId }, 'OrderPayCashInput');
    await advance(shop.clerk, 'orderComplete', { orderId });
    const { order: { items } } = await shop.clerk.ask('query Sold($id: ID!) { order(id: $id) { items { skuCode } } }', { id: orderId });
    const { customerService, order, cart, userErrors } = await resell(shop.clerk, { orderId, resale: [{ seq: 2 }, { seq: 1, quantity: 1 }] });
    expect({ userErrors, customerService, order }).toMatchObject({ userErrors: [], customerService: { status: 'REFUNDED', refundedTotal: { amount: '45.00' } }, order: { status: 'CLOSED_REFUNDED' } });
    expect(cart).toMatchObject({
      kind: 'TILL', state: 'OPEN', version: 1, currency: 'GBP', store: { id: shop.storeId }, couponCode: null, pointsWanted: 0, quote: { total: { amount: '25.00' } },
      lines: [{ seq: 1, skuCode: items[1].skuCode, quantity: 2, offerChoice: 'AUTO', unitPrice: null }, { seq: 2, skuCode: items[0].skuCode, quantity: 1 }],
    });
    expect(cart!.customerId).toBe(toGlobalId('customer', personIdOf(shop.shopper.subject)));
    expect(await findCart(shop.manager, cart!.id)).toMatchObject({ id: cart!.id, version: 1, pieces: 3 });
    await changeCart(shop.clerk, 'cartAddLines', { cartId: cart!.id, lines: [{ sku: shop.sku, quantity: 1 }] });
    expect(await place(shop, cart!.id)).toMatchObject({ order: { total: { amount: '35.00' }, pieces: 4 }, userErrors: [] });
  });

  test('sells again only out of what comes back, when a part does', async ({ app }) => {
    const { shop, orderId } = await sellAtTill(app, twoLines);
    const { customerService, order, cart } = await resell(shop.clerk, { orderId, returns: [{ seq: 1, quantity: 2 }], resale: [{ seq: 1, quantity: 1 }] });
    expect({ customerService, order, cart }).toMatchObject({
      customerService: { refundedTotal: { amount: '20.00' } }, order: { status: 'CLOSED_CONFIRMED', items: [{ returnedQuantity: 2 }, { returnedQuantity: 0 }] }, cart: { customerId: null, pieces: 1, quote: { total: { amount: '10.00' } } },
    });
  });

  test('prices anew: neither the price of then, nor one that was set by hand, comes along', async ({ app }) => {
    const shop = await openShop(app);
    const [sku] = await stock(shop, ['10.00']);
    const { cart: sold } = (await shop.manager.ask('mutation ByHand($input: CartCreateInput!) { cartCreate(input: $input) { cart { id } userErrors { code } } }', { input: { storeId: shop.storeId, lines: [{ sku, quantity: 2, unitPrice: '4.00', priceReason: 'Scratched' }] } })).cartCreate;
    const { order } = await place(shop, sold.id);
    await advance(shop.clerk, 'orderPayCash', { orderId: order.id }, 'OrderPayCashInput');
    await advance(shop.clerk, 'orderComplete', { orderId: order.id });
    await shop.platform.ask('mutation Dearer($input: ProductSaveInput!) { productSave(input: $input) { userErrors { code } } }', { input: { products: [{ code: sku, name: 'Dearer', skus: [{ code: sku, prices: [{ currency: 'GBP', listPrice: '12.00' }] }] }] } });
    expect(await resell(shop.clerk, { orderId: order.id, resale: [{ seq: 1 }] })).toMatchObject({ customerService: { refundedTotal: { amount: '8.00' } }, cart: { quote: { total: { amount: '24.00' } }, lines: [{ unitPrice: null, priceReason: null }] } });
  });

  test('is refused as a whole when anything about the basket is wrong', async ({ app }) => {
    const { shop, orderId } = await sellAtTill(app, twoLines);
    const tries: readonly (readonly [Record<string, unknown>, string, readonly string[]])[] = [
      [{ resale: [] }, 'INVALID_INPUT', ['resale']],
      [{ resale: [{ seq: 1 }, { seq: 1 }] }, 'INVALID_INPUT', ['resale']],
      [{ resale: [{ seq: 1 }, { seq: 3 }] }, 'INVALID_INPUT', ['resale', '1', 'seq']],
      [{ resale: [{ seq: 2, quantity: 0 }] }, 'INVALID_INPUT', ['resale', '0', 'quantity']],
      [{ resale: [{ seq: 2, quantity: 3 }] }, 'QUANTITY_TOO_LARGE', ['resale', '0', 'quantity']],
      [{ returns: [{ seq: 1, quantity: 1 }], resale: [{ seq: 1, quantity: 2 }] }, 'QUANTITY_TOO_LARGE', ['resale', '0', 'quantity']],
      [{ returns: [{ seq: 1 }], resale: [{ seq: 2 }] }, 'INVALID_INPUT', ['resale', '0', 'seq']],
    ];
    for (const [input, code, path] of tries) expect((await refusedBy(app, () => resell(shop.clerk, { orderId, ...input }))).userErrors, JSON.stringify(input)).toMatchObject([{ code, path }]);
    const { items } = (await shop.clerk.ask('query Skus($id: ID!) { order(id: $id) { items { skuCode } } }', { id: orderId })).order;
    await shop.platform.ask('mutation Gone($input: ProductSaveInput!) { productSave(input: $input) { userErrors { code message } } }', { input: { products: [{ code: items[0].skuCode, name: 'Gone', skus: [{ code: items[0].skuCode, withdrawn: true, prices: [{ currency: 'GBP', listPrice: '10.00' }] }] }] } });
    expect((await refusedBy(app, () => resell(shop.clerk, { orderId, resale: [{ seq: 1 }, { seq: 2 }] }))).userErrors).toMatchObject([{ code: 'PRODUCTS_UNAVAILABLE', path: ['resale'], skus: [items[0].skuCode] }]);
    expect(await seenOrder(shop.clerk, orderId)).toMatchObject({ refundedTotal: { amount: '0.00' }, afterSales: 'NONE' });
  });

  test('needs a store, at whose till the goods can be sold again', async ({ app }) => {
    const shop = await openShop(app);
    const { id: orderId } = await placeOnline(shop, 'EXPRESS');
    await payOnline(shop.shopper, orderId);
    const till = await app.person('SERVICE', `till-${randomUUID()}`);
    await advance(shop.platform, 'orderStartDelivery', { orderId });
    await advance(shop.platform, 'orderShip', { orderId, courierCompany: 'Post', waybillNumber: 'W-1' }, 'OrderShipInput');
    expect((await refusedBy(app, () => resell(till, { orderId, resale: [{ seq: 1 }] }))).userErrors).toMatchObject([{ code: 'STORE_REQUIRED', path: ['orderId'] }]);
    expect(await takeBack(till, { orderId })).toMatchObject({ customerService: { status: 'REFUND_PENDING' }, userErrors: [] });
  });

  test('refuses a uid that the store’s till has used, and begins no basket', async ({ app }) => {
    const { shop, orderId } = await sellAtTill(app, twoLines);
    const uid = `till-${randomUUID()}`;
    const once = { orderId, uid, returns: [{ seq: 1, quantity: 1 }], resale: [{ seq: 1 }] };
    expect((await resell(shop.clerk, once)).userErrors).toEqual([]);
    for (const dryRun of [false, true]) expect(codesOf(await refusedBy(app, () => resell(shop.manager, { ...once, dryRun })))).toEqual(['DUPLICATE_UID']);
  });

  test('that is rehearsed shows the basket with its price, and leaves nothing', async ({ app }) => {
    const { shop, orderId } = await sellAtTill(app, twoLines);
    const before = await rowCounts(dbOf(app));
    const rehearsed = await resell(shop.clerk, { orderId, dryRun: true, resale: [{ seq: 2 }] });
    expect(rehearsed).toMatchObject({ dryRun: true, customerService: { status: 'REFUNDED' }, cart: { pieces: 2, quote: { total: { amount: '15.00' } } } });
    expect(growth(before, await rowCounts(dbOf(app)))).toEqual({});
    expect(await findCart(shop.clerk, rehearsed.cart!.id)).toBeNull();
  });

  test('answers its key with the same basket as it was, also after it was changed and ordered; not a clerk who has left', async ({ app }) => {
    const { shop, orderId } = await sellAtTill(app, twoLines);
    const input = { orderId, idempotencyKey: randomUUID(), resale: [{ seq: 2, quantity: 1 }] };
    const first = await resell(shop.clerk, input);
    await changeCart(shop.clerk, 'cartAddLines', { cartId: first.cart!.id, lines: [{ sku: shop.sku, quantity: 1 }] });
    await place(shop, first.cart!.id);
    expect(await resell(shop.clerk, input)).toEqual({ ...first, replayed: true });
    expect(codesOf(await resell(shop.clerk, { ...input, resale: [{ seq: 2 }] }))).toEqual(['IDEMPOTENCY_KEY_REUSED']);
    const { storeMemberRemove } = await shop.platform.ask('mutation Leave($input: StoreMemberRemoveInput!) { storeMemberRemove(input: $input) { userErrors { message } } }', { input: { storeId: shop.storeId, subject: shop.clerk.subject } });
    expect(storeMemberRemove.userErrors).toEqual([]);
    expect(await resell(shop.clerk, input)).toMatchObject({ cart: null, customerService: null, order: null, replayed: true });
  });

  test('races others for the same pieces: each piece comes back once, with one basket for each command that won', async ({ app }) => {
    const { shop, orderId } = await sellAtTill(app, ofPrices(['10.00', 3]));
    const before = await rowCounts(dbOf(app));
    const payloads = await Promise.all(Array.from({ length: 6 }, (_, index) => resell(index % 2 ? shop.manager : shop.clerk, { orderId, returns: [{ seq: 1, quantity: 1 }], resale: [{ seq: 1 }] })));
    const won = payloads.filter(({ userErrors }) => userErrors.length === 0);
    expect(won).toHaveLength(3);
    expect(new Set(won.map(({ cart }) => cart!.id)).size).toBe(3);
    for (const lost of payloads.filter(({ userErrors }) => userErrors.length > 0)) expect(['QUANTITY_TOO_LARGE', 'TRANSITION_NOT_ALLOWED', 'VERSION_CONFLICT']).toContain(codesOf(lost)[0]);
    expect(growth(before, await rowCounts(dbOf(app)))).toMatchObject({ carts: 3, cart_lines: 3, customer_services: 3, refunds: 3 });
    expect(await seenOrder(shop.clerk, orderId)).toMatchObject({ status: 'CLOSED_REFUNDED', refundedTotal: { amount: '30.00' } });
  });

  test('is there for integrated systems too, and names them as who did it', async ({ app }) => {
    const { shop, orderId } = await sellAtTill(app, twoLines);
    const till = await app.person('SERVICE', `till-${randomUUID()}`);
    const { customerService, cart } = await resell(till, { orderId, resale: [{ seq: 1, quantity: 1 }] });
    expect(customerService.log.at(0)).toMatchObject({ actorRole: 'SERVICE' });
    expect(await findCart(shop.clerk, cart!.id)).toMatchObject({ pieces: 1 });
  });
});
