import { sql } from 'drizzle-orm';
import { bigint, customType, index, integer, jsonb, pgTable, primaryKey, text, timestamp, uuid } from 'drizzle-orm/pg-core';

const transactionId = customType<{ data: string }>({ dataType: () => 'xid8' });

/**
 * Append-only. One row for every change of an aggregate, written by the statement that makes the change: its history, the
 * outbox and the live feed at once. `transaction` and `position` give the order in which rows may safely be read.
 */
export const events = pgTable('events', {
  /** The order, or other aggregate, that changed. */
  subjectId: uuid().notNull(),
  /** The aggregate's version after the change; delivery per aggregate follows it. */
  version: integer().notNull(),
  subjectKind: text().notNull(),
  type: text().notNull(),
  transaction: transactionId().notNull().default(sql`pg_current_xact_id()`),
  position: bigint({ mode: 'number' }).notNull().generatedAlwaysAsIdentity(),
  at: timestamp({ withTimezone: true, precision: 3, mode: 'string' }).notNull(),
  /** Whose feeds hear of it: the store it happened in, and the customer who owns the subject. */
  storeId: uuid(),
  customerId: uuid(),
  actorRole: text().notNull(),
  actorId: uuid(),
  actorName: text(),
  /** On what the actor did it, as their token or their connection says. */
  device: text(),
  fromStatus: text(),
  toStatus: text(),
  comment: text(),
  /** The columns that the change set, so that the aggregate can be shown as it was. */
  changes: jsonb().notNull(),
  /** By how much the numbers on tabs change by it: see orders/order-counts.rules.ts. */
  countDeltas: jsonb(),
}, (t) => [
  primaryKey({ name: 'events_pk', columns: [t.subjectId, t.version] }),
  index('events_tail_idx').on(t.transaction, t.position),
  index('events_store_idx').on(t.storeId, t.transaction, t.position).where(sql`store_id is not null`),
  index('events_customer_idx').on(t.customerId, t.transaction, t.position).where(sql`customer_id is not null`),
]);
