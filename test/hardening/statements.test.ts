import { describe, expect } from 'vitest';
import { test as base, type Person } from '../support/app.ts';
import { cloneDatabase } from '../support/database.ts';
import { contact, payOnline, placeAtTill, placeOnline, type Shop } from '../support/seeds.ts';
import { countedApp, type Counted } from './counted-app.ts';
import { startStatementProxy } from './statement-proxy.ts';

const test = base.extend<{ counted: Counted }>({
  counted: [
    async ({}, use) => {
      const database = await cloneDatabase();
      const proxy = await startStatementProxy(database.url);
      const counted = await countedApp(proxy);
      await fill(counted.shop);
      await use(counted);
      await counted.app.stop();
      await proxy.stop();
      await database.drop();
    },
    { scope: 'file' },
  ],
});

/** Fifty orders of different kinds, paid and unpaid, of a shopper with a profile. */
async function fill(shop: Shop): Promise<void> {
  await shop.platform.ask('mutation CountProfile($input: CustomerSaveInput!) { customerSave(input: $input) { customerIds } }', { input: { customers: [{ subject: shop.shopper.subject, name: contact.name }] } });
  for (let index = 0; index < 25; index += 1) {
    const order = await placeOnline(shop, index % 2 === 0 ? 'FLASH' : 'SELF_PICK');
    if (index % 5 === 0) await payOnline(shop.shopper, order.id);
    await placeAtTill(shop, { customerSubject: shop.shopper.subject });
  }
}

const everything = `id number status total { amount } items { name quantity saleTotal { amount } } store { code current { name members { name } } } history { type actorName }
  payments { number state } refunds { number } customer { name email } availableActions { action reason { message } }`;
const page = `query CountPage($storeId: ID!, $first: Int!) { storeOrders(storeId: $storeId, first: $first) { edges { node { ${everything} } } } }`;

const told = (what: string, statements: readonly string[]): string => `${what}: ${statements.length}\n${statements.map((sql) => `  ${sql.slice(0, 110)}`).join('\n')}`;

const step = (field: string) => `mutation Count_${field}($input: OrderStepInput!) { ${field}(input: $input) { order { status } userErrors { message } } }`;

