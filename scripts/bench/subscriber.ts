import { once } from 'node:events';
import { WebSocket } from 'ws';
import { feedDocument } from './documents.ts';

const patienceMilliseconds = 10_000;

interface Message {
  readonly type: string;
  readonly payload?: { readonly data?: { readonly storeFeed: { readonly orderId: string; readonly order: object | null } | null } };
}

/** One iPad that follows a store: speaks as much of graphql-transport-ws as that takes, and notes when each order's event came. */
export class Subscriber {
  readonly #socket: WebSocket;
  readonly #waiting = new Map<string, (at: number) => void>();

  constructor(url: string) {
    this.#socket = new WebSocket(`${url.replace('http', 'ws')}/graphql`, 'graphql-transport-ws');
  }

  async follow(storeId: string, token: string): Promise<void> {
    await once(this.#socket, 'open');
    const acknowledged = once(this.#socket, 'message');
    this.#socket.send(JSON.stringify({ type: 'connection_init', payload: { authorization: `Bearer ${token}` } }));
    await acknowledged;
    this.#socket.on('message', (data: Buffer) => this.#receive(JSON.parse(data.toString()) as Message));
    this.#socket.send(JSON.stringify({ id: '1', type: 'subscribe', payload: { query: feedDocument, variables: { storeId } } }));
  }

  /** When the event of this order came, by `performance.now()`; waits for it, for ten seconds at most. */
  arrivalOf(orderId: string): Promise<number> {
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => reject(new Error(`The subscriber of ${this.#socket.url} never heard of ${orderId}.`)), patienceMilliseconds);
      this.#waiting.set(orderId, (at) => {
        clearTimeout(timer);
        this.#waiting.delete(orderId);
        resolve(at);
      });
    });
  }

  #receive({ type, payload }: Message): void {
    if (type === 'ping') this.#socket.send(JSON.stringify({ type: 'pong' }));
    else if (type === 'next') {
      const item = payload?.data?.storeFeed;
      if (!item?.order) throw new Error(`The feed sent an event without its order: ${JSON.stringify(payload)}`);
      this.#waiting.get(item.orderId)?.(performance.now());
    } else if (type === 'error' || type === 'complete') throw new Error(`The subscription has ended: ${JSON.stringify(payload)}`);
  }

  close(): void {
    this.#socket.close();
  }
}
