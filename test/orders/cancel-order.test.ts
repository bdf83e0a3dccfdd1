import { describe, expect } from 'vitest';
import { test, type Person } from '../support/app.ts';
import { followOrder, followStore, movableClock, ownApp } from '../support/order-states.ts';
import { beginPayment, openShop, payOnline, placeAtTill, placeOnline } from '../support/seeds.ts';

const cancelDocument = /* GraphQL */ `
  mutation CancelOrder($input: OrderCancelInput!) {
    orderCancel(input: $input) { order { status version payment refundedTotal { amount } } userErrors { __typename code path } }
  }`;
const payCash = /* GraphQL */ `
  mutation CancelPayCash($input: OrderPayCashInput!) { orderPayCash(input: $input) { order { status payment version } userErrors { code path } } }`;
const accept = /* GraphQL */ `mutation CancelAccept($input: OrderStepInput!) { orderAccept(input: $input) { userErrors { code } } }`;
const facts = /* GraphQL */ `
  query CancelFacts($id: ID!) {
    order(id: $id) {
      status fulfilment payment paidTotal { amount } refundedTotal { amount } canceledAt version
      payments { state refunded { amount } } refunds { state reason amount { amount } settledAt }
      history { type fromStatus toStatus actorRole actorName comment at }
    }
  }`;

const cancel = async (who: Person, input: Record<string, unknown>) => (await who.ask(cancelDocument, { input })).orderCancel;
const factsOf = async (who: Person, id: string) => (await who.ask(facts, { id })).order;

describe('an unpaid order', () => {
  test('is called off by its shopper at once, with the reason in the history', async ({ app }) => {
    const shop = await openShop(app);
    const order = await placeOnline(shop, 'EXPRESS');
    expect(await cancel(shop.shopper, { orderId: order.id, reason: 'Ordered twice' }))
      .toEqual({ order: { status: 'CLOSED_CANCELED', version: 2, payment: 'CLOSED', refundedTotal: { amount: '0.00' } }, userErrors: [] });
    const end = await factsOf(shop.shopper, order.id);
    expect(end.refunds).toEqual([]);
    expect(end.history.at(-1)).toEqual({
      type: 'CANCEL', fromStatus: 'CREATED_PAY_PENDING', toStatus: 'CLOSED_CANCELED', actorRole: 'SHOPPER', actorName: shop.shopper.subject, comment: 'Ordered twice', at: end.canceledAt,
    });
  });

  test('that is called off again by the same person is shown as it is, and by another is refused', async ({ app }) => {
    const shop = await openShop(app);
    const order = await placeOnline(shop, 'SELF_PICK');
    const first = await cancel(shop.shopper, { orderId: order.id });
    expect(await cancel(shop.shopper, { orderId: order.id, expectedVersion: 1 })).toEqual(first);
    expect(await cancel(shop.platform, { orderId: order.id }))
      .toEqual({ order: first.order, userErrors: [{ __typename: 'TransitionRefused', code: 'TRANSITION_NOT_ALLOWED', path: null }] });
    expect((await factsOf(shop.shopper, order.id)).history).toHaveLength(2);
  });

  test('keeps a reason of 500 characters and refuses a longer one, or one that cannot be stored', async ({ app }) => {
    const shop = await openShop(app);
    const order = await placeOnline(shop, 'EXPRESS');
    for (const reason of ['x'.repeat(501), 'a\0b', 'half a pair \uD83D']) {
      expect(await cancel(shop.shopper, { orderId: order.id, reason })).toMatchObject({ order: { version: 1 }, userErrors: [{ code: 'INVALID_INPUT', path: ['reason'] }] });
    }
    const longest = '😀'.repeat(500);
    expect(await cancel(shop.shopper, { orderId: order.id, reason: longest })).toMatchObject({ order: { version: 2 }, userErrors: [] });
    expect((await factsOf(shop.shopper, order.id)).history.at(-1).comment).toBe(longest);
  });

  test('closes what was open at the gateway, so that it cannot be paid any more', async ({ app }) => {
    const shop = await openShop(app);
    const order = await placeOnline(shop, 'EXPRESS');
    const page = await beginPayment(shop.shopper, order.id);
    const feed = await followOrder(app, shop.shopper, order.id);
    await cancel(shop.shopper, { orderId: order.id });
    await feed.until('PAYMENT_FAILED');
    expect((await fetch(page, { method: 'POST' })).status).toBe(409);
    expect(await factsOf(shop.shopper, order.id)).toMatchObject({ status: 'CLOSED_CANCELED', payment: 'CLOSED', payments: [{ state: 'CLOSED' }], refunds: [] });
  });
});

