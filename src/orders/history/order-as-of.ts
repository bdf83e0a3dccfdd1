import type { Caller } from '../../identity/caller.ts';
import type { Database, Fragment } from '../../platform/database.ts';
import { historiesOf } from '../../platform/event-log.ts';
import { groupedBy } from '../../platform/loaders.ts';
import { rewound } from './order-history.rules.ts';
import type { OrderRow } from '../order.tables.ts';

interface OrderAt {
  readonly id: string;
  readonly version: number;
}

/**
 * Whom the answer of their own command may be told again: its shopper, whatever they have deleted since; who works in the order's store
 * now, or in the store that the command itself took the order away from. Who was taken out of the store since is told nothing more.
 */
function toldAgain(db: Database, { role, personId }: Caller, wanted: readonly OrderAt[]): Fragment {
  if (role === 'SHOPPER') return db`o.customer_id = ${personId}`;
  if (role !== 'STAFF') return db`true`;
  return db`exists (
    select 1 from store_members m where m.staff_id = ${personId} and (m.store_id = o.store_id or m.store_id in (
      select e.store_id from unnest(${wanted.map(({ id }) => id)}::uuid[], ${wanted.map(({ version }) => version)}::int[]) as w (id, version)
      join events e on e.subject_id = w.id and e.version = w.version where w.id = o.id and jsonb_exists(e.changes, 'storeId'))))`;
}

/** The order as it was right after it reached this version by the caller's command; null where they may know of it no longer. */
export const orderAsOf = async (db: Database, caller: Caller, id: string, version: number): Promise<OrderRow | null> =>
  (await ordersAsOf(db, caller, [{ id, version }])).get(`${id} ${version}`) ?? null;

/** Several orders as they were, by id and version with a blank between them. */
export async function ordersAsOf(db: Database, caller: Caller, wanted: readonly OrderAt[]): Promise<Map<string, OrderRow>> {
  const rows = await db<OrderRow[]>`select o.* from orders o where o.id = any(${[...new Set(wanted.map(({ id }) => id))]}::uuid[]) and ${toldAgain(db, caller, wanted)}`;
  const orders = new Map(rows.map((row) => [row.id, row]));
  const past = wanted.filter(({ id, version }) => (orders.get(id)?.version ?? 0) > version);
  const ids = [...new Set(past.map(({ id }) => id))];
  const histories = ids.length === 0 ? [] : groupedBy(ids, await historiesOf(db, ids), (event) => event.subjectId);
  return new Map(wanted.flatMap(({ id, version }) => {
    const order = orders.get(id);
    if (!order) return [];
    const history = histories[ids.indexOf(id)];
    return [[`${id} ${version}`, order.version <= version || !history ? order : rewound(order, history, version)] as const];
  }));
}
