/** Decides whether what the server has is what the file says. */
import type { OrderShape } from './order-plan.rules.ts';
import type { SeenOrder, StoreBooks } from './read-orders.ts';
import type { RowException } from './row-exceptions.rules.ts';
import { isNothing, minus, nothing, sumOf, type Sums } from './sums.rules.ts';

/** An invoice that the server would not have, in its own words. */
export interface RefusedInvoice extends OrderShape {
  readonly uid: string;
  readonly objection: string;
}

export interface Evidence {
  readonly file: Sums;
  readonly exceptionSums: ReadonlyMap<RowException, Sums>;
  readonly expected: ReadonlyMap<string, OrderShape>;
  /** Orders as read back from the server after the last one was placed. */
  readonly seen: ReadonlyMap<string, SeenOrder>;
  /** Uids that were there before this run. */
  readonly before: ReadonlySet<string>;
  readonly refused: readonly RefusedInvoice[];
  readonly booksBefore: StoreBooks;
  readonly booksAfter: StoreBooks;
}

export interface Reconciliation {
  /** As read back from the server. */
  readonly placed: Sums;
  readonly placedBefore: Sums;
  readonly refused: Sums;
  /** What neither an order nor a named exception accounts for. */
  readonly unexplained: Sums;
  /** Everything that is not as it must be, in a sentence each. */
  readonly faults: readonly string[];
  readonly reconciles: boolean;
}

function faultOf(uid: string, expected: OrderShape, seen: SeenOrder | undefined): string | null {
  if (!seen) return `${uid} is not on the server.`;
  const { sums } = seen;
  if (!isNothing(minus(sums, expected.sums))) return `${uid} differs from the file in lines, pieces or money.`;
  if (seen.fingerprint !== expected.fingerprint) return `${uid} has other lines than the file, though they come to the same.`;
  // What a later cancellation gave back whole is refunded, in a run that goes on where another was.
  if (seen.status !== 'CLOSED_CONFIRMED' && seen.status !== 'CLOSED_REFUNDED') return `${uid} is not done: it is ${seen.status}.`;
  return seen.paid === sums.money ? null : `${uid} was not paid as much as it comes to.`;
}

/** The store's own counters must have grown by just the orders that this run has added. */
function bookFaults({ booksBefore, booksAfter }: Evidence, added: Sums): string[] {
  const orders = booksAfter.orders - booksBefore.orders;
  const money = booksAfter.money - booksBefore.money;
  if (orders === added.invoices && money === added.money) return [];
  return [`The store's counters grew by ${orders} orders, but this run added ${added.invoices}: something was placed twice, or somebody else sold in this store meanwhile.`];
}

export function reconcile(evidence: Evidence): Reconciliation {
  const { file, exceptionSums, expected, seen, before, refused } = evidence;
  const placed = sumOf([...seen.values()].map(({ sums }) => sums));
  const placedBefore = sumOf([...seen.values()].filter(({ uid }) => before.has(uid)).map(({ sums }) => sums));
  const refusedUids = new Set(refused.map(({ uid }) => uid));
  const absent = refused.filter(({ uid }) => !seen.has(uid));
  const refusedSums = sumOf(absent.map(({ sums }) => sums));
  const unexplained = [...exceptionSums.values(), refusedSums, placed].reduce(minus, file);
  const orderFaults = [...expected].filter(([uid]) => seen.has(uid) || !refusedUids.has(uid)).flatMap(([uid, shape]) => faultOf(uid, shape, seen.get(uid)) ?? []);
  const faults = [
    ...refused.map(({ uid, objection }) => `${uid} was refused by the server. ${objection}`),
    ...orderFaults,
    ...bookFaults(evidence, minus(placed, placedBefore)),
    ...(isNothing(unexplained) ? [] : ['Orders and named exceptions do not add up to the file.']),
  ];
  return { placed, placedBefore, refused: absent.length > 0 ? refusedSums : nothing, unexplained, faults, reconciles: faults.length === 0 };
}
