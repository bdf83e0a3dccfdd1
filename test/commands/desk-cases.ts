import { randomUUID } from 'node:crypto';
import { expect } from 'vitest';
import type { App } from '../support/app.ts';
import { breakSandbox } from '../support/break-sandbox.ts';
import { dbOf } from '../support/races.ts';
import { canceledOrder, must, onOrders, paidOrder, pastOrder, soldAtTill } from '../support/order-desk.ts';
import { swipe } from '../support/cards.ts';
import { placeAtTill, placeOnline, type Shop } from '../support/seeds.ts';
import type { MutationCase } from './mutation-cases.ts';

const oneEvent = { events: 1 } as const;

const held = async (shop: Shop): Promise<string> => {
  const { id } = await placeOnline(shop, 'FLASH');
  await must(shop.clerk, 'orderHold', { orderId: id, reason: 'Counting.' });
  return id;
};

/** Several closed orders, and one that is not, so that the answer holds a refusal as well. */
const someClosed = async (shop: Shop): Promise<{ orderIds: string[] }> => ({ orderIds: [(await canceledOrder(shop)).id, (await placeOnline(shop, 'FLASH')).number, (await canceledOrder(shop)).number] });

const recycled = async (shop: Shop): Promise<{ orderIds: string[] }> => {
  const { orderIds } = await someClosed(shop);
  await onOrders(shop.shopper, 'orderDelete', { orderIds });
  return { orderIds };
};

/** The first of the orders that a command named goes on. */
const restored = (shop: Shop, _orderId: string, { orderIds }: Readonly<Record<string, unknown>>) => onOrders(shop.shopper, 'orderRestore', { orderIds });

/** A canceled order whose gateway has refused to give the money back. */
async function refusedOrder(app: App, shop: Shop): Promise<string> {
  const { id, number } = await paidOrder(shop, 'FLASH');
  const [charge] = await dbOf(app)<{ number: string }[]>`select p.number from payments p join orders o on o.id = p.order_id where o.number = ${number}`;
  await breakSandbox(app, app.server.services.clock, 'refuse', charge!.number, 50);
  await must(shop.shopper, 'orderCancel', { orderId: id });
  const refused = async (): Promise<string | undefined> => (await dbOf(app)<{ state: string }[]>`select r.state from refunds r join orders o on o.id = r.order_id where o.number = ${number}`)[0]?.state;
  await expect.poll(refused, { timeout: 10_000 }).toBe('FAILED');
  return id;
}

/** What the order comes to, in pennies: offers of other cases may have made it cheaper. */
const pennies = async (shop: Shop, id: string): Promise<number> =>
  Math.round(Number((await shop.clerk.ask('query DeskDue($id: ID!) { order(id: $id) { amountDue { amount } } }', { id })).order.amountDue.amount) * 100);

/** A card's order that was called off, and what a terminal did about its refund. */
async function cardToRefund(app: App, shop: Shop, status = 'APPROVED') {
  const { id, number } = await placeAtTill(shop);
  const amount = await pennies(shop, id);
  const originalId = await swipe(app, { reference: number, amount });
  await must(shop.clerk, 'orderPayCard', { orderId: id, transactionId: originalId });
  await must(shop.clerk, 'orderCancel', { orderId: id });
  return { orderId: id, transactionId: await swipe(app, { type: 'REFUND', status, reference: number, amount, originalId }) };
}

export const deskCases: Readonly<Record<string, MutationCase>> = {
  orderHold: {
    as: 'clerk', adds: oneEvent,
    prepare: async (_app, shop) => ({ orderId: (await placeOnline(shop, 'FLASH')).id, reason: 'Counting.' }),
    moveOn: (shop, orderId) => must(shop.platform, 'orderRelease', { orderId }),
  },
  orderRelease: {
    as: 'clerk', adds: oneEvent,
    prepare: async (_app, shop) => ({ orderId: await held(shop), reason: 'Found it.' }),
    moveOn: (shop, orderId) => must(shop.shopper, 'orderCancel', { orderId }),
  },
  orderRemind: {
    as: 'shopper', adds: oneEvent,
    prepare: async (_app, shop) => ({ orderId: (await paidOrder(shop, 'FLASH')).id }),
    moveOn: (shop, orderId) => must(shop.clerk, 'orderAccept', { orderId }),
  },
  orderReview: {
    as: 'shopper', adds: oneEvent,
    prepare: async (_app, shop) => ({ orderId: (await soldAtTill(shop)).id, commentId: 'C-1', seq: 1 }),
    moveOn: (shop, orderId) => must(shop.shopper, 'orderReview', { orderId, commentId: 'C-2' }),
  },
  orderSettle: {
    as: 'platform', adds: oneEvent,
    prepare: async (_app, shop) => ({ orderId: (await soldAtTill(shop)).id, comment: 'Statement 7' }),
    moveOn: (shop, orderId) => onOrders(shop.shopper, 'orderDelete', { orderIds: [orderId] }),
  },
  orderDelete: {
    as: 'shopper', adds: { events: 2 },
    prepare: async (_app, shop) => someClosed(shop),
    moveOn: restored,
  },
  orderRestore: {
    as: 'shopper', adds: { events: 2 },
    prepare: async (_app, shop) => recycled(shop),
    moveOn: (shop, _orderId, { orderIds }) => onOrders(shop.shopper, 'orderDelete', { orderIds }),
  },
  orderPurge: {
    as: 'shopper', adds: { events: 2 },
    prepare: async (_app, shop) => recycled(shop),
  },
  orderPayCard: {
    as: 'clerk', adds: { payments: 1, events: 1 },
    prepare: async (app, shop) => {
      const { id, number } = await placeAtTill(shop);
      return { orderId: id, transactionId: await swipe(app, { reference: number, amount: await pennies(shop, id) }) };
    },
    moveOn: (shop, orderId) => must(shop.clerk, 'orderComplete', { orderId }),
  },
  orderPayRefundOtherwise: {
    as: 'platform', adds: oneEvent,
    prepare: async (app, shop) => ({ orderId: await refusedOrder(app, shop), way: 'CASH', reason: 'The account was closed.' }),
    moveOn: (shop, orderId) => onOrders(shop.shopper, 'orderDelete', { orderIds: [orderId] }),
  },
  orderRefundCard: { as: 'clerk', adds: oneEvent, prepare: (app, shop) => cardToRefund(app, shop) },
  orderReportCardRefusal: { as: 'clerk', adds: oneEvent, prepare: (app, shop) => cardToRefund(app, shop, 'DECLINED') },
  orderImport: {
    as: 'platform', adds: { orders: 2, order_items: 2, payments: 1, events: 7 },
    prepare: async () => ({ source: 'past', orders: [pastOrder(`A-${randomUUID()}`), pastOrder(`B-${randomUUID()}`, { status: 'CLOSED_CANCELED', paidAt: null }), pastOrder('C', { status: 'DELIVERING' })] }),
  },
  ordersMove: {
    as: 'platform', adds: { events: 2 },
    prepare: async (_app, shop) => ({ orderIds: [(await placeOnline(shop, 'FLASH')).id, (await canceledOrder(shop)).id, (await placeOnline(shop, 'FLASH')).id], step: 'HOLD', reason: 'Counting.' }),
    moveOn: (shop, _orderId, { orderIds }) => onOrders(shop.platform, 'ordersMove', { orderIds, step: 'RELEASE' }),
  },
};
