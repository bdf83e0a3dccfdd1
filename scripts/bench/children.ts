import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { openSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { memoryOptions, nodeOptionsOf } from './node-options.ts';

const readyLine = /is ready at (http:\/\/\S+)\/graphql/;
const startMilliseconds = 30_000;
const patienceMilliseconds = 30_000;

interface Started {
  readonly process: ChildProcess;
  readonly pid: number;
  readonly url: string;
}

const lastLines = (file: string): string => readFileSync(file, 'utf8').trim().split('\n').slice(-15).join('\n');

const here = (file: string): string => fileURLToPath(new URL(file, import.meta.url));

/** Starts the Docket that is built in `folder`, as `npm start` does, with its log going to a file. */
export async function startDocket(folder: string, env: Readonly<Record<string, string>>, logFile: string, profiled: boolean): Promise<Started> {
  const log = openSync(logFile, 'w');
  const child = fork(join(folder, 'dist/main.js'), [], {
    cwd: folder, env: { PATH: process.env['PATH'], ...env }, execArgv: [...nodeOptionsOf(folder), ...(profiled ? ['--import', here('profiler.ts')] : [])], stdio: ['ignore', log, log, 'ipc'],
  });
  for (const until = Date.now() + startMilliseconds; Date.now() < until; await delay(50)) {
    const url = readyLine.exec(readFileSync(logFile, 'utf8'))?.[1];
    if (url) return { process: child, pid: child.pid!, url };
    if (child.exitCode !== null) break;
  }
  await stopChild(child);
  throw new Error(`The Docket in ${folder} did not start:\n${lastLines(logFile)}`);
}

/** Starts one of the bare contestants, with the memory that `npm start` gives to Docket. */
export async function startBare(file: 'bare-sql.ts' | 'bare-node.ts', args: readonly string[], logFile: string): Promise<Started> {
  const log = openSync(logFile, 'w');
  const child = fork(here(file), args, { execArgv: [...memoryOptions(), '--disable-warning=ExperimentalWarning'], stdio: ['ignore', log, log, 'ipc'] });
  const ended = once(child, 'exit').then(() => null);
  const first = (await Promise.race([once(child, 'message'), ended])) as [{ ready: string | null }] | null;
  if (!first) throw new Error(`${file} did not start:\n${lastLines(logFile)}`);
  return { process: child, pid: child.pid!, url: first[0].ready ?? '' };
}

/** Asks a child for something that should take `seconds`, and waits for its answer, half a minute longer at most. */
export async function askChild<A>(child: ChildProcess, message: object, seconds: number): Promise<A> {
  const impatience = new AbortController();
  const timer = setTimeout(() => impatience.abort(), seconds * 1000 + patienceMilliseconds);
  try {
    const ended = once(child, 'exit', impatience).then(() => null);
    const heard = once(child, 'message', impatience);
    child.send(message);
    const first = (await Promise.race([heard, ended])) as [{ result?: A; error?: string }] | null;
    if (!first) throw new Error('it has ended early');
    if (first[0].error !== undefined) throw new Error(first[0].error);
    return first[0].result as A;
  } catch (error) {
    throw new Error(`A process of the bench did not do ${JSON.stringify(message)}`, { cause: error });
  } finally {
    clearTimeout(timer);
    impatience.abort();
  }
}

/** Ends a child that we started, kindly first. */
export async function stopChild(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = once(child, 'exit');
  child.kill('SIGTERM');
  const killer = setTimeout(() => child.kill('SIGKILL'), 10_000);
  await ended;
  clearTimeout(killer);
}
