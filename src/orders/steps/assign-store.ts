import { callerOf, type Context } from '../../context.ts';
import type { Answer, CommandScope } from '../../platform/commands.ts';
import { fromGlobalId } from '../../platform/ids.ts';
import { refusal } from '../../platform/refusals.ts';
import { textRefusals } from '../../platform/text.rules.ts';
import { findStore } from '../../stores/store.queries.ts';
import { moveOrder, type Preparation, type WantedStep } from './move-order.ts';
import type { OrderRow } from '../order.tables.ts';
import type { OrderAssignStoreInput } from '../placing/order-inputs.types.ts';

type Assignment = Pick<OrderAssignStoreInput, 'storeId' | 'comment'>;

/** The platform gives an order that has no store to one; it rings there as a new one does. */
export const assignStore = (context: Context, input: OrderAssignStoreInput): Promise<Answer<OrderRow>> =>
  moveOrder(context, { operation: 'orderAssignStore', input, ...assignment(context, input) });

export function assignment(context: Context, { storeId, comment }: Assignment): WantedStep {
  const prepare = async (order: OrderRow, { db }: CommandScope): Promise<Preparation> => {
    const refusals = textRefusals([['comment', comment, 500, false]]);
    if (refusals.length > 0) return { refusals };
    const id = fromGlobalId('store', storeId);
    const store = id ? await findStore(db, id) : null;
    if (!store) return { refusals: [refusal('NOT_FOUND', 'There is no store with this id.', ['storeId'])] };
    if (!store.acceptingOrders || store.kind !== 'STORE') return { refusals: [refusal('STORE_NOT_ACCEPTING', `${store.name} takes no online orders at present.`, ['storeId'])] };
    if (store.currency !== order.currency) {
      return { refusals: [refusal('INVALID_INPUT', `The order is in ${order.currency}, the store works in ${store.currency}.`, ['storeId'])] };
    }
    return { changes: { storeId: store.id, storeCode: store.code, storeName: store.name }, comment: comment ?? null };
  };
  const isRepetition = ({ lastAction, lastActorId, storeId: current }: OrderRow) =>
    lastAction === 'ASSIGN_STORE' && lastActorId === callerOf(context).personId && current !== null && current === fromGlobalId('store', storeId);
  return { action: 'ASSIGN_STORE', isRepetition, prepare };
}
