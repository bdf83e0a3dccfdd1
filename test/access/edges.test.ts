import { getNamedType, isObjectType, type GraphQLObjectType } from 'graphql';
import { describe, expect, onTestFinished, vi } from 'vitest';
import { schema } from '../../src/app/schema.ts';
import { personIdOf, toGlobalId } from '../../src/platform/ids.ts';
import { test as base, type Person } from '../support/app.ts';
import { openShop, payOnline, placeAtTill, placeOnline } from '../support/seeds.ts';
import { buildWorld, type Side, type World } from './world.ts';

const test = base.extend<{ world: World }>({ world: [async ({ app }, use) => use(await buildWorld(app)), { scope: 'file' }] });

/** Types that not everybody may see, and the fields by which they are reached. */
const guarded = new Set([
  'Order', 'OrderItem', 'OrderEvent', 'Customer', 'Payment', 'Refund', 'StoreMember', 'StoreOrderCounts', 'Contact', 'OrderParty', 'StoreAssignment', 'OrderVerdict',
  'LedgerEntry', 'PersonalDetails', 'SavedAddress', 'Coupon', 'CouponDefinition', 'Cart', 'Quote', 'Node', 'CustomerService', 'CustomerServiceItem', 'CustomerServiceLogEntry', 'CustomerServiceCounts',
]);

function edgesToGuarded(): string[] {
  const objects = Object.values(schema.getTypeMap()).filter((type): type is GraphQLObjectType => isObjectType(type) && !type.name.startsWith('__'));
  return objects.flatMap((type) => Object.values(type.getFields())
    .filter((field) => guarded.has(getNamedType(field.type).name))
    .map((field) => `${type.name}.${field.name}`)).toSorted();
}

const see = /* GraphQL */ `
  query EdgesSee($id: ID, $number: String, $uid: String, $storeId: ID) {
    order(id: $id, number: $number, uid: $uid, storeId: $storeId) { id items { name } history { type } payments { number } refunds { number } customer { email } contact { name } billing { name } assignments { outcome } asOf(at: "2999-01-01T00:00:00.000Z") { id } }
  }`;
const node = /* GraphQL */ `query EdgesNode($id: ID!) { node(id: $id) { kind: __typename id } }`;
const members = /* GraphQL */ `query EdgesMembers($id: ID!) { store(id: $id) { code members { name } } }`;
const counts = /* GraphQL */ `query EdgesCounts($id: ID!) { storeOrderCounts(storeId: $id) { total payPending: handlePending totalAmount { amount } byStatus { count } } }`;
const saveMember = /* GraphQL */ `mutation EdgesSaveMember($input: StoreMemberSaveInput!) { storeMemberSave(input: $input) { store { id } userErrors { code message path } } }`;
const removeMember = /* GraphQL */ `mutation EdgesRemoveMember($input: StoreMemberRemoveInput!) { storeMemberRemove(input: $input) { userErrors { code } } }`;
const reject = /* GraphQL */ `mutation EdgesReject($input: OrderRejectInput!) { orderReject(input: $input) { order { id } userErrors { code } } }`;
const storeFeed = /* GraphQL */ `subscription EdgesStoreFeed($id: ID!, $after: String) { storeFeed(storeId: $id, after: $after) { orderId event { type } order { number } } }`;
const orderFeed = /* GraphQL */ `subscription EdgesOrderFeed($id: ID!, $after: String) { orderUpdated(orderId: $id, after: $after) { orderId event { type } order { number } } }`;

