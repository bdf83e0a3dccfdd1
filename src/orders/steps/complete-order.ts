import { callerOf, type Context } from '../../context.ts';
import type { Answer } from '../../platform/commands.ts';
import { moveOrder, type OrderCommandInput } from './move-order.ts';
import type { OrderRow } from '../order.tables.ts';

/** The goods are with the customer. An order that no clerk has settled yet is settled by whoever completes it. */
export function completeOrder(context: Context, input: OrderCommandInput): Promise<Answer<OrderRow>> {
  const { personId, name } = callerOf(context);
  const prepare = ({ clerkId }: OrderRow) => (clerkId ? {} : { changes: { clerkId: personId, clerkName: name } });
  return moveOrder(context, { operation: 'orderComplete', action: 'COMPLETE', input, prepare });
}
