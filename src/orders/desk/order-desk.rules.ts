/** Decides whether a step that leaves goods and money where they are may be taken, and what it sets. */
import { refusal, type Refusal } from '../../platform/refusals.ts';
import { epochOf, isDue, secondsAfter, type Instant } from '../../platform/time.ts';
import { deskSteps, type DeskAction } from './order-desk.lifecycle.ts';
import { awaitsPayment, type Mover } from '../order.lifecycle.ts';
import type { OrderChanges } from '../order.rules.ts';
import type { OrderRow } from '../order.tables.ts';

export type DeskVerdict =
  | { readonly kind: 'allowed' | 'repeated' }
  | { readonly kind: 'refused'; readonly refusal: Refusal };

const refused = (...said: Parameters<typeof refusal>): DeskVerdict => ({ kind: 'refused', refusal: refusal(...said) });

/** Why it is held is for those who work on it, not for its owner. */
export const onHold = ({ holdReason }: Pick<OrderRow, 'holdReason'>, mover: Mover): Refusal =>
  refusal('ORDER_ON_HOLD', `The order is on hold${holdReason && mover !== 'SHOPPER' ? ` (${holdReason})` : ''}; it takes no step until it is released.`);

/** When a step has its place, for whom it is refused because of the status. */
const places: Readonly<Record<DeskAction, string>> = {
  HOLD: 'it can be held as long as goods or money have a way to go that no customer service decides',
  RELEASE: 'it can be released once it is held',
  REMIND: 'the store can be reminded once the order is paid, and until it is sent or waits to be fetched',
  REVIEW: 'it can be reviewed once it is done (CLOSED_CONFIRMED)',
  SETTLE: 'it can be settled once it is done (CLOSED_CONFIRMED)',
  DELETE: 'it can be deleted once it is closed, and one that is done once it is settled',
  RESTORE: 'it can be restored from the recycle bin',
  PURGE: 'it can be removed for good once it is closed again',
};

/** The order is as the step would leave it, whoever brought that about. */
const isSo: Readonly<Partial<Record<DeskAction, (order: OrderRow) => boolean>>> = {
  HOLD: ({ heldAt }) => heldAt !== null,
  RELEASE: ({ heldAt }) => heldAt === null,
  SETTLE: ({ settledAt }) => settledAt !== null,
  DELETE: ({ visibility }) => visibility === 'RECYCLED',
  RESTORE: ({ visibility }) => visibility === 'VISIBLE',
  PURGE: ({ visibility }) => visibility === 'PURGED',
};

/** What else must hold, and why it does not. */
function lacking(order: OrderRow, action: DeskAction, mover: Mover, now: Instant): Refusal | null {
  const { status, settledAt, visibility, remindAgainAt, heldAt } = order;
  if (action === 'DELETE' && status === 'CLOSED_CONFIRMED' && settledAt === null) {
    return refusal('NOT_SETTLED', 'The order is done but not settled with the store yet; it can be deleted once it is (S2-211).');
  }
  if (action === 'PURGE' && visibility !== 'RECYCLED') return refusal('NOT_IN_RECYCLE_BIN', 'The order is not in the recycle bin; delete it first.');
  if (action === 'RESTORE' && visibility !== 'RECYCLED') return refusal('NOT_IN_RECYCLE_BIN', 'The order is not in the recycle bin.');
  if (action === 'REMIND' && heldAt !== null) return onHold(order, mover);
  if (action === 'REMIND' && remindAgainAt !== null && !isDue(remindAgainAt, now)) {
    return refusal('REMINDED_ALREADY', `The store was reminded already; you may remind it again from ${remindAgainAt} on.`);
  }
  return null;
}

export function judgeDeskStep(order: OrderRow, action: DeskAction, mover: Mover, now: Instant): DeskVerdict {
  const { by, kinds, statuses } = deskSteps[action];
  if (!kinds.includes(order.kind)) return refused('TRANSITION_NOT_ALLOWED', `${action} does not exist for ${order.kind} orders.`);
  if (!by.includes(mover)) return refused('NOT_YOUR_STEP', `${action} is for ${by.join(', ')}, not for ${mover}.`);
  if (isSo[action]?.(order)) return { kind: 'repeated' };
  if (!statuses.includes(order.status)) return refused('TRANSITION_NOT_ALLOWED', `${action} is not possible while the order is ${order.status}: ${places[action]}.`);
  const missing = lacking(order, action, mover, now);
  return missing ? { kind: 'refused', refusal: missing } : { kind: 'allowed' };
}

export const heldChanges = (reason: string, now: Instant): OrderChanges => ({ heldAt: now, holdReason: reason });

/** Time stands still for a held order: what was left of each deadline when it was held is left when it is released. */
export function releasedChanges({ heldAt, timerAt, payDeadline, fulfilment }: OrderRow, now: Instant): OrderChanges {
  const held = Math.max(0, epochOf(now) - epochOf(heldAt!)) / 1000;
  const later = (instant: Instant | null): Instant | null => instant && secondsAfter(instant, held);
  return { heldAt: null, holdReason: null, ...(timerAt && { timerAt: later(timerAt) }), ...(payDeadline && awaitsPayment(fulfilment) && { payDeadline: later(payDeadline) }) };
}

export const remindedChanges = ({ reminders }: OrderRow, now: Instant, againAfterSeconds: number): OrderChanges =>
  ({ remindedAt: now, reminders: reminders + 1, remindAgainAt: secondsAfter(now, againAfterSeconds) });
