import { describe, expect } from 'vitest';
import { test, type App, type Person } from '../support/app.ts';
import { Follower, followOrder, followOwn, followStore, openStore, ownApp } from '../support/order-states.ts';
import { openShop, payOnline, placeAtTill, placeOnline, type PlacedOrder, type Shop } from '../support/seeds.ts';

/** Takes a step and fails where it is refused. */
async function step(person: Person, mutation: string, input: Record<string, unknown>): Promise<void> {
  const type = { orderReject: 'OrderRejectInput', orderShip: 'OrderShipInput', orderAssignStore: 'OrderAssignStoreInput', orderPayCash: 'OrderPayCashInput' }[mutation] ?? 'OrderStepInput';
  const data = await person.ask(`mutation Step($input: ${type}!) { step: ${mutation}(input: $input) { userErrors { code message } } }`, { input });
  expect(data.step.userErrors).toEqual([]);
}

const facts = /* GraphQL */ `
  query WayFacts($id: ID!) {
    order(id: $id) {
      status fulfilment payment version clerkName store { id } shipment { courierCompany courierCode waybillNumber }
      paidAt confirmedAt deliveryStartedAt deliveredAt finishedAt canceledAt updatedAt createdAt payDeadline
      history { type fromStatus toStatus version actorRole actorName comment at }
    }
  }`;

const stampNames = ['paidAt', 'confirmedAt', 'deliveryStartedAt', 'deliveredAt', 'finishedAt', 'canceledAt'] as const;

const wordless = <E extends object>(event: E): object => ({ ...event, actorName: null, comment: null });

/** The order at its end, whose history and stamps must be those of the steps that were seen. */
async function endOf(reader: Person, id: string, followers: readonly Follower[]) {
  const { order } = await reader.ask(facts, { id });
  for (const { events } of followers) {
    const own = events.filter(({ orderId }) => orderId === id);
    // Who said what is told differently to shoppers and to staff; its own tests say so.
    expect(order.history.map(wordless)).toEqual(expect.arrayContaining(own.map(({ event }) => wordless(event))));
    for (const { event, order: shown } of own) expect(shown === null || shown.version >= event.version).toBe(true);
    expect(new Set(own.map(({ cursor }) => cursor)).size).toBe(own.length);
  }
  expect(order.history.map(({ version }: { version: number }) => version)).toEqual(Array.from({ length: order.version }, (_, index) => index + 1));
  return order;
}

/** Which step's instant each stamp bears; null for stamps that are not set. */
const stampsOf = (order: Record<string, unknown> & { history: { type: string; at: string }[] }): Record<string, string | null> =>
  Object.fromEntries(stampNames.flatMap((name) => (order[name] === null ? [] : [[name, order.history.find(({ at, type }) => at === order[name] && stampedBy[name].includes(type))?.type ?? 'NONE']])));

const stampedBy: Readonly<Record<(typeof stampNames)[number], readonly string[]>> = {
  paidAt: ['PAY'], confirmedAt: ['CONFIRM', 'ACCEPT', 'COMPLETE'], deliveryStartedAt: ['START_DELIVERY'], deliveredAt: ['SHIP', 'COMPLETE'],
  finishedAt: ['COMPLETE', 'CONFIRM_RECEIPT'], canceledAt: ['CANCEL', 'EXPIRE'],
};

const placed = ['PLACED', null, 'CREATED_PAY_PENDING', 1];
const begun = ['START_PAYMENT', 'CREATED_PAY_PENDING', 'CREATED_PAY_PENDING', 2, 'SHOPPER'];
const paid = ['PAY', 'CREATED_PAY_PENDING', 'PAID_CONFIRM_PENDING', 3, 'SYSTEM'];

interface Watched {
  readonly order: PlacedOrder;
  readonly own: Follower;
  readonly one: Follower;
}

/** Places an online order that its owner watches in two ways. */
async function placeWatched(app: App, shop: Shop, delivery: 'EXPRESS' | 'SELF_PICK' | 'FLASH', extra: Record<string, unknown> = {}): Promise<Watched> {
  const own = await followOwn(app, shop.shopper);
  const order = await placeOnline(shop, delivery, extra);
  const one = await followOrder(app, shop.shopper, order.id);
  await own.until('PLACED');
  return { order, own, one };
}

