import { randomUUID } from 'node:crypto';
import { describe, expect } from 'vitest';
import { startApp, test as base, type App } from '../support/app.ts';
import { canceledOrder, must, onOrders, paidOrder, readOrder, soldAtTill, type Payload } from '../support/order-desk.ts';
import { dbOf, growth, orderKey, rowCounts } from '../support/races.ts';
import { openShop, placeAtTill, placeOnline } from '../support/seeds.ts';

/** EXPRESS orders are confirmed by hand here. */
const test = base.extend<{ app: App }>({
  app: [async ({}, use) => {
    const app = await startApp({ env: { CONFIRM_AUTOMATICALLY: 'false' } });
    await use(app);
    await app.stop();
  }, { scope: 'file' }],
});

const outcomes = ({ verdicts }: Payload): unknown[] => verdicts.map(({ outcome, userErrors: [error] }: Payload) => error?.code ?? outcome);

describe('one step for many orders', () => {
  test('judges each by itself: one refusal stops no other, and each answer shows its order', async ({ app }) => {
    const shop = await openShop(app);
    const [first, unpaid, second] = [await paidOrder(shop, 'EXPRESS'), await placeOnline(shop, 'EXPRESS'), await paidOrder(shop, 'EXPRESS')];
    const orderIds = [second.number, unpaid.id, 'nothing', first.id];
    const confirmed = await onOrders(shop.platform, 'ordersMove', { orderIds, step: 'CONFIRM' });
    expect(outcomes(confirmed)).toEqual(['DONE', 'TRANSITION_NOT_ALLOWED', 'NOT_FOUND', 'DONE']);
    expect(confirmed.verdicts).toMatchObject([
      { reference: second.number, order: { id: second.id, status: 'CONFIRMED_DELIVER_PENDING' } },
      { order: { id: unpaid.id, status: 'CREATED_PAY_PENDING' }, userErrors: [{ __typename: 'TransitionRefused' }] },
      { order: null, userErrors: [{ path: ['orderIds', '2'] }] }, { order: { id: first.id } },
    ]);
    expect(outcomes(await onOrders(shop.platform, 'ordersMove', { orderIds, step: 'CONFIRM' }))).toEqual(['UNCHANGED', 'TRANSITION_NOT_ALLOWED', 'NOT_FOUND', 'UNCHANGED']);
    expect(outcomes(await onOrders(shop.platform, 'ordersMove', { orderIds, step: 'ASSIGN_STORE', storeId: shop.storeId, comment: 'For you.' }))).toEqual(['DONE', 'TRANSITION_NOT_ALLOWED', 'NOT_FOUND', 'DONE']);
    expect(outcomes(await onOrders(shop.clerk, 'ordersMove', { orderIds, step: 'START_DELIVERY' }))).toEqual(['DONE', 'NOT_FOUND', 'NOT_FOUND', 'DONE']);
    expect((await readOrder(shop.shopper, first.id)).history.map(({ type }: Payload) => type)).toEqual(['PLACED', 'START_PAYMENT', 'PAY', 'CONFIRM', 'ASSIGN_STORE', 'START_DELIVERY']);
  });

  test('holds, releases, settles and cancels as the mutation of each step does, with its refunds', async ({ app }) => {
    const shop = await openShop(app);
    const [sold, open, cash] = [await soldAtTill(shop), await placeAtTill(shop), await placeAtTill(shop)];
    await must(shop.clerk, 'orderPayCash', { orderId: cash.id });
    const orderIds = [sold.id, open.id, cash.id];
    const move = async (input: Record<string, unknown>) => outcomes(await onOrders(shop.platform, 'ordersMove', { orderIds, ...input }));
    expect(await move({ step: 'SETTLE' })).toEqual(['DONE', 'TRANSITION_NOT_ALLOWED', 'TRANSITION_NOT_ALLOWED']);
    expect(await move({ step: 'HOLD', reason: 'Stock-taking.' })).toEqual(['TRANSITION_NOT_ALLOWED', 'DONE', 'DONE']);
    expect(await move({ step: 'CANCEL' })).toEqual(['TRANSITION_NOT_ALLOWED', 'ORDER_ON_HOLD', 'ORDER_ON_HOLD']);
    expect(await move({ step: 'RELEASE' })).toEqual(['UNCHANGED', 'DONE', 'DONE']);
    expect(await move({ step: 'CANCEL', reason: 'Closing down.' })).toEqual(['TRANSITION_NOT_ALLOWED', 'DONE', 'DONE']);
    const books = await dbOf(app)<{ refundedTotal: number; refunds: number }[]>`
      select o.refunded_total, (select count(*) from refunds r where r.order_id = o.id) as refunds from orders o where o.id = any(${[open.id, cash.id].map(orderKey)}::uuid[]) order by o.id`;
    expect(books).toEqual([{ refundedTotal: 0, refunds: 0 }, { refundedTotal: 1000, refunds: 1 }]);
    expect((await readOrder(shop.clerk, cash.id)).status).toBe('CLOSED_REFUNDED');
  });

  test('says what is wrong with the command itself once, and then does nothing', async ({ app }) => {
    const shop = await openShop(app);
    const { id, version } = await placeOnline(shop, 'FLASH');
    for (const [input, path] of [
      [{ step: 'HOLD' }, 'reason'], [{ step: 'HOLD', reason: ' ' }, 'reason'], [{ step: 'CANCEL', reason: 'x'.repeat(501) }, 'reason'], [{ step: 'ASSIGN_STORE' }, 'storeId'],
      [{ step: 'CANCEL', orderIds: [] }, 'orderIds'], [{ step: 'CANCEL', orderIds: Array.from({ length: 201 }, () => id) }, 'orderIds'],
    ] as const) {
      expect(await onOrders(shop.platform, 'ordersMove', { orderIds: [id], ...input })).toMatchObject({ verdicts: [], userErrors: [{ code: 'INVALID_INPUT', path: [path] }] });
    }
    expect((await readOrder(shop.platform, id)).version).toBe(version);
  });

  test('is rehearsed without a trace, with the answer that it would have', async ({ app }) => {
    const shop = await openShop(app);
    const [one, other] = [await placeOnline(shop, 'FLASH'), await canceledOrder(shop)];
    const before = await rowCounts(dbOf(app));
    const input = { orderIds: [one.id, other.id], step: 'CANCEL', idempotencyKey: randomUUID() };
    const rehearsed = await onOrders(shop.platform, 'ordersMove', { ...input, dryRun: true });
    expect(rehearsed).toMatchObject({ dryRun: true, verdicts: [{ outcome: 'DONE', order: { status: 'CLOSED_CANCELED', history: [{ type: 'PLACED' }, { type: 'CANCEL' }] } }, { outcome: 'REFUSED' }] });
    expect(growth(before, await rowCounts(dbOf(app)))).toEqual({});
    const done = await onOrders(shop.platform, 'ordersMove', input);
    expect(outcomes(done)).toEqual(outcomes(rehearsed));
    expect((await readOrder(shop.shopper, one.id)).status).toBe('CLOSED_CANCELED');
  });
});

