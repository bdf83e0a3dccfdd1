import { describe, expect, test } from 'vitest';
import { profileRefusals, type ProfileDraft } from './profile.rules.ts';

const profile = (extra: Partial<ProfileDraft> = {}): ProfileDraft => ({ subject: 'ada', name: 'Ada Moss', ...extra });

const pathsOf = (...profiles: ProfileDraft[]): string[] => profileRefusals(profiles).map(({ code, path }) => `${code} ${path!.join('.')}`);

describe('profiles', () => {
  test('are taken with everything filled in, and with nothing but what they need', () => {
    const full = profile({
      subject: 'bo', phone: '1', email: 'a@example.org', country: 'Norway', givenName: 'Ada', familyName: 'Moss', gender: 'FEMALE', birthday: { month: 2, day: 29, year: 2000 }, married: false,
      timeZone: 'Asia/Shanghai', memberNumber: '17', brandCode: 'EA', cardType: 'VIP', tier: 'GOLD',
    });
    expect(pathsOf(profile(), full)).toEqual([]);
    expect(pathsOf(profile({ birthday: null, timeZone: null, tier: null, memberNumber: null }))).toEqual([]);
  });

  test('come 1 to 500 at a time, each of another person', () => {
    const many = (count: number) => Array.from({ length: count }, (_, index) => profile({ subject: `s-${index}` }));
    expect(pathsOf()).toEqual(['INVALID_INPUT customers']);
    expect(pathsOf(...many(500))).toEqual([]);
    expect(pathsOf(...many(501))).toEqual(['INVALID_INPUT customers']);
    expect(pathsOf(profile(), profile())).toEqual(['INVALID_INPUT customers']);
  });

  test.each<[string, Partial<ProfileDraft>]>([
    ['subject', { subject: '' }], ['name', { name: 'x'.repeat(121) }], ['givenName', { givenName: 'x'.repeat(121) }], ['memberNumber', { memberNumber: ' ' }], ['brandCode', { brandCode: 'x'.repeat(41) }],
    ['cardType', { cardType: '' }], ['tier', { tier: '' }], ['timeZone', { timeZone: 'Asia/Nowhere' }], ['timeZone', { timeZone: '' }],
    ['birthday.month', { birthday: { month: 0, day: 1 } }], ['birthday.month', { birthday: { month: 13, day: 1 } }], ['birthday.day', { birthday: { month: 4, day: 31 } }], ['birthday.day', { birthday: { month: 4, day: 0 } }],
    ['birthday.day', { birthday: { month: 2, day: 29, year: 2001 } }], ['birthday.day', { birthday: { month: 2, day: 29, year: 1900 } }], ['birthday.year', { birthday: { month: 4, day: 1, year: 1899 } }],
  ])('are refused for their %s where it is out of bounds', (field, extra) => {
    expect(pathsOf(profile({ subject: 'first' }), profile(extra))).toEqual([`INVALID_INPUT customers.1.${field}`]);
  });

  test.each([{ month: 2, day: 29 }, { month: 2, day: 29, year: 2000 }, { month: 12, day: 31, year: null }])('take the birthday %j', (birthday) => {
    expect(pathsOf(profile({ birthday }))).toEqual([]);
  });
});
