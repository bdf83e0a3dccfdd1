import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { newId } from '../platform/ids.ts';
import { cashRefusal, refundable, shareRefund } from './payment.rules.ts';
import { paymentAttemptStates, type PaymentAttemptState } from './payment-states.ts';
import type { PaymentRow } from './payment.tables.ts';

const payment = (amount: number, refunded = 0, state: PaymentAttemptState = 'SUCCEEDED'): PaymentRow => ({
  orderId: newId(), id: newId(), number: `P${amount}`, tender: 'CASH', state, currency: 'GBP', amount, tendered: null, change: null, refunded,
  providerTransactionId: null, clientParameters: null, createdAt: '2026-03-01T12:00:00.000Z', settledAt: null, nextQueryAt: null, queries: 0,
});

const payments = fc.array(fc.integer({ min: 1, max: 10_000 }).chain((amount) => fc.record({
  amount: fc.constant(amount), refunded: fc.integer({ min: 0, max: amount }), state: fc.oneof({ weight: 3, arbitrary: fc.constant('SUCCEEDED' as const) }, fc.constantFrom(...(Object.keys(paymentAttemptStates) as PaymentAttemptState[]))),
})).map(({ amount, refunded, state }) => payment(amount, state === 'SUCCEEDED' ? refunded : 0, state)), { maxLength: 8 });

const sum = (numbers: readonly number[]): number => numbers.reduce((total, each) => total + each, 0);

describe('a refund', () => {
  test('is shared so that the shares sum to it exactly, and none exceeds what its payment still holds', () => {
    fc.assert(fc.property(payments, fc.nat({ max: 40_000 }), (paid, amount) => {
      const held = sum(paid.map(refundable));
      const shares = shareRefund(paid, amount);
      if (amount > held) {
        expect(shares).toBeNull();
        return;
      }
      expect(sum(shares!.map((share) => share.amount))).toBe(amount);
      for (const share of shares!) {
        expect(share.amount).toBeGreaterThan(0);
        expect(share.amount).toBeLessThanOrEqual(refundable(share.payment));
      }
      expect(new Set(shares!.map((share) => share.payment.id)).size).toBe(shares!.length);
    }));
  });

  test('goes back over the last payment first, and over earlier ones for the rest', () => {
    const [first, second, third] = [payment(500), payment(300, 100), payment(400)];
    expect(shareRefund([first!, second!, third!], 650)).toEqual([{ payment: third, amount: 400 }, { payment: second, amount: 200 }, { payment: first, amount: 50 }]);
    expect(shareRefund([first!, second!, third!], 400)).toEqual([{ payment: third, amount: 400 }]);
    expect(shareRefund([first!, second!, third!], 1101)).toBeNull();
  });

  test('of nothing needs no payment, and of anything one that has succeeded', () => {
    expect(shareRefund([], 0)).toEqual([]);
    expect(shareRefund([], 1)).toBeNull();
    for (const state of Object.keys(paymentAttemptStates) as PaymentAttemptState[]) expect(refundable(payment(500, 200, state))).toBe(state === 'SUCCEEDED' ? 300 : 0);
  });
});

describe('cash at the till', () => {
  test.each<[due: number, amount: number, tendered: number, code: string | null, path: string | null]>([
    [1000, 1000, 1000, null, null], [1000, 1000, 5000, null, null], [1000, 1, 1, null, null], [0, 0, 0, 'PAYMENT_NOT_POSSIBLE', null], [-5, 1, 1, 'PAYMENT_NOT_POSSIBLE', null],
    [1000, 0, 0, 'INVALID_INPUT', 'amount'], [1000, -1, 0, 'INVALID_INPUT', 'amount'], [1000, 1001, 2000, 'INVALID_INPUT', 'amount'], [1000, 1000, 999, 'INVALID_INPUT', 'tendered'],
  ])('of which %i is due, %i is booked and %i was handed over: %s %s', (due, amount, tendered, code, path) => {
    const refused = cashRefusal(due, amount, tendered);
    expect([refused?.code ?? null, refused?.path?.[0] ?? null]).toEqual([code, path]);
  });
});
