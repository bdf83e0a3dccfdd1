import { bigint, customType, pgTable, text } from 'drizzle-orm/pg-core';

const transactionId = customType<{ data: string }>({ dataType: () => 'xid8' });

/** How far into the event log something that is kept up from it has come; see docs/decisions/0021-kept-counts.md. */
export const eventFolds = pgTable('event_folds', {
  name: text().primaryKey(),
  transaction: transactionId().notNull(),
  position: bigint({ mode: 'number' }).notNull(),
});
