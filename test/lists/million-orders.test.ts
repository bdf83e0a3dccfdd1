import { describe, expect, test as base } from 'vitest';
import { countsOf } from '../../src/orders/counts/order-counts.queries.ts';
import type { OrderList } from '../../src/orders/lists/order-conditions.queries.ts';
import { pageStatement, probeStatement, shortestSource } from '../../src/orders/lists/order-list.queries.ts';
import type { OrderFilter } from '../../src/orders/lists/order-filter.types.ts';
import type { OrderPageRequest } from '../../src/orders/lists/order-page-request.ts';
import { longestSource, sourcesOf } from '../../src/orders/lists/order-sources.queries.ts';
import type { ListScope } from '../../src/orders/order.queries.ts';
import type { Database, Fragment } from '../../src/platform/database.ts';
import { combinationsOf, fillStore, listOf, mixesOf, pageSize, piecesFor, requestsFor, type FilledStore } from './filled-store.ts';

const orders = 1_000_000;

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

/** What Postgres says of a part of a plan. */
interface Node {
  readonly 'Node Type': string;
  readonly 'Relation Name'?: string;
  readonly 'Actual Rows'?: number;
  readonly 'Actual Loops'?: number;
  readonly 'Rows Removed by Filter'?: number;
  readonly 'Rows Removed by Index Recheck'?: number;
  readonly Plans?: readonly Node[];
}

const nodesOf = (node: Node): Node[] => [node, ...(node.Plans ?? []).flatMap(nodesOf)];

const planOf = (rows: readonly object[]): Node[] => nodesOf((Object.values(rows[0]!)[0] as { Plan: Node }[])[0]!.Plan);

const large: readonly (string | undefined)[] = ['orders', 'order_terms', 'events', 'order_items'];

/** Large tables that a plan reads from end to end. */
const scannedIn = (nodes: readonly Node[]): string[] => nodes.filter((node) => /^(Parallel )?Seq Scan$/.test(node['Node Type']) && large.includes(node['Relation Name'])).map((node) => node['Relation Name']!);

/** How many rows of large tables a plan has looked at. */
const rowsRead = (nodes: readonly Node[]): number => nodes.filter((node) => large.includes(node['Relation Name'])).reduce((sum, node) =>
  sum + (node['Actual Rows']! + (node['Rows Removed by Filter'] ?? 0) + (node['Rows Removed by Index Recheck'] ?? 0)) * node['Actual Loops']!, 0);

async function statementFor(db: Database, list: OrderList, request: OrderPageRequest): Promise<{ readonly page: Fragment }> {
  return { page: pageStatement(db, list, request, await shortestSource(db, sourcesOf(db, list, request), request)) };
}

const titleOf = (scope: ListScope, name: string, { sort, backwards, olderThan }: OrderPageRequest): string =>
  `${scope.of}, ${name}, by ${sort}, ${backwards ? 'backwards' : olderThan ? 'deep' : 'first page'}`;

const scopesOf = ({ storeId }: FilledStore): readonly ListScope[] => [{ of: 'store', id: storeId }, { of: 'platform' }];

