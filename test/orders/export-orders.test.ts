import { request } from 'node:http';
import { parse } from 'csv-parse/sync';
import { describe, expect } from 'vitest';
import { fromGlobalId } from '../../src/platform/ids.ts';
import { askAnonymously, test, type App, type Person } from '../support/app.ts';
import { fillStore } from '../../scripts/bench/fill-store.ts';
import { canceledOrder, onOrders, paidOrder, soldAtTill } from '../support/order-desk.ts';
import { dbOf } from '../support/races.ts';
import { openShop, placeOnline, type Shop } from '../support/seeds.ts';

const urlQuery = 'query ExportUrl($format: OrderExportFormat!, $storeId: ID, $filter: OrderFilter) { orderExportUrl(format: $format, storeId: $storeId, filter: $filter) }';

const urlOf = async (person: Person, variables: Record<string, unknown>): Promise<string> => (await person.ask(urlQuery, variables)).orderExportUrl;

const get = (app: App, path: string, person: Person | null, method = 'GET'): Promise<Response> =>
  fetch(app.server.url + path, { method, headers: person ? { authorization: `Bearer ${person.token}` } : {} });

async function csvOf(app: App, person: Person, variables: Record<string, unknown> = {}): Promise<Record<string, string>[]> {
  const response = await get(app, await urlOf(person, { format: 'CSV', ...variables }), person);
  expect([response.status, response.headers.get('content-type')]).toEqual([200, 'text/csv; charset=utf-8']);
  // Decoding takes the mark away.
  return parse(await response.text(), { columns: true, bom: true });
}

const jsonOf = async (app: App, person: Person, variables: Record<string, unknown> = {}): Promise<Record<string, unknown>[]> =>
  (await (await get(app, await urlOf(person, { format: 'JSONL', ...variables }), person)).text()).split('\n').slice(0, -1).map((line) => JSON.parse(line) as Record<string, unknown>);

const named = (rows: readonly Record<string, unknown>[]): unknown[] => rows.map(({ number }) => number);

async function openDb(app: App, shop: Shop, count: number): Promise<void> {
  await fillStore(dbOf(app), { id: fromGlobalId('store', shop.storeId)!, code: shop.storeCode }, count);
}

