import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { chmod, chown, lstat, mkdtemp, readFile, readlink, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import postgres from 'postgres';
import { onTestFinished } from 'vitest';
import { type EmbeddedPostgres, type EmbeddedPostgresOptions, startEmbeddedPostgres } from '../../src/platform/embedded-postgres.ts';
import { type SystemUser, credentials } from '../../src/platform/unprivileged-user.ts';
import type { ChildMessage } from './embedded-postgres-child.ts';

/** A folder that goes when the test is over. As mkdtemp makes it, only its owner can enter it. */
export async function temporaryFolder(owner?: SystemUser): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'docket-'));
  if (owner) await chown(folder, owner.uid, owner.gid);
  onTestFinished(() => rm(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 }));
  return folder;
}

/** A temporary folder that every user can enter. */
export async function passableFolder(): Promise<string> {
  const folder = await temporaryFolder();
  await chmod(folder, 0o755);
  return folder;
}

/** Starts in this process, and stops when the test is over. Data that no test crashes need not reach the disk. */
export async function start(options: EmbeddedPostgresOptions): Promise<EmbeddedPostgres> {
  const server = await startEmbeddedPostgres({ ...options, settings: { fsync: 'off', ...options.settings } });
  onTestFinished(() => server.stop());
  return server;
}

/** Runs `work` on a connection of its own. */
export async function withSql<Result>(url: string, work: (sql: postgres.Sql) => Promise<Result>): Promise<Result> {
  const sql = postgres(url, { max: 1, onnotice: () => undefined });
  try {
    return await work(sql);
  } finally {
    await sql.end({ timeout: 1 });
  }
}

export const writeNote = (url: string, text: string): Promise<void> =>
  withSql(url, async (sql) => {
    await sql`create table if not exists notes (text text)`;
    await sql`insert into notes values (${text})`;
  });

export const readNotes = (url: string): Promise<readonly string[]> =>
  withSql(url, async (sql) => (await sql<{ text: string }[]>`select text from notes order by text`).map(({ text }) => text));

export const homeOf = async (dataFolder: string): Promise<string> => {
  const home = join(dataFolder, 'postgres');
  return (await lstat(home)).isSymbolicLink() ? readlink(home) : home;
};

export const pidFileOf = async (dataFolder: string): Promise<string> => join(await homeOf(dataFolder), 'cluster', 'postmaster.pid');

export const postgresPid = async (dataFolder: string): Promise<number> =>
  Number((await readFile(await pidFileOf(dataFolder), 'utf8')).split('\n')[0]);

export interface Child {
  readonly process: ChildProcess;
  readonly lines: readonly string[];
  /** The next message of this kind; those before it are passed over. */
  next<Kind extends ChildMessage['kind']>(kind: Kind): Promise<Extract<ChildMessage, { kind: Kind }>>;
  kill(): Promise<void>;
}

interface ChildOptions {
  readonly user?: SystemUser;
  /** The program, when it is not the one of this project. */
  readonly program?: string;
}

const PROGRAM = fileURLToPath(new URL('embedded-postgres-child.ts', import.meta.url));

/** Starts in a Node process of its own, at the head of its own process group, that can be killed. */
export function startChild(options: EmbeddedPostgresOptions, { user, program = PROGRAM }: ChildOptions = {}): Child {
  const child = fork(program, [JSON.stringify(options)], {
    ...credentials(user),
    cwd: '/',
    detached: true,
    execArgv: ['--import', import.meta.resolve('tsx')],
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  const messages: ChildMessage[] = [];
  const lines: string[] = [];
  child.on('message', (message: ChildMessage) => {
    if (message.kind === 'log') lines.push(message.line);
    messages.push(message);
    child.emit('heard');
  });
  const ended = once(child, 'exit').then(() => child.emit('heard'));
  const kill = async (): Promise<void> => {
    child.kill('SIGKILL');
    await ended;
  };
  onTestFinished(kill);
  const next = async <Kind extends ChildMessage['kind']>(kind: Kind): Promise<Extract<ChildMessage, { kind: Kind }>> => {
    for (;;) {
      const message = messages.shift();
      if (message === undefined) {
        if (child.exitCode !== null || child.signalCode !== null) throw new Error(`the child ended without "${kind}"`);
        await once(child, 'heard');
      } else if (message.kind === kind) return message as Extract<ChildMessage, { kind: Kind }>;
      else if (message.kind === 'failed') throw new Error(message.message);
    }
  };
  return { process: child, lines, next, kill };
}
