import { describe, expect } from 'vitest';
import { test, type App, type Person } from '../support/app.ts';
import { grant } from '../support/benefits.ts';
import { changeCart } from '../support/carts.ts';
import { claimWith, makeCoupon, makeOffer } from '../support/offers.ts';
import { everything, ownApp } from '../support/order-states.ts';
import { booksOf, dbOf, JumpingClock, occurrences } from '../support/races.ts';
import { openShop, payOnline, type Shop } from '../support/seeds.ts';
import { take } from '../commands/mutation-cases.ts';

const placing = /* GraphQL */ `
  mutation CouponPlace($input: OrderPlaceInput!) {
    orderPlace(input: $input) {
      order { id status total { amount } saleTotal { amount } discountTotal { amount } coupon { code name description distribution startsAt endsAt couponId definitionId discount { amount } } cartOffers { code name description } catalogOffers { code }
        items { saleTotal { amount } steps { kind code amount { amount } after { amount } } } }
      userErrors { code path message }
    }
  }`;

const place = async (who: Person, input: Record<string, unknown>) => (await who.ask(placing, { input })).orderPlace;
const pick = (shop: Shop, extra: Record<string, unknown> = {}) => ({ deliveryType: 'SELF_PICK', storeId: shop.storeId, lines: [{ sku: shop.sku, quantity: 2 }], ...extra });

/** Uses of coupons and offers that orders hold at present. */
const heldUses = async (app: App): Promise<number> => (await dbOf(app)<{ count: number }[]>`
  select (select count(*) from coupon_uses where returned_at is null) + (select count(*) from offer_uses where returned_at is null) as count`)[0]!.count;

