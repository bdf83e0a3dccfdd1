import { EventEmitter, once } from 'node:events';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { cloneDatabase, type TestDatabase } from '../../test/support/database.ts';
import { openDatabase, type Database } from './database.ts';
import type { EventRow } from './event-log.ts';
import { EventTail } from './event-tail.ts';
import { newId } from './ids.ts';

let clone: TestDatabase;
const listening: (() => Promise<void>)[] = [];
let db: Database;
// A database for each test: a hint that one of them sent late would reach the next one's tail.
beforeEach(async () => {
  clone = await cloneDatabase();
  db = openDatabase(clone.url, { poolSize: 12, applicationName: 'writers' });
});
afterEach(async () => {
  // Who still listens would find the connection gone.
  for (const stop of listening.splice(0)) await stop();
  await db.end();
  await clone.drop();
});
afterEach(() => void vi.restoreAllMocks());

/** From now on no tail looks by itself before the test says so: what arrives all the same was told. */
function withholdPolls(): { poll(): void } {
  const begin = setTimeout;
  const withheld: (() => void)[] = [];
  const instead = (callback: () => void, milliseconds?: number): NodeJS.Timeout => {
    if (milliseconds !== 1000) return begin(callback, milliseconds);
    withheld.push(callback);
    return begin(() => undefined, 0);
  };
  vi.spyOn(globalThis, 'setTimeout').mockImplementation(instead as typeof setTimeout);
  return { poll: () => withheld.splice(0).forEach((callback) => callback()) };
}

interface Listening {
  readonly tail: EventTail;
  readonly pool: Database;
  readonly batches: (readonly EventRow[])[];
  readonly errors: unknown[];
  readonly told: readonly string[];
  has(subject: string): Promise<void>;
}

const keyOf = ({ subjectId, version }: Pick<EventRow, 'subjectId' | 'version'>): string => `${subjectId} ${version}`;

/** A tail with a pool of its own, as another process has. */
async function listen(): Promise<Listening> {
  const pool = openDatabase(clone.url, { poolSize: 2, applicationName: 'tail' });
  const heard = new EventEmitter();
  const batches: (readonly EventRow[])[] = [];
  const errors: unknown[] = [];
  const tail = new EventTail(pool, (rows) => {
    batches.push(rows);
    heard.emit('heard');
  }, (error) => {
    errors.push(error);
    heard.emit('heard');
  });
  listening.push(async () => {
    await tail.stop();
    await pool.end({ timeout: 1 });
  });
  await tail.start();
  return {
    tail, pool, batches, errors,
    get told() {
      return batches.flat().map(keyOf);
    },
    async has(subject) {
      while (!batches.flat().some((row) => keyOf(row) === subject)) await once(heard, 'heard');
    },
  };
}

async function write(into: Database = db, subjectId = newId(), version = 1): Promise<string> {
  await into`
    insert into events (subject_id, version, subject_kind, type, at, store_id, actor_role, changes)
    values (${subjectId}, ${version}, 'order', 'PLACED', now(), ${newId()}, 'SYSTEM', '{}')`;
  return `${subjectId} ${version}`;
}

/** A transaction of somebody else that has taken its number and goes on for as long as the test likes. */
async function openTransaction(): Promise<{ tx: Database; commit(): Promise<void> }> {
  let finish!: () => void;
  const finished = new Promise<void>((resolve) => (finish = resolve));
  let begun!: (tx: Database) => void;
  const beginning = new Promise<Database>((resolve) => (begun = resolve));
  const ended = db.begin(async (tx) => {
    await tx`select pg_current_xact_id()`;
    begun(tx as unknown as Database);
    await finished;
  });
  return {
    tx: await beginning,
    commit: async () => {
      finish();
      await ended;
    },
  };
}

