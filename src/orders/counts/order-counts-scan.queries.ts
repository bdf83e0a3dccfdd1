import type { Database, Fragment } from '../../platform/database.ts';
import { behindFold, isSettled } from '../../platform/event-folds.queries.ts';
import { countsFold, onlyOne } from './order-counts.queries.ts';
import { waitsForReminded } from './order-counts.rules.ts';

/** A number that is not what the rows say: by how much it is too low. */
export interface CountDifference {
  readonly scope: string;
  readonly scopeId: string;
  readonly bucket: string;
  readonly currency: string;
  readonly orders: number;
  readonly amount: number;
}

/**
 * CTEs that end in `scanned`: the numbers as the rows of the orders themselves give them, by a scan of the whole table.
 * Says in SQL what order-counts.rules.ts says of one order; the tests hold the two together.
 */
const scanned = (db: Database): Fragment => db`
  counted as (
    select store_id, customer_id, currency, visibility, total, status || case when awaiting_review then ' REVIEW ' else ' - ' end || kind || ' ' || delivery_type as cell,
      held_at is not null as held, reminded_at is not null and status = any(${waitsForReminded as string[]}) as reminded
    from orders
  ), of_staff as (
    select store_id, currency, b.bucket, count(*) as orders, sum(total) as amount
    from counted, lateral (values (cell), (case when held then 'HELD' end), (case when reminded then 'REMINDED' end)) as b(bucket)
    where b.bucket is not null group by 1, 2, 3
  ), of_owners as (
    select customer_id, currency, b.bucket, count(*) as orders, sum(total) as amount
    from counted, lateral (values (case visibility when 'VISIBLE' then cell when 'RECYCLED' then 'RECYCLED' end),
      (case when visibility = 'VISIBLE' and held then 'HELD' end), (case when visibility = 'VISIBLE' and reminded then 'REMINDED' end)) as b(bucket)
    where customer_id is not null and b.bucket is not null group by 1, 2, 3
  ), scanned as (
    select case when store_id is null then 'N' else 'S' end as scope, coalesce(store_id, ${onlyOne}::uuid) as scope_id, bucket, currency, orders, amount from of_staff
    union all select 'P', ${onlyOne}::uuid, bucket, currency, sum(orders), sum(amount) from of_staff group by bucket, currency
    union all select 'P', ${onlyOne}::uuid, visibility, currency, count(*), sum(total) from counted where visibility = 'RECYCLED' group by visibility, currency
    union all select 'C', customer_id, bucket, currency, orders, amount from of_owners
  )`;

/** What events behind a place in the log have changed, as rows like those of `order_counts`. */
const changedBehind = (db: Database, behind: Fragment): Fragment => db`
  select s as scope, case s when 'S' then e.store_id when 'C' then e.customer_id else ${onlyOne}::uuid end as scope_id,
    d->>1 as bucket, d->>2 as currency, (d->>3)::bigint as orders, (d->>4)::bigint as amount
  from events e, jsonb_array_elements(e.count_deltas) as d, string_to_table(d->>0, null) as s where ${behind}`;

/** Every number that differs from what the rows say, within one snapshot. */
export const differingCounts = (db: Database): Promise<CountDifference[]> => db<CountDifference[]>`
  with ${scanned(db)}, kept as (
    select scope, scope_id, bucket, currency, orders, amount from order_counts
    union all ${changedBehind(db, behindFold(db, countsFold))}
  )
  select scope, scope_id, bucket, currency, sum(orders)::bigint as orders, sum(amount)::bigint as amount from (
    select scope, scope_id, bucket, currency, orders, amount from scanned
    union all select scope, scope_id, bucket, currency, -orders, -amount from kept) as difference
  group by scope, scope_id, bucket, currency having sum(orders) <> 0 or sum(amount) <> 0
  order by scope, scope_id, bucket, currency`;

/** Corrects numbers by differences that were found. They hold however far the fold has moved since: it takes nothing away and adds nothing. */
export const correctCounts = (db: Database, differences: readonly CountDifference[]): Promise<unknown> => db`
  insert into order_counts as c (scope, scope_id, bucket, currency, orders, amount)
  select * from unnest(${differences.map(({ scope }) => scope)}::text[], ${differences.map(({ scopeId }) => scopeId)}::uuid[], ${differences.map(({ bucket }) => bucket)}::text[],
    ${differences.map(({ currency }) => currency)}::text[], ${differences.map(({ orders }) => orders)}::bigint[], ${differences.map(({ amount }) => amount)}::bigint[])
  on conflict (scope, scope_id, bucket, currency) do update set orders = c.orders + excluded.orders, amount = c.amount + excluded.amount`;

/**
 * Begins to keep counts where none are kept yet: what the rows say, less what the events say that the fold will come to.
 * Whoever comes second finds the place in the log taken, and adds nothing.
 */
export const beginCounts = (db: Database): Promise<unknown> => db`
  with place as (
    insert into event_folds (name, transaction, position) values (${countsFold}, pg_snapshot_xmin(pg_current_snapshot()), 0)
    on conflict do nothing returning name
  ), ${scanned(db)}, ahead as (${changedBehind(db, db`not ${isSettled(db)}`)})
  insert into order_counts (scope, scope_id, bucket, currency, orders, amount)
  select scope, scope_id, bucket, currency, sum(orders), sum(amount) from (
    select scope, scope_id, bucket, currency, orders, amount from scanned
    union all select scope, scope_id, bucket, currency, -orders, -amount from ahead) as counts
  where exists (select from place) group by scope, scope_id, bucket, currency having sum(orders) <> 0 or sum(amount) <> 0`;
