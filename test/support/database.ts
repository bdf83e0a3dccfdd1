import { randomBytes } from 'node:crypto';
import postgres from 'postgres';
import { inject } from 'vitest';

export interface TestDatabase {
  readonly url: string;
  drop(): Promise<void>;
}

const urlOf = (server: string, database: string): string => Object.assign(new URL(server), { pathname: `/${database}` }).href;

/** The server of this vitest worker, and the template on it. */
export function testServer(): { url: string; template: string } {
  const { urls, template } = inject('postgresServers');
  const worker = Number(process.env['VITEST_POOL_ID']);
  return { url: urls.length === 1 ? urls[0]! : urls[worker - 1]!, template };
}

/** A fresh, migrated database of the test's own. */
export async function cloneDatabase(): Promise<TestDatabase> {
  const { url, template } = testServer();
  const name = `docket_test_${randomBytes(6).toString('hex')}`;
  const admin = postgres(urlOf(url, 'postgres'), { max: 1, onnotice: () => {} });
  await admin.unsafe(`create database ${name} template ${template}`);
  return {
    url: urlOf(url, name),
    drop: async () => {
      await admin.unsafe(`drop database if exists ${name} with (force)`);
      await admin.end();
    },
  };
}
