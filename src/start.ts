import { randomBytes } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import postgres from 'postgres';
import type { Config } from './config.ts';
import type { TokenSettings } from './identity/tokens.ts';
import { openDatabase } from './platform/database.ts';
import { startEmbeddedPostgres } from './platform/embedded-postgres.ts';
import { EmbeddedPostgresError } from './platform/embedded-postgres-error.ts';
import { makeFolder } from './platform/make-folder.ts';
import { applyMigrations, pendingMigrations } from './platform/migrate.ts';

/** Something the operator can mend; the message is one line and says how. */
export class StartError extends Error {}

export interface PreparedDatabase {
  readonly url: string;
  readonly embedded: boolean;
  stop(): Promise<void>;
}

const plain = (text: string): string => text.split('\n')[0]!.trim();

/** A database server that answers, with its tables up to date: the one named by DATABASE_URL, or the embedded one. */
export async function prepareDatabase(config: Config, migrateToo: boolean, log: (line: string) => void): Promise<PreparedDatabase> {
  if (config.DATABASE_URL) {
    await checkExternal(config.DATABASE_URL, migrateToo);
    return { url: config.DATABASE_URL, embedded: false, stop: async () => {} };
  }
  try {
    const server = await startEmbeddedPostgres({ dataFolder: join(resolve(config.DOCKET_DATA), 'postgres'), log });
    await applyMigrations(server.url);
    return { url: server.url, embedded: true, stop: () => server.stop() };
  } catch (error) {
    throw error instanceof EmbeddedPostgresError ? new StartError(error.message) : error;
  }
}

const oldestVersion = 15;

async function checkExternal(url: string, migrateToo: boolean): Promise<void> {
  const db = openDatabase(url, { poolSize: 1 });
  try {
    const [row] = await db<{ version: number }[]>`select current_setting('server_version_num')::int / 10000 as version`.catch((error: Error) => {
      throw new StartError(`DATABASE_URL: the database cannot be reached or refuses us: ${plain(error.message || String((error as { code?: string }).code))}`);
    });
    if (row!.version < oldestVersion) throw new StartError(`DATABASE_URL: PostgreSQL ${row!.version} is too old; ${oldestVersion} or newer is needed.`);
    if (migrateToo) return await applyMigrations(url);
    const pending = await pendingMigrations(db);
    if (pending > 0) throw new StartError(`DATABASE_URL: the database lacks ${pending} migration${pending > 1 ? 's' : ''}; run "npm run migrate", or start with --migrate.`);
  } catch (error) {
    throw error instanceof postgres.PostgresError ? new StartError(`DATABASE_URL: ${plain(error.message)}`) : error;
  } finally {
    await db.end({ timeout: 1 });
  }
}

function readSecret(file: string): string | null {
  try {
    return readFileSync(file, 'utf8').trim();
  } catch {
    return null;
  }
}

function makeSecret(file: string): string {
  const secret = randomBytes(32).toString('base64url');
  try {
    makeFolder(dirname(file));
    writeFileSync(file, `${secret}\n`, { mode: 0o600, flag: 'wx' });
    return secret;
  } catch (error) {
    // Another process may have been faster.
    const theirs = readSecret(file);
    if (theirs) return theirs;
    throw new StartError(`DOCKET_DATA: cannot keep a secret in ${file}: ${(error as Error).message}`);
  }
}

/** The shared secret: from the settings, or made once and kept beside the data. */
export function sharedSecret({ JWT_SECRET, DOCKET_DATA }: Config): string {
  const file = join(resolve(DOCKET_DATA), 'secret');
  return JWT_SECRET ?? (readSecret(file) || makeSecret(file));
}

export const tokenSettingsOf = (config: Config): TokenSettings => ({
  ...(config.JWKS_URL ? { jwksUrl: config.JWKS_URL } : { secret: sharedSecret(config) }),
  issuer: config.JWT_ISSUER, audience: config.JWT_AUDIENCE, roleClaim: config.JWT_ROLE_CLAIM,
});
