import { execFileSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { availableParallelism, cpus, tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { inspect } from 'node:util';
import { openDatabase } from '../src/platform/database.ts';
import { startEmbeddedPostgres } from '../src/platform/embedded-postgres.ts';
import { capture } from './bench/capture.ts';
import { askChild, startBare, startDocket, stopChild } from './bench/children.ts';
import { HttpContestant, mustAgree, SqlContestant, type Contestant } from './bench/contestants.ts';
import { postmasterOf } from './bench/cpu.ts';
import { profileReport } from './bench/cpu-profile.ts';
import { graphql, plainJson } from './bench/http-requests.ts';
import { listSizesReport } from './bench/list-sizes.ts';
import { measure } from './bench/measure.ts';
import { inFlight, profileSeconds, readOptions, usage, type BenchOptions } from './bench/options.ts';
import type { Plan } from './bench/plan.ts';
import { pricingReport } from './bench/pricing.ts';
import { costTable, docketName, lagTable, nodeName, sizes, sqlName, verdictsOf } from './bench/report.ts';
import { copyDatabase, makeRows, urlOf, writtenIn } from './bench/rows.ts';
import { clerk, currency, tokenOf, tokens } from './bench/shop.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const startedAt = performance.now();

const say = (text: string): void => void process.stdout.write(`${text}\n`);
const tell = (line: string): void => void process.stderr.write(`${((performance.now() - startedAt) / 1000).toFixed(0).padStart(4)} s  ${line}\n`);

/** Where the bench runs: one Postgres, with its usual settings but for autovacuum, which would strike one contestant and not another. */
interface Ground {
  readonly folder: string;
  readonly server: string;
  readonly plan: Plan;
  readonly planFile: string;
  /** What must be undone at the end, last first. */
  readonly stack: AsyncDisposableStack;
}

async function startServer(stack: AsyncDisposableStack): Promise<Pick<Ground, 'folder' | 'server'>> {
  const folder = mkdtempSync(join(tmpdir(), 'docket-bench-'));
  // Started by root, Postgres runs as another user, who must get in here.
  chmodSync(folder, 0o755);
  stack.defer(() => rm(folder, { recursive: true, force: true }));
  const postgres = await startEmbeddedPostgres({ dataFolder: join(folder, 'data'), settings: { autovacuum: 'off' } });
  stack.defer(() => postgres.stop());
  return { folder, server: postgres.url };
}

async function prepareGround(stack: AsyncDisposableStack, { folder, server }: Pick<Ground, 'folder' | 'server'>, options: BenchOptions): Promise<Ground> {
  tell('making rows');
  const rows = await makeRows(server, 'bench_rows', options);
  await copyDatabase(server, 'bench_rows', 'bench_capture');
  const plan = await capture(urlOf(server, 'bench_capture'), rows);
  const planFile = join(folder, 'plan.json');
  writeFileSync(planFile, JSON.stringify(plan));
  return { folder, server, plan, planFile, stack };
}

async function databaseFor({ server }: Ground, name: string): Promise<string> {
  const database = `bench_${name.toLowerCase().replaceAll(/\W+/g, '_')}`;
  await copyDatabase(server, 'bench_rows', database);
  return urlOf(server, database);
}

async function addDocket(ground: Ground, name: string, folder: string, profiled: boolean): Promise<HttpContestant> {
  const databaseUrl = await databaseFor(ground, name);
  const env = { NODE_ENV: 'production', HOST: '127.0.0.1', PORT: '0', DATABASE_URL: databaseUrl, JWT_SECRET: tokens.secret!, DEFAULT_CURRENCY: currency };
  const started = await startDocket(folder, env, join(ground.folder, `${basename(databaseUrl)}.log`), profiled);
  ground.stack.defer(() => stopChild(started.process));
  const token = await tokenOf(clerk.role, clerk.subject, clerk.name);
  return new HttpContestant({ name, databaseUrl, ...started }, started.url, token, ground.plan, graphql);
}

async function addBare(ground: Ground, name: string, file: 'bare-sql.ts' | 'bare-node.ts'): Promise<Contestant & { learn?: HttpContestant['learn'] }> {
  const databaseUrl = await databaseFor(ground, name);
  const started = await startBare(file, [databaseUrl, ground.planFile], join(ground.folder, `${name}.log`));
  ground.stack.defer(() => stopChild(started.process));
  return file === 'bare-sql.ts' ? new SqlContestant({ name, databaseUrl, ...started }) : new HttpContestant({ name, databaseUrl, ...started }, started.url, '', ground.plan, plainJson);
}

async function profileAll(docket: HttpContestant, { operations }: BenchOptions): Promise<string[]> {
  const reports: string[] = [];
  const folder = join(root, 'node_modules/.cache');
  mkdirSync(folder, { recursive: true });
  for (const operation of operations) {
    tell(`profiling: ${operation}`);
    const file = join(folder, `bench-${operation}.cpuprofile`);
    await askChild(docket.process, { profile: null }, 0);
    await docket.run({ operation, inFlight, seconds: profileSeconds });
    await askChild(docket.process, { profile: file }, 0);
    reports.push(profileReport(operation, file));
  }
  return reports;
}

/** Everybody must have written down exactly what they were asked to: no answer without its rows. */
async function auditRows(contestants: readonly Contestant[], { plan }: Ground): Promise<string> {
  const counts = await Promise.all(contestants.map(async ({ name, databaseUrl, written }) => {
    const found = await writtenIn(databaseUrl, plan);
    if (found.place !== written.place || found.transition !== written.transition) throw new Error(`${name} answered for ${JSON.stringify(written)}, but its database holds ${JSON.stringify(found)}.`);
    return `${name} ${found.place} + ${found.transition}`;
  }));
  return `Orders placed + accepted, answered and found in the database alike: ${counts.join(', ')}.`;
}

async function machine(server: string): Promise<{ line: string; postmaster: number }> {
  const db = openDatabase(server, { poolSize: 1 });
  try {
    const [row] = await db<{ version: string; fsync: string; commit: string; vacuum: string }[]>`
      select current_setting('server_version') as version, current_setting('fsync') as fsync, current_setting('synchronous_commit') as commit, current_setting('autovacuum') as vacuum`;
    const { version, fsync, commit, vacuum } = row!;
    const line = `${availableParallelism()} cores (${cpus()[0]?.model ?? 'unknown'}), Node ${process.versions.node}, PostgreSQL ${version}: fsync ${fsync}, synchronous_commit ${commit}, autovacuum ${vacuum}`;
    return { line, postmaster: await postmasterOf(db) };
  } finally {
    await db.end();
  }
}

async function addContestants(ground: Ground, { profile, against }: BenchOptions): Promise<{ docket: HttpContestant; contestants: Contestant[] }> {
  const docket = await addDocket(ground, docketName, root, profile);
  const node = (await addBare(ground, nodeName, 'bare-node.ts')) as HttpContestant;
  const others: HttpContestant[] = [];
  for (const folder of against) others.push(await addDocket(ground, basename(folder), folder, false));
  const truth = { name: docketName, answers: await docket.learn() };
  for (const other of [node, ...others]) mustAgree(truth, { name: other.name, answers: await other.learn() });
  return { docket, contestants: [docket, ...others, node, await addBare(ground, sqlName, 'bare-sql.ts')] };
}

/** Docket beside the others, each request alike. */
async function benchRequests(ground: Ground, options: BenchOptions): Promise<void> {
  const { docket, contestants } = await addContestants(ground, options);
  const { line, postmaster } = await machine(ground.server);
  const results = await measure(contestants, options, postmaster, tell);
  const audit = await auditRows(contestants, ground);
  const verdicts = verdictsOf(results);
  say([`\n${line}`, sizes(options), '', costTable(results, options), ...(results.has('feed') ? ['', lagTable(results)] : []), '', ...verdicts.map(({ text }) => text), '', audit].join('\n'));
  if (options.profile) say(['', ...(await profileAll(docket, options))].join('\n\n'));
  await Promise.all(contestants.map((contestant) => contestant.stop()));
}

async function bench(options: BenchOptions): Promise<void> {
  await using stack = new AsyncDisposableStack();
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void stack.disposeAsync().finally(() => process.exit(130)));
  const started = await startServer(stack);
  if (options.operations.length > 0) {
    tell('building');
    execFileSync('npm', ['run', '--silent', 'build'], { cwd: root, stdio: 'inherit' });
    await benchRequests(await prepareGround(stack, started, options), options);
  }
  if (options.pricing) {
    tell('pricing');
    say(`\n${pricingReport(options.quick)}\n`);
  }
  if (options.lists) say(`\n${(await machine(started.server)).line}\n\n${await listSizesReport(started.server, options, tell)}\n`);
  if (options.quick) say('A quick run shows that everything works; its figures mean nothing.');
}

function optionsOrExit(): BenchOptions | null {
  try {
    return readOptions(process.argv.slice(2));
  } catch (error) {
    process.stderr.write(`bench: ${(error as Error).message}\n${usage}\n`);
    process.exit(1);
  }
}

const options = optionsOrExit();
try {
  if (options) await bench(options);
  else say(usage);
} catch (error) {
  process.stderr.write(`${inspect(error)}\n`);
  process.exitCode = 1;
}
