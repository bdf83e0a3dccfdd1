import type { Context } from '../context.ts';
import type { Caller } from '../identity/caller.ts';
import type { OrderItemRow, OrderRow } from '../orders/order.tables.ts';
import type { RefundRow } from '../payments/payment.tables.ts';
import type { Database, Fragment } from '../platform/database.ts';
import { historiesOf, type EventRow } from '../platform/event-log.ts';
import { fromGlobalId } from '../platform/ids.ts';
import { defineLoader, groupedBy } from '../platform/loaders.ts';
import type { CustomerServiceItemRow, CustomerServiceRow } from './customer-service.tables.ts';
import type { OrderCase, ServiceDocument } from './order-case.rules.ts';

type Scope = Pick<Context, 'db' | 'loaders'>;

/** The documents a caller may know of, as a condition on `customer_services c`; absent and foreign ones look the same. */
export function servicesVisibleTo(db: Database, { role, personId }: Pick<Caller, 'role' | 'personId'>): Fragment {
  if (role === 'SHOPPER') return db`c.customer_id = ${personId}`;
  if (role === 'STAFF') return db`exists (select 1 from store_members m where m.store_id = c.store_id and m.staff_id = ${personId})`;
  return db`true`;
}

const serviceNumber = /^\d{20}$/;

/** Finds a document by its opaque id or its number; null where the caller may not know of it. */
export async function findService(db: Database, caller: Pick<Caller, 'role' | 'personId'>, reference: string): Promise<CustomerServiceRow | null> {
  const id = serviceNumber.test(reference) ? null : fromGlobalId('service', reference);
  if (id === null && !serviceNumber.test(reference)) return null;
  const named = id ? db`c.id = ${id}` : db`c.number = ${reference}`;
  return (await db<CustomerServiceRow[]>`select c.* from customer_services c where ${named} and ${servicesVisibleTo(db, caller)}`)[0] ?? null;
}

export async function findServiceByUid(db: Database, caller: Pick<Caller, 'role' | 'personId'>, uid: string, scope: string): Promise<CustomerServiceRow | null> {
  const [row] = await db<CustomerServiceRow[]>`select c.* from customer_services c where c.uid_scope = ${scope} and c.uid = ${uid} and ${servicesVisibleTo(db, caller)}`;
  return row ?? null;
}

const together = (rows: readonly CustomerServiceRow[], items: readonly CustomerServiceItemRow[]): ServiceDocument[] => {
  const grouped = groupedBy(rows.map(({ id }) => id), items, ({ serviceId }) => serviceId);
  return rows.map((row, index) => ({ row, items: grouped[index]! }));
};

/** Documents that are kept together: those of an order, or the one without an order, oldest first. */
export async function documentsAt(db: Database, anchorId: string): Promise<ServiceDocument[]> {
  const [rows, items] = await Promise.all([
    db<CustomerServiceRow[]>`select * from customer_services where anchor_id = ${anchorId} order by id`,
    db<CustomerServiceItemRow[]>`select * from customer_service_items where anchor_id = ${anchorId} order by service_id, seq`,
  ]);
  return together(rows, items);
}

/** All that after-sales must know of an order. The order was read before: whatever is committed in between voids a plan by its version. */
export async function caseOf(db: Database, order: OrderRow): Promise<OrderCase> {
  const [lines, documents] = await Promise.all([
    db<OrderItemRow[]>`select * from order_items where order_id = ${order.id} order by seq`,
    documentsAt(db, order.id),
  ]);
  return { order, lines, documents };
}

/** Points that a refund of the order may take back; nobody is asked where it has earned none. */
export const pointsToLose = async (db: Database, { customerId, pointsToEarn }: OrderRow): Promise<number> => (customerId === null || pointsToEarn === 0 ? 0
  : (await db<{ balance: number }[]>`select balance from ledger_accounts where customer_id = ${customerId} and kind = 'POINTS' and unit = 'POINTS'`)[0]?.balance ?? 0);

