import { describe, expect } from 'vitest';
import type { OrderRow } from '../../src/orders/order.tables.ts';
import { fromGlobalId, newId, personIdOf } from '../../src/platform/ids.ts';
import { toInstant } from '../../src/platform/time.ts';
import { test, type App, type Person } from '../support/app.ts';
import { writeOrders } from '../support/order-states.ts';
import { noon, someOrder } from '../support/order-walks.ts';
import { openShop, payOnline, placeAtTill, placeOnline, type Shop } from '../support/seeds.ts';

const page = /* GraphQL */ `
  query WalkList($storeId: ID!, $filter: OrderFilter, $sort: OrderSort!, $first: Int, $after: String, $last: Int, $before: String) {
    storeOrders(storeId: $storeId, filter: $filter, sort: $sort, first: $first, after: $after, last: $last, before: $before) {
      edges { cursor node { number } } pageInfo { hasNextPage hasPreviousPage startCursor endCursor }
    }
  }`;

type Sort = 'CREATED' | 'UPDATED';

interface Walk {
  readonly reader: Person;
  readonly storeId: string;
  readonly sort: Sort;
  readonly backwards: boolean;
  readonly filter?: Record<string, unknown>;
  readonly size: number;
  /** Done between every two pages. */
  readonly between?: (step: number) => Promise<unknown>;
}

/** The numbers of a list, page by page, in the order of the list. */
async function walk({ reader, storeId, sort, backwards, filter, size, between }: Walk): Promise<string[]> {
  const seen: string[] = [];
  let cursor: string | null = null;
  for (let step = 0; ; step += 1) {
    const { storeOrders } = await reader.ask(page, { storeId, filter, sort, ...(backwards ? { last: size, before: cursor } : { first: size, after: cursor }) });
    const numbers = storeOrders.edges.map(({ node }: { node: { number: string } }) => node.number);
    seen.splice(backwards ? 0 : seen.length, 0, ...numbers);
    const { hasNextPage, hasPreviousPage, startCursor, endCursor } = storeOrders.pageInfo;
    // Whoever has come from a page knows that it is there.
    if (step > 0) expect(backwards ? hasNextPage : hasPreviousPage).toBe(true);
    if (!(backwards ? hasPreviousPage : hasNextPage)) return seen;
    cursor = backwards ? startCursor : endCursor;
    await between?.(step);
  }
}

async function stock(app: App, { storeId, storeCode, shopper }: Shop, overrides: readonly Partial<OrderRow>[]): Promise<OrderRow[]> {
  const place = { storeId: fromGlobalId('store', storeId)!, storeCode, storeName: storeCode, customerId: personIdOf(shopper.subject), timerAt: null };
  const rows = overrides.map((override) => someOrder({ ...place, id: newId(), ...override }));
  await writeOrders(app, rows);
  return rows;
}

const accept = 'mutation WalkAccept($input: OrderStepInput!) { orderAccept(input: $input) { userErrors { message } } }';

/** Orders that wait to be accepted, placed and paid as shoppers do. */
async function waiting(shop: Shop, count: number): Promise<{ id: string; number: string }[]> {
  const orders: { id: string; number: string }[] = [];
  for (let n = 0; n < count; n += 1) {
    const order = await placeOnline(shop, 'SELF_PICK');
    await payOnline(shop.shopper, order.id);
    orders.push(order);
  }
  return orders;
}

