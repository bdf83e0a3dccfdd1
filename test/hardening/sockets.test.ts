import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { createConnection } from 'node:net';
import { describe, expect, onTestFinished } from 'vitest';
import { startApp, test as base, type App } from '../support/app.ts';
import { openShop, placeOnline } from '../support/seeds.ts';
import { greeting, openSocket, subscribe, type RawSocket } from './raw-socket.ts';

const socketsPerCaller = 3;
const subscriptionsPerSocket = 4;
const bodyBytes = 1_048_576;

const test = base.extend<{ narrow: App }>({
  narrow: [
    async ({}, use) => {
      const app = await startApp({ env: { SOCKETS_PER_CALLER: String(socketsPerCaller), SUBSCRIPTIONS_PER_SOCKET: String(subscriptionsPerSocket) } });
      await use(app);
      await app.stop();
    },
    { scope: 'file' },
  ],
});

const someone = (app: App, lifetimeSeconds?: number) => app.person('SHOPPER', `shopper-${randomUUID()}`, 'Somebody', lifetimeSeconds);

async function signedIn(app: App): Promise<RawSocket> {
  const socket = await openSocket(app);
  await socket.greet((await someone(app)).token);
  return socket;
}

const ping = '{ __typename }';
const mine = 'subscription { myOrders { cursor event { type } } }';

/** Waits until the server has worked off everything that was sent before. */
async function barrier(socket: RawSocket): Promise<void> {
  const id = randomUUID();
  socket.send(subscribe(id, ping));
  for (let message = await socket.next(); !(message.type === 'complete' && message.id === id);) message = await socket.next();
}

const gauge = async (app: App, name: string): Promise<number> => {
  const text = await (await fetch(`${app.server.url}/metrics`)).text();
  return Number(new RegExp(`^${name} (\\d+)$`, 'm').exec(text)?.[1]);
};

describe('the handshake', () => {
  test('takes graphql-transport-ws, and closes whatever offers another protocol or none with 4406', async ({ app }) => {
    expect((await openSocket(app)).socket.protocol).toBe('graphql-transport-ws');
    expect((await openSocket(app, ['mqtt', 'graphql-transport-ws'])).socket.protocol).toBe('graphql-transport-ws');
    expect(await (await openSocket(app, [])).closed).toMatchObject({ code: 4406 });
    // The client itself hangs up here, since nothing it offered was taken.
    for (const protocol of ['graphql-ws', 'mqtt']) expect((await openSocket(app, protocol)).socket.protocol).toBe('');
  });

  test.for(['/elsewhere', '/graphql/', '//', '//%%%', '*', 'http://[/graphql'])('is not taken up on the path %s, and the server goes on', async (path, { app }) => {
    const { hostname, port } = new URL(app.server.url);
    const raw = createConnection({ host: hostname, port: Number(port) });
    onTestFinished(() => void raw.destroy());
    raw.write(`GET ${path} HTTP/1.1\r\nhost: x\r\nconnection: upgrade\r\nupgrade: websocket\r\nsec-websocket-version: 13\r\nsec-websocket-key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n`);
    const [answer] = await once(raw, 'data');
    // Answered as an ordinary request, or refused; never taken over.
    expect(String(answer)).toMatch(/^HTTP\/1\.1 (302|400|404) /);
    expect((await fetch(`${app.server.url}/healthz`)).status).toBe(200);
  });
});

