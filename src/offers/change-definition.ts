import type { CommandScope, Outcome, Remembered } from '../platform/commands.ts';
import type { Database } from '../platform/database.ts';
import { fromGlobalId } from '../platform/ids.ts';
import { refusal, type Refusal } from '../platform/refusals.ts';
import { bad } from './offer-input.rules.ts';
import type { TermColumns } from './offer.tables.ts';

/** An offer, or what coupons are made after: changed seldom, by few, and as a whole. */
interface Definition {
  readonly version: number;
}

interface Change<T extends Definition> {
  /** What to call it in a refusal. */
  readonly what: string;
  readonly expectedVersion: number | null | undefined;
  find(): Promise<T | null>;
  /** What is to become of it; or how the command ends without a change. */
  judge(before: T | null): T | Outcome<T>;
  /** False when somebody else was faster: then nothing was written. */
  write(before: T | null, after: T): Promise<boolean>;
}

const mostTries = 5;

const movedOn = (what: string, version: number): Refusal => refusal('VERSION_CONFLICT', `The ${what} is at version ${version}; read it again and decide anew.`, ['expectedVersion']);
const busy = (what: string): Refusal => refusal('VERSION_CONFLICT', `Somebody else changed the ${what} at the same moment; try again.`);

/** Reads, judges and writes; who loses the race reads again. What does not exist yet is at version 0. */
export async function changeDefinition<T extends Definition>({ rehearsal }: CommandScope, { what, expectedVersion, find, judge, write }: Change<T>): Promise<Outcome<T>> {
  for (let tries = 1; ; tries += 1) {
    const before = await find();
    const version = before?.version ?? 0;
    const next = judge(before);
    if ('kind' in next) return next;
    if (expectedVersion != null && expectedVersion !== version) return { kind: 'refused', refusals: [movedOn(what, version)], value: before };
    if (await write(before, next)) return { kind: 'done', value: next };
    // What a violated constraint leaves of the transaction of a rehearsal cannot be read in.
    if (rehearsal || tries === mostTries) return { kind: 'refused', refusals: [busy(what)], value: before };
  }
}

/** The answer itself is kept with the key. */
export const rememberRow = (row: object): Remembered => ({ answer: JSON.stringify(row) });

/** The row as a statement takes it: structures are told apart from lists. */
export const columnsOf = (db: Database, row: TermColumns): Record<string, string> =>
  ({ ...row, effect: db.json({ ...row.effect }), scope: db.json(row.scope as never) }) as unknown as Record<string, string>;

const longestStoreList = 1000;

export interface NamedStores {
  readonly ids: readonly string[];
  readonly refusals: readonly Refusal[];
}

/** The stores that were named; every one that does not exist is refused. */
export async function namedStores(db: Database, storeIds: readonly string[] | null | undefined): Promise<NamedStores> {
  const wanted = storeIds ?? [];
  if (wanted.length === 0) return { ids: [], refusals: [] };
  if (wanted.length > longestStoreList) return { ids: [], refusals: [bad(`At most ${longestStoreList} stores.`, 'storeIds')] };
  const ids = wanted.map((id) => fromGlobalId('store', id));
  const known = ids.filter((id) => id !== null);
  const found = new Set((await db<{ id: string }[]>`select id from stores where id = any(${known}::uuid[])`).map(({ id }) => id));
  const refusals = ids.flatMap((id, index) => (id !== null && found.has(id) ? [] : [refusal('NOT_FOUND', 'There is no store with this id.', ['storeIds', String(index)])]));
  return { ids: known, refusals };
}
