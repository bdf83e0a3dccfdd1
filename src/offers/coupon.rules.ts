/** The stage of the coupon: one for each order, after all offers. Decides whether it applies, and what it takes off. */
import { epochOf } from '../platform/time.ts';
import { isInScope } from './compile-offers.rules.ts';
import { applyEffect } from './offer-effect.rules.ts';
import { isForTier, isOfStore, shortfallOf, type Circumstances, type Shortfall } from './offer-conditions.rules.ts';
import type { Discounted } from './priced-pieces.rules.ts';
import type { CouponRefusalReason, CouponTerms, CouponVerdict } from './quote-model.rules.ts';
import { piecesOf, hasEffect, takeOff, type WorkingLine } from './working-line.rules.ts';

export interface Judged {
  readonly verdict: CouponVerdict;
  readonly lines: readonly WorkingLine[];
  /** What it would do to those lines; empty where it does not apply. */
  readonly after: readonly Discounted[];
}

/** Takes the coupon off the lines if it applies. */
export function priceCoupon(circumstances: Circumstances, coupon: CouponTerms | null, lines: readonly WorkingLine[]): CouponVerdict | null {
  if (!coupon) return null;
  const judged = judgeCoupon(circumstances, coupon, lines);
  for (const [at, discounted] of judged.after.entries()) takeOff(judged.lines[at]!, { kind: 'COUPON', code: coupon.code, name: coupon.name }, discounted);
  return judged.verdict;
}

/** What would become of the coupon with these lines, which stay as they are. They must have been through the offers. */
export function judgeCoupon(circumstances: Circumstances, coupon: CouponTerms, lines: readonly WorkingLine[]): Judged {
  const barrier = coupon.blocked ?? barrierOf(circumstances, coupon);
  if (barrier) return refusedCoupon(coupon, barrier);
  const inScope = lines.filter((working) => working.open && isInScope(coupon.scope, working.line));
  if (inScope.length === 0) return refusedCoupon(coupon, 'NOT_FOR_THIS');
  const seen = coupon.withOffers ? inScope : inScope.filter(({ catalogOffers, cartOffers }) => catalogOffers.length === 0 && cartOffers.length === 0);
  if (seen.length === 0) return refusedCoupon(coupon, 'ONLY_WITHOUT_OFFERS');
  const shortfall = shortfallOf(coupon, seen);
  if (shortfall) return refusedCoupon(coupon, shortfall.reason, shortfall);
  const after = applyEffect({ effect: coupon.effect, target: 'CART', maximumDiscount: coupon.maximumDiscount }, seen.map(piecesOf));
  if (!after.some(hasEffect)) return refusedCoupon(coupon, after.some(({ taken }) => taken > 0) ? 'LOSS_GUARD' : 'NO_EFFECT');
  const discount = after.reduce((sum, { taken, guarded }) => sum + taken - guarded, 0);
  return { verdict: { ...namesOf(coupon), applies: true, discount, reason: null, missingPieces: null, missingAmount: null }, lines: seen, after };
}

/** What stands against the coupon before any line is looked at. */
function barrierOf({ now, storeId, currency, customer }: Circumstances, coupon: CouponTerms): CouponRefusalReason | null {
  const at = epochOf(now);
  if (coupon.startsAt !== null && at < epochOf(coupon.startsAt)) return 'NOT_YET_VALID';
  if (coupon.endsAt !== null && at >= epochOf(coupon.endsAt)) return 'EXPIRED';
  if (!isOfStore(coupon, storeId)) return 'OTHER_STORE';
  if (coupon.currency !== null && coupon.currency !== currency) return 'OTHER_CURRENCY';
  return isForTier(coupon, customer) ? null : 'TIER_MISSING';
}

const namesOf = ({ couponId, definitionId, code, name, description, distribution, startsAt, endsAt }: CouponTerms) => ({ couponId, definitionId, code, name, description, distribution, startsAt, endsAt });

const refusedCoupon = (coupon: CouponTerms, reason: CouponRefusalReason, shortfall?: Shortfall): Judged => ({
  verdict: { ...namesOf(coupon), applies: false, discount: 0, reason, missingPieces: shortfall?.missingPieces ?? null, missingAmount: shortfall?.missingAmount ?? null }, lines: [], after: [],
});
