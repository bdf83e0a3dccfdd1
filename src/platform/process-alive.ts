import { systemErrorCode } from './embedded-postgres-error.ts';

/** Whether some process has this number, be it another user's (EPERM). One that nobody has reaped yet counts. */
export const isAlive = (pid: number): boolean => {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return systemErrorCode(error) === 'EPERM';
  }
};
