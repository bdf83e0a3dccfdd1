import { randomInt } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { v7 } from 'uuid';
import { WebSocketServer, type WebSocket } from 'ws';
import type { OrderItemRow, OrderRow } from '../../src/orders/order.tables.ts';
import { openDatabase } from '../../src/platform/database.ts';
import type { EventRow } from '../../src/platform/event-log.ts';
import { fromGlobalId, toGlobalId } from '../../src/platform/ids.ts';
import { BareTail } from './bare-tail.ts';
import { feedMessage, orderAnswer, pageAnswer } from './bare-answers.ts';
import { pageSize } from './options.ts';
import type { Plan } from './plan.ts';
import { send, sendJsonAsText, type Steps, type Values } from './statements.ts';

/** What Node can do at best: node:http, Docket's own statements over the same client and pool, JSON by hand; no GraphQL, nobody is asked who they are. */
const [databaseUrl, planFile] = process.argv.slice(2) as [string, string];
const plan = JSON.parse(readFileSync(planFile, 'utf8')) as Plan;
const db = openDatabase(databaseUrl, { poolSize: 10, applicationName: 'bench bare Node' });
sendJsonAsText(db);

const subscribers = new Set<WebSocket>();
const tail = new BareTail(db, plan.feed.events, (event) => {
  if (subscribers.size === 0) return;
  void tellOf(event);
});

async function tellOf(event: EventRow): Promise<void> {
  const [row] = (await send(db, plan.feed.order, { ids: [event.subjectId] })) as unknown as OrderRow[];
  const message = feedMessage(event, row!);
  for (const subscriber of subscribers) subscriber.send(message);
}

/** Runs the steps and gives the rows of the last one's first statement. */
async function run(steps: Steps, values: Values): Promise<readonly unknown[]> {
  let rows: readonly unknown[] = [];
  for (const step of steps) [rows = []] = await Promise.all(step.map((statement) => send(db, statement, values)));
  if (rows.length === 0) throw new Error('A statement found nothing.');
  return rows;
}

async function page({ storeId }: Input): Promise<string> {
  const [[orders], [items]] = plan.steps.page as [Steps[0], Steps[0]];
  const rows = (await send(db, orders!, { storeId: fromGlobalId('store', storeId!) })) as unknown as OrderRow[];
  const shown = rows.slice(0, pageSize);
  const lines = (await send(db, items!, { ids: shown.map(({ id }) => id) })) as unknown as OrderItemRow[];
  return pageAnswer(shown, lines, rows.length > pageSize);
}

async function order({ id: globalId }: Input): Promise<string> {
  const [[find], [items]] = plan.steps.order as [Steps[0], Steps[0]];
  const id = fromGlobalId('order', globalId!);
  const [row] = (await send(db, find!, { id })) as unknown as OrderRow[];
  return orderAnswer(row!, (await send(db, items!, { ids: [id] })) as unknown as OrderItemRow[]);
}

const newNumber = (): string => `26${String(randomInt(1e9)).padStart(9, '0')}${String(randomInt(1e9)).padStart(9, '0')}`;

async function place({ idempotencyKey: key }: Input): Promise<string> {
  const id = v7();
  const number = newNumber();
  await run(plan.steps.place, { id, number, key });
  void tail.expect();
  return JSON.stringify({ data: { orderPlaceInStore: { order: { id: toGlobalId('order', id), number, ...plan.answers.place }, replayed: false, userErrors: [] } } });
}

async function accept({ orderId, idempotencyKey: key }: Input): Promise<string> {
  await run(plan.steps.transition, { id: fromGlobalId('order', orderId!), key });
  void tail.expect();
  return JSON.stringify({ data: { orderAccept: { order: { id: orderId, ...plan.answers.transition }, replayed: false, userErrors: [] } } });
}

interface Input {
  readonly storeId?: string;
  readonly id?: string;
  readonly orderId?: string;
  readonly idempotencyKey?: string;
}

const routes: Readonly<Record<string, (input: Input) => Promise<string>>> = { '/page': page, '/order': order, '/place': place, '/transition': accept };

function bodyOf(request: IncomingMessage): Promise<string> {
  return new Promise((resolve, reject) => {
    let text = '';
    request.setEncoding('utf8').on('data', (chunk: string) => { text += chunk; }).on('end', () => resolve(text)).on('error', reject);
  });
}

async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
  try {
    const text = await routes[request.url!]!(JSON.parse(await bodyOf(request)) as Input);
    response.writeHead(200, { 'content-type': 'application/json; charset=utf-8', 'content-length': Buffer.byteLength(text) }).end(text);
  } catch (error) {
    process.stderr.write(`${(error as Error).stack}\n`);
    response.writeHead(500).end();
  }
}

const server = createServer((request, response) => void answer(request, response));
new WebSocketServer({ server }).on('connection', (socket) => {
  socket.on('message', (data: Buffer) => {
    const { type } = JSON.parse(data.toString()) as { type: string };
    if (type === 'connection_init') socket.send(JSON.stringify({ type: 'connection_ack' }));
    if (type === 'subscribe') subscribers.add(socket);
  });
  socket.on('close', () => subscribers.delete(socket));
});
await tail.start();
server.listen(0, '127.0.0.1', () => process.send!({ ready: `http://127.0.0.1:${(server.address() as AddressInfo).port}` }));
process.on('disconnect', () => process.exit(0));
