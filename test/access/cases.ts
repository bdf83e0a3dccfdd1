import { cartMutations, cartQueries } from './cart-cases.ts';
import { catalogMutations, catalogQueries } from './catalog-cases.ts';
import { errors, everywhere, onOrder, order, type Case } from './case-parts.ts';
import { customerMutations, customerQueries } from './customer-cases.ts';
import { deskMutations, deskQueries } from './desk-cases.ts';
import { offerMutations, offerQueries } from './offer-cases.ts';
import { serviceMutations, serviceQueries, serviceSubscriptions } from './service-cases.ts';
import { allRoles, type Objects } from './world.ts';

const onStore = (field: string, input: string, values: Record<string, unknown>): Case => ({
  document: `mutation Walk_${field}($input: ${input}!) { ${field}(input: $input) { store { id members { name } } ${errors} } }`,
  names: 'object',
  sharedWith: everywhere,
  as: () => 'manager',
  variables: ({ storeId }) => ({ input: { storeId, dryRun: true, ...values } }),
});

const newLine = ({ sku }: Objects) => [{ sku, quantity: 1 }];
const contact = { name: 'Ada Moss', phone: '01700000009', address: { street: 'Quay 1' } };

const queries: Record<string, Case> = {
  ...cartQueries,
  ...catalogQueries,
  ...customerQueries,
  ...deskQueries,
  ...offerQueries,
  customerOrderCounts: { document: 'query Walk_customerOrderCounts($customerId: ID!) { customerOrderCounts(customerId: $customerId) { total } }', names: 'object', sharedWith: everywhere, variables: ({ customerId }) => ({ customerId }) },
  feedCursor: { document: 'query Walk_feedCursor { feedCursor }', names: 'caller', variables: () => ({}) },
  me: { document: 'query Walk_me { me { id name email } }', names: 'caller', variables: () => ({}) },
  myOrderCounts: { document: 'query Walk_myOrderCounts { myOrderCounts { total } }', names: 'caller', variables: () => ({}) },
  myOrders: { document: `query Walk_myOrders { myOrders(first: 20) { totalCount edges { node { ${order.slice(8, -2)} } } } }`, names: 'caller', variables: () => ({}) },
  myStores: { document: 'query Walk_myStores { myStores { id members { name } } }', names: 'caller', variables: () => ({}) },
  node: {
    document: `query Walk_node($id: ID!) { node(id: $id) { id __typename ... on Order { ${order.slice(8, -2)} } ... on Customer { name email phone } } }`,
    names: 'object', sharedWith: everywhere, variables: ({ orders }) => ({ id: orders.paid.id }),
  },
  order: { document: `query Walk_order($id: ID!) { ${order.replace('order', 'order(id: $id)')} }`, names: 'object', sharedWith: everywhere, variables: ({ orders }) => ({ id: orders.paid.id }) },
  orderCounts: { document: 'query Walk_orderCounts { orderCounts { total unassigned totalAmounts { amount } } }', names: 'caller', variables: () => ({}) },
  orders: { document: 'query Walk_orders { orders(first: 5) { totalCount edges { node { id number } } } }', names: 'caller', variables: () => ({}) },
  products: { document: 'query Walk_products { products(first: 3) { edges { node { code skus { code } } } } }', names: 'caller', variables: () => ({}) },
  sku: { document: 'query Walk_sku($code: String!) { sku(code: $code) { code product { code } } }', names: 'object', sharedWith: allRoles, variables: ({ sku }) => ({ code: sku }) },
  store: { document: 'query Walk_store($id: ID!) { store(id: $id) { id code } }', names: 'object', sharedWith: allRoles, variables: ({ storeId }) => ({ id: storeId }) },
  // That a store exists is public, what happens in it is not: callers from elsewhere see zeros. Its own test says so.
  storeOrderCounts: { document: 'query Walk_storeOrderCounts($storeId: ID!) { storeOrderCounts(storeId: $storeId) { total totalAmount { amount } byStatus { status count } } }', names: 'object', sharedWith: allRoles, variables: ({ storeId }) => ({ storeId }) },
  storeOrders: { document: 'query Walk_storeOrders($storeId: ID!) { storeOrders(storeId: $storeId, first: 20) { totalCount pageInfo { endCursor } edges { node { id number customer { name } } } } }', names: 'object', sharedWith: everywhere, variables: ({ storeId }) => ({ storeId }) },
  stores: { document: 'query Walk_stores { stores(first: 3) { edges { node { code } } } }', names: 'caller', variables: () => ({}) },
};

