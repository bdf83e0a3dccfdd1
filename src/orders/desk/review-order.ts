import type { Context } from '../../context.ts';
import type { Answer, CommandScope } from '../../platform/commands.ts';
import type { Database, Fragment } from '../../platform/database.ts';
import { textRefusals } from '../../platform/text.rules.ts';
import { moveOrder, type Preparation } from '../steps/move-order.ts';
import { reviewOfLine, reviewOfOrder, type Review } from './order-review.rules.ts';
import type { OrderReviewInput } from './order-desk-inputs.types.ts';
import { itemsOf, itemsOfOrder } from '../order.queries.ts';
import type { OrderRow } from '../order.tables.ts';

/** Links a comment to a finished order, or to one of its lines (S2-6, S1-70). */
export function reviewOrder(context: Context, input: OrderReviewInput): Promise<Answer<OrderRow>> {
  const { commentId, seq } = input;
  const isRepetition = ({ commentId: known }: OrderRow): boolean => seq == null && known === commentId;
  const prepare = async (order: OrderRow, scope: CommandScope): Promise<Preparation> => {
    const refusals = textRefusals([['commentId', commentId, 64, true]]);
    if (refusals.length > 0) return { refusals };
    if (seq == null) return prepared(reviewOfOrder(order, commentId, scope.now));
    const items = await itemsOf(scope.db, order.id);
    const review = reviewOfLine(order, items, seq, commentId, scope.now);
    const shown = items.map((item) => (item.seq === seq ? { ...item, commentId, reviewedAt: scope.now } : item));
    if (scope.rehearsal) itemsOfOrder(context).prime(order.id, shown);
    return prepared(review, (db, saved) => markLine(db, saved, { orderId: order.id, seq, commentId, at: scope.now }));
  };
  return moveOrder(context, { operation: 'orderReview', action: 'REVIEW', input, isRepetition, prepare });
}

const prepared = (review: Review, companions?: Preparation['companions']): Preparation =>
  'code' in review ? { refusals: [review] } : { ...review, ...(companions && { companions }) };

interface Mark {
  readonly orderId: string;
  readonly seq: number;
  readonly commentId: string;
  readonly at: string;
}

const markLine = (db: Database, saved: Fragment, { orderId, seq, commentId, at }: Mark): Fragment => db`, marked as (
  update order_items set comment_id = ${commentId}, reviewed_at = ${at} where order_id = ${orderId} and seq = ${seq} and exists (select 1 from ${saved}))`;
