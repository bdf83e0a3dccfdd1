import { callerOf, type Context } from '../../context.ts';
import type { Answer, CommandScope } from '../../platform/commands.ts';
import { textRefusals } from '../../platform/text.rules.ts';
import { transitionsFor, type Transition } from '../order.lifecycle.ts';
import { giveBackAll } from './give-back.ts';
import { moverOf, moveOrder, type Preparation, type WantedStep } from './move-order.ts';
import type { OrderAction } from '../order.rules.ts';
import type { OrderRow } from '../order.tables.ts';
import type { OrderCancelInput } from '../placing/order-inputs.types.ts';

/** Makes a cancellation that only asks for it into what the store answers: a customer-service document, of which orders know nothing. */
export type AskToCancel = (order: OrderRow, scope: CommandScope, transition: Transition) => Promise<Preparation>;

/** Once it was taken on, the shopper can only ask; for everybody else, and before that, the order is called off. */
const meansRequest = (order: OrderRow): boolean => transitionsFor('REQUEST_CANCEL', order.kind, order.deliveryType).some(({ from }) => from === order.fulfilment);

/** Calls the order off. What was paid goes back by itself; what is still open at a gateway is closed there. */
export function cancelOrder(context: Context, input: OrderCancelInput, ask: AskToCancel): Promise<Answer<OrderRow>> {
  const { actor, mover } = moverOf(callerOf(context));
  const cancel = cancellation(context, input.reason);
  const action = (order: OrderRow) => (mover === 'SHOPPER' && meansRequest(order) ? 'REQUEST_CANCEL' : 'CANCEL');
  const prepare = (order: OrderRow, scope: CommandScope, transition: Parameters<typeof cancel.prepare>[2]): Promise<Preparation> =>
    (transition.action === 'REQUEST_CANCEL' ? ask(order, scope, transition as Transition) : cancel.prepare(order, scope, transition));
  const isRepetition = ({ lastAction, lastActorId, afterSales }: OrderRow) => lastAction === 'REQUEST_CANCEL' && lastActorId === actor.id && afterSales !== 'NONE';
  return moveOrder(context, { operation: 'orderCancel', input, action, isRepetition, prepare });
}

export function cancellation(context: Context, reason: string | null | undefined) {
  const { actor } = moverOf(callerOf(context));
  const prepare = async (order: OrderRow, { db, now }: CommandScope, _transition: Transition<OrderAction>): Promise<Preparation> => {
    const refusals = textRefusals([['reason', reason, 500, false]]);
    if (refusals.length > 0) return { refusals };
    return { comment: reason ?? null, ...(await giveBackAll(db, order, { reason: 'The order was canceled.', actor, now })) };
  };
  return { action: 'CANCEL', prepare } as const satisfies WantedStep;
}
