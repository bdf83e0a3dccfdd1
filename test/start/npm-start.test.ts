import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest';
import { build, type Build } from './program.ts';

let built: Build;
beforeAll(async () => {
  built = await build();
});
afterAll(() => built.remove());

test('npm start, told to stop by a supervisor that knows only npm’s process, leaves no server behind', async () => {
  const data = await mkdtemp(join(tmpdir(), 'docket-npm-'));
  await chmod(data, 0o755);
  onTestFinished(() => rm(data, { recursive: true, force: true }));
  // Without the scripts around it: the build is made already.
  const npm = spawn('npm', ['start', '--ignore-scripts'], { cwd: built.folder, env: { ...process.env, DOCKET_DATA: data, HOST: '127.0.0.1', PORT: '0' }, stdio: ['ignore', 'pipe', 'inherit'] });
  let url: string | undefined;
  for await (const line of createInterface({ input: npm.stdout })) {
    url = /ready at (\S+)\/graphql/.exec(line)?.[1];
    if (url) break;
  }
  expect((await fetch(`${url}/healthz`)).status).toBe(200);
  npm.kill('SIGTERM');
  await once(npm, 'exit');
  await expect(fetch(`${url}/healthz`)).rejects.toThrow('fetch failed');
});
