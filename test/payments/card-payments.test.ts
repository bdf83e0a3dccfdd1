import { randomUUID } from 'node:crypto';
import { describe, expect } from 'vitest';
import { test, type App, type Person } from '../support/app.ts';
import { breakSandbox, openCompany, placeForCompany, swipe } from '../support/cards.ts';
import { codesOf, must, onOrder, readOrder, type Payload } from '../support/order-desk.ts';
import { everything, movableClock, ownApp } from '../support/order-states.ts';
import { openShop, placeAtTill } from '../support/seeds.ts';

const money = 'query CardMoney($id: ID!) { order(id: $id) { status payment refundedTotal { amount } payments { tender state transactionId } refunds { id state amount { amount } transactionId } } }';
const moneyOf = async (person: Person, id: string): Promise<Payload> => (await person.ask(money, { id })).order;

async function atTheCounter(app: App) {
  const company = await openCompany(app);
  const { order } = await placeForCompany(company.agent, company);
  return { ...company, order };
}

describe('a card payment', () => {
  test('that the terminals know as approved, for this order and its total, completes it', async ({ app }) => {
    const { agent, order } = await atTheCounter(app);
    const transactionId = await swipe(app, { reference: order.number });
    const paid = await must(agent, 'orderPayCard', { orderId: order.id, transactionId });
    expect(paid).toMatchObject({ status: 'CLOSED_CONFIRMED', payment: 'PAID' });
    expect(paid.history.map(({ type }: Payload) => type)).toEqual(['PLACED', 'PAY', 'COMPLETE']);
    expect(await moneyOf(agent, order.id)).toMatchObject({ payments: [{ tender: 'CARD', state: 'SUCCEEDED', transactionId }] });
    expect((await must(agent, 'orderPayCard', { orderId: order.id, transactionId })).version).toBe(paid.version);
  });

  test.for<[string, Record<string, unknown>, string]>([
    ['declined', { status: 'DECLINED' }, 'TRANSACTION_NOT_APPROVED'], ['aborted', { status: 'ABORTED' }, 'TRANSACTION_NOT_APPROVED'],
    ['of another amount', { amount: 999 }, 'AMOUNT_MISMATCH'], ['in another currency', { currency: 'EUR' }, 'CURRENCY_MISMATCH'],
    ['for another order', { reference: 'another' }, 'REFERENCE_MISMATCH'], ['that gives money back', { type: 'REFUND' }, 'TRANSACTION_MISMATCH'],
  ])('%s is refused by name, and leaves no trace', async ([, transaction, code], { app }) => {
    const { agent, order } = await atTheCounter(app);
    const transactionId = await swipe(app, { reference: order.number, ...transaction });
    const before = await everything(app);
    expect(await onOrder(agent, 'orderPayCard', { orderId: order.id, transactionId })).toMatchObject({ order: { status: 'CREATED_PAY_PENDING' }, userErrors: [{ code, path: ['transactionId'] }] });
    expect(await everything(app)).toBe(before);
  });

  test('of an unknown id, or of one with no form, is refused', async ({ app }) => {
    const { agent, order } = await atTheCounter(app);
    expect(codesOf(await onOrder(agent, 'orderPayCard', { orderId: order.id, transactionId: 'UXI2KS784JOC9A0' }))).toEqual(['TRANSACTION_NOT_FOUND']);
    for (const transactionId of ['', ' ', 'a/b', 'x'.repeat(65)]) expect(codesOf(await onOrder(agent, 'orderPayCard', { orderId: order.id, transactionId }))).toEqual(['INVALID_INPUT']);
  });

  test('whose id has paid another order is refused, whatever the terminals say of it then', async ({ app }) => {
    const { agent, order, ...company } = await atTheCounter(app);
    const { order: other } = await placeForCompany(agent, company);
    const transactionId = await swipe(app, { reference: order.number });
    await must(agent, 'orderPayCard', { orderId: order.id, transactionId });
    expect(codesOf(await onOrder(agent, 'orderPayCard', { orderId: other.id, transactionId }))).toEqual(['REFERENCE_MISMATCH']);
    // The terminals themselves may be fooled: the id is good once all the same.
    await app.server.services.db`update sandbox_card_transactions set reference = ${other.number} where id = ${transactionId}`;
    for (const dryRun of [false, true]) expect(codesOf(await onOrder(agent, 'orderPayCard', { orderId: other.id, transactionId, dryRun }))).toEqual(['TRANSACTION_USED']);
    expect(await readOrder(agent, other.id)).toMatchObject({ status: 'CREATED_PAY_PENDING', payment: 'OPEN' });
  });

  test('of one order, sent a hundred times with and without keys, is booked once', async ({ app }) => {
    const { agent, order } = await atTheCounter(app);
    const transactionId = await swipe(app, { reference: order.number });
    const answers = await Promise.all(Array.from({ length: 50 }, (_, index) => onOrder(agent, 'orderPayCard', { orderId: order.id, transactionId, ...(index % 2 === 0 && { idempotencyKey: randomUUID() }) })));
    for (const { userErrors } of answers) expect(userErrors).toEqual([]);
    expect(await moneyOf(agent, order.id)).toMatchObject({ status: 'CLOSED_CONFIRMED', payments: [{ state: 'SUCCEEDED' }], refunds: [] });
  });

  test('through anybody’s own terminals only: faults on command are told apart, by their names', async ({ app }) => {
    const { agent, order } = await atTheCounter(app);
    const transactionId = await swipe(app, { reference: order.number });
    for (const [fault, code] of [['card-not-found', 'TRANSACTION_NOT_FOUND'], ['card-not-approved', 'TRANSACTION_NOT_APPROVED'], ['wrong-amount', 'AMOUNT_MISMATCH'], ['card-wrong-reference', 'REFERENCE_MISMATCH']] as const) {
      await breakSandbox(app, fault, transactionId);
      expect(codesOf(await onOrder(agent, 'orderPayCard', { orderId: order.id, transactionId }))).toEqual([code]);
    }
    await must(agent, 'orderPayCard', { orderId: order.id, transactionId });
  });

  test('pays what is left of an in-store order, which a clerk may then complete', async ({ app }) => {
    const shop = await openShop(app);
    const order = await placeAtTill(shop);
    await must(shop.clerk, 'orderPayCash', { orderId: order.id, amount: '4.00' });
    const transactionId = await swipe(app, { reference: order.number, amount: 600 });
    expect(await must(shop.clerk, 'orderPayCard', { orderId: order.id, transactionId })).toMatchObject({ status: 'PAID_CONFIRM_PENDING', payment: 'PAID' });
    expect((await moneyOf(shop.clerk, order.id)).payments).toMatchObject([{ tender: 'CASH' }, { tender: 'CARD' }]);
  });
});

