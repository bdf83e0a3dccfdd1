import { describe, expect } from 'vitest';
import { fromGlobalId, newId, personIdOf } from '../../src/platform/ids.ts';
import type { OrderRow } from '../../src/orders/order.tables.ts';
import { test, type App, type Person } from '../support/app.ts';
import { movableClock, ownApp, writeOrders } from '../support/order-states.ts';
import { noon, someOrder } from '../support/order-walks.ts';
import { openShop, placeOnline, type Shop } from '../support/seeds.ts';

const list = /* GraphQL */ `
  query ListStore($storeId: ID!, $filter: OrderFilter, $first: Int, $after: String, $last: Int, $before: String) {
    storeOrders(storeId: $storeId, filter: $filter, first: $first, after: $after, last: $last, before: $before) {
      totalCount edges { cursor node { number } } pageInfo { hasNextPage hasPreviousPage startCursor endCursor }
    }
  }`;
const listOwn = /* GraphQL */ `
  query ListOwn($filter: OrderFilter, $first: Int, $after: String) {
    myOrders(filter: $filter, first: $first, after: $after) { totalCount edges { node { number } } pageInfo { hasNextPage endCursor } }
  }`;
const listAll = /* GraphQL */ `
  query ListAll($filter: OrderFilter, $first: Int) { orders(filter: $filter, first: $first) { totalCount edges { node { number } } } }`;

type Edges = { edges: { node: { number: string } }[] };
const numbersOf = ({ edges }: Edges): string[] => edges.map(({ node }) => node.number);

/** Orders of this shop and its shopper, written as they are, newest last. */
async function stock(app: App, { storeId, storeCode, shopper }: Shop, overrides: readonly Partial<OrderRow>[]): Promise<OrderRow[]> {
  const place = { storeId: fromGlobalId('store', storeId)!, storeCode, storeName: storeCode, customerId: personIdOf(shopper.subject), timerAt: null };
  const rows = overrides.map((override) => someOrder({ ...place, id: newId(), ...override }));
  await writeOrders(app, rows);
  return rows;
}

const numbers = (rows: readonly OrderRow[]): string[] => rows.map(({ number }) => number).toReversed();

