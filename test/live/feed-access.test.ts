import { describe, expect } from 'vitest';
import { encodeCursor } from '../../src/platform/event-log.ts';
import { fromGlobalId, newId, toGlobalId } from '../../src/platform/ids.ts';
import { test, type App, type Person } from '../support/app.ts';
import { cursorNow, FeedReader, follow, pourEvents, withCounts, withOrder, type Feed } from '../support/feed-reader.ts';
import { orderKey } from '../support/races.ts';
import { openShop, payOnline, placeAtTill, placeOnline, type Shop } from '../support/seeds.ts';

const storeFeed = ({ storeId }: Pick<Shop, 'storeId'>): Feed => ({ field: 'storeFeed', args: { storeId } });
const orderUpdated = (orderId: string): Feed => ({ field: 'orderUpdated', args: { orderId } });

/** Subscribes and gives why it was refused. */
async function refusalOf(app: App, person: Person, feed: Feed, after?: string): Promise<string> {
  const reader = new FeedReader(person, feed, after);
  reader.connect(app);
  await reader.until(() => reader.ended);
  expect(reader.items).toEqual([]);
  expect(reader.refusals).toHaveLength(1);
  const [{ extensions, message }] = reader.refusals as [(typeof reader.refusals)[number]];
  reader.cutOff();
  return `${extensions.code}: ${message}`;
}

const step = /* GraphQL */ `
  mutation FeedAccessAccept($input: OrderStepInput!) { orderAccept(input: $input) { userErrors { code } } }`;
const reject = /* GraphQL */ `
  mutation FeedAccessReject($input: OrderRejectInput!) { orderReject(input: $input) { userErrors { code } } }`;
const assign = /* GraphQL */ `
  mutation FeedAccessAssign($input: OrderAssignStoreInput!) { orderAssignStore(input: $input) { userErrors { code } } }`;
const removeMember = /* GraphQL */ `
  mutation FeedAccessRemove($input: StoreMemberRemoveInput!) { storeMemberRemove(input: $input) { userErrors { code } } }`;

async function paidFlash(shop: Shop): Promise<string> {
  const { id } = await placeOnline(shop, 'FLASH');
  await payOnline(shop.shopper, id);
  return id;
}

describe('who may follow', () => {
  test('a store: those who work there; a foreign store looks like none at all', async ({ app }) => {
    const [shop, other] = await Promise.all([openShop(app), openShop(app)]);
    const absent = await refusalOf(app, shop.clerk, storeFeed({ storeId: toGlobalId('store', newId()) }));
    expect(absent).toMatch(/^FORBIDDEN: /);
    expect(await refusalOf(app, other.clerk, storeFeed(shop))).toBe(absent);
    expect(await refusalOf(app, other.manager, storeFeed(shop))).toBe(absent);
    expect(await refusalOf(app, shop.clerk, storeFeed({ storeId: 'no id at all' }))).toBe(absent);
    expect(await refusalOf(app, shop.clerk, storeFeed({ storeId: toGlobalId('order', fromGlobalId('store', shop.storeId)!) }))).toBe(absent);
    expect(await refusalOf(app, shop.shopper, storeFeed(shop))).toMatch(/^FORBIDDEN: /);
  });

  test('an order: its owner and those who work on it; a foreign order looks like none at all', async ({ app }) => {
    const [shop, other] = await Promise.all([openShop(app), openShop(app)]);
    const { id, number } = await placeOnline(shop, 'FLASH');
    const absent = await refusalOf(app, shop.shopper, orderUpdated(toGlobalId('order', newId())));
    expect(absent).toMatch(/^FORBIDDEN: /);
    for (const reference of [id, number]) {
      expect(await refusalOf(app, other.shopper, orderUpdated(reference))).toBe(absent);
      expect(await refusalOf(app, other.clerk, orderUpdated(reference))).toBe(absent);
    }
    expect(await refusalOf(app, shop.shopper, orderUpdated('no id at all'))).toBe(absent);
    const readers = await Promise.all([shop.shopper, shop.clerk, shop.platform].map((person) => follow(app, person, orderUpdated(number))));
    await payOnline(shop.shopper, id);
    for (const reader of readers) {
      await reader.has(2);
      expect(reader.told).toEqual([`${orderKey(id)} 2`, `${orderKey(id)} 3`]);
      reader.cutOff();
    }
  });

  test('their own orders: a shopper, who hears of nobody else’s', async ({ app }) => {
    const [shop, other] = await Promise.all([openShop(app), openShop(app)]);
    const reader = await follow(app, shop.shopper, { field: 'myOrders' });
    await placeOnline({ ...shop, shopper: other.shopper }, 'FLASH');
    const own = await placeOnline(shop, 'EXPRESS');
    await reader.has(1);
    expect(reader.told).toEqual([`${orderKey(own.id)} 1`]);
    reader.cutOff();
    expect(await refusalOf(app, shop.clerk, { field: 'myOrders' })).toMatch(/^FORBIDDEN: /);
  });

  test('a clerk who is taken out of the store hears nothing more, and their subscription ends', async ({ app }) => {
    const shop = await openShop(app);
    const [gone, stays] = [await follow(app, shop.clerk, storeFeed(shop)), await follow(app, shop.manager, storeFeed(shop))];
    await placeAtTill(shop);
    await Promise.all([gone.has(1), stays.has(1)]);
    await shop.manager.ask(removeMember, { input: { storeId: shop.storeId, subject: shop.clerk.subject } });
    await placeAtTill({ ...shop, clerk: shop.manager });
    await stays.has(2);
    await gone.until(() => gone.ended);
    expect(gone.items).toHaveLength(1);
    expect(gone.refusals).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }]);
    // Nor does the last cursor help.
    expect(await refusalOf(app, shop.clerk, storeFeed(shop), gone.items[0]!.cursor)).toMatch(/^FORBIDDEN: /);
    for (const reader of [gone, stays]) reader.cutOff();
  });
});

