import { describe, expect, onTestFinished, test } from 'vitest';
import { startApp, type App } from '../support/app.ts';
import { breakSandbox } from '../support/break-sandbox.ts';
import { booksOf, dbOf, JumpingClock, occurrences, orderKey, startCluster, type Cluster } from '../support/races.ts';
import { beginPayment, openShop, payOnline, placeOnline, type Shop } from '../support/seeds.ts';

const cancel = /* GraphQL */ `
  mutation DueWorkCancel($input: OrderCancelInput!) { orderCancel(input: $input) { order { status } userErrors { code } } }`;
const step = (name: string): string => `mutation DueWork_${name}($input: OrderStepInput!) { ${name}(input: $input) { userErrors { code } } }`;
const ship = /* GraphQL */ `
  mutation DueWorkShip($input: OrderShipInput!) { orderShip(input: $input) { userErrors { code } } }`;

async function cluster(servers: number, env: Record<string, string> = {}): Promise<Cluster & { clock: JumpingClock }> {
  const clock = new JumpingClock();
  const started = await startCluster(servers, { clock: clock.now, env });
  onTestFinished(() => started.stop());
  return Object.assign(started, { clock });
}

const metric = async (app: App, name: string): Promise<number> => {
  const text = await (await fetch(`${app.server.url}/metrics`)).text();
  return text.split('\n').filter((line) => line.startsWith(name)).reduce((sum, line) => sum + Number(line.split(' ').at(-1)), 0);
};

describe('several servers on one database', () => {
  test('let each unpaid order expire once, and each shipped one be received once', async () => {
    const { apps, clock } = await cluster(3, { PAY_WITHIN_SECONDS: '600', RECEIPT_AFTER_SECONDS: '600' });
    const shop = await openShop(apps[0]);
    const unpaid = await Promise.all(Array.from({ length: 30 }, () => placeOnline(shop, 'FLASH')));
    const shipped = await Promise.all(Array.from({ length: 6 }, async () => {
      const { id: orderId } = await placeOnline(shop, 'EXPRESS');
      await payOnline(shop.shopper, orderId);
      await shop.platform.ask(step('orderStartDelivery'), { input: { orderId } });
      await shop.platform.ask(ship, { input: { orderId, courierCompany: 'Fleet', waybillNumber: 'W-1' } });
      return orderId;
    }));
    clock.jump(601);
    for (const { id } of unpaid) await expect.poll(async () => (await booksOf(apps[0], id)).fulfilment, { timeout: 10_000 }).toBe('PAY_TIMEOUT');
    for (const id of shipped) await expect.poll(async () => (await booksOf(apps[0], id)).fulfilment, { timeout: 10_000 }).toBe('CONFIRMED');
    for (const { id } of unpaid) expect(await booksOf(apps[0], id)).toMatchObject({ events: ['PLACED', 'EXPIRE'], contiguous: true, status: 'CLOSED_PAY_TIMEOUT' });
    for (const id of shipped) expect(occurrences((await booksOf(apps[0], id)).events, 'CONFIRM_RECEIPT')).toBe(1);
    for (const app of apps) expect(await metric(app, 'docket_due_work_failures')).toBe(0);
  });

  test('carry out each refund once', async () => {
    const { apps, clock } = await cluster(3);
    const shop = await openShop(apps[0]);
    const orders = await Promise.all(Array.from({ length: 12 }, async () => {
      const { id } = await placeOnline(shop, 'FLASH');
      await payOnline(shop.shopper, id);
      return id;
    }));
    await Promise.all(orders.map((orderId) => shop.shopper.ask(cancel, { input: { orderId } })));
    // Even when the lease of a refund runs out while its gateway is being asked.
    clock.jump(31);
    for (const id of orders) {
      await expect.poll(() => booksOf(apps[0], id), { timeout: 10_000 })
        .toMatchObject({ status: 'CLOSED_REFUNDED', refundedTotal: 1000, refunds: [1000], givenBack: [1000], contiguous: true });
      expect(occurrences((await booksOf(apps[0], id)).events, 'REFUND_SUCCEEDED')).toBe(1);
    }
  });
});

interface Paid {
  readonly id: string;
  readonly number: string;
}

async function paidOrder(shop: Shop): Promise<Paid> {
  const { id } = await placeOnline(shop, 'FLASH');
  const payUrl = await beginPayment(shop.shopper, id);
  expect((await fetch(payUrl, { method: 'POST' })).status).toBe(200);
  return { id, number: payUrl.split('/').at(-1)! };
}

const refundOf = async (app: App, orderId: string) =>
  (await dbOf(app)<{ state: string; attempts: number; lastProblem: string | null; nextAttemptAt: string | null }[]>`
    select state, attempts, last_problem, next_attempt_at from refunds where order_id = ${orderKey(orderId)}`)[0]!;

const refundedOnce = { status: 'CLOSED_REFUNDED', paidTotal: 1000, refundedTotal: 1000, refunds: [1000], givenBack: [1000], contiguous: true } as const;

