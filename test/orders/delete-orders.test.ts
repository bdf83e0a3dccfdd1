import { randomUUID } from 'node:crypto';
import { describe, expect } from 'vitest';
import { orderStatuses, type Fulfilment, type OrderStatus, type Visibility } from '../../src/orders/order.lifecycle.ts';
import type { OrderRow } from '../../src/orders/order.tables.ts';
import { personIdOf, toGlobalId } from '../../src/platform/ids.ts';
import { test } from '../support/app.ts';
import { canceledOrder, onOrder, onOrders, paidOrder, readOrder, soldAtTill, type Payload } from '../support/order-desk.ts';
import { Follower, followOrder, followOwn, followStore, writeOrders } from '../support/order-states.ts';
import { noon, orderTotal, someOrder } from '../support/order-walks.ts';
import { openShop } from '../support/seeds.ts';

const outcomes = ({ verdicts }: Payload): unknown[] => verdicts.map(({ outcome, userErrors: [error] }: Payload) => error?.code ?? outcome);

const listed = async (person: { ask(query: string): Promise<Payload> }): Promise<string[]> =>
  (await person.ask('query DeskMine { myOrders { edges { node { id } } } }')).myOrders.edges.map(({ node }: Payload) => node.id);

const fulfilmentOf: Readonly<Partial<Record<OrderStatus, Fulfilment>>> = { CLOSED_CONFIRMED: 'CONFIRMED', CLOSED_PAY_TIMEOUT: 'PAY_TIMEOUT', CLOSED_CANCELED: 'CANCELED', CLOSED_REFUNDED: 'CANCELED' };

/** An order as it would have come into this status; nothing moves it. */
const orderIn = (status: OrderStatus, customerId: string, visibility: Visibility, settled: boolean): OrderRow => {
  const refunded = status === 'CLOSED_REFUNDED';
  return someOrder({
    status, customerId, visibility, fulfilment: fulfilmentOf[status] ?? 'PAY_PENDING', timerAt: null, settledAt: settled ? noon : null,
    ...(refunded && { paidTotal: orderTotal, refundedTotal: orderTotal, payment: 'REFUNDED' as const }),
  });
};

