/** Decides whether an order may take a step, and what the order is like after it. */
import type { Actor } from '../platform/event-log.ts';
import { refusal, type Refusal } from '../platform/refusals.ts';
import { isDue, secondsAfter, type Instant } from '../platform/time.ts';
import { explainNoPlace } from './steps/explain-step.rules.ts';
import { deskSteps, isDeskAction, type DeskAction } from './desk/order-desk.lifecycle.ts';
import type { ItemChange } from './history/order-history.rules.ts';
import { judgeDeskStep, onHold } from './desk/order-desk.rules.ts';
import {
  awaitsPayment, isDead, isOver, statusOf, timers, transitions, transitionsFor, unhindered,
  type Action, type Mover, type PaymentState, type Requirement, type Transition,
} from './order.lifecycle.ts';
import type { OrderRow } from './order.tables.ts';

export interface OrderSettings {
  /** How long an online order waits for its payment. */
  readonly payWithinSeconds: number;
  /** After how long a shipped order counts as received. */
  readonly receiptAfterSeconds: number;
  /** How long the owner of an order waits before they may remind its store again. */
  readonly remindAfterSeconds: number;
  /** Currency of an order that has no store, unless the shopper names one. */
  readonly defaultCurrency: string;
  /** Whether paid EXPRESS orders are confirmed without a person. */
  readonly confirmAutomatically: boolean;
}

/** Somebody who wants to move an order. */
export interface MoverIdentity {
  readonly mover: Mover;
  readonly actor: Actor;
}

/** Every step of an order: one that moves it, or one of the desk. */
export type OrderAction = Action | DeskAction;

export type Verdict<A extends OrderAction = Action> =
  | { readonly kind: 'allowed'; readonly transition: Transition<A> }
  /** The same caller did just this already: nothing to do, and no error. */
  | { readonly kind: 'repeated' }
  | { readonly kind: 'refused'; readonly refusal: Refusal };

const refused = (code: Refusal['code'], message: string): Extract<Verdict, { kind: 'refused' }> => ({ kind: 'refused', refusal: refusal(code, message) });

/** Whether everything was given back, and nothing is asked of the order any more. */
const nothingLeft = ({ returnedPieces, pieces, afterSales }: OrderRow): boolean => returnedPieces === pieces && afterSales === 'NONE';

function unmet(requirement: Requirement, order: OrderRow, mover: Mover, now: Instant): Refusal | null {
  switch (requirement) {
    case 'PAID_IN_FULL':
      return order.paidTotal - order.refundedTotal >= owedOf(order) ? null : refusal('NOT_PAID_IN_FULL', 'The order is not paid in full yet; take the payment first.');
    case 'NO_STORE':
      return order.storeId === null ? null : refusal('STORE_ALREADY_ASSIGNED', `The store ${order.storeCode} has the order; only an order without a store can be assigned.`);
    case 'HAS_STORE':
      return order.storeId !== null ? null : refusal('TRANSITION_NOT_ALLOWED', 'No store has the order; ASSIGN_STORE gives it to one.');
    case 'DEADLINE_PASSED':
      return order.payDeadline !== null && isDue(order.payDeadline, now) ? null : refusal('DEADLINE_NOT_PASSED', 'The payment deadline is still ahead.');
    case 'NO_PAYMENT_IN_DOUBT':
      // What the system books is what ends the doubt, or comes on top of it.
      return mover === 'SYSTEM' || order.payment !== 'CONFIRMING' ? null : refusal('PAYMENT_IN_DOUBT', 'It is not known yet what has become of a payment of this order; it is being asked.');
    case 'DEADLINE_AHEAD':
      if (mover === 'SYSTEM') return null;
      return order.payDeadline === null || !isDue(order.payDeadline, now) ? null : refusal('DEADLINE_PASSED', 'The payment deadline has passed; place the order anew.');
    case 'SUPPLEMENT_DUE':
      return amountDueOf(order) > 0 ? null : refusal('TRANSITION_NOT_ALLOWED', 'Nothing is left to pay of the order.');
    case 'NOTHING_LEFT':
      return nothingLeft(order) ? null : refusal('NOT_ALL_RETURNED', 'Not everything has been given back.');
  }
}

/** Whether `who` may take this step now; every guard and every button asks here. */
export function judge<A extends OrderAction>(order: OrderRow, action: A, who: MoverIdentity, now: Instant): Verdict<A> {
  return (isDeskAction(action) ? judgeAtDesk(order, action, who, now) : judgeTransition(order, action as Action, who, now)) as Verdict<A>;
}

