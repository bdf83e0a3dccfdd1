import { describe, expect } from 'vitest';
import { test, type App } from '../support/app.ts';
import type { Shop } from '../support/seeds.ts';
import { attempt, seenOrder, sellAtTill, take, type Line } from './service-desk.ts';

/** A set of two cups and a pot that costs 20.00; a cup by itself costs 6.00, a pot 12.00. */
async function setIn(shop: Shop): Promise<string> {
  const [set, cup, pot] = ['SET', 'CUP', 'POT'].map((name) => `${name}-${shop.storeCode}`) as [string, string, string];
  const product = (code: string, listPrice: string, extra: Record<string, unknown> = {}) => ({ code, name: code, skus: [{ code, prices: [{ currency: 'GBP', listPrice }], ...extra }] });
  for (const products of [[product(cup, '6.00'), product(pot, '12.00')], [product(set, '20.00', { components: [{ sku: cup, quantity: 2 }, { sku: pot, quantity: 1 }] })]]) {
    const { productSave } = await shop.platform.ask('mutation Bundle($input: ProductSaveInput!) { productSave(input: $input) { userErrors { message } } }', { input: { products } });
    expect(productSave.userErrors).toEqual([]);
  }
  return set;
}

/** Two sets at the till, paid and done: line 1 the sets, line 2 their cups, line 3 their pots. */
const sellSets = async (app: App, others: readonly { readonly quantity: number }[] = []) =>
  sellAtTill(app, async (shop): Promise<Line[]> => [{ sku: await setIn(shop), quantity: 2 }, ...others.map(({ quantity }) => ({ sku: shop.sku, quantity }))]);

const counter = { type: 'RETURN', reason: 'Chipped', goodsHandedIn: true, refundNow: true };

describe('a bundle that is given back', () => {
  test('comes back with what belongs to it, and ends the order with its last piece', async ({ app }) => {
    const { shop, orderId } = await sellSets(app);
    const one = await take(shop.clerk, 'Create', { ...counter, orderId, returns: [{ seq: 1, quantity: 1 }] });
    expect(one.order).toMatchObject({ status: 'CLOSED_CONFIRMED', refundedTotal: { amount: '20.00' }, items: [{ status: 'CREATED', returnedQuantity: 1 }, { status: 'CREATED', returnedQuantity: 2 }, { status: 'CREATED', returnedQuantity: 1 }] });
    const open = await take(shop.clerk, 'Create', { type: 'RETURN', reason: 'Chipped', orderId });
    expect(open).toMatchObject({ customerService: { returns: [{ lineSeq: 1, quantity: 1 }] }, order: { items: [{ status: 'RETURNING', returningQuantity: 1 }, { status: 'RETURNING', returningQuantity: 2 }, { status: 'RETURNING', returningQuantity: 1 }] } });
    const { availableCustomerServices } = (await shop.clerk.ask('query Left($id: ID!) { order(id: $id) { availableCustomerServices { enabled reason { code } } } }', { id: orderId })).order;
    expect(availableCustomerServices[0]).toEqual({ enabled: false, reason: { code: 'QUANTITY_TOO_LARGE' } });
    await take(shop.clerk, 'Approve', { customerServiceId: open.customerService.id, returnAddress: { street: 'Dock 4' } });
    const rest = await take(shop.clerk, 'Receive', { customerServiceId: open.customerService.id, refundNow: true });
    expect(rest.order).toMatchObject({ status: 'CLOSED_REFUNDED', refundedTotal: { amount: '40.00' }, items: [{ status: 'REFUNDED', returnedQuantity: 2 }, { status: 'REFUNDED', returnedQuantity: 4 }, { status: 'REFUNDED', returnedQuantity: 2 }] });
  });

  test('can be asked for again while it is with the customer, in an order that also holds other goods', async ({ app }) => {
    const { shop, orderId } = await sellSets(app, [{ quantity: 1 }]);
    await take(shop.clerk, 'Create', { type: 'RETURN', reason: 'Chipped', orderId, returns: [{ seq: 1 }] });
    const { availableCustomerServices } = (await shop.clerk.ask('query Left($id: ID!) { order(id: $id) { availableCustomerServices { enabled } } }', { id: orderId })).order;
    expect(availableCustomerServices).toEqual([{ enabled: true }, { enabled: true }, { enabled: true }]);
  });

  test('is more than its parts: they cost nothing by themselves, and do not come back without it', async ({ app }) => {
    const { shop, orderId } = await sellSets(app);
    for (const seq of [2, 3]) {
      const refused = await attempt(shop.clerk, 'Create', { ...counter, orderId, returns: [{ seq, quantity: 2 }] });
      expect(refused.userErrors).toMatchObject([{ code: 'INVALID_INPUT', path: ['returns', '0', 'seq'], message: expect.stringContaining('bundle in line 1') }]);
    }
    expect(await seenOrder(shop.clerk, orderId)).toMatchObject({ status: 'CLOSED_CONFIRMED', refundedTotal: { amount: '0.00' } });
  });

  test('is sold again as the bundle it is', async ({ app }) => {
    const { shop, orderId } = await sellSets(app);
    const { orderReturnAndResale } = await shop.clerk.ask('mutation SetAgain($input: OrderReturnAndResaleInput!) { orderReturnAndResale(input: $input) { order { status } cart { pieces lines { skuCode quantity } quote { total { amount } } } userErrors { code } } }', { input: { orderId, resale: [{ seq: 1, quantity: 1 }] } });
    expect(orderReturnAndResale).toEqual({ order: { status: 'CLOSED_REFUNDED' }, cart: { pieces: 1, lines: [{ skuCode: `SET-${shop.storeCode}`, quantity: 1 }], quote: { total: { amount: '20.00' } } }, userErrors: [] });
  });
});