describe('a refund', () => {
  test('goes back exactly once whatever the gateway does, as soon as it is well again', async () => {
    const { apps: [app], clock } = await cluster(1);
    const shop = await openShop(app);
    const faults = ['timeout-before', 'timeout-after', 'server-error', 'unsigned-response', 'refuse', 'refund-pending'] as const;
    const orders = await Promise.all(faults.map(async (fault) => {
      const paid = await paidOrder(shop);
      await breakSandbox(app, clock.now, fault, paid.number);
      return { fault, ...paid };
    }));
    await Promise.all(orders.map(({ id: orderId }) => shop.shopper.ask(cancel, { input: { orderId } })));
    for (const { id, fault } of orders) {
      await expect.poll(async () => (await refundOf(app, id)).state, { timeout: 15_000 }).toBe(fault === 'refuse' ? 'FAILED' : fault === 'refund-pending' ? 'PENDING' : 'UNKNOWN');
      expect(await booksOf(app, id), fault).toMatchObject({ status: 'CANCELED_REFUND_PENDING', refundedTotal: 0 });
    }
    // What is unknown is asked about soon; what was refused, by the hour.
    clock.jump(61);
    for (const { id, fault } of orders) {
      if (fault !== 'refuse') await expect.poll(() => booksOf(app, id), { timeout: 10_000 }).toMatchObject(refundedOnce);
    }
    clock.jump(3600);
    for (const { id, fault } of orders) {
      await expect.poll(() => booksOf(app, id), { timeout: 10_000 }).toMatchObject(refundedOnce);
      const { events } = await booksOf(app, id);
      expect([occurrences(events, 'REFUND_SUCCEEDED'), occurrences(events, 'REFUND_FAILED')], fault).toEqual([1, fault === 'refuse' ? 1 : 0]);
    }
  });

  test('that is refused again and again is told once, and asked for by the hour', async () => {
    const { apps: [app], clock } = await cluster(1);
    const shop = await openShop(app);
    const { id, number } = await paidOrder(shop);
    await breakSandbox(app, clock.now, 'refuse', number, 3);
    await shop.shopper.ask(cancel, { input: { orderId: id } });
    for (const attempts of [1, 2, 3]) {
      await expect.poll(async () => refundOf(app, id), { timeout: 10_000 }).toMatchObject({ state: 'FAILED', attempts });
      await expect.poll(async () => Date.parse((await refundOf(app, id)).nextAttemptAt!) - Date.parse(clock.now()), { timeout: 10_000 }).toBeGreaterThan(3_500_000);
      clock.jump(3601);
    }
    await expect.poll(() => booksOf(app, id), { timeout: 10_000 }).toMatchObject(refundedOnce);
    expect(occurrences((await booksOf(app, id)).events, 'REFUND_FAILED')).toBe(1);
  });

  test('that the gateway carried out while its server was stopped is not carried out again by the next one', async () => {
    const { apps: [first, second], databaseUrl, clock } = await cluster(2);
    const shop = await openShop(first!);
    const { id, number } = await paidOrder(shop);
    for (const app of [first!, second!]) await breakSandbox(app, clock.now, 'timeout-after', number);
    await shop.shopper.ask(cancel, { input: { orderId: id } });
    await expect.poll(async () => (await booksOf(first!, id)).givenBack, { timeout: 10_000 }).toEqual([1000]);
    // The money is back, and nobody here has heard so.
    expect(await booksOf(first!, id)).toMatchObject({ status: 'CANCELED_REFUND_PENDING', refundedTotal: 0 });
    await Promise.all([first!.stop(), second!.stop()]);
    clock.jump(3601);
    const next = await startApp({ databaseUrl, clock: clock.now });
    onTestFinished(() => next.stop());
    await expect.poll(() => booksOf(next, id), { timeout: 10_000 }).toMatchObject(refundedOnce);
    expect(occurrences((await booksOf(next, id)).events, 'REFUND_SUCCEEDED')).toBe(1);
    expect(await refundOf(next, id)).toMatchObject({ state: 'SUCCEEDED', nextAttemptAt: null });
  });
});

describe('due work that fails', () => {
  test('is counted and tried again, and the rest goes on', async () => {
    const { apps: [app], clock } = await cluster(1, { PAY_WITHIN_SECONDS: '600' });
    const shop = await openShop(app);
    const [stuck, other] = await Promise.all([placeOnline(shop, 'FLASH'), placeOnline(shop, 'FLASH')]);
    const db = dbOf(app);
    // The next event of this one order cannot be written, as with a full disk or a broken row.
    await db`insert into events (subject_id, version, subject_kind, type, at, actor_role, changes) values (${orderKey(stuck.id)}, 2, 'order', 'CANCEL', now(), 'SYSTEM', '{}')`;
    clock.jump(601);
    await expect.poll(async () => (await booksOf(app, other.id)).fulfilment, { timeout: 10_000 }).toBe('PAY_TIMEOUT');
    await expect.poll(() => metric(app, 'docket_due_work_failures'), { timeout: 10_000 }).toBeGreaterThan(1);
    expect((await booksOf(app, stuck.id)).fulfilment).toBe('PAY_PENDING');
    await db`delete from events where subject_id = ${orderKey(stuck.id)} and version = 2`;
    await expect.poll(() => booksOf(app, stuck.id), { timeout: 10_000 }).toMatchObject({ fulfilment: 'PAY_TIMEOUT', events: ['PLACED', 'EXPIRE'], contiguous: true });
  });
});
