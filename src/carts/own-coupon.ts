import { couponCode } from '../offers/coupon.queries.ts';
import type { SaleTerms } from './sale.rules.ts';

/**
 * The terms for a caller who may not spend what belongs to a customer by naming them: of a customer's own coupons only one
 * whose own code is given, which is how the customer shows that they mean it. Nor does the answer tell them that code.
 */
export function withoutOthersCoupon(terms: SaleTerms, named: string | null): SaleTerms {
  const { coupon } = terms;
  if (!coupon || coupon.couponId === null || named === null || coupon.code === couponCode(named)) return terms;
  return { ...terms, coupon: { ...coupon, couponId: null, code: couponCode(named), blocked: 'OWN_CODE_NEEDED' } };
}