describe('what leads to what not everybody may see', () => {
  test('is known: a new way in belongs into this list and into a test', () => {
    expect(edgesToGuarded()).toEqual([
      'AddressSavePayload.address', 'Cart.order', 'Cart.quote', 'CartEdge.node', 'CartPayload.cart',
      'Coupon.definition', 'CouponClaimPayload.coupon', 'CouponDefinitionEdge.node', 'CouponDefinitionPayload.definition', 'CouponEdge.node', 'Customer.personal',
      'CustomerService.customer', 'CustomerService.exchanges', 'CustomerService.log', 'CustomerService.order', 'CustomerService.refunds', 'CustomerService.returns', 'CustomerServiceEdge.node',
      'CustomerServiceFeedEvent.counts', 'CustomerServiceFeedEvent.customerService', 'CustomerServiceFeedEvent.event', 'CustomerServiceItem.orderItem', 'CustomerServicePayload.customerService', 'CustomerServicePayload.order',
      'FeedEvent.event', 'FeedEvent.order', 'FeedEvent.storeCounts', 'LedgerAdjustPayload.entry', 'LedgerEntryEdge.node',
      'Order.asOf', 'Order.assignments', 'Order.billing', 'Order.contact', 'Order.customer', 'Order.customerServices', 'Order.history', 'Order.items', 'Order.payments', 'Order.refunds',
      'OrderEdge.node', 'OrderPayload.order', 'OrderReturnAndResalePayload.cart', 'OrderReturnAndResalePayload.customerService', 'OrderReturnAndResalePayload.order', 'OrderSharePayload.order', 'OrderStartPaymentPayload.order', 'OrderStartPaymentPayload.payment', 'OrderVerdict.order', 'OrdersPayload.verdicts', 'PriceChanged.quote',
      'Query.cart', 'Query.customer', 'Query.customerService', 'Query.customerServiceCounts', 'Query.importedOrder', 'Query.me', 'Query.myAddresses', 'Query.node', 'Query.order', 'Query.quote', 'Query.storeOrderCounts', 'Store.members', 'Store.myMembership',
    ]);
  });
});

describe('an order', () => {
  const references = ({ orders: { tillUnpaid } }: Side) => [{ id: tillUnpaid.id }, { number: tillUnpaid.number }];

  test('is found by its id and its number by its owner, its store, the platform and services, with all that hangs on it', async ({ world: { own, people } }) => {
    for (const person of [people.SHOPPER, people.STAFF, people.manager, people.PLATFORM, people.SERVICE]) {
      for (const reference of references(own)) {
        const { order } = await person.ask(see, reference);
        expect(order).toMatchObject({ id: own.orders.tillUnpaid.id, items: [{}], history: [{ type: 'PLACED' }], payments: [], assignments: [{ outcome: 'WAITING' }], asOf: { id: own.orders.tillUnpaid.id } });
      }
    }
  });

  test('opens its customer’s profile to the store only where the customer has placed it themselves', async ({ world: { own, people } }) => {
    const profile = { email: `${own.shop.shopper.subject}@example.org` };
    const seenBy = (id: string) => Promise.all([people.SHOPPER, people.STAFF, people.manager, people.PLATFORM, people.SERVICE].map(async (person) => (await person.ask(see, { id })).order.customer));
    expect(await seenBy(own.orders.paid.id)).toEqual([profile, profile, profile, profile, profile]);
    // At the till any name can be written on an order.
    expect(await seenBy(own.orders.tillUnpaid.id)).toEqual([profile, null, null, profile, profile]);
  });

  test('answers other shoppers and other stores by null, as if it did not exist, whatever it is named by', async ({ world: { own, foreign, absent } }) => {
    const uid = 'the-till-s-own';
    const till = await placeAtTill(own.shop, { uid });
    expect((await own.shop.clerk.ask(see, { uid, storeId: own.storeId })).order.id).toBe(till.id);
    for (const stranger of [foreign.shop.shopper, foreign.shop.clerk, foreign.shop.manager]) {
      const named = [...references(own), { id: absent.orders.paid.id }, { number: absent.orders.paid.number }, { id: 'order_nonsense' }, { uid, storeId: own.storeId }, { uid, storeId: absent.storeId }, { uid }];
      for (const reference of named) expect(await stranger.request(see, reference), JSON.stringify(reference)).toEqual({ data: { order: null } });
    }
  });

  test('shows nobody its members through the store it hangs on, but the store’s managers and the platform', async ({ world: { own, people } }) => {
    const throughOrder = /* GraphQL */ `query EdgesThroughOrder($id: ID!) { order(id: $id) { store { current { members { name } } } } }`;
    const seen = async (person: Person) => (await person.ask(throughOrder, { id: own.orders.paid.id })).order.store.current.members.length;
    expect(await Promise.all([people.SHOPPER, people.STAFF, people.manager, people.PLATFORM, people.SERVICE].map(seen))).toEqual([0, 0, 2, 2, 2]);
  });
});

