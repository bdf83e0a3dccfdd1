import { describe, expect } from 'vitest';
import { askAboutDuePayments } from '../../src/orders/paying/due-payments.ts';
import { settlePaymentOf } from '../../src/orders/paying/settle-payment.ts';
import { findPaymentByNumber } from '../../src/payments/payment.queries.ts';
import type { Database } from '../../src/platform/database.ts';
import { secondsAfter } from '../../src/platform/time.ts';
import { test, type App } from '../support/app.ts';
import { beginPayment, openShop, placeOnline } from '../support/seeds.ts';

const moneyOfOrder = /* GraphQL */ `
  query MoneyOfLateOrder($id: ID!) {
    order(id: $id) { status payment paidTotal { amount } refundedTotal { amount } payments { state } refunds { state amount { amount } } }
  }`;

async function placed(app: App) {
  const shop = await openShop(app);
  const order = await placeOnline(shop, 'FLASH');
  const money = async () => (await shop.manager.ask(moneyOfOrder, { id: order.id })).order;
  return { ...shop, order, money };
}

/** Makes every question to a gateway due, and asks. */
const askLater = (app: App): Promise<number> => {
  const { services } = app.server;
  return askAboutDuePayments({ ...services, clock: () => secondsAfter(services.clock(), 100_000) }, 1000);
};

/** The database as somebody with a slow line to one table sees it: nothing is read from orders before `gate` opens. */
const slowToReadOrders = (db: Database, gate: Promise<void>): Database => new Proxy(db, {
  apply(target, self, parts: [TemplateStringsArray, ...never[]]) {
    const query = Reflect.apply(target, self, parts);
    return String(parts[0]).includes('from orders') ? gate.then(() => query) : query;
  },
});

describe('a payment', () => {
  test('is booked once when two callbacks overlap, one of which reads the payment before and the order after the other', async ({ app }) => {
    const { shopper, order, money } = await placed(app);
    const page = await beginPayment(shopper, order.id);
    const { services } = app.server;
    const payment = (await findPaymentByNumber(services.db, page.split('/').at(-1)!))!;
    const outcome = { kind: 'succeeded', transactionId: 'once', amount: payment.amount, currency: payment.currency } as const;
    let open = (): void => {};
    const gate = new Promise<void>((resolve) => {
      open = resolve;
    });
    const slow = settlePaymentOf({ ...services, db: slowToReadOrders(services.db, gate) }, payment, outcome);
    await settlePaymentOf(services, payment, outcome);
    open();
    await slow;
    expect(await money()).toMatchObject({ payment: 'PAID', paidTotal: { amount: '10.00' }, refunds: [] });
  });

  test('that is begun as a rehearsal is shown in the order’s lists, and is gone afterwards', async ({ app }) => {
    const { shopper, order, money } = await placed(app);
    const rehearse = /* GraphQL */ `
      mutation RehearsePayment($id: ID!) {
        orderStartPayment(input: { orderId: $id, tender: SANDBOX, dryRun: true }) { payment { state } order { payments { state amount { amount } } history { type } } }
      }`;
    const { orderStartPayment } = await shopper.ask(rehearse, { id: order.id });
    expect(orderStartPayment).toEqual({ payment: { state: 'STARTED' }, order: { payments: [{ state: 'STARTED', amount: { amount: '10.00' } }], history: [{ type: 'PLACED' }, { type: 'START_PAYMENT' }] } });
    expect(await money()).toMatchObject({ payments: [] });
  });

  test('that comes on top of another goes back by itself, once, whoever reports it again', async ({ app }) => {
    const { shopper, order, money } = await placed(app);
    const first = await beginPayment(shopper, order.id);
    // Given up here, and still payable there: only so can there be a second one.
    await app.server.services.db`update payments set state = 'CLOSED', settled_at = now(), next_query_at = null where number = ${order.number}`;
    const pages = [first, await beginPayment(shopper, order.id)];
    for (const page of pages) expect(await (await fetch(page, { method: 'POST' })).json()).toMatchObject({ state: 'PAID', delivered: true });
    const settled = {
      status: 'PAID_CONFIRM_PENDING', payment: 'PAID', paidTotal: { amount: '20.00' }, refundedTotal: { amount: '10.00' },
      payments: [{ state: 'SUCCEEDED' }, { state: 'SUCCEEDED' }], refunds: [{ state: 'SUCCEEDED', amount: { amount: '10.00' } }],
    };
    await expect.poll(money, { timeout: 10_000 }).toEqual(settled);
    await askLater(app);
    expect(await money()).toEqual(settled);
  });

  test('that has failed is not in doubt again because somebody else’s question went unanswered', async ({ app }) => {
    const { shopper, order, money } = await placed(app);
    const page = await beginPayment(shopper, order.id);
    await fetch(page, { method: 'POST', headers: { 'content-type': 'application/json' }, body: '{"outcome":"decline"}' });
    const { services } = app.server;
    const payment = await findPaymentByNumber(services.db, page.split('/').at(-1)!);
    await settlePaymentOf(services, payment!, { kind: 'unknown', reason: 'The gateway did not answer within 5000 ms.' });
    expect(await money()).toMatchObject({ payment: 'OPEN', payments: [{ state: 'FAILED' }] });
  });
});
