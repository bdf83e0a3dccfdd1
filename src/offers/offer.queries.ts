import type { Context } from '../context.ts';
import type { Caller } from '../identity/caller.ts';
import type { PageRequest } from '../platform/connection.types.ts';
import type { Database, Fragment } from '../platform/database.ts';
import { defineLoader, inOrderOf } from '../platform/loaders.ts';
import type { Instant } from '../platform/time.ts';
import type { OfferRow } from './offer.tables.ts';

/** Whoever does not keep offers sees those that hold now, and no others. */
const seesAll = (caller: Caller | null): boolean => caller?.role === 'PLATFORM' || caller?.role === 'SERVICE';

const inForce = (db: Database, now: Instant): Fragment => db`disabled_at is null and (starts_at is null or starts_at <= ${now}) and (ends_at is null or ends_at > ${now})`;

type Scope = Pick<Context, 'db' | 'loaders' | 'caller' | 'clock'>;

export const visibleOfferById = defineLoader(async ({ db, caller, clock }: Scope, ids: readonly string[]) => inOrderOf(ids, await db<OfferRow[]>`
  select * from offers where id = any(${ids as string[]}::uuid[]) and ${seesAll(caller) ? db`true` : inForce(db, clock())}`, (row) => row.id));

export const visibleOfferByCode = defineLoader(async ({ db, caller, clock }: Scope, codes: readonly string[]) => inOrderOf(codes, await db<OfferRow[]>`
  select * from offers where code = any(${codes as string[]}) and ${seesAll(caller) ? db`true` : inForce(db, clock())}`, (row) => row.code));

export const findOfferByCode = async (db: Database, code: string): Promise<OfferRow | null> => (await db<OfferRow[]>`select * from offers where code = ${code}`)[0] ?? null;

export const findOffer = async (db: Database, id: string): Promise<OfferRow | null> => (await db<OfferRow[]>`select * from offers where id = ${id}`)[0] ?? null;

export interface OfferFilter {
  /** Only offers that hold in this store, or everywhere. */
  readonly storeId: string | null;
  /** Only those in force now, or only those that are not; null for both. */
  readonly inForce: boolean | null;
}

/** One row more than the page holds, so that the caller knows whether there is a next one. */
export function pageOfOffers({ db, caller, clock }: Scope, { storeId, inForce: wanted }: OfferFilter, { limit, olderThan }: PageRequest): Promise<OfferRow[]> {
  const holds = seesAll(caller) ? wanted : true;
  return db<OfferRow[]>`
    select * from offers where ${holds === null ? db`true` : holds ? inForce(db, clock()) : db`not (${inForce(db, clock())})`}
      and ${storeId === null ? db`true` : db`(store_ids = '{}' or ${storeId}::uuid = any(store_ids))`} and ${olderThan === null ? db`true` : db`id < ${olderThan}`}
    order by id desc limit ${limit + 1}`;
}
