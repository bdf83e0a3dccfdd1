import { describe, expect } from 'vitest';
import { moveDueOrders } from '../../src/orders/steps/order-timers.ts';
import { createSandboxClient } from '../../src/payments/sandbox/sandbox-client.ts';
import type { SandboxFaultRequest } from '../../src/payments/sandbox/sandbox-protocol.ts';
import { callbackPurpose, signatureHeaders } from '../../src/payments/sandbox/sandbox-signature.ts';
import { startApp, test as base, type App } from '../support/app.ts';
import { booksOf, collide, JumpingClock, occurrences, orderKey, type Books } from '../support/races.ts';
import { beginPayment, openShop, placeOnline, type Shop } from '../support/seeds.ts';

/** The one that test/support/app.ts gives to its servers. */
const secret = 'a secret of the test gateway';
const payWithinSeconds = 1800;

const test = base.extend<{ app: App & { clock: JumpingClock } }>({
  app: [async ({}, use) => {
    const clock = new JumpingClock();
    const app = await startApp({ clock: clock.now, env: { PAY_WITHIN_SECONDS: String(payWithinSeconds) } });
    await use(Object.assign(app, { clock }));
    await app.stop();
  }, { scope: 'file' }],
});

interface Waiting {
  readonly id: string;
  readonly payUrl: string;
}

async function waiting(shop: Shop): Promise<Waiting> {
  const { id } = await placeOnline(shop, 'FLASH');
  return { id, payUrl: await beginPayment(shop.shopper, id) };
}

const pay = async (payUrl: string): Promise<number> => (await fetch(payUrl, { method: 'POST' })).status;
const numberOf = (payUrl: string): string => payUrl.split('/').at(-1)!;

const settled = (app: App, id: string, expected: Partial<Books>): Promise<void> =>
  expect.poll(() => booksOf(app, id), { timeout: 15_000 }).toMatchObject({ contiguous: true, ...expected });

const paidInTime = { fulfilment: 'CONFIRM_PENDING', paidTotal: 1000, refundedTotal: 0, received: 1000, refunds: [], givenBack: [] } as const;
const paidTooLate = { fulfilment: 'PAY_TIMEOUT', status: 'CLOSED_PAY_TIMEOUT', paidTotal: 1000, refundedTotal: 1000, received: 1000, refunds: [1000], givenBack: [1000] } as const;
const neverPaid = { fulfilment: 'PAY_TIMEOUT', paidTotal: 0, refundedTotal: 0, received: 0, refunds: [], givenBack: [] } as const;

const ends = ({ events }: Books): readonly string[] => events.filter((type) => type === 'PAY' || type === 'EXPIRE');

describe('a payment that arrives as its deadline passes', () => {
  test('either pays the order or, the order having expired, is booked and goes back: never both', async ({ app }) => {
    const shop = await openShop(app);
    for (const payFirst of [true, false, true, false, true, false]) {
      const { id, payUrl } = await waiting(shop);
      app.clock.jump(payWithinSeconds + 1);
      const contenders = [() => pay(payUrl), () => moveDueOrders(app.server.services, 100)];
      const [first, second] = await collide<number>(app, id, payFirst ? contenders : contenders.toReversed());
      const paid = payFirst ? first : second;
      const books = await booksOf(app, id);
      expect(ends(books)).toHaveLength(1);
      if (ends(books)[0] === 'PAY') await settled(app, id, paidInTime);
      else await settled(app, id, paid === 200 ? paidTooLate : neverPaid);
    }
  });

  test('does so in many races left to chance', async ({ app }) => {
    const shop = await openShop(app);
    const orders = await Promise.all(Array.from({ length: 40 }, () => waiting(shop)));
    app.clock.jump(payWithinSeconds + 1);
    const [statuses] = await Promise.all([
      Promise.all(orders.map(({ payUrl }) => pay(payUrl))),
      moveDueOrders(app.server.services, 100),
    ]);
    for (const [index, { id }] of orders.entries()) {
      await expect.poll(async () => ends(await booksOf(app, id)), { timeout: 15_000 }).toHaveLength(1);
      const late = statuses[index] === 200 ? paidTooLate : neverPaid;
      await settled(app, id, ends(await booksOf(app, id))[0] === 'PAY' ? paidInTime : late);
    }
  });
});

/** Begins one more payment: those before it are given up here, while the gateway would still take their money. */
async function beginAnother(app: App, shop: Shop, id: string): Promise<string> {
  await app.server.services.db`update payments set state = 'CLOSED', settled_at = now(), next_query_at = null where order_id = ${orderKey(id)} and state = 'STARTED'`;
  return beginPayment(shop.shopper, id);
}

