import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import type { Database } from '../../src/platform/database.ts';

const ticksPerSecond = Number(execFileSync('getconf', ['CLK_TCK'], { encoding: 'utf8' }));

/** Fields of /proc/<pid>/stat that follow the name, which may itself hold spaces and brackets. */
function statOf(pid: number): readonly number[] | null {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return text.slice(text.lastIndexOf(')') + 4).split(' ').map(Number);
  } catch {
    return null;
  }
}

const [parent, user, system, childrenUser, childrenSystem] = [0, 10, 11, 12, 13] as const;

/** CPU seconds that a process, all its threads, has used so far. */
export function cpuOf(pid: number): number {
  const stat = statOf(pid);
  if (!stat) throw new Error(`Process ${pid} has ended.`);
  return (stat[user]! + stat[system]!) / ticksPerSecond;
}

/** The process that all of Postgres's others descend from. */
export async function postmasterOf(db: Database): Promise<number> {
  const [row] = await db<{ pid: number }[]>`select pg_backend_pid() as pid`;
  return statOf(row!.pid)![parent]!;
}

/** CPU seconds of the whole of Postgres: its processes, and those that have ended. */
export function cpuOfPostgres(postmaster: number): number {
  // Those that end in between are counted once: the postmaster's own times are read last.
  const children = readFileSync(`/proc/${postmaster}/task/${postmaster}/children`, 'utf8').trim().split(' ').map(Number);
  const running = children.reduce((sum, pid) => {
    const stat = statOf(pid);
    return stat ? sum + stat[user]! + stat[system]! : sum;
  }, 0);
  const own = statOf(postmaster);
  if (!own) throw new Error('Postgres has ended.');
  return (running + own[user]! + own[system]! + own[childrenUser]! + own[childrenSystem]!) / ticksPerSecond;
}
