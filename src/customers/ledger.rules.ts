/** Decides what a posting to the ledger is, and which are well-formed. */
import type { Actor } from '../platform/event-log.ts';
import type { Instant } from '../platform/time.ts';

/** The accounts of a customer, with a balance that is never below zero. */
export const customerAccounts = {
  POINTS: 'Points that can be spent.',
  POINTS_RESERVED: 'Points that an order holds until it is paid or given up.',
  WALLET: 'Money that the customer keeps with the platform, in one currency.',
} as const satisfies Record<string, string>;

export type CustomerAccountKind = keyof typeof customerAccounts;

/** The platform's side of each transaction: where points and money come from and go to. It has no balance row. */
export type PlatformAccountKind = 'PLATFORM_POINTS' | 'PLATFORM_WALLET';

export type LedgerAccountKind = CustomerAccountKind | PlatformAccountKind;

export const ledgerReasons = {
  EARN: 'Points for a finished order.',
  EARN_REVERSED: 'Points that had been earned with what was returned afterwards.',
  RESERVE: 'Points set aside for an order that waits for its payment.',
  RELEASE: 'Points that an order no longer holds, because it was given up.',
  SPEND: 'Points that paid for an order.',
  SPEND_RETURNED: 'Points that came back with a refund.',
  TOP_UP: 'Money put into the wallet.',
  WALLET_PAYMENT: 'Money out of the wallet that paid for an order.',
  WALLET_REFUND: 'Money that a refund put back into the wallet.',
  ADJUST: 'Given or taken by the platform; the note says why.',
} as const satisfies Record<string, string>;

export type LedgerReason = keyof typeof ledgerReasons;

export interface LedgerEntry {
  readonly kind: LedgerAccountKind;
  readonly amount: number;
}

/** One transaction: what moves for a customer in one unit, and why. */
export interface LedgerPosting {
  readonly id: string;
  readonly customerId: string;
  /** 'POINTS' or a currency. */
  readonly unit: string;
  readonly reason: LedgerReason;
  readonly orderId: string | null;
  readonly note: string | null;
  readonly at: Instant;
  /** Who did it; the system when left out. */
  readonly actor?: Actor;
  /** Sums to zero; each account once. */
  readonly entries: readonly LedgerEntry[];
}

export const pointsUnit = 'POINTS';

const pointsAccounts = new Set<LedgerAccountKind>(['POINTS', 'POINTS_RESERVED', 'PLATFORM_POINTS']);

/** What is wrong with a posting, in words for programmers; null when nothing is. */
export function postingFault({ unit, entries }: LedgerPosting): string | null {
  if (entries.length < 2) return 'A posting has at least two entries.';
  if (new Set(entries.map(({ kind }) => kind)).size < entries.length) return 'A posting names each account once.';
  if (entries.some(({ amount }) => !Number.isSafeInteger(amount) || amount === 0)) return 'An entry moves a whole number, and not zero.';
  if (entries.reduce((sum, { amount }) => sum + amount, 0) !== 0) return 'The entries of a posting sum to zero.';
  if (entries.some(({ kind }) => pointsAccounts.has(kind) !== (unit === pointsUnit))) return `An account does not hold ${unit}.`;
  return null;
}
