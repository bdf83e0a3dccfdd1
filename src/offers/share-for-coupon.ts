import type { Database, Fragment } from '../platform/database.ts';
import type { Instant } from '../platform/time.ts';
import type { CouponDefinitionRow, CouponShareRow } from './coupon.tables.ts';
import { insertCoupons, newCoupon, newCouponCode } from './new-coupon.ts';

/** What sharing a finished order gives at present; of several, the newest. Null for nothing. */
export const couponForSharing = async (db: Database, now: Instant): Promise<CouponDefinitionRow | null> => (await db<CouponDefinitionRow[]>`
  select * from coupon_definitions where given_for_sharing and disabled_at is null and (starts_at is null or starts_at <= ${now}) and (ends_at is null or ends_at > ${now})
  order by id desc limit 1`)[0] ?? null;

/** The code that an order was shared with before; null when it was not. */
export const shareOfOrder = async (db: Database, orderId: string): Promise<CouponShareRow | null> =>
  (await db<CouponShareRow[]>`select * from coupon_shares where order_id = ${orderId}`)[0] ?? null;

export interface Share {
  /** For the link to friends: each of them claims one coupon with it. */
  readonly code: string;
  /** CTEs (`, share as (…)`) that keep the code and give the customer a coupon, once `saved` yields the order's row. Shared before, they violate `coupon_shares_pkey`. */
  readonly written: Fragment;
}

/** Shares an order for coupons of a definition: one for the customer, and a code for friends (S2-17, S2-213). */
export function shareForCoupon(db: Database, saved: Fragment, definition: CouponDefinitionRow, { orderId, customerId, at }: { readonly orderId: string; readonly customerId: string; readonly at: Instant }): Share {
  const code = newCouponCode();
  return {
    code,
    written: db`, share as (
      insert into coupon_shares (order_id, definition_id, code, customer_id, created_at) select ${orderId}::uuid, ${definition.id}::uuid, ${code}::text, ${customerId}::uuid, ${at}::timestamptz from ${saved} returning order_id
    ), shared_coupon as (${insertCoupons(db, [newCoupon(definition, customerId, 'SHARED', at, orderId)], db`share`)})`,
  };
}
