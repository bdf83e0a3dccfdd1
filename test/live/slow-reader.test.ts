import { describe, expect } from 'vitest';
import { fromGlobalId } from '../../src/platform/ids.ts';
import { test } from '../support/app.ts';
import { follow, loggedOf, pourEvents } from '../support/feed-reader.ts';
import { orderKey } from '../support/races.ts';
import { openShop, placeAtTill } from '../support/seeds.ts';

describe('a subscriber that stops reading', () => {
  test('holds up nobody, and gets all that has happened once it reads again', async ({ app }) => {
    const shop = await openShop(app);
    const storeKey = fromGlobalId('store', shop.storeId)!;
    const feed = { field: 'storeFeed', args: { storeId: shop.storeId } } as const;
    const [slow, brisk] = [await follow(app, shop.clerk, feed), await follow(app, shop.manager, feed)];
    const order = await placeAtTill(shop);
    await Promise.all([slow.has(1), brisk.has(1)]);
    slow.pause();
    // More than the sockets between them hold, and more than the server keeps for one subscriber.
    const comment = 'x'.repeat(6000);
    for (let from = 2; from < 4002; from += 500) {
      await pourEvents(app, { storeKey, orderKey: orderKey(order.id), count: 500, from, comment });
      await brisk.has(from + 499);
    }
    expect(slow.items).toHaveLength(1);
    slow.resume();
    await slow.has(4001);
    const last = await placeAtTill(shop);
    await Promise.all([slow.has(4002), brisk.has(4002)]);
    const logged = await loggedOf(app, storeKey);
    expect(slow.told).toEqual(logged);
    expect(brisk.told).toEqual(logged);
    expect(slow.told.at(-1)).toBe(`${orderKey(last.id)} 1`);
    for (const reader of [slow, brisk]) reader.cutOff();
    await expect.poll(() => app.server.services.feed.followers).toBe(0);
  });

  test('and is cut off in the middle of it goes on behind the last event that it has read', async ({ app }) => {
    const shop = await openShop(app);
    const storeKey = fromGlobalId('store', shop.storeId)!;
    const reader = await follow(app, shop.clerk, { field: 'storeFeed', args: { storeId: shop.storeId } });
    const order = await placeAtTill(shop);
    await reader.has(1);
    reader.pause();
    await pourEvents(app, { storeKey, orderKey: orderKey(order.id), count: 1500, from: 2, comment: 'x'.repeat(3000) });
    reader.resume();
    await reader.has(200);
    reader.cutOff();
    reader.connect(app);
    await reader.has(1501);
    expect(reader.told).toEqual(await loggedOf(app, storeKey));
    reader.cutOff();
  });
});
