import { describe, expect } from 'vitest';
import { test, type App } from '../support/app.ts';
import { accountsOf, grant } from '../support/benefits.ts';
import { makeCoupon } from '../support/offers.ts';
import { dbOf } from '../support/races.ts';
import { openShop, payOnline, type Shop } from '../support/seeds.ts';
import { advance, attempt, codesOf, seenOrder, stock, take, until } from './service-desk.ts';

const place = async (shop: Shop, extra: Record<string, unknown>): Promise<{ id: string; total: { amount: string }; pointsToEarn: number }> => {
  const input = { deliveryType: 'SELF_PICK', storeId: shop.storeId, lines: [{ sku: shop.sku, quantity: 3 }], ...extra };
  const { orderPlace } = await shop.shopper.ask('mutation BenefitsPlace($input: OrderPlaceInput!) { orderPlace(input: $input) { order { id total { amount } pointsToEarn } userErrors { code message } } }', { input });
  expect(orderPlace.userErrors).toEqual([]);
  return orderPlace.order;
};

async function finish(shop: Shop, orderId: string): Promise<void> {
  await advance(shop.clerk, 'orderAccept', { orderId });
  await advance(shop.clerk, 'orderComplete', { orderId });
}

const giveBack = async (shop: Shop, orderId: string, extra: Record<string, unknown> = {}): Promise<string> => {
  const { customerService: { id } } = await take(shop.clerk, 'Create', { orderId, type: 'RETURN', reason: 'Broken', goodsHandedIn: true, refundNow: true, ...extra });
  await until(shop.clerk, id, 'REFUNDED');
  return id;
};

const usesHeld = async (app: App, orderId: string): Promise<number> => (await dbOf(app)<{ count: number }[]>`
  select count(*) from coupon_uses u join orders o on o.id = u.order_id where u.returned_at is null and o.number = ${(await app.person('PLATFORM', 'p').then((person) => person.ask('query N($id: ID!) { order(id: $id) { number } }', { id: orderId }))).order.number}`)[0]!.count;

describe('a return of what points have paid for', () => {
  test('gives back money and points in proportion, piece by piece, and the last piece exactly the rest', async ({ app }) => {
    const shop = await openShop(app);
    await grant(shop, { tier: { maximumPointsPercent: '50', minimumPoints: 100 }, points: 1000 });
    const order = await place(shop, { pointsWanted: 1000 });
    expect(order.total.amount).toBe('20.00');
    await payOnline(shop.shopper, order.id);
    await finish(shop, order.id);
    expect(await accountsOf(app, shop)).toMatchObject({ points: 0, reserved: 0 });
    const balances: number[] = [];
    for (let piece = 1; piece <= 3; piece += 1) {
      await giveBack(shop, order.id, { returns: [{ seq: 1, quantity: 1 }] });
      balances.push((await accountsOf(app, shop)).points);
    }
    expect(balances).toEqual([333, 666, 1000]);
    expect(await seenOrder(shop.clerk, order.id)).toMatchObject({ status: 'CLOSED_REFUNDED', payment: 'REFUNDED', refundedTotal: { amount: '20.00' } });
    expect((await accountsOf(app, shop)).reasons).toEqual(['RESERVE', 'SPEND', 'SPEND_RETURNED', 'SPEND_RETURNED', 'SPEND_RETURNED']);
  });
});

describe('an exchange of what points alone have paid for', () => {
  test('gives back the points that the cheaper goods do not take, though no money moves, before it is done', async ({ app }) => {
    const shop = await openShop(app);
    await grant(shop, { tier: { maximumPointsPercent: '100', minimumPoints: 100 }, points: 3000 });
    const order = await place(shop, { pointsWanted: 3000 });
    expect(order.total.amount).toBe('0.00');
    await finish(shop, order.id);
    const [cheaper] = await stock(shop, ['4.00']);
    const { customerService: { id } } = await take(shop.clerk, 'Create', {
      orderId: order.id, type: 'EXCHANGE', reason: 'Too big', goodsHandedIn: true, returns: [{ seq: 1, quantity: 1 }], replacements: [{ sku: cheaper, quantity: 1 }],
    });
    await take(shop.clerk, 'ShipReplacement', { customerServiceId: id });
    expect(codesOf(await attempt(shop.clerk, 'CompleteExchange', { customerServiceId: id }))).toEqual(['REFUND_NOT_DONE']);
    await take(shop.clerk, 'Refund', { customerServiceId: id });
    await take(shop.clerk, 'CompleteExchange', { customerServiceId: id });
    expect(await accountsOf(app, shop)).toMatchObject({ points: 600 });
    await giveBack(shop, order.id);
    expect(await accountsOf(app, shop)).toMatchObject({ points: 3000 });
    expect(await seenOrder(shop.clerk, order.id)).toMatchObject({ status: 'CLOSED_REFUNDED' });
  });
});

