import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import postgres from 'postgres';
import { describe, expect, onTestFinished, test as base } from 'vitest';
import { WebSocket } from 'ws';
import { signToken } from '../../src/identity/tokens.ts';
import { cloneDatabase, testServer } from '../support/database.ts';
import { passableFolder, temporaryFolder } from '../support/embedded-postgres.ts';
import { build, run, type Build, type Ended } from './program.ts';

const test = base.extend<{ program: Build }>({
  program: [
    async ({}, use) => {
      const built = await build();
      await use(built);
      await built.remove();
    },
    { scope: 'file' },
  ],
});

const secret = 'a secret that only these tests know, and no other';
const onDatabase = (url: string) => ({ DATABASE_URL: url, JWT_SECRET: secret, LOG_LEVEL: 'silent' });

const token = (role: 'SHOPPER' | 'PLATFORM', subject = 'somebody') => signToken({ secret, roleClaim: 'role' }, { role, subject, lifetimeSeconds: 600 });

async function ask(url: string, bearer: string, query: string) {
  const response = await fetch(`${url}/graphql`, { method: 'POST', headers: { 'content-type': 'application/json', authorization: `Bearer ${bearer}` }, body: JSON.stringify({ query }) });
  return { status: response.status, body: (await response.json()) as { data?: Record<string, unknown>; errors?: unknown } };
}

async function database(): Promise<string> {
  const cloned = await cloneDatabase();
  onTestFinished(() => cloned.drop());
  return cloned.url;
}

/** A database in which nothing is. */
async function emptyDatabase(): Promise<string> {
  const url = await database();
  const sql = postgres(url, { max: 1, onnotice: () => {} });
  await sql`drop schema if exists drizzle cascade`;
  await sql`drop schema public cascade`;
  await sql`create schema public`;
  await sql.end();
  return url;
}

const migrationsIn = async (url: string): Promise<number> => {
  const sql = postgres(url, { max: 1, onnotice: () => {} });
  const [row] = await sql`select count(*)::int as count from drizzle.__drizzle_migrations`.catch(() => [{ count: 0 }]);
  await sql.end();
  return row!['count'];
};

const allMigrations = async (): Promise<number> => JSON.parse(await readFile(new URL('../../drizzle/meta/_journal.json', import.meta.url), 'utf8')).entries.length;

/** One line that says what is wrong, and no success. */
function expectOneLine({ code, stderr, stdout }: Ended, wrong: RegExp): void {
  expect(stderr).toMatch(/^docket: [^\n]+\n$/);
  expect(stderr).toMatch(wrong);
  expect(code).toBe(1);
  expect(stdout).not.toContain('ready');
}

describe('a start with nothing prepared', { timeout: 180_000 }, () => {
  test('serves demo data with tokens that work, alone on its data, and starts again on the same', async ({ program }) => {
    const env = { DOCKET_DATA: `${await passableFolder()}/data` };
    const first = run(program, 'main', env);
    const url = await first.url();
    await first.line(/npm run token/);
    first.process.kill('SIGINT');
    const { code, stdout, stderr } = await first.ended;
    expect([code, stderr]).toEqual([0, '']);
    const tokens = stdout.split('\n').filter((line) => /^eyJ[\w-]+\.[\w-]+\.[\w-]+$/.test(line));
    expect(tokens.length).toBeGreaterThanOrEqual(3);
    await expect(fetch(`${url}/healthz`)).rejects.toThrow();

    const again = run(program, 'main', env);
    const [second, other] = [await again.url(), run(program, 'main', env)];
    const roles = await Promise.all(tokens.map(async (bearer) => {
      const { status, body } = await ask(second, bearer, '{ stores(first: 10) { edges { node { code } } } }');
      expect([status, body.errors]).toEqual([200, undefined]);
      expect((body.data!['stores'] as { edges: unknown[] }).edges.length).toBeGreaterThan(0);
      return JSON.parse(Buffer.from(bearer.split('.')[1]!, 'base64url').toString()).role as string;
    }));
    expect(roles).toEqual(expect.arrayContaining(['SHOPPER', 'STAFF', 'PLATFORM']));

    expectOneLine(await other.ended, /already|running|in use/i);
    expect((await fetch(`${second}/readyz`)).status).toBe(200);

    const made = await run(program, 'token', env, ['--role', 'shopper', '--subject', 'new-here', '--name', 'New Here']).ended;
    expect([made.code, made.stderr]).toEqual([0, '']);
    expect(await ask(second, made.stdout.trim(), '{ me { name } }')).toEqual({ status: 200, body: { data: { me: null } } });

    again.process.kill('SIGTERM');
    expect((await again.ended).code).toBe(0);
  });
});

