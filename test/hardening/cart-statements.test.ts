import { describe, expect } from 'vitest';
import { test as base, type Person } from '../support/app.ts';
import { changeCart } from '../support/carts.ts';
import { cloneDatabase } from '../support/database.ts';
import { claimWith, makeCoupon, makeOffer } from '../support/offers.ts';
import type { Shop } from '../support/seeds.ts';
import { countedApp, type Counted } from './counted-app.ts';
import { startStatementProxy } from './statement-proxy.ts';

const test = base.extend<{ counted: Counted }>({
  counted: [
    async ({}, use) => {
      const database = await cloneDatabase();
      const proxy = await startStatementProxy(database.url);
      const counted = await countedApp(proxy);
      await makeOffer(counted.shop.platform, { totalLimit: 1_000_000 });
      await use(counted);
      await counted.app.stop();
      await proxy.stop();
      await database.drop();
    },
    { scope: 'file' },
  ],
});

const everything = `id state pieces store { name } lines { seq sku { code product { name } } } quote(destination: { city: "Leeds" }) {
  total { amount } lines { steps { name } } refusedOffers { code } points { usable } freight { deliverable } coupons { code } }`;
const one = `query CountCart($id: ID!) { cart(id: $id) { ${everything} } }`;
const page = `query CountCarts($first: Int!) { myCarts(first: $first) { edges { node { ${everything} } } } }`;
const fromCarts = /* GraphQL */ `mutation CountFromCarts($input: OrderPlaceFromCartsInput!) { orderPlaceFromCarts(input: $input) { order { id } userErrors { message } } }`;

const cartOf = async ({ shopper, storeId, sku, reducedSku }: Shop, lines: number): Promise<string> =>
  (await changeCart(shopper, 'cartCreate', { storeId, lines: Array.from({ length: lines }, (_, index) => ({ sku: index % 2 === 0 ? sku : reducedSku, quantity: 1 + (index % 7) })) })).id;

describe('the cost of a document', () => {
  test('counts what quotes cost to compute: a page of carts with theirs is small', async ({ counted: { shop } }) => {
    const ask = (first: number) => shop.shopper.request(/* GraphQL */ `query CountCost($first: Int!) { myCarts(first: $first) { edges { node { quote { total { amount } } } } } }`, { first });
    expect((await ask(50)).errors).toBeUndefined();
    expect((await ask(100)).errors?.map(({ extensions }) => extensions.code)).toEqual(['OPERATION_TOO_COSTLY']);
  });
});

describe('the number of statements', () => {
  test('of a cart with its quote does not depend on its lines, nor that of a page on its carts', async ({ counted: { shop, statementsOf } }) => {
    const [small, large] = [await cartOf(shop, 1), await cartOf(shop, 150)];
    for (let more = 0; more < 18; more += 1) await cartOf(shop, 3);
    const read = (who: Person, document: string, variables: Record<string, unknown>) => statementsOf(() => who.ask(document, variables));
    // Whoever comes first after a change of the offers reads them for all who follow.
    await shop.shopper.ask(one, { id: small });
    const [little, much] = [await read(shop.shopper, one, { id: small }), await read(shop.shopper, one, { id: large })];
    expect(much.toSorted()).toEqual(little.toSorted());
    const [two, twenty] = [await read(shop.shopper, page, { first: 2 }), await read(shop.shopper, page, { first: 20 })];
    expect(twenty.toSorted()).toEqual(two.toSorted());
    expect([new Set(twenty).size, twenty.length <= 10]).toEqual([twenty.length, true]);
  });

  test('of a page of baskets at a till does not depend on how many customers they are for, nor on their coupons', async ({ counted: { app, shop, statementsOf, roundTripsOf } }) => {
    const { code } = await makeCoupon(shop.platform, { storeIds: [shop.storeId], customerLimit: 5 });
    for (let more = 0; more < 20; more += 1) {
      const buyer = await app.person('SHOPPER', `${shop.storeCode}-${more}`);
      // Every other one holds it; to the others it is public.
      if (more % 2 === 0) expect((await claimWith(buyer, code)).userErrors).toEqual([]);
      await changeCart(shop.manager, 'cartCreate', { storeId: shop.storeId, customerSubject: buyer.subject, couponCode: code, lines: [{ sku: shop.sku, quantity: 1 }] });
    }
    const till = `query CountTill($storeId: ID!, $first: Int!) { tillCarts(storeId: $storeId, first: $first) { edges { node { ${everything} } } } }`;
    const read = (first: number) => shop.manager.ask(till, { storeId: shop.storeId, first });
    const { edges } = (await read(20)).tillCarts;
    expect(edges.map(({ node }: { node: { quote: { total: { amount: string }; coupons: unknown[] } } }) => [node.quote.total.amount, node.quote.coupons.length])).toEqual(edges.map((_: unknown, index: number) => ['8.10', index % 2]));
    const [two, twenty] = [await statementsOf(() => read(2)), await statementsOf(() => read(20))];
    expect(twenty.toSorted()).toEqual(two.toSorted());
    expect(new Set(twenty).size).toBe(twenty.length);
    // Two branches of the answer may send theirs together or one after the other.
    expect(await roundTripsOf(() => read(20))).toBeLessThanOrEqual((await roundTripsOf(() => read(2))) + 1);
  });

  test('of a change of a cart is three, and of an order from it no more for more lines', async ({ counted: { shop, statementsOf, roundTripsOf } }) => {
    const small = await cartOf(shop, 1);
    const change = await statementsOf(() => shop.shopper.ask(/* GraphQL */ `mutation CountChange($input: CartChangeLineInput!) { cartChangeLine(input: $input) { cart { lines { seq } } } }`, { input: { cartId: small, seq: 1, quantity: 3, idempotencyKey: 'count-change' } }));
    expect(change).toHaveLength(3);
    const order = (...cartIds: string[]) => statementsOf(async () => {
      const { orderPlaceFromCarts } = await shop.shopper.ask(fromCarts, { input: { cartIds, deliveryType: 'SELF_PICK' } });
      expect(orderPlaceFromCarts.userErrors).toEqual([]);
    });
    const [little, much] = [await order(small), await order(await cartOf(shop, 150))];
    expect(much.toSorted()).toEqual(little.toSorted());
    const both = [await cartOf(shop, 5), await cartOf(shop, 5)];
    expect(await roundTripsOf(() => shop.shopper.ask(fromCarts, { input: { cartIds: both, deliveryType: 'SELF_PICK' } }))).toBeLessThanOrEqual(5);
  });
});
