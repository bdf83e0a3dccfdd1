import { index, jsonb, pgTable, text, timestamp, uuid } from 'drizzle-orm/pg-core';
import type { Address } from '../platform/address.types.ts';
import type { Salutation } from './address-book.rules.ts';

const instant = () => timestamp({ withTimezone: true, precision: 3, mode: 'string' });

/** Where shoppers have things sent. Orders copy what they use, so that these rows can go. */
export const customerAddresses = pgTable('customer_addresses', {
  id: uuid().primaryKey(),
  customerId: uuid().notNull(),
  title: text().$type<Salutation>(),
  name: text().notNull(),
  givenName: text(),
  familyName: text(),
  phone: text(),
  email: text(),
  address: jsonb().$type<Address>().notNull(),
  /** Since when it was wished to be the default; of several, the latest is it, so that no two writers meet. */
  defaultSince: instant(),
  createdAt: instant().notNull(),
  updatedAt: instant().notNull(),
}, (t) => [index('customer_addresses_customer_idx').on(t.customerId)]);

export type CustomerAddressRow = typeof customerAddresses.$inferSelect;
