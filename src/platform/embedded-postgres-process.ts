import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';
import type { PostgresBinaries } from './embedded-postgres-binaries.ts';
import { clusterFolder } from './embedded-postgres-cluster.ts';
import { linesOf, logFile, openLog, trimLog } from './embedded-postgres-log.ts';
import { readPidFile, shutDownServer, untilServerGone } from './embedded-postgres-pid-file.ts';
import { DEFAULT_SETTINGS } from './embedded-postgres-settings.ts';
import { type SystemUser, cleanEnvironment, credentials } from './unprivileged-user.ts';

/**
 * Postgres runs under this script, in a session of its own, so that Ctrl-C reaches us and not Postgres. Its standard
 * input is a pipe that we never write to: when we end, however we end, it closes, and Postgres shuts down fast.
 * The signal is repeated because a Postgres that has only just been forked still ignores it.
 */
const WATCHDOG = `
trap '' HUP INT TERM
exec 3<&0
"$@" </dev/null >&2 3<&- &
server=$!
echo "$server"
(
  read -r line <&3
  while kill -INT "$server"; do sleep 1; done
) >/dev/null 2>&1 &
reader=$!
exec 3<&-
wait "$server"
status=$?
kill -KILL "$reader" 2>/dev/null
exit "$status"
`;

const POLL_MS = 10;
const LOG_CHECK_MS = 3_600_000;
const SLOW_START_MS = 5_000;

export interface ProcessOptions {
  readonly home: string;
  readonly binaries: PostgresBinaries;
  readonly user: SystemUser | undefined;
  readonly settings: Readonly<Record<string, string>>;
  readonly log: (line: string) => void;
}

export interface PostgresProcess {
  readonly port: number;
  /** Resolves when Postgres is gone, for whatever reason. */
  readonly gone: Promise<void>;
  /** Fast shutdown; resolves when Postgres is gone. */
  stop(): Promise<void>;
}

/** Postgres ended before it was ready. */
export interface FailedStart {
  readonly reason: string;
  readonly portTaken: boolean;
}

interface Child {
  readonly watchdog: ChildProcess;
  readonly pid: number;
  readonly ended: Promise<unknown>;
}

async function freePort(): Promise<number> {
  const server = createServer();
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  if (address === null || typeof address === 'string') throw new TypeError('a TCP server has a numbered port');
  return address.port;
}

async function spawnWatchdog({ home, binaries, user, settings }: ProcessOptions, port: number): Promise<Child> {
  const parameters = Object.entries({ ...DEFAULT_SETTINGS, ...settings, port: String(port) });
  const command = [binaries.postgres, '-D', clusterFolder(home), ...parameters.flatMap(([name, value]) => ['-c', `${name}=${value}`])];
  const log = await openLog(home, user);
  try {
    const watchdog = spawn('/bin/sh', ['-c', WATCHDOG, 'docket-postgres-watchdog', ...command], {
      ...credentials(user),
      cwd: '/',
      env: cleanEnvironment(),
      detached: true,
      stdio: ['pipe', 'pipe', log.fd],
    });
    const ended = once(watchdog, 'exit');
    // Nobody waits for it until Postgres is to stop.
    ended.catch(() => undefined);
    watchdog.stdin?.on('error', () => undefined);
    const [pid] = await Promise.race([once(watchdog.stdout ?? watchdog, 'data'), ended]);
    return { watchdog, pid: Number(String(pid)), ended };
  } finally {
    await log.close();
  }
}

/** Recovery after a crash takes as long as it takes, so there is no time limit. */
async function becomesReady(child: Child, { home, log }: ProcessOptions): Promise<boolean> {
  const { watchdog, pid } = child;
  const slow = setTimeout(() => log(`Postgres is still starting, see ${logFile(home)}`), SLOW_START_MS);
  try {
    while (watchdog.exitCode === null && watchdog.signalCode === null) {
      const server = await readPidFile(home);
      if (server?.pid === pid && server.status === 'ready') return true;
      await delay(POLL_MS);
    }
    return false;
  } finally {
    clearTimeout(slow);
  }
}

function supervise(child: Child, port: number, { home, log }: ProcessOptions): PostgresProcess {
  let stopping: Promise<void> | undefined;
  const trimming = setInterval(() => void trimLog(home).catch(() => undefined), LOG_CHECK_MS).unref();
  // Normally the watchdog ends after Postgres; but it may have been killed alone.
  const gone = child.ended
    .then(() => untilServerGone(home, child.pid))
    .catch(() => undefined)
    .finally(() => {
      clearInterval(trimming);
      if (!stopping) log(`Postgres has ended by itself, see ${logFile(home)}`);
    });
  const stop = async (): Promise<void> => {
    child.watchdog.stdin?.end();
    await shutDownServer(home, child.pid);
    await gone;
  };
  return { port, gone, stop: () => (stopping ??= stop()) };
}

async function explainFailure(home: string, logStart: number, pid: number): Promise<FailedStart> {
  const lines = await linesOf(home, logStart, pid);
  const reason = lines.findLast((line) => /FATAL|PANIC|error/i.test(line)) ?? lines.at(-1) ?? 'it left no message';
  return { reason: reason.replace(/^.* \[\d+\] /, '').trim(), portTaken: lines.some((line) => line.includes('could not bind')) };
}

/** Starts Postgres and waits until it takes connections, or has given up. */
export async function startPostgres(options: ProcessOptions): Promise<PostgresProcess | FailedStart> {
  const { home, user } = options;
  const port = await freePort();
  const log = await openLog(home, user);
  await trimLog(home);
  const logStart = (await log.stat()).size;
  await log.close();
  const child = await spawnWatchdog(options, port);
  if (await becomesReady(child, options)) return supervise(child, port, options);
  return explainFailure(home, logStart, child.pid);
}
