import { randomUUID } from 'node:crypto';
import { describe, expect } from 'vitest';
import { test, type App, type Person } from '../support/app.ts';
import { changeCart, findCart, sendCart, type CartMutation, type SeenCart } from '../support/carts.ts';
import { openStore } from '../support/order-states.ts';
import { openShop, type Shop } from '../support/seeds.ts';

const linesOf = ({ lines }: SeenCart) => lines.map(({ seq, skuCode, quantity }) => [seq, skuCode, quantity]);

const basketOf = (shop: Shop, extra: Record<string, unknown> = {}): Promise<SeenCart> =>
  changeCart(shop.clerk, 'cartCreate', { storeId: shop.storeId, lines: [{ sku: shop.sku, quantity: 2 }, { sku: shop.reducedSku, quantity: 1 }], ...extra });

const cartOf = (shop: Shop, extra: Record<string, unknown> = {}): Promise<SeenCart> =>
  changeCart(shop.shopper, 'cartCreate', { lines: [{ sku: shop.sku, quantity: 2 }, { sku: shop.reducedSku, quantity: 1 }], ...extra });

async function withdraw({ platform }: Shop, code: string): Promise<void> {
  const input = { products: [{ code, name: code, skus: [{ code, withdrawn: true, prices: [{ currency: 'GBP', listPrice: '10.00' }] }] }] };
  expect((await platform.ask(/* GraphQL */ `mutation CartWithdraw($input: ProductSaveInput!) { productSave(input: $input) { userErrors { message } } }`, { input })).productSave.userErrors).toEqual([]);
}

/** Refused for this cause, and the cart is as it was. */
async function expectRefused(who: Person, mutation: CartMutation, input: Record<string, unknown>, code: string, path: string[] | null): Promise<void> {
  const id = input['cartId'] as string | undefined;
  const before = id ? await findCart(who, id) : null;
  expect((await sendCart(who, mutation, input)).userErrors.map((error) => [error.code, error.path]), JSON.stringify(input)).toEqual([[code, path]]);
  if (id) expect(await findCart(who, id)).toEqual(before);
}

