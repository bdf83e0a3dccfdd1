import { describe, expect } from 'vitest';
import { countsAfter } from '../../src/orders/counts/order-counts.queries.ts';
import { fromGlobalId, newId } from '../../src/platform/ids.ts';
import type { Caller } from '../../src/identity/caller.ts';
import { test, type Person } from '../support/app.ts';
import { endOfLog } from '../support/end-of-log.ts';
import { openShop, payOnline, placeAtTill, placeOnline, type Shop } from '../support/seeds.ts';

/** Before everything that ever happened: nothing can slip past a late subscriber. */
const beginning = Buffer.from('0.0').toString('base64url');
const told = 'event { type } countDeltas { bucket orders amount { amount currency } }';
const storeFeed = `subscription CountStoreFeed($id: ID!) { storeFeed(storeId: $id, after: "${beginning}") { ${told} storeCounts { total payPending handlePending deliverPending totalAmount { amount } } myCounts { total } } }`;
const ownFeed = `subscription CountOwnFeed { myOrders(after: "${beginning}") { ${told} storeCounts { total } myCounts { total payPending shipPending canceled } } }`;
const orderFeed = `subscription CountOrderFeed($id: ID!) { orderUpdated(orderId: $id, after: "${beginning}") { ${told} storeCounts { total } myCounts { total } } }`;

interface Told {
  readonly event: { readonly type: string };
  readonly countDeltas: readonly { readonly bucket: string; readonly orders: number; readonly amount: { readonly amount: string; readonly currency: string } }[];
  readonly storeCounts: Record<string, unknown> | null;
  readonly myCounts: Record<string, unknown> | null;
}

async function readUntil(feed: ReturnType<Person['subscribe']>, count: number): Promise<Told[]> {
  const events: Told[] = [];
  while (events.length < count) events.push(Object.values((await feed.next()).value.data)[0] as Told);
  await feed.return?.();
  return events;
}

const changes = ({ event, countDeltas }: Told): unknown[] => [event.type, ...countDeltas.map(({ bucket, orders, amount }) => `${bucket} ${orders} ${amount.amount}`)];

const sumOf = (events: readonly Told[], bucket: string): number => events.flatMap(({ countDeltas }) => countDeltas).reduce((sum, delta) => (delta.bucket === bucket ? sum + delta.orders : sum), 0);

const reject = async ({ clerk }: Shop, orderId: string): Promise<void> => {
  const { orderReject } = await clerk.ask('mutation CountReject($input: OrderRejectInput!) { orderReject(input: $input) { userErrors { message } } }', { input: { orderId, reason: 'no rider' } });
  expect(orderReject.userErrors).toEqual([]);
};

describe('the numbers that ride on the feed', () => {
  test('tell a store by how much each event changes its tabs, also when an order leaves it', async ({ app }) => {
    const shop = await openShop(app);
    const order = await placeOnline(shop, 'FLASH');
    await payOnline(shop.shopper, order.id);
    await reject(shop, order.id);
    const events = await readUntil(shop.clerk.subscribe(storeFeed, { id: shop.storeId }), 4);
    expect(events.map(changes)).toEqual([
      ['PLACED', 'TOTAL 1 10.00', 'CREATED_PAY_PENDING 1 10.00'],
      ['START_PAYMENT'],
      ['PAY', 'CREATED_PAY_PENDING -1 -10.00', 'PAID_CONFIRM_PENDING 1 10.00'],
      ['REJECT', 'TOTAL -1 -10.00', 'PAID_CONFIRM_PENDING -1 -10.00'],
    ]);
    expect(events.at(-1)!.storeCounts).toEqual({ total: 0, payPending: 0, handlePending: 0, deliverPending: 0, totalAmount: { amount: '0.00' } });
    expect(events.map(({ myCounts }) => myCounts)).toEqual([null, null, null, null]);
  });

  test('tell a shopper of their own tabs, whatever becomes of the store', async ({ app }) => {
    const shop = await openShop(app);
    const order = await placeOnline(shop, 'FLASH');
    await payOnline(shop.shopper, order.id);
    await reject(shop, order.id);
    const events = await readUntil(shop.shopper.subscribe(ownFeed), 4);
    expect(events.map(changes)).toEqual([
      ['PLACED', 'TOTAL 1 10.00', 'CREATED_PAY_PENDING 1 10.00'], ['START_PAYMENT'], ['PAY', 'CREATED_PAY_PENDING -1 -10.00', 'PAID_CONFIRM_PENDING 1 10.00'], ['REJECT'],
    ]);
    expect(events.at(-1)!.myCounts).toEqual({ total: 1, payPending: 0, shipPending: 1, canceled: 0 });
    expect(events.map(({ storeCounts }) => storeCounts)).toEqual([null, null, null, null]);
  });

  test('add up, event by event, to what the counts say in the end', async ({ app }) => {
    const shop = await openShop(app);
    await Promise.all([placeOnline(shop, 'FLASH'), placeOnline(shop, 'SELF_PICK'), placeAtTill(shop), placeAtTill(shop)]);
    const paid = await placeOnline(shop, 'SELF_PICK');
    await payOnline(shop.shopper, paid.id);
    const events = await readUntil(shop.clerk.subscribe(storeFeed, { id: shop.storeId }), 7);
    const last = events.at(-1)!.storeCounts!;
    expect([sumOf(events, 'TOTAL'), sumOf(events, 'CREATED_PAY_PENDING'), sumOf(events, 'PAID_CONFIRM_PENDING')]).toEqual([last['total'], last['payPending'], last['handlePending']]);
    expect(last).toMatchObject({ total: 5, payPending: 4, handlePending: 1, totalAmount: { amount: '50.00' } });
    const { storeOrderCounts } = await shop.clerk.ask('query CountAgain($id: ID!) { storeOrderCounts(storeId: $id) { total payPending handlePending deliverPending totalAmount { amount } } }', { id: shop.storeId });
    expect(last).toEqual(storeOrderCounts);
  });

  test('are right for those who stay, although somebody who was removed meanwhile asked for them first', async ({ app }) => {
    const shop = await openShop(app);
    await placeAtTill(shop);
    const { db } = app.server.services;
    const staff = (): Caller => ({ role: 'STAFF', personId: newId(), subject: 'once-a-clerk', name: null, expiresAt: Number.MAX_SAFE_INTEGER });
    const [scope, event] = [{ of: 'store', id: fromGlobalId('store', shop.storeId)! } as const, await endOfLog(db)];
    await countsAfter(db, staff(), scope, event);
    const counts = await countsAfter(db, { ...staff(), role: 'PLATFORM' }, scope, event);
    expect(counts.map(({ orders }) => orders)).toEqual([1]);
  });

  test('are not told of a single order', async ({ app }) => {
    const shop = await openShop(app);
    const order = await placeOnline(shop, 'FLASH');
    const [event] = await readUntil(shop.shopper.subscribe(orderFeed, { id: order.id }), 1);
    expect(event).toEqual({ event: { type: 'PLACED' }, countDeltas: [], storeCounts: null, myCounts: null });
  });
});
