import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { root } from './documents.ts';

/** The environment of somebody who has just opened a shell: nothing that a test run has set. */
export function plainEnvironment(extra: Readonly<Record<string, string>>): NodeJS.ProcessEnv {
  const kept = Object.entries(process.env).filter(([name]) => !/^(VITEST|NODE_ENV|NODE_OPTIONS|TEST|DEV|PROD|SSR|MODE|BASE_URL|PORT|HOST|DATABASE_URL|JWT_|JWKS_)/.test(name));
  return { ...Object.fromEntries(kept), ...extra };
}

/** The program as "npm start" runs it, on a free port and data of its own. */
export interface Program {
  /** Base URL, without a path. */
  readonly url: string;
  readonly dataFolder: string;
  /** All that it has printed. */
  output(): string;
  /** Ends it as Ctrl-C does, and removes its data. */
  stop(): Promise<void>;
}

async function readyUrl(child: ChildProcess, output: () => string): Promise<string> {
  for (;;) {
    const url = /is ready at (http:\/\/\S+)\/graphql/.exec(output())?.[1];
    if (url) return url;
    if (child.exitCode !== null || child.signalCode !== null) throw new Error(`The program ended before it was ready:\n${output()}`);
    await once(child, 'heard');
  }
}

export async function startProgram(): Promise<Program> {
  const folder = await mkdtemp(join(tmpdir(), 'docket-program-'));
  // Under root, Postgres runs as somebody else, who must get through to its data.
  await chmod(folder, 0o755);
  const dataFolder = join(folder, 'data');
  // A group of its own, so that npm and what it runs hear of the end together, as in a terminal.
  const child = spawn('npm', ['start'], { cwd: root, detached: true, stdio: ['ignore', 'pipe', 'pipe'], env: plainEnvironment({ PORT: '0', DOCKET_DATA: dataFolder }) });
  let text = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (chunk: string) => {
      text += chunk;
      child.emit('heard');
    });
  }
  const ended = once(child, 'exit').then(() => child.emit('heard'));
  const stop = async (): Promise<void> => {
    if (child.exitCode === null && child.signalCode === null) process.kill(-child.pid!, 'SIGINT');
    await ended;
    await rm(folder, { recursive: true, force: true });
  };
  const output = (): string => text;
  try {
    return { url: await readyUrl(child, output), dataFolder, output, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}