describe('a cart', () => {
  test('keeps what was put into it, in the order it came, and gives it back', async ({ app }) => {
    const shop = await openShop(app);
    const cart = await cartOf(shop, { couponCode: 'SPRING', pointsWanted: 120, storeId: shop.storeId });
    expect(cart).toMatchObject({ kind: 'SHOPPER', state: 'OPEN', version: 1, currency: 'GBP', couponCode: 'SPRING', pointsWanted: 120, pieces: 3, store: { id: shop.storeId } });
    expect(linesOf(cart)).toEqual([[1, shop.sku, 2], [2, shop.reducedSku, 1]]);
    expect(await findCart(shop.shopper, cart.id)).toEqual(cart);
  });

  test('may be one of several, and each is found in the list of whoever opened it, newest first', async ({ app }) => {
    const shop = await openShop(app);
    const ids = [await cartOf(shop), await cartOf(shop, { storeId: shop.storeId }), await cartOf(shop, { lines: [], currency: 'JPY' })].map(({ id }) => id);
    const mine = /* GraphQL */ `query CartsMine($first: Int!, $after: String, $storeId: ID) { myCarts(first: $first, after: $after, storeId: $storeId) { edges { node { id } } pageInfo { hasNextPage endCursor } } }`;
    const first = (await shop.shopper.ask(mine, { first: 2 })).myCarts;
    const rest = (await shop.shopper.ask(mine, { first: 2, after: first.pageInfo.endCursor })).myCarts;
    const idsOf = ({ edges }: { edges: { node: { id: string } }[] }) => edges.map(({ node }) => node.id);
    expect([...idsOf(first), ...idsOf(rest)]).toEqual(ids.toReversed());
    expect([first.pageInfo.hasNextPage, rest.pageInfo.hasNextPage]).toEqual([true, false]);
    expect(idsOf((await shop.shopper.ask(mine, { first: 5, storeId: shop.storeId })).myCarts)).toEqual([ids[1]]);
  });

  test('of a shopper without a store is in the currency they name, or the platform’s own', async ({ app }) => {
    const shop = await openShop(app);
    expect((await cartOf(shop, { lines: [], currency: 'JPY' })).currency).toBe('JPY');
    expect((await cartOf(shop, { lines: [] })).currency).toBe('GBP');
    const storeId = await openStore(shop.platform, { currency: 'JPY' });
    expect((await cartOf(shop, { lines: [], storeId })).currency).toBe('JPY');
  });

  test('takes nothing that is not for sale, and names all of it', async ({ app }) => {
    const shop = await openShop(app);
    const cart = await cartOf(shop);
    const lines = [{ sku: 'NONE-1', quantity: 1 }, { sku: shop.sku, quantity: 1 }, { sku: 'NONE-2', quantity: 1 }];
    for (const [mutation, input] of [['cartCreate', { lines }], ['cartAddLines', { cartId: cart.id, lines }]] as const) {
      const { userErrors } = await sendCart(shop.shopper, mutation, input);
      expect(userErrors).toMatchObject([{ code: 'PRODUCTS_UNAVAILABLE', path: ['lines'], skus: ['NONE-1', 'NONE-2'] }]);
    }
    await withdraw(shop, shop.sku);
    // What is in a cart stays there; it is refused when it is ordered.
    expect(linesOf((await findCart(shop.shopper, cart.id))!)).toEqual(linesOf(cart));
  });

  test('refuses what is out of bounds, with the place where it stands', async ({ app }) => {
    const shop = await openShop(app);
    const { id: cartId } = await cartOf(shop);
    const line = { sku: shop.sku, quantity: 1 };
    const refused: [CartMutation, Record<string, unknown>, string, string[] | null][] = [
      ['cartCreate', { lines: [{ ...line, quantity: 0 }] }, 'INVALID_INPUT', ['lines', '0', 'quantity']],
      ['cartCreate', { lines: Array.from({ length: 201 }, () => line) }, 'INVALID_INPUT', ['lines']],
      ['cartCreate', { pointsWanted: -1 }, 'INVALID_INPUT', ['pointsWanted']],
      ['cartCreate', { couponCode: ' ' }, 'INVALID_INPUT', ['couponCode']],
      ['cartCreate', { customerSubject: 'somebody-else' }, 'INVALID_INPUT', ['customerSubject']],
      ['cartCreate', { storeId: 'store_nonsense' }, 'NOT_FOUND', ['storeId']],
      ['cartAddLines', { cartId, lines: [] }, 'INVALID_INPUT', ['lines']],
      ['cartAddLines', { cartId, lines: Array.from({ length: 199 }, () => line) }, 'INVALID_INPUT', ['lines']],
      ['cartChangeLine', { cartId, seq: 1, quantity: 1_000_001 }, 'INVALID_INPUT', ['quantity']],
      ['cartChangeLine', { cartId, seq: 3, quantity: 1 }, 'NOT_FOUND', ['seq']],
      ['cartRemoveLine', { cartId, seq: 3 }, 'NOT_FOUND', ['seq']],
      ['cartUpdate', { cartId, pointsWanted: -1 }, 'INVALID_INPUT', ['pointsWanted']],
      ['cartMerge', { cartId, fromCartId: cartId }, 'INVALID_INPUT', ['fromCartId']],
      ['cartUpdate', { cartId, expectedVersion: 2 }, 'VERSION_CONFLICT', ['expectedVersion']],
    ];
    for (const [mutation, input, code, path] of refused) await expectRefused(shop.shopper, mutation, input, code, path);
  });
});

