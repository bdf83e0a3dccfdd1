import { describe, expect } from 'vitest';
import { test, type Person } from '../support/app.ts';
import { accountsOf, grant } from '../support/benefits.ts';
import { changeCart } from '../support/carts.ts';
import { claimWith, makeCoupon, makeOffer } from '../support/offers.ts';
import { everything } from '../support/order-states.ts';
import { openShop, type Shop } from '../support/seeds.ts';

const answer = '{ order { id pointsUsed total { amount } coupon { code } items { seq offerChoice offerCode catalogOffers { code } } history { type comment } } userErrors { code message path } }';
const online = `mutation ChosenOnline($input: OrderPlaceInput!) { answer: orderPlace(input: $input) ${answer} }`;
const atTill = `mutation ChosenTill($input: OrderPlaceInStoreInput!) { answer: orderPlaceInStore(input: $input) ${answer} }`;
const fromTill = `mutation ChosenFromTill($input: OrderPlaceFromCartInStoreInput!) { answer: orderPlaceFromCartInStore(input: $input) ${answer} }`;
const send = async (who: Person, document: string, input: Record<string, unknown>) => (await who.ask(document, { input })).answer;

const pick = (shop: Shop, extra: Record<string, unknown> = {}) => ({ deliveryType: 'SELF_PICK', storeId: shop.storeId, lines: [{ sku: shop.sku, quantity: 2 }], ...extra });
const sale = (shop: Shop, extra: Record<string, unknown> = {}) => ({ storeId: shop.storeId, customerSubject: shop.shopper.subject, lines: [{ sku: shop.sku, quantity: 2 }], ...extra });

describe('points that an order names', () => {
  test('are spent, or it is refused and told how many can be: money never stands in for them unasked', async ({ app }) => {
    const shop = await openShop(app);
    await grant(shop, { tier: { maximumPointsPercent: '50', minimumPoints: 50 }, points: 400 });
    const cases: [extra: Record<string, unknown>, code: string, message: RegExp][] = [
      [{ pointsWanted: 401 }, 'INSUFFICIENT_POINTS', /400.*holds no more.*pointsWanted: 400/u], [{ pointsWanted: 49 }, 'POINTS_NOT_APPLICABLE', /fewer than 50/u],
      [{ pointsWanted: 300, lines: [{ sku: shop.reducedSku, quantity: 2 }] }, 'POINTS_NOT_APPLICABLE', /250.*greater share/u],
    ];
    for (const [extra, code, message] of cases) {
      const before = await everything(app);
      expect(await send(shop.shopper, online, pick(shop, extra))).toMatchObject({ order: null, userErrors: [{ code, message: expect.stringMatching(message), path: ['pointsWanted'] }] });
      expect(await everything(app)).toBe(before);
    }
    expect(await send(shop.shopper, online, pick(shop, { pointsWanted: 400 }))).toMatchObject({ order: { pointsUsed: 400, total: { amount: '16.00' } }, userErrors: [] });
  });

  test('may be more than can be spent where the total that comes of it is confirmed', async ({ app }) => {
    const shop = await openShop(app);
    await grant(shop, { tier: {}, points: 100 });
    expect(await send(shop.shopper, online, pick(shop, { pointsWanted: 500, expectedTotal: '19.00' }))).toMatchObject({ order: { pointsUsed: 100, total: { amount: '19.00' } }, userErrors: [] });
    expect(await send(shop.shopper, online, pick(shop, { pointsWanted: 500, expectedTotal: '19.00' }))).toMatchObject({ order: null, userErrors: [{ code: 'PRICE_CHANGED' }] });
  });

  test('may be more than the goods come to: they pay all of them', async ({ app }) => {
    const shop = await openShop(app);
    await grant(shop, { tier: {}, points: 5000 });
    expect(await send(shop.shopper, online, pick(shop, { pointsWanted: 5000 }))).toMatchObject({ order: { pointsUsed: 2000, total: { amount: '0.00' } }, userErrors: [] });
  });

  test('of somebody who collects none are refused', async ({ app }) => {
    const shop = await openShop(app);
    expect((await send(shop.shopper, online, pick(shop, { pointsWanted: 10 }))).userErrors).toMatchObject([{ code: 'POINTS_NOT_APPLICABLE', path: ['pointsWanted'] }]);
    expect((await send(shop.manager, atTill, { ...sale(shop, { pointsWanted: 10 }), customerSubject: null })).userErrors).toMatchObject([{ code: 'POINTS_NOT_APPLICABLE', path: ['pointsWanted'] }]);
  });

  test('are taken by one of many at once; the others are refused, and charged nothing', async ({ app }) => {
    const shop = await openShop(app);
    await grant(shop, { tier: {}, points: 100 });
    const answers = await Promise.all(Array.from({ length: 12 }, () => send(shop.shopper, online, pick(shop, { pointsWanted: 100 }))));
    expect(answers.filter(({ order }) => order).map(({ order }) => order.pointsUsed)).toEqual([100]);
    for (const { order, userErrors } of answers) if (!order) expect(['INSUFFICIENT_POINTS', 'VERSION_CONFLICT']).toContain(userErrors[0].code);
    expect(await accountsOf(app, shop)).toMatchObject({ points: 0, reserved: 100 });
  });
});

