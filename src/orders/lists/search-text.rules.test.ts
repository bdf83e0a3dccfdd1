import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { newIdAt } from '../../platform/ids.ts';
import { behindPrefix, bigramsOf, isFoundBy, isOwnNumber, searchable, termsOf, timesOfNumbers } from './search-text.rules.ts';

const isWellFormed = (text: string): boolean => !/\p{Surrogate}/u.test(text);
const at = (text: string): number => Date.parse(text);

describe('a text that is searched for', () => {
  test.each([
    ['Blue MUG', 'blue mug'], ['  a \t b\n', 'a b'], ['ＡＢＣ１２', 'abc12'], ['ｶﾞ', 'ガ'], ['É', 'é'], ['E\u0301', 'é'], ['青瓷茶杯', '青瓷茶杯'], ['', ''], ['STRASSE', 'strasse'],
  ])('%j is compared as %j', (text, expected) => {
    expect(searchable(text)).toBe(expected);
  });

  test('is compared by at most 300 characters, and cut between them', () => {
    expect([...searchable('𠮷'.repeat(400))]).toHaveLength(300);
  });

  test('has the same form however often it is brought into it', () => {
    fc.assert(fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      expect(searchable(searchable(text))).toBe(searchable(text));
    }));
  });

  test('is made of every two characters that follow each other, each once, by field', () => {
    expect(bigramsOf('PRODUCT', 'abab')).toEqual(['Pab', 'Pba']);
    expect(bigramsOf('CONTACT', '王小明')).toEqual(['C王小', 'C小明']);
    expect(bigramsOf('CONTACT', '𠮷野')).toEqual(['C𠮷野']);
    expect(bigramsOf('CONTACT', 'x')).toEqual([]);
  });

  test('is part of a text only where all its pairs are pairs of that text', () => {
    fc.assert(fc.property(fc.string({ unit: 'grapheme' }).map(searchable), fc.nat(), fc.integer({ min: 2, max: 6 }), (text, from, length) => {
      const part = [...text].slice(from % ([...text].length + 1), (from % ([...text].length + 1)) + length).join('');
      expect(bigramsOf('PRODUCT', text)).toEqual(expect.arrayContaining(bigramsOf('PRODUCT', part)));
    }));
  });
});

describe('an order', () => {
  const order = { id: newIdAt(at('2026-09-30T23:59:58.750Z')), number: '26093023595812345678', contactName: 'Rosa Klein', names: ['Blue Mug', '青瓷茶杯', 'blue mug'] };

  test('is found by each of its products, and by its contact', () => {
    expect(termsOf(order)).toEqual([{ field: 'PRODUCT', text: 'blue mug' }, { field: 'PRODUCT', text: '青瓷茶杯' }, { field: 'CONTACT', text: 'rosa klein' }]);
    expect(termsOf({ ...order, contactName: null, names: ['x', ''] })).toEqual([]);
  });

  test('is found by a number of another make, and not by its own, which says when it was placed', () => {
    expect(isOwnNumber(order)).toBe(true);
    for (const number of ['26093023595912345678', '2609302359581234567', '2609302359581234567x', 'fgh234']) {
      expect(isOwnNumber({ ...order, number })).toBe(false);
      expect(termsOf({ ...order, number })).toContainEqual({ field: 'NUMBER', text: number });
    }
  });

  test.each([
    ['PRODUCT', 'ue m', true], ['PRODUCT', '瓷茶', true], ['PRODUCT', 'rosa', false], ['CONTACT', 'klein', true], ['CONTACT', 'mug', false], ['NUMBER', 'ab', true], ['NUMBER', 'b', false],
  ] as const)('is found by %s %j: %s', (field, text, found) => {
    expect(isFoundBy({ ...order, number: 'ab-1' }, { field, text })).toBe(found);
  });
});

describe('the beginning of a number', () => {
  test.each([
    ['26', '2026-01-01T00:00:00Z', '2027-01-01T00:00:00Z'], ['260', '2026-01-01T00:00:00Z', '2026-10-02T00:00:00Z'], ['261', '2026-10-01T00:00:00Z', '2027-01-01T00:00:00Z'],
    ['2609', '2026-09-01T00:00:00Z', '2026-10-02T00:00:00Z'], ['26093', '2026-09-30T00:00:00Z', '2026-10-02T00:00:00Z'], ['260930', '2026-09-30T00:00:00Z', '2026-10-01T00:00:00Z'],
    ['26093023', '2026-09-30T23:00:00Z', '2026-10-01T00:00:00Z'], ['260930235958', '2026-09-30T23:59:58Z', '2026-09-30T23:59:59Z'], ['26093023595812345678', '2026-09-30T23:59:58Z', '2026-09-30T23:59:59Z'],
  ])('%s stands for orders from %s to %s', (prefix, from, before) => {
    expect(timesOfNumbers(prefix)).toEqual({ from: at(from), before: at(before) });
  });

  test.each(['', 'ab', '26-09', '260930235958123456789'])('%j begins no number of our own', (prefix) => {
    expect(timesOfNumbers(prefix)).toBeNull();
  });

  test('names a time in which every order lies whose own number begins so', () => {
    const instants = fc.integer({ min: at('2000-01-01T00:00:00Z'), max: at('2099-12-31T23:59:59Z') });
    fc.assert(fc.property(instants, fc.integer({ min: 1, max: 20 }), (instant, length) => {
      const number = `${new Date(instant).toISOString().replaceAll(/\D/g, '').slice(2, 14)}00000000`;
      const times = timesOfNumbers(number.slice(0, length))!;
      expect(times.from <= instant && instant < times.before).toBe(true);
    }));
  });
});

describe('what stands behind a prefix', () => {
  const byBytes = (a: string, b: string): number => Buffer.compare(Buffer.from(a), Buffer.from(b));

  test.each([['26', '27'], ['29', '2:'], ['a', 'b'], ['\uD7FF', '\uE000'], ['a\u{10FFFF}', 'b'], ['\u{10FFFF}', '\u{10FFFF}'.repeat(101)]])('%j is %j', (prefix, expected) => {
    expect(behindPrefix(prefix)).toBe(expected);
  });

  test('stands behind all that begin with it, and behind nothing else', () => {
    const texts = fc.string({ unit: 'binary', minLength: 1 }).filter((text) => isWellFormed(text) && !/^\u{10FFFF}*$/u.test(text));
    fc.assert(fc.property(texts, fc.string({ unit: 'binary' }).filter(isWellFormed), (prefix, rest) => {
      const behind = behindPrefix(prefix);
      expect(byBytes(prefix + rest, behind)).toBeLessThan(0);
      if (!rest.startsWith(prefix)) expect(byBytes(rest, prefix) < 0 || byBytes(rest, behind) >= 0).toBe(true);
    }));
  });
});