describe('deleting, restoring and purging', () => {
  test('of orders in every status, settled or not, in each place: each gets its own verdict (S2-209 to S2-212, S1-49 to S1-51)', async ({ app }) => {
    const deletable = new Set<OrderStatus>(['CLOSED_PAY_TIMEOUT', 'CLOSED_CANCELED', 'CLOSED_REFUNDED', 'CLOSED_CONFIRMED']);
    const shopper = await app.person('SHOPPER', `tidy-${randomUUID()}`);
    for (const visibility of ['VISIBLE', 'RECYCLED', 'PURGED'] as const) {
      for (const [field, isSo] of [['orderDelete', 'RECYCLED'], ['orderRestore', 'VISIBLE'], ['orderPurge', 'PURGED']] as const) {
        const made = (Object.keys(orderStatuses) as OrderStatus[]).flatMap((status) => [true, false].map((settled) => ({ status, settled, row: orderIn(status, personIdOf(shopper.subject), visibility, settled) })));
        await writeOrders(app, made.map(({ row }) => row));
        const answer = await onOrders(shopper, field, { orderIds: made.map(({ row }) => toGlobalId('order', row.id)) });
        expect(answer.userErrors).toEqual([]);
        const expected = made.map(({ status, settled }) => {
          // What its owner has removed is gone for them, in whatever status.
          if (visibility === 'PURGED') return 'NOT_FOUND';
          if (visibility === isSo) return 'UNCHANGED';
          if (field === 'orderRestore') return 'DONE';
          if (!deletable.has(status)) return 'TRANSITION_NOT_ALLOWED';
          if (field === 'orderPurge') return visibility === 'VISIBLE' ? 'NOT_IN_RECYCLE_BIN' : 'DONE';
          return status === 'CLOSED_CONFIRMED' && !settled ? 'NOT_SETTLED' : 'DONE';
        });
        expect(made.map(({ status, settled }, index) => [field, visibility, status, settled, outcomes(answer)[index]]))
          .toEqual(made.map(({ status, settled }, index) => [field, visibility, status, settled, expected[index]]));
      }
    }
  });

  test('names somebody else’s order and one that never was alike, and does the rest', async ({ app }) => {
    const [shop, other] = await Promise.all([openShop(app), openShop(app)]);
    const [own, foreign] = [await canceledOrder(shop), await canceledOrder(other)];
    const absent = toGlobalId('order', randomUUID());
    const answer = await onOrders(shop.shopper, 'orderDelete', { orderIds: [foreign.number, '20200101000000000000', own.number, foreign.id, absent, 'fgh234'] });
    expect(outcomes(answer)).toEqual(['NOT_FOUND', 'NOT_FOUND', 'DONE', 'NOT_FOUND', 'NOT_FOUND', 'NOT_FOUND']);
    const unlike = answer.verdicts.filter(({ outcome }: Payload) => outcome === 'REFUSED').map(({ order, userErrors }: Payload) => JSON.stringify([order, userErrors]).replace(/"\d"/, '"n"'));
    expect(new Set(unlike).size).toBe(1);
    expect(answer.verdicts.map(({ reference }: Payload) => reference)).toEqual([foreign.number, '20200101000000000000', own.number, foreign.id, absent, 'fgh234']);
    expect((await readOrder(other.shopper, foreign.id)).visibility).toBe('VISIBLE');
  });

  test('takes 1 to 200 orders, and one that is named twice once', async ({ app }) => {
    const shop = await openShop(app);
    const { id, number, version } = await canceledOrder(shop);
    for (const orderIds of [[], Array.from({ length: 201 }, () => id)]) {
      expect(await onOrders(shop.shopper, 'orderDelete', { orderIds })).toMatchObject({ verdicts: [], userErrors: [{ code: 'INVALID_INPUT', path: ['orderIds'] }] });
    }
    const answer = await onOrders(shop.shopper, 'orderDelete', { orderIds: [id, number] });
    expect(outcomes(answer)).toEqual(['DONE', 'UNCHANGED']);
    expect((await readOrder(shop.shopper, id)).version).toBe(version + 1);
  });
});

