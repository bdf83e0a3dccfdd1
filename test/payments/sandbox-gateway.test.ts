import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openDatabase, type Database } from '../../src/platform/database.ts';
import { cloneDatabase, type TestDatabase } from '../support/database.ts';
import { newCharge, newRefund, startMerchant } from './sandbox-merchant.ts';

let database: TestDatabase;
let db: Database;

beforeAll(async () => {
  database = await cloneDatabase();
  db = openDatabase(database.url);
});

afterAll(async () => {
  await db.end();
  await database.drop();
});

const countOf = async (number: string): Promise<number> =>
  (await db`select 1 from sandbox_charges where number = ${number}`).length;

describe('a charge', () => {
  test('comes with the address where it is paid, and is pending until then', async () => {
    const { gateway } = await startMerchant(db);
    const charge = newCharge();
    expect(await gateway.create(charge)).toEqual({ kind: 'created', clientParameters: { payUrl: `https://shop.example/sandbox/pay/${charge.number}` } });
    expect(await gateway.query(charge.number)).toEqual({ kind: 'pending' });
  });

  test('created again with the same parameters is the same charge, whatever has become of it', async () => {
    const { gateway, customer } = await startMerchant(db);
    const charge = newCharge();
    const first = await gateway.create(charge);
    expect(await gateway.create(charge)).toEqual(first);
    await customer(charge.number, 'pay');
    expect(await gateway.create(charge)).toEqual(first);
    expect(await gateway.query(charge.number)).toMatchObject({ kind: 'succeeded' });
  });

  test.each([
    ['amount', { amount: 1593 }],
    ['currency', { currency: 'EUR' }],
    ['description', { description: 'Something else' }],
  ])('created again with another %s is refused and stays as it was', async (_what, change) => {
    const { gateway, customer } = await startMerchant(db);
    const charge = newCharge();
    await gateway.create(charge);
    expect(await gateway.create({ ...charge, ...change })).toMatchObject({ kind: 'failed' });
    await customer(charge.number, 'pay');
    expect(await gateway.query(charge.number)).toMatchObject({ kind: 'succeeded', amount: 1592, currency: 'GBP' });
  });

  test.each([0, -1, 1.5, Number.MAX_SAFE_INTEGER + 1])('of %d minor units is refused', async (amount) => {
    const { gateway } = await startMerchant(db);
    expect(await gateway.create({ ...newCharge(), amount })).toMatchObject({ kind: 'failed' });
  });

  test('may have a description longer than gateways take', async () => {
    const { gateway } = await startMerchant(db);
    const charge = { ...newCharge(), description: '🧥'.repeat(500) };
    expect(await gateway.create(charge)).toMatchObject({ kind: 'created' });
    expect(await gateway.create(charge)).toMatchObject({ kind: 'created' });
  });

  test('nobody has heard of has failed', async () => {
    const { gateway, customer } = await startMerchant(db);
    const { number } = newCharge();
    expect(await gateway.query(number)).toMatchObject({ kind: 'failed' });
    expect(await gateway.close(number)).toMatchObject({ kind: 'failed' });
    expect(await customer(number, 'pay')).toMatchObject({ status: 404 });
  });
});

describe('paying', () => {
  test('succeeds with a plain POST, once, and is called back', async () => {
    const { gateway, customer, received } = await startMerchant(db);
    const { number } = newCharge();
    await gateway.create({ ...newCharge(24_414, 'JPY'), number });
    expect(await customer(number, null)).toEqual({ status: 200, body: { number, state: 'PAID', delivered: true } });
    const paid = await gateway.query(number);
    expect(paid).toEqual({ kind: 'succeeded', transactionId: expect.any(String), amount: 24_414, currency: 'JPY' });
    expect(received).toEqual([{ status: 200, notification: { number, outcome: paid } }]);
  });

  test('twice changes nothing and calls back once', async () => {
    const { gateway, customer, received } = await startMerchant(db);
    const charge = newCharge();
    await gateway.create(charge);
    const answers = [await customer(charge.number, 'pay'), await customer(charge.number, 'pay')];
    const paid = await gateway.query(charge.number);
    const concurrent = await Promise.all([customer(charge.number, 'pay'), customer(charge.number, null)]);
    for (const answer of [...answers, ...concurrent]) expect(answer).toEqual({ status: 200, body: { number: charge.number, state: 'PAID', delivered: true } });
    expect(await gateway.query(charge.number)).toEqual(paid);
    expect(received).toHaveLength(1);
  });

  test('can be declined, once and for all', async () => {
    const { gateway, customer, received } = await startMerchant(db);
    const charge = newCharge();
    await gateway.create(charge);
    expect(await customer(charge.number, 'decline')).toEqual({ status: 200, body: { number: charge.number, state: 'DECLINED', delivered: true } });
    expect(await customer(charge.number, 'pay')).toMatchObject({ status: 409 });
    const outcome = await gateway.query(charge.number);
    expect(outcome).toMatchObject({ kind: 'failed' });
    expect(received.map(({ notification }) => notification)).toEqual([{ number: charge.number, outcome }]);
  });

  test('what is paid cannot be declined afterwards', async () => {
    const { gateway, customer } = await startMerchant(db);
    const charge = newCharge();
    await gateway.create(charge);
    await customer(charge.number, 'pay');
    expect(await customer(charge.number, 'decline')).toMatchObject({ status: 409 });
    expect(await gateway.query(charge.number)).toMatchObject({ kind: 'succeeded' });
  });

  test('what is closed is refused, and closing again is no fault', async () => {
    const { gateway, customer, received } = await startMerchant(db);
    const charge = newCharge();
    await gateway.create(charge);
    const closed = await gateway.close(charge.number);
    expect(closed).toMatchObject({ kind: 'failed' });
    expect(await customer(charge.number, 'pay')).toMatchObject({ status: 409, body: { code: 'NOT_PAYABLE' } });
    expect(await gateway.close(charge.number)).toEqual(closed);
    expect(received).toEqual([]);
  });

  test('and closing at the same time have one winner, of which both sides hear', async () => {
    const { gateway, customer } = await startMerchant(db);
    for (const charge of Array.from({ length: 10 }, () => newCharge())) {
      await gateway.create(charge);
      const [closed, paid] = await Promise.all([gateway.close(charge.number), customer(charge.number, 'pay')]);
      expect(closed.kind).toBe(paid.status === 200 ? 'succeeded' : 'failed');
      expect((await gateway.query(charge.number)).kind).toBe(closed.kind);
    }
  });

  test('is refused for an outcome that does not exist', async () => {
    const { gateway, url } = await startMerchant(db);
    const charge = newCharge();
    await gateway.create(charge);
    const answers = await Promise.all(['{"outcome":"steal"}', '{', 'null', '[]'].map((body) =>
      fetch(`${url}/sandbox/pay/${charge.number}`, { method: 'POST', headers: { 'content-type': 'application/json' }, body })));
    expect(answers.map(({ status }) => status)).toEqual([400, 400, 400, 400]);
    expect(await gateway.query(charge.number)).toEqual({ kind: 'pending' });
  });
});

