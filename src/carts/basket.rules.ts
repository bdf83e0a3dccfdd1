/** Decides what holds for several carts as one order: what is asked for with it counts; else what the carts hold themselves. */
import { refusal, type Refusal } from '../platform/refusals.ts';
import type { BenefitsDraft } from './benefits.rules.ts';
import type { CartRow } from './cart.tables.ts';

/** Coupon and points of all carts together; null points where none were named. */
export interface BasketBenefits {
  readonly couponCode: string | null;
  readonly pointsWanted: number | null;
}

/** The codes that carts name, each once and as the first cart has it, however the others typed it. */
export function couponsOf(carts: readonly Pick<CartRow, 'couponCode'>[]): string[] {
  const plain = (code: string): string => code.trim().toUpperCase();
  const codes = carts.flatMap(({ couponCode }) => couponCode ?? []);
  return codes.filter((code, index) => codes.findIndex((other) => plain(other) === plain(code)) === index);
}

export const pointsOf = (carts: readonly Pick<CartRow, 'pointsWanted'>[]): number => carts.reduce((sum, { pointsWanted }) => sum + pointsWanted, 0);

export const customerOf = (carts: readonly Pick<CartRow, 'customerId'>[]): string | null => carts.find(({ customerId }) => customerId !== null)?.customerId ?? null;

/** The same for a quote and for the order of it. */
export function basketBenefits(carts: readonly CartRow[], asked: BenefitsDraft): BasketBenefits | Refusal {
  const coupons = couponsOf(carts);
  if (asked.couponCode === undefined && coupons.length > 1) return refusal('CARTS_DIFFER', `The carts name different coupons (${coupons.join(', ')}); say which one counts, or null for none.`, ['couponCode']);
  return { couponCode: asked.couponCode === undefined ? (coupons[0] ?? null) : asked.couponCode, pointsWanted: asked.pointsWanted ?? (pointsOf(carts) || null) };
}
