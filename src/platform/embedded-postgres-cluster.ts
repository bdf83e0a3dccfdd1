import { randomBytes } from 'node:crypto';
import { chmod, chown, lchown, lstat, mkdir, open, readFile, readdir, rename, rm, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import type { PostgresBinaries } from './embedded-postgres-binaries.ts';
import { EmbeddedPostgresError, systemErrorCode } from './embedded-postgres-error.ts';
import { isAlive } from './process-alive.ts';
import { type SystemUser, runAs } from './unprivileged-user.ts';

/** The only role that exists from the start. */
export const SUPERUSER = 'docket';

const MAJOR_VERSION = '18';

/**
 * Character classes for pg_trgm, in order of preference: what glibc, then macOS, calls them. With plain C, trigrams of
 * Chinese text are empty. All else (order, upper and lower case, regular expressions, text search) follows Postgres's
 * own C.UTF-8, which is the same on every system.
 */
const CHARACTER_TYPES = ['C.UTF-8', 'en_US.UTF-8', 'C'];

export const clusterFolder = (home: string): string => join(home, 'cluster');
const passwordFile = (home: string): string => join(home, 'password');

/** Temporary folders that this process is filling; a process before us may have had the same number. */
const filling = new Set<string>();

/** Removes what starts left behind that were killed while they initialised. */
async function removeAbandoned(home: string): Promise<void> {
  const prefix = `${basename(home)}.new-`;
  for (const name of await readdir(dirname(home))) {
    if (!name.startsWith(prefix) || filling.has(name)) continue;
    const pid = Number(name.slice(prefix.length).split('-')[0]);
    if (pid !== process.pid && isAlive(pid)) continue;
    // An initdb that outlived its parent may still be writing; then the next start removes the folder.
    await rm(join(dirname(home), name), { recursive: true, force: true, maxRetries: 2 }).catch(() => undefined);
  }
}

/** Without this, a power cut just after the first start could leave a cluster whose password nobody knows. */
async function writeDurably(path: string, content: string): Promise<void> {
  const file = await open(path, 'wx', 0o600);
  try {
    await file.writeFile(content);
    await file.sync();
  } finally {
    await file.close();
  }
}

interface ClusterOptions {
  readonly binaries: PostgresBinaries;
  readonly user: SystemUser | undefined;
  /** Those who switch fsync off do not want to wait for the disk here either. */
  readonly settings: Readonly<Record<string, string>>;
}

async function runInitdb(home: string, { binaries, user, settings }: ClusterOptions): Promise<void> {
  let output = '';
  for (const characterType of CHARACTER_TYPES) {
    const result = await runAs(user, binaries.initdb, [
      `--pgdata=${clusterFolder(home)}`,
      `--username=${SUPERUSER}`,
      `--pwfile=${passwordFile(home)}`,
      '--auth=scram-sha-256',
      '--encoding=UTF8',
      '--locale=C',
      `--lc-ctype=${characterType}`,
      '--locale-provider=builtin',
      '--builtin-locale=C.UTF-8',
      '--text-search-config=simple',
      '--no-instructions',
      ...(settings['fsync'] === 'off' ? ['--no-sync'] : []),
    ]);
    if (result.exitCode === 0) return;
    output = result.output;
    if (!output.includes('invalid locale name')) break;
  }
  const lines = output.trim().split('\n');
  const reason = lines.findLast((line) => /error|fatal|panic/i.test(line)) ?? lines.at(-1);
  throw new EmbeddedPostgresError(`Postgres could not initialise its data in ${dirname(home)}: ${reason}`);
}

/** Fills a folder beside its final place and renames it, so that a cluster is there whole or not at all. */
async function initialise(home: string, options: ClusterOptions): Promise<void> {
  const { user } = options;
  const unfinished = `${home}.new-${process.pid}-${randomBytes(4).toString('hex')}`;
  filling.add(basename(unfinished));
  try {
    const mode = user ? 0o711 : 0o700;
    await mkdir(unfinished, mode);
    await chmod(unfinished, mode);
    await mkdir(clusterFolder(unfinished), 0o700);
    await writeDurably(passwordFile(unfinished), randomBytes(24).toString('base64url'));
    if (user) {
      await chown(clusterFolder(unfinished), user.uid, user.gid);
      await chown(passwordFile(unfinished), user.uid, user.gid);
    }
    await runInitdb(unfinished, options);
    await rename(unfinished, home);
  } catch (error) {
    // Another start was faster: its cluster is used.
    if (!['ENOTEMPTY', 'EEXIST'].includes(systemErrorCode(error) ?? '')) throw error;
  } finally {
    filling.delete(basename(unfinished));
    await rm(unfinished, { recursive: true, force: true });
  }
}

const readVersion = async (home: string): Promise<string | undefined> => {
  try {
    return (await readFile(join(clusterFolder(home), 'PG_VERSION'), 'utf8')).trim();
  } catch (error) {
    if (['ENOENT', 'ENOTDIR'].includes(systemErrorCode(error) ?? '')) return undefined;
    throw new EmbeddedPostgresError(
      `Cannot read the database in ${home} (${systemErrorCode(error)}): start Docket as the user that made it, or choose another data folder.`,
    );
  }
};

/**
 * Makes the cluster in `home` unless it is there.
 * @throws EmbeddedPostgresError when it cannot be made, or belongs to another major version or user.
 */
export async function ensureCluster(home: string, options: ClusterOptions): Promise<void> {
  if ((await readVersion(home)) === undefined) {
    await removeAbandoned(home);
    await initialise(home, options);
  }
  const version = await readVersion(home);
  if (version === undefined) {
    throw new EmbeddedPostgresError(`${home} is there but holds no Postgres data: move it away, or choose another data folder.`);
  }
  if (version !== MAJOR_VERSION) {
    throw new EmbeddedPostgresError(
      `The database in ${home} was made by PostgreSQL ${version}, and Docket ships PostgreSQL ${MAJOR_VERSION}: ` +
        'move its data with pg_dump, choose another data folder, or set DATABASE_URL.',
    );
  }
}

export async function readPassword(home: string): Promise<string> {
  try {
    return (await readFile(passwordFile(home), 'utf8')).trim();
  } catch (error) {
    throw new EmbeddedPostgresError(
      `Cannot read the database password in ${passwordFile(home)} (${systemErrorCode(error)}): put the file back, or choose another data folder.`,
    );
  }
}

async function chownTree(path: string, user: SystemUser): Promise<void> {
  await lchown(path, user.uid, user.gid);
  if (!(await lstat(path)).isDirectory()) return;
  for (const name of await readdir(path)) await chownTree(join(path, name), user);
}

/**
 * Who owns the cluster in `home`: an ordinary user when root starts Docket with sudo on that user's data.
 * Undefined when there is none yet, or root owns it.
 */
export async function clusterOwner(home: string): Promise<SystemUser | undefined> {
  const info = await stat(clusterFolder(home)).catch(() => undefined);
  return info && info.uid !== 0 ? { uid: info.uid, gid: info.gid } : undefined;
}

/** A cluster that came to belong to root, say from a backup, is of no use to the user that Postgres runs as. */
export async function takeFromRoot(home: string, user: SystemUser): Promise<void> {
  if ((await stat(clusterFolder(home))).uid !== 0) return;
  await chownTree(clusterFolder(home), user);
  await chown(passwordFile(home), user.uid, user.gid);
}
