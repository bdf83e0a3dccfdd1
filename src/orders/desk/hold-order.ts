import type { Context } from '../../context.ts';
import { callInOpenPayments } from '../../payments/write-payments.ts';
import type { Answer } from '../../platform/commands.ts';
import { textRefusals } from '../../platform/text.rules.ts';
import { moveOrder, type WantedStep } from '../steps/move-order.ts';
import { heldChanges, releasedChanges } from './order-desk.rules.ts';
import type { OrderHoldInput, OrderReleaseInput } from './order-desk-inputs.types.ts';
import type { OrderRow } from '../order.tables.ts';

/** Stops the order where it is: nobody moves it, nor does time, until it is released. */
export const holdOrder = (context: Context, input: OrderHoldInput): Promise<Answer<OrderRow>> =>
  moveOrder(context, { operation: 'orderHold', input, ...holding(input.reason) });

export const holding = (reason: string): WantedStep => ({
  action: 'HOLD',
  saysTheSame: ({ holdReason }) => holdReason === reason,
  prepare: (_order, { now }) => ({ changes: heldChanges(reason, now), comment: reason, refusals: textRefusals([['reason', reason, 500, true]]) }),
});

export const releaseOrder = (context: Context, input: OrderReleaseInput): Promise<Answer<OrderRow>> =>
  moveOrder(context, { operation: 'orderRelease', input, ...releasing(input.reason) });

/** Lets the order go on. Money that came while it was held counts from now on, so what is still open at gateways is closed there. */
export const releasing = (reason: string | null | undefined): WantedStep => ({
  action: 'RELEASE',
  prepare: (order: OrderRow, { now }) => ({
    changes: releasedChanges(order, now),
    comment: reason ?? null,
    refusals: textRefusals([['reason', reason, 500, false]]),
    ...(order.fulfilment === 'PAY_PENDING' && order.paidTotal > 0 && { companions: (db, saved) => callInOpenPayments(db, saved, order.id, now) }),
  }),
});
