/** Decides what a coupon is worth to somebody before any goods are looked at: its terms, its time, and what was used of it. */
import { epochOf, secondsAfter, type Instant } from '../platform/time.ts';
import type { CouponState } from './coupon-kinds.ts';
import type { CouponDefinitionRow } from './coupon.tables.ts';
import type { CouponRefusalReason, CouponTerms } from './quote-model.rules.ts';

/** A definition with the coupon that a customer has of it, if any, and what has been used. */
export interface HeldCoupon extends CouponDefinitionRow {
  readonly couponId: string | null;
  /** Of the coupon, or of the definition where that was named. */
  readonly namedCode: string;
  readonly expiresAt: Instant | null;
  readonly isUsed: boolean;
  readonly usedInAll: number;
  readonly usedByCustomer: number;
}

const secondsPerDay = 86_400;

export const expiryOf = (validDays: number | null, issuedAt: Instant): Instant | null => (validDays === null ? null : secondsAfter(issuedAt, validDays * secondsPerDay));

/** The earlier of two ends, either of which may be open. */
export const earlierOf = (a: Instant | null, b: Instant | null): Instant | null => {
  if (a === null || b === null) return a ?? b;
  return epochOf(a) <= epochOf(b) ? a : b;
};

function blockOf({ disabledAt, isUsed, totalLimit, usedInAll, customerLimit, usedByCustomer }: HeldCoupon, customerId: string | null): CouponRefusalReason | null {
  if (disabledAt !== null) return 'DISABLED';
  if (isUsed) return 'USED';
  if (totalLimit !== null && usedInAll >= totalLimit) return 'USED_UP';
  if (customerLimit === null) return null;
  if (customerId === null) return 'CUSTOMER_UNKNOWN';
  return usedByCustomer >= customerLimit ? 'USED_BY_CUSTOMER' : null;
}

/** What the pricing engine wants to know of it. */
export function couponTermsOf(held: HeldCoupon, customerId: string | null): CouponTerms {
  const { id, name, description, distribution, effect, scope, minimumPieces, minimumAmount, maximumDiscount, currency, startsAt, storeIds, tierCodes, withOffers, totalLimit, customerLimit } = held;
  return {
    couponId: held.couponId, definitionId: id, code: held.namedCode, name, description, distribution, effect, scope, minimumPieces, minimumAmount, maximumDiscount, currency, startsAt,
    endsAt: earlierOf(held.endsAt, held.expiresAt), storeIds, tierCodes, withOffers, totalLimit, customerLimit, blocked: blockOf(held, customerId),
  };
}

export function couponStateOf({ disabledAt, startsAt, endsAt, expiresAt, isUsed }: Pick<HeldCoupon, 'disabledAt' | 'startsAt' | 'endsAt' | 'expiresAt' | 'isUsed'>, now: Instant): CouponState {
  const end = earlierOf(endsAt, expiresAt);
  if (isUsed) return 'USED';
  if (disabledAt !== null) return 'WITHDRAWN';
  if (end !== null && epochOf(end) <= epochOf(now)) return 'EXPIRED';
  return startsAt !== null && epochOf(startsAt) > epochOf(now) ? 'NOT_YET_VALID' : 'USABLE';
}
