/** Decides whether an order may be placed at the price that was found for it. */
import type { ShownQuote } from '../../carts/shown-quote.ts';
import type { CouponRefusalReason, CouponVerdict, Quote } from '../../offers/quote-model.rules.ts';
import { chosenOfferRefusals, pointsRefusals } from './chosen-benefits.rules.ts';
import { parseDecimal, toDecimal } from '../../platform/money.ts';
import { refusal, type Refusal, type RefusalCode } from '../../platform/refusals.ts';

/** Refused because the order comes to something else than the client expects; carries what it comes to, and why. */
export interface PriceChangedRefusal extends Refusal {
  readonly expected: number;
  readonly shown: ShownQuote;
}

export const isPriceChanged = (refused: Refusal): refused is PriceChangedRefusal => refused.code === 'PRICE_CHANGED' && 'shown' in refused;

/** What the client has said that the price must agree with. */
export interface Expectation {
  readonly expectedTotal: string | null;
  /** How many points were named; null for as many as it needs, or none. */
  readonly pointsNamed: number | null;
  readonly pointsRedemption: boolean;
  /** Where a line stands in the input. */
  pathOf(index: number): readonly string[];
}

/** Why the order must not be placed at this price; empty when it may be. */
export function priceRefusals(shown: ShownQuote, { expectedTotal, pointsNamed, pointsRedemption, pathOf }: Expectation): Refusal[] {
  const { quote } = shown.priced;
  const refusals = [...couponRefusals(quote), ...chosenOfferRefusals(shown, pathOf), ...freightRefusals(shown), ...(pointsRedemption ? redemptionRefusals(quote) : [])];
  if (refusals.length > 0) return refusals;
  return expectedTotal === null ? pointsRefusals(quote, pointsNamed) : expectationRefusals(shown, expectedTotal);
}

function expectationRefusals(shown: ShownQuote, expectedTotal: string): Refusal[] {
  const { total, currency } = shown.priced.quote;
  const expected = parseDecimal(expectedTotal, currency);
  if (expected === null) return [refusal('INVALID_INPUT', `"${expectedTotal}" is no amount in ${currency}.`, ['expectedTotal'])];
  if (expected === total) return [];
  const changed: PriceChangedRefusal = {
    ...refusal('PRICE_CHANGED', `The order comes to ${toDecimal(total, currency)} ${currency} now, not to ${expectedTotal}; look at the quote, and order again with what it says.`, ['expectedTotal']),
    expected, shown,
  };
  return [changed];
}

/** What a client is told of a coupon that does not apply. */
const couponReasons: Readonly<Record<CouponRefusalReason, string>> = {
  NOT_FOUND: 'you have no such coupon', OWN_CODE_NEEDED: 'at this till it is named by its own code, which the customer shows; a manager may take the code of its definition', DISABLED: 'it was withdrawn', NOT_YET_VALID: 'it is not valid yet', EXPIRED: 'it has expired', USED: 'it was used', USED_UP: 'all its uses are taken',
  USED_BY_CUSTOMER: 'you have used it as often as you may', OTHER_STORE: 'it is for another store', OTHER_CURRENCY: 'it is for another currency', TIER_MISSING: 'it is for another tier',
  CUSTOMER_UNKNOWN: 'it needs a known customer', NOT_FOR_THIS: 'it is for other goods', ONLY_WITHOUT_OFFERS: 'the goods have an offer already', PIECES_MISSING: 'more pieces are needed',
  AMOUNT_MISSING: 'the goods come to too little', NO_EFFECT: 'there is nothing left for it to take off', LOSS_GUARD: 'the goods are at cost already',
};

const couponCodes: Readonly<Partial<Record<CouponRefusalReason, RefusalCode>>> = {
  NOT_FOUND: 'NOT_FOUND', OWN_CODE_NEEDED: 'BENEFITS_NOT_ALLOWED', DISABLED: 'COUPON_NOT_AVAILABLE', NOT_YET_VALID: 'COUPON_NOT_AVAILABLE', EXPIRED: 'COUPON_NOT_AVAILABLE', USED: 'COUPON_USED',
  USED_UP: 'COUPON_LIMIT_REACHED', USED_BY_CUSTOMER: 'COUPON_LIMIT_REACHED',
};

/** What a client can do about it, besides leaving the coupon out. */
const couponRemedies: Readonly<Partial<Record<CouponRefusalReason, string>>> = {
  PIECES_MISSING: 'or order more; the quote says what is missing', AMOUNT_MISSING: 'or order more; the quote says what is missing', NOT_YET_VALID: 'or order when it is valid',
  OTHER_STORE: 'or order there', OTHER_CURRENCY: 'or order in that currency', CUSTOMER_UNKNOWN: 'or say whose order it is',
  NOT_FOR_THIS: 'or order what it is for', ONLY_WITHOUT_OFFERS: 'or order goods without an offer', NO_EFFECT: 'or order other goods', LOSS_GUARD: 'or order other goods',
};

const couponMessage = ({ code, reason }: CouponVerdict): string =>
  `The coupon ${code} does not apply: ${couponReasons[reason ?? 'NO_EFFECT']}. Leave it out, ${couponRemedies[reason ?? 'NO_EFFECT'] ?? 'or name another'}.`;

/** A coupon was asked for: without it the order would cost more than was meant. */
const couponRefusals = ({ coupon }: Quote): Refusal[] =>
  (!coupon || coupon.applies ? [] : [refusal(couponCodes[coupon.reason!] ?? 'COUPON_NOT_APPLICABLE', couponMessage(coupon), ['couponCode'])]);

function freightRefusals({ priced: { lines, quote: { freight } } }: ShownQuote): Refusal[] {
  if (!freight || freight.undeliverable.length === 0) return [];
  const codes = [...new Set(freight.undeliverable.map((seq) => lines[seq - 1]!.sku.skuCode))];
  return [refusal('NOT_DELIVERABLE', `Not sent to this address: ${codes.slice(0, 20).join(', ')}${codes.length > 20 ? ' …' : ''}. Take another address, or leave these out.`, ['contact', 'address'])];
}

const redemptionRefusals = ({ saleTotal, pointsTotal, currency }: Quote): Refusal[] => (saleTotal === pointsTotal ? [] : [
  refusal('INSUFFICIENT_POINTS', `Points pay ${toDecimal(pointsTotal, currency)} of ${toDecimal(saleTotal, currency)} ${currency}; an order that is paid with points needs them all.`, ['pointsRedemption']),
]);
