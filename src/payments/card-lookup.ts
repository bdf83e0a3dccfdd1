/** What a card terminal did with a card. */
export const cardTransactionTypes = {
  CHARGE: 'Money was taken from the card.',
  REFUND: 'Money was given back to the card.',
} as const satisfies Record<string, string>;
export type CardTransactionType = keyof typeof cardTransactionTypes;

/** How far a transaction at a terminal has come, in the words of today's terminals; APPROVED: and captured. */
export type CardTransactionStatus = 'PENDING' | 'APPROVED' | 'DECLINED' | 'ABORTED' | 'ERROR' | 'INCONCLUSIVE';

/** A transaction as the terminals' operator knows it. Amounts are minor units. */
export interface CardTransaction {
  readonly id: string;
  readonly type: CardTransactionType;
  readonly status: CardTransactionStatus;
  readonly amount: number;
  readonly currency: string;
  /** The merchant's own reference: the number of the order. */
  readonly reference: string;
  /** The charge that a refund gives back. */
  readonly originalId: string | null;
  /** How much of a charge has been given back at terminals by now; nothing of a refund. */
  readonly givenBack: number;
}

/** What came of asking. `unreachable` says nothing about the money. */
export type CardAnswer =
  | { readonly kind: 'found'; readonly transaction: CardTransaction }
  | { readonly kind: 'absent' }
  | { readonly kind: 'unreachable'; readonly reason: string };

/** The port to whoever runs the card terminals: a transaction is looked up by its id, and never believed to be what a client says. */
export interface CardLookup {
  find(transactionId: string): Promise<CardAnswer>;
}
