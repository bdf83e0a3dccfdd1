import { describe, expect } from 'vitest';
import { test } from '../support/app.ts';
import { FeedReader, follow } from '../support/feed-reader.ts';
import { openShop } from '../support/seeds.ts';
import { deliver, ofPrices, take } from '../customer-service/service-desk.ts';

const selection = 'cursor resync event { type version }';
const typesOf = ({ items }: FeedReader): string[] => items.map(({ event }) => `${event!.type} ${event!.version}`);

describe('a store’s feed of its customer services', () => {
  test('goes on after a cut with what was missed and then live, with neither gap nor repeat', async ({ app }) => {
    const { shop, orderId } = await deliver(app, ofPrices(['9.00', 3]));
    const feed = { field: 'customerServiceFeed', args: { storeId: shop.storeId }, selection } as const;
    const [cut, whole] = [await follow(app, shop.clerk, feed), await follow(app, shop.clerk, feed)];
    const { customerService: { id } } = await take(shop.shopper, 'Request', { orderId, type: 'RETURN', reason: 'Broken' });
    await cut.has(1);
    cut.cutOff();
    await take(shop.clerk, 'TakeUp', { customerServiceId: id });
    await take(shop.clerk, 'Reply', { customerServiceId: id, content: 'On its way' });
    await take(shop.clerk, 'Approve', { customerServiceId: id, returnAddress: { street: 'Dock 4', city: 'Leeds' } });
    cut.connect(app);
    await cut.has(4);
    await take(shop.clerk, 'Receive', { customerServiceId: id });
    await Promise.all([cut, whole].map((reader) => reader.until(() => reader.items.some(({ event }) => event!.type === 'RECEIVE'))));
    expect(typesOf(cut)).toEqual(typesOf(whole));
    expect(new Set(typesOf(cut)).size).toBe(cut.items.length);
    expect(cut.items.length).toBeGreaterThanOrEqual(5);
    expect(cut.items.every(({ resync }) => !resync)).toBe(true);
    for (const reader of [cut, whole]) reader.cutOff();
  });

  test('is the store’s staff’s only: another store’s clerk and the shopper are refused', async ({ app }) => {
    const [shop, other] = [await openShop(app), await openShop(app)];
    for (const person of [other.clerk, shop.shopper]) {
      const reader = new FeedReader(person, { field: 'customerServiceFeed', args: { storeId: shop.storeId }, selection });
      reader.connect(app);
      await reader.until(() => reader.refusals.length > 0);
      expect(reader.items).toEqual([]);
      reader.cutOff();
    }
  });
});
