import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { cloneDatabase, type TestDatabase } from '../../test/support/database.ts';
import { endOfLog } from '../../test/support/end-of-log.ts';
import type { Caller } from '../identity/caller.ts';
import { openDatabase, type Database } from '../platform/database.ts';
import { readEvents, type Cursor, type EventRow } from '../platform/event-log.ts';
import { newId } from '../platform/ids.ts';
import { FeedHub, type FeedItem } from './feed.ts';

let clone: TestDatabase;
let db: Database;
beforeAll(async () => {
  clone = await cloneDatabase();
  db = openDatabase(clone.url, { poolSize: 4 });
});
afterAll(async () => {
  await db.end();
  await clone.drop();
});

const caller: Caller = { role: 'STAFF', personId: newId(), subject: 'clerk', name: null, expiresAt: Number.MAX_SAFE_INTEGER };

/** Writes events of one order and reads them back as the tail would hand them on. */
async function written(storeId: string, count: number, kind: 'order' | 'store' = 'order', type = 'PLACED'): Promise<EventRow[]> {
  const after = await endOfLog(db);
  const subject = kind === 'store' ? storeId : newId();
  await db`
    insert into events (subject_id, version, subject_kind, type, at, store_id, customer_id, actor_role, changes)
    select ${subject}::uuid, n + ${newVersion()}::int, ${kind}, ${type}, now(), ${storeId}::uuid, ${newId()}::uuid, 'SYSTEM', '{}' from generate_series(1, ${count}::int) n`;
  // The log holds back what another test file's transaction could still precede.
  const read = async () => (await readEvents(db, { by: 'store', id: storeId }, after, count + 1)).rows;
  await expect.poll(async () => (await read()).length, { timeout: 10_000 }).toBe(count);
  return [...(await read())];
}

let versions = 0;
const newVersion = (): number => (versions += 10_000);

interface FollowOptions {
  readonly after?: Cursor | null;
  readonly mayFollow?: (anew: boolean) => Promise<boolean>;
}

const allowed = async (): Promise<boolean> => true;

function follow(hub: FeedHub, storeId: string, { after = null, mayFollow = allowed }: FollowOptions = {}): AsyncIterableIterator<FeedItem> {
  return hub.follow({ scope: { by: 'store', id: storeId }, caller, after, mayFollow });
}

function newHub(): FeedHub {
  const hub = new FeedHub(db);
  onTestFinished(() => hub.close());
  return hub;
}

/** Reads so many items; fails when the feed ends before. */
async function take(feed: AsyncIterableIterator<FeedItem>, count: number): Promise<EventRow[]> {
  const rows: EventRow[] = [];
  while (rows.length < count) {
    const { done, value } = await feed.next();
    if (done || value.kind !== 'event') throw new Error(`The feed gave ${done ? 'its end' : value.kind} after ${rows.length} events.`);
    rows.push(value.event);
  }
  return rows;
}

const keys = (rows: readonly EventRow[]): string[] => rows.map(({ subjectId, version }) => `${subjectId} ${version}`);

/** Follows from a place before which there is nothing, and has caught up. */
async function caughtUp(hub: FeedHub, storeId: string, options: FollowOptions = {}) {
  const feed = follow(hub, storeId, { after: await endOfLog(db), ...options });
  const [first] = await written(storeId, 1);
  const next = feed.next();
  hub.publish([first!]);
  expect((await next).value).toMatchObject({ kind: 'event', event: { subjectId: first!.subjectId } });
  return feed;
}

setFlagsFromString('--expose-gc');
const collectGarbage = runInNewContext('gc') as () => void;

describe('a follower that does not read', () => {
  test('is kept no more than a bounded number of events, and gets all of them afterwards, in order', async () => {
    const hub = newHub();
    const storeId = newId();
    const feed = await caughtUp(hub, storeId);
    const rows = await written(storeId, 6000);
    const kept = rows.map((row) => new WeakRef(row));
    const expected = keys(rows);
    for (let at = 0; at < rows.length; at += 500) hub.publish(rows.slice(at, at + 500));
    rows.length = 0;
    await new Promise(setImmediate);
    collectGarbage();
    expect(kept.filter((row) => row.deref() !== undefined).length).toBeLessThanOrEqual(1000);
    expect(keys(await take(feed, 6000))).toEqual(expected);
    await feed.return!();
  });

  test('runs on into what happens while it catches up, without gap or repeat', async () => {
    const hub = newHub();
    const storeId = newId();
    const feed = await caughtUp(hub, storeId);
    const early = await written(storeId, 2500);
    hub.publish(early);
    const read = await take(feed, 700);
    const late = await written(storeId, 30);
    hub.publish(late);
    read.push(...(await take(feed, 1830)));
    expect(keys(read)).toEqual(keys([...early, ...late]));
    const [live] = await written(storeId, 1);
    hub.publish([live!]);
    expect(keys(await take(feed, 1))).toEqual(keys([live!]));
    await feed.return!();
  });
});

