import { randomUUID } from 'node:crypto';
import { describe, expect } from 'vitest';
import { test, type App, type Person } from '../support/app.ts';
import { changeCart, findCart, sendCart } from '../support/carts.ts';
import { everything, openStore } from '../support/order-states.ts';
import { contact, openShop, type Shop } from '../support/seeds.ts';

const orderFields = `id number uid kind deliveryType status version total { amount currency } store { id } contact { name phone address { street } } clerkName
  items { seq skuCode quantity listPrice { amount } salePrice { amount } saleTotal { amount } priceReason } history { type comment }`;
const errors = '{ __typename code message path ... on ProductsUnavailable { skus } ... on PriceChanged { expected { amount } actual { amount } quote { total { amount } lines { skuCode saleTotal { amount } } } } }';
const fromCarts = `mutation FromCarts($input: OrderPlaceFromCartsInput!) { orderPlaceFromCarts(input: $input) { order { ${orderFields} } userErrors ${errors} replayed dryRun } }`;
const fromTill = `mutation FromTill($input: OrderPlaceFromCartInStoreInput!) { orderPlaceFromCartInStore(input: $input) { order { ${orderFields} } userErrors ${errors} replayed dryRun } }`;

const order = async (who: Person, input: Record<string, unknown>) => (await who.ask(fromCarts, { input })).orderPlaceFromCarts;
const ring = async (who: Person, input: Record<string, unknown>) => (await who.ask(fromTill, { input })).orderPlaceFromCartInStore;

const cartOf = async (shop: Shop, lines: readonly [sku: string, quantity: number][], extra: Record<string, unknown> = {}): Promise<string> =>
  (await changeCart(shop.shopper, 'cartCreate', { storeId: shop.storeId, lines: lines.map(([sku, quantity]) => ({ sku, quantity })), ...extra })).id;

const pick = (...cartIds: string[]) => ({ deliveryType: 'SELF_PICK', cartIds });

async function reprice({ platform }: Shop, code: string, sku: Record<string, unknown>): Promise<void> {
  const input = { products: [{ code, name: code, skus: [{ code, prices: [{ currency: 'GBP', listPrice: '10.00' }], ...sku }] }] };
  expect((await platform.ask(/* GraphQL */ `mutation FromReprice($input: ProductSaveInput!) { productSave(input: $input) { userErrors { message } } }`, { input })).productSave.userErrors).toEqual([]);
}

async function expectRefused(app: App, who: Person, input: Record<string, unknown>, code: string, path: string[] | null): Promise<void> {
  const before = await everything(app);
  expect((await order(who, input)).userErrors, JSON.stringify(input)).toMatchObject([{ code, path }]);
  expect(await everything(app)).toBe(before);
}

