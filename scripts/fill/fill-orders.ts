import { indexOrderTerms, saveTerms, startOrderTerms } from '../../src/orders/lists/index-order-terms.ts';
import { checkOrderCounts, startOrderCounts } from '../../src/orders/counts/keep-order-counts.ts';
import { countsFold } from '../../src/orders/counts/order-counts.queries.ts';
import { termsFold } from '../../src/orders/lists/search-terms.queries.ts';
import { searchable, type SearchField } from '../../src/orders/lists/search-text.rules.ts';
import type { Database } from '../../src/platform/database.ts';
import { toInstant } from '../../src/platform/time.ts';
import { drawOrders, type Cast, type FillStore, type Listed } from './fresh-orders.ts';
import { insertFresh } from './insert-fresh.ts';
import { goods, people } from './order-mix.rules.ts';

export interface FillOptions {
  readonly store: FillStore;
  readonly orders: number;
  /** Over how long a time up to now they are spread. */
  readonly days: number;
  /** Nobody else uses the database: indexes may be taken down meanwhile, which takes a third of the time. */
  readonly alone: boolean;
  /** Only what lists are made of: no lines, payments or events. Such orders cannot be moved. */
  readonly listsOnly: boolean;
  readonly tell: (line: string) => void;
}

/** So many orders are written at a time; the feed does not go on while a transaction writes. */
const stretch = 100_000;
const filledTables = ['orders', 'order_items', 'payments', 'events', 'order_terms'];

async function withTerms<T extends { readonly name: string }>(db: Database, field: SearchField, rows: readonly T[]): Promise<(T & Listed)[]> {
  await saveTerms(db, rows.map(({ name }) => ({ field, text: searchable(name) })));
  const known = await db<{ id: number; text: string }[]>`select id, text from search_terms where field = ${field} and text = any(${rows.map(({ name }) => searchable(name))})`;
  const ids = new Map(known.map(({ id, text }) => [text, id]));
  return rows.map((row) => ({ ...row, termId: ids.get(searchable(row.name))! }));
}

const insertTerms = (db: Database, storeId: string): Promise<unknown> => db`
  insert into order_terms (order_id, term_id, store_id)
  select id, t, ${storeId}::uuid from fresh, unnest(array[term1, nullif(term2, term1), case when kind = 'ONLINE' then contact_term end]) as t where t is not null order by n`;

/** Takes down what can be built up again at the end; keys stay, since they also guard. Gives the statements that build it up. */
async function takeDownIndexes(db: Database): Promise<string[]> {
  const indexes = await db<{ name: string; definition: string }[]>`
    select i.indexrelid::regclass::text as name, pg_get_indexdef(i.indexrelid) as definition from pg_index i join pg_class c on c.oid = i.indrelid
    where c.relname = any(${filledTables}) and c.relnamespace = 'public'::regnamespace and not i.indisunique order by 1`;
  for (const { name } of indexes) await db.unsafe(`drop index ${name}`);
  return indexes.map(({ definition }) => definition);
}

async function insertAll(db: Database, { store, orders, days, listsOnly, tell }: FillOptions, cast: Cast): Promise<void> {
  const until = Date.now();
  const span = { since: toInstant(until - days * 86_400_000), until: toInstant(until) };
  for (let first = 1; first <= orders; first += stretch) {
    const last = Math.min(orders, first + stretch - 1);
    await db.begin(async (transaction) => {
      const tx = transaction as unknown as Database;
      await drawOrders(tx, { store, first, last, count: orders, ...span }, cast);
      await insertFresh(tx, store, listsOnly);
      await insertTerms(tx, store.id);
    });
    tell(`${last} orders`);
  }
}

/** What was written is indexed already, and is counted anew: nothing that stands in the log is left to be folded. */
async function startFoldsAnew(db: Database): Promise<void> {
  await db`update event_folds set transaction = pg_snapshot_xmin(pg_current_snapshot()), position = 0 where name = ${termsFold}`;
  await db`delete from event_folds where name = ${countsFold}`;
  await db`truncate order_counts`;
  await startOrderCounts(db);
}

/** Builds up what was taken down; sorting in memory takes half the time of sorting on disk. */
async function buildIndexes(db: Database, definitions: readonly string[]): Promise<void> {
  await db`select set_config('maintenance_work_mem', '1GB', false)`;
  for (const definition of definitions) await db.unsafe(definition);
  await db`reset maintenance_work_mem`;
}

/**
 * Fills a store with made-up orders in every state, a statement for each table at a time. They stand beside whatever is
 * there; what they are counted and searched by stands as well when this returns. `db` is one session.
 */
export async function fillOrders(db: Database, options: FillOptions): Promise<void> {
  const { alone, tell } = options;
  await startOrderTerms(db);
  await indexOrderTerms(db);
  const cast = { goods: await withTerms(db, 'PRODUCT', goods), people: await withTerms(db, 'CONTACT', people.map((name) => ({ name }))) };
  const indexes = alone ? await takeDownIndexes(db) : [];
  try {
    await insertAll(db, options, cast);
  } finally {
    if (alone) tell('building the indexes');
    await buildIndexes(db, indexes);
  }
  for (const table of [...filledTables, 'search_terms']) await db`vacuum (analyze) ${db(table)}`;
  tell('counting');
  if (alone) await startFoldsAnew(db);
  else await checkOrderCounts(db, true);
}
