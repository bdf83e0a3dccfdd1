import { describe, expect } from 'vitest';
import type { OrderRow } from '../../src/orders/order.tables.ts';
import { fromGlobalId, newId, newIdAt, personIdOf, toGlobalId } from '../../src/platform/ids.ts';
import { toInstant } from '../../src/platform/time.ts';
import { test, type App, type Person } from '../support/app.ts';
import { movableClock, ownApp, writeOrders } from '../support/order-states.ts';
import { noon, someOrder } from '../support/order-walks.ts';
import { openShop, type Shop } from '../support/seeds.ts';

const list = (root: string, args = '', given = '') => `
  query Filter_${root.replaceAll(/\W/g, '')}($filter: OrderFilter, $sort: OrderSort! = CREATED, $first: Int${args}) { ${root}(${given}filter: $filter, sort: $sort, first: $first) { totalCount edges { node { number } } } }`;
const lists = { store: list('storeOrders', ', $storeId: ID!', 'storeId: $storeId, '), own: list('myOrders'), all: list('orders') };

type Found = readonly [numbers: string[], count: number];

async function ask(person: Person, document: string, variables: Record<string, unknown>): Promise<Found> {
  const { edges, totalCount } = Object.values<{ edges: { node: { number: string } }[]; totalCount: number }>(await person.ask(document, variables))[0]!;
  return [edges.map(({ node }) => node.number), totalCount];
}

const inStore = ({ clerk, storeId }: Shop, filter: Record<string, unknown> | null, sort = 'CREATED') => ask(clerk, lists.store, { storeId, filter, sort });
const own = ({ shopper }: Shop, filter: Record<string, unknown> | null, sort = 'CREATED') => ask(shopper, lists.own, { filter, sort });

/** Orders of this shop and its shopper, written as they are, newest last. */
async function stock(app: App, { storeId, storeCode, shopper }: Shop, overrides: readonly Partial<OrderRow>[]): Promise<OrderRow[]> {
  const place = { storeId: fromGlobalId('store', storeId)!, storeCode, storeName: storeCode, customerId: personIdOf(shopper.subject), timerAt: null };
  const rows = overrides.map((override) => someOrder({ ...place, id: newId(), ...override }));
  await writeOrders(app, rows);
  return rows;
}

const [dawn, dusk] = ['2026-03-01T06:00:00.000Z', '2026-03-01T18:00:00.000Z'];
const customerId = personIdOf('somebody-of-their-own');

/** A filter, orders that it finds, and orders that it must leave out. */
type Case = readonly [name: string, filter: Record<string, unknown>, found: readonly Partial<OrderRow>[], others: readonly Partial<OrderRow>[]];