describe('a cart', () => {
  test('becomes an order with its lines in their order, numbered from one, and is ordered then', async ({ app }) => {
    const shop = await openShop(app);
    const cartId = await cartOf(shop, [[shop.sku, 1], [shop.reducedSku, 4], [shop.sku, 2]]);
    await changeCart(shop.shopper, 'cartRemoveLine', { cartId, seq: 1 });
    const { order: placed, userErrors } = await order(shop.shopper, { ...pick(cartId), uid: 'mine' });
    expect(userErrors).toEqual([]);
    expect(placed).toMatchObject({
      kind: 'ONLINE', uid: 'mine', status: 'CREATED_PAY_PENDING', total: { amount: '30.00' }, store: { id: shop.storeId },
      items: [{ seq: 1, skuCode: shop.reducedSku, quantity: 4, saleTotal: { amount: '10.00' } }, { seq: 2, skuCode: shop.sku, quantity: 2, saleTotal: { amount: '20.00' } }],
    });
    const cart = await shop.shopper.ask(/* GraphQL */ `query FromCart($id: ID!) { cart(id: $id) { state version order { id number } } myCarts { edges { node { id } } } }`, { id: cartId });
    expect(cart).toEqual({ cart: { state: 'ORDERED', version: 3, order: { id: placed.id, number: placed.number } }, myCarts: { edges: [] } });
  });

  test('becomes an order once, and says which (S3 “repeat”)', async ({ app }) => {
    const shop = await openShop(app);
    const cartId = await cartOf(shop, [[shop.sku, 1]]);
    const first = await order(shop.shopper, pick(cartId));
    expect(await order(shop.shopper, pick(cartId))).toMatchObject({ order: { id: first.order.id }, userErrors: [{ code: 'CART_ALREADY_ORDERED', path: ['cartIds'] }] });
    expect((await sendCart(shop.shopper, 'cartAddLines', { cartId, lines: [{ sku: shop.sku, quantity: 1 }] })).userErrors).toMatchObject([{ code: 'CART_ALREADY_ORDERED', path: ['cartId'] }]);
  });

  test('becomes one order, however many try at once', async ({ app }) => {
    const shop = await openShop(app);
    const cartIds = [await cartOf(shop, [[shop.sku, 1]]), await cartOf(shop, [[shop.reducedSku, 2]])];
    // Some with both, some with one of them, and in either order.
    const tries = [cartIds, cartIds.toReversed(), [cartIds[0]!], [cartIds[1]!]];
    const answers = await Promise.all(Array.from({ length: 40 }, (_, index) => order(shop.shopper, pick(...tries[index % tries.length]!))));
    const placed = answers.filter(({ userErrors }) => userErrors.length === 0);
    for (const { userErrors } of answers) if (userErrors.length > 0) expect(['CART_ALREADY_ORDERED', 'VERSION_CONFLICT']).toContain(userErrors[0].code);
    const used = placed.flatMap(({ order: { items } }) => items.map(({ skuCode }: { skuCode: string }) => skuCode));
    expect(used.toSorted()).toEqual([shop.sku, shop.reducedSku].toSorted());
    const { myOrders } = await shop.shopper.ask(/* GraphQL */ `query FromCount { myOrders { totalCount } }`);
    expect(myOrders.totalCount).toBe(placed.length);
  });

  test('that is empty never becomes one (S3 “no products”)', async ({ app }) => {
    const shop = await openShop(app);
    const cartId = await cartOf(shop, []);
    await expectRefused(app, shop.shopper, pick(cartId), 'CART_EMPTY', ['cartIds']);
  });

  test('with things that were withdrawn meanwhile names all of them, and stays as it is (S3 “product invalid”)', async ({ app }) => {
    const shop = await openShop(app);
    const cartId = await cartOf(shop, [[shop.sku, 1], [shop.reducedSku, 1]]);
    await reprice(shop, shop.sku, { withdrawn: true });
    await reprice(shop, shop.reducedSku, { prices: [] });
    const { userErrors } = await order(shop.shopper, pick(cartId));
    expect(userErrors).toMatchObject([{ __typename: 'ProductsUnavailable', code: 'PRODUCTS_UNAVAILABLE', path: ['cartIds'], skus: [shop.sku, shop.reducedSku] }]);
    expect((await findCart(shop.shopper, cartId))!.state).toBe('OPEN');
  });

  test('is not charged at another price than its quote has shown: the client is told what changed', async ({ app }) => {
    const shop = await openShop(app);
    const cartId = await cartOf(shop, [[shop.sku, 2]]);
    await reprice(shop, shop.sku, { prices: [{ currency: 'GBP', listPrice: '10.50' }] });
    const { order: none, userErrors } = await order(shop.shopper, { ...pick(cartId), expectedTotal: '20.00' });
    expect(none).toBeNull();
    expect(userErrors).toMatchObject([{
      __typename: 'PriceChanged', code: 'PRICE_CHANGED', path: ['expectedTotal'], expected: { amount: '20.00' }, actual: { amount: '21.00' },
      quote: { total: { amount: '21.00' }, lines: [{ skuCode: shop.sku, saleTotal: { amount: '21.00' } }] },
    }]);
    expect(await order(shop.shopper, { ...pick(cartId), expectedTotal: '21.00' })).toMatchObject({ userErrors: [], order: { total: { amount: '21.00' } } });
    const direct = await shop.shopper.ask(`mutation FromDirect($input: OrderPlaceInput!) { orderPlace(input: $input) { order { id } userErrors ${errors} } }`, {
      input: { deliveryType: 'SELF_PICK', storeId: shop.storeId, lines: [{ sku: shop.sku, quantity: 1 }], expectedTotal: '10.00' },
    });
    expect(direct.orderPlace).toMatchObject({ order: null, userErrors: [{ code: 'PRICE_CHANGED', actual: { amount: '10.50' } }] });
  });

  test('is sent to an address of the shopper’s book, which the order copies', async ({ app }) => {
    const shop = await openShop(app);
    const save = /* GraphQL */ `mutation FromAddress($input: AddressSaveInput!) { addressSave(input: $input) { address { id } userErrors { message } } }`;
    const addressId = async (who: Person, extra: Record<string, unknown>) => (await who.ask(save, { input: { name: 'Kim Roe', address: { street: 'Quay 7' }, ...extra } })).addressSave.address.id as string;
    const cartId = (await changeCart(shop.shopper, 'cartCreate', { lines: [{ sku: shop.sku, quantity: 1 }] })).id;
    const [good, noPhone, foreign] = [await addressId(shop.shopper, { phone: '01700000002' }), await addressId(shop.shopper, {}), await addressId((await openShop(app)).shopper, { phone: '1' })];
    await expectRefused(app, shop.shopper, { cartIds: [cartId], addressId: noPhone }, 'INVALID_INPUT', ['addressId', 'phone']);
    await expectRefused(app, shop.shopper, { cartIds: [cartId], addressId: foreign }, 'NOT_FOUND', ['addressId']);
    await expectRefused(app, shop.shopper, { cartIds: [cartId], addressId: good, contact }, 'INVALID_INPUT', ['addressId']);
    await expectRefused(app, shop.shopper, { cartIds: [cartId] }, 'INVALID_INPUT', ['contact']);
    expect((await order(shop.shopper, { cartIds: [cartId], addressId: good })).order).toMatchObject({ deliveryType: 'EXPRESS', contact: { name: 'Kim Roe', phone: '01700000002', address: { street: 'Quay 7' } } });
  });

  test('of somebody else, or none at all, is not found; nor may it stand there twice', async ({ app }) => {
    const shop = await openShop(app);
    const [mine, theirs] = [await cartOf(shop, [[shop.sku, 1]]), await cartOf(await openShop(app), [])];
    await expectRefused(app, shop.shopper, pick(mine, theirs), 'NOT_FOUND', ['cartIds', '1']);
    await expectRefused(app, shop.shopper, pick('cart_nonsense'), 'NOT_FOUND', ['cartIds', '0']);
    await expectRefused(app, shop.shopper, pick(mine, mine), 'INVALID_INPUT', ['cartIds']);
    await expectRefused(app, shop.shopper, pick(), 'INVALID_INPUT', ['cartIds']);
  });
});

