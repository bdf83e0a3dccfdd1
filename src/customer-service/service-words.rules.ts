/** Decides what the log of a document says, in plain words. */
import { toDecimal } from '../platform/money.ts';
import type { CustomerServiceRow } from './customer-service.tables.ts';
import type { ServiceEventType } from './service-events.ts';

/** Why money goes back, as its refund tells the customer. */
export const serviceReason = ({ type, number, reason }: Pick<CustomerServiceRow, 'type' | 'number' | 'reason'>): string => `${type} ${number}: ${reason}`;

const words: Readonly<Record<ServiceEventType, string>> = {
  CREATED: 'Asked for',
  TAKE_UP: 'Being looked into',
  APPROVE: 'Agreed',
  REFUSE: 'Refused',
  CANCEL: 'Called off',
  SEND_BACK: 'Goods sent back',
  RECEIVE: 'Goods received',
  CHANGE_AMOUNT: 'Amount changed',
  REFUND: 'Refund begun',
  RETRY_REFUND: 'Refund asked for again',
  PAY_OUT_OTHERWISE: 'Paid out in another way, since the refund was refused',
  REFUND_PENDING: 'The refund is being worked on',
  REFUND_UNKNOWN: 'The gateway has not answered; it is asked again',
  REFUND_REFUSED: 'Refund failed; it is tried again',
  REFUND_REFUSED_AT_TERMINAL: 'Refund failed at the card terminal',
  REFUND_SUCCEEDED: 'Money has gone back',
  REFUND_PAID_TWICE: 'Money has gone back a second time: somebody must get it back',
  FINISH_REFUND: 'Refund completed',
  SUPPLEMENT_PAID: 'The difference is paid',
  SHIP_REPLACEMENT: 'Goods sent in exchange',
  REFUND_INSTEAD: 'A refund instead of the exchange',
  COMPLETE_EXCHANGE: 'Exchange completed',
  REPLY: 'Message',
};

interface Told {
  readonly type: string;
  readonly changes: Readonly<Record<string, unknown>>;
}

const number = (value: unknown): number | null => (typeof value === 'number' ? value : null);

/** The figure that belongs to the words: what the document comes to, or what has gone back of it. */
function figureOf({ type, changes }: Told, currency: string): string | null {
  const money = (amount: number): string => `${toDecimal(amount, currency)} ${currency}`;
  const [fee, supplement, refunded, payout] = [number(changes['refundFee']), number(changes['supplementaryFee']), number(changes['refundedTotal']), number(changes['paidNow']) ?? number(changes['payoutTotal'])];
  switch (type) {
    case 'CREATED': case 'CHANGE_AMOUNT': case 'RECEIVE': case 'REFUND_INSTEAD':
      if (supplement !== null) return `${money(supplement)} to be paid on top`;
      return fee !== null ? `${money(fee)} to go back` : null;
    case 'REFUND':
      return payout !== null ? money(payout) : null;
    case 'REFUND_SUCCEEDED': case 'PAY_OUT_OTHERWISE':
      return refunded !== null ? `${money(refunded)} by now` : null;
    default:
      return null;
  }
}

/** One entry of the log: "Amount changed: 58.00 CNY to go back" (S2-226). */
export function logText(event: Told, currency: string): string {
  const figure = figureOf(event, currency);
  const said = words[event.type as ServiceEventType];
  return figure === null ? said : `${said}: ${figure}`;
}
