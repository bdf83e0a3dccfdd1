import { describe, expect } from 'vitest';
import type { SandboxChargeReport, SandboxFaultRequest } from '../../src/payments/sandbox/sandbox-protocol.ts';
import { createSandboxClient } from '../../src/payments/sandbox/sandbox-client.ts';
import { callbackPurpose, signatureHeaders } from '../../src/payments/sandbox/sandbox-signature.ts';
import { systemClock } from '../../src/platform/time.ts';
import { test, type App } from '../support/app.ts';
import { beginPayment, openShop, placeAtTill, placeOnline, type Shop } from '../support/seeds.ts';

/** The one that test/support/app.ts gives to its servers. */
const secret = 'a secret of the test gateway';

const notify = (app: App, body: string | Buffer<ArrayBuffer>, headers: Record<string, string> = {}, tender = 'sandbox'): Promise<Response> =>
  fetch(`${app.server.url}/payments/${tender}/notify`, { method: 'POST', headers: { 'content-type': 'application/json', ...headers }, body });

/** A callback as the sandbox would send it. */
const signed = (app: App, content: unknown): Promise<Response> => {
  const body = Buffer.from(JSON.stringify(content));
  return notify(app, body, signatureHeaders(secret, { purpose: callbackPurpose, body }, systemClock()));
};

const paid = (number: string, minor = 1000, currency = 'GBP'): SandboxChargeReport =>
  ({ number, state: 'PAID', amount: minor, currency, transactionId: `t-${number}`, refunded: 0, payPath: `/sandbox/pay/${number}` });

const statusAndBody = async (response: Response): Promise<[number, string]> => [response.status, await response.text()];

const moneyOf = async ({ manager }: Shop, id: string) =>
  (await manager.ask(/* GraphQL */ `
    query MoneyOfOrder($id: ID!) { order(id: $id) { payment paidTotal { amount } refundedTotal { amount } payments { number state } } }`, { id })).order;

async function awaitingPayment(app: App) {
  const shop = await openShop(app);
  const order = await placeOnline(shop, 'FLASH');
  const payUrl = await beginPayment(shop.shopper, order.id);
  return { shop, order, payUrl, money: () => moneyOf(shop, order.id), number: payUrl.split('/').at(-1)! };
}

const breakSandbox = async (app: App, fault: SandboxFaultRequest['fault'], number: string): Promise<void> => {
  const call = createSandboxClient({ baseUrl: () => app.server.url, secret, timeoutMs: 5000, clock: systemClock });
  expect(await call('POST', '/sandbox/control', { fault, number })).toMatchObject({ kind: 'answer', status: 200 });
};

const unpaid = { payment: 'OPEN', paidTotal: { amount: '0.00' } };
const paidOnce = { payment: 'PAID', paidTotal: { amount: '10.00' }, refundedTotal: { amount: '0.00' } };

