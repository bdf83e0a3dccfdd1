import type { DeliveryType, Fulfilment, OrderKind, PaymentState } from '../../src/orders/order.lifecycle.ts';
import { isOver, statusOf } from '../../src/orders/order.lifecycle.ts';
import type { OrderRow } from '../../src/orders/order.tables.ts';
import { encodeCursor } from '../../src/platform/event-log.ts';
import { newId } from '../../src/platform/ids.ts';
import { secondsAfter, systemClock, toInstant, type Clock, type Instant } from '../../src/platform/time.ts';
import { bookWritten } from './book-orders.ts';
import { endOfLog } from './end-of-log.ts';
import { noon, orderTotal, someOrder } from './order-walks.ts';
import { startApp, type App, type AppOptions, type Person } from './app.ts';

/** What can be true of an order in the same state, and decides whether a step may be taken. */
export interface Facts {
  readonly kind: OrderKind;
  readonly deliveryType: DeliveryType;
  readonly fulfilment: Fulfilment;
  readonly hasStore: boolean;
  readonly paidInFull: boolean;
  readonly deadlinePassed: boolean;
}

/** The store that such an order is given to, if it has one, and its owner. */
export interface Place {
  readonly store: { readonly id: string; readonly code: string; readonly name: string };
  readonly customerId: string;
}

const moneyOf = ({ fulfilment, paidInFull }: Facts): { paidTotal: number; refundedTotal: number; payment: PaymentState } => {
  if (fulfilment === 'REFUNDED' || (fulfilment === 'CANCELED' && paidInFull)) return { paidTotal: orderTotal, refundedTotal: orderTotal, payment: 'REFUNDED' };
  if (paidInFull) return { paidTotal: orderTotal, refundedTotal: 0, payment: 'PAID' };
  return { paidTotal: 0, refundedTotal: 0, payment: isOver(fulfilment) ? 'CLOSED' : 'OPEN' };
};

/** An order with exactly these facts. No timer moves it, so that it stays as it is. */
export function orderWith(facts: Facts, { store, customerId }: Place, now: Instant): OrderRow {
  const { kind, deliveryType, fulfilment, hasStore, deadlinePassed } = facts;
  const money = moneyOf(facts);
  return someOrder({
    kind, deliveryType, fulfilment, ...money, status: statusOf(fulfilment, money.payment, 'NONE'), version: 7, customerId, timerAt: null,
    payDeadline: kind !== 'IN_STORE' ? secondsAfter(now, deadlinePassed ? -60 : 3600) : null,
    ...(hasStore && { storeId: store.id, storeCode: store.code, storeName: store.name }),
  });
}

/** Writes orders as they are, past every rule, each with one line and the cash payment that its totals speak of. */
export async function writeOrders({ server: { services: { db } } }: App, rows: readonly OrderRow[]): Promise<void> {
  for (const row of rows) {
    await db`insert into orders ${db(row as unknown as Record<string, string>)}`;
    await db`
      insert into order_items (order_id, seq, sku_id, sku_code, product_id, product_code, name, quantity, currency, list_price, sale_price, list_total, discount_total, sale_total, points_used, points_share, freight_share, status)
      values (${row.id}, 1, ${newId()}, 'TEN', ${newId()}, 'TEN', 'Ten', ${row.pieces}, ${row.currency}, ${row.total}, ${row.total}, ${row.total}, 0, ${row.total}, 0, 0, 0, 'CREATED')`;
    if (row.paidTotal === 0) continue;
    await db`
      insert into payments (order_id, id, number, tender, state, currency, amount, refunded, created_at, settled_at, queries)
      values (${row.id}, ${newId()}, ${`P${row.number}`}, 'CASH', 'SUCCEEDED', ${row.currency}, ${row.paidTotal}, ${row.refundedTotal}, ${noon}, ${noon}, 0)`;
  }
  await bookWritten(db, rows);
}

/** Everything that a refused step must leave alone, as text that can be compared. */
export async function everything({ server: { services: { db } } }: App): Promise<string> {
  const tables = await Promise.all([
    db`select * from orders order by id`, db`select * from order_items order by order_id, seq`, db`select * from events order by subject_id, version`,
    db`select * from payments order by id`, db`select * from refunds order by id`, db`select * from idempotency_keys order by actor_id, key`,
  ]);
  return JSON.stringify(tables);
}

