import { randomUUID } from 'node:crypto';
import { describe, expect } from 'vitest';
import { schema } from '../../src/app/schema.ts';
import { startApp, test as base, type App, type Person } from '../support/app.ts';
import { openShop, payOnline, placeOnline, type Shop } from '../support/seeds.ts';
import { documentOf, mutationCases, type Input } from './mutation-cases.ts';

/** Orders are confirmed by hand here, so that `orderConfirm` has something to do. */
const test = base.extend<{ app: App }>({
  app: [async ({}, use) => {
    const app = await startApp({ env: { CONFIRM_AUTOMATICALLY: 'false' } });
    await use(app);
    await app.stop();
  }, { scope: 'file' }],
});

/** What an answer shows of what belongs to a store's staff. */
const shown = ['order', 'cart', 'customerService', 'verdicts', 'payment'];
const fields = Object.values(schema.getMutationType()!.getFields());
const payloadTypeOf = (name: string): string => String(fields.find((field) => field.name === name)!.type).replaceAll(/[![\]]/g, '');
const showsSomething = (name: string): boolean => {
  const type = schema.getType(payloadTypeOf(name));
  return type !== undefined && 'getFields' in type && shown.some((field) => field in type.getFields());
};
const staffCases = fields.flatMap(({ name }) => {
  const one = mutationCases[name];
  return one && (one.as === 'clerk' || one.as === 'manager') && showsSomething(name) ? [{ ...one, name }] : [];
});

async function send(person: Person, name: string, input: Input): Promise<Record<string, unknown>> {
  const { data, errors } = await person.request(documentOf(name, payloadTypeOf(name)), { input });
  expect(errors, name).toBeUndefined();
  return data[name];
}

async function dismiss({ platform, storeId }: Shop, { subject }: Person): Promise<void> {
  await platform.ask('mutation LostRights($input: StoreMemberRemoveInput!) { storeMemberRemove(input: $input) { userErrors { code } } }', { input: { storeId, subject } });
}

/** Everything that is told of orders, carts and documents. */
const told = (payload: Record<string, unknown>): unknown[] => shown.flatMap((field) => {
  const value = payload[field];
  return field === 'verdicts' ? ((value ?? []) as { order: unknown }[]).map(({ order }) => order) : [value ?? null];
}).filter((value) => value !== null);

describe('an answer that was given to somebody who was taken out of the store since', () => {
  test('is tried with every mutation that staff have and that shows something of the store', () => {
    expect(staffCases.map(({ name }) => name)).toEqual(expect.arrayContaining(['orderAccept', 'orderReject', 'orderPlaceInStore', 'orderPlaceFromCartInStore', 'customerServiceCreate']));
  });

  test.for(staffCases)('$name: shows nothing more', async ({ name, as, prepare, settle }, { app }) => {
    const shop = await openShop(app);
    const person = shop[as];
    const input: Input = { ...(await prepare(app, shop)), idempotencyKey: randomUUID() };
    const first = await send(person, name, input);
    await settle?.(app, input);
    expect(told(first).length).toBeGreaterThan(0);
    await dismiss(shop, person);
    const again = await send(person, name, input);
    expect(again).toMatchObject({ replayed: true, userErrors: [] });
    expect(told(again)).toEqual([]);
  });
});

test('a verdict on many orders shows none of them any more', async ({ app }) => {
  const shop = await openShop(app);
  const [one, two] = [await placeOnline(shop, 'FLASH'), await placeOnline(shop, 'SELF_PICK')];
  const input: Input = { orderIds: [one.id, two.id], step: 'HOLD', reason: 'They are looked at.', idempotencyKey: randomUUID() };
  expect(told(await send(shop.clerk, 'ordersMove', input))).toHaveLength(2);
  await dismiss(shop, shop.clerk);
  const again = await send(shop.clerk, 'ordersMove', input);
  expect(again).toMatchObject({ replayed: true, verdicts: [{ outcome: 'DONE' }, { outcome: 'DONE' }] });
  expect(told(again)).toEqual([]);
});

describe('an answer that was given to somebody who still works in the store', () => {
  test('is given again where the step itself took the order away from the store', async ({ app }) => {
    const shop = await openShop(app);
    const order = await placeOnline(shop, 'FLASH');
    await payOnline(shop.shopper, order.id);
    const input: Input = { orderId: order.id, reason: 'We are out of it.', idempotencyKey: randomUUID() };
    const first = await send(shop.clerk, 'orderReject', input);
    expect(first['order']).toMatchObject({ id: order.id, store: null });
    const { replayed: _first, ...said } = first;
    const { replayed, ...saidAgain } = await send(shop.clerk, 'orderReject', input);
    expect(replayed).toBe(true);
    expect(saidAgain).toEqual(said);
  });
});
