import { describe, expect } from 'vitest';
import { newId, toGlobalId } from '../../src/platform/ids.ts';
import { test as base, type Person } from '../support/app.ts';
import { attempt, take } from '../customer-service/service-desk.ts';
import { must } from '../support/order-desk.ts';
import { openShop, payOnline, placeOnline } from '../support/seeds.ts';
import { buildWorld, type World } from './world.ts';

const test = base.extend<{ world: World }>({ world: [async ({ app }, use) => use(await buildWorld(app)), { scope: 'file' }] });

const see = /* GraphQL */ `
  query ServiceEdgesSee($id: ID, $number: String, $uid: String, $storeId: ID) {
    customerService(id: $id, number: $number, uid: $uid, storeId: $storeId) { id returns { name orderItem { seq } } exchanges { name } refunds { number } log { type } customer { email } order { id number } }
  }`;
const counts = /* GraphQL */ `query ServiceEdgesCounts($storeId: ID) { customerServiceCounts(storeId: $storeId) { total byStatus { count } } }`;
const remove = /* GraphQL */ `mutation ServiceEdgesRemove($input: StoreMemberRemoveInput!) { storeMemberRemove(input: $input) { userErrors { code } } }`;
const feed = /* GraphQL */ `subscription ServiceEdgesFeed($id: ID!, $after: String) { customerServiceFeed(storeId: $id, after: $after) { event { type } customerService { number } counts { total } } }`;
const beginning = Buffer.from('0.0').toString('base64url');

describe('a document', () => {
  test('is found by its owner, its store, the platform and services, with all that hangs on it, and by node', async ({ world: { own, people } }) => {
    const { received } = own.services;
    for (const person of [people.SHOPPER, people.STAFF, people.manager, people.PLATFORM, people.SERVICE]) {
      for (const reference of [{ id: received.id }, { number: received.number }]) {
        expect((await person.ask(see, reference)).customerService).toMatchObject({ id: received.id, returns: [{ orderItem: { seq: 1 } }], log: [{ type: 'CREATED' }, { type: 'APPROVE' }, { type: 'RECEIVE' }], order: {} });
      }
      expect((await person.ask('query ServiceEdgesNode($id: ID!) { node(id: $id) { id __typename } }', { id: received.id })).node).toEqual({ id: received.id, __typename: 'CustomerService' });
    }
  });

  test('shows its customer’s profile to themselves and the back office, not to the store', async ({ world: { own, people } }) => {
    const profile = { email: `${own.shop.shopper.subject}@example.org` };
    const seenBy = await Promise.all([people.SHOPPER, people.STAFF, people.manager, people.PLATFORM, people.SERVICE].map(async (person) => (await person.ask(see, { id: own.services.asked.id })).customerService.customer));
    expect(seenBy).toEqual([profile, null, null, profile, profile]);
  });

  test('answers strangers by null, as if it did not exist, whatever it is named by; so does its order', async ({ world: { own, foreign, absent } }) => {
    const uid = 'the-desk-s-own';
    const create = { input: { uid, storeId: own.storeId, type: 'RETURN', reason: 'A walk', returns: [{ sku: own.sku, quantity: 1 }] } };
    const mine = (await own.shop.clerk.ask('mutation ServiceEdgesCreate($input: CustomerServiceCreateInput!) { customerServiceCreate(input: $input) { customerService { id } } }', create)).customerServiceCreate.customerService;
    expect((await own.shop.clerk.ask(see, { uid, storeId: own.storeId })).customerService.id).toBe(mine.id);
    const named = [
      { id: own.services.asked.id }, { number: own.services.asked.number }, { id: absent.services.asked.id }, { number: absent.services.asked.number }, { id: 'service_nonsense' },
      { uid, storeId: own.storeId }, { uid, storeId: absent.storeId }, { uid }, { id: toGlobalId('order', '018f0000-0000-7000-8000-000000000000') },
    ];
    for (const stranger of [foreign.shop.shopper, foreign.shop.clerk, foreign.shop.manager]) {
      for (const reference of named) expect(await stranger.request(see, reference), JSON.stringify(reference)).toEqual({ data: { customerService: null } });
      expect((await stranger.ask('query ServiceEdgesNone($id: ID!) { node(id: $id) { id } }', { id: own.services.asked.id })).node).toBeNull();
    }
  });

  test('stays with the store that answered it, which is told nothing of an order that another store has by now', async ({ app }) => {
    const [shop, other] = [await openShop(app), await openShop(app)];
    const { id: orderId } = await placeOnline(shop, 'EXPRESS', { storeId: shop.storeId });
    await payOnline(shop.shopper, orderId);
    const { customerService: { id } } = await take(shop.shopper, 'Request', { orderId, type: 'REFUND', reason: 'Too late' });
    const refusal = { customerServiceId: id, reason: 'It is packed.', idempotencyKey: newId() };
    await take(shop.clerk, 'Refuse', refusal);
    await must(shop.platform, 'orderReject', { orderId, reason: 'Out of stock' });
    await must(shop.platform, 'orderAssignStore', { orderId, storeId: other.storeId });
    expect((await shop.clerk.ask(see, { id })).customerService).toMatchObject({ id, order: null });
    for (const [step, input] of [['Reply', { customerServiceId: id, content: 'Well?' }], ['Refuse', { customerServiceId: id, reason: 'It is packed.' }], ['Refuse', refusal], ['TakeUp', { customerServiceId: id, expectedVersion: 1 }]] as const) {
      expect(await attempt(shop.clerk, step, input), step).toMatchObject({ customerService: { id }, order: null });
    }
    expect((await attempt(shop.platform, 'Reply', { customerServiceId: id, content: 'Well?' })).order).toMatchObject({ id: orderId });
  });

  test('does not tell its customer in which words a gateway refused', async ({ app, world: { own, people } }) => {
    const { received } = own.services;
    const row = (await app.server.services.db`select id, version from customer_services where number = ${received.number}`)[0]!;
    await app.server.services.db`
      insert into events (subject_id, version, subject_kind, type, at, actor_role, from_status, to_status, comment, changes)
      values (${row['id']}, ${Number(row['version']) + 1}, 'customer_service', 'REFUND_REFUSED', now(), 'SYSTEM', 'REFUND_PENDING', 'REFUND_PENDING', 'order.refund.failure', '{}')`;
    await app.server.services.db`update customer_services set version = version + 1 where id = ${row['id']}`;
    const last = async (person: Person) => (await person.ask('query ServiceEdgesLog($id: ID!) { customerService(id: $id) { log { text content } } }', { id: received.id })).customerService.log.at(-1);
    expect(await last(people.SHOPPER)).toEqual({ text: 'Refund failed; it is tried again', content: null });
    expect(await last(people.STAFF)).toEqual({ text: 'Refund failed; it is tried again', content: 'order.refund.failure' });
  });
});

