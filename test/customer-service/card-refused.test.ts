import { describe, expect } from 'vitest';
import { test, type App } from '../support/app.ts';
import { openCompany, placeForCompany, swipe } from '../support/cards.ts';
import { codesOf as codesOfOrder, must, onOrder } from '../support/order-desk.ts';
import { dbOf, orderKey } from '../support/races.ts';
import { openShop, placeAtTill } from '../support/seeds.ts';
import { brokenLaws } from '../support/service-laws.ts';
import { ledgersOf } from '../support/service-ledgers.ts';
import { attempt, codesOf, seen, seenOrder, take } from './service-desk.ts';

/** An order of 10.00 that a card has paid, and a document over it whose money waits for a terminal. */
async function waiting(app: App) {
  const company = await openCompany(app);
  const { order } = await placeForCompany(company.agent, company);
  const chargeId = await swipe(app, { reference: order.number });
  await must(company.agent, 'orderPayCard', { orderId: order.id, transactionId: chargeId });
  const { customerService: { id } } = await take(company.agent, 'Create', { orderId: order.id, type: 'RETURN', reason: 'Broken', goodsHandedIn: true, refundNow: true });
  const good = { type: 'REFUND', reference: order.number, originalId: chargeId };
  const refuse = async (extra: Record<string, unknown> = {}): Promise<string> => swipe(app, { ...good, status: 'DECLINED', ...extra });
  return { ...company, orderId: order.id, id, good, chargeId, refuse, inCash: { customerServiceId: id, way: 'CASH', reason: 'The account was closed.' } };
}

