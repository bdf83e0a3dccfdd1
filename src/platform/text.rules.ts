/** Decides whether texts of an input keep their bounds. */
import { refusal, type Refusal } from './refusals.ts';

/** Name of the field, its value, the longest it may be in characters, and whether an empty text is refused. */
export type TextBound = readonly [field: string, value: string | null | undefined, maximum: number, filled: boolean];

/** Postgres keeps no NUL in a text, and JSON no half of a surrogate pair. */
const unstorable = /[\0\p{Surrogate}]/u;

export function textRefusals(bounds: readonly TextBound[], parent: readonly string[] = []): Refusal[] {
  return bounds.flatMap(([field, value, maximum, filled]) => {
    if (value === null || value === undefined) return [];
    if (filled && value.trim() === '') return [refusal('INVALID_INPUT', `${field} must not be empty.`, [...parent, field])];
    const length = [...value].length;
    if (length > maximum) return [refusal('INVALID_INPUT', `${field} has ${length} characters; at most ${maximum} are kept.`, [...parent, field])];
    if (unstorable.test(value)) return [refusal('INVALID_INPUT', `${field} holds a NUL character or half of a surrogate pair, which cannot be stored.`, [...parent, field])];
    return [];
  });
}

const longestAddressPart = 200;

/** The parts of an address, each within its bounds. */
export const addressRefusals = (address: object | null | undefined, parent: readonly string[]): Refusal[] =>
  textRefusals(Object.entries(address ?? {}).map(([part, value]): TextBound => [part, value as string | null, longestAddressPart, false]), parent);
