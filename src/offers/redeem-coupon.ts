import { violatedCheck, violatedUnique, type Database, type Fragment } from '../platform/database.ts';
import { refusal, type Refusal } from '../platform/refusals.ts';
import type { Instant } from '../platform/time.ts';
import type { Use } from './offer-uses.ts';
import type { CouponTerms } from './quote-model.rules.ts';

export type RedeemableCoupon = Pick<CouponTerms, 'couponId' | 'definitionId' | 'totalLimit' | 'customerLimit'>;

/**
 * CTEs (`, coupon_taken as (…)`) that take one use of a coupon for an order once `saved`, an earlier CTE, yields the order's row.
 * A coupon that another order has, or a use beyond a limit, violates a constraint, which undoes the order as well: see
 * `couponRefusal`. Whether the coupon applies is for the pricing engine to say, before.
 */
export function redeemCoupon(db: Database, saved: Fragment, { couponId, definitionId, totalLimit, customerLimit }: RedeemableCoupon, { orderId, customerId, at }: Use): Fragment {
  const inAll = totalLimit === null ? db`` : db`, coupon_counted as (
    insert into coupon_use_counts as c (definition_id, used, maximum) select ${definitionId}::uuid, 1, ${totalLimit}::int from ${saved}
    on conflict (definition_id) do update set used = c.used + 1, maximum = excluded.maximum)`;
  const byCustomer = customerLimit === null ? db`` : db`, coupon_counted_by_customer as (
    insert into coupon_customer_use_counts as c (customer_id, definition_id, used, maximum) select ${customerId}::uuid, ${definitionId}::uuid, 1, ${customerLimit}::int from ${saved}
    on conflict (customer_id, definition_id) do update set used = c.used + 1, maximum = excluded.maximum)`;
  return db`, coupon_taken as (
    insert into coupon_uses (order_id, definition_id, coupon_id, customer_id, used_at, counted_in_all, counted_by_customer)
    select ${orderId}::uuid, ${definitionId}::uuid, ${couponId}::uuid, ${customerId}::uuid, ${at}::timestamptz, ${totalLimit !== null}, ${customerLimit !== null} from ${saved}) ${inAll} ${byCustomer}`;
}

/** CTEs that give an order's coupon back, once, when the order dies; none where it had none. What was not counted lowers no counter. */
export const returnCoupon = (db: Database, saved: Fragment, orderId: string, at: Instant): Fragment => db`, coupon_returned as (
    update coupon_uses u set returned_at = ${at}::timestamptz from ${saved} where u.order_id = ${orderId}::uuid and u.returned_at is null returning u.definition_id, u.customer_id, u.counted_in_all, u.counted_by_customer
  ), coupon_uncounted as (
    update coupon_use_counts c set used = c.used - 1 from coupon_returned r where r.counted_in_all and c.definition_id = r.definition_id and c.used > 0
  ), coupon_uncounted_by_customer as (
    update coupon_customer_use_counts c set used = c.used - 1 from coupon_returned r where r.counted_by_customer and c.customer_id = r.customer_id and c.definition_id = r.definition_id and c.used > 0)`;

/** The refusal behind a statement that wanted a coupon it could not have; null when it failed for another reason. */
export function couponRefusal(error: unknown, path: readonly string[]): Refusal | null {
  if (violatedUnique(error) === 'coupon_uses_coupon_key') return refusal('COUPON_USED', 'Another order has used this coupon at this moment.', path);
  const violated = violatedCheck(error);
  if (violated === 'coupon_use_counts_limit_check') return refusal('COUPON_LIMIT_REACHED', 'All uses of this coupon are taken.', path);
  return violated === 'coupon_customer_use_counts_limit_check' ? refusal('COUPON_LIMIT_REACHED', 'You have used this coupon as often as you may.', path) : null;
}
