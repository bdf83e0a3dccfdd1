import { describe, expect, test } from 'vitest';
import { rulesOf, templateRefusals, type RuleDraft, type TemplateDraft } from './template-input.rules.ts';

const rule = (extra: Partial<RuleDraft> = {}): RuleDraft => ({ regions: ['CN'], firstFee: '8.00', ...extra });
const draft = (extra: Partial<TemplateDraft> = {}): TemplateDraft => ({ code: 'STD', name: 'Standard', currency: 'CNY', unit: 'PIECES', rules: [rule()], ...extra });
const pathsOf = (extra: Partial<TemplateDraft>): string[] => templateRefusals(draft(extra)).map(({ code, path }) => `${code} ${path!.join('.')}`);

describe('a freight template', () => {
  test('keeps its rules in minor units', () => {
    const full = { regions: ['Guangdong/Guangzhou', 'Hebei'], served: true, firstUnits: 1000, firstFee: '8', additionalUnits: 500, additionalFee: '2.50', freeFromAmount: '99.00', freeFromPieces: 3 };
    const rules = [full, { regions: ['Tibet'], served: false }, rule({ regions: [] })];
    expect(pathsOf({ rules, deliveryTypes: ['EXPRESS', 'FLASH'], origin: { city: 'Guangzhou' } })).toEqual([]);
    expect(rulesOf(draft({ rules }))).toEqual([
      { ...full, firstFee: 800, additionalFee: 250, freeFromAmount: 9900 },
      { regions: ['Tibet'], served: false, firstUnits: 1, firstFee: 0, additionalUnits: 1, additionalFee: 0, freeFromAmount: null, freeFromPieces: null },
      { regions: [], served: true, firstUnits: 1, firstFee: 800, additionalUnits: 1, additionalFee: 0, freeFromAmount: null, freeFromPieces: null },
    ]);
  });

  test.each<[string, Partial<TemplateDraft>]>([
    ['code', { code: '' }], ['code', { code: 'x'.repeat(41) }], ['name', { name: ' ' }], ['origin.city', { origin: { city: 'x'.repeat(201) } }], ['deliveryTypes', { deliveryTypes: [] }], ['rules', { rules: [] }],
    ['rules', { rules: Array.from({ length: 201 }, () => rule()) }], ['rules.0.regions', { rules: [rule({ regions: [] }), rule()] }],
  ])('is refused for its %s where it is out of bounds', (path, extra) => {
    expect(pathsOf(extra)).toEqual([`INVALID_INPUT ${path}`]);
  });

  test.each<[string, Partial<RuleDraft>]>([
    ['firstFee', { firstFee: null }], ['firstFee', { firstFee: '-1' }], ['firstFee', { firstFee: '0.001' }], ['firstFee', { firstFee: '1000000.01' }], ['additionalFee', { additionalFee: '-0.01' }], ['freeFromAmount', { freeFromAmount: '-1' }],
    ['firstUnits', { firstUnits: 0 }], ['additionalUnits', { additionalUnits: 0 }], ['additionalUnits', { additionalUnits: 10_000_001 }], ['freeFromPieces', { freeFromPieces: 0 }],
    ['regions', { regions: Array.from({ length: 201 }, (_, index) => `R${index}`) }], ['regions.0', { regions: [''] }], ['regions.1', { regions: ['CN', 'a//b'] }], ['regions.0', { regions: ['a/b/c/d'] }], ['regions.0', { regions: ['x'.repeat(201)] }], ['regions.0', { regions: ['a\0b'] }],
  ])('is refused for the %s of a rule where it is out of bounds', (path, extra) => {
    expect(pathsOf({ rules: [rule(), rule(extra)] })).toEqual([`INVALID_INPUT rules.1.${path}`]);
  });
});
