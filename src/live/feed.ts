import type { Caller } from '../identity/caller.ts';
import type { Database } from '../platform/database.ts';
import { RequestError } from '../platform/errors.ts';
import { isAfter, logNow, readEvents, type Cursor, type EventRow, type EventScope } from '../platform/event-log.ts';
import { replayable } from './replay.queries.ts';

/** What a follower receives: an event, or word that too much was missed to be told again. */
export type FeedItem =
  | {
    readonly kind: 'event';
    readonly event: EventRow;
    readonly cursor: Cursor;
    /** More events wait behind it already. */
    readonly more: boolean;
  }
  | { readonly kind: 'resync'; readonly cursor: Cursor };

export type FollowScope = Exclude<EventScope, { by: 'all' }>;

/** What happens to orders, or to the documents of customer service: a follower hears of one or the other. */
export type Followed = 'order' | 'customer_service';

export interface Follow {
  readonly scope: FollowScope;
  /** Orders when left out. */
  readonly of?: Followed;
  readonly caller: Caller;
  /** Where the follower left off; null tells what is committed from the beginning on, and nothing that was committed before. */
  readonly after: Cursor | null;
  /** Asked before every event: whether the caller may (still) have it. `anew`: an earlier answer may no longer hold. */
  mayFollow(anew: boolean): Promise<boolean>;
}

/** The live feed as subscriptions see it; a broker could stand behind it as well. */
export interface LiveFeed {
  follow(follow: Follow): AsyncIterableIterator<FeedItem>;
  /** The members of a store have changed: their followers are asked again whether they still may. */
  membershipChanged(storeId: string): void;
  /** Number of followers at present. */
  readonly followers: number;
}

/** Beyond this many waiting rows a slow follower is served from the database again, so that its memory stays bounded. */
const longestQueue = 1000;
const replayBatch = 500;

const matches = (scope: FollowScope, event: EventRow): boolean => {
  if (scope.by === 'store') return event.storeId === scope.id;
  return scope.by === 'customer' ? event.customerId === scope.id : event.subjectId === scope.id;
};

const keyOf = (of: string, by: FollowScope['by'], id: string | null): string => `${of} ${by} ${id}`;

/** One follower's waiting room for live rows. */
class Follower {
  readonly scope: FollowScope;
  readonly of: Followed;
  readonly #rows: EventRow[] = [];
  #wakeUp: (() => void) | null = null;
  /** Live rows were dropped, or none were kept yet: read from the database. */
  behind = true;
  /** Rights have changed since they were last asked for. */
  doubtful = false;
  closed = false;
  /** Of a follower without a place to go on from: whether the row was committed after it began. */
  isLater: (row: EventRow) => boolean = () => true;

  constructor({ scope, of = 'order' }: Pick<Follow, 'scope' | 'of'>) {
    this.scope = scope;
    this.of = of;
  }

  get key(): string {
    return keyOf(this.of, this.scope.by, this.scope.id);
  }

  push(row: EventRow): void {
    if (this.behind || !this.isLater(row)) return;
    if (this.#rows.length >= longestQueue) {
      this.behind = true;
      this.#rows.length = 0;
    } else {
      this.#rows.push(row);
    }
    this.stir();
  }

  shift(): EventRow | undefined {
    return this.#rows.shift();
  }

  get waiting(): boolean {
    return this.#rows.length > 0;
  }

  stir(): void {
    this.#wakeUp?.();
    this.#wakeUp = null;
  }

  close(): void {
    this.closed = true;
    this.stir();
  }

  async wait(): Promise<void> {
    if (this.closed || this.behind || this.doubtful || this.#rows.length > 0) return;
    await new Promise<void>((resolve) => {
      this.#wakeUp = resolve;
    });
  }
}

/** Fans the rows of one event tail out to the followers of this process. */
export class FeedHub implements LiveFeed {
  readonly #db: Database;
  /** Followers by what they follow, so that a row costs nothing for those it does not concern. */
  readonly #byKey = new Map<string, Set<Follower>>();
  followers = 0;

  constructor(db: Database) {
    this.#db = db;
  }

