import { describe, expect, test } from 'vitest';
import { coupon, customer, everything, line, now, offer, points, request } from '../../test/support/quote-requests.ts';
import { judgeCoupons, priceQuote } from './price-quote.rules.ts';
import type { PointsTerms } from '../customers/customer-terms.rules.ts';
import type { CouponTerms, QuoteRequest } from './quote-model.rules.ts';

describe('the discounts of a customer', () => {
  const gold = customer({ tierCode: 'GOLD', tierName: 'Gold', discountBps: 1000, birthdayDiscountBps: 2000 });
  const of = (extra: Partial<typeof gold>) => priceQuote(request([line(1, 1000, 2), line(2, 500)], [], { customer: { ...gold, ...extra } }));

  test('are the tier’s, and on a birthday the birthday’s on what that left', () => {
    expect([of({}).total, of({ isBirthday: true }).total]).toEqual([2250, 1800]);
    expect(of({ isBirthday: true }).lines[1]!.steps).toEqual([
      { kind: 'TIER', code: 'GOLD', name: 'Gold', amount: 50, after: 450 }, { kind: 'BIRTHDAY', code: 'GOLD', name: 'Birthday', amount: 90, after: 360 },
    ]);
  });

  test('take no more on a birthday than the bound, shared out over the lines', () => {
    const quote = of({ isBirthday: true, birthdayMaximum: 100 });
    expect([quote.total, quote.lines.map(({ saleTotal }) => saleTotal)]).toEqual([2150, [1720, 430]]);
    expect(of({ isBirthday: true, birthdayMaximum: 0 }).total).toBe(2250);
  });

  test('do not touch a price set by hand', () => {
    expect(priceQuote(request([line(1, 1000, 1, { manualPrice: { unitPrice: 950, reason: 'Scratched' } })], [], { customer: gold, coupon: coupon() })).total).toBe(950);
  });
});

describe('a coupon', () => {
  const lines = [line(1, 1000), line(2, 500)];
  const using = (extra: Partial<CouponTerms>, asked: Partial<QuoteRequest> = {}, offers: Parameters<typeof request>[1] = []) => priceQuote(request(lines, offers, { coupon: coupon(extra), ...asked }));

  test('comes off what everything else has left, each line its share', () => {
    const quote = using({}, { customer: customer({ discountBps: 1000 }) }, [offer('A', { target: 'CART', effect: { kind: 'AMOUNT_OFF', amount: 150 } })]);
    expect([quote.total, quote.coupon]).toEqual([700, { couponId: 'coupon-1', definitionId: 'definition-1', description: null, distribution: 'PUBLIC', startsAt: null, endsAt: null, code: 'WELCOME', name: 'Welcome', applies: true, discount: 500, reason: null, missingPieces: null, missingAmount: null }]);
    expect(quote.lines.map(({ steps }) => steps.at(-1)!.kind)).toEqual(['COUPON', 'COUPON']);
  });

  test.each([
    [{ blocked: 'USED' }, 'USED', null, null], [{ startsAt: '2026-03-02T00:00:00Z' }, 'NOT_YET_VALID', null, null], [{ endsAt: now }, 'EXPIRED', null, null],
    [{ storeIds: ['store-9'] }, 'OTHER_STORE', null, null], [{ currency: 'USD' }, 'OTHER_CURRENCY', null, null], [{ tierCodes: ['GOLD'] }, 'TIER_MISSING', null, null],
    [{ scope: { ...everything, skuCodes: ['SKU-9'] } }, 'NOT_FOR_THIS', null, null], [{ minimumPieces: 3 }, 'PIECES_MISSING', 1, null], [{ minimumAmount: 1600 }, 'AMOUNT_MISSING', null, 100],
    [{ effect: { kind: 'FIXED_PRICE', price: 5000 } }, 'NO_EFFECT', null, null],
  ] as const)('%j says why not: %s', (extra, reason, missingPieces, missingAmount) => {
    const quote = using(extra as Partial<CouponTerms>);
    expect([quote.total, quote.coupon]).toMatchObject([1500, { applies: false, discount: 0, reason, missingPieces, missingAmount }]);
  });

  test('that does not go with offers leaves reduced lines alone, and says so when all are', () => {
    const reduced = offer('A', { effect: { kind: 'PERCENT_OFF', bps: 6000 }, scope: { ...everything, skuCodes: ['SKU-1'] } });
    const quote = using({ withOffers: false, effect: { kind: 'PERCENT_OFF', bps: 5000 } }, {}, [reduced]);
    expect(quote.lines.map(({ saleTotal }) => saleTotal)).toEqual([400, 250]);
    expect(using({ withOffers: false, effect: { kind: 'AMOUNT_OFF', amount: 100 } }, {}, [offer('A')]).coupon!.reason).toBe('ONLY_WITHOUT_OFFERS');
  });

  test('that takes 20 %, at most 2.00, takes 2.00', () => {
    expect(using({ effect: { kind: 'PERCENT_OFF', bps: 2000 }, maximumDiscount: 200 }).coupon!.discount).toBe(200);
  });

  test('is judged beside others without touching the lines', () => {
    const held = [coupon({ couponId: 'a' }), coupon({ couponId: 'b', minimumAmount: 1400 })];
    expect(judgeCoupons(request(lines), held).map(({ couponId, applies }) => [couponId, applies])).toEqual([['a', true], ['b', true]]);
  });
});

