import type { LedgerPosting } from '../../customers/ledger.rules.ts';
import { settlesAtOnce, shareRefund, type RefundShare } from '../../payments/payment.rules.ts';
import type { PaymentRow, RefundRow } from '../../payments/payment.tables.ts';
import type { Actor } from '../../platform/event-log.ts';
import { newId } from '../../platform/ids.ts';
import type { Instant } from '../../platform/time.ts';
import { withMoney, type OrderPlan } from '../steps/order-plan.rules.ts';
import type { OrderRow } from '../order.tables.ts';

export interface RefundPlan {
  readonly rows: readonly RefundRow[];
  /** Adds to the order what has gone back at once: cash over the counter, money into the wallet; gateways are asked afterwards. */
  extend(plan: OrderPlan, actor: Actor): OrderPlan;
  /** What goes back into the wallet, for the ledger, by the same write. */
  postings(actor: Actor): readonly LedgerPosting[];
}

export function walletPostings({ id, customerId, currency }: OrderRow, amount: number, { reason, at, actor }: { reason: string; at: Instant; actor: Actor }): LedgerPosting[] {
  if (amount === 0) return [];
  return [{
    id: newId(), customerId: customerId!, unit: currency, reason: 'WALLET_REFUND', orderId: id, note: reason, at, actor,
    entries: [{ kind: 'PLATFORM_WALLET', amount: -amount }, { kind: 'WALLET', amount }],
  }];
}

/** Why money goes back, and for which customer-service document, if for one. */
export interface RefundCause {
  readonly reason: string;
  readonly serviceId: string | null;
}

/** What is known of an order's money does not add up. */
export class BrokenLedger extends Error {}

/** Plans that `amount` goes back over the payments that brought it. Throws when they do not hold as much: a broken ledger. */
export function planRefund(payments: readonly PaymentRow[], order: OrderRow, amount: number, reason: string, now: Instant): RefundPlan {
  const shares = shareRefund(payments, amount);
  if (!shares) throw new BrokenLedger(`The payments of order ${order.number} do not hold the ${amount} that are to go back.`);
  return planShares(shares, order, { reason, serviceId: null }, now);
}

/** Plans that money goes back in these shares, each over the payment that brought it. */
export function planShares(shares: readonly RefundShare[], order: OrderRow, { reason, serviceId }: RefundCause, now: Instant): RefundPlan {
  const rows = shares.map(({ payment, amount: share }): RefundRow => {
    const id = newId();
    const atOnce = settlesAtOnce(payment.tender);
    // A card's money is given back at a terminal, by hand; nobody can be asked for it from here.
    const asked = !atOnce && payment.tender !== 'CARD';
    return {
      orderId: order.id, id, paymentId: payment.id, number: `R${id.replaceAll('-', '').slice(0, 31)}`, currency: order.currency, amount: share, reason, serviceId,
      state: atOnce ? 'SUCCEEDED' : 'REQUESTED', createdAt: now, settledAt: atOnce ? now : null, nextAttemptAt: asked ? now : null, attempts: 0, lastProblem: null, providerTransactionId: null, askedAt: null, paidOutBy: null, reference: null, paidTwiceAt: null,
    };
  });
  const atOnce = rows.filter((row) => row.state === 'SUCCEEDED').reduce((sum, row) => sum + row.amount, 0);
  const toWallet = shares.filter(({ payment }) => payment.tender === 'WALLET').reduce((sum, share) => sum + share.amount, 0);
  const extend = (plan: OrderPlan, actor: Actor): OrderPlan =>
    atOnce === 0 ? plan : withMoney(plan, { type: 'REFUND_SUCCEEDED', actor, comment: reason, refunded: atOnce, returned: serviceId === null ? 0 : atOnce, unknown: serviceId !== null && plan.after.payment === 'CONFIRMING' }, now);
  return { rows, extend, postings: (actor) => walletPostings(order, toWallet, { reason, at: now, actor }) };
}
