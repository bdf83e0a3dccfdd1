/** What the pricing engine is asked, and what it answers. Types only; amounts are minor units of the request's currency. */
import type { CustomerTerms } from '../customers/customer-terms.rules.ts';
import type { Freight, FreightTemplate, Region } from '../freight/freight.rules.ts';
import type { Instant } from '../platform/time.ts';
import type { CompiledOffers } from './compile-offers.rules.ts';
import type { CouponDistribution } from './coupon-kinds.ts';
import type { OfferTerms } from './offer-model.rules.ts';

export interface OfferRef {
  readonly id: string;
  readonly code: string;
  readonly name: string;
  /** What people are told of it; left out where there is nothing but the name. */
  readonly description?: string | null;
}

/** Which line offer a line may get: the best, none at all, or only the one that a clerk chose by hand (S0-71). */
export type OfferChoice = { readonly kind: 'AUTO' } | { readonly kind: 'NONE' } | { readonly kind: 'ONLY'; readonly offerCode: string };

export interface QuoteLine {
  readonly seq: number;
  readonly skuCode: string;
  readonly productCode: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly quantity: number;
  /** From the catalogue, for one piece, for this store, currency, quantity and instant. */
  readonly listPrice: number;
  readonly salePrice: number;
  /** Discounts never push a piece below it unless `lossAllowed`; null guards nothing. */
  readonly unitCost: number | null;
  readonly lossAllowed: boolean;
  readonly weightGrams: number | null;
  readonly freightTemplateId: string | null;
  readonly offerChoice: OfferChoice;
  /** A price set by hand: no offer, tier or coupon touches the line. */
  readonly manualPrice: { readonly unitPrice: number; readonly reason: string } | null;
  /** The bundle's main line, for a child item of it: that costs nothing by itself (S1-68). */
  readonly parentSeq: number | null;
}

export interface FreightTerms {
  readonly templates: readonly FreightTemplate[];
  /** Null while nobody knows where the goods go: then nothing is charged and nothing is said. */
  readonly region: Region | null;
}

export interface QuoteRequest {
  readonly currency: string;
  readonly now: Instant;
  readonly storeId: string | null;
  readonly customerId: string | null;
  readonly lines: readonly QuoteLine[];
  readonly offers: CompiledOffers;
  /** Offers whose number of uses is reached, by id, as read with the quote; see `spentOffers`. */
  readonly spentOffers?: ReadonlyMap<string, 'USED_UP' | 'USED_BY_CUSTOMER'>;
  readonly coupon: CouponTerms | null;
  readonly customer: CustomerTerms | null;
  /** Points to spend; what cannot be spent is not. */
  readonly pointsWanted: number;
  /** An order paid with points (S4 type 2): no maximum share. */
  readonly pointsRedemption: boolean;
  /** Null where nothing is sent. */
  readonly freight: FreightTerms | null;
}

export type StepKind = 'CATALOG' | 'MANUAL' | 'OFFER' | 'TIER' | 'BIRTHDAY' | 'CART_OFFER' | 'COUPON' | 'LOSS_GUARD';

export interface PriceStep {
  readonly kind: StepKind;
  /** Of the offer, coupon or tier. */
  readonly code: string | null;
  readonly name: string;
  /** What it takes off the line; below zero for LOSS_GUARD alone. */
  readonly amount: number;
  /** What the line comes to after it. */
  readonly after: number;
}

/** Why an offer did not apply to lines that it might have touched. */
export type OfferRefusalReason =
  | 'PIECES_MISSING' | 'AMOUNT_MISSING' | 'TIER_MISSING' | 'CUSTOMER_UNKNOWN' | 'BETTER_OFFER' | 'CHOSEN_BY_HAND' | 'NO_EFFECT' | 'LOSS_GUARD'
  | 'USED_UP' | 'USED_BY_CUSTOMER' | 'NOT_LIVE' | 'NOT_FOR_THIS';

export interface RefusedOffer {
  /** Null for a code chosen by hand that no live offer has, and for the customer's own discount. */
  readonly offer: OfferRef | null;
  readonly code: string;
  readonly reason: OfferRefusalReason;
  /** With PIECES_MISSING: "one more piece". */
  readonly missingPieces: number | null;
  /** With AMOUNT_MISSING, or beside missing pieces: what the lines fall short of. */
  readonly missingAmount: number | null;
  readonly seqs: readonly number[];
}

