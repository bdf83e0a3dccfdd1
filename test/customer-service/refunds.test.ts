import { describe, expect } from 'vitest';
import { test, type App, type Person } from '../support/app.ts';
import { breakSandbox } from '../support/break-sandbox.ts';
import { movableClock, ownApp } from '../support/order-states.ts';
import { dbOf, orderKey } from '../support/races.ts';
import { payOnline } from '../support/seeds.ts';
import { attempt, codesOf, deliver, ofPrices, seen, seenOrder, sellAtTill, take, until } from './service-desk.ts';

const address = { returnAddress: { street: 'Dock 4', city: 'Leeds' } };
const paymentsOf = async (person: Person, id: string): Promise<{ id: string; number: string; tender: string; amount: { amount: string }; refunded: { amount: string } }[]> =>
  (await person.ask('query RefundPayments($id: ID!) { order(id: $id) { payments { id number tender amount { amount } refunded { amount } } } }', { id })).order.payments;
const givenBack = async (app: App, orderId: string): Promise<number[]> => (await dbOf(app)<{ amount: number }[]>`
  select s.amount from payments p join sandbox_refunds s on s.charge_number = p.number where p.order_id = ${orderKey(orderId)} and s.state = 'SUCCEEDED' order by s.number`).map(({ amount }) => amount);

describe('a refund through a gateway', () => {
  test('that fails stays REFUND_PENDING, says so in plain words, and is retried by hand until it succeeds, once (S2-225)', async ({ app }) => {
    const { shop, orderId } = await deliver(app, ofPrices(['33.00', 2]));
    const { customerService: { id } } = await take(shop.shopper, 'Request', { orderId, type: 'REFUND', reason: 'Never came' });
    await take(shop.clerk, 'Approve', { customerServiceId: id });
    expect(codesOf(await attempt(shop.clerk, 'RetryRefund', { customerServiceId: id }))).toEqual(['NO_REFUSED_REFUND']);
    const [payment] = await paymentsOf(shop.clerk, orderId);
    await breakSandbox(app, app.server.services.clock, 'refuse', payment!.number, 2);
    await take(shop.clerk, 'Refund', { customerServiceId: id });
    await expect.poll(async () => (await seen(shop.clerk, id)).payoutState, { timeout: 10_000 }).toBe('REFUSED');
    expect(await seen(shop.shopper, id)).toMatchObject({ status: 'REFUND_PENDING', refunds: [{ state: 'FAILED', attempts: 1 }], order: { status: 'CANCELED_REFUND_PENDING' } });
    expect(codesOf(await attempt(shop.clerk, 'ChangeAmount', { customerServiceId: id, amount: '1.00' }))).toEqual(['REFUND_BEGUN']);
    expect(codesOf(await attempt(shop.clerk, 'Refuse', { customerServiceId: id, reason: 'Never mind' }))).toEqual(['REFUND_BEGUN']);
    await take(shop.clerk, 'RetryRefund', { customerServiceId: id });
    await expect.poll(async () => (await seen(shop.clerk, id)).refunds[0].attempts, { timeout: 10_000 }).toBe(2);
    await expect.poll(async () => (await seen(shop.clerk, id)).payoutState, { timeout: 10_000 }).toBe('REFUSED');
    await take(shop.clerk, 'RetryRefund', { customerServiceId: id });
    await until(shop.clerk, id, 'REFUNDED');
    const { log, refunds } = await seen(shop.shopper, id);
    expect(log.slice(2).map(({ text }: { text: string }) => text)).toEqual([
      'Refund begun: 66.00 GBP', 'Refund failed; it is tried again', 'Refund asked for again', 'Refund failed; it is tried again', 'Refund asked for again', 'Money has gone back: 66.00 GBP by now', 'Refund completed',
    ]);
    expect(log.every(({ content }: { content: string | null }) => content === null)).toBe(true);
    expect(refunds).toMatchObject([{ state: 'SUCCEEDED', attempts: 3 }]);
    expect(await givenBack(app, orderId)).toEqual([6600]);
  });

  test('tells of every turn it takes, and is retried by itself: unknown, pending, done', async () => {
    const { clock, forward } = movableClock();
    await using app = await ownApp({ clock });
    const { shop, orderId } = await deliver(app, ofPrices(['5.00', 1]));
    const [payment] = await paymentsOf(shop.clerk, orderId);
    await breakSandbox(app, clock, 'timeout-before', payment!.number);
    await breakSandbox(app, clock, 'refund-pending', payment!.number);
    const { customerService: { id } } = await take(shop.clerk, 'Create', { orderId, type: 'RETURN', reason: 'Broken', goodsHandedIn: true, refundNow: true });
    const refundIs = (state: string) => expect.poll(async () => (await seen(shop.clerk, id)).refunds[0].state, { timeout: 15_000 }).toBe(state);
    await refundIs('UNKNOWN');
    forward(61);
    await refundIs('PENDING');
    forward(121);
    await refundIs('SUCCEEDED');
    const { log, status, payoutState } = await seen(shop.clerk, id);
    expect([status, payoutState]).toEqual(['REFUNDED', 'DONE']);
    expect(log.slice(3).map(({ type }: { type: string }) => type)).toEqual(['REFUND', 'REFUND_UNKNOWN', 'REFUND_PENDING', 'REFUND_SUCCEEDED', 'FINISH_REFUND']);
    expect(log[4].content).toContain('did not answer');
    expect(await givenBack(app, orderId)).toEqual([500]);
  });
});

