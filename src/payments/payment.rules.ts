/** Decides over which payments an amount goes back: the last one in is the first one out, each at most what it brought. */
import { refusal, type Refusal } from '../platform/refusals.ts';
import type { RefundState, Tender } from './payment-states.ts';
import type { PaymentRow } from './payment.tables.ts';

/** Tenders that no gateway is asked about: what they bring, and what goes back over them, is settled as it is written down. */
export const settlesAtOnce = (tender: Tender): boolean => tender === 'CASH' || tender === 'WALLET' || tender === 'EXTERNAL';

/** Whether the money has gone back, in whichever way. */
export const hasGoneBack = (state: RefundState): boolean => state === 'SUCCEEDED' || state === 'PAID_OTHERWISE';

export interface RefundShare {
  readonly payment: PaymentRow;
  readonly amount: number;
}

export const refundable = ({ state, amount, refunded }: Pick<PaymentRow, 'state' | 'amount' | 'refunded'>): number => (state === 'SUCCEEDED' ? amount - refunded : 0);

/** Shares that sum to exactly `amount`; null when the payments together no longer hold as much. */
export function shareRefund(payments: readonly PaymentRow[], amount: number): RefundShare[] | null {
  const shares: RefundShare[] = [];
  let rest = amount;
  for (const payment of payments.toReversed()) {
    const share = Math.min(rest, refundable(payment));
    if (share > 0) shares.push({ payment, amount: share });
    rest -= share;
  }
  return rest === 0 ? shares : null;
}

/** What a till must check before it books cash. */
export function cashRefusal(due: number, amount: number, tendered: number): Refusal | null {
  if (due <= 0) return refusal('PAYMENT_NOT_POSSIBLE', 'Nothing is left to pay.');
  if (amount <= 0) return refusal('INVALID_INPUT', 'The amount must be more than nothing.', ['amount']);
  if (amount > due) return refusal('INVALID_INPUT', 'The amount is more than what is left to pay; what is handed over on top belongs into "tendered".', ['amount']);
  return tendered < amount ? refusal('INVALID_INPUT', 'Less was handed over than is to be booked.', ['tendered']) : null;
}