describe('a change of a cart', () => {
  test('never gives a line’s number to another', async ({ app }) => {
    const shop = await openShop(app);
    const { id: cartId } = await cartOf(shop);
    await changeCart(shop.shopper, 'cartRemoveLine', { cartId, seq: 2 });
    const cart = await changeCart(shop.shopper, 'cartAddLines', { cartId, lines: [{ sku: shop.reducedSku, quantity: 4 }] });
    expect(linesOf(cart)).toEqual([[1, shop.sku, 2], [3, shop.reducedSku, 4]]);
    expect(cart.version).toBe(3);
  });

  test('puts pieces together only where that is asked for', async ({ app }) => {
    const shop = await openShop(app);
    const { id: cartId } = await cartOf(shop);
    const more = { cartId, lines: [{ sku: shop.sku, quantity: 3 }] };
    expect(linesOf(await changeCart(shop.shopper, 'cartAddLines', { ...more, combine: true }))).toEqual([[1, shop.sku, 5], [2, shop.reducedSku, 1]]);
    expect(linesOf(await changeCart(shop.shopper, 'cartAddLines', more))).toEqual([[1, shop.sku, 5], [2, shop.reducedSku, 1], [3, shop.sku, 3]]);
  });

  test('that takes out a line which is out already changes nothing, and is no error', async ({ app }) => {
    const shop = await openShop(app);
    const { id: cartId } = await cartOf(shop);
    const once = await changeCart(shop.shopper, 'cartRemoveLine', { cartId, seq: 1 });
    expect(await changeCart(shop.shopper, 'cartRemoveLine', { cartId, seq: 1 })).toEqual(once);
  });

  test('clears coupon and points, and keeps what is left out', async ({ app }) => {
    const shop = await openShop(app);
    const { id: cartId } = await cartOf(shop, { couponCode: 'SPRING', pointsWanted: 50 });
    expect(await changeCart(shop.shopper, 'cartUpdate', { cartId, pointsWanted: 70 })).toMatchObject({ couponCode: 'SPRING', pointsWanted: 70 });
    expect(await changeCart(shop.shopper, 'cartUpdate', { cartId, couponCode: null })).toMatchObject({ couponCode: null, pointsWanted: 70 });
  });

  test('that merges two carts puts pieces on the same terms together, and ends the other', async ({ app }) => {
    const shop = await openShop(app);
    const target = await cartOf(shop, { lines: [{ sku: shop.sku, quantity: 2 }] });
    const source = await cartOf(shop, { couponCode: 'SPRING', pointsWanted: 30 });
    const merged = await changeCart(shop.shopper, 'cartMerge', { cartId: target.id, fromCartId: source.id });
    expect(linesOf(merged)).toEqual([[1, shop.sku, 4], [2, shop.reducedSku, 1]]);
    expect(merged).toMatchObject({ couponCode: 'SPRING', pointsWanted: 30, version: 2 });
    expect(await findCart(shop.shopper, source.id)).toBeNull();
    await expectRefused(shop.shopper, 'cartMerge', { cartId: target.id, fromCartId: source.id }, 'NOT_FOUND', ['fromCartId']);
  });

  test('that merges two carts adds their points up, as one order of both would, and refuses coupons that differ', async ({ app }) => {
    const shop = await openShop(app);
    const target = await cartOf(shop, { couponCode: 'SPRING', pointsWanted: 50 });
    const other = await cartOf(shop, { couponCode: 'SUMMER', pointsWanted: 30 });
    await expectRefused(shop.shopper, 'cartMerge', { cartId: target.id, fromCartId: other.id }, 'CARTS_DIFFER', ['fromCartId']);
    expect(await findCart(shop.shopper, other.id)).toEqual(other);
    await changeCart(shop.shopper, 'cartUpdate', { cartId: other.id, couponCode: null });
    expect(await changeCart(shop.shopper, 'cartMerge', { cartId: target.id, fromCartId: other.id })).toMatchObject({ couponCode: 'SPRING', pointsWanted: 80 });
    const same = await cartOf(shop, { couponCode: ' spring', pointsWanted: 999_999_999 });
    expect(await changeCart(shop.shopper, 'cartMerge', { cartId: target.id, fromCartId: same.id })).toMatchObject({ couponCode: 'SPRING', pointsWanted: 1_000_000_000 });
  });

  test('refuses to merge carts of different stores or currencies', async ({ app }) => {
    const shop = await openShop(app);
    const target = await cartOf(shop);
    const other = await cartOf(shop, { storeId: shop.storeId });
    const yen = await cartOf(shop, { currency: 'JPY', lines: [] });
    await expectRefused(shop.shopper, 'cartMerge', { cartId: target.id, fromCartId: other.id }, 'CARTS_DIFFER', ['fromCartId']);
    await expectRefused(shop.shopper, 'cartMerge', { cartId: target.id, fromCartId: yen.id }, 'CARTS_DIFFER', ['fromCartId']);
  });

  test('that throws it away leaves nothing to be found, by anything', async ({ app }) => {
    const shop = await openShop(app);
    const { id } = await cartOf(shop);
    await changeCart(shop.shopper, 'cartDelete', { cartId: id });
    expect(await findCart(shop.shopper, id)).toBeNull();
    expect((await shop.shopper.ask(/* GraphQL */ `query CartGone($id: ID!) { node(id: $id) { id } myCarts { edges { node { id } } } }`, { id }))).toEqual({ node: null, myCarts: { edges: [] } });
    await expectRefused(shop.shopper, 'cartAddLines', { cartId: id, lines: [{ sku: shop.sku, quantity: 1 }] }, 'NOT_FOUND', ['cartId']);
  });

  test('loses nothing when many are made at once', async ({ app }) => {
    const shop = await openShop(app);
    const { id: cartId } = await cartOf(shop, { lines: [] });
    const sent = await Promise.all(Array.from({ length: 12 }, () => sendCart(shop.shopper, 'cartAddLines', { cartId, lines: [{ sku: shop.sku, quantity: 1 }] })));
    const done = sent.filter(({ userErrors }) => userErrors.length === 0);
    expect(done.length).toBeGreaterThan(0);
    for (const { userErrors } of sent) if (userErrors.length > 0) expect(userErrors).toMatchObject([{ code: 'VERSION_CONFLICT' }]);
    const cart = (await findCart(shop.shopper, cartId))!;
    expect(linesOf(cart)).toEqual(done.map((_, index) => [index + 1, shop.sku, 1]));
    expect(cart.version).toBe(done.length + 1);
  });

  test('merges into one of two carts that are merged into each other at once, and keeps every piece', async ({ app }) => {
    const shop = await openShop(app);
    for (let round = 0; round < 5; round += 1) {
      const [a, b] = [await cartOf(shop), await cartOf(shop)];
      const answers = await Promise.all([sendCart(shop.shopper, 'cartMerge', { cartId: a.id, fromCartId: b.id }), sendCart(shop.shopper, 'cartMerge', { cartId: b.id, fromCartId: a.id })]);
      expect(answers.map(({ userErrors }) => userErrors.length).toSorted()).toEqual([0, 1]);
      const left = (await Promise.all([findCart(shop.shopper, a.id), findCart(shop.shopper, b.id)])).filter((cart) => cart !== null);
      expect(left.map(({ pieces }) => pieces)).toEqual([6]);
    }
  });
});

