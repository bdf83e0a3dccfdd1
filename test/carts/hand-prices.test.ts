import { describe, expect } from 'vitest';
import { test, type Person } from '../support/app.ts';
import { changeCart, findCart, sendCart } from '../support/carts.ts';
import { openShop, type Shop } from '../support/seeds.ts';

const ring = /* GraphQL */ `mutation HandRing($input: OrderPlaceFromCartInStoreInput!) {
  orderPlaceFromCartInStore(input: $input) { order { id total { amount } items { seq priceReason priceSetBy { id name } } history { type actorName comment } } userErrors { code message path } } }`;

const basketOf = async ({ clerk, manager, storeId, sku }: Shop): Promise<string> => {
  const { id: cartId } = await changeCart(clerk, 'cartCreate', { storeId, lines: [{ sku, quantity: 1 }] });
  await changeCart(manager, 'cartChangeLine', { cartId, seq: 1, unitPrice: '1.00', priceReason: 'torn box' });
  return cartId;
};

const setterOf = async (who: Person, cartId: string) => {
  const document = /* GraphQL */ `query HandSetter($id: ID!) { cart(id: $id) { lines { priceSetBy { name } } } }`;
  return (await who.ask(document, { id: cartId })).cart.lines.map(({ priceSetBy }: { priceSetBy: { name: string } | null }) => priceSetBy?.name ?? null);
};

describe('a price that was set by hand', () => {
  test('holds for the pieces it was set for: who has no such right adds none', async ({ app }) => {
    const shop = await openShop(app);
    const cartId = await basketOf(shop);
    const { userErrors } = await sendCart(shop.clerk, 'cartChangeLine', { cartId, seq: 1, quantity: 500 });
    expect(userErrors).toEqual([{ code: 'PRICE_NOT_ALLOWED', path: ['quantity'], message: expect.stringMatching(/ask a manager.*line of its own/u) }]);
    expect((await findCart(shop.clerk, cartId))!.lines).toMatchObject([{ quantity: 1, unitPrice: { amount: '1.00' } }]);
  });

  test('stays when there are fewer pieces, and they cannot be raised again without the right', async ({ app }) => {
    const shop = await openShop(app);
    const cartId = await basketOf(shop);
    await changeCart(shop.manager, 'cartChangeLine', { cartId, seq: 1, quantity: 3 });
    expect((await changeCart(shop.clerk, 'cartChangeLine', { cartId, seq: 1, quantity: 2 })).lines).toMatchObject([{ quantity: 2, unitPrice: { amount: '1.00' } }]);
    expect((await sendCart(shop.clerk, 'cartChangeLine', { cartId, seq: 1, quantity: 3 })).userErrors).toMatchObject([{ code: 'PRICE_NOT_ALLOWED', path: ['quantity'] }]);
  });

  test('is given up with more pieces at the catalogue’s', async ({ app }) => {
    const shop = await openShop(app);
    const cartId = await basketOf(shop);
    expect((await changeCart(shop.clerk, 'cartChangeLine', { cartId, seq: 1, quantity: 5, unitPrice: null })).lines).toMatchObject([{ quantity: 5, unitPrice: null }]);
    expect(await setterOf(shop.clerk, cartId)).toEqual([null]);
  });

  test('does not go over to pieces of the same SKU, neither put together nor merged in', async ({ app }) => {
    const shop = await openShop(app);
    const cartId = await basketOf(shop);
    const more = [{ sku: shop.sku, quantity: 4 }];
    await changeCart(shop.clerk, 'cartAddLines', { cartId, combine: true, lines: more });
    const { id: fromCartId } = await changeCart(shop.clerk, 'cartCreate', { storeId: shop.storeId, lines: more });
    const merged = await changeCart(shop.clerk, 'cartMerge', { cartId, fromCartId });
    expect(merged.lines.map(({ quantity, unitPrice }) => [quantity, unitPrice?.amount ?? null])).toEqual([[1, '1.00'], [8, null]]);
    const { id: target } = await changeCart(shop.clerk, 'cartCreate', { storeId: shop.storeId, lines: more });
    await changeCart(shop.clerk, 'cartMerge', { cartId: target, fromCartId: cartId });
    expect(await setterOf(shop.clerk, target)).toEqual([null, shop.manager.subject]);
  });

  test('names who set it, on the line, the order and in its history, whoever orders', async ({ app }) => {
    const shop = await openShop(app);
    const cartId = await basketOf(shop);
    expect(await setterOf(shop.clerk, cartId)).toEqual([shop.manager.subject]);
    const { order, userErrors } = (await shop.clerk.ask(ring, { input: { cartId } })).orderPlaceFromCartInStore;
    expect(userErrors).toEqual([]);
    expect(order.items).toEqual([{ seq: 1, priceReason: 'torn box', priceSetBy: { id: expect.stringMatching(/^staff_/u), name: shop.manager.subject } }]);
    expect(order.history[0]).toEqual({ type: 'PLACED', actorName: shop.clerk.subject, comment: `Prices set by hand: line 1 at 1.00 GBP (torn box; by ${shop.manager.subject}).` });
  });

  test('names nobody to the customer', async ({ app }) => {
    const shop = await openShop(app);
    const cartId = await basketOf(shop);
    await changeCart(shop.clerk, 'cartUpdate', { cartId, customerSubject: shop.shopper.subject });
    await shop.clerk.ask(ring, { input: { cartId } });
    const mine = /* GraphQL */ `query HandMine { myOrders { edges { node { items { priceReason priceSetBy { name } } } } } }`;
    expect((await shop.shopper.ask(mine)).myOrders.edges[0].node.items).toEqual([{ priceReason: 'torn box', priceSetBy: null }]);
  });
});
