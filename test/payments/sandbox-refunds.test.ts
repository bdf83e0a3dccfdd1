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
  (await db`select 1 from sandbox_refunds where number = ${number}`).length;

async function paidCharge(amount = 1592) {
  const merchant = await startMerchant(db, { timeoutMs: 1000 });
  const charge = newCharge(amount);
  await merchant.gateway.create(charge);
  await merchant.customer(charge.number, 'pay');
  return { ...merchant, charge };
}

describe('a refund', () => {
  test('asked for again under its number is the same refund', async () => {
    const { gateway, charge } = await paidCharge();
    const request = newRefund(charge, 592);
    const first = await gateway.refund(request);
    expect(first).toEqual({ kind: 'succeeded', transactionId: expect.any(String), amount: 592, currency: 'GBP' });
    expect(await gateway.refund(request)).toEqual(first);
    expect(await gateway.refund({ ...request, amount: 593 })).toMatchObject({ kind: 'failed' });
    expect(await gateway.refund(newRefund(charge, 1000))).toMatchObject({ kind: 'succeeded' });
    expect(await gateway.refund(newRefund(charge, 1))).toMatchObject({ kind: 'failed' });
  });

  test('sums never exceed what was paid, however many are asked for at once', async () => {
    const { gateway, charge } = await paidCharge(1000);
    const outcomes = await Promise.all(Array.from({ length: 8 }, () => gateway.refund(newRefund(charge, 300))));
    expect(outcomes.map(({ kind }) => kind).toSorted()).toEqual([...Array.from({ length: 5 }, () => 'failed'), ...Array.from({ length: 3 }, () => 'succeeded')]);
    expect(await gateway.refund(newRefund(charge, 101))).toMatchObject({ kind: 'failed' });
    expect(await gateway.refund(newRefund(charge, 100))).toMatchObject({ kind: 'succeeded' });
  });

  test('asked for many times at once under one number is one refund', async () => {
    const { gateway, charge } = await paidCharge(1000);
    const request = newRefund(charge, 300);
    const outcomes = await Promise.all(Array.from({ length: 8 }, () => gateway.refund(request)));
    expect(new Set(outcomes.map((outcome) => outcome.kind === 'succeeded' && outcome.transactionId)).size).toBe(1);
    expect(await gateway.refund(newRefund(charge, 701))).toMatchObject({ kind: 'failed' });
    expect(await gateway.refund(newRefund(charge, 700))).toMatchObject({ kind: 'succeeded' });
  });

  test('of what was not paid, is not known, or is in another currency is refused', async () => {
    const { gateway, charge } = await paidCharge();
    const open = newCharge();
    await gateway.create(open);
    expect(await gateway.refund(newRefund(open, 1))).toMatchObject({ kind: 'failed' });
    expect(await gateway.refund(newRefund(newCharge(), 1))).toMatchObject({ kind: 'failed' });
    expect(await gateway.refund({ ...newRefund(charge, 1), currency: 'EUR' })).toMatchObject({ kind: 'failed' });
  });

  test('under a number that another charge has used is refused', async () => {
    const { gateway, customer, charge } = await paidCharge();
    const other = newCharge();
    await gateway.create(other);
    await customer(other.number, 'pay');
    const request = newRefund(charge, 500);
    await gateway.refund(request);
    expect(await gateway.refund({ ...request, chargeNumber: other.number })).toMatchObject({ kind: 'failed' });
    expect(await gateway.refund(newRefund(other, 1592))).toMatchObject({ kind: 'succeeded' });
  });

  test('whose answer never came is made once', async () => {
    const { gateway, charge, break: breakIt } = await paidCharge();
    const request = newRefund(charge, 1592);
    await breakIt('timeout-after', charge.number);
    expect(await gateway.refund(request)).toMatchObject({ kind: 'unknown' });
    expect(await countOf(request.number)).toBe(1);
    expect(await gateway.refund(request)).toMatchObject({ kind: 'succeeded', amount: 1592 });
    expect(await gateway.refund(newRefund(charge, 1))).toMatchObject({ kind: 'failed' });
  });

  test('may take its time, and be refused and succeed later under the same number', async () => {
    const { gateway, charge, break: breakIt } = await paidCharge();
    const [slow, refused] = [newRefund(charge, 1000), newRefund(charge, 592)];
    await breakIt('refund-pending', slow.number, 2);
    expect([await gateway.refund(slow), await gateway.refund(slow), (await gateway.refund(slow)).kind]).toEqual([{ kind: 'pending' }, { kind: 'pending' }, 'succeeded']);
    await breakIt('refuse', charge.number);
    expect([(await gateway.refund(refused)).kind, (await gateway.refund(refused)).kind]).toEqual(['failed', 'succeeded']);
  });
});
