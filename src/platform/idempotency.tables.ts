import { index, jsonb, pgTable, primaryKey, text, timestamp, uuid } from 'drizzle-orm/pg-core';

/** What was answered to a command that carried an idempotency key; written by the statement that has the effect. */
export const idempotencyKeys = pgTable('idempotency_keys', {
  actorId: uuid().notNull(),
  key: text().notNull(),
  operation: text().notNull(),
  inputHash: text().notNull(),
  /** Enough to answer again just as the first time: which object, at which version. */
  result: jsonb().notNull(),
  createdAt: timestamp({ withTimezone: true, precision: 3, mode: 'string' }).notNull(),
}, (t) => [
  primaryKey({ name: 'idempotency_keys_pk', columns: [t.actorId, t.key] }),
  index('idempotency_keys_created_idx').on(t.createdAt),
]);
