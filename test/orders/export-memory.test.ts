import { expect, test } from 'vitest';
import { fillStore } from '../../scripts/bench/fill-store.ts';
import { residentMegabytes, watchExport } from '../../scripts/bench/export-watch.ts';
import { memoryOptions } from '../../scripts/bench/node-options.ts';
import { signToken } from '../../src/identity/tokens.ts';
import { openDatabase } from '../../src/platform/database.ts';
import { newId } from '../../src/platform/ids.ts';
import { startChildServer } from '../support/child-server.ts';
import { cloneDatabase } from '../support/database.ts';
import { passableFolder } from '../support/embedded-postgres.ts';

const secret = 'a secret of the export test, long enough';
const orders = 60_000;

/** Megabytes. 60,000 orders held as text come to 80 more than the program has, held as rows to several hundred. */
const allowed = 300;

test('an export holds the server below 300 MB, and ends when its client goes', { timeout: 180_000 }, async () => {
  const database = await cloneDatabase();
  try {
    const db = openDatabase(database.url, { poolSize: 1 });
    await fillStore(db, { id: newId(), code: 'MANY' }, orders);
    const server = await startChildServer(await passableFolder(), { DATABASE_URL: database.url, JWT_SECRET: secret, NODE_OPTIONS: memoryOptions().join(' ') });
    const token = await signToken({ secret, roleClaim: 'role' }, { role: 'PLATFORM', subject: 'export', lifetimeSeconds: 3600 });
    const whole = await watchExport(server.url, '/exports/orders.jsonl', token);
    expect(whole.lines).toBe(orders);
    expect(whole.bytes).toBeGreaterThan(60 * 1_048_576);
    expect(whole.peak).toBeLessThan(allowed);
    const part = await watchExport(server.url, '/exports/orders.jsonl', token, 1_048_576);
    expect(part.lines).toBeLessThan(orders / 10);
    // Nobody takes the next page: the server asks for none.
    await expect.poll(async () => (await db`select 1 from pg_stat_activity where datname = current_database() and state = 'active' and pid <> pg_backend_pid()`).length, { timeout: 10_000 }).toBe(0);
    expect(await residentMegabytes(server.url)).toBeLessThan(allowed);
    await db.end();
    expect(await server.stop()).toBe(0);
  } finally {
    await database.drop();
  }
});