describe('a card that cannot get its money back any more', () => {
  test('is paid out otherwise once a terminal has refused it, and then by no terminal', async ({ app }) => {
    const { agent, orderId, id, inCash, refuse } = await waiting(app);
    expect(codesOf(await attempt(agent, 'PayOutOtherwise', inCash))).toEqual(['NO_REFUSED_REFUND']);
    const transactionId = await refuse();
    const { version } = await must(agent, 'orderReportCardRefusal', { orderId, transactionId });
    expect(await seen(agent, id)).toMatchObject({ status: 'REFUND_PENDING', payoutState: 'REFUSED', refunds: [{ state: 'FAILED' }] });
    expect((await seen(agent, id)).log.at(-1)).toMatchObject({ type: 'REFUND_REFUSED_AT_TERMINAL', text: 'Refund failed at the card terminal', content: expect.stringContaining(transactionId), actorRole: 'STAFF' });
    expect((await must(agent, 'orderReportCardRefusal', { orderId, transactionId })).version).toBe(version);
    expect(codesOfOrder(await onOrder(agent, 'orderRefundCard', { orderId, transactionId }))).toEqual(['TRANSACTION_NOT_APPROVED']);
    const { customerService } = await take(agent, 'PayOutOtherwise', inCash);
    expect(customerService).toMatchObject({ status: 'REFUNDED', payoutState: 'DONE', refunds: [{ state: 'PAID_OTHERWISE' }] });
    expect(await seenOrder(agent, orderId)).toMatchObject({ status: 'CLOSED_REFUNDED', refundedTotal: { amount: '10.00' } });
    expect(codesOfOrder(await onOrder(agent, 'orderReportCardRefusal', { orderId, transactionId: await refuse() }))).toEqual(['NOTHING_TO_REFUND']);
    expect(brokenLaws(await ledgersOf(app, orderId))).toEqual([]);
  });

  test('is not believed to be one: only a refund of just this charge that the terminals have refused says so, and what does not changes nothing', async ({ app }) => {
    const { agent, orderId, id, good, refuse } = await waiting(app);
    const before = await seen(agent, id);
    for (const [transaction, code] of [
      [{ amount: 1 }, 'AMOUNT_MISMATCH'], [{ originalId: 'SOMETHING' }, 'TRANSACTION_MISMATCH'], [{ type: 'CHARGE' }, 'TRANSACTION_MISMATCH'], [{ status: 'PENDING' }, 'TRANSACTION_NOT_FINAL'],
      [{ status: 'INCONCLUSIVE' }, 'TRANSACTION_NOT_FINAL'], [{ status: 'ABORTED' }, 'TRANSACTION_NOT_REFUSED'], [{ reference: 'X' }, 'REFERENCE_MISMATCH'],
    ] as const) expect(codesOfOrder(await onOrder(agent, 'orderReportCardRefusal', { orderId, transactionId: await refuse(transaction) })), code).toEqual([code]);
    const approved = await swipe(app, good);
    expect(codesOfOrder(await onOrder(agent, 'orderReportCardRefusal', { orderId, transactionId: approved }))).toEqual(['TRANSACTION_NOT_REFUSED']);
    expect(codesOfOrder(await onOrder(agent, 'orderReportCardRefusal', { orderId, transactionId: 'NOBODY' }))).toEqual(['TRANSACTION_NOT_FOUND']);
    expect(await seen(agent, id)).toEqual(before);
    await must(agent, 'orderRefundCard', { orderId, transactionId: approved });
  });

  test('is not paid out otherwise when a terminal has paid it in between: that is named instead, and books it once', async ({ app }) => {
    const { agent, orderId, id, good, inCash, refuse } = await waiting(app);
    await must(agent, 'orderReportCardRefusal', { orderId, transactionId: await refuse() });
    const approved = await swipe(app, good);
    expect(codesOf(await attempt(agent, 'PayOutOtherwise', inCash))).toEqual(['TRANSACTION_NOT_REFUSED']);
    expect(await seen(agent, id)).toMatchObject({ status: 'REFUND_PENDING', refundedTotal: { amount: '0.00' } });
    await must(agent, 'orderRefundCard', { orderId, transactionId: approved });
    expect(await seen(agent, id)).toMatchObject({ status: 'REFUNDED', refundedTotal: { amount: '10.00' }, refunds: [{ state: 'SUCCEEDED' }] });
    expect(brokenLaws(await ledgersOf(app, orderId))).toEqual([]);
  });

  test('that a terminal pays after all is booked by nobody a second time, but shown to whoever must get it back, once', async ({ app }) => {
    const { agent, orderId, id, good, inCash, refuse } = await waiting(app);
    await must(agent, 'orderReportCardRefusal', { orderId, transactionId: await refuse() });
    await take(agent, 'PayOutOtherwise', inCash);
    const approved = await swipe(app, good);
    for (let times = 0; times < 2; times += 1) await must(agent, 'orderRefundCard', { orderId, transactionId: approved });
    const { order } = await agent.ask('query CardTwice($id: ID!) { order(id: $id) { refundedTotal { amount } history { type } refunds { state paidTwiceAt transactionId } } }', { id: orderId });
    expect(order).toMatchObject({ refundedTotal: { amount: '10.00' }, refunds: [{ state: 'PAID_OTHERWISE', paidTwiceAt: expect.any(String), transactionId: approved }] });
    expect(order.history.filter(({ type }: { type: string }) => type === 'REFUND_PAID_TWICE')).toHaveLength(1);
    expect((await seen(agent, id)).log.at(-1)).toMatchObject({ type: 'REFUND_PAID_TWICE', actorRole: 'STAFF' });
    expect(brokenLaws(await ledgersOf(app, orderId))).toEqual([]);
  });

  test('is tried at the terminal again after a retry; nobody is asked for it from here, and the old refusal counts no more', async ({ app }) => {
    const { agent, orderId, id, good, refuse } = await waiting(app);
    const transactionId = await refuse();
    await must(agent, 'orderReportCardRefusal', { orderId, transactionId });
    expect((await take(agent, 'RetryRefund', { customerServiceId: id })).customerService).toMatchObject({ payoutState: 'RUNNING', refunds: [{ state: 'REQUESTED', attempts: 0 }] });
    expect(await dbOf(app)`select 1 from refunds where order_id = ${orderKey(orderId)} and next_attempt_at is not null`).toHaveLength(0);
    expect(codesOfOrder(await onOrder(agent, 'orderReportCardRefusal', { orderId, transactionId }))).toEqual(['TRANSACTION_USED']);
    await must(agent, 'orderRefundCard', { orderId, transactionId: await swipe(app, good) });
    expect(await seen(agent, id)).toMatchObject({ status: 'REFUNDED', refunds: [{ state: 'SUCCEEDED' }] });
  });

  test('of a canceled order is paid out otherwise, too; a rehearsal keeps nothing', async ({ app }) => {
    const shop = await openShop(app);
    const order = await placeAtTill(shop);
    const [orderId, originalId] = [order.id, await swipe(app, { reference: order.number })];
    await must(shop.clerk, 'orderPayCard', { orderId, transactionId: originalId });
    await must(shop.clerk, 'orderCancel', { orderId });
    const transactionId = await swipe(app, { type: 'REFUND', reference: order.number, originalId, status: 'ERROR' });
    expect(await must(shop.clerk, 'orderReportCardRefusal', { orderId, transactionId, dryRun: true })).toMatchObject({ history: expect.arrayContaining([expect.objectContaining({ type: 'REFUND_FAILED' })]) });
    const otherwise = { orderId, way: 'BY_HAND', reference: 'TRANSFER 5', reason: 'The account was closed.' };
    expect(codesOfOrder(await onOrder(shop.platform, 'orderPayRefundOtherwise', otherwise))).toEqual(['NO_REFUSED_REFUND']);
    await must(shop.clerk, 'orderReportCardRefusal', { orderId, transactionId });
    expect(await must(shop.platform, 'orderPayRefundOtherwise', otherwise)).toMatchObject({ status: 'CLOSED_REFUNDED', payment: 'REFUNDED' });
  });
});
