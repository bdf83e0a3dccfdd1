import { createHash, randomBytes } from 'node:crypto';
import { chmod, cp, lstat, readdir, readlink, realpath, rename, rm, stat, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, dirname, join, resolve } from 'node:path';
import { EmbeddedPostgresError, systemErrorCode } from './embedded-postgres-error.ts';
import { makeFolder } from './make-folder.ts';
import { type SystemUser, canEnter } from './unprivileged-user.ts';

/** Everything of Postgres lies here, in the data folder: the cluster, its password and its log. */
export const HOME = 'postgres';

/** Others may pass through, to what is theirs, but see nothing. */
const PASSABLE = 0o711;

/** Where root puts what the unprivileged user could not reach in its own place; the first that works is taken. */
export const STAGING_FOLDERS: readonly string[] = ['/var/lib/docket', join(tmpdir(), 'docket-of-root')];

interface FolderOptions {
  /** Whom Postgres will run as; undefined: as ourselves. */
  readonly user: SystemUser | undefined;
  readonly stagingFolders: readonly string[];
  readonly log: (line: string) => void;
}

const exists = (path: string): Promise<boolean> => lstat(path).then(() => true, () => false);

/** A folder that root alone can write to and `user` can pass through. */
export async function openStagingFolder(candidates: readonly string[], user: SystemUser): Promise<string> {
  for (const folder of candidates) {
    try {
      makeFolder(folder, PASSABLE);
      const { uid, mode } = await lstat(folder);
      // Anybody can make a folder of this name under /tmp, and would then own what root runs.
      if (uid !== process.geteuid?.() || mode & 0o022) continue;
      await chmod(folder, mode | PASSABLE);
      if (await canEnter(user, folder)) return await realpath(folder);
    } catch (error) {
      if (systemErrorCode(error) === undefined) throw error;
    }
  }
  throw new EmbeddedPostgresError(
    `Postgres refuses to run as root, and an unprivileged user can reach none of ${candidates.join(', ')}: ` +
      'start Docket as an ordinary user, or choose a data folder outside of private folders such as /root.',
  );
}

/** Opens a folder that is Docket's own (new, empty, or with its files) to the user that Postgres runs as. */
async function letThrough(dataFolder: string): Promise<void> {
  const { uid, mode } = await stat(dataFolder);
  const entries = await readdir(dataFolder);
  const ours = entries.length === 0 || entries.includes(HOME);
  if (ours && uid === process.geteuid?.()) await chmod(dataFolder, mode | 0o011);
}

/** Under a strict umask, folders that we have just made are passable for nobody else. */
async function letThroughNew(topmost: string, deepest: string): Promise<void> {
  for (let folder = deepest; folder.length >= topmost.length; folder = dirname(folder)) {
    await chmod(folder, (await stat(folder)).mode | 0o011);
  }
}

/** Rename does not work across file systems. */
async function move(source: string, target: string): Promise<void> {
  try {
    await rename(source, target);
  } catch (error) {
    if (systemErrorCode(error) !== 'EXDEV') throw error;
    const copy = `${target}.new-${randomBytes(6).toString('hex')}`;
    await cp(source, copy, { recursive: true, preserveTimestamps: true, verbatimSymlinks: true });
    await rename(copy, target);
    await rm(source, { recursive: true });
  }
}

/**
 * Puts Postgres's folder where `user` can reach it and leaves a link in the data folder. The link is made first, under
 * another name, so that a start that is interrupted half-way is finished by the next one.
 */
async function stageHome(dataFolder: string, { user, stagingFolders, log }: FolderOptions & { user: SystemUser }): Promise<string> {
  const home = join(dataFolder, HOME);
  const unfinished = join(dataFolder, `${HOME}.moving`);
  const hash = createHash('sha256').update(dataFolder).digest('hex').slice(0, 8);
  const name = `${basename(dirname(dataFolder))}-${hash}-${randomBytes(3).toString('hex')}`;
  const target = join(await openStagingFolder(stagingFolders, user), name);
  if (await exists(home)) {
    if (!(await exists(unfinished))) await symlink(target, unfinished);
    await move(home, await readlink(unfinished));
    await rename(unfinished, home);
  } else if (await exists(unfinished)) {
    await rename(unfinished, home);
  } else {
    await symlink(target, home).catch((error: unknown) => {
      if (systemErrorCode(error) !== 'EEXIST') throw error;
    });
  }
  const staged = await readlink(home);
  log(`the user that Postgres runs as cannot reach ${dataFolder}: the database lies in ${staged} (linked from ${home})`);
  return staged;
}

/** Where the link `home` leads. One that leads into a vanished folder (/tmp after a restart) is removed. */
async function followLink(home: string): Promise<string | undefined> {
  const info = await lstat(home).catch(() => undefined);
  if (!info?.isSymbolicLink()) return undefined;
  const target = resolve(dirname(home), await readlink(home));
  if (await exists(dirname(target))) return join(await realpath(dirname(target)), basename(target));
  await rm(home);
  return undefined;
}

/**
 * Makes the data folder and says where in it Postgres's own folder is, or is to be made; a link is followed.
 */
export async function openHome(dataFolder: string, options: FolderOptions): Promise<string> {
  const { user } = options;
  const topmost = makeFolder(dataFolder);
  const folder = await realpath(dataFolder);
  const home = join(folder, HOME);
  if (user) {
    await letThrough(folder);
    if (topmost !== undefined) await letThroughNew(topmost, dirname(dataFolder));
  }
  const linked = await followLink(home);
  if (linked !== undefined) return linked;
  if (user && !(await canEnter(user, folder))) return await stageHome(folder, { ...options, user });
  return home;
}
