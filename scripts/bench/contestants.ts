import { isDeepStrictEqual } from 'node:util';
import { toGlobalId } from '../../src/platform/ids.ts';
import { askChild } from './children.ts';
import { HttpClient, type HttpAnswer } from './http-client.ts';
import { acceptBody, placeBody, readBodies, type Dialect } from './http-requests.ts';
import { inFlight, type Operation } from './options.ts';
import { pace } from './pace.ts';
import type { Plan, SliceResult, SqlSlice } from './plan.ts';
import { Subscriber } from './subscriber.ts';
import type { ChildProcess } from 'node:child_process';

export interface Slice {
  readonly operation: Operation;
  readonly inFlight: number;
  readonly seconds: number;
}

/** Somebody who does the work: Docket, or one of those it is measured against. */
export interface Contestant {
  readonly name: string;
  readonly pid: number;
  readonly databaseUrl: string;
  /** Everything it was asked to write so far; the database must hold as much in the end. */
  readonly written: { place: number; transition: number };
  run(slice: Slice): Promise<SliceResult>;
  stop(): Promise<void>;
}

export interface Identity {
  readonly name: string;
  readonly process: ChildProcess;
  readonly pid: number;
  readonly databaseUrl: string;
}

const sampled = 64;

export class SqlContestant implements Contestant {
  readonly name: string;
  readonly pid: number;
  readonly databaseUrl: string;
  readonly written = { place: 0, transition: 0 };
  readonly #process: ChildProcess;
  #firstReady = 0;

  constructor({ name, process, pid, databaseUrl }: Identity) {
    this.name = name;
    this.pid = pid;
    this.databaseUrl = databaseUrl;
    this.#process = process;
  }

  async run(slice: Slice): Promise<SliceResult> {
    const result = await askChild<SliceResult>(this.#process, { ...slice, firstReady: this.#firstReady } satisfies SqlSlice, slice.seconds);
    if (slice.operation === 'place') this.written.place += result.requests;
    if (slice.operation === 'transition' || slice.operation === 'feed') {
      this.written.transition += result.requests;
      this.#firstReady += result.requests;
    }
    return result;
  }

  stop = async (): Promise<void> => {};
}

/** A server that is asked over HTTP, and followed over a WebSocket. */
export class HttpContestant implements Contestant {
  readonly name: string;
  readonly pid: number;
  readonly databaseUrl: string;
  readonly process: ChildProcess;
  readonly written = { place: 0, transition: 0 };
  readonly #url: string;
  readonly #token: string;
  readonly #client: HttpClient;
  readonly #plan: Plan;
  readonly #dialect: Dialect;
  readonly #reads: Readonly<Record<'page' | 'order', readonly Buffer[]>>;
  readonly #expected = new Map<Buffer, HttpAnswer>();
  readonly #place: () => string;
  readonly #accept: (orderId: string) => string;
  #nextReady = 0;

  constructor({ name, process, pid, databaseUrl }: Identity, url: string, token: string, plan: Plan, dialect: Dialect) {
    this.name = name;
    this.pid = pid;
    this.databaseUrl = databaseUrl;
    this.process = process;
    this.#url = url;
    this.#token = token;
    this.#client = new HttpClient(url, inFlight, { authorization: `Bearer ${token}` });
    this.#plan = plan;
    this.#dialect = dialect;
    this.#reads = { page: readBodies(dialect, plan, 'page'), order: readBodies(dialect, plan, 'order') };
    this.#place = placeBody(dialect, plan);
    this.#accept = acceptBody(dialect);
  }

  /** Reads everything once, and remembers it: later answers must be the same. */
  async learn(): Promise<readonly unknown[]> {
    const answers: unknown[] = [];
    for (const operation of ['page', 'order'] as const) {
      for (const body of this.#reads[operation]) {
        const answer = await this.#post(operation, body, true);
        this.#expected.set(body, answer);
        answers.push(JSON.parse(answer.text!));
      }
    }
    return answers;
  }

