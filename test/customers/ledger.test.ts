import { describe, expect } from 'vitest';
import { personIdOf, toGlobalId } from '../../src/platform/ids.ts';
import { saveProfile } from '../commands/customer-cases.ts';
import { test, type Person } from '../support/app.ts';
import { dbOf, growth, rowCounts } from '../support/races.ts';
import { openShop, placeOnline } from '../support/seeds.ts';

const adjust = /* GraphQL */ `
  mutation LedgerAdjust($input: LedgerAdjustInput!) {
    ledgerAdjust(input: $input) { entry { id account reason change { points money { amount currency } } balanceAfter { points money { amount } } orderId note } userErrors { code path message } } }`;
const statement = /* GraphQL */ `
  query LedgerStatement($customerId: ID, $account: LedgerAccount, $currency: CurrencyCode, $first: Int, $after: String) {
    ledgerStatement(customerId: $customerId, account: $account, currency: $currency, first: $first, after: $after) {
      balance { points money { amount currency } } pageInfo { hasNextPage endCursor } edges { cursor node { id change { points money { amount } } balanceAfter { points money { amount } } note } } } }`;
const me = /* GraphQL */ `
  query LedgerMe { me { pointsBalance pointsReserved pointsEarned pointsSpent walletBalance { amount currency } yen: walletBalance(currency: "JPY") { amount } walletBalances { amount currency } } }`;

const give = async (platform: Person, input: Record<string, unknown>) => (await platform.ask(adjust, { input: { reason: 'A gift', ...input } })).ledgerAdjust;

interface Page {
  readonly edges: { node: { change: { points: number } } }[];
  readonly pageInfo: { endCursor: string | null; hasNextPage: boolean };
}

describe('points and money that the platform gives and takes', () => {
  test('are shown to the customer: balances, totals and every movement, newest first', async ({ app }) => {
    const shop = await openShop(app);
    const customerId = await saveProfile(shop);
    expect(await give(shop.platform, { customerId, points: 761 })).toMatchObject({ userErrors: [], entry: { account: 'POINTS', reason: 'ADJUST', change: { points: 761, money: null }, balanceAfter: { points: 761 }, orderId: null, note: 'A gift' } });
    expect(await give(shop.platform, { customerId, points: -61, reason: 'A mistake' })).toMatchObject({ userErrors: [], entry: { change: { points: -61 }, balanceAfter: { points: 700 } } });
    expect(await give(shop.platform, { customerId, money: { amount: '12.50', currency: 'GBP' } })).toMatchObject({ userErrors: [], entry: { account: 'WALLET', change: { points: null, money: { amount: '12.50', currency: 'GBP' } } } });
    expect(await give(shop.platform, { customerId, money: { amount: '298', currency: 'JPY' } })).toMatchObject({ userErrors: [] });
    expect((await shop.shopper.ask(me)).me).toEqual({
      pointsBalance: 700, pointsReserved: 0, pointsEarned: 761, pointsSpent: 61, walletBalance: { amount: '12.50', currency: 'GBP' }, yen: { amount: '298' },
      walletBalances: [{ amount: '12.50', currency: 'GBP' }, { amount: '298', currency: 'JPY' }],
    });
    const { ledgerStatement } = await shop.shopper.ask(statement);
    expect(ledgerStatement.balance).toEqual({ points: 700, money: null });
    expect(ledgerStatement.edges.map(({ node }: { node: unknown }) => node)).toMatchObject([
      { change: { points: -61 }, balanceAfter: { points: 700 }, note: 'A mistake' }, { change: { points: 761 }, balanceAfter: { points: 761 }, note: 'A gift' },
    ]);
    const wallet = (await shop.platform.ask(statement, { customerId, account: 'WALLET', currency: 'JPY' })).ledgerStatement;
    expect(wallet).toMatchObject({ balance: { points: null, money: { amount: '298', currency: 'JPY' } }, edges: [{ node: { change: { money: { amount: '298' } } } }] });
  });

  test('are never more than there is: the refusal says which are lacking, and nothing moves', async ({ app }) => {
    const shop = await openShop(app);
    const customerId = await saveProfile(shop);
    await give(shop.platform, { customerId, points: 10 });
    await give(shop.platform, { customerId, money: { amount: '5.00', currency: 'GBP' } });
    const before = await rowCounts(dbOf(app));
    const answers = [
      await give(shop.platform, { customerId, points: -11 }), await give(shop.platform, { customerId, money: { amount: '-5.01', currency: 'GBP' } }), await give(shop.platform, { customerId, money: { amount: '-1', currency: 'JPY' } }),
      await give(shop.platform, { customerId, points: -11, dryRun: true }),
    ];
    expect(answers.map(({ userErrors: [{ code, path }], entry }) => [code, path, entry])).toEqual([
      ['INSUFFICIENT_POINTS', ['points'], null], ['INSUFFICIENT_FUNDS', ['money'], null], ['INSUFFICIENT_FUNDS', ['money'], null], ['INSUFFICIENT_POINTS', ['points'], null],
    ]);
    expect(growth(before, await rowCounts(dbOf(app)))).toEqual({});
  });

  test('are refused where nobody, nothing, both or too much is named', async ({ app }) => {
    const shop = await openShop(app);
    const customerId = await saveProfile(shop);
    const gbp = (amount: string) => ({ amount, currency: 'GBP' });
    const faults: [Record<string, unknown>, string, string[]][] = [
      [{ customerId: toGlobalId('customer', personIdOf('nobody-at-all')), points: 1 }, 'NOT_FOUND', ['customerId']], [{ customerId: 'customer_nonsense', points: 1 }, 'NOT_FOUND', ['customerId']],
      [{ customerId }, 'INVALID_INPUT', ['points']], [{ customerId, points: 1, money: gbp('1') }, 'INVALID_INPUT', ['money']], [{ customerId, points: 0 }, 'INVALID_INPUT', ['points']],
      [{ customerId, points: 10_000_001 }, 'INVALID_INPUT', ['points']], [{ customerId, money: gbp('0.001') }, 'INVALID_INPUT', ['money', 'amount']], [{ customerId, money: gbp('0.00') }, 'INVALID_INPUT', ['money', 'amount']],
      [{ customerId, money: gbp('10000000000.01') }, 'INVALID_INPUT', ['money', 'amount']], [{ customerId, points: 1, reason: ' ' }, 'INVALID_INPUT', ['reason']], [{ customerId, points: 1, reason: 'x'.repeat(201) }, 'INVALID_INPUT', ['reason']],
    ];
    for (const [input, code, path] of faults) expect((await give(shop.platform, input)).userErrors, JSON.stringify(input)).toMatchObject([{ code, path }]);
    expect((await shop.shopper.ask(me)).me.pointsBalance).toBe(0);
  });

  test('never fall below zero when two hundred are taken at once', async ({ app }) => {
    const shop = await openShop(app);
    const customerId = await saveProfile(shop);
    await give(shop.platform, { customerId, points: 50 });
    const answers = await Promise.all(Array.from({ length: 200 }, () => give(shop.platform, { customerId, points: -1 })));
    const refused = answers.filter(({ entry }) => entry === null);
    expect(refused).toHaveLength(150);
    for (const { userErrors } of refused) expect(userErrors).toMatchObject([{ code: 'INSUFFICIENT_POINTS' }]);
    expect((await shop.shopper.ask(me)).me).toMatchObject({ pointsBalance: 0, pointsEarned: 50, pointsSpent: 50 });
    const seen = answers.flatMap(({ entry }) => (entry ? [entry.balanceAfter.points] : []));
    expect(seen.toSorted((a, b) => a - b)).toEqual(Array.from({ length: 50 }, (_, index) => index));
  });
});

