/**
 * The whole life of an order as one table. From it come the guard in front of every mutation, `Order.availableActions`,
 * the diagram in docs/lifecycle.md and the model the tests walk. Nothing else compares statuses.
 */

export const orderKinds = {
  ONLINE: 'Placed by a shopper (S2 ORDER).',
  IN_STORE: 'Placed by a clerk at the till (S2 STORE_ORDER).',
  COMPANY: 'Placed by an agent for their company; done once it is paid (S3).',
} as const satisfies Record<string, string>;
export type OrderKind = keyof typeof orderKinds;

export const deliveryTypes = {
  EXPRESS: 'By courier (S2-137).',
  SELF_PICK: 'The shopper fetches it from the store (S2-138).',
  FLASH: 'Brought by the store itself, at once (S2-139).',
} as const satisfies Record<string, string>;
export type DeliveryType = keyof typeof deliveryTypes;

/** Where the goods are; the fact from which, with the payment, the status is projected. */
export const fulfilments = {
  PAY_PENDING: 'Waits for payment.',
  CONFIRM_PENDING: 'Paid; the store or the platform must act.',
  DELIVER_PENDING: 'Accepted; waits to be sent or brought.',
  PICK_PENDING: 'Accepted; waits to be fetched.',
  DELIVERING: 'Being prepared for the courier, or on its way from the store.',
  DELIVERED: 'With the courier or at the door; receipt is not confirmed.',
  CONFIRMED: 'Done.',
  CANCELED: 'Canceled; what was paid goes back.',
  PAY_TIMEOUT: 'Not paid in time.',
  REFUNDED: 'Everything was given back.',
} as const satisfies Record<string, string>;
export type Fulfilment = keyof typeof fulfilments;

/** Who moves an order: callers by role, and the system itself. */
export type Mover = 'SHOPPER' | 'STAFF' | 'PLATFORM' | 'SERVICE' | 'SYSTEM';

/** What else must hold for a transition. */
export type Requirement = 'PAID_IN_FULL' | 'NO_STORE' | 'HAS_STORE' | 'DEADLINE_PASSED' | 'DEADLINE_AHEAD' | 'NO_PAYMENT_IN_DOUBT' | 'SUPPLEMENT_DUE' | 'NOTHING_LEFT';

/** Instants that a transition stamps on the order. */
export type Stamp = 'paidAt' | 'confirmedAt' | 'deliveryStartedAt' | 'deliveredAt' | 'finishedAt' | 'canceledAt';

export const actions = {
  START_PAYMENT: 'A payment through a gateway is begun; the order stays where it is until the gateway confirms.',
  PAY: 'A payment covers the total; recorded when a gateway confirms, or by the clerk’s cash.',
  CONFIRM: 'The platform confirms a paid order for shipping.',
  ACCEPT: 'The store takes the order on.',
  REJECT: 'The store cannot serve the order, or the platform takes it away from the store; it waits without a store until the platform assigns one (S2-191).',
  ASSIGN_STORE: 'The platform gives an order that has no store to one.',
  START_DELIVERY: 'Shipping begins (EXPRESS), or the store sets out (FLASH, S2-192).',
  SHIP: 'Handed to the courier, with waybill.',
  COMPLETE: 'The goods are with the customer (S2-184, S2-189, S2-193).',
  CONFIRM_RECEIPT: 'The shopper has received the goods (S2-229), or enough days have passed.',
  CANCEL: 'The order is called off; what was paid goes back by itself.',
  EXPIRE: 'The payment deadline has passed (S2-181); what was paid in part goes back by itself.',
  REQUEST_CANCEL: 'The shopper asks to call off an order that was taken on; the store answers the refund that is thereby asked for (S4 status 6).',
  PAY_SUPPLEMENT: 'What an exchange costs on top is paid; recorded when a gateway confirms, or by the clerk’s cash.',
  REFUND: 'Everything has been given back (S2-218).',
} as const satisfies Record<string, string>;
export type Action = keyof typeof actions;

export interface Transition<A extends string = Action> {
  readonly action: A;
  readonly kind: OrderKind;
  readonly deliveries: readonly DeliveryType[];
  readonly from: Fulfilment;
  readonly to: Fulfilment;
  readonly by: readonly Mover[];
  readonly requires?: readonly Requirement[];
  readonly stamps?: readonly Stamp[];
}

