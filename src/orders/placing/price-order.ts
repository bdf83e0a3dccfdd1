import { rateAt } from '../../catalog/exchange-rate.queries.ts';
import { productsUnavailable } from '../../catalog/products-unavailable.rules.ts';
import type { CartRow } from '../../carts/cart.tables.ts';
import { withoutOthersCoupon } from '../../carts/own-coupon.ts';
import { readTerms, type TermsQuestion } from '../../carts/read-terms.ts';
import { priceSale, sizeRefusal, type PricedSale, type SaleTerms, type WantedLine } from '../../carts/sale.rules.ts';
import type { LineName } from '../../carts/shown-quote.ts';
import type { Context } from '../../context.ts';
import { limitedOffersOf } from '../../offers/offer-uses.ts';
import type { CommandScope, Outcome } from '../../platform/commands.ts';
import { refusal, type Refusal } from '../../platform/refusals.ts';
import { insertOrder } from './insert-order.ts';
import type { OrderFrame } from './new-order-row.rules.ts';
import { refuse } from '../steps/move-order.ts';
import { itemsOf, orderPricing } from './new-order.rules.ts';
import type { OrderRow } from '../order.tables.ts';
import { priceRefusals } from './quote-order.rules.ts';

/** Benefits that whoever orders asks for. */
export interface Benefits {
  readonly couponCode: string | null;
  readonly pointsWanted: number;
  /** How many somebody has named; null for as many as it needs, or none. */
  readonly pointsNamed: number | null;
  readonly expectedTotal: string | null;
}

/** An order that somebody wants to place. */
export interface OrderWish {
  readonly benefits: Benefits;
  /** What the terms can be read with before anything is known to be lawful, so that both reads leave together. */
  readonly question: Omit<TermsQuestion, 'now' | 'couponCode'>;
  /** Who buys what, if that is lawful; or why it is not. */
  check(): Promise<OrderFrame | Refusal[]>;
  /** The lines, once their currency is known. */
  linesIn(currency: string): readonly WantedLine[] | Refusal[];
  /** Where a line stands in the input, or all of them. */
  pathOf(index: number | null): readonly string[];
  /** By what names a client knows the lines. */
  readonly names: readonly LineName[];
  /** Carts that become the order. */
  readonly carts: readonly CartRow[];
}

/** Prices an order and writes it. Null when something that it was priced with was taken by somebody else meanwhile. */
export async function placePriced(context: Context, scope: CommandScope, wish: OrderWish): Promise<Outcome<OrderRow> | null> {
  const question: TermsQuestion = { ...wish.question, couponCode: wish.benefits.couponCode, now: scope.now };
  const [frame, hinted] = await Promise.all([wish.check(), orderTerms(context, scope, question)]);
  if (Array.isArray(frame)) return refuse(null, frame);
  const lines = wish.linesIn(frame.currency);
  if (isRefused(lines)) return refuse(null, lines);
  // Most orders are in the expected currency.
  const { terms, exchangeRate } = frame.currency === question.currency ? hinted : await orderTerms(context, scope, { ...question, currency: frame.currency });
  const sale = saleOf(frame, lines, wish.benefits);
  const priced = priceSale(sale, frame.maySpendBenefits ? terms : withoutOthersCoupon(terms, sale.couponCode), scope.now);
  const refusals = refusalsOf(frame, priced, wish);
  if (refusals.length > 0) return refuse(null, refusals);
  const { quote, pointsToEarn } = priced;
  const limitedOffers = limitedOffersOf(quote, terms.offers);
  return insertOrder(context, scope, {
    ...frame, items: itemsOf(priced.lines, quote), quote, pricing: orderPricing(quote, terms, limitedOffers.length > 0), pointsToEarn,
    exchangeRate, carts: wish.carts, coupon: terms.coupon, limitedOffers,
  });
}

/** With the rate to the platform's own currency, which the order keeps. */
async function orderTerms({ orderSettings }: Context, { db, now }: CommandScope, question: TermsQuestion): Promise<{ readonly terms: SaleTerms; readonly exchangeRate: string | null }> {
  const [terms, exchangeRate] = await Promise.all([readTerms(db, question), rateAt(db, question.currency, orderSettings.defaultCurrency, now)]);
  return { terms, exchangeRate };
}

const isRefused = (lines: readonly WantedLine[] | Refusal[]): lines is Refusal[] => lines.length > 0 && 'code' in lines[0]!;

const saleOf = ({ currency, store, customerId, pointsRedemption, contact, deliveryType }: OrderFrame, lines: readonly WantedLine[], { couponCode, pointsWanted }: Benefits) => ({
  currency, storeId: store?.id ?? null, customerId, lines, couponCode, pointsWanted, pointsRedemption,
  destination: deliveryType === 'SELF_PICK' ? null : regionOf(contact?.address),
});

const regionOf = (address: NonNullable<OrderFrame['contact']>['address']) => ({ country: address?.country ?? null, province: address?.province ?? null, city: address?.city ?? null });

function refusalsOf(frame: OrderFrame, priced: PricedSale, { pathOf, benefits, names }: OrderWish): Refusal[] {
  if (priced.unavailable.length > 0) return [productsUnavailable(priced.unavailable, frame.currency, pathOf(null))];
  const size = sizeRefusal(priced, pathOf);
  if (size) return [size];
  const { maySpendBenefits, pointsRedemption, customerId } = frame;
  if (!maySpendBenefits && customerId !== null && benefits.pointsWanted > 0) return [pointsNotAllowed];
  return priceRefusals({ priced, names, maySpendBenefits }, { ...benefits, pointsRedemption, pathOf });
}

const pointsNotAllowed = refusal('BENEFITS_NOT_ALLOWED', 'You may not spend a customer’s points by naming them; ask a manager to place the order, or leave the points out.', ['pointsWanted']);

/** Beyond this many lost races the client is told to try again. */
const maximalTries = 5;

/** Tries again while others take what the order was priced with. A rehearsal takes nothing, and its transaction is over after a failure. */
export async function untilPlaced(scope: CommandScope, attempt: () => Promise<Outcome<OrderRow> | null>): Promise<Outcome<OrderRow>> {
  for (let tries = 0; tries < (scope.rehearsal ? 1 : maximalTries); tries += 1) {
    const outcome = await attempt();
    if (outcome) return outcome;
  }
  return refuse(null, [refusal('VERSION_CONFLICT', 'Others keep taking what this order needs (points, coupon, carts); look at the quote again and try again.')]);
}