describe('many such commands at once', () => {
  test('over the same orders in different sequences move each order once, and none of them waits for another for ever', async ({ app }) => {
    const shop = await openShop(app);
    const orders = await Promise.all(Array.from({ length: 12 }, () => placeOnline(shop, 'SELF_PICK')));
    const ids = orders.map(({ id }) => id);
    const sequences = Array.from({ length: 8 }, (_, turn) => [...ids.slice(turn), ...ids.slice(0, turn)]).map((sequence, index) => (index % 2 === 0 ? sequence : sequence.toReversed()));
    const people = await Promise.all(sequences.map((_, index) => app.person('PLATFORM', `mover-${index}-${randomUUID()}`)));
    const answers = await Promise.all(sequences.map((orderIds, index) => onOrders(people[index]!, 'ordersMove', { orderIds, step: 'CANCEL' })));
    const done = answers.flatMap(({ verdicts }) => verdicts.filter(({ outcome }: Payload) => outcome === 'DONE'));
    expect(done).toHaveLength(12);
    const events = await dbOf(app)<{ count: number }[]>`select count(*) from events where type = 'CANCEL' and subject_id = any(${ids.map(orderKey)}::uuid[])`;
    expect(events).toEqual([{ count: 12 }]);
  });

  test('with one key have one effect on all orders, and give the first answer, refusals among them, also after the orders have moved on', async ({ app }) => {
    const shop = await openShop(app);
    const [one, two, done] = [await placeOnline(shop, 'SELF_PICK'), await placeOnline(shop, 'SELF_PICK'), await canceledOrder(shop)];
    const input = { orderIds: [two.id, done.id, one.id], step: 'HOLD', reason: 'Counting.', idempotencyKey: randomUUID() };
    const answers = await Promise.all(Array.from({ length: 40 }, () => onOrders(shop.platform, 'ordersMove', input)));
    const said = ({ verdicts, userErrors }: Payload) => ({ verdicts, userErrors });
    expect(answers.filter(({ replayed }) => !replayed)).toHaveLength(1);
    for (const answer of answers) expect(said(answer)).toEqual(said(answers[0]));
    expect(outcomes(answers[0])).toEqual(['DONE', 'TRANSITION_NOT_ALLOWED', 'DONE']);
    await onOrders(shop.platform, 'ordersMove', { orderIds: [one.id, two.id], step: 'RELEASE' });
    const again = await onOrders(shop.platform, 'ordersMove', input);
    expect(again.replayed).toBe(true);
    expect(said(again)).toEqual(said(answers[0]));
    expect((await onOrders(shop.platform, 'ordersMove', { ...input, reason: 'Another.' })).userErrors).toMatchObject([{ code: 'IDEMPOTENCY_KEY_REUSED' }]);
  });
});
