/** Plans how money that a gateway refuses to give back is paid out in another way: in cash, into the wallet, or by hand. */
import type { LedgerPosting } from '../../customers/ledger.rules.ts';
import type { RefundWay } from '../../payments/payment-states.ts';
import type { RefundRow } from '../../payments/payment.tables.ts';
import type { Actor } from '../../platform/event-log.ts';
import { toGlobalId } from '../../platform/ids.ts';
import { refusal, type Refusal } from '../../platform/refusals.ts';
import { textRefusals } from '../../platform/text.rules.ts';
import type { Instant } from '../../platform/time.ts';
import { unchanged, withMoney, type OrderPlan } from '../steps/order-plan.rules.ts';
import type { OrderRow } from '../order.tables.ts';
import { walletPostings } from './plan-refund.ts';

/** How somebody says that they pay it out. */
export interface OtherwiseDraft {
  readonly refundId?: string | null | undefined;
  readonly way: RefundWay;
  readonly reference?: string | null | undefined;
  readonly reason: string;
}

/** What is written when a refused refund is paid out otherwise. */
export interface OtherwisePlan {
  readonly order: OrderPlan;
  readonly refund: RefundRow;
  readonly postings: readonly LedgerPosting[];
}

function draftRefusals({ way, reference, reason }: OtherwiseDraft, { customerId }: OrderRow): Refusal[] {
  const refusals = textRefusals([['reference', reference, 100, true], ['reason', reason, 500, true]]);
  if (way === 'BY_HAND' && reference == null) refusals.push(refusal('INVALID_INPUT', 'What is paid by hand needs a reference under which it can be found.', ['reference']));
  if (way === 'WALLET' && customerId === null) refusals.push(refusal('INVALID_INPUT', 'Nobody is known as the order’s customer, so there is no wallet; pay in cash or by hand.', ['way']));
  return refusals;
}

/** The refused refund that is meant: the one that is named, or the only one. A refund in any other state may yet be paid by its gateway. */
function meant({ refundId }: OtherwiseDraft, refunds: readonly RefundRow[]): RefundRow | Refusal {
  const failed = refunds.filter(({ state, id }) => state === 'FAILED' && (refundId == null || toGlobalId('refund', id) === refundId));
  if (failed.length > 1) return refusal('INVALID_INPUT', 'Several refunds were refused; say which one is paid out.', ['refundId']);
  if (!failed[0]) return refusal('NO_REFUSED_REFUND', 'No gateway has refused such a refund; only what was refused may be paid out otherwise. A card that a terminal has refused is told of with orderReportCardRefusal.');
  return failed[0].askedAt === null ? failed[0] : refusal('REFUND_BEING_ASKED', 'The gateway is being asked for this refund once more; look again once it has answered.');
}

/** Plans that a refused refund, one of `refunds`, is paid out as the draft says. */
export function planOtherwise(order: OrderRow, refunds: readonly RefundRow[], draft: OtherwiseDraft, actor: Actor, now: Instant): OtherwisePlan | Refusal[] {
  const wrong = draftRefusals(draft, order);
  if (wrong.length > 0) return wrong;
  const found = meant(draft, refunds);
  if ('code' in found) return [found];
  const { way, reason } = draft;
  const refund: RefundRow = { ...found, state: 'PAID_OTHERWISE', settledAt: now, nextAttemptAt: null, paidOutBy: way, reference: draft.reference ?? null };
  const returned = refund.serviceId === null ? 0 : refund.amount;
  return {
    order: withMoney(unchanged(order), { type: 'REFUND_PAID_OTHERWISE', actor, comment: reason, refunded: refund.amount, returned, unknown: order.payment === 'CONFIRMING' }, now),
    refund, postings: walletPostings(order, way === 'WALLET' ? refund.amount : 0, { reason: refund.reason, at: now, actor }),
  };
}
