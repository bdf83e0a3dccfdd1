import { LRUCache } from 'lru-cache';
import type { Caller } from '../../identity/caller.ts';
import type { Database, Fragment } from '../../platform/database.ts';
import { behindFold } from '../../platform/event-folds.queries.ts';
import type { Cursor } from '../../platform/event-log.ts';
import type { BucketCount, CountScope } from './order-counts.rules.ts';
import type { ListScope } from '../order.queries.ts';

/** Name of the counts among what is kept up from the event log. */
export const countsFold = 'order_counts';

/** The id under which scopes are counted of which there is but one. */
export const onlyOne = '00000000-0000-0000-0000-000000000000';

/** What is counted for a list; the platform is told also what no store has. */
const letters = { store: ['S'], customer: ['C'], platform: ['P', 'N'] } as const satisfies Record<ListScope['of'], readonly CountScope[]>;

/** Whether the caller may see the numbers at all; to others everything is zero. */
function mayCount(db: Database, { role, personId }: Caller, scope: ListScope): Fragment {
  if (scope.of === 'customer') return db`${role !== 'STAFF' && (role !== 'SHOPPER' || scope.id === personId)}::boolean`;
  if (scope.of !== 'store' || role === 'SHOPPER') return db`${role === 'PLATFORM' || role === 'SERVICE'}::boolean`;
  return role === 'STAFF' ? db`exists (select 1 from store_members m where m.store_id = ${scope.id} and m.staff_id = ${personId})` : db`true`;
}

const eventsOf = (db: Database, scope: ListScope): Fragment => {
  if (scope.of === 'store') return db`e.store_id = ${scope.id} and`;
  return scope.of === 'customer' ? db`e.customer_id = ${scope.id} and` : db``;
};

/**
 * Every bucket of the scope that is not empty: what has been folded, and what the few events since then have changed. One
 * statement sees one snapshot, so the sum is exact however the fold moves on.
 */
export const countsOf = (db: Database, caller: Caller, scope: ListScope): Promise<BucketCount[]> => db<BucketCount[]>`
  select scope, bucket, currency, sum(orders)::bigint as orders, sum(amount)::bigint as amount from (
    select scope, bucket, currency, orders, amount from order_counts
    where scope = any(${letters[scope.of] as unknown as string[]}) and scope_id = ${'id' in scope ? scope.id : onlyOne}
    union all
    select s, d->>1, d->>2, (d->>3)::bigint, (d->>4)::bigint
    from events e, jsonb_array_elements(e.count_deltas) as d, string_to_table(d->>0, null) as s
    where ${eventsOf(db, scope)} ${behindFold(db, countsFold)} and s = any(${letters[scope.of] as unknown as string[]})
  ) as counts where ${mayCount(db, caller, scope)} group by scope, bucket, currency having sum(orders) <> 0 or sum(amount) <> 0`;

const countsAfterEvents = new LRUCache<string, Promise<BucketCount[]>>({ max: 1000 });

/** The numbers for everybody who is told of the same event: read once, after it, however many screens ask. */
export async function countsAfter(db: Database, caller: Caller, scope: ListScope & { readonly id: string }, { transaction, position }: Cursor): Promise<BucketCount[]> {
  const key = `${scope.id} ${transaction} ${position}`;
  const known = countsAfterEvents.get(key);
  if (known) {
    const counts = await known;
    // Nothing is also what somebody is told who has lost their place there in this moment: the others ask for themselves.
    if (counts.length > 0) return counts;
  }
  const counting = countsOf(db, caller, scope);
  countsAfterEvents.set(key, counting);
  counting.catch(() => countsAfterEvents.delete(key));
  return counting;
}
