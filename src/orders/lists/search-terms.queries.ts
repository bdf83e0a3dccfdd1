import type { Database, Fragment } from '../../platform/database.ts';
import { behindFold } from '../../platform/event-folds.queries.ts';
import type { ListScope } from '../order.queries.ts';
import { behindPrefix, bigramsOf, isFoundBy, type SearchedOrder, type SearchTerm } from './search-text.rules.ts';

/** Name of the index of terms among what is kept up from the event log. */
export const termsFold = 'order_terms';

/** A text that is searched for, and what it stands for now. */
export interface FoundTerm extends SearchTerm {
  /** The terms that hold it; null where so many do that it narrows nothing down. */
  readonly termIds: readonly number[] | null;
  /** Orders that bear it, and that the index has not come to yet. */
  readonly pending: readonly string[];
}

/** Beyond this many terms, going through their orders one by one is no help. */
const mostTerms = 1000;

/** Terms of a field that hold a text, or begin with it, as a condition on `search_terms t`. */
export function holdsText(db: Database, { field, text }: SearchTerm): Fragment {
  if (field === 'NUMBER') return db`t.field = ${field} and t.text >= ${text} and t.text < ${behindPrefix(text)}`;
  return db`t.field = ${field} and t.bigrams @> ${bigramsOf(field, text)}::text[] and strpos(t.text, ${text}) > 0`;
}

/** Events after which an order is to be found by other terms than before, or in another store, as a condition on `events e`. */
export const changesTerms = (db: Database): Fragment => db`e.subject_kind = 'order' and (e.version = 1 or e.type = 'IMPORT' or e.changes ?| array['storeId', 'contactName'])`;

/** All that the orders are searched by, as a select list over `orders o`. */
export const searchedColumns = (db: Database): Fragment => db`
  o.id, o.number, o.contact_name, coalesce((select array_agg(i.name order by i.seq) from order_items i where i.order_id = o.id), '{}') as names`;

/** Orders of the scope that the index has not come to yet: few, unless it has just begun. */
function pendingOrders(db: Database, scope: ListScope): Promise<SearchedOrder[]> {
  const inScope = scope.of === 'store' ? db`e.store_id = ${scope.id} and` : scope.of === 'customer' ? db`e.customer_id = ${scope.id} and` : db``;
  return db<SearchedOrder[]>`
    select ${searchedColumns(db)} from orders o where o.id in (select e.subject_id from events e where ${inScope} ${behindFold(db, termsFold)} and ${changesTerms(db)})`;
}

async function termIds(db: Database, term: SearchTerm): Promise<number[] | null> {
  const rows = await db<{ id: number }[]>`select t.id from search_terms t where ${holdsText(db, term)} limit ${mostTerms + 1}`;
  return rows.length > mostTerms ? null : rows.map(({ id }) => id);
}

/**
 * Looks up what is searched for. What the index has not come to is read first: an order that it comes to in between is
 * found twice, and none is missed.
 */
export async function findTerms(db: Database, scope: ListScope, search: readonly SearchTerm[]): Promise<FoundTerm[]> {
  if (search.length === 0) return [];
  const pending = await pendingOrders(db, scope);
  return Promise.all(search.map(async (term) => ({ ...term, termIds: await termIds(db, term), pending: pending.filter((order) => isFoundBy(order, term)).map(({ id }) => id) })));
}

