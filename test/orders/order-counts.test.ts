import { describe, expect } from 'vitest';
import { orderStatuses, type OrderStatus } from '../../src/orders/order.lifecycle.ts';
import type { OrderRow } from '../../src/orders/order.tables.ts';
import { fromGlobalId, personIdOf, toGlobalId } from '../../src/platform/ids.ts';
import { test, type App } from '../support/app.ts';
import { ownApp, writeOrders } from '../support/order-states.ts';
import { noon, someOrder } from '../support/order-walks.ts';
import { openShop, payOnline, placeOnline, type Shop } from '../support/seeds.ts';

const storeCounts = /* GraphQL */ `
  query CountStore($storeId: ID!) {
    storeOrderCounts(storeId: $storeId) {
      total totalAmount { amount currency } handlePending pickPending deliverPending delivering closed canceled byStatus { status count }
      payPending shipPending receiptPending reviewPending refunded afterSalesPending onHold reminded
    }
  }`;
const ownCounts = /* GraphQL */ `
  query CountOwn { myOrderCounts { total payPending shipPending receiptPending reviewPending closed onHold recycled byStatus { status count } } }`;
const platformCounts = /* GraphQL */ `
  query CountAll { orderCounts { total totalAmounts { amount currency } payPending handlePending deliverPending unassigned assignPending recycled onHold byStatus { status count } } }`;
const countsOfCustomer = /* GraphQL */ `
  query CountCustomer($customerId: ID!) { customerOrderCounts(customerId: $customerId) { total payPending recycled } }`;

const statuses = Object.keys(orderStatuses) as OrderStatus[];

/** One order in the first status, two in the second, and so on: no two sums are alike by chance. */
const copiesOf = (status: OrderStatus): number => statuses.indexOf(status) + 1;
const sumOf = (...some: OrderStatus[]): number => some.reduce((sum, status) => sum + copiesOf(status), 0);

async function fill(app: App, { storeId, storeCode, shopper }: Shop): Promise<void> {
  const place = { storeId: fromGlobalId('store', storeId)!, storeCode, storeName: storeCode, customerId: personIdOf(shopper.subject), timerAt: null };
  await writeOrders(app, statuses.flatMap((status) => Array.from({ length: copiesOf(status) }, () => someOrder({ ...place, status, awaitingReview: status === 'CLOSED_CONFIRMED', total: 101 }))));
}

const byStatus = (counts: { byStatus: { status: OrderStatus; count: number }[] }): Record<string, number> => Object.fromEntries(counts.byStatus.map(({ status, count }) => [status, count]));

