import { randomUUID } from 'node:crypto';
import { describe, expect } from 'vitest';
import { indexOrderTerms } from '../../src/orders/lists/index-order-terms.ts';
import { termsFold } from '../../src/orders/lists/search-terms.queries.ts';
import { test, type App, type Person } from '../support/app.ts';
import { dbOf, startCluster } from '../support/races.ts';
import { contact, openShop, payOnline, placeOnline, type Shop } from '../support/seeds.ts';

const search = /* GraphQL */ `
  query SearchStore($storeId: ID!, $filter: OrderFilter, $sort: OrderSort! = CREATED) { storeOrders(storeId: $storeId, filter: $filter, sort: $sort) { totalCount edges { node { number } } } }`;
const searchOwn = /* GraphQL */ `query SearchOwn($filter: OrderFilter) { myOrders(filter: $filter) { totalCount edges { node { number } } } }`;
const searchAll = /* GraphQL */ `query SearchAll($filter: OrderFilter) { orders(filter: $filter) { totalCount edges { node { number } } } }`;

async function found(person: Person, document: string, variables: Record<string, unknown>): Promise<string[]> {
  const { edges, totalCount } = Object.values<{ edges: { node: { number: string } }[]; totalCount: number }>(await person.ask(document, variables))[0]!;
  expect(totalCount).toBe(edges.length);
  return edges.map(({ node }) => node.number);
}

/** Puts products on sale; gives their SKUs' codes. */
async function sell({ platform }: Shop, ...names: string[]): Promise<string[]> {
  const products = names.map((name) => ({ code: randomUUID(), name, skus: [{ code: randomUUID(), prices: [{ currency: 'GBP', listPrice: '1.00' }] }] }));
  const { productSave } = await platform.ask('mutation SearchProducts($input: ProductSaveInput!) { productSave(input: $input) { userErrors { message } } }', { input: { products } });
  expect(productSave.userErrors).toEqual([]);
  return products.map(({ skus }) => skus[0]!.code);
}

const placed = async (shop: Shop, skus: readonly string[], name = contact.name): Promise<{ id: string; number: string }> =>
  placeOnline(shop, 'FLASH', { lines: skus.map((sku) => ({ sku, quantity: 1 })), contact: { ...contact, name } });

/** Both before and after the index has come to the orders: what is found must not depend on it. */
async function beforeAndAfter(app: App, look: (when: string) => Promise<void>): Promise<void> {
  const db = dbOf(app);
  await db`update event_folds set transaction = '0', position = 0 where name = ${termsFold}`;
  await db`delete from order_terms`;
  await look('before');
  await indexOrderTerms(db);
  await expect.poll(async () => (await db`select 1 from order_terms limit 1`).length).toBe(1);
  await look('after');
}

const take = async (person: Person, field: string, type: string, input: Record<string, unknown>): Promise<void> => {
  const answer = await person.ask(`mutation Search_${field}($input: ${type}!) { ${field}(input: $input) { userErrors { message } } }`, { input });
  expect(answer[field].userErrors).toEqual([]);
};

