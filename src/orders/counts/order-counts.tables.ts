import { sql } from 'drizzle-orm';
import { bigint, index, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core';

/**
 * How many orders of a scope are in a bucket, and what they come to, up to where the fold has come in the event log. What
 * happened since stands in the `count_deltas` of the events behind it; only both together are the truth.
 */
export const orderCounts = pgTable('order_counts', {
  /** A letter: see `countScopes`. */
  scope: text().notNull(),
  /** The store or the customer; all zeros for scopes of which there is but one. */
  scopeId: uuid().notNull(),
  bucket: text().notNull(),
  currency: text().notNull(),
  orders: bigint({ mode: 'number' }).notNull(),
  amount: bigint({ mode: 'number' }).notNull(),
}, (t) => [
  primaryKey({ name: 'order_counts_pk', columns: [t.scope, t.scopeId, t.bucket, t.currency] }),
  // Buckets that orders have passed through and left: swept away now and then.
  index('order_counts_empty_idx').on(t.scope, t.scopeId).where(sql`orders = 0 and amount = 0`),
]);