const everyDelivery = ['EXPRESS', 'SELF_PICK', 'FLASH'] as const;
const express = ['EXPRESS'] as const;
const selfPick = ['SELF_PICK'] as const;
const flash = ['FLASH'] as const;

export const transitions: readonly Transition[] = [
  { action: 'START_PAYMENT', kind: 'ONLINE', deliveries: everyDelivery, from: 'PAY_PENDING', to: 'PAY_PENDING', by: ['SHOPPER'], requires: ['DEADLINE_AHEAD'] },
  { action: 'PAY', kind: 'ONLINE', deliveries: everyDelivery, from: 'PAY_PENDING', to: 'CONFIRM_PENDING', by: ['SYSTEM'], requires: ['PAID_IN_FULL'], stamps: ['paidAt'] },
  { action: 'EXPIRE', kind: 'ONLINE', deliveries: everyDelivery, from: 'PAY_PENDING', to: 'PAY_TIMEOUT', by: ['SYSTEM'], requires: ['DEADLINE_PASSED'], stamps: ['canceledAt'] },
  { action: 'CANCEL', kind: 'ONLINE', deliveries: everyDelivery, from: 'PAY_PENDING', to: 'CANCELED', by: ['SHOPPER', 'PLATFORM'], stamps: ['canceledAt'] },
  { action: 'CANCEL', kind: 'ONLINE', deliveries: everyDelivery, from: 'CONFIRM_PENDING', to: 'CANCELED', by: ['SHOPPER', 'PLATFORM'], stamps: ['canceledAt'] },

  { action: 'CONFIRM', kind: 'ONLINE', deliveries: express, from: 'CONFIRM_PENDING', to: 'DELIVER_PENDING', by: ['PLATFORM', 'SYSTEM'], stamps: ['confirmedAt'] },
  { action: 'REJECT', kind: 'ONLINE', deliveries: ['EXPRESS', 'SELF_PICK'], from: 'CONFIRM_PENDING', to: 'CONFIRM_PENDING', by: ['PLATFORM'], requires: ['HAS_STORE'] },
  { action: 'REJECT', kind: 'ONLINE', deliveries: express, from: 'DELIVER_PENDING', to: 'DELIVER_PENDING', by: ['PLATFORM'], requires: ['HAS_STORE'] },
  { action: 'ASSIGN_STORE', kind: 'ONLINE', deliveries: everyDelivery, from: 'CONFIRM_PENDING', to: 'CONFIRM_PENDING', by: ['PLATFORM'], requires: ['NO_STORE'] },
  { action: 'ASSIGN_STORE', kind: 'ONLINE', deliveries: express, from: 'DELIVER_PENDING', to: 'DELIVER_PENDING', by: ['PLATFORM'], requires: ['NO_STORE'] },
  { action: 'START_DELIVERY', kind: 'ONLINE', deliveries: express, from: 'DELIVER_PENDING', to: 'DELIVERING', by: ['PLATFORM', 'STAFF'], stamps: ['deliveryStartedAt'] },
  { action: 'SHIP', kind: 'ONLINE', deliveries: express, from: 'DELIVERING', to: 'DELIVERED', by: ['PLATFORM', 'STAFF'], stamps: ['deliveredAt'] },
  { action: 'CONFIRM_RECEIPT', kind: 'ONLINE', deliveries: express, from: 'DELIVERED', to: 'CONFIRMED', by: ['SHOPPER', 'SYSTEM'], stamps: ['finishedAt'] },

  { action: 'ACCEPT', kind: 'ONLINE', deliveries: selfPick, from: 'CONFIRM_PENDING', to: 'PICK_PENDING', by: ['STAFF'], stamps: ['confirmedAt'] },
  { action: 'COMPLETE', kind: 'ONLINE', deliveries: selfPick, from: 'PICK_PENDING', to: 'CONFIRMED', by: ['STAFF'], stamps: ['finishedAt'] },

  { action: 'ACCEPT', kind: 'ONLINE', deliveries: flash, from: 'CONFIRM_PENDING', to: 'DELIVER_PENDING', by: ['STAFF'], stamps: ['confirmedAt'] },
  { action: 'REJECT', kind: 'ONLINE', deliveries: flash, from: 'CONFIRM_PENDING', to: 'CONFIRM_PENDING', by: ['STAFF', 'PLATFORM'], requires: ['HAS_STORE'] },
  { action: 'START_DELIVERY', kind: 'ONLINE', deliveries: flash, from: 'DELIVER_PENDING', to: 'DELIVERING', by: ['STAFF'], stamps: ['deliveryStartedAt'] },
  { action: 'COMPLETE', kind: 'ONLINE', deliveries: flash, from: 'DELIVERING', to: 'CONFIRMED', by: ['STAFF'], stamps: ['deliveredAt', 'finishedAt'] },

  { action: 'START_PAYMENT', kind: 'IN_STORE', deliveries: selfPick, from: 'PAY_PENDING', to: 'PAY_PENDING', by: ['STAFF', 'SERVICE'] },
  { action: 'PAY', kind: 'IN_STORE', deliveries: selfPick, from: 'PAY_PENDING', to: 'CONFIRM_PENDING', by: ['STAFF', 'SERVICE', 'SYSTEM'], requires: ['PAID_IN_FULL'], stamps: ['paidAt'] },
  { action: 'COMPLETE', kind: 'IN_STORE', deliveries: selfPick, from: 'CONFIRM_PENDING', to: 'CONFIRMED', by: ['STAFF', 'SERVICE'], requires: ['PAID_IN_FULL'], stamps: ['confirmedAt', 'finishedAt'] },
  { action: 'CANCEL', kind: 'IN_STORE', deliveries: selfPick, from: 'PAY_PENDING', to: 'CANCELED', by: ['STAFF', 'SERVICE', 'PLATFORM'], stamps: ['canceledAt'] },
  { action: 'CANCEL', kind: 'IN_STORE', deliveries: selfPick, from: 'CONFIRM_PENDING', to: 'CANCELED', by: ['STAFF', 'SERVICE', 'PLATFORM'], stamps: ['canceledAt'] },

  { action: 'PAY', kind: 'COMPANY', deliveries: selfPick, from: 'PAY_PENDING', to: 'CONFIRM_PENDING', by: ['STAFF', 'SERVICE', 'SYSTEM'], requires: ['NO_PAYMENT_IN_DOUBT', 'DEADLINE_AHEAD', 'PAID_IN_FULL'], stamps: ['paidAt'] },
  { action: 'COMPLETE', kind: 'COMPANY', deliveries: selfPick, from: 'CONFIRM_PENDING', to: 'CONFIRMED', by: ['SYSTEM'], requires: ['PAID_IN_FULL'], stamps: ['confirmedAt', 'finishedAt'] },
  { action: 'CANCEL', kind: 'COMPANY', deliveries: selfPick, from: 'PAY_PENDING', to: 'CANCELED', by: ['STAFF', 'SERVICE', 'PLATFORM'], requires: ['NO_PAYMENT_IN_DOUBT'], stamps: ['canceledAt'] },
  { action: 'EXPIRE', kind: 'COMPANY', deliveries: selfPick, from: 'PAY_PENDING', to: 'PAY_TIMEOUT', by: ['SYSTEM'], requires: ['DEADLINE_PASSED'], stamps: ['canceledAt'] },
  // After-sales: what customer-service documents ask of the order, and what becomes of it when all of it has been given back.
  { action: 'REQUEST_CANCEL', kind: 'ONLINE', deliveries: ['EXPRESS', 'FLASH'], from: 'DELIVER_PENDING', to: 'DELIVER_PENDING', by: ['SHOPPER'] },
  { action: 'REQUEST_CANCEL', kind: 'ONLINE', deliveries: selfPick, from: 'PICK_PENDING', to: 'PICK_PENDING', by: ['SHOPPER'] },
  { action: 'START_PAYMENT', kind: 'ONLINE', deliveries: express, from: 'DELIVERED', to: 'DELIVERED', by: ['SHOPPER'], requires: ['SUPPLEMENT_DUE'] },
  { action: 'START_PAYMENT', kind: 'ONLINE', deliveries: everyDelivery, from: 'CONFIRMED', to: 'CONFIRMED', by: ['SHOPPER'], requires: ['SUPPLEMENT_DUE'] },
  { action: 'PAY_SUPPLEMENT', kind: 'ONLINE', deliveries: express, from: 'DELIVERED', to: 'DELIVERED', by: ['STAFF', 'SERVICE', 'SYSTEM'], requires: ['PAID_IN_FULL'] },
  { action: 'PAY_SUPPLEMENT', kind: 'ONLINE', deliveries: everyDelivery, from: 'CONFIRMED', to: 'CONFIRMED', by: ['STAFF', 'SERVICE', 'SYSTEM'], requires: ['PAID_IN_FULL'] },
  { action: 'START_PAYMENT', kind: 'IN_STORE', deliveries: selfPick, from: 'CONFIRMED', to: 'CONFIRMED', by: ['STAFF', 'SERVICE'], requires: ['SUPPLEMENT_DUE'] },
  { action: 'PAY_SUPPLEMENT', kind: 'IN_STORE', deliveries: selfPick, from: 'CONFIRMED', to: 'CONFIRMED', by: ['STAFF', 'SERVICE', 'SYSTEM'], requires: ['PAID_IN_FULL'] },
  { action: 'REFUND', kind: 'ONLINE', deliveries: ['EXPRESS', 'FLASH'], from: 'DELIVER_PENDING', to: 'REFUNDED', by: ['SYSTEM'], requires: ['NOTHING_LEFT'] },
  { action: 'REFUND', kind: 'ONLINE', deliveries: selfPick, from: 'PICK_PENDING', to: 'REFUNDED', by: ['SYSTEM'], requires: ['NOTHING_LEFT'] },
  { action: 'REFUND', kind: 'ONLINE', deliveries: express, from: 'DELIVERED', to: 'REFUNDED', by: ['SYSTEM'], requires: ['NOTHING_LEFT'] },
  { action: 'REFUND', kind: 'ONLINE', deliveries: everyDelivery, from: 'CONFIRMED', to: 'REFUNDED', by: ['SYSTEM'], requires: ['NOTHING_LEFT'] },
  { action: 'PAY_SUPPLEMENT', kind: 'COMPANY', deliveries: selfPick, from: 'CONFIRMED', to: 'CONFIRMED', by: ['STAFF', 'SERVICE', 'SYSTEM'], requires: ['NO_PAYMENT_IN_DOUBT', 'PAID_IN_FULL'] },
  { action: 'REFUND', kind: 'COMPANY', deliveries: selfPick, from: 'CONFIRMED', to: 'REFUNDED', by: ['SYSTEM'], requires: ['NOTHING_LEFT'] },
  { action: 'REFUND', kind: 'IN_STORE', deliveries: selfPick, from: 'CONFIRMED', to: 'REFUNDED', by: ['SYSTEM'], requires: ['NOTHING_LEFT'] },
];

