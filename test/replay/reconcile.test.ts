import { describe, expect, test } from 'vitest';
import type { SeenOrder } from '../../scripts/replay/read-orders.ts';
import { reconcile, type Evidence } from '../../scripts/replay/reconcile.rules.ts';

const sums = { invoices: 1, lines: 2, pieces: 3, money: 4500n };
const shape = { sums, fingerprint: 'two lines' };
const order: SeenOrder = { ...shape, id: 'order_1', uid: '1', status: 'CLOSED_CONFIRMED', paid: 4500n };

/** One invoice placed by this run, and a cancellation of one piece. */
const good: Evidence = {
  file: { invoices: 2, lines: 3, pieces: 2, money: 3000n },
  exceptionSums: new Map([['CANCELLATION', { invoices: 1, lines: 1, pieces: -1, money: -1500n }]]),
  expected: new Map([['1', shape]]),
  seen: new Map([['1', order]]),
  before: new Set(),
  refused: [],
  booksBefore: { orders: 7, money: 100n },
  booksAfter: { orders: 8, money: 4600n },
};

const seen = (change: Partial<SeenOrder>): Partial<Evidence> => ({ seen: new Map([['1', { ...order, ...change }]]) });

describe('a replay', () => {
  test('reconciles when orders and named exceptions are the file', () => {
    expect(reconcile(good)).toEqual({
      placed: sums, placedBefore: { invoices: 0, lines: 0, pieces: 0, money: 0n }, refused: { invoices: 0, lines: 0, pieces: 0, money: 0n },
      unexplained: { invoices: 0, lines: 0, pieces: 0, money: 0n }, faults: [], reconciles: true,
    });
  });

  test('reconciles when all was there before and the counters stand still', () => {
    const again = reconcile({ ...good, before: new Set(['1']), booksBefore: good.booksAfter });
    expect([again.reconciles, again.placedBefore]).toEqual([true, sums]);
  });

  test.each<[string, Partial<Evidence>, RegExp]>([
    ['an order is missing', { seen: new Map(), booksAfter: good.booksBefore }, /^1 is not on the server/],
    ['an order is a penny short', seen({ sums: { ...sums, money: 4490n } }), /^1 differs from the file/],
    ['an order has other lines of the same sum', seen({ fingerprint: 'other lines' }), /^1 has other lines/],
    ['an order was left unfinished', seen({ status: 'PAID_CONFIRM_PENDING' }), /^1 is not done: it is PAID_CONFIRM_PENDING/],
    ['an order was not paid in full', seen({ paid: 0n }), /^1 was not paid/],
    ['an order stands there twice', { booksAfter: { orders: 9, money: 9100n } }, /counters grew by 2 orders, but this run added 1/],
    ['the counters and the orders disagree about money', { booksAfter: { orders: 8, money: 4610n } }, /counters grew/],
    ['the file holds more than was planned', { file: { ...good.file, money: 3001n } }, /do not add up/],
    ['the server refused an invoice', { seen: new Map(), booksAfter: good.booksBefore, refused: [{ ...shape, uid: '1', objection: 'INVALID_INPUT: too long' }] }, /^1 was refused by the server. INVALID_INPUT: too long/],
  ])('does not reconcile when %s, and says so', (_what, change, fault) => {
    const { reconciles, faults } = reconcile({ ...good, ...change });
    expect(reconciles).toBe(false);
    expect(faults.join('\n')).toMatch(fault);
  });

  test('explains an invoice that the server refused in the sums, though it does not call that reconciled', () => {
    const { refused, unexplained } = reconcile({ ...good, seen: new Map(), booksAfter: good.booksBefore, refused: [{ ...shape, uid: '1', objection: 'no' }] });
    expect(refused).toEqual(sums);
    expect(unexplained).toEqual({ invoices: 0, lines: 0, pieces: 0, money: 0n });
  });
});
