import { describe, expect, test } from 'vitest';
import { attributesOf, saleIsOpen, salePriceAt } from './sellable.rules.ts';

const noon = '2026-03-01T12:00:00.000Z';
const before = '2026-03-01T11:59:59.999Z';
const after = '2026-03-01T12:00:00.001Z';

describe('a sale', () => {
  test.each<[string | null, string | null, boolean]>([
    [null, null, true], [noon, null, true], [after, null, false], [null, noon, false], [null, after, true], [before, after, true], [before, noon, false], [noon, after, true],
  ])('from %s until %s is open at noon: %s', (saleFrom, saleUntil, open) => {
    expect(saleIsOpen({ saleFrom, saleUntil }, noon)).toBe(open);
    expect(salePriceAt({ listPrice: 398, salePrice: 199, saleFrom, saleUntil }, noon)).toBe(open ? 199 : 398);
  });
});

test('a line has the attributes of its product and the options of its SKU, which go first', () => {
  const productAttributes = [{ name: 'Year', value: '2016' }, { name: 'Color', value: 'any' }];
  expect(attributesOf({ productAttributes, options: [{ name: 'Color', value: 'navy' }] })).toEqual({ Year: '2016', Color: 'navy' });
  expect(attributesOf({ productAttributes: [], options: [] })).toEqual({});
});
