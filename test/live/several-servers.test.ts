import { describe, expect, onTestFinished, test } from 'vitest';
import { fromGlobalId, newId } from '../../src/platform/ids.ts';
import type { Database } from '../../src/platform/database.ts';
import { currentCursor, encodeCursor } from '../../src/platform/event-log.ts';
import { FeedReader, follow, loggedOf } from '../support/feed-reader.ts';
import { dbOf, orderKey, startCluster } from '../support/races.ts';
import { openShop, payOnline, placeAtTill, placeOnline } from '../support/seeds.ts';

async function twoServers() {
  const { apps: [first, second], stop } = await startCluster(2);
  onTestFinished(stop);
  const shop = await openShop(first!);
  return { first: first!, second: second!, shop, storeKey: fromGlobalId('store', shop.storeId)!, feed: { field: 'storeFeed', args: { storeId: shop.storeId } } as const };
}

const severListeners = (db: Database): Promise<unknown> =>
  db`select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and query ilike 'listen %'`;

describe('two servers on one database', () => {
  test('feed each other’s subscribers: of the store, of the order, of the shopper', async () => {
    const { first, second, shop, storeKey, feed } = await twoServers();
    const [order, other] = [await placeOnline(shop, 'FLASH'), await placeOnline(shop, 'FLASH')];
    const store = await follow(second, shop.clerk, feed);
    const one = await follow(second, shop.shopper, { field: 'orderUpdated', args: { orderId: order.id } });
    const mine = await follow(second, shop.shopper, { field: 'myOrders' });
    await payOnline(shop.shopper, order.id);
    await payOnline(shop.shopper, other.id);
    await placeAtTill(shop);
    await Promise.all([store.has(5), one.has(2), mine.has(4)]);
    const logged = (await loggedOf(first, storeKey)).slice(2);
    expect(store.told).toEqual(logged);
    expect(one.told).toEqual([`${orderKey(order.id)} 2`, `${orderKey(order.id)} 3`]);
    // A till's sale to somebody unknown is nobody's own order.
    expect(mine.told).toEqual(logged.slice(0, 4));
    for (const reader of [store, one, mine]) reader.cutOff();
  });

  test('do so even while their LISTEN connections are cut', async () => {
    const { first, second, shop, storeKey, feed } = await twoServers();
    const reader = await follow(second, shop.clerk, feed);
    for (let round = 0; round < 6; round += 1) {
      await severListeners(dbOf(first));
      await placeAtTill(shop);
      if (round % 2) await reader.has(round + 1);
    }
    await reader.has(6);
    expect(reader.told).toEqual(await loggedOf(first, storeKey));
    reader.cutOff();
  });

  test('take over each other’s subscribers by their cursors', async () => {
    const { first, second, shop, storeKey, feed } = await twoServers();
    const reader = await follow(first, shop.clerk, feed);
    await placeAtTill(shop);
    await reader.has(1);
    await placeAtTill(shop);
    reader.cutOff();
    await placeAtTill(shop);
    reader.connect(second);
    await reader.has(3);
    await placeAtTill(shop);
    await reader.has(4);
    expect(reader.told).toEqual(await loggedOf(first, storeKey));
    reader.cutOff();
  });

  test('show out a clerk who was taken out of the store at the other one', async () => {
    const { first, second, shop, feed } = await twoServers();
    const reader = await follow(second, shop.clerk, feed);
    const order = await placeAtTill(shop);
    await reader.has(1);
    const { storeMemberRemove } = await shop.manager.ask(/* GraphQL */ `
      mutation SeveralServersRemove($input: StoreMemberRemoveInput!) { storeMemberRemove(input: $input) { userErrors { code } } }`,
    { input: { storeId: shop.storeId, subject: shop.clerk.subject } });
    expect(storeMemberRemove.userErrors).toEqual([]);
    // Nothing else happens in the store, and still it ends.
    await reader.until(() => reader.ended);
    expect(reader.refusals).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }]);
    expect(reader.told).toEqual([`${orderKey(order.id)} 1`]);
    await expect.poll(() => second.server.services.feed.followers).toBe(0);
    expect(first.server.services.feed.followers).toBe(0);
  });
});

describe('while somebody’s transaction goes on', () => {
  test('what is committed after it waits for it, then all of it comes, in order, to those who wait, come back and come anew', async () => {
    const { first, second, shop, storeKey, feed } = await twoServers();
    const [here, there] = [await follow(first, shop.clerk, feed), await follow(second, shop.manager, feed)];
    await placeAtTill(shop);
    await Promise.all([here.has(1), there.has(1)]);
    let returning: FeedReader;
    let anew: FeedReader;
    const late = newId();
    await dbOf(first).begin(async (tx) => {
      // It takes its number and its place in the log before all the others, and can be seen after them.
      await tx`
        insert into events (subject_id, version, subject_kind, type, at, store_id, actor_role, from_status, to_status, changes)
        values (${late}, 1, 'order', 'PLACED', now(), ${storeKey}, 'SYSTEM', null, 'CREATED_PAY_PENDING', '{}')`;
      there.cutOff();
      for (let order = 0; order < 5; order += 1) await placeAtTill(shop);
      returning = there;
      returning.connect(first);
      anew = new FeedReader(shop.clerk, feed, encodeCursor(await currentCursor(dbOf(second))));
      anew.connect(second);
      await placeAtTill(shop);
      await expect.poll(() => first.server.services.feed.followers + second.server.services.feed.followers).toBe(3);
      expect([here.items.length, returning.items.length, anew.items.length]).toEqual([1, 1, 0]);
    });
    const logged = await loggedOf(first, storeKey);
    expect(logged).toHaveLength(8);
    expect(logged[1]).toBe(`${late} 1`);
    await Promise.all([here.has(8), returning!.has(8), anew!.has(7)]);
    expect(here.told).toEqual(logged);
    expect(returning!.told).toEqual(logged);
    expect(anew!.told).toEqual(logged.slice(1));
    for (const reader of [here, returning!, anew!]) reader.cutOff();
  });
});
