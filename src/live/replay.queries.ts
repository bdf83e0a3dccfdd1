import type { Database } from '../platform/database.ts';
import type { Cursor } from '../platform/event-log.ts';
import type { FollowScope } from './feed.ts';

/** More missed events than this are not told again; the client reads its lists anew. */
const longestReplay = 10_000;

/** Whether what happened since the cursor can be told again. Not when it is too much, or the cursor is from another database. */
export async function replayable(db: Database, scope: FollowScope, { transaction, position }: Cursor): Promise<boolean> {
  const column = db(({ store: 'store_id', customer: 'customer_id', subject: 'subject_id' } as const)[scope.by]);
  const [row] = await db<{ foreign: boolean; missed: number }[]>`
    select ${transaction}::text::xid8 > pg_snapshot_xmax(pg_current_snapshot()) as foreign, (
      select count(*) from (
        select 1 from events where ${column} = ${scope.id} and (transaction, position) > (${transaction}::text::xid8, ${position}::bigint)
        limit ${longestReplay + 1}) as missed) as missed`;
  return !row!.foreign && row!.missed <= longestReplay;
}
