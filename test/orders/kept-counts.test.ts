import { describe, expect, test as base } from 'vitest';
import { foldOrderCounts } from '../../src/orders/counts/fold-order-counts.ts';
import { checkOrderCounts } from '../../src/orders/counts/keep-order-counts.ts';
import { initialChanges } from '../../src/orders/history/order-history.rules.ts';
import { differingCounts } from '../../src/orders/counts/order-counts-scan.queries.ts';
import { countsFold, countsOf, onlyOne } from '../../src/orders/counts/order-counts.queries.ts';
import { countDeltas, waitsForReminded, type BucketCount } from '../../src/orders/counts/order-counts.rules.ts';
import { unchanged, type OrderPlan } from '../../src/orders/steps/order-plan.rules.ts';
import type { OrderChanges } from '../../src/orders/order.rules.ts';
import type { OrderRow } from '../../src/orders/order.tables.ts';
import { bySystem, writeOrder } from '../../src/orders/steps/write-order.ts';
import type { Caller } from '../../src/identity/caller.ts';
import { openDatabase, type Database } from '../../src/platform/database.ts';
import { logEvents, systemActor, type NewEvent } from '../../src/platform/event-log.ts';
import { newId } from '../../src/platform/ids.ts';
import { cloneDatabase } from '../support/database.ts';
import { noon, possibleSteps, receive, someOrder, takeStep } from '../support/order-walks.ts';

const test = base.extend<{ db: Database }>({
  db: async ({}, use) => {
    const { url, drop } = await cloneDatabase();
    const db = openDatabase(url, { poolSize: 12 });
    await use(db);
    await db.end({ timeout: 1 });
    await drop();
  },
});

/** Numbers that are the same in every run: a failure can be looked at again. */
function* lots(seed: number): Generator<number, never> {
  for (let state = seed; ;) {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    yield state / 2 ** 32;
  }
}

const platform: Caller = { role: 'PLATFORM', subject: 'p', personId: newId(), name: null, expiresAt: Number.MAX_SAFE_INTEGER };
const stores = Array.from({ length: 3 }, () => newId());
const customers = Array.from({ length: 40 }, () => newId());

const eventOf = (before: OrderRow | null, after: OrderRow, type: string, changes: object): NewEvent => ({
  subjectId: after.id, subjectKind: 'order', version: after.version, type, at: noon, storeId: after.storeId ?? before?.storeId ?? null, customerId: after.customerId,
  actor: systemActor, fromStatus: before?.status ?? null, toStatus: after.status, comment: null, changes,
  countDeltas: countDeltas(before, after, after.storeId ?? before?.storeId ?? null),
});

async function place(db: Database, row: OrderRow): Promise<OrderRow> {
  const placed = eventOf(null, row, 'PLACED', initialChanges(row));
  await db`with saved as (insert into orders ${db(row as unknown as Record<string, string>)} returning id) ${logEvents(db, db`saved`, [placed])} select 1`;
  return row;
}

/** Something at the desk: no step, but numbers depend on it. */
function atDesk(order: OrderRow, pick: number): OrderPlan {
  const every: OrderChanges[] = [
    { heldAt: order.heldAt === null ? noon : null }, { remindedAt: noon }, { awaitingReview: order.status === 'CLOSED_CONFIRMED' && !order.awaitingReview },
    { visibility: order.visibility === 'VISIBLE' ? 'RECYCLED' : 'VISIBLE' }, { visibility: 'PURGED' },
  ];
  const changes = { ...every[Math.floor(pick * every.length)]!, version: order.version + 1, updatedAt: noon };
  const after = { ...order, ...changes } as OrderRow;
  return { before: order, after, changes, events: [eventOf(order, after, 'HOLD', changes)] };
}

function somethingOf(order: OrderRow, next: () => number): OrderPlan {
  const kind = next();
  if (kind < 0.25) return atDesk(order, next());
  if (kind < 0.45 && order.fulfilment === 'PAY_PENDING') return receive(order, order.total, noon);
  const possible = possibleSteps(order, noon);
  if (possible.length === 0) return atDesk(order, next());
  const step = possible[Math.floor(next() * possible.length)]!;
  const plan = takeStep(order, step, noon);
  // The walks assign stores of their own making; here they shall be few, so that many orders meet in one number.
  return plan.after.storeId === order.storeId || plan.after.storeId === null ? plan : unchanged(order);
}