describe('an event', () => {
  test('comes with the order as it is then, every time anew, and with the numbers on the tabs', async ({ app }) => {
    const shop = await openShop(app);
    const reader = await follow(app, shop.clerk, { ...storeFeed(shop), selection: withCounts });
    const { id, version } = await placeOnline(shop, 'FLASH');
    await reader.has(1);
    await payOnline(shop.shopper, id);
    await reader.has(3);
    await shop.clerk.ask(step, { input: { orderId: id } });
    await reader.has(4);
    expect(reader.items.map(({ event, order }) => [event!.type, order!.id, order!.status])).toEqual([
      ['PLACED', id, 'CREATED_PAY_PENDING'],
      ['START_PAYMENT', id, 'CREATED_PAY_PENDING'],
      ['PAY', id, 'PAID_CONFIRM_PENDING'],
      ['ACCEPT', id, 'CONFIRMED_DELIVER_PENDING'],
    ]);
    expect(reader.items.map(({ order }) => order!.version)).toEqual([0, 1, 2, 3].map((steps) => version + steps));
    expect(reader.items.map(({ storeCounts }) => [storeCounts!.total, storeCounts!.handlePending, storeCounts!.deliverPending])).toEqual([
      [1, 0, 0], [1, 0, 0], [1, 1, 0], [1, 0, 1],
    ]);
    reader.cutOff();
  });

  test('that takes the order away from the store still reaches it, without the order', async ({ app }) => {
    const [shop, next] = await Promise.all([openShop(app), openShop(app)]);
    const [here, there] = [await follow(app, shop.clerk, { ...storeFeed(shop), selection: withOrder }), await follow(app, next.clerk, { ...storeFeed(next), selection: withOrder })];
    const orderId = await paidFlash(shop);
    await shop.clerk.ask(reject, { input: { orderId, reason: 'Sold out.' } });
    await here.has(4);
    expect(here.items.at(-1)).toMatchObject({ orderId, event: { type: 'REJECT', comment: 'Sold out.' }, order: null });
    expect((await shop.platform.ask(assign, { input: { orderId, storeId: next.storeId } })).orderAssignStore.userErrors).toEqual([]);
    await there.has(1);
    expect(there.items).toMatchObject([{ orderId, event: { type: 'ASSIGN_STORE' }, order: { id: orderId, status: 'PAID_CONFIRM_PENDING' } }]);
    // What becomes of it now is none of the first store's business.
    const own = await placeAtTill(shop);
    await here.has(5);
    expect(here.items.at(-1)).toMatchObject({ orderId: own.id, event: { type: 'PLACED' } });
    for (const reader of [here, there]) reader.cutOff();
  });
});

