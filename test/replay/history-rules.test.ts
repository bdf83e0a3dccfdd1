import { describe, expect, test } from 'vitest';
import { articleOf } from '../../scripts/replay/catalogue.rules.ts';
import { planOrder } from '../../scripts/replay/order-plan.rules.ts';
import type { RetailRow } from '../../scripts/replay/retail-row.ts';
import { exceptionOf } from '../../scripts/replay/row-exceptions.rules.ts';

const sale: RetailRow = { row: 1, invoice: '536365', stockCode: '85123A', description: 'HEART', quantity: 6, at: '2010-12-01 08:26:00', unitPrice: 2550n, customerId: '17850', country: 'France' };

describe('a row of the file', () => {
  test.each<[string, Partial<RetailRow>, string | null]>([
    ['an ordinary sale', {}, null],
    ['a gift', { unitPrice: 0n }, null],
    ['the most pieces a line can hold', { quantity: 1_000_000 }, null],
    ['more pieces than a line can hold', { quantity: 1_000_001 }, 'QUANTITY_TOO_LARGE'],
    ['a row of a cancellation invoice', { invoice: 'C536379', quantity: -1 }, 'CANCELLATION'],
    ['a row of a cancellation invoice that counts up', { invoice: 'C536379' }, 'CANCELLATION'],
    ['an adjustment', { invoice: 'A563186', unitPrice: -11_062_060n }, 'ADJUSTMENT'],
    ['pieces that left the stock', { quantity: -10 }, 'WRITE_OFF'],
    ['no pieces at all', { quantity: 0 }, 'WRITE_OFF'],
    ['a price below zero', { unitPrice: -10n }, 'PRICE_BELOW_ZERO'],
    ['a tenth of a penny', { unitPrice: 1n }, 'PRICE_TOO_FINE'],
    ['an empty stock code', { stockCode: ' ' }, 'NO_STOCK_CODE'],
    ['a stock code beyond what a SKU can hold', { stockCode: 'x'.repeat(65) }, 'NO_STOCK_CODE'],
  ])('that is %s is judged so', (_what, change, exception) => {
    expect(exceptionOf({ ...sale, ...change })).toBe(exception);
  });
});

describe('an article', () => {
  const article = (prices: [bigint, number][], names: [string, number][]) => articleOf('85123A', { prices: new Map(prices), names: new Map(names) });

  test.each<[string, [bigint, number][], bigint]>([
    ['what most lines charged', [[2950n, 3], [2550n, 7], [5490n, 1]], 2550n],
    ['the higher of two prices as frequent', [[2550n, 4], [2950n, 4]], 2950n],
    ['a price above zero, however many were given away', [[0n, 100], [2550n, 1]], 2550n],
    ['nothing, where nobody ever paid', [[0n, 2]], 0n],
  ])('costs %s', (_what, prices, listPrice) => {
    expect(article(prices, []).listPrice).toBe(listPrice);
  });

  test('is called what most lines call it, and by its code where none does', () => {
    expect(article([[1000n, 1]], [['?', 1], ['HEART', 5]]).name).toBe('HEART');
    expect(article([[1000n, 1]], []).name).toBe('Article 85123A');
  });

  test('has a name no longer than the catalogue takes, without a halved character', () => {
    expect(article([[1000n, 1]], [['🍵'.repeat(400), 1]]).name).toBe('🍵'.repeat(300));
  });
});

describe('an invoice', () => {
  const till = { storeId: 'store_1', storeCode: 'SHOP', articles: new Map([['85123A', { code: '85123A', name: 'HEART', listPrice: 2550n }]]) };

  test('is placed under its number, with a price and a reason only where the catalogue has another', () => {
    const { cart, place, sums } = planOrder([sale, { ...sale, quantity: 2, unitPrice: 2100n }, { ...sale, quantity: 1, unitPrice: 0n }], till);
    expect(place).toEqual({ uid: '536365', idempotencyKey: 'replay/SHOP/536365/place', remark: 'Invoice 536365 of 2010-12-01 08:26:00, France', expectedTotal: '19.50' });
    expect(cart).toEqual({
      idempotencyKey: expect.stringMatching(/^replay\/SHOP\/536365\/cart\/[\w-]{43}$/), storeId: 'store_1', customerSubject: 'retail-17850',
      lines: [
        { sku: '85123A', quantity: 6, offerChoice: 'NONE' },
        { sku: '85123A', quantity: 2, unitPrice: '2.10', priceReason: 'Price on invoice 536365' },
        { sku: '85123A', quantity: 1, unitPrice: '0.00', priceReason: 'Price on invoice 536365' },
      ],
    });
    expect(sums).toEqual({ invoices: 1, lines: 3, pieces: 9, money: 19_500n });
  });

  test('asks for another cart under another key once the catalogue has another price, and for its order under the same', () => {
    const dearer = { ...till, articles: new Map([['85123A', { code: '85123A', name: 'HEART', listPrice: 2650n }]]) };
    const [before, after] = [planOrder([sale], till), planOrder([sale], dearer)];
    expect(after.cart.idempotencyKey).not.toBe(before.cart.idempotencyKey);
    expect([after.place, after.fingerprint]).toEqual([before.place, before.fingerprint]);
  });

  test('names no shopper where the file knows none', () => {
    expect(planOrder([{ ...sale, customerId: null }], till).cart).not.toHaveProperty('customerSubject');
  });

  test('has another fingerprint as soon as article, quantity, price or order of its lines differ', () => {
    const second = { ...sale, quantity: 3 };
    const lines: RetailRow[][] = [[sale, second], [second, sale], [sale], [sale, { ...second, quantity: 4 }], [sale, { ...second, unitPrice: 2560n }]];
    expect(new Set(lines.map((rows) => planOrder(rows, till).fingerprint)).size).toBe(lines.length);
  });
});