describe('a callback of a gateway', () => {
  test('pays the order once, however often it comes and all at once', async ({ app }) => {
    const { money, number } = await awaitingPayment(app);
    const answers = await Promise.all(Array.from({ length: 8 }, async () => statusAndBody(await signed(app, paid(number)))));
    expect(answers).toEqual(Array.from({ length: 8 }, () => [200, 'success']));
    expect(await statusAndBody(await signed(app, paid(number)))).toEqual([200, 'success']);
    expect(await money()).toMatchObject({ ...paidOnce, payments: [{ number, state: 'SUCCEEDED' }] });
  });

  test('that is not signed by the gateway changes nothing and learns nothing', async ({ app }) => {
    const { money, number } = await awaitingPayment(app);
    const body = Buffer.from(JSON.stringify(paid(number)));
    const now = systemClock();
    const old = new Date(Date.now() - 600_000).toISOString();
    const genuine = signatureHeaders(secret, { purpose: callbackPurpose, body }, now);
    const forgeries = [
      notify(app, body),
      notify(app, body, signatureHeaders('a guess', { purpose: callbackPurpose, body }, now)),
      notify(app, body, signatureHeaders(secret, { purpose: 'request POST /sandbox/charges', body }, now)),
      notify(app, body, signatureHeaders(secret, { purpose: callbackPurpose, body }, old)),
      notify(app, body.toString().replace('1000', '1001'), genuine),
      notify(app, '', genuine),
      // Whether a number exists is nothing for those who cannot sign.
      notify(app, JSON.stringify(paid('260301093000'))),
    ];
    for (const forgery of await Promise.all(forgeries)) expect(await statusAndBody(forgery)).toEqual([401, '']);
    expect(await money()).toMatchObject(unpaid);
  });

  test('about a number that nobody knows is not found', async ({ app }) => {
    expect(await statusAndBody(await signed(app, paid('26030109300012345678')))).toEqual([404, '']);
  });

  test('cannot speak about payments of another kind', async ({ app }) => {
    const shop = await openShop(app);
    const order = await placeAtTill(shop);
    const { orderPayCash } = await shop.clerk.ask(/* GraphQL */ `
      mutation CashForCallback($input: OrderPayCashInput!) { orderPayCash(input: $input) { userErrors { message } } }`,
    { input: { orderId: order.id, tendered: '10.00' } });
    expect(orderPayCash.userErrors).toEqual([]);
    const before = await moneyOf(shop, order.id);
    const [{ number }] = before.payments;
    expect(await statusAndBody(await signed(app, { ...paid(number), state: 'DECLINED', transactionId: null }))).toEqual([404, '']);
    expect(await moneyOf(shop, order.id)).toEqual(before);
  });

  test('has an address only where a gateway is switched on, in lower case', async ({ app }) => {
    const answers = await Promise.all(['sandbox', 'SANDBOX', 'cash', 'wechat'].map((tender) => notify(app, '{}', {}, tender)));
    expect(answers.map(({ status }) => status)).toEqual([401, 404, 404, 404]);
  });

  test('may be of any content type, or none', async ({ app }) => {
    const { money, number } = await awaitingPayment(app);
    const body = Buffer.from(JSON.stringify(paid(number)));
    const headers = { ...signatureHeaders(secret, { purpose: callbackPurpose, body }, systemClock()), 'content-type': 'text/xml; charset=gbk' };
    expect(await statusAndBody(await notify(app, body, headers))).toEqual([200, 'success']);
    expect(await money()).toMatchObject(paidOnce);
  });

  test('is refused without a word when it is too large', async ({ app }) => {
    expect(await statusAndBody(await notify(app, 'x'.repeat(64 * 1024 + 1)))).toEqual([413, '']);
  });

  test('that cannot be taken in is answered so that the gateway tries again, without detail', async ({ app }) => {
    expect(await statusAndBody(await signed(app, { unheard: 'of' }))).toEqual([500, '']);
  });

  test('with another amount or currency than was asked for pays nothing, and leaves the payment in doubt', async ({ app }) => {
    for (const [minor, currency] of [[999, 'GBP'], [1001, 'GBP'], [1000, 'EUR']] as const) {
      const { money, number } = await awaitingPayment(app);
      expect(await statusAndBody(await signed(app, paid(number, minor, currency)))).toEqual([200, 'success']);
      expect(await money()).toMatchObject({ payment: 'CONFIRMING', paidTotal: { amount: '0.00' }, payments: [{ state: 'UNKNOWN' }] });
    }
  });

  test('from the sandbox itself settles the order before the customer’s browser hears of it', async ({ app }) => {
    const { money, payUrl, number } = await awaitingPayment(app);
    await breakSandbox(app, 'duplicate-callback', number);
    const response = await fetch(payUrl, { method: 'POST' });
    expect(await response.json()).toEqual({ number, state: 'PAID', delivered: true });
    expect(await money()).toMatchObject(paidOnce);
  });

  test('of a declined payment fails it, and the order can be paid by another', async ({ app }) => {
    const { shop, order, money, payUrl, number } = await awaitingPayment(app);
    await fetch(payUrl, { method: 'POST', headers: { 'content-type': 'application/json' }, body: '{"outcome":"decline"}' });
    expect(await money()).toMatchObject({ ...unpaid, payments: [{ number, state: 'FAILED' }] });
    const second = await beginPayment(shop.shopper, order.id);
    await fetch(second, { method: 'POST' });
    expect(await money()).toMatchObject({ ...paidOnce, payments: [{ number, state: 'FAILED' }, { number: `${number}_2`, state: 'SUCCEEDED' }] });
  });

  test('that is lost arrives a little later', async ({ app }) => {
    const { money, payUrl, number } = await awaitingPayment(app);
    await breakSandbox(app, 'lose-callback', number);
    expect(await (await fetch(payUrl, { method: 'POST' })).json()).toMatchObject({ delivered: false });
    await expect.poll(money, { timeout: 10_000 }).toMatchObject(paidOnce);
  });
});
