import postgres from 'postgres';
import { openDatabase, type Database } from '../../src/platform/database.ts';
import { applyMigrations } from '../../src/platform/migrate.ts';
import { pageSize, type BenchOptions } from './options.ts';
import type { Plan } from './plan.ts';
import { ShopBuilder, skusOf, type SeededStore } from './shop.ts';

/** What the rows are about; the statements are added when they have been taken down. */
export type Rows = Omit<Plan, 'steps' | 'feed' | 'answers'>;

const readAlone = 400;

export const urlOf = (server: string, database: string): string => Object.assign(new URL(server), { pathname: `/${database}` }).href;

export async function asAdmin<T>(server: string, work: (sql: postgres.Sql) => Promise<T>): Promise<T> {
  const sql = postgres(urlOf(server, 'postgres'), { max: 1, onnotice: () => {} });
  try {
    return await work(sql);
  } finally {
    await sql.end();
  }
}

/** Makes a database that is an exact copy; nobody may be connected to the original. */
export const copyDatabase = (server: string, from: string, to: string): Promise<unknown> =>
  asAdmin(server, (sql) => sql`create database ${sql(to)} template ${sql(from)} strategy file_copy`);

/** Copies the rows of each sample once for every row of `fresh` that names it, but for the columns that are given anew. */
async function copyRows(tx: Database, table: string, orderColumn: string, anew: Readonly<Record<string, string>>): Promise<void> {
  // What Postgres fills in by itself, such as an event's position, it fills in again.
  const columns = await tx<{ name: string }[]>`
    select column_name as name from information_schema.columns where table_name = ${table} and is_identity = 'NO' and is_generated = 'NEVER' and column_default is null`;
  const names = columns.map(({ name }) => name);
  await tx.unsafe(`insert into ${table} (${names.map((name) => `"${name}"`).join(', ')})
    select ${names.map((name) => anew[name] ?? `s."${name}"`).join(', ')} from fresh f join ${table} s on s.${orderColumn} = f.sample order by f.n`);
}

/** Multiplies the sample orders of a store, in turn, until there are `count`: same facts, ids and numbers of their own, ever newer. */
function multiply(db: Database, { samples }: SeededStore, count: number): Promise<unknown> {
  return db.begin(async (transaction) => {
    const tx = transaction as unknown as Database;
    await tx`create temp table fresh on commit drop as
      select (${samples as string[]}::uuid[])[1 + n % ${samples.length}::int] as sample, uuidv7() as id, n,
        to_char(now(), 'YYMMDDHH24MISS') || lpad(nextval('bench_numbers')::text, 8, '0') as number
      from generate_series(1, ${count}::int) as n`;
    await tx`analyze fresh`;
    await copyRows(tx, 'orders', 'id', { id: 'f.id', number: 'f.number' });
    await copyRows(tx, 'order_items', 'order_id', { order_id: 'f.id' });
    await copyRows(tx, 'events', 'subject_id', { subject_id: 'f.id' });
    await copyRows(tx, 'payments', 'order_id', { order_id: 'f.id', id: 'uuidv7()', number: `'P' || f.number`, provider_transaction_id: 'f.number' });
  });
}

const idsOf = async (db: Database, storeId: string, limit: number): Promise<string[]> =>
  (await db<{ id: string }[]>`select id from orders where store_id = ${storeId} order by id desc limit ${limit}`).map(({ id }) => id);

async function fill(db: Database, boards: readonly SeededStore[], busy: SeededStore, { ordersPerStore, readyOrders }: BenchOptions): Promise<void> {
  await db`create sequence bench_numbers`;
  for (const board of boards) await multiply(db, board, ordersPerStore);
  await multiply(db, busy, readyOrders);
  await db`drop sequence bench_numbers`;
  await db`vacuum (analyze)`;
  await db`checkpoint`;
}

/** Makes the database that every contestant gets a copy of. */
export async function makeRows(server: string, database: string, options: BenchOptions): Promise<Rows> {
  const url = urlOf(server, database);
  await asAdmin(server, (sql) => sql`create database ${sql(database)}`);
  await applyMigrations(url);
  const builder = await ShopBuilder.start(url);
  const boards: SeededStore[] = [];
  for (let n = 0; n < options.stores; n += 1) boards.push(await builder.openStore(`B-${n}`, { till: 2, delivered: 3 }));
  const till = await builder.openStore('TILL', { till: 0, delivered: 0 });
  const busy = await builder.openStore('BUSY', { till: 0, delivered: 1, lines: 1 });
  await builder.stop();
  const db = openDatabase(url, { poolSize: 1 });
  try {
    await fill(db, boards, busy, options);
    const pages = await Promise.all(boards.map(async ({ id }) => ({ storeId: id, orderIds: await idsOf(db, id, pageSize) })));
    const orderIds = (await Promise.all(boards.map(({ id }) => idsOf(db, id, Math.ceil(readAlone / boards.length))))).flat();
    const readyIds = (await idsOf(db, busy.id, options.readyOrders)).toReversed();
    return { pages, orderIds, tillId: till.id, skus: skusOf(3), busyStoreId: busy.id, readyIds };
  } finally {
    await db.end();
  }
}

/** How many orders Docket's own kind of writes have left behind: placed at the till, and accepted in the busy store. */
export async function writtenIn(databaseUrl: string, { tillId, busyStoreId }: Rows): Promise<{ place: number; transition: number }> {
  const db = openDatabase(databaseUrl, { poolSize: 1 });
  try {
    const [row] = await db<{ place: number; transition: number }[]>`
      select (select count(*) from orders o where o.store_id = ${tillId} and o.version = 1
          and (select count(*) from order_items i where i.order_id = o.id) = 4
          and exists (select 1 from events e where e.subject_id = o.id and e.version = 1)) as place,
        (select count(*) from events e join orders o on o.id = e.subject_id and o.version = e.version
          where e.store_id = ${busyStoreId} and e.type = 'ACCEPT' and o.fulfilment = 'DELIVER_PENDING') as transition`;
    return row!;
  } finally {
    await db.end();
  }
}