/** A clock that runs with the system's, and that a test may set forward. */
export function movableClock(): { readonly clock: Clock; forward(seconds: number): void } {
  let ahead = 0;
  return {
    clock: () => toInstant(Date.parse(systemClock()) + ahead),
    forward: (seconds) => {
      ahead += seconds * 1000;
    },
  };
}

/** One event as a subscriber saw it; `order` is the order as it was when the event was told. */
export interface SeenEvent {
  readonly cursor: string;
  readonly orderId: string;
  readonly event: {
    readonly type: string; readonly fromStatus: string | null; readonly toStatus: string; readonly version: number;
    readonly actorRole: string; readonly actorName: string | null; readonly comment: string | null; readonly at: string;
  };
  readonly order: { readonly id: string; readonly number: string; readonly status: string; readonly version: number } | null;
}

const seen = 'cursor orderId event { type fromStatus toStatus version actorRole actorName comment at } order { id number status version }';

/** Reads a live feed one event at a time, and keeps what it has read. */
export class Follower {
  readonly events: SeenEvent[] = [];
  readonly #feed: AsyncIterator<{ data?: Record<string, unknown> | null; errors?: readonly unknown[] }>;

  constructor(feed: AsyncIterator<{ data?: Record<string, unknown> | null; errors?: readonly unknown[] }>) {
    this.#feed = feed;
  }

  /** Reads on up to and including the next event of this type. */
  async until(type: string): Promise<SeenEvent> {
    for (;;) {
      const { done, value } = await this.#feed.next();
      if (done) throw new Error(`The feed ended before ${type}; it told ${JSON.stringify(this.events.map(({ event }) => event.type))}`);
      if (value.errors || !value.data) throw new Error(`The feed failed before ${type}: ${JSON.stringify(value.errors)}`);
      const told = Object.values(value.data)[0] as SeenEvent;
      this.events.push(told);
      if (told.event.type === type) return told;
    }
  }

  /** What was told, in short: type, statuses, version, and who did it. */
  get steps(): (string | number | null)[][] {
    return this.events.map(({ event: { type, fromStatus, toStatus, version, actorRole } }) => [type, fromStatus, toStatus, version, actorRole]);
  }
}

/** Everything that is committed from here on comes behind this cursor, whenever the subscription takes hold. */
const fromNow = async ({ server: { services: { db } } }: App): Promise<string> => encodeCursor(await endOfLog(db));

export const followStore = async (app: App, who: Person, storeId: string): Promise<Follower> =>
  new Follower(who.subscribe(`subscription FollowStore($storeId: ID!, $after: String) { storeFeed(storeId: $storeId, after: $after) { ${seen} } }`, { storeId, after: await fromNow(app) }));

export const followOwn = async (app: App, who: Person): Promise<Follower> =>
  new Follower(who.subscribe(`subscription FollowOwn($after: String) { myOrders(after: $after) { ${seen} } }`, { after: await fromNow(app) }));

export const followOrder = async (app: App, who: Person, orderId: string): Promise<Follower> =>
  new Follower(who.subscribe(`subscription FollowOrder($orderId: ID!, $after: String) { orderUpdated(orderId: $orderId, after: $after) { ${seen} } }`, { orderId, after: await fromNow(app) }));

/** A store without people of its own. */
export async function openStore(platform: Person, extra: Record<string, unknown> = {}): Promise<string> {
  const input = { code: `S-${newId().slice(-12)}`, name: 'A store', currency: 'GBP', ...extra };
  const { storeCreate } = await platform.ask('mutation OpenStore($input: StoreCreateInput!) { storeCreate(input: $input) { store { id } userErrors { message } } }', { input });
  if (storeCreate.userErrors.length > 0) throw new Error(JSON.stringify(storeCreate.userErrors));
  return storeCreate.store.id;
}

/** A server of the test's own, with other settings, that stops at the end of the scope: `await using`. */
export async function ownApp(options: AppOptions): Promise<App & AsyncDisposable> {
  const app = await startApp(options);
  return Object.assign(app, { [Symbol.asyncDispose]: () => app.stop() });
}
