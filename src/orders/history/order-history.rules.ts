/** Decides what an order was like at an earlier version, from what each of its events changed. */
import type { EventRow } from '../../platform/event-log.ts';
import { isDue, type Instant } from '../../platform/time.ts';
import type { OrderChanges } from '../order.rules.ts';
import type { OrderItemRow, OrderRow } from '../order.tables.ts';

/** Every column that may change, as it is before anything has set it. */
export const blank = {
  visibility: 'VISIBLE', heldAt: null, holdReason: null, remindedAt: null, reminders: 0, remindAgainAt: null, settledAt: null, commentId: null, reviewedAt: null, awaitingReview: false,
  lastAction: null, lastActorId: null, timerAt: null, paidTotal: 0, refundedTotal: 0, afterSales: 'NONE', hadAfterSales: false, supplementTotal: 0, returnedTotal: 0, returnedPieces: 0, storeId: null, storeCode: null, storeName: null,
  clerkId: null, clerkName: null, courierCompany: null, courierCode: null, waybillNumber: null,
  paidAt: null, confirmedAt: null, deliveryStartedAt: null, deliveredAt: null, finishedAt: null, canceledAt: null,
} as const satisfies OrderChanges;

/** What an event may tell of a line besides the order's own columns, under `items`. */
export type ItemChange = Pick<OrderItemRow, 'seq'> & Partial<Pick<OrderItemRow, 'status' | 'commentId' | 'reviewedAt' | 'returningQuantity' | 'returnedQuantity'>>;

type Told = Pick<EventRow, 'version' | 'changes'>;

/** `history` holds the order's events, oldest first; the first one, PLACED, tells all that was set at the beginning. */
export function rewound(order: OrderRow, history: readonly Told[], version: number): OrderRow {
  const changes = history.filter((event) => event.version <= version).map(({ changes: { items: _items, ...columns } }) => columns);
  return Object.assign({ ...order, ...blank }, ...changes) as OrderRow;
}

const blankItem = { status: 'CREATED', commentId: null, reviewedAt: null, returningQuantity: 0, returnedQuantity: 0 } as const;

/** The lines as they were: what later events have told of a line is taken back. */
export function rewoundItems(items: readonly OrderItemRow[], history: readonly Told[], version: number): OrderItemRow[] {
  const told = (later: boolean, seq: number): ItemChange[] => history
    .filter((event) => event.version > version === later)
    .flatMap(({ changes }) => (changes['items'] as readonly ItemChange[] | undefined) ?? []).filter((item) => item.seq === seq);
  return items.map((item) => {
    const touched = new Set(told(true, item.seq).flatMap((change) => Object.keys(change)));
    const before: ItemChange = Object.assign({ seq: item.seq, ...blankItem }, ...told(false, item.seq));
    return { ...item, ...Object.fromEntries(Object.entries(before).filter(([key]) => touched.has(key))) };
  });
}

/** The columns of a new order that later events may change: what PLACED tells. */
export function initialChanges(order: OrderRow): OrderChanges {
  const { fulfilment, payment, status, version, updatedAt, payDeadline } = order;
  const set = Object.entries(blank).flatMap(([key, before]) => {
    const value = order[key as keyof typeof blank];
    return value === before ? [] : [[key, value]];
  });
  return { fulfilment, payment, status, version, updatedAt, payDeadline, ...Object.fromEntries(set) };
}

/** The order as it was at an instant; null before its first event. */
export function orderAtInstant(order: OrderRow, history: readonly EventRow[], at: Instant): OrderRow | null {
  const last = history.findLast((event) => event.version <= order.version && isDue(event.at, at));
  return last ? rewound(order, history, last.version) : null;
}
