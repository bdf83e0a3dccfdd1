import { expect } from 'vitest';
import type { Database } from '../../src/platform/database.ts';
import type { Cursor } from '../../src/platform/event-log.ts';

/**
 * A cursor behind all that is committed. A cursor of the present may have committed rows behind it while some older transaction
 * runs anywhere on the server, the database's own housekeeping included; this waits until none does.
 */
export async function endOfLog(db: Database): Promise<Cursor> {
  let transaction = '0';
  await expect.poll(async () => {
    const [row] = await db<{ xmin: string; isEnd: boolean }[]>`
      select pg_snapshot_xmin(moment)::text as xmin, not exists (select from events where events.transaction >= pg_snapshot_xmin(moment)) as is_end from pg_current_snapshot() as moment`;
    transaction = row!.xmin;
    return row!.isEnd;
  }, { interval: 5, timeout: 30_000 }).toBe(true);
  return { transaction, position: 0 };
}