describe('a paid order that nobody has taken on', () => {
  test('gives the money back by itself through the gateway that brought it', async ({ app }) => {
    const shop = await openShop(app);
    const store = await followStore(app, shop.clerk, shop.storeId);
    const order = await placeOnline(shop, 'FLASH');
    await payOnline(shop.shopper, order.id);
    expect(await cancel(shop.shopper, { orderId: order.id, reason: 'Too late' })).toMatchObject({ order: { status: 'CANCELED_REFUND_PENDING', payment: 'PAID' }, userErrors: [] });
    await store.until('REFUND_SUCCEEDED');
    expect(store.steps.slice(-2)).toEqual([
      ['CANCEL', 'PAID_CONFIRM_PENDING', 'CANCELED_REFUND_PENDING', 4, 'SHOPPER'],
      ['REFUND_SUCCEEDED', 'CANCELED_REFUND_PENDING', 'CLOSED_REFUNDED', 5, 'SYSTEM'],
    ]);
    const end = await factsOf(shop.shopper, order.id);
    expect(end).toMatchObject({
      status: 'CLOSED_REFUNDED', fulfilment: 'CANCELED', payment: 'REFUNDED', paidTotal: { amount: '10.00' }, refundedTotal: { amount: '10.00' },
      payments: [{ state: 'SUCCEEDED', refunded: { amount: '10.00' } }], refunds: [{ state: 'SUCCEEDED', amount: { amount: '10.00' } }],
    });
    expect(end.refunds[0].settledAt).not.toBeNull();
  });

  test('is not canceled once its store has accepted it: the store is asked for the money, and answers', async ({ app }) => {
    const shop = await openShop(app);
    const order = await placeOnline(shop, 'SELF_PICK');
    await payOnline(shop.shopper, order.id);
    expect((await shop.clerk.ask(accept, { input: { orderId: order.id } })).orderAccept.userErrors).toEqual([]);
    expect(await cancel(shop.shopper, { orderId: order.id })).toEqual({
      order: { status: 'CANCELED_REFUND_PENDING', version: 6, payment: 'PAID', refundedTotal: { amount: '0.00' } }, userErrors: [],
    });
    // Asked again, it is asked for already; and nobody else can cancel it.
    expect(await cancel(shop.shopper, { orderId: order.id })).toMatchObject({ order: { version: 6 }, userErrors: [] });
    expect(await cancel(shop.platform, { orderId: order.id })).toMatchObject({ order: { version: 6 }, userErrors: [{ __typename: 'TransitionRefused', code: 'TRANSITION_NOT_ALLOWED' }] });
  });
});

