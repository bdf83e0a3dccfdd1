import { randomUUID } from 'node:crypto';
import { describe, expect } from 'vitest';
import { overdrawn, overfilled, postLedger } from '../../src/customers/post-ledger.ts';
import type { LedgerEntry, LedgerPosting } from '../../src/customers/ledger.rules.ts';
import type { Database } from '../../src/platform/database.ts';
import { newId } from '../../src/platform/ids.ts';
import { test, type App } from '../support/app.ts';
import { dbOf } from '../support/races.ts';

const at = '2026-03-01T09:30:00.000Z';

const posting = (customerId: string, entries: LedgerEntry[], extra: Partial<LedgerPosting> = {}): LedgerPosting =>
  ({ id: newId(), customerId, unit: 'POINTS', reason: 'ADJUST', orderId: null, note: null, at, entries, ...extra });

const points = (customerId: string, amount: number, extra: Partial<LedgerPosting> = {}): LedgerPosting =>
  posting(customerId, [{ kind: 'POINTS', amount }, { kind: 'PLATFORM_POINTS', amount: -amount }], extra);

const reserve = (customerId: string, amount: number): LedgerPosting =>
  posting(customerId, [{ kind: 'POINTS', amount: -amount }, { kind: 'POINTS_RESERVED', amount }], { reason: 'RESERVE' });

const post = async (db: Database, ...postings: LedgerPosting[]): Promise<void> =>
  void (await db`with saved as (select 1) ${postLedger(db, db`saved`, postings)} select 1`);

interface Books {
  readonly balance: number;
  readonly entries: number;
  readonly sum: number;
}

/** Every account of the customer beside what its entries say; each entry must carry on from the one before it. */
async function booksOf(app: App, customerId: string): Promise<Record<string, Books>> {
  const rows = await dbOf(app)<(Books & { account: string; gaps: number })[]>`
    select a.kind || ' ' || a.unit as account, a.balance, a.entries, coalesce(sum(e.amount), 0)::bigint as sum,
      count(*) filter (where e.balance_after <> e.running or e.seq <> e.place) as gaps
    from ledger_accounts a left join (
      select *, sum(amount) over account as running, row_number() over account as place from ledger_entries where seq is not null
      window account as (partition by customer_id, kind, unit order by seq)) e on (e.customer_id, e.kind, e.unit) = (a.customer_id, a.kind, a.unit)
    where a.customer_id = ${customerId} group by a.customer_id, a.kind, a.unit order by account`;
  for (const row of rows) expect(row, row.account).toMatchObject({ gaps: 0, sum: row.balance });
  return Object.fromEntries(rows.map(({ account, balance, entries, sum }) => [account, { balance, entries, sum }]));
}

const balances = async (app: App, customerId: string): Promise<Record<string, number>> =>
  Object.fromEntries(Object.entries(await booksOf(app, customerId)).map(([account, { balance }]) => [account, balance]));

async function unbalanced(app: App): Promise<number> {
  const [row] = await dbOf(app)<{ count: number }[]>`select count(*) from (select 1 from ledger_entries group by transaction_id having sum(amount) <> 0 or count(*) < 2) as t`;
  return row!.count;
}

describe('a posting', () => {
  test('opens the accounts it needs, and each entry says what the account held after it', async ({ app }) => {
    const customer = randomUUID();
    await post(dbOf(app), points(customer, 100));
    await post(dbOf(app), reserve(customer, 30));
    await post(dbOf(app), posting(customer, [{ kind: 'WALLET', amount: 1250 }, { kind: 'PLATFORM_WALLET', amount: -1250 }], { unit: 'GBP', reason: 'TOP_UP' }));
    expect(await booksOf(app, customer)).toEqual({
      'POINTS POINTS': { balance: 70, entries: 2, sum: 70 }, 'POINTS_RESERVED POINTS': { balance: 30, entries: 1, sum: 30 }, 'WALLET GBP': { balance: 1250, entries: 1, sum: 1250 },
    });
    const [platform] = await dbOf(app)<{ count: number }[]>`select count(*) from ledger_accounts where kind like 'PLATFORM%'`;
    expect(platform!.count).toBe(0);
  });

  test('goes with others of the same statement, which follow each other in their order', async ({ app }) => {
    const [customer, other] = [randomUUID(), randomUUID()];
    await post(dbOf(app), points(customer, 50), reserve(customer, 20), points(other, 7), points(customer, -30));
    expect(await balances(app, customer)).toEqual({ 'POINTS POINTS': 0, 'POINTS_RESERVED POINTS': 20 });
    expect(await balances(app, other)).toEqual({ 'POINTS POINTS': 7 });
  });

  test('is not made where the source yields no row, and once where it yields several', async ({ app }) => {
    const db = dbOf(app);
    const customer = randomUUID();
    await db`with saved as (select 1 where false) ${postLedger(db, db`saved`, [points(customer, 5)])} select 1`;
    expect(await balances(app, customer)).toEqual({});
    await db`with saved as (select generate_series(1, 3)) ${postLedger(db, db`saved`, [points(customer, 5)])} select 1`;
    expect(await balances(app, customer)).toEqual({ 'POINTS POINTS': 5 });
  });

  test('that takes more than there is undoes the whole statement, whether or not the account is there', async ({ app }) => {
    const db = dbOf(app);
    const customer = randomUUID();
    for (const had of [0, 9]) {
      if (had > 0) await post(db, points(customer, had));
      const subject = `overdrawn-${randomUUID()}`;
      const refused = await db`
        with saved as (insert into customers (id, subject, name, created_at, updated_at) values (${randomUUID()}, ${subject}, 'Ada', ${at}, ${at}) returning id)
        ${postLedger(db, db`saved`, [points(customer, -10)])} select 1`.catch((error: unknown) => error);
      expect(overdrawn(refused)).toBe(true);
      expect(await db`select 1 from customers where subject = ${subject}`).toHaveLength(0);
      expect(await balances(app, customer)).toEqual(had === 0 ? {} : { 'POINTS POINTS': had });
    }
  });

  test('that would dip below zero in between is refused, though it ends above', async ({ app }) => {
    const customer = randomUUID();
    await post(dbOf(app), points(customer, 5));
    expect(overdrawn(await post(dbOf(app), points(customer, -8), points(customer, 10)).catch((error: unknown) => error))).toBe(true);
    expect(await balances(app, customer)).toEqual({ 'POINTS POINTS': 5 });
  });

  test('that would fill an account beyond what it can hold is refused', async ({ app }) => {
    const customer = randomUUID();
    await post(dbOf(app), points(customer, 2_000_000_000));
    expect(overfilled(await post(dbOf(app), points(customer, 1)).catch((error: unknown) => error))).toBe(true);
    expect(overdrawn(new Error('something else'))).toBe(false);
  });

  test('is made once under one id', async ({ app }) => {
    const customer = randomUUID();
    const once = points(customer, 5);
    await post(dbOf(app), once);
    await expect(post(dbOf(app), once)).rejects.toThrow(/ledger_transactions_pkey/);
    expect(await balances(app, customer)).toEqual({ 'POINTS POINTS': 5 });
  });
});