describe('a store’s members', () => {
  test('are shown to its managers, the platform and services; others see an empty list', async ({ world: { own, foreign, people } }) => {
    const seen = async (person: Person) => (await person.ask(members, { id: own.storeId })).store.members.length;
    const asked = [people.SHOPPER, people.STAFF, people.manager, people.PLATFORM, people.SERVICE, foreign.shop.shopper, foreign.shop.clerk, foreign.shop.manager];
    expect(await Promise.all(asked.map(seen))).toEqual([0, 0, 2, 2, 2, 0, 0, 0]);
  });

  test('see their own place in it, and nobody else’s', async ({ world: { own, foreign, people } }) => {
    const place = /* GraphQL */ `query EdgesPlace($id: ID!) { store(id: $id) { myMembership { name role maySetPrice } } }`;
    const seen = async (person: Person) => (await person.ask(place, { id: own.storeId })).store.myMembership;
    expect(await seen(people.STAFF)).toEqual({ name: own.shop.clerk.subject, role: 'CLERK', maySetPrice: false });
    expect(await seen(people.manager)).toEqual({ name: own.shop.manager.subject, role: 'MANAGER', maySetPrice: true });
    for (const stranger of [people.SHOPPER, people.PLATFORM, people.SERVICE, foreign.shop.clerk, foreign.shop.manager]) expect(await seen(stranger)).toBeNull();
  });

  test('are kept by its managers only: to its clerks and to other managers the store is not there', async ({ world: { own, foreign, absent } }) => {
    const input = (storeId: string) => ({ input: { storeId, subject: 'an-accomplice', name: 'An Accomplice', role: 'MANAGER', dryRun: true } });
    const nothing = await own.shop.clerk.request(saveMember, input(absent.storeId));
    expect(nothing.data.storeMemberSave).toMatchObject({ store: null, userErrors: [{ code: 'NOT_FOUND' }] });
    for (const stranger of [own.shop.clerk, foreign.shop.clerk, foreign.shop.manager]) {
      expect(await stranger.request(saveMember, input(own.storeId))).toEqual(nothing);
    }
    expect((await own.shop.manager.ask(saveMember, input(own.storeId))).storeMemberSave.userErrors).toEqual([]);
  });
});

describe('a store’s counts', () => {
  test('are all zero for staff of other stores, as those of a store without orders', async ({ app, world: { own, foreign, people } }) => {
    const zeros = { total: 0, payPending: 0, totalAmount: { amount: '0.00' }, byStatus: [] };
    const empty = await openShop(app);
    expect((await empty.clerk.ask(counts, { id: empty.storeId })).storeOrderCounts).toEqual(zeros);
    expect((await foreign.shop.clerk.ask(counts, { id: own.storeId })).storeOrderCounts).toEqual(zeros);
    expect((await people.STAFF.ask(counts, { id: own.storeId })).storeOrderCounts.total).toBeGreaterThan(0);
  });
});

