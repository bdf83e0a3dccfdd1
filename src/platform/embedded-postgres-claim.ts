import { setTimeout as delay } from 'node:timers/promises';
import postgres from 'postgres';
import { SUPERUSER, readPassword } from './embedded-postgres-cluster.ts';
import { EmbeddedPostgresError } from './embedded-postgres-error.ts';
import { type RunningServer, findServer, shutDownServer } from './embedded-postgres-pid-file.ts';

/**
 * Exactly one Docket uses a data folder: the one that holds this advisory lock on its Postgres. The operating system
 * has no lock that Node can take and that goes when the process is killed; a session of Postgres is one.
 */
const LOCK_SPACE = 0x646f636b;
const LOCK_KEY = 1;

const POLL_MS = 50;
/** A Postgres that nobody has claimed for so long was left behind; a Docket that has just started it claims it sooner. */
const UNCLAIMED_MS = 1_500;
/** How long a Postgres that is shutting down, or recovering for somebody else, is waited for. */
const PATIENCE_MS = 60_000;

export interface ClaimOptions {
  /** As the operator knows it, for messages. */
  readonly dataFolder: string;
  readonly home: string;
  readonly log: (line: string) => void;
}

/** The right to use the data folder. */
export interface Claim {
  readonly sql: postgres.Sql;
  /** To be called when Postgres is gone: until then nobody else may use the folder. */
  release(): Promise<void>;
  /** Says that Postgres is about to stop, so that the loss of the session is no surprise. */
  letGo(): void;
}

const session = (port: number, password: string, onclose?: () => void): postgres.Sql =>
  postgres({
    host: '127.0.0.1',
    port,
    database: 'postgres',
    username: SUPERUSER,
    password,
    ssl: false,
    max: 1,
    idle_timeout: undefined,
    max_lifetime: null,
    connect_timeout: 5,
    backoff: () => POLL_MS / 1_000,
    fetch_types: false,
    onnotice: () => undefined,
    connection: { application_name: `docket, process ${process.pid}`, idle_session_timeout: 0 },
    ...(onclose && { onclose }),
  });

const alreadyRunning = (dataFolder: string, holder = ''): EmbeddedPostgresError =>
  new EmbeddedPostgresError(
    `Docket already runs on the data folder ${dataFolder}${holder && ` (${holder.replace('docket, ', '')})`}: ` +
      'stop it first, or choose another data folder.',
  );

const tryLock = async (sql: postgres.Sql): Promise<boolean> => {
  const [row] = await sql<{ taken: boolean }[]>`select pg_try_advisory_lock(${LOCK_SPACE}::int, ${LOCK_KEY}::int) as taken`;
  return row?.taken === true;
};

const holderOf = async (sql: postgres.Sql): Promise<string | undefined> => {
  const [row] = await sql<{ name: string | null }[]>`
    select activity.application_name as name
    from pg_locks as lock left join pg_stat_activity as activity using (pid)
    where lock.locktype = 'advisory' and lock.granted
      and lock.classid::bigint = ${LOCK_SPACE} and lock.objid::bigint = ${LOCK_KEY} and lock.objsubid = 2`;
  return row && (row.name ?? '');
};

/** Ends a Postgres whose Docket is gone, and whose watchdog was killed as well. */
async function stopOrphan(sql: postgres.Sql, { pid }: RunningServer, { home, log }: ClaimOptions): Promise<void> {
  if (!(await tryLock(sql))) return;
  log(`stopping the Postgres (process ${pid}) that an earlier Docket left behind`);
  await shutDownServer(home, pid);
}

/** @returns whether the server answered, and nobody holds it. */
async function isUnclaimed(sql: postgres.Sql, { dataFolder }: ClaimOptions): Promise<boolean> {
  let holder: string | undefined;
  try {
    holder = await holderOf(sql);
  } catch (error) {
    if (error instanceof postgres.PostgresError && error.code === '28P01') {
      throw new EmbeddedPostgresError(`The Postgres that runs in ${dataFolder} does not accept the password kept there: stop it, and start again.`);
    }
    return false; // It is starting or shutting down.
  }
  if (holder !== undefined) throw alreadyRunning(dataFolder, holder);
  return true;
}

/**
 * Waits for a Postgres that is still shutting down, and stops one that was left behind.
 * @throws EmbeddedPostgresError when a Docket runs on this data folder.
 */
export async function awaitVacancy(options: ClaimOptions): Promise<void> {
  const { home, dataFolder } = options;
  const started = Date.now();
  let unclaimedSince: number | undefined;
  for (;;) {
    const server = await findServer(home);
    if (server === undefined) return;
    if (server !== 'starting' && Number.isInteger(server.port)) {
      const sql = session(server.port, await readPassword(home));
      try {
        unclaimedSince = (await isUnclaimed(sql, options)) ? (unclaimedSince ?? Date.now()) : undefined;
        if (unclaimedSince !== undefined && Date.now() - unclaimedSince >= UNCLAIMED_MS) await stopOrphan(sql, server, options);
      } finally {
        await sql.end({ timeout: 1 });
      }
    }
    if (Date.now() - started > PATIENCE_MS) {
      throw new EmbeddedPostgresError(
        `A Postgres${server === 'starting' ? '' : ` (process ${server.pid})`} runs on the data folder ${dataFolder} and does not answer: ` +
          'stop it, or choose another data folder.',
      );
    }
    await delay(POLL_MS);
  }
}

/**
 * Claims the Postgres that we have started, for as long as we run. The claim is renewed when its session is lost,
 * which happens when Postgres restarts its processes after one of them has crashed.
 * @throws EmbeddedPostgresError when another Docket was faster.
 */
export async function claim(port: number, { dataFolder, home }: ClaimOptions): Promise<Claim> {
  const state = { held: false, renewing: false };
  const renew = async (): Promise<void> => {
    if (state.renewing) return; // Every attempt that fails closes a session as well.
    state.renewing = true;
    while (state.held && !(await tryLock(sql).catch(() => false))) await delay(POLL_MS, undefined, { ref: false });
    state.renewing = false;
  };
  const sql = session(port, await readPassword(home), () => void renew());
  state.held = await tryLock(sql);
  if (!state.held) {
    await sql.end({ timeout: 1 });
    throw alreadyRunning(dataFolder);
  }
  const letGo = (): void => {
    state.held = false;
  };
  const release = async (): Promise<void> => {
    letGo();
    await sql.end({ timeout: 1 });
  };
  return { sql, letGo, release };
}
