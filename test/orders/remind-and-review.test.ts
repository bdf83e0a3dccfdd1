import { describe, expect } from 'vitest';
import { test } from '../support/app.ts';
import { codesOf, must, onOrder, paidOrder, readOrder, soldAtTill, type Payload } from '../support/order-desk.ts';
import { followStore, movableClock, ownApp } from '../support/order-states.ts';
import { openShop, placeOnline } from '../support/seeds.ts';

const awaiting = `query DeskAwaiting($productCode: String, $skuCode: String) { ordersAwaitingReview(productCode: $productCode, skuCode: $skuCode) { totalCount edges { node { id } } } }`;

describe('a reminder', () => {
  test('rings at the store, counts, and may be repeated once the interval is over', async () => {
    const { clock, forward } = movableClock();
    await using app = await ownApp({ clock, env: { REMIND_AFTER_SECONDS: '3600' } });
    const shop = await openShop(app);
    const { id } = await paidOrder(shop, 'FLASH');
    const feed = await followStore(app, shop.clerk, shop.storeId);
    const first = await must(shop.shopper, 'orderRemind', { orderId: id });
    expect(first.reminder).toMatchObject({ count: 1 });
    expect((await feed.until('REMIND')).event).toMatchObject({ actorRole: 'SHOPPER', toStatus: 'PAID_CONFIRM_PENDING' });
    const refused = await onOrder(shop.shopper, 'orderRemind', { orderId: id });
    expect(refused.userErrors).toMatchObject([{ __typename: 'TransitionRefused', code: 'REMINDED_ALREADY', message: expect.stringContaining(first.reminder.againAt) }]);
    expect(refused.order).toMatchObject({ version: first.version, reminder: { count: 1 } });
    forward(3601);
    expect((await must(shop.shopper, 'orderRemind', { orderId: id })).reminder).toMatchObject({ count: 2 });
    expect(await readOrder(shop.clerk, id)).toMatchObject({ reminder: { count: 2 }, status: 'PAID_CONFIRM_PENDING' });
  });

  test('is for a paid order that has not come yet', async ({ app }) => {
    const shop = await openShop(app);
    expect(codesOf(await onOrder(shop.shopper, 'orderRemind', { orderId: (await placeOnline(shop, 'FLASH')).id }))).toEqual(['TRANSITION_NOT_ALLOWED']);
    expect(codesOf(await onOrder(shop.shopper, 'orderRemind', { orderId: (await soldAtTill(shop)).id }))).toEqual(['TRANSITION_NOT_ALLOWED']);
  });
});

