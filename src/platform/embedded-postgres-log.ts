import { constants } from 'node:fs';
import { copyFile, type FileHandle, open, readFile, stat, truncate } from 'node:fs/promises';
import { join } from 'node:path';
import type { SystemUser } from './unprivileged-user.ts';

const MOST_BYTES = 16 * 1024 * 1024;

export const logFile = (home: string): string => join(home, 'server.log');

/** Opens the log for Postgres to append to. */
export async function openLog(home: string, user: SystemUser | undefined): Promise<FileHandle> {
  // O_NOFOLLOW: whoever owns the folder must not lead root to another file.
  const flags = constants.O_WRONLY | constants.O_APPEND | constants.O_CREAT | constants.O_NOFOLLOW;
  const file = await open(logFile(home), flags, 0o600);
  if (user) await file.chown(user.uid, user.gid);
  return file;
}

/** Keeps the log within twice 16 MB on disk. A Postgres that runs goes on at the new end, since it appends. */
export async function trimLog(home: string): Promise<void> {
  const { size } = await stat(logFile(home));
  if (size < MOST_BYTES) return;
  await copyFile(logFile(home), `${logFile(home)}.1`);
  await truncate(logFile(home), 0);
}

/** The lines that Postgres process `pid` has written behind byte `from`; another start may be writing to the same file. */
export async function linesOf(home: string, from: number, pid: number): Promise<readonly string[]> {
  const text = (await readFile(logFile(home))).subarray(from).toString('utf8');
  return text.split('\n').filter((line) => line.trim() !== '' && (line.includes(` [${pid}] `) || !/ \[\d+\] /.test(line)));
}
