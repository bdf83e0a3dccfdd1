/** Whose cart it is. */
export const cartKinds = {
  SHOPPER: 'A shopper’s own; becomes an online order.',
  TILL: 'A basket at a store’s till; becomes an in-store order.',
} as const satisfies Record<string, string>;
export type CartKind = keyof typeof cartKinds;

export const cartStates = {
  OPEN: 'Can be changed and ordered.',
  ORDERED: 'Has become an order; it never becomes a second one (S3-36).',
  DELETED: 'Thrown away, or merged into another.',
} as const satisfies Record<string, string>;
export type CartState = keyof typeof cartStates;

/** How the offer on a line is chosen (S0-71). */
export const offerChoices = {
  AUTO: 'Whatever offers apply, as the rules say.',
  NONE: 'None: the line is sold without an offer.',
  ONLY: 'The one that is named, and no other; where it does not apply, the cart cannot be ordered.',
} as const satisfies Record<string, string>;
export type OfferChoiceKind = keyof typeof offerChoices;
