import type { Caller } from '../../identity/caller.ts';
import type { Database } from '../../platform/database.ts';
import { refusal, type Refusal } from '../../platform/refusals.ts';
import { findMember } from '../../stores/store.queries.ts';
import type { StoreRow } from '../../stores/store.tables.ts';
import type { OrderRow } from '../order.tables.ts';

export const mayNotSell = (company: string, path?: readonly string[]): Refusal =>
  refusal('MAY_NOT_SELL', `Only its agents sell for ${company}, and give money back; ask whoever keeps its members to make you one.`, path);

/** Why the caller may neither sell for this store nor give its money back: a company's members see its orders, and only its agents sell (S3-35). */
export async function agentRefusal(db: Database, { role, personId }: Caller, { id, kind, name }: Pick<StoreRow, 'id' | 'kind' | 'name'>, path?: readonly string[]): Promise<Refusal | null> {
  if (kind !== 'COMPANY' || role !== 'STAFF') return null;
  return (await findMember(db, id, personId))?.role === 'AGENT' ? null : mayNotSell(name, path);
}

/** Why the caller may take no money for this order, and give none back, whose store has answered for it since it was placed. */
export const sellingRefusal = async (db: Database, caller: Caller, { kind, storeId, storeName }: OrderRow): Promise<Refusal | null> =>
  (kind === 'COMPANY' ? agentRefusal(db, caller, { id: storeId!, kind, name: storeName! }) : null);