describe('the recycle bin', () => {
  test('hides an order from its owner’s list alone, and gives it back', async ({ app }) => {
    const shop = await openShop(app);
    const [gone, stays] = [await canceledOrder(shop), await paidOrder(shop, 'SELF_PICK')];
    await onOrders(shop.shopper, 'orderDelete', { orderIds: [gone.id] });
    expect(await listed(shop.shopper)).toEqual([stays.id]);
    // S1-129: by its number it is still shown.
    expect(await readOrder(shop.shopper, gone.id)).toMatchObject({ visibility: 'RECYCLED', status: 'CLOSED_CANCELED' });
    const { storeOrders } = await shop.clerk.ask('query DeskStore($id: ID!) { storeOrders(storeId: $id) { edges { node { id visibility } } } }', { id: shop.storeId });
    expect(storeOrders.edges.map(({ node }: Payload) => node.id)).toContain(gone.id);
    await onOrders(shop.shopper, 'orderRestore', { orderIds: [gone.id] });
    expect(await listed(shop.shopper)).toEqual([stays.id, gone.id]);
  });

  test('once purged, an order is gone for its owner everywhere, while store, platform and history keep it', async ({ app }) => {
    const shop = await openShop(app);
    const { id, number } = await canceledOrder(shop);
    const feed = await followOwn(app, shop.shopper);
    await onOrders(shop.shopper, 'orderDelete', { orderIds: [id] });
    const { verdicts } = await onOrders(shop.shopper, 'orderPurge', { orderIds: [id] });
    expect(verdicts).toEqual([{ reference: id, outcome: 'DONE', order: null, userErrors: [] }]);
    expect((await feed.until('PURGE')).order).toBeNull();
    const { byId, byNumber, node } = await shop.shopper.ask('query DeskGone($id: ID!, $number: String!) { byId: order(id: $id) { id } byNumber: order(number: $number) { id } node(id: $id) { id } }', { id, number });
    expect([byId, byNumber, node]).toEqual([null, null, null]);
    expect(await listed(shop.shopper)).toEqual([]);
    for (const field of ['orderRestore', 'orderDelete', 'orderPurge']) expect(outcomes(await onOrders(shop.shopper, field, { orderIds: [id] }))).toEqual(['NOT_FOUND']);
    expect((await onOrder(shop.shopper, 'orderRemind', { orderId: id })).userErrors).toMatchObject([{ code: 'NOT_FOUND' }]);
    const kept = await readOrder(shop.clerk, id);
    expect(kept).toMatchObject({ visibility: 'PURGED', status: 'CLOSED_CANCELED' });
    expect(kept.history.map(({ type }: Payload) => type)).toEqual(['PLACED', 'CANCEL', 'DELETE', 'PURGE']);
    expect((await readOrder(shop.platform, id)).visibility).toBe('PURGED');
    const follower = new Follower(shop.shopper.subscribe('subscription DeskPurged($id: ID!) { orderUpdated(orderId: $id) { cursor orderId event { type } order { id } } }', { id }));
    await expect(follower.until('NOTHING')).rejects.toThrow(/FORBIDDEN/);
  });

  test('once purged, an order’s own feed ends for its owner with that event, and goes on for those who work on it', async ({ app }) => {
    const shop = await openShop(app);
    const { id } = await canceledOrder(shop);
    const [own, clerks] = await Promise.all([shop.shopper, shop.clerk].map((person) => followOrder(app, person, id)));
    const deleted = [own!.until('DELETE'), clerks!.until('DELETE')];
    await expect.poll(() => app.server.services.feed.followers).toBeGreaterThan(1);
    await onOrders(shop.shopper, 'orderDelete', { orderIds: [id] });
    expect(await Promise.all(deleted)).toMatchObject([{ order: { id } }, { order: { id } }]);
    await onOrders(shop.shopper, 'orderPurge', { orderIds: [id] });
    expect(await own!.until('PURGE')).toMatchObject({ event: { type: 'PURGE' }, order: null });
    await expect(own!.until('NOTHING')).rejects.toThrow(/ended before NOTHING/);
    expect(await clerks!.until('PURGE')).toMatchObject({ event: { type: 'PURGE' }, order: { id } });
  });

  test('rings on no store’s screen: the owner tidies up their own list', async ({ app }) => {
    const shop = await openShop(app);
    const { id } = await canceledOrder(shop);
    const feed = await followStore(app, shop.clerk, shop.storeId);
    await onOrders(shop.shopper, 'orderDelete', { orderIds: [id] });
    await onOrders(shop.shopper, 'orderRestore', { orderIds: [id] });
    await paidOrder(shop, 'SELF_PICK');
    await feed.until('PAY');
    expect(feed.events.map(({ event }) => event.type)).toEqual(['PLACED', 'START_PAYMENT', 'PAY']);
  });

  test('takes a finished order only once it is settled (S2-211)', async ({ app }) => {
    const shop = await openShop(app);
    const { id } = await soldAtTill(shop);
    const refused = await onOrders(shop.shopper, 'orderDelete', { orderIds: [id] });
    expect(refused.verdicts).toMatchObject([{ outcome: 'REFUSED', userErrors: [{ __typename: 'TransitionRefused', code: 'NOT_SETTLED' }], order: { id, settledAt: null } }]);
    await onOrder(shop.platform, 'orderSettle', { orderId: id, comment: 'Statement 7' });
    expect(outcomes(await onOrders(shop.shopper, 'orderDelete', { orderIds: [id] }))).toEqual(['DONE']);
  });
});
