import type { Context } from '../context.ts';
import type { Caller } from '../identity/caller.ts';
import type { Database } from '../platform/database.ts';
import { defineLoader, groupedBy, inOrderOf } from '../platform/loaders.ts';
import type { StoreMemberRow, StoreRow } from './store.tables.ts';

export const storeById = defineLoader(async ({ db }: Pick<Context, 'db' | 'loaders'>, ids: readonly string[]) =>
  inOrderOf(ids, await db<StoreRow[]>`select * from stores where id = any(${ids as string[]}::uuid[])`, (row) => row.id));

/** Members of a store, for those who keep it: nobody else learns who works there. */
export const membersOfStore = defineLoader(async ({ db, caller }: Pick<Context, 'db' | 'loaders' | 'caller'>, ids: readonly string[]) => {
  if (!caller || caller.role === 'SHOPPER') return ids.map(() => []);
  const rows = await db<StoreMemberRow[]>`
    select m.* from store_members m where m.store_id = any(${ids as string[]}::uuid[]) and (${caller.role !== 'STAFF'}
      or exists (select 1 from store_members me where me.store_id = m.store_id and me.staff_id = ${caller.personId} and me.role = 'MANAGER'))
    order by m.created_at, m.staff_id`;
  return groupedBy(ids, rows, (row) => row.storeId);
});

/** The caller's own place in each store. */
export const membershipIn = defineLoader(async ({ db, caller }: Pick<Context, 'db' | 'loaders' | 'caller'>, ids: readonly string[]) => {
  if (caller?.role !== 'STAFF') return ids.map(() => null);
  const rows = await db<StoreMemberRow[]>`select * from store_members where store_id = any(${ids as string[]}::uuid[]) and staff_id = ${caller.personId}`;
  return inOrderOf(ids, rows, (row) => row.storeId);
});

export const findStore = async (db: Database, id: string): Promise<StoreRow | null> =>
  (await db<StoreRow[]>`select * from stores where id = ${id}`)[0] ?? null;

/** The caller's place in a store; null when they have none. */
export const findMember = async (db: Database, storeId: string, staffId: string): Promise<StoreMemberRow | null> =>
  (await db<StoreMemberRow[]>`select * from store_members where store_id = ${storeId} and staff_id = ${staffId}`)[0] ?? null;

/** Whether the caller works in the store, or for the whole platform. */
export async function worksIn(db: Database, caller: Caller, storeId: string): Promise<boolean> {
  if (caller.role === 'PLATFORM' || caller.role === 'SERVICE') return true;
  return caller.role === 'STAFF' && (await findMember(db, storeId, caller.personId)) !== null;
}

/** Whether the caller keeps the store's members. */
export async function keepsStore(db: Database, caller: Caller, storeId: string): Promise<boolean> {
  if (caller.role === 'PLATFORM') return true;
  return caller.role === 'STAFF' && (await findMember(db, storeId, caller.personId))?.role === 'MANAGER';
}

export const storesOfMember = (db: Database, staffId: string): Promise<StoreRow[]> => db<StoreRow[]>`
  select s.* from stores s join store_members m on m.store_id = s.id where m.staff_id = ${staffId} order by s.code`;

/** One row more than the page holds, so that the caller knows whether there is a next one. */
export const pageOfStores = (db: Database, afterCode: string | null, limit: number): Promise<StoreRow[]> => db<StoreRow[]>`
  select * from stores where ${afterCode === null ? db`true` : db`code > ${afterCode}`} order by code limit ${limit + 1}`;