describe('an online EXPRESS order', () => {
  test('is confirmed by itself once paid, shipped, and received by its shopper', async ({ app }) => {
    const shop = await openShop(app);
    const store = await followStore(app, shop.clerk, shop.storeId);
    const { order, own, one } = await placeWatched(app, shop, 'EXPRESS', { storeId: shop.storeId });
    await payOnline(shop.shopper, order.id);
    await step(shop.clerk, 'orderStartDelivery', { orderId: order.id });
    await step(shop.clerk, 'orderShip', { orderId: order.number, courierCompany: 'Royal Mail', courierCode: 'RM', waybillNumber: 'RM 123 GB' });
    await step(shop.shopper, 'orderConfirmReceipt', { orderId: order.id });
    await Promise.all([own, one, store].map((follower) => follower.until('CONFIRM_RECEIPT')));
    const later = [
      begun, paid,
      ['CONFIRM', 'PAID_CONFIRM_PENDING', 'CONFIRMED_DELIVER_PENDING', 4, 'SYSTEM'],
      ['START_DELIVERY', 'CONFIRMED_DELIVER_PENDING', 'DELIVERING', 5, 'STAFF'],
      ['SHIP', 'DELIVERING', 'DELIVERED_CONFIRM_PENDING', 6, 'STAFF'],
      ['CONFIRM_RECEIPT', 'DELIVERED_CONFIRM_PENDING', 'CLOSED_CONFIRMED', 7, 'SHOPPER'],
    ];
    expect(own.steps).toEqual([[...placed, 'SHOPPER'], ...later]);
    expect(store.steps).toEqual(own.steps);
    expect(one.steps).toEqual(later);
    const end = await endOf(shop.shopper, order.id, [own, one, store]);
    expect(end).toMatchObject({ status: 'CLOSED_CONFIRMED', fulfilment: 'CONFIRMED', payment: 'PAID', shipment: { courierCompany: 'Royal Mail', courierCode: 'RM', waybillNumber: 'RM 123 GB' } });
    expect(stampsOf(end)).toEqual({ paidAt: 'PAY', confirmedAt: 'CONFIRM', deliveryStartedAt: 'START_DELIVERY', deliveredAt: 'SHIP', finishedAt: 'CONFIRM_RECEIPT' });
  });

  test('waits for the platform to confirm it where that is not automatic, and may be given to a store then', async () => {
    await using app = await ownApp({ env: { CONFIRM_AUTOMATICALLY: 'false' } });
    const shop = await openShop(app);
    const { order, own } = await placeWatched(app, shop, 'EXPRESS');
    await payOnline(shop.shopper, order.id);
    await own.until('PAY');
    const store = await followStore(app, shop.clerk, shop.storeId);
    await step(shop.platform, 'orderConfirm', { orderId: order.id });
    await step(shop.platform, 'orderAssignStore', { orderId: order.id, storeId: shop.storeId, comment: 'nearest to Leeds' });
    // Said again, it is done already: no error, and no second event.
    await step(shop.platform, 'orderAssignStore', { orderId: order.id, storeId: shop.storeId, comment: 'nearest to Leeds' });
    await step(shop.platform, 'orderStartDelivery', { orderId: order.id });
    await own.until('START_DELIVERY');
    expect(own.steps.slice(3)).toEqual([
      ['CONFIRM', 'PAID_CONFIRM_PENDING', 'CONFIRMED_DELIVER_PENDING', 4, 'PLATFORM'],
      ['ASSIGN_STORE', 'CONFIRMED_DELIVER_PENDING', 'CONFIRMED_DELIVER_PENDING', 5, 'PLATFORM'],
      ['START_DELIVERY', 'CONFIRMED_DELIVER_PENDING', 'DELIVERING', 6, 'PLATFORM'],
    ]);
    await store.until('START_DELIVERY');
    expect(store.steps).toEqual(own.steps.slice(4));
    const end = await endOf(shop.clerk, order.id, [own, store]);
    expect(end.store).toEqual({ id: shop.storeId });
    expect(end.history[4]).toMatchObject({ actorName: shop.platform.subject, comment: 'nearest to Leeds' });
  });

  test('counts as received by itself some time after it was shipped', async () => {
    await using app = await ownApp({ env: { RECEIPT_AFTER_SECONDS: '1' } });
    const shop = await openShop(app);
    const { order, own } = await placeWatched(app, shop, 'EXPRESS');
    await payOnline(shop.shopper, order.id);
    await step(shop.platform, 'orderStartDelivery', { orderId: order.id });
    await step(shop.platform, 'orderShip', { orderId: order.id, courierCompany: 'Royal Mail', waybillNumber: 'RM 1' });
    await own.until('CONFIRM_RECEIPT');
    expect(own.steps.at(-1)).toEqual(['CONFIRM_RECEIPT', 'DELIVERED_CONFIRM_PENDING', 'CLOSED_CONFIRMED', 7, 'SYSTEM']);
    const end = await endOf(shop.shopper, order.id, [own]);
    expect(Date.parse(end.finishedAt) - Date.parse(end.deliveredAt)).toBeGreaterThanOrEqual(1000);
    expect(end.history.at(-1)).toMatchObject({ actorRole: 'SYSTEM', actorName: null });
  });
});