describe('the counts of after-sales', () => {
  test('are a shopper’s own, a store’s for those who work there, all of them for the platform; zero for strangers', async ({ app, world: { own, foreign, people } }) => {
    const total = async (person: Person, storeId?: string) => (await person.ask(counts, { storeId })).customerServiceCounts.total;
    const mine = await total(people.SHOPPER);
    expect(mine).toBeGreaterThan(0);
    expect(await total(people.SHOPPER, foreign.storeId)).toBe(mine);
    expect(await total(people.STAFF, own.storeId)).toBeGreaterThan(0);
    expect(await total(foreign.shop.clerk, own.storeId)).toBe(0);
    expect(await total((await openShop(app)).shopper)).toBe(0);
    expect(await total(people.PLATFORM)).toBeGreaterThan(await total(people.PLATFORM, own.storeId));
    expect((await people.STAFF.request(counts)).errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT' } }]);
  });
});

describe('the feed of after-sales', () => {
  test('ends with FORBIDDEN for somebody who leaves the store, though nothing else happens', async ({ app }) => {
    const shop = await openShop(app);
    const input = { storeId: shop.storeId, type: 'RETURN', reason: 'A walk', returns: [{ sku: shop.sku, quantity: 1 }] };
    await shop.clerk.ask('mutation ServiceEdgesOpen($input: CustomerServiceCreateInput!) { customerServiceCreate(input: $input) { userErrors { code } } }', { input });
    const events = shop.clerk.subscribe(feed, { id: shop.storeId, after: beginning });
    expect((await events.next()).value).toMatchObject({ data: { customerServiceFeed: { event: { type: 'CREATED' }, counts: { total: 1 } } } });
    await shop.manager.ask(remove, { input: { storeId: shop.storeId, subject: shop.clerk.subject } });
    expect((await events.next()).value.errors).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }]);
    expect((await events.next()).done).toBe(true);
  });
});
