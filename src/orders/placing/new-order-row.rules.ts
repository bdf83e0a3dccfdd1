/** Decides the row that a new order becomes. */
import type { CartRow } from '../../carts/cart.tables.ts';
import type { Caller } from '../../identity/caller.ts';
import type { LimitedOffer } from '../../offers/offer-uses.ts';
import type { CouponTerms, Quote } from '../../offers/quote-model.rules.ts';
import type { Actor } from '../../platform/event-log.ts';
import { secondsAfter, type Instant } from '../../platform/time.ts';
import type { StoreRow } from '../../stores/store.tables.ts';
import { descriptionOf, piecesOf, type NewItem, type OrderContact } from './new-order.rules.ts';
import { blank } from '../history/order-history.rules.ts';
import type { NewOrderInput } from './order-inputs.types.ts';
import type { OrderPricing } from './order-pricing.ts';
import { statusOf, type DeliveryType, type OrderKind } from '../order.lifecycle.ts';
import type { OrderSettings } from '../order.rules.ts';
import type { OrderRow } from '../order.tables.ts';
import { contactColumns, partyOf } from '../parties.rules.ts';

/** What only a till says of an order. */
export interface TillFacts {
  /** The number on its receipt (S0-58). */
  readonly receiptNumber: string | null;
  /** Who made the sale, where that is not the cashier (S0-62). */
  readonly salesperson: Salesperson | null;
}

export interface Salesperson {
  readonly id: string;
  readonly name: string;
}

/** A new order but for its lines and what they come to. */
export interface OrderFrame {
  readonly kind: OrderKind;
  readonly deliveryType: DeliveryType;
  readonly input: Omit<NewOrderInput, 'contact'>;
  readonly contact: OrderContact | null;
  readonly store: StoreRow | null;
  readonly currency: string;
  readonly customerId: string | null;
  /** Within what `uid` must be unique: the shopper, or the store of the till. */
  readonly uidScope: string;
  readonly actor: Actor;
  readonly clerk: Caller | null;
  readonly till: TillFacts | null;
  /** Whether naming the customer is enough to spend their points and coupons. */
  readonly maySpendBenefits: boolean;
  readonly pointsRedemption: boolean;
}

/** Everything a new order is made of. */
export interface NewOrder extends OrderFrame {
  readonly items: readonly NewItem[];
  readonly quote: Quote;
  readonly pricing: OrderPricing | null;
  readonly pointsToEarn: number;
  /** What one unit of its currency is worth in the platform's own; null where nobody has said. */
  readonly exchangeRate: string | null;
  /** What it takes: carts that become it, its coupon, and uses of offers that are limited. */
  readonly carts: readonly CartRow[];
  readonly coupon: CouponTerms | null;
  readonly limitedOffers: readonly LimitedOffer[];
}

/** The order as it is right after it was placed. Its figures are those of its quote. */
export function orderRow(order: NewOrder, { id, number }: Pick<OrderRow, 'id' | 'number'>, now: Instant, settings: OrderSettings): OrderRow {
  const { input, contact, store, clerk, till, items, quote } = order;
  const deadline = order.kind !== 'IN_STORE' ? secondsAfter(now, settings.payWithinSeconds) : null;
  const { listTotal, discountTotal, freightTotal, pointsUsed, pointsTotal, total } = quote;
  return {
    ...blank, id, number, uid: input.uid ?? null, uidScope: order.uidScope, kind: order.kind, deliveryType: order.deliveryType, origin: input.origin ?? 'OTHER', importedFrom: null,
    fulfilment: 'PAY_PENDING', payment: 'OPEN', status: statusOf('PAY_PENDING', 'OPEN', 'NONE'), version: 1, timerAt: deadline, payDeadline: deadline,
    currency: order.currency, exchangeRate: order.exchangeRate, listTotal, discountTotal, freightTotal, total, pieces: piecesOf(items), description: descriptionOf(items), cover: items[0]?.cover ?? null,
    pointsUsed, pointsTotal, pointsToEarn: order.pointsToEarn, pointsRedemption: order.pointsRedemption, couponCode: quote.coupon?.code ?? null, pricing: order.pricing,
    customerId: order.customerId, storeId: store?.id ?? null, storeCode: store?.code ?? null, storeName: store?.name ?? null, clerkId: clerk?.personId ?? null, clerkName: clerk?.name ?? null,
    salespersonId: till?.salesperson?.id ?? null, salespersonName: till?.salesperson?.name ?? null, receiptNumber: till?.receiptNumber ?? null, device: order.actor.device ?? null,
    ...contactColumns(contact), billing: input.billing ? partyOf(input.billing) : null,
    remark: input.remark ?? null, receivingTime: input.receivingTime ?? null, invoiceWanted: input.invoiceWanted ?? input.invoiceTitle != null, invoiceTitle: input.invoiceTitle ?? null,
    createdAt: now, updatedAt: now,
  };
}
