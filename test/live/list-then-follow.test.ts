import { expect } from 'vitest';
import { test } from '../support/app.ts';
import { FeedReader } from '../support/feed-reader.ts';
import { dbOf } from '../support/races.ts';
import { openShop, placeAtTill, type Shop } from '../support/seeds.ts';

const list = /* GraphQL */ `query FollowList($storeId: ID!) { storeOrders(storeId: $storeId, first: 100) { edges { node { id } } } }`;
const listed = async ({ clerk, storeId }: Shop): Promise<string[]> =>
  (await clerk.ask(list, { storeId })).storeOrders.edges.map(({ node }: { node: { id: string } }) => node.id);
const cursorOf = async ({ clerk }: Shop): Promise<string> => (await clerk.ask(/* GraphQL */ `query FollowCursor { feedCursor }`)).feedCursor;

test('a client that asks for a cursor, reads its list and follows meets every order, whatever is placed meanwhile', async ({ app }) => {
  for (let round = 0; round < 8; round += 1) {
    const shop = await openShop(app);
    const placing = Array.from({ length: 12 }, () => placeAtTill(shop));
    const cursor = await cursorOf(shop);
    const known = new Set(await listed(shop));
    const reader = new FeedReader(shop.clerk, { field: 'storeFeed', args: { storeId: shop.storeId } }, cursor);
    reader.connect(app);
    const placed = (await Promise.all(placing)).map(({ id }) => id);
    const met = (): Set<string> => new Set([...known, ...reader.items.map(({ orderId }) => orderId!)]);
    await reader.until(() => met().size === placed.length);
    expect([...met()].toSorted()).toEqual(placed.toSorted());
    reader.cutOff();
  }
});

test('a client with a cursor misses nothing that an older transaction holds back; one without is not told of what came before it', async ({ app }) => {
  const shop = await openShop(app);
  const older = await dbOf(app).reserve();
  await older`begin`;
  await older`select pg_current_xact_id()`;
  const cursor = await cursorOf(shop);
  const before = await placeAtTill(shop);
  const [resuming, fresh] = [cursor, undefined].map((after) => new FeedReader(shop.clerk, { field: 'storeFeed', args: { storeId: shop.storeId } }, after)) as [FeedReader, FeedReader];
  for (const reader of [resuming, fresh]) reader.connect(app);
  // Both have begun: a feed is counted before it looks where it begins, and the order behind is placed several round trips later.
  await expect.poll(() => app.server.services.feed.followers).toBe(2);
  const after = await placeAtTill(shop);
  await older`commit`;
  older.release();
  await resuming.has(2);
  await fresh.has(1);
  expect(resuming.items.map(({ orderId }) => orderId)).toEqual([before.id, after.id]);
  expect(fresh.items.map(({ orderId }) => orderId)).toEqual([after.id]);
  for (const reader of [resuming, fresh]) reader.cutOff();
});
