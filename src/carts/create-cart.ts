import { callerOf, type Context } from '../context.ts';
import { runCommand, type Answer, type CommandScope, type Outcome } from '../platform/commands.ts';
import { fromGlobalId, newIdAt } from '../platform/ids.ts';
import { refusal, type Refusal } from '../platform/refusals.ts';
import { epochOf } from '../platform/time.ts';
import { findMember, findStore } from '../stores/store.queries.ts';
import type { StoreMemberRow, StoreRow } from '../stores/store.tables.ts';
import { recallCart, refuseCart, showLines } from './cart-command.ts';
import type { CartCreateInput } from './cart-inputs.types.ts';
import { cartLineRefusals, withAdded } from './cart.rules.ts';
import type { CartLineRow, CartRow } from './cart.tables.ts';
import { catalogueRefusals, priceNotAllowed, setterOf, termsOf, termsRefusals } from './check-cart.ts';
import { currencyRefusals } from './store-currency.rules.ts';
import { insertCart } from './write-cart.ts';

/** Where the cart is opened, and whether the caller may set prices there. */
interface Place {
  readonly store: StoreRow | null;
  readonly member: StoreMemberRow | null;
}

/** Opens a cart: a shopper's own, or a basket at the till of a store. */
export function createCart(context: Context, input: CartCreateInput): Promise<Answer<CartRow>> {
  const run = async (scope: CommandScope): Promise<Outcome<CartRow>> => {
    const place = await placeOf(context, scope, input);
    if (Array.isArray(place)) return refuseCart(null, place);
    const cart = rowOf(context, scope, input, place.store);
    const refusals = await refusalsOf(context, scope, input, cart, place);
    if (refusals.length > 0) return refuseCart(null, refusals);
    const added = withAdded({ cart, lines: [] }, input.lines ?? [], false, setterOf(callerOf(context)));
    if (!Array.isArray(added)) return refuseCart(null, [added]);
    const lines = added.map((line): CartLineRow => ({ ...line, cartId: cart.id, since: 1, until: null }));
    const row = { ...cart, lastSeq: lines.length };
    await insertCart(scope, row, lines);
    showLines(context, row.id, lines);
    return { kind: 'done', value: row };
  };
  return runCommand({ ...context, now: context.clock() }, { operation: 'cartCreate', actorId: callerOf(context).personId, input, run, recall: recallCart(context) });
}

async function placeOf(context: Context, { db }: CommandScope, { storeId }: CartCreateInput): Promise<Place | Refusal[]> {
  const { role, personId } = callerOf(context);
  if (storeId == null) return role === 'SHOPPER' ? { store: null, member: null } : [refusal('STORE_REQUIRED', 'A basket at a till needs its store.', ['storeId'])];
  const id = fromGlobalId('store', storeId);
  const [store, member] = id ? await Promise.all([findStore(db, id), role === 'STAFF' ? findMember(db, id, personId) : null]) : [null, null];
  if (store && (role !== 'STAFF' || member)) return { store, member };
  return [refusal('NOT_FOUND', role === 'STAFF' ? 'You work in no store with this id.' : 'There is no store with this id.', ['storeId'])];
}

function rowOf(context: Context, { now }: CommandScope, input: CartCreateInput, store: StoreRow | null): CartRow {
  const { role, personId } = callerOf(context);
  const shopper = role === 'SHOPPER';
  return {
    id: newIdAt(epochOf(now)), kind: shopper ? 'SHOPPER' : 'TILL', state: 'OPEN', ownerId: personId, storeId: store?.id ?? null,
    currency: store?.currency ?? input.currency ?? context.orderSettings.defaultCurrency, customerId: shopper ? personId : null, couponCode: null, pointsWanted: 0,
    version: 1, lastSeq: 0, orderId: null, createdAt: now, updatedAt: now, ...termsOf(input),
  };
}

async function refusalsOf(context: Context, scope: CommandScope, input: CartCreateInput, cart: CartRow, { store, member }: Place): Promise<Refusal[]> {
  const lines = input.lines ?? [];
  const refusals = [...currencyRefusals(store, input.currency), ...termsRefusals(input, cart.kind), ...cartLineRefusals(lines, cart)];
  if (refusals.length > 0) return refusals;
  const priced = lines.findIndex(({ unitPrice }) => unitPrice != null);
  if (priced !== -1 && callerOf(context).role === 'STAFF' && !member?.maySetPrice) {
    return [priceNotAllowed(['lines', String(priced), 'unitPrice'])];
  }
  return catalogueRefusals(context, scope, lines, cart);
}