export interface QuotedLine {
  readonly seq: number;
  readonly quantity: number;
  /** A price set by hand above the catalogue's lifts it; a child item of a bundle has 0. */
  readonly listTotal: number;
  readonly saleTotal: number;
  readonly discountTotal: number;
  /** saleTotal / quantity, rounded half up. */
  readonly unitSalePrice: number;
  readonly steps: readonly PriceStep[];
  /** The line offer that gave the price; with several stacked, the last of them. */
  readonly catalogOffer: OfferRef | null;
  /** All line offers that the line got, in the order in which they were applied. */
  readonly catalogOffers: readonly OfferRef[];
  readonly cartOffers: readonly OfferRef[];
  /** Minor units paid by points. */
  readonly pointsShare: number;
  /** Points. */
  readonly pointsUsed: number;
  readonly freightShare: number;
}

/** A coupon as the engine sees it: an offer on the cart that somebody holds. */
export interface CouponTerms extends OfferTerms {
  /** Of the coupon in the customer's hand; null for a shared code that is simply named. */
  readonly couponId: string | null;
  readonly definitionId: string;
  readonly code: string;
  readonly name: string;
  readonly description: string | null;
  readonly distribution: CouponDistribution;
  /** False: it leaves lines alone that an offer has made cheaper already. */
  readonly withOffers: boolean;
  /** By how many orders it can be used in all, and by one customer. */
  readonly totalLimit: number | null;
  readonly customerLimit: number | null;
  /** What the database knows against it before any line is looked at. */
  readonly blocked: CouponRefusalReason | null;
}

/** Why a coupon does not apply. */
export type CouponRefusalReason =
  | 'NOT_FOUND' | 'OWN_CODE_NEEDED' | 'DISABLED' | 'NOT_YET_VALID' | 'EXPIRED' | 'USED' | 'USED_UP' | 'USED_BY_CUSTOMER' | 'OTHER_STORE' | 'OTHER_CURRENCY' | 'TIER_MISSING' | 'CUSTOMER_UNKNOWN'
  | 'NOT_FOR_THIS' | 'ONLY_WITHOUT_OFFERS' | 'PIECES_MISSING' | 'AMOUNT_MISSING' | 'NO_EFFECT' | 'LOSS_GUARD';

export interface CouponVerdict extends Pick<CouponTerms, 'description' | 'distribution' | 'startsAt' | 'endsAt'> {
  readonly couponId: string | null;
  readonly definitionId: string;
  readonly code: string;
  readonly name: string;
  readonly applies: boolean;
  /** What it takes off in all; 0 when it does not apply. */
  readonly discount: number;
  readonly reason: CouponRefusalReason | null;
  readonly missingPieces: number | null;
  readonly missingAmount: number | null;
}

/** Why no more points can be spent. */
export type PointsLimitReason = 'NOT_ALLOWED' | 'BALANCE' | 'MAXIMUM_SHARE' | 'BELOW_MINIMUM' | 'ALL_PAID';

export interface PointsVerdict {
  readonly balance: number;
  readonly minimum: number;
  /** The most that can be spent on this order now (S0-57 "available"); 0 where the minimum is not reached. */
  readonly usable: number;
  /** What those are worth. */
  readonly usableAmount: number;
  /** What bounds `usable`. */
  readonly reason: PointsLimitReason;
  readonly wanted: number;
  readonly used: number;
  readonly usedAmount: number;
}

/** With a line that cannot be sent, the order cannot be placed. */
export type FreightVerdict = Freight;

export interface Quote {
  readonly currency: string;
  /** In the order of the request's lines. */
  readonly lines: readonly QuotedLine[];
  readonly listTotal: number;
  readonly discountTotal: number;
  readonly saleTotal: number;
  readonly pointsUsed: number;
  readonly pointsTotal: number;
  readonly freightTotal: number;
  /** What money must pay: saleTotal − pointsTotal + freightTotal. */
  readonly total: number;
  readonly catalogOffers: readonly OfferRef[];
  readonly cartOffers: readonly OfferRef[];
  readonly refusedOffers: readonly RefusedOffer[];
  readonly coupon: CouponVerdict | null;
  readonly points: PointsVerdict | null;
  readonly freight: FreightVerdict | null;
}