describe('an online SELF_PICK order', () => {
  test('rings at its store, is accepted by a clerk who settles it, and fetched', async ({ app }) => {
    const shop = await openShop(app);
    const store = await followStore(app, shop.clerk, shop.storeId);
    const { order, own, one } = await placeWatched(app, shop, 'SELF_PICK');
    await payOnline(shop.shopper, order.id);
    await store.until('PAY');
    await step(shop.clerk, 'orderAccept', { orderId: order.id });
    await step(shop.manager, 'orderComplete', { orderId: order.id });
    await Promise.all([own, one, store].map((follower) => follower.until('COMPLETE')));
    expect(own.steps).toEqual([
      [...placed, 'SHOPPER'], begun, paid,
      ['ACCEPT', 'PAID_CONFIRM_PENDING', 'CONFIRMED_PICK_PENDING', 4, 'STAFF'],
      ['COMPLETE', 'CONFIRMED_PICK_PENDING', 'CLOSED_CONFIRMED', 5, 'STAFF'],
    ]);
    expect(store.steps).toEqual(own.steps);
    expect(one.steps).toEqual(own.steps.slice(1));
    const end = await endOf(shop.shopper, order.id, [own, one, store]);
    expect(end).toMatchObject({ status: 'CLOSED_CONFIRMED', clerkName: shop.clerk.subject });
    const names = ({ history }: { history: { actorName: string | null }[] }) => history.map(({ actorName }) => actorName);
    expect(names((await shop.clerk.ask(facts, { id: order.id })).order)).toEqual([shop.shopper.subject, shop.shopper.subject, null, shop.clerk.subject, shop.manager.subject]);
    expect(names(end)).toEqual([shop.shopper.subject, shop.shopper.subject, null, null, null]);
    expect(stampsOf(end)).toEqual({ paidAt: 'PAY', confirmedAt: 'ACCEPT', finishedAt: 'COMPLETE' });
  });
});

