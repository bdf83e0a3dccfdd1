/** Decides what is written when an order changes: the columns, and one event for each step. */
import type { Actor, NewEvent } from '../../platform/event-log.ts';
import { secondsAfter, type Instant } from '../../platform/time.ts';
import { countDeltas } from '../counts/order-counts.rules.ts';
import type { ItemChange } from '../history/order-history.rules.ts';
import { deskSteps, isDeskAction } from '../desk/order-desk.lifecycle.ts';
import { afterSalesStatuses, statusOf, timers, type AfterSales, type OrderStatus } from '../order.lifecycle.ts';
import type { OrderEventType } from '../order-events.ts';
import { changesOf, judge, nextOf, paymentStateOf, type OrderChanges, type OrderSettings, type Step } from '../order.rules.ts';
import type { OrderRow } from '../order.tables.ts';

/** A change that has been thought through and not yet written. */
export interface OrderPlan {
  readonly before: OrderRow;
  readonly after: OrderRow;
  readonly changes: OrderChanges;
  readonly events: readonly NewEvent[];
}

export const unchanged = (order: OrderRow): OrderPlan => ({ before: order, after: order, changes: {}, events: [] });

interface Happening {
  readonly type: OrderEventType;
  readonly actor: Actor;
  readonly comment: string | null;
  readonly changes: OrderChanges & { version: number };
  readonly at: Instant;
  /** What it changes of the lines, to be told by the event. */
  readonly items?: readonly ItemChange[] | undefined;
  /** The owner tidies up: the store's feed does not tell of it. */
  readonly owners?: boolean;
}

/** That the order has come to after-sales, from the first time on. */
const markOf = (from: OrderRow, type: OrderEventType, status: OrderStatus): Pick<OrderChanges, 'hadAfterSales'> =>
  (!from.hadAfterSales && (type.startsWith('SERVICE_') || afterSalesStatuses.includes(status)) ? { hadAfterSales: true } : {});

function withEvent(plan: OrderPlan, { type, actor, comment, changes: given, at, items, owners = false }: Happening): OrderPlan {
  const from = plan.after;
  const changes = { ...given, ...markOf(from, type, given.status ?? from.status) };
  const after: OrderRow = { ...from, ...changes };
  const storeId = owners ? null : (after.storeId ?? from.storeId);
  const event: NewEvent = {
    subjectId: from.id, subjectKind: 'order', version: changes.version, type, at, actor, comment, changes: items ? { ...changes, items } : changes,
    storeId, customerId: from.visibility === 'PURGED' ? null : from.customerId, fromStatus: from.status, toStatus: after.status, countDeltas: countDeltas(from, after, storeId),
  };
  return { ...plan, after, changes: { ...plan.changes, ...changes }, events: [...plan.events, event] };
}

/** Adds a step of the lifecycle that was judged allowed. */
export function withStep(plan: OrderPlan, step: Step, comment: string | null, now: Instant, settings: OrderSettings): OrderPlan {
  const { transition: { action }, actor, items } = step;
  const owners = isDeskAction(action) && deskSteps[action].owners === true;
  return withEvent(plan, { type: action, actor, comment, at: now, changes: changesOf(plan.after, step, now, settings), items, owners });
}

/** Adds the steps that follow by themselves. */
export function withFollowUps(plan: OrderPlan, actor: Actor, now: Instant, settings: OrderSettings): OrderPlan {
  const next = nextOf(plan.after, settings);
  if (!next) return plan;
  const verdict = judge(plan.after, next, { mover: 'SYSTEM', actor }, now);
  if (verdict.kind !== 'allowed') return plan;
  return withFollowUps(withStep(plan, { transition: verdict.transition, actor }, null, now, settings), actor, now, settings);
}

/** Something about the order's money that is no step of its own. */
export interface MoneyHappening {
  readonly type: OrderEventType;
  readonly actor: Actor;
  readonly comment: string | null;
  readonly paid?: number;
  readonly refunded?: number;
  /** How much of what was refunded is what after-sales give back of the order, and no surplus. */
  readonly returned?: number;
  /** Whether some gateway still owes an answer afterwards. */
  readonly unknown: boolean;
}

/** A company's order does not run out of time while a card is in doubt: the customer stands at the counter, and has most likely paid. */
function timerInDoubt({ kind, fulfilment, payment, payDeadline }: OrderRow): OrderChanges {
  return kind === 'COMPANY' && fulfilment === 'PAY_PENDING' ? { timerAt: payment === 'CONFIRMING' ? null : payDeadline } : {};
}

/** Adds what happened to the money: the totals, and the payment state and status that follow from them. */
export function withMoney(plan: OrderPlan, happening: MoneyHappening, now: Instant): OrderPlan {
  const { type, actor, comment, paid = 0, refunded = 0, returned = 0, unknown } = happening;
  const { paidTotal, refundedTotal, returnedTotal } = plan.after;
  const totals = { paidTotal: paidTotal + paid, refundedTotal: refundedTotal + refunded, ...(returned > 0 && { returnedTotal: returnedTotal + returned }) };
  const payment = paymentStateOf({ ...plan.after, ...totals }, unknown);
  const timer = timerInDoubt({ ...plan.after, payment });
  const changes = { ...totals, payment, status: statusOf(plan.after.fulfilment, payment, plan.after.afterSales), version: plan.after.version + 1, updatedAt: now, ...timer };
  return withEvent(plan, { type, actor, comment, at: now, changes });
}

/** What after-sales know of an order; all of it follows from its documents. */
export interface AfterSalesFacts {
  readonly afterSales: AfterSales;
  readonly supplementTotal: number;
  readonly returnedPieces: number;
}

export interface AfterSalesHappening {
  readonly type: Extract<OrderEventType, 'SERVICE_OPENED' | 'SERVICE_MOVED' | 'SERVICE_CLOSED'>;
  readonly actor: Actor;
  readonly comment: string;
  readonly facts: AfterSalesFacts;
}

/**
 * While after-sales want something, time does not move the order; once they want nothing any more, it runs anew. For an order on
 * hold it stands still as well: the release moves it on by the time held, so that all of it is left from then.
 */
function timerUnder(before: OrderRow, afterSales: AfterSales, now: Instant, { receiptAfterSeconds }: OrderSettings): OrderRow['timerAt'] {
  if (afterSales !== 'NONE') return null;
  if (before.afterSales === 'NONE') return before.timerAt;
  return timers[before.fulfilment] === 'CONFIRM_RECEIPT' ? secondsAfter(before.heldAt ?? now, receiptAfterSeconds) : null;
}

/** Adds what happened to a customer-service document of the order, and the end of the order where nothing is left of it. */
export function withAfterSales(plan: OrderPlan, { type, actor, comment, facts }: AfterSalesHappening, now: Instant, settings: OrderSettings): OrderPlan {
  const before = plan.after;
  const payment = paymentStateOf({ ...before, ...facts }, before.payment === 'CONFIRMING');
  const changes = { ...facts, payment, status: statusOf(before.fulfilment, payment, facts.afterSales), timerAt: timerUnder(before, facts.afterSales, now, settings), version: before.version + 1, updatedAt: now };
  const told = withEvent(plan, { type, actor, comment, at: now, changes });
  const verdict = judge(told.after, 'REFUND', { mover: 'SYSTEM', actor }, now);
  return verdict.kind === 'allowed' ? withStep(told, { transition: verdict.transition, actor }, null, now, settings) : told;
}