describe('a coupon', () => {
  test('is used by the order that names it, which keeps a copy of it', async ({ app }) => {
    const shop = await openShop(app);
    const window = { startsAt: '2020-01-01T00:00:00.000Z', endsAt: '2099-01-01T00:00:00.000Z' };
    const terms = { storeIds: [shop.storeId], distribution: 'CLAIMED', name: 'Welcome', description: 'For new customers', ...window };
    const { code, id } = await makeCoupon(shop.platform, terms);
    const claimed = (await claimWith(shop.shopper, code)).coupon;
    const mine = claimed.code;
    const { order, userErrors } = await place(shop.shopper, pick(shop, { couponCode: mine.toLowerCase() }));
    expect(userErrors).toEqual([]);
    expect(order).toMatchObject({ total: { amount: '18.00' }, discountTotal: { amount: '2.00' }, coupon: { code: mine, name: 'Welcome', description: 'For new customers', distribution: 'CLAIMED', ...window, couponId: claimed.id, definitionId: id, discount: { amount: '2.00' } }, items: [{ steps: [{ kind: 'COUPON', code: mine }] }] });
    expect((await place(shop.shopper, pick(shop, { couponCode: mine }))).userErrors).toMatchObject([{ code: 'COUPON_USED', path: ['couponCode'] }]);
  });

  test('and an offer keep on the order what people were told of them, whatever they say later', async ({ app }) => {
    const shop = await openShop(app);
    const told = { storeIds: [shop.storeId], target: 'CART', name: 'Summer', description: 'Two days only' };
    const { code } = await makeOffer(shop.platform, told);
    const { order } = await place(shop.shopper, pick(shop));
    await makeOffer(shop.platform, { ...told, code, description: 'Over' });
    const cartOffers = async () => (await shop.shopper.ask(/* GraphQL */ `query CouponTold($id: ID!) { order(id: $id) { cartOffers { code name description } items { productId cartOffers { description } } } }`, { id: order.id })).order;
    expect(await cartOffers()).toEqual({ cartOffers: [{ code, name: 'Summer', description: 'Two days only' }], items: [{ productId: expect.stringMatching(/^product_/), cartOffers: [{ description: 'Two days only' }] }] });
  });

  test('that does not apply refuses the order, and says why', async ({ app }) => {
    const shop = await openShop(app);
    const large = await makeCoupon(shop.platform, { currency: 'GBP', minimumAmount: '30.00', effect: { kind: 'AMOUNT_OFF', amount: '5.00' } });
    const late = await makeCoupon(shop.platform, { endsAt: '2020-01-01T00:00:00Z', startsAt: '2019-01-01T00:00:00Z' });
    const before = await everything(app);
    for (const [couponCode, code] of [[large.code, 'COUPON_NOT_APPLICABLE'], [late.code, 'COUPON_NOT_AVAILABLE'], ['NO-SUCH', 'NOT_FOUND']] as const) {
      expect((await place(shop.shopper, pick(shop, { couponCode }))).userErrors, couponCode).toMatchObject([{ code, path: ['couponCode'] }]);
    }
    expect(await everything(app)).toBe(before);
  });

  test('of one use is had by one of two hundred orders at once', async ({ app }) => {
    const shop = await openShop(app);
    const { code } = await makeCoupon(shop.platform, { totalLimit: 1 });
    const answers = await Promise.all(Array.from({ length: 200 }, () => place(shop.shopper, pick(shop, { couponCode: code }))));
    const codes = answers.flatMap(({ userErrors }) => userErrors.map((error: { code: string }) => error.code));
    expect([answers.filter(({ userErrors }) => userErrors.length === 0).length, occurrences(codes, 'COUPON_LIMIT_REACHED')]).toEqual([1, 199]);
    const uses = await dbOf(app)<{ count: number }[]>`select count(*) from coupon_uses u join coupon_definitions d on d.id = u.definition_id where d.code = ${code}`;
    expect(uses[0]!.count).toBe(1);
  });

  test('in one hand is had by one of two hundred orders at once', async ({ app }) => {
    const shop = await openShop(app);
    const { code } = await makeCoupon(shop.platform, { distribution: 'CLAIMED' });
    const mine = (await claimWith(shop.shopper, code)).coupon.code;
    const answers = await Promise.all(Array.from({ length: 200 }, () => place(shop.shopper, pick(shop, { couponCode: mine }))));
    const codes = answers.flatMap(({ userErrors }) => userErrors.map((error: { code: string }) => error.code));
    expect([answers.filter(({ userErrors }) => userErrors.length === 0).length, occurrences(codes, 'COUPON_USED')]).toEqual([1, 199]);
  });

  test('is given back when its order is canceled, unpaid or paid, or its time has passed', async () => {
    const clock = new JumpingClock();
    await using app = await ownApp({ clock: clock.now });
    const shop = await openShop(app);
    const { code } = await makeCoupon(shop.platform, { totalLimit: 1 });
    const order = async () => {
      const { order: placed, userErrors } = await place(shop.shopper, pick(shop, { couponCode: code }));
      expect(userErrors).toEqual([]);
      return placed.id as string;
    };
    const unpaid = await order();
    await take(shop.shopper, 'orderCancel', { orderId: unpaid });
    const paid = await order();
    await payOnline(shop.shopper, paid);
    await take(shop.shopper, 'orderCancel', { orderId: paid });
    const late = await order();
    clock.jump(1801);
    await expect.poll(async () => (await booksOf(app, late)).status, { timeout: 10_000 }).toBe('CLOSED_PAY_TIMEOUT');
    await order();
    expect(await heldUses(app)).toBe(1);
  });

  test('of a cart is used by the order that the cart becomes', async ({ app }) => {
    const shop = await openShop(app);
    const { code } = await makeCoupon(shop.platform, { storeIds: [shop.storeId] });
    const cartId = (await changeCart(shop.shopper, 'cartCreate', { storeId: shop.storeId, couponCode: code, lines: [{ sku: shop.sku, quantity: 1 }] })).id;
    const { orderPlaceFromCarts } = await shop.shopper.ask(/* GraphQL */ `mutation CouponCart($input: OrderPlaceFromCartsInput!) { orderPlaceFromCarts(input: $input) { order { total { amount } coupon { code } } userErrors { message } } }`, { input: { cartIds: [cartId], deliveryType: 'SELF_PICK' } });
    expect(orderPlaceFromCarts).toEqual({ order: { total: { amount: '9.00' }, coupon: { code } }, userErrors: [] });
  });
});

describe('an offer', () => {
  test('that may be used twice is used by two of many orders at once; the others are priced without it, or told', async ({ app }) => {
    const shop = await openShop(app);
    await makeOffer(shop.platform, { storeIds: [shop.storeId], totalLimit: 2, effect: { kind: 'PERCENT_OFF', percent: '50' } });
    const answers = await Promise.all(Array.from({ length: 60 }, (_, index) => place(shop.shopper, pick(shop, index % 2 === 0 ? {} : { expectedTotal: '10.00' }))));
    const totals = answers.map(({ order, userErrors }) => order?.total.amount ?? userErrors[0].code);
    expect(occurrences(totals, '10.00')).toBe(2);
    expect(new Set(totals)).toEqual(new Set(['10.00', '20.00', 'PRICE_CHANGED']));
    expect(await heldUses(app)).toBeGreaterThanOrEqual(2);
  });

  test('that a customer may use once is theirs again when the order is canceled', async ({ app }) => {
    const shop = await openShop(app);
    await grant(shop, {});
    await makeOffer(shop.platform, { storeIds: [shop.storeId], customerLimit: 1, effect: { kind: 'PERCENT_OFF', percent: '50' } });
    const totals: string[] = [];
    for (let round = 0; round < 2; round += 1) {
      const first = (await place(shop.shopper, pick(shop))).order;
      const second = (await place(shop.shopper, pick(shop))).order;
      totals.push(first.total.amount, second.total.amount);
      await take(shop.shopper, 'orderCancel', { orderId: first.id });
    }
    expect(totals).toEqual(['10.00', '20.00', '10.00', '20.00']);
  });
});
