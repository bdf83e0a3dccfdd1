import { boolean, index, integer, pgTable, text, timestamp, unique, uuid } from 'drizzle-orm/pg-core';
import type { Gender } from './profile.rules.ts';
import { customerTiers } from './tier.tables.ts';

const instant = () => timestamp({ withTimezone: true, precision: 3, mode: 'string' });

/** Shoppers. The id follows from the subject of their token, so that an order never waits for a profile. */
export const customers = pgTable('customers', {
  id: uuid().primaryKey(),
  subject: text().notNull(),
  name: text().notNull(),
  phone: text(),
  email: text(),
  country: text(),
  givenName: text(),
  familyName: text(),
  gender: text().$type<Gender>(),
  /** Month and day make the birthday; the year may be nobody's business. */
  birthYear: integer(),
  birthMonth: integer(),
  birthDay: integer(),
  married: boolean(),
  /** IANA name; decides when the birthday begins and ends. Null is UTC. */
  timeZone: text(),
  memberNumber: text(),
  /** Brand and number in one, unique. Null without a number, and where another had the number first before that was ruled out. */
  membershipKey: text(),
  brandCode: text(),
  cardType: text(),
  /** Null: the default tier, if there is one. */
  tierId: uuid().references(() => customerTiers.id),
  createdAt: instant().notNull(),
  updatedAt: instant().notNull(),
}, (t) => [
  unique('customers_subject_key').on(t.subject),
  // Deferrable in the migration, which Drizzle cannot say: it is checked at a statement's end, so that numbers can change hands.
  unique('customers_membership_key').on(t.membershipKey),
  index('customers_member_number_idx').on(t.memberNumber),
]);

export type CustomerRow = typeof customers.$inferSelect;
