import { callerOf, type Context } from '../../context.ts';
import type { Answer } from '../../platform/commands.ts';
import { payloadOf } from '../../platform/mutation.types.ts';
import { errorOf } from '../steps/order-answers.ts';
import type { OrdersPayload, OrderVerdict as ShownVerdict } from './order-desk.types.ts';
import type { OrderVerdict } from '../many/order-verdicts.ts';
import { Order } from '../order.types.ts';

/** What an owner has just removed from the recycle bin is gone for them, also from the answer that says so. */
function shown(context: Context, { reference, outcome, order: row, refusals }: OrderVerdict): ShownVerdict {
  const gone = row?.visibility === 'PURGED' && callerOf(context).role === 'SHOPPER';
  const order = row && !gone ? new Order(row) : null;
  return { reference, outcome, order, userErrors: refusals.map((refusal) => errorOf(refusal, order)) };
}

export const ordersPayload = (context: Context, answer: Answer<readonly OrderVerdict[]>): OrdersPayload =>
  ({ ...payloadOf(answer), verdicts: (answer.value ?? []).map((verdict) => shown(context, verdict)) });