describe('several carts', () => {
  test('become one order, in the order in which they are named (S4-4)', async ({ app }) => {
    const shop = await openShop(app);
    const [a, b] = [await cartOf(shop, [[shop.sku, 1]]), await cartOf(shop, [[shop.reducedSku, 2], [shop.sku, 3]])];
    const { order: placed } = await order(shop.shopper, pick(b, a));
    expect(placed.items.map(({ seq, skuCode, quantity }: Record<string, unknown>) => [seq, skuCode, quantity])).toEqual([[1, shop.reducedSku, 2], [2, shop.sku, 3], [3, shop.sku, 1]]);
    expect((await Promise.all([findCart(shop.shopper, a), findCart(shop.shopper, b)])).map((cart) => cart!.state)).toEqual(['ORDERED', 'ORDERED']);
  });

  test('must be of one store, and name one coupon, unless the order says which counts', async ({ app }) => {
    const shop = await openShop(app);
    const elsewhere = await openStore(shop.platform);
    const [a, b, c] = [await cartOf(shop, [[shop.sku, 1]], { couponCode: 'ONE' }), await cartOf(shop, [[shop.sku, 1]], { couponCode: 'TWO' }), await cartOf(shop, [[shop.sku, 1]], { storeId: elsewhere })];
    await expectRefused(app, shop.shopper, pick(a, c), 'CARTS_DIFFER', ['cartIds']);
    await expectRefused(app, shop.shopper, pick(a, b), 'CARTS_DIFFER', ['couponCode']);
    expect((await order(shop.shopper, { ...pick(a, b), couponCode: null })).userErrors).toEqual([]);
  });

  test('all stay as they are when one of them has moved on', async ({ app }) => {
    const shop = await openShop(app);
    const [a, b] = [await cartOf(shop, [[shop.sku, 1]]), await cartOf(shop, [[shop.sku, 1]])];
    const first = await order(shop.shopper, pick(b));
    expect(await order(shop.shopper, pick(a, b))).toMatchObject({ order: { id: first.order.id }, userErrors: [{ code: 'CART_ALREADY_ORDERED' }] });
    expect((await findCart(shop.shopper, a))!.state).toBe('OPEN');
  });
});

describe('a basket at a till', () => {
  test('becomes an in-store order of the clerk who rings it up, for the customer it names', async ({ app }) => {
    const shop = await openShop(app);
    const { id: cartId } = await changeCart(shop.manager, 'cartCreate', {
      storeId: shop.storeId, customerSubject: shop.shopper.subject, lines: [{ sku: shop.sku, quantity: 2 }, { sku: shop.reducedSku, quantity: 1, unitPrice: '1.00', priceReason: 'torn' }],
    });
    const { order: placed, userErrors } = await ring(shop.clerk, { cartId, uid: `till-${randomUUID()}`, remark: 'gift wrap' });
    expect(userErrors).toEqual([]);
    expect(placed).toMatchObject({
      kind: 'IN_STORE', deliveryType: 'SELF_PICK', clerkName: shop.clerk.subject, total: { amount: '21.00' },
      items: [{ salePrice: { amount: '10.00' }, priceReason: null }, { listPrice: { amount: '3.00' }, salePrice: { amount: '1.00' }, priceReason: 'torn' }],
      history: [{ type: 'PLACED', comment: `Prices set by hand: line 2 at 1.00 GBP (torn; by ${shop.manager.subject}).` }],
    });
    const mine = await shop.shopper.ask(/* GraphQL */ `query FromMine { myOrders { edges { node { id } } } }`);
    expect(mine.myOrders.edges).toEqual([{ node: { id: placed.id } }]);
  });

  test('is not found by clerks of other stores, and once only by its own', async ({ app }) => {
    const shop = await openShop(app);
    const { id: cartId } = await changeCart(shop.clerk, 'cartCreate', { storeId: shop.storeId, lines: [{ sku: shop.sku, quantity: 1 }] });
    expect((await ring((await openShop(app)).clerk, { cartId })).userErrors).toMatchObject([{ code: 'NOT_FOUND', path: ['cartId'] }]);
    const first = await ring(shop.clerk, { cartId });
    expect(await ring(shop.manager, { cartId })).toMatchObject({ order: { id: first.order.id }, userErrors: [{ code: 'CART_ALREADY_ORDERED' }] });
  });
});
