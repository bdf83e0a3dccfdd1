import { randomInt } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { expect, onTestFinished, test } from 'vitest';
import { fromGlobalId } from '../../src/platform/ids.ts';
import type { App, Person } from '../support/app.ts';
import { cursorNow, FeedReader, loggedOf } from '../support/feed-reader.ts';
import { startCluster } from '../support/races.ts';
import { openShop, placeAtTill, type Shop } from '../support/seeds.ts';

const cash = /* GraphQL */ `
  mutation ReconnectCash($input: OrderPayCashInput!) { orderPayCash(input: $input) { userErrors { code } } }`;
const complete = /* GraphQL */ `
  mutation ReconnectComplete($input: OrderStepInput!) { orderComplete(input: $input) { userErrors { code } } }`;

const eventsPerOrder = 3;

/** Works orders one after the other, each step at another server. */
async function workOrders(clerks: readonly Person[], shop: Shop, orders: number): Promise<void> {
  for (let order = 0; order < orders; order += 1) {
    const [first, second] = order % 2 ? clerks : clerks.toReversed();
    const { id: orderId } = await placeAtTill({ ...shop, clerk: first! });
    expect((await second!.ask(cash, { input: { orderId } })).orderPayCash.userErrors).toEqual([]);
    expect((await first!.ask(complete, { input: { orderId } })).orderComplete.userErrors).toEqual([]);
  }
}

/** Reads on, now from one server and now from another, and loses its connection again and again. Gives how often. */
async function readWithCuts(reader: FeedReader, apps: readonly App[], total: number, longestMilliseconds: number): Promise<number> {
  const done = reader.has(total);
  for (let cuts = 0; ; cuts += 1) {
    reader.connect(apps[cuts % apps.length]!);
    await Promise.race([done, pause(randomInt(longestMilliseconds))]);
    reader.cutOff();
    if (reader.items.length >= total) return cuts;
  }
}

test('a subscriber that is cut off again and again while a thousand transitions happen ends with exactly those, in order', { timeout: 90_000 }, async () => {
  const { apps, stop } = await startCluster(2);
  onTestFinished(stop);
  const shop = await openShop(apps[0]);
  const storeKey = fromGlobalId('store', shop.storeId)!;
  const clerks = await Promise.all(apps.map((app) => app.person('STAFF', shop.clerk.subject)));
  const writers = 6;
  const ordersEach = 56;
  const total = writers * ordersEach * eventsPerOrder;
  expect(total).toBeGreaterThan(1000);

  const start = await cursorNow(apps[0]);
  const feed = { field: 'storeFeed', args: { storeId: shop.storeId } } as const;
  const [steady, restless, frantic] = [new FeedReader(shop.clerk, feed, start), new FeedReader(shop.manager, feed, start), new FeedReader(shop.platform, feed, start)];
  steady.connect(apps[1]);
  const [, , cuts, manyCuts] = await Promise.all([
    Promise.all(Array.from({ length: writers }, () => workOrders(clerks, shop, ordersEach))),
    steady.has(total),
    readWithCuts(restless, apps, total, 400),
    readWithCuts(frantic, apps, total, 60),
  ]);
  steady.cutOff();

  const logged = await loggedOf(apps[0], storeKey);
  expect(logged).toHaveLength(total);
  for (const reader of [steady, restless, frantic]) {
    expect(reader.refusals).toEqual([]);
    expect(reader.told).toEqual(logged);
    expect(new Set(reader.told).size).toBe(total);
    const versions = new Map<string, number[]>();
    for (const { orderId, event } of reader.items) versions.set(orderId!, [...(versions.get(orderId!) ?? []), event!.version]);
    expect([...versions.values()]).toEqual(Array.from({ length: total / eventsPerOrder }, () => [1, 2, 3]));
  }
  expect(cuts).toBeGreaterThan(5);
  expect(manyCuts).toBeGreaterThan(20);
  // None of all those connections has left anything behind.
  for (const app of apps) await expect.poll(() => app.server.services.feed.followers).toBe(0);
});
