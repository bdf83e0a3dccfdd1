import { callerOf, type Context } from '../context.ts';
import { cancelOrder, type AskToCancel } from '../orders/steps/cancel-order.ts';
import { moverOf } from '../orders/steps/move-order.ts';
import type { OrderCancelInput } from '../orders/placing/order-inputs.types.ts';
import { unchanged, withStep } from '../orders/steps/order-plan.rules.ts';
import type { OrderRow } from '../orders/order.tables.ts';
import type { Answer } from '../platform/commands.ts';
import { keepSeen } from './command-on-service.ts';
import { planOpening, type OpenRequest } from './open-service.ts';
import { companionsOf, planWithEvents, type CasePlan } from './write-service.ts';

const unexplained = 'The customer calls the order off.';

/** Calls the order off, or, once it was taken on, asks the store to give all of it back (S4-123, S4-195). */
export function cancelOrRequest(context: Context, input: OrderCancelInput): Promise<Answer<OrderRow>> {
  const ask: AskToCancel = async (order, scope, transition) => {
    const { actor } = moverOf(callerOf(context));
    const asked = withStep(unchanged(order), { transition, actor }, input.reason ?? null, scope.now, context.orderSettings);
    const reason = input.reason?.trim() ? [...input.reason].slice(0, 200).join('') : unexplained;
    const request: OpenRequest = {
      type: 'REFUND', draft: { reason, content: input.reason ?? null, goodsReceived: false }, returns: [], replacements: [], cancelsOrder: true, clerk: null,
      goodsHandedIn: false, refundNow: false, order: asked,
    };
    const plan = await planOpening(context, scope, order, request);
    if (Array.isArray(plan)) return { refusals: plan };
    const { service: { after: document }, order: { after } } = plan as CasePlan;
    return {
      companions: companionsOf(plan as CasePlan), extend: () => planWithEvents(plan as CasePlan),
      keepRehearsed: () => keepSeen(context, scope, { kind: 'done', value: { document, order: after } }),
    };
  };
  return cancelOrder(context, input, ask);
}