describe('a cursor', () => {
  test.for(['', 'x', 'bm9uc2Vuc2U', Buffer.from('1.2.3').toString('base64url'), Buffer.from('-1.2').toString('base64url'), '💥'])('that is malformed (%o) is refused as bad input', async (after, { app }) => {
    const shop = await openShop(app);
    const { id } = await placeOnline(shop, 'FLASH');
    expect(await refusalOf(app, shop.clerk, storeFeed(shop), after)).toMatch(/^BAD_USER_INPUT: /);
    expect(await refusalOf(app, shop.shopper, orderUpdated(id), after)).toMatch(/^BAD_USER_INPUT: /);
    expect(await refusalOf(app, shop.shopper, { field: 'myOrders' }, after)).toMatch(/^BAD_USER_INPUT: /);
  });

  test('taken before a list is read tells all that happens between the list and the subscription', async ({ app }) => {
    const shop = await openShop(app);
    const before = await placeOnline(shop, 'FLASH');
    const { feedCursor } = await shop.clerk.ask(/* GraphQL */ `query FeedAccessCursor { feedCursor }`);
    const between = await placeOnline(shop, 'FLASH');
    const reader = new FeedReader(shop.clerk, storeFeed(shop), feedCursor);
    reader.connect(app);
    await expect.poll(() => reader.items.map(({ orderId }) => orderId)).toContain(between.id);
    reader.cutOff();
    // What was committed before may be told once more, if somebody's transaction was running when the cursor was taken.
    expect(reader.items.filter(({ orderId }) => orderId !== before.id)).toMatchObject([{ orderId: between.id, event: { type: 'PLACED' } }]);
  });

  const resync = { resync: true, event: null, orderId: null };

  test('from another database gets word to read anew, and then what happens', async ({ app }) => {
    const shop = await openShop(app);
    for (const transaction of ['900000000000', '9999999999999999999']) {
      const reader = new FeedReader(shop.clerk, storeFeed(shop), encodeCursor({ transaction, position: 1 }));
      reader.connect(app);
      await reader.has(1);
      const order = await placeAtTill(shop);
      await reader.has(2);
      expect(reader.items).toMatchObject([resync, { resync: false, orderId: order.id, event: { type: 'PLACED' } }]);
      reader.cutOff();
      // The cursor of that word is as good as any other.
      reader.connect(app);
      const other = await placeAtTill(shop);
      await reader.has(3);
      expect(reader.items[2]).toMatchObject({ resync: false, orderId: other.id });
      reader.cutOff();
    }
  });

  test('behind which too much has happened gets word to read anew, and one before that does not', async ({ app }) => {
    const shop = await openShop(app);
    const after = await cursorNow(app);
    const order = await placeAtTill(shop);
    const poured = { storeKey: fromGlobalId('store', shop.storeId)!, orderKey: orderKey(order.id) };
    await pourEvents(app, { ...poured, count: 9999, from: 2 });
    const inTime = new FeedReader(shop.clerk, storeFeed(shop), after);
    inTime.connect(app);
    await inTime.has(10_000);
    expect(inTime.told).toEqual(Array.from({ length: 10_000 }, (_, index) => `${orderKey(order.id)} ${index + 1}`));
    await pourEvents(app, { ...poured, count: 1, from: 10_001 });
    await inTime.has(10_001);
    inTime.cutOff();
    const tooLate = new FeedReader(shop.clerk, storeFeed(shop), after);
    tooLate.connect(app);
    await tooLate.has(1);
    const next = await placeAtTill(shop);
    await tooLate.has(2);
    expect(tooLate.items).toMatchObject([resync, { resync: false, orderId: next.id }]);
    tooLate.cutOff();
  });
});

describe('a subscription that is given up', () => {
  test('leaves no follower behind, whether the client says so or not', async ({ app }) => {
    const shop = await openShop(app);
    const { feed } = app.server.services;
    await expect.poll(() => feed.followers).toBe(0);
    const readers = await Promise.all(Array.from({ length: 6 }, () => follow(app, shop.clerk, storeFeed(shop))));
    await expect.poll(() => feed.followers).toBe(6);
    for (const [index, reader] of readers.entries()) {
      if (index % 2) reader.unsubscribe();
      else reader.cutOff();
    }
    await expect.poll(() => feed.followers).toBe(0);
    for (const reader of readers) reader.cutOff();
  });

  test('hears nothing more on a connection that stays', async ({ app }) => {
    const shop = await openShop(app);
    const [leaves, stays] = [await follow(app, shop.clerk, storeFeed(shop)), await follow(app, shop.manager, storeFeed(shop))];
    await placeAtTill(shop);
    await Promise.all([leaves.has(1), stays.has(1)]);
    leaves.unsubscribe();
    await expect.poll(() => app.server.services.feed.followers).toBe(1);
    await placeAtTill(shop);
    await stays.has(2);
    expect(leaves.items).toHaveLength(1);
    for (const reader of [leaves, stays]) reader.cutOff();
  });
});
