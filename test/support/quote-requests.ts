import { compileOffers } from '../../src/offers/compile-offers.rules.ts';
import type { OfferDefinition, OfferScope } from '../../src/offers/offer-model.rules.ts';
import type { CustomerTerms, PointsTerms } from '../../src/customers/customer-terms.rules.ts';
import type { CouponTerms, Quote, QuoteLine, QuoteRequest } from '../../src/offers/quote-model.rules.ts';

export const now = '2026-03-01T09:30:00.000Z';

export const everything: OfferScope = { skuCodes: [], productCodes: [], attributes: [], excludedSkuCodes: [], excludedProductCodes: [] };

/** A line of `quantity` pieces at `price`. */
export const line = (seq: number, price: number, quantity = 1, extra: Partial<QuoteLine> = {}): QuoteLine => ({
  seq, skuCode: `SKU-${seq}`, productCode: `P-${seq}`, attributes: {}, quantity, listPrice: price, salePrice: price, unitCost: null, lossAllowed: false,
  weightGrams: null, freightTemplateId: null, offerChoice: { kind: 'AUTO' }, manualPrice: null, parentSeq: null, ...extra,
});

/** A stackable line offer of 10 % on everything, unless said otherwise. */
export const offer = (code: string, extra: Partial<OfferDefinition> = {}): OfferDefinition => ({
  id: `id-${code}`, code, name: `Offer ${code}`, target: 'LINE', stacking: 'STACKABLE', priority: 100, effect: { kind: 'PERCENT_OFF', bps: 1000 }, scope: everything,
  minimumPieces: 0, minimumAmount: 0, maximumDiscount: null, currency: null, startsAt: null, endsAt: null, storeIds: [], tierCodes: [],
  totalLimit: null, customerLimit: null, ...extra,
});

export const coupon = (extra: Partial<CouponTerms> = {}): CouponTerms => ({
  couponId: 'coupon-1', definitionId: 'definition-1', code: 'WELCOME', name: 'Welcome', description: null, distribution: 'PUBLIC', withOffers: true, totalLimit: null, customerLimit: null, blocked: null, effect: { kind: 'AMOUNT_OFF', amount: 500 }, scope: everything,
  minimumPieces: 0, minimumAmount: 0, maximumDiscount: null, currency: null, startsAt: null, endsAt: null, storeIds: [], tierCodes: [], ...extra,
});

export const points = (extra: Partial<PointsTerms> = {}): PointsTerms => ({ balance: 0, canRedeem: true, minimum: 0, maximumShareBps: 10_000, pointsPerUnit: 100, ...extra });

export const customer = (extra: Partial<CustomerTerms> = {}): CustomerTerms => ({
  tierCode: null, tierName: null, discountBps: 0, birthdayDiscountBps: 0, birthdayMaximum: null, isBirthday: false, points: null, ...extra,
});

export const request = (lines: readonly QuoteLine[], offers: readonly OfferDefinition[] = [], extra: Partial<QuoteRequest> = {}): QuoteRequest => ({
  currency: 'CNY', now, storeId: null, customerId: 'customer-1', lines, offers: compileOffers(offers), coupon: null, customer: null, pointsWanted: 0, pointsRedemption: false, freight: null, ...extra,
});

/** What each line comes to. */
export const saleTotals = ({ lines }: Quote): number[] => lines.map(({ saleTotal }) => saleTotal);

/** Which offers were refused, and why. */
export const refusals = ({ refusedOffers }: Quote): string[] => refusedOffers.map(({ code, reason }) => `${code} ${reason}`);
