import type { FormattedExecutionResult } from 'graphql';
import { createClient, type Client } from 'graphql-ws';
import { pino } from 'pino';
import { test as base } from 'vitest';
import { WebSocket } from 'ws';
import { startServer, type RunningServer } from '../../src/app/server.ts';
import { readConfig } from '../../src/config.ts';
import type { Role } from '../../src/identity/caller.ts';
import { signToken, type TokenSettings } from '../../src/identity/tokens.ts';
import type { Clock } from '../../src/platform/time.ts';
import { cloneDatabase, type TestDatabase } from './database.ts';

// A test reads whatever shape it asked for; schema.graphql itself is checked by the server.
// oxlint-disable-next-line typescript/no-explicit-any
export type Answer = { data: any; errors?: { message: string; path?: (string | number)[]; extensions: { code: string } }[] };

export const testTokens: TokenSettings = { secret: 'a secret for tests that nobody else knows', roleClaim: 'role' };

/** What servers and their test gateways sign with. */
export const sandboxSecret = 'a secret of the test gateway';

export interface AppOptions {
  readonly env?: Readonly<Record<string, string>>;
  readonly clock?: Clock;
  /** An existing database, e.g. to run two servers on one. */
  readonly databaseUrl?: string;
}

/** Somebody with a token, talking to one server over real sockets. */
export interface Person {
  readonly token: string;
  readonly subject: string;
  request(query: string, variables?: Record<string, unknown>): Promise<Answer>;
  /** Fails the test when the answer has errors; gives its data. */
  ask(query: string, variables?: Record<string, unknown>): Promise<Answer['data']>;
  subscribe(query: string, variables?: Record<string, unknown>): AsyncIterableIterator<FormattedExecutionResult<Answer['data'], unknown>>;
  /** A WebSocket client of its own, for tests that cut it off. */
  socket(options?: { retryAttempts?: number; keepAlive?: number; device?: string }): Client;
}

export class App {
  readonly server: RunningServer;
  readonly #database: TestDatabase | null;
  readonly #clients: Client[] = [];

  constructor(server: RunningServer, database: TestDatabase | null) {
    this.server = server;
    this.#database = database;
  }

  get url(): string {
    return `${this.server.url}/graphql`;
  }

  async person(role: Role, subject: string, name = subject, lifetimeSeconds = 3600): Promise<Person> {
    const token = await signToken(testTokens, { role, subject, name, lifetimeSeconds });
    const request = (query: string, variables?: Record<string, unknown>) => post(this.url, token, query, variables);
    let shared: Client | undefined;
    const socket = ({ device, ...options }: { retryAttempts?: number; keepAlive?: number; device?: string } = {}): Client => {
      const client = createClient({ url: this.url.replace('http', 'ws'), webSocketImpl: WebSocket, connectionParams: { authorization: `Bearer ${token}`, ...(device && { 'x-device': device }) }, retryAttempts: 0, ...options });
      this.#clients.push(client);
      return client;
    };
    return {
      token, subject, request, socket,
      ask: async (query, variables) => {
        const answer = await request(query, variables);
        if (answer.errors) throw new Error(`${JSON.stringify(answer.errors)}\nin ${query}\nwith ${JSON.stringify(variables)}`);
        return answer.data;
      },
      subscribe: (query, variables) => {
        shared ??= socket();
        return shared.iterate<Answer['data']>({ query, variables });
      },
    };
  }

  async stop(): Promise<void> {
    await Promise.all(this.#clients.map((client) => client.dispose()));
    await this.server.stop();
    await this.#database?.drop();
  }
}

async function post(url: string, token: string | null, query: string, variables?: Record<string, unknown>): Promise<Answer> {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...(token && { authorization: `Bearer ${token}` }) },
    body: JSON.stringify({ query, variables }),
  });
  return (await response.json()) as Answer;
}

/** Asks without any token. */
export const askAnonymously = (app: App, query: string, variables?: Record<string, unknown>): Promise<Answer> => post(app.url, null, query, variables);

/** A server on a free port of loopback, with a database of its own unless one is given. */
export async function startApp({ env = {}, clock, databaseUrl }: AppOptions = {}): Promise<App> {
  const database = databaseUrl ? null : await cloneDatabase();
  const url = databaseUrl ?? database!.url;
  const config = readConfig({ NODE_ENV: 'test', HOST: '127.0.0.1', PORT: '0', DATABASE_URL: url, JWT_SECRET: testTokens.secret, SANDBOX_PAYMENTS: 'true', DEFAULT_CURRENCY: 'GBP', ...env });
  const log = pino({ level: process.env['TEST_LOG'] ?? 'silent' });
  const server = await startServer({ config, databaseUrl: url, tokens: testTokens, sandboxSecret, log, version: 'test', ...(clock && { clock }) });
  return new App(server, database);
}

/** A test with a server of its file's own. */
export const test = base.extend<{ app: App }>({
  app: [
    async ({}, use) => {
      const app = await startApp();
      await use(app);
      await app.stop();
    },
    { scope: 'file' },
  ],
});
