import { startApp, type App } from '../support/app.ts';
import { openShop, type Shop } from '../support/seeds.ts';
import type { StatementProxy } from './statement-proxy.ts';

/** A server whose statements are counted. */
export interface Counted {
  readonly app: App;
  readonly shop: Shop;
  /** What a piece of work makes the database do, without what goes on in the background all the time. */
  statementsOf(work: () => Promise<unknown>): Promise<string[]>;
  /** How often a piece of work waits for the database: what is sent together is one round trip. */
  roundTripsOf(work: () => Promise<unknown>): Promise<number>;
}

/** What a server does without being asked: it follows the log and folds it, looks for due work, and gets to know new connections. */
const background = (sql: string): boolean =>
  /^listen |^delete from idempotency_keys|for update skip locked|^insert into search_terms|update event_folds|^select o\.store_id, .* as names from orders o where o\.id = any/.test(sql) || (/^select\b/.test(sql) && /^select (min\(|date_trunc)|pg_snapshot_xm(in|ax)|pg_notify|pg_catalog\.pg_type|order by timer_at/.test(sql));

export async function countedApp(proxy: StatementProxy): Promise<Counted> {
  const app = await startApp({ databaseUrl: proxy.url, env: { DATABASE_POOL: '4' } });
  const shop = await openShop(app);
  const statementsOf = async (work: () => Promise<unknown>): Promise<string[]> => {
    proxy.take();
    await work();
    return proxy.take().filter((sql) => !background(sql));
  };
  const roundTripsOf = (work: () => Promise<unknown>): Promise<number> => countRoundTrips(app, work);
  return { app, shop, statementsOf, roundTripsOf };
}

/** What leaves before the event loop has turned cannot depend on an answer. */
async function countRoundTrips({ server: { services: { db } } }: App, work: () => Promise<unknown>): Promise<number> {
  let trips = 0;
  let together = false;
  const note = (_connection: number, text: string): void => {
    if (together || background(text.replace(/\s+/g, ' ').trim())) return;
    trips += 1;
    together = true;
    setImmediate(() => { together = false; });
  };
  Object.assign(db.options, { debug: note });
  try {
    await work();
    return trips;
  } finally {
    Object.assign(db.options, { debug: false });
  }
}
