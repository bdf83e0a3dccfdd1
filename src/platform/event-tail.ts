import { randomUUID } from 'node:crypto';
import type { Database } from './database.ts';
import { currentCursor, readEvents, type Cursor, type EventRow } from './event-log.ts';

const channel = 'docket_events';
const batch = 1000;
const pollMilliseconds = 1000;
/** A committed row that is held back by an older transaction is asked for again after this long, doubling. */
const firstRetryMilliseconds = 2;
const longestRetryMilliseconds = 250;
/** Reads follow each other no faster than this: under load one read serves several commits, and an idle feed is told at once. */
const restMilliseconds = 5;
/** Other processes are told at most this often. NOTIFY inside business transactions would serialise their commits. */
const hintMilliseconds = 20;

/**
 * Follows the event log of the whole database and hands every row, once and in order, to its listener. Told of local
 * commits by `wake`, of other processes' by a coalesced NOTIFY, and polling besides.
 */
export class EventTail {
  readonly #db: Database;
  readonly #listener: (rows: readonly EventRow[]) => void;
  readonly #report: (error: unknown) => void;
  readonly #self: string = randomUUID();
  #cursor: Cursor = { transaction: '0', position: 0 };
  #running: Promise<void> | null = null;
  #again = false;
  #lastRead = 0;
  #retry = firstRetryMilliseconds;
  #timer: NodeJS.Timeout | undefined;
  #hint: NodeJS.Timeout | undefined;
  #unlisten: (() => Promise<void>) | undefined;
  #stopped = false;

  constructor(db: Database, listener: (rows: readonly EventRow[]) => void, report: (error: unknown) => void) {
    this.#db = db;
    this.#listener = listener;
    this.#report = report;
  }

  async start(): Promise<void> {
    this.#cursor = await currentCursor(this.#db);
    this.#sleep(pollMilliseconds);
    try {
      const listening = await this.#db.listen(channel, (from) => from !== this.#self && this.#pump(), () => this.#pump());
      this.#unlisten = listening.unlisten;
    } catch (error) {
      this.#report(error);
    }
  }

  /** Something was committed here: read it, and tell the other processes. */
  wake(): void {
    if (this.#stopped) return;
    this.#pump();
    this.#hint ??= setTimeout(() => {
      this.#hint = undefined;
      this.#db.notify(channel, this.#self).catch(this.#report);
    }, hintMilliseconds);
  }

  async stop(): Promise<void> {
    this.#stopped = true;
    clearTimeout(this.#timer);
    clearTimeout(this.#hint);
    await this.#running;
    await this.#unlisten?.().catch(() => {});
  }

  #sleep(milliseconds: number): void {
    clearTimeout(this.#timer);
    if (!this.#stopped) this.#timer = setTimeout(() => this.#pump(), milliseconds);
  }

  #pump(): void {
    if (this.#running) {
      this.#again = true;
      return;
    }
    if (this.#stopped) return;
    const rest = this.#lastRead + restMilliseconds - performance.now();
    if (rest > 0) {
      this.#sleep(rest);
      return;
    }
    this.#lastRead = performance.now();
    this.#running = this.#read().finally(() => {
      this.#running = null;
      if (this.#again) this.#pump();
    });
  }

  async #read(): Promise<void> {
    this.#again = false;
    try {
      const { rows, held } = await readEvents(this.#db, { by: 'all' }, this.#cursor, batch);
      const last = rows.at(-1);
      if (last) {
        this.#cursor = { transaction: last.transaction, position: last.position };
        this.#listener(rows);
      }
      this.#again ||= rows.length === batch;
      this.#sleep(this.#nextWait(rows.length > 0, held));
    } catch (error) {
      if (this.#stopped) return;
      this.#report(error);
      this.#sleep(pollMilliseconds);
    }
  }

  #nextWait(found: boolean, held: boolean): number {
    if (found) this.#retry = firstRetryMilliseconds;
    if (!held) return pollMilliseconds;
    const wait = this.#retry;
    this.#retry = Math.min(wait * 2, longestRetryMilliseconds);
    return wait;
  }
}
