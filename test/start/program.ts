import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmod, mkdtemp, rm, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { onTestFinished } from 'vitest';

const repository = fileURLToPath(new URL('../../', import.meta.url));

/** The program as `npm run build` makes it, in a folder of its own. */
export interface Build {
  readonly folder: string;
  remove(): Promise<void>;
}

export async function build(): Promise<Build> {
  const folder = await mkdtemp(join(tmpdir(), 'docket-build-'));
  // The embedded database may run as another user, who has to get in.
  await chmod(folder, 0o755);
  for (const name of ['node_modules', 'drizzle', 'package.json']) await symlink(join(repository, name), join(folder, name));
  const remove = (): Promise<void> => rm(folder, { recursive: true, force: true });
  const tsc = join(repository, 'node_modules/typescript/bin/tsc');
  const options = ['-p', 'tsconfig.build.json', '--outDir', join(folder, 'dist'), '--incremental', 'false', '--tsBuildInfoFile', 'null'];
  await promisify(execFile)(process.execPath, [tsc, ...options], { cwd: repository }).catch(async (error: Error & { stdout: string }) => {
    await remove();
    throw new Error(`The program does not compile:\n${error.stdout}`);
  });
  return { folder, remove };
}

export interface Ended {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** A running program of the build, in a process of its own. */
export interface Program {
  readonly process: ChildProcess;
  readonly ended: Promise<Ended>;
  /** The first line of its output that matches; fails when it ends without one. */
  line(pattern: RegExp): Promise<string>;
  /** Base URL, from the line that says it is ready. */
  url(): Promise<string>;
}

export function run({ folder }: Build, script: 'main' | 'migrate' | 'token', env: Readonly<Record<string, string>>, args: readonly string[] = []): Program {
  const child = spawn(process.execPath, [join(folder, 'dist', `${script}.js`), ...args], {
    cwd: folder, stdio: ['ignore', 'pipe', 'pipe'],
    // Nothing of the test's own surroundings may decide how it goes.
    env: { PATH: process.env['PATH'] ?? '', HOME: process.env['HOME'] ?? '/', HOST: '127.0.0.1', PORT: '0', ...env },
  });
  onTestFinished(async () => {
    if (child.exitCode !== null || child.signalCode !== null) return;
    child.kill('SIGKILL');
    await once(child, 'exit');
  });
  const stdout: string[] = [];
  const stderr: string[] = [];
  const news = createInterface({ input: child.stdout });
  news.on('line', (line) => stdout.push(line));
  child.stderr.on('data', (chunk) => stderr.push(String(chunk)));
  const ended = once(child, 'close').then(([code, signal]): Ended => ({ code, signal, stdout: stdout.join('\n'), stderr: stderr.join('') }));
  const line = async (pattern: RegExp): Promise<string> => {
    for (;;) {
      const found = stdout.find((candidate) => pattern.test(candidate));
      if (found !== undefined) return found;
      const end = await Promise.race([once(news, 'line').then(() => null), ended]);
      if (end && !stdout.some((candidate) => pattern.test(candidate))) throw new Error(`The program ended (${end.code}) before it wrote ${pattern}:\n${end.stdout}\n${end.stderr}`);
    }
  };
  return { process: child, ended, line, url: async () => /(http:\S+)\/graphql/.exec(await line(/is ready at http/))![1]! };
}
