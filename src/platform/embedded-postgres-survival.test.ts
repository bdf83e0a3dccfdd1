import { chown, readFile, readdir, stat, utimes, writeFile } from 'node:fs/promises';
import { execFileSync } from 'node:child_process';
import { dirname } from 'node:path';
import { describe, expect, test, vi } from 'vitest';
import {
  homeOf,
  pidFileOf,
  postgresPid,
  readNotes,
  start,
  startChild,
  temporaryFolder,
  withSql,
  writeNote,
} from '../../test/support/embedded-postgres.ts';
import { logFile } from './embedded-postgres-log.ts';
import { isAlive } from './process-alive.ts';

// Every test makes a database of its own, which takes long on a busy disk.
vi.setConfig({ testTimeout: 120_000 });

/** The shells that watch over this Postgres: all of its process group but Postgres itself. */
function watchdogsOf(server: number): number[] {
  const rows = execFileSync('ps', ['-A', '-o', 'pid=,pgid=,comm='], { encoding: 'utf8' })
    .split('\n')
    .map((row) => /^\s*(\d+)\s+(\d+)\s+(.*)$/.exec(row) ?? []);
  const group = rows.find(([, pid]) => Number(pid) === server)?.[2];
  return rows.filter(([, , other, command]) => other === group && command?.endsWith('sh')).map(([, pid]) => Number(pid));
}

const PATIENCE = { timeout: 20_000, interval: 20 };

const untilRefused = (url: string): Promise<void> =>
  vi.waitFor(() => expect(withSql(url, (sql) => sql`select 1`)).rejects.toMatchObject({ code: 'ECONNREFUSED' }), PATIENCE);

