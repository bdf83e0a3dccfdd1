/** Who may call. A person's rights in one store follow from membership, which is looked up with the object asked for. */
export const roles = {
  SHOPPER: 'Buys, and sees what is their own.',
  STAFF: 'Works orders of the stores they are a member of.',
  PLATFORM: 'The back office: sees and steers every store.',
  SERVICE: 'An integrated system: keeps catalogue and customers, and places in-store orders for any store.',
} as const satisfies Record<string, string>;

export type Role = keyof typeof roles;

/** The authenticated caller; always from the token, never from an argument. */
export interface Caller {
  readonly role: Role;
  /** Follows from the token's subject. */
  readonly personId: string;
  readonly subject: string;
  /** As the token's issuer writes it; kept in histories, never in logs. */
  readonly name: string | null;
  /** On what they work, by the token's claim or the connection's; kept in histories. */
  readonly device?: string | null;
  /** When the token ends, in seconds since 1970. */
  readonly expiresAt: number;
}