/** A step of the desk is a row that leads from where the order is to where it is. */
function judgeAtDesk(order: OrderRow, action: DeskAction, { mover }: MoverIdentity, now: Instant): Verdict<DeskAction> {
  const verdict = judgeDeskStep(order, action, mover, now);
  if (verdict.kind !== 'allowed') return verdict as Verdict<DeskAction>;
  return { kind: 'allowed', transition: { action, kind: order.kind, deliveries: [order.deliveryType], from: order.fulfilment, to: order.fulfilment, by: deskSteps[action].by } };
}

function judgeTransition(order: OrderRow, action: Action, who: MoverIdentity, now: Instant): Verdict {
  const rows = transitionsFor(action, order.kind, order.deliveryType);
  const row = rows.find((candidate) => candidate.from === order.fulfilment);
  if (!row) {
    const done = rows.some((candidate) => candidate.to === order.fulfilment && candidate.from !== candidate.to);
    if (done && order.lastAction === action && order.lastActorId === who.actor.id) return { kind: 'repeated' };
    return refused('TRANSITION_NOT_ALLOWED', explainNoPlace(action, order));
  }
  if (!row.by.includes(who.mover)) return refused('NOT_YOUR_STEP', `${action} is for ${row.by.join(', ')}, not for ${who.mover}.`);
  if (order.heldAt !== null) return { kind: 'refused', refusal: onHold(order, who.mover) };
  if (order.afterSales !== 'NONE' && !unhindered.has(action)) {
    return refused('SERVICE_OPEN', `${action} waits until the order’s open customer service is answered and closed.`);
  }
  const lacking = row.requires?.map((requirement) => unmet(requirement, order, who.mover, now)).find((found) => found !== null);
  return lacking ? { kind: 'refused', refusal: lacking } : { kind: 'allowed', transition: row };
}

/** Steps that this mover could ever take on such an order: what a client draws buttons for. */
export function actionsOf(order: Pick<OrderRow, 'kind' | 'deliveryType'>, mover: Mover): OrderAction[] {
  const own = transitions.filter((row) => row.kind === order.kind && row.deliveries.includes(order.deliveryType) && row.by.includes(mover));
  const atDesk = Object.entries(deskSteps).filter(([, { kinds, by }]) => kinds.includes(order.kind) && by.includes(mover));
  return [...new Set(own.map((row) => row.action)), ...atDesk.map(([action]) => action as DeskAction)];
}

/** What the ledger says, in one word. `unknown`: a gateway still owes an answer. */
export function paymentStateOf(order: Pick<OrderRow, Owing | 'fulfilment'>, unknown: boolean): PaymentState {
  const kept = order.paidTotal - order.refundedTotal;
  if (order.refundedTotal > 0 && kept <= 0) return 'REFUNDED';
  if (unknown) return 'CONFIRMING';
  if (kept >= order.total + order.supplementTotal && !(order.total === 0 && isOver(order.fulfilment) && order.fulfilment !== 'CONFIRMED')) return 'PAID';
  if (order.refundedTotal > 0) return 'PARTIALLY_REFUNDED';
  if (kept > 0) return 'PARTIALLY_PAID';
  return isOver(order.fulfilment) ? 'CLOSED' : 'OPEN';
}

type Owing = 'total' | 'supplementTotal' | 'returnedTotal' | 'paidTotal' | 'refundedTotal';

/** What the order is to keep of the money: its total, what exchanges cost on top, less what after-sales have given back. */
export const owedOf = ({ total, supplementTotal, returnedTotal }: Pick<OrderRow, Owing>): number => total + supplementTotal - returnedTotal;

/** What is left to pay: by an order that waits for its payment, or for what an exchange costs on top. */
export const amountDueOf = (order: Pick<OrderRow, Owing | 'fulfilment'>): number =>
  awaitsPayment(order.fulfilment) || (order.supplementTotal > 0 && !isDead(order.fulfilment)) ? Math.max(0, owedOf(order) - (order.paidTotal - order.refundedTotal)) : 0;

/** Whether money is awaited: without it, an attempt to pay that is still open is closed at its gateway. */
export const wantsMoney = (order: Pick<OrderRow, Owing | 'fulfilment'>): boolean => awaitsPayment(order.fulfilment) || amountDueOf(order) > 0;

/** Columns of an order that may change after it was placed. */
export type OrderChanges = Partial<Pick<OrderRow,
  | 'fulfilment' | 'payment' | 'status' | 'version' | 'lastAction' | 'lastActorId' | 'timerAt' | 'paidTotal' | 'refundedTotal'
  | 'visibility' | 'heldAt' | 'holdReason' | 'remindedAt' | 'reminders' | 'remindAgainAt' | 'payDeadline' | 'settledAt' | 'commentId' | 'reviewedAt' | 'awaitingReview'
  | 'afterSales' | 'hadAfterSales' | 'supplementTotal' | 'returnedTotal' | 'returnedPieces'
  | 'storeId' | 'storeCode' | 'storeName' | 'clerkId' | 'clerkName' | 'courierCompany' | 'courierCode' | 'waybillNumber'
  | 'updatedAt' | 'paidAt' | 'confirmedAt' | 'deliveryStartedAt' | 'deliveredAt' | 'finishedAt' | 'canceledAt'>>;

