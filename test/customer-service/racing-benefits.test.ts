import * as fc from 'fast-check';
import { expect } from 'vitest';
import { test, type App } from '../support/app.ts';
import { grant, accountsOf } from '../support/benefits.ts';
import { benefitsOf } from '../support/benefit-ledgers.ts';
import { brokenBenefitLaws } from '../support/benefit-laws.ts';
import { makeCoupon } from '../support/offers.ts';
import { openShop, payOnline, type Shop } from '../support/seeds.ts';
import { brokenLaws } from '../support/service-laws.ts';
import { historiesAreWhole, ledgersOf } from '../support/service-ledgers.ts';
import { advance, attempt, seenOrder } from './service-desk.ts';

/** An order of seven pieces, done, that a coupon made cheaper and that points, a wallet and a gateway have paid. */
async function sold(app: App): Promise<{ shop: Shop; orderId: string }> {
  const shop = await openShop(app);
  await grant(shop, { tier: { maximumPointsPercent: '50', minimumPoints: 100, earnPercent: '10' }, points: 1000, money: '20.00' });
  const { code } = await makeCoupon(shop.platform, { storeIds: [shop.storeId], currency: 'GBP', effect: { kind: 'AMOUNT_OFF', amount: '3.00' }, totalLimit: 1 });
  const input = { deliveryType: 'SELF_PICK', storeId: shop.storeId, lines: [{ sku: shop.sku, quantity: 7 }], pointsWanted: 1000, couponCode: code };
  const { orderPlace: { order: { id: orderId }, userErrors } } = await shop.shopper.ask('mutation RacingBenefits($input: OrderPlaceInput!) { orderPlace(input: $input) { order { id } userErrors { code } } }', { input });
  expect(userErrors).toEqual([]);
  await advance(shop.shopper, 'orderPayWithWallet', { orderId, amount: '20.00' }, 'OrderPayWithWalletInput');
  await payOnline(shop.shopper, orderId);
  await advance(shop.clerk, 'orderAccept', { orderId });
  await advance(shop.clerk, 'orderComplete', { orderId });
  return { shop, orderId };
}

/** What one of the two does in a round: takes pieces back, or has them exchanged for something cheaper. */
const moves = fc.record({ quantity: fc.integer({ min: 1, max: 3 }), exchange: fc.boolean(), spend: fc.nat({ max: 100 }) });
const rounds = fc.array(fc.tuple(moves, moves), { minLength: 1, maxLength: 3 });

test('two clerks who race over an order paid with points, a coupon, a wallet and a gateway leave every ledger balanced after every round', { timeout: 90_000 }, async ({ app }) => {
  await fc.assert(fc.asyncProperty(rounds, async (made) => {
    const { shop, orderId } = await sold(app);
    const lawful = async (short: boolean): Promise<void> => {
      const ledgers = await ledgersOf(app, orderId);
      expect([...brokenLaws(ledgers), ...brokenBenefitLaws(ledgers, await benefitsOf(app, ledgers.ofOrder.order, short))]).toEqual([]);
      expect(await historiesAreWhole(app, orderId)).toBe(true);
      await accountsOf(app, shop);
    };
    const act = (who: Shop['clerk'], { quantity, exchange }: { quantity: number; exchange: boolean }) => attempt(who, 'Create', {
      orderId, type: exchange ? 'EXCHANGE' : 'RETURN', reason: 'Broken', goodsHandedIn: true, refundNow: true, returns: [{ seq: 1, quantity }],
      ...(exchange && { replacements: [{ sku: shop.reducedSku, quantity: 1 }] }),
    });
    let short = false;
    for (const [first, second] of made) {
      const spent = first.spend > 50 ? grant(shop, { points: -Math.min(first.spend, 5) }).catch(() => undefined) : null;
      if (spent) short = true;
      await Promise.all([act(shop.clerk, first), act(shop.manager, second), spent]);
      await lawful(short);
    }
    await expect.poll(async () => (await ledgersOf(app, orderId)).refunds.every(({ state }) => state === 'SUCCEEDED'), { timeout: 15_000 }).toBe(true);
    for (const { row } of (await ledgersOf(app, orderId)).ofOrder.documents.filter(({ row: { status } }) => status === 'DELIVERING')) {
      await attempt(shop.clerk, 'ShipReplacement', { customerServiceId: row.number });
      await attempt(shop.clerk, 'CompleteExchange', { customerServiceId: row.number });
    }
    await Promise.all([attempt(shop.clerk, 'Create', { orderId, type: 'RETURN', reason: 'All', goodsHandedIn: true, refundNow: true }), attempt(shop.manager, 'Create', { orderId, type: 'RETURN', reason: 'All', goodsHandedIn: true, refundNow: true })]);
    await expect.poll(async () => (await seenOrder(shop.clerk, orderId)).status, { timeout: 15_000 }).toBe('CLOSED_REFUNDED');
    await lawful(short);
    expect(await accountsOf(app, shop)).toMatchObject({ wallet: 2000, reserved: 0, ...(!short && { points: 1000 }) });
    expect((await benefitsOf(app, (await ledgersOf(app, orderId)).ofOrder.order, short)).couponReturns).toBe(1);
  }), { numRuns: 4 });
});
