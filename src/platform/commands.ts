import { hash } from 'node:crypto';
import type { Database, Fragment } from './database.ts';
import { jsonOf, violatedUnique } from './database.ts';
import { badInput } from './errors.ts';
import { refusal, type Refusal } from './refusals.ts';
import type { Instant } from './time.ts';

/** What every mutation's input carries. */
export interface CommandInput {
  readonly idempotencyKey?: string | null | undefined;
  readonly dryRun?: boolean | null | undefined;
}

/** Enough to give an answer a second time: what was touched, and at which version. */
export type Remembered = Readonly<Record<string, string | number | readonly string[]>>;

/** How a command ended. `done` had an effect; `unchanged` found it already there; `refused` changed nothing. */
export type Outcome<T> =
  | { readonly kind: 'done'; readonly value: T }
  | { readonly kind: 'unchanged'; readonly value: T; readonly remember?: Remembered }
  | { readonly kind: 'refused'; readonly refusals: readonly Refusal[]; readonly value: T | null };

/** What the caller is told. */
export interface Answer<T> {
  readonly value: T | null;
  readonly refusals: readonly Refusal[];
  /** The same key and input were answered before: nothing was done again. */
  readonly replayed: boolean;
  readonly dryRun: boolean;
}

export interface CommandScope {
  /** Whether all of this will be rolled back. Only `db` may be asked then: to hold one connection and wait for another can block. */
  readonly rehearsal: boolean;
  /** The pool; in a dry run the transaction that will be rolled back. */
  readonly db: Database;
  readonly now: Instant;
  /**
   * A CTE (`, claimed as (…)`) that claims the idempotency key once `source`, an earlier CTE, yields a row. Put it into the
   * statement that has the effect, so that neither can be without the other. Empty when the command carries no key.
   */
  claim(source: Fragment, result: Remembered): Fragment;
}

export interface Command<T> {
  readonly operation: string;
  readonly actorId: string;
  readonly input: CommandInput;
  run(scope: CommandScope): Promise<Outcome<T>>;
  /** Gives the remembered answer again. */
  recall(result: Remembered): Promise<T | null>;
}

interface CommandServices {
  readonly db: Database;
  readonly now: Instant;
  /** Called once the effect is committed, so that live feeds need not wait for their next poll. */
  committed(): void;
}

interface ClaimRow {
  operation: string;
  inputHash: string;
  result: Remembered;
}

const claimConstraint = 'idempotency_keys_pk';

class RolledBack extends Error {}

/** The one way in for every mutation: idempotency key, dry run, and the wake-up call after commit. */
export async function runCommand<T>(services: CommandServices, command: Command<T>): Promise<Answer<T>> {
  const { input } = command;
  // Postgres text holds any character but NUL.
  if (input.idempotencyKey != null && !/^[^\0]{1,255}$/.test(input.idempotencyKey)) throw badInput('idempotencyKey must have 1 to 255 characters.');
  const dryRun = input.dryRun ?? false;
  const outcome = dryRun ? await rehearse(services, command) : await attempt(services, command);
  if (outcome?.kind === 'done') {
    if (!dryRun) services.committed();
    return { value: outcome.value, refusals: [], replayed: false, dryRun };
  }
  const recalled = await recall(services.db, command, dryRun);
  if (recalled) return recalled;
  if (!outcome) throw new Error('An idempotency key was claimed, and then was not.');
  if (outcome.kind === 'unchanged' && outcome.remember && !dryRun) await rememberUnchanged(services, command, outcome.remember);
  return { value: outcome.value, refusals: outcome.kind === 'refused' ? outcome.refusals : [], replayed: false, dryRun };
}

/** Null when the key turned out to be claimed: the statement as a whole was then undone by Postgres. */
async function attempt<T>({ db, now }: CommandServices, command: Command<T>): Promise<Outcome<T> | null> {
  try {
    return await command.run({ db, now, rehearsal: false, claim: claimOf(db, now, command) });
  } catch (error) {
    if (violatedUnique(error) === claimConstraint) return null;
    throw error;
  }
}

async function rehearse<T>({ db, now }: CommandServices, command: Command<T>): Promise<Outcome<T> | null> {
  let outcome: Outcome<T> | null = null;
  try {
    await db.begin(async (tx) => {
      const inside = tx as unknown as Database;
      outcome = await command.run({ db: inside, now, rehearsal: true, claim: claimOf(inside, now, command) });
      throw new RolledBack();
    });
  } catch (error) {
    if (violatedUnique(error) === claimConstraint) return null;
    if (!(error instanceof RolledBack)) throw error;
  }
  return outcome;
}

function claimOf(db: Database, now: Instant, { input, operation, actorId }: Command<unknown>): CommandScope['claim'] {
  const key = input.idempotencyKey;
  if (!key) return () => db``;
  const inputHash = hashOf(input);
  return (source, result) => db`, claimed as (
    insert into idempotency_keys (actor_id, key, operation, input_hash, result, created_at)
    select ${actorId}::uuid, ${key}::text, ${operation}::text, ${inputHash}::text, ${jsonOf(db, result)}::jsonb, ${now}::timestamptz from ${source} limit 1)`;
}

/** What was found done already is answered under this key for ever, also when the object moves on. */
async function rememberUnchanged({ db, now }: CommandServices, { actorId, operation, input }: Command<unknown>, result: Remembered): Promise<void> {
  if (!input.idempotencyKey) return;
  await db`
    insert into idempotency_keys (actor_id, key, operation, input_hash, result, created_at)
    values (${actorId}, ${input.idempotencyKey}, ${operation}, ${hashOf(input)}, ${jsonOf(db, result)}, ${now}) on conflict do nothing`;
}

async function recall<T>(db: Database, command: Command<T>, dryRun: boolean): Promise<Answer<T> | null> {
  const key = command.input.idempotencyKey;
  if (!key) return null;
  const [row] = await db<ClaimRow[]>`
    select operation, input_hash, result from idempotency_keys where actor_id = ${command.actorId} and key = ${key}`;
  if (!row) return null;
  if (row.operation !== command.operation || row.inputHash !== hashOf(command.input)) {
    const reused = refusal('IDEMPOTENCY_KEY_REUSED', `The key was used before for ${row.operation} with another input; choose a new key.`, ['idempotencyKey']);
    return { value: null, refusals: [reused], replayed: false, dryRun };
  }
  return { value: await command.recall(row.result), refusals: [], replayed: true, dryRun };
}

/** Independent of the order of fields, of the key itself, and of whether this is a rehearsal. Null is not left out: it clears what leaving out keeps. */
function hashOf({ idempotencyKey: _key, dryRun: _dryRun, ...rest }: CommandInput): string {
  return hash('sha256', JSON.stringify(sorted(rest)), 'base64url');
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (value === null || typeof value !== 'object') return value;
  const entries = Object.entries(value).filter(([, item]) => item !== undefined);
  return Object.fromEntries(entries.toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([name, item]) => [name, sorted(item)]));
}
