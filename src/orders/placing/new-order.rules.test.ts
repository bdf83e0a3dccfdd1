import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { newId } from '../../platform/ids.ts';
import type { PricedSku } from '../../catalog/catalog.queries.ts';
import type { LineDraft } from '../../carts/line-draft.rules.ts';
import { priceSale, sizeRefusal, wantedOfDraft, type PricedSale, type SaleTerms } from '../../carts/sale.rules.ts';
import { compileOffers } from '../../offers/compile-offers.rules.ts';
import { descriptionOf, draftRefusals, itemsOf, ownPriceRefusals, piecesOf, type NewItem } from './new-order.rules.ts';

const offer = (skuCode: string, extra: Partial<PricedSku> = {}): PricedSku => ({
  place: 0, quantity: 1, productAttributes: [], options: [], isBundle: false, saleFrom: null, saleUntil: null, unitCost: null, lossAllowed: false, freightTemplateId: null,
  skuId: newId(), skuCode, productId: newId(), productCode: skuCode, name: `Name of ${skuCode}`, cover: null, specification: null, barcode: null, weightGrams: null, brandCode: null, volumeMillilitres: null, shelfLocation: null,
  withdrawn: false, listPrice: 300, salePrice: 250, ...extra,
});
const shelf = (...offers: PricedSku[]): ReadonlyMap<string, PricedSku> => new Map(offers.map((each) => [each.skuCode, each]));
const line = (sku: string, quantity = 1, extra: Partial<LineDraft> = {}): LineDraft => ({ sku, quantity, ...extra });

const termsWith = (offered: SaleTerms['offered']): SaleTerms =>
  ({ offered, parts: new Map(), offers: compileOffers([]), spentOffers: new Map(), coupon: null, customer: null, buyer: null, pointsEarned: () => 0, freightTemplates: [] });

const sold = (lines: readonly LineDraft[], offered: ReadonlyMap<string, PricedSku>): PricedSale => {
  const wanted = lines.map((each) => wantedOfDraft(each, 'GBP', { id: newId(), name: 'Mona' }));
  return priceSale({ currency: 'GBP', storeId: null, customerId: null, lines: wanted, couponCode: null, pointsWanted: 0, pointsRedemption: false, destination: null }, termsWith(lines.map(({ sku }) => offered.get(sku) ?? null)), '2026-03-01T12:00:00.000Z');
};

const priced = (lines: readonly LineDraft[], offered: ReadonlyMap<string, PricedSku>): NewItem[] => {
  const { lines: found, quote } = sold(lines, offered);
  return itemsOf(found, quote);
};

const codes = ['A', 'B', 'C', 'D'] as const;
const prices = fc.integer({ min: 0, max: 100_000 }).chain((listPrice) => fc.record({ listPrice: fc.constant(listPrice), salePrice: fc.integer({ min: 0, max: listPrice }) }));
const shelves = fc.tuple(prices, prices, prices, prices).map((each) => shelf(...each.map((price, index) => offer(codes[index]!, price))));
const drafts = fc.array(fc.record({
  sku: fc.constantFrom(...codes), quantity: fc.integer({ min: 1, max: 1000 }),
  unitPrice: fc.option(fc.integer({ min: 0, max: 99_999 }).map((pence) => (pence / 100).toFixed(2)), { freq: 3 }), priceReason: fc.constant('why'),
}), { minLength: 1, maxLength: 40 });

describe('the lines of an order', () => {
  test('add up: per piece, per line and over all, with no penny gained or lost', () => {
    fc.assert(fc.property(shelves, drafts, (offered, lines) => {
      const items = priced(lines, offered);
      for (const { listPrice, salePrice, quantity, listTotal, saleTotal, discountTotal } of items) {
        expect([listTotal, saleTotal, discountTotal]).toEqual([listPrice * quantity, salePrice * quantity, listTotal - saleTotal]);
        expect(discountTotal).toBeGreaterThanOrEqual(0);
      }
      const { listTotal, discountTotal, total } = sold(lines, offered).quote;
      expect(listTotal - discountTotal).toBe(total);
      const exact = items.reduce((sum, { salePrice, quantity }) => sum + BigInt(salePrice) * BigInt(quantity), 0n);
      expect([BigInt(total), piecesOf(items)]).toEqual([exact, lines.reduce((sum, { quantity }) => sum + quantity, 0)]);
    }));
  });

  test('keep the order in which they were sent, numbered from one, and the SKU of each', () => {
    fc.assert(fc.property(shelves, drafts, (offered, lines) => {
      expect(priced(lines, offered).map(({ seq, skuCode, quantity }) => [seq, skuCode, quantity])).toEqual(lines.map(({ sku, quantity }, index) => [index + 1, sku, quantity]));
    }));
  });

  test('take their price from the catalogue unless one was set by hand, which the list price never undercuts', () => {
    const of = (unitPrice: string | null, extra: Partial<PricedSku> = {}) => {
      const [item] = priced([line('A', 2, { unitPrice, priceReason: 'why' })], shelf(offer('A', extra)));
      return [item!.listPrice, item!.salePrice, item!.discountTotal, item!.priceReason];
    };
    expect(of(null)).toEqual([300, 250, 100, null]);
    expect(of('1')).toEqual([300, 100, 400, 'why']);
    expect(of('0.00')).toEqual([300, 0, 600, 'why']);
    expect(of('3.01')).toEqual([301, 301, 0, 'why']);
    expect(of('2.00', { listPrice: null, salePrice: null })).toEqual([200, 200, 0, 'why']);
  });

  test.each([['1.005', 'GBP'], ['0.5', 'JPY'], ['-0.01', 'GBP'], ['-1', 'JPY']])('refuse %s as a price in %s, and say so', (unitPrice, currency) => {
    expect(ownPriceRefusals([line('A'), line('A', 1, { unitPrice, priceReason: 'why' })], currency))
      .toEqual([{ code: 'INVALID_INPUT', message: `"${unitPrice}" is no price in ${currency}.`, path: ['lines', '1', 'unitPrice'] }]);
  });

  test('stay below what sums can hold exactly', () => {
    const dearest = shelf(offer('A', { listPrice: 1_000_000, salePrice: 1 }), offer('B', { listPrice: 1_000_001, salePrice: 1 }));
    const refused = (lines: readonly LineDraft[]) => sizeRefusal(sold(lines, dearest), (index) => (index === null ? ['lines'] : ['lines', String(index)]));
    expect(sold([line('A', 1_000_000)], dearest).quote.listTotal).toBe(1_000_000_000_000);
    expect(refused([line('A', 1_000_000)])).toBeNull();
    expect(refused([line('A', 1_000_000), line('A')])).toMatchObject({ code: 'INVALID_INPUT', path: ['lines'] });
    expect(refused([line('B', 1_000_000)])).toMatchObject({ code: 'INVALID_INPUT', path: ['lines', '0'] });
  });
});

