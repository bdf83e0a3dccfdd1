import { paymentsOf } from '../../payments/payment.queries.ts';
import { refundable } from '../../payments/payment.rules.ts';
import { callInOpenPayments, countRefunds, insertRefunds } from '../../payments/write-payments.ts';
import type { Database } from '../../platform/database.ts';
import type { Actor } from '../../platform/event-log.ts';
import type { Instant } from '../../platform/time.ts';
import type { OrderRow } from '../order.tables.ts';
import { planRefund } from '../paying/plan-refund.ts';
import type { Preparation } from './move-order.ts';

interface GivingBack {
  readonly reason: string;
  readonly actor: Actor;
  readonly now: Instant;
}

type GivenBack = Required<Pick<Preparation, 'companions' | 'extend' | 'postings'>>;

/** What goes with a step by which an order dies: all that was paid goes back, and what is open at a gateway is closed there. */
export async function giveBackAll(db: Database, order: OrderRow, { reason, actor, now }: GivingBack): Promise<GivenBack> {
  const payments = order.paidTotal > order.refundedTotal ? await paymentsOf(db, order.id) : [];
  // Not what the order's totals say: a surplus may be on its way back already.
  const kept = payments.reduce((sum, payment) => sum + refundable(payment), 0);
  const refund = planRefund(payments, order, kept, reason, now);
  return {
    companions: (tx, saved) => tx`${callInOpenPayments(tx, saved, order.id, now)}${insertRefunds(tx, saved, refund.rows)}${countRefunds(tx, saved, refund.rows)}`,
    extend: (plan) => refund.extend(plan, actor),
    postings: refund.postings(actor),
  };
}
