import { randomUUID } from 'node:crypto';
import { describe, expect } from 'vitest';
import { test } from '../support/app.ts';
import { openShop, type Shop } from '../support/seeds.ts';

const productSave = /* GraphQL */ `mutation SoldProducts($input: ProductSaveInput!) { productSave(input: $input) { userErrors { message } } }`;
const placing = /* GraphQL */ `mutation SoldPlace($input: OrderPlaceInStoreInput!) { orderPlaceInStore(input: $input) { order { id } userErrors { code path } } }`;
const copy = /* GraphQL */ `query SoldCopy($id: ID!) { order(id: $id) {
  receiptNumber salespersonId salespersonName clerkName device
  items { skuCode parentSeq options { name value } attributes { name value } brandCode volumeMillilitres shelfLocation unitCost { amount } offerChoice offerCode } } }`;

const product = (code: string, said: string, extra: Record<string, unknown> = {}) => ({
  code, name: code, brandCode: `BRAND-${said}`, attributes: [{ name: 'Season', value: said }],
  skus: [{ code, options: [{ name: 'Size', value: said }], volumeMillilitres: said.length, shelfLocation: `A-${said}`, prices: [{ currency: 'GBP', listPrice: '9.00', unitCost: '4.50' }], ...extra }],
});

const save = async ({ platform }: Shop, products: unknown[]) => expect((await platform.ask(productSave, { input: { products } })).productSave.userErrors).toEqual([]);

describe('an order', () => {
  test('keeps what the catalogue said of its goods, whatever it says later, and shows each only what is for them', async ({ app }) => {
    const shop = await openShop(app);
    const [part, set] = [`PART-${shop.storeCode}`, `SET-${shop.storeCode}`];
    const products = (said: string) => [product(part, said), product(set, said, { components: [{ sku: part, quantity: 2 }] })];
    await save(shop, products('spring'));
    const { order } = (await shop.clerk.ask(placing, { input: { storeId: shop.storeId, customerSubject: shop.shopper.subject, lines: [{ sku: set, quantity: 1 }] } })).orderPlaceInStore;
    await save(shop, products('autumn!'));
    const line = { options: [{ name: 'Size', value: 'spring' }], attributes: [{ name: 'Season', value: 'spring' }], brandCode: 'BRAND-spring', volumeMillilitres: 6, offerChoice: 'AUTO', offerCode: null };
    const seen = async (who: Shop['clerk']) => (await who.ask(copy, { id: order.id })).order.items;
    const both = (shelfLocation: string | null, unitCost: unknown) => [
      { ...line, skuCode: set, parentSeq: null, shelfLocation, unitCost }, { ...line, skuCode: part, parentSeq: 1, shelfLocation, unitCost: null },
    ];
    expect(await seen(shop.platform)).toEqual(both('A-spring', { amount: '4.50' }));
    expect(await seen(shop.manager)).toEqual(both('A-spring', null));
    expect(await seen(shop.shopper)).toEqual(both(null, null));
  });

  test('at a till keeps the receipt’s number, the salesperson and the device', async ({ app }) => {
    const shop = await openShop(app);
    const input = { storeId: shop.storeId, customerSubject: shop.shopper.subject, lines: [{ sku: shop.sku, quantity: 1 }], receiptNumber: '29474594502101', salespersonSubject: shop.manager.subject };
    const answer = await fetch(app.url, {
      method: 'POST', headers: { 'content-type': 'application/json', authorization: `Bearer ${shop.clerk.token}`, 'x-device': 'Till 4' }, body: JSON.stringify({ query: placing, variables: { input } }),
    });
    const { order, userErrors } = ((await answer.json()) as { data: { orderPlaceInStore: { order: { id: string }; userErrors: unknown[] } } }).data.orderPlaceInStore;
    expect(userErrors).toEqual([]);
    const kept = { receiptNumber: '29474594502101', salespersonId: expect.stringMatching(/^staff_/u), salespersonName: shop.manager.subject, clerkName: shop.clerk.subject };
    expect((await shop.manager.ask(copy, { id: order.id })).order).toMatchObject({ ...kept, device: 'Till 4' });
    expect((await shop.shopper.ask(copy, { id: order.id })).order).toMatchObject({ ...kept, device: null });
  });

  test('names as salesperson nobody who does not work in the store', async ({ app }) => {
    const [shop, other] = await Promise.all([openShop(app), openShop(app)]);
    const input = { storeId: shop.storeId, lines: [{ sku: shop.sku, quantity: 1 }] };
    for (const salespersonSubject of [other.clerk.subject, randomUUID()]) {
      expect((await shop.clerk.ask(placing, { input: { ...input, salespersonSubject } })).orderPlaceInStore).toEqual({ order: null, userErrors: [{ code: 'NOT_FOUND', path: ['salespersonSubject'] }] });
    }
    expect((await shop.clerk.ask(placing, { input: { ...input, receiptNumber: ' ' } })).orderPlaceInStore.userErrors).toEqual([{ code: 'INVALID_INPUT', path: ['receiptNumber'] }]);
  });
});