/** What a step brings besides its place in the table. */
export interface Step {
  readonly transition: Transition<OrderAction>;
  readonly actor: Actor;
  readonly changes?: OrderChanges;
  /** What it changes of the lines; whoever writes it writes these as well. */
  readonly items?: readonly ItemChange[] | undefined;
}

const timerOf = (order: OrderRow, transition: Pick<Transition, 'from' | 'to'>, now: Instant, settings: OrderSettings): Instant | null => {
  if (transition.from === transition.to) return order.timerAt;
  const action = timers[transition.to];
  return action === 'CONFIRM_RECEIPT' ? secondsAfter(now, settings.receiptAfterSeconds) : null;
};

/** A deal that is done asks for a review from then on; a step that leads away from there takes that back. */
const reviewAfter = (order: OrderRow, { from, to }: Pick<Transition, 'from' | 'to'>): Pick<OrderChanges, 'awaitingReview'> => {
  if (from === to || (to === 'CONFIRMED') === order.awaitingReview) return {};
  return { awaitingReview: to === 'CONFIRMED' };
};

/** The columns that a step sets; the caller has judged it allowed. */
export function changesOf(order: OrderRow, { transition, actor, changes = {} }: Step, now: Instant, settings: OrderSettings): OrderChanges & { version: number } {
  const moved = { ...order, ...changes, fulfilment: transition.to };
  const payment = paymentStateOf(moved, order.payment === 'CONFIRMING' && moved.paidTotal === order.paidTotal);
  return {
    ...changes,
    fulfilment: transition.to,
    payment,
    status: statusOf(transition.to, payment, moved.afterSales),
    version: order.version + 1,
    ...(isDeskAction(transition.action) ? {} : { lastAction: transition.action, lastActorId: actor.id }),
    timerAt: timerOf(moved, transition, now, settings),
    updatedAt: now,
    ...reviewAfter(order, transition),
    ...Object.fromEntries((transition.stamps ?? []).map((stamp) => [stamp, now])),
  };
}

/** The step that follows by itself, if any: money that came while the order was held pays it, and what was given back meanwhile ends it; a paid EXPRESS order is confirmed unless a person must do it; a company's is done. */
export function nextOf(order: OrderRow, settings: OrderSettings): Action | null {
  if (order.fulfilment === 'PAY_PENDING' && order.total > 0 && order.paidTotal - order.refundedTotal >= order.total) return 'PAY';
  if (nothingLeft(order)) return 'REFUND';
  if (order.kind === 'COMPANY' && order.fulfilment === 'CONFIRM_PENDING') return 'COMPLETE';
  const express = order.kind === 'ONLINE' && order.deliveryType === 'EXPRESS';
  return express && order.fulfilment === 'CONFIRM_PENDING' && settings.confirmAutomatically ? 'CONFIRM' : null;
}

/** As `judge`; but taking money is what covers the total, so that step is not refused for the total not being covered yet, but where it is. */
function judgeButton(order: OrderRow, action: OrderAction, who: MoverIdentity, now: Instant): Verdict<OrderAction> {
  if (action !== 'PAY' && action !== 'PAY_SUPPLEMENT') return judge(order, action, who, now);
  const verdict = judge(covered(order), action, who, now);
  const idle = verdict.kind === 'allowed' && action === 'PAY_SUPPLEMENT' && amountDueOf(order) === 0;
  return idle ? refused('TRANSITION_NOT_ALLOWED', 'Nothing is left to pay of the order.') : verdict;
}

/** The step that money takes which covers what is due: for the order itself, or for what an exchange costs on top. */
export const payingOf = (order: OrderRow): Action => (amountDueOf(order) > 0 && !awaitsPayment(order.fulfilment) ? 'PAY_SUPPLEMENT' : 'PAY');

/** The order as if all that it is owed had been paid. */
export const covered = (order: OrderRow): OrderRow => ({ ...order, paidTotal: order.refundedTotal + owedOf(order) });

export interface Availability {
  readonly action: OrderAction;
  readonly reason: Refusal | null;
}

/** Every step that this mover could ever take on such an order, with the reason where it cannot be taken now. */
export function availabilityOf(order: OrderRow, who: MoverIdentity, now: Instant): Availability[] {
  return actionsOf(order, who.mover).map((action) => {
    const verdict = judgeButton(order, action, who, now);
    if (verdict.kind === 'repeated') return { action, reason: refusal('TRANSITION_NOT_ALLOWED', 'You have done this already.') };
    return { action, reason: verdict.kind === 'refused' ? verdict.refusal : null };
  });
}
