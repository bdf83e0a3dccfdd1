/** Decides which profiles can be saved. */
import { refusal, type Refusal } from '../platform/refusals.ts';
import { textRefusals } from '../platform/text.rules.ts';

export const genders = {
  FEMALE: 'Female.',
  MALE: 'Male.',
  OTHER: 'Neither, or not said.',
} as const satisfies Record<string, string>;

export type Gender = keyof typeof genders;

export interface Birthday {
  readonly month: number;
  readonly day: number;
  readonly year?: number | null | undefined;
}

/** A profile as it is sent. What is left out stays as it is; null clears it. */
export interface ProfileDraft {
  readonly subject: string;
  readonly name: string;
  readonly phone?: string | null | undefined;
  readonly email?: string | null | undefined;
  readonly country?: string | null | undefined;
  readonly givenName?: string | null | undefined;
  readonly familyName?: string | null | undefined;
  readonly gender?: Gender | null | undefined;
  readonly birthday?: Birthday | null | undefined;
  readonly married?: boolean | null | undefined;
  readonly timeZone?: string | null | undefined;
  readonly memberNumber?: string | null | undefined;
  readonly brandCode?: string | null | undefined;
  readonly cardType?: string | null | undefined;
  readonly tier?: string | null | undefined;
}

const maximalCustomers = 500;
const earliestYear = 1900;
const longestMonths = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

export const isLeap = (year: number): boolean => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;

function birthdayRefusals({ month, day, year }: Birthday, path: readonly string[]): Refusal[] {
  const longest = longestMonths[month - 1];
  if (longest === undefined) return [refusal('INVALID_INPUT', `There is no month ${month}.`, [...path, 'month'])];
  if (day < 1 || day > longest || (month === 2 && day === 29 && year != null && !isLeap(year))) return [refusal('INVALID_INPUT', `There is no day ${day} in that month.`, [...path, 'day'])];
  return year != null && (year < earliestYear || year > 9999) ? [refusal('INVALID_INPUT', `A year of birth is from ${earliestYear} on.`, [...path, 'year'])] : [];
}

/** Whether the text names a time zone of the IANA database that this runtime knows. */
export function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name }).format(0);
    return true;
  } catch {
    return false;
  }
}

function oneProfile(profile: ProfileDraft, path: readonly string[]): Refusal[] {
  const { birthday, timeZone } = profile;
  return [
    ...textRefusals([
      ['subject', profile.subject, 255, true], ['name', profile.name, 120, true], ['phone', profile.phone, 40, false], ['email', profile.email, 255, false],
      ['country', profile.country, 60, false], ['givenName', profile.givenName, 120, false], ['familyName', profile.familyName, 120, false],
      ['memberNumber', profile.memberNumber, 64, true], ['brandCode', profile.brandCode, 40, true], ['cardType', profile.cardType, 40, true], ['tier', profile.tier, 40, true],
    ], path),
    ...(birthday ? birthdayRefusals(birthday, [...path, 'birthday']) : []),
    ...(timeZone != null && !isTimeZone(timeZone) ? [refusal('INVALID_INPUT', `"${timeZone.slice(0, 40)}" is no time zone; write "Asia/Shanghai".`, [...path, 'timeZone'])] : []),
  ];
}

export function profileRefusals(customers: readonly ProfileDraft[]): Refusal[] {
  if (customers.length === 0 || customers.length > maximalCustomers) {
    return [refusal('INVALID_INPUT', `Send 1 to ${maximalCustomers} customers at a time; you sent ${customers.length}.`, ['customers'])];
  }
  if (new Set(customers.map(({ subject }) => subject)).size < customers.length) return [refusal('INVALID_INPUT', 'A subject stands there twice.', ['customers'])];
  return customers.flatMap((customer, index) => oneProfile(customer, ['customers', String(index)]));
}
