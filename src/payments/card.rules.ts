/** Decides what the answer about a card transaction means for the payment or the refund that it is said to be. */
import { toDecimal } from '../platform/money.ts';
import { refusal, type Refusal, type RefusalCode } from '../platform/refusals.ts';
import type { CardAnswer, CardTransaction } from './card-lookup.ts';

/** What the transaction must be. */
export interface ExpectedCharge {
  readonly amount: number;
  readonly currency: string;
  /** The number of the order. */
  readonly reference: string;
}

export interface ExpectedRefund extends ExpectedCharge {
  readonly originalId: string;
}

export type CardVerdict =
  | { readonly kind: 'approved' }
  /** Nobody can tell yet, or nobody answers: neither paid nor not paid. */
  | { readonly kind: 'unknown'; readonly refusal: Refusal }
  | { readonly kind: 'refused'; readonly refusal: Refusal };

const path = ['transactionId'];
const refused = (code: RefusalCode, message: string): CardVerdict => ({ kind: 'refused', refusal: refusal(code, message, path) });
const unknown = (code: RefusalCode, message: string): CardVerdict => ({ kind: 'unknown', refusal: refusal(code, message, path) });

export const verdictOnCharge = (answer: CardAnswer, expected: ExpectedCharge): CardVerdict =>
  verdictOn(answer, expected, ({ type }) => (type === 'CHARGE' ? null : 'The transaction gives money back; it pays nothing.'));

export const verdictOnRefund = (answer: CardAnswer, expected: ExpectedRefund): CardVerdict => verdictOn(answer, expected, ({ type, originalId }) => {
  if (type !== 'REFUND') return 'The transaction takes money from the card; it gives nothing back.';
  return originalId === expected.originalId ? null : 'The transaction gives back another payment than the one that the money came by.';
});

function verdictOn(answer: CardAnswer, { amount, currency, reference }: ExpectedCharge, misfit: (transaction: CardTransaction) => string | null): CardVerdict {
  if (answer.kind === 'unreachable') return unknown('TERMINALS_UNREACHABLE', answer.reason);
  if (answer.kind === 'absent') return refused('TRANSACTION_NOT_FOUND', 'The terminals know no transaction with this id; check it, and try again.');
  const { transaction } = answer;
  const wrong = misfit(transaction);
  if (wrong) return refused('TRANSACTION_MISMATCH', wrong);
  if (transaction.reference !== reference) return refused('REFERENCE_MISMATCH', `The transaction was made for "${transaction.reference}", not for ${reference}.`);
  if (transaction.currency !== currency) return refused('CURRENCY_MISMATCH', `The transaction is in ${transaction.currency}, not in ${currency}.`);
  if (transaction.amount !== amount) return refused('AMOUNT_MISMATCH', `The transaction is about ${toDecimal(transaction.amount, currency)} ${currency}; it must be about ${toDecimal(amount, currency)}.`);
  switch (transaction.status) {
    case 'APPROVED':
      return { kind: 'approved' };
    case 'PENDING':
    case 'INCONCLUSIVE':
      return unknown('TRANSACTION_NOT_FINAL', `The terminals say ${transaction.status}: the transaction has not ended yet.`);
    default:
      return refused('TRANSACTION_NOT_APPROVED', `The terminals say ${transaction.status}: no money was moved.`);
  }
}
