import { sql } from 'drizzle-orm';
import { boolean, check, index, integer, pgTable, primaryKey, text, timestamp, unique, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import type { CouponDistribution, CouponSource } from './coupon-kinds.ts';
import { termColumns } from './offer.tables.ts';

const instant = () => timestamp({ withTimezone: true, precision: 3, mode: 'string' });

/** What coupons are made after. `customerLimit` also bounds how many a customer may claim. */
export const couponDefinitions = pgTable('coupon_definitions', {
  id: uuid().primaryKey(),
  /** In capitals; people type it. */
  code: text().notNull(),
  name: text().notNull(),
  distribution: text().$type<CouponDistribution>().notNull(),
  ...termColumns(),
  /** False: it leaves lines alone that an offer has made cheaper. */
  withOffers: boolean().notNull(),
  /** Whether sharing a finished order gives one (S2-17). */
  givenForSharing: boolean().notNull(),
  /** How long a coupon is good once somebody has it; null for as long as the definition. */
  validDays: integer(),
  disabledAt: instant(),
  version: integer().notNull(),
  createdAt: instant().notNull(),
  updatedAt: instant().notNull(),
}, (t) => [
  unique('coupon_definitions_code_key').on(t.code),
  index('coupon_definitions_sharing_idx').on(t.id).where(sql`given_for_sharing and disabled_at is null`),
]);

/** A coupon in a customer's hand; good for one order. */
export const coupons = pgTable('coupons', {
  id: uuid().primaryKey(),
  definitionId: uuid().notNull().references(() => couponDefinitions.id),
  customerId: uuid().notNull(),
  code: text().notNull(),
  source: text().$type<CouponSource>().notNull(),
  /** The order by whose sharing it came. */
  sharedOrderId: uuid(),
  issuedAt: instant().notNull(),
  expiresAt: instant(),
}, (t) => [
  unique('coupons_code_key').on(t.code),
  index('coupons_customer_idx').on(t.customerId, t.id),
  uniqueIndex('coupons_shared_key').on(t.sharedOrderId, t.customerId).where(sql`shared_order_id is not null`),
]);

/** The coupon of an order: one at most. */
export const couponUses = pgTable('coupon_uses', {
  orderId: uuid().primaryKey(),
  definitionId: uuid().notNull(),
  /** Null where the definition's own code was named. */
  couponId: uuid(),
  customerId: uuid(),
  usedAt: instant().notNull(),
  /** Set when the order died and the coupon was given back. */
  returnedAt: instant(),
  /** Which counters it raised, and so which it lowers when it comes back: limits may have come or gone in between. */
  countedInAll: boolean().notNull().default(true),
  countedByCustomer: boolean().notNull().default(true),
}, (t) => [uniqueIndex('coupon_uses_coupon_key').on(t.couponId).where(sql`coupon_id is not null and returned_at is null`)]);

/** A use too many violates the check, and undoes the statement that wanted it. Only limited coupons are counted. */
export const couponUseCounts = pgTable('coupon_use_counts', {
  definitionId: uuid().primaryKey(),
  used: integer().notNull(),
  maximum: integer().notNull(),
}, (t) => [check('coupon_use_counts_limit_check', sql`${t.used} between 0 and ${t.maximum}`)]);

export const couponCustomerUseCounts = pgTable('coupon_customer_use_counts', {
  customerId: uuid().notNull(),
  definitionId: uuid().notNull(),
  used: integer().notNull(),
  maximum: integer().notNull(),
}, (t) => [
  primaryKey({ name: 'coupon_customer_use_counts_pk', columns: [t.customerId, t.definitionId] }),
  check('coupon_customer_use_counts_limit_check', sql`${t.used} between 0 and ${t.maximum}`),
]);

/** How many a customer has claimed with the definition's code. */
export const couponClaimCounts = pgTable('coupon_claim_counts', {
  customerId: uuid().notNull(),
  definitionId: uuid().notNull(),
  claimed: integer().notNull(),
  maximum: integer().notNull(),
}, (t) => [
  primaryKey({ name: 'coupon_claim_counts_pk', columns: [t.customerId, t.definitionId] }),
  check('coupon_claim_counts_limit_check', sql`${t.claimed} between 0 and ${t.maximum}`),
]);

/** Codes that friends claim a coupon with; one for each order that was shared. */
export const couponShares = pgTable('coupon_shares', {
  orderId: uuid().primaryKey(),
  definitionId: uuid().notNull(),
  code: text().notNull(),
  customerId: uuid(),
  createdAt: instant().notNull(),
}, (t) => [unique('coupon_shares_code_key').on(t.code)]);

export type CouponDefinitionRow = typeof couponDefinitions.$inferSelect;
export type CouponRow = typeof coupons.$inferSelect;
export type CouponShareRow = typeof couponShares.$inferSelect;
