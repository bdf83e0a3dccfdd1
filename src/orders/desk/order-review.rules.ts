/** Decides whether a comment may be linked to an order or a line, and what still awaits one. */
import { refusal, type Refusal } from '../../platform/refusals.ts';
import type { Instant } from '../../platform/time.ts';
import type { ItemChange } from '../history/order-history.rules.ts';
import type { OrderChanges } from '../order.rules.ts';
import type { OrderItemRow, OrderRow } from '../order.tables.ts';

/** What is set; `repeated`: it is so already; or why not. */
export type Review =
  | { readonly changes: OrderChanges; readonly items?: readonly ItemChange[] }
  | { readonly repeated: true }
  | Refusal;

/** A comment on the order as a whole: nothing of it awaits a review any more. */
export function reviewOfOrder({ commentId: known }: OrderRow, commentId: string, now: Instant): Review {
  if (known !== null) return refusal('ALREADY_REVIEWED', 'The order has another comment already.', ['commentId']);
  return { changes: { commentId, reviewedAt: now, awaitingReview: false } };
}

/** A comment on one line: the order awaits a review as long as another line does, and the order itself has none. */
export function reviewOfLine({ reviewedAt }: OrderRow, items: readonly OrderItemRow[], seq: number, commentId: string, now: Instant): Review {
  const line = items.find((item) => item.seq === seq);
  if (!line) return refusal('NOT_FOUND', `The order has no line ${seq}.`, ['seq']);
  if (line.commentId === commentId) return { repeated: true };
  if (line.commentId !== null) return refusal('ALREADY_REVIEWED', `Line ${seq} has another comment already.`, ['commentId']);
  const awaitingReview = reviewedAt === null && items.some((item) => item.seq !== seq && item.reviewedAt === null);
  return { changes: { awaitingReview }, items: [{ seq, commentId, reviewedAt: now }] };
}
