import { describe, expect } from 'vitest';
import { carryOutRefund } from '../../src/orders/paying/settle-refund.ts';
import type { GatewayOutcome } from '../../src/payments/gateway.ts';
import type { DueRefund } from '../../src/payments/payment.queries.ts';
import type { RefundRow } from '../../src/payments/payment.tables.ts';
import { closeRefused, refundMovedOn } from '../../src/payments/write-payments.ts';
import { test, type App } from '../support/app.ts';
import { accountsOf, grant } from '../support/benefits.ts';
import { breakSandbox } from '../support/break-sandbox.ts';
import { codesOf as codesOfOrder, must, onOrder } from '../support/order-desk.ts';
import { dbOf, orderKey } from '../support/races.ts';
import { openShop, payOnline, placeOnline, type Shop } from '../support/seeds.ts';
import { brokenLaws } from '../support/service-laws.ts';
import { ledgersOf } from '../support/service-ledgers.ts';
import { attempt, codesOf, deliver, ofPrices, seen, seenOrder, take } from './service-desk.ts';

const chargeOf = async (app: App, orderId: string): Promise<string> =>
  (await dbOf(app)<{ number: string }[]>`select number from payments where order_id = ${orderKey(orderId)}`)[0]!.number;
const refundRow = async (app: App, orderId: string): Promise<RefundRow> => (await dbOf(app)<RefundRow[]>`select * from refunds where order_id = ${orderKey(orderId)}`)[0]!;
const atGateway = async (app: App, orderId: string): Promise<number> =>
  (await dbOf(app)<{ count: number }[]>`select count(*) from sandbox_refunds where charge_number = ${await chargeOf(app, orderId)} and state = 'SUCCEEDED'`)[0]!.count;

/** A return over 8.00 whose gateway has answered in this way. */
async function answered(app: App, fault: 'refuse' | 'refund-pending', payoutState: string, given?: Shop) {
  const { shop, orderId } = await deliver(app, ofPrices(['8.00', 1]), given);
  await breakSandbox(app, app.server.services.clock, fault, await chargeOf(app, orderId), 50);
  const { customerService: { id } } = await take(shop.clerk, 'Create', { orderId, type: 'RETURN', reason: 'Broken', goodsHandedIn: true, refundNow: true });
  const state = fault === 'refuse' ? 'FAILED' : 'PENDING';
  await expect.poll(async () => (await seen(shop.clerk, id)).refunds[0].state, { timeout: 15_000 }).toBe(state);
  expect(await seen(shop.clerk, id)).toMatchObject({ payoutState });
  return { shop, orderId, id };
}

const inCash = (customerServiceId: string) => ({ customerServiceId, way: 'CASH', reason: 'The account was closed.' });

