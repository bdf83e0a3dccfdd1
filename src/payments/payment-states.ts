/** How money comes in. */
export const tenders = {
  CASH: 'Cash over the counter.',
  EXTERNAL: 'Paid before the order was imported; what goes back of it is given back by hand, where it came in.',
  WALLET: 'Money that the customer keeps with the platform.',
  CARD: 'A card at a terminal, looked up by its transaction id (S3).',
  SANDBOX: 'The built-in test gateway, which confirms by a signed callback as real ones do; absent in production.',
} as const satisfies Record<string, string>;
export type Tender = keyof typeof tenders;

export const paymentAttemptStates = {
  STARTED: 'The customer can pay at the gateway.',
  UNKNOWN: 'The gateway did not answer in time; what became of it is being asked.',
  SUCCEEDED: 'The money has come.',
  FAILED: 'The gateway declined.',
  CLOSED: 'Given up without payment.',
} as const satisfies Record<string, string>;
export type PaymentAttemptState = keyof typeof paymentAttemptStates;

export const refundStates = {
  REQUESTED: 'Written down; the gateway is asked next. A card is given its money back at a terminal, and `orderRefundCard` told of it.',
  PENDING: 'The gateway works on it; it is asked again under the same number.',
  UNKNOWN: 'The gateway did not answer; what became of it is not known, and it is asked again under the same number.',
  SUCCEEDED: 'The money has gone back.',
  FAILED: 'The gateway refused; it is asked again every hour, and somebody should look into it. Of a card: a terminal refused, and nobody is asked again from here.',
  PAID_OTHERWISE: 'The gateway, or a card terminal, had refused, and somebody paid the money out in another way. Final: the gateway is never asked again.',
} as const satisfies Record<string, string>;
export type RefundState = keyof typeof refundStates;

/** How money goes back that its gateway refuses to give back. */
export const refundWays = {
  CASH: 'Cash over the counter.',
  WALLET: 'Into the customer’s wallet.',
  BY_HAND: 'By somebody outside of here, such as a bank transfer; `reference` says where it is to be found.',
} as const satisfies Record<string, string>;
export type RefundWay = keyof typeof refundWays;
