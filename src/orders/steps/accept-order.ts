import { callerOf, type Context } from '../../context.ts';
import type { Answer } from '../../platform/commands.ts';
import { moveOrder, type OrderCommandInput } from './move-order.ts';
import type { OrderRow } from '../order.tables.ts';

/** The store takes a paid order on; the clerk who does so settles it (S2-188). */
export function acceptOrder(context: Context, input: OrderCommandInput): Promise<Answer<OrderRow>> {
  const { personId, name } = callerOf(context);
  return moveOrder(context, { operation: 'orderAccept', action: 'ACCEPT', input, prepare: () => ({ changes: { clerkId: personId, clerkName: name } }) });
}
