import { describe, expect } from 'vitest';
import { test, type Person } from '../support/app.ts';
import { deliver, ofPrices, sellAtTill, take } from './service-desk.ts';

const record = /* GraphQL */ `query Record($id: ID!) { customerService(id: $id) { status refused
  returns { seq skuId productId weightGrams unitCost { amount } orderItem { seq skuId productId weightGrams unitCost { amount } } } exchanges { skuId productId weightGrams unitCost { amount } orderItem { seq } } } }`;

const recordOf = async (person: Person, id: string) => (await person.ask(record, { id })).customerService;

describe('a document’s record', () => {
  test('names product and SKU of its lines, and leads to the order’s line for weight and cost, where there is one (S2-289 to S2-291)', async ({ app }) => {
    const { shop, orderId } = await deliver(app, ofPrices(['10.00', 2], ['3.00', 1]));
    const { items } = (await shop.clerk.ask('query Lines($id: ID!) { order(id: $id) { items { seq skuId productId } } }', { id: orderId })).order;
    const { customerService: { id } } = await take(shop.shopper, 'Request', { orderId, type: 'EXCHANGE', reason: 'Too small', returns: [{ seq: 2, quantity: 1 }], replacements: [{ sku: shop.sku, quantity: 1 }] });
    const { skuId, productId } = items[1];
    for (const person of [shop.shopper, shop.clerk, shop.platform]) {
      expect(await recordOf(person, id)).toMatchObject({
        returns: [{ skuId, productId, orderItem: { seq: 2, skuId, productId, weightGrams: null, unitCost: null } }],
        exchanges: [{ skuId: expect.stringMatching(/^sku_/), productId: expect.stringMatching(/^product_/), orderItem: null }],
      });
    }
    const loose = await take(shop.clerk, 'Create', { storeId: shop.storeId, type: 'RETURN', reason: 'No receipt', returns: [{ sku: shop.sku, quantity: 1 }] });
    expect(await recordOf(shop.clerk, loose.customerService.id)).toMatchObject({ returns: [{ orderItem: null }] });
  });

  test('tells what cost the platform something to the platform alone', async ({ app }) => {
    const { shop, orderId } = await sellAtTill(app, async (of) => {
      const sku = `COST-${of.storeCode}`;
      const products = [{ code: sku, name: 'Costly', skus: [{ code: sku, weightGrams: 350, prices: [{ currency: 'GBP', listPrice: '10.00', unitCost: '6.00' }] }] }];
      expect((await of.platform.ask('mutation Costly($input: ProductSaveInput!) { productSave(input: $input) { userErrors { message } } }', { input: { products } })).productSave.userErrors).toEqual([]);
      return [{ sku, quantity: 1 }];
    });
    const { customerService: { id } } = await take(shop.clerk, 'Create', { orderId, type: 'RETURN', reason: 'Broken' });
    expect((await recordOf(shop.platform, id)).returns).toMatchObject([{ weightGrams: 350, unitCost: { amount: '6.00' }, orderItem: { weightGrams: 350, unitCost: { amount: '6.00' } } }]);
    expect((await recordOf(shop.clerk, id)).returns).toMatchObject([{ orderItem: { weightGrams: 350, unitCost: null } }]);
  });

  test('keeps weight and cost of goods given in exchange, of the same when they come back in their turn, and of those without an order (S2-290, S2-291)', async ({ app }) => {
    const { shop, orderId } = await deliver(app, ofPrices(['10.00', 1]));
    const sku = `HEAVY-${shop.storeCode}`;
    const save = async (weightGrams: number, unitCost: string): Promise<void> => {
      const products = [{ code: sku, name: 'Heavy', skus: [{ code: sku, weightGrams, prices: [{ currency: 'GBP', listPrice: '10.00', unitCost }] }] }];
      expect((await shop.platform.ask('mutation Heavy($input: ProductSaveInput!) { productSave(input: $input) { userErrors { message } } }', { input: { products } })).productSave.userErrors).toEqual([]);
    };
    await save(350, '6.00');
    const { customerService: { id, exchanges } } = await take(shop.clerk, 'Create', { orderId, type: 'EXCHANGE', reason: 'Too light', replacements: [{ sku, quantity: 1 }], goodsHandedIn: true });
    await take(shop.clerk, 'ShipReplacement', { customerServiceId: id });
    await take(shop.clerk, 'CompleteExchange', { customerServiceId: id });
    await save(400, '7.00');
    const back = await take(shop.clerk, 'Create', { orderId, type: 'RETURN', reason: 'Too heavy', returns: [{ seq: exchanges[0].lineSeq }] });
    const loose = await take(shop.clerk, 'Create', { storeId: shop.storeId, type: 'RETURN', reason: 'No receipt', returns: [{ sku, quantity: 1 }] });
    const [then, now] = [{ weightGrams: 350, unitCost: { amount: '6.00' } }, { weightGrams: 400, unitCost: { amount: '7.00' } }];
    expect((await recordOf(shop.platform, id)).exchanges).toMatchObject([then]);
    expect((await recordOf(shop.platform, back.customerService.id)).returns).toMatchObject([{ ...then, orderItem: null }]);
    expect((await recordOf(shop.platform, loose.customerService.id)).returns).toMatchObject([now]);
    for (const person of [shop.clerk, shop.shopper]) expect((await recordOf(person, id)).exchanges).toMatchObject([{ weightGrams: 350, unitCost: null }]);
  });

  test('tells a refusal by the store from what was called off (S2-127, S4-94)', async ({ app }) => {
    const { shop, orderId } = await deliver(app, ofPrices(['10.00', 3]));
    const ask = async (): Promise<string> => (await take(shop.shopper, 'Request', { orderId, type: 'RETURN', reason: 'Ugly', returns: [{ seq: 1, quantity: 1 }] })).customerService.id;
    const [refused, calledOff, open] = [await ask(), await ask(), await ask()];
    await take(shop.clerk, 'Refuse', { customerServiceId: refused, reason: 'Worn' });
    await take(shop.shopper, 'Cancel', { customerServiceId: calledOff });
    expect(await Promise.all([refused, calledOff, open].map((id) => recordOf(shop.shopper, id)))).toMatchObject([{ status: 'CANCELED', refused: true }, { status: 'CANCELED', refused: false }, { status: 'CREATED', refused: false }]);
    await take(shop.clerk, 'Approve', { customerServiceId: open, returnAddress: { street: 'Dock 4' } });
    await take(shop.clerk, 'Receive', { customerServiceId: open, refundNow: true });
    expect(await recordOf(shop.clerk, open)).toMatchObject({ refused: false });
  });
});
