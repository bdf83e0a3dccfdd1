import { describe, expect } from 'vitest';
import { test } from '../support/app.ts';
import { must, onOrder, paidOrder, soldAtTill, type Payload } from '../support/order-desk.ts';
import { openStore } from '../support/order-states.ts';
import { openShop, placeOnline } from '../support/seeds.ts';

const facts = 'version status payment paidTotal { amount } total { amount } awaitingReview store { code } items { seq quantity status review { commentId } } payments { state } history { type }';
const then = `query DeskThen($id: ID!, $at: DateTime!) { order(id: $id) { asOf(at: $at) { ${facts} availableActions { action } } } }`;
const now = `query DeskNow($id: ID!) { order(id: $id) { ${facts} history { type at version payment device actorName } } }`;

describe('the order as it was', () => {
  test('at each instant of its life is what it was right after the last event before', async ({ app }) => {
    const shop = await openShop(app);
    const { id } = await soldAtTill(shop);
    await must(shop.shopper, 'orderReview', { orderId: id, commentId: 'C-1', seq: 1 });
    const { order } = await shop.clerk.ask(now, { id });
    const [placed, paid, completed, reviewed] = order.history;
    const at = async (instant: string): Promise<Payload> => (await shop.clerk.ask(then, { id, at: instant })).order.asOf;
    const before = new Date(Date.parse(placed.at) - 1).toISOString();
    expect(await at(before)).toBeNull();
    // Events may share a millisecond: what counts is the last one up to the instant.
    const last = (instant: string) => order.history.findLast((event: Payload) => Date.parse(event.at) <= Date.parse(instant)).version;
    for (const { at: instant } of [placed, paid, completed, reviewed]) expect((await at(instant)).version).toBe(last(instant));
    const justBefore = new Date(Date.parse(reviewed.at) - 1).toISOString();
    expect(await at(justBefore)).toMatchObject({ items: [{ review: null }], awaitingReview: last(justBefore) === completed.version, availableActions: [] });
    const { availableActions: _none, ...today } = await at('2999-01-01T00:00:00.000Z');
    expect(today).toEqual({ ...order, history: order.history.map(({ type }: Payload) => ({ type })) });
    expect(order.history.map(({ payment }: Payload) => payment)).toEqual(['OPEN', 'PAID', 'PAID', 'PAID']);
  });

  test('has the lines as they were: what was given back later was not given back then', async ({ app }) => {
    const shop = await openShop(app);
    const { id } = await soldAtTill(shop, { lines: [{ sku: shop.sku, quantity: 2 }, { sku: shop.reducedSku, quantity: 1 }] });
    const back = 'mutation DeskReturn($input: OrderReturnInput!) { orderReturn(input: $input) { userErrors { code message } } }';
    const lines = 'query DeskLines($id: ID!, $at: DateTime!) { order(id: $id) { history { type at } asOf(at: $at) { returnedTotal { amount } items { status returnedQuantity returningQuantity } } } }';
    const read = async (at: string): Promise<Payload> => (await shop.clerk.ask(lines, { id, at })).order;
    for (const returns of [[{ seq: 1, quantity: 1 }], [{ seq: 1, quantity: 1 }]]) {
      expect((await shop.clerk.ask(back, { input: { orderId: id, reason: 'Too big', returns } })).orderReturn.userErrors).toEqual([]);
    }
    const { history, asOf: today } = await read('2999-01-01T00:00:00.000Z');
    const [first, second] = history.filter(({ type }: Payload) => type.startsWith('SERVICE_')).map(({ at }: Payload) => Date.parse(at)).filter((at: number, index: number, all: number[]) => all.indexOf(at) === index);
    const at = async (epoch: number): Promise<Payload> => (await read(new Date(epoch - 1).toISOString())).asOf.items.map(({ status, returnedQuantity }: Payload) => [status, returnedQuantity]);
    expect(today.items).toMatchObject([{ status: 'REFUNDED', returnedQuantity: 2, returningQuantity: 0 }, { status: 'CREATED', returnedQuantity: 0 }]);
    expect(await at(second)).toEqual([['CREATED', 1], ['CREATED', 0]]);
    expect(await at(first)).toEqual([['CREATED', 0], ['CREATED', 0]]);
  });

  test('names the store that had it then', async ({ app }) => {
    const shop = await openShop(app);
    const { id } = await paidOrder(shop, 'FLASH');
    const rejected = await onOrder(shop.clerk, 'orderReject', { orderId: id, reason: 'The oven is broken.' });
    expect(rejected.userErrors).toEqual([]);
    const { order: { history } } = await shop.platform.ask(now, { id });
    const read = async (at: string) => (await shop.platform.ask(then, { id, at })).order.asOf;
    expect((await read(history[0].at)).store).toEqual({ code: shop.storeCode });
    expect((await read(history.at(-1).at)).store).toBeNull();
  });
});

