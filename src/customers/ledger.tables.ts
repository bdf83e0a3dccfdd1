import { sql } from 'drizzle-orm';
import { bigint, check, index, pgTable, primaryKey, text, timestamp, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import type { LedgerAccountKind, LedgerReason } from './ledger.rules.ts';

const instant = () => timestamp({ withTimezone: true, precision: 3, mode: 'string' });
const amount = () => bigint({ mode: 'number' });

/** What a customer has: points, or money in one currency. The platform's own side has no row, so that nothing is a hot spot. */
export const ledgerAccounts = pgTable('ledger_accounts', {
  customerId: uuid().notNull(),
  kind: text().$type<LedgerAccountKind>().notNull(),
  /** 'POINTS', or the currency of a wallet. */
  unit: text().notNull(),
  balance: amount().notNull(),
  /** By how much the latest posting changed it; an insert that meets a row adds this (see post-ledger.ts). */
  lastChange: amount().notNull(),
  /** How many entries it has, which numbers them. */
  entries: bigint({ mode: 'number' }).notNull(),
  updatedAt: instant().notNull(),
}, (t) => [
  primaryKey({ name: 'ledger_accounts_pk', columns: [t.customerId, t.kind, t.unit] }),
  check('ledger_accounts_balance_check', sql`balance >= 0`),
  check('ledger_accounts_maximum_check', sql`balance <= case when unit = 'POINTS' then 2000000000 else 1000000000000000 end`),
]);

/** Why something moved. Written once, never changed. */
export const ledgerTransactions = pgTable('ledger_transactions', {
  id: uuid().primaryKey(),
  customerId: uuid().notNull(),
  unit: text().notNull(),
  reason: text().$type<LedgerReason>().notNull(),
  orderId: uuid(),
  note: text(),
  actorRole: text().notNull(),
  actorId: uuid(),
  actorName: text(),
  at: instant().notNull(),
}, (t) => [index('ledger_transactions_order_idx').on(t.orderId).where(sql`order_id is not null`)]);

/** The two or more sides of a transaction, which sum to zero. Written once, never changed. */
export const ledgerEntries = pgTable('ledger_entries', {
  transactionId: uuid().notNull(),
  kind: text().$type<LedgerAccountKind>().notNull(),
  customerId: uuid().notNull(),
  unit: text().notNull(),
  amount: amount().notNull(),
  /** Number of the entry within its account, from 1; null on the platform's side. */
  seq: bigint({ mode: 'number' }),
  /** What the account held then; null on the platform's side. */
  balanceAfter: amount(),
}, (t) => [
  primaryKey({ name: 'ledger_entries_pk', columns: [t.transactionId, t.kind] }),
  uniqueIndex('ledger_entries_account_key').on(t.customerId, t.kind, t.unit, t.seq).where(sql`seq is not null`),
  check('ledger_entries_balance_check', sql`balance_after >= 0`),
]);

export type LedgerAccountRow = typeof ledgerAccounts.$inferSelect;
export type LedgerTransactionRow = typeof ledgerTransactions.$inferSelect;
export type LedgerEntryRow = typeof ledgerEntries.$inferSelect;
