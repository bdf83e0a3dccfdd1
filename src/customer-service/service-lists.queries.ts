import type { Caller } from '../identity/caller.ts';
import type { ListScope } from '../orders/order.queries.ts';
import type { PageRequest } from '../platform/connection.types.ts';
import type { Database, Fragment } from '../platform/database.ts';
import { smallestIdAt } from '../platform/ids.ts';
import { epochOf } from '../platform/time.ts';
import { servicesVisibleTo } from './customer-service.queries.ts';
import type { CustomerServiceRow } from './customer-service.tables.ts';
import type { CustomerServiceFilter, ServiceStatusCount } from './service-lists.types.ts';

/** For a store's list, membership is asked once and not for every document. */
function listScope(db: Database, caller: Caller, scope: ListScope): Fragment {
  if (scope.of === 'customer') return db`c.customer_id = ${scope.id} and ${servicesVisibleTo(db, caller)}`;
  if (scope.of === 'platform') return servicesVisibleTo(db, caller);
  if (caller.role !== 'STAFF') return db`c.store_id = ${scope.id} and ${servicesVisibleTo(db, caller)}`;
  return db`c.store_id = ${scope.id} and exists (select 1 from store_members m where m.store_id = ${scope.id} and m.staff_id = ${caller.personId})`;
}

function conditionsOf(db: Database, { number, orderNumber, type, createdFrom, createdBefore }: CustomerServiceFilter): Fragment {
  const conditions = [
    ...(number ? [/^\d{20}$/.test(number) ? db`c.number = ${number}` : db`starts_with(c.number, ${number})`] : []),
    ...(orderNumber ? [db`c.order_number = ${orderNumber}`] : []),
    ...(type?.length ? [db`c.type = any(${type as string[]})`] : []),
    ...(createdFrom ? [db`c.id >= ${smallestIdAt(epochOf(createdFrom))}`] : []),
    ...(createdBefore ? [db`c.id < ${smallestIdAt(epochOf(createdBefore))}`] : []),
  ];
  return conditions.reduce((sum, condition) => db`${sum} and ${condition}`, db``);
}

/** One row more than the page holds; newest first, or oldest first when paging backwards. */
export function pageOfServices(db: Database, caller: Caller, scope: ListScope, filter: CustomerServiceFilter, page: PageRequest): Promise<CustomerServiceRow[]> {
  const older = page.olderThan ? db`and c.id < ${page.olderThan}` : db``;
  const newer = page.newerThan ? db`and c.id > ${page.newerThan}` : db``;
  const conditions = db`${conditionsOf(db, filter)} ${older} ${newer}`;
  const direction = page.backwards ? db`asc` : db`desc`;
  const statuses = [...new Set(filter.status)];
  if (statuses.length === 0) {
    return db<CustomerServiceRow[]>`select c.* from customer_services c where ${listScope(db, caller, scope)} ${conditions} order by c.id ${direction} limit ${page.limit + 1}`;
  }
  // Each status by itself, out of the index that begins with it, as with orders.
  return db<CustomerServiceRow[]>`
    select p.* from unnest(${statuses}::text[]) as s(status) cross join lateral (
      select c.* from customer_services c where ${listScope(db, caller, scope)} and c.status = s.status ${conditions} order by c.id ${direction} limit ${page.limit + 1}) p
    order by p.id ${direction} limit ${page.limit + 1}`;
}

export async function countServices(db: Database, caller: Caller, scope: ListScope, filter: CustomerServiceFilter): Promise<number> {
  const statuses = filter.status?.length ? db`and c.status = any(${filter.status as string[]})` : db``;
  const [row] = await db<{ count: number }[]>`select count(*) from customer_services c where ${listScope(db, caller, scope)} ${statuses} ${conditionsOf(db, filter)}`;
  return row!.count;
}

/** How many documents of a list are of which type and status, in one statement. */
export const servicesByStatus = (db: Database, caller: Caller, scope: ListScope): Promise<ServiceStatusCount[]> => db<ServiceStatusCount[]>`
  select c.type, c.status, count(*) as count from customer_services c where ${listScope(db, caller, scope)} group by c.type, c.status order by c.type, c.status`;
