import type { Database, Fragment } from './database.ts';
import type { Instant } from './time.ts';

/** Events that a fold has not come to yet, as a condition on `events e`; in the order of the log, which readers may trust. */
export const behindFold = (db: Database, name: string): Fragment => db`
  (e.transaction, e.position) > ((select transaction from event_folds where name = ${name}), (select position from event_folds where name = ${name}))`;

/** That no transaction still running can put anything before the event; see docs/decisions/0005-event-log.md. */
export const isSettled = (db: Database): Fragment => db`e.transaction < pg_snapshot_xmin(pg_current_snapshot())`;

/** At once when there are events to fold, else null. */
export async function nextFold(db: Database, name: string, now: Instant): Promise<Instant | null> {
  const [waiting] = await db`select 1 from events e where ${behindFold(db, name)} and ${isSettled(db)} order by e.transaction, e.position limit 1`;
  return waiting ? now : null;
}
