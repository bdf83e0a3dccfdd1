import { mostPoints } from '../../carts/benefits.rules.ts';
import { actorOf, callerOf, type Context } from '../../context.ts';
import type { CommandScope } from '../../platform/commands.ts';
import { fromGlobalId } from '../../platform/ids.ts';
import { refusal, type Refusal } from '../../platform/refusals.ts';
import { findStore } from '../../stores/store.queries.ts';
import type { StoreRow } from '../../stores/store.tables.ts';
import { contactOf } from './contact-of.ts';
import type { OrderFrame } from './new-order-row.rules.ts';
import { orderAsOf } from '../history/order-as-of.ts';
import type { NewOrderInput, OnlineOrderInput } from './order-inputs.types.ts';
import type { DeliveryType } from '../order.lifecycle.ts';
import type { Benefits } from './price-order.ts';
import type { Till, TillDraft } from './till.ts';

export const recallOrder = (context: Context) => ({ id, version }: Readonly<Record<string, unknown>>) => orderAsOf(context.db, callerOf(context), String(id), Number(version));

export const wishedBenefits = ({ couponCode, pointsWanted, expectedTotal }: Pick<NewOrderInput, 'couponCode' | 'pointsWanted' | 'expectedTotal'>, pointsRedemption = false): Benefits =>
  ({ couponCode: couponCode ?? null, pointsWanted: pointsWanted ?? (pointsRedemption ? mostPoints : 0), pointsNamed: pointsWanted ?? null, expectedTotal: expectedTotal ?? null });

/** What is known of a shopper's order before its lines are looked at; its currency is still to be said where there is no store. */
export async function onlineFrame(context: Context, scope: CommandScope, input: OnlineOrderInput, storeId: string | null): Promise<Omit<OrderFrame, 'currency'> | Refusal[]> {
  const caller = callerOf(context);
  const deliveryType = input.deliveryType ?? 'EXPRESS';
  const [store, contact] = await Promise.all([onlineStore(scope, storeId, deliveryType), contactOf(context, scope, input, deliveryType)]);
  if (Array.isArray(store)) return store;
  if (Array.isArray(contact)) return contact;
  return {
    kind: 'ONLINE', deliveryType, input, contact, store, pointsRedemption: input.pointsRedemption ?? false,
    customerId: caller.personId, uidScope: caller.personId, actor: actorOf(caller), clerk: null, till: null, maySpendBenefits: true,
  };
}

async function onlineStore({ db }: CommandScope, storeId: string | null, deliveryType: DeliveryType): Promise<StoreRow | null | Refusal[]> {
  if (storeId === null) {
    if (deliveryType === 'EXPRESS') return null;
    return [refusal('STORE_REQUIRED', `A ${deliveryType} order needs a store: name it in storeId.`, ['storeId'])];
  }
  const id = fromGlobalId('store', storeId);
  const store = id ? await findStore(db, id) : null;
  if (!store) return [refusal('NOT_FOUND', 'There is no store with this id.', ['storeId'])];
  return store.acceptingOrders && store.kind === 'STORE' ? store : [refusal('STORE_NOT_ACCEPTING', `${store.name} takes no online orders at present.`, ['storeId'])];
}

/** What is known of an order at a till before its lines are looked at. */
export function inStoreFrame(context: Context, input: NewOrderInput & TillDraft, customerId: string | null, { store, member, salesperson }: Till): OrderFrame {
  const caller = callerOf(context);
  return {
    kind: store.kind === 'COMPANY' ? 'COMPANY' : 'IN_STORE', deliveryType: 'SELF_PICK', input, contact: input.contact ?? null, store, currency: store.currency, uidScope: store.id, customerId,
    actor: actorOf(caller), clerk: caller, till: { receiptNumber: input.receiptNumber ?? null, salesperson }, maySpendBenefits: caller.role === 'SERVICE' || member?.maySpendBenefits === true,
    pointsRedemption: false,
  };
}