describe('an online FLASH order', () => {
  test('that its store rejects goes to another, which accepts it, sets out and completes it', async ({ app }) => {
    const [shop, second] = await Promise.all([openShop(app), openShop(app)]);
    const [first, other] = await Promise.all([followStore(app, shop.clerk, shop.storeId), followStore(app, second.clerk, second.storeId)]);
    const { order, own } = await placeWatched(app, shop, 'FLASH');
    await payOnline(shop.shopper, order.id);
    await step(shop.clerk, 'orderReject', { orderId: order.id, reason: 'Out of stock' });
    const rejected = await first.until('REJECT');
    expect(rejected).toMatchObject({ order: null, event: { comment: 'Out of stock' } });
    expect((await shop.clerk.ask(facts, { id: order.id })).order).toBeNull();
    const seenByShopper = (await shop.shopper.ask(facts, { id: order.id })).order;
    expect(seenByShopper).toMatchObject({ status: 'PAID_CONFIRM_PENDING', store: null });
    // What the store tells the platform is not for the customer.
    expect(seenByShopper.history.at(-1)).toMatchObject({ type: 'REJECT', actorName: null, comment: null });
    await step(shop.platform, 'orderAssignStore', { orderId: order.id, storeId: second.storeId });
    await step(second.clerk, 'orderAccept', { orderId: order.id });
    await step(second.clerk, 'orderStartDelivery', { orderId: order.id });
    await step(second.clerk, 'orderComplete', { orderId: order.id });
    await Promise.all([own.until('COMPLETE'), other.until('COMPLETE')]);
    const all = [
      [...placed, 'SHOPPER'], begun, paid,
      ['REJECT', 'PAID_CONFIRM_PENDING', 'PAID_CONFIRM_PENDING', 4, 'STAFF'],
      ['ASSIGN_STORE', 'PAID_CONFIRM_PENDING', 'PAID_CONFIRM_PENDING', 5, 'PLATFORM'],
      ['ACCEPT', 'PAID_CONFIRM_PENDING', 'CONFIRMED_DELIVER_PENDING', 6, 'STAFF'],
      ['START_DELIVERY', 'CONFIRMED_DELIVER_PENDING', 'DELIVERING', 7, 'STAFF'],
      ['COMPLETE', 'DELIVERING', 'CLOSED_CONFIRMED', 8, 'STAFF'],
    ];
    expect(own.steps).toEqual(all);
    expect(first.steps).toEqual(all.slice(0, 4));
    expect(other.steps).toEqual(all.slice(4));
    const end = await endOf(second.clerk, order.id, [own, other]);
    expect(end).toMatchObject({ clerkName: second.clerk.subject, store: { id: second.storeId } });
    expect(stampsOf(end)).toEqual({ paidAt: 'PAY', confirmedAt: 'ACCEPT', deliveryStartedAt: 'START_DELIVERY', deliveredAt: 'COMPLETE', finishedAt: 'COMPLETE' });
  });

  test('cannot be given to a store of another currency, to one that takes no online orders, to a company, or to none, and stays where it was', async ({ app }) => {
    const shop = await openShop(app);
    const tokyo = await openStore(shop.platform, { currency: 'JPY' });
    const order = await placeOnline(shop, 'FLASH');
    await payOnline(shop.shopper, order.id);
    await step(shop.clerk, 'orderReject', { orderId: order.id, reason: 'Out of stock' });
    const assign = /* GraphQL */ `mutation WayAssign($input: OrderAssignStoreInput!) { orderAssignStore(input: $input) { order { version store { id } } userErrors { code path } } }`;
    const company = await openStore(shop.platform, { kind: 'COMPANY' });
    const closed = await openStore(shop.platform, { acceptingOrders: false });
    for (const [storeId, code] of [[company, 'STORE_NOT_ACCEPTING'], [closed, 'STORE_NOT_ACCEPTING'], [tokyo, 'INVALID_INPUT'], ['store_00000000000000000000000000', 'NOT_FOUND'], ['nonsense', 'NOT_FOUND']]) {
      const { orderAssignStore } = await shop.platform.ask(assign, { input: { orderId: order.id, storeId } });
      expect(orderAssignStore).toEqual({ order: { version: 4, store: null }, userErrors: [{ code, path: ['storeId'] }] });
    }
  });
});

