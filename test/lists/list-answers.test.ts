import { describe, expect, test as base } from 'vitest';
import { allOf, conditionsOn, pageBounds, type OrderList } from '../../src/orders/lists/order-conditions.queries.ts';
import { countOrders, pageOfOrders } from '../../src/orders/lists/order-list.queries.ts';
import type { OrderPageRequest } from '../../src/orders/lists/order-page-request.ts';
import type { ListScope } from '../../src/orders/order.queries.ts';
import type { Database } from '../../src/platform/database.ts';
import { combinationsOf, fillStore, listOf, mixesOf, piecesFor, requestsFor, type FilledStore } from './filled-store.ts';

const orders = 12_000;
/** Combinations that stand at the beginning: no filter, and each by itself. */
const alone = 37;

const test = base.extend<{ filled: FilledStore }>({
  filled: [
    async ({}, use) => {
      const filled = await fillStore(orders);
      await use(filled);
      await filled.stop();
    },
    { scope: 'file' },
  ],
});

/** The same page, asked for as simply as can be: all orders are looked at, and sorted. */
async function plainly(db: Database, list: OrderList, page: OrderPageRequest): Promise<string[]> {
  const direction = page.backwards ? db`asc` : db`desc`;
  const sorting = page.sort === 'CREATED' ? db`o.id ${direction}` : db`o.updated_at ${direction}, o.id ${direction}`;
  const rows = await db<{ id: string }[]>`select o.id from orders o where ${allOf(db, [conditionsOn(db, list), ...pageBounds(db, page)])} order by ${sorting} limit ${page.limit + 1}`;
  return rows.map(({ id }) => id);
}

describe('whatever way Postgres is led to a page', { timeout: 240_000 }, () => {
  test.for(['store', 'platform', 'customer'] as const)('the page of a %s’s list is that which a plain look at all orders gives, for every filter, every two, and mixes of up to five', async (of, { filled: { db, storeId, middle } }) => {
    const scope: ListScope = of === 'platform' ? { of } : { of, id: of === 'store' ? storeId : middle.customerId! };
    const combinations = [...combinationsOf(piecesFor(middle)), ...mixesOf(piecesFor(middle), 240)];
    expect(combinations.length).toBeGreaterThan(700);
    let found = 0;
    for (const [index, [name, filter]] of combinations.entries()) {
      // Each filter alone with every kind of page, each two of them with one kind in turn, in the store's list or in the platform's.
      if (index >= alone && of !== (index % 2 === 0 ? 'store' : 'platform') && of !== 'customer') continue;
      const list = await listOf(db, scope, filter);
      const requests = requestsFor(middle);
      for (const request of index < alone ? requests : [requests[index % requests.length]!]) {
        const rows = await pageOfOrders(db, list, request);
        const { sort, backwards, olderThan } = request;
        expect([name, sort, backwards, olderThan !== null, rows.map(({ id }) => id)]).toEqual([name, sort, backwards, olderThan !== null, await plainly(db, list, request)]);
        found += rows.length;
      }
    }
    expect(found).toBeGreaterThan(of === 'customer' ? 100 : 3000);
  });

  test('the count of a list is that which a plain look at all orders gives', async ({ filled: { db, storeId, middle } }) => {
    for (const scope of [{ of: 'store', id: storeId }, { of: 'platform' }, { of: 'customer', id: middle.customerId! }] as const) {
      for (const [name, filter] of combinationsOf(piecesFor(middle)).filter((_, index) => index < alone || index % 7 === 0)) {
        const list = await listOf(db, scope, filter);
        const [row] = await db<{ count: number }[]>`select count(*) from orders o where ${conditionsOn(db, list)}`;
        expect([scope.of, name, await countOrders(db, list)]).toEqual([scope.of, name, row!.count]);
      }
    }
  });
});
