import { boolean, integer, jsonb, pgTable, primaryKey, text, timestamp, unique, uuid } from 'drizzle-orm/pg-core';
import type { Address } from '../platform/address.types.ts';
import type { StoreKind } from './store-kinds.ts';

export const stores = pgTable('stores', {
  id: uuid().primaryKey(),
  code: text().notNull(),
  name: text().notNull(),
  kind: text().$type<StoreKind>().notNull().default('STORE'),
  currency: text().notNull(),
  phone: text(),
  address: jsonb().$type<Address>(),
  /** Whether shoppers may place SELF_PICK and FLASH orders with it. */
  acceptingOrders: boolean().notNull(),
  version: integer().notNull(),
  createdAt: timestamp({ withTimezone: true, precision: 3, mode: 'string' }).notNull(),
  updatedAt: timestamp({ withTimezone: true, precision: 3, mode: 'string' }).notNull(),
}, (t) => [unique('stores_code_key').on(t.code)]);

export const storeMembers = pgTable('store_members', {
  staffId: uuid().notNull(),
  storeId: uuid().notNull().references(() => stores.id),
  role: text().notNull(),
  name: text().notNull(),
  email: text(),
  maySetPrice: boolean().notNull(),
  /** Whether they may spend a customer's points and coupons by naming the customer alone. */
  maySpendBenefits: boolean().notNull().default(false),
  createdAt: timestamp({ withTimezone: true, precision: 3, mode: 'string' }).notNull(),
}, (t) => [primaryKey({ name: 'store_members_pk', columns: [t.storeId, t.staffId] })]);

export type StoreRow = typeof stores.$inferSelect;
export type StoreMemberRow = typeof storeMembers.$inferSelect;
