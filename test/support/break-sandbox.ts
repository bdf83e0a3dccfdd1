import { expect } from 'vitest';
import { createSandboxClient } from '../../src/payments/sandbox/sandbox-client.ts';
import type { SandboxFault } from '../../src/payments/sandbox/sandbox-protocol.ts';
import type { Clock } from '../../src/platform/time.ts';
import { sandboxSecret, type App } from './app.ts';

/** Lets the test gateway of a server go wrong for what goes by this number. */
export async function breakSandbox(app: App, clock: Clock, fault: SandboxFault, number: string, times = 1): Promise<void> {
  const call = createSandboxClient({ baseUrl: () => app.server.url, secret: sandboxSecret, timeoutMs: 5000, clock });
  expect(await call('POST', '/sandbox/control', { fault, number, times })).toMatchObject({ kind: 'answer', status: 200 });
}