describe('a card in doubt', () => {
  test.each(['unsigned-response', 'server-error', 'card-inconclusive'] as const)('(%s) leaves the payment unknown, keeps its id, refuses other steps, and is asked about until it is known', async (fault) => {
    const { clock, forward } = movableClock();
    await using app = await ownApp({ clock });
    const { agent, order, ...company } = await atTheCounter(app);
    const transactionId = await swipe(app, { reference: order.number });
    await breakSandbox(app, fault, transactionId);
    const doubtful = await must(agent, 'orderPayCard', { orderId: order.id, transactionId });
    expect(doubtful).toMatchObject({ status: 'CREATED_PAY_PENDING', payment: 'CONFIRMING' });
    expect((await moneyOf(agent, order.id)).payments).toMatchObject([{ state: 'UNKNOWN', transactionId }]);
    for (const [field, input] of [['orderPayCash', {}], ['orderCancel', {}], ['orderPayCard', { transactionId: 'ANOTHER1' }]] as const) {
      expect(codesOf(await onOrder(agent, field, { orderId: order.id, ...input }))).toEqual(['PAYMENT_IN_DOUBT']);
    }
    const { order: other } = await placeForCompany(agent, company);
    await app.server.services.db`update sandbox_card_transactions set reference = ${other.number} where id = ${transactionId}`;
    expect(codesOf(await onOrder(agent, 'orderPayCard', { orderId: other.id, transactionId }))).toEqual(['TRANSACTION_USED']);
    await app.server.services.db`update sandbox_card_transactions set reference = ${order.number} where id = ${transactionId}`;
    forward(10);
    await expect.poll(async () => (await readOrder(agent, order.id)).status, { timeout: 10_000 }).toBe('CLOSED_CONFIRMED');
  });

  test('that turns out to be declined frees the order and the id, and time runs again', async () => {
    const { clock, forward } = movableClock();
    await using app = await ownApp({ clock, env: { PAY_WITHIN_SECONDS: '600' } });
    const { agent, order } = await atTheCounter(app);
    const transactionId = await swipe(app, { reference: order.number, status: 'PENDING' });
    await must(agent, 'orderPayCard', { orderId: order.id, transactionId });
    forward(700);
    // It does not run out of time while nobody knows.
    await expect.poll(async () => (await moneyOf(agent, order.id)).payments[0].state, { timeout: 10_000 }).toBe('UNKNOWN');
    expect((await readOrder(agent, order.id)).status).toBe('CREATED_PAY_PENDING');
    await app.server.services.db`update sandbox_card_transactions set status = 'DECLINED' where id = ${transactionId}`;
    forward(3600);
    await expect.poll(async () => (await readOrder(agent, order.id)).status, { timeout: 10_000 }).toBe('CLOSED_PAY_TIMEOUT');
    expect((await moneyOf(agent, order.id)).payments).toMatchObject([{ state: 'FAILED', transactionId: null }]);
  });
});

