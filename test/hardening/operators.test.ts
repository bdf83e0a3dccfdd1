import postgres from 'postgres';
import { describe, expect, onTestFinished } from 'vitest';
import { testServer } from '../support/database.ts';
import { startApp, test, type App } from '../support/app.ts';
import { openShop } from '../support/seeds.ts';
import { openSocket } from './raw-socket.ts';
import { startLogged } from './server-with-log.ts';

const get = async (app: App, path: string): Promise<{ status: number; type: string | null; text: string }> => {
  const response = await fetch(`${app.server.url}${path}`);
  return { status: response.status, type: response.headers.get('content-type'), text: await response.text() };
};

describe('/healthz', () => {
  test('says that the process lives, and its version, without asking the database', async () => {
    const { app, sql } = await startLogged();
    await sql`alter table drizzle.__drizzle_migrations rename to away`;
    const { status, text } = await get(app, '/healthz');
    expect([status, JSON.parse(text)]).toEqual([200, { status: 'ok', version: 'test' }]);
  });
});

describe('/readyz', () => {
  test('is 200 while the database is there and up to date', async ({ app }) => {
    expect(await get(app, '/readyz')).toMatchObject({ status: 200, text: '{"status":"ready"}' });
  });

  test('is 503 while a migration is missing, and 200 again once it is there', async () => {
    const { app, sql } = await startLogged();
    const [last] = await sql`delete from drizzle.__drizzle_migrations where id = (select max(id) from drizzle.__drizzle_migrations) returning hash, created_at`;
    expect(await get(app, '/readyz')).toMatchObject({ status: 503, text: '{"status":"not ready"}' });
    await sql`insert into drizzle.__drizzle_migrations (hash, created_at) values (${last!['hash']}, ${last!['created_at']})`;
    expect((await get(app, '/readyz')).status).toBe(200);
  });

  test('is 503 without internals when the database has gone', async () => {
    const { app, sql } = await startLogged();
    const [row] = await sql`select current_database() as name`;
    const admin = postgres(testServer().url, { max: 1 });
    onTestFinished(() => admin.end({ timeout: 1 }));
    await admin`alter database ${admin(row!['name'])} allow_connections false`;
    await admin`select pg_terminate_backend(pid) from pg_stat_activity where datname = ${row!['name']}`;
    expect(await get(app, '/readyz')).toMatchObject({ status: 503, text: '{"status":"not ready"}' });
    expect((await get(app, '/healthz')).status).toBe(200);
    await admin`alter database ${admin(row!['name'])} allow_connections true`;
    await expect.poll(async () => (await get(app, '/readyz')).status, { timeout: 15_000 }).toBe(200);
  });

  test('is 503 from the moment the server begins to stop, while it still answers', async () => {
    const app = await startApp();
    const person = await app.person('SHOPPER', 'the-last');
    const socket = await openSocket(app);
    await socket.greet(person.token);
    // A client that does not answer the closing handshake keeps the server in its first step of stopping.
    socket.socket.pause();
    const stopped = app.stop();
    expect((await get(app, '/readyz')).status).toBe(503);
    expect((await get(app, '/healthz')).status).toBe(200);
    expect((await person.request('{ myOrderCounts { total } }')).data).toEqual({ myOrderCounts: { total: 0 } });
    await stopped;
    await expect(get(app, '/readyz')).rejects.toThrow();
  });
});

/** The samples of the Prometheus text format; fails on a line that is none. */
function samplesOf(text: string): Map<string, number> {
  const samples = new Map<string, number>();
  for (const line of text.split('\n')) {
    if (line === '' || /^# (HELP|TYPE) [a-zA-Z_:][\w:]* ?.*$/.test(line)) continue;
    const sample = /^([a-zA-Z_:][\w:]*(?:\{[a-zA-Z_]\w*="(?:[^"\\]|\\.)*"(?:,[a-zA-Z_]\w*="(?:[^"\\]|\\.)*")*\})?) (Na[Nn]|[+-]?Inf|[-+\d.eE]+)$/.exec(line);
    if (!sample) throw new Error(`/metrics holds a line that is no sample: ${line}`);
    samples.set(sample[1]!, Number(sample[2]));
  }
  return samples;
}

describe('/metrics', () => {
  const read = async (app: App) => {
    const { type, text } = await get(app, '/metrics');
    expect(type).toMatch(/^text\/plain; version=0\.0\.4/);
    return samplesOf(text);
  };

  test('counts operations by type and outcome, and times them', async () => {
    const app = await startApp();
    onTestFinished(() => app.stop());
    const { shopper } = await openShop(app);
    const before = await read(app);
    for (let round = 0; round < 3; round += 1) await shopper.ask('{ myOrderCounts { total } }');
    await shopper.request('{ orders { totalCount } }');
    await shopper.request('{ nonsense }');
    const after = await read(app);
    const grown = (name: string) => (after.get(name) ?? 0) - (before.get(name) ?? 0);
    expect(grown('docket_operations_total{transport="http",type="query",outcome="ok"}')).toBe(3);
    expect(grown('docket_operations_total{transport="http",type="query",outcome="FORBIDDEN"}')).toBe(1);
    expect(grown('docket_operations_total{transport="http",type="invalid",outcome="GRAPHQL_VALIDATION_FAILED"}')).toBe(1);
    expect(grown('docket_operation_seconds_count{transport="http",type="query"}')).toBe(4);
  });

  test('counts sockets, what is asked over them, and who follows', async () => {
    const app = await startApp();
    onTestFinished(() => app.stop());
    const person = await app.person('SHOPPER', 'a-follower');
    const of = async (name: string) => (await read(app)).get(name);
    const begun = 'docket_operations_total{transport="websocket",type="subscription",outcome="begun"}';
    expect([await of('docket_sockets'), await of('docket_feed_followers'), await of(begun)]).toEqual([0, 0, undefined]);
    const client = person.socket();
    const following = client.iterate({ query: 'subscription { myOrders { cursor } }' });
    const waiting = following.next();
    await expect.poll(() => of('docket_feed_followers')).toBe(1);
    expect([await of('docket_sockets'), await of(begun)]).toEqual([1, 1]);
    await client.iterate({ query: '{ myOrderCounts { total } }' }).next();
    await client.iterate({ query: '{ orders { totalCount } }' }).next();
    expect(await of('docket_operations_total{transport="websocket",type="query",outcome="ok"}')).toBe(1);
    expect(await of('docket_operations_total{transport="websocket",type="query",outcome="FORBIDDEN"}')).toBe(1);
    expect(await of('docket_operation_seconds_count{transport="websocket",type="query"}')).toBe(2);
    await following.return?.();
    await waiting;
    await client.dispose();
    await expect.poll(() => of('docket_sockets')).toBe(0);
    await expect.poll(() => of('docket_feed_followers')).toBe(0);
  });

  test('names nobody: labels come from closed sets', async ({ app }) => {
    const person = await app.person('SHOPPER', 'not-in-the-metrics');
    await person.request('query NotInTheMetrics { me { id } }');
    const { text } = await get(app, '/metrics');
    expect(text).not.toMatch(/not-in-the-metrics|NotInTheMetrics/);
  });
});