describe('signing in', () => {
  test('is acknowledged for a valid token', async ({ app }) => {
    const socket = await signedIn(app);
    socket.send(subscribe('1', ping));
    expect(await socket.next()).toEqual({ id: '1', type: 'next', payload: { data: { __typename: 'Query' } } });
    expect(await socket.next()).toEqual({ id: '1', type: 'complete' });
  });

  test.for([
    ['no token', {}], ['no payload', undefined], ['a token that is none', { authorization: 'Bearer nonsense' }], ['a number for a token', { authorization: 7 }],
    ['a token of another secret', { authorization: 'Bearer eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJ4Iiwicm9sZSI6IlBMQVRGT1JNIiwiZXhwIjo5OTk5OTk5OTk5fQ.AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA' }],
    ['an unsigned token', { authorization: 'Bearer eyJhbGciOiJub25lIn0.eyJzdWIiOiJ4Iiwicm9sZSI6IlBMQVRGT1JNIiwiZXhwIjo5OTk5OTk5OTk5fQ.' }],
  ] as const)('with %s closes the socket with 4403', async ([, payload], { app }) => {
    const socket = await openSocket(app);
    socket.send({ type: 'connection_init', payload });
    expect(await socket.closed).toEqual({ code: 4403, reason: 'Forbidden' });
  });

  test('with an expired token closes the socket with 4403', async ({ app }) => {
    const socket = await openSocket(app);
    socket.send(greeting((await someone(app, -1)).token));
    expect(await socket.closed).toMatchObject({ code: 4403 });
  });

  test('twice closes the socket with 4429', async ({ app }) => {
    const socket = await signedIn(app);
    socket.send(greeting((await someone(app)).token));
    expect(await socket.closed).toMatchObject({ code: 4429 });
  });

  test('not at all closes the socket with 4408', async ({ app }) => {
    expect(await (await openSocket(app)).closed).toMatchObject({ code: 4408 });
  });

  test('is good until the token ends: then the socket is closed with 4401, in the middle of a subscription', async ({ app }) => {
    const person = await someone(app, 2);
    const socket = await openSocket(app);
    await socket.greet(person.token);
    socket.send(subscribe('1', mine));
    expect(await socket.closed).toMatchObject({ code: 4401, reason: expect.stringContaining('expired') });
    expect(socket.received).toEqual([]);
  });
});

describe('a socket', () => {
  test.for(['not json', '[]', '7', '{}', '{"type":"nonsense"}', '{"type":"subscribe"}', '{"type":"subscribe","id":"","payload":{"query":"{__typename}"}}', '{"type":"subscribe","id":"1","payload":{}}',
    '{"type":"subscribe","id":"1","payload":{"query":7}}', '{"type":"subscribe","id":"1","payload":{"query":"{__typename}","variables":"x"}}', '{"type":"complete"}'] as const)('is closed with 4400 for a message of no form: %s', async (message, { app }) => {
    const socket = await signedIn(app);
    socket.send(message);
    const { code, reason } = await socket.closed;
    expect(code).toBe(4400);
    expect(reason).not.toMatch(/node_modules|\bat \w/);
  });

  test('is closed with 4401 for an operation before it has signed in', async ({ app }) => {
    const socket = await openSocket(app);
    socket.send(subscribe('1', ping));
    expect(await socket.closed).toMatchObject({ code: 4401 });
  });

  test('is closed with 4409 for a second operation under an id that is in use', async ({ app }) => {
    const socket = await signedIn(app);
    socket.send(subscribe('1', mine));
    socket.send(subscribe('1', mine));
    expect(await socket.closed).toMatchObject({ code: 4409 });
  });

  test('takes an id again once its operation is over', async ({ app }) => {
    const socket = await signedIn(app);
    for (let round = 0; round < 3; round += 1) {
      socket.send(subscribe('same', ping));
      expect((await socket.next()).type).toBe('next');
      expect(await socket.next()).toEqual({ id: 'same', type: 'complete' });
    }
  });

  test('answers a ping, and keeps quiet at a pong', async ({ app }) => {
    const socket = await signedIn(app);
    socket.send({ type: 'pong' });
    socket.send({ type: 'ping', payload: { mark: 1 } });
    expect(await socket.next()).toEqual({ type: 'pong', payload: { mark: 1 } });
  });

  test('says nothing more of a subscription that was completed', async ({ app }) => {
    const shop = await openShop(app);
    const socket = await openSocket(app);
    await socket.greet(shop.shopper.token);
    const beginning = Buffer.from('0.0').toString('base64url');
    const following = `subscription { myOrders(after: "${beginning}") { orderId } }`;
    await placeOnline(shop, 'EXPRESS');
    socket.send(subscribe('left', following));
    expect(await socket.next()).toMatchObject({ id: 'left', type: 'next' });
    socket.send({ id: 'left', type: 'complete' });
    await barrier(socket);
    const second = await placeOnline(shop, 'EXPRESS');
    // Somebody who stays is told; what was left is not.
    socket.send(subscribe('stays', following));
    const told = [await socket.next(), await socket.next()];
    expect(told.map(({ id }) => id)).toEqual(['stays', 'stays']);
    expect(told[1]!.payload.data.myOrders.orderId).toBe(second.id);
    await barrier(socket);
    expect(socket.received).toEqual([]);
  });

  test('carries mutations as well, each once', async ({ app }) => {
    const platform = await app.person('PLATFORM', 'by-socket');
    const socket = await openSocket(app);
    await socket.greet(platform.token);
    const input = { code: `WS-${randomUUID().slice(0, 8)}`, name: 'By socket', currency: 'GBP' };
    socket.send(subscribe('1', 'mutation ($input: StoreCreateInput!) { storeCreate(input: $input) { store { code } userErrors { code } } }', { input }));
    expect(await socket.next()).toEqual({ id: '1', type: 'next', payload: { data: { storeCreate: { store: { code: input.code }, userErrors: [] } } } });
    expect(await socket.next()).toEqual({ id: '1', type: 'complete' });
  });

  test('is closed with 1009 for a message that is too large, and the server goes on', async ({ app }) => {
    const socket = await signedIn(app);
    socket.send(JSON.stringify(subscribe('1', ping)).padEnd(bodyBytes, ' '));
    expect((await socket.next()).type).toBe('next');
    expect((await socket.next()).type).toBe('complete');
    socket.send(JSON.stringify(subscribe('2', ping)).padEnd(bodyBytes + 1, ' '));
    expect(await socket.closed).toMatchObject({ code: 1009 });
    await signedIn(app);
  });

  test('is refused a subscription that costs too much', async ({ app }) => {
    const socket = await signedIn(app);
    const lists = Array.from({ length: 28 }, (_, index) => `a${index}: items { seq name sku: skuCode listTotal { amount formatted } saleTotal { amount formatted } } `).join('');
    socket.send(subscribe('1', `subscription { myOrders { order { ${lists} payments { refunded { amount } } } } }`));
    expect((await socket.next()).type).not.toBe('complete');
  });
});