describe('what a gateway refuses to give back', () => {
  test('is paid in cash instead: the document is done, and nobody can ask the gateway for it any more', async ({ app }) => {
    const { shop, orderId, id } = await answered(app, 'refuse', 'REFUSED');
    const { customerService } = await take(shop.clerk, 'PayOutOtherwise', inCash(id));
    expect(customerService).toMatchObject({ status: 'REFUNDED', payoutState: 'DONE', refundedTotal: { amount: '8.00' }, refunds: [{ state: 'PAID_OTHERWISE' }] });
    expect(customerService.log.at(-2)).toMatchObject({ type: 'PAY_OUT_OTHERWISE', text: 'Paid out in another way, since the refund was refused: 8.00 GBP by now', content: 'The account was closed.', actorRole: 'STAFF' });
    expect(await seenOrder(shop.clerk, orderId)).toMatchObject({ status: 'CLOSED_REFUNDED', refundedTotal: { amount: '8.00' }, returnedTotal: { amount: '8.00' } });
    expect(codesOf(await attempt(shop.clerk, 'RetryRefund', { customerServiceId: id }))).toEqual(['TRANSITION_NOT_ALLOWED']);
    expect(codesOf(await attempt(shop.manager, 'PayOutOtherwise', inCash(id)))).toEqual(['TRANSITION_NOT_ALLOWED']);
    expect(await refundRow(app, orderId)).toMatchObject({ state: 'PAID_OTHERWISE', nextAttemptAt: null, paidOutBy: 'CASH' });
    expect(brokenLaws(await ledgersOf(app, orderId))).toEqual([]);
    expect(await atGateway(app, orderId)).toBe(0);
  });

  test('goes into the wallet, once, however many clerks pay it out at the same time', async ({ app }) => {
    const shop = await openShop(app);
    await grant(shop, { tier: {} });
    const { orderId, id } = await answered(app, 'refuse', 'REFUSED', shop);
    const answers = await Promise.all(Array.from({ length: 8 }, (_, index) => attempt(index % 2 ? shop.clerk : shop.manager, 'PayOutOtherwise', { ...inCash(id), way: 'WALLET' })));
    expect(answers.filter((answer) => codesOf(answer).length === 0 && answer.customerService.status === 'REFUNDED').length).toBeGreaterThan(0);
    expect(await accountsOf(app, shop)).toMatchObject({ wallet: 800, reasons: ['WALLET_REFUND'] });
    expect(await seenOrder(shop.clerk, orderId)).toMatchObject({ refundedTotal: { amount: '8.00' } });
    expect(brokenLaws(await ledgersOf(app, orderId))).toEqual([]);
  });

  test('is paid by hand under a reference; what is missing or wrong is refused, and changes nothing', async ({ app }) => {
    const { shop, orderId, id } = await answered(app, 'refuse', 'REFUSED');
    for (const [input, code, path] of [
      [{ ...inCash(id), way: 'BY_HAND' }, 'INVALID_INPUT', ['reference']], [{ ...inCash(id), reason: ' ' }, 'INVALID_INPUT', ['reason']], [{ ...inCash(id), refundId: 'refund_nonsense' }, 'NO_REFUSED_REFUND', null],
    ] as const) expect((await attempt(shop.clerk, 'PayOutOtherwise', input)).userErrors, JSON.stringify(input)).toMatchObject([{ code, path }]);
    expect(await seen(shop.clerk, id)).toMatchObject({ status: 'REFUND_PENDING', payoutState: 'REFUSED' });
    await take(shop.clerk, 'PayOutOtherwise', { ...inCash(id), way: 'BY_HAND', reference: 'TRANSFER 77' });
    expect(await refundRow(app, orderId)).toMatchObject({ state: 'PAID_OTHERWISE', paidOutBy: 'BY_HAND', reference: 'TRANSFER 77' });
  });

  test('can be paid out although its gateway has been switched off for good in between', async ({ app }) => {
    const { shop, orderId, id } = await answered(app, 'refuse', 'REFUSED');
    await dbOf(app)`update refunds set asked_at = now() where order_id = ${orderKey(orderId)}`;
    const due: DueRefund = { ...(await refundRow(app, orderId)), chargeNumber: await chargeOf(app, orderId), tender: 'SANDBOX' };
    await expect(carryOutRefund({ ...app.server.services, gateways: new Map() }, due)).rejects.toThrow('switched off');
    await take(shop.clerk, 'PayOutOtherwise', inCash(id));
  });

  test('of a canceled order, too, is paid out otherwise, once', async ({ app }) => {
    const shop = await openShop(app);
    const { id: orderId } = await placeOnline(shop, 'FLASH');
    await payOnline(shop.shopper, orderId);
    await breakSandbox(app, app.server.services.clock, 'refuse', await chargeOf(app, orderId), 50);
    await must(shop.shopper, 'orderCancel', { orderId });
    await expect.poll(async () => (await refundRow(app, orderId)).state, { timeout: 15_000 }).toBe('FAILED');
    const otherwise = { orderId, way: 'BY_HAND', reference: 'TRANSFER 78', reason: 'The account was closed.' };
    await must(shop.platform, 'orderPayRefundOtherwise', otherwise);
    expect(codesOfOrder(await onOrder(shop.platform, 'orderPayRefundOtherwise', otherwise))).toEqual(['NO_REFUSED_REFUND']);
    expect(await seenOrder(shop.shopper, orderId)).toMatchObject({ status: 'CLOSED_REFUNDED', payment: 'REFUNDED', refundedTotal: { amount: '10.00' } });
    expect((await seenOrder(shop.clerk, orderId)).history.at(-1)).toMatchObject({ type: 'REFUND_PAID_OTHERWISE' });
  });
});

