import { join, resolve } from 'node:path';
import { packagedBinaries, prepareBinaries } from './embedded-postgres-binaries.ts';
import { type Claim, awaitVacancy, claim } from './embedded-postgres-claim.ts';
import { SUPERUSER, clusterOwner, ensureCluster, readPassword, takeFromRoot } from './embedded-postgres-cluster.ts';
import { EmbeddedPostgresError, systemErrorCode } from './embedded-postgres-error.ts';
import { HOME, STAGING_FOLDERS, openHome, openStagingFolder } from './embedded-postgres-folder.ts';
import { logFile } from './embedded-postgres-log.ts';
import { findServer } from './embedded-postgres-pid-file.ts';
import { type PostgresProcess, type ProcessOptions, startPostgres } from './embedded-postgres-process.ts';
import { findUnprivilegedUser, runningAsRoot } from './unprivileged-user.ts';

export interface EmbeddedPostgres {
  /** Connects the superuser to the database, on a free port of 127.0.0.1. */
  readonly url: string;
  /** Fast shutdown: open transactions are rolled back. Resolves when the server is gone; may be called again. */
  stop(): Promise<void>;
}

export interface EmbeddedPostgresOptions {
  /** Made if missing. One Docket at a time may use it. */
  readonly dataFolder: string;
  /** Settings of postgresql.conf that replace the defaults, such as `{ fsync: 'off' }`. */
  readonly settings?: Readonly<Record<string, string>>;
  /** Created if missing. Default: docket. */
  readonly database?: string;
  /** Takes what an operator should know, one line at a time: where data was put, what was repaired. */
  readonly log?: (line: string) => void;
  /**
   * For root only: where to put the data, and a copy of the programs, that the unprivileged user cannot reach in
   * their own place. The first folder that works is taken. Default: /var/lib/docket, then the folder for temporary files.
   */
  readonly stagingFolders?: readonly string[];
}

interface Place extends ProcessOptions {
  readonly dataFolder: string;
}

const STARTS = 5;

async function preparePlace({ dataFolder, settings = {}, log = () => undefined, stagingFolders = STAGING_FOLDERS }: EmbeddedPostgresOptions): Promise<Place> {
  const packaged = packagedBinaries();
  const user = runningAsRoot() ? ((await clusterOwner(join(dataFolder, HOME))) ?? (await findUnprivilegedUser())) : undefined;
  const home = await openHome(dataFolder, { user, stagingFolders, log });
  const stagingFolder = async (): Promise<string> => (user ? openStagingFolder(stagingFolders, user) : dataFolder);
  const binaries = await prepareBinaries(packaged, { user, stagingFolder, log });
  await ensureCluster(home, { binaries, user, settings });
  if (user) await takeFromRoot(home, user);
  return { dataFolder, home, binaries, user, settings, log };
}

/** Two starts at the same instant both get here: Postgres lets one of them in, the other one finds it there. */
async function launch(place: Place): Promise<PostgresProcess> {
  let reason = '';
  for (let start = 0; start < STARTS; start += 1) {
    await awaitVacancy(place);
    const outcome = await startPostgres(place);
    if ('stop' in outcome) return outcome;
    reason = outcome.reason;
    if (!outcome.portTaken && (await findServer(place.home)) === undefined) break;
  }
  throw new EmbeddedPostgresError(`Postgres did not start: ${reason} (its log: ${logFile(place.home)}).`);
}

async function createDatabase({ sql }: Claim, name: string): Promise<void> {
  const [found] = await sql`select from pg_database where datname = ${name}`;
  if (!found) await sql`create database ${sql(name)}`;
}

async function open(place: Place, server: PostgresProcess, database: string): Promise<EmbeddedPostgres> {
  const password = await readPassword(place.home);
  const held = await claim(server.port, place);
  void server.gone.then(held.letGo);
  const stopNow = async (): Promise<void> => {
    held.letGo();
    await server.stop();
    await held.release();
  };
  let stopping: Promise<void> | undefined;
  const stop = (): Promise<void> => (stopping ??= stopNow());
  try {
    await createDatabase(held, database);
  } catch (error) {
    await stop();
    throw error;
  }
  return { url: `postgres://${SUPERUSER}:${password}@127.0.0.1:${server.port}/${encodeURIComponent(database)}`, stop };
}

const FOLDER_TROUBLE = new Set(['EACCES', 'EPERM', 'EROFS', 'ENOSPC', 'EDQUOT', 'EEXIST', 'ENOTDIR', 'ELOOP', 'ENAMETOOLONG']);

/** What the system or Postgres refused becomes one line for the operator; a fault of ours stays as it is. */
function explain(error: unknown, dataFolder: string): unknown {
  if (error instanceof EmbeddedPostgresError || !(error instanceof Error)) return error;
  const code = systemErrorCode(error);
  if (code === undefined) return error;
  const advice = FOLDER_TROUBLE.has(code) ? ' (make the folder writable, or choose another one)' : '';
  const reason = error.message.replaceAll(/\s*\n\s*/g, ' ');
  return new EmbeddedPostgresError(`Cannot run Postgres in the data folder ${dataFolder}: ${reason}${advice}`, { cause: error });
}

/**
 * Runs the PostgreSQL that npm has installed, on data that stays in `dataFolder`. It ends with this process, however
 * this process ends, and is no concern of Ctrl-C. Root runs it as an unprivileged user, since it refuses to be root.
 * @throws EmbeddedPostgresError when it cannot run here, or Docket already runs on this data folder.
 */
export async function startEmbeddedPostgres(options: EmbeddedPostgresOptions): Promise<EmbeddedPostgres> {
  const dataFolder = resolve(options.dataFolder);
  try {
    const place = await preparePlace({ ...options, dataFolder });
    const server = await launch(place);
    try {
      return await open(place, server, options.database ?? 'docket');
    } catch (error) {
      await server.stop();
      throw error;
    }
  } catch (error) {
    throw explain(error, dataFolder);
  }
}