describe('the number of statements', () => {
  test('is the same for a page of five orders and a page of fifty, with everything that hangs on them', async ({ counted: { shop, statementsOf }, annotate }) => {
    const read = (person: Person, first: number) => statementsOf(async () => {
      const { storeOrders } = await person.ask(page, { storeId: shop.storeId, first });
      expect(storeOrders.edges).toHaveLength(first);
    });
    for (const person of [shop.clerk, shop.manager, shop.platform]) {
      const [five, fifty] = [await read(person, 5), await read(person, 50)];
      expect(fifty.toSorted()).toEqual(five.toSorted());
      // One for each table, and none twice.
      expect(new Set(five).size).toBe(five.length);
      expect(five.length).toBeLessThanOrEqual(8);
      await annotate(told('a page', five));
    }
  });

  test('of a shopper’s own page does not grow either, nor that of the platform’s', async ({ counted: { shop, statementsOf } }) => {
    for (const [person, list] of [[shop.shopper, 'myOrders'], [shop.platform, 'orders']] as const) {
      const read = (first: number) => statementsOf(() => person.ask(`query Count_${list}($first: Int!) { ${list}(first: $first) { totalCount edges { node { ${everything} } } } }`, { first }));
      expect((await read(50)).toSorted(), list).toEqual((await read(5)).toSorted());
    }
  });

  test('of one order is one for each table that is asked for', async ({ counted: { shop, statementsOf }, annotate }) => {
    const { id } = await placeOnline(shop, 'FLASH');
    const plain = await statementsOf(() => shop.shopper.ask('query CountPlain($id: ID!) { order(id: $id) { number status total { amount } store { name } contact { name } availableActions { action } } }', { id }));
    const whole = await statementsOf(() => shop.shopper.ask(`query CountWhole($id: ID!) { order(id: $id) { ${everything} } }`, { id }));
    await annotate(told('one order, plain', plain));
    await annotate(told('one order, whole', whole));
    expect(plain).toHaveLength(1);
    expect(whole.length).toBeLessThanOrEqual(7);
  });

  test('of a page of products is one for each table and step, however many there are', async ({ counted: { shop, statementsOf }, annotate }) => {
    const priced = (code: string, extra: object = {}) => ({ code, name: code, skus: [{ code, prices: [{ currency: 'GBP', listPrice: '1' }, { currency: 'GBP', listPrice: '0.9', minimumQuantity: 9 }], ...extra }] });
    const parts = { components: [{ sku: shop.sku, quantity: 1 }, { sku: shop.reducedSku, quantity: 2 }] };
    const products = Array.from({ length: 20 }, (_, index) => priced(`COUNT-${index}`, index % 2 === 0 ? parts : {}));
    await shop.platform.ask('mutation CountProducts($input: ProductSaveInput!) { productSave(input: $input) { userErrors { message } } }', { input: { products } });
    const all = `query CountCatalogue($first: Int!) { products(first: $first) { edges { node {
      code attributes { name } freightTemplates { code } skus { code options { name } prices { salePrice { amount } terms { unitCost { amount } } } components { quantity sku { code prices { currency } } } } } } } }`;
    const read = (first: number) => statementsOf(() => shop.platform.ask(all, { first }));
    const [few, many] = [await read(3), await read(20)];
    await annotate(told('a page of products', many));
    expect(many.toSorted()).toEqual(few.toSorted());
    expect(many.length).toBeLessThanOrEqual(7);
    const price = await statementsOf(() => shop.shopper.ask('query CountPrice($sku: String!) { priceOf(sku: $sku, currency: "GBP") { total { amount } } }', { sku: shop.sku }));
    expect(price).toHaveLength(1);
    const freight = await statementsOf(() => shop.shopper.ask('query CountFreight($sku: String!) { freightQuote(input: { destination: {}, lines: [{ sku: $sku, quantity: 1 }] }) { deliverable } }', { sku: shop.sku }));
    expect(freight).toHaveLength(2);
  });

  test('of a placement is small, leaves in two goes, and is the same for one line and for fifty', async ({ counted: { shop, statementsOf, roundTripsOf }, annotate }) => {
    const lines = (count: number) => Array.from({ length: count }, (_, index) => ({ sku: index % 2 === 0 ? shop.sku : shop.reducedSku, quantity: 1 }));
    const one = await statementsOf(() => placeOnline(shop, 'FLASH', { lines: lines(1) }));
    const fifty = await statementsOf(() => placeOnline(shop, 'FLASH', { lines: lines(50) }));
    const keyed = await statementsOf(() => placeOnline(shop, 'FLASH', { lines: lines(1), idempotencyKey: 'count-placement' }));
    await annotate(told('a placement', one));
    expect(fifty.toSorted()).toEqual(one.toSorted());
    // Store, goods, customer and offers are asked for together; then everything is written at once.
    expect(one.length).toBeLessThanOrEqual(5);
    expect(keyed).toHaveLength(one.length);
    expect(await roundTripsOf(() => placeOnline(shop, 'FLASH', { lines: lines(50) }))).toBe(2);
    expect(await roundTripsOf(() => placeAtTill(shop))).toBe(2);
  });

  test('of a plain transition is two: the order is read, and everything is written at once', async ({ counted: { shop, statementsOf }, annotate }) => {
    const { id } = await placeOnline(shop, 'FLASH');
    await payOnline(shop.shopper, id);
    const accepted = await statementsOf(() => shop.clerk.ask(step('orderAccept'), { input: { orderId: id } }));
    const started = await statementsOf(() => shop.clerk.ask(step('orderStartDelivery'), { input: { orderId: id, idempotencyKey: 'count-transition', expectedVersion: 4 } }));
    await annotate(told('a transition', accepted));
    await annotate(told('a transition with key and version', started));
    expect([accepted.length, started.length]).toEqual([2, 2]);
  });

  test('of a page of customer services does not grow with it, and a step of one is read at once and written at once', async ({ counted: { shop, statementsOf }, annotate }) => {
    const { id: orderId } = await placeAtTill(shop, { lines: Array.from({ length: 12 }, () => ({ sku: shop.sku, quantity: 1 })) });
    await shop.clerk.ask('mutation CountSold($id: ID!) { orderPayCash(input: { orderId: $id }) { userErrors { code } } orderComplete(input: { orderId: $id }) { userErrors { code } } }', { id: orderId });
    const open = 'mutation CountOpen($input: CustomerServiceCreateInput!) { customerServiceCreate(input: $input) { customerService { id } userErrors { code } } }';
    const ids: string[] = [];
    for (let seq = 1; seq <= 12; seq += 1) {
      ids.push((await shop.clerk.ask(open, { input: { orderId, type: 'RETURN', reason: 'A walk', returns: [{ seq }], goodsHandedIn: true, refundNow: seq % 2 === 0 } })).customerServiceCreate.customerService.id);
    }
    const whole = 'number status returns { name } exchanges { name } refunds { number } log { text } order { number customerServices { number } } availableActions { action }';
    const read = (first: number) => statementsOf(() => shop.clerk.ask(`query CountServices($storeId: ID!, $first: Int!) { storeCustomerServices(storeId: $storeId, first: $first) { edges { node { ${whole} } } } }`, { storeId: shop.storeId, first }));
    const [two, twelve] = [await read(2), await read(12)];
    await annotate(told('a page of customer services', two));
    expect(twelve.toSorted()).toEqual(two.toSorted());
    expect(two.length).toBeLessThanOrEqual(7);
    const moved = await statementsOf(() => shop.clerk.ask('mutation CountRefund($id: ID!) { customerServiceRefund(input: { customerServiceId: $id }) { customerService { status } userErrors { code } } }', { id: ids[0] }));
    await annotate(told('a step of a customer service', moved));
    // Which document, which order, all that hangs on it (at the same time), and everything that changes as one statement.
    expect(moved).toHaveLength(7);
    expect(moved.filter((sql) => !sql.startsWith('select'))).toHaveLength(1);
  });
});
