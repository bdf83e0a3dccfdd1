import type { Context } from '../context.ts';
import type { Caller } from '../identity/caller.ts';
import type { Database, Fragment } from '../platform/database.ts';
import { historiesOf, type EventRow } from '../platform/event-log.ts';
import { fromGlobalId } from '../platform/ids.ts';
import { defineLoader, groupedBy } from '../platform/loaders.ts';
import type { OrderItemRow, OrderRow } from './order.tables.ts';

/**
 * The orders a caller may know of, as a condition on `orders o`. Every read of orders for a caller carries it, so that
 * absent and foreign orders look the same. What its owner has removed from the recycle bin is gone for its owner.
 */
export function visibleTo(db: Database, { role, personId }: Pick<Caller, 'role' | 'personId'>): Fragment {
  if (role === 'SHOPPER') return db`o.customer_id = ${personId} and o.visibility <> 'PURGED'`;
  if (role === 'STAFF') return db`exists (select 1 from store_members m where m.store_id = o.store_id and m.staff_id = ${personId})`;
  return db`true`;
}

const orderNumber = /^\d{20}$/;

/** Finds an order by its opaque id or its number; null where the caller may not know of it. */
export async function findOrder(db: Database, caller: Pick<Caller, 'role' | 'personId'>, reference: string): Promise<OrderRow | null> {
  const id = orderNumber.test(reference) ? null : fromGlobalId('order', reference);
  if (id === null && !orderNumber.test(reference)) return null;
  const named = id ? db`o.id = ${id}` : db`o.number = ${reference}`;
  const [row] = await db<OrderRow[]>`select o.* from orders o where ${named} and ${visibleTo(db, caller)}`;
  return row ?? null;
}

/** The order behind each reference, in their sequence; null where the caller may not know of one. */
export async function findOrders(db: Database, caller: Pick<Caller, 'role' | 'personId'>, references: readonly string[]): Promise<(OrderRow | null)[]> {
  const keys = references.map((reference) => (orderNumber.test(reference) ? reference : fromGlobalId('order', reference)));
  const numbers = keys.filter((key): key is string => key !== null && orderNumber.test(key));
  const ids = keys.filter((key): key is string => key !== null && !orderNumber.test(key));
  const rows = await db<OrderRow[]>`
    select o.* from orders o where (o.id = any(${ids}::uuid[]) or o.number = any(${numbers}::text[])) and ${visibleTo(db, caller)}`;
  const byKey = new Map(rows.flatMap((row) => [[row.id, row] as const, [row.number, row] as const]));
  return keys.map((key) => (key === null ? null : (byKey.get(key) ?? null)));
}

export async function findOrderByUid(db: Database, caller: Pick<Caller, 'role' | 'personId'>, uid: string, scope: string): Promise<OrderRow | null> {
  const [row] = await db<OrderRow[]>`select o.* from orders o where o.uid_scope = ${scope} and o.uid = ${uid} and ${visibleTo(db, caller)}`;
  return row ?? null;
}

/** For the system itself, which sees everything. */
export const orderForSystem = async (db: Database, id: string): Promise<OrderRow | null> =>
  (await db<OrderRow[]>`select * from orders where id = ${id}`)[0] ?? null;

export const ordersForSystem = (db: Database, ids: readonly string[]): Promise<OrderRow[]> =>
  db<OrderRow[]>`select * from orders where id = any(${ids as string[]}::uuid[])`;

export const visibleOrderById = defineLoader(async ({ db, caller }: Pick<Context, 'db' | 'loaders' | 'caller'>, ids: readonly string[]) => {
  if (!caller) return ids.map(() => null);
  const rows = await db<OrderRow[]>`select o.* from orders o where o.id = any(${ids as string[]}::uuid[]) and ${visibleTo(db, caller)}`;
  return groupedBy(ids, rows, (row) => row.id).map(([row]) => row ?? null);
});

export const itemsOf = (db: Database, ...ids: readonly string[]): Promise<OrderItemRow[]> =>
  db<OrderItemRow[]>`select * from order_items where order_id = any(${ids as string[]}::uuid[]) order by order_id, seq`;

export const itemsOfOrder = defineLoader(async ({ db }: Pick<Context, 'db' | 'loaders'>, ids: readonly string[]) =>
  groupedBy(ids, await itemsOf(db, ...ids), (row) => row.orderId));

export const historyOfOrder = defineLoader(async ({ db }: Pick<Context, 'db' | 'loaders'>, ids: readonly string[]): Promise<EventRow[][]> =>
  groupedBy(ids, await historiesOf(db, ids), (row) => row.subjectId));

/** Whose orders a list shows, before any filter. */
export type ListScope = { readonly of: 'store' | 'customer'; readonly id: string } | { readonly of: 'platform' };

/** For a store's list, membership is asked once and not for every order. */
export function listScope(db: Database, caller: Caller, scope: ListScope): Fragment {
  if (scope.of === 'customer') return db`o.customer_id = ${scope.id} and ${visibleTo(db, caller)}`;
  if (scope.of === 'platform') return visibleTo(db, caller);
  if (caller.role !== 'STAFF') return db`o.store_id = ${scope.id} and ${visibleTo(db, caller)}`;
  return db`o.store_id = ${scope.id} and exists (select 1 from store_members m where m.store_id = ${scope.id} and m.staff_id = ${caller.personId})`;
}