const staffCases: readonly Case[] = [
  ['a waybill', { waybillNumber: 'W-1' }, [{ waybillNumber: 'W-1' }], [{}, { waybillNumber: 'W-10' }, { waybillNumber: 'w-1' }]],
  ['after-sales only (S2-2)', { afterSales: true }, [{ hadAfterSales: true }, { hadAfterSales: true, status: 'CLOSED_CONFIRMED' }], [{}, { status: 'CLOSED_CONFIRMED' }]],
  ['no after-sales', { afterSales: false }, [{}], [{ hadAfterSales: true }]],
  ['what awaits a review (S4-90)', { awaitingReview: true }, [{ status: 'CLOSED_CONFIRMED', awaitingReview: true }], [{}, { status: 'CLOSED_CONFIRMED' }]],
  ['what awaits none', { awaitingReview: false }, [{}, { status: 'CLOSED_CONFIRMED' }], [{ status: 'CLOSED_CONFIRMED', awaitingReview: true }]],
  ['what was reminded of', { reminded: true }, [{ remindedAt: noon }], [{}]],
  ['what was not reminded of', { reminded: false }, [{}], [{ remindedAt: noon }]],
  ['what is on hold', { onHold: true }, [{ heldAt: noon }], [{}]],
  ['what is not on hold', { onHold: false }, [{}], [{ heldAt: noon }]],
  ['the time of payment', { paidFrom: noon, paidBefore: dusk }, [{ paidAt: noon }, { paidAt: '2026-03-01T17:59:59.999Z' }], [{}, { paidAt: '2026-03-01T11:59:59.999Z' }, { paidAt: dusk }]],
  ['payment since', { paidFrom: noon }, [{ paidAt: noon }, { paidAt: dusk }], [{}, { paidAt: dawn }]],
  ['payment before', { paidBefore: noon }, [{ paidAt: dawn }], [{}, { paidAt: noon }]],
  ['the time of the end', { finishedFrom: noon, finishedBefore: dusk }, [{ finishedAt: noon }], [{}, { finishedAt: dawn }, { finishedAt: dusk }]],
  ['the recycle bin', { visibility: 'RECYCLED' }, [{ visibility: 'RECYCLED' }], [{}, { visibility: 'PURGED' }]],
  ['what its owner sees', { visibility: 'VISIBLE' }, [{}], [{ visibility: 'RECYCLED' }, { visibility: 'PURGED' }]],
  ['what its owner has removed', { visibility: 'PURGED' }, [{ visibility: 'PURGED' }], [{}, { visibility: 'RECYCLED' }]],
  ['the customer (S4-19)', { customerId: toGlobalId('customer', customerId) }, [{ customerId }], [{}, { customerId: null }]],
  ['a status, kept from none by another', { status: ['DELIVERING'], onHold: true, reminded: true, afterSales: true }, [{ status: 'DELIVERING', heldAt: noon, remindedAt: noon, hadAfterSales: true }],
    [{ heldAt: noon, remindedAt: noon, hadAfterSales: true }, { status: 'DELIVERING', remindedAt: noon, hadAfterSales: true }, { status: 'DELIVERING', heldAt: noon, hadAfterSales: true }, { status: 'DELIVERING', heldAt: noon, remindedAt: noon }]],
];

/** Orders as far in the past as their times say. */
const dated = (part: Partial<OrderRow>): Partial<OrderRow> => (part.paidAt || part.finishedAt ? { id: newIdAt(Date.parse(dawn) - 60_000), ...part } : part);

describe('a list for those who work on orders', () => {
  test.for(staffCases)('is filtered by %s, by either sort, in the store and on the platform', async ([, filter, found, others], { app }) => {
    const shop = await openShop(app);
    const rows = await stock(app, shop, [...found, ...others, ...found].map(dated));
    const wanted = new Set([...rows.slice(0, found.length), ...rows.slice(-found.length)].map(({ number }) => number));
    const mine = new Set(rows.map(({ number }) => number));
    for (const sort of ['CREATED', 'UPDATED']) {
      const [numbers, count] = await inStore(shop, filter, sort);
      expect([sort, new Set(numbers), numbers.length, count]).toEqual([sort, wanted, wanted.size, wanted.size]);
      const [all] = await ask(shop.platform, lists.all, { filter, sort, first: 100 });
      expect([sort, new Set(all.filter((number) => mine.has(number)))]).toEqual([sort, wanted]);
    }
  });

  test('tells orders that a store has from those that none has', async ({ app }) => {
    const shop = await openShop(app);
    const rows = await stock(app, shop, [{}, { storeId: null, storeCode: null, storeName: null }]);
    const mine = new Set(rows.map(({ number }) => number));
    for (const sort of ['CREATED', 'UPDATED']) {
      for (const [unassigned, row] of [[false, rows[0]!], [true, rows[1]!]] as const) {
        const [numbers, count] = await ask(shop.platform, lists.all, { filter: { unassigned }, sort, first: 100 });
        expect(numbers.filter((number) => mine.has(number))).toEqual([row.number]);
        expect(count).toBeGreaterThan(0);
      }
    }
    expect(await inStore(shop, { unassigned: true })).toEqual([[], 0]);
    expect(await inStore(shop, { unassigned: false })).toEqual([[rows[0]!.number], 1]);
  });

  test('takes an order of the last months, counted back from now by the calendar (S1-62)', async () => {
    const { clock } = movableClock();
    await using app = await ownApp({ clock });
    const shop = await openShop(app);
    const now = new Date(clock());
    const monthAgo = Date.UTC(now.getUTCFullYear(), now.getUTCMonth() - 1, Math.min(now.getUTCDate(), new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth(), 0)).getUTCDate()), now.getUTCHours(), now.getUTCMinutes(), now.getUTCSeconds());
    const rows = await stock(app, shop, [monthAgo - 60_000, monthAgo + 600_000, now.getTime()].map((at) => ({ id: newIdAt(at), createdAt: toInstant(at), updatedAt: toInstant(at) })));
    expect(await inStore(shop, { lastMonths: 1 })).toEqual([[rows[2]!.number, rows[1]!.number], 2]);
    expect(await inStore(shop, { lastMonths: 2 })).toEqual([[rows[2]!.number, rows[1]!.number, rows[0]!.number], 3]);
    expect(await own(shop, { lastMonths: 1 }, 'UPDATED')).toEqual([[rows[2]!.number, rows[1]!.number], 2]);
  });

  test('is refused for what cannot be meant', async ({ app }) => {
    const shop = await openShop(app);
    const wrong = [{ lastMonths: 0 }, { lastMonths: 5000 }, { customerId: 'nonsense' }, { customerId: shop.storeId }, { productName: 'x' }, { contactName: '王' }, { visibility: 'GONE' }];
    for (const filter of wrong) {
      const { errors } = await shop.clerk.request(lists.store, { storeId: shop.storeId, filter });
      expect([filter, errors?.[0]?.extensions.code]).toEqual([filter, 'BAD_USER_INPUT']);
    }
  });
});

