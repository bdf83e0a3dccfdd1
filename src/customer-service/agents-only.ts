import type { Caller } from '../identity/caller.ts';
import { agentRefusal, sellingRefusal } from '../orders/placing/sell-for-company.ts';
import type { Database } from '../platform/database.ts';
import type { Refusal } from '../platform/refusals.ts';
import { findStore } from '../stores/store.queries.ts';
import type { FoundService } from './command-on-service.ts';

/** Why the caller may not work on this document: those of a company are for its agents, as taking its money is (S3-35). */
export async function agentsOnly(db: Database, caller: Caller, { document: { row }, ofOrder }: FoundService): Promise<Refusal | null> {
  if (caller.role !== 'STAFF') return null;
  if (ofOrder) return sellingRefusal(db, caller, ofOrder.order);
  const store = row.storeId === null ? null : await findStore(db, row.storeId);
  return store && agentRefusal(db, caller, store);
}
