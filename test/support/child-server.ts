import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { onTestFinished } from 'vitest';
import { isAlive } from '../../src/platform/process-alive.ts';
import { postgresPid } from './embedded-postgres.ts';

const project = fileURLToPath(new URL('../..', import.meta.url));

/** The program as `npm start` runs it, in a process of its own, with the embedded Postgres in its data folder. */
export interface ChildServer {
  /** Base URL, without a path. */
  readonly url: string;
  /** All that it has printed so far. */
  readonly output: readonly string[];
  /** The process id of its Postgres, which outlives a server that was killed. */
  postgres(): Promise<number>;
  /** As `kill -9`: it has no chance to do anything. */
  kill(): Promise<void>;
  /** As Ctrl-C; gives the exit code. */
  stop(): Promise<number | null>;
}

async function endOf(child: ChildProcess): Promise<number | null> {
  if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
  return child.exitCode;
}

/** Resolves with the URL that it prints once it is ready. */
async function readyUrl(child: ChildProcess, output: string[]): Promise<string> {
  const ready = new Promise<string>((resolve) => {
    for (const stream of [child.stdout!, child.stderr!]) {
      createInterface({ input: stream }).on('line', (line) => {
        output.push(line);
        const url = /ready at (http\S+)\/graphql/.exec(line)?.[1];
        if (url) resolve(url);
      });
    }
  });
  const ended = endOf(child).then((code) => {
    throw new Error(`The server ended with ${code} before it was ready:\n${output.join('\n')}`);
  });
  return Promise.race([ready, ended]);
}

/** Starts on a free port. Whatever it leaves running is ended when the test is over. */
export async function startChildServer(dataFolder: string, env: Readonly<Record<string, string>> = {}): Promise<ChildServer> {
  const child = spawn(process.execPath, ['--import', import.meta.resolve('tsx'), join(project, 'src/main.ts')], {
    cwd: project,
    env: { PATH: process.env['PATH'], HOME: process.env['HOME'], PORT: '0', DEMO_DATA: 'false', DEFAULT_CURRENCY: 'GBP', LOG_LEVEL: 'error', DOCKET_DATA: dataFolder, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const postgres = () => postgresPid(join(dataFolder, 'postgres'));
  onTestFinished(async () => {
    child.kill('SIGKILL');
    await endOf(child);
    const pid = await postgres().catch(() => null);
    if (pid !== null && isAlive(pid)) process.kill(pid, 'SIGQUIT');
  });
  const output: string[] = [];
  const url = await readyUrl(child, output);
  const end = (signal: NodeJS.Signals): Promise<number | null> => {
    child.kill(signal);
    return endOf(child);
  };
  return { url, output, postgres, kill: async () => void (await end('SIGKILL')), stop: () => end('SIGTERM') };
}