describe('a stop', () => {
  test.for(['SIGINT', 'SIGTERM'] as const)('by %s while the server starts lets the start come to its end, then ends with 0 and leaves nothing behind', async (signal, { program }) => {
    const env = { DOCKET_DATA: `${await passableFolder()}/data` };
    const starting = run(program, 'main', env);
    // Its data folder is there as soon as it has begun.
    await expect.poll(() => existsSync(env.DOCKET_DATA), { timeout: 20_000 }).toBe(true);
    starting.process.kill(signal);
    const { code, stdout, stderr } = await starting.ended;
    expect([code, stderr]).toEqual([0, '']);
    expect(stdout).toContain(`${signal}: finishing`);
    const again = run(program, 'main', env);
    expect((await fetch(`${await again.url()}/readyz`)).status).toBe(200);
    again.process.kill('SIGTERM');
    expect((await again.ended).code).toBe(0);
  });

  test.for(['SIGINT', 'SIGTERM'] as const)('by %s answers what is being asked, closes sockets with 1001, and ends with 0', async (signal, { program }) => {
    const databaseUrl = await database();
    const running = run(program, 'main', onDatabase(databaseUrl));
    const url = await running.url();
    const bearer = await token('SHOPPER');
    const socket = new WebSocket(`${url.replace('http', 'ws')}/graphql`, 'graphql-transport-ws');
    const closed = once(socket, 'close');
    await once(socket, 'open');
    socket.send(JSON.stringify({ type: 'connection_init', payload: { authorization: `Bearer ${bearer}` } }));
    await once(socket, 'message');
    socket.send(JSON.stringify({ id: '1', type: 'subscribe', payload: { query: 'subscription { myOrders { cursor } }' } }));

    const sql = postgres(databaseUrl, { max: 2, onnotice: () => {} });
    onTestFinished(() => sql.end({ timeout: 1 }));
    const holder = await sql.reserve();
    await holder`begin`;
    await holder`lock table orders in access exclusive mode`;
    const asked = ask(url, bearer, '{ myOrders(first: 1) { edges { cursor } } }');
    const waiting = async () => (await sql`select 1 from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock' and query like '%from orders%'`).length;
    await expect.poll(waiting, { timeout: 10_000 }).toBeGreaterThan(0);

    running.process.kill(signal);
    expect((await closed)[0]).toBe(1001);
    await holder`rollback`;
    holder.release();
    expect(await asked).toEqual({ status: 200, body: { data: { myOrders: { edges: [] } } } });
    expect(await running.ended).toMatchObject({ code: 0, signal: null, stderr: '' });
  });

  test('by a second signal does not wait', async ({ program }) => {
    const databaseUrl = await database();
    const running = run(program, 'main', onDatabase(databaseUrl));
    const url = await running.url();
    const sql = postgres(databaseUrl, { max: 2, onnotice: () => {} });
    onTestFinished(() => sql.end({ timeout: 1 }));
    const holder = await sql.reserve();
    await holder`begin`;
    await holder`lock table orders in access exclusive mode`;
    const asked = ask(url, await token('SHOPPER'), '{ myOrders(first: 1) { edges { cursor } } }').catch(() => 'cut off');
    await expect.poll(async () => (await sql`select 1 from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`).length, { timeout: 10_000 }).toBeGreaterThan(0);
    running.process.kill('SIGTERM');
    await running.line(/^SIGTERM: /);
    running.process.kill('SIGINT');
    expect((await running.ended).code).toBe(1);
    expect(await asked).toBe('cut off');
    await holder`rollback`;
    holder.release();
  });
});

