import { mkdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test, vi } from 'vitest';
import { homeOf, passableFolder, postgresPid, readNotes, start, temporaryFolder, withSql, writeNote } from '../../test/support/embedded-postgres.ts';
import { EmbeddedPostgresError } from './embedded-postgres-error.ts';
import { type EmbeddedPostgresOptions, startEmbeddedPostgres } from './embedded-postgres.ts';
import { isAlive } from './process-alive.ts';

// Every test makes a database of its own, which takes long on a busy disk.
vi.setConfig({ testTimeout: 120_000 });

/** The message of the trouble that this start ends in. */
async function trouble(options: EmbeddedPostgresOptions): Promise<string> {
  const outcome = await startEmbeddedPostgres(options).catch((error: unknown) => error);
  if (outcome instanceof EmbeddedPostgresError) return outcome.message;
  if (outcome instanceof Error) throw outcome;
  await (outcome as { stop(): Promise<void> }).stop();
  throw new Error('it started');
}

describe('a data folder', () => {
  test('keeps its rows over a restart', async () => {
    const dataFolder = join(await passableFolder(), 'not', 'yet', 'there');
    const first = await start({ dataFolder });
    await writeNote(first.url, 'kept');
    await first.stop();
    const second = await start({ dataFolder });
    expect(await readNotes(second.url)).toEqual(['kept']);
  });

  test('holds every database that was asked for', async () => {
    const dataFolder = await temporaryFolder();
    const database = 'Second-shop';
    const first = await start({ dataFolder, database });
    await writeNote(first.url, 'kept');
    await first.stop();
    const other = await start({ dataFolder });
    expect(await withSql(other.url, (sql) => sql`select current_database() as name`)).toEqual([{ name: 'docket' }]);
    await other.stop();
    const again = await start({ dataFolder, database });
    expect(await readNotes(again.url)).toEqual(['kept']);
  });

  test('is refused while another start uses it, which goes on undisturbed', async () => {
    const dataFolder = await temporaryFolder();
    const first = await start({ dataFolder });
    const message = await trouble({ dataFolder });
    expect(message).toBe(`Docket already runs on the data folder ${dataFolder} (process ${process.pid}): stop it first, or choose another data folder.`);
    await writeNote(first.url, 'undisturbed');
    expect(await readNotes(first.url)).toEqual(['undisturbed']);
  });

  test.each(['a new', 'an existing'])('lets exactly one of several simultaneous starts in: %s folder', async (kind) => {
    const dataFolder = await temporaryFolder();
    if (kind === 'an existing') await (await start({ dataFolder })).stop();
    const outcomes = await Promise.allSettled([1, 2, 3].map(() => start({ dataFolder })));
    const refusals = outcomes.filter((outcome) => outcome.status === 'rejected').map(({ reason }) => reason as unknown);
    expect(refusals).toEqual([expect.any(EmbeddedPostgresError), expect.any(EmbeddedPostgresError)]);
    expect(String(refusals[0])).toContain('already runs on the data folder');
    const winner = outcomes.find((outcome) => outcome.status === 'fulfilled');
    await writeNote(winner?.value.url ?? '', 'one');
    expect(await readNotes(winner?.value.url ?? '')).toEqual(['one']);
  });

  test('made by another major version is left alone', async () => {
    const dataFolder = await temporaryFolder();
    await (await start({ dataFolder })).stop();
    const version = join(await homeOf(dataFolder), 'cluster', 'PG_VERSION');
    await writeFile(version, '16\n');
    expect(await trouble({ dataFolder })).toMatch(/^The database in .* was made by PostgreSQL 16, and Docket ships PostgreSQL 18: .*$/);
    expect(await readFile(version, 'utf8')).toBe('16\n');
  });

  test('whose database was replaced by something else is left alone', async () => {
    const dataFolder = await temporaryFolder();
    await mkdir(join(dataFolder, 'postgres'));
    await writeFile(join(dataFolder, 'postgres', 'letter.txt'), 'dear');
    expect(await trouble({ dataFolder })).toMatch(/^.*postgres is there but holds no Postgres data: move it away, or choose another data folder\.$/);
    expect(await readFile(join(dataFolder, 'postgres', 'letter.txt'), 'utf8')).toBe('dear');
  });

  test('without its password says which file is missing', async () => {
    const dataFolder = await temporaryFolder();
    await (await start({ dataFolder })).stop();
    await rm(join(await homeOf(dataFolder), 'password'));
    expect(await trouble({ dataFolder })).toMatch(/^Cannot read the database password in .*password \(ENOENT\): .*$/);
  });

  test('that is a file is refused in one line', async () => {
    const dataFolder = join(await temporaryFolder(), 'file');
    await writeFile(dataFolder, '');
    expect(await trouble({ dataFolder })).toMatch(/^Cannot run Postgres in the data folder .*file: EEXIST.*choose another one\)$/);
  });
});

