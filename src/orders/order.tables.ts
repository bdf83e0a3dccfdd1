import { sql } from 'drizzle-orm';
import { bigint, boolean, check, customType, index, integer, jsonb, numeric, pgTable, primaryKey, smallint, text, timestamp, unique, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import type { Address } from '../platform/address.types.ts';
import { cellCodes, cellRoom } from './counts/order-cells.rules.ts';
import type { ItemPricing, OrderPricing, SoldCopy } from './placing/order-pricing.ts';
import type { Action, AfterSales, DeliveryType, Fulfilment, ItemStatus, OrderKind, OrderStatus, PaymentState, Visibility } from './order.lifecycle.ts';
import type { Origin } from './placing/origins.ts';
import type { Party, Title } from './parties.rules.ts';

const instant = () => timestamp({ withTimezone: true, precision: 3, mode: 'string' });
const minor = () => bigint({ mode: 'number' });
/** Compared byte by byte whatever the language of the database, so that a prefix is a range of the index. */
const plainText = customType<{ data: string }>({ dataType: () => 'text collate "C"' });

const codeOf = (column: string, codes: Readonly<Record<string, number>>): string =>
  `case ${column} ${Object.entries(codes).map(([name, code]) => `when '${name}' then ${code}`).join(' ')} end`;

/** The cell of an order as one number, out of its columns; see `codeOfCell`. */
const cellExpression = sql.raw(`(((${codeOf('status', cellCodes.status)} * 2 + awaiting_review::int) * ${cellRoom} + ${codeOf('kind', cellCodes.kind)}) * ${cellRoom}
  + ${codeOf('delivery_type', cellCodes.deliveryType)})::smallint`);

/** Facts of an order, the status projected from them, and copies of what it was placed with. */
export const orders = pgTable('orders', {
  id: uuid().primaryKey(),
  number: plainText().notNull(),
  /** The client's own id, unique among the orders of one shopper or one till (`uidScope`). */
  uid: text(),
  uidScope: uuid().notNull(),
  kind: text().$type<OrderKind>().notNull(),
  deliveryType: text().$type<DeliveryType>().notNull(),
  origin: text().$type<Origin>().notNull(),
  /** The system that the order was imported from, under whose number (`uid`) it is known there; null for an order placed here. */
  importedFrom: text(),

  fulfilment: text().$type<Fulfilment>().notNull(),
  payment: text().$type<PaymentState>().notNull(),
  /** What open customer-service documents want of it. */
  afterSales: text().$type<AfterSales>().notNull().default('NONE'),
  /** Whether there ever was a document about it, or money that went back: it is in the list of after-sales for good (S2-2). */
  hadAfterSales: boolean().notNull().default(false),
  status: text().$type<OrderStatus>().notNull(),
  version: integer().notNull(),
  lastAction: text().$type<Action>(),
  lastActorId: uuid(),
  /** When the system moves the order by itself; null when it does not. */
  timerAt: instant(),
  /** What its owner did with it: keeps it, put it into the recycle bin, or removed it from there. Nobody else's view depends on it. */
  visibility: text().$type<Visibility>().notNull().default('VISIBLE'),
  /** Since when it may not move, and why. */
  heldAt: instant(),
  holdReason: text(),
  remindedAt: instant(),
  reminders: integer().notNull().default(0),
  /** When its owner may remind again. */
  remindAgainAt: instant(),
  settledAt: instant(),
  /** The comment on the order as a whole. */
  commentId: text(),
  reviewedAt: instant(),
  /** The deal is done, and neither the order nor each of its lines was commented on. */
  awaitingReview: boolean().notNull().default(false),
  /** Postgres keeps it; programs ask for it and never write it. */
  cell: smallint().notNull().generatedAlwaysAs(cellExpression),

  currency: text().notNull(),
  /** What one unit of it was worth in the platform's own currency; null where nobody had said: nothing is charged by it, so a sale does not wait for it. */
  exchangeRate: numeric(),
  listTotal: minor().notNull(),
  discountTotal: minor().notNull(),
  freightTotal: minor().notNull(),
  total: minor().notNull(),
  paidTotal: minor().notNull(),
  refundedTotal: minor().notNull(),
  /** Points that pay for a part of it, and what they are worth; the total is without them. */
  pointsUsed: integer().notNull(),
  pointsTotal: minor().notNull(),
  /** What its customer earns when it is done. */
  pointsToEarn: integer().notNull(),
  pointsRedemption: boolean().notNull(),
  couponCode: text(),
  /** Copies of what else made its price; null where nothing did. */
  pricing: jsonb().$type<OrderPricing>(),
  /** What exchanges have added to be paid, and what after-sales have given back of it all. */
  supplementTotal: minor().notNull().default(0),
  returnedTotal: minor().notNull().default(0),
  pieces: integer().notNull(),
  /** Pieces that were given back, less those that were given in exchange. */
  returnedPieces: integer().notNull().default(0),
  description: text().notNull(),
  cover: text(),

  customerId: uuid(),
  storeId: uuid(),
  storeCode: text(),
  storeName: text(),
  clerkId: uuid(),
  clerkName: text(),
  /** Who made the sale, where that is not the cashier. */
  salespersonId: uuid(),
  salespersonName: text(),
  /** The number on the till's receipt, and the device that it was rung up on. */
  receiptNumber: text(),
  device: text(),
  contactName: text(),
  contactPhone: text(),
  contactAddress: jsonb().$type<Address>(),
  contactTitle: text().$type<Title>(),
  contactGivenName: text(),
  contactFamilyName: text(),
  contactEmail: text(),
  /** Who pays the bill, where it is not who gets the goods. */
  billing: jsonb().$type<Party>(),
  remark: text(),
  receivingTime: text(),
  invoiceWanted: boolean().notNull(),
  invoiceTitle: text(),
  courierCompany: text(),
  courierCode: text(),
  waybillNumber: text(),

  payDeadline: instant(),
  createdAt: instant().notNull(),
  updatedAt: instant().notNull(),
  paidAt: instant(),
  confirmedAt: instant(),
  deliveryStartedAt: instant(),
  deliveredAt: instant(),
  finishedAt: instant(),
  canceledAt: instant(),
}, (t) => [
  unique('orders_number_key').on(t.number),
  uniqueIndex('orders_uid_key').on(t.uidScope, t.uid).where(sql`uid is not null`),
  // Lists by creation and by last change; orders without a store are a list as well. The key is the platform's list by creation.
  index('orders_store_idx').on(t.storeId, t.id),
  index('orders_store_updated_idx').on(t.storeId, t.updatedAt, t.id),
  index('orders_updated_idx').on(t.updatedAt, t.id),
  // Cells, each a list in itself.
  index('orders_store_cell_idx').on(t.cell, t.storeId, t.id),
  index('orders_cell_idx').on(t.cell, t.id),
  // What few orders are or have.
  index('orders_held_idx').on(t.storeId, t.id).where(sql`held_at is not null`),
  index('orders_reminded_idx').on(t.storeId, t.id).where(sql`reminded_at is not null`),
  index('orders_after_sales_idx').on(t.storeId, t.id).where(sql`had_after_sales`),
  index('orders_hidden_idx').on(t.storeId, t.visibility, t.id).where(sql`visibility <> 'VISIBLE'`),
  index('orders_waybill_idx').on(t.waybillNumber, t.id).where(sql`waybill_number is not null`),
  index('orders_paid_idx').on(t.storeId, t.paidAt, t.id).where(sql`paid_at is not null`),
  index('orders_finished_idx').on(t.storeId, t.finishedAt, t.id).where(sql`finished_at is not null`),
  index('orders_contact_phone_idx').on(t.contactPhone, t.id).where(sql`contact_phone is not null`),
  index('orders_customer_idx').on(t.customerId, t.id).where(sql`customer_id is not null`),
  index('orders_review_idx').on(t.customerId, t.id).where(sql`awaiting_review and customer_id is not null`),
  index('orders_timer_idx').on(t.timerAt).where(sql`timer_at is not null and held_at is null`),
]);

/** Lines of an order, frozen as they were sold. */
export const orderItems = pgTable('order_items', {
  orderId: uuid().notNull(),
  /** Position, from 1; one SKU may stand on two lines (S0-36). */
  seq: integer().notNull(),
  skuId: uuid().notNull(),
  skuCode: text().notNull(),
  productId: uuid().notNull(),
  productCode: text().notNull(),
  name: text().notNull(),
  specification: text(),
  barcode: text(),
  cover: text(),
  weightGrams: integer(),
  quantity: integer().notNull(),
  currency: text().notNull(),
  listPrice: minor().notNull(),
  salePrice: minor().notNull(),
  listTotal: minor().notNull(),
  discountTotal: minor().notNull(),
  saleTotal: minor().notNull(),
  priceReason: text(),
  /** The line's part of the points that paid, and of the freight. */
  pointsUsed: integer().notNull(),
  pointsShare: minor().notNull(),
  freightShare: minor().notNull(),
  /** The main line, for what belongs to a bundle. */
  parentSeq: integer(),
  /** How its price came about; null where the catalogue's stood. */
  pricing: jsonb().$type<ItemPricing>(),
  /** What else the catalogue and the till had said of it; null for lines from before it was kept. */
  sold: jsonb().$type<SoldCopy>(),
  status: text().$type<ItemStatus>().notNull(),
  commentId: text(),
  reviewedAt: instant(),
  /** Pieces that open documents claim, and pieces that were given back. */
  returningQuantity: integer().notNull().default(0),
  returnedQuantity: integer().notNull().default(0),
}, (t) => [
  primaryKey({ name: 'order_items_pk', columns: [t.orderId, t.seq] }),
  // The last defence against giving a piece back twice.
  check('order_items_returned_check', sql`${t.returningQuantity} >= 0 and ${t.returnedQuantity} >= 0 and ${t.returningQuantity} + ${t.returnedQuantity} <= ${t.quantity}`),
]);

export type OrderRow = Omit<typeof orders.$inferSelect, 'cell'>;
export type OrderItemRow = typeof orderItems.$inferSelect;