describe('at once', () => {
  test('two hundred spends of one account never take more than there is', async ({ app }) => {
    const customer = randomUUID();
    await post(dbOf(app), points(customer, 100));
    const spends = Array.from({ length: 200 }, (_, index) => (index % 2 === 0 ? points(customer, -3) : reserve(customer, 2)));
    const ended = await Promise.allSettled(spends.map((spend) => post(dbOf(app), spend)));
    const failed = ended.filter(({ status }) => status === 'rejected');
    for (const one of failed) expect(overdrawn((one as PromiseRejectedResult).reason)).toBe(true);
    const { 'POINTS POINTS': left, 'POINTS_RESERVED POINTS': reserved } = await booksOf(app, customer);
    expect(left!.balance).toBeGreaterThanOrEqual(0);
    expect(left!.balance).toBeLessThan(3);
    expect(left!.entries).toBe(1 + 200 - failed.length);
    expect(reserved!.balance).toBe(2 * reserved!.entries);
  });

  test('a hundred first postings open one account', async ({ app }) => {
    const customer = randomUUID();
    await Promise.all(Array.from({ length: 100 }, () => post(dbOf(app), points(customer, 2), reserve(customer, 1))));
    expect(await booksOf(app, customer)).toMatchObject({ 'POINTS POINTS': { balance: 100, entries: 200 }, 'POINTS_RESERVED POINTS': { balance: 100, entries: 100 } });
  });

  test('many customers in one statement, in any order, do not wait for each other crosswise', async ({ app }) => {
    const customers = Array.from({ length: 20 }, () => randomUUID());
    await Promise.all(Array.from({ length: 40 }, (_, index) => post(dbOf(app), ...(index % 2 === 0 ? customers : customers.toReversed()).map((customer) => points(customer, 1)))));
    for (const customer of customers) expect(await balances(app, customer)).toEqual({ 'POINTS POINTS': 40 });
  });

  test('whatever was posted, the entries of every transaction sum to zero', async ({ app }) => {
    expect(await unbalanced(app)).toBe(0);
  });
});

describe('a posting that is none', () => {
  const customer = randomUUID();
  test.for<[string, LedgerPosting]>([
    ['does not sum to zero', posting(customer, [{ kind: 'POINTS', amount: 5 }, { kind: 'PLATFORM_POINTS', amount: -4 }])],
    ['has one entry', posting(customer, [{ kind: 'POINTS', amount: 5 }])],
    ['moves nothing', posting(customer, [{ kind: 'POINTS', amount: 0 }, { kind: 'PLATFORM_POINTS', amount: 0 }])],
    ['moves a fraction', posting(customer, [{ kind: 'POINTS', amount: 0.5 }, { kind: 'PLATFORM_POINTS', amount: -0.5 }])],
    ['names an account twice', posting(customer, [{ kind: 'POINTS', amount: 5 }, { kind: 'POINTS', amount: -5 }])],
    ['moves points in a currency', points(customer, 5, { unit: 'GBP' })],
    ['moves money as points', posting(customer, [{ kind: 'WALLET', amount: 5 }, { kind: 'PLATFORM_WALLET', amount: -5 }])],
  ])('because it %s is a mistake of the program', ([, fault], { app }) => {
    expect(() => postLedger(dbOf(app), dbOf(app)`saved`, [fault])).toThrow();
  });
});
