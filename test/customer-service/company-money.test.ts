import { describe, expect } from 'vitest';
import { toGlobalId } from '../../src/platform/ids.ts';
import { test, type App } from '../support/app.ts';
import { openCompany, placeForCompany, swipe } from '../support/cards.ts';
import { codesOf as codesOfOrder, must, onOrder } from '../support/order-desk.ts';
import { brokenLaws } from '../support/service-laws.ts';
import { ledgersOf } from '../support/service-ledgers.ts';
import { attempt, codesOf, seen, seenOrder, take } from './service-desk.ts';

async function paidByCard(app: App) {
  const company = await openCompany(app);
  const { order } = await placeForCompany(company.agent, company, { lines: [{ sku: company.sku, quantity: 2 }] });
  const chargeId = await swipe(app, { reference: order.number, amount: 2000 });
  await must(company.agent, 'orderPayCard', { orderId: order.id, transactionId: chargeId });
  return { ...company, order, chargeId };
}

describe('a document on a company’s order', () => {
  test('that a card paid is done once the terminal’s refund is found, each piece once and never more than was paid', async ({ app }) => {
    const { agent, order, chargeId } = await paidByCard(app);
    for (const [refundedTotal, status] of [['10.00', 'CLOSED_CONFIRMED'], ['20.00', 'CLOSED_REFUNDED']] as const) {
      const { customerService: { id } } = await take(agent, 'Create', { orderId: order.id, type: 'RETURN', reason: 'Broken', returns: [{ seq: 1, quantity: 1 }], goodsHandedIn: true, refundNow: true });
      expect(await seen(agent, id)).toMatchObject({ status: 'REFUND_PENDING', payoutState: 'RUNNING', refunds: [{ state: 'REQUESTED' }] });
      const transactionId = await swipe(app, { type: 'REFUND', reference: order.number, originalId: chargeId });
      await must(agent, 'orderRefundCard', { orderId: order.id, transactionId });
      expect(await seen(agent, id)).toMatchObject({ status: 'REFUNDED', payoutState: 'DONE', refundedTotal: { amount: '10.00' }, refunds: [{ state: 'SUCCEEDED' }] });
      expect(await seenOrder(agent, order.id)).toMatchObject({ status, refundedTotal: { amount: refundedTotal }, returnedTotal: { amount: refundedTotal } });
      await must(agent, 'orderRefundCard', { orderId: order.id, transactionId });
      expect(await seenOrder(agent, order.id)).toMatchObject({ refundedTotal: { amount: refundedTotal } });
    }
    expect(codesOf(await attempt(agent, 'Create', { orderId: order.id, type: 'RETURN', reason: 'Again', goodsHandedIn: true, refundNow: true }))).not.toEqual([]);
    const more = await swipe(app, { type: 'REFUND', reference: order.number, originalId: chargeId });
    expect(codesOfOrder(await onOrder(agent, 'orderRefundCard', { orderId: order.id, transactionId: more }))).toEqual(['NOTHING_TO_REFUND']);
  });

  test('gets its money back once, however many clerks bring one or two refunds of the terminal at the same time', async ({ app }) => {
    const { agent, order, chargeId } = await paidByCard(app);
    const { customerService: { id } } = await take(agent, 'Create', { orderId: order.id, type: 'RETURN', reason: 'Broken', returns: [{ seq: 1, quantity: 1 }], goodsHandedIn: true, refundNow: true });
    const good = { type: 'REFUND', reference: order.number, originalId: chargeId };
    const transactions = [await swipe(app, good), await swipe(app, good)];
    const answers = await Promise.all(Array.from({ length: 20 }, async (_, index) => {
      const transactionId = transactions[index % 2]!;
      return { transactionId, codes: codesOfOrder(await onOrder(agent, 'orderRefundCard', { orderId: order.id, transactionId })) };
    }));
    const won = new Set(answers.filter(({ codes }) => codes.length === 0).map(({ transactionId }) => transactionId));
    expect(won.size).toBe(1);
    for (const { codes, transactionId } of answers) expect(codes).toEqual(won.has(transactionId) ? [] : ['NOTHING_TO_REFUND']);
    expect(await seen(agent, id)).toMatchObject({ status: 'REFUNDED', refundedTotal: { amount: '10.00' } });
    expect(await seenOrder(agent, order.id)).toMatchObject({ refundedTotal: { amount: '10.00' }, returnedTotal: { amount: '10.00' }, payment: 'PARTIALLY_REFUNDED' });
  });

  test('that cash paid gives cash back at once, and ends the order with the last piece', async ({ app }) => {
    const company = await openCompany(app);
    const { order } = await placeForCompany(company.agent, company);
    await must(company.agent, 'orderPayCash', { orderId: order.id });
    const { customerService } = await take(company.agent, 'Create', { orderId: order.id, type: 'RETURN', reason: 'Broken', goodsHandedIn: true, refundNow: true });
    expect(customerService).toMatchObject({ status: 'REFUNDED', refundedTotal: { amount: '10.00' } });
    expect(await seenOrder(company.agent, order.id)).toMatchObject({ status: 'CLOSED_REFUNDED', refundedTotal: { amount: '10.00' } });
  });

  test('names in its log the clerk who brought the terminal’s refund, and not the system', async ({ app }) => {
    const { agent, order, chargeId } = await paidByCard(app);
    const { customerService: { id } } = await take(agent, 'Create', { orderId: order.id, type: 'RETURN', reason: 'Broken', returns: [{ seq: 1, quantity: 1 }], goodsHandedIn: true, refundNow: true });
    await must(agent, 'orderRefundCard', { orderId: order.id, transactionId: await swipe(app, { type: 'REFUND', reference: order.number, originalId: chargeId }) });
    const { log } = await seen(agent, id);
    expect(log.slice(-2).map(({ type, actorRole }: { type: string; actorRole: string }) => [type, actorRole])).toEqual([['REFUND_SUCCEEDED', 'STAFF'], ['FINISH_REFUND', 'STAFF']]);
  });
});