/** Workers that change orders at random, several at the same orders, until so many changes have been written. */
async function changeAtRandom(db: Database, orders: OrderRow[], changes: number, workers: number): Promise<void> {
  let written = 0;
  await Promise.all(Array.from({ length: workers }, async (_, worker) => {
    const random = lots(worker + 1);
    const next = () => random.next().value;
    while (written < changes) {
      const index = Math.floor(next() * orders.length);
      const plan = somethingOf(orders[index]!, next);
      if (plan.events.length === 0) continue;
      const [fresh] = (await writeOrder(bySystem(db), plan)) ? [plan.after] : await db<OrderRow[]>`select * from orders where id = ${plan.before.id}`;
      if (fresh === plan.after) written += plan.events.length;
      orders[index] = fresh!;
    }
  }));
}

/** What the rows say, counted here and not by the database. */
function counted(rows: readonly OrderRow[], scope: 'S' | 'C' | 'P', belongs: (row: OrderRow) => boolean): Record<string, number> {
  const counts: Record<string, number> = {};
  const add = (bucket: string, row: OrderRow) => {
    counts[bucket] = (counts[bucket] ?? 0) + 1;
    counts[`${bucket} money`] = (counts[`${bucket} money`] ?? 0) + row.total;
  };
  for (const row of rows.filter(belongs)) {
    if (row.visibility === 'RECYCLED' && scope !== 'S') add('RECYCLED', row);
    if (row.visibility !== 'VISIBLE' && scope === 'C') continue;
    add(`${row.status} ${row.awaitingReview ? 'REVIEW' : '-'} ${row.kind} ${row.deliveryType}`, row);
    if (row.heldAt) add('HELD', row);
    if (row.remindedAt && waitsForReminded.includes(row.status)) add('REMINDED', row);
  }
  return counts;
}

const asRecord = (counts: readonly BucketCount[], scope: string): Record<string, number> =>
  Object.fromEntries(counts.filter((count) => count.scope === scope).flatMap(({ bucket, orders, amount }) => [[bucket, orders], [`${bucket} money`, amount]] as const)
    .filter(([, value]) => value !== 0));

async function expectCountsToBeTheRows(db: Database): Promise<void> {
  const rows = await db<OrderRow[]>`select * from orders`;
  const all = await countsOf(db, platform, { of: 'platform' });
  expect(asRecord(all, 'P')).toEqual(counted(rows, 'P', () => true));
  expect(asRecord(all, 'N')).toEqual(counted(rows, 'S', ({ storeId }) => storeId === null));
  for (const id of stores) expect(asRecord(await countsOf(db, platform, { of: 'store', id }), 'S')).toEqual(counted(rows, 'S', ({ storeId }) => storeId === id));
  for (const id of customers) expect(asRecord(await countsOf(db, platform, { of: 'customer', id }), 'C')).toEqual(counted(rows, 'C', ({ customerId }) => customerId === id));
}

const newOrder = (n: number): OrderRow => {
  const ways = [['ONLINE', 'EXPRESS'], ['ONLINE', 'SELF_PICK'], ['ONLINE', 'FLASH'], ['IN_STORE', 'SELF_PICK']] as const;
  const [kind, deliveryType] = ways[n % 4]!;
  const storeId = kind === 'ONLINE' && deliveryType === 'EXPRESS' ? null : stores[n % stores.length]!;
  return someOrder({ kind, deliveryType, storeId, total: 500 + n, listTotal: 500 + n, customerId: n % 7 === 0 ? null : customers[n % customers.length]! });
};

async function placeMany(db: Database, count: number): Promise<OrderRow[]> {
  const orders: OrderRow[] = [];
  for (let n = 0; n < count; n += 20) orders.push(...(await Promise.all(Array.from({ length: 20 }, (_, index) => place(db, newOrder(n + index))))));
  return orders;
}

/** Looks again and again while the work is going on, and once more when it is done. */
async function during(work: Promise<unknown>, look: () => Promise<void>): Promise<void> {
  const done = work.then(() => true);
  do await look(); while (!(await Promise.race([done, Promise.resolve(false)])));
  await work;
}

