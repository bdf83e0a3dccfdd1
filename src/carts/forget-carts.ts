import type { Database } from '../platform/database.ts';
import { secondsAfter, type Instant } from '../platform/time.ts';

/** How long a cart is kept that nobody touches; longer than answers are remembered, which show its lines again. */
const keptSeconds = 90 * 86_400;
const batch = 1000;

/** When the cart that was left alone longest may be forgotten; looked at by the hour, since nothing depends on the minute. */
export async function nextForgettingOfCarts(db: Database): Promise<Instant | null> {
  const [row] = await db<{ at: Instant | null }[]>`
    select date_trunc('hour', updated_at) + make_interval(secs => ${keptSeconds + 3600}) as at from carts order by updated_at limit 1`;
  return row?.at ?? null;
}

/** Forgets carts, ordered or not, that nobody has touched for ninety days, a batch at a time. Gives their number. */
export async function forgetCarts(db: Database, now: Instant): Promise<number> {
  const gone = await db`
    with gone as (
      delete from carts where ctid = any(array(select ctid from carts where updated_at < ${secondsAfter(now, -keptSeconds)} limit ${batch})) returning id
    ), emptied as (delete from cart_lines where cart_id in (select id from gone))
    select id from gone`;
  return gone.length;
}
