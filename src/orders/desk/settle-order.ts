import type { Context } from '../../context.ts';
import type { Answer } from '../../platform/commands.ts';
import { textRefusals } from '../../platform/text.rules.ts';
import { moveOrder, type WantedStep } from '../steps/move-order.ts';
import type { OrderSettleInput } from './order-desk-inputs.types.ts';
import type { OrderRow } from '../order.tables.ts';

/** Notes that accounts with the store are settled for this order (S2-157). */
export const settleOrder = (context: Context, input: OrderSettleInput): Promise<Answer<OrderRow>> =>
  moveOrder(context, { operation: 'orderSettle', input, ...settlement(input.comment) });

export const settlement = (comment: string | null | undefined): WantedStep => ({
  action: 'SETTLE',
  prepare: (_order, { now }) => ({ changes: { settledAt: now }, comment: comment ?? null, refusals: textRefusals([['comment', comment, 500, false]]) }),
});