describe('the stores that had an order', () => {
  test('are listed with who gave it to them, who answered, and why; to its owner without names and reasons', async ({ app }) => {
    const shop = await openShop(app);
    const { id } = await paidOrder(shop, 'FLASH');
    await onOrder(shop.clerk, 'orderReject', { orderId: id, reason: 'The oven is broken.' });
    const next = await openStore(shop.platform);
    await must(shop.platform, 'orderAssignStore', { orderId: id, storeId: next, comment: 'Yours now.' });
    const query = 'query DeskAttempts($id: ID!) { order(id: $id) { assignments { storeId outcome assignedBy assignedAt clerk answeredAt reason } } }';
    const { order } = await shop.platform.ask(query, { id });
    expect(order.assignments).toEqual([
      { storeId: shop.storeId, outcome: 'REJECTED', assignedBy: shop.shopper.subject, assignedAt: expect.any(String), clerk: shop.clerk.subject, answeredAt: expect.any(String), reason: 'The oven is broken.' },
      { storeId: next, outcome: 'WAITING', assignedBy: shop.platform.subject, assignedAt: expect.any(String), clerk: null, answeredAt: null, reason: null },
    ]);
    const own = (await shop.shopper.ask(query, { id })).order.assignments;
    expect(own.map(({ outcome, assignedBy, clerk, reason }: Payload) => [outcome, assignedBy, clerk, reason])).toEqual([['REJECTED', shop.shopper.subject, null, null], ['WAITING', null, null, null]]);
  });
});

describe('the device', () => {
  const hold = 'mutation DeskDevice($input: OrderHoldInput!) { orderHold(input: $input) { userErrors { code } } }';
  const devices = 'query DeskDevices($id: ID!) { order(id: $id) { history { type device } } }';

  test('that a connection names is kept with what it did, over HTTP and over WebSocket, and shown to staff', async ({ app }) => {
    const shop = await openShop(app);
    const { id } = await placeOnline(shop, 'SELF_PICK');
    const response = await fetch(app.url, {
      method: 'POST', headers: { 'content-type': 'application/json', authorization: `Bearer ${shop.clerk.token}`, 'x-device': encodeURIComponent('收银台 iPad') },
      body: JSON.stringify({ query: hold, variables: { input: { orderId: id, reason: 'Counting.' } } }),
    });
    expect(await response.json()).toEqual({ data: { orderHold: { userErrors: [] } } });
    const client = shop.clerk.socket({ device: 'Till 2' });
    for await (const { data } of client.iterate<Payload>({ query: 'mutation DeskBack($input: OrderReleaseInput!) { orderRelease(input: $input) { userErrors { code } } }', variables: { input: { orderId: id } } })) {
      expect(data.orderRelease.userErrors).toEqual([]);
    }
    const history = (await shop.manager.ask(devices, { id })).order.history;
    expect(history).toEqual([{ type: 'PLACED', device: null }, { type: 'HOLD', device: '收银台 iPad' }, { type: 'RELEASE', device: 'Till 2' }]);
    const own = (await shop.shopper.ask(devices, { id })).order.history;
    expect(own.map(({ device }: Payload) => device)).toEqual([null, null, null]);
  });
});
