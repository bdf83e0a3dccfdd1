import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { judgePoints } from '../../offers/points.rules.ts';
import type { Quote } from '../../offers/quote-model.rules.ts';
import { pointsRefusals } from './chosen-benefits.rules.ts';

const asked = fc.record({
  balance: fc.nat({ max: 3000 }), canRedeem: fc.boolean(), minimum: fc.constantFrom(0, 50, 500), maximumShareBps: fc.constantFrom(0, 3000, 10_000), pointsPerUnit: fc.constantFrom(1, 50, 100, 150),
  saleTotal: fc.nat({ max: 5000 }), pointsWanted: fc.nat({ max: 4000 }), pointsRedemption: fc.boolean(),
});

type Asked = typeof asked extends fc.Arbitrary<infer T> ? T : never;

function quoteOf({ saleTotal, pointsWanted, pointsRedemption, ...points }: Asked): Quote {
  const customer = { tierCode: 'T', tierName: 'T', discountBps: 0, birthdayDiscountBps: 0, birthdayMaximum: null, isBirthday: false, points };
  const verdict = judgePoints({ currency: 'GBP', customer, pointsWanted, pointsRedemption }, saleTotal)!;
  return {
    currency: 'GBP', lines: [], listTotal: saleTotal, discountTotal: 0, saleTotal, pointsUsed: verdict.used, pointsTotal: verdict.usedAmount, freightTotal: 0, total: saleTotal - verdict.usedAmount,
    catalogOffers: [], cartOffers: [], refusedOffers: [], coupon: null, points: verdict, freight: null,
  };
}

describe('points that were named', () => {
  test('are spent, or pay all of the goods, or refuse the order: money never stands in for them', () => {
    fc.assert(fc.property(asked, (some) => {
      const quote = quoteOf(some);
      const refused = pointsRefusals(quote, some.pointsWanted).length > 0;
      expect(refused).toBe(quote.pointsUsed < some.pointsWanted && quote.pointsTotal < quote.saleTotal);
    }), { numRuns: 2000 });
  });

  test('may be as many as the refusal says, and then are not refused again', () => {
    fc.assert(fc.property(asked, (some) => {
      const [refused] = pointsRefusals(quoteOf(some), some.pointsWanted);
      const most = /pointsWanted: (\d+)/u.exec(refused?.message ?? '')?.[1];
      if (!refused) return;
      if (most === undefined) expect(refused.message).toContain('Leave the points out.');
      else expect(pointsRefusals(quoteOf({ ...some, pointsWanted: Number(most) }), Number(most))).toEqual([]);
    }), { numRuns: 2000 });
  });

  test('are nobody’s where the customer collects none; none named refuse nothing', () => {
    const quote = { ...quoteOf({ balance: 0, canRedeem: true, minimum: 0, maximumShareBps: 0, pointsPerUnit: 1, saleTotal: 100, pointsWanted: 0, pointsRedemption: false }), points: null };
    expect(pointsRefusals(quote, 1)).toMatchObject([{ code: 'POINTS_NOT_APPLICABLE', path: ['pointsWanted'] }]);
    for (const none of [null, 0]) expect(pointsRefusals(quote, none)).toEqual([]);
  });
});
