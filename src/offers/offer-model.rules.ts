/** What an offer is: which lines it sees, what it asks for, and what it gives. Types only. */
import type { Instant } from '../platform/time.ts';
import type { OfferRef } from './quote-model.rules.ts';

/** LINE changes the price of pieces, before tier discounts; CART comes after them and sees what the lines came to. */
export type OfferTarget = 'LINE' | 'CART';
export type OfferStacking = 'STACKABLE' | 'EXCLUSIVE';

export type OfferEffect =
  | { readonly kind: 'PERCENT_OFF'; readonly bps: number }
  /** Off each piece with LINE, off the sum with CART. */
  | { readonly kind: 'AMOUNT_OFF'; readonly amount: number }
  /** Each piece for this price; never dearer than it was. */
  | { readonly kind: 'FIXED_PRICE'; readonly price: number }
  /** The pieces of each complete group of `pieces`, the dearest first. */
  | { readonly kind: 'EVERY_N'; readonly pieces: number; readonly bps: number }
  /** One of every `pieces`, the cheapest of all. */
  | { readonly kind: 'NTH_PIECE'; readonly pieces: number; readonly bps: number };

export interface AttributeMatch {
  readonly name: string;
  readonly values: readonly string[];
}

/** A line is in scope when its SKU or product is named or it has all the attributes; and is not excluded. All empty: every line. */
export interface OfferScope {
  readonly skuCodes: readonly string[];
  readonly productCodes: readonly string[];
  readonly attributes: readonly AttributeMatch[];
  readonly excludedSkuCodes: readonly string[];
  readonly excludedProductCodes: readonly string[];
}

/** What offers and coupons have in common. */
export interface OfferTerms {
  readonly effect: OfferEffect;
  readonly scope: OfferScope;
  /** Of the scope, in the whole cart; 0 for none. */
  readonly minimumPieces: number;
  readonly minimumAmount: number;
  /** The most it takes off one order; null for no bound. */
  readonly maximumDiscount: number | null;
  /** Null where no amount is named: then it holds in every currency. */
  readonly currency: string | null;
  readonly startsAt: Instant | null;
  readonly endsAt: Instant | null;
  /** Empty: everywhere, also without a store. */
  readonly storeIds: readonly string[];
  /** Empty: for everybody. */
  readonly tierCodes: readonly string[];
}

export interface OfferDefinition extends OfferRef, OfferTerms {
  readonly target: OfferTarget;
  readonly stacking: OfferStacking;
  /** Smaller goes first. */
  readonly priority: number;
  readonly totalLimit: number | null;
  readonly customerLimit: number | null;
}