describe('an answer that proves nothing', () => {
  test.each([
    ['timeout-before', 0],
    ['server-error', 0],
    ['timeout-after', 1],
    ['unsigned-response', 1],
  ] as const)('leaves the outcome unknown (%s), and asking again is safe', async (fault, created) => {
    const { gateway, break: breakIt } = await startMerchant(db, { timeoutMs: 500 });
    const charge = newCharge();
    await breakIt(fault, charge.number);
    expect(await gateway.create(charge)).toMatchObject({ kind: 'unknown', reason: expect.any(String) });
    expect(await countOf(charge.number)).toBe(created);
    expect(await gateway.create(charge)).toMatchObject({ kind: 'created' });
    await breakIt(fault, charge.number);
    expect(await gateway.query(charge.number)).toMatchObject({ kind: 'unknown' });
    expect(await gateway.query(charge.number)).toEqual({ kind: 'pending' });
    await breakIt(fault, charge.number);
    expect(await gateway.close(charge.number)).toMatchObject({ kind: 'unknown' });
    expect(await gateway.close(charge.number)).toMatchObject({ kind: 'failed' });
  });

  test('leaves it unknown when the two do not share a secret', async () => {
    const { gateway } = await startMerchant(db, { adapterSecret: 'another secret' });
    const charge = newCharge();
    expect(await gateway.create(charge)).toMatchObject({ kind: 'unknown' });
    expect(await gateway.query(charge.number)).toMatchObject({ kind: 'unknown' });
    expect(await gateway.refund(newRefund(charge, 1))).toMatchObject({ kind: 'unknown' });
    expect(await countOf(charge.number)).toBe(0);
  });

  test('is all that an unsigned request gets', async () => {
    const { url } = await startMerchant(db);
    const charge = newCharge();
    const requests: [string, string, object?][] = [
      ['POST', '/sandbox/charges', charge], ['GET', `/sandbox/charges/${charge.number}`], ['POST', `/sandbox/charges/${charge.number}/close`],
      ['POST', '/sandbox/refunds', newRefund(charge, 1)], ['GET', '/sandbox/refunds/R1'], ['POST', '/sandbox/control', { fault: 'refuse' }],
    ];
    for (const [method, path, body] of requests) {
      const response = await fetch(url + path, { method, ...(body && { body: JSON.stringify(body) }) });
      expect([path, response.status]).toEqual([path, 401]);
    }
    expect(await countOf(charge.number)).toBe(0);
  });

  test('leaves it unknown when nobody listens', async () => {
    const { gateway, stop } = await startMerchant(db);
    await stop();
    const charge = newCharge();
    const outcomes = await Promise.all([gateway.create(charge), gateway.query(charge.number), gateway.close(charge.number), gateway.refund(newRefund(charge, 1))]);
    expect(outcomes.map(({ kind }) => kind)).toEqual(['unknown', 'unknown', 'unknown', 'unknown']);
  });

  test('is not a refusal: that is definite', async () => {
    const { gateway, break: breakIt } = await startMerchant(db);
    const charge = newCharge();
    await breakIt('refuse', charge.number);
    expect(await gateway.create(charge)).toMatchObject({ kind: 'failed' });
    expect(await countOf(charge.number)).toBe(0);
  });

  test('does not keep a server from closing', async () => {
    const { gateway, break: breakIt, stop } = await startMerchant(db, { timeoutMs: 60_000 });
    const charge = newCharge();
    await breakIt('timeout-after', charge.number);
    const created = gateway.create(charge);
    await expect.poll(() => countOf(charge.number)).toBe(1);
    await stop();
    expect(await created).toMatchObject({ kind: 'unknown' });
  });
});