describe('a shopper’s own list', () => {
  test('shows what is visible, the recycle bin when asked for it, and never what was removed from there (S1-60)', async ({ app }) => {
    const shop = await openShop(app);
    const [visible, recycled] = await stock(app, shop, [{}, { visibility: 'RECYCLED' }, { visibility: 'PURGED' }]);
    for (const sort of ['CREATED', 'UPDATED']) {
      expect(await own(shop, null, sort)).toEqual([[visible!.number], 1]);
      expect(await own(shop, { visibility: 'RECYCLED' }, sort)).toEqual([[recycled!.number], 1]);
      expect(await own(shop, { visibility: 'PURGED' }, sort)).toEqual([[], 0]);
    }
  });

  test('is filtered like any other', async ({ app }) => {
    const shop = await openShop(app);
    const rows = await stock(app, shop, [{}, { heldAt: noon, waybillNumber: 'W-9', contactName: 'Ada Moss' }, { status: 'CLOSED_CONFIRMED', awaitingReview: true, hadAfterSales: true }]);
    for (const filter of [{ onHold: true }, { waybillNumber: 'W-9' }, { contactName: 'moss' }]) expect(await own(shop, filter)).toEqual([[rows[1]!.number], 1]);
    for (const filter of [{ awaitingReview: true }, { afterSales: true }, { status: ['CLOSED_CONFIRMED'] }]) expect(await own(shop, filter)).toEqual([[rows[2]!.number], 1]);
    expect(await own(shop, { customerId: toGlobalId('customer', customerId) })).toEqual([[], 0]);
    expect(await own(shop, { customerId: toGlobalId('customer', personIdOf(shop.shopper.subject)) })).toEqual([expect.arrayContaining(rows.map(({ number }) => number)), 3]);
  });
});

describe('a list by last change', () => {
  test('begins with what was changed last, and by creation with what was placed last', async ({ app }) => {
    const shop = await openShop(app);
    const [first, second, third] = await stock(app, shop, [{ updatedAt: dusk }, { updatedAt: dawn }, { updatedAt: noon }]);
    expect((await inStore(shop, null, 'UPDATED'))[0]).toEqual([first, third, second].map((row) => row!.number));
    expect((await own(shop, null, 'UPDATED'))[0]).toEqual([first, third, second].map((row) => row!.number));
    expect((await inStore(shop, null, 'CREATED'))[0]).toEqual([third, second, first].map((row) => row!.number));
  });

  test('tells orders that changed at the same instant by the time of placing', async ({ app }) => {
    const shop = await openShop(app);
    const rows = await stock(app, shop, [{}, {}, {}]);
    expect((await inStore(shop, { status: ['CREATED_PAY_PENDING'] }, 'UPDATED'))[0]).toEqual(rows.map(({ number }) => number).toReversed());
  });
});
