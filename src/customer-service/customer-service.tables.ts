import { sql } from 'drizzle-orm';
import { bigint, boolean, check, index, integer, jsonb, pgTable, primaryKey, text, timestamp, unique, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import type { Address } from '../platform/address.types.ts';
import type { Tender } from '../payments/payment-states.ts';
import type { PayoutState, ServiceAction, ServiceStatus, ServiceType } from './customer-service.lifecycle.ts';
import type { GoodsCondition, ItemRole } from './item-words.ts';

const instant = () => timestamp({ withTimezone: true, precision: 3, mode: 'string' });
const minor = () => bigint({ mode: 'number' });

/** Refunds, returns and exchanges. */
export const customerServices = pgTable('customer_services', {
  /** With what the document is kept together: its order, or, where it has none, itself. */
  anchorId: uuid().notNull(),
  id: uuid().notNull(),
  number: text().notNull(),
  /** The client's own id, unique among the documents of one shopper or one store (`uidScope`). */
  uid: text(),
  uidScope: uuid().notNull(),
  type: text().$type<ServiceType>().notNull(),
  status: text().$type<ServiceStatus>().notNull(),
  version: integer().notNull(),
  lastAction: text().$type<ServiceAction>(),
  lastActorId: uuid(),

  orderId: uuid(),
  orderNumber: text(),
  storeId: uuid(),
  storeCode: text(),
  storeName: text(),
  customerId: uuid(),
  clerkId: uuid(),
  clerkName: text(),

  reasonCode: text(),
  reason: text().notNull(),
  content: text(),
  images: jsonb().$type<readonly string[]>().notNull(),
  /** Whether the customer has the goods, as whoever asked says; null where they did not say. */
  goodsReceived: boolean(),
  /** Whether the shopper wants the whole order called off (S4 status 6). */
  cancelsOrder: boolean().notNull(),
  /** Whether the lines' shares of the freight go back as well. */
  withFreight: boolean().notNull(),

  currency: text().notNull(),
  /** What the goods that come back are credited with, and what those given in exchange cost. */
  creditTotal: minor().notNull(),
  replacementTotal: minor().notNull(),
  refundFee: minor(),
  supplementaryFee: minor(),
  pointsReturned: integer().notNull(),
  /** How many of them have gone back: with the money, by the same write. */
  pointsPaidOut: integer().notNull(),
  /** What was written down to be paid out, and what of it has gone back. */
  payoutTotal: minor().notNull(),
  refundedTotal: minor().notNull(),
  payoutState: text().$type<PayoutState>().notNull(),
  /** How a document without an order was paid out. */
  payoutTender: text().$type<Tender>(),

  returnName: text(),
  returnPhone: text(),
  returnAddress: jsonb().$type<Address>(),
  courierCompany: text(),
  courierCode: text(),
  waybillNumber: text(),
  replacementCourierCompany: text(),
  replacementCourierCode: text(),
  replacementWaybillNumber: text(),

  createdAt: instant().notNull(),
  updatedAt: instant().notNull(),
  takenUpAt: instant(),
  approvedAt: instant(),
  sentBackAt: instant(),
  receivedAt: instant(),
  replacementShippedAt: instant(),
  finishedAt: instant(),
}, (t) => [
  primaryKey({ name: 'customer_services_pk', columns: [t.anchorId, t.id] }),
  unique('customer_services_number_key').on(t.number),
  uniqueIndex('customer_services_uid_key').on(t.uidScope, t.uid).where(sql`uid is not null`),
  index('customer_services_id_idx').on(t.id),
  index('customer_services_status_idx').on(t.status, t.id),
  index('customer_services_store_idx').on(t.storeId, t.id).where(sql`store_id is not null`),
  index('customer_services_store_status_idx').on(t.storeId, t.status, t.id).where(sql`store_id is not null`),
  index('customer_services_order_number_idx').on(t.orderNumber, t.id).where(sql`order_number is not null`),
  index('customer_services_customer_idx').on(t.customerId, t.id).where(sql`customer_id is not null`),
  // The last defence; the rules keep within it long before.
  check('customer_services_payout_check', sql`${t.refundedTotal} between 0 and ${t.payoutTotal} and ${t.payoutTotal} <= coalesce(${t.refundFee}, 0)`),
]);

/** Goods that come back, and goods that are given in exchange, one row for each line of a document. */
export const customerServiceItems = pgTable('customer_service_items', {
  anchorId: uuid().notNull(),
  serviceId: uuid().notNull(),
  /** Position in the document, from 1. */
  seq: integer().notNull(),
  role: text().$type<ItemRole>().notNull(),
  /**
   * RETURN: the line that is given back, by the number it has in its order. EXCHANGE: the number that these goods go by when
   * they are given back in their turn; numbers go on where the order's lines end. Null without an order.
   */
  lineSeq: integer(),
  skuId: uuid().notNull(),
  skuCode: text().notNull(),
  productId: uuid().notNull(),
  productCode: text().notNull(),
  name: text().notNull(),
  specification: text(),
  barcode: text(),
  cover: text(),
  /** Of a piece then; null where it was not known, and in rows older than this column. */
  weightGrams: integer(),
  unitCost: minor(),
  quantity: integer().notNull(),
  /** Pieces that have come back; null until they were counted. Of goods given in exchange: how many, where fewer are given than was agreed. */
  receivedQuantity: integer(),
  condition: text().$type<GoodsCondition>(),
  currency: text().notNull(),
  /** Of one piece, and of all. */
  price: minor().notNull(),
  total: minor().notNull(),
  /** What the pieces were paid with, of which `amount` is to go back (RETURN) or was paid for them (EXCHANGE). */
  goods: minor().notNull(),
  freight: minor().notNull(),
  points: integer().notNull(),
  pointsValue: minor().notNull(),
  amount: minor().notNull(),
}, (t) => [
  primaryKey({ name: 'customer_service_items_pk', columns: [t.anchorId, t.serviceId, t.seq] }),
  check('customer_service_items_amount_check', sql`${t.amount} between 0 and ${t.goods} + ${t.freight}`),
]);

/** Why goods are given back, as the platform keeps it (S2-18). */
export const customerServiceReasons = pgTable('customer_service_reasons', {
  id: uuid().primaryKey(),
  code: text().notNull(),
  name: text().notNull(),
  types: jsonb().$type<readonly ServiceType[]>().notNull(),
  refundsFreight: boolean().notNull(),
  position: integer().notNull(),
  withdrawn: boolean().notNull(),
  updatedAt: instant().notNull(),
}, (t) => [unique('customer_service_reasons_code_key').on(t.code)]);

export type CustomerServiceRow = typeof customerServices.$inferSelect;
export type CustomerServiceItemRow = typeof customerServiceItems.$inferSelect;
export type ReasonRow = typeof customerServiceReasons.$inferSelect;