describe('an order whose store does not react', () => {
  test.for(['FLASH', 'SELF_PICK', 'EXPRESS'] as const)('is taken away from it by the platform, %s, and given to another; both hear of it', async (deliveryType, { app }) => {
    const [shop, second] = await Promise.all([openShop(app), openShop(app)]);
    const [first, other] = await Promise.all([followStore(app, shop.clerk, shop.storeId), followStore(app, second.clerk, second.storeId)]);
    const order = await placeOnline(shop, deliveryType, { storeId: shop.storeId });
    await payOnline(shop.shopper, order.id);
    await step(shop.platform, 'orderReject', { orderId: order.id, reason: 'The store is flooded.' });
    expect(await first.until('REJECT')).toMatchObject({ order: null, event: { comment: 'The store is flooded.' } });
    await step(shop.platform, 'orderAssignStore', { orderId: order.id, storeId: second.storeId });
    expect(await other.until('ASSIGN_STORE')).toMatchObject({ order: { number: order.number } });
    const { order: seen } = await shop.platform.ask('query WayAssignments($id: ID!) { order(id: $id) { assignments { outcome storeId } } }', { id: order.id });
    expect(seen.assignments).toEqual([{ outcome: 'WITHDRAWN', storeId: shop.storeId }, { outcome: 'WAITING', storeId: second.storeId }]);
  });
});

describe('an in-store order', () => {
  test('is placed by a clerk, paid in cash in parts with change, and completed', async ({ app }) => {
    const shop = await openShop(app);
    const store = await followStore(app, shop.clerk, shop.storeId);
    const order = await placeAtTill(shop);
    const one = await followOrder(app, shop.manager, order.number);
    await step(shop.clerk, 'orderPayCash', { orderId: order.id, amount: '4.00' });
    await step(shop.manager, 'orderPayCash', { orderId: order.id, tendered: '20.00' });
    await step(shop.clerk, 'orderComplete', { orderId: order.id });
    await Promise.all([store.until('COMPLETE'), one.until('COMPLETE')]);
    expect(store.steps).toEqual([
      [...placed, 'STAFF'],
      ['PAYMENT_RECEIVED', 'CREATED_PAY_PENDING', 'CREATED_PAY_PENDING', 2, 'STAFF'],
      ['PAY', 'CREATED_PAY_PENDING', 'PAID_CONFIRM_PENDING', 3, 'STAFF'],
      ['COMPLETE', 'PAID_CONFIRM_PENDING', 'CLOSED_CONFIRMED', 4, 'STAFF'],
    ]);
    expect(one.steps).toEqual(store.steps.slice(1));
    const end = await endOf(shop.clerk, order.id, [store, one]);
    expect(end).toMatchObject({ clerkName: shop.clerk.subject, payDeadline: null, payment: 'PAID' });
    expect(stampsOf(end)).toEqual({ paidAt: 'PAY', confirmedAt: 'COMPLETE', finishedAt: 'COMPLETE' });
    const { order: money } = await shop.clerk.ask(/* GraphQL */ `query WayCash($id: ID!) { order(id: $id) { payments { tender state amount { amount } tendered { amount } change { amount } } } }`, { id: order.id });
    expect(money.payments).toEqual([
      { tender: 'CASH', state: 'SUCCEEDED', amount: { amount: '4.00' }, tendered: { amount: '4.00' }, change: { amount: '0.00' } },
      { tender: 'CASH', state: 'SUCCEEDED', amount: { amount: '6.00' }, tendered: { amount: '20.00' }, change: { amount: '14.00' } },
    ]);
  });

  test('is paid through the test gateway at the till and completed by an integrated system', async ({ app }) => {
    const shop = await openShop(app);
    const service = await app.person('SERVICE', 'till-system');
    const store = await followStore(app, shop.clerk, shop.storeId);
    const order = await placeAtTill(shop, { customerSubject: shop.shopper.subject });
    const own = await followOrder(app, shop.shopper, order.id);
    await payOnline(shop.clerk, order.id);
    await step(service, 'orderComplete', { orderId: order.id });
    await Promise.all([store.until('COMPLETE'), own.until('COMPLETE')]);
    expect(store.steps.slice(1)).toEqual([
      ['START_PAYMENT', 'CREATED_PAY_PENDING', 'CREATED_PAY_PENDING', 2, 'STAFF'], paid,
      ['COMPLETE', 'PAID_CONFIRM_PENDING', 'CLOSED_CONFIRMED', 4, 'SERVICE'],
    ]);
    expect(own.steps).toEqual(store.steps.slice(1));
  });
});
