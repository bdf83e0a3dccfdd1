import { afterAll, beforeAll, expect, it } from 'vitest';
import { openDatabase, type Database } from '../../src/platform/database.ts';
import { readEvents } from '../../src/platform/event-log.ts';
import { newId } from '../../src/platform/ids.ts';
import { cloneDatabase, type TestDatabase } from '../support/database.ts';

let database: TestDatabase;
let db: Database;

beforeAll(async () => {
  database = await cloneDatabase();
  db = openDatabase(database.url, { poolSize: 1 });
});

afterAll(async () => {
  await db.end();
  await database.drop();
});

it('reads events in the order of their transactions where the number of digits grows', async () => {
  const storeId = newId();
  for (const transaction of ['100', '99', '9', '10']) {
    await db`
      insert into events (subject_id, version, subject_kind, type, transaction, at, store_id, actor_role, changes)
      values (${newId()}, 1, 'store', 'STORE_CREATED', ${transaction}::text::xid8, now(), ${storeId}, 'SYSTEM', '{}')`;
  }
  const { rows } = await readEvents(db, { by: 'store', id: storeId }, { transaction: '0', position: 0 }, 10);
  expect(rows.map(({ transaction }) => transaction)).toEqual(['9', '10', '99', '100']);
  const first = await readEvents(db, { by: 'store', id: storeId }, { transaction: '0', position: 0 }, 1);
  expect(first.rows[0]!.transaction).toBe('9');
});
