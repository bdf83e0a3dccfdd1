/** Every reason for which a well-formed command may be refused, as clients see it. One list for all features. */
export const refusalCodes = {
  NOT_FOUND: 'Nothing the caller may see has this id, number or code.',
  INVALID_INPUT: 'A value is out of its bounds; `path` names it.',
  IDEMPOTENCY_KEY_REUSED: 'This idempotency key was used before with another operation or another input.',
  VERSION_CONFLICT: 'The object has moved on from `expectedVersion`; read it again and decide anew.',
  TRANSITION_NOT_ALLOWED: 'The order, as it is, has no such step.',
  NOT_YOUR_STEP: 'This step exists, but is for somebody else to take.',
  ORDER_ON_HOLD: 'The order is on hold; it takes no step until it is released.',
  NOT_SETTLED: 'The order is not settled with its store yet.',
  NOT_IN_RECYCLE_BIN: 'The order is not in the recycle bin.',
  REMINDED_ALREADY: 'The store was reminded a short while ago; the message says from when on it may be reminded again.',
  ALREADY_REVIEWED: 'The order, or the line, has a comment already.',
  NOT_PAID_IN_FULL: 'What has been paid does not cover the total yet.',
  DEADLINE_NOT_PASSED: 'The deadline is still ahead.',
  DEADLINE_PASSED: 'The payment deadline has passed; place the order anew.',
  STORE_ALREADY_ASSIGNED: 'A store has the order already.',
  STORE_REQUIRED: 'SELF_PICK and FLASH orders need a store.',
  STORE_NOT_ACCEPTING: 'The store takes no online orders at present.',
  PRODUCTS_UNAVAILABLE: 'Some lines name products that do not exist, were withdrawn, or have no price in this currency.',
  PRICE_NOT_ALLOWED: 'The caller may not set unit prices, or this kind of order does not allow it.',
  DUPLICATE_UID: 'An order with this client `uid` exists already.',
  MAY_NOT_SELL: 'Only a company’s agents sell for it (S3-35).',
  PAYMENT_IN_DOUBT: 'It is not known yet what has become of a payment of the order; it is being asked.',
  TRANSACTION_NOT_FOUND: 'Whoever runs the card terminals knows no transaction with this id.',
  TRANSACTION_USED: 'This transaction has paid, or given back, something already.',
  TRANSACTION_NOT_APPROVED: 'The transaction was declined, aborted, or failed.',
  TRANSACTION_NOT_FINAL: 'The transaction has not ended yet; try again in a moment.',
  TRANSACTION_MISMATCH: 'The transaction is of another kind: a refund in place of a charge, a charge in place of a refund, or the refund of another charge.',
  AMOUNT_MISMATCH: 'The transaction is about another amount.',
  CURRENCY_MISMATCH: 'The transaction is in another currency.',
  REFERENCE_MISMATCH: 'The transaction was made for another order.',
  TERMINALS_UNREACHABLE: 'Whoever runs the card terminals does not answer; try again in a moment.',
  NOTHING_TO_REFUND: 'No card of this order waits for money to come back.',
  PAYMENT_NOT_POSSIBLE: 'The payment cannot be started or booked as asked.',
  INSUFFICIENT_POINTS: 'The account holds fewer points than that; at an order the message says how many can be spent.',
  POINTS_NOT_APPLICABLE: 'Fewer points can pay for this order than were named; the message says how many, and why.',
  BENEFITS_NOT_ALLOWED: 'The caller may not spend a customer’s points or issued coupons by naming the customer alone.',
  INSUFFICIENT_FUNDS: 'The wallet holds less money than that.',
  BELOW_COST: 'The price is below the cost of a piece, and a loss is not allowed.',
  OFFER_LIMIT_REACHED: 'The offer has been used as often as it may be, in all or by this customer; ask for the price anew.',
  COUPON_NOT_AVAILABLE: 'The coupon is out of force, its time is over, or all its uses are taken.',
  COUPON_NOT_APPLICABLE: 'The coupon does not apply to this order; the message says why.',
  COUPON_USED: 'An order has used this coupon already.',
  COUPON_LIMIT_REACHED: 'There is none left of this coupon, in all or for this customer.',
  DUPLICATE_CODE: 'Another object has this code already.',
  CART_ALREADY_ORDERED: 'The cart has become an order before; it never becomes a second one.',
  CART_EMPTY: 'The cart has no lines, so there is nothing to order.',
  CARTS_DIFFER: 'The carts differ in kind, store, currency or customer, or name different coupons.',
  PRICE_CHANGED: 'The order comes to something else than `expectedTotal`; the error carries the new quote.',
  NOT_DELIVERABLE: 'Some lines cannot be sent to this address.',
  OFFER_NOT_APPLICABLE: 'An offer that was chosen for a line by hand does not apply to it; the message says why.',
  OFFER_CHOICE_NOT_ALLOWED: 'Only a till chooses the offer of a line by hand.',
  SERVICE_OPEN: 'The order has an open customer-service document, which must be answered and closed first.',
  RETURN_PERIOD_OVER: 'The order was done too long ago for its shopper to ask for this; the store still can.',
  QUANTITY_TOO_LARGE: 'More pieces than were bought and are not given back, or claimed by a document, already.',
  REFUND_TOO_LARGE: 'More money than the lines, or the payments it is to go back over, have left to give back.',
  REFUND_BEGUN: 'Money of the document has been paid out, or is on its way.',
  REFUND_NOT_DONE: 'The document’s money has not all gone back yet.',
  NO_REFUSED_REFUND: 'No gateway has refused a refund of the document.',
  REFUND_BEING_ASKED: 'The gateway is being asked for the refund at this moment; look again once it has answered.',
  SUPPLEMENT_DUE: 'What the exchange costs on top is not paid yet.',
  GOODS_SENT_BACK: 'The goods are on their way back.',
  REPLACEMENT_SHIPPED: 'What is given in exchange has been sent already.',
  REPLACEMENT_NOT_SHIPPED: 'What is given in exchange has not been sent yet.',
  NOT_ALL_RETURNED: 'Not every piece of the order has been given back.',
} as const satisfies Record<string, string>;

export type RefusalCode = keyof typeof refusalCodes;

/** Why a rule said no: what the caller is told, and where in the input the cause lies. */
export interface Refusal {
  readonly code: RefusalCode;
  readonly message: string;
  readonly path?: readonly string[];
}

export const refusal = (code: RefusalCode, message: string, path?: readonly string[]): Refusal =>
  path ? { code, message, path } : { code, message };
