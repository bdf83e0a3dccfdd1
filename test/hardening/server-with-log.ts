import { Writable } from 'node:stream';
import { pino } from 'pino';
import postgres from 'postgres';
import { onTestFinished } from 'vitest';
import { startServer } from '../../src/app/server.ts';
import { readConfig } from '../../src/config.ts';
import { App, testTokens } from '../support/app.ts';
import { cloneDatabase } from '../support/database.ts';

export interface LoggedApp {
  readonly app: App;
  /** A connection of the test's own to the server's database. */
  readonly sql: postgres.Sql;
  /** Everything that was logged, as it was written. */
  log(): string;
  /** The same, line by line. */
  lines(): Record<string, unknown>[];
}

/** A server with a database of its own that a test may break, and whose whole log it reads. */
export async function startLogged(env: Readonly<Record<string, string>> = {}): Promise<LoggedApp> {
  const database = await cloneDatabase();
  const written: string[] = [];
  const sink = new Writable({ write: (chunk, _encoding, done) => { written.push(String(chunk)); done(); } });
  const config = readConfig({ NODE_ENV: 'test', PORT: '0', DATABASE_URL: database.url, JWT_SECRET: testTokens.secret, SANDBOX_PAYMENTS: 'true', DEFAULT_CURRENCY: 'GBP', ...env });
  const server = await startServer({ config, databaseUrl: database.url, tokens: testTokens, sandboxSecret: 'a secret of the test gateway', log: pino({ level: 'debug' }, sink), version: 'test' });
  const sql = postgres(database.url, { max: 1, onnotice: () => {} });
  const app = new App(server, database);
  onTestFinished(async () => {
    await sql.end({ timeout: 1 });
    await app.stop();
  });
  const log = (): string => written.join('');
  return { app, sql, log, lines: () => log().split('\n').filter(Boolean).map((line) => JSON.parse(line)) };
}
