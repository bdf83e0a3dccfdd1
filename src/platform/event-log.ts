import { jsonOf, type Database, type Fragment } from './database.ts';
import type { Instant } from './time.ts';

/** Who did it: a caller, or the system itself when a deadline passes or a gateway reports. */
export interface Actor {
  readonly role: string;
  readonly id: string | null;
  readonly name: string | null;
  readonly device?: string | null;
}

export const systemActor: Actor = { role: 'SYSTEM', id: null, name: null };

/** `[scopes, bucket, currency, orders, amount]`: in each of these scopes the bucket changes by so many orders and so much money. */
export type CountDelta = readonly [scopes: string, bucket: string, currency: string, orders: number, amount: number];

/** A change of one aggregate, as it will stand in the log. */
export interface NewEvent {
  readonly subjectId: string;
  readonly subjectKind: 'order' | 'store' | 'offer' | 'coupon_definition' | 'customer_service';
  readonly version: number;
  readonly type: string;
  readonly at: Instant;
  readonly storeId: string | null;
  readonly customerId: string | null;
  readonly actor: Actor;
  readonly fromStatus: string | null;
  readonly toStatus: string | null;
  readonly comment: string | null;
  readonly changes: object;
  /** By how much the event changes numbers that are kept; null where it changes none. */
  readonly countDeltas?: readonly CountDelta[] | null;
}

/** A row of the log. `transaction` and `position` order it among all rows. */
export interface EventRow {
  readonly subjectId: string;
  readonly version: number;
  readonly subjectKind: string;
  readonly type: string;
  readonly transaction: string;
  readonly position: number;
  readonly at: Instant;
  readonly storeId: string | null;
  readonly customerId: string | null;
  readonly actorRole: string;
  readonly actorId: string | null;
  readonly actorName: string | null;
  readonly device: string | null;
  readonly fromStatus: string | null;
  readonly toStatus: string | null;
  readonly comment: string | null;
  readonly changes: Readonly<Record<string, unknown>>;
  readonly countDeltas?: readonly CountDelta[] | null;
}

/** A CTE (`, logged as (…)`) that appends the events once `source`, an earlier CTE that yields one row, does. */
export const logEvents = (db: Database, source: Fragment, events: readonly NewEvent[]): Fragment => logged(db, source, db``, events);

/** As `logEvents` for many subjects: of these events, those whose subject is among the ids that `source` yields. */
export const logEventsOfEach = (db: Database, source: Fragment, events: readonly NewEvent[]): Fragment => logged(db, source, db`where e."subjectId" = ${source}.id`, events);

function logged(db: Database, source: Fragment, condition: Fragment, events: readonly NewEvent[]): Fragment {
  const rows = events.map(({ actor, ...event }) => ({ ...event, actorRole: actor.role, actorId: actor.id, actorName: actor.name, device: actor.device ?? null }));
  return db`, logged as (
    insert into events (subject_id, subject_kind, version, type, at, store_id, customer_id,
      actor_role, actor_id, actor_name, device, from_status, to_status, comment, changes, count_deltas)
    select e.* from ${source}, jsonb_to_recordset(${jsonOf(db, rows)}) as e(
      "subjectId" uuid, "subjectKind" text, version int, type text, at timestamptz, "storeId" uuid, "customerId" uuid,
      "actorRole" text, "actorId" uuid, "actorName" text, device text, "fromStatus" text, "toStatus" text, comment text, changes jsonb, "countDeltas" jsonb) ${condition})`;
}

/** A place in the log: everything up to and including it has been seen. */
export interface Cursor {
  readonly transaction: string;
  readonly position: number;
}

/** Which rows a reader wants; one of them, or none for all. */
export type EventScope =
  | { readonly by: 'all' }
  | { readonly by: 'store' | 'customer' | 'subject'; readonly id: string };

function scopeOf(db: Database, scope: EventScope): Fragment {
  if (scope.by === 'store') return db`and store_id = ${scope.id}`;
  if (scope.by === 'customer') return db`and customer_id = ${scope.id}`;
  return scope.by === 'subject' ? db`and subject_id = ${scope.id}` : db``;
}

const columns = (db: Database): Fragment => db`
  subject_id, version, subject_kind, type, transaction::text as transaction, position, at, store_id, customer_id,
  actor_role, actor_id, actor_name, device, from_status, to_status, comment, changes, count_deltas`;

export interface EventBatch {
  readonly rows: readonly EventRow[];
  /** Committed rows exist that cannot be read safely yet; they will be, once an older transaction has ended. */
  readonly held: boolean;
}

/**
 * Rows after the cursor, in an order that never changes afterwards. Rows of transactions that could still be followed by
 * an earlier one (some older transaction is running) are held back: a reader that took them would lose the earlier one
 * for ever.
 */
export async function readEvents(db: Database, scope: EventScope, after: Cursor, limit: number): Promise<EventBatch> {
  const found = await db<(EventRow & { held: boolean })[]>`
    select ${columns(db)}, transaction >= pg_snapshot_xmin(pg_current_snapshot()) as held from events
    where (transaction, position) > (${after.transaction}::text::xid8, ${after.position}::bigint) ${scopeOf(db, scope)}
    order by events.transaction, events.position limit ${limit}`;
  const firstHeld = found.findIndex(({ held }) => held);
  return firstHeld === -1 ? { rows: found, held: false } : { rows: found.slice(0, firstHeld), held: true };
}

/** The present place in the log: nothing before it is still to come. Behind it there may be rows that were committed already, if some older transaction is running. */
export const currentCursor = async (db: Database): Promise<Cursor> => (await logNow(db)).cursor;

/** The log at this moment, for a reader who wants only what happens from now on. */
export interface LogMoment {
  readonly cursor: Cursor;
  /** Whether a row behind the cursor was committed after this moment. */
  isLater(row: Pick<EventRow, 'transaction'>): boolean;
}

export async function logNow(db: Database): Promise<LogMoment> {
  const [row] = await db<{ snapshot: string }[]>`select pg_current_snapshot()::text as snapshot`;
  const [xmin = '', xmax = '', running = ''] = row!.snapshot.split(':');
  const unfinished = new Set(running.split(','));
  const next = BigInt(xmax);
  return {
    cursor: { transaction: xmin, position: 0 },
    isLater: ({ transaction }) => unfinished.has(transaction) || BigInt(transaction) >= next,
  };
}

/** The history of several subjects, oldest first. */
export function historiesOf(db: Database, subjectIds: readonly string[]): Promise<EventRow[]> {
  return db<EventRow[]>`
    select ${columns(db)} from events where subject_id = any(${subjectIds as string[]}::uuid[]) order by subject_id, version`;
}

/** `cursor` as clients carry it. */
export const encodeCursor = ({ transaction, position }: Cursor): string =>
  Buffer.from(`${transaction}.${position}`).toString('base64url');

/** Null where the text never was a cursor of ours. */
export function decodeCursor(text: string): Cursor | null {
  const match = /^(\d{1,19})\.(\d{1,15})$/.exec(Buffer.from(text, 'base64url').toString());
  return match ? { transaction: match[1]!, position: Number(match[2]) } : null;
}

export const isAfter = (a: Cursor, b: Cursor): boolean =>
  a.transaction === b.transaction ? a.position > b.position : BigInt(a.transaction) > BigInt(b.transaction);