  run({ operation, inFlight: width, seconds }: Slice): Promise<SliceResult> {
    if (operation === 'feed') return this.#runFeed(width, seconds);
    if (operation === 'page' || operation === 'order') return this.#paced(width, seconds, (n) => this.#read(operation, n));
    return this.#paced(width, seconds, operation === 'place' ? (n) => this.#write('place', this.#place(), n) : (n) => this.#move(n));
  }

  stop = async (): Promise<void> => this.#client.close();

  #post(operation: Operation, body: string | Buffer, wantsText: boolean): Promise<HttpAnswer> {
    return this.#client.post(this.#dialect.pathOf(operation), body, wantsText);
  }

  async #paced(width: number, seconds: number, one: (n: number) => Promise<boolean>): Promise<SliceResult> {
    return { ...(await pace(width, seconds, one)), lags: [] };
  }

  async #read(operation: 'page' | 'order', n: number): Promise<boolean> {
    const bodies = this.#reads[operation];
    const body = bodies[n % bodies.length]!;
    const expected = this.#expected.get(body)!;
    const { bytes, text } = await this.#post(operation, body, n % sampled === 0);
    if (bytes !== expected.bytes || (text !== null && text !== expected.text)) throw new Error(`${this.name}: another answer to ${body.toString()}: ${text ?? `${bytes} bytes`}`);
    return true;
  }

  async #write(operation: 'place' | 'transition', body: string, n: number): Promise<boolean> {
    this.written[operation] += 1;
    const { text } = await this.#post(operation, body, n % sampled === 0);
    if (text !== null && !text.includes('"replayed":false,"userErrors":[]')) throw new Error(`${this.name}: ${operation} was refused: ${text}`);
    return true;
  }

  #ready(): string | null {
    const id = this.#plan.readyIds[this.#nextReady];
    if (id === undefined) return null;
    this.#nextReady += 1;
    return toGlobalId('order', id);
  }

  async #move(n: number): Promise<boolean> {
    const id = this.#ready();
    return id === null ? false : this.#write('transition', this.#accept(id), n);
  }

  async #runFeed(width: number, seconds: number): Promise<SliceResult> {
    const lags: number[] = [];
    const subscriber = new Subscriber(this.#url);
    await subscriber.follow(toGlobalId('store', this.#plan.busyStoreId), this.#token);
    await this.#untilHeard(subscriber);
    const paced = await pace(width, seconds, async (n) => {
      const id = this.#ready();
      if (id === null) return false;
      const arrival = subscriber.arrivalOf(id);
      await this.#write('transition', this.#accept(id), n);
      const answered = performance.now();
      lags.push((await arrival) - answered);
      return true;
    });
    subscriber.close();
    return { ...paced, lags };
  }

  /** A subscription is not acknowledged: it stands as soon as it tells of something. */
  async #untilHeard(subscriber: Subscriber): Promise<void> {
    for (let heard = false, tries = 0; !heard; tries += 1) {
      if (tries === 100) throw new Error(`${this.name}: the subscription tells nothing.`);
      const id = this.#ready();
      if (id === null) return;
      const arrival = subscriber.arrivalOf(id).then(() => true, () => false);
      await this.#write('transition', this.#accept(id), 0);
      heard = await Promise.race([arrival, new Promise<boolean>((resolve) => { setTimeout(() => resolve(false), 100); })]);
    }
  }
}

/** Throws unless two servers give the same answers. */
export function mustAgree(a: { readonly name: string; readonly answers: readonly unknown[] }, b: { readonly name: string; readonly answers: readonly unknown[] }): void {
  const index = a.answers.findIndex((answer, n) => !isDeepStrictEqual(answer, b.answers[n]));
  if (index !== -1) throw new Error(`${a.name} and ${b.name} disagree:\n${JSON.stringify(a.answers[index])}\n${JSON.stringify(b.answers[index])}`);
}
