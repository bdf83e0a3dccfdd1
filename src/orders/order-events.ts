import { deskActions, type DeskAction } from './desk/order-desk.lifecycle.ts';
import { actions, type Action } from './order.lifecycle.ts';

/** What can happen to an order: every step of its lifecycle, and what happens to its money in between. */
export const orderEventTypes = {
  PLACED: 'The order was placed.',
  IMPORT: 'The order, which was over by then, was taken over from another system.',
  ...actions,
  ...deskActions,
  PAYMENT_RECEIVED: 'Money came in that does not cover the total, or came too late; see the order’s payments.',
  PAYMENT_FAILED: 'A gateway declined a payment, or gave it up.',
  PAYMENT_UNKNOWN: 'A gateway did not answer in time; it is being asked.',
  PAYMENT_OPEN: 'A gateway that had not answered says that the payment can still be made.',
  REFUND_SUCCEEDED: 'Money went back.',
  REFUND_FAILED: 'A gateway refused a refund, and is asked again every hour; or a card terminal did. Somebody should look into it.',
  REFUND_PAID_OTHERWISE: 'Money that a gateway or a card terminal refused to give back was paid out in another way.',
  REFUND_PAID_TWICE: 'A gateway or a card terminal that had refused has paid after all what had been paid out otherwise; somebody must get it back.',
  SERVICE_OPENED: 'A refund, return or exchange was asked for; see the order’s customer services.',
  SERVICE_MOVED: 'A customer-service document of the order has moved on, or somebody had something to say.',
  SERVICE_CLOSED: 'A customer-service document of the order has come to its end.',
} as const satisfies Record<string, string>;

/** Events whose words are meant for the customer as well; the others are for those who work on the order. */
const publicWords: ReadonlySet<string> = new Set(['CANCEL', 'REFUND_SUCCEEDED', 'CONFIRM_RECEIPT', 'SERVICE_OPENED', 'SERVICE_MOVED', 'SERVICE_CLOSED']);

/** Whether a customer may read what somebody had to say, and who it was: their own words, and what is meant for them. */
export const isForCustomer = (event: { readonly type: string; readonly actorId: string | null }, customerId: string): boolean =>
  event.actorId === customerId || publicWords.has(event.type);

export type OrderEventType = 'PLACED' | 'IMPORT' | Action | DeskAction | 'PAYMENT_RECEIVED' | 'PAYMENT_FAILED' | 'PAYMENT_UNKNOWN' | 'PAYMENT_OPEN' | 'REFUND_SUCCEEDED' | 'REFUND_FAILED' | 'REFUND_PAID_OTHERWISE' | 'REFUND_PAID_TWICE'
  | 'SERVICE_OPENED' | 'SERVICE_MOVED' | 'SERVICE_CLOSED';