describe('a follower with a cursor', () => {
  test('is told once what it missed, though it is published again meanwhile', async () => {
    const hub = newHub();
    const storeId = newId();
    const after = await endOfLog(db);
    const rows = await written(storeId, 20);
    const feed = follow(hub, storeId, { after });
    const first = await take(feed, 1);
    hub.publish(rows);
    const [live] = await written(storeId, 1);
    hub.publish([live!]);
    expect(keys([...first, ...(await take(feed, 20))])).toEqual(keys([...rows, live!]));
    await feed.return!();
  });

  test('goes on exactly behind it', async () => {
    const hub = newHub();
    const storeId = newId();
    const rows = await written(storeId, 10);
    for (const [index, after] of rows.entries()) {
      if (index === rows.length - 1) break;
      const feed = follow(hub, storeId, { after });
      expect(keys(await take(feed, rows.length - 1 - index))).toEqual(keys(rows.slice(index + 1)));
      await feed.return!();
    }
  });

  test('hears of other stores, and of what is no order, nothing', async () => {
    const hub = newHub();
    const [storeId, other] = [newId(), newId()];
    const feed = await caughtUp(hub, storeId);
    hub.publish([...(await written(other, 3)), ...(await written(storeId, 1, 'store', 'STORE_UPDATED'))]);
    const [mine] = await written(storeId, 1);
    hub.publish([mine!]);
    expect(keys(await take(feed, 1))).toEqual(keys([mine!]));
    await feed.return!();
  });
});

describe('a follower who loses the right to follow', () => {
  const forbidden = { extensions: { code: 'FORBIDDEN' } };
  const revocable = () => {
    let may = true;
    const asked: boolean[] = [];
    const mayFollow = async (anew: boolean): Promise<boolean> => {
      asked.push(anew);
      return may;
    };
    return { mayFollow, asked, revoke: () => void (may = false) };
  };

  test('while nothing happens, is shown out at once', async () => {
    const hub = newHub();
    const storeId = newId();
    const right = revocable();
    const feed = await caughtUp(hub, storeId, right);
    const next = feed.next();
    right.revoke();
    hub.membershipChanged(storeId);
    await expect(next).rejects.toMatchObject(forbidden);
    expect([right.asked.at(-1), hub.followers]).toEqual([true, 0]);
  });

  test('while an event is being worked off, is shown out at once, too', async () => {
    const hub = newHub();
    const storeId = newId();
    const right = revocable();
    // Nobody waits in it at this moment: its consumer has the event in hand.
    const feed = await caughtUp(hub, storeId, right);
    right.revoke();
    hub.membershipChanged(storeId);
    await expect(feed.next()).rejects.toMatchObject(forbidden);
  });

  test('gets nothing of what had been waiting for them', async () => {
    const hub = newHub();
    const storeId = newId();
    const right = revocable();
    const feed = await caughtUp(hub, storeId, right);
    hub.publish(await written(storeId, 5));
    right.revoke();
    hub.membershipChanged(storeId);
    await expect(feed.next()).rejects.toMatchObject(forbidden);
    expect(await feed.next()).toEqual({ done: true, value: undefined });
  });

  test('gets nothing of what they had missed', async () => {
    const hub = newHub();
    const storeId = newId();
    const after = await endOfLog(db);
    await written(storeId, 5);
    const right = revocable();
    const feed = follow(hub, storeId, { after, ...right });
    await take(feed, 2);
    right.revoke();
    await expect(feed.next()).rejects.toMatchObject(forbidden);
  });

  test('through another process, is shown out as soon as the log tells so', async () => {
    const hub = newHub();
    const storeId = newId();
    const right = revocable();
    const feed = await caughtUp(hub, storeId, right);
    const next = feed.next();
    right.revoke();
    hub.publish(await written(storeId, 1, 'store', 'STORE_MEMBER_REMOVED'));
    await expect(next).rejects.toMatchObject(forbidden);
  });

  test('keeps it where only others were concerned', async () => {
    const hub = newHub();
    const storeId = newId();
    const right = revocable();
    const feed = await caughtUp(hub, storeId, right);
    const next = feed.next();
    hub.membershipChanged(storeId);
    const [row] = await written(storeId, 1);
    hub.publish([row!]);
    expect((await next).value).toMatchObject({ kind: 'event', event: { subjectId: row!.subjectId } });
    await feed.return!();
  });
});

describe('ending', () => {
  test('leaves no follower behind, wherever it is caught', async () => {
    const hub = newHub();
    const storeId = newId();
    const after = await endOfLog(db);
    await written(storeId, 1200);

    const neverBegun = follow(hub, storeId);
    await neverBegun.return!();

    const catchingUp = follow(hub, storeId, { after });
    await take(catchingUp, 5);
    await catchingUp.return!();
    expect(hub.followers).toBe(0);

    const waiting = await caughtUp(hub, storeId);
    const next = waiting.next();
    expect(hub.followers).toBe(1);
    await waiting.return!();
    expect(await next).toEqual({ done: true, value: undefined });
    expect(hub.followers).toBe(0);

    const failing = follow(hub, storeId, { after, mayFollow: async () => { throw new Error('the database is gone'); } });
    await expect(failing.next()).rejects.toThrow('the database is gone');
    expect(hub.followers).toBe(0);
  });

  test('of the whole process ends every subscription', async () => {
    const hub = newHub();
    const storeId = newId();
    const feeds = await Promise.all([caughtUp(hub, storeId), caughtUp(hub, newId())]);
    const ends = feeds.map((feed) => feed.next());
    hub.close();
    expect(await Promise.all(ends)).toEqual([{ done: true, value: undefined }, { done: true, value: undefined }]);
    expect(hub.followers).toBe(0);
  });
});
