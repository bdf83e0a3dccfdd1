import type { Context } from '../../context.ts';
import { callerOf } from '../../context.ts';
import type { Database } from '../../platform/database.ts';
import { personIdOf } from '../../platform/ids.ts';
import { refusal, type Refusal } from '../../platform/refusals.ts';
import { textRefusals } from '../../platform/text.rules.ts';
import { findMember, findStore } from '../../stores/store.queries.ts';
import type { StoreMemberRow, StoreRow } from '../../stores/store.tables.ts';
import type { Salesperson } from './new-order-row.rules.ts';
import { mayNotSell } from './sell-for-company.ts';

/** What a client says of an order at a till alone. */
export interface TillDraft {
  readonly receiptNumber?: string | null | undefined;
  readonly salespersonSubject?: string | null | undefined;
}

/** A till at which the caller may sell; they have no place in the store where they are a system that serves all of them. */
export interface Till {
  readonly store: StoreRow;
  readonly member: StoreMemberRow | null;
  readonly salesperson: Salesperson | null;
}

export const tillRefusals = ({ receiptNumber, salespersonSubject }: TillDraft): Refusal[] =>
  textRefusals([['receiptNumber', receiptNumber, 64, true], ['salespersonSubject', salespersonSubject, 255, true]]);

/** The till of a store, if the caller may sell there; `path` leads to what names the store. */
export async function tillOf(context: Context, db: Database, storeId: string | null, { salespersonSubject }: TillDraft, path: readonly string[]): Promise<Till | Refusal[]> {
  const { role, personId } = callerOf(context);
  const memberOf = (id: string, wanted: boolean, staffId: () => string) => (wanted ? findMember(db, id, staffId()) : null);
  const [store, member, seller] = storeId === null ? [null, null, null] : await Promise.all([
    findStore(db, storeId), memberOf(storeId, role === 'STAFF', () => personId), memberOf(storeId, salespersonSubject != null, () => personIdOf(salespersonSubject!)),
  ]);
  if (!store || (role === 'STAFF' && !member)) return [refusal('NOT_FOUND', 'You work in no store with this id.', path)];
  if (store.kind === 'COMPANY' && member && member.role !== 'AGENT') return [mayNotSell(store.name, path)];
  if (salespersonSubject != null && !seller) return [refusal('NOT_FOUND', 'Nobody with this subject works in the store; name one of its members, or leave the salesperson out.', ['salespersonSubject'])];
  return { store, member, salesperson: seller && { id: seller.staffId, name: seller.name } };
}