describe('a statement', () => {
  test('comes in pages that join without gap or repetition, also while it grows', async ({ app }) => {
    const shop = await openShop(app);
    const customerId = await saveProfile(shop);
    for (let points = 1; points <= 7; points += 1) await give(shop.platform, { customerId, points });
    const seen: number[] = [];
    for (let after: string | null = null, more = true; more;) {
      const { edges, pageInfo }: Page = (await shop.shopper.ask(statement, { first: 3, after })).ledgerStatement;
      seen.push(...edges.map(({ node }) => node.change.points));
      [after, more] = [pageInfo.endCursor, pageInfo.hasNextPage];
      await give(shop.platform, { customerId, points: 100 });
    }
    expect(seen).toEqual([7, 6, 5, 4, 3, 2, 1]);
  });

  test('of somebody else, or of nobody, is empty to a shopper', async ({ app }) => {
    const [shop, stranger] = [await openShop(app), await openShop(app)];
    const customerId = await saveProfile(shop);
    await give(shop.platform, { customerId, points: 5 });
    const asked = [{ customerId }, { customerId: toGlobalId('customer', personIdOf('nobody-at-all')) }, { customerId: 'nonsense' }];
    for (const variables of asked) expect((await stranger.shopper.ask(statement, variables)).ledgerStatement).toEqual({ balance: { points: 0, money: null }, pageInfo: { hasNextPage: false, endCursor: null }, edges: [] });
    expect((await shop.shopper.ask(statement, { customerId })).ledgerStatement.balance.points).toBe(5);
  });

  test('and wallets stay between the customer and the platform; a clerk who serves them sees the points', async ({ app }) => {
    const shop = await openShop(app);
    const customerId = await saveProfile(shop);
    await give(shop.platform, { customerId, points: 5 });
    await give(shop.platform, { customerId, money: { amount: '3', currency: 'GBP' } });
    const { id } = await placeOnline(shop, 'SELF_PICK');
    const through = /* GraphQL */ `query LedgerThroughOrder($id: ID!) { order(id: $id) { customer { pointsBalance walletBalance { amount } walletBalances { amount } } } }`;
    const seen = async (person: Person) => (await person.ask(through, { id })).order.customer;
    expect(await seen(shop.clerk)).toEqual({ pointsBalance: 5, walletBalance: null, walletBalances: [] });
    for (const person of [shop.shopper, shop.platform]) expect(await seen(person)).toEqual({ pointsBalance: 5, walletBalance: { amount: '3.00' }, walletBalances: [{ amount: '3.00' }] });
  });

  test('needs somebody, a page size and a cursor that are ones', async ({ app }) => {
    const { platform, shopper } = await openShop(app);
    const codes = async (person: Person, variables: Record<string, unknown>) => (await person.request(statement, variables)).errors?.map(({ extensions }) => extensions.code);
    expect(await codes(platform, {})).toEqual(['BAD_USER_INPUT']);
    for (const variables of [{ first: 0 }, { first: 101 }, { after: 'nonsense' }]) expect(await codes(shopper, variables)).toEqual(['BAD_USER_INPUT']);
  });
});