/** Steps that an open customer-service document does not hold up: they only move money, or end it. */
export const unhindered: ReadonlySet<Action> = new Set(['START_PAYMENT', 'PAY', 'PAY_SUPPLEMENT', 'REFUND']);

/** The rows of the table that exist for an action on this kind of order, whatever its state. */
export const transitionsFor = (action: Action, kind: OrderKind, delivery: DeliveryType): readonly Transition[] =>
  transitions.filter((row) => row.action === action && row.kind === kind && row.deliveries.includes(delivery));

/** States that the system itself leaves in time: by which action. */
export const timers: Readonly<Partial<Record<Fulfilment, Action>>> = { PAY_PENDING: 'EXPIRE', DELIVERED: 'CONFIRM_RECEIPT' };

/** What the owner of an order did with it in their own lists (S1-46 to S1-48); nothing is ever deleted physically. */
export const visibilities = {
  VISIBLE: 'In the owner’s lists (S1-46).',
  RECYCLED: 'In the owner’s recycle bin, from which it can be restored (S1-47).',
  PURGED: 'Gone for its owner; staff, the platform and the history still have it (S1-48).',
} as const satisfies Record<string, string>;
export type Visibility = keyof typeof visibilities;

/** What the ledger of payments says. */
export const paymentStates = {
  OPEN: 'Nothing was paid yet.',
  CONFIRMING: 'A gateway has not said yet what became of a payment.',
  PARTIALLY_PAID: 'Something was paid, but less than the total.',
  PAID: 'The total is covered.',
  PARTIALLY_REFUNDED: 'Part of what was paid was given back.',
  REFUNDED: 'All that was paid was given back.',
  CLOSED: 'The order ended without payment.',
} as const satisfies Record<string, string>;
export type PaymentState = keyof typeof paymentStates;

