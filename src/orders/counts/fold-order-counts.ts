import type { Database } from '../../platform/database.ts';
import { isSettled } from '../../platform/event-folds.queries.ts';
import { countsFold, onlyOne } from './order-counts.queries.ts';

const batch = 5000;

/**
 * Adds what events have changed to the counts, and moves the fold's place in the log by the same statement: no reader sees
 * an event twice or not at all. One process does it at a time; another that comes in between finds the place taken and
 * leaves. Gives the number of events.
 */
async function foldBatch(db: Database): Promise<number> {
  const [row] = await db<{ events: number }[]>`
    with place as (
      select transaction, position from event_folds where name = ${countsFold} for update skip locked
    ), batch as (
      select e.transaction, e.position, e.store_id, e.customer_id, e.count_deltas from place, events e
      where (e.transaction, e.position) > (place.transaction, place.position) and ${isSettled(db)}
      order by e.transaction, e.position limit ${batch}
    ), changed as (
      select s as scope, case s when 'S' then b.store_id when 'C' then b.customer_id else ${onlyOne}::uuid end as scope_id,
        d->>1 as bucket, d->>2 as currency, sum((d->>3)::bigint) as orders, sum((d->>4)::bigint) as amount
      from batch b, jsonb_array_elements(b.count_deltas) as d, string_to_table(d->>0, null) as s group by 1, 2, 3, 4
    ), folded as (
      insert into order_counts as c (scope, scope_id, bucket, currency, orders, amount)
      select scope, scope_id, bucket, currency, orders, amount from changed where orders <> 0 or amount <> 0
      on conflict (scope, scope_id, bucket, currency) do update set orders = c.orders + excluded.orders, amount = c.amount + excluded.amount
    ), moved as (
      update event_folds set transaction = last.transaction, position = last.position
      from (select transaction, position from batch order by transaction desc, position desc limit 1) as last where name = ${countsFold}
    )
    select count(*) as events from batch`;
  return row!.events;
}

/** Buckets that are empty say nothing; a shopper's orders leave one behind at every step. */
const sweep = (db: Database): Promise<unknown> => db`
  delete from order_counts where (scope, scope_id, bucket, currency) in (
    select scope, scope_id, bucket, currency from order_counts where orders = 0 and amount = 0 limit ${batch} for update skip locked) and orders = 0 and amount = 0`;

/**
 * Folds all that can be folded. Gives 0, so that the next round waits a moment however much is going on: the fewer events
 * stand behind the fold, the less there is to read, but each fold costs as well.
 */
export async function foldOrderCounts(db: Database): Promise<number> {
  while ((await foldBatch(db)) === batch);
  await sweep(db);
  return 0;
}
