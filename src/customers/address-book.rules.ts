/** Decides which addresses can be kept. */
import { refusal, type Refusal } from '../platform/refusals.ts';
import { addressRefusals, textRefusals } from '../platform/text.rules.ts';

export const salutations = {
  MR: 'Mr. (S3-153: 0).',
  MS: 'Ms. (S3-153: 1).',
} as const satisfies Record<string, string>;

export type Salutation = keyof typeof salutations;

export interface AddressDraft {
  readonly name: string;
  readonly givenName?: string | null | undefined;
  readonly familyName?: string | null | undefined;
  readonly phone?: string | null | undefined;
  readonly email?: string | null | undefined;
  readonly address: { readonly country?: string | null | undefined; readonly street?: string | null | undefined; readonly detail?: string | null | undefined };
}

export const maximalAddresses = 50;

/** Bounds of the texts, a country that is a code, and a place that somebody can find. */
export function draftRefusals({ name, givenName, familyName, phone, email, address }: AddressDraft): Refusal[] {
  const country = address.country?.trim();
  return [
    ...textRefusals([['name', name, 120, true], ['givenName', givenName, 120, false], ['familyName', familyName, 120, false], ['phone', phone, 40, false], ['email', email, 255, false]]),
    ...addressRefusals(address, ['address']),
    ...(country && !/^[A-Z]{2}$/.test(country) ? [refusal('INVALID_INPUT', 'A country is its two-letter ISO 3166 code in capitals, such as "CN".', ['address', 'country'])] : []),
    ...(address.street?.trim() || address.detail?.trim() ? [] : [refusal('INVALID_INPUT', 'An address needs a street or a detail.', ['address'])]),
  ];
}
