import { describe, expect } from 'vitest';
import { take } from '../commands/mutation-cases.ts';
import { take as serve, until } from '../customer-service/service-desk.ts';
import { test, type Person } from '../support/app.ts';
import { grant } from '../support/benefits.ts';
import { makeCoupon } from '../support/offers.ts';
import { openShop, payOnline, placeAtTill, placeOnline, type Shop } from '../support/seeds.ts';

const kept = /* GraphQL */ `query CopiesKept($id: ID!) { order(id: $id) {
  buyer { name phone memberNumber brandCode cardType } customerTerms { pointsPerUnit }
  coupon { code name effect { kind percent } minimumPieces minimumAmount { amount } maximumDiscount { amount } endsAt } } }`;
const keptOf = async (who: Person, id: string) => (await who.ask(kept, { id })).order;

const sales = /* GraphQL */ `query CopiesSales { me { salesTotals { amount currency } } }`;
const totalsOf = async (who: Person) => (await who.ask(sales)).me.salesTotals;

/** Takes cash for an order at the till, and hands the goods over. */
async function sell(shop: Shop, extra: Record<string, unknown> = {}): Promise<string> {
  const { id } = await placeAtTill(shop, { customerSubject: shop.shopper.subject, ...extra });
  await take(shop.clerk, 'orderPayCash', { orderId: id });
  await take(shop.clerk, 'orderComplete', { orderId: id });
  return id;
}

describe('an order', () => {
  const profile = { phone: '01700000009', memberNumber: 'M-1', brandCode: 'EA', cardType: 'GOLD' };

  test('keeps the customer’s profile, the rate of their points and the coupon’s terms as they were', async ({ app }) => {
    const shop = await openShop(app);
    await grant(shop, { tier: { pointsPerUnit: 50 }, profile });
    const terms = { storeIds: [shop.storeId], currency: 'GBP', minimumPieces: 1, minimumAmount: '5.00', maximumDiscount: '3.00', endsAt: '2099-01-01T00:00:00.000Z' };
    const coupon = await makeCoupon(shop.platform, terms);
    const { id } = await placeOnline(shop, 'SELF_PICK', { couponCode: coupon.code });
    await grant(shop, { tier: { pointsPerUnit: 10 }, profile: { memberNumber: 'M-2', phone: null } });
    await makeCoupon(shop.platform, { ...terms, code: coupon.code, name: 'Other', effect: { kind: 'PERCENT_OFF', percent: '90' }, expectedVersion: coupon.version });
    const seen = {
      buyer: { name: 'Rosa Klein', ...profile }, customerTerms: { pointsPerUnit: 50 },
      coupon: { code: coupon.code, name: 'Ten off', effect: { kind: 'PERCENT_OFF', percent: '10' }, minimumPieces: 1, minimumAmount: { amount: '5.00' }, maximumDiscount: { amount: '3.00' }, endsAt: '2099-01-01T00:00:00.000Z' },
    };
    for (const person of [shop.shopper, shop.platform, shop.clerk]) expect(await keptOf(person, id)).toEqual(seen);
  });

  test('at a till shows the profile to its customer and the platform, not to a clerk who has named them', async ({ app }) => {
    const shop = await openShop(app);
    await grant(shop, { profile });
    const { id } = await placeAtTill(shop, { customerSubject: shop.shopper.subject });
    expect((await keptOf(shop.clerk, id)).buyer).toBeNull();
    for (const person of [shop.shopper, shop.platform]) expect((await keptOf(person, id)).buyer).toMatchObject({ memberNumber: 'M-1' });
    expect(await keptOf(shop.platform, (await placeAtTill(shop)).id)).toEqual({ buyer: null, customerTerms: null, coupon: null });
  });
});

describe('the sales of a customer', () => {
  test('are what they have paid for orders that are done, by currency, less what went back', async ({ app }) => {
    const [shop, abroad] = [await openShop(app), await openShop(app, 'CNY')];
    await grant(shop, { profile: {} });
    expect(await totalsOf(shop.shopper)).toEqual([]);
    await placeOnline(shop, 'SELF_PICK');
    await sell(shop, { lines: [{ sku: shop.sku, quantity: 3 }] });
    await sell({ ...abroad, shopper: shop.shopper });
    const online = await placeOnline(shop, 'SELF_PICK', { lines: [{ sku: shop.sku, quantity: 2 }] });
    await payOnline(shop.shopper, online.id);
    for (const step of ['orderAccept', 'orderComplete'] as const) await take(shop.clerk, step, { orderId: online.id });
    expect(await totalsOf(shop.shopper)).toEqual([{ amount: '10.00', currency: 'CNY' }, { amount: '50.00', currency: 'GBP' }]);
    const { customerService } = await serve(shop.clerk, 'Create', { orderId: online.id, type: 'RETURN', reason: 'Broken', goodsHandedIn: true, refundNow: true, returns: [{ seq: 1, quantity: 1 }] });
    await until(shop.clerk, customerService.id, 'REFUNDED');
    expect(await totalsOf(shop.shopper)).toEqual([{ amount: '10.00', currency: 'CNY' }, { amount: '40.00', currency: 'GBP' }]);
  });
});