describe('a refund of what several tenders paid', () => {
  const split = (app: App) => sellAtTill(app, ofPrices(['10.00', 2]), ['5.00', '7.00', '8.00']);

  test('goes back over the last payment first, each at most what it paid', async ({ app }) => {
    const { shop, orderId } = await split(app);
    await take(shop.clerk, 'Create', { orderId, type: 'RETURN', reason: 'Broken', returns: [{ seq: 1, quantity: 1 }], goodsHandedIn: true, refundNow: true });
    expect((await paymentsOf(shop.clerk, orderId)).map(({ refunded }) => refunded.amount)).toEqual(['0.00', '2.00', '8.00']);
    await take(shop.clerk, 'Create', { orderId, type: 'RETURN', reason: 'Broken, too', goodsHandedIn: true, refundNow: true });
    expect((await paymentsOf(shop.clerk, orderId)).map(({ refunded }) => refunded.amount)).toEqual(['5.00', '7.00', '8.00']);
    expect(await seenOrder(shop.clerk, orderId)).toMatchObject({ status: 'CLOSED_REFUNDED', payment: 'REFUNDED', refundedTotal: { amount: '20.00' } });
  });

  test('goes back as the clerk says, where the shares are lawful and come to all of it', async ({ app }) => {
    const { shop, orderId } = await split(app);
    const [first, second, third] = await paymentsOf(shop.clerk, orderId);
    const { customerService: { id } } = await take(shop.clerk, 'Create', { orderId, type: 'RETURN', reason: 'Broken', returns: [{ seq: 1, quantity: 1 }], goodsHandedIn: true });
    const over = (...shares: readonly (readonly [string, string])[]) => ({ customerServiceId: id, over: shares.map(([paymentId, amount]) => ({ paymentId, amount })) });
    for (const [input, code, path] of [
      [over([first!.id, '5.01'], [second!.id, '4.99']), 'REFUND_TOO_LARGE', ['over', '0', 'amount']], [over([first!.id, '5.00'], [second!.id, '4.00']), 'INVALID_INPUT', ['over']],
      [over([first!.id, '5.00'], [first!.id, '5.00']), 'INVALID_INPUT', ['over']], [over(['payment_nonsense', '10.00']), 'NOT_FOUND', ['over', '0', 'paymentId']], [over([third!.id, '-1.00']), 'INVALID_INPUT', ['over', '0', 'amount']],
    ] as const) expect((await attempt(shop.clerk, 'Refund', input)).userErrors, JSON.stringify(input)).toMatchObject([{ code, path }]);
    await take(shop.clerk, 'Refund', over([first!.id, '5.00'], [third!.id, '5.00']));
    expect((await paymentsOf(shop.clerk, orderId)).map(({ refunded }) => refunded.amount)).toEqual(['5.00', '0.00', '5.00']);
  });

  test('is done only when the last of them is: cash at once, the gateway’s part when it has paid', async ({ app }) => {
    const shop = (await sellAtTill(app, ofPrices(['1.00', 1]))).shop;
    const { orderPlaceInStore } = await shop.clerk.ask('mutation Mixed($input: OrderPlaceInStoreInput!) { orderPlaceInStore(input: $input) { order { id } } }', { input: { storeId: shop.storeId, lines: [{ sku: shop.sku, quantity: 2 }] } });
    const orderId = orderPlaceInStore.order.id;
    await payOnline(shop.clerk, orderId).catch(() => undefined);
    await shop.clerk.ask('mutation MixedDone($id: ID!) { orderComplete(input: { orderId: $id }) { userErrors { code } } }', { id: orderId });
    const { customerService: { id } } = await take(shop.clerk, 'Create', { orderId, type: 'EXCHANGE', reason: 'Bigger', returns: [{ seq: 1, quantity: 1 }], replacements: [{ sku: shop.sku, quantity: 2 }], goodsHandedIn: true });
    await shop.clerk.ask('mutation MixedPay($id: ID!) { orderPayCash(input: { orderId: $id }) { userErrors { code } } }', { id: orderId });
    await take(shop.clerk, 'ShipReplacement', { customerServiceId: id });
    await take(shop.clerk, 'CompleteExchange', { customerServiceId: id });
    const [charge] = await paymentsOf(shop.clerk, orderId);
    await breakSandbox(app, app.server.services.clock, 'refuse', charge!.number);
    const all = await take(shop.clerk, 'Create', { orderId, type: 'RETURN', reason: 'Enough', goodsHandedIn: true, refundNow: true });
    expect(all.customerService).toMatchObject({ status: 'REFUND_PENDING', refundFee: { amount: '30.00' }, refundedTotal: { amount: '10.00' }, payoutState: 'RUNNING' });
    await expect.poll(async () => (await seen(shop.clerk, all.customerService.id)).payoutState, { timeout: 10_000 }).toBe('REFUSED');
    await take(shop.clerk, 'RetryRefund', { customerServiceId: all.customerService.id });
    await until(shop.clerk, all.customerService.id, 'REFUNDED');
    expect(await seenOrder(shop.clerk, orderId)).toMatchObject({ status: 'CLOSED_REFUNDED', payment: 'REFUNDED', refundedTotal: { amount: '30.00' } });
    expect(await givenBack(app, orderId)).toEqual([2000]);
  });
});

test('a refund of nothing is declared done, and ends an order of goods that cost nothing', async ({ app }) => {
  const { shop, orderId } = await deliver(app, ofPrices(['8.00', 1]));
  const { customerService: { id } } = await take(shop.shopper, 'Request', { orderId, type: 'RETURN', reason: 'Broken' });
  await take(shop.clerk, 'Approve', { customerServiceId: id, ...address });
  await take(shop.clerk, 'Receive', { customerServiceId: id });
  await take(shop.clerk, 'ChangeAmount', { customerServiceId: id, amount: '0.00', reason: 'Broken by the customer' });
  expect(await take(shop.clerk, 'Refund', { customerServiceId: id })).toMatchObject({ customerService: { status: 'REFUNDED', refunds: [], payoutState: 'DONE' }, order: { status: 'CLOSED_REFUNDED', refundedTotal: { amount: '0.00' } } });
});