const mutations: Record<string, Case> = {
  ...cartMutations,
  ...catalogMutations,
  ...customerMutations,
  ...deskMutations,
  ...offerMutations,
  orderAccept: onOrder('orderAccept', 'OrderStepInput', ({ orders }) => orders.paid.id),
  orderAssignStore: {
    ...onOrder('orderAssignStore', 'OrderAssignStoreInput', ({ orders }) => orders.confirmed.id),
    variables: ({ orders, storeId }) => ({ input: { orderId: orders.confirmed.id, storeId, dryRun: true } }),
  },
  orderCancel: onOrder('orderCancel', 'OrderCancelInput', ({ orders }, role) => (role === 'SHOPPER' ? orders.unpaid.id : orders.tillUnpaid.id), { reason: 'a walk' }),
  orderComplete: onOrder('orderComplete', 'OrderStepInput', ({ orders }) => orders.tillPaid.id),
  orderConfirm: onOrder('orderConfirm', 'OrderStepInput', ({ orders }) => orders.paid.id),
  orderConfirmReceipt: onOrder('orderConfirmReceipt', 'OrderStepInput', ({ orders }) => orders.shipped.id),
  orderPayCash: onOrder('orderPayCash', 'OrderPayCashInput', ({ orders }) => orders.tillUnpaid.id),
  orderPlace: {
    document: `mutation Walk_orderPlace($input: OrderPlaceInput!) { orderPlace(input: $input) { order { status } ${errors} } }`, names: 'caller',
    variables: (objects) => ({ input: { dryRun: true, contact, lines: newLine(objects), currency: 'GBP' } }),
  },
  orderPlaceInStore: {
    document: `mutation Walk_orderPlaceInStore($input: OrderPlaceInStoreInput!) { orderPlaceInStore(input: $input) { order { status } ${errors} } }`, names: 'object', sharedWith: everywhere,
    variables: (objects) => ({ input: { dryRun: true, storeId: objects.storeId, lines: newLine(objects) } }),
  },
  orderReject: onOrder('orderReject', 'OrderRejectInput', ({ orders }) => orders.paid.id, { reason: 'a walk' }),
  orderShip: onOrder('orderShip', 'OrderShipInput', ({ orders }) => orders.delivering.id, { courierCompany: 'Walk & Sons', waybillNumber: 'W-1' }),
  orderStartDelivery: onOrder('orderStartDelivery', 'OrderStepInput', ({ orders }) => orders.assigned.id),
  orderStartPayment: onOrder('orderStartPayment', 'OrderStartPaymentInput', ({ orders }, role) => (role === 'SHOPPER' ? orders.unpaid.id : orders.tillUnpaid.id), { tender: 'SANDBOX' }, `payment { amount { amount } } ${order}`),
  storeCreate: {
    document: `mutation Walk_storeCreate($input: StoreCreateInput!) { storeCreate(input: $input) { store { code } ${errors} } }`, names: 'caller',
    variables: () => ({ input: { dryRun: true, code: 'walk', name: 'Walk', currency: 'GBP' } }),
  },
  storeMemberRemove: onStore('storeMemberRemove', 'StoreMemberRemoveInput', { subject: 'nobody' }),
  storeMemberSave: onStore('storeMemberSave', 'StoreMemberSaveInput', { subject: 'somebody-new', name: 'Somebody New', role: 'CLERK' }),
  storeUpdate: onStore('storeUpdate', 'StoreUpdateInput', { name: 'Walked' }),
};

/** Before everything that ever happened: what is followed from here is told at once. */
const beginning = Buffer.from('0.0').toString('base64url');
const told = 'cursor orderId event { type actorName } order { id number customer { name } items { name } } storeCounts { total }';

const subscriptions: Record<string, Case> = {
  myOrders: { document: `subscription Walk_followMine { myOrders(after: "${beginning}") { ${told} } }`, names: 'caller', variables: () => ({}) },
  orderUpdated: { document: `subscription Walk_followOrder($id: ID!) { orderUpdated(orderId: $id, after: "${beginning}") { ${told} } }`, names: 'object', sharedWith: everywhere, variables: ({ orders }) => ({ id: orders.paid.id }) },
  storeFeed: { document: `subscription Walk_followStore($id: ID!) { storeFeed(storeId: $id, after: "${beginning}") { ${told} } }`, names: 'object', sharedWith: everywhere, variables: ({ storeId }) => ({ id: storeId }) },
};

export const cases: Readonly<Record<string, Case | undefined>> = Object.fromEntries(
  Object.entries({ Query: { ...queries, ...serviceQueries }, Mutation: { ...mutations, ...serviceMutations }, Subscription: { ...subscriptions, ...serviceSubscriptions } }).flatMap(([type, fields]) => Object.entries(fields).map(([field, one]) => [`${type}.${field}`, one])),
);
