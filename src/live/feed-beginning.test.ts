import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { cloneDatabase, type TestDatabase } from '../../test/support/database.ts';
import type { Caller } from '../identity/caller.ts';
import { openDatabase, type Database } from '../platform/database.ts';
import { currentCursor, readEvents, type Cursor, type EventRow } from '../platform/event-log.ts';
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

const follow = (hub: FeedHub, storeId: string, after: Cursor | null = null): AsyncIterableIterator<FeedItem> =>
  hub.follow({ scope: { by: 'store', id: storeId }, caller, after, mayFollow: async () => true });

describe('a follower that begins while the log is held back', () => {
  const insertedBy = (connection: Database, storeId: string, type: string) => connection`
    insert into events (subject_id, version, subject_kind, type, at, store_id, actor_role, changes) values (${newId()}, 1, 'order', ${type}, now(), ${storeId}, 'SYSTEM', '{}')`;

  /** A store of whose events one is being written, and another was committed after that had begun, so that nobody can be told of it yet. */
  async function heldBack(storeId: string) {
    const start = await currentCursor(db);
    const running = await db.reserve();
    await running`begin`;
    await insertedBy(running as unknown as Database, storeId, 'RUNNING');
    await insertedBy(db, storeId, 'BEFORE');
    const release = async (): Promise<void> => {
      await running`commit`;
      running.release();
    };
    /** As the tail hands them on, once nothing is held back any more. */
    const published = async (count: number): Promise<readonly EventRow[]> => {
      const read = async () => (await readEvents(db, { by: 'store', id: storeId }, start, count + 1)).rows;
      await expect.poll(async () => (await read()).length, { timeout: 10_000 }).toBe(count);
      return read();
    };
    return { start, release, published };
  }

  /** Its one connection answers in turn: what is asked after a feed has begun is answered after its beginning. */
  function hubInTurn() {
    const inTurn = openDatabase(clone.url, { poolSize: 1 });
    onTestFinished(() => inTurn.end());
    return { hub: new FeedHub(inTurn), begun: async () => void (await inTurn`select 1`) };
  }

  test('without a cursor is told what is committed after its beginning, and nothing from before', async () => {
    const [storeId, { hub, begun }] = [newId(), hubInTurn()];
    const { release, published } = await heldBack(storeId);
    const feed = follow(hub, storeId);
    const first = feed.next();
    await begun();
    await release();
    await insertedBy(db, storeId, 'AFTER');
    const rows = await published(3);
    expect(rows.map(({ type }) => type)).toEqual(['RUNNING', 'BEFORE', 'AFTER']);
    hub.publish(rows);
    expect((await first).value).toMatchObject({ event: { type: 'RUNNING' } });
    expect((await feed.next()).value).toMatchObject({ event: { type: 'AFTER' }, more: false });
    await feed.return!();
  });

  test('is not told that more follows when all that waits is from before', async () => {
    const [storeId, { hub, begun }] = [newId(), hubInTurn()];
    const { release, published } = await heldBack(storeId);
    const feed = follow(hub, storeId);
    const first = feed.next();
    await begun();
    await release();
    hub.publish(await published(2));
    expect((await first).value).toMatchObject({ event: { type: 'RUNNING' }, more: false });
    await feed.return!();
  });

  test('that must read its lists anew is told what they cannot show yet, and nothing else', async () => {
    const [storeId, hub] = [newId(), new FeedHub(db)];
    const { release, published } = await heldBack(storeId);
    const feed = follow(hub, storeId, { transaction: '9000000000000000000', position: 1 });
    expect((await feed.next()).value).toMatchObject({ kind: 'resync' });
    const next = feed.next();
    await release();
    hub.publish(await published(2));
    expect((await next).value).toMatchObject({ event: { type: 'RUNNING' }, more: false });
    await feed.return!();
  });

  test('with a cursor is told all that comes behind it, so that what a list was read too early for is never missed', async () => {
    const [storeId, hub] = [newId(), new FeedHub(db)];
    const { start, release, published } = await heldBack(storeId);
    const feed = follow(hub, storeId, start);
    const first = feed.next();
    await release();
    hub.publish(await published(2));
    expect([(await first).value, (await feed.next()).value]).toMatchObject([{ event: { type: 'RUNNING' } }, { event: { type: 'BEFORE' } }]);
    await feed.return!();
  });
});
