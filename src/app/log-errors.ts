import type { Logger } from 'pino';
import postgres from 'postgres';

/** Postgres puts the value that it cannot read into the message of these errors (class 22, data exceptions). */
const quotesValues = (code: string): boolean => code.startsWith('22');

const framesOf = (stack: string | undefined): string => (stack ?? '').split('\n').filter((line) => line.startsWith('    at ')).join('\n');

/**
 * An error as the log may hold it. An error of the database carries the row or the value that was refused, hence
 * somebody's name or address: of such an error only what, where and which constraint is kept.
 */
export function errorForLog(error: unknown): object {
  if (!(error instanceof Error)) return { type: typeof error };
  const { name, message, stack } = error;
  const { code } = error as NodeJS.ErrnoException;
  const behind = {
    ...(error instanceof AggregateError && { errors: error.errors.map(errorForLog) }),
    ...(error.cause !== undefined && { cause: errorForLog(error.cause) }),
  };
  if (!(error instanceof postgres.PostgresError)) return { type: name, code, message, stack, ...behind };
  const { table_name: table, constraint_name: constraint } = error;
  return { type: name, code, message: quotesValues(error.code) ? 'a value was refused' : message, table, constraint, stack: framesOf(stack) };
}

/** The same log, in which errors stand as `errorForLog` writes them. */
export const withSafeErrors = (log: Logger): Logger => log.child({}, { serializers: { err: errorForLog } });
