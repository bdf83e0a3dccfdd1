import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { describe, expect, onTestFinished } from 'vitest';
import { test, testTokens, type App } from '../support/app.ts';
import { startFaultyProxy, type Fate } from './faulty-proxy.ts';
import { oddHistory, plainHistory, writeHistory } from './retail-file.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));

interface Command {
  readonly ended: Promise<{ readonly code: number | null; readonly out: string; readonly err: string }>;
  interrupt(): void;
  /** Until this stands in what the command tells on the way. */
  told(text: string): Promise<void>;
}

/** Runs the command as `npm run replay` does. */
function replay(args: readonly string[], env: Readonly<Record<string, string>> = {}): Command {
  const child = spawn(process.execPath, ['--import', 'tsx', 'scripts/replay.ts', ...args], { cwd: root, env: { ...process.env, JWT_SECRET: testTokens.secret, ...env } });
  let out = '';
  let err = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => { out += text; });
  child.stderr.setEncoding('utf8').on('data', (text: string) => { err += text; });
  onTestFinished(() => { child.kill('SIGKILL'); });
  return {
    ended: once(child, 'close').then(([code]) => ({ code: code as number | null, out, err })),
    interrupt: () => child.kill('SIGINT'),
    async told(text) {
      while (!err.includes(text)) await once(child.stderr, 'data');
    },
  };
}

function fileOf(content: string, name?: string): string {
  const { file, remove } = writeHistory(content, name);
  onTestFinished(remove);
  return file;
}

const allOrders = /* GraphQL */ `query ReplayCommandOrders { orders(first: 100) { totalCount edges { node { status store { code } } } } }`;

async function statusesOf(app: App, storeCode: string): Promise<string[]> {
  const { orders } = await (await app.person('SERVICE', 'onlooker')).ask(allOrders);
  return orders.edges.flatMap(({ node }: { node: { status: string; store: { code: string } } }) => (node.store.code === storeCode ? [node.status] : []));
}

describe('npm run replay', () => {
  test('replays a compressed file with a token of its own, prints the report and ends with 0', async ({ app }) => {
    const { code, out, err } = await replay([fileOf(oddHistory, 'retail.csv.gz'), '--url', app.url, '--day', '2010-12-01']).ended;
    expect(err).toMatch(/Orders: 10 of 10 after \d+ s/);
    expect(out).toMatch(/Placed, as read back from the server +10 +14 +66 +165\.94/);
    expect(out).toMatch(/Reconciles: .* to the penny\.\n$/);
    expect(code).toBe(0);
  });

  test('finishes the orders on their way after Ctrl-C, ends with 130, and goes on when run again', async ({ app }) => {
    const args = [fileOf(plainHistory(40)), '--store', 'INTERRUPTED', '--concurrency', '2'];
    let interrupted = false;
    const proxy = await startFaultyProxy(app.url, async (body): Promise<Fate> => {
      if (!body.includes('orderPlaceFromCartInStore')) return 'pass';
      if (!interrupted) command.interrupt();
      interrupted = true;
      await command.told('finishing the orders on their way');
      return 'pass';
    });
    onTestFinished(() => proxy.close());
    const command = replay([...args, '--url', proxy.url]);
    const { code, out, err } = await command.ended;
    expect([code, out]).toEqual([130, '']);
    expect(err).toContain('Stopped: 2 of 40 invoices are dealt with. Run it again to go on.');
    expect(await statusesOf(app, 'INTERRUPTED')).toEqual(['CLOSED_CONFIRMED', 'CLOSED_CONFIRMED']);
    const again = await replay([...args, '--url', app.url]).ended;
    expect(again.out).toMatch(/of these there before this run +2 +2 +2 +2\.50/);
    expect(again.code).toBe(0);
    expect(await statusesOf(app, 'INTERRUPTED')).toHaveLength(40);
  });

  test('ends with 1 and the report when the server has something else than the file', async ({ app }) => {
    const args = ['--url', app.url, '--store', 'CHANGED'];
    expect((await replay([fileOf(plainHistory(1)), ...args]).ended).code).toBe(0);
    const { code, out } = await replay([fileOf(plainHistory(1).replace(',1,2011', ',2,2011')), ...args]).ended;
    expect(out).toMatch(/Unexplained difference +0 +0 +1 +1\.25/);
    expect(out).toContain('600001 differs from the file in lines, pieces or money.');
    expect(code).toBe(1);
  });

  test('explains itself and ends with 0 when asked for help', async () => {
    const { code, out } = await replay(['--help']).ended;
    expect(out).toContain('npm run replay -- FILE');
    expect(code).toBe(0);
  });

  test('says in one line what is wrong with the command line or the file, and ends with 1', async () => {
    const [nothing, missing] = await Promise.all([replay([]).ended, replay(['/nowhere/retail.csv']).ended]);
    expect([nothing.code, nothing.err]).toEqual([1, 'replay: Name one file; --help tells more.\n']);
    expect(missing.code).toBe(1);
    expect(missing.err).toMatch(/^Reading .*\nreplay: \/nowhere\/retail\.csv cannot be read: ENOENT.*\n$/);
  });

  test('tells how to come by a token when the server does not take it', async ({ app }) => {
    const { code, err } = await replay([fileOf(plainHistory(1)), '--url', app.url], { JWT_SECRET: 'a secret that this server has never heard of' }).ended;
    expect(err).toContain('The server does not take the token');
    expect(err).toContain('--token');
    expect(code).toBe(1);
  });
});
