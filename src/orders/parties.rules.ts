/** Decides how somebody whom an order names is written down. */
import type { Address } from '../platform/address.types.ts';

/** How somebody is addressed (S3-29, S3-30). */
export const titles = {
  MR: 'Mr. (S3-29).',
  MS: 'Ms. (S3-30).',
} as const satisfies Record<string, string>;
export type Title = keyof typeof titles;

/** Somebody an order names: who gets the goods, or who pays the bill (S3-153 to S3-157). */
export interface Party {
  readonly name: string;
  readonly title: Title | null;
  readonly givenName: string | null;
  readonly familyName: string | null;
  readonly phone: string | null;
  readonly email: string | null;
  readonly address: Address | null;
}

type PartyDraft = { readonly [Part in keyof Party]?: Party[Part] | null | undefined } & { readonly name: string };

/** A party with nothing left open. */
export const partyOf = ({ name, title, givenName, familyName, phone, email, address }: PartyDraft): Party => ({
  name, title: title ?? null, givenName: givenName ?? null, familyName: familyName ?? null, phone: phone ?? null, email: email ?? null, address: address ?? null,
});

/** The columns of an order that name who gets the goods. */
export function contactColumns(contact: PartyDraft | null | undefined) {
  const party = contact ? partyOf(contact) : null;
  return {
    contactName: party?.name ?? null, contactPhone: party?.phone ?? null, contactAddress: party?.address ?? null, contactTitle: party?.title ?? null,
    contactGivenName: party?.givenName ?? null, contactFamilyName: party?.familyName ?? null, contactEmail: party?.email ?? null,
  };
}
