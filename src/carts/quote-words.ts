import type { CouponRefusalReason, OfferRefusalReason, PointsLimitReason, StepKind } from '../offers/quote-model.rules.ts';

export const stepKinds = {
  CATALOG: 'The catalogue sells it below its list price.',
  MANUAL: 'A price set by hand at a till, in place of the catalogue’s; nothing else touches the line.',
  OFFER: 'An offer on the line.',
  TIER: 'The discount of the customer’s tier.',
  BIRTHDAY: 'The customer has their birthday.',
  CART_OFFER: 'The line’s share of an offer on the whole cart.',
  COUPON: 'The line’s share of the coupon.',
  LOSS_GUARD: 'What the step before gave back, because the goods are not sold below cost.',
} as const satisfies Record<StepKind, string>;

export const offerRefusalReasons = {
  PIECES_MISSING: 'It needs more pieces; `missingPieces` says how many.',
  AMOUNT_MISSING: 'It needs goods for more money; `missingAmount` says how much.',
  TIER_MISSING: 'It is for customers of another tier.',
  CUSTOMER_UNKNOWN: 'It counts uses by customer, and nobody knows whose order this is.',
  BETTER_OFFER: 'Another offer, which it does not go with, makes it cheaper, or has taken the other pieces that it needs; or it would have cost a better offer or coupon.',
  CHOSEN_BY_HAND: 'A clerk chose another offer for the line, or none.',
  NO_EFFECT: 'It would take nothing off: nothing is left, its price is no lower, or its part of so little money is less than half a minor unit.',
  LOSS_GUARD: 'The goods are at cost already.',
  USED_UP: 'All its uses are taken.',
  USED_BY_CUSTOMER: 'The customer has used it as often as they may.',
  NOT_LIVE: 'It is not in force: no such offer, disabled, or outside of its time.',
  NOT_FOR_THIS: 'It is for other goods, or another store or currency.',
} as const satisfies Record<OfferRefusalReason, string>;

export const couponRefusalReasons = {
  NOT_FOUND: 'The customer has no such coupon, and nobody may use such a code.',
  OWN_CODE_NEEDED: 'This is the code of its definition; whoever may not spend a customer’s benefits names the coupon’s own, which the customer shows.',
  DISABLED: 'It was withdrawn.',
  NOT_YET_VALID: 'It is not valid yet.',
  EXPIRED: 'It is not valid any more.',
  USED: 'It was used.',
  USED_UP: 'All its uses are taken.',
  USED_BY_CUSTOMER: 'The customer has used it as often as they may.',
  OTHER_STORE: 'It is for another store.',
  OTHER_CURRENCY: 'It is for another currency.',
  TIER_MISSING: 'It is for customers of another tier.',
  CUSTOMER_UNKNOWN: 'Nobody knows whose order this is.',
  NOT_FOR_THIS: 'It is for other goods.',
  ONLY_WITHOUT_OFFERS: 'The goods have an offer already, and it does not go with offers.',
  PIECES_MISSING: 'It needs more pieces; `missingPieces` says how many.',
  AMOUNT_MISSING: 'It needs goods for more money; `missingAmount` says how much.',
  NO_EFFECT: 'It would take nothing off: nothing is left, its price is no lower, or its part of so little money is less than half a minor unit.',
  LOSS_GUARD: 'The goods are at cost already.',
} as const satisfies Record<CouponRefusalReason, string>;

export const pointsLimitReasons = {
  NOT_ALLOWED: 'The customer’s tier does not spend points.',
  BALANCE: 'The customer has no more.',
  MAXIMUM_SHARE: 'Points pay no greater share of the goods (S0-38).',
  BELOW_MINIMUM: 'So few points cannot be spent at a time (S0-40).',
  ALL_PAID: 'They pay all of the goods.',
} as const satisfies Record<PointsLimitReason, string>;
