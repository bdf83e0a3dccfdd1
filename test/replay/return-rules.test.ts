import { describe, expect, test } from 'vitest';
import { planReturns, returnExceptionOf, shelfOf, type SoldLine } from '../../scripts/replay/return-plan.rules.ts';
import type { RetailRow } from '../../scripts/replay/retail-row.ts';

const back: RetailRow = { row: 1, invoice: 'C536400', stockCode: 'CUP', description: 'CUP', quantity: -5, at: '2010-12-05 10:00:00', unitPrice: 2550n, customerId: '17850', country: 'France' };
const sold = (change: Partial<SoldLine> = {}): SoldLine => ({ invoice: '536365', seq: 1, at: '2010-12-01 08:26:00', unitPrice: 2550n, left: 6, ...change });
const shelves = (...lines: SoldLine[]) => new Map([[shelfOf('17850', 'CUP'), lines]]);

describe('a row of a cancellation invoice', () => {
  test.each<[string, Partial<RetailRow>, string | null]>([
    ['an ordinary return', {}, null],
    ['a gift that comes back', { unitPrice: 0n }, null],
    ['one that counts up', { quantity: 1 }, 'COUNTS_UP'],
    ['a price below zero', { unitPrice: -10n }, 'PRICE_BELOW_ZERO'],
    ['a tenth of a penny', { unitPrice: 1n }, 'PRICE_TOO_FINE'],
    ['more pieces than a line can hold', { quantity: -1_000_001 }, 'QUANTITY_TOO_LARGE'],
    ['an empty stock code', { stockCode: ' ' }, 'NO_STOCK_CODE'],
  ])('that is %s is judged so', (_what, change, exception) => {
    expect(returnExceptionOf({ ...back, ...change })).toBe(exception);
  });
});

describe('a cancellation invoice', () => {
  const linked = { seq: 1, refundFee: '12.75', quantity: 5 };

  test('gives pieces back to the invoice they were sold on', () => {
    const line = sold();
    expect(planReturns([back], shelves(line))).toEqual([
      { uid: 'C536400/1', cancellation: 'C536400', invoice: '536365', customerSubject: 'retail-17850', lines: [linked], pieces: 5, money: 12_750n },
    ]);
    expect(line.left).toBe(1);
  });

  test('draws on the same price first, then on the latest invoice, and leaves what was sold nowhere without an order', () => {
    const lines = [sold({ invoice: 'dear', unitPrice: 2950n, left: 1 }), sold({ invoice: 'early', left: 1 }), sold({ invoice: 'late', at: '2010-12-03 09:00:00', left: 2 })];
    expect(planReturns([back], shelves(...lines)).map(({ uid, invoice, lines: own, pieces }) => [uid, invoice, own, pieces])).toEqual([
      ['C536400/1', 'late', [{ seq: 1, quantity: 2, refundFee: '5.10' }], 2],
      ['C536400/2', 'early', [{ seq: 1, quantity: 1, refundFee: '2.55' }], 1],
      ['C536400/3', 'dear', [{ seq: 1, quantity: 1, refundFee: '2.55' }], 1],
      ['C536400/4', null, [{ sku: 'CUP', quantity: 1, refundFee: '2.55' }], 1],
    ]);
  });

  test.each<[string, SoldLine, Partial<RetailRow>]>([
    ['a later invoice', sold({ at: '2010-12-06 00:00:00' }), {}],
    ['an invoice that charged less', sold({ unitPrice: 2100n }), {}],
    ['an invoice that is given back already', sold({ left: 0 }), {}],
    ['another article', sold(), { stockCode: 'PLATE' }],
    ['another customer', sold(), { customerId: '13047' }],
    ['nobody in particular', sold(), { customerId: null }],
  ])('is a return without an order rather than one of %s', (_what, line, change) => {
    expect(planReturns([{ ...back, ...change }], shelves(line))).toMatchObject([{ invoice: null, pieces: 5, money: 12_750n }]);
  });

  test('gives several rows of one line back as one', () => {
    expect(planReturns([{ ...back, quantity: -2 }, { ...back, quantity: -3, unitPrice: 2000n }], shelves(sold()))).toMatchObject([{ lines: [{ seq: 1, quantity: 5, refundFee: '11.10' }], pieces: 5 }]);
  });
});
