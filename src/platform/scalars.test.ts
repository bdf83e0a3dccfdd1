import { describe, expect, test } from 'vitest';
import { DateTime } from './scalars.ts';

describe('an instant', () => {
  test.each([
    ['2026-03-01T17:30:00.1234+08:00', '2026-03-01T09:30:00.123Z'], ['0001-01-01T00:00:00Z', '0001-01-01T00:00:00.000Z'], ['9999-12-31T23:59:59.999Z', '9999-12-31T23:59:59.999Z'],
  ])('%s is kept as %s', (text, kept) => {
    expect(DateTime.parseValue(text)).toBe(kept);
  });

  test.each([
    ['of a year that no calendar has', '0000-12-31T23:59:59Z'], ['of a year that its offset brings about', '0001-01-01T00:00:00+14:00'],
    ['of a year with five digits', '9999-12-31T23:59:59-14:00'], ['of a day that is none', '2027-02-30T00:00:00Z'],
  ])('%s is refused, since the database cannot keep it', (_what, text) => {
    expect(() => DateTime.parseValue(text)).toThrow('DateTime expects RFC 3339 text');
  });
});
