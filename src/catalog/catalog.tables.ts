import { bigint, boolean, check, index, integer, jsonb, numeric, pgTable, primaryKey, text, timestamp, unique, uuid } from 'drizzle-orm/pg-core';
import { sql } from 'drizzle-orm';

const instant = () => timestamp({ withTimezone: true, precision: 3, mode: 'string' });
const minor = () => bigint({ mode: 'number' });

/** A name and a value, in the order in which they are shown. */
export interface Attribute {
  readonly name: string;
  readonly value: string;
}

export const products = pgTable('products', {
  id: uuid().primaryKey(),
  code: text().notNull(),
  name: text().notNull(),
  cover: text(),
  brandCode: text(),
  attributes: jsonb().$type<readonly Attribute[]>().notNull().default([]),
  createdAt: instant().notNull(),
  updatedAt: instant().notNull(),
}, (t) => [unique('products_code_key').on(t.code)]);

export const skus = pgTable('skus', {
  id: uuid().primaryKey(),
  productId: uuid().notNull().references(() => products.id),
  code: text().notNull(),
  specification: text(),
  options: jsonb().$type<readonly Attribute[]>().notNull().default([]),
  barcode: text(),
  weightGrams: integer(),
  /** Of a piece, packed. */
  volumeMillilitres: integer(),
  /** Where it lies in the warehouse. */
  shelfLocation: text(),
  withdrawnAt: instant(),
  updatedAt: instant().notNull(),
}, (t) => [unique('skus_code_key').on(t.code), index('skus_product_idx').on(t.productId)]);

/** Minor units; the price of one piece. Without a store it holds everywhere; a store's own goes before it. */
export const skuPrices = pgTable('sku_prices', {
  skuId: uuid().notNull().references(() => skus.id),
  currency: text().notNull(),
  storeId: uuid(),
  /** From how many pieces on a line it holds. */
  minimumQuantity: integer().notNull().default(1),
  listPrice: minor().notNull(),
  /** Holds within the window; outside of it the list price does. Null is open. */
  salePrice: minor().notNull(),
  saleFrom: instant(),
  saleUntil: instant(),
  unitCost: minor(),
  lossAllowed: boolean().notNull().default(false),
}, (t) => [unique('sku_prices_key').on(t.skuId, t.currency, t.storeId, t.minimumQuantity).nullsNotDistinct()]);

/** What a bundle consists of. A bundle's parts are no bundles. */
export const skuComponents = pgTable('sku_components', {
  skuId: uuid().notNull().references(() => skus.id),
  componentId: uuid().notNull().references(() => skus.id),
  quantity: integer().notNull(),
}, (t) => [primaryKey({ name: 'sku_components_pk', columns: [t.skuId, t.componentId] }), index('sku_components_component_idx').on(t.componentId)]);

/** By which templates a product's freight is charged; of several that fit, the one assigned last counts. */
export const productFreight = pgTable('product_freight', {
  productId: uuid().notNull().references(() => products.id),
  freightTemplateId: uuid().notNull(),
  assignedAt: instant().notNull(),
}, (t) => [primaryKey({ name: 'product_freight_pk', columns: [t.productId, t.freightTemplateId] }), index('product_freight_template_idx').on(t.freightTemplateId)]);

/** What one unit of a currency is worth in another, from an instant until the next row's. Rows whose time has come are never changed. */
export const exchangeRates = pgTable('exchange_rates', {
  baseCurrency: text().notNull(),
  currency: text().notNull(),
  validFrom: instant().notNull(),
  rate: numeric().notNull(),
}, (t) => [primaryKey({ name: 'exchange_rates_pk', columns: [t.baseCurrency, t.currency, t.validFrom] }), check('exchange_rates_rate_check', sql`rate > 0`)]);

export type ProductRow = typeof products.$inferSelect;
export type SkuRow = typeof skus.$inferSelect;
export type SkuPriceRow = typeof skuPrices.$inferSelect;
export type SkuComponentRow = typeof skuComponents.$inferSelect;
