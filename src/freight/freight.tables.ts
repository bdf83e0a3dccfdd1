import { jsonb, pgTable, text, timestamp, unique, uuid } from 'drizzle-orm/pg-core';
import type { FreightRule, FreightUnit, Region } from './freight.rules.ts';

const instant = () => timestamp({ withTimezone: true, precision: 3, mode: 'string' });

/** Price lists for sending goods. Which products they charge for stands with the products (`product_freight`). */
export const freightTemplates = pgTable('freight_templates', {
  id: uuid().primaryKey(),
  code: text().notNull(),
  name: text().notNull(),
  currency: text().notNull(),
  unit: text().$type<FreightUnit>().notNull(),
  deliveryTypes: text().array().notNull(),
  origin: jsonb().$type<Region>(),
  rules: jsonb().$type<readonly FreightRule[]>().notNull(),
  createdAt: instant().notNull(),
  updatedAt: instant().notNull(),
}, (t) => [unique('freight_templates_code_key').on(t.code)]);

export type FreightTemplateRow = typeof freightTemplates.$inferSelect;