describe('a list of orders', () => {
  const other: Partial<OrderRow> = {};
  const cases: readonly [name: string, matching: Partial<OrderRow>, others: readonly Partial<OrderRow>[], filter: Record<string, unknown>][] = [
    ['status (S2-28, S2-64)', { status: 'DELIVERING' }, [other, { status: 'CLOSED_CONFIRMED' }], { status: ['DELIVERING'] }],
    ['kind (S2-63)', { kind: 'IN_STORE' }, [{ kind: 'ONLINE' }], { kind: 'IN_STORE' }],
    ['delivery type', { deliveryType: 'FLASH' }, [{ deliveryType: 'EXPRESS' }, { deliveryType: 'SELF_PICK' }], { deliveryType: 'FLASH' }],
    ['part of the name of the contact (S2-65)', { contactName: 'Rosa Klein' }, [other, { contactName: 'Rosa' }, { contactName: 'Rosa-Klein' }, { contactName: 'Klein Rosa' }], { contactName: 'SA  kl' }],
    ['phone of the contact (S2-66)', { contactPhone: '01700' }, [other, { contactPhone: '017001' }, { contactPhone: '1700' }], { contactPhone: '01700' }],
    ['all at once', { kind: 'IN_STORE', status: 'DELIVERING', contactName: 'Rosa', contactPhone: '1' }, [
      { status: 'DELIVERING', contactName: 'Rosa', contactPhone: '1' }, { kind: 'IN_STORE', contactName: 'Rosa', contactPhone: '1' },
      { kind: 'IN_STORE', status: 'DELIVERING', contactPhone: '1' }, { kind: 'IN_STORE', status: 'DELIVERING', contactName: 'Rosa' },
    ], { kind: 'IN_STORE', status: ['DELIVERING'], contactName: 'Rosa', contactPhone: '1' }],
  ];

  test.for(cases)('is filtered by %s, for the store, the shopper and the platform alike', async ([, matching, others, filter], { app }) => {
    const shop = await openShop(app);
    const rows = await stock(app, shop, [matching, ...others, matching]);
    const found = [rows.at(-1)!.number, rows[0]!.number];
    const ofStore = (await shop.clerk.ask(list, { storeId: shop.storeId, filter })).storeOrders;
    expect([numbersOf(ofStore), ofStore.totalCount]).toEqual([found, 2]);
    const own = (await shop.shopper.ask(listOwn, { filter })).myOrders;
    expect([numbersOf(own), own.totalCount]).toEqual([found, 2]);
    const mine = new Set(rows.map(({ number }) => number));
    const all = numbersOf((await shop.platform.ask(listAll, { filter, first: 100 })).orders);
    expect(all.filter((number) => mine.has(number))).toEqual(found);
  });

  test('takes several statuses, and none at all for every one (S2-64)', async ({ app }) => {
    const shop = await openShop(app);
    const rows = await stock(app, shop, [{ status: 'DELIVERING' }, { status: 'CLOSED_REFUNDED' }, { status: 'PAID_CONFIRM_PENDING' }]);
    const found = async (status: string[] | null) => numbersOf((await shop.clerk.ask(list, { storeId: shop.storeId, filter: { status } })).storeOrders);
    expect(await found(['DELIVERING', 'CLOSED_REFUNDED'])).toEqual(numbers(rows.slice(0, 2)));
    expect(await found([])).toEqual(numbers(rows));
    expect(await found(null)).toEqual(numbers(rows));
    expect(await found(['DELIVERED_CONFIRM_PENDING'])).toEqual([]);
  });

  test('finds numbers by their beginning, taken literally (S2-67)', async ({ app }) => {
    const shop = await openShop(app);
    const rows = await stock(app, shop, [{ number: '26010100000011111111' }, { number: '26010200000011111112' }, { number: '99260101000011111113' }]);
    const found = async (number: string) => numbersOf((await shop.clerk.ask(list, { storeId: shop.storeId, filter: { number } })).storeOrders);
    expect(await found('260101')).toEqual([rows[0]!.number]);
    expect(await found('2601')).toEqual(numbers(rows.slice(0, 2)));
    expect(await found('26010200000011111112')).toEqual([rows[1]!.number]);
    for (const pattern of ['%', '_6', '2601%', '11111111']) expect(await found(pattern)).toEqual([]);
  });

  test('takes in its lower time bound and leaves out its upper one, by the clock of the orders (S2-68)', async () => {
    const { clock, forward } = movableClock();
    await using app = await ownApp({ clock, env: { PAY_WITHIN_SECONDS: '2000000' } });
    const shop = await openShop(app);
    const created: { number: string; createdAt: string }[] = [];
    for (let day = 0; day < 3; day += 1) {
      const { id } = await placeOnline(shop, 'FLASH');
      created.push((await shop.clerk.ask(/* GraphQL */ `query ListCreated($id: ID!) { order(id: $id) { number createdAt } }`, { id })).order);
      forward(86_400);
    }
    const [first, second, third] = created as [typeof created[0], typeof created[0], typeof created[0]];
    const found = async (filter: Record<string, unknown>) => numbersOf((await shop.clerk.ask(list, { storeId: shop.storeId, filter })).storeOrders);
    const justAfter = new Date(Date.parse(second.createdAt) + 1).toISOString();
    expect(await found({ createdFrom: second.createdAt })).toEqual([third.number, second.number]);
    expect(await found({ createdFrom: justAfter })).toEqual([third.number]);
    expect(await found({ createdBefore: second.createdAt })).toEqual([first.number]);
    expect(await found({ createdBefore: justAfter })).toEqual([second.number, first.number]);
    expect(await found({ createdFrom: second.createdAt, createdBefore: third.createdAt })).toEqual([second.number]);
    expect(await found({ createdFrom: second.createdAt.replace('Z', '+01:00'), createdBefore: third.createdAt })).toEqual([second.number]);
    expect(await found({ createdFrom: '1600-01-01T00:00:00Z', createdBefore: '9999-12-31T23:59:59Z' })).toHaveLength(3);
  });

  test('is not disturbed by a filter that no order can match', async ({ app }) => {
    const shop = await openShop(app);
    await stock(app, shop, [{ contactName: 'Rosa' }]);
    for (const filter of [{ contactName: 'a\0b' }, { contactPhone: '\0' }, { number: '2\0' }, { contactName: 'half \uD83D a pair' }]) {
      const { data, errors } = await shop.clerk.request(list, { storeId: shop.storeId, filter });
      expect(errors ? errors[0]!.extensions.code : data.storeOrders.totalCount).toBeOneOf(['BAD_USER_INPUT', 0]);
    }
  });
});