describe('points', () => {
  const quoteOf = (terms: Partial<PointsTerms>, wanted: number, extra: Partial<QuoteRequest> = {}) =>
    priceQuote(request([line(1, 5000), line(2, 2500, 2)], [], { customer: customer({ points: points({ balance: 50_000, ...terms }) }), pointsWanted: wanted, ...extra }));

  test.each([
    ['as many as are wanted', {}, 1234, { used: 1234, usedAmount: 1234, usable: 10_000, reason: 'ALL_PAID' }],
    ['up to the share', { maximumShareBps: 3333 }, 99_999, { used: 3333, usedAmount: 3333, usable: 3333, reason: 'MAXIMUM_SHARE' }],
    ['up to the balance', { balance: 777 }, 99_999, { used: 777, usable: 777, reason: 'BALANCE' }],
    ['none below the minimum wanted', { minimum: 500 }, 499, { used: 0, usable: 10_000 }],
    ['none where the balance does not reach the minimum', { minimum: 500, balance: 499 }, 499, { used: 0, usable: 0, reason: 'BELOW_MINIMUM' }],
    ['none where that is not allowed', { canRedeem: false }, 500, { used: 0, usable: 0, usableAmount: 0, reason: 'NOT_ALLOWED' }],
    ['whole ones only, of one unit of money each', { pointsPerUnit: 1, maximumShareBps: 5050 }, 99_999, { used: 50, usedAmount: 5000, reason: 'MAXIMUM_SHARE' }],
    ['in steps that are worth whole cents', { pointsPerUnit: 250 }, 13, { used: 10, usedAmount: 4 }],
    ['none for less than nothing', {}, -5, { used: 0, wanted: 0 }],
  ] as const)('pay %s', (_what, terms, wanted, expected) => {
    expect(quoteOf(terms, wanted).points).toMatchObject(expected);
  });

  test('by the hundred for whole yen', () => {
    const quote = quoteOf({ pointsPerUnit: 100 }, 1234, { currency: 'JPY' });
    expect([quote.pointsUsed, quote.pointsTotal, quote.total]).toEqual([1200, 12, 9988]);
  });

  test('come to the lines by what these cost, money and points alike', () => {
    const quote = quoteOf({ pointsPerUnit: 1, maximumShareBps: 5000 }, 33);
    expect([quote.lines.map(({ pointsShare, pointsUsed }) => [pointsShare, pointsUsed]), quote.total]).toEqual([[[1650, 17], [1650, 16]], 6700]);
  });

  test('may pay everything but the freight of an order paid with points (S4-30)', () => {
    expect(quoteOf({ maximumShareBps: 1000 }, 99_999, { pointsRedemption: true }).total).toBe(0);
    expect(quoteOf({ canRedeem: false }, 99_999, { pointsRedemption: true }).total).toBe(10_000);
  });

  test('are nothing to speak of without a customer who has an account', () => {
    expect(priceQuote(request([line(1, 100)], [], { pointsWanted: 50 })).points).toBeNull();
  });
});

describe('freight', () => {
  const template = { id: 'T', code: 'POST', name: 'Post', currency: 'CNY', unit: 'PIECES' as const, deliveryTypes: ['EXPRESS'], rules: [{ regions: ['CN'], firstUnits: 1, firstFee: 801, additionalUnits: 2, additionalFee: 100, freeFromAmount: 2000, freeFromPieces: null }] };
  const sent = (country: string | null, quantity: number) => priceQuote(request([line(1, 500, quantity, { freightTemplateId: 'T' }), line(2, 100, 1, { freightTemplateId: 'T' })], [], {
    freight: { templates: [template], region: country === null ? null : { country, province: null, city: null } },
  }));

  test('is charged on what the discounts left, shared out over the lines, and free from its threshold', () => {
    expect([sent('CN', 1).freightTotal, sent('CN', 1).lines.map(({ freightShare }) => freightShare), sent('CN', 1).total]).toEqual([901, [451, 450], 1501]);
    expect([sent('CN', 1).freight!.charges[0]!.missingAmount, sent('CN', 4).freightTotal]).toEqual([1400, 0]);
  });

  test('names the lines that cannot be sent', () => {
    expect(sent('GB', 1).freight).toMatchObject({ total: 0, undeliverable: [1, 2] });
  });

  test('is unknown while nobody knows where the goods go', () => {
    expect([sent(null, 1).freight, sent(null, 1).total]).toEqual([null, 600]);
  });
});