describe('points that an order has earned', () => {
  test('are taken back with the money, in proportion, and as far as the customer still has them', async ({ app }) => {
    const shop = await openShop(app);
    await grant(shop, { tier: { earnPercent: '10' }, points: 0 });
    const order = await place(shop, {});
    await payOnline(shop.shopper, order.id);
    await finish(shop, order.id);
    expect(order.pointsToEarn).toBeGreaterThan(0);
    expect((await accountsOf(app, shop)).points).toBe(order.pointsToEarn);
    await giveBack(shop, order.id, { returns: [{ seq: 1, quantity: 1 }] });
    const left = (await accountsOf(app, shop)).points;
    expect(left).toBe(Math.floor((order.pointsToEarn * 2) / 3));
    // Spent in between: what is not there any more is not taken.
    await grant(shop, { points: 1 - left });
    await giveBack(shop, order.id);
    expect(await accountsOf(app, shop)).toMatchObject({ points: 0 });
  });

  test('are fewer from the start where something was given back before the order was done', async ({ app }) => {
    const shop = await openShop(app);
    await grant(shop, { tier: { earnPercent: '10' }, points: 0 });
    const order = await place(shop, {});
    await payOnline(shop.shopper, order.id);
    await advance(shop.clerk, 'orderAccept', { orderId: order.id });
    const { customerService: { id } } = await take(shop.clerk, 'Create', { orderId: order.id, type: 'REFUND', reason: 'One too many', returns: [{ seq: 1, quantity: 1 }], refundNow: true });
    await until(shop.clerk, id, 'REFUNDED');
    await advance(shop.clerk, 'orderComplete', { orderId: order.id });
    expect((await accountsOf(app, shop)).points).toBe(Math.floor((order.pointsToEarn * 2) / 3));
  });
});

describe('a coupon', () => {
  test('stays used while a part of its order is kept, and is free again when everything was given back', async ({ app }) => {
    const shop = await openShop(app);
    const { code } = await makeCoupon(shop.platform, { storeIds: [shop.storeId], currency: 'GBP', effect: { kind: 'AMOUNT_OFF', amount: '3.00' } });
    const order = await place(shop, { couponCode: code });
    expect(order.total.amount).toBe('27.00');
    await payOnline(shop.shopper, order.id);
    await finish(shop, order.id);
    await giveBack(shop, order.id, { returns: [{ seq: 1, quantity: 2 }] });
    expect(await seenOrder(shop.clerk, order.id)).toMatchObject({ refundedTotal: { amount: '18.00' } });
    expect(await usesHeld(app, order.id)).toBe(1);
    await giveBack(shop, order.id);
    expect(await seenOrder(shop.clerk, order.id)).toMatchObject({ status: 'CLOSED_REFUNDED', refundedTotal: { amount: '27.00' } });
    expect(await usesHeld(app, order.id)).toBe(0);
  });
});

describe('a wallet', () => {
  test('gets back what it paid, at once, before the gateway gives back its part', async ({ app }) => {
    const shop = await openShop(app);
    await grant(shop, { tier: {}, money: '10.00' });
    const order = await place(shop, {});
    const paid = await shop.shopper.ask('mutation Wallet($id: ID!) { orderPayWithWallet(input: { orderId: $id, amount: "10.00" }) { userErrors { code message } } }', { id: order.id });
    expect(paid.orderPayWithWallet.userErrors).toEqual([]);
    await payOnline(shop.shopper, order.id);
    await finish(shop, order.id);
    await giveBack(shop, order.id);
    expect(await accountsOf(app, shop)).toMatchObject({ wallet: 1000 });
    expect(await seenOrder(shop.clerk, order.id)).toMatchObject({ status: 'CLOSED_REFUNDED', refundedTotal: { amount: '30.00' } });
  });
});
