import { describe, expect, test } from 'vitest';
import { coupon, line, request } from '../../../test/support/quote-requests.ts';
import { priceQuote } from '../../offers/price-quote.rules.ts';
import type { CouponTerms } from '../../offers/quote-model.rules.ts';
import { priceRefusals } from './quote-order.rules.ts';

const refusedWith = (extra: Partial<CouponTerms>) => {
  const asked = request([line(1, 1000)], [], { coupon: coupon(extra) });
  return priceRefusals({ priced: { lines: [], unavailable: [], request: asked, quote: priceQuote(asked), pointsToEarn: 0 }, names: [], maySpendBenefits: true }, { expectedTotal: null, pointsNamed: 0, pointsRedemption: false, pathOf: (index) => ['lines', String(index)] });
};

describe('an order whose coupon does not apply', () => {
  test.each([
    [{ minimumAmount: 2000 }, 'COUPON_NOT_APPLICABLE', 'the quote says what is missing'], [{ minimumPieces: 2 }, 'COUPON_NOT_APPLICABLE', 'the quote says what is missing'],
    [{ storeIds: ['elsewhere'] }, 'COUPON_NOT_APPLICABLE', 'or order there'],
  ] as const)('is refused for %j, and told what would help', (extra, code, help) => {
    expect(refusedWith(extra)).toMatchObject([{ code, message: expect.stringContaining(help), path: ['couponCode'] }]);
  });

  test.each([['USED', 'COUPON_USED'], ['USED_UP', 'COUPON_LIMIT_REACHED'], ['USED_BY_CUSTOMER', 'COUPON_LIMIT_REACHED'], ['DISABLED', 'COUPON_NOT_AVAILABLE'], ['EXPIRED', 'COUPON_NOT_AVAILABLE'], ['NOT_FOUND', 'NOT_FOUND']] as const)(
    'is not told that anything is missing where nothing is: %s', (blocked, code) => {
      const [refused] = refusedWith({ blocked });
      expect(refused).toMatchObject({ code, message: expect.stringMatching(/Leave it out, or name another\.$/) });
    });
});