describe('several payments of one order', () => {
  test('are one and the same while the first can still be paid, however often it is asked for', async ({ app }) => {
    const shop = await openShop(app);
    const { id, payUrl } = await waiting(shop);
    expect(new Set(await Promise.all(Array.from({ length: 5 }, () => beginPayment(shop.shopper, id))))).toEqual(new Set([payUrl]));
  });

  test('that all succeed pay it once; the surplus goes back exactly once', async ({ app }) => {
    const shop = await openShop(app);
    for (const attempts of [2, 3]) {
      const { id, payUrl } = await waiting(shop);
      const others = [];
      for (let attempt = 1; attempt < attempts; attempt += 1) others.push(await beginAnother(app, shop, id));
      const statuses = await collide(app, id, [payUrl, ...others].map((url) => () => pay(url)));
      expect(statuses).toEqual(Array.from({ length: attempts }, () => 200));
      const surplus = Array.from({ length: attempts - 1 }, () => 1000);
      await settled(app, id, {
        fulfilment: 'CONFIRM_PENDING', status: 'PAID_CONFIRM_PENDING', received: 1000 * attempts,
        paidTotal: 1000 * attempts, refundedTotal: 1000 * (attempts - 1), refunds: surplus, givenBack: surplus,
      });
      const { events } = await booksOf(app, id);
      expect([occurrences(events, 'PAY'), occurrences(events, 'PAYMENT_RECEIVED'), occurrences(events, 'REFUND_SUCCEEDED')]).toEqual([1, attempts - 1, attempts - 1]);
    }
  });

  test('can be canceled while the surplus is still on its way back', async ({ app }) => {
    const shop = await openShop(app);
    const { id, payUrl } = await waiting(shop);
    const second = await beginAnother(app, shop, id);
    await breakSandbox(app, 'refund-pending', numberOf(second));
    expect([await pay(payUrl), await pay(second)]).toEqual([200, 200]);
    const { orderCancel } = await shop.shopper.ask(/* GraphQL */ `
      mutation PaymentRacesCancel($input: OrderCancelInput!) { orderCancel(input: $input) { userErrors { code } } }`, { input: { orderId: id } });
    expect(orderCancel.userErrors).toEqual([]);
    await expect.poll(async () => (await booksOf(app, id)).refundedTotal, { timeout: 10_000 }).toBeGreaterThanOrEqual(1000);
    // The gateway pays the surplus out when it is asked again.
    app.clock.jump(3601);
    await settled(app, id, { status: 'CLOSED_REFUNDED', received: 2000, paidTotal: 2000, refundedTotal: 2000, refunds: [1000, 1000], givenBack: [1000, 1000] });
  });
});

const breakSandbox = async (app: App & { clock: JumpingClock }, fault: SandboxFaultRequest['fault'], number: string, times = 1): Promise<void> => {
  const call = createSandboxClient({ baseUrl: () => app.server.url, secret, timeoutMs: 5000, clock: app.clock.now });
  expect(await call('POST', '/sandbox/control', { fault, number, times })).toMatchObject({ kind: 'answer', status: 200 });
};

/** Tells the server what became of a charge, as the gateway would; the charge itself is left as it is. */
async function notify(app: App & { clock: JumpingClock }, number: string, state: 'PAID' | 'DECLINED' | 'CLOSED'): Promise<number> {
  const transactionId = state === 'PAID' ? `t-${number}` : null;
  const body = Buffer.from(JSON.stringify({ number, state, amount: 1000, currency: 'GBP', transactionId, refunded: 0, payPath: `/sandbox/pay/${number}` }));
  const headers = { 'content-type': 'application/json', ...signatureHeaders(secret, { purpose: callbackPurpose, body }, app.clock.now()) };
  return (await fetch(`${app.server.url}/payments/sandbox/notify`, { method: 'POST', headers, body })).status;
}

describe('callbacks', () => {
  test('that repeat the same news in line for one order have one effect', async ({ app }) => {
    const shop = await openShop(app);
    const { id, payUrl } = await waiting(shop);
    const statuses = await collide(app, id, Array.from({ length: 6 }, () => () => notify(app, numberOf(payUrl), 'PAID')));
    expect(statuses).toEqual(Array.from({ length: 6 }, () => 200));
    const { events } = await booksOf(app, id);
    expect(events).toEqual(['PLACED', 'START_PAYMENT', 'PAY']);
    await settled(app, id, paidInTime);
  });

  test('in any order leave a payment that succeeded as it is', async ({ app }) => {
    const shop = await openShop(app);
    for (const states of [['PAID', 'DECLINED'], ['DECLINED', 'PAID'], ['CLOSED', 'PAID', 'CLOSED'], ['DECLINED', 'DECLINED', 'PAID', 'PAID']] as const) {
      const { id, payUrl } = await waiting(shop);
      for (const state of states) expect(await notify(app, numberOf(payUrl), state)).toBe(200);
      const { events } = await booksOf(app, id);
      expect(occurrences(events, 'PAY')).toBe(1);
      expect(occurrences(events, 'PAYMENT_FAILED')).toBe(states[0] === 'PAID' ? 0 : 1);
      await settled(app, id, paidInTime);
    }
  });

  test('that contradict each other at the same moment leave the order paid, once', async ({ app }) => {
    const shop = await openShop(app);
    for (const declinedFirst of [true, false]) {
      const { id, payUrl } = await waiting(shop);
      const number = numberOf(payUrl);
      const contenders = [() => notify(app, number, 'DECLINED'), () => notify(app, number, 'PAID'), () => notify(app, number, 'PAID')];
      expect(await collide(app, id, declinedFirst ? contenders : contenders.toReversed())).toEqual([200, 200, 200]);
      expect(occurrences((await booksOf(app, id)).events, 'PAY')).toBe(1);
      await settled(app, id, paidInTime);
    }
  });

  test('that come long after the order was given up book the money and send it back once', async ({ app }) => {
    const shop = await openShop(app);
    const { id, payUrl } = await waiting(shop);
    await breakSandbox(app, 'lose-callback', numberOf(payUrl), 100);
    // The customer pays, and nobody hears of it before the deadline.
    expect(await pay(payUrl)).toBe(200);
    await Promise.all([app.clock.jump(payWithinSeconds + 1), moveDueOrders(app.server.services, 100)]);
    await expect.poll(async () => (await booksOf(app, id)).fulfilment, { timeout: 10_000 }).not.toBe('PAY_PENDING');
    const books = await booksOf(app, id);
    await settled(app, id, ends(books)[0] === 'PAY' ? paidInTime : paidTooLate);
    expect(await Promise.all([1, 2, 3].map(() => notify(app, numberOf(payUrl), 'PAID')))).toEqual([200, 200, 200]);
    await settled(app, id, ends(books)[0] === 'PAY' ? paidInTime : paidTooLate);
  });
});
