import { expect, test } from 'vitest';
import { priceQuote } from '../../src/offers/price-quote.rules.ts';
import { toDecimal } from '../../src/platform/money.ts';
import { documentAt, tableBelow } from '../support/documents.ts';
import { coupon, customer, everything, line, offer, points, request } from '../support/quote-requests.ts';

const only = (...skuCodes: string[]) => ({ ...everything, skuCodes });

/** The cart of docs/offers.md. */
const quote = priceQuote(request(
  [line(1, 32_800, 2, { skuCode: 'POT-CLAY', freightTemplateId: 'post' }), line(2, 4200, 3, { skuCode: 'MUG-BLUE', salePrice: 3500, freightTemplateId: 'post' })],
  [
    offer('POTS', { name: 'Teapots 10 % off', scope: only('POT-CLAY') }),
    offer('MUGS-3', { name: 'Every third mug free', scope: only('MUG-BLUE'), effect: { kind: 'NTH_PIECE', pieces: 3, bps: 10_000 } }),
    offer('MUGS-5', { name: 'Five mugs 20 % off', scope: only('MUG-BLUE'), minimumPieces: 5, effect: { kind: 'PERCENT_OFF', bps: 2000 } }),
    offer('FIFTY', { name: '50 off from 500', target: 'CART', currency: 'CNY', minimumAmount: 50_000, effect: { kind: 'AMOUNT_OFF', amount: 5000 } }),
  ],
  {
    customer: customer({ tierCode: 'GOLD', tierName: 'Gold', discountBps: 500, points: points({ balance: 90_000, maximumShareBps: 2000 }) }),
    coupon: coupon({ code: 'WELCOME', name: '8 % off, at most 40', effect: { kind: 'PERCENT_OFF', bps: 800 }, maximumDiscount: 4000, currency: 'CNY' }),
    pointsWanted: 2000,
    freight: {
      region: { country: 'CN', province: 'Guangdong', city: 'Guangzhou' },
      templates: [{ id: 'post', code: 'POST', name: 'Post', currency: 'CNY', unit: 'PIECES', deliveryTypes: ['EXPRESS'], rules: [{ regions: [], firstUnits: 5, firstFee: 1200, additionalUnits: 1, additionalFee: 100, freeFromAmount: null, freeFromPieces: null }] }],
    },
  },
));

const yuan = (minor: number): string => toDecimal(minor, 'CNY');

test('the worked example in docs/offers.md is what the engine says', () => {
  const amountOf = (seq: number, kind: string) => quote.lines[seq - 1]!.steps.filter((step) => step.kind === kind).reduce((sum, { amount }) => sum + amount, 0);
  const steps = ['CATALOG', 'OFFER', 'TIER', 'CART_OFFER', 'COUPON'].map((kind) => [kind, ...[1, 2].map((seq) => amountOf(seq, kind))] as const);
  const [pot, mug] = quote.lines;
  const expected = [
    ['list price', yuan(pot!.listTotal), yuan(mug!.listTotal), yuan(quote.listTotal)],
    ...steps.map(([kind, a, b]) => [`\`${kind}\``, yuan(-a!), yuan(-b!), yuan(-a! - b!)]),
    ['sale price', yuan(pot!.saleTotal), yuan(mug!.saleTotal), yuan(quote.saleTotal)],
    ['points', yuan(-pot!.pointsShare), yuan(-mug!.pointsShare), yuan(-quote.pointsTotal)],
    ['freight', yuan(pot!.freightShare), yuan(mug!.freightShare), yuan(quote.freightTotal)],
    ['to pay', ...[pot!, mug!].map(({ saleTotal, pointsShare, freightShare }) => yuan(saleTotal - pointsShare + freightShare)), yuan(quote.total)],
  ];
  const told = tableBelow(documentAt('docs/offers.md'), 'One cart, worked through').map((row) => row.slice(0, 1).concat(row.slice(-3)).map((cell) => cell.replaceAll('−', '-')));
  expect(told).toEqual(expected);
  expect(quote.refusedOffers.map(({ code, reason, missingPieces }) => [code, reason, missingPieces])).toEqual([['MUGS-5', 'PIECES_MISSING', 2]]);
  expect(quote.points).toMatchObject({ usable: 10_747, reason: 'MAXIMUM_SHARE' });
});
