import type { Caller } from '../../src/identity/caller.ts';
import type { OrderList } from '../../src/orders/lists/order-conditions.queries.ts';
import { conditionsOf } from '../../src/orders/lists/order-conditions.rules.ts';
import type { OrderFilter } from '../../src/orders/lists/order-filter.types.ts';
import type { OrderPageRequest, OrderSort } from '../../src/orders/lists/order-page-request.ts';
import type { ListScope } from '../../src/orders/order.queries.ts';
import type { OrderRow } from '../../src/orders/order.tables.ts';
import { findTerms } from '../../src/orders/lists/search-terms.queries.ts';
import { startOrderCounts } from '../../src/orders/counts/keep-order-counts.ts';
import { openDatabase, type Database } from '../../src/platform/database.ts';
import { newId } from '../../src/platform/ids.ts';
import { systemClock, toInstant } from '../../src/platform/time.ts';
import { fillOrders } from '../../scripts/fill/fill-orders.ts';
import { cloneDatabase } from '../support/database.ts';

/** A store with made-up orders, and one of them from the middle of its life, with which filters and cursors are made. */
export interface FilledStore {
  readonly db: Database;
  readonly storeId: string;
  readonly middle: OrderRow;
  stop(): Promise<void>;
}

export async function fillStore(orders: number): Promise<FilledStore> {
  const { url, drop } = await cloneDatabase();
  const db = openDatabase(url, { poolSize: 1 });
  const store = { id: newId(), code: 'FILLED', name: 'Filled', currency: 'GBP' };
  await db`
    insert into stores (id, code, name, currency, accepting_orders, version, created_at, updated_at) values (${store.id}, ${store.code}, ${store.name}, 'GBP', true, 1, now(), now())`;
  await startOrderCounts(db);
  await fillOrders(db, { store, orders, days: 730, alone: true, listsOnly: true, tell: () => {} });
  const [middle] = await db<OrderRow[]>`select * from orders where kind = 'ONLINE' and status = 'CLOSED_CONFIRMED' and delivery_type = 'EXPRESS' order by id offset ${Math.floor(orders / 8)} limit 1`;
  return {
    db, storeId: store.id, middle: middle!,
    stop: async () => {
      await db.end({ timeout: 1 });
      await drop();
    },
  };
}

const daysAgo = (days: number): string => toInstant(Date.now() - days * 86_400_000);

export type Piece = readonly [name: string, filter: OrderFilter];

/** Every field of the filter: with a value that few orders have, and with one that many have, where there are such. */
export const piecesFor = ({ number, contactPhone, waybillNumber, customerId }: OrderRow): readonly Piece[] => [
  ['open statuses', { status: ['DELIVERING', 'PAID_CONFIRM_PENDING'] }], ['a closed status', { status: ['CLOSED_CONFIRMED'] }], ['a status that nothing is in', { status: ['CANCELED_RETURN_PENDING'] }],
  ['kind', { kind: 'IN_STORE' }], ['delivery type', { deliveryType: 'FLASH' }], ['without a store', { unassigned: true }], ['with a store', { unassigned: false }],
  ['after-sales', { afterSales: true }], ['no after-sales', { afterSales: false }], ['awaiting review', { awaitingReview: true }], ['not awaiting review', { awaitingReview: false }],
  ['reminded', { reminded: true }], ['not reminded', { reminded: false }], ['on hold', { onHold: true }], ['not on hold', { onHold: false }],
  ['recycled', { visibility: 'RECYCLED' }], ['visible', { visibility: 'VISIBLE' }],
  ['customer', { customerId: customerId! }], ['phone', { contactPhone: contactPhone! }], ['waybill', { waybillNumber: waybillNumber! }],
  ['common product', { productName: 'mug' }], ['rare product', { productName: '青瓷茶杯II' }], ['product of many names', { productName: 'er' }],
  ['contact', { contactName: 'Rosa' }], ['rare contact', { contactName: '王伟' }], ['contact of many names', { contactName: 'an' }],
  ['number', { number }], ['number of a day', { number: number.slice(0, 6) }], ['number of a year', { number: number.slice(0, 2) }],
  ['months', { lastMonths: 3 }], ['created on a day', { createdFrom: daysAgo(300), createdBefore: daysAgo(299) }], ['created before', { createdBefore: daysAgo(400) }],
  ['paid on a day', { paidFrom: daysAgo(300), paidBefore: daysAgo(299) }], ['paid in a year', { paidFrom: daysAgo(500), paidBefore: daysAgo(135) }],
  ['finished in a month', { finishedFrom: daysAgo(130), finishedBefore: daysAgo(100) }], ['finished since', { finishedFrom: daysAgo(30) }],
];

export type Combination = readonly [name: string, filter: OrderFilter];

/** No filter, each piece by itself, and every two of them that do not set the same field. */
export function combinationsOf(pieces: readonly Piece[]): Combination[] {
  const pairs = pieces.flatMap(([name, filter], index) => pieces.slice(index + 1).flatMap(([other, more]): Combination[] =>
    (Object.keys(more).some((field) => field in filter) ? [] : [[`${name} + ${other}`, { ...filter, ...more }]])));
  return [['no filter', {}], ...pieces, ...pairs];
}

/** So many filters of three to five pieces that set different fields: others each time round, and the same in every run. */
export function mixesOf(pieces: readonly Piece[], count: number): Combination[] {
  return Array.from({ length: count }, (_, mix) => {
    const chosen: Piece[] = [];
    const step = 1 + (Math.floor(mix / pieces.length) % (pieces.length - 1));
    for (let look = 0; chosen.length < 3 + (mix % 3) && look < 2 * pieces.length; look += 1) {
      // The second time round, one further: a step may lead to some of the pieces only.
      const piece = pieces[(mix + look * step + Math.floor(look / pieces.length)) % pieces.length]!;
      if (Object.keys(piece[1]).every((field) => chosen.every(([, filter]) => !(field in filter)))) chosen.push(piece);
    }
    return [chosen.map(([name]) => name).join(' + '), Object.assign({}, ...chosen.map(([, filter]) => filter)) as OrderFilter] as const;
  });
}

const caller: Caller = { role: 'PLATFORM', subject: 'p', personId: newId(), name: null, expiresAt: Number.MAX_SAFE_INTEGER };

export async function listOf(db: Database, scope: ListScope, { customerId = null, ...filter }: OrderFilter): Promise<OrderList> {
  const conditions = conditionsOf(filter, customerId, scope.of === 'customer', systemClock());
  return { caller: scope.of === 'customer' ? { ...caller, role: 'SHOPPER', personId: scope.id } : caller, scope, conditions, terms: await findTerms(db, scope, conditions.search) };
}

export const pageSize = 50;

/** The first page, a page far behind, and the pages before that one, by either sort. */
export const requestsFor = (middle: OrderRow): readonly OrderPageRequest[] => (['CREATED', 'UPDATED'] as const).flatMap((sort: OrderSort) => [
  { sort, limit: pageSize, backwards: false, olderThan: null, newerThan: null },
  { sort, limit: pageSize, backwards: false, olderThan: middle, newerThan: null },
  { sort, limit: pageSize, backwards: true, olderThan: null, newerThan: middle },
]);
