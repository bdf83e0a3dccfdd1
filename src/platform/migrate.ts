import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import postgres from 'postgres';
import type { Database } from './database.ts';

const folder = fileURLToPath(new URL('../../drizzle', import.meta.url));
/** Any number, the same in every process: whoever comes second waits and then finds nothing to do. */
const migrationLock = 4_116_001;

const known = (): number => (JSON.parse(readFileSync(`${folder}/meta/_journal.json`, 'utf8')) as { entries: unknown[] }).entries.length;

/** Brings the database's tables up to date; safe when several processes do it at once. */
export async function applyMigrations(url: string): Promise<void> {
  // A client of its own: drizzle changes how times are read on the client it is given.
  const client = postgres(url, { max: 1, onnotice: () => {}, connect_timeout: 10 });
  try {
    await client`select pg_advisory_lock(${migrationLock})`;
    if ((await pendingMigrations(client as unknown as Database)) === 0) return;
    // Loaded only when there is something to apply: it costs more time than the rest of a start.
    const [{ drizzle }, { migrate }] = await Promise.all([import('drizzle-orm/postgres-js'), import('drizzle-orm/postgres-js/migrator')]);
    await migrate(drizzle(client), { migrationsFolder: folder });
  } finally {
    await client.end({ timeout: 5 });
  }
}

/** How many migrations this program knows that the database has not seen; all of them in an empty database. */
export async function pendingMigrations(db: Database): Promise<number> {
  const [table] = await db<{ found: boolean }[]>`select to_regclass('drizzle.__drizzle_migrations') is not null as found`;
  if (!table!.found) return known();
  const [row] = await db<{ applied: number }[]>`select count(*) as applied from drizzle.__drizzle_migrations`;
  return Math.max(0, known() - Number(row!.applied));
}