describe('the pages of a list', () => {
  const walk = async (reader: Person, storeId: string, backwards: boolean, size: number): Promise<string[]> => {
    const seen: string[] = [];
    let cursor: string | null = null;
    for (;;) {
      const { storeOrders } = await reader.ask(list, { storeId, ...(backwards ? { last: size, before: cursor } : { first: size, after: cursor }) });
      const page = numbersOf(storeOrders);
      seen.splice(backwards ? 0 : seen.length, 0, ...page);
      expect(page.length).toBeLessThanOrEqual(size);
      expect(storeOrders.totalCount).toBe(23);
      const { pageInfo, edges } = storeOrders;
      expect([pageInfo.startCursor, pageInfo.endCursor]).toEqual([edges[0]?.cursor ?? null, edges.at(-1)?.cursor ?? null]);
      if (!(backwards ? pageInfo.hasPreviousPage : pageInfo.hasNextPage)) return seen;
      cursor = backwards ? pageInfo.startCursor : pageInfo.endCursor;
    }
  };

  test.for([1, 5, 22, 23, 24])('of %i orders tell every order once, newest first, from either end', async (size, { app }) => {
    const shop = await openShop(app);
    const rows = await stock(app, shop, Array.from({ length: 23 }, () => ({})));
    expect(await walk(shop.clerk, shop.storeId, false, size)).toEqual(numbers(rows));
    expect(await walk(shop.manager, shop.storeId, true, size)).toEqual(numbers(rows));
  });

  test('neither repeat nor skip an order when new ones arrive in between', async ({ app }) => {
    const shop = await openShop(app);
    const rows = await stock(app, shop, Array.from({ length: 6 }, () => ({})));
    const first = (await shop.shopper.ask(listOwn, { first: 3 })).myOrders;
    await stock(app, shop, [{}, {}]);
    const second = (await shop.shopper.ask(listOwn, { first: 3, after: first.pageInfo.endCursor })).myOrders;
    expect([...numbersOf(first), ...numbersOf(second)]).toEqual(numbers(rows));
    expect([second.pageInfo.hasNextPage, second.totalCount]).toEqual([false, 8]);
  });

  test('hold 50 orders unless told otherwise, 1 to 100, and lie between two cursors where both are given', async ({ app }) => {
    const shop = await openShop(app);
    const rows = numbers(await stock(app, shop, Array.from({ length: 103 }, () => ({}))));
    const page = async (variables: Record<string, unknown>) => (await shop.clerk.ask(list, { storeId: shop.storeId, ...variables })).storeOrders;
    expect(numbersOf(await page({}))).toEqual(rows.slice(0, 50));
    const hundred = await page({ first: 100 });
    expect(numbersOf(hundred)).toEqual(rows.slice(0, 100));
    expect(numbersOf(await page({ last: 100 }))).toEqual(rows.slice(3));
    const [after, before] = [hundred.edges[9].cursor, hundred.edges[20].cursor];
    expect(numbersOf(await page({ after, before }))).toEqual(rows.slice(10, 20));
    expect(numbersOf(await page({ last: 4, after, before }))).toEqual(rows.slice(16, 20));
  });

  test('are refused for sizes out of bounds and for cursors that are none', async ({ app }) => {
    const shop = await openShop(app);
    const wrong: Record<string, unknown>[] = [
      { first: 0 }, { first: -1 }, { first: 101 }, { last: 0 }, { last: 101 }, { first: 1, last: 1 }, { after: 'nonsense' }, { before: 'AAAA' }, { after: '' }, { before: '' },
      { after: `${'A'.repeat(21)}*` }, { after: 'A'.repeat(5000) },
    ];
    for (const variables of wrong) {
      const { errors } = await shop.clerk.request(list, { storeId: shop.storeId, ...variables });
      expect([variables, errors?.[0]?.extensions.code]).toEqual([variables, 'BAD_USER_INPUT']);
    }
  });

  test('are empty for those who do not work in the store, for an unknown store, and end where the list ends', async ({ app }) => {
    const [shop, other] = await Promise.all([openShop(app), openShop(app)]);
    const [row] = await stock(app, shop, [{ createdAt: noon }]);
    const empty = { totalCount: 0, edges: [], pageInfo: { hasNextPage: false, hasPreviousPage: false, startCursor: null, endCursor: null } };
    expect((await other.clerk.ask(list, { storeId: shop.storeId })).storeOrders).toEqual(empty);
    expect((await shop.platform.ask(list, { storeId: 'store_00000000000000000000000000' })).storeOrders).toEqual(empty);
    const { storeOrders } = await shop.platform.ask(list, { storeId: shop.storeId });
    expect(numbersOf(storeOrders)).toEqual([row!.number]);
    const beyond = (await shop.clerk.ask(list, { storeId: shop.storeId, after: storeOrders.pageInfo.endCursor })).storeOrders;
    expect([beyond.edges, beyond.totalCount]).toEqual([[], 1]);
    expect((await other.shopper.ask(listOwn)).myOrders.totalCount).toBe(0);
  });
});
