/** Decides whether an offer or coupon holds: here, now, for this customer, for so many pieces and so much money. */
import { epochOf, type Instant } from '../platform/time.ts';
import type { CompiledOffer } from './compile-offers.rules.ts';
import { piecesNeeded } from './offer-effect.rules.ts';
import type { OfferTerms } from './offer-model.rules.ts';
import type { OfferRefusalReason, QuoteRequest } from './quote-model.rules.ts';
import type { WorkingLine } from './working-line.rules.ts';

export type Circumstances = Pick<QuoteRequest, 'now' | 'storeId' | 'currency' | 'customer' | 'customerId' | 'spentOffers'>;

/** Whether the offer exists here and now at all; one that does not is not worth a word. */
export function isLive(offer: CompiledOffer, place: Circumstances, at = epochOf(place.now)): boolean {
  return offer.startsEpoch <= at && at < offer.endsEpoch && isOfPlace(offer, place);
}

export const isOfPlace = (offer: OfferTerms, { storeId, currency }: Pick<Circumstances, 'storeId' | 'currency'>): boolean =>
  isOfStore(offer, storeId) && (offer.currency === null || offer.currency === currency);

/** Whether now is within its time, wherever it holds. */
export const isInTime = ({ startsAt, endsAt }: OfferTerms, now: Instant): boolean =>
  (startsAt === null || epochOf(startsAt) <= epochOf(now)) && (endsAt === null || epochOf(now) < epochOf(endsAt));

export const isOfStore = ({ storeIds }: OfferTerms, storeId: string | null): boolean => storeIds.length === 0 || (storeId !== null && storeIds.includes(storeId));

export const isForTier = ({ tierCodes }: OfferTerms, customer: QuoteRequest['customer']): boolean =>
  tierCodes.length === 0 || (customer?.tierCode != null && tierCodes.includes(customer.tierCode));

/** Why this customer does not get it, whatever they buy. */
export function customerRefusal(offer: CompiledOffer, { customer, customerId, spentOffers }: Circumstances): OfferRefusalReason | null {
  if (!isForTier(offer, customer)) return 'TIER_MISSING';
  if (offer.customerLimit !== null && customerId === null) return 'CUSTOMER_UNKNOWN';
  return spentOffers?.get(offer.id) ?? null;
}

/** What the lines in scope fall short of. */
export interface Shortfall {
  readonly reason: 'PIECES_MISSING' | 'AMOUNT_MISSING';
  readonly missingPieces: number | null;
  readonly missingAmount: number | null;
}

export function shortfallOf(terms: OfferTerms, lines: readonly WorkingLine[]): Shortfall | null {
  const pieces = lines.reduce((sum, { line }) => sum + line.quantity, 0);
  const amount = lines.reduce((sum, { pieces: { total } }) => sum + total, 0);
  const missingPieces = Math.max(terms.minimumPieces, piecesNeeded(terms.effect)) - pieces;
  const missingAmount = terms.minimumAmount - amount;
  if (missingPieces <= 0 && missingAmount <= 0) return null;
  return { reason: missingPieces > 0 ? 'PIECES_MISSING' : 'AMOUNT_MISSING', missingPieces: missingPieces > 0 ? missingPieces : null, missingAmount: missingAmount > 0 ? missingAmount : null };
}
