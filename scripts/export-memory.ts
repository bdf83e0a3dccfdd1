import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, mkdtempSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { signToken } from '../src/identity/tokens.ts';
import { newId, toGlobalId } from '../src/platform/ids.ts';
import { openDatabase } from '../src/platform/database.ts';
import { startEmbeddedPostgres } from '../src/platform/embedded-postgres.ts';
import { applyMigrations } from '../src/platform/migrate.ts';
import { fillStore } from './bench/fill-store.ts';
import { residentMegabytes, watchExport, type Watched } from './bench/export-watch.ts';
import { memoryOptions } from './bench/node-options.ts';

const secret = 'a secret of the export measurement, long enough';
const root = fileURLToPath(new URL('..', import.meta.url));
const say = (line: string): void => void process.stdout.write(`${line}\n`);

/** The built program, as `npm start` runs it. */
async function startServer(databaseUrl: string): Promise<{ url: string; child: ChildProcess }> {
  const child = spawn(process.execPath, [...memoryOptions(), join(root, 'dist/main.js')], {
    cwd: root, stdio: ['ignore', 'pipe', 'inherit'], env: { PATH: process.env['PATH'], HOME: process.env['HOME'], PORT: '0', DATABASE_URL: databaseUrl, JWT_SECRET: secret, LOG_LEVEL: 'error' },
  });
  for await (const line of createInterface({ input: child.stdout! })) {
    const url = /ready at (http\S+)\/graphql/.exec(line)?.[1];
    if (url) return { url, child };
  }
  throw new Error('The server ended before it was ready; has it been built (npm run build)?');
}

const shown = (what: string, { lines, bytes, seconds, before, early, peak }: Watched): string =>
  `${what}: ${lines} lines, ${(bytes / 1_048_576).toFixed(0)} MB in ${seconds.toFixed(1)} s; server ${before.toFixed(0)} MB before, at most ${early.toFixed(0)} MB in the first quarter, at most ${peak.toFixed(0)} MB in all`;

/** Exports a store of so many orders, in both formats, and once to a client that goes away. */
async function main(): Promise<void> {
  const { values } = parseArgs({ options: { orders: { type: 'string', default: '1000000' } } });
  await using stack = new AsyncDisposableStack();
  const folder = mkdtempSync(join(tmpdir(), 'docket-export-'));
  // Started by root, Postgres runs as another user, who must get in here.
  chmodSync(folder, 0o755);
  stack.defer(() => rm(folder, { recursive: true, force: true }));
  const postgres = await startEmbeddedPostgres({ dataFolder: join(folder, 'data'), settings: { fsync: 'off' } });
  stack.defer(() => postgres.stop());
  await applyMigrations(postgres.url);
  const db = openDatabase(postgres.url, { poolSize: 1 });
  stack.defer(() => db.end());
  const store = { id: newId(), code: 'EXPORT' };
  const at = new Date().toISOString();
  await db`insert into stores (id, code, name, currency, accepting_orders, version, created_at, updated_at) values (${store.id}, ${store.code}, 'Export', 'GBP', true, 1, ${at}, ${at})`;
  await fillStore(db, store, Number(values.orders));
  await db`analyze`;
  const { url, child } = await startServer(postgres.url);
  stack.defer(async () => {
    child.kill('SIGTERM');
    await once(child, 'exit');
  });
  const token = await signToken({ secret, roleClaim: 'role' }, { role: 'PLATFORM', subject: 'export', lifetimeSeconds: 86_400 });
  for (const format of ['csv', 'jsonl']) say(shown(format, await watchExport(url, `/exports/orders.${format}?storeId=${toGlobalId('store', store.id)}`, token)));
  say(shown('a client that goes away', await watchExport(url, '/exports/orders.jsonl', token, 8 * 1_048_576)));
  say(`afterwards: ${(await residentMegabytes(url)).toFixed(0)} MB`);
}

await main();
