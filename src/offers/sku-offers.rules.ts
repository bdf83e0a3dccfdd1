/** What one piece of a SKU would cost with each offer it may get (S0-41, S0-42). */
import { epochOf } from '../platform/time.ts';
import { eachOfferFor, type CompiledOffer, type CompiledOffers, type ScopedLine } from './compile-offers.rules.ts';
import { isLive, type Circumstances } from './offer-conditions.rules.ts';
import { discountOfPiece, piecesNeeded } from './offer-effect.rules.ts';
import { discountRuns, piecesAt, type PricedPieces } from './priced-pieces.rules.ts';

export interface PricedSku extends ScopedLine {
  readonly salePrice: number;
  /** Null guards nothing. */
  readonly unitCost: number | null;
  readonly lossAllowed: boolean;
}

export interface SkuOfferPrice {
  readonly offer: CompiledOffer;
  readonly salePrice: number;
}

/** Line offers that hold here and now, of which uses are left, and that see the SKU, in the order of application, each with the price it would give. */
export function skuOffersOf(offers: CompiledOffers, sku: PricedSku, circumstances: Circumstances): SkuOfferPrice[] {
  const found = new Set<CompiledOffer>();
  const at = epochOf(circumstances.now);
  eachOfferFor(offers.line, sku, (offer) => {
    if (isLive(offer, circumstances, at) && !circumstances.spentOffers?.has(offer.id)) found.add(offer);
  });
  const live = [...found].toSorted((a, b) => a.rank - b.rank);
  return live.map((offer) => ({ offer, salePrice: priceWith(offer, live, sku) }));
}

/** With as many pieces as the offer asks for, others before it may hold as well. */
function priceWith(offer: CompiledOffer, live: readonly CompiledOffer[], sku: PricedSku): number {
  const pieces = Math.max(1, offer.minimumPieces, piecesNeeded(offer.effect));
  const amount = Math.max(offer.minimumAmount, pieces * sku.salePrice);
  const holds = (other: CompiledOffer): boolean => other.stacking === 'STACKABLE' && other.rank < offer.rank && piecesNeeded(other.effect) === 1
    && other.tierCodes.length === 0 && other.minimumPieces <= pieces && other.minimumAmount <= amount;
  const earlier = offer.stacking === 'STACKABLE' ? live.filter(holds) : [];
  const start = piecesAt(1, sku.salePrice, sku.lossAllowed ? 0 : (sku.unitCost ?? 0));
  return [...earlier, offer].reduce(reduced, start).total;
}

const reduced = (pieces: PricedPieces, { effect, maximumDiscount }: CompiledOffer): PricedPieces =>
  discountRuns(pieces, (price) => Math.min(discountOfPiece(effect)(price), maximumDiscount ?? Number.MAX_SAFE_INTEGER));
