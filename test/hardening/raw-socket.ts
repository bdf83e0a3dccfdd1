import { WebSocket, type RawData } from 'ws';
import { onTestFinished } from 'vitest';
import type { App } from '../support/app.ts';

export interface Message {
  readonly id?: string;
  readonly type: string;
  // What a test asked for, or what the server says of it.
  // oxlint-disable-next-line typescript/no-explicit-any
  readonly payload?: any;
}

export interface Closed {
  readonly code: number;
  readonly reason: string;
}

/** A client that speaks frame by frame, so that it can say what no well-behaved client says. */
export interface RawSocket {
  readonly socket: WebSocket;
  readonly closed: Promise<Closed>;
  /** Everything that has come in and was not taken by `next` yet. */
  readonly received: readonly Message[];
  send(message: object | string): void;
  /** The next message; fails when the socket closes before one comes. */
  next(): Promise<Message>;
  /** Signs in and waits until the server has agreed. */
  greet(token: string): Promise<void>;
}

export const greeting = (token: string) => ({ type: 'connection_init', payload: { authorization: `Bearer ${token}` } });

export const subscribe = (id: string, query: string, variables?: Record<string, unknown>) => ({ id, type: 'subscribe', payload: { query, variables } });

function withResolvers(): { readonly promise: Promise<void>; readonly resolve: () => void } {
  let resolve = (): void => {};
  const promise = new Promise<void>((settle) => { resolve = settle; });
  return { promise, resolve };
}

/** Opened, with the protocol agreed upon, not signed in. */
export async function openSocket(app: App, protocols: string | string[] = 'graphql-transport-ws'): Promise<RawSocket> {
  const socket = new WebSocket(app.url.replace('http', 'ws'), protocols);
  onTestFinished(() => socket.terminate());
  const received: Message[] = [];
  let heard = withResolvers();
  socket.on('message', (data: RawData) => {
    received.push(JSON.parse((data as Buffer).toString()));
    heard.resolve();
    heard = withResolvers();
  });
  socket.on('error', () => {});
  const closed = new Promise<Closed>((resolve) => socket.on('close', (code, reason) => resolve({ code, reason: reason.toString() })));
  const send = (message: object | string): void => socket.send(typeof message === 'string' ? message : JSON.stringify(message));
  const next = async (): Promise<Message> => {
    while (received.length === 0) {
      const ended = await Promise.race([heard.promise.then(() => null), closed]);
      if (ended && received.length === 0) throw new Error(`The socket was closed with ${ended.code} ${ended.reason}`);
    }
    return received.shift()!;
  };
  const greet = async (token: string): Promise<void> => {
    send(greeting(token));
    const { type } = await next();
    if (type !== 'connection_ack') throw new Error(`The server answered ${type}`);
  };
  await Promise.race([new Promise((resolve) => socket.on('open', resolve)), closed]);
  return { socket, closed, received, send, next, greet };
}