describe('the server', () => {
  test('speaks to this computer only, and only to those who know the password', async () => {
    const { url } = await start({ dataFolder: await temporaryFolder() });
    const [row] = await withSql(url, (sql) => sql`
      select current_setting('listen_addresses') as addresses, current_setting('unix_socket_directories') as sockets,
        (select string_agg(distinct auth_method, ',') from pg_hba_file_rules) as methods`);
    expect(row).toEqual({ addresses: '127.0.0.1', sockets: '', methods: 'scram-sha-256' });
    expect(new URL(url).hostname).toBe('127.0.0.1');
    const guess = new URL(url);
    guess.password = 'guess';
    await expect(withSql(guess.href, (sql) => sql`select 1`)).rejects.toMatchObject({ code: '28P01' });
  });

  test('has another password in every data folder, in a file for its owner alone', async () => {
    const [one, other] = [await temporaryFolder(), await temporaryFolder()];
    const passwords = [await start({ dataFolder: one }), await start({ dataFolder: other })].map(({ url }) => new URL(url).password);
    expect(new Set(passwords).size).toBe(2);
    expect((await stat(join(await homeOf(one), 'password'))).mode & 0o777).toBe(0o600);
    expect((await stat(join(await homeOf(one), 'cluster'))).mode & 0o777).toBe(0o700);
  });

  test('treats letters of every script as letters, orders by code point and lives in UTC', async () => {
    const { url } = await start({ dataFolder: await temporaryFolder() });
    const [row] = await withSql(url, async (sql) => {
      await sql`create extension pg_trgm`;
      return sql`
        select lower('ÄÖ') as lower, to_tsvector('红色 跑鞋 Ä')::text as words, '红色跑鞋' ~ '^\\w+$' as word,
          similarity('红色跑鞋', '红色跑鞋') as similarity, (select string_agg(x, '' order by x) from unnest(array['a', 'B', 'ä', '中']) as x) as sorted,
          current_setting('TimeZone') as zone, current_setting('server_encoding') as encoding`;
    });
    expect(row).toEqual({
      lower: 'äö',
      words: "'ä':3 '红色':1 '跑鞋':2",
      word: true,
      similarity: 1,
      sorted: 'Baä中',
      zone: 'UTC',
      encoding: 'UTF8',
    });
  });

  test('takes settings over its defaults', async () => {
    const settings = { shared_buffers: '16MB', work_mem: '3MB', fsync: 'off' };
    const { url } = await start({ dataFolder: await temporaryFolder(), settings });
    const [row] = await withSql(url, (sql) => sql`
      select current_setting('shared_buffers') as buffers, current_setting('work_mem') as memory, current_setting('jit') as jit,
        current_setting('fsync') as fsync, current_setting('idle_in_transaction_session_timeout') as idle`);
    expect(row).toEqual({ buffers: '16MB', memory: '3MB', jit: 'off', fsync: 'off', idle: '1min' });
  });

  test('rolls open transactions back when it is stopped, and is gone once stop resolves', async () => {
    const dataFolder = await temporaryFolder();
    const server = await start({ dataFolder });
    await writeNote(server.url, 'committed');
    const pid = await postgresPid(dataFolder);
    const stopped = withSql(server.url, (sql) =>
      sql.begin(async (tx) => {
        await tx`insert into notes values ('open')`;
        await Promise.all([server.stop(), server.stop()]);
        expect(isAlive(pid)).toBe(false);
        await tx`select 1`;
      }),
    );
    await expect(stopped).rejects.toThrow('CONNECTION_CLOSED');
    await server.stop();
    const again = await start({ dataFolder });
    expect(await readNotes(again.url)).toEqual(['committed']);
  });

  test('that dies on start says why, in its own words', async () => {
    const dataFolder = await temporaryFolder();
    const message = await trouble({ dataFolder, settings: { shared_buffers: 'plenty' } });
    expect(message).toMatch(/^Postgres did not start: FATAL: {2}invalid value for parameter "shared_buffers": "plenty" \(its log: .*server\.log\)\.$/);
    await start({ dataFolder });
  });

  test('keeps its log in a file that does not grow for ever', async () => {
    const dataFolder = await temporaryFolder();
    await (await start({ dataFolder })).stop();
    const log = join(await homeOf(dataFolder), 'server.log');
    expect(await readFile(log, 'utf8')).toContain('database system is ready to accept connections');
    await writeFile(log, 'x'.repeat(17 * 1024 * 1024));
    await start({ dataFolder });
    expect((await stat(log)).size).toBeLessThan(64 * 1024);
    expect((await stat(`${log}.1`)).size).toBe(17 * 1024 * 1024);
  });
});

test('a machine that PostgreSQL was not built for is told to use a server of its own', async () => {
  const architecture = vi.spyOn(process, 'arch', 'get').mockReturnValue('riscv64');
  try {
    const message = await trouble({ dataFolder: await temporaryFolder() });
    expect(message).toMatch(new RegExp(`^PostgreSQL for ${process.platform}-riscv64 .* is not installed: .*set DATABASE_URL.*$`));
  } finally {
    architecture.mockRestore();
  }
});
