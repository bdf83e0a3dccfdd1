import { setTimeout as pause } from 'node:timers/promises';
import type { Database } from '../../src/platform/database.ts';
import { fromGlobalId } from '../../src/platform/ids.ts';
import { toInstant, type Clock } from '../../src/platform/time.ts';
import { startApp, type App, type AppOptions } from './app.ts';
import { cloneDatabase } from './database.ts';

export const dbOf = (app: App): Database => app.server.services.db;

/** The row's key behind an id that clients see. */
export const orderKey = (orderId: string): string => fromGlobalId('order', orderId)!;

/** A clock that runs with the real one, and jumps ahead when told to. */
export class JumpingClock {
  #ahead = 0;
  readonly now: Clock = () => toInstant(Date.now() + this.#ahead);
  jump(seconds: number): void {
    this.#ahead += seconds * 1000;
  }
}

export interface Cluster {
  readonly apps: readonly [App, App, ...App[]];
  readonly databaseUrl: string;
  stop(): Promise<void>;
}

/** Several servers, each with its own pool, timers and live feed, on one database. */
export async function startCluster(servers: number, options: Omit<AppOptions, 'databaseUrl'> = {}): Promise<Cluster> {
  const database = await cloneDatabase();
  const apps = await Promise.all(Array.from({ length: servers }, () => startApp({ ...options, databaseUrl: database.url })));
  return {
    apps: apps as unknown as Cluster['apps'],
    databaseUrl: database.url,
    stop: async () => {
      await Promise.all(apps.map((app) => app.stop()));
      await database.drop();
    },
  };
}

/** Folded out of the event log some time later: no effect of anybody's command. */
const folded: readonly string[] = ['order_counts', 'event_folds', 'search_terms', 'order_terms'];

/** Rows in every table. */
export async function rowCounts(db: Database): Promise<Record<string, number>> {
  const tables = await db<{ name: string }[]>`select relname as name from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace and not relname = any(${folded as string[]}) order by relname`;
  const counts = await Promise.all(tables.map(async ({ name }) => [name, (await db<{ count: number }[]>`select count(*) from ${db(name)}`)[0]!.count] as const));
  return Object.fromEntries(counts);
}

/** By how much each table has grown or shrunk; tables that have not are left out. */
export const growth = (before: Record<string, number>, after: Record<string, number>): Record<string, number> =>
  Object.fromEntries(Object.entries(after).map(([table, count]) => [table, count - (before[table] ?? 0)] as const).filter(([, more]) => more !== 0));

async function waitingForLocks(db: Database): Promise<number> {
  const [row] = await db<{ count: number }[]>`select count(*) from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`;
  return row!.count;
}

/**
 * Lets commands collide on one order for certain: its row is locked, the contenders are started one by one until each
 * stands in line for it (or has ended without), and then the row is let go. The first in line is the first to write.
 */
export async function collide<T>(app: App, orderId: string, contenders: readonly (() => Promise<T>)[]): Promise<T[]> {
  const db = dbOf(app);
  const running: Promise<T>[] = [];
  await db.begin(async (tx) => {
    await tx`select 1 from orders where id = ${orderKey(orderId)} for update`;
    for (const contender of contenders) {
      const inLine = await waitingForLocks(db);
      const promise = contender();
      running.push(promise);
      const ended = promise.then(() => true, () => true);
      while ((await waitingForLocks(db)) <= inLine && !(await Promise.race([ended, pause(2, false)])));
    }
  });
  return Promise.all(running);
}

export interface Books {
  readonly fulfilment: string;
  readonly status: string;
  readonly version: number;
  readonly total: number;
  readonly paidTotal: number;
  readonly refundedTotal: number;
  /** Types of its events, by version. */
  readonly events: readonly string[];
  /** Whether the versions of its events run from 1 to the order's own without a gap. */
  readonly contiguous: boolean;
  /** Sum of the attempts that succeeded. */
  readonly received: number;
  /** Amounts of the refunds that were written down. */
  readonly refunds: readonly number[];
  /** Amounts that the test gateway itself says it has given back, one for each refund it carried out. */
  readonly givenBack: readonly number[];
}

/** What the database says about an order, its money and its history, read as one snapshot. */
export async function booksOf(app: App, orderId: string): Promise<Books> {
  const [row] = await dbOf(app)<Books[]>`
    select o.fulfilment, o.status, o.version, o.total, o.paid_total, o.refunded_total,
      (select array_agg(e.type order by e.version) from events e where e.subject_id = o.id) as events,
      (select array_agg(e.version order by e.version) from events e where e.subject_id = o.id) = array(select generate_series(1, o.version)) as contiguous,
      (select coalesce(sum(p.amount), 0)::bigint from payments p where p.order_id = o.id and p.state = 'SUCCEEDED') as received,
      array(select r.amount::int from refunds r where r.order_id = o.id order by r.id) as refunds,
      array(select s.amount::int from payments p join sandbox_refunds s on s.charge_number = p.number
        where p.order_id = o.id and s.state = 'SUCCEEDED' order by s.number) as given_back
    from orders o where o.id = ${orderKey(orderId)}`;
  return row!;
}

export const occurrences = (types: readonly string[], type: string): number => types.filter((other) => other === type).length;