describe('an exported list', () => {
  test('holds what the list holds, newest first, in both formats, with the same filter', async ({ app }) => {
    const shop = await openShop(app);
    const [one, two, three] = [await soldAtTill(shop), await placeOnline(shop, 'FLASH', { remark: '=HYPERLINK("x")' }), await paidOrder(shop, 'SELF_PICK')];
    const { storeId } = shop;
    expect(named(await csvOf(app, shop.clerk, { storeId }))).toEqual([three.number, two.number, one.number]);
    expect(named(await jsonOf(app, shop.clerk, { storeId }))).toEqual([three.number, two.number, one.number]);
    const filter = { kind: 'ONLINE', status: ['CREATED_PAY_PENDING', 'CLOSED_CONFIRMED'] };
    const [row, ...others] = await csvOf(app, shop.platform, { storeId, filter });
    expect(others).toEqual([]);
    expect(row).toMatchObject({ number: two.number, status: 'CREATED_PAY_PENDING', total: '10.00', remark: `'=HYPERLINK("x")`, contactName: 'Rosa Klein', city: 'Leeds' });
    expect(await jsonOf(app, shop.manager, { storeId, filter })).toMatchObject([{ number: two.number, remark: '=HYPERLINK("x")', customerId: expect.stringMatching(/^customer_/), afterSales: 'NONE', items: [{ sku: shop.sku, quantity: 1, saleTotal: '10.00', pointsShare: '0.00', offers: [] }] }]);
  });

  test('is the caller’s own: a shopper’s orders without the recycle bin, a store’s for its staff, all for the platform', async ({ app }) => {
    const [shop, other] = await Promise.all([openShop(app), openShop(app)]);
    const [own, gone, foreign] = [await placeOnline(shop, 'FLASH'), await canceledOrder(shop), await placeOnline(other, 'FLASH')];
    await onOrders(shop.shopper, 'orderDelete', { orderIds: [gone.id] });
    expect(named(await csvOf(app, shop.shopper))).toEqual([own.number]);
    expect(named(await csvOf(app, shop.platform))).toEqual(expect.arrayContaining([own.number, gone.number, foreign.number]));
    const path = await urlOf(shop.clerk, { format: 'CSV', storeId: shop.storeId });
    const [foreignStaff, shopper] = [await get(app, path, other.clerk), await get(app, path, shop.shopper)];
    const nowhere = await get(app, await urlOf(other.clerk, { format: 'CSV', storeId: 'store_01h455vb4pex5vsknk084sn02q' }), other.clerk);
    expect([foreignStaff.status, shopper.status, nowhere.status]).toEqual([404, 404, 404]);
    expect(await foreignStaff.text()).toBe(await nowhere.text());
    expect((await shop.clerk.request(urlQuery, { format: 'CSV' })).errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT' } }]);
    expect((await get(app, '/exports/orders.csv', shop.clerk)).status).toBe(404);
    for (const wrong of [{ storeId: '' }, { storeId: own.id }, { storeId: shop.storeId, filter: { lastMonths: 0 } }, { storeId: shop.storeId, filter: { contactName: 'x' } }, { storeId: shop.storeId, filter: { customerId: 'x' } }]) {
      expect([wrong, (await shop.clerk.request(urlQuery, { format: 'CSV', ...wrong })).errors?.[0]?.extensions?.['code']]).toEqual([wrong, 'BAD_USER_INPUT']);
    }
  });

  test('is not for those without a good token, and not for filters that no list would take', async ({ app }) => {
    const shop = await openShop(app);
    const forged = { ...shop.platform, token: `${shop.platform.token}x` };
    for (const person of [null, forged]) {
      const response = await get(app, '/exports/orders.jsonl', person);
      expect(response.status).toBe(401);
      expect(await response.json()).toMatchObject({ errors: [{ extensions: { code: 'UNAUTHENTICATED' } }] });
    }
    for (const filter of ['{', '[]', '{"status":["NONE"]}', '{"nothing":1}', '{"createdFrom":"yesterday"}', '7', '{"productName":"a\\u0000b"}', '{"contactPhone":"\\u0000"}']) {
      const response = await get(app, `/exports/orders.csv?${new URLSearchParams({ filter })}`, shop.platform);
      expect([filter, response.status]).toEqual([filter, 400]);
      expect(await response.json()).toMatchObject({ errors: [{ extensions: { code: 'BAD_USER_INPUT' } }] });
    }
    // As for the lists, null is nothing said.
    expect((await get(app, '/exports/orders.csv?filter=null', shop.shopper)).status).toBe(200);
    expect((await get(app, '/exports/orders.csv', shop.platform, 'HEAD')).status).toBe(404);
    expect((await get(app, '/exports/orders.csv', shop.platform, 'POST')).status).toBe(404);
    expect((await askAnonymously(app, 'query ExportNobody { orderExportUrl(format: CSV) }')).errors).toMatchObject([{ extensions: { code: 'UNAUTHENTICATED' } }]);
  });

  test('of several pages has every order once, also while others are placed', async ({ app }) => {
    const shop = await openShop(app);
    await openDb(app, shop, 1700);
    const exporting = csvOf(app, shop.clerk, { storeId: shop.storeId });
    await Promise.all(Array.from({ length: 5 }, () => placeOnline(shop, 'FLASH')));
    const old = named(await exporting).filter((number) => String(number).startsWith('24'));
    expect([old.length, new Set(old).size]).toEqual([1700, 1700]);
    expect(old).toEqual(old.toSorted().toReversed());
  });
});

describe('an export under way', () => {
  /** Begins to read and then stands still. */
  const begin = (app: App, shop: Shop) => new Promise<{ close(): void; status: number }>((resolve, reject) => {
    const outgoing = request(`${app.server.url}/exports/orders.jsonl?storeId=${shop.storeId}`, { headers: { authorization: `Bearer ${shop.clerk.token}` } }, (response) => {
      response.once('readable', () => resolve({ close: () => outgoing.destroy(), status: response.statusCode! }));
      response.on('error', () => {});
    });
    outgoing.on('error', reject);
    outgoing.end();
  });

  test('stops when its client goes, after which the caller may have others; three at a time are too many', async ({ app }) => {
    const shop = await openShop(app);
    await openDb(app, shop, 40_000);
    const [first, second] = [await begin(app, shop), await begin(app, shop)];
    const third = await get(app, `/exports/orders.csv?storeId=${shop.storeId}`, shop.clerk);
    expect([third.status, await third.json()]).toMatchObject([429, { errors: [{ extensions: { code: 'TOO_MANY_REQUESTS' } }] }]);
    expect((await get(app, `/exports/orders.csv?storeId=${shop.storeId}`, shop.manager)).status).toBe(200);
    first.close();
    second.close();
    await expect.poll(async () => {
      const response = await get(app, `/exports/orders.csv?storeId=${shop.storeId}`, shop.clerk);
      await response.body?.cancel();
      return response.status;
    }, { timeout: 10_000 }).toBe(200);
    // Nobody reads any more: the database is left alone.
    await expect.poll(async () => (await dbOf(app)`select 1 from pg_stat_activity where datname = current_database() and state = 'active' and query like '%from orders o%' and pid <> pg_backend_pid()`).length, { timeout: 10_000 }).toBe(0);
  });

  test('counts from the moment it is asked for: of many at once two are given', async ({ app }) => {
    const shop = await openShop(app);
    await openDb(app, shop, 1000);
    const path = `/exports/orders.csv?storeId=${shop.storeId}`;
    const answers = await Promise.all(Array.from({ length: 10 }, () => get(app, path, shop.clerk)));
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(2);
    expect(answers.filter(({ status }) => status === 429)).toHaveLength(8);
    await Promise.all(answers.map((response) => response.body?.cancel()));
    for (const refused of [`${path}&filter=7`, '/exports/orders.csv']) for (const _ of [1, 2, 3]) await (await get(app, refused, shop.clerk)).body?.cancel();
    await expect.poll(async () => (await get(app, path, shop.clerk)).status, { timeout: 10_000 }).toBe(200);
  });

  test('breaks off, and does not seem to have ended, when the caller is taken out of the store', async ({ app }) => {
    const shop = await openShop(app);
    await openDb(app, shop, 40_000);
    const response = await get(app, `/exports/orders.jsonl?storeId=${shop.storeId}`, shop.clerk);
    const reader = response.body!.getReader();
    await reader.read();
    await shop.manager.ask('mutation ExportGone($input: StoreMemberRemoveInput!) { storeMemberRemove(input: $input) { userErrors { code } } }', { input: { storeId: shop.storeId, subject: shop.clerk.subject } });
    const readOn = async (): Promise<void> => {
      while (!(await reader.read()).done);
    };
    await expect(readOn()).rejects.toThrow();
  });
});