describe('node', () => {
  const found = async (person: Person, id: string): Promise<string | null> => (await person.ask(node, { id })).node?.kind ?? null;

  test('finds orders and profiles for those who may see them, and nothing for others', async ({ world: { own, foreign, people } }) => {
    const everybody = [people.SHOPPER, people.STAFF, people.PLATFORM, people.SERVICE, foreign.shop.shopper, foreign.shop.clerk];
    const seenBy = (id: string) => Promise.all(everybody.map((person) => found(person, id)));
    expect(await seenBy(own.orders.paid.id)).toEqual(['Order', 'Order', 'Order', 'Order', null, null]);
    expect(await seenBy(own.customerId)).toEqual(['Customer', null, 'Customer', 'Customer', null, null]);
  });

  test('finds stores, products and SKUs for everybody', async ({ world: { own, foreign } }) => {
    const { sku } = await own.shop.platform.ask(/* GraphQL */ `query EdgesSku($code: String!) { sku(code: $code) { id product { id } } }`, { code: own.sku });
    for (const person of [own.shop.shopper, foreign.shop.clerk, own.shop.platform]) {
      expect(await found(person, own.storeId)).toBe('Store');
      expect(await found(person, sku.product.id)).toBe('Product');
      expect(await found(person, sku.id)).toBe('Sku');
    }
  });

  test('finds nothing by the ids of parts, of nobody, or of no form at all', async ({ world: { absent, own, people } }) => {
    const parts = (['payment', 'refund', 'staff'] as const).map((kind) => toGlobalId(kind, personIdOf(own.shop.clerk.subject)));
    for (const id of [...parts, absent.storeId, absent.customerId, absent.orders.paid.id, 'order', '', 'order_', '018f0000-0000-7000-8000-000000000000', 'x'.repeat(5000)]) {
      expect(await people.PLATFORM.request(node, { id }), id.slice(0, 40)).toEqual({ data: { node: null } });
    }
  });
});

/** Before everything that ever happened: what is followed from here is told first, so nothing can slip past a late subscriber. */
const beginning = Buffer.from('0.0').toString('base64url');

const types = async (feed: ReturnType<Person['subscribe']>, count: number): Promise<string[]> => {
  const seen: string[] = [];
  while (seen.length < count) seen.push(Object.values<{ event: { type: string } }>((await feed.next()).value.data)[0]!.event.type);
  return seen;
};

describe('the live feed', () => {
  test('stops showing an order to the store that has rejected it', async ({ app }) => {
    const shop = await openShop(app);
    const order = await placeOnline(shop, 'FLASH');
    await payOnline(shop.shopper, order.id);
    const feed = shop.clerk.subscribe(storeFeed, { id: shop.storeId, after: beginning });
    expect(await types(feed, 3)).toEqual(['PLACED', 'START_PAYMENT', 'PAY']);
    const rejected = await shop.clerk.ask(reject, { input: { orderId: order.id, reason: 'no rider' } });
    expect(rejected.orderReject.userErrors).toEqual([]);
    expect((await feed.next()).value).toEqual({ data: { storeFeed: { orderId: order.id, event: { type: 'REJECT' }, order: null } } });
    await feed.return?.();
    expect((await shop.clerk.ask(see, { id: order.id })).order).toBeNull();
  });

  test('of a store ends with FORBIDDEN for somebody who leaves it, though nothing else happens', async ({ app }) => {
    const shop = await openShop(app);
    await placeOnline(shop, 'SELF_PICK');
    const feed = shop.clerk.subscribe(storeFeed, { id: shop.storeId, after: beginning });
    expect(await types(feed, 1)).toEqual(['PLACED']);
    await shop.manager.ask(removeMember, { input: { storeId: shop.storeId, subject: shop.clerk.subject } });
    expect((await feed.next()).value.errors).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }]);
    expect((await feed.next()).done).toBe(true);
  });

  test('of an order ends with FORBIDDEN at the next event for somebody who has left its store', async ({ app }) => {
    const shop = await openShop(app);
    const order = await placeOnline(shop, 'SELF_PICK');
    const feed = shop.clerk.subscribe(orderFeed, { id: order.id, after: beginning });
    expect(await types(feed, 1)).toEqual(['PLACED']);
    await shop.manager.ask(removeMember, { input: { storeId: shop.storeId, subject: shop.clerk.subject } });
    // What was true a moment ago is believed for a second.
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 1500 });
    onTestFinished(() => void vi.useRealTimers());
    await payOnline(shop.shopper, order.id);
    expect((await feed.next()).value.errors).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }]);
  });
});