describe('a basket at a till', () => {
  test('is for everybody who works in the store, and for integrated systems', async ({ app }) => {
    const shop = await openShop(app);
    const basket = await basketOf(shop);
    const service = await app.person('SERVICE', `till-${randomUUID()}`);
    for (const person of [shop.clerk, shop.manager, service]) expect(await findCart(person, basket.id)).toEqual(basket);
    for (const person of [shop.shopper, (await openShop(app)).clerk]) expect(await findCart(person, basket.id)).toBeNull();
    const list = /* GraphQL */ `query CartTill($storeId: ID!) { tillCarts(storeId: $storeId) { edges { node { id } } } }`;
    expect((await shop.manager.ask(list, { storeId: shop.storeId })).tillCarts.edges).toEqual([{ node: { id: basket.id } }]);
    expect((await (await openShop(app)).clerk.ask(list, { storeId: shop.storeId })).tillCarts.edges).toEqual([]);
  });

  test('needs the store, and somebody who works there', async ({ app }) => {
    const shop = await openShop(app);
    await expectRefused(shop.clerk, 'cartCreate', {}, 'STORE_REQUIRED', ['storeId']);
    await expectRefused((await openShop(app)).clerk, 'cartCreate', { storeId: shop.storeId }, 'NOT_FOUND', ['storeId']);
  });

  test('lets a clerk choose a line’s offer, or none, and whoever has the right set a price with a reason', async ({ app }) => {
    const shop = await openShop(app);
    const { id: cartId } = await basketOf(shop);
    await changeCart(shop.clerk, 'cartChangeLine', { cartId, seq: 1, offerChoice: 'ONLY', offerCode: 'HALF' });
    await changeCart(shop.clerk, 'cartChangeLine', { cartId, seq: 2, offerChoice: 'NONE' });
    await expectRefused(shop.clerk, 'cartChangeLine', { cartId, seq: 2, unitPrice: '1.00', priceReason: 'torn' }, 'PRICE_NOT_ALLOWED', ['unitPrice']);
    await expectRefused(shop.manager, 'cartChangeLine', { cartId, seq: 2, unitPrice: '1.00' }, 'INVALID_INPUT', ['priceReason']);
    const cart = await changeCart(shop.manager, 'cartChangeLine', { cartId, seq: 2, unitPrice: '1.00', priceReason: 'torn' });
    expect(cart.lines).toMatchObject([
      { seq: 1, offerChoice: 'ONLY', offerCode: 'HALF', unitPrice: null }, { seq: 2, offerChoice: 'NONE', offerCode: null, unitPrice: { amount: '1.00' }, priceReason: 'torn' },
    ]);
    const back = await changeCart(shop.clerk, 'cartChangeLine', { cartId, seq: 2, unitPrice: null, offerChoice: 'AUTO' });
    expect(back.lines[1]).toMatchObject({ offerChoice: 'AUTO', unitPrice: null, priceReason: null });
  });

  test('alone has such choices: a shopper’s cart has none', async ({ app }) => {
    const shop = await openShop(app);
    const { id: cartId } = await cartOf(shop);
    const line = { sku: shop.sku, quantity: 1 };
    await expectRefused(shop.shopper, 'cartChangeLine', { cartId, seq: 1, offerChoice: 'NONE' }, 'OFFER_CHOICE_NOT_ALLOWED', ['offerChoice']);
    await expectRefused(shop.shopper, 'cartAddLines', { cartId, lines: [{ ...line, offerChoice: 'ONLY', offerCode: 'HALF' }] }, 'OFFER_CHOICE_NOT_ALLOWED', ['lines', '0', 'offerChoice']);
    await expectRefused(shop.shopper, 'cartAddLines', { cartId, lines: [{ ...line, unitPrice: '0.01', priceReason: 'me' }] }, 'PRICE_NOT_ALLOWED', ['lines', '0', 'unitPrice']);
  });

  test('names the customer, and forgets them again', async ({ app }) => {
    const shop = await openShop(app);
    const basket = await basketOf(shop, { customerSubject: shop.shopper.subject });
    expect(basket).toMatchObject({ customerId: expect.stringMatching(/^customer_/) });
    expect(await changeCart(shop.clerk, 'cartUpdate', { cartId: basket.id, customerSubject: null })).toMatchObject({ customerId: null });
  });
});

describe('an answer that is given again', () => {
  test('shows the cart as it was, with the lines it had then', async ({ app }: { app: App }) => {
    const shop = await openShop(app);
    const { id: cartId } = await cartOf(shop);
    const input = { cartId, seq: 1, quantity: 7, idempotencyKey: randomUUID() };
    const first = await sendCart(shop.shopper, 'cartChangeLine', input);
    await changeCart(shop.shopper, 'cartChangeLine', { cartId, seq: 1, quantity: 9 });
    await changeCart(shop.shopper, 'cartRemoveLine', { cartId, seq: 2 });
    expect(await sendCart(shop.shopper, 'cartChangeLine', input)).toEqual({ ...first, replayed: true });
  });

  test('to a rehearsal shows what would be, and changes nothing', async ({ app }) => {
    const shop = await openShop(app);
    const cart = await cartOf(shop);
    const rehearsed = await sendCart(shop.shopper, 'cartAddLines', { cartId: cart.id, lines: [{ sku: shop.sku, quantity: 5 }], dryRun: true });
    expect(rehearsed).toMatchObject({ dryRun: true, cart: { version: 2, pieces: 8 } });
    expect(await findCart(shop.shopper, cart.id)).toEqual(cart);
  });
});
