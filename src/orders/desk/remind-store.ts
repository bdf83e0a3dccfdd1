import type { Context } from '../../context.ts';
import type { Answer } from '../../platform/commands.ts';
import { moveOrder, type OrderCommandInput } from '../steps/move-order.ts';
import { remindedChanges } from './order-desk.rules.ts';
import type { OrderRow } from '../order.tables.ts';

/** The customer asks for the goods to be sent; it rings on the store's feed (S2-5). */
export const remindStore = (context: Context, input: OrderCommandInput): Promise<Answer<OrderRow>> => moveOrder(context, {
  operation: 'orderRemind', action: 'REMIND', input,
  prepare: (order, { now }) => ({ changes: remindedChanges(order, now, context.orderSettings.remindAfterSeconds) }),
});
