import type { Database } from '../../platform/database.ts';
import { beginCounts, correctCounts, differingCounts, type CountDifference } from './order-counts-scan.queries.ts';
import { countsFold } from './order-counts.queries.ts';

/** Any number, the same in every process: two who mend at once would correct the same difference twice. */
const mendingLock = 4_116_002;
const batch = 5000;

/** Makes sure that counts are kept; in a database that comes from before they were, this scans the orders once. */
export async function startOrderCounts(db: Database): Promise<void> {
  const [known] = await db`select 1 from event_folds where name = ${countsFold}`;
  if (!known) await beginCounts(db);
}

/** Every number that differs from the rows; with `mend`, none does any more when this returns. */
export async function checkOrderCounts(db: Database, mend: boolean): Promise<CountDifference[]> {
  await startOrderCounts(db);
  if (!mend) return differingCounts(db);
  const session = await db.reserve();
  try {
    await session`select pg_advisory_lock(${mendingLock})`;
    return await correctAll(session as unknown as Database);
  } finally {
    await session`select pg_advisory_unlock(${mendingLock})`;
    session.release();
  }
}

async function correctAll(db: Database): Promise<CountDifference[]> {
  const differences = await differingCounts(db);
  for (let done = 0; done < differences.length; done += batch) await correctCounts(db, differences.slice(done, done + batch));
  return differences;
}