const paymentsOf = async (app: App, orderId: string): Promise<[tender: string, amount: number, refunded: number][]> =>
  (await ledgersOf(app, orderId)).payments.map(({ tender, amount, refunded }) => [tender, amount, refunded]);

/** One of two pieces for two others: ten pounds on top. */
const exchange = (orderId: string, sku: string) => ({ orderId, type: 'EXCHANGE', reason: 'Bigger', returns: [{ seq: 1, quantity: 1 }], replacements: [{ sku, quantity: 2 }], goodsHandedIn: true });

describe('an exchange of a company’s order', () => {
  for (const tender of ['CARD', 'CASH'] as const) {
    test(`ships nothing before what it costs on top is paid, with ${tender}, and is then done`, async ({ app }) => {
      const { agent, order, sku } = await paidByCard(app);
      const { customerService: { id, supplementaryFee } } = await take(agent, 'Create', exchange(order.id, sku));
      expect(supplementaryFee).toEqual({ amount: '10.00' });
      expect(codesOf(await attempt(agent, 'ShipReplacement', { customerServiceId: id }))).toEqual(['SUPPLEMENT_DUE']);
      if (tender === 'CASH') await must(agent, 'orderPayCash', { orderId: order.id });
      else await must(agent, 'orderPayCard', { orderId: order.id, transactionId: await swipe(app, { reference: order.number, amount: 1000 }) });
      expect(await seenOrder(agent, order.id)).toMatchObject({ status: 'CLOSED_CONFIRMED', payment: 'PAID', paidTotal: { amount: '30.00' }, amountDue: { amount: '0.00' } });
      await take(agent, 'ShipReplacement', { customerServiceId: id });
      await take(agent, 'CompleteExchange', { customerServiceId: id });
      expect(await paymentsOf(app, order.id)).toEqual([['CARD', 2000, 0], [tender, 1000, 0]]);
      expect(brokenLaws(await ledgersOf(app, order.id))).toEqual([]);
    });
  }

  test('that is called off gives back a card’s surplus beside the document’s own refund: together never more than the cards paid, whoever brings which refund when', async ({ app }) => {
    const { agent, order, sku, chargeId } = await paidByCard(app);
    const { customerService: { id } } = await take(agent, 'Create', exchange(order.id, sku));
    const secondId = await swipe(app, { reference: order.number, amount: 1000 });
    await must(agent, 'orderPayCard', { orderId: order.id, transactionId: secondId });
    await take(agent, 'RefundInstead', { customerServiceId: id });
    await take(agent, 'Refund', { customerServiceId: id });
    const waiting = (await ledgersOf(app, order.id)).refunds;
    expect(waiting.map(({ serviceId, amount, state }) => [serviceId !== null, amount, state]).toSorted()).toEqual([[false, 1000, 'REQUESTED'], [true, 1000, 'REQUESTED']]);
    const refund = (originalId: string) => swipe(app, { type: 'REFUND', reference: order.number, originalId });
    const transactions = [await refund(chargeId), await refund(chargeId), await refund(secondId), await refund(secondId)];
    expect(codesOfOrder(await onOrder(agent, 'orderRefundCard', { orderId: order.id, transactionId: transactions[0] }))).toEqual(['INVALID_INPUT']);
    await Promise.all(waiting.flatMap((row) => transactions.map((transactionId) => onOrder(agent, 'orderRefundCard', { orderId: order.id, transactionId, refundId: toGlobalId('refund', row.id) }))));
    expect(await paymentsOf(app, order.id)).toEqual([['CARD', 2000, 1000], ['CARD', 1000, 1000]]);
    expect(await seenOrder(agent, order.id)).toMatchObject({ paidTotal: { amount: '30.00' }, refundedTotal: { amount: '20.00' }, returnedTotal: { amount: '10.00' } });
    expect((await ledgersOf(app, order.id)).refunds.map(({ state }) => state)).toEqual(['SUCCEEDED', 'SUCCEEDED']);
    expect(await seen(agent, id)).toMatchObject({ status: 'REFUNDED', refundedTotal: { amount: '10.00' } });
    expect(codesOfOrder(await onOrder(agent, 'orderRefundCard', { orderId: order.id, transactionId: await refund(chargeId) }))).toEqual(['NOTHING_TO_REFUND']);
    expect(brokenLaws(await ledgersOf(app, order.id))).toEqual([]);
  });
});

