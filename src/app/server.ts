import 'reflect-metadata';
import type { AddressInfo } from 'node:net';
import type { FastifyInstance } from 'fastify';
import type { Logger } from 'pino';
import type { Config } from '../config.ts';
import type { Services } from '../context.ts';
import { createAfterSales } from '../customer-service/follow-money.ts';
import { createAuthenticator, type TokenSettings } from '../identity/tokens.ts';
import { FeedHub } from '../live/feed.ts';
import { createSandboxGateway } from '../payments/sandbox/sandbox-gateway.ts';
import { createSandboxTerminals } from '../payments/sandbox/sandbox-terminals.ts';
import { registerSandbox } from '../payments/sandbox/sandbox-server.ts';
import type { Gateways } from '../payments/gateway.ts';
import { startOrderTerms } from '../orders/lists/index-order-terms.ts';
import { startOrderCounts } from '../orders/counts/keep-order-counts.ts';
import { openDatabase, type Database } from '../platform/database.ts';
import { startDueWork } from '../platform/due-work.ts';
import { EventTail } from '../platform/event-tail.ts';
import { pendingMigrations } from '../platform/migrate.ts';
import { systemClock, type Clock } from '../platform/time.ts';
import { createApollo } from './apollo.ts';
import { dueWorkOf } from './due-work.ts';
import { createHttp } from './http.ts';
import { withSafeErrors } from './log-errors.ts';
import { createMetrics } from './metrics.ts';
import { registerOrderExports } from './order-exports.ts';
import { registerPaymentCallbacks } from './payment-callbacks.ts';
import { schema } from './schema.ts';
import { serveSockets } from './sockets.ts';

export interface ServerOptions {
  readonly config: Config;
  readonly databaseUrl: string;
  readonly tokens: TokenSettings;
  /** Signs what the built-in test gateway and this server say to each other. */
  readonly sandboxSecret: string;
  readonly log: Logger;
  readonly version: string;
  readonly clock?: Clock;
}

export interface RunningServer {
  /** Base URL, without a path. */
  readonly url: string;
  readonly services: Services;
  /** Answers what is being asked, closes sockets with 1001, ends timers, and lets go of the database. */
  stop(): Promise<void>;
}

const listen = async (app: FastifyInstance, { HOST, PORT }: Config): Promise<string> => {
  await app.listen({ host: HOST, port: PORT });
  const { port } = app.server.address() as AddressInfo;
  return `http://${HOST === '0.0.0.0' || HOST === '::' ? 'localhost' : HOST.includes(':') ? `[${HOST}]` : HOST}:${port}`;
};

/** How long requests have to be finished; a connection that never carried one counts as busy until then. */
const patienceMilliseconds = 5000;

async function drain(app: FastifyInstance): Promise<void> {
  const impatient = setTimeout(() => app.server.closeAllConnections(), patienceMilliseconds);
  // A connection whose last request was under way when the server began to close is kept alive by Node after the answer.
  const idle = setInterval(() => app.server.closeIdleConnections(), 50);
  await app.close();
  clearInterval(idle);
  clearTimeout(impatient);
}

interface Wiring {
  readonly services: Services;
  readonly hub: FeedHub;
  readonly tail: EventTail;
}

function wire({ config, sandboxSecret, clock = systemClock, log }: ServerOptions, db: Database, baseUrl: () => string): Wiring {
  const hub = new FeedHub(db);
  const tail = new EventTail(db, (rows) => hub.publish(rows), (error) => log.warn({ err: error }, 'the live feed reads the database again'));
  const gateways: Gateways = new Map(config.SANDBOX_PAYMENTS
    ? [['SANDBOX', createSandboxGateway({ baseUrl, publicUrl: () => config.PUBLIC_URL ?? baseUrl(), secret: sandboxSecret, timeoutMs: 5000, clock })]]
    : []);
  const cards = config.SANDBOX_PAYMENTS ? createSandboxTerminals({ baseUrl, secret: sandboxSecret, timeoutMs: 5000, clock }) : null;
  const orderSettings = {
    payWithinSeconds: config.PAY_WITHIN_SECONDS, receiptAfterSeconds: config.RECEIPT_AFTER_SECONDS, remindAfterSeconds: config.REMIND_AFTER_SECONDS,
    confirmAutomatically: config.CONFIRM_AUTOMATICALLY, defaultCurrency: config.DEFAULT_CURRENCY,
  };
  const serviceSettings = { returnWithinSeconds: config.RETURN_WITHIN_SECONDS };
  const afterSales = createAfterSales(orderSettings);
  return { hub, tail, services: { db, clock, feed: hub, gateways, cards, orderSettings, serviceSettings, afterSales, committed: () => tail.wake() } };
}

/** Puts the whole server together and starts it. */
export async function startServer(given: ServerOptions): Promise<RunningServer> {
  const options = { ...given, log: withSafeErrors(given.log) };
  const { config, databaseUrl, tokens, log, version } = options;
  const db = openDatabase(databaseUrl, { poolSize: config.DATABASE_POOL });
  let url = '';
  let stopping = false;
  const { services, hub, tail } = wire(options, db, () => url);
  const metrics = createMetrics(() => hub.followers);
  const authenticate = createAuthenticator(tokens);
  const apollo = createApollo({ schema, log, metrics, introspection: config.INTROSPECTION });
  await apollo.start();
  const ready = async (): Promise<boolean> => !stopping && (await pendingMigrations(db)) === 0;
  const app = await createHttp({ services, apollo, authenticate, log, metrics, graphiql: config.GRAPHIQL, ready, version });
  if (config.SANDBOX_PAYMENTS) registerSandbox(app, { db, secret: options.sandboxSecret, notifyUrl: () => `${url}/payments/sandbox/notify`, clock: services.clock, log });
  registerPaymentCallbacks(app, services, log);
  registerOrderExports(app, { schema, services, authenticate, log });
  const sockets = serveSockets(app.server, {
    schema, services, authenticate, log, metrics, introspection: config.INTROSPECTION,
    socketsPerCaller: config.SOCKETS_PER_CALLER, subscriptionsPerSocket: config.SUBSCRIPTIONS_PER_SOCKET,
  });
  await Promise.all([startOrderCounts(db), startOrderTerms(db)]);
  await tail.start();
  try {
    url = await listen(app, config);
  } catch (error) {
    await Promise.allSettled([app.close(), tail.stop(), sockets.close(), apollo.stop()]);
    await db.end({ timeout: 1 });
    throw error;
  }
  const work = startDueWork(dueWorkOf(services), { clock: services.clock, report: (name, error) => { metrics.dueWorkFailures.inc({ work: name }); log.error({ err: error, work: name }, 'due work failed and is tried again'); } });
  const stop = async (): Promise<void> => {
    if (stopping) return;
    stopping = true;
    await sockets.close();
    hub.close();
    await Promise.allSettled([drain(app), work.stop()]);
    await apollo.stop();
    await tail.stop();
    await db.end({ timeout: 5 });
  };
  return { url, services, stop };
}
