import type { ExecutionResult } from 'graphql';
import { parse } from 'graphql';
import { execute } from '../../src/app/execute.ts';
import { schema } from '../../src/app/schema.ts';
import { createContext, type Context, type Services } from '../../src/context.ts';
import { openDatabase, type Database } from '../../src/platform/database.ts';
import { readEvents, type EventRow } from '../../src/platform/event-log.ts';
import { fromGlobalId, personIdOf, toGlobalId } from '../../src/platform/ids.ts';
import { systemClock } from '../../src/platform/time.ts';
import { acceptDocument, feedDocument, orderDocument, pageDocument, placeDocument } from './documents.ts';
import type { Plan } from './plan.ts';
import type { Rows } from './rows.ts';
import { clerk, currency } from './shop.ts';
import { parameterOf, type Statement, type Steps } from './statements.ts';

interface Sent {
  readonly text: string;
  readonly parameters: readonly unknown[];
  readonly types: readonly number[];
  /** Statements with the same number left together. */
  readonly step: number;
}

/** Takes down what Docket sends to Postgres while `work` runs. Connections must be open already, or steps would tear apart. */
async function takeDown<T>(db: Database, work: () => Promise<T>): Promise<{ value: T; sent: readonly Sent[] }> {
  const sent: Sent[] = [];
  let step = -1;
  let together = false;
  const note = (_connection: number, text: string, parameters: unknown[], types: number[]): void => {
    if (!together) {
      step += 1;
      together = true;
      // No answer can come in before the event loop has turned: what is sent until then does not depend on one.
      setImmediate(() => { together = false; });
    }
    sent.push({ text, parameters: [...parameters], types: [...types], step });
  };
  Object.assign(db.options, { debug: note });
  try {
    const value = await work();
    if (sent.some(({ text }) => /^\s*(begin|commit)/i.test(text))) throw new Error('Docket opens a transaction here: its statements cannot be repeated one by one.');
    return { value, sent };
  } finally {
    Object.assign(db.options, { debug: false });
  }
}

function stepsOf(sent: readonly Sent[], holes: ReadonlyMap<string, string>): Steps {
  const steps: Statement[][] = [];
  for (const { text, parameters, types, step } of sent) {
    (steps[step] ??= []).push({ text, parameters: parameters.map((value, index) => parameterOf(value, types[index] ?? 0, holes)) });
  }
  return steps;
}

class Recorder {
  readonly #db: Database;
  readonly #services: Services;

  constructor(db: Database) {
    this.#db = db;
    const unused = (): never => {
      throw new Error('The bench does not use this.');
    };
    this.#services = {
      db, clock: systemClock, gateways: new Map(), cards: null, committed: () => {},
      feed: { follow: unused, membershipChanged: unused, followers: 0 },
      serviceSettings: { returnWithinSeconds: 604_800 }, afterSales: { refundMoved: unused, paidTwice: unused, supplementPaid: unused },
      orderSettings: { payWithinSeconds: 1800, receiptAfterSeconds: 864_000, remindAfterSeconds: 86_400, confirmAutomatically: true, defaultCurrency: currency },
    };
  }

  context(): Context {
    return createContext(this.#services, { ...clerk, personId: personIdOf(clerk.subject), expiresAt: Number.MAX_SAFE_INTEGER }, 'bench');
  }

  /** Opens every connection of the pool. */
  async warmUp(): Promise<void> {
    await Promise.all(Array.from({ length: 10 }, () => this.#db`select pg_sleep(0.05)`));
  }

  async run<D>(source: string, variables: object, root?: unknown): Promise<{ data: D; sent: readonly Sent[] }> {
    const document = parse(source);
    const { value, sent } = await takeDown<ExecutionResult>(this.#db, () => execute({ schema, document, variables: { ...variables }, context: this.context(), root }));
    if (value.errors) throw new Error(`The bench’s own document fails: ${value.errors.join('; ')}`);
    return { data: value.data as D, sent };
  }

  async events(): Promise<Statement> {
    const cursor = { transaction: '3', position: 5 };
    const limit = 1000;
    const { sent } = await takeDown(this.#db, () => readEvents(this.#db, { by: 'all' }, cursor, limit));
    const holes = new Map([[cursor.transaction, 'transaction'], [String(cursor.position), 'position'], [String(limit), 'limit']]);
    return stepsOf(sent, holes)[0]![0]!;
  }

  lastEvent = async (orderId: string): Promise<EventRow> => (await this.#db<EventRow[]>`select * from events where subject_id = ${orderId} order by version desc limit 1`)[0]!;
}

const listOf = (ids: readonly string[]): string => JSON.stringify(ids);

async function recordReads(recorder: Recorder, { pages, orderIds }: Rows): Promise<Pick<Plan['steps'], 'page' | 'order'>> {
  const { storeId, orderIds: shown } = pages[0]!;
  const page = await recorder.run(pageDocument, { storeId: toGlobalId('store', storeId) });
  const id = orderIds[0]!;
  const order = await recorder.run(orderDocument, { id: toGlobalId('order', id) });
  return {
    page: stepsOf(page.sent, new Map([[storeId, 'storeId'], [listOf(shown), 'ids']])),
    order: stepsOf(order.sent, new Map([[id, 'id'], [listOf([id]), 'ids']])),
  };
}

interface Written { readonly order: { readonly id: string; readonly number?: string } & Record<string, unknown> }

async function recordPlacing(recorder: Recorder, { tillId, skus }: Rows): Promise<{ steps: Steps; answer: Record<string, unknown> }> {
  const key = 'bench-key-place';
  const lines = skus.map((sku, index) => ({ sku, quantity: index + 1 }));
  const { data, sent } = await recorder.run<{ orderPlaceInStore: Written }>(placeDocument, { input: { storeId: toGlobalId('store', tillId), lines, idempotencyKey: key } });
  const { id, number, ...answer } = data.orderPlaceInStore.order;
  return { steps: stepsOf(sent, new Map([[fromGlobalId('order', id)!, 'id'], [number!, 'number'], [key, 'key']])), answer };
}

async function recordAccepting(recorder: Recorder, orderId: string): Promise<{ steps: Steps; answer: Record<string, unknown> }> {
  const key = 'bench-key-accept';
  const { data, sent } = await recorder.run<{ orderAccept: Written }>(acceptDocument, { input: { orderId: toGlobalId('order', orderId), idempotencyKey: key } });
  const { id: _id, ...answer } = data.orderAccept.order;
  return { steps: stepsOf(sent, new Map([[orderId, 'id'], [key, 'key']])), answer };
}

/** Has Docket do each operation once, in a database of its own, and keeps the statements that it sent. */
export async function capture(databaseUrl: string, rows: Rows): Promise<Plan> {
  const db = openDatabase(databaseUrl);
  try {
    const recorder = new Recorder(db);
    await recorder.warmUp();
    const reads = await recordReads(recorder, rows);
    const placing = await recordPlacing(recorder, rows);
    const orderId = rows.readyIds[0]!;
    const accepting = await recordAccepting(recorder, orderId);
    const event = await recorder.lastEvent(orderId);
    const told = await recorder.run(feedDocument, { storeId: toGlobalId('store', rows.busyStoreId) }, { kind: 'event', event, cursor: event });
    const order = stepsOf(told.sent, new Map([[listOf([orderId]), 'ids']]))[0]![0]!;
    return {
      ...rows, steps: { ...reads, place: placing.steps, transition: accepting.steps },
      answers: { place: placing.answer, transition: accepting.answer }, feed: { events: await recorder.events(), order },
    };
  } finally {
    await db.end();
  }
}
