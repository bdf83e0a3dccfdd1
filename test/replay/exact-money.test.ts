import { describe, expect, test } from 'vitest';
import { isWholePennies, parseThousandths, toDecimalText } from '../../scripts/replay/exact-money.rules.ts';

describe('the file’s money', () => {
  test.each([
    ['2.55', 2550n], ['0', 0n], ['0.0', 0n], ['0.001', 1n], ['-11062.06', -11_062_060n], ['3.3900', 3390n], ['7', 7000n], ['123456789012345678901.5', 123_456_789_012_345_678_901_500n],
  ])('reads %s exactly', (text, amount) => {
    expect(parseThousandths(text)).toBe(amount);
  });

  test.each(['', '1,5', '1e3', '.5', '0.0001', 'NaN', '--1', ' 1'])('does not take "%s" for an amount', (text) => {
    expect(parseThousandths(text)).toBeNull();
  });

  test.each([[2550n, '2.55'], [0n, '0.00'], [1n, '0.001'], [-27_500n, '-27.50'], [-5n, '-0.005'], [1_000_000n, '1000.00']])('writes %s thousandths as %s', (amount, text) => {
    expect(toDecimalText(amount)).toBe(text);
  });

  test.each([[10n, true], [0n, true], [1n, false], [-5n, false], [-20n, true]])('knows whether %s thousandths are whole pennies', (amount, whole) => {
    expect(isWholePennies(amount)).toBe(whole);
  });
});
