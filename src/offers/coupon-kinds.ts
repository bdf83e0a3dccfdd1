/** How coupons come to people. */
export const couponDistributions = {
  PUBLIC: 'Whoever names its code when ordering may use it; it can be claimed as well.',
  CLAIMED: 'A shopper claims one with its code, and then has a coupon of their own.',
  ISSUED: 'Only the platform gives it to customers.',
} as const satisfies Record<string, string>;

export type CouponDistribution = keyof typeof couponDistributions;

export const couponSources = {
  ISSUED: 'The platform gave it.',
  CLAIMED: 'The customer claimed it with a code.',
  SHARED: 'It came by sharing an order: to who shared it, or to a friend.',
} as const satisfies Record<string, string>;

export type CouponSource = keyof typeof couponSources;

export const couponStates = {
  USABLE: 'It can be used now, where its conditions are met.',
  NOT_YET_VALID: 'Its time has not come.',
  EXPIRED: 'Its time is over.',
  USED: 'An order has used it; it comes back if that order dies.',
  WITHDRAWN: 'The platform took it out of force.',
} as const satisfies Record<string, string>;

export type CouponState = keyof typeof couponStates;