describe('a review', () => {
  test('of the order as a whole, or of each line, ends the waiting for it', async ({ app }) => {
    const shop = await openShop(app);
    const lines = [{ sku: shop.sku, quantity: 1 }, { sku: shop.reducedSku, quantity: 2 }];
    const [whole, byLine] = [await soldAtTill(shop, { lines }), await soldAtTill(shop, { lines })];
    expect(await readOrder(shop.shopper, whole.id)).toMatchObject({ awaitingReview: true, review: null });
    expect(await must(shop.shopper, 'orderReview', { orderId: whole.id, commentId: 'C-1' })).toMatchObject({ awaitingReview: false, review: { commentId: 'C-1' } });
    const first = await must(shop.shopper, 'orderReview', { orderId: byLine.id, commentId: 'C-2', seq: 2 });
    expect(first).toMatchObject({ awaitingReview: true, review: null, items: [{ seq: 1, review: null }, { seq: 2, review: { commentId: 'C-2' } }] });
    expect((await must(shop.shopper, 'orderReview', { orderId: byLine.id, commentId: 'C-2', seq: 2 })).version).toBe(first.version);
    expect(codesOf(await onOrder(shop.shopper, 'orderReview', { orderId: byLine.id, commentId: 'C-3', seq: 2 }))).toEqual(['ALREADY_REVIEWED']);
    expect(codesOf(await onOrder(shop.shopper, 'orderReview', { orderId: byLine.id, commentId: 'C-3', seq: 9 }))).toEqual(['NOT_FOUND']);
    expect(await must(shop.shopper, 'orderReview', { orderId: byLine.id, commentId: 'C-3', seq: 1 })).toMatchObject({ awaitingReview: false });
  });

  test('is for a finished order, and is shown by a rehearsal without being kept', async ({ app }) => {
    const shop = await openShop(app);
    expect(codesOf(await onOrder(shop.shopper, 'orderReview', { orderId: (await paidOrder(shop, 'FLASH')).id, commentId: 'C-1' }))).toEqual(['TRANSITION_NOT_ALLOWED']);
    const { id } = await soldAtTill(shop);
    const rehearsed = await onOrder(shop.shopper, 'orderReview', { orderId: id, commentId: 'C-1', seq: 1, dryRun: true });
    expect(rehearsed.order).toMatchObject({ awaitingReview: false, items: [{ review: { commentId: 'C-1' } }] });
    expect(await readOrder(shop.shopper, id)).toMatchObject({ awaitingReview: true, items: [{ review: null }] });
  });

  test('is awaited by the orders that are listed, for a product or a SKU by those in which it was bought (S1-6, S1-134)', async ({ app }) => {
    const shop = await openShop(app);
    const ten = await soldAtTill(shop, { lines: [{ sku: shop.sku, quantity: 1 }] });
    const both = await soldAtTill(shop, { lines: [{ sku: shop.sku, quantity: 1 }, { sku: shop.reducedSku, quantity: 1 }] });
    await paidOrder(shop, 'FLASH');
    const listed = async (filter: Record<string, string> = {}) => {
      const { ordersAwaitingReview: { totalCount, edges } } = await shop.shopper.ask(awaiting, filter);
      expect(totalCount).toBe(edges.length);
      return edges.map(({ node }: Payload) => node.id);
    };
    expect([await listed(), await listed({ productCode: shop.sku }), await listed({ skuCode: shop.reducedSku }), await listed({ skuCode: 'NO-SUCH' })])
      .toEqual([[both.id, ten.id], [both.id, ten.id], [both.id], []]);
    await must(shop.shopper, 'orderReview', { orderId: both.id, commentId: 'C-1', seq: 1 });
    expect([await listed(), await listed({ productCode: shop.sku }), await listed({ skuCode: shop.reducedSku })]).toEqual([[both.id, ten.id], [ten.id], [both.id]]);
    await must(shop.shopper, 'orderReview', { orderId: ten.id, commentId: 'C-2' });
    expect([await listed(), await listed({ productCode: shop.sku })]).toEqual([[both.id], []]);
  });

  test('is awaited by a list that is sorted and paged as the others are', async ({ app }) => {
    const shop = await openShop(app);
    const [first, second, third] = [await soldAtTill(shop), await soldAtTill(shop), await soldAtTill(shop)];
    // The last change of the first is the latest.
    await must(shop.platform, 'orderSettle', { orderId: first.id });
    const pages = `query AwaitingPages($sort: OrderSort!, $first: Int, $after: String, $last: Int, $before: String) { ordersAwaitingReview(sort: $sort, first: $first, after: $after, last: $last, before: $before) {
      totalCount edges { node { id } } pageInfo { hasNextPage hasPreviousPage startCursor endCursor } } }`;
    const read = async (variables: Record<string, unknown>): Promise<Payload> => (await shop.shopper.ask(pages, variables)).ordersAwaitingReview;
    for (const [sort, expected] of [['CREATED', [third, second, first]], ['UPDATED', [first, third, second]]] as const) {
      const ids = expected.map(({ id }) => ({ node: { id } }));
      expect((await read({ sort })).edges).toEqual(ids);
      const top = await read({ sort, first: 1 });
      expect(top).toMatchObject({ totalCount: 3, edges: [ids[0]], pageInfo: { hasNextPage: true, hasPreviousPage: false } });
      const next = await read({ sort, first: 1, after: top.pageInfo.endCursor });
      expect(next).toMatchObject({ edges: [ids[1]], pageInfo: { hasNextPage: true, hasPreviousPage: true } });
      expect(await read({ sort, last: 5, before: next.pageInfo.startCursor })).toMatchObject({ edges: [ids[0]], pageInfo: { hasNextPage: true, hasPreviousPage: false } });
      expect(await read({ sort, last: 1 })).toMatchObject({ edges: [ids[2]], pageInfo: { hasNextPage: false, hasPreviousPage: true } });
    }
    const { pageInfo: { endCursor } } = await read({ sort: 'CREATED', first: 1 });
    expect((await shop.shopper.request(pages, { sort: 'UPDATED', first: 1, after: endCursor })).errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT' } }]);
  });
});