/** The status that clients see: exactly the twelve of S2-108 to S2-119. */
export const orderStatuses = {
  CREATED_PAY_PENDING: 'Waits for payment (S2-108).',
  CLOSED_PAY_TIMEOUT: 'Closed: not paid in time (S2-109).',
  CLOSED_CANCELED: 'Closed: canceled before anything was paid (S2-110).',
  PAID_CONFIRM_PENDING: 'Paid; the store or the platform must act (S2-111).',
  CONFIRMED_DELIVER_PENDING: 'Accepted; waits to be shipped or brought (S2-112).',
  DELIVERING: 'Shipping has begun, or the store is on its way (S2-113).',
  DELIVERED_CONFIRM_PENDING: 'Shipped; receipt is not confirmed (S2-114).',
  CANCELED_RETURN_PENDING: 'Goods are to come back (S2-115).',
  CLOSED_CONFIRMED: 'Done (S2-116).',
  CANCELED_REFUND_PENDING: 'Money is on its way back (S2-117).',
  CLOSED_REFUNDED: 'Closed: everything was given back (S2-118).',
  CONFIRMED_PICK_PENDING: 'Accepted; waits to be fetched (S2-119).',
} as const satisfies Record<string, string>;
export type OrderStatus = keyof typeof orderStatuses;

