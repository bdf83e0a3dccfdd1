/** What a store is. */
export const storeKinds = {
  STORE: 'A shop, with a till and shoppers of its own.',
  COMPANY: 'A company whose agents sell for it (S3); only they sell there.',
} as const satisfies Record<string, string>;

export type StoreKind = keyof typeof storeKinds;
