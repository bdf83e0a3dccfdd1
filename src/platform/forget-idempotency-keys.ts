import type { Database } from './database.ts';
import { secondsAfter, type Instant } from './time.ts';

/** How long an answer is remembered. */
const keptSeconds = 30 * 86_400;
const batch = 5000;

/** When the oldest remembered answer may be forgotten; looked at by the hour, since nothing depends on the minute. */
export async function nextForgetting(db: Database): Promise<Instant | null> {
  const [row] = await db<{ at: Instant | null }[]>`
    select date_trunc('hour', created_at) + make_interval(secs => ${keptSeconds + 3600}) as at from idempotency_keys order by created_at limit 1`;
  return row?.at ?? null;
}

/** Forgets answers older than thirty days, a batch at a time. Gives their number. */
export async function forgetIdempotencyKeys(db: Database, now: Instant): Promise<number> {
  const gone = await db`
    delete from idempotency_keys where ctid = any(array(
      select ctid from idempotency_keys where created_at < ${secondsAfter(now, -keptSeconds)} limit ${batch}))`;
  return gone.count;
}
