import type { Role } from '../../src/identity/caller.ts';
import type { Case } from './case-parts.ts';
import type { Objects } from './world.ts';

const cart = 'cart { id kind state version pieces customerId store { code } lines { seq skuCode quantity } }';
const order = 'order { status customer { name email } contact { name } items { skuCode } }';
const errors = 'userErrors { code message path }';

/** What is theirs: a shopper's own cart, a basket at the till for all others. */
const own = ({ carts }: Objects, role: Role): string => (role === 'SHOPPER' ? carts.mine : carts.till);
const alsoOwn = ({ carts }: Objects, role: Role): string => (role === 'SHOPPER' ? carts.alsoMine : carts.alsoTill);

const onCart = (field: string, input: string, extra: (objects: Objects, role: Role) => Record<string, unknown>): Case => ({
  document: `mutation Walk_${field}($input: ${input}!) { ${field}(input: $input) { ${cart} ${errors} } }`,
  names: 'object',
  // Integrated systems work at every till.
  sharedWith: ['SERVICE'],
  variables: (objects, role) => ({ input: { cartId: own(objects, role), dryRun: true, ...extra(objects, role) } }),
});

const listed = '{ edges { node { id kind lines { skuCode } } } }';

export const cartQueries: Record<string, Case> = {
  quote: {
    document: 'query Walk_quote($input: QuoteInput!) { quote(input: $input) { total { amount } lines { skuCode } points { balance } coupons { code } } }', names: 'object', sharedWith: ['SERVICE'],
    variables: (objects, role) => ({ input: { cartIds: [own(objects, role)] } }),
  },
  cart: { document: `query Walk_cart($id: ID!) { ${cart.replace('cart', 'cart(id: $id)')} }`, names: 'object', sharedWith: ['SERVICE'], variables: (objects, role) => ({ id: own(objects, role) }) },
  myCarts: { document: `query Walk_myCarts { myCarts(first: 20) ${listed} }`, names: 'caller', variables: () => ({}) },
  tillCarts: { document: `query Walk_tillCarts($storeId: ID!) { tillCarts(storeId: $storeId, first: 20) ${listed} }`, names: 'object', sharedWith: ['SERVICE'], variables: ({ storeId }) => ({ storeId }) },
};

export const cartMutations: Record<string, Case> = {
  cartAddLines: onCart('cartAddLines', 'CartAddLinesInput', ({ sku }) => ({ lines: [{ sku, quantity: 1 }] })),
  cartChangeLine: onCart('cartChangeLine', 'CartChangeLineInput', () => ({ seq: 1, quantity: 3 })),
  cartCreate: {
    document: `mutation Walk_cartCreate($input: CartCreateInput!) { cartCreate(input: $input) { ${cart} ${errors} } }`, names: 'object',
    // Any shopper may shop in any store; at the till one has to work there.
    sharedWith: ['SHOPPER', 'SERVICE'], variables: ({ storeId, sku }) => ({ input: { storeId, lines: [{ sku, quantity: 1 }], dryRun: true } }),
  },
  cartDelete: onCart('cartDelete', 'CartDeleteInput', () => ({})),
  cartMerge: onCart('cartMerge', 'CartMergeInput', (objects, role) => ({ fromCartId: alsoOwn(objects, role) })),
  cartRemoveLine: onCart('cartRemoveLine', 'CartRemoveLineInput', () => ({ seq: 1 })),
  orderPayWithWallet: {
    document: `mutation Walk_orderPayWithWallet($input: OrderPayWithWalletInput!) { orderPayWithWallet(input: $input) { ${order} ${errors} } }`,
    names: 'object', variables: ({ orders }) => ({ input: { orderId: orders.unpaid.id, dryRun: true } }),
  },
  orderPlaceFromCartInStore: {
    document: `mutation Walk_orderPlaceFromCartInStore($input: OrderPlaceFromCartInStoreInput!) { orderPlaceFromCartInStore(input: $input) { ${order} ${errors} } }`,
    names: 'object', sharedWith: ['SERVICE'], variables: ({ carts }) => ({ input: { cartId: carts.till, dryRun: true } }),
  },
  orderPlaceFromCarts: {
    document: `mutation Walk_orderPlaceFromCarts($input: OrderPlaceFromCartsInput!) { orderPlaceFromCarts(input: $input) { ${order} ${errors} } }`,
    names: 'object', variables: ({ carts }) => ({ input: { cartIds: [carts.mine, carts.alsoMine], deliveryType: 'SELF_PICK', dryRun: true } }),
  },
  orderShare: {
    document: `mutation Walk_orderShare($input: OrderStepInput!) { orderShare(input: $input) { code ${order} ${errors} } }`,
    names: 'object', variables: ({ orders }) => ({ input: { orderId: orders.done.id, dryRun: true } }),
  },
  cartUpdate: onCart('cartUpdate', 'CartUpdateInput', () => ({ pointsWanted: 5 })),
};
