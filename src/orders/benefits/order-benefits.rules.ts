/**
 * Decides what becomes of points and coupon when an order moves, and how much of what a line cost goes back with a part of
 * it. Nothing else looks at an order's life for that: it follows from the order before and after a change.
 */
import type { LedgerEntry, LedgerPosting, LedgerReason } from '../../customers/ledger.rules.ts';
import type { Actor } from '../../platform/event-log.ts';
import type { Instant } from '../../platform/time.ts';
import { awaitsPayment, isDead, isDone } from '../order.lifecycle.ts';
import type { OrderItemRow, OrderRow } from '../order.tables.ts';

type Standing = Pick<OrderRow, 'fulfilment' | 'payment' | 'pointsUsed' | 'pointsToEarn' | 'customerId' | 'couponCode'>;

/** Where the points are that pay for an order. */
type PointsHold = 'NONE' | 'RESERVED' | 'SPENT' | 'GIVEN_BACK';

function holdOf(order: Standing | null): PointsHold {
  if (!order || order.pointsUsed === 0 || order.customerId === null) return 'NONE';
  if (isDead(order.fulfilment)) return 'GIVEN_BACK';
  return awaitsPayment(order.fulfilment) ? 'RESERVED' : 'SPENT';
}

/** What moves between a customer's accounts and the platform, by where the points were and where they belong now. */
const moves: Readonly<Record<string, readonly [why: LedgerReason, from: LedgerEntry['kind'], to: LedgerEntry['kind']]>> = {
  'NONE RESERVED': ['RESERVE', 'POINTS', 'POINTS_RESERVED'],
  'NONE SPENT': ['SPEND', 'POINTS', 'PLATFORM_POINTS'],
  'RESERVED SPENT': ['SPEND', 'POINTS_RESERVED', 'PLATFORM_POINTS'],
  'RESERVED GIVEN_BACK': ['RELEASE', 'POINTS_RESERVED', 'POINTS'],
  'SPENT GIVEN_BACK': ['SPEND_RETURNED', 'PLATFORM_POINTS', 'POINTS'],
};

/** A movement of points as the ledger will have it, but for its id. */
export type PointsMove = Omit<LedgerPosting, 'id'>;

interface Circumstances {
  readonly at: Instant;
  readonly actor: Actor;
}

/** What an order's change moves between accounts of points; `before` is null for a new order. */
export function pointsMoves(before: OrderRow | null, after: OrderRow, { at, actor }: Circumstances): PointsMove[] {
  const posting = { customerId: after.customerId!, unit: 'POINTS', orderId: after.id, note: null, at, actor };
  const move = moves[`${holdOf(before)} ${holdOf(after)}`];
  const done = isDone(after.fulfilment) && !(before && isDone(before.fulfilment)) && after.customerId !== null;
  // What was given back before the order was done earns nothing.
  const earned = done ? after.pointsToEarn - earnedPart(after.pointsToEarn, after.total - after.freightTotal, 0, after.returnedTotal) : 0;
  return [
    ...(move ? [{ ...posting, reason: move[0], entries: between(move[1], move[2], after.pointsUsed) }] : []),
    ...(earned > 0 ? [{ ...posting, reason: 'EARN' as const, entries: between('PLATFORM_POINTS', 'POINTS', earned) }] : []),
  ];
}

const between = (from: LedgerEntry['kind'], to: LedgerEntry['kind'], amount: number): LedgerEntry[] => [{ kind: from, amount: -amount }, { kind: to, amount }];

type Taking = Pick<OrderRow, 'fulfilment' | 'payment' | 'pointsUsed' | 'total' | 'returnedTotal'>;

/**
 * Whether what an order took (a coupon, a use of an offer) is for others again: it died, or everything was given back. A gift
 * may be kept; goods that points have paid for may not, nor does a surplus that went back say anything about the goods.
 */
export const isGivenBack = ({ fulfilment, payment, pointsUsed, total, returnedTotal }: Taking): boolean =>
  isDead(fulfilment) || fulfilment === 'REFUNDED' || (payment === 'REFUNDED' && pointsUsed === 0 && total > 0 && returnedTotal >= total);

/** Whether a change of the order gives back what it took. */
export const givesBack = (before: Taking, after: Taking): boolean => !isGivenBack(before) && isGivenBack(after);

/** Pieces of a line that are given back now, after others were. */
export interface ReturnedPart {
  readonly pieces: number;
  readonly piecesBefore: number;
}

/**
 * The part of an amount that falls to some pieces of a line. Whole minor units, and the parts of all pieces add up to the
 * amount, however the pieces are given back: each piece's part follows from its place in the line.
 */
export function partOf(amount: number, quantity: number, { pieces, piecesBefore }: ReturnedPart): number {
  const upTo = (count: number): number => Number((BigInt(amount) * BigInt(count)) / BigInt(quantity));
  return upTo(piecesBefore + pieces) - upTo(piecesBefore);
}

/** What goes back with some pieces of a line. */
export interface LinePart {
  /** Money that paid for them, without freight. */
  readonly money: number;
  /** Points that paid for them, and what those were worth. */
  readonly points: number;
  readonly pointsWorth: number;
  /** Their part of the freight; given back only where the seller bears it. */
  readonly freight: number;
}

type PaidLine = Pick<OrderItemRow, 'quantity' | 'saleTotal' | 'pointsShare' | 'pointsUsed' | 'freightShare'>;

/** What a line's pieces were paid with: its own shares of points and freight, as the order has frozen them. */
export function linePart(item: PaidLine, part: ReturnedPart): LinePart {
  const of = (amount: number): number => partOf(amount, item.quantity, part);
  return { money: of(item.saleTotal - item.pointsShare), points: of(item.pointsUsed), pointsWorth: of(item.pointsShare), freight: of(item.freightShare) };
}

/**
 * Of the points that an order earned, those that fall to money which has gone back: `refunded` now, `refundedBefore` so far,
 * of `paid` that the goods were paid with. All of it gone is all of the points gone.
 */
export function earnedPart(pointsToEarn: number, paid: number, refundedBefore: number, refunded: number): number {
  if (paid <= 0) return 0;
  const within = (amount: number): number => Math.min(paid, Math.max(0, amount));
  const upTo = (amount: number): number => Number((BigInt(pointsToEarn) * BigInt(within(amount)) + BigInt(paid) - 1n) / BigInt(paid));
  return upTo(refundedBefore + refunded) - upTo(refundedBefore);
}