describe('money back to a card', () => {
  async function canceled(app: App) {
    const shop = await openShop(app);
    const order = await placeAtTill(shop);
    const chargeId = await swipe(app, { reference: order.number });
    await must(shop.clerk, 'orderPayCard', { orderId: order.id, transactionId: chargeId });
    await must(shop.clerk, 'orderCancel', { orderId: order.id });
    return { ...shop, order, chargeId };
  }

  test('waits for a terminal, and has gone back once the terminal’s refund is found to be this one', async ({ app }) => {
    const { clerk, order, chargeId } = await canceled(app);
    expect(await moneyOf(clerk, order.id)).toMatchObject({ status: 'CANCELED_REFUND_PENDING', refunds: [{ state: 'REQUESTED', transactionId: null }] });
    const good = { type: 'REFUND', reference: order.number, originalId: chargeId };
    for (const [transaction, code] of [
      [{ ...good, amount: 1 }, 'AMOUNT_MISMATCH'], [{ ...good, originalId: 'SOMETHING' }, 'TRANSACTION_MISMATCH'], [{ ...good, status: 'ERROR' }, 'TRANSACTION_NOT_APPROVED'],
      [{ ...good, status: 'INCONCLUSIVE' }, 'TRANSACTION_NOT_FINAL'], [{ ...good, type: 'CHARGE' }, 'TRANSACTION_MISMATCH'],
    ] as const) expect(codesOf(await onOrder(clerk, 'orderRefundCard', { orderId: order.id, transactionId: await swipe(app, transaction) }))).toEqual([code]);
    const transactionId = await swipe(app, good);
    await breakSandbox(app, 'server-error', transactionId);
    expect(codesOf(await onOrder(clerk, 'orderRefundCard', { orderId: order.id, transactionId }))).toEqual(['TERMINALS_UNREACHABLE']);
    const done = await must(clerk, 'orderRefundCard', { orderId: order.id, transactionId });
    expect(done).toMatchObject({ status: 'CLOSED_REFUNDED', payment: 'REFUNDED' });
    expect(await moneyOf(clerk, order.id)).toMatchObject({ refundedTotal: { amount: '10.00' }, refunds: [{ state: 'SUCCEEDED', transactionId }] });
    expect((await must(clerk, 'orderRefundCard', { orderId: order.id, transactionId })).version).toBe(done.version);
  });

  test('by a refund that has given back another payment is refused, and so is one that nothing waits for', async ({ app }) => {
    const [one, other] = [await canceled(app), await canceled(app)];
    const transactionId = await swipe(app, { type: 'REFUND', reference: one.order.number, originalId: one.chargeId });
    await must(one.clerk, 'orderRefundCard', { orderId: one.order.id, transactionId });
    await app.server.services.db`update sandbox_card_transactions set reference = ${other.order.number}, original_id = ${other.chargeId} where id = ${transactionId}`;
    for (const dryRun of [false, true]) expect(codesOf(await onOrder(other.clerk, 'orderRefundCard', { orderId: other.order.id, transactionId, dryRun }))).toEqual(['TRANSACTION_USED']);
    const unpaid = await placeAtTill(one);
    expect(codesOf(await onOrder(one.clerk, 'orderRefundCard', { orderId: unpaid.id, transactionId: 'ABCDEF' }))).toEqual(['NOTHING_TO_REFUND']);
  });
});
