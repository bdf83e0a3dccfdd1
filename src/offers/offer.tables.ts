import { sql } from 'drizzle-orm';
import { bigint, boolean, check, index, integer, jsonb, pgTable, primaryKey, text, timestamp, unique, uuid } from 'drizzle-orm/pg-core';
import type { OfferEffect, OfferScope, OfferStacking, OfferTarget } from './offer-model.rules.ts';

const instant = () => timestamp({ withTimezone: true, precision: 3, mode: 'string' });
const minor = () => bigint({ mode: 'number' });

/** What offers and coupons have in common. Amounts, also those within the effect, are minor units of `currency`. */
export const termColumns = () => ({
  /** What people are told of it; null for its name alone. */
  description: text(),
  effect: jsonb().$type<OfferEffect>().notNull(),
  scope: jsonb().$type<OfferScope>().notNull(),
  minimumPieces: integer().notNull(),
  minimumAmount: minor().notNull(),
  maximumDiscount: minor(),
  /** Null where no amount is named: then the terms hold in every currency. */
  currency: text(),
  startsAt: instant(),
  endsAt: instant(),
  /** Empty for everywhere, and for everybody. */
  storeIds: uuid().array().notNull(),
  tierCodes: text().array().notNull(),
  /** How often it can be used in all, and by one customer. */
  totalLimit: integer(),
  customerLimit: integer(),
});

export const offers = pgTable('offers', {
  id: uuid().primaryKey(),
  code: text().notNull(),
  name: text().notNull(),
  target: text().$type<OfferTarget>().notNull(),
  stacking: text().$type<OfferStacking>().notNull(),
  priority: integer().notNull(),
  ...termColumns(),
  disabledAt: instant(),
  version: integer().notNull(),
  createdAt: instant().notNull(),
  updatedAt: instant().notNull(),
}, (t) => [
  unique('offers_code_key').on(t.code),
  index('offers_in_force_idx').on(t.endsAt).where(sql`disabled_at is null`),
]);

/** One row. Its value is another after every change of an offer: whoever holds the offers of a revision need not read them again. */
export const offerRevision = pgTable('offer_revision', {
  one: integer().primaryKey(),
  revision: uuid().notNull(),
});

/** Which orders have used an offer whose uses are limited. */
export const offerUses = pgTable('offer_uses', {
  orderId: uuid().notNull(),
  offerId: uuid().notNull(),
  customerId: uuid(),
  usedAt: instant().notNull(),
  /** Set when the order died and the use was given back. */
  returnedAt: instant(),
  /** Which counters it raised, and so which it lowers when it comes back: limits may have come or gone in between. */
  countedInAll: boolean().notNull().default(true),
  countedByCustomer: boolean().notNull().default(true),
}, (t) => [primaryKey({ name: 'offer_uses_pk', columns: [t.orderId, t.offerId] })]);

/** A use too many violates the check, and undoes the statement that wanted it. Only limited offers are counted. */
export const offerUseCounts = pgTable('offer_use_counts', {
  offerId: uuid().primaryKey(),
  used: integer().notNull(),
  maximum: integer().notNull(),
}, (t) => [check('offer_use_counts_limit_check', sql`${t.used} between 0 and ${t.maximum}`)]);

export const offerCustomerUseCounts = pgTable('offer_customer_use_counts', {
  customerId: uuid().notNull(),
  offerId: uuid().notNull(),
  used: integer().notNull(),
  maximum: integer().notNull(),
}, (t) => [
  primaryKey({ name: 'offer_customer_use_counts_pk', columns: [t.customerId, t.offerId] }),
  check('offer_customer_use_counts_limit_check', sql`${t.used} between 0 and ${t.maximum}`),
]);

export type OfferRow = typeof offers.$inferSelect;
/** The columns that offers share with coupons. */
export type TermColumns = Pick<OfferRow, keyof ReturnType<typeof termColumns>>;
