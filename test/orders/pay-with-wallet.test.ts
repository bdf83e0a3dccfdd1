import { randomUUID } from 'node:crypto';
import { describe, expect } from 'vitest';
import { moveDueOrders } from '../../src/orders/steps/order-timers.ts';
import { test, type Person } from '../support/app.ts';
import { accountsOf, grant } from '../support/benefits.ts';
import { everything } from '../support/order-states.ts';
import { booksOf, dbOf, occurrences, orderKey } from '../support/races.ts';
import { openShop, payOnline, placeAtTill, placeOnline } from '../support/seeds.ts';
import { take } from '../commands/mutation-cases.ts';

const paying = /* GraphQL */ `
  mutation WalletPay($input: OrderPayWithWalletInput!) {
    orderPayWithWallet(input: $input) {
      order { id status payment version paidTotal { amount } amountDue { amount } payments { tender state amount { amount } refunded { amount } } refunds { state amount { amount } } history { type actorName } }
      userErrors { code path message } replayed
    }
  }`;

const pay = async (who: Person, input: Record<string, unknown>) => (await who.ask(paying, { input })).orderPayWithWallet;

describe('a wallet', () => {
  test('pays an order at once, and the shopper has done it', async ({ app }) => {
    const shop = await openShop(app);
    await grant(shop, { money: '25.00' });
    const { id } = await placeOnline(shop, 'FLASH');
    const { order, userErrors } = await pay(shop.shopper, { orderId: id });
    expect(userErrors).toEqual([]);
    expect(order).toMatchObject({
      status: 'PAID_CONFIRM_PENDING', payment: 'PAID', paidTotal: { amount: '10.00' }, payments: [{ tender: 'WALLET', state: 'SUCCEEDED', amount: { amount: '10.00' } }],
      history: [{ type: 'PLACED' }, { type: 'PAY', actorName: shop.shopper.subject }],
    });
    expect(await accountsOf(app, shop)).toMatchObject({ wallet: 1500, reasons: ['WALLET_PAYMENT'] });
  });

  test('pays a part, and the rest is paid in another way', async ({ app }) => {
    const shop = await openShop(app);
    await grant(shop, { money: '4.00' });
    const { id } = await placeOnline(shop, 'FLASH');
    expect((await pay(shop.shopper, { orderId: id, amount: '4.00' })).order).toMatchObject({ status: 'CREATED_PAY_PENDING', payment: 'PARTIALLY_PAID', amountDue: { amount: '6.00' } });
    await payOnline(shop.shopper, id);
    expect(await booksOf(app, id)).toMatchObject({ status: 'PAID_CONFIRM_PENDING', paidTotal: 1000, received: 1000 });
  });

  test('has back what is refunded, at once, and a gateway what it brought', async ({ app }) => {
    const shop = await openShop(app);
    await grant(shop, { money: '4.00' });
    const { id } = await placeOnline(shop, 'FLASH');
    await pay(shop.shopper, { orderId: id, amount: '4.00' });
    await payOnline(shop.shopper, id);
    await take(shop.shopper, 'orderCancel', { orderId: id });
    expect(await accountsOf(app, shop)).toMatchObject({ wallet: 400, reasons: ['WALLET_PAYMENT', 'WALLET_REFUND'] });
    await expect.poll(async () => (await booksOf(app, id)).status, { timeout: 10_000 }).toBe('CLOSED_REFUNDED');
    expect(await booksOf(app, id)).toMatchObject({ refundedTotal: 1000, givenBack: [600] });
  });

  test('has back the part that it paid of an order that is not paid in full in time', async ({ app }) => {
    const shop = await openShop(app);
    await grant(shop, { money: '4.00' });
    const { id } = await placeOnline(shop, 'FLASH');
    await pay(shop.shopper, { orderId: id, amount: '4.00' });
    await dbOf(app)`update orders set timer_at = now() - interval '1 minute', pay_deadline = now() - interval '1 minute' where id = ${orderKey(id)}`;
    await moveDueOrders(app.server.services, 1000);
    await expect.poll(async () => (await booksOf(app, id)).status).toBe('CLOSED_PAY_TIMEOUT');
    expect(await booksOf(app, id)).toMatchObject({ paidTotal: 400, refundedTotal: 400, refunds: [400] });
    expect(await accountsOf(app, shop)).toMatchObject({ wallet: 400, reasons: ['WALLET_PAYMENT', 'WALLET_REFUND'] });
  });

  test('pays no more than it holds, than is due, and than the order’s owner wants', async ({ app }) => {
    const shop = await openShop(app);
    await grant(shop, { money: '9.99' });
    const { id } = await placeOnline(shop, 'FLASH');
    const till = await placeAtTill(shop, { customerSubject: shop.shopper.subject });
    const stranger = (await openShop(app)).shopper;
    const before = await everything(app);
    const refused: [Record<string, unknown>, string, string[] | null][] = [
      [{ orderId: id }, 'INSUFFICIENT_FUNDS', ['amount']], [{ orderId: id, dryRun: true }, 'INSUFFICIENT_FUNDS', ['amount']], [{ orderId: id, amount: '10.01' }, 'INVALID_INPUT', ['amount']],
      [{ orderId: id, amount: '0' }, 'INVALID_INPUT', ['amount']], [{ orderId: id, amount: '1.005' }, 'INVALID_INPUT', ['amount']],
      [{ orderId: till.id }, 'NOT_YOUR_STEP', null], [{ orderId: id, amount: '1.00', expectedVersion: 9 }, 'VERSION_CONFLICT', ['expectedVersion']],
    ];
    for (const [input, code, path] of refused) expect((await pay(shop.shopper, input)).userErrors, JSON.stringify(input)).toMatchObject([{ code, path }]);
    expect((await pay(stranger, { orderId: id })).userErrors).toMatchObject([{ code: 'NOT_FOUND' }]);
    expect(await everything(app)).toBe(before);
  });

  test('pays once, however often it is tapped', async ({ app }) => {
    const shop = await openShop(app);
    await grant(shop, { money: '100.00' });
    const { id } = await placeOnline(shop, 'FLASH');
    const answers = await Promise.all(Array.from({ length: 20 }, () => pay(shop.shopper, { orderId: id })));
    for (const { userErrors } of answers) if (userErrors.length > 0) expect(userErrors).toMatchObject([{ code: 'VERSION_CONFLICT' }]);
    expect(await accountsOf(app, shop)).toMatchObject({ wallet: 9000, reasons: ['WALLET_PAYMENT'] });
  });

  test('is never overdrawn by two hundred payments at once', async ({ app }) => {
    const shop = await openShop(app);
    await grant(shop, { money: '50.00' });
    const ids = await Promise.all(Array.from({ length: 200 }, async () => (await placeOnline(shop, 'FLASH')).id));
    const answers = await Promise.all(ids.map((orderId) => pay(shop.shopper, { orderId, idempotencyKey: randomUUID() })));
    const codes = answers.flatMap(({ userErrors }) => userErrors.map(({ code }: { code: string }) => code));
    expect(occurrences(codes, 'INSUFFICIENT_FUNDS')).toBe(195);
    expect(await accountsOf(app, shop)).toMatchObject({ wallet: 0 });
  });
});