describe('when Docket is killed', () => {
  test('Postgres shuts down by itself, and the next start has every committed row', async () => {
    const dataFolder = await temporaryFolder();
    const child = startChild({ dataFolder });
    const { url } = await child.next('started');
    await writeNote(url, 'committed');
    const pid = await postgresPid(dataFolder);
    await child.kill();
    await vi.waitFor(() => expect(isAlive(pid)).toBe(false), PATIENCE);
    expect(await readFile(logFile(await homeOf(dataFolder)), 'utf8')).toContain('database system is shut down');
    expect(await readNotes((await start({ dataFolder })).url)).toEqual(['committed']);
  });

  test('a start at the same moment waits for the old Postgres to be gone', async () => {
    const dataFolder = await temporaryFolder();
    const child = startChild({ dataFolder });
    await writeNote((await child.next('started')).url, 'committed');
    await child.kill();
    expect(await readNotes((await start({ dataFolder })).url)).toEqual(['committed']);
  });

  test('together with the watchdog, the next start stops the Postgres that was left behind', async () => {
    const dataFolder = await temporaryFolder();
    const child = startChild({ dataFolder });
    const { url } = await child.next('started');
    await writeNote(url, 'committed');
    const orphan = await postgresPid(dataFolder);
    const watchdogs = watchdogsOf(orphan);
    expect(watchdogs).toHaveLength(2);
    // Docket must not notice that its watchdogs are gone before it is gone itself: it would stop Postgres.
    process.kill(child.process.pid!, 'SIGSTOP');
    for (const pid of watchdogs) process.kill(pid, 'SIGKILL');
    await child.kill();
    expect(await readNotes(url)).toEqual(['committed']);

    const lines: string[] = [];
    const next = await start({ dataFolder, log: (line) => lines.push(line) });
    expect(lines).toEqual([`stopping the Postgres (process ${orphan}) that an earlier Docket left behind`]);
    expect(next.url).not.toBe(url);
    expect(await readNotes(next.url)).toEqual(['committed']);
    await untilRefused(url);
  });

  test('while it initialises, the next start begins anew and leaves nothing behind', async () => {
    const dataFolder = await temporaryFolder();
    const child = startChild({ dataFolder });
    await vi.waitFor(async () => expect(await readdir(dataFolder, { recursive: true })).toContainEqual(expect.stringMatching(/cluster\/base\/1\//)), PATIENCE);
    process.kill(-(child.process.pid ?? 0), 'SIGKILL');
    await child.kill();
    expect(await readdir(dataFolder)).toEqual([expect.stringMatching(/^postgres\.new-/)]);
    const next = await start({ dataFolder });
    await writeNote(next.url, 'works');
    await next.stop();
    await start({ dataFolder });
    expect(await readdir(dataFolder)).toEqual(['postgres']);
  });
});

test('Ctrl-C reaches Docket and not Postgres, so that Docket can drain first', async () => {
  const dataFolder = await temporaryFolder();
  const child = startChild({ dataFolder });
  const { url } = await child.next('started');
  process.kill(-(child.process.pid ?? 0), 'SIGINT');
  await child.next('interrupted');
  await writeNote(url, 'drained');
  expect(await readNotes(url)).toEqual(['drained']);
  expect(await readFile(logFile(await homeOf(dataFolder)), 'utf8')).not.toContain('shutdown request');
  child.process.send('stop');
  await untilRefused(url);
});

describe('when Postgres is killed', () => {
  test('Docket says so, and the next start recovers every committed row', async () => {
    const dataFolder = await temporaryFolder();
    const lines: string[] = [];
    const server = await start({ dataFolder, settings: { fsync: 'on' }, log: (line) => lines.push(line) });
    await writeNote(server.url, 'committed');
    process.kill(await postgresPid(dataFolder), 'SIGKILL');
    await vi.waitFor(() => expect(lines).toEqual([expect.stringMatching(/^Postgres has ended by itself, see .*server\.log$/)]), PATIENCE);
    await server.stop();
    expect(await readNotes((await start({ dataFolder })).url)).toEqual(['committed']);
    expect(await readFile(logFile(await homeOf(dataFolder)), 'utf8')).toContain('automatic recovery in progress');
  });

  test('in one of its sessions only, the data folder stays taken', async () => {
    const dataFolder = await temporaryFolder();
    const { url } = await start({ dataFolder, settings: { fsync: 'on' } });
    const holder = 'select pid from pg_stat_activity where application_name = $1';
    const holders = (): Promise<{ pid: number }[]> => withSql(url, (sql) => sql.unsafe(holder, [`docket, process ${process.pid}`]));
    const [before] = await holders();
    process.kill(before?.pid ?? 0, 'SIGKILL');
    await vi.waitFor(async () => {
      const [after] = await holders();
      expect(after?.pid).toBeGreaterThan(0);
      expect(after?.pid).not.toBe(before?.pid);
    }, PATIENCE);
    await expect(start({ dataFolder })).rejects.toThrow(`already runs on the data folder ${dataFolder}`);
    await writeNote(url, 'still there');
  });
});

/** As a crash leaves it, but for what `change` makes of it. */
async function leavePidFile(dataFolder: string, change: (text: string) => string): Promise<string> {
  const server = await start({ dataFolder });
  await writeNote(server.url, 'committed');
  const file = await pidFileOf(dataFolder);
  const text = await readFile(file, 'utf8');
  await server.stop();
  await writeFile(file, change(text), { mode: 0o600 });
  const { uid, gid } = await stat(dirname(file));
  await chown(file, uid, gid);
  return file;
}

describe('a pid file of Postgres that was left behind', () => {
  test.each([
    ['whose number now belongs to another process', (text: string) => text.replace(/^\d+/, String(process.pid))],
    ['whose number belongs to nobody', (text: string) => text.replace(/^\d+/, '2147483646')],
    ['that is empty', () => ''],
    ['that a power cut filled with zeros', () => '\0'.repeat(80)],
  ])('%s does not keep the next one from starting', async (_, change) => {
    const dataFolder = await temporaryFolder();
    const file = await leavePidFile(dataFolder, change);
    const longAgo = new Date(0);
    await utimes(file, longAgo, longAgo);
    expect(await readNotes((await start({ dataFolder })).url)).toEqual(['committed']);
  });
});
