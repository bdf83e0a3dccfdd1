import type { OfferChoiceKind } from '../../carts/cart-kinds.ts';
import type { PriceSetter } from '../../carts/cart.rules.ts';
import type { Attribute } from '../../catalog/catalog.tables.ts';
import type { CustomerTerms } from '../../customers/customer-terms.rules.ts';
import type { BuyerCopy } from '../../customers/tier.queries.ts';
import type { CouponTerms, CouponVerdict, OfferRef, PriceStep } from '../../offers/quote-model.rules.ts';

/** What made an order's price, copied as it was when the order was placed (S0-43). */
export interface OrderPricing {
  /** Offers on lines and on the whole that were applied, each once (S0-60, S0-61). */
  readonly catalogOffers: readonly OfferRef[];
  readonly cartOffers: readonly OfferRef[];
  readonly coupon: CouponCopy | null;
  readonly customer: CustomerCopy | null;
  /** The customer's profile then; left out by orders from before it was kept. */
  readonly buyer?: BuyerCopy | null;
  /** Whether uses of its offers were counted, and are given back when it dies. */
  readonly offersCounted: boolean;
}

/** The coupon that was used (S0-55). */
export interface CouponCopy extends Pick<CouponVerdict, 'couponId' | 'definitionId' | 'code' | 'name' | 'discount'>, Partial<Pick<CouponVerdict, 'description' | 'distribution'>> {
  /** Its terms then; left out by orders from before they were kept, as are the words above. */
  readonly terms?: Pick<CouponTerms, 'effect' | 'currency' | 'minimumPieces' | 'minimumAmount' | 'maximumDiscount' | 'startsAt' | 'endsAt'>;
}

/** What the customer was entitled to (S0-56, S0-57). */
export type CustomerCopy = Pick<CustomerTerms, 'tierCode' | 'tierName' | 'discountBps' | 'birthdayDiscountBps' | 'isBirthday'> & {
  /** Points that they had, and how many could have been spent; null where they collect none. */
  readonly pointsBalance: number | null;
  readonly pointsUsable: number | null;
  /** How many points one unit of the currency was (S2-230). */
  readonly pointsPerUnit?: number | null;
};

/** How a line's price came about: each step from the list price to the sale price, and the offers in it. */
export interface ItemPricing {
  readonly steps: readonly PriceStep[];
  /** The line offer that gave the price (S0-73). */
  readonly catalogOffer: OfferRef | null;
  readonly catalogOffers: readonly OfferRef[];
  readonly cartOffers: readonly OfferRef[];
}

/** What the catalogue said of a line's SKU beside the order's own columns, and what the till chose, as it was when it was sold (S0-43, S0-70). */
export interface SoldCopy {
  readonly options: readonly Attribute[];
  readonly attributes: readonly Attribute[];
  readonly brandCode: string | null;
  readonly volumeMillilitres: number | null;
  readonly shelfLocation: string | null;
  /** What a piece cost the platform, in minor units of the line's currency. Not for shoppers' eyes (S4-171). */
  readonly unitCost: number | null;
  /** How its offer was chosen, and which was named (S0-71). */
  readonly offerChoice: OfferChoiceKind;
  readonly offerCode: string | null;
  /** Who set its price by hand; null where it is the catalogue's. */
  readonly priceSetBy: PriceSetter | null;
}
