import { describe, expect } from 'vitest';
import { test } from '../support/app.ts';
import { changeCart } from '../support/carts.ts';
import { openShop } from '../support/seeds.ts';

const see = /* GraphQL */ `query EdgesCart($id: ID!) { cart(id: $id) { id order { id } quote { total { amount } points { balance } } } node(id: $id) { id } }`;
const ring = /* GraphQL */ `mutation EdgesRing($input: OrderPlaceFromCartInStoreInput!) { orderPlaceFromCartInStore(input: $input) { order { id } userErrors { message } } }`;
const order = /* GraphQL */ `mutation EdgesFromCarts($input: OrderPlaceFromCartsInput!) { orderPlaceFromCarts(input: $input) { order { id } userErrors { code path message } } }`;
const remove = /* GraphQL */ `mutation EdgesDismiss($input: StoreMemberRemoveInput!) { storeMemberRemove(input: $input) { userErrors { message } } }`;

const nothing = { data: { cart: null, node: null } };

describe('a cart', () => {
  test('of a shopper is for nobody else, by nothing that names it: not other shoppers, not the store, not the platform’s systems', async ({ app }) => {
    const shop = await openShop(app);
    const { id } = await changeCart(shop.shopper, 'cartCreate', { storeId: shop.storeId, lines: [{ sku: shop.sku, quantity: 1 }] });
    const service = await app.person('SERVICE', 'edges-service');
    for (const stranger of [(await openShop(app)).shopper, shop.clerk, shop.manager, service]) expect(await stranger.request(see, { id })).toEqual(nothing);
    const stranger = (await openShop(app)).shopper;
    const taken = (await stranger.ask(order, { input: { cartIds: [id], deliveryType: 'SELF_PICK' } })).orderPlaceFromCarts;
    expect(taken).toMatchObject({ order: null, userErrors: [{ code: 'NOT_FOUND', path: ['cartIds', '0'] }] });
    expect((await stranger.ask(/* GraphQL */ `query EdgesQuote($input: QuoteInput!) { quote(input: $input) { total { amount } } }`, { input: { cartIds: [id] } })).quote).toBeNull();
  });

  test('at a till, and the order it has become, are seen by those who work there for as long as they do', async ({ app }) => {
    const shop = await openShop(app);
    const { id } = await changeCart(shop.clerk, 'cartCreate', { storeId: shop.storeId, lines: [{ sku: shop.sku, quantity: 1 }] });
    const placed = (await shop.clerk.ask(ring, { input: { cartId: id } })).orderPlaceFromCartInStore.order.id;
    for (const person of [shop.clerk, shop.manager]) expect((await person.ask(see, { id })).cart.order).toEqual({ id: placed });
    expect((await shop.manager.ask(remove, { input: { storeId: shop.storeId, subject: shop.clerk.subject } })).storeMemberRemove.userErrors).toEqual([]);
    expect(await shop.clerk.request(see, { id })).toEqual(nothing);
  });
});
