import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { parsePercent, toPercent } from './percent.rules.ts';

test('a percentage comes back as the same basis points', () => {
  fc.assert(fc.property(fc.integer({ min: 0, max: 10_000 }), (bps) => {
    expect(parsePercent(toPercent(bps))).toBe(bps);
  }));
});

test.each([[0, '0'], [1, '0.01'], [50, '0.5'], [1250, '12.5'], [5000, '50'], [9999, '99.99'], [10_000, '100']])('%i basis points are %s percent', (bps, text) => {
  expect(toPercent(bps)).toBe(text);
});

test.each([['012.50', 1250], ['100.0000', 10_000], ['12.5000', 1250]])('"%s" is read as %i basis points', (text, bps) => {
  expect(parsePercent(text)).toBe(bps);
});

test.each(['', '-1', '100.01', '101', '0.001', '12.', '.5', '5%', '1e1', '1000'])('"%s" is no percentage', (text) => {
  expect(parsePercent(text)).toBeNull();
});