describe('a search for names', () => {
  test('finds every part of two characters or more of a product, in Chinese and in Latin letters, whatever case and width', async ({ app }) => {
    const shop = await openShop(app);
    const [tea, mug, cafe] = await sell(shop, '龙井绿茶 100g', 'Blue MUG', 'Café crème');
    const [chinese, latin, both] = [await placed(shop, [tea!]), await placed(shop, [mug!, cafe!]), await placed(shop, [tea!, mug!, mug!])];
    const expected: readonly [string, readonly { number: string }[]][] = [
      ['龙井', [chinese, both]], ['绿茶', [chinese, both]], ['井绿茶 1', [chinese, both]], ['１００Ｇ', [chinese, both]], ['茶绿', []], ['mug', [latin, both]], ['E mU', [latin, both]], ['ue mug', [latin, both]],
      ['café', [latin]], ['CAFE\u0301 CR', [latin]], ['cafe', []], ['bluemug', []], ['%%', []], ['__', []], ['g\\', []],
    ];
    await beforeAndAfter(app, async (when) => {
      for (const [productName, orders] of expected) {
        const numbers = orders.map(({ number }) => number).toReversed();
        expect([when, productName, await found(shop.clerk, search, { storeId: shop.storeId, filter: { productName } })]).toEqual([when, productName, numbers]);
        expect([when, productName, await found(shop.shopper, searchOwn, { filter: { productName } })]).toEqual([when, productName, numbers]);
        expect((await found(shop.clerk, search, { storeId: shop.storeId, filter: { productName }, sort: 'UPDATED' })).toSorted()).toEqual(numbers.toSorted());
      }
    });
  });

  test('finds contacts in the same way, and both together', async ({ app }) => {
    const shop = await openShop(app);
    const tag = randomUUID().slice(0, 8);
    const [plate] = await sell(shop, `Plate ${tag}`);
    const [wang, ada, other] = [await placed(shop, [plate!], '王小明'), await placed(shop, [plate!], `Ada ${tag}`), await placed(shop, [shop.sku], `Ada ${tag}`)];
    await beforeAndAfter(app, async (when) => {
      const inStore = (filter: Record<string, unknown>) => found(shop.clerk, search, { storeId: shop.storeId, filter });
      expect([when, await inStore({ contactName: '小明' })]).toEqual([when, [wang.number]]);
      expect([when, await inStore({ contactName: `aDA ${tag}` })]).toEqual([when, [other.number, ada.number]]);
      expect([when, await inStore({ contactName: 'ada', productName: tag })]).toEqual([when, [ada.number]]);
      expect([when, await inStore({ contactName: 'ada', productName: `plate ${tag}`, number: ada.number.slice(0, 8), status: ['CREATED_PAY_PENDING'] })]).toEqual([when, [ada.number]]);
      expect([when, await inStore({ contactName: '小明', status: ['DELIVERING'] })]).toEqual([when, []]);
      expect([when, await found(shop.platform, searchAll, { filter: { contactName: `ada ${tag}`, productName: `late ${tag}` } })]).toEqual([when, [ada.number]]);
    });
  });

  test('goes with an order from the store that rejects it to the one that gets it', async ({ app }) => {
    const [shop, next] = [await openShop(app), await openShop(app)];
    const tag = randomUUID().slice(0, 8);
    const [lamp] = await sell(shop, `Lamp ${tag}`);
    const order = await placed(shop, [lamp!]);
    await payOnline(shop.shopper, order.id);
    const filter = { productName: tag };
    const places = async (): Promise<string[][]> => [
      await found(shop.clerk, search, { storeId: shop.storeId, filter }), await found(next.clerk, search, { storeId: next.storeId, filter }),
      await found(shop.platform, searchAll, { filter: { ...filter, unassigned: true } }), await found(shop.platform, searchAll, { filter }), await found(shop.shopper, searchOwn, { filter }),
    ];
    const here = [order.number];
    await indexOrderTerms(dbOf(app));
    expect(await places()).toEqual([here, [], [], here, here]);
    await take(shop.clerk, 'orderReject', 'OrderRejectInput', { orderId: order.id, reason: 'no rider' });
    expect(await places()).toEqual([[], [], here, here, here]);
    await indexOrderTerms(dbOf(app));
    expect(await places()).toEqual([[], [], here, here, here]);
    await take(shop.platform, 'orderAssignStore', 'OrderAssignStoreInput', { orderId: order.id, storeId: next.storeId });
    expect(await places()).toEqual([[], here, [], here, here]);
    await beforeAndAfter(app, async () => expect(await places()).toEqual([[], here, [], here, here]));
  });

  test('finds nothing of other stores, of other shoppers, or for those who do not work in the store', async ({ app }) => {
    const [shop, other] = [await openShop(app), await openShop(app)];
    const tag = randomUUID().slice(0, 8);
    const [vase] = await sell(shop, `Vase ${tag}`);
    const order = await placed(shop, [vase!]);
    await beforeAndAfter(app, async () => {
      const filter = { productName: tag };
      expect(await found(shop.clerk, search, { storeId: shop.storeId, filter })).toEqual([order.number]);
      expect(await found(other.clerk, search, { storeId: shop.storeId, filter })).toEqual([]);
      expect(await found(other.clerk, search, { storeId: other.storeId, filter })).toEqual([]);
      expect(await found(other.shopper, searchOwn, { filter })).toEqual([]);
    });
  });

  test('finds an order from the moment its placing was answered, while two servers index and place at once', async () => {
    const cluster = await startCluster(2);
    try {
      const [first, second] = cluster.apps;
      const shop = await openShop(first);
      const tag = randomUUID().slice(0, 8);
      const [cup] = await sell(shop, `Cup ${tag}`);
      const elsewhere = await second.person('STAFF', shop.clerk.subject);
      const numbers: string[] = [];
      const indexing = (async () => {
        while (numbers.length < 40) await Promise.all([indexOrderTerms(dbOf(first)), indexOrderTerms(dbOf(second))]);
      })();
      for (let n = 0; n < 40; n += 1) {
        numbers.unshift((await placed(shop, [cup!], `Guest ${tag} ${n}`)).number);
        expect(await found(n % 2 === 0 ? elsewhere : shop.clerk, search, { storeId: shop.storeId, filter: { productName: `cup ${tag}`, contactName: `guest ${tag}` } })).toEqual(numbers);
      }
      await indexing;
      await indexOrderTerms(dbOf(first));
      const [row] = await dbOf(first)<{ terms: number; orders: number }[]>`
        select (select count(*) from search_terms where text = ${`cup ${tag}`}) as terms, (select count(distinct x.order_id) from order_terms x join search_terms t on t.id = x.term_id where t.text = ${`cup ${tag}`}) as orders`;
      expect(row).toEqual({ terms: 1, orders: 40 });
    } finally {
      await cluster.stop();
    }
  });
});