describe('too many', () => {
  test(`subscriptions on a socket are refused: ${subscriptionsPerSocket} are carried, and the next when one has ended`, async ({ narrow }) => {
    const socket = await signedIn(narrow);
    for (let index = 0; index < subscriptionsPerSocket; index += 1) socket.send(subscribe(`s${index}`, mine));
    socket.send(subscribe('over', mine));
    expect(await socket.next()).toMatchObject({ id: 'over', type: 'error', payload: [{ extensions: { code: 'TOO_MANY_REQUESTS' } }] });
    socket.send({ id: 's0', type: 'complete' });
    await barrier(socket);
    expect(socket.received).toEqual([]);
  });

  test(`sockets of one caller are closed with 4429: ${socketsPerCaller} may be open, and the next when one has gone`, async ({ narrow }) => {
    const { token } = await someone(narrow);
    const open = await Promise.all(Array.from({ length: socketsPerCaller }, async () => {
      const socket = await openSocket(narrow);
      await socket.greet(token);
      return socket;
    }));
    const over = await openSocket(narrow);
    over.send(greeting(token));
    expect(await over.closed).toMatchObject({ code: 4429 });
    // Somebody else is not affected.
    await signedIn(narrow);
    const before = await gauge(narrow, 'docket_sockets');
    open[0]!.socket.close();
    await open[0]!.closed;
    await expect.poll(() => gauge(narrow, 'docket_sockets')).toBe(before - 1);
    await (await openSocket(narrow)).greet(token);
  });

  test('sockets are not counted for good when they go in the middle of signing in', async ({ narrow }) => {
    const subject = `hasty-${randomUUID()}`;
    for (let round = 0; round < socketsPerCaller * 3; round += 1) {
      // A token that has not been seen yet takes a moment to verify; the line is dead before that.
      const { token } = await narrow.person('SHOPPER', subject, `Hasty ${round}`);
      const { socket, send, closed } = await openSocket(narrow);
      send(greeting(token));
      socket.terminate();
      await closed;
    }
    const { token } = await narrow.person('SHOPPER', subject, 'At last');
    await expect.poll(async () => (await openSocket(narrow)).greet(token).then(() => 'let in', () => 'refused')).toBe('let in');
  });
});

describe('when the server stops', () => {
  test('its sockets are closed with 1001, subscriptions and all', async () => {
    const app = await startApp();
    const socket = await signedIn(app);
    socket.send(subscribe('1', mine));
    await barrier(socket);
    await app.stop();
    expect(await socket.closed).toMatchObject({ code: 1001 });
  });

  test('a client that does not answer cannot hold it up for long', async () => {
    const app = await startApp();
    const { socket, greet } = await openSocket(app);
    await greet((await someone(app)).token);
    // From here on nothing is read, so the closing handshake is never answered.
    socket.pause();
    await app.stop();
    expect(app.server.services.feed.followers).toBe(0);
  });
});
