import type { Context } from '../context.ts';
import type { Caller } from '../identity/caller.ts';
import type { PageRequest } from '../platform/connection.types.ts';
import type { Database, Fragment } from '../platform/database.ts';
import { fromGlobalId } from '../platform/ids.ts';
import { defineLoader, groupedBy } from '../platform/loaders.ts';
import type { CartLineRow, CartRow } from './cart.tables.ts';

/**
 * The carts a caller may know of, as a condition on `carts c`: a shopper's own; at tills, those of the stores where a clerk
 * works. A cart that was thrown away is gone for everybody.
 */
function visibleTo(db: Database, { role, personId }: Pick<Caller, 'role' | 'personId'>): Fragment {
  if (role === 'SHOPPER') return db`c.kind = 'SHOPPER' and c.owner_id = ${personId} and c.state <> 'DELETED'`;
  const till = db`c.kind = 'TILL' and c.state <> 'DELETED'`;
  if (role === 'STAFF') return db`${till} and exists (select 1 from store_members m where m.store_id = c.store_id and m.staff_id = ${personId})`;
  return role === 'SERVICE' ? till : db`false`;
}

/** The carts with these ids that the caller may know of, in the order of the ids; null where they may not. */
export async function findCarts(db: Database, caller: Caller, references: readonly string[]): Promise<(CartRow | null)[]> {
  const ids = references.map((reference) => fromGlobalId('cart', reference));
  const known = ids.filter((id) => id !== null);
  const rows = known.length === 0 ? [] : await db<CartRow[]>`select c.* from carts c where c.id = any(${known}::uuid[]) and ${visibleTo(db, caller)}`;
  const byId = new Map(rows.map((row) => [row.id, row]));
  return ids.map((id) => (id === null ? null : (byId.get(id) ?? null)));
}

export const visibleCartById = defineLoader(async ({ db, caller }: Pick<Context, 'db' | 'loaders' | 'caller'>, ids: readonly string[]) => {
  if (!caller) return ids.map(() => null);
  const rows = await db<CartRow[]>`select c.* from carts c where c.id = any(${ids as string[]}::uuid[]) and ${visibleTo(db, caller)}`;
  return groupedBy(ids, rows, (row) => row.id).map(([row]) => row ?? null);
});

/** The lines that hold at present. Read them after their cart: a plan made of older lines would not be void by the cart's version. */
export const linesOf = (db: Database, cartIds: readonly string[]): Promise<CartLineRow[]> => db<CartLineRow[]>`
  select * from cart_lines where cart_id = any(${cartIds as string[]}::uuid[]) and until is null order by cart_id, seq`;

export const linesOfCart = defineLoader(async ({ db }: Pick<Context, 'db' | 'loaders'>, ids: readonly string[]) =>
  groupedBy(ids, await linesOf(db, ids), (row) => row.cartId));

/** The lines as they were right after the cart had reached this version. */
export const linesAsOf = (db: Database, cartId: string, version: number): Promise<CartLineRow[]> => db<CartLineRow[]>`
  select * from cart_lines where cart_id = ${cartId} and since <= ${version} and (until is null or until > ${version}) order by seq`;

/** Which open carts a list shows. */
export type CartScope = { readonly of: 'caller'; readonly storeId: string | null } | { readonly of: 'till'; readonly storeId: string };

/** One row more than the page holds; newest first. */
export function pageOfCarts(db: Database, caller: Caller, scope: CartScope, { limit, olderThan }: PageRequest): Promise<CartRow[]> {
  const list = scope.of === 'till' ? db`c.kind = 'TILL' and c.store_id = ${scope.storeId}` : db`c.owner_id = ${caller.personId}`;
  const inStore = scope.of === 'caller' && scope.storeId !== null ? db`and c.store_id = ${scope.storeId}` : db``;
  const after = olderThan ? db`and c.id < ${olderThan}` : db``;
  return db<CartRow[]>`
    select c.* from carts c where ${list} ${inStore} and c.state = 'OPEN' and ${visibleTo(db, caller)} ${after} order by c.id desc limit ${limit + 1}`;
}
