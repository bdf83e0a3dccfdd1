import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decimalsOf, formatMoney, isCurrency, parseDecimal, symbolOf, toDecimal } from './money.ts';

const currencies = fc.constantFrom('GBP', 'CNY', 'USD', 'JPY', 'KRW', 'KWD', 'BHD');

/** The most minor units whose text every currency reads: thirteen digits, also where none of them are decimals. */
const largest = 10 ** 13 - 1;

describe('an amount as decimal text', () => {
  test('comes back as the same minor units, in every currency and of either sign', () => {
    fc.assert(fc.property(currencies, fc.integer({ min: -largest, max: largest }), (currency, minor) => {
      expect(parseDecimal(toDecimal(minor, currency), currency)).toBe(minor === 0 ? 0 : minor);
    }));
  });

  test('has exactly the decimals of its currency', () => {
    fc.assert(fc.property(currencies, fc.integer({ min: -largest, max: largest }), (currency, minor) => {
      const [, fraction = ''] = toDecimal(minor, currency).split('.');
      expect(fraction).toHaveLength(decimalsOf(currency));
    }));
  });

  test.each([[1592, 'GBP', '15.92'], [5, 'GBP', '0.05'], [-5, 'GBP', '-0.05'], [-100, 'GBP', '-1.00'], [0, 'GBP', '0.00'], [24_414, 'JPY', '24414'], [-1, 'JPY', '-1'], [1234, 'KWD', '1.234'], [1, 'KWD', '0.001']])('of %i %s is %s', (minor, currency, text) => {
    expect(toDecimal(minor, currency)).toBe(text);
  });

  test.each<[text: string, currency: string, minor: number]>([
    ['15.92', 'GBP', 1592], ['15.9', 'GBP', 1590], ['15', 'GBP', 1500], ['015.920000', 'GBP', 1592], ['-0.00', 'GBP', 0], ['-0.01', 'GBP', -1], ['23.000', 'JPY', 23], ['0.001', 'KWD', 1], ['9999999999999', 'GBP', 999_999_999_999_900],
  ])('"%s" in %s is read as %i', (text, currency, minor) => {
    expect(parseDecimal(text, currency)).toBe(minor);
  });

  test.each([
    ['0.001', 'GBP'], ['0.5', 'JPY'], ['0.0001', 'KWD'], ['', 'GBP'], [' 1', 'GBP'], ['1 ', 'GBP'], ['1.', 'GBP'], ['.5', 'GBP'], ['1,00', 'GBP'], ['1e3', 'GBP'], ['+1', 'GBP'], ['--1', 'GBP'], ['0x10', 'GBP'],
    ['Infinity', 'GBP'], ['NaN', 'GBP'], ['1\n', 'GBP'], ['１', 'GBP'], ['12345678901234', 'GBP'], ['9999999999999', 'KWD'],
  ])('"%s" is no amount in %s', (text, currency) => {
    expect(parseDecimal(text, currency)).toBeNull();
  });
});

describe('an amount as people write it', () => {
  test.each([
    [361_843, 'USD', 'en-US', '$3,618.43'], [361_843, 'USD', 'en', '$3,618.43'], [23, 'JPY', 'en', '¥23'], [24, 'JPY', 'ja-JP', '￥24'], [1592, 'GBP', 'en-GB', '£15.92'], [-1592, 'GBP', 'en-GB', '-£15.92'],
    [361_843, 'USD', 'zh-CN', 'US$3,618.43'], [361_843, 'EUR', 'de-DE', '3.618,43\u00A0€'], [361_843, 'INR', 'hi-IN', '₹3,618.43'], [36_184_300, 'INR', 'en-IN', '₹3,61,843.00'],
    [24_414, 'JPY', 'en-US', '¥24,414'], [24_414, 'JPY', 'zh-CN', 'JP¥24,414'], [159_200, 'CNY', 'zh-CN', '¥1,592.00'], [1234, 'KWD', 'en', 'KWD\u00A01.234'], [0, 'JPY', 'en', '¥0'], [0, 'USD', 'en-US', '$0.00'],
    [900_719_925_474_099_1, 'USD', 'en-US', '$90,071,992,547,409.91'],
  ])('of %i %s in %s is %s (S1-65)', (minor, currency, locale, text) => {
    expect(formatMoney({ minor, currency }, locale)).toBe(text);
  });

  test('keeps every digit however large it is', () => {
    fc.assert(fc.property(currencies, fc.maxSafeInteger(), (currency, minor) => {
      expect(formatMoney({ minor, currency }, 'en').replaceAll(/[^\d]/g, '')).toBe(toDecimal(minor, currency).replaceAll(/[^\d]/g, ''));
    }));
  });

  test('needs a locale that is one', () => {
    expect(() => formatMoney({ minor: 1, currency: 'GBP' }, 'no such locale')).toThrow(RangeError);
  });
});

describe('a currency', () => {
  test('is an ISO 4217 code in capitals', () => {
    expect(['GBP', 'CNY', 'JPY', 'KWD'].map(isCurrency)).toEqual([true, true, true, true]);
    expect(['', 'gbp', 'POUND', 'GB', 'ZZZ', '£££'].map(isCurrency)).toEqual([false, false, false, false, false, false]);
  });

  test.each([['USD', 'en-US', '$'], ['USD', 'zh-CN', 'US$'], ['JPY', 'zh-CN', 'JP¥'], ['JPY', 'ja-JP', '￥'], ['CNY', 'en', 'CN¥'], ['KWD', 'en', 'KWD']])('%s is marked in %s by %s (S1-116)', (currency, locale, symbol) => {
    expect(symbolOf(currency, locale)).toBe(symbol);
  });

  test('has its own number of decimals', () => {
    expect(['GBP', 'JPY', 'KRW', 'KWD'].map(decimalsOf)).toEqual([2, 0, 0, 3]);
    expect(() => decimalsOf('POUND')).toThrow(RangeError);
  });
});