describe('with a million orders in one store', { timeout: 1_200_000 }, () => {
  test('every page of every filter, and of every two, runs on indexes', async ({ filled }) => {
    const { db, middle } = filled;
    const scanned: string[] = [];
    let looked = 0;
    for (const [index, [name, filter]] of combinationsOf(piecesFor(middle)).entries()) {
      // Every two filters in one of the two lists, and by one of the pages, in turn.
      const [scopes, requests] = [scopesOf(filled), requestsFor(middle)];
      const chosen = index < 37 ? scopes.flatMap((scope) => requests.map((request) => [scope, request] as const)) : [[scopes[index % 2]!, requests[(index >> 1) % 6]!] as const];
      for (const [scope, request] of chosen) {
        const list = await listOf(db, scope, filter);
        const { page } = await statementFor(db, list, request);
        const sources = sourcesOf(db, list, request);
        const plans = [await db`explain (format json) ${page}`, ...(sources.length > 0 ? [await db`explain (format json) ${probeStatement(db, sources)}`] : [])];
        scanned.push(...plans.flatMap((plan) => scannedIn(planOf(plan))).map((table) => `${titleOf(scope, name, request)}: ${table}`));
        looked += plans.length;
      }
    }
    expect(scanned).toEqual([]);
    expect(looked).toBeGreaterThan(1200);
  });

  test('so does a shopper’s own list, and so do filters of three, four and five conditions', async ({ filled }) => {
    const { db, middle } = filled;
    const scanned: string[] = [];
    let looked = 0;
    const look = async (scope: ListScope, name: string, filter: OrderFilter, request: OrderPageRequest): Promise<void> => {
      const list = await listOf(db, scope, filter);
      const sources = sourcesOf(db, list, request);
      const { page } = await statementFor(db, list, request);
      const plans = [await db`explain (format json) ${page}`, ...(sources.length > 0 ? [await db`explain (format json) ${probeStatement(db, sources)}`] : [])];
      scanned.push(...plans.flatMap((plan) => scannedIn(planOf(plan))).map((table) => `${titleOf(scope, name, request)}: ${table}`));
      looked += 1;
    };
    for (const [name, filter] of combinationsOf(piecesFor(middle)).slice(0, 37)) {
      for (const request of requestsFor(middle)) await look({ of: 'customer', id: middle.customerId! }, name, filter, request);
    }
    const mixes = mixesOf(piecesFor(middle), 240);
    expect(new Set(mixes.map(([name]) => name)).size).toBeGreaterThan(220);
    expect(mixes.filter(([, filter]) => Object.keys(filter).length < 3)).toEqual([]);
    for (const [index, [name, filter]] of mixes.entries()) await look(scopesOf(filled)[index % 2]!, name, filter, requestsFor(middle)[index % 6]!);
    expect(scanned).toEqual([]);
    expect(looked).toBe(37 * 6 + 240);
  });

  test('also with a plan that Postgres has made once for all values', async ({ filled }) => {
    const { db, middle } = filled;
    const scanned: string[] = [];
    for (const [name, filter] of combinationsOf(piecesFor(middle)).slice(0, 37)) {
      for (const scope of scopesOf(filled)) {
        for (const request of requestsFor(middle).filter(({ backwards }) => !backwards)) {
          const { page } = await statementFor(db, await listOf(db, scope, filter), request);
          const { string } = await db`${page}`.describe();
          const plan = await db.unsafe(`explain (generic_plan, format json) ${string}`);
          scanned.push(...scannedIn(planOf(plan)).map((table) => `${titleOf(scope, name, request)}: ${table}`));
        }
      }
    }
    expect(scanned).toEqual([]);
  });

  test('a page of a single filter looks at few orders, first or deep, common or rare', async ({ filled, annotate }) => {
    const { db, middle } = filled;
    const counted: (readonly [title: string, rows: number])[] = [];
    for (const [name, filter] of combinationsOf(piecesFor(middle)).slice(0, 37)) {
      for (const scope of scopesOf(filled)) {
        for (const request of requestsFor(middle)) {
          const { page } = await statementFor(db, await listOf(db, scope, filter), request);
          counted.push([titleOf(scope, name, request), rowsRead(planOf(await db`explain (analyze, timing off, format json) ${page}`))]);
        }
      }
    }
    await annotate(counted.toSorted(([, a], [, b]) => b - a).slice(0, 30).map(([title, rows]) => `${rows} ${title}`).join('\n'));
    // What is rarer than the limit of a source is read as a whole; what is more common, a walk meets a page of within so many orders, and looks at their terms.
    const most = (3.5 * (pageSize + 1) * orders) / longestSource;
    // The page begins outside the period, so the walk goes through what lies between: what has changed, or was placed, since then.
    const unavoidable = ([title]: readonly [string, number]): boolean => /(paid in a year|finished in a month), by UPDATED, first page|finished (in a month|since), by CREATED, backwards/.test(title);
    expect(counted.filter((one) => one[1] > most && !unavoidable(one))).toEqual([]);
    // Without a filter, exactly the page.
    expect(counted.filter(([title]) => title.includes('no filter')).map(([, rows]) => rows)).toEqual(Array.from({ length: 12 }, () => pageSize + 1));
  });

  test('every number on the tabs comes out of an index', async ({ filled: { db, storeId, middle } }) => {
    const caller = { role: 'PLATFORM', subject: 'p', personId: storeId, name: null, expiresAt: Number.MAX_SAFE_INTEGER } as const;
    for (const scope of [{ of: 'store', id: storeId }, { of: 'platform' }, { of: 'customer', id: middle.customerId! }] as const) {
      const counts = await countsOf(db, caller, scope);
      const wanted = scope.of === 'customer' ? 'C' : scope.of === 'store' ? 'S' : 'P';
      const sum = counts.filter((count) => count.scope === wanted && count.bucket.includes(' ')).reduce((all, count) => all + count.orders, 0);
      if (scope.of === 'customer') expect(sum).toBeGreaterThan(0);
      else expect(sum).toBe(orders);
    }
  });
});