export const visibleServiceById = defineLoader(async ({ db, caller }: Pick<Context, 'db' | 'loaders' | 'caller'>, ids: readonly string[]) => {
  if (!caller) return ids.map(() => null);
  const rows = await db<CustomerServiceRow[]>`select c.* from customer_services c where c.id = any(${ids as string[]}::uuid[]) and ${servicesVisibleTo(db, caller)}`;
  return groupedBy(ids, rows, (row) => row.id).map(([row]) => row ?? null);
});

/** Of the documents of these orders, those that the caller may know of, oldest first. */
export const servicesOf = (db: Database, caller: Caller, ...orderIds: readonly string[]): Promise<CustomerServiceRow[]> => db<CustomerServiceRow[]>`
  select c.* from customer_services c where c.anchor_id = any(${orderIds as string[]}::uuid[]) and ${servicesVisibleTo(db, caller)} order by c.anchor_id, c.id`;

export const servicesOfOrder = defineLoader(async ({ db, caller }: Pick<Context, 'db' | 'loaders' | 'caller'>, ids: readonly string[]) =>
  (caller ? groupedBy(ids, await servicesOf(db, caller, ...ids), (row) => row.anchorId) : ids.map(() => [])));

/** Names a document together with what it is kept with, as its children do. */
export interface ServiceKey {
  readonly anchorId: string;
  readonly id: string;
}
const textOf = ({ anchorId, id }: ServiceKey): string => `${anchorId} ${id}`;
const keyOf = (text: string): ServiceKey => ({ anchorId: text.slice(0, 36), id: text.slice(37) });

const anchorsOf = (keys: readonly string[]): string[] => [...new Set(keys.map((key) => keyOf(key).anchorId))];
const idsOf = (keys: readonly string[]): string[] => keys.map((key) => keyOf(key).id);

const itemsByKey = defineLoader(async ({ db }: Scope, keys: readonly string[]) =>
  groupedBy(keys, await db<CustomerServiceItemRow[]>`
    select * from customer_service_items where anchor_id = any(${anchorsOf(keys)}::uuid[]) and service_id = any(${idsOf(keys)}::uuid[]) order by service_id, seq`,
  ({ anchorId, serviceId }) => textOf({ anchorId, id: serviceId })));

const refundsByKey = defineLoader(async ({ db }: Scope, keys: readonly string[]) =>
  groupedBy(keys, await db<RefundRow[]>`
    select * from refunds where order_id = any(${anchorsOf(keys)}::uuid[]) and service_id = any(${idsOf(keys)}::uuid[]) order by id`,
  ({ orderId, serviceId }) => textOf({ anchorId: orderId, id: serviceId! })));

export const itemsOfService = (scope: Scope, key: ServiceKey): Promise<CustomerServiceItemRow[]> => itemsByKey(scope).load(textOf(key));
export const primeItems = (scope: Scope, key: ServiceKey, items: readonly CustomerServiceItemRow[]): void => void itemsByKey(scope).clear(textOf(key)).prime(textOf(key), [...items]);
export const refundsOfService = (scope: Scope, key: ServiceKey): Promise<RefundRow[]> => refundsByKey(scope).load(textOf(key));
export const primeRefunds = (scope: Scope, key: ServiceKey, rows: readonly RefundRow[]): void => void refundsByKey(scope).clear(textOf(key)).prime(textOf(key), [...rows]);

export const refundsOf = (db: Database, { anchorId, id }: ServiceKey): Promise<RefundRow[]> =>
  db<RefundRow[]>`select * from refunds where order_id = ${anchorId} and service_id = ${id} order by id`;

export const historyOfService = defineLoader(async ({ db }: Scope, ids: readonly string[]): Promise<EventRow[][]> =>
  groupedBy(ids, await historiesOf(db, ids), (row) => row.subjectId));
