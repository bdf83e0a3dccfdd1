import postgres from 'postgres';
import type { Instant } from './time.ts';

/** The pool, or one transaction of it: whoever calls decides. Statements are prepared, columns are camelCase. */
export type Database = postgres.Sql<{ bigint: number; timestamptz: Instant }>;

/** A piece of SQL with its parameters, to be put into a statement. */
export type Fragment = postgres.PendingQuery<postgres.Row[]>;

/** Postgres writes `2026-03-01 09:30:00.5+00` in a session that runs in UTC; instants always carry milliseconds. */
const instantFromPostgres = (text: string): Instant => `${text.slice(0, 10)}T${text.slice(11, 19)}.${text.slice(20, -3).padEnd(3, '0')}Z`;

const exactNumber = (text: string): number => {
  const value = Number(text);
  if (!Number.isSafeInteger(value)) throw new RangeError(`${text} is too large to be exact`);
  return value;
};

export interface DatabaseOptions {
  readonly poolSize?: number;
  readonly applicationName?: string;
}

/**
 * `drizzle()` is never put around this client: it would change how times are read (see docs/decisions/0002-sql.md).
 * Every session runs in UTC and gives up a transaction that idles, since an open one holds back the whole feed.
 */
export function openDatabase(url: string, { poolSize = 10, applicationName = 'docket' }: DatabaseOptions = {}): Database {
  return postgres(url, {
    max: poolSize,
    onnotice: () => {},
    transform: postgres.camel,
    connect_timeout: 10,
    connection: { application_name: applicationName, TimeZone: 'UTC', idle_in_transaction_session_timeout: 15_000 },
    types: {
      bigint: { to: 20, from: [20], parse: exactNumber, serialize: String },
      timestamptz: { to: 1184, from: [1184], parse: instantFromPostgres, serialize: (value: Instant) => value },
    },
  }) as Database;
}

/** The name of the unique constraint that a failed statement ran into, or null when it failed for another reason. */
export const violatedUnique = (error: unknown): string | null =>
  error instanceof postgres.PostgresError && error.code === '23505' ? (error.constraint_name ?? null) : null;

/**
 * A condition on what a statement has found on its way, to stand in the select at its end: where it does not hold, the whole
 * statement is undone, CTEs that have written something included, and `brokenRequirement` names the condition.
 */
export const requireThat = (db: Database, condition: Fragment, name: string): Fragment => db`docket_require(${condition}, ${name}::text)`;

/** The name of the condition for which `requireThat` has undone a statement, or null when it failed for another reason. */
export const brokenRequirement = (error: unknown): string | null =>
  error instanceof postgres.PostgresError && error.code === 'DK001' ? (error.constraint_name ?? null) : null;

/** The name of the check constraint that a failed statement ran into, or null when it failed for another reason. */
export const violatedCheck = (error: unknown): string | null =>
  error instanceof postgres.PostgresError && error.code === '23514' ? (error.constraint_name ?? null) : null;

/** An earlier statement has failed in this transaction, which answers nothing more. */
export const isAborted = (error: unknown): boolean => error instanceof postgres.PostgresError && error.code === '25P02';

/** Two transactions stood in each other's way, and Postgres has undone this one. */
export const isDeadlock = (error: unknown): boolean => error instanceof postgres.PostgresError && error.code === '40P01';

/** Runs the work as one transaction; inside one already, as in a dry run, it just joins. */
export const inTransaction = <T>(db: Database, work: (tx: Database) => Promise<T>): Promise<T> =>
  'begin' in db ? (db.begin((tx) => work(tx as unknown as Database)) as Promise<T>) : work(db);

/** Rows or an object as one JSON parameter. */
export const jsonOf = (db: Database, value: object): postgres.Parameter => db.json(value as postgres.JSONValue);

/** A row by the names of its columns, for `jsonb_populate_record`. */
export const snaked = (row: object): object => Object.fromEntries(Object.entries(row).map(([name, value]) => [postgres.fromCamel(name), value]));

/** Pieces of SQL with something between every two of them. */
export const joined = (db: Database, parts: readonly Fragment[], by: Fragment): Fragment =>
  parts.length === 0 ? db`` : parts.slice(1).reduce((sum, part) => db`${sum} ${by} ${part}`, parts[0]!);