/** Statuses of orders that goods or money come back from, or have come back from as a whole. */
export const afterSalesStatuses: readonly OrderStatus[] = ['CANCELED_RETURN_PENDING', 'CANCELED_REFUND_PENDING', 'CLOSED_REFUNDED'];

const statusByFulfilment: Readonly<Record<Fulfilment, OrderStatus>> = {
  PAY_PENDING: 'CREATED_PAY_PENDING',
  CONFIRM_PENDING: 'PAID_CONFIRM_PENDING',
  DELIVER_PENDING: 'CONFIRMED_DELIVER_PENDING',
  PICK_PENDING: 'CONFIRMED_PICK_PENDING',
  DELIVERING: 'DELIVERING',
  DELIVERED: 'DELIVERED_CONFIRM_PENDING',
  CONFIRMED: 'CLOSED_CONFIRMED',
  CANCELED: 'CLOSED_CANCELED',
  PAY_TIMEOUT: 'CLOSED_PAY_TIMEOUT',
  REFUNDED: 'CLOSED_REFUNDED',
};

/** What open customer-service documents want of the order. */
export const afterSalesStates = {
  NONE: 'Nothing.',
  GOODS_BACK: 'Goods are to come back.',
  MONEY_BACK: 'Money is to go back.',
} as const satisfies Record<string, string>;
export type AfterSales = keyof typeof afterSalesStates;

/** The one projection of the facts onto the status. What after-sales want hides what was before, and gives it free again once they want nothing. */
export function statusOf(fulfilment: Fulfilment, payment: PaymentState, afterSales: AfterSales): OrderStatus {
  if (afterSales !== 'NONE') return afterSales === 'GOODS_BACK' ? 'CANCELED_RETURN_PENDING' : 'CANCELED_REFUND_PENDING';
  if (fulfilment !== 'CANCELED') return statusByFulfilment[fulfilment];
  if (payment === 'REFUNDED') return 'CLOSED_REFUNDED';
  return payment === 'OPEN' || payment === 'CLOSED' || payment === 'CONFIRMING' ? 'CLOSED_CANCELED' : 'CANCELED_REFUND_PENDING';
}

/** Whether money is still awaited. */
export const awaitsPayment = (fulfilment: Fulfilment): boolean => fulfilment === 'PAY_PENDING';

/** Whether the order ended without the goods going over: whatever money it holds goes back. */
export const isDead = (fulfilment: Fulfilment): boolean => fulfilment === 'CANCELED' || fulfilment === 'PAY_TIMEOUT';

export const isOver = (fulfilment: Fulfilment): boolean =>
  fulfilment === 'CONFIRMED' || fulfilment === 'CANCELED' || fulfilment === 'PAY_TIMEOUT' || fulfilment === 'REFUNDED';

/** Whether the goods are with the customer for good, as far as anybody knows. */
export const isDone = (fulfilment: Fulfilment): boolean => fulfilment === 'CONFIRMED';

/** Whether the customer may share the order for a coupon (S2-213): it is done, and nothing of it is on its way back. */
export const isShareable = (status: OrderStatus): boolean => status === 'CLOSED_CONFIRMED';

/** What has become of a line. */
export const itemStatuses = {
  CREATED: 'Sold, and with the customer or on its way there.',
  RETURNING: 'Being given back.',
  REFUNDED: 'Given back.',
} as const satisfies Record<string, string>;
export type ItemStatus = keyof typeof itemStatuses;
