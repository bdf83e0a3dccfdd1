import { sql } from 'drizzle-orm';
import { bigint, check, index, integer, pgTable, text, timestamp } from 'drizzle-orm/pg-core';
import type { CardTransactionStatus, CardTransactionType } from '../card-lookup.ts';
import type { SandboxChargeState, SandboxRefundState } from './sandbox-protocol.ts';

const instant = () => timestamp({ withTimezone: true, precision: 3, mode: 'string' });
const minor = () => bigint({ mode: 'number' });

/** The sandbox's own books, as a real gateway keeps its own: Docket reads them through the gateway only. */
export const sandboxCharges = pgTable('sandbox_charges', {
  /** The number that the merchant gave it. */
  number: text().primaryKey(),
  amount: minor().notNull(),
  currency: text().notNull(),
  description: text().notNull(),
  state: text().$type<SandboxChargeState>().notNull(),
  /** The sandbox's number of the payment; null until it is paid. */
  transactionId: text(),
  refunded: minor().notNull(),
  createdAt: instant().notNull(),
  settledAt: instant(),
}, (t) => [check('sandbox_charges_refunded_check', sql`${t.refunded} between 0 and ${t.amount}`)]);

export const sandboxRefunds = pgTable('sandbox_refunds', {
  number: text().primaryKey(),
  chargeNumber: text().notNull(),
  amount: minor().notNull(),
  currency: text().notNull(),
  state: text().$type<SandboxRefundState>().notNull(),
  transactionId: text().notNull(),
  createdAt: instant().notNull(),
});

/** What the merchant is to be told, until it has said that it knows. */
export const sandboxCallbacks = pgTable('sandbox_callbacks', {
  chargeNumber: text().primaryKey(),
  attempts: integer().notNull(),
  /** When it is sent again unless it is acknowledged before; null once it is acknowledged. */
  nextAttemptAt: instant(),
}, (t) => [index('sandbox_callbacks_due_idx').on(t.nextAttemptAt).where(sql`next_attempt_at is not null`)]);

/** What was done at the sandbox's card terminals, as their operator would remember it. */
export const sandboxCardTransactions = pgTable('sandbox_card_transactions', {
  id: text().primaryKey(),
  type: text().$type<CardTransactionType>().notNull(),
  status: text().$type<CardTransactionStatus>().notNull(),
  amount: minor().notNull(),
  currency: text().notNull(),
  /** The merchant's own reference that was keyed in at the terminal. */
  reference: text().notNull(),
  /** A refund's charge. */
  originalId: text(),
  createdAt: instant().notNull(),
});

export type SandboxCardTransactionRow = typeof sandboxCardTransactions.$inferSelect;
export type SandboxChargeRow = typeof sandboxCharges.$inferSelect;
export type SandboxRefundRow = typeof sandboxRefunds.$inferSelect;
