import { fromString, fromUUID, getType, toUUID } from 'typeid-js';
import { v5, v7 } from 'uuid';

/** Time-ordered, so that "newest first" is "largest id first" and new rows land at the end of every index. */
export const newId = (): string => v7();

/** An id for something that exists from this instant on: lists sort and filter by the instant in the id. */
export const newIdAt = (epochMilliseconds: number): string => v7({ msecs: epochMilliseconds });

/** The kinds of object a client can name; the word is the visible prefix of its opaque id. */
export type IdKind = 'order' | 'store' | 'product' | 'sku' | 'customer' | 'staff' | 'payment' | 'refund' | 'cart' | 'ledger' | 'tier' | 'address' | 'freight' | 'offer' | 'coupon' | 'coupon_definition'
  | 'service' | 'service_reason';

/** The opaque id clients see, e.g. `order_01jq8z…` (a TypeID over the row's UUID). */
export const toGlobalId = (kind: IdKind, uuid: string): string => fromUUID(uuid, kind);

/** The row's UUID behind an opaque id, or null where the text is not an id of this kind. */
export function fromGlobalId(kind: IdKind, text: string): string | null {
  try {
    return toUUID(fromString(text, kind));
  } catch {
    return null;
  }
}

/** The kind named by an opaque id, or null where it is none. */
export function kindOfGlobalId(text: string): string | null {
  try {
    return getType(fromString(text));
  } catch {
    return null;
  }
}

const personNamespace = '6f1d3c1e-4c1b-5b0e-9f3a-2d9a52a1d0c7';

/** A person's id follows from the subject of their token, so that nobody has to be looked up to be recognised. */
export const personIdOf = (subject: string): string => v5(subject, personNamespace);

const derivedNamespace = '2b6a7c50-3a0e-5d53-8d0c-9a1f4f2f6c11';

/** An id that follows from a name, for what has none of its own. */
export const derivedId = (kind: string, name: string): string => v5(`${kind} ${name}`, derivedNamespace);

/** The smallest id that an object created at this instant could have: turns a time bound into a key bound. */
export function smallestIdAt(epochMilliseconds: number): string {
  const hex = Math.max(0, Math.floor(epochMilliseconds)).toString(16).padStart(12, '0').slice(-12);
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-0000-0000-000000000000`;
}
