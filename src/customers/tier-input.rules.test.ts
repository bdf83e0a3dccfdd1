import { describe, expect, test } from 'vitest';
import { tierTermsOf, type TierDraft } from './tier-input.rules.ts';

const draft = (extra: Partial<TierDraft> = {}): TierDraft => ({ code: 'GOLD', name: 'Gold', ...extra });

const pathsOf = (extra: Partial<TierDraft>): string[] => {
  const terms = tierTermsOf(draft(extra));
  return Array.isArray(terms) ? terms.map(({ path }) => path!.join('.')) : [];
};

describe('a tier', () => {
  test('grants what is given, in basis points and minor units', () => {
    const currencies = [{ currency: 'CNY', pointsPerUnit: 100, birthdayMaximum: '50.00' }, { currency: 'JPY', birthdayMaximum: '800' }];
    const full = draft({ discountPercent: '5', birthdayDiscountPercent: '12.5', canRedeemPoints: true, minimumPoints: 100, maximumPointsPercent: '50', pointsPerUnit: 10, earnPercent: '0.25', currencies });
    expect(tierTermsOf(full)).toEqual({
      code: 'GOLD', name: 'Gold', discountBps: 500, birthdayDiscountBps: 1250, canRedeemPoints: true, minimumPoints: 100, maximumShareBps: 5000, pointsPerUnit: 10, earnBps: 25,
      currencies: [{ currency: 'CNY', pointsPerUnit: 100, birthdayMaximum: 5000 }, { currency: 'JPY', pointsPerUnit: null, birthdayMaximum: 800 }],
    });
  });

  test('grants nothing that is left out', () => {
    const nothing = { code: 'GOLD', name: 'Gold', discountBps: 0, birthdayDiscountBps: 0, canRedeemPoints: false, minimumPoints: 0, maximumShareBps: 10_000, pointsPerUnit: 1, earnBps: 0, currencies: [] };
    expect(tierTermsOf(draft())).toEqual(nothing);
    expect(tierTermsOf(draft({ discountPercent: null, canRedeemPoints: null, minimumPoints: null, maximumPointsPercent: null, currencies: null }))).toEqual(nothing);
  });

  test.each<[string, Partial<TierDraft>]>([
    ['code', { code: ' ' }], ['code', { code: 'x'.repeat(41) }], ['name', { name: '' }], ['name', { name: 'x'.repeat(121) }], ['discountPercent', { discountPercent: '100.01' }], ['discountPercent', { discountPercent: '-1' }],
    ['birthdayDiscountPercent', { birthdayDiscountPercent: '0.001' }], ['maximumPointsPercent', { maximumPointsPercent: '101' }], ['earnPercent', { earnPercent: '200' }], ['minimumPoints', { minimumPoints: -1 }],
    ['pointsPerUnit', { pointsPerUnit: 0 }], ['pointsPerUnit', { pointsPerUnit: 1_000_001 }], ['currencies', { currencies: [{ currency: 'CNY' }, { currency: 'CNY' }] }],
    ['currencies.1.birthdayMaximum', { currencies: [{ currency: 'CNY' }, { currency: 'JPY', birthdayMaximum: '0.5' }] }], ['currencies.0.birthdayMaximum', { currencies: [{ currency: 'CNY', birthdayMaximum: '-1' }] }],
    ['currencies.0.pointsPerUnit', { currencies: [{ currency: 'CNY', pointsPerUnit: 0 }] }],
  ])('is refused for its %s where it is out of bounds', (path, extra) => {
    expect(pathsOf(extra)).toEqual([path]);
  });
});
