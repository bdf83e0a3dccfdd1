import { EventEmitter, once } from 'node:events';
import { randomInt } from 'node:crypto';
import type { AddressInfo } from 'node:net';
import fastify, { type FastifyInstance } from 'fastify';
import { onTestFinished } from 'vitest';
import type { Notification, PaymentGateway } from '../../src/payments/gateway.ts';
import { createSandboxClient } from '../../src/payments/sandbox/sandbox-client.ts';
import { createSandboxGateway } from '../../src/payments/sandbox/sandbox-gateway.ts';
import type { SandboxFaultRequest } from '../../src/payments/sandbox/sandbox-protocol.ts';
import { registerSandbox, type Sandbox, type SandboxOptions } from '../../src/payments/sandbox/sandbox-server.ts';
import type { Database } from '../../src/platform/database.ts';
import { systemClock, type Clock } from '../../src/platform/time.ts';

const secret = 'a secret of the test';

export interface Received {
  readonly status: number;
  readonly notification: Notification | null;
}

export interface RawCallback {
  readonly body: Buffer;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
}

/** A merchant with a sandbox of its own, both listening, the way Docket and its sandbox do. */
export interface Merchant {
  readonly url: string;
  readonly gateway: PaymentGateway;
  readonly sandbox: Sandbox;
  /** Every callback so far. */
  readonly received: readonly Received[];
  /** The same, as they came over the wire. */
  readonly raw: readonly RawCallback[];
  /** Resolves as soon as so many callbacks have come in all. */
  receivedAtLeast(count: number): Promise<void>;
  /** How the next callbacks are answered instead of being taken in. */
  refuseCallbacks(times: number): void;
  break(fault: SandboxFaultRequest['fault'], number?: string, times?: number): Promise<void>;
  /** What the customer does; `null` is `curl -X POST` without anything. */
  customer(number: string, outcome: 'pay' | 'decline' | null): Promise<{ status: number; body: Record<string, unknown> }>;
  stop(): Promise<void>;
}

export interface MerchantOptions {
  readonly clock?: Clock;
  readonly retries?: SandboxOptions['retries'];
  readonly timeoutMs?: number;
  /** The adapter's, when it is to differ from the sandbox's. */
  readonly adapterSecret?: string;
}

const addressOf = (app: FastifyInstance): string => `http://127.0.0.1:${(app.server.address() as AddressInfo).port}`;

export async function startMerchant(db: Database, { clock = systemClock, retries = 'by-timer', timeoutMs = 5000, adapterSecret = secret }: MerchantOptions = {}): Promise<Merchant> {
  const app = fastify();
  const sandbox = registerSandbox(app, { db, secret, clock, retries, notifyUrl: () => `${addressOf(app)}/payments/sandbox/notify` });
  const gateway = createSandboxGateway({ baseUrl: () => addressOf(app), publicUrl: () => 'https://shop.example/', secret: adapterSecret, timeoutMs, clock });
  const call = createSandboxClient({ baseUrl: () => addressOf(app), secret, timeoutMs, clock });
  const received: Received[] = [];
  const raw: RawCallback[] = [];
  const heard = new EventEmitter();
  let refusing = 0;
  await app.register(async (scope) => {
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser('*', { parseAs: 'buffer' }, (_request, body, done) => done(null, body));
    scope.post('/payments/sandbox/notify', async (request, reply) => {
      const { status, body } = refusing-- > 0 ? { status: 500, body: '' } : gateway.acknowledge();
      raw.push({ body: request.body as Buffer, headers: request.headers });
      received.push({ status, notification: gateway.parseNotification(request.body as Buffer, request.headers) });
      heard.emit('received');
      return reply.code(status).send(body);
    });
  });
  await app.listen({ host: '127.0.0.1', port: 0 });
  onTestFinished(async () => {
    const closed = app.close();
    // After an aborted request, fetch keeps a fresh connection in stock, which Node does not count as idle.
    app.server.closeAllConnections();
    await closed;
  });
  const url = addressOf(app);
  return {
    url, gateway, sandbox, received, raw,
    stop: () => app.close(),
    async receivedAtLeast(count) {
      while (received.length < count) await once(heard, 'received');
    },
    refuseCallbacks: (times) => void (refusing = times),
    async break(fault, number, times = 1) {
      const reply = await call('POST', '/sandbox/control', { number, fault, times });
      if (reply.kind !== 'answer' || reply.status !== 200) throw new Error(`The sandbox does not know how to fail: ${JSON.stringify(reply)}`);
    },
    async customer(number, outcome) {
      const json = { headers: { 'content-type': 'application/json' }, body: JSON.stringify({ outcome }) };
      const response = await fetch(`${url}/sandbox/pay/${number}`, { method: 'POST', ...(outcome && json) });
      return { status: response.status, body: (await response.json()) as Record<string, unknown> };
    },
  };
}

/** A charge that no other test has. */
export const newCharge = (amount = 1592, currency = 'GBP') =>
  ({ number: `2603010930${randomInt(1e10)}`, amount, currency, description: '2 × Jacket' });

export const newRefund = ({ number, currency }: { number: string; currency: string }, amount: number) =>
  ({ number: `R${randomInt(1e12)}`.padEnd(10, '0'), chargeNumber: number, amount, currency });