describe('a walk through a list while orders are placed and moved', () => {
  for (const sort of ['CREATED', 'UPDATED'] as const) {
    for (const backwards of [false, true]) {
      test(`by ${sort}, ${backwards ? 'backwards' : 'forwards'}, tells each order that nobody touches exactly once`, async ({ app }) => {
        const shop = await openShop(app);
        const moving = await waiting(shop, 6);
        const still = await stock(app, shop, Array.from({ length: 24 }, (_, n) => ({ updatedAt: toInstant(Date.parse(noon) + (n % 7) * 1000) })));
        const between = async (step: number): Promise<void> => {
          const order = moving[step % moving.length]!;
          await Promise.all([placeAtTill(shop), placeOnline(shop, 'FLASH'), shop.clerk.ask(accept, { input: { orderId: order.id } })]);
        };
        const seen = await walk({ reader: shop.clerk, storeId: shop.storeId, sort, backwards, size: 4, between });
        const untouched = still.map(({ number }) => number);
        expect(seen.filter((number) => untouched.includes(number)).toSorted()).toEqual(untouched.toSorted());
        // By creation nothing changes its place, so that nothing at all is told twice.
        if (sort === 'CREATED') expect(new Set(seen).size).toBe(seen.length);
        // What moves goes to the top: a walk down does not meet it again, one that comes up meets it there as well.
        const twice = seen.filter((number, index) => seen.indexOf(number) !== index);
        expect(twice.filter((number) => untouched.includes(number))).toEqual([]);
        if (!backwards) expect(twice).toEqual([]);
      });
    }
  }

  test('by a status tells each order that stays in it once, though others come and go', async ({ app }) => {
    const shop = await openShop(app);
    const moving = await waiting(shop, 5);
    const still = await stock(app, shop, Array.from({ length: 12 }, () => ({ status: 'PAID_CONFIRM_PENDING' as const })));
    const between = async (step: number): Promise<unknown> => moving[step] && shop.clerk.ask(accept, { input: { orderId: moving[step].id } });
    for (const backwards of [false, true]) {
      const seen = await walk({ reader: shop.clerk, storeId: shop.storeId, sort: 'CREATED', backwards, filter: { status: ['PAID_CONFIRM_PENDING'] }, size: 3, between });
      expect(seen.filter((number) => still.some((row) => row.number === number))).toEqual(still.map(({ number }) => number).toReversed());
      expect(new Set(seen).size).toBe(seen.length);
    }
  });
});

describe('what a page says of the pages beside it', () => {
  const beside = async (shop: Shop, variables: Record<string, unknown>): Promise<[before: boolean, behind: boolean, numbers: string[]]> => {
    const { pageInfo, edges } = (await shop.clerk.ask(page, { storeId: shop.storeId, ...variables })).storeOrders;
    return [pageInfo.hasPreviousPage, pageInfo.hasNextPage, edges.map(({ node }: { node: { number: string } }) => node.number)];
  };

  test.for(['CREATED', 'UPDATED'] as const)('is true by %s: in the middle, at both ends, between two cursors, and on an empty page', async (sort, { app }) => {
    const shop = await openShop(app);
    const rows = await stock(app, shop, Array.from({ length: 5 }, (_, n) => ({ updatedAt: toInstant(Date.parse(noon) + n * 1000) })));
    const [fifth, fourth, third, second, first] = rows.map(({ number }) => number).toReversed() as [string, string, string, string, string];
    const { edges } = (await shop.clerk.ask(page, { storeId: shop.storeId, sort })).storeOrders;
    const at = (number: string): string => edges.find(({ node }: { node: { number: string } }) => node.number === number).cursor;
    const expected: readonly [Record<string, unknown>, boolean, boolean, string[]][] = [
      [{ first: 2 }, false, true, [fifth, fourth]], [{ first: 2, after: at(fifth) }, true, true, [fourth, third]], [{ first: 5 }, false, false, [fifth, fourth, third, second, first]],
      [{ first: 9, after: at(third) }, true, false, [second, first]], [{ last: 2 }, true, false, [second, first]], [{ last: 2, before: at(second) }, true, true, [fourth, third]],
      [{ last: 9, before: at(third) }, false, true, [fifth, fourth]], [{ after: at(fifth), before: at(second) }, true, true, [fourth, third]], [{ last: 1, after: at(fifth), before: at(second) }, true, true, [third]],
      [{ first: 2, after: at(first) }, true, false, []], [{ last: 2, before: at(fifth) }, false, true, []], [{ filter: { onHold: true } }, false, false, []], [{ filter: { onHold: true }, after: at(third) }, false, false, []],
    ];
    for (const [variables, before, behind, numbers] of expected) expect([variables, ...(await beside(shop, { sort, ...variables }))]).toEqual([variables, before, behind, numbers]);
  });

  test('holds for what a search finds', async ({ app }) => {
    const shop = await openShop(app);
    const rows = await stock(app, shop, ['Ada Moss', 'Bo', 'Ada Klein', 'Ada Holm'].map((contactName) => ({ contactName })));
    const filter = { contactName: 'ada' };
    const { edges } = (await shop.clerk.ask(page, { storeId: shop.storeId, filter, sort: 'CREATED', first: 1 })).storeOrders;
    expect(await beside(shop, { filter, sort: 'CREATED', first: 1, after: edges[0].cursor })).toEqual([true, true, [rows[2]!.number]]);
  });
});
