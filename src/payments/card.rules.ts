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

export const verdictOnRefund = (answer: CardAnswer, expected: ExpectedRefund): CardVerdict => verdictOn(answer, expected, misfitOfRefund(expected));

const misfitOfRefund = (expected: ExpectedRefund) => ({ type, originalId }: CardTransaction): string | null => {
  if (type !== 'REFUND') return 'The transaction takes money from the card; it gives nothing back.';
  return originalId === expected.originalId ? null : 'The transaction gives back another payment than the one that the money came by.';
};

/** Whether a terminal has refused to give the charge back: `approved` means that it has, and that no money was moved by this transaction. */
export function verdictOnCardRefusal(answer: CardAnswer, expected: ExpectedRefund): CardVerdict {
  const found = transactionOf(answer, expected, misfitOfRefund(expected));
  if ('kind' in found) return found;
  switch (found.status) {
    case 'DECLINED':
    case 'ERROR':
      return { kind: 'approved' };
    case 'PENDING':
    case 'INCONCLUSIVE':
      return notFinal(found);
    case 'ABORTED':
      return refused('TRANSACTION_NOT_REFUSED', 'It was called off at the terminal, which says nothing about the card; try the card there once more.');
    default:
      return refused('TRANSACTION_NOT_REFUSED', `The terminals say ${found.status}: the money has gone back. Name the transaction with orderRefundCard.`);
  }
}

/** Null where the terminals have given back no more of the charge than what is booked here, so that the rest may be paid out otherwise. */
export function chargeRefusal(answer: CardAnswer, booked: number): Refusal | null {
  if (answer.kind === 'unreachable') return refusal('TERMINALS_UNREACHABLE', answer.reason);
  if (answer.kind === 'absent') return refusal('TRANSACTION_NOT_FOUND', 'The terminals know no more of the charge; ask whoever runs them whether it was given back.');
  const { givenBack, currency } = answer.transaction;
  if (givenBack <= booked) return null;
  return refusal('TRANSACTION_NOT_REFUSED', `The terminals have given back ${toDecimal(givenBack, currency)} ${currency} of this charge, of which ${toDecimal(booked, currency)} are booked here. Name the other transaction with orderRefundCard.`);
}

function verdictOn(answer: CardAnswer, expected: ExpectedCharge, misfit: (transaction: CardTransaction) => string | null): CardVerdict {
  const found = transactionOf(answer, expected, misfit);
  if ('kind' in found) return found;
  switch (found.status) {
    case 'APPROVED':
      return { kind: 'approved' };
    case 'PENDING':
    case 'INCONCLUSIVE':
      return notFinal(found);
    default:
      return refused('TRANSACTION_NOT_APPROVED', `The terminals say ${found.status}: no money was moved.`);
  }
}

const notFinal = ({ status }: CardTransaction): CardVerdict => unknown('TRANSACTION_NOT_FINAL', `The terminals say ${status}: the transaction has not ended yet.`);

/** The transaction, where it is about what it must be about, whatever became of it; or why it is not. */
function transactionOf(answer: CardAnswer, { amount, currency, reference }: ExpectedCharge, misfit: (transaction: CardTransaction) => string | null): CardTransaction | CardVerdict {
  if (answer.kind === 'unreachable') return unknown('TERMINALS_UNREACHABLE', answer.reason);
  if (answer.kind === 'absent') return refused('TRANSACTION_NOT_FOUND', 'The terminals know no transaction with this id; check it, and try again.');
  const { transaction } = answer;
  const wrong = misfit(transaction);
  if (wrong) return refused('TRANSACTION_MISMATCH', wrong);
  if (transaction.reference !== reference) return refused('REFERENCE_MISMATCH', `The transaction was made for "${transaction.reference}", not for ${reference}.`);
  if (transaction.currency !== currency) return refused('CURRENCY_MISMATCH', `The transaction is in ${transaction.currency}, not in ${currency}.`);
  if (transaction.amount !== amount) return refused('AMOUNT_MISMATCH', `The transaction is about ${toDecimal(transaction.amount, currency)} ${currency}; it must be about ${toDecimal(amount, currency)}.`);
  return transaction;
}
