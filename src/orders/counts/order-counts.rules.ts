/** Decides by how much an event of an order changes the numbers on the tabs: of its store, of its owner, of the platform. */
import type { CountDelta } from '../../platform/event-log.ts';
import { cellNamed, nameOfCell, type OrderCell } from './order-cells.rules.ts';
import type { OrderStatus } from '../order.lifecycle.ts';
import type { OrderRow } from '../order.tables.ts';

/** Whose numbers there are, by the letter they are kept under. */
export const countScopes = {
  S: 'The store that an event names.',
  C: 'The customer that an event names.',
  P: 'The platform.',
  N: 'What no store has.',
} as const satisfies Record<string, string>;
export type CountScope = keyof typeof countScopes;

/** What is counted besides the cells; an order may be in several of these. */
export const countFlags = {
  HELD: 'On hold.',
  REMINDED: 'Its owner has reminded of it, and it still waits to leave.',
  RECYCLED: 'In its owner’s recycle bin; not counted by store.',
} as const satisfies Record<string, string>;
export type CountFlag = keyof typeof countFlags;

/** What of an order the numbers depend on. */
export type CountedOrder = Pick<OrderRow,
  'status' | 'awaitingReview' | 'kind' | 'deliveryType' | 'visibility' | 'heldAt' | 'remindedAt' | 'storeId' | 'customerId' | 'currency' | 'total'>;

/** Statuses in which a paid order waits to be sent, brought or fetched. */
export const waitsToBeSent: readonly OrderStatus[] = ['PAID_CONFIRM_PENDING', 'CONFIRMED_DELIVER_PENDING', 'CONFIRMED_PICK_PENDING'];

/** Statuses in which somebody who has reminded of the order still waits for it to leave. */
export const waitsForReminded: readonly OrderStatus[] = [...waitsToBeSent, 'DELIVERING'];

/** For those who work on it, what its owner threw away is an order like any other. */
const bucketsForStaff = (order: CountedOrder): string[] => [
  nameOfCell(order),
  ...(order.heldAt === null ? [] : ['HELD']),
  ...(order.remindedAt !== null && waitsForReminded.includes(order.status) ? ['REMINDED'] : []),
];

/** For its owner, what is in the recycle bin is there and nowhere else, and what was removed from it is gone (S1-40). */
function bucketsForOwner(order: CountedOrder): string[] {
  if (order.visibility === 'VISIBLE') return bucketsForStaff(order);
  return order.visibility === 'RECYCLED' ? ['RECYCLED'] : [];
}

function bucketsIn(scope: CountScope, order: CountedOrder | null): string[] {
  if (order === null) return [];
  switch (scope) {
    case 'S': return order.storeId === null ? [] : bucketsForStaff(order);
    case 'N': return order.storeId === null ? bucketsForStaff(order) : [];
    case 'P': return [...bucketsForStaff(order), ...(order.visibility === 'RECYCLED' ? ['RECYCLED'] : [])];
    case 'C': return order.customerId === null ? [] : bucketsForOwner(order);
  }
}

/** An event is read by the one store that it names: no other store's numbers may change by it. */
function checkStore(before: CountedOrder | null, after: CountedOrder, changesStore: boolean, named: string | null): void {
  const concerned = new Set([before?.storeId, after.storeId].filter((id) => id != null));
  if (concerned.size > 1) throw new Error('An order leaves its store by an event of its own, before another store gets it.');
  if (changesStore && (named === null || !concerned.has(named))) throw new Error('The event changes the numbers of a store that it does not name.');
}

/** The change of every number that the event changes, or null; scopes in which the same happens stand together. `storeId`: the store that the event names. */
export function countDeltas(before: CountedOrder | null, after: CountedOrder, storeId: string | null): CountDelta[] | null {
  const deltas: [scopes: string, bucket: string, currency: string, orders: number, amount: number][] = [];
  for (const scope of Object.keys(countScopes) as CountScope[]) {
    const [left, entered] = [bucketsIn(scope, before), bucketsIn(scope, after)];
    for (const bucket of new Set([...left, ...entered])) {
      const [was, is] = [left.includes(bucket), entered.includes(bucket)];
      const orders = Number(is) - Number(was);
      const amount = (is ? after.total : 0) - (was ? before!.total : 0);
      if (orders === 0 && amount === 0) continue;
      const alike = deltas.find((delta) => delta[1] === bucket && delta[3] === orders && delta[4] === amount);
      if (alike) alike[0] += scope;
      else deltas.push([scope, bucket, after.currency, orders, amount]);
    }
  }
  checkStore(before, after, deltas.some(([scopes]) => scopes.includes('S')), storeId);
  return deltas.length === 0 ? null : deltas;
}

/** How many orders of a scope are in a bucket, and what they come to. */
export interface BucketCount {
  readonly scope: CountScope;
  readonly bucket: string;
  readonly currency: string;
  readonly orders: number;
  readonly amount: number;
}

/** The counts that are of cells, with their cells: together they hold every order of the scope once. */
export const cellCounts = (counts: readonly BucketCount[]): (BucketCount & { readonly cell: OrderCell })[] =>
  counts.flatMap((count) => {
    const cell = cellNamed(count.bucket);
    return cell ? [{ ...count, cell }] : [];
  });

/** Numbers that an event can change, as clients know them; each status is one as well. */
export const shownFlags = {
  TOTAL: 'All orders.',
  AWAITING_REVIEW: 'Done, and not reviewed yet.',
  ON_HOLD: 'On hold.',
  REMINDED: 'Reminded of, and still waiting to leave.',
  RECYCLED: 'In the recycle bin.',
} as const satisfies Record<string, string>;
export type ShownBucket = keyof typeof shownFlags | OrderStatus;

export interface ShownDelta {
  readonly bucket: ShownBucket;
  readonly currency: string;
  readonly orders: number;
  readonly amount: number;
}

function shownOf(bucket: string): ShownBucket[] {
  const cell = cellNamed(bucket);
  if (cell) return ['TOTAL', cell.status, ...(cell.awaitingReview ? ['AWAITING_REVIEW' as const] : [])];
  if (bucket === 'HELD') return ['ON_HOLD'];
  return bucket === 'REMINDED' || bucket === 'RECYCLED' ? [bucket] : [];
}

/** What the deltas of an event change for those who look at one scope. */
export function shownDeltas(deltas: readonly CountDelta[], scope: CountScope): ShownDelta[] {
  const sums = new Map<ShownBucket, ShownDelta>();
  for (const [, name, currency, orders, amount] of deltas.filter(([scopes]) => scopes.includes(scope))) {
    for (const bucket of shownOf(name)) {
      const sum = sums.get(bucket) ?? { bucket, currency, orders: 0, amount: 0 };
      sums.set(bucket, { ...sum, orders: sum.orders + orders, amount: sum.amount + amount });
    }
  }
  return [...sums.values()].filter(({ orders, amount }) => orders !== 0 || amount !== 0);
}
