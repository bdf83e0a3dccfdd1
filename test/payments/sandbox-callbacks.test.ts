import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { settleCharge } from '../../src/payments/sandbox/sandbox-books.ts';
import { openDatabase, type Database } from '../../src/platform/database.ts';
import { cloneDatabase, type TestDatabase } from '../support/database.ts';
import { toInstant, type Instant } from '../../src/platform/time.ts';
import { newCharge, startMerchant } from './sandbox-merchant.ts';

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

/** A clock that moves only when it is told to. */
function handClock() {
  let epoch = Date.parse('2026-03-01T09:30:00.000Z');
  return { clock: (): Instant => toInstant(epoch), advance: (seconds: number): void => void (epoch += seconds * 1000) };
}

describe('a callback', () => {
  test('is authentic only as it was sent, and only for five minutes', async () => {
    const { clock, advance } = handClock();
    const { gateway, customer, raw } = await startMerchant(db, { clock, retries: 'on-demand' });
    const charge = newCharge();
    await gateway.create(charge);
    await customer(charge.number, 'decline');
    const { body, headers } = raw[0]!;
    expect(gateway.parseNotification(body, headers)).toMatchObject({ number: charge.number, outcome: { kind: 'failed' } });
    expect(gateway.parseNotification(Buffer.from(body.toString().replace('DECLINED', 'PAID')), headers)).toBeNull();
    expect(gateway.parseNotification(body, { ...headers, 'docket-sandbox-signature': undefined })).toBeNull();
    advance(301);
    expect(gateway.parseNotification(body, headers)).toBeNull();
  });

  test('that is lost is sent again', async () => {
    const { gateway, customer, break: breakIt, receivedAtLeast, received } = await startMerchant(db);
    const charge = newCharge();
    await gateway.create(charge);
    await breakIt('lose-callback', charge.number);
    expect(await customer(charge.number, 'pay')).toMatchObject({ body: { state: 'PAID', delivered: false } });
    await receivedAtLeast(1);
    expect(received.map(({ notification }) => notification?.number)).toEqual([charge.number]);
    await expect.poll(() => customer(charge.number, 'pay')).toMatchObject({ body: { delivered: true } });
  });

  test('that is not acknowledged is sent again after ever longer pauses, until it is', async () => {
    const { clock, advance } = handClock();
    const { gateway, customer, sandbox, refuseCallbacks, received } = await startMerchant(db, { clock, retries: 'on-demand' });
    const charge = newCharge();
    await gateway.create(charge);
    refuseCallbacks(5);
    expect(await customer(charge.number, 'pay')).toMatchObject({ body: { delivered: false } });
    const pauses: number[] = [];
    for (let seconds = 0; received.length < 6; seconds += 1) {
      const before = received.length;
      await sandbox.deliverDueCallbacks();
      if (received.length > before) pauses.push(seconds);
      advance(1);
    }
    expect(pauses).toEqual([1, 3, 7, 15, 31]);
    expect(received.map(({ status }) => status)).toEqual([500, 500, 500, 500, 500, 200]);
    advance(100_000);
    expect(await sandbox.deliverDueCallbacks()).toBe(0);
    expect(await customer(charge.number, 'pay')).toMatchObject({ body: { delivered: true } });
  });

  test('that was not delivered before the end of the process is taken up by the next one', async () => {
    const first = await startMerchant(db);
    const charge = newCharge();
    await first.gateway.create(charge);
    await first.break('lose-callback', charge.number, 1000);
    await first.customer(charge.number, 'pay');
    await first.stop();
    expect(first.received).toEqual([]);
    const second = await startMerchant(db);
    await second.receivedAtLeast(1);
    expect(second.received[0]?.notification).toMatchObject({ number: charge.number, outcome: { kind: 'succeeded', amount: charge.amount } });
    expect(await second.gateway.query(charge.number)).toMatchObject({ kind: 'succeeded' });
  });

  test('whose process died on the way to it is taken up by another', async () => {
    const { clock, advance } = handClock();
    const { gateway, sandbox, received } = await startMerchant(db, { clock, retries: 'on-demand' });
    const charge = newCharge();
    await gateway.create(charge);
    await settleCharge(db, charge.number, 'PAID', clock());
    expect(await sandbox.deliverDueCallbacks()).toBe(0);
    advance(10);
    expect(await sandbox.deliverDueCallbacks()).toBe(1);
    expect(received).toMatchObject([{ status: 200, notification: { number: charge.number, outcome: { kind: 'succeeded' } } }]);
  });

  test('is sent by one of two processes that look at the same time', async () => {
    const { clock, advance } = handClock();
    const merchants = [await startMerchant(db, { clock, retries: 'on-demand' }), await startMerchant(db, { clock, retries: 'on-demand' })] as const;
    const charge = newCharge();
    await merchants[0].gateway.create(charge);
    merchants[0].refuseCallbacks(1);
    await merchants[0].customer(charge.number, 'pay');
    advance(10);
    const sent = await Promise.all(merchants.map(({ sandbox }) => sandbox.deliverDueCallbacks()));
    expect(sent.toSorted()).toEqual([0, 1]);
  });

  test('can arrive twice', async () => {
    const { gateway, customer, break: breakIt, received } = await startMerchant(db);
    const charge = newCharge();
    await gateway.create(charge);
    await breakIt('duplicate-callback', charge.number);
    expect(await customer(charge.number, 'pay')).toMatchObject({ body: { delivered: true } });
    expect(received).toHaveLength(2);
    expect(received[0]).toEqual(received[1]);
  });

  test('can name a wrong amount, which the next question corrects', async () => {
    const { gateway, customer, break: breakIt, received } = await startMerchant(db);
    const charge = newCharge();
    await gateway.create(charge);
    await breakIt('wrong-amount', charge.number);
    await customer(charge.number, 'pay');
    expect(received[0]?.notification?.outcome).toMatchObject({ kind: 'succeeded', amount: charge.amount + 1 });
    expect(await gateway.query(charge.number)).toMatchObject({ kind: 'succeeded', amount: charge.amount });
  });
});