describe('members of a company who are not its agents', () => {
  test('see its documents, and give no money back: neither in cash, nor otherwise, nor without an order', async ({ app }) => {
    const company = await openCompany(app);
    const { agent, clerk, manager, sku, storeId } = company;
    const { order } = await placeForCompany(agent, company);
    await must(agent, 'orderPayCash', { orderId: order.id });
    const open = { type: 'RETURN', reason: 'Broken', goodsHandedIn: true };
    const { customerService: { id } } = await take(agent, 'Create', { ...open, orderId: order.id });
    for (const member of [clerk, manager]) {
      expect((await seen(member, id)).status).toBe('REFUND_PENDING');
      expect(codesOf(await attempt(member, 'Refund', { customerServiceId: id }))).toEqual(['MAY_NOT_SELL']);
      expect(codesOf(await attempt(member, 'Refuse', { customerServiceId: id, reason: 'No' }))).toEqual(['MAY_NOT_SELL']);
      expect(codesOf(await attempt(member, 'Create', { ...open, orderId: order.id, type: 'REFUND' }))).toEqual(['MAY_NOT_SELL']);
      expect(codesOf(await attempt(member, 'Create', { ...open, storeId, returns: [{ sku, quantity: 1 }], refundNow: true }))).toEqual(['MAY_NOT_SELL']);
      expect(codesOfOrder(await onOrder(member, 'orderPayRefundOtherwise', { orderId: order.id, way: 'CASH', reason: 'No' }))).toEqual(['MAY_NOT_SELL']);
      await take(member, 'Reply', { customerServiceId: id, content: 'The agent is at lunch.' });
    }
    const loose = await take(agent, 'Create', { ...open, storeId, returns: [{ sku, quantity: 1 }] });
    expect(codesOf(await attempt(clerk, 'Refund', { customerServiceId: loose.customerService.id }))).toEqual(['MAY_NOT_SELL']);
    await take(agent, 'Refund', { customerServiceId: loose.customerService.id });
    await take(agent, 'Refund', { customerServiceId: id });
    expect(await seenOrder(agent, order.id)).toMatchObject({ status: 'CLOSED_REFUNDED', refundedTotal: { amount: '10.00' } });
  });
});