describe('counts that are kept', () => {
  test('equal a fresh scan at every moment of 10,000 random concurrent transitions, while two processes fold them', async ({ db }) => {
    await checkOrderCounts(db, false);
    const orders = await placeMany(db, 600);
    let looks = 0;
    const changing = changeAtRandom(db, orders, 10_000, 6);
    await during(changing, async () => {
      const [differences] = await Promise.all([differingCounts(db), foldOrderCounts(db), foldOrderCounts(db)]);
      expect(differences).toEqual([]);
      looks += 1;
    });
    expect(looks).toBeGreaterThan(3);
    await expectCountsToBeTheRows(db);
    await Promise.all([foldOrderCounts(db), foldOrderCounts(db)]);
    await expectCountsToBeTheRows(db);
    const [row] = await db<{ events: number; empty: number }[]>`
      select (select count(*) from events e, event_folds f where f.name = ${countsFold} and (e.transaction, e.position) > (f.transaction, f.position)) as events,
        (select count(*) from order_counts where orders = 0 and amount = 0) as empty`;
    expect(row).toEqual({ events: 0, empty: 0 });
  });

  test('that were broken are found, told by how much, and mended, also while orders go on moving', async ({ db }) => {
    await checkOrderCounts(db, false);
    const orders = await placeMany(db, 100);
    await foldOrderCounts(db);
    const cell = 'CREATED_PAY_PENDING - ONLINE FLASH';
    await db`update order_counts set orders = orders + 5, amount = amount - 300 where scope = 'S' and scope_id = ${stores[0]!} and bucket = ${cell}`;
    await db`delete from order_counts where scope = 'C' and scope_id = ${customers[1]!}`;
    await db`insert into order_counts (scope, scope_id, bucket, currency, orders, amount) values ('P', ${onlyOne}, 'HELD', 'GBP', 3, 0)`;
    const found = await checkOrderCounts(db, false);
    expect(found).toContainEqual({ scope: 'S', scopeId: stores[0], bucket: cell, currency: 'GBP', orders: -5, amount: 300 });
    expect(found).toContainEqual({ scope: 'P', scopeId: onlyOne, bucket: 'HELD', currency: 'GBP', orders: -3, amount: 0 });
    expect(found.filter(({ scope, scopeId }) => scope === 'C' && scopeId === customers[1]).length).toBeGreaterThan(0);
    expect(await checkOrderCounts(db, false)).toEqual(found);
    const [first, second] = await Promise.all([checkOrderCounts(db, true), checkOrderCounts(db, true), changeAtRandom(db, orders, 300, 2), foldOrderCounts(db)]);
    // Whoever mends second finds nothing left to mend.
    expect([first.length, second.length].toSorted()).toEqual([0, found.length]);
    expect(await checkOrderCounts(db, false)).toEqual([]);
    await expectCountsToBeTheRows(db);
  });

  test('begin with what is there in a database that comes from before them, whoever starts first and whatever is going on', async ({ db }) => {
    const orders = await placeMany(db, 60);
    await db`update events set count_deltas = null`;
    const changing = changeAtRandom(db, orders, 200, 4);
    await Promise.all([changing, ...Array.from({ length: 3 }, () => checkOrderCounts(db, false))]);
    expect(await checkOrderCounts(db, false)).toEqual([]);
    await expectCountsToBeTheRows(db);
  });

  test('wait for a transaction that still runs, and lose nothing of what it writes', async ({ db }) => {
    await checkOrderCounts(db, false);
    const [early, late] = [newOrder(1), newOrder(2)];
    let commit = (): void => {};
    const held = new Promise<void>((resolve) => { commit = resolve; });
    let wrote = (): void => {};
    const written = new Promise<void>((resolve) => { wrote = resolve; });
    const slow = db.begin(async (tx) => {
      await place(tx as unknown as Database, early);
      wrote();
      await held;
    });
    await written;
    await place(db, late);
    await foldOrderCounts(db);
    expect(await differingCounts(db)).toEqual([]);
    expect((await countsOf(db, platform, { of: 'platform' })).filter(({ scope }) => scope === 'P').reduce((sum, { orders }) => sum + orders, 0)).toBe(1);
    commit();
    await slow;
    await foldOrderCounts(db);
    await expectCountsToBeTheRows(db);
  });
});
