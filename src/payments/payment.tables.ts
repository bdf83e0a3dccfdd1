import { sql } from 'drizzle-orm';
import { bigint, check, index, integer, jsonb, pgTable, primaryKey, text, timestamp, unique, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import type { PaymentAttemptState, RefundState, RefundWay, Tender } from './payment-states.ts';

const instant = () => timestamp({ withTimezone: true, precision: 3, mode: 'string' });
const minor = () => bigint({ mode: 'number' });

/** Attempts to pay, each with a number of its own that is written before a gateway hears of it. */
export const payments = pgTable('payments', {
  orderId: uuid().notNull(),
  id: uuid().notNull(),
  number: text().notNull(),
  tender: text().$type<Tender>().notNull(),
  state: text().$type<PaymentAttemptState>().notNull(),
  currency: text().notNull(),
  amount: minor().notNull(),
  /** Cash only: what was handed over, and what was handed back. */
  tendered: minor(),
  change: minor(),
  refunded: minor().notNull(),
  providerTransactionId: text(),
  /** What the client needs to go on at the gateway; null until the gateway has answered. */
  clientParameters: jsonb().$type<Readonly<Record<string, string>>>(),
  createdAt: instant().notNull(),
  settledAt: instant(),
  /** When to ask the gateway next what became of it; null when it is settled. */
  nextQueryAt: instant(),
  queries: integer().notNull(),
}, (t) => [
  primaryKey({ name: 'payments_pk', columns: [t.orderId, t.id] }),
  unique('payments_number_key').on(t.number),
  uniqueIndex('payments_transaction_key').on(t.tender, t.providerTransactionId).where(sql`provider_transaction_id is not null and tender <> 'EXTERNAL'`),
  index('payments_query_idx').on(t.nextQueryAt).where(sql`next_query_at is not null`),
  // The last defence against giving back more than a payment brought.
  check('payments_refunded_check', sql`${t.refunded} between 0 and ${t.amount}`),
]);

/** Money on its way back, one row for each payment it goes back over. */
export const refunds = pgTable('refunds', {
  orderId: uuid().notNull(),
  id: uuid().notNull(),
  paymentId: uuid().notNull(),
  number: text().notNull(),
  state: text().$type<RefundState>().notNull(),
  currency: text().notNull(),
  amount: minor().notNull(),
  reason: text().notNull(),
  /** The customer-service document that pays it out; null for money that goes back by itself. */
  serviceId: uuid(),
  createdAt: instant().notNull(),
  settledAt: instant(),
  nextAttemptAt: instant(),
  attempts: integer().notNull(),
  lastProblem: text(),
  /** The transaction at a terminal that gave the money back. */
  providerTransactionId: text(),
  /** Set while the gateway is being asked; one that answers never, as after a crash, leaves it until it is asked again. */
  askedAt: instant(),
  /** How it was paid out after the gateway had refused, and where that is to be found. */
  paidOutBy: text().$type<RefundWay>(),
  reference: text(),
  /** When the gateway turned out to have paid after all what had been paid out otherwise. */
  paidTwiceAt: instant(),
}, (t) => [
  primaryKey({ name: 'refunds_pk', columns: [t.orderId, t.id] }),
  unique('refunds_number_key').on(t.number),
  uniqueIndex('refunds_transaction_key').on(t.providerTransactionId).where(sql`provider_transaction_id is not null`),
  index('refunds_attempt_idx').on(t.nextAttemptAt).where(sql`next_attempt_at is not null`),
  // What a gateway is being asked for may be paid by it at this moment, and by nobody else.
  check('refunds_otherwise_check', sql`${t.state} <> 'PAID_OTHERWISE' or ${t.askedAt} is null`),
]);

export type PaymentRow = typeof payments.$inferSelect;
export type RefundRow = typeof refunds.$inferSelect;
