import type { LedgerPosting } from '../customers/ledger.rules.ts';
import { isDead } from '../orders/order.lifecycle.ts';
import { unchanged, withAfterSales, type AfterSalesHappening, type OrderPlan } from '../orders/steps/order-plan.rules.ts';
import type { OrderSettings } from '../orders/order.rules.ts';
import { planRefund, planShares, type RefundPlan } from '../orders/paying/plan-refund.ts';
import { refundable, type RefundShare } from '../payments/payment.rules.ts';
import type { PaymentRow } from '../payments/payment.tables.ts';
import type { Actor } from '../platform/event-log.ts';
import { newId } from '../platform/ids.ts';
import type { Instant } from '../platform/time.ts';
import { isClosed } from './customer-service.lifecycle.ts';
import { changedLines, factsOf, paidOut, withDocument, type LineState, type OrderCase } from './order-case.rules.ts';
import { pointsBack } from './points-back.rules.ts';
import { serviceReason } from './service-words.rules.ts';
import type { ServicePlan } from './service-plan.rules.ts';
import type { CasePlan } from './write-service.ts';

/** What a change of a document needs besides itself, to be made out for its order. */
export interface CaseChange {
  readonly ofOrder: OrderCase;
  readonly service: ServicePlan;
  readonly payments: readonly PaymentRow[];
  /** Points that the customer has. */
  readonly pointsBalance: number;
  /** The document's own money that goes back by this change. */
  readonly payout: readonly RefundShare[];
  readonly actor: Actor;
  /** What else has happened to the order before, by the same write. */
  readonly order?: OrderPlan | undefined;
  /** What that moves in the ledger. */
  readonly postings?: readonly LedgerPosting[] | undefined;
}

/** The payments as they are once these shares are taken from them. */
const without = (payments: readonly PaymentRow[], shares: readonly RefundShare[]): PaymentRow[] =>
  payments.map((payment) => ({ ...payment, refunded: payment.refunded + (shares.find((share) => share.payment.id === payment.id)?.amount ?? 0) }));

/** What the order holds too much of once the document is as planned: an exchange that was paid for, and does not come off, leaves some. */
function surplusOf({ ofOrder, payments }: CaseChange, supplementTotal: number): number {
  const { order } = ofOrder;
  if (isDead(order.fulfilment)) return 0;
  const held = payments.reduce((sum, payment) => sum + refundable(payment), 0);
  return Math.max(0, held + paidOut(ofOrder) - order.total - supplementTotal);
}

/** Makes out what a change of a document does to its order: facts, status, lines, money, and an event for whoever follows the order. */
export function planCase(change: CaseChange, now: Instant, settings: OrderSettings): CasePlan {
  const { ofOrder, service, payments } = change;
  const { order } = ofOrder;
  const after = withDocument(ofOrder, service.after);
  const facts = factsOf(after);
  const payout = planShares(change.payout, order, { reason: serviceReason(service.after.row), serviceId: service.after.row.id }, now);
  const lines = changedLines(after);
  const surplus = planRefund(without(payments, change.payout), order, surplusOf(change, facts.supplementTotal), 'The exchange no longer costs as much as was paid for it.', now);
  return {
    order: orderPlanOf(change, { facts, items: toldOf(lines) }, [payout, surplus], now, settings), service, lines, refunds: [...payout.rows, ...surplus.rows],
    postings: [...(change.postings ?? []), ...[payout, surplus].flatMap((refund) => refund.postings(change.actor)), ...pointsBack(ofOrder, service, { balance: change.pointsBalance, actor: change.actor, now, idFor: newId })],
  };
}

/** What the document's last event tells of the lines, so that the order can be shown as it was. */
const toldOf = (lines: readonly LineState[]): readonly LineState[] | undefined => (lines.length > 0 ? lines : undefined);

type CaseEnd = Pick<AfterSalesHappening, 'facts' | 'items'>;

function orderPlanOf({ ofOrder, service, actor, order }: CaseChange, end: CaseEnd, refunds: readonly RefundPlan[], now: Instant, settings: OrderSettings): OrderPlan {
  const { opened, after, events } = service;
  const told = (plan: OrderPlan, type: 'SERVICE_OPENED' | 'SERVICE_MOVED' | 'SERVICE_CLOSED', step: string, its: CaseEnd): OrderPlan =>
    withAfterSales(plan, { type, actor, comment: `${after.row.type} ${after.row.number}: ${step}`, ...its }, now, settings);
  const isAll = opened && events.length === 1;
  const begun = opened ? told(order ?? unchanged(ofOrder.order), 'SERVICE_OPENED', 'CREATED', { facts: factsOf(withDocument(ofOrder, opened)), items: isAll ? end.items : undefined }) : (order ?? unchanged(ofOrder.order));
  const paid = refunds.reduce((plan, refund) => refund.extend(plan, actor), begun);
  const last = events.at(-1);
  if (!last || isAll) return paid;
  return told(paid, isClosed(after.row.status) ? 'SERVICE_CLOSED' : 'SERVICE_MOVED', last.type, end);
}

/** What money that moved on the order makes of some of its documents, and they of it. */
export interface FollowedMoney {
  readonly order: OrderPlan;
  readonly services: readonly ServicePlan[];
  readonly lines: readonly LineState[];
}

/** Adds to a change of the order what has become of its documents, and an event for each. */
export function planFollowed(ofOrder: OrderCase, plan: OrderPlan, services: readonly ServicePlan[], actor: Actor, now: Instant, settings: OrderSettings): FollowedMoney {
  const after = services.reduce((all, { after: document }) => withDocument(all, document), ofOrder);
  const facts = factsOf(after);
  const lines = changedLines(after);
  const order = services.reduce((sum, { before, after: { row }, events }, index) => {
    const type = isClosed(row.status) && !(before && isClosed(before.row.status)) ? 'SERVICE_CLOSED' : 'SERVICE_MOVED';
    const items = index === services.length - 1 ? toldOf(lines) : undefined;
    return withAfterSales(sum, { type, actor, comment: `${row.type} ${row.number}: ${events.at(-1)!.type}`, facts, items }, now, settings);
  }, plan);
  return { order, services, lines };
}