describe('an offer chosen by hand', () => {
  const basketOf = async ({ clerk, storeId, sku }: Shop, offerCode: string, extra: Record<string, unknown> = {}): Promise<string> =>
    (await changeCart(clerk, 'cartCreate', { storeId, lines: [{ sku, quantity: 1 }, { sku, quantity: 1, offerChoice: 'ONLY', offerCode, ...extra }] })).id;

  test('that cannot apply stops the order, which says why and what to do', async ({ app }) => {
    const shop = await openShop(app);
    const stores = { storeIds: [shop.storeId] };
    const three = await makeOffer(shop.platform, { ...stores, minimumPieces: 3 });
    const other = await makeOffer(shop.platform, { ...stores, scope: { skuCodes: [shop.reducedSku] } });
    for (const [code, reason] of [['NOSUCH', 'no such offer'], [three.code, 'more pieces'], [other.code, 'other goods']] as const) {
      const cartId = await basketOf(shop, code);
      const before = await everything(app);
      const { order, userErrors } = await send(shop.clerk, fromTill, { cartId });
      expect({ order, userErrors }).toEqual({ order: null, userErrors: [{ code: 'OFFER_NOT_APPLICABLE', path: ['cartId'], message: expect.stringMatching(new RegExp(`${code}.*line 2.*${reason}.*cartChangeLine`, 'u')) }] });
      expect(await everything(app)).toBe(before);
    }
  });

  test('is kept on the order’s line and in its history, as is the choice of none', async ({ app }) => {
    const shop = await openShop(app);
    const { code } = await makeOffer(shop.platform, { storeIds: [shop.storeId] });
    const cartId = await basketOf(shop, code);
    await changeCart(shop.clerk, 'cartChangeLine', { cartId, seq: 1, offerChoice: 'NONE' });
    const { order, userErrors } = await send(shop.clerk, fromTill, { cartId });
    expect(userErrors).toEqual([]);
    expect(order).toMatchObject({
      total: { amount: '19.00' }, items: [{ offerChoice: 'NONE', offerCode: null, catalogOffers: [] }, { offerChoice: 'ONLY', offerCode: code, catalogOffers: [{ code }] }],
      history: [{ type: 'PLACED', comment: `Offers chosen by hand: line 1 none, line 2 only ${code}.` }],
    });
  });

  test('does not stop a line whose price was set by hand: no offer touches that', async ({ app }) => {
    const shop = await openShop(app);
    const cartId = await basketOf(shop, 'NOSUCH');
    await changeCart(shop.manager, 'cartChangeLine', { cartId, seq: 2, unitPrice: '1.00', priceReason: 'torn' });
    expect(await send(shop.clerk, fromTill, { cartId })).toMatchObject({ order: { total: { amount: '11.00' } }, userErrors: [] });
  });
});