describe('an in-store order', () => {
  test('hands the cash back at once, all of it or the part that was paid', async ({ app }) => {
    const shop = await openShop(app);
    for (const [amount, paid] of [[undefined, '10.00'], ['3.30', '3.30']]) {
      const order = await placeAtTill(shop);
      expect((await shop.clerk.ask(payCash, { input: { orderId: order.id, amount } })).orderPayCash.userErrors).toEqual([]);
      expect(await cancel(shop.manager, { orderId: order.id }))
        .toEqual({ order: { status: 'CLOSED_REFUNDED', version: 4, payment: 'REFUNDED', refundedTotal: { amount: paid } }, userErrors: [] });
      const end = await factsOf(shop.clerk, order.id);
      expect(end.payments).toEqual([{ state: 'SUCCEEDED', refunded: { amount: paid } }]);
      expect(end.refunds).toMatchObject([{ state: 'SUCCEEDED', amount: { amount: paid }, settledAt: end.canceledAt }]);
      expect(end.history.slice(-2).map(({ type }: { type: string }) => type)).toEqual(['CANCEL', 'REFUND_SUCCEEDED']);
    }
  });

  test('takes no cash beyond what is due, below nothing, or less than is booked', async ({ app }) => {
    const shop = await openShop(app);
    const order = await placeAtTill(shop);
    const pay = async (input: Record<string, unknown>) => (await shop.clerk.ask(payCash, { input: { orderId: order.id, ...input } })).orderPayCash;
    for (const [input, path] of [
      [{ amount: '10.01' }, 'amount'], [{ amount: '0.00' }, 'amount'], [{ amount: '-1.00' }, 'amount'], [{ amount: '1.001' }, 'amount'],
      [{ amount: '5.00', tendered: '4.99' }, 'tendered'], [{ tendered: '9.99' }, 'tendered'], [{ tendered: '20.005' }, 'tendered'],
    ] as const) {
      expect(await pay(input)).toEqual({ order: { status: 'CREATED_PAY_PENDING', payment: 'OPEN', version: 1 }, userErrors: [{ code: 'INVALID_INPUT', path: [path] }] });
    }
    expect(await pay({ amount: '10.00' })).toEqual({ order: { status: 'PAID_CONFIRM_PENDING', payment: 'PAID', version: 2 }, userErrors: [] });
    expect(await pay({})).toEqual({ order: { status: 'PAID_CONFIRM_PENDING', payment: 'PAID', version: 2 }, userErrors: [] });
  });
});

describe('the payment deadline', () => {
  test('closes an unpaid order exactly then, not before, and its open payment with it', async () => {
    const time = movableClock();
    await using app = await ownApp({ clock: time.clock, env: { PAY_WITHIN_SECONDS: '7200' } });
    const shop = await openShop(app);
    const order = await placeOnline(shop, 'FLASH');
    const feed = await followOrder(app, shop.shopper, order.id);
    time.forward(7000);
    const page = await beginPayment(shop.shopper, order.id);
    time.forward(200);
    await feed.until('EXPIRE');
    await feed.until('PAYMENT_FAILED');
    expect(feed.steps).toEqual([
      ['START_PAYMENT', 'CREATED_PAY_PENDING', 'CREATED_PAY_PENDING', 2, 'SHOPPER'],
      ['EXPIRE', 'CREATED_PAY_PENDING', 'CLOSED_PAY_TIMEOUT', 3, 'SYSTEM'],
      ['PAYMENT_FAILED', 'CLOSED_PAY_TIMEOUT', 'CLOSED_PAY_TIMEOUT', 4, 'SYSTEM'],
    ]);
    expect(await factsOf(shop.shopper, order.id)).toMatchObject({ status: 'CLOSED_PAY_TIMEOUT', payment: 'CLOSED', payments: [{ state: 'CLOSED' }] });
    expect((await fetch(page, { method: 'POST' })).status).toBe(409);
  });

  test('never comes for an order that was paid before it, nor for one at a till', async () => {
    const time = movableClock();
    await using app = await ownApp({ clock: time.clock });
    const shop = await openShop(app);
    const [paid, till, late] = [await placeOnline(shop, 'FLASH'), await placeAtTill(shop), await placeOnline(shop, 'FLASH')];
    await payOnline(shop.shopper, paid.id);
    const store = await followStore(app, shop.clerk, shop.storeId);
    time.forward(30 * 86_400);
    const expired = await store.until('EXPIRE');
    expect(expired.orderId).toBe(late.id);
    expect(await factsOf(shop.clerk, paid.id)).toMatchObject({ status: 'PAID_CONFIRM_PENDING', version: 3 });
    expect(await factsOf(shop.clerk, till.id)).toMatchObject({ status: 'CREATED_PAY_PENDING', version: 1 });
  });
});
