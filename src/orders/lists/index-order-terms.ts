import { jsonOf, type Database } from '../../platform/database.ts';
import { isSettled } from '../../platform/event-folds.queries.ts';
import type { Cursor } from '../../platform/event-log.ts';
import { changesTerms, searchedColumns, termsFold } from './search-terms.queries.ts';
import { bigramsOf, termsOf, type SearchedOrder, type SearchTerm } from './search-text.rules.ts';

const batch = 1000;

/** Makes sure that there is a place in the log; from the beginning, so that orders of old are found as well. */
export const startOrderTerms = (db: Database): Promise<unknown> => db`
  insert into event_folds (name, transaction, position) values (${termsFold}, '0', 0) on conflict do nothing`;

interface IndexedOrder extends SearchedOrder {
  readonly storeId: string | null;
}

interface Batch {
  readonly from: Cursor;
  readonly to: Cursor;
  readonly orderIds: readonly string[];
  readonly full: boolean;
}

async function nextBatch(db: Database): Promise<Batch | null> {
  const rows = await db<{ fromTransaction: string; fromPosition: number; transaction: string; position: number; orderId: string | null }[]>`
    select f.transaction::text as from_transaction, f.position as from_position, e.transaction::text as transaction, e.position,
      case when ${changesTerms(db)} then e.subject_id end as order_id
    from event_folds f, events e where f.name = ${termsFold} and (e.transaction, e.position) > (f.transaction, f.position) and ${isSettled(db)}
    order by e.transaction, e.position limit ${batch}`;
  const last = rows.at(-1);
  if (!last) return null;
  const orderIds = [...new Set(rows.flatMap(({ orderId }) => (orderId === null ? [] : [orderId])))];
  return { from: { transaction: last.fromTransaction, position: last.fromPosition }, to: last, orderIds, full: rows.length === batch };
}

const readOrders = (db: Database, ids: readonly string[]): Promise<IndexedOrder[]> =>
  db<IndexedOrder[]>`select o.store_id, ${searchedColumns(db)} from orders o where o.id = any(${ids as string[]}::uuid[])`;

/** Writes down terms that are new, each once; what is known keeps its id, and uses none up. */
export async function saveTerms(db: Database, terms: readonly SearchTerm[]): Promise<void> {
  const rows = [...new Map(terms.map((term) => [`${term.field} ${term.text}`, term])).values()].map(({ field, text }) => ({ field, text, bigrams: bigramsOf(field, text) }));
  if (rows.length === 0) return;
  await db`
    insert into search_terms (field, text, bigrams)
    select n.field, n.text, n.bigrams from jsonb_to_recordset(${jsonOf(db, rows)}) as n(field text, text text, bigrams text[])
    where not exists (select from search_terms t where t.field = n.field and t.text = n.text) on conflict do nothing`;
}

/** Writes down which orders bear which terms, and moves on in the log, unless another process has. */
async function saveBatch(db: Database, { from, to }: Batch, orders: readonly IndexedOrder[]): Promise<boolean> {
  const rows = orders.flatMap((order) => termsOf(order).map((term) => ({ ...term, orderId: order.id, storeId: order.storeId })));
  const moved = await db`
    with moved as (
      update event_folds set transaction = ${to.transaction}::text::xid8, position = ${to.position}
      where name = ${termsFold} and transaction = ${from.transaction}::text::xid8 and position = ${from.position} returning 1
    ), borne as (
      select r."orderId" as order_id, t.id as term_id, r."storeId" as store_id
      from jsonb_to_recordset(${jsonOf(db, rows)}) as r("orderId" uuid, "storeId" uuid, field text, text text)
      join search_terms t on t.field = r.field and t.text = r.text where exists (select from moved)
    ), written as (
      insert into order_terms (order_id, term_id, store_id) select order_id, term_id, store_id from borne
      on conflict (order_id, term_id) do update set store_id = excluded.store_id where order_terms.store_id is distinct from excluded.store_id
    ), dropped as (
      delete from order_terms x where exists (select from moved) and x.order_id = any(${orders.map(({ id }) => id)}::uuid[])
        and not exists (select from borne b where b.order_id = x.order_id and b.term_id = x.term_id)
    )
    select 1 from moved`;
  return moved.length === 1;
}

/**
 * Follows the event log and writes down by what names each order is found. Placing an order does not wait for it: a search
 * looks at the few orders that it has not come to by itself. Gives 0, so that the next round waits a moment.
 */
export async function indexOrderTerms(db: Database): Promise<number> {
  for (let next = await nextBatch(db); next; next = next.full ? await nextBatch(db) : null) {
    const orders = await readOrders(db, next.orderIds);
    await saveTerms(db, orders.flatMap(termsOf));
    if (!(await saveBatch(db, next, orders))) return 0;
  }
  return 0;
}