describe('what a gateway may yet pay', () => {
  test('is paid by nobody else: neither what it works on, nor what it is being asked for', async ({ app }) => {
    const pending = await answered(app, 'refund-pending', 'RUNNING');
    expect(codesOf(await attempt(pending.shop.clerk, 'PayOutOtherwise', inCash(pending.id)))).toEqual(['NO_REFUSED_REFUND']);
    const { shop, orderId, id } = await answered(app, 'refuse', 'REFUSED');
    const db = dbOf(app);
    await db`update refunds set asked_at = now() where order_id = ${orderKey(orderId)}`;
    expect(codesOf(await attempt(shop.clerk, 'PayOutOtherwise', inCash(id)))).toEqual(['REFUND_BEING_ASKED']);
    // And where it is found out only as it is written.
    const row = { ...(await refundRow(app, orderId)), settledAt: '2026-01-01T00:00:00.000Z', paidOutBy: 'CASH' } as const;
    const close = (): Promise<unknown> => db`with saved as (select 1) ${closeRefused(db, db`saved`, row)} select 1`.then(() => 'written', (error: unknown) => refundMovedOn(error));
    expect(await close()).toBe(true);
    await db`update refunds set asked_at = null, state = 'PENDING' where order_id = ${orderKey(orderId)}`;
    expect(await close()).toBe(true);
    await db`update refunds set state = 'FAILED' where order_id = ${orderKey(orderId)}`;
    await take(shop.clerk, 'PayOutOtherwise', inCash(id));
  });

  test('and pays after all is not booked a second time, but shown to whoever must get it back', async ({ app }) => {
    const { shop, orderId, id } = await answered(app, 'refuse', 'REFUSED');
    const refund = await refundRow(app, orderId);
    const due: DueRefund = { ...refund, chargeNumber: await chargeOf(app, orderId), tender: 'SANDBOX' };
    const { services } = app.server;
    const succeeded: GatewayOutcome = { kind: 'succeeded', transactionId: 'T-1', amount: refund.amount, currency: refund.currency };
    const gateway = { ...services.gateways.get('SANDBOX')!, refund: async () => succeeded };
    await take(shop.clerk, 'PayOutOtherwise', inCash(id));
    for (let times = 0; times < 2; times += 1) await carryOutRefund({ ...services, gateways: new Map([['SANDBOX', gateway]]) }, due);
    const { order } = await shop.clerk.ask('query PaidTwice($id: ID!) { order(id: $id) { refundedTotal { amount } history { type comment } refunds { state paidOutBy paidTwiceAt } } }', { id: orderId });
    expect(order).toMatchObject({ refundedTotal: { amount: '8.00' }, refunds: [{ state: 'PAID_OTHERWISE', paidOutBy: 'CASH', paidTwiceAt: expect.any(String) }] });
    expect(order.history.filter(({ type }: { type: string }) => type === 'REFUND_PAID_TWICE')).toHaveLength(1);
    const { log, status, version } = await seen(shop.clerk, id);
    expect(log.map(({ type }: { type: string }) => type).slice(-2)).toEqual(['FINISH_REFUND', 'REFUND_PAID_TWICE']);
    expect(log.at(-1)).toMatchObject({ version, text: 'Money has gone back a second time: somebody must get it back', content: expect.stringContaining('8.00 GBP'), actorRole: 'SYSTEM', fromStatus: 'REFUNDED', toStatus: 'REFUNDED' });
    expect(order.history.at(-1)).toMatchObject({ type: 'SERVICE_MOVED' });
    expect(status).toBe('REFUNDED');
    expect((await seen(shop.shopper, id)).log.at(-1).content).toBeNull();
    expect(brokenLaws(await ledgersOf(app, orderId))).toEqual([]);
  });
});
