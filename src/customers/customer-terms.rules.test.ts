import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { customerTermsOf, hasBirthday, pointsEarned, type Birth } from './customer-terms.rules.ts';
import type { CustomerTierRow } from './tier.tables.ts';

const tier = (extra: Partial<CustomerTierRow> = {}): CustomerTierRow => ({
  id: 't', code: 'GOLD', name: 'Gold', discountBps: 500, birthdayDiscountBps: 2000, canRedeemPoints: true, minimumPoints: 100, maximumShareBps: 5000, pointsPerUnit: 1, earnBps: 100,
  currencies: [], defaultSince: null, createdAt: '2026-01-01T00:00:00.000Z', updatedAt: '2026-01-01T00:00:00.000Z', ...extra,
});
const born = (birthMonth: number, birthDay: number, timeZone: string | null = null): Birth => ({ birthMonth, birthDay, timeZone });
const noon = '2026-03-01T12:00:00.000Z';

describe('what a customer is granted', () => {
  test('is their tier’s, with the points that they have (S0-38, S0-40, S0-88)', () => {
    expect(customerTermsOf(born(3, 1), tier(), 761, 'CNY', noon)).toEqual({
      tierCode: 'GOLD', tierName: 'Gold', discountBps: 500, birthdayDiscountBps: 2000, birthdayMaximum: null, isBirthday: true,
      points: { balance: 761, canRedeem: true, minimum: 100, maximumShareBps: 5000, pointsPerUnit: 1 },
    });
  });

  test('is nothing without a tier, birthday or not', () => {
    expect(customerTermsOf(born(3, 1), null, 761, 'CNY', noon)).toEqual({ tierCode: null, tierName: null, discountBps: 0, birthdayDiscountBps: 0, birthdayMaximum: null, isBirthday: true, points: null });
    expect(customerTermsOf(null, null, 0, 'CNY', noon).isBirthday).toBe(false);
  });

  test('differs by currency where the tier says so', () => {
    const gold = tier({ currencies: [{ currency: 'CNY', pointsPerUnit: 100, birthdayMaximum: 5000 }, { currency: 'JPY', pointsPerUnit: null, birthdayMaximum: null }] });
    expect(customerTermsOf(null, gold, 0, 'CNY', noon)).toMatchObject({ birthdayDiscountBps: 2000, birthdayMaximum: 5000, points: { pointsPerUnit: 100 } });
    // Bounded in one currency, a birthday discount without a bound in another would be a way around it.
    for (const currency of ['JPY', 'USD']) expect(customerTermsOf(null, gold, 0, currency, noon)).toMatchObject({ discountBps: 500, birthdayDiscountBps: 0, birthdayMaximum: null, points: { pointsPerUnit: 1 } });
  });
});

describe('a birthday', () => {
  test.each<[string, Birth | null, string, boolean]>([
    ['in UTC where no zone is known', born(3, 1), '2026-03-01T00:00:00.000Z', true], ['until midnight', born(3, 1), '2026-03-01T23:59:59.999Z', true], ['and not after', born(3, 1), '2026-03-02T00:00:00.000Z', false],
    ['earlier in Shanghai', born(3, 1, 'Asia/Shanghai'), '2026-02-28T16:00:00.000Z', true], ['and over earlier', born(3, 1, 'Asia/Shanghai'), '2026-03-01T16:00:00.000Z', false],
    ['later in New York', born(12, 31, 'America/New_York'), '2027-01-01T04:59:59.000Z', true], ['of a leap day, in a leap year', born(2, 29), '2028-02-29T12:00:00.000Z', true],
    ['of a leap day, not on the 28th then', born(2, 29), '2028-02-28T12:00:00.000Z', false], ['of a leap day, on the 28th else', born(2, 29), '2027-02-28T12:00:00.000Z', true],
    ['of a leap day, not in March', born(2, 29), '2027-03-01T12:00:00.000Z', false], ['of nobody', null, noon, false], ['that nobody knows', { birthMonth: null, birthDay: null, timeZone: null }, noon, false],
    ['of another month', born(4, 1), noon, false],
  ])('is held %s', (_when, birth, now, is) => {
    expect(hasBirthday(birth, now)).toBe(is);
  });

  test('comes for one day of every year, wherever they live', () => {
    const zones = fc.constantFrom(null, 'UTC', 'Asia/Shanghai', 'Pacific/Kiritimati', 'Pacific/Pago_Pago');
    fc.assert(fc.property(fc.integer({ min: 1970, max: 2090 }), fc.integer({ min: 0, max: 365 }), zones, (year, dayOfYear, zone) => {
      const day = new Date(Date.UTC(2028, 0, 1 + dayOfYear));
      const birth = born(day.getUTCMonth() + 1, day.getUTCDate(), zone);
      const noons = Array.from({ length: 367 }, (_, index) => new Date(Date.UTC(year, 0, index, 12)).toISOString());
      const held = noons.filter((instant) => hasBirthday(birth, instant));
      // A day that lies across the turn of the year is met once or twice in 367 noons.
      expect(held.length).toBeGreaterThanOrEqual(1);
      expect(held.length).toBeLessThanOrEqual(2);
    }), { numRuns: 40 });
  });
});

describe('points earned', () => {
  test.each<[number, string, Partial<CustomerTierRow>, number]>([
    [119_400, 'CNY', {}, 11], [119_400, 'CNY', { earnBps: 10_000 }, 1194], [119_400, 'CNY', { pointsPerUnit: 100 }, 1194], [99, 'CNY', { earnBps: 10_000 }, 0], [24_414, 'JPY', {}, 244], [0, 'CNY', {}, 0], [-5, 'CNY', {}, 0],
    [119_400, 'CNY', { earnBps: 0 }, 0], [119_400, 'CNY', { currencies: [{ currency: 'CNY', pointsPerUnit: 10, birthdayMaximum: null }] }, 119], [1_000_000_000_000, 'CNY', { pointsPerUnit: 1_000_000, earnBps: 1 }, 1_000_000_000_000],
  ])('for %i %s at %j are %i', (paid, currency, extra, points) => {
    expect(pointsEarned(tier(extra), paid, currency)).toBe(points);
  });

  test('are never worth more than was paid, and never fewer for more', () => {
    const currencies = fc.constantFrom('CNY', 'JPY', 'KWD');
    fc.assert(fc.property(fc.integer({ min: 0, max: 10 ** 9 }), fc.integer({ min: 0, max: 10 ** 6 }), fc.integer({ min: 1, max: 1000 }), fc.integer({ min: 0, max: 10_000 }), currencies, (paid, more, pointsPerUnit, earnBps, currency) => {
      const terms = tier({ pointsPerUnit, earnBps });
      const earned = pointsEarned(terms, paid, currency);
      const decimals = { CNY: 100, JPY: 1, KWD: 1000 }[currency as 'CNY'];
      expect(earned * decimals).toBeLessThanOrEqual(paid * pointsPerUnit);
      expect(pointsEarned(terms, paid + more, currency)).toBeGreaterThanOrEqual(earned);
    }));
  });
});
