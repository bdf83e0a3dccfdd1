import { EventEmitter, once } from 'node:events';
import { WebSocket } from 'ws';
import { encodeCursor } from '../../src/platform/event-log.ts';
import type { App, Person } from './app.ts';
import { endOfLog } from './end-of-log.ts';
import { dbOf, orderKey } from './races.ts';

export interface FeedMessage {
  readonly cursor: string;
  readonly resync: boolean;
  readonly orderId: string | null;
  readonly event: { readonly type: string; readonly version: number; readonly comment?: string | null } | null;
  readonly order?: { readonly id: string; readonly version: number; readonly status: string } | null;
  readonly storeCounts?: { readonly total: number; readonly handlePending: number; readonly deliverPending: number } | null;
}

interface Refusal {
  readonly message: string;
  readonly extensions: { readonly code: string };
}

interface Message {
  readonly type: string;
  readonly payload?: { readonly data?: Readonly<Record<string, FeedMessage>> | null; readonly errors?: readonly Refusal[] } | readonly Refusal[];
}

const lean = 'cursor resync orderId event { type version comment }';
export const withOrder = `${lean} order { id version status }`;
export const withCounts = `${withOrder} storeCounts { total handlePending deliverPending }`;

export interface Feed {
  readonly field: 'storeFeed' | 'orderUpdated' | 'myOrders' | 'customerServiceFeed';
  /** `storeId` or `orderId`, as the field wants it. */
  readonly args?: Readonly<Record<string, string>>;
  readonly selection?: string;
}

const argumentsOf = ({ args = {} }: Feed, after: string | undefined): string => {
  const given = Object.entries({ ...args, ...(after !== undefined && { after }) }).map(([name, value]) => `${name}: ${JSON.stringify(value)}`);
  return given.length > 0 ? `(${given.join(', ')})` : '';
};

/** A subscriber on a bare socket, so that a test can cut it off at any moment, or stop reading. It remembers what it has read. */
export class FeedReader {
  readonly items: FeedMessage[] = [];
  /** Why the server refused or ended the subscription. */
  readonly refusals: Refusal[] = [];
  /** Whether the server has said that no more will come on the present connection. */
  ended = false;
  readonly #token: string;
  readonly #feed: Feed;
  readonly #heard = new EventEmitter();
  #after: string | undefined;
  #socket: WebSocket | undefined;

  constructor({ token }: Pick<Person, 'token'>, feed: Feed, after?: string) {
    this.#token = token;
    this.#feed = feed;
    this.#after = after;
  }

  /** Opens a connection that goes on after the last cursor. Does not wait for it: it may be cut off in any phase. */
  connect(app: App): void {
    const socket = new WebSocket(app.url.replace('http', 'ws'), 'graphql-transport-ws');
    this.#socket = socket;
    this.ended = false;
    const query = `subscription { feed: ${this.#feed.field}${argumentsOf(this.#feed, this.#after)} { ${this.#feed.selection ?? lean} } }`;
    const send = (message: object): void => socket.send(JSON.stringify(message));
    socket.on('open', () => send({ type: 'connection_init', payload: { authorization: `Bearer ${this.#token}` } }));
    // Cut off while it connects.
    socket.on('error', () => undefined);
    socket.on('message', (data: Buffer) => {
      // What arrives on a connection that was given up is as good as lost.
      if (socket !== this.#socket) return;
      const message = JSON.parse(data.toString()) as Message;
      if (message.type === 'connection_ack') send({ id: 'feed', type: 'subscribe', payload: { query } });
      if (message.type === 'ping') send({ type: 'pong' });
      this.#take(message);
    });
    socket.on('close', () => socket === this.#socket && this.#end());
  }

  #take({ type, payload }: Message): void {
    if (type === 'error') this.refusals.push(...(payload as readonly Refusal[]));
    if (type === 'next' && payload && 'data' in payload && payload.data) {
      const item = payload.data['feed']!;
      this.items.push(item);
      this.#after = item.cursor;
    }
    if (type === 'next' && payload && 'errors' in payload && payload.errors) this.refusals.push(...payload.errors);
    if (type === 'error' || type === 'complete') this.ended = true;
    this.#heard.emit('heard');
  }

  #end(): void {
    this.ended = true;
    this.#heard.emit('heard');
  }

  /** Breaks the connection without a word. */
  cutOff(): void {
    const socket = this.#socket;
    this.#socket = undefined;
    socket?.terminate();
  }

  /** Tells the server that no more is wanted, on a connection that stays. */
  unsubscribe(): void {
    this.#socket?.send(JSON.stringify({ id: 'feed', type: 'complete' }));
  }

  /** Reads nothing from the socket any more; what the server sends piles up. */
  pause(): void {
    this.#socket?.pause();
  }

  resume(): void {
    this.#socket?.resume();
  }

  async until(holds: () => boolean): Promise<void> {
    while (!holds()) await once(this.#heard, 'heard');
  }

  has(count: number): Promise<void> {
    return this.until(() => this.items.length >= count);
  }

  /** Order and version of every event so far. */
  get told(): string[] {
    return this.items.map(({ orderId, event }) => `${orderKey(orderId!)} ${event!.version}`);
  }
}

/** A cursor at the present end of the log. */
export const cursorNow = async (app: App): Promise<string> => encodeCursor(await endOfLog(dbOf(app)));

/** Opens a feed that has begun for certain before anything else happens. */
export async function follow(app: App, person: Person, feed: Feed): Promise<FeedReader> {
  const reader = new FeedReader(person, feed, await cursorNow(app));
  reader.connect(app);
  return reader;
}

/** What the log says has happened in a store, in the order in which it is told. */
export const loggedOf = async (app: App, storeKey: string): Promise<string[]> =>
  (await dbOf(app)<{ told: string }[]>`
    select subject_id || ' ' || version as told from events where store_id = ${storeKey} and subject_kind = 'order' order by transaction, position`).map(({ told }) => told);

/** Writes events of one order that nobody has placed, as one transaction: much history in no time. */
export async function pourEvents(app: App, { storeKey, orderKey: subject, count, from = 1, comment = null }: { storeKey: string; orderKey: string; count: number; from?: number; comment?: string | null }): Promise<void> {
  await dbOf(app)`
    insert into events (subject_id, version, subject_kind, type, at, store_id, actor_role, from_status, to_status, comment, changes)
    select ${subject}::uuid, n, 'order', 'START_PAYMENT', now(), ${storeKey}::uuid, 'SYSTEM', 'CREATED_PAY_PENDING', 'CREATED_PAY_PENDING', ${comment}::text, '{}'
    from generate_series(${from}::int, ${from + count - 1}::int) n`;
  app.server.services.committed();
}