describe('at a till, what belongs to a customer', () => {
  const memberSave = /* GraphQL */ `mutation ChosenMember($input: StoreMemberSaveInput!) { storeMemberSave(input: $input) { userErrors { message } } }`;
  const trust = async ({ platform, clerk, storeId }: Shop) => expect((await platform.ask(memberSave, { input: { storeId, subject: clerk.subject, name: 'Trusted', role: 'CLERK', maySpendBenefits: true } })).storeMemberSave.userErrors).toEqual([]);

  test('is not spent by naming them alone: points need the right', async ({ app }) => {
    const shop = await openShop(app);
    await grant(shop, { tier: {}, points: 500 });
    const refused = { order: null, userErrors: [{ code: 'BENEFITS_NOT_ALLOWED', path: ['pointsWanted'], message: expect.stringMatching(/manager/u) }] };
    const before = await everything(app);
    expect(await send(shop.clerk, atTill, sale(shop, { pointsWanted: 500 }))).toEqual(refused);
    expect(await everything(app)).toBe(before);
    const { id: cartId } = await changeCart(shop.clerk, 'cartCreate', sale(shop, { pointsWanted: 200 }));
    expect(await send(shop.clerk, fromTill, { cartId })).toEqual(refused);
    expect(await send(shop.manager, fromTill, { cartId })).toMatchObject({ order: { pointsUsed: 200 }, userErrors: [] });
    await trust(shop);
    expect(await send(shop.clerk, atTill, sale(shop, { pointsWanted: 100 }))).toMatchObject({ order: { pointsUsed: 100 }, userErrors: [] });
    const service = await app.person('SERVICE', 'till-system');
    expect(await send(service, atTill, sale(shop, { pointsWanted: 100 }))).toMatchObject({ order: { pointsUsed: 100 }, userErrors: [] });
  });

  test('as an issued coupon is taken by its own code, which they show, and by that of its definition with the right alone', async ({ app }) => {
    const shop = await openShop(app);
    const definition = await makeCoupon(shop.platform, { storeIds: [shop.storeId], distribution: 'CLAIMED' });
    const { coupon } = await claimWith(shop.shopper, definition.code);
    const before = await everything(app);
    expect(await send(shop.clerk, atTill, sale(shop, { couponCode: definition.code.toLowerCase() })))
      .toEqual({ order: null, userErrors: [{ code: 'BENEFITS_NOT_ALLOWED', path: ['couponCode'], message: expect.stringMatching(/own code/u) }] });
    expect(await everything(app)).toBe(before);
    expect(await send(shop.clerk, atTill, sale(shop, { couponCode: coupon.code, dryRun: true }))).toMatchObject({ order: { total: { amount: '18.00' } }, userErrors: [] });
    expect(await send(shop.manager, atTill, sale(shop, { couponCode: definition.code }))).toMatchObject({ order: { coupon: { code: coupon.code } }, userErrors: [] });
  });

  test('is not told to whoever may not spend it: neither the codes of their coupons nor that of the one that is meant', async ({ app }) => {
    const shop = await openShop(app);
    const definition = await makeCoupon(shop.platform, { storeIds: [shop.storeId], distribution: 'CLAIMED' });
    const { coupon } = await claimWith(shop.shopper, definition.code);
    const quote = /* GraphQL */ `query ChosenQuote($input: QuoteInput!) { quote(input: $input) { total { amount } coupon { code applies reason } coupons { code } } }`;
    const input = sale(shop, { couponCode: definition.code });
    expect((await shop.clerk.ask(quote, { input })).quote).toEqual({ total: { amount: '20.00' }, coupon: { code: definition.code, applies: false, reason: 'OWN_CODE_NEEDED' }, coupons: [] });
    expect((await shop.manager.ask(quote, { input })).quote).toEqual({ total: { amount: '18.00' }, coupon: { code: coupon.code, applies: true, reason: null }, coupons: [{ code: coupon.code }] });
  });

  test('does not include a public coupon, which is for everybody', async ({ app }) => {
    const shop = await openShop(app);
    const { code } = await makeCoupon(shop.platform, { storeIds: [shop.storeId] });
    expect(await send(shop.clerk, atTill, sale(shop, { couponCode: code }))).toMatchObject({ order: { coupon: { code } }, userErrors: [] });
  });
});
