import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { newId } from '../platform/ids.ts';
import { basketBenefits } from './basket.rules.ts';
import type { CartRow } from './cart.tables.ts';

const at = '2026-03-01T12:00:00.000Z';
const cart = (couponCode: string | null, pointsWanted = 0): CartRow => ({
  id: newId(), kind: 'SHOPPER', state: 'OPEN', ownerId: newId(), storeId: null, currency: 'GBP', customerId: null, couponCode, pointsWanted, version: 1, lastSeq: 0, orderId: null, createdAt: at, updatedAt: at,
});

describe('several carts as one order', () => {
  test.each<[string, CartRow[], Parameters<typeof basketBenefits>[1], ReturnType<typeof basketBenefits> | string]>([
    ['hold nothing', [cart(null), cart(null)], {}, { couponCode: null, pointsWanted: null }],
    ['bring the one coupon that they name', [cart(null), cart('A')], {}, { couponCode: 'A', pointsWanted: null }],
    ['bring a coupon however it was typed', [cart('a '), cart('A')], {}, { couponCode: 'a ', pointsWanted: null }],
    ['do not choose between coupons', [cart('A'), cart('B')], {}, 'CARTS_DIFFER'],
    ['have what is asked for in place of theirs', [cart('A', 5), cart('B', 5)], { couponCode: 'C', pointsWanted: 3 }, { couponCode: 'C', pointsWanted: 3 }],
    ['have none where none is asked for', [cart('A', 5), cart('B', 5)], { couponCode: null, pointsWanted: 0 }, { couponCode: null, pointsWanted: 0 }],
    ['spend the points of all of them', [cart(null, 5), cart('A', 7)], {}, { couponCode: 'A', pointsWanted: 12 }],
  ])('%s', (_what, carts, asked, expected) => {
    const benefits = basketBenefits(carts, asked);
    expect('code' in benefits ? benefits.code : benefits).toEqual(expected);
  });

  test('come to the same in whatever order they are named', () => {
    const some = fc.array(fc.tuple(fc.constantFrom(null, 'A', 'B'), fc.nat({ max: 100 })), { minLength: 1, maxLength: 6 });
    fc.assert(fc.property(some, (shapes) => {
      const carts = shapes.map(([code, points]) => cart(code, points));
      const [there, back] = [basketBenefits(carts, {}), basketBenefits(carts.toReversed(), {})];
      expect('code' in back ? back.code : back).toEqual('code' in there ? there.code : there);
    }));
  });
});
