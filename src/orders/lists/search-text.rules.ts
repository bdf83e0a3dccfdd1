/** Decides what a text is found by: any two or more characters of it that follow each other, whatever their case and width. */
import { toInstant } from '../../platform/time.ts';

/** What can be searched: names, by any part; and numbers that are not of our making, by their beginning. */
export type SearchField = 'PRODUCT' | 'CONTACT' | 'NUMBER';

const longest = 300;

/** A text as it is compared: full-width and half-width forms alike, small letters, single spaces. */
export function searchable(text: string): string {
  const folded = text.normalize('NFKC').toLowerCase().normalize('NFC').replaceAll(/\s+/g, ' ').trim();
  return [...folded].slice(0, longest).join('');
}

/** Every two characters that follow each other, marked with the field they stand in: what an index of parts is made of. */
export function bigramsOf(field: SearchField, text: string): string[] {
  const characters = [...text];
  return [...new Set(characters.slice(1).map((character, index) => `${field[0]}${characters[index]}${character}`))];
}

const digitsOfNumber = 20;
const digitsOfTime = 12;

/** `yyMMddHHmmss` in UTC. */
const timeDigits = (epochMilliseconds: number): string => toInstant(epochMilliseconds).replaceAll(/\D/g, '').slice(2, 2 + digitsOfTime);

/** The instant that stands at the beginning of a time-ordered id. */
const epochOfId = (id: string): number => Number.parseInt(id.slice(0, 8) + id.slice(9, 13), 16);

/** Whether a number was made here: it then begins with the time that also stands in the order's id. */
export const isOwnNumber = ({ id, number }: { readonly id: string; readonly number: string }): boolean =>
  number.length === digitsOfNumber && /^\d+$/.test(number) && number.startsWith(timeDigits(epochOfId(id)));

const century = 2000;

/** The instant that such digits name, each part kept within what a calendar has. */
function epochOfDigits(digits: string): number {
  const [year, month, day, hour, minute, second] = digits.match(/\d\d/g)!.map(Number) as [number, number, number, number, number, number];
  const clamp = (value: number, least: number, most: number): number => Math.min(most, Math.max(least, value));
  return Date.UTC(century + year, clamp(month, 1, 12) - 1, clamp(day, 1, 31), clamp(hour, 0, 23), clamp(minute, 0, 59), clamp(second, 0, 59));
}

/** When orders were placed whose own numbers begin like this: not before `from`, and before `before`. Null where no own number can. */
export function timesOfNumbers(prefix: string): { readonly from: number; readonly before: number } | null {
  if (!/^\d{1,20}$/.test(prefix)) return null;
  const known = prefix.slice(0, digitsOfTime);
  return { from: epochOfDigits(known.padEnd(digitsOfTime, '0')), before: epochOfDigits(known.padEnd(digitsOfTime, '9')) + 1000 };
}

const lastCharacter = '\u{10FFFF}';

/** The first text behind all that begin with this one, compared by code points; one of many last characters has none, and gets one far behind. */
export function behindPrefix(prefix: string): string {
  const points = [...prefix].map((character) => character.codePointAt(0)!);
  for (let last = points.pop(); last !== undefined; last = points.pop()) {
    // Surrogates are no characters of their own.
    if (last < 0x10ffff) return String.fromCodePoint(...points, last + 1 === 0xd800 ? 0xe000 : last + 1);
  }
  return lastCharacter.repeat([...prefix].length + 100);
}

export interface SearchedOrder {
  readonly id: string;
  readonly number: string;
  readonly contactName: string | null;
  /** Names of the products of its lines. */
  readonly names: readonly string[];
}

export interface SearchTerm {
  readonly field: SearchField;
  readonly text: string;
}

/** Shorter texts cannot be asked for. */
export const shortestSearch = 2;

const isLongEnough = (text: string): boolean => [...text].length >= shortestSearch;

/** Everything that an order is found by. */
export function termsOf(order: SearchedOrder): SearchTerm[] {
  const products = [...new Set(order.names.map(searchable))].map((text): SearchTerm => ({ field: 'PRODUCT', text }));
  const contact: SearchTerm = { field: 'CONTACT', text: searchable(order.contactName ?? '') };
  const number: SearchTerm[] = isOwnNumber(order) ? [] : [{ field: 'NUMBER', text: order.number }];
  return [...[...products, contact].filter(({ text }) => isLongEnough(text)), ...number];
}

/** Whether the order is found by this, as the index will find it. */
export const isFoundBy = (order: SearchedOrder, { field, text }: SearchTerm): boolean =>
  termsOf(order).some((term) => term.field === field && (field === 'NUMBER' ? term.text.startsWith(text) : term.text.includes(text)));
