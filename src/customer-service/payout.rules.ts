/** Decides how a document's money is paid out, and what becomes of the document as it goes. */
import type { Mover } from '../orders/order.lifecycle.ts';
import { hasGoneBack, refundable, settlesAtOnce, shareRefund, type RefundShare } from '../payments/payment.rules.ts';
import type { RefundState } from '../payments/payment-states.ts';
import type { PaymentRow, RefundRow } from '../payments/payment.tables.ts';
import type { Actor } from '../platform/event-log.ts';
import { parseDecimal, toDecimal } from '../platform/money.ts';
import { refusal, type Refusal } from '../platform/refusals.ts';
import type { Instant } from '../platform/time.ts';
import { judgeService, leftToPayOut } from './customer-service.rules.ts';
import type { PayoutState, ServiceTransition } from './customer-service.lifecycle.ts';
import type { CustomerServiceRow } from './customer-service.tables.ts';
import type { ServiceEventType } from './service-events.ts';
import { withHappening, withServiceStep, type ServicePlan } from './service-plan.rules.ts';

/** How much of a document's money the clerk wants to go back over which payment. */
export interface ShareDraft {
  readonly paymentId: string;
  readonly amount: string;
}

const sum = (shares: readonly RefundShare[]): number => shares.reduce((total, { amount }) => total + amount, 0);

/** Shares of what is left to pay out: as the clerk says, or else last in, first out; each at most what its payment holds. */
export function payoutOf(service: CustomerServiceRow, payments: readonly PaymentRow[], drafts: readonly ShareDraft[] | null, idOf: (text: string) => string | null): readonly RefundShare[] | Refusal {
  const left = leftToPayOut(service);
  if (!drafts || drafts.length === 0) {
    return shareRefund(payments, left) ?? refusal('REFUND_TOO_LARGE', 'The payments of the order do not hold as much any more; lower the amount.');
  }
  const shares: RefundShare[] = [];
  for (const [index, draft] of drafts.entries()) {
    const share = shareOf(draft, payments.find(({ id }) => id === idOf(draft.paymentId)), service.currency, ['over', String(index)]);
    if ('code' in share) return share;
    shares.push(share);
  }
  if (new Set(shares.map(({ payment }) => payment.id)).size < shares.length) return refusal('INVALID_INPUT', 'A payment stands there twice.', ['over']);
  if (sum(shares) === left) return shares;
  return refusal('INVALID_INPUT', `The shares come to ${toDecimal(sum(shares), service.currency)}; ${toDecimal(left, service.currency)} ${service.currency} are to go back.`, ['over']);
}

function shareOf({ paymentId, amount: text }: ShareDraft, payment: PaymentRow | undefined, currency: string, path: readonly string[]): RefundShare | Refusal {
  const amount = parseDecimal(text, currency);
  if (!payment) return refusal('NOT_FOUND', `The order has no payment ${paymentId.slice(0, 60)}.`, [...path, 'paymentId']);
  if (amount === null || amount <= 0) return refusal('INVALID_INPUT', `"${text}" is no amount in ${currency} to give back.`, [...path, 'amount']);
  const held = refundable(payment);
  return amount <= held ? { payment, amount } : refusal('REFUND_TOO_LARGE', `This payment holds ${toDecimal(held, currency)} ${currency}.`, [...path, 'amount']);
}

/** Declares the document done once all of its money has gone back; it is nobody's step. */
export function finished(plan: ServicePlan, actor: Actor, now: Instant): ServicePlan {
  const verdict = judgeService(plan.after.row, null, 'FINISH_REFUND', { mover: 'SYSTEM', actor });
  const due = verdict.kind === 'allowed' && plan.after.row.payoutState === 'DONE';
  return due ? withServiceStep(plan, verdict.transition, { actor, comment: null }, now, false) : plan;
}

/** Who pays out, and whether they asked for just that, or it follows from what they asked for. */
export interface Payer {
  readonly actor: Actor;
  readonly mover: Mover;
  readonly comment: string | null;
  readonly asked: boolean;
}

