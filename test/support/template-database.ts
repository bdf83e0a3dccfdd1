import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import postgres from 'postgres';
import type { TestProject } from 'vitest/node';
import { startEmbeddedPostgres } from '../../src/platform/embedded-postgres.ts';
import { applyMigrations } from '../../src/platform/migrate.ts';

interface Server {
  readonly url: string;
  stop(): Promise<void>;
}

/** The servers named by TEST_DATABASE_URL, with spaces between them. */
const given = (process.env['TEST_DATABASE_URL'] ?? '').split(' ').filter((url) => url !== '');

/** The one of a worker among those given, or an embedded one in a folder of its own. */
async function startPostgres(url: string | undefined): Promise<Server> {
  if (url !== undefined) return { url, stop: async () => {} };
  const folder = await mkdtemp(join(tmpdir(), 'docket-test-'));
  const server = await startEmbeddedPostgres({
    dataFolder: folder,
    settings: { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off', max_connections: '300' },
  });
  return {
    url: server.url,
    stop: async () => {
      await server.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** One migrated template on a server; every test file works in a clone of it. */
async function startWithTemplate(template: string, named: string | undefined): Promise<Server> {
  const server = await startPostgres(named);
  const url = (database: string) => Object.assign(new URL(server.url), { pathname: `/${database}` }).href;
  const admin = postgres(url('postgres'), { max: 1, onnotice: () => {} });
  await admin.unsafe(`create database ${template}`);
  await applyMigrations(url(template));
  return {
    url: server.url,
    stop: async () => {
      await admin.unsafe(`drop database if exists ${template} with (force)`);
      await admin.end();
      await server.stop();
    },
  };
}

/**
 * A server for each of vitest's workers, which they find by VITEST_POOL_ID: where a feed begins depends on the oldest transaction
 * of the whole server, so two test files on one would move each other's feeds.
 */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const template = `docket_template_${process.pid}`;
  const workers = project.vitest.config.maxWorkers;
  if (given.length > 0 && given.length < workers) throw new Error(`TEST_DATABASE_URL names ${given.length} servers for ${workers} workers; name one for each, or set --maxWorkers.`);
  const servers = await Promise.all(Array.from({ length: workers }, (_, worker) => startWithTemplate(template, given[worker])));
  project.provide('postgresServers', { urls: servers.map(({ url }) => url), template });
  return async () => void (await Promise.all(servers.map((server) => server.stop())));
}

declare module 'vitest' {
  export interface ProvidedContext {
    postgresServers: { urls: string[]; template: string };
  }
}
