/** Decides what money that came in does to an order. */
import type { Instant } from '../../platform/time.ts';
import { awaitsPayment, isDead } from '../order.lifecycle.ts';
import { judge, owedOf, wantsMoney, type MoverIdentity, type OrderSettings } from '../order.rules.ts';
import { unchanged, withFollowUps, withMoney, withStep, type OrderPlan } from '../steps/order-plan.rules.ts';
import type { OrderRow } from '../order.tables.ts';

export interface Receipt {
  readonly amount: number;
  readonly who: MoverIdentity;
  readonly comment: string | null;
  /** Whether another payment of the order is still in doubt. */
  readonly unknown: boolean;
}

/**
 * The money is booked whatever state the order is in: it did come. Where it covers the total of an order that waits for
 * it, the order is paid and takes the steps that follow; else only the totals change, and what is too much goes back.
 */
export function withPayment(order: OrderRow, { amount, who, comment, unknown }: Receipt, now: Instant, settings: OrderSettings): OrderPlan {
  const paidTotal = order.paidTotal + amount;
  const verdict = judge({ ...order, paidTotal }, awaitsPayment(order.fulfilment) ? 'PAY' : 'PAY_SUPPLEMENT', who, now);
  if (verdict.kind !== 'allowed' || !wantsMoney(order)) {
    return withMoney(unchanged(order), { type: 'PAYMENT_RECEIVED', actor: who.actor, comment, paid: amount, unknown }, now);
  }
  const paid = withStep(unchanged(order), { transition: verdict.transition, actor: who.actor, changes: { paidTotal } }, comment, now, settings);
  return withFollowUps(paid, who.actor, now, settings);
}

/** What the order holds beyond what it is owed: all of it once the order has died, else what exceeds the total. */
export function surplusOf(order: OrderRow): number {
  return Math.max(0, order.paidTotal - order.refundedTotal - (isDead(order.fulfilment) ? 0 : owedOf(order)));
}