describe('a start that cannot be', () => {
  test('because the port is taken says so on one line', async ({ program }) => {
    const taken = createServer().listen(0, '127.0.0.1');
    await once(taken, 'listening');
    onTestFinished(() => void taken.close());
    const { port } = taken.address() as AddressInfo;
    expectOneLine(await run(program, 'main', { ...onDatabase(await database()), PORT: String(port) }).ended, new RegExp(`${port}.*PORT`));
  });

  test('because the address is not of this machine says so on one line', async ({ program }) => {
    expectOneLine(await run(program, 'main', { ...onDatabase(await database()), HOST: '203.0.113.1' }).ended, /203\.0\.113\.1.*HOST/);
  });

  test.for([
    ['nobody listens there', (url: URL) => Object.assign(url, { port: '9' })],
    ['the host does not exist', (url: URL) => Object.assign(url, { hostname: 'no-such-host.invalid' })],
    ['there is no such database', (url: URL) => Object.assign(url, { pathname: '/no_such_database' })],
    ['there is no such user', (url: URL) => Object.assign(url, { username: 'no_such_user', password: 'hunter2' })],
  ] as const)('because %s says so on one line, without the password', async ([, spoil], { program }) => {
    const url = spoil(new URL(testServer().url));
    const ended = await run(program, 'main', onDatabase(url.href)).ended;
    expectOneLine(ended, /DATABASE_URL/);
    expect(ended.stderr.trim().length).toBeGreaterThan('docket: DATABASE_URL: the database cannot be reached or refuses us: '.length);
    expect(ended.stderr).not.toContain('hunter2');
    if (url.password) expect(ended.stderr).not.toContain(decodeURIComponent(url.password));
  });

  test('because variables are wrong names all of them on one line', async ({ program }) => {
    expectOneLine(await run(program, 'main', { PORT: 'high', JWT_SECRET: 'short', DATABASE_URL: 'mysql://db' }).ended, /PORT.*JWT_SECRET|JWT_SECRET.*PORT|PORT.*DATABASE_URL/);
  });

  test('because production lacks what it needs says what', async ({ program }) => {
    expectOneLine(await run(program, 'main', { NODE_ENV: 'production' }).ended, /JWKS_URL.*DATABASE_URL/);
  });

  test('because the data folder cannot be made says so on one line', async ({ program }) => {
    const file = `${await temporaryFolder()}/file`;
    await writeFile(file, '');
    expectOneLine(await run(program, 'main', { DOCKET_DATA: file }).ended, /file/);
    expectOneLine(await run(program, 'main', { DATABASE_URL: await database(), DOCKET_DATA: file, LOG_LEVEL: 'silent' }).ended, /DOCKET_DATA/);
  });

  test('because the system wants no folder there says so on one line, instead of trying for ever', async ({ program }) => {
    const env = { DOCKET_DATA: '/proc/docket-data' };
    const runs = [run(program, 'main', env), run(program, 'token', env, ['--role', 'shopper', '--subject', 'anybody'])];
    onTestFinished(() => runs.forEach(({ process }) => void process.kill('SIGKILL')));
    for (const { ended } of runs) expectOneLine(await ended, /ENOENT.*\/proc\/docket-data/);
  });
});

