import { describe, expect, test } from 'vitest';
import type { CardAnswer, CardTransaction } from './card-lookup.ts';
import { chargeRefusal, verdictOnCardRefusal, verdictOnCharge, verdictOnRefund, type CardVerdict } from './card.rules.ts';

const charge: CardTransaction = { id: 'T-1', type: 'CHARGE', status: 'APPROVED', amount: 1000, currency: 'GBP', reference: '2603', originalId: null, givenBack: 0 };
const refund: CardTransaction = { ...charge, id: 'T-2', type: 'REFUND', originalId: 'T-1' };
const expected = { amount: 1000, currency: 'GBP', reference: '2603' };
const codeOf = (verdict: CardVerdict): string => (verdict.kind === 'approved' ? 'approved' : `${verdict.kind} ${verdict.refusal.code}`);
const found = (transaction: CardTransaction): CardAnswer => ({ kind: 'found', transaction });

describe('a card transaction', () => {
  test.each<[string, CardAnswer, string]>([
    ['as it should be', found(charge), 'approved'],
    ['that nobody knows', { kind: 'absent' }, 'refused TRANSACTION_NOT_FOUND'],
    ['that nobody answers for', { kind: 'unreachable', reason: 'No answer.' }, 'unknown TERMINALS_UNREACHABLE'],
    ['one penny too much', found({ ...charge, amount: 1001 }), 'refused AMOUNT_MISMATCH'],
    ['one penny too little', found({ ...charge, amount: 999 }), 'refused AMOUNT_MISMATCH'],
    ['in another currency', found({ ...charge, currency: 'EUR' }), 'refused CURRENCY_MISMATCH'],
    ['for another order', found({ ...charge, reference: '2604' }), 'refused REFERENCE_MISMATCH'],
    ['that gives money back', found(refund), 'refused TRANSACTION_MISMATCH'],
    ...(['DECLINED', 'ABORTED', 'ERROR'] as const).map((status): [string, CardAnswer, string] => [`that is ${status}`, found({ ...charge, status }), 'refused TRANSACTION_NOT_APPROVED']),
    ...(['PENDING', 'INCONCLUSIVE'] as const).map((status): [string, CardAnswer, string] => [`that is ${status}`, found({ ...charge, status }), 'unknown TRANSACTION_NOT_FINAL']),
    // What does not fit does not come to fit by ending.
    ['that is PENDING for another order', found({ ...charge, status: 'PENDING', reference: 'x' }), 'refused REFERENCE_MISMATCH'],
  ])('%s pays accordingly', (_what, answer, verdict) => {
    expect(codeOf(verdictOnCharge(answer, expected))).toBe(verdict);
  });

  test.each<[string, CardAnswer, string]>([
    ['of this charge', found(refund), 'approved'], ['of another charge', found({ ...refund, originalId: 'T-9' }), 'refused TRANSACTION_MISMATCH'],
    ['that takes money', found(charge), 'refused TRANSACTION_MISMATCH'], ['of another amount', found({ ...refund, amount: 1 }), 'refused AMOUNT_MISMATCH'],
    ['that failed', found({ ...refund, status: 'ERROR' }), 'refused TRANSACTION_NOT_APPROVED'], ['that nobody answers for', { kind: 'unreachable', reason: '' }, 'unknown TERMINALS_UNREACHABLE'],
  ])('%s gives back accordingly', (_what, answer, verdict) => {
    expect(codeOf(verdictOnRefund(answer, { ...expected, originalId: 'T-1' }))).toBe(verdict);
  });

  test.each<[string, CardAnswer, string]>([
    ...(['DECLINED', 'ERROR'] as const).map((status): [string, CardAnswer, string] => [`that is ${status}`, found({ ...refund, status }), 'approved']),
    ...(['APPROVED', 'ABORTED'] as const).map((status): [string, CardAnswer, string] => [`that is ${status}`, found({ ...refund, status }), 'refused TRANSACTION_NOT_REFUSED']),
    ...(['PENDING', 'INCONCLUSIVE'] as const).map((status): [string, CardAnswer, string] => [`that is ${status}`, found({ ...refund, status }), 'unknown TRANSACTION_NOT_FINAL']),
    ['that is DECLINED, of another charge', found({ ...refund, status: 'DECLINED', originalId: 'T-9' }), 'refused TRANSACTION_MISMATCH'], ['that is a declined charge', found({ ...charge, status: 'DECLINED' }), 'refused TRANSACTION_MISMATCH'],
    ['that is DECLINED, of another amount', found({ ...refund, status: 'DECLINED', amount: 999 }), 'refused AMOUNT_MISMATCH'], ['that nobody knows', { kind: 'absent' }, 'refused TRANSACTION_NOT_FOUND'],
  ])('%s proves accordingly that a card was refused its money', (_what, answer, verdict) => {
    expect(codeOf(verdictOnCardRefusal(answer, { ...expected, originalId: 'T-1' }))).toBe(verdict);
  });

  test('of which more was given back than is booked keeps the rest from being paid out otherwise', () => {
    const codes = [found(charge), found({ ...charge, givenBack: 400 }), found({ ...charge, givenBack: 401 }), { kind: 'absent' }, { kind: 'unreachable', reason: '' }].map((answer) => chargeRefusal(answer as CardAnswer, 400)?.code);
    expect(codes).toEqual([undefined, undefined, 'TRANSACTION_NOT_REFUSED', 'TRANSACTION_NOT_FOUND', 'TERMINALS_UNREACHABLE']);
  });
});
