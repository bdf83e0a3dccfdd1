import type { Services } from '../../context.ts';
import type { GatewayOutcome } from '../../payments/gateway.ts';
import type { DueRefund } from '../../payments/payment.queries.ts';
import { hasGoneBack } from '../../payments/payment.rules.ts';
import type { RefundRow } from '../../payments/payment.tables.ts';
import { settleRefund, type RefundSettlement } from '../../payments/write-payments.ts';
import type { Database } from '../../platform/database.ts';
import { systemActor, type Actor } from '../../platform/event-log.ts';
import { toDecimal } from '../../platform/money.ts';
import { secondsAfter, type Instant } from '../../platform/time.ts';
import { unchanged, withMoney, type OrderPlan } from '../steps/order-plan.rules.ts';
import { orderForSystem } from '../order.queries.ts';
import type { OrderRow } from '../order.tables.ts';
import { bySystem, writeOrder, type Companions } from '../steps/write-order.ts';

type Refunding = Pick<Services, 'db' | 'clock' | 'gateways' | 'committed' | 'afterSales'>;

/** A gateway that refuses is asked again this much later: a merchant account may have been filled up in between. */
const askAgainAfter = 3600;

/**
 * Asks the gateway for a refund that was written down before, always under the same number, and records the outcome. A
 * crash anywhere between leads to the same question again, never to a second refund.
 */
export async function carryOutRefund(services: Refunding, refund: DueRefund): Promise<void> {
  const gateway = services.gateways.get(refund.tender);
  if (!gateway) {
    // Nobody was asked, so nobody may pay it in the meantime: what was refused can be paid out otherwise.
    await services.db`update refunds set asked_at = null where order_id = ${refund.orderId} and id = ${refund.id}`;
    throw new Error(`Refund ${refund.number} needs the gateway ${refund.tender}, which is switched off.`);
  }
  const { number, chargeNumber, amount, currency } = refund;
  const outcome = await gateway.refund({ number, chargeNumber, amount, currency });
  await recordRefund(services, refund, outcome);
}

const refundById = async (db: Database, { orderId, id }: RefundRow): Promise<RefundRow | undefined> =>
  (await db<RefundRow[]>`select * from refunds where order_id = ${orderId} and id = ${id}`)[0];

async function recordRefund(services: Refunding, due: RefundRow, outcome: GatewayOutcome): Promise<void> {
  const { db } = services;
  for (;;) {
    // The order first, as when a payment is settled: what is committed in between voids the plan by the order's version.
    const order = await orderForSystem(db, due.orderId);
    const refund = await refundById(db, due);
    if (!order || !refund) throw new Error(`Refund ${due.number} has no order.`);
    const now = services.clock();
    if (refund.state === 'PAID_OTHERWISE' && outcome.kind === 'succeeded' && refund.paidTwiceAt === null) {
      if (await notePaidTwice(services, order, refund, now)) return;
      continue;
    }
    if (hasGoneBack(refund.state)) return;
    const to = refundSettlement(refund, outcome, now);
    const plan = planRefundMoved(order, refund, outcome, to, now);
    if (!plan) {
      await db`update refunds set state = ${to.state}, next_attempt_at = ${to.nextAttemptAt}, last_problem = ${to.lastProblem}, asked_at = null where order_id = ${due.orderId} and id = ${due.id} and state not in ('SUCCEEDED', 'PAID_OTHERWISE')`;
      return;
    }
    const followed = refund.serviceId === null ? null : await services.afterSales.refundMoved(services, plan, { ...refund, ...to }, systemActor, now);
    const companions: Companions = (tx, saved) => tx`${settleRefund(tx, saved, refund, to)}${followed ? followed.companions(tx, saved) : tx``}`;
    if (await writeOrder(bySystem(db), followed?.plan ?? plan, companions)) {
      services.committed();
      return;
    }
  }
}

/**
 * A gateway that had refused has paid after all, when somebody had paid the same money out otherwise. The order owed it once, so
 * nothing is booked; people must get it back, and the order and its refund say so.
 */
async function notePaidTwice(services: Refunding, order: OrderRow, refund: RefundRow, now: Instant): Promise<boolean> {
  const plan = planPaidTwice(order, refund, systemActor, now);
  const followed = refund.serviceId === null ? null : await services.afterSales.paidTwice(services, plan, refund, systemActor, now);
  const written = await writeOrder(bySystem(services.db), followed?.plan ?? plan, (tx, saved) => tx`${followed ? followed.companions(tx, saved) : tx``}, paid_twice as (
    update refunds set paid_twice_at = ${now} where order_id = ${order.id} and id = ${refund.id} and exists (select 1 from ${saved}))`);
  if (written) services.committed();
  return written;
}

export function refundSettlement(refund: RefundRow, outcome: GatewayOutcome, now: Instant): RefundSettlement {
  switch (outcome.kind) {
    case 'succeeded':
      return { state: 'SUCCEEDED', settledAt: now, nextAttemptAt: null, lastProblem: null };
    case 'failed':
      return { state: 'FAILED', settledAt: null, nextAttemptAt: secondsAfter(now, askAgainAfter), lastProblem: outcome.reason };
    default:
      return { state: outcome.kind === 'unknown' ? 'UNKNOWN' : 'PENDING', settledAt: null, nextAttemptAt: refund.nextAttemptAt, lastProblem: outcome.kind === 'unknown' ? outcome.reason : null };
  }
}

/** Null where nobody need be told: the gateway still works on it, or has refused before. */
export function planRefundMoved(order: OrderRow, refund: RefundRow, outcome: GatewayOutcome, to: RefundSettlement, now: Instant): OrderPlan | null {
  const unknown = order.payment === 'CONFIRMING';
  if (to.state === 'SUCCEEDED') {
    const returned = refund.serviceId === null ? 0 : refund.amount;
    return withMoney(unchanged(order), { type: 'REFUND_SUCCEEDED', actor: systemActor, comment: refund.reason, refunded: refund.amount, returned, unknown }, now);
  }
  if (refund.state === to.state) return null;
  // A document tells of every turn that its refund takes.
  if (outcome.kind !== 'failed') return refund.serviceId === null ? null : unchanged(order);
  return withMoney(unchanged(order), { type: 'REFUND_FAILED', actor: systemActor, comment: outcome.reason, unknown }, now);
}

/** Tells of a gateway or a terminal that has paid what somebody had paid out otherwise; no total changes. */
export function planPaidTwice(order: OrderRow, { amount, currency, number }: RefundRow, actor: Actor, now: Instant): OrderPlan {
  const comment = `${toDecimal(amount, currency)} ${currency} (${number}) have gone back after all, which had been paid out otherwise; somebody must get them back.`;
  return withMoney(unchanged(order), { type: 'REFUND_PAID_TWICE', actor, comment, unknown: order.payment === 'CONFIRMING' }, now);
}
