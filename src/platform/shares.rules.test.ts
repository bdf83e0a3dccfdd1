import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { shareOut } from './shares.rules.ts';

const amounts = fc.integer({ min: -1_000_000_000_000, max: 1_000_000_000_000 });
const weights = fc.array(fc.integer({ min: 0, max: 1_000_000_000_000 }), { minLength: 1, maxLength: 40 });

describe('shares of an amount', () => {
  test('sum to it, are whole, and lie within one unit of the exact part', () => {
    fc.assert(fc.property(amounts, weights, (amount, all) => {
      const shares = shareOut(amount, all);
      expect(shares.reduce((sum, share) => sum + share, 0)).toBe(amount);
      const total = all.reduce((sum, weight) => sum + BigInt(weight), 0n);
      for (const [index, share] of shares.entries()) {
        expect(Number.isSafeInteger(share)).toBe(true);
        if (total === 0n) continue;
        const scaled = BigInt(share) * total - BigInt(amount) * BigInt(all[index]!);
        expect(scaled < total && scaled > -total).toBe(true);
      }
    }));
  });

  test('have the sign of the amount, and give nothing to what weighs nothing', () => {
    fc.assert(fc.property(amounts, weights, (amount, all) => {
      fc.pre(all.some((weight) => weight > 0));
      for (const [index, share] of shareOut(amount, all).entries()) {
        expect(share * Math.sign(amount)).toBeGreaterThanOrEqual(0);
        if (all[index] === 0) expect(share).toBe(0);
      }
    }));
  });

  test.each<[number, number[], number[]]>([
    [100, [1, 1, 1], [34, 33, 33]], [-100, [1, 1, 1], [-34, -33, -33]], [10, [0, 0], [5, 5]], [1, [1, 3], [0, 1]], [0, [2, 3], [0, 0]], [7, [5], [7]], [5, [], []],
    [9_007_199_254_740_991, [1, 2], [3_002_399_751_580_330, 6_004_799_503_160_661]],
  ])('of %i by %j are %j', (amount, by, shares) => {
    expect(shareOut(amount, by)).toEqual(shares);
  });
});
