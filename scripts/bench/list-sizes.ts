import type { Services } from '../../src/context.ts';
import type { Caller } from '../../src/identity/caller.ts';
import type { OrderFilter } from '../../src/orders/lists/order-filter.types.ts';
import { orderListOf } from '../../src/orders/lists/order-list.ts';
import { pageOfOrders } from '../../src/orders/lists/order-list.queries.ts';
import type { OrderKey, OrderPageRequest } from '../../src/orders/lists/order-page-request.ts';
import { openDatabase, type Database } from '../../src/platform/database.ts';
import { newId } from '../../src/platform/ids.ts';
import { applyMigrations } from '../../src/platform/migrate.ts';
import { systemClock, toInstant } from '../../src/platform/time.ts';
import { fillOrders } from '../fill/fill-orders.ts';
import type { BenchOptions } from './options.ts';
import { table } from './report.ts';
import { asAdmin, urlOf } from './rows.ts';

/** What a page of a store's list costs in stores of several sizes: all statements of it, from the filter to the rows, one caller at a time. */
interface Page {
  readonly title: string;
  readonly filter: OrderFilter;
  readonly sort: OrderPageRequest['sort'];
  /** From the middle of the list on, instead of from its beginning. */
  readonly deep: boolean;
}

const pages: readonly Page[] = [
  { title: 'first page', filter: {}, sort: 'CREATED', deep: false },
  { title: 'deep page', filter: {}, sort: 'CREATED', deep: true },
  { title: 'first page, by last change', filter: {}, sort: 'UPDATED', deep: false },
  { title: 'deep page, by last change', filter: {}, sort: 'UPDATED', deep: true },
  { title: 'filtered: done, FLASH', filter: { status: ['CLOSED_CONFIRMED'], deliveryType: 'FLASH' }, sort: 'CREATED', deep: false },
  { title: 'filtered: awaiting review, deep', filter: { awaitingReview: true }, sort: 'CREATED', deep: true },
  { title: 'searched: common product', filter: { productName: 'mug' }, sort: 'CREATED', deep: false },
  { title: 'searched: common product, deep', filter: { productName: 'mug' }, sort: 'CREATED', deep: true },
  { title: 'searched: rare product', filter: { productName: '青瓷茶杯' }, sort: 'CREATED', deep: false },
  { title: 'searched: contact', filter: { contactName: 'an' }, sort: 'CREATED', deep: false },
];

/** As many as the default of a list. */
const pageSize = 50;

/** A store of one size, in a database of its own. */
interface Filled {
  readonly db: Database;
  readonly storeId: string;
  readonly orders: number;
  /** An order from the middle of its list. */
  readonly middle: OrderKey;
}

export const sizesOf = ({ quick }: Pick<BenchOptions, 'quick'>): readonly number[] => (quick ? [500, 1000, 2000] : [10_000, 100_000, 1_000_000]);

async function fill(server: string, orders: number): Promise<Filled> {
  const database = `bench_lists_${orders}`;
  await asAdmin(server, (sql) => sql`create database ${sql(database)}`);
  const url = urlOf(server, database);
  await applyMigrations(url);
  const db = openDatabase(url, { poolSize: 1 });
  const store = { id: newId(), code: 'LISTS', name: 'Lists', currency: 'GBP' };
  const at = toInstant(Date.now());
  await db`insert into stores (id, code, name, currency, accepting_orders, version, created_at, updated_at) values (${store.id}, ${store.code}, ${store.name}, ${store.currency}, true, 1, ${at}, ${at})`;
  await fillOrders(db, { store, orders, days: 730, alone: true, listsOnly: true, tell: () => {} });
  await db`checkpoint`;
  const [middle] = await db<OrderKey[]>`select id, updated_at from orders order by id offset ${Math.floor(orders / 2)} limit 1`;
  return { db, storeId: store.id, orders, middle: middle! };
}

const caller: Caller = { role: 'PLATFORM', subject: 'bench', personId: newId(), name: null, expiresAt: Number.MAX_SAFE_INTEGER };

async function readPage({ db, storeId, middle }: Filled, { filter, sort, deep }: Page): Promise<number> {
  const services: Pick<Services, 'db' | 'clock'> = { db, clock: systemClock };
  const list = await orderListOf(services, caller, { of: 'store', id: storeId }, filter);
  const rows = await pageOfOrders(db, list, { sort, limit: pageSize, backwards: false, olderThan: deep ? middle : null, newerThan: null });
  return Math.min(pageSize, rows.length);
}

interface Cost {
  readonly rows: number;
  /** Milliseconds: the median. */
  readonly ms: number;
}

/** Every size in turn, so that what disturbs the machine disturbs all. */
async function costsOf(stores: readonly Filled[], page: Page, rounds: number): Promise<Cost[]> {
  // Postgres plans a prepared statement anew for the first five times; what a store pays all day comes after that.
  const rows: number[] = [];
  for (const store of stores) for (let time = 0; time < 6; time += 1) rows[stores.indexOf(store)] = await readPage(store, page);
  const times = stores.map((): number[] => []);
  for (let round = 0; round < rounds; round += 1) {
    for (const [index, store] of stores.entries()) {
      const started = performance.now();
      await readPage(store, page);
      times[index]!.push(performance.now() - started);
    }
  }
  return times.map((each, index) => ({ rows: rows[index]!, ms: each.toSorted((a, b) => a - b)[Math.floor(rounds / 2)]! }));
}

const grouped = (value: number): string => value.toLocaleString('en-GB');

/** Milliseconds for each size, and how many times the smallest one's; a page that is not full says how many rows it has. */
function rowOf({ title }: Page, costs: readonly Cost[]): string[] {
  const least = costs[0]!.ms;
  const cells = costs.map(({ ms, rows }) => `${ms.toFixed(2)}${rows < pageSize ? ` (${rows} rows)` : ''}`);
  return [title, '', ...cells, ...costs.slice(1).map(({ ms }) => (ms / least).toFixed(2))];
}

/** Which page grows most with the store. */
function steepest(results: readonly (readonly [page: Page, costs: readonly Cost[]])[], largest: string): string {
  const ratios = results.map(([{ title }, costs]) => ({ title, ratio: costs.at(-1)!.ms / costs[0]!.ms })).toSorted((a, b) => b.ratio - a.ratio);
  const { title, ratio } = ratios[0]!;
  return `Most of all grows "${title}": ${ratio.toFixed(2)} × at ${largest} orders.`;
}

async function measureAll(stores: readonly Filled[], quick: boolean): Promise<string> {
  const results: [Page, Cost[]][] = [];
  for (const page of pages) results.push([page, await costsOf(stores, page, quick ? 5 : 101)]);
  const [least, ...more] = stores.map(({ orders }) => grouped(orders));
  const head = [`page of ${pageSize}`, '', `${least} orders, ms`, ...more.map((size) => `${size}, ms`), ...more.map((size) => `× at ${size}`)];
  return [table([head, ...results.map(([page, costs]) => rowOf(page, costs))]), '', steepest(results, more.at(-1)!)].join('\n');
}

/** Fills a store of each size, and tells what a page costs in each, as text. */
export async function listSizesReport(server: string, options: Pick<BenchOptions, 'quick'>, tell: (line: string) => void): Promise<string> {
  const stores: Filled[] = [];
  try {
    for (const orders of sizesOf(options)) {
      tell(`filling a store with ${grouped(orders)} orders`);
      stores.push(await fill(server, orders));
    }
    tell('reading pages of lists');
    return await measureAll(stores, options.quick);
  } finally {
    for (const { db } of stores) await db.end();
  }
}