describe('migrations of a database of one’s own', () => {
  test('are not applied unasked: the start says what is missing, and how to get it', async ({ program }) => {
    const url = await emptyDatabase();
    expectOneLine(await run(program, 'main', onDatabase(url)).ended, /lacks \d+ migrations?; run "npm run migrate", or start with --migrate/);
    expect(await migrationsIn(url)).toBe(0);
  });

  test('are applied by a start with --migrate', async ({ program }) => {
    const url = await emptyDatabase();
    const running = run(program, 'main', onDatabase(url), ['--migrate']);
    expect((await fetch(`${await running.url()}/readyz`)).status).toBe(200);
    running.process.kill('SIGTERM');
    expect((await running.ended).code).toBe(0);
    expect(await migrationsIn(url)).toBe(await allMigrations());
  });

  test('are applied once by three processes at the same time, and again by nobody', async ({ program }) => {
    const url = await emptyDatabase();
    const together = await Promise.all([1, 2, 3].map(() => run(program, 'migrate', onDatabase(url)).ended));
    for (const ended of together) expect(ended).toMatchObject({ code: 0, stderr: '', stdout: 'The tables are up to date.' });
    expect(await run(program, 'migrate', onDatabase(url)).ended).toMatchObject({ code: 0, stderr: '' });
    expect(await migrationsIn(url)).toBe(await allMigrations());
  });

  test('say on one line when there is no database to bring up to date', async ({ program }) => {
    expectOneLine(await run(program, 'migrate', onDatabase('postgres://nobody@127.0.0.1:9/none')).ended, /DATABASE_URL/);
    expectOneLine(await run(program, 'migrate', { DATABASE_URL: 'nonsense' }).ended, /DATABASE_URL/);
  });
});

describe('a token made by hand', () => {
  const made = (program: Build, args: readonly string[], env: Record<string, string> = { JWT_SECRET: secret }) => run(program, 'token', env, args).ended;

  test('is one line that the server believes, with role, subject, name and end', async ({ program }) => {
    const { code, stdout } = await made(program, ['--role', 'staff', '--subject', 'clerk-7', '--name', 'Ann Lee', '--days', '0.5']);
    expect(code).toBe(0);
    expect(stdout).toMatch(/^eyJ[\w-]+\.[\w-]+\.[\w-]+$/);
    const claims = JSON.parse(Buffer.from(stdout.split('.')[1]!, 'base64url').toString());
    expect(claims).toMatchObject({ role: 'STAFF', sub: 'clerk-7', name: 'Ann Lee' });
    expect(claims.exp - claims.iat).toBe(43_200);
  });

  test.for([
    ['no role', ['--subject', 'x']], ['an unknown role', ['--role', 'ADMIN', '--subject', 'x']], ['no subject', ['--role', 'STAFF']], ['an empty subject', ['--role', 'STAFF', '--subject', '']],
    ['no days', ['--role', 'STAFF', '--subject', 'x', '--days', '0']], ['days that are none', ['--role', 'STAFF', '--subject', 'x', '--days', 'soon']], ['too many days', ['--role', 'STAFF', '--subject', 'x', '--days', '3651']],
    ['an option that does not exist', ['--roll', 'STAFF']], ['a word too many', ['STAFF', 'x']],
  ] as const)('is not made with %s; standard output stays empty', async ([, args], { program }) => {
    const { code, stdout, stderr } = await made(program, args);
    expect([code, stdout]).toEqual([1, '']);
    expect(stderr).not.toBe('');
    expect(stderr).not.toMatch(/\bat .*\(|node:internal/);
  });

  test('is left to the provider where there is one', async ({ program }) => {
    expectOneLine(await made(program, ['--role', 'STAFF', '--subject', 'x'], { JWKS_URL: 'https://id.example/keys' }), /JWKS_URL/);
  });

  test('explains itself on demand', async ({ program }) => {
    expect(await made(program, ['--help'])).toMatchObject({ code: 0, stdout: expect.stringContaining('--role'), stderr: '' });
  });
});
