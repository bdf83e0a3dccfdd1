import type { Database } from '../../src/platform/database.ts';
import type { EventRow } from '../../src/platform/event-log.ts';
import { send, type Statement } from './statements.ts';

const retryMilliseconds = 2;
const batch = 1000;

/** An event, and whether an older transaction may still put another one before it: then it is left for the next read. */
type FoundEvent = EventRow & { readonly held: boolean };

/** The least that follows the event log: reads after a commit, one read at a time, and again while something is missing. */
export class BareTail {
  readonly #db: Database;
  readonly #events: Statement;
  readonly #onEvent: (event: EventRow) => void;
  #cursor = { transaction: '0', position: 0 };
  #missing = 0;
  #reading = false;
  #again = false;

  constructor(db: Database, events: Statement, onEvent: (event: EventRow) => void) {
    this.#db = db;
    this.#events = events;
    this.#onEvent = onEvent;
  }

  async start(): Promise<void> {
    const [row] = await this.#db<{ xmin: string }[]>`select pg_snapshot_xmin(pg_current_snapshot())::text as xmin`;
    this.#cursor = { transaction: row!.xmin, position: 0 };
  }

  /** One more event was committed. */
  async expect(): Promise<void> {
    this.#missing += 1;
    await this.#read();
  }

  async #read(): Promise<void> {
    this.#again = true;
    if (this.#reading) return;
    this.#reading = true;
    while (this.#again) {
      this.#again = false;
      const found = (await send(this.#db, this.#events, { ...this.#cursor, limit: batch })) as unknown as FoundEvent[];
      const firstHeld = found.findIndex(({ held }) => held);
      const rows = firstHeld === -1 ? found : found.slice(0, firstHeld);
      for (const row of rows) this.#onEvent(row);
      const last = rows.at(-1);
      if (last) this.#cursor = { transaction: last.transaction, position: last.position };
      this.#missing -= rows.length;
    }
    this.#reading = false;
    if (this.#missing > 0) setTimeout(() => void this.#read(), retryMilliseconds);
  }
}
