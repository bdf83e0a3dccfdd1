import { describe, expect } from 'vitest';
import { secondsAfter, systemClock, type Instant } from '../../src/platform/time.ts';
import { test } from '../support/app.ts';
import { codesOf, must, onOrder } from '../support/order-desk.ts';
import { dbOf, orderKey } from '../support/races.ts';
import { beginPayment } from '../support/seeds.ts';
import { attempt, codesOf as codesOfService, deliver, ofPrices, seen, seenOrder, sellExpress, stock, take, until } from './service-desk.ts';

describe('an order on hold, of which everything is given back meanwhile,', () => {
  test('ends when it is released, and is never sent', async ({ app }) => {
    const { shop, orderId } = await sellExpress(app, ofPrices(['8.00', 2]));
    await must(shop.platform, 'orderHold', { orderId, reason: 'Looks like fraud.' });
    const { customerService: { id } } = await take(shop.shopper, 'Request', { orderId, type: 'REFUND', reason: 'Too late' });
    await take(shop.clerk, 'Approve', { customerServiceId: id, refundNow: true });
    await until(shop.clerk, id, 'REFUNDED');
    expect(await must(shop.platform, 'orderRelease', { orderId })).toMatchObject({ status: 'CLOSED_REFUNDED' });
    expect(codesOf(await onOrder(shop.clerk, 'orderStartDelivery', { orderId }))).toEqual(['TRANSITION_NOT_ALLOWED']);
    expect((await seenOrder(shop.clerk, orderId)).history.slice(-2).map(({ type }: { type: string }) => type)).toEqual(['RELEASE', 'REFUND']);
    expect(codesOfService(await attempt(shop.clerk, 'Create', { orderId, type: 'REFUND', reason: 'Again' }))).toEqual(['TRANSITION_NOT_ALLOWED']);
  });
});

describe('a shipped order on hold', () => {
  const timerOf = async (app: Parameters<typeof dbOf>[0], orderId: string): Promise<Instant | null> =>
    (await dbOf(app)<{ timerAt: Instant | null }[]>`select timer_at from orders where id = ${orderKey(orderId)}`)[0]!.timerAt;

  test('still counts as received in time, once it is released, although a return of it was refused meanwhile', async ({ app }) => {
    const { shop, orderId } = await deliver(app, ofPrices(['8.00', 2]));
    await must(shop.platform, 'orderHold', { orderId, reason: 'Looks like fraud.' });
    const { customerService: { id } } = await take(shop.shopper, 'Request', { orderId, type: 'RETURN', reason: 'Too large' });
    expect(await timerOf(app, orderId)).toBeNull();
    await take(shop.clerk, 'Refuse', { customerServiceId: id, reason: 'Worn.' });
    const before = systemClock();
    await must(shop.platform, 'orderRelease', { orderId });
    const timer = await timerOf(app, orderId);
    expect(timer).not.toBeNull();
    // All of its time is left, counted from when it may move again.
    expect(timer! >= secondsAfter(before, app.server.services.orderSettings.receiptAfterSeconds)).toBe(true);
  });

  test('keeps what time it had left while nothing is asked of it, whatever its documents tell', async ({ app }) => {
    const { shop, orderId } = await deliver(app, ofPrices(['8.00', 1]));
    const { customerService: { id } } = await take(shop.clerk, 'Create', { orderId, type: 'EXCHANGE', reason: 'Bigger', goodsHandedIn: true });
    const timer = await timerOf(app, orderId);
    expect(timer).not.toBeNull();
    await must(shop.platform, 'orderHold', { orderId, reason: 'Looks like fraud.' });
    await take(shop.clerk, 'ShipReplacement', { customerServiceId: id });
    expect(await timerOf(app, orderId)).toBe(timer);
  });

  test('whose exchange is paid meanwhile tells of it in the log of the document, once', async ({ app }) => {
    const { shop, orderId } = await deliver(app, ofPrices(['10.00', 1]));
    const [dear] = await stock(shop, ['25.00']);
    const { customerService: { id } } = await take(shop.clerk, 'Create', { orderId, type: 'EXCHANGE', reason: 'Bigger', goodsHandedIn: true, replacements: [{ sku: dear, quantity: 1 }] });
    const payUrl = await beginPayment(shop.shopper, orderId);
    await must(shop.platform, 'orderHold', { orderId, reason: 'Looks like fraud.' });
    await fetch(payUrl, { method: 'POST' });
    expect((await seen(shop.clerk, id)).log.at(-1)).toMatchObject({ type: 'SUPPLEMENT_PAID', actorRole: 'SYSTEM' });
    await must(shop.platform, 'orderRelease', { orderId });
    await take(shop.clerk, 'ShipReplacement', { customerServiceId: id });
    expect((await seen(shop.clerk, id)).log.filter(({ type }: { type: string }) => type === 'SUPPLEMENT_PAID')).toHaveLength(1);
    expect(await seenOrder(shop.clerk, orderId)).toMatchObject({ payment: 'PAID', amountDue: { amount: '0.00' } });
  });
});
