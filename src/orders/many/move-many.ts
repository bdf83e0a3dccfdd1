import type { Context } from '../../context.ts';
import type { Answer } from '../../platform/commands.ts';
import { refusal, type Refusal } from '../../platform/refusals.ts';
import { textRefusals } from '../../platform/text.rules.ts';
import { assignment } from '../steps/assign-store.ts';
import { cancellation } from '../steps/cancel-order.ts';
import { holding, releasing } from '../desk/hold-order.ts';
import type { WantedStep } from '../steps/move-order.ts';
import { moveOrders, type OrdersCommandInput } from './move-orders.ts';
import type { BulkStep } from '../desk/order-desk.lifecycle.ts';
import type { OrderVerdict } from './order-verdicts.ts';
import { settlement } from '../desk/settle-order.ts';

interface OrdersMove extends OrdersCommandInput {
  readonly step: BulkStep;
  readonly reason?: string | null | undefined;
  readonly comment?: string | null | undefined;
  readonly storeId?: string | null | undefined;
}

function stepOf(context: Context, { step, reason, comment, storeId }: OrdersMove): WantedStep {
  switch (step) {
    case 'CANCEL': return cancellation(context, reason);
    case 'SETTLE': return settlement(comment);
    case 'ASSIGN_STORE': return assignment(context, { storeId: storeId ?? '', comment: comment ?? null });
    case 'HOLD': return holding(reason ?? '');
    case 'RELEASE': return releasing(reason);
    default: return { action: step };
  }
}

/** What is wrong with the command itself, and would be so for every order. */
const refusalsOf = ({ step, reason, comment, storeId }: OrdersMove): Refusal[] => [
  ...textRefusals([['reason', reason, 500, step === 'HOLD'], ['comment', comment, 500, false]]),
  ...(step === 'HOLD' && reason == null ? [refusal('INVALID_INPUT', 'HOLD needs a reason.', ['reason'])] : []),
  ...(step === 'ASSIGN_STORE' && storeId == null ? [refusal('INVALID_INPUT', 'ASSIGN_STORE needs a store.', ['storeId'])] : []),
];

/** The same step for many orders of the back office, with a verdict for each. */
export const moveMany = (context: Context, input: OrdersMove): Promise<Answer<readonly OrderVerdict[]>> =>
  moveOrders(context, 'ordersMove', input, stepOf(context, input), refusalsOf(input));
