import { describe, expect, test } from 'vitest';
import { customer, line, offer, points, refusals, request, saleTotals } from '../../test/support/quote-requests.ts';
import { priceQuote } from './price-quote.rules.ts';
import type { OfferChoice, QuoteLine } from './quote-model.rules.ts';

const year = (value: string) => ({ scope: { skuCodes: [], productCodes: [], attributes: [{ name: 'Year', values: [value] }], excludedSkuCodes: [], excludedProductCodes: [] } });

/** The offers of the POS sample: half price, and two pieces 20 % off on top of it. */
const halfPrice = offer('S2142926', { name: '2016 goods 50 % off', priority: 10, effect: { kind: 'PERCENT_OFF', bps: 5000 }, ...year('2016') });
const twoPieces = offer('S2085822', { name: '2016 goods, 2 pieces 20 % off', priority: 20, effect: { kind: 'PERCENT_OFF', bps: 2000 }, minimumPieces: 2, ...year('2016') });

const shirt = (seq: number, quantity: number, offerChoice: OfferChoice = { kind: 'AUTO' }): QuoteLine =>
  line(seq, 39_800, quantity, { skuCode: 'SHIRT-GREY', productCode: 'SHIRT', attributes: { Year: '2016', SeasonCode: '8' }, offerChoice });

const diamond = customer({ tierCode: 'diamondCard', points: points({ balance: 761, minimum: 100, maximumShareBps: 5000, pointsPerUnit: 1 }) });

describe('the sample order of the POS (S0)', () => {
  const quote = priceQuote(request([shirt(1, 2, { kind: 'NONE' }), shirt(2, 2, { kind: 'ONLY', offerCode: 'S2142926' })], [halfPrice, twoPieces], { customer: diamond }));

  test('comes to 1592, 1194 and 398, with two lines of one SKU (S0-34 to S0-36)', () => {
    expect([quote.listTotal, quote.saleTotal, quote.discountTotal, quote.total]).toEqual([159_200, 119_400, 39_800, 119_400]);
    expect(quote.lines).toMatchObject([
      { seq: 1, quantity: 2, listTotal: 79_600, saleTotal: 79_600, discountTotal: 0, unitSalePrice: 39_800, catalogOffer: null, cartOffers: [], steps: [] },
      { seq: 2, quantity: 2, listTotal: 79_600, saleTotal: 39_800, discountTotal: 39_800, unitSalePrice: 19_900, catalogOffer: { code: 'S2142926', name: '2016 goods 50 % off' } },
    ]);
    expect(quote.catalogOffers).toEqual([{ id: 'id-S2142926', code: 'S2142926', name: '2016 goods 50 % off' }]);
  });

  test('lets 597 points be used: half of the sale price, below the balance of 761 (S0-38)', () => {
    expect(quote.points).toMatchObject({ balance: 761, usable: 597, usableAmount: 59_700, reason: 'MAXIMUM_SHARE', used: 0 });
  });

  test('says that the offers were passed over by hand', () => {
    expect(quote.refusedOffers).toEqual([
      { offer: { id: 'id-S2142926', code: 'S2142926', name: '2016 goods 50 % off' }, code: 'S2142926', reason: 'CHOSEN_BY_HAND', missingPieces: null, missingAmount: null, seqs: [1] },
      { offer: { id: 'id-S2085822', code: 'S2085822', name: '2016 goods, 2 pieces 20 % off' }, code: 'S2085822', reason: 'CHOSEN_BY_HAND', missingPieces: null, missingAmount: null, seqs: [1, 2] },
    ]);
  });

  test('comes to 159.20 a piece where both offers apply, and 199 where one piece is missing for the second (S0-42)', () => {
    const two = priceQuote(request([shirt(1, 2)], [twoPieces, halfPrice]));
    expect(two.lines[0]).toMatchObject({ unitSalePrice: 15_920, saleTotal: 31_840, catalogOffer: { code: 'S2085822' } });
    expect(two.lines[0]!.steps).toEqual([
      { kind: 'OFFER', code: 'S2142926', name: '2016 goods 50 % off', amount: 39_800, after: 39_800 },
      { kind: 'OFFER', code: 'S2085822', name: '2016 goods, 2 pieces 20 % off', amount: 7_960, after: 31_840 },
    ]);
    const one = priceQuote(request([shirt(1, 1)], [twoPieces, halfPrice]));
    expect(one.lines[0]!.unitSalePrice).toBe(19_900);
    expect(one.refusedOffers).toMatchObject([{ code: 'S2085822', reason: 'PIECES_MISSING', missingPieces: 1, missingAmount: null, seqs: [1] }]);
  });
});

describe('the sample order of cross-border trade (S1)', () => {
  const template = {
    id: 'template-1', code: 'SEA', name: 'By sea', currency: 'USD', unit: 'WEIGHT' as const, deliveryTypes: ['EXPRESS'],
    rules: [{ regions: [], firstUnits: 500, firstFee: 119, additionalUnits: 500, additionalFee: 60, freeFromAmount: null, freeFromPieces: null }],
  };
  const parcel = { weightGrams: 200, freightTemplateId: 'template-1' };
  const quote = priceQuote(request([line(1, 260, 1, parcel), line(2, 2036, 1, { ...parcel, listPrice: 2780 })], [], {
    currency: 'USD', freight: { templates: [template], region: { country: 'BR', province: null, city: 'Recife' } },
  }));

  test('comes to 22.96 and 1.19 for freight, 24.15 in all (S1-66, S1-69)', () => {
    expect([quote.saleTotal, quote.freightTotal, quote.total]).toEqual([2296, 119, 2415]);
    expect(quote.lines.map(({ saleTotal, freightShare }) => [saleTotal, freightShare])).toEqual([[260, 60], [2036, 59]]);
    expect(quote.lines[1]!.steps).toEqual([{ kind: 'CATALOG', code: null, name: 'Catalogue price', amount: 744, after: 2036 }]);
  });
});

describe('the sample order of company retail (S3)', () => {
  test('comes to 24,414 yen of 25,300, whole yen throughout: 886 off, be it an amount or 3.5 % (S3-51, S3-52)', () => {
    const lines = [line(1, 12_800), line(2, 6250, 2)];
    for (const effect of [{ kind: 'AMOUNT_OFF', amount: 886 }, { kind: 'PERCENT_OFF', bps: 350 }] as const) {
      const quote = priceQuote(request(lines, [offer('COMPANY', { target: 'CART', effect, currency: 'JPY' })], { currency: 'JPY' }));
      expect([quote.listTotal, quote.discountTotal, quote.total]).toEqual([25_300, 886, 24_414]);
      expect(saleTotals(quote)).toEqual([12_352, 12_062]);
      expect(quote.cartOffers).toMatchObject([{ code: 'COMPANY' }]);
    }
  });

  test('takes 15 off 100, be it an amount or a percentage (S3-53)', () => {
    for (const effect of [{ kind: 'AMOUNT_OFF', amount: 15 }, { kind: 'PERCENT_OFF', bps: 1500 }] as const) {
      expect(priceQuote(request([line(1, 100, 3)], [offer('A', { effect })], { currency: 'JPY' })).lines[0]).toMatchObject({ unitSalePrice: 85, saleTotal: 255 });
    }
  });

  test('an amount in another currency is no offer here', () => {
    const quote = priceQuote(request([line(1, 12_800)], [offer('COMPANY', { target: 'CART', effect: { kind: 'AMOUNT_OFF', amount: 886 }, currency: 'JPY' })], { currency: 'CNY' }));
    expect([quote.total, refusals(quote)]).toEqual([12_800, []]);
  });
});
