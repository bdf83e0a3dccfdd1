import { execFile } from 'node:child_process';
import { EmbeddedPostgresError, systemErrorCode } from './embedded-postgres-error.ts';

/** A user of the operating system that a child process runs as. */
export interface SystemUser {
  readonly uid: number;
  readonly gid: number;
}

export interface Outcome {
  /** null when a signal ended the program. */
  readonly exitCode: number | null;
  /** What the program wrote, standard output first. */
  readonly output: string;
}

/** `initdb` wants its user to have an entry in the passwd database, so a made-up number will not do. */
const CANDIDATES = ['nobody', 'daemon'];

export const runningAsRoot = (): boolean => process.geteuid?.() === 0;

/** Node takes user ids as signed 32 bit numbers; macOS numbers `nobody` 4294967294. */
export const credentials = (user: SystemUser | undefined): { uid?: number; gid?: number } =>
  user ? { uid: user.uid | 0, gid: user.gid | 0 } : {};

/** Nothing of ours is passed on: PGDATA, PGPORT, LC_ALL or LD_LIBRARY_PATH would change what Postgres does. */
export const cleanEnvironment = (): NodeJS.ProcessEnv => ({
  PATH: process.env['PATH'] ?? '/usr/bin:/bin',
  LC_ALL: 'C',
  TZ: 'UTC',
});

/**
 * Runs a program to its end as `user` (undefined: as ourselves), with a clean environment, in `/`.
 * Rejects only when the program cannot be started; the error then carries the system's code.
 */
export function runAs(user: SystemUser | undefined, file: string, args: readonly string[]): Promise<Outcome> {
  return new Promise((resolve, reject) => {
    const options = { ...credentials(user), cwd: '/', env: cleanEnvironment(), maxBuffer: 1 << 24 };
    execFile(file, args, options, (error, stdout, stderr) => {
      if (error && typeof error.code !== 'number' && !error.signal) reject(error);
      else resolve({ exitCode: error ? (error.signal ? null : Number(error.code)) : 0, output: `${stdout}${stderr}` });
    });
  });
}

const idOf = async (flag: '-u' | '-g', name: string): Promise<number | undefined> => {
  const { exitCode, output } = await runAs(undefined, 'id', [flag, name]);
  return exitCode === 0 ? Number(output.trim()) >>> 0 : undefined;
};

/**
 * The user that Postgres runs as when we are root, which it refuses to be.
 * @throws EmbeddedPostgresError when there is none, or when root may not become it (a container without CAP_SETUID).
 */
export async function findUnprivilegedUser(): Promise<SystemUser> {
  for (const name of CANDIDATES) {
    const [uid, gid] = [await idOf('-u', name), await idOf('-g', name)];
    if (uid === undefined || gid === undefined || uid === 0) continue;
    const user = { uid, gid };
    try {
      await runAs(user, '/bin/sh', ['-c', ':']);
      return user;
    } catch (error) {
      throw new EmbeddedPostgresError(
        `Postgres refuses to run as root, and root may not become "${name}" here (${systemErrorCode(error)}): ` +
          'start Docket as an ordinary user, or set DATABASE_URL to a PostgreSQL server of your own.',
      );
    }
  }
  throw new EmbeddedPostgresError(
    `Postgres refuses to run as root, and there is no user "${CANDIDATES.join('" or "')}": ` +
      'start Docket as an ordinary user, or set DATABASE_URL to a PostgreSQL server of your own.',
  );
}

/** Whether `user` gets as far as `folder`: every folder above it counts, and access control lists do too. */
export async function canEnter(user: SystemUser | undefined, folder: string): Promise<boolean> {
  const { exitCode } = await runAs(user, '/bin/sh', ['-c', 'cd -- "$1"', 'sh', folder]);
  return exitCode === 0;
}
