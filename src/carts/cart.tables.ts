import { sql } from 'drizzle-orm';
import { bigint, index, integer, pgTable, primaryKey, text, timestamp, uuid } from 'drizzle-orm/pg-core';
import type { CartKind, CartState, OfferChoiceKind } from './cart-kinds.ts';

const instant = () => timestamp({ withTimezone: true, precision: 3, mode: 'string' });

/** What somebody is about to buy. Nothing here is a price: prices are computed whenever the cart is looked at. */
export const carts = pgTable('carts', {
  id: uuid().primaryKey(),
  kind: text().$type<CartKind>().notNull(),
  state: text().$type<CartState>().notNull(),
  /** Who opened it; a shopper's cart is for nobody else. */
  ownerId: uuid().notNull(),
  storeId: uuid(),
  currency: text().notNull(),
  customerId: uuid(),
  couponCode: text(),
  /** Up to how many points are to be spent. */
  pointsWanted: integer().notNull(),
  version: integer().notNull(),
  /** The highest seq that was ever given to a line. */
  lastSeq: integer().notNull(),
  orderId: uuid(),
  createdAt: instant().notNull(),
  updatedAt: instant().notNull(),
}, (t) => [
  index('carts_owner_idx').on(t.ownerId, t.id).where(sql`state = 'OPEN'`),
  index('carts_updated_idx').on(t.updatedAt),
  index('carts_till_idx').on(t.storeId, t.id).where(sql`state = 'OPEN' and kind = 'TILL'`),
]);

/**
 * Lines of carts as they were from one version of the cart (`since`) to before another (`until`, null while it holds), so
 * that an answer can be given again as it was.
 */
export const cartLines = pgTable('cart_lines', {
  cartId: uuid().notNull(),
  /** Names the line for as long as the cart lives; never given to another. */
  seq: integer().notNull(),
  since: integer().notNull(),
  until: integer(),
  skuCode: text().notNull(),
  quantity: integer().notNull(),
  offerChoice: text().$type<OfferChoiceKind>().notNull(),
  offerCode: text(),
  /** Set by hand at a till, with a reason; null takes the catalogue's. */
  unitPrice: bigint({ mode: 'number' }),
  priceReason: text(),
  /** Who set it, or has last vouched for it by raising the pieces: not whoever orders the cart (see ADR 0017). */
  priceSetById: uuid(),
  priceSetByName: text(),
}, (t) => [primaryKey({ name: 'cart_lines_pk', columns: [t.cartId, t.seq, t.since] })]);

export type CartRow = typeof carts.$inferSelect;
export type CartLineRow = typeof cartLines.$inferSelect;