describe('the tail of the event log', () => {
  test('hears of what was committed here when it is woken, without waiting for its next look', async () => {
    withholdPolls();
    const here = await listen();
    const row = await write();
    here.tail.wake();
    await here.has(row);
    expect(here.told).toEqual([row]);
  });

  test('hears of what another process has committed by a hint, without waiting for its next look', async () => {
    withholdPolls();
    const [here, there] = [await listen(), await listen()];
    const row = await write();
    here.tail.wake();
    await there.has(row);
    expect(there.told).toEqual([row]);
  });

  test('finds what nobody has told of when it looks by itself', async () => {
    const { poll } = withholdPolls();
    const here = await listen();
    const row = await write();
    expect(here.told).toEqual([]);
    poll();
    await here.has(row);
    expect(here.told).toEqual([row]);
  });

  test('loses nothing while its LISTEN connection is broken again and again', async () => {
    const here = await listen();
    const rows: string[] = [];
    for (let round = 0; round < 4; round += 1) {
      await db`select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and query ilike 'listen %'`;
      rows.push(await write());
      await here.has(rows.at(-1)!);
    }
    expect(here.told).toEqual(rows);
  });

  test('goes on where it was after the database has failed it, and says so', async () => {
    const here = await listen();
    await db`alter table events rename to events_out_of_reach`;
    const row = newId();
    await db`insert into events_out_of_reach (subject_id, version, subject_kind, type, at, actor_role, changes) values (${row}, 1, 'order', 'PLACED', now(), 'SYSTEM', '{}')`;
    here.tail.wake();
    await expect.poll(() => here.errors.length).toBeGreaterThan(0);
    expect(here.told).toEqual([]);
    await db`alter table events_out_of_reach rename to events`;
    await here.has(`${row} 1`);
    expect(here.told).toEqual([`${row} 1`]);
  });

  test('goes on where it was after all its connections were closed', async () => {
    const here = await listen();
    const first = await write();
    here.tail.wake();
    await here.has(first);
    await db`select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and application_name = 'tail'`;
    const second = await write();
    await here.has(second);
    expect(here.told).toEqual([first, second]);
  });

  test('gives more than fits into one batch, in order, from one wake-up', async () => {
    withholdPolls();
    const here = await listen();
    const subject = newId();
    await db`
      insert into events (subject_id, version, subject_kind, type, at, actor_role, changes)
      select ${subject}::uuid, n, 'order', 'PLACED', now(), 'SYSTEM', '{}' from generate_series(1, 2500) n`;
    here.tail.wake();
    await here.has(`${subject} 2500`);
    expect(here.told).toEqual(Array.from({ length: 2500 }, (_, index) => `${subject} ${index + 1}`));
    expect(Math.max(...here.batches.map((rows) => rows.length))).toBe(1000);
  });

  test('does not tell what was there before it started, nor anything after it was stopped', async () => {
    const before = await write();
    const here = await listen();
    const during = await write();
    here.tail.wake();
    await here.has(during);
    await here.tail.stop();
    const other = await listen();
    const after = await write();
    here.tail.wake();
    other.tail.wake();
    await other.has(after);
    expect(here.told).toEqual([during]);
    expect(other.told).not.toContain(before);
  });
});

describe('while an older transaction is running', () => {
  test('later rows are held back, so that its own are not lost when it commits', async () => {
    const here = await listen();
    const older = await openTransaction();
    // Its row has the lower position and is not visible yet; those of others are visible before it.
    const its = await write(older.tx);
    const others: string[] = [];
    for (let row = 0; row < 3; row += 1) {
      others.push(await write());
      here.tail.wake();
    }
    const alsoIts = await write(older.tx);
    expect(here.told).toEqual([]);
    await older.commit();
    await here.has(others.at(-1)!);
    expect(here.told).toEqual([its, alsoIts, ...others]);
  });

  test('of somebody who writes no events, later rows follow as soon as it has ended', async () => {
    withholdPolls();
    const here = await listen();
    const foreign = await openTransaction();
    const row = await write();
    here.tail.wake();
    await foreign.commit();
    // Nobody tells of that end; the tail asks again by itself, sooner than it otherwise looks.
    await here.has(row);
    expect(here.told).toEqual([row]);
  });

  test('rows of many that overlap all arrive once, versions in order, whoever ends first', async () => {
    const [here, there] = [await listen(), await listen()];
    const rows: string[] = [];
    const writer = async (): Promise<void> => {
      const subject = newId();
      for (let version = 1; version <= 20; version += 1) {
        await db.begin(async (tx) => {
          rows.push(await write(tx as unknown as Database, subject, version));
          if (Math.random() < 0.3) await tx`select pg_sleep(${Math.random() * 0.02})`;
        });
        here.tail.wake();
      }
    };
    await Promise.all(Array.from({ length: 10 }, writer));
    const last = await write();
    here.tail.wake();
    for (const reader of [here, there]) {
      await reader.has(last);
      expect(reader.told.toSorted()).toEqual([...rows, last].toSorted());
      const versions = new Map<string, number[]>();
      for (const { subjectId, version } of reader.batches.flat()) versions.set(subjectId, [...(versions.get(subjectId) ?? []), version]);
      for (const seen of versions.values()) expect(seen).toEqual(Array.from({ length: seen.length }, (_, index) => index + 1));
    }
    expect(here.told).toEqual(there.told);
  });
});
