import type { Context } from '../../context.ts';
import type { Answer } from '../../platform/commands.ts';
import type { OrderVerdict } from '../many/order-verdicts.ts';
import { moveOrders, type OrdersCommandInput } from '../many/move-orders.ts';
import type { Visibility } from '../order.lifecycle.ts';
import type { DeskAction } from './order-desk.lifecycle.ts';

const to = (action: DeskAction, visibility: Visibility) => ({ action, prepare: () => ({ changes: { visibility } }) });

/** Its owner puts orders into the recycle bin (S1-49). Nothing is deleted but from their own lists. */
export const deleteOrders = (context: Context, input: OrdersCommandInput): Promise<Answer<readonly OrderVerdict[]>> =>
  moveOrders(context, 'orderDelete', input, to('DELETE', 'RECYCLED'));

/** Takes them out again (S1-51). */
export const restoreOrders = (context: Context, input: OrdersCommandInput): Promise<Answer<readonly OrderVerdict[]>> =>
  moveOrders(context, 'orderRestore', input, to('RESTORE', 'VISIBLE'));

/** Removes them from the recycle bin (S1-50): gone for their owner, and for nobody else. */
export const purgeOrders = (context: Context, input: OrdersCommandInput): Promise<Answer<readonly OrderVerdict[]>> =>
  moveOrders(context, 'orderPurge', input, to('PURGE', 'PURGED'));
