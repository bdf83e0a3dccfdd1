import { saveTerms } from '../../src/orders/lists/index-order-terms.ts';
import { correctCounts } from '../../src/orders/counts/order-counts-scan.queries.ts';
import { onlyOne } from '../../src/orders/counts/order-counts.queries.ts';
import { countDeltas } from '../../src/orders/counts/order-counts.rules.ts';
import type { OrderRow } from '../../src/orders/order.tables.ts';
import { termsOf } from '../../src/orders/lists/search-text.rules.ts';
import { jsonOf, type Database } from '../../src/platform/database.ts';

/** Counts orders that were written past every rule, as the event that placed them would have. */
async function count(db: Database, rows: readonly OrderRow[]): Promise<void> {
  const changes = rows.flatMap((row) => (countDeltas(null, row, row.storeId) ?? []).flatMap(([scopes, bucket, currency, orders, amount]) =>
    [...scopes].map((scope) => ({ scope, scopeId: (scope === 'S' && row.storeId) || (scope === 'C' && row.customerId) || onlyOne, bucket, currency, orders, amount }))));
  const sums = new Map<string, (typeof changes)[number]>();
  for (const change of changes) {
    const key = [change.scope, change.scopeId, change.bucket, change.currency].join(' ');
    const sum = sums.get(key);
    sums.set(key, { ...change, orders: change.orders + (sum?.orders ?? 0), amount: change.amount + (sum?.amount ?? 0) });
  }
  await correctCounts(db, [...sums.values()]);
}

/** Makes them searchable, as the index of terms does when it comes to the event that placed them. */
async function index(db: Database, rows: readonly OrderRow[]): Promise<void> {
  const items = await db<{ orderId: string; name: string }[]>`select order_id, name from order_items where order_id = any(${rows.map(({ id }) => id)}::uuid[])`;
  const namesOf = (id: string): string[] => items.filter(({ orderId }) => orderId === id).map(({ name }) => name);
  const borne = rows.flatMap((row) => termsOf({ ...row, names: namesOf(row.id) }).map((term) => ({ ...term, orderId: row.id, storeId: row.storeId })));
  await saveTerms(db, borne);
  await db`
    insert into order_terms (order_id, term_id, store_id)
    select r."orderId", t.id, r."storeId" from jsonb_to_recordset(${jsonOf(db, borne)}) as r("orderId" uuid, "storeId" uuid, field text, text text)
    join search_terms t on t.field = r.field and t.text = r.text on conflict do nothing`;
}

/** What the event log would have brought about for orders that were written without it. */
export async function bookWritten(db: Database, rows: readonly OrderRow[]): Promise<void> {
  await count(db, rows);
  await index(db, rows);
}
