import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { differenceOf, nothing, plus, portion, shared, spread, worthOf, type Worth } from './entitlement.rules.ts';

const amount = fc.oneof({ weight: 4, arbitrary: fc.nat({ max: 1000 }) }, { weight: 1, arbitrary: fc.nat({ max: 1_000_000_000_000 }) });
const lines: fc.Arbitrary<Worth> = fc.record({ quantity: fc.integer({ min: 1, max: 40 }), goods: amount, freight: fc.nat({ max: 2000 }), points: fc.nat({ max: 5000 }), pointsValue: fc.nat({ max: 5000 }) });
const kinds = ['quantity', 'goods', 'freight', 'points', 'pointsValue'] as const;

/** Claims some pieces, or calls a claim off, over and over. */
interface Move { readonly pieces: number; readonly callOff: number | null }
const moves = fc.array(fc.record<Move>({ pieces: fc.integer({ min: 1, max: 12 }), callOff: fc.option(fc.nat({ max: 20 }), { freq: 3 }) }), { maxLength: 30 });

const claimedOf = (claims: readonly Worth[]): Worth => claims.reduce(plus, nothing);

describe('what pieces of a line are worth', () => {
  test('sums to exactly what the line was paid, one by one or in any portions, though documents are called off in between', () => {
    fc.assert(fc.property(lines, moves, (line, made) => {
      const claims: Worth[] = [];
      for (const { pieces, callOff } of made) {
        if (callOff !== null && claims.length > 0) claims.splice(callOff % claims.length, 1);
        const quantity = Math.min(pieces, line.quantity - claimedOf(claims).quantity);
        if (quantity > 0) claims.push(worthOf(line, claimedOf(claims), quantity));
        for (const kind of kinds) expect(claimedOf(claims)[kind]).toBeLessThanOrEqual(line[kind]);
        for (const claim of claims) for (const kind of kinds) expect(claim[kind]).toBeGreaterThanOrEqual(0);
      }
      const rest = line.quantity - claimedOf(claims).quantity;
      if (rest > 0) claims.push(worthOf(line, claimedOf(claims), rest));
      expect(claimedOf(claims)).toEqual(line);
    }));
  });

  test('is a piece’s share, rounded down, until the last takes the rest', () => {
    const line = { quantity: 3, goods: 100, freight: 5, points: 10, pointsValue: 10 };
    const first = worthOf(line, nothing, 1);
    const second = worthOf(line, first, 1);
    const third = worthOf(line, plus(first, second), 1);
    expect([first, second, third].map(({ goods, freight, points }) => [goods, freight, points])).toEqual([[33, 1, 3], [33, 2, 3], [34, 2, 4]]);
  });

  test('is nothing for a line that cost nothing', () => {
    expect(worthOf({ ...nothing, quantity: 4 }, nothing, 3)).toEqual({ ...nothing, quantity: 3 });
  });

  test('is exact where the product would exceed what a number holds', () => {
    expect(portion(999_999_999_999, 999_999, 1_000_000)).toBe(999_998_999_999);
    expect(portion(5, 1, 0)).toBe(0);
  });
});

describe('an amount that is shared out', () => {
  test('sums to itself, and gives nothing to what has no weight', () => {
    fc.assert(fc.property(amount, fc.array(fc.nat({ max: 10_000 }), { minLength: 1, maxLength: 20 }), (total, weights) => {
      const parts = shared(total, weights);
      const whole = weights.reduce((sum, weight) => sum + weight, 0);
      expect(parts.reduce((sum, part) => sum + part, 0)).toBe(whole === 0 ? 0 : total);
      for (const [index, part] of parts.entries()) {
        expect(part).toBeGreaterThanOrEqual(0);
        if (weights[index] === 0) expect(part).toBe(0);
        if (whole > 0) expect(Math.abs(part - (total * weights[index]!) / whole)).toBeLessThan(1.001);
      }
    }));
  });
});

describe('an exchange', () => {
  const money = (goods: number) => ({ goods, points: 0, pointsValue: 0 });

  test('of three at 30 for two at 11 gives 68 back, the reverse asks 68 on top, equal values leave nothing (S2-207, S2-208)', () => {
    expect(differenceOf(money(9000), 2200)).toMatchObject({ refundFee: 6800, supplementaryFee: null, kept: { goods: 2200 } });
    expect(differenceOf(money(2200), 9000)).toMatchObject({ refundFee: null, supplementaryFee: 6800, kept: { goods: 9000 } });
    expect(differenceOf(money(3000), 3000)).toMatchObject({ refundFee: null, supplementaryFee: null, kept: { goods: 3000 } });
  });

  test('gives back money and points as they were paid, and neither more than was paid with it', () => {
    expect(differenceOf({ goods: 6000, points: 3000, pointsValue: 3000 }, 3000)).toEqual({
      refundFee: 4000, supplementaryFee: null, pointsReturned: 2000, kept: { goods: 2000, points: 1000, pointsValue: 1000 },
    });
    fc.assert(fc.property(amount, fc.nat({ max: 5000 }), fc.integer({ min: 1, max: 100 }), amount, (goods, pointsValue, rate, replacements) => {
      const points = pointsValue * rate;
      const { refundFee, supplementaryFee, pointsReturned, kept } = differenceOf({ goods, points, pointsValue }, replacements);
      expect(refundFee === null || supplementaryFee === null).toBe(true);
      expect(kept.goods + kept.pointsValue).toBe(replacements);
      expect(kept.goods).toBe(goods + (supplementaryFee ?? 0) - (refundFee ?? 0));
      expect(kept.points + pointsReturned).toBe(points);
      expect([kept.goods, kept.points, kept.pointsValue, pointsReturned].every((part) => part >= 0)).toBe(true);
    }));
  });

  test('leaves each of the goods given in exchange paid in full, together with just what is kept', () => {
    fc.assert(fc.property(fc.array(fc.nat({ max: 9000 }), { minLength: 1, maxLength: 6 }), fc.nat({ max: 100 }), fc.integer({ min: 1, max: 100 }), (totals, percent, rate) => {
      const whole = totals.reduce((sum, total) => sum + total, 0);
      const pointsValue = Math.floor((whole * percent) / 100);
      const parts = spread({ goods: whole - pointsValue, points: pointsValue * rate, pointsValue }, totals);
      expect(parts.map((part) => part.goods + part.pointsValue)).toEqual(totals);
      expect(parts.reduce((sum, part) => sum + part.points, 0)).toBe(pointsValue * rate);
    }));
  });

  test('loses no point, though the few that fall to the goods were worth less than a penny, or the goods given cost nothing', () => {
    fc.assert(fc.property(fc.nat({ max: 3 }), fc.nat({ max: 3 }), fc.nat({ max: 9 }), fc.array(fc.nat({ max: 3 }), { minLength: 1, maxLength: 3 }), (goods, pointsValue, points, totals) => {
      const { pointsReturned, kept } = differenceOf({ goods, points, pointsValue }, totals.reduce((sum, total) => sum + total, 0));
      expect(pointsReturned + spread(kept, totals).reduce((sum, part) => sum + part.points, 0)).toBe(points);
    }));
  });
});
