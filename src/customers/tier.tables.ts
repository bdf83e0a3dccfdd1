import { sql } from 'drizzle-orm';
import { boolean, index, integer, jsonb, pgTable, text, timestamp, unique, uuid } from 'drizzle-orm/pg-core';

const instant = () => timestamp({ withTimezone: true, precision: 3, mode: 'string' });

/** What a tier grants otherwise in one currency. */
export interface TierCurrency {
  readonly currency: string;
  /** Null: the tier's own. */
  readonly pointsPerUnit: number | null;
  /** Minor units; null: no bound. */
  readonly birthdayMaximum: number | null;
}

/** Levels of customers and what they grant. Shares are basis points. */
export const customerTiers = pgTable('customer_tiers', {
  id: uuid().primaryKey(),
  code: text().notNull(),
  name: text().notNull(),
  discountBps: integer().notNull(),
  birthdayDiscountBps: integer().notNull(),
  canRedeemPoints: boolean().notNull(),
  minimumPoints: integer().notNull(),
  maximumShareBps: integer().notNull(),
  pointsPerUnit: integer().notNull(),
  earnBps: integer().notNull(),
  currencies: jsonb().$type<readonly TierCurrency[]>().notNull(),
  /** Since when it is meant for customers without a tier; of several, the latest counts, so that no two writers meet. */
  defaultSince: instant(),
  createdAt: instant().notNull(),
  updatedAt: instant().notNull(),
}, (t) => [unique('customer_tiers_code_key').on(t.code), index('customer_tiers_default_idx').on(t.defaultSince).where(sql`default_since is not null`)]);

export type CustomerTierRow = typeof customerTiers.$inferSelect;