  publish(rows: readonly EventRow[]): void {
    for (const row of rows) {
      // Also when another process took somebody out: its own followers alone were told at once.
      if (row.subjectKind === 'store') this.membershipChanged(row.subjectId);
      const { subjectKind, storeId, customerId, subjectId } = row;
      for (const key of [keyOf(subjectKind, 'store', storeId), keyOf(subjectKind, 'customer', customerId), keyOf(subjectKind, 'subject', subjectId)]) {
        for (const follower of this.#byKey.get(key) ?? []) if (matches(follower.scope, row)) follower.push(row);
      }
    }
  }

  membershipChanged(storeId: string): void {
    // Who follows a single order may do so by working in its store, whichever that is now.
    for (const followers of this.#byKey.values()) {
      for (const follower of followers) {
        if (follower.scope.by !== 'subject' && !(follower.scope.by === 'store' && follower.scope.id === storeId)) continue;
        follower.doubtful = true;
        follower.stir();
      }
    }
  }

  follow(follow: Follow): AsyncIterableIterator<FeedItem> {
    const follower = new Follower(follow);
    const items = this.#items(follower, follow);
    // A generator that waits cannot be returned from outside; closing its follower first lets it end by itself.
    return {
      next: () => items.next(),
      return: async () => {
        this.#remove(follower);
        return items.return(undefined);
      },
      throw: (error) => items.throw(error),
      [Symbol.asyncIterator]() {
        return this;
      },
    };
  }

  /** Ends every subscription of this process. */
  close(): void {
    for (const followers of this.#byKey.values()) for (const follower of followers) follower.close();
  }

  #add(follower: Follower): void {
    const known = this.#byKey.get(follower.key);
    if (known) known.add(follower);
    else this.#byKey.set(follower.key, new Set([follower]));
    this.followers += 1;
  }

  #remove(follower: Follower): void {
    follower.close();
    const known = this.#byKey.get(follower.key);
    if (!known?.delete(follower)) return;
    this.followers -= 1;
    if (known.size === 0) this.#byKey.delete(follower.key);
  }

  async *#items(follower: Follower, follow: Follow): AsyncGenerator<FeedItem, undefined> {
    this.#add(follower);
    try {
      const start = follow.after && (await replayable(this.#db, follow.scope, follow.after)) ? follow.after : null;
      let last = start ?? (await this.#begin(follower));
      if (follow.after && !start) yield { kind: 'resync', cursor: last };
      while (!follower.closed) {
        if (follower.behind) {
          // Live rows are kept from here on, before the database is read: what is in both is told once, what is in neither does not exist.
          follower.behind = false;
          for await (const { event, more } of this.#missed(follower, last)) {
            await this.#authorise(follower, follow);
            last = event;
            yield { kind: 'event', event, cursor: event, more };
          }
          continue;
        }
        const event = follower.shift();
        if (event === undefined) {
          await follower.wait();
          if (!follower.closed) await this.#authorise(follower, follow);
        } else if (isAfter(event, last)) {
          await this.#authorise(follower, follow);
          last = event;
          yield { kind: 'event', event, cursor: event, more: follower.waiting };
        }
      }
    } finally {
      this.#remove(follower);
    }
  }

  async #begin(follower: Follower): Promise<Cursor> {
    const { cursor, isLater } = await logNow(this.#db);
    follower.isLater = isLater;
    return cursor;
  }

  async *#missed(follower: Follower, after: Cursor): AsyncGenerator<{ event: EventRow; more: boolean }> {
    let last = after;
    while (!follower.closed) {
      const { rows } = await readEvents(this.#db, follower.scope, last, replayBatch);
      const events = rows.filter((row) => row.subjectKind === follower.of && follower.isLater(row));
      for (const [index, event] of events.entries()) yield { event, more: index < events.length - 1 };
      if (rows.length < replayBatch) return;
      last = rows.at(-1)!;
    }
  }

  async #authorise(follower: Follower, { mayFollow }: Follow): Promise<void> {
    const anew = follower.doubtful;
    follower.doubtful = false;
    if (!(await mayFollow(anew))) throw new RequestError('FORBIDDEN', 'You may no longer follow this; the subscription ends.');
  }
}