describe('what cannot be sold', () => {
  test('is unknown, withdrawn, or without a price while none was set by hand; each is named once', () => {
    const offered = shelf(offer('A'), offer('B', { withdrawn: true }), offer('C', { listPrice: null, salePrice: null }));
    const lines = [line('A'), line('B'), line('C'), line('X'), line('B'), line('C', 1, { unitPrice: '1.00' })];
    expect(sold(lines, offered).unavailable).toEqual(['B', 'C', 'X']);
    expect(sold([line('C', 1, { unitPrice: '1.00' }), line('A')], offered).unavailable).toEqual([]);
    expect(sold([line('B', 1, { unitPrice: '1.00' })], offered).unavailable).toEqual(['B']);
  });
});

describe('a draft', () => {
  const contact = { name: 'Rosa', phone: '1', address: { street: 'Mill Lane 4' } };
  const paths = (...refusals: Parameters<typeof draftRefusals>): string[] => draftRefusals(...refusals).map(({ path }) => path!.join('.'));

  test('needs a contact where the goods are brought, and none where they are fetched or sold over the counter', () => {
    const lines = [line('A')];
    expect(paths({ lines, contact }, 'EXPRESS', false)).toEqual([]);
    expect(paths({ lines }, 'EXPRESS', false)).toEqual(['contact']);
    expect(paths({ lines }, 'FLASH', false)).toEqual(['contact']);
    expect(paths({ lines, contact: { name: 'Rosa' } }, 'FLASH', false)).toEqual(['contact.phone', 'contact.address']);
    expect(paths({ lines }, 'SELF_PICK', false)).toEqual([]);
    expect(paths({ lines }, 'SELF_PICK', true)).toEqual([]);
  });

  test('hears of everything that is wrong with it at once', () => {
    const lines = [line('', 0), line('A', 1, { unitPrice: '1.00' }), line('B', 1_000_001, { unitPrice: '1.00', priceReason: ' ' })];
    expect(paths({ lines, uid: ' ', remark: 'x'.repeat(501), contact: { ...contact, name: '', address: { street: 'x'.repeat(201) } } }, 'FLASH', false)).toEqual([
      'uid', 'remark', 'contact.name', 'contact.address.street', 'lines.0.sku', 'lines.0.quantity', 'lines.1.priceReason', 'lines.2.priceReason', 'lines.2.quantity',
    ]);
  });
});

describe('the description', () => {
  test('names the lines with their pieces (S2-256), as far as 200 characters go', () => {
    const offered = shelf(offer('A', { name: 'Tea' }), offer('B', { name: 'Ä'.repeat(300) }));
    expect(descriptionOf(priced([line('A', 2), line('A')], offered))).toBe('Tea x 2. Tea x 1.');
    const cut = descriptionOf(priced([line('A'), line('B')], offered));
    expect([[...cut].length, cut.slice(0, 9), cut.at(-1)]).toEqual([200, 'Tea x 1. ', '…']);
  });

  test('is text that can be stored, wherever it is cut', () => {
    fc.assert(fc.property(fc.integer({ min: 150, max: 210 }), (length) => {
      const cut = descriptionOf(priced([line('A')], shelf(offer('A', { name: `${'x'.repeat(length)}😀😀😀😀` }))));
      expect(cut).not.toMatch(/\p{Surrogate}/u);
      expect([...cut].length).toBeLessThanOrEqual(200);
    }));
  });
});