describe('the numbers on the tabs', () => {
  test('of a store count every order under the tab it belongs to, and no other store’s (S2-166 to S2-173)', async ({ app }) => {
    const [shop, other] = await Promise.all([openShop(app), openShop(app)]);
    await Promise.all([fill(app, shop), placeOnline(other, 'FLASH')]);
    const { storeOrderCounts: counts } = await shop.clerk.ask(storeCounts, { storeId: shop.storeId });
    expect(counts).toMatchObject({
      total: 78, totalAmount: { amount: '78.78', currency: 'GBP' },
      handlePending: copiesOf('PAID_CONFIRM_PENDING'), pickPending: copiesOf('CONFIRMED_PICK_PENDING'), deliverPending: copiesOf('CONFIRMED_DELIVER_PENDING'),
      delivering: copiesOf('DELIVERING'), closed: copiesOf('CLOSED_CONFIRMED'),
      canceled: sumOf('CLOSED_CANCELED', 'CLOSED_PAY_TIMEOUT', 'CANCELED_REFUND_PENDING', 'CLOSED_REFUNDED', 'CANCELED_RETURN_PENDING'),
      payPending: copiesOf('CREATED_PAY_PENDING'), shipPending: sumOf('PAID_CONFIRM_PENDING', 'CONFIRMED_DELIVER_PENDING', 'CONFIRMED_PICK_PENDING'),
      receiptPending: sumOf('DELIVERING', 'DELIVERED_CONFIRM_PENDING'), reviewPending: copiesOf('CLOSED_CONFIRMED'), refunded: copiesOf('CLOSED_REFUNDED'),
      afterSalesPending: sumOf('CANCELED_RETURN_PENDING', 'CANCELED_REFUND_PENDING'), onHold: 0, reminded: 0,
    });
    expect(byStatus(counts)).toEqual(Object.fromEntries(statuses.map((status) => [status, copiesOf(status)])));
    expect((await shop.platform.ask(storeCounts, { storeId: shop.storeId })).storeOrderCounts).toEqual(counts);
    expect((await other.clerk.ask(storeCounts, { storeId: other.storeId })).storeOrderCounts).toMatchObject({ total: 1, totalAmount: { amount: '10.00' }, byStatus: [{ status: 'CREATED_PAY_PENDING', count: 1 }] });
  });

  test('of a shopper count their own orders alone (S2-161 to S2-165)', async ({ app }) => {
    const [shop, other] = await Promise.all([openShop(app), openShop(app)]);
    await fill(app, shop);
    const { myOrderCounts: counts } = await shop.shopper.ask(ownCounts);
    expect(counts).toMatchObject({
      total: 78, payPending: copiesOf('CREATED_PAY_PENDING'), shipPending: sumOf('PAID_CONFIRM_PENDING', 'CONFIRMED_DELIVER_PENDING', 'CONFIRMED_PICK_PENDING'),
      receiptPending: sumOf('DELIVERING', 'DELIVERED_CONFIRM_PENDING'), reviewPending: copiesOf('CLOSED_CONFIRMED'), closed: copiesOf('CLOSED_CONFIRMED'),
    });
    expect(byStatus(counts)).toEqual(Object.fromEntries(statuses.map((status) => [status, copiesOf(status)])));
    expect((await other.shopper.ask(ownCounts)).myOrderCounts).toEqual({ total: 0, payPending: 0, shipPending: 0, receiptPending: 0, reviewPending: 0, closed: 0, onHold: 0, recycled: 0, byStatus: [] });
  });

  test('of a shopper leave out what is in the recycle bin and what is gone, which staff still count (S1-40, S1-60)', async ({ app }) => {
    const shop = await openShop(app);
    const place = { storeId: fromGlobalId('store', shop.storeId)!, storeCode: shop.storeCode, storeName: shop.storeCode, customerId: personIdOf(shop.shopper.subject), timerAt: null };
    await writeOrders(app, [{}, { visibility: 'RECYCLED' }, { visibility: 'RECYCLED' }, { visibility: 'PURGED' }].map((part) => someOrder({ ...place, status: 'CLOSED_CANCELED', ...part } as Partial<OrderRow>)));
    expect((await shop.shopper.ask(ownCounts)).myOrderCounts).toMatchObject({ total: 1, recycled: 2, byStatus: [{ status: 'CLOSED_CANCELED', count: 1 }] });
    expect((await shop.clerk.ask(storeCounts, { storeId: shop.storeId })).storeOrderCounts).toMatchObject({ total: 4, canceled: 4 });
    const customerId = toGlobalId('customer', personIdOf(shop.shopper.subject));
    expect((await shop.platform.ask(countsOfCustomer, { customerId })).customerOrderCounts).toEqual({ total: 1, payPending: 0, recycled: 2 });
    for (const nobody of [toGlobalId('customer', personIdOf('nobody at all')), 'nonsense']) {
      expect((await shop.platform.ask(countsOfCustomer, { customerId: nobody })).customerOrderCounts).toEqual({ total: 0, payPending: 0, recycled: 0 });
    }
  });

  test('tell of holds and of reminders beside the statuses (S1-35)', async ({ app }) => {
    const shop = await openShop(app);
    const place = { storeId: fromGlobalId('store', shop.storeId)!, storeCode: shop.storeCode, storeName: shop.storeCode, customerId: personIdOf(shop.shopper.subject), timerAt: null };
    await writeOrders(app, [{ heldAt: noon }, { remindedAt: noon, heldAt: noon }, { remindedAt: noon, status: 'CLOSED_CONFIRMED' }, {}].map((part) =>
      someOrder({ ...place, status: 'CONFIRMED_DELIVER_PENDING', ...part } as Partial<OrderRow>)));
    expect((await shop.clerk.ask(storeCounts, { storeId: shop.storeId })).storeOrderCounts).toMatchObject({ total: 4, deliverPending: 3, onHold: 2, reminded: 1 });
    expect((await shop.shopper.ask(ownCounts)).myOrderCounts).toMatchObject({ total: 4, onHold: 2 });
  });

  test('of the platform count every order, with the money in each currency, and what no store has', async () => {
    await using app = await ownApp({});
    const [british, american] = [await openShop(app), await openShop(app, 'USD')];
    await Promise.all([placeOnline(british, 'FLASH'), placeOnline(british, 'EXPRESS'), placeOnline(american, 'FLASH')]);
    const paid = await placeOnline(british, 'EXPRESS');
    await payOnline(british.shopper, paid.id);
    await writeOrders(app, [someOrder({ status: 'PAID_CONFIRM_PENDING', visibility: 'RECYCLED', heldAt: noon, timerAt: null })]);
    expect((await british.platform.ask(platformCounts)).orderCounts).toEqual({
      total: 5, totalAmounts: [{ amount: '40.00', currency: 'GBP' }, { amount: '10.00', currency: 'USD' }], payPending: 3, handlePending: 1, deliverPending: 1,
      unassigned: 3, assignPending: 1, recycled: 1, onHold: 1,
      byStatus: expect.arrayContaining([{ status: 'CREATED_PAY_PENDING', count: 3 }, { status: 'CONFIRMED_DELIVER_PENDING', count: 1 }, { status: 'PAID_CONFIRM_PENDING', count: 1 }]),
    });
  });

  test('of a store are zero for those who do not work there, and null where there is no store', async ({ app }) => {
    const [shop, other] = await Promise.all([openShop(app), openShop(app)]);
    await placeOnline(shop, 'FLASH');
    expect((await other.clerk.ask(storeCounts, { storeId: shop.storeId })).storeOrderCounts).toMatchObject({ total: 0, totalAmount: { amount: '0.00' }, byStatus: [] });
    for (const storeId of ['store_00000000000000000000000000', 'nonsense']) expect((await shop.platform.ask(storeCounts, { storeId })).storeOrderCounts).toBeNull();
  });
});