/** Pays out in these shares: what goes back at once has gone back, and where that is all of it, the document is done. */
export function withPayout(plan: ServicePlan, transition: ServiceTransition, shares: readonly RefundShare[], { actor, comment, asked }: Payer, now: Instant): ServicePlan {
  const { row } = plan.after;
  const payoutTotal = row.payoutTotal + sum(shares);
  const refundedTotal = row.refundedTotal + sum(shares.filter(({ payment }) => settlesAtOnce(payment.tender)));
  const payoutState: PayoutState = row.payoutState === 'REFUSED' ? 'REFUSED' : payoutTotal === refundedTotal ? 'DONE' : 'RUNNING';
  return finished(withServiceStep(plan, transition, { actor, comment, paidNow: sum(shares), changes: { payoutTotal, refundedTotal, payoutState, pointsPaidOut: row.pointsReturned } }, now, asked), actor, now);
}

/** Pays out a document without an order: in cash, over the counter. */
export function withCashPayout(plan: ServicePlan, transition: ServiceTransition, { actor, comment, asked }: Payer, now: Instant): ServicePlan {
  const fee = plan.after.row.refundFee ?? 0;
  const changes = { payoutTotal: fee, refundedTotal: fee, payoutState: 'DONE', payoutTender: 'CASH' } as const;
  return finished(withServiceStep(plan, transition, { actor, comment, changes }, now, asked), actor, now);
}

const turns: Readonly<Record<RefundState, ServiceEventType>> = {
  REQUESTED: 'RETRY_REFUND', PENDING: 'REFUND_PENDING', UNKNOWN: 'REFUND_UNKNOWN', SUCCEEDED: 'REFUND_SUCCEEDED', FAILED: 'REFUND_REFUSED', PAID_OTHERWISE: 'PAY_OUT_OTHERWISE',
};

/** What a refund's turn is called; a card that a terminal refuses is asked for by nobody afterwards. */
const turnOf = ({ state, nextAttemptAt }: RefundRow): ServiceEventType => (state === 'FAILED' && nextAttemptAt === null ? 'REFUND_REFUSED_AT_TERMINAL' : turns[state]);

/** What several refunds of one document come to. */
export function payoutStateOf(states: readonly RefundState[]): PayoutState {
  if (states.length === 0) return 'NONE';
  if (states.includes('FAILED')) return 'REFUSED';
  return states.every(hasGoneBack) ? 'DONE' : 'RUNNING';
}

/** A gateway has said something about one of the document's refunds; `all` holds them with this one as it now is. */
export function withRefundMoved(plan: ServicePlan, refund: RefundRow, all: readonly RefundRow[], actor: Actor, now: Instant): ServicePlan {
  const { refundedTotal } = plan.after.row;
  const changes = { payoutState: payoutStateOf(all.map(({ state }) => state)), ...(refund.state === 'SUCCEEDED' && { refundedTotal: refundedTotal + refund.amount }) };
  return finished(withHappening(plan, { type: turnOf(refund), actor, comment: refund.lastProblem, changes }, now), actor, now);
}

/** What was paid out otherwise, a gateway has paid as well. The document owed it once: nothing is booked, and its log tells. */
export const withPaidTwice = (plan: ServicePlan, comment: string | null, actor: Actor, now: Instant): ServicePlan =>
  withHappening(plan, { type: 'REFUND_PAID_TWICE', actor, comment }, now);

/** What a gateway has refused is paid out otherwise; `all` holds the document's refunds as they then are. */
export function withPaidOtherwise(plan: ServicePlan, transition: ServiceTransition, { amount }: RefundRow, all: readonly RefundRow[], { actor, comment }: Pick<Payer, 'actor' | 'comment'>, now: Instant): ServicePlan {
  const changes = { payoutState: payoutStateOf(all.map(({ state }) => state)), refundedTotal: plan.after.row.refundedTotal + amount };
  return finished(withServiceStep(plan, transition, { actor, comment, changes }, now), actor, now);
}

/** What an exchange of the order costs on top has been paid. */
export const withSupplementPaid = (plan: ServicePlan, actor: Actor, now: Instant): ServicePlan =>
  withHappening(plan, { type: 'SUPPLEMENT_PAID', actor, comment: null }, now);

/** Whether the document waits for money to come in. */
export const awaitsSupplement = ({ status, supplementaryFee, replacementShippedAt }: CustomerServiceRow): boolean =>
  status === 'DELIVERING' && supplementaryFee !== null && replacementShippedAt === null;
