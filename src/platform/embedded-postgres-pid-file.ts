import { randomBytes } from 'node:crypto';
import { chown, link, readFile, readlink, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { clusterFolder } from './embedded-postgres-cluster.ts';
import { systemErrorCode } from './embedded-postgres-error.ts';
import { isAlive } from './process-alive.ts';
import { runAs } from './unprivileged-user.ts';

/** What Postgres writes to `postmaster.pid`. */
export interface RunningServer {
  readonly pid: number;
  /** NaN until Postgres has come so far. */
  readonly port: number;
  /** "starting", "ready", "stopping", or empty. */
  readonly status: string;
}

const POLL_MS = 20;

/** A fast shutdown that takes longer is cut short; the write-ahead log makes good what is missing. */
const SHUTDOWN_MS = 60_000;

/** Postgres creates the file first and fills it a moment later. One that stays empty is left from a crash. */
const FILLED_WITHIN_MS = 2_000;

/** No system numbers a process like this, so Postgres finds that its predecessor is gone. */
const NO_PROCESS = 2_147_483_647;

const pidFile = (home: string): string => join(clusterFolder(home), 'postmaster.pid');

const readText = async (path: string): Promise<string | undefined> => {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    if (systemErrorCode(error) === 'ENOENT') return undefined;
    throw error;
  }
};

const parse = (text: string): RunningServer | undefined => {
  const lines = text.split('\n');
  if (!/^[1-9]\d*$/.test(lines[0] ?? '')) return undefined;
  return { pid: Number(lines[0]), port: Number.parseInt(lines[3] ?? '', 10), status: (lines[7] ?? '').trim() };
};

/** What the file says, whether or not that process still runs. */
export async function readPidFile(home: string): Promise<RunningServer | undefined> {
  const text = await readText(pidFile(home));
  return text === undefined ? undefined : parse(text);
}

/**
 * Numbers of processes come round, after a restart of a container almost at once: the number alone proves nothing.
 * The command line, unlike the working folder, can be read by root in a container that may not trace processes.
 */
async function servesCluster(pid: number, home: string): Promise<boolean> {
  const cluster = clusterFolder(home);
  try {
    if (process.platform !== 'linux') {
      const { output } = await runAs(undefined, 'ps', ['-ww', '-o', 'command=', '-p', String(pid)]);
      return output.includes(cluster);
    }
    const words = (await readFile(`/proc/${pid}/cmdline`, 'utf8')).split('\0');
    // A folder that was renamed while Postgres runs shows up in the working folder only.
    return words.includes(cluster) || (await readlink(`/proc/${pid}/cwd`)) === cluster;
  } catch {
    return false;
  }
}

/**
 * Postgres refuses to start while any process has the number in the file. The number is replaced, not the file removed,
 * since the rest of it lets Postgres see whether children of its predecessor still use the data.
 */
async function disown(home: string, text: string): Promise<void> {
  const aside = `${pidFile(home)}.${randomBytes(4).toString('hex')}`;
  const corrected = `${aside}.corrected`;
  try {
    await rename(pidFile(home), aside);
    // Another start may have put its own file there since we looked: that one goes back as it is.
    const unchanged = (await readFile(aside, 'utf8')) === text;
    await writeFile(corrected, text.replace(/^\d+/, String(NO_PROCESS)), { mode: 0o600 });
    const { uid, gid } = await stat(aside);
    if (process.geteuid?.() === 0) await chown(corrected, uid, gid);
    await link(unchanged ? corrected : aside, pidFile(home));
  } catch (error) {
    if (!['ENOENT', 'EEXIST'].includes(systemErrorCode(error) ?? '')) throw error;
  } finally {
    await rm(aside, { force: true });
    await rm(corrected, { force: true });
  }
}

/**
 * The Postgres that runs on the cluster, "starting" when one is just about to, or undefined when there is none; then a
 * pid file that would keep a new one from starting has been put out of the way.
 */
export async function findServer(home: string): Promise<RunningServer | 'starting' | undefined> {
  const text = await readText(pidFile(home));
  if (text === undefined) return undefined;
  const server = parse(text);
  if (server) {
    if (await servesCluster(server.pid, home)) return server;
    if (isAlive(server.pid)) await disown(home, text);
    return undefined;
  }
  const age = Date.now() - (await stat(pidFile(home)).then((info) => info.mtimeMs, () => 0));
  if (age < FILLED_WITHIN_MS) return 'starting';
  await rm(pidFile(home), { force: true });
  return undefined;
}

const stillServes = async (home: string, pid: number): Promise<boolean> => {
  const server = await findServer(home);
  return server !== undefined && server !== 'starting' && server.pid === pid;
};

/** Resolves when Postgres process `pid` no longer serves the cluster. */
export async function untilServerGone(home: string, pid: number): Promise<void> {
  while (await stillServes(home, pid)) await delay(POLL_MS);
}

/** Signals process `pid` only while it serves the cluster: afterwards its number may go to anybody. */
async function signal(home: string, pid: number, name: NodeJS.Signals): Promise<void> {
  if (!(await stillServes(home, pid))) return;
  try {
    process.kill(pid, name);
  } catch (error) {
    if (systemErrorCode(error) !== 'ESRCH') throw error;
  }
}

/** Shuts Postgres process `pid` down fast, and resolves when it is gone. */
export async function shutDownServer(home: string, pid: number): Promise<void> {
  const impatience = setTimeout(() => void signal(home, pid, 'SIGQUIT').catch(() => undefined), SHUTDOWN_MS);
  try {
    await signal(home, pid, 'SIGINT');
    await untilServerGone(home, pid);
  } finally {
    clearTimeout(impatience);
  }
}
