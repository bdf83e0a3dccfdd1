import { randomUUID } from 'node:crypto';
import { isObjectType, type GraphQLInputObjectType } from 'graphql';
import { describe, expect } from 'vitest';
import { schema } from '../../src/app/schema.ts';
import { startApp, test as base, type App, type Person } from '../support/app.ts';
import { dbOf, growth, rowCounts } from '../support/races.ts';
import { openShop, type Shop } from '../support/seeds.ts';
import { serviceVersionOf } from './service-cases.ts';
import { documentOf, mutationCases, versionOf, type Input, type MutationCase } from './mutation-cases.ts';

const mutations = Object.values(schema.getMutationType()!.getFields());
const cases = mutations.flatMap((field) => (mutationCases[field.name] ? [{ ...mutationCases[field.name]!, name: field.name, field }] : []));
type Case = (typeof cases)[number];

/** Orders are confirmed by hand here, so that `orderConfirm` has something to do. */
const test = base.extend<{ app: App }>({
  app: [async ({}, use) => {
    const app = await startApp({ env: { CONFIRM_AUTOMATICALLY: 'false' } });
    await use(app);
    await app.stop();
  }, { scope: 'file' }],
});

const payloadTypeOf = ({ field }: Case): string => String(field.type).replaceAll(/[![\]]/g, '');

interface Payload {
  replayed: boolean;
  dryRun: boolean;
  userErrors: { code: string; __typename: string; currentVersion?: number }[];
  order?: { id: string; version: number; status: string } | null;
  store?: { id: string; version: number } | null;
  customerService?: { id: string; version: number } | null;
  [field: string]: unknown;
}

async function send(person: Person, one: Case, input: Input): Promise<Payload> {
  const { data, errors } = await person.request(documentOf(one.name, payloadTypeOf(one)), { input });
  expect(errors, one.name).toBeUndefined();
  return data[one.name];
}

const callerOf = (shop: Shop, { as }: MutationCase): Person => shop[as];

/** What the answer says besides whether it was said before. */
const said = ({ replayed: _replayed, ...rest }: Payload): Omit<Payload, 'replayed'> => rest;

async function prepared(app: App, one: Case) {
  const shop = await openShop(app);
  const input: Input = { ...(await one.prepare(app, shop)), idempotencyKey: randomUUID() };
  return { shop, input, person: callerOf(shop, one), before: await rowCounts(dbOf(app)) };
}

const effectOf = ({ adds }: MutationCase): Record<string, number> => ({ ...adds, idempotency_keys: 1 });

test('every mutation of the schema has a case here', () => {
  expect(Object.keys(mutationCases).toSorted()).toEqual(mutations.map(({ name }) => name).toSorted());
  for (const { field } of cases) expect(isObjectType((field.type as { ofType?: unknown }).ofType)).toBe(true);
});

describe('a hundred at once with one idempotency key', () => {
  test.for(cases)('$name has one effect, and all get the same answer', async (one, { app }) => {
    const { input, person, before } = await prepared(app, one);
    const payloads = await Promise.all(Array.from({ length: 100 }, () => send(person, one, input)));
    await one.settle?.(app, input);
    const first = payloads.filter(({ replayed }) => !replayed);
    expect(first).toHaveLength(1);
    expect(first[0]).toMatchObject({ dryRun: false, userErrors: [] });
    for (const payload of payloads) expect(said(payload)).toEqual(said(first[0]!));
    expect(growth(before, await rowCounts(dbOf(app)))).toEqual(effectOf(one));
  });
});

describe('an idempotency key that was used', () => {
  test.for(cases)('refuses another input of $name, which has no effect', async (one, { app }) => {
    const { shop, input, person } = await prepared(app, one);
    const first = await send(person, one, input);
    expect(first.userErrors).toEqual([]);
    await one.settle?.(app, input);
    const other: Input = { ...(await one.prepare(app, shop)), idempotencyKey: input['idempotencyKey'] };
    const before = await rowCounts(dbOf(app));
    const refused = await Promise.all([send(person, one, other), send(person, one, other), send(person, one, { ...other, dryRun: true })]);
    for (const payload of refused) expect(payload).toMatchObject({ replayed: false, userErrors: [{ code: 'IDEMPOTENCY_KEY_REUSED', path: ['idempotencyKey'] }] });
    expect(growth(before, await rowCounts(dbOf(app)))).toEqual({});
    expect(await send(person, one, { ...other, idempotencyKey: randomUUID() })).toMatchObject({ replayed: false, userErrors: [] });
    await one.settle?.(app, other);
  });

  test.for(cases.filter(({ moveOn }) => moveOn))('gives the first answer of $name again after the object has moved on', async (one, { app }) => {
    const { shop, input, person } = await prepared(app, one);
    const first = await send(person, one, input);
    expect(first).toMatchObject({ replayed: false, userErrors: [] });
    await one.settle?.(app, input);
    await one.moveOn!(shop, first.order?.id ?? '', input);
    if (first.order) expect(await versionOf(app, first.order.id)).toBeGreaterThan(first.order.version);
    if (first.customerService) expect(await serviceVersionOf(app, first.customerService.id)).toBeGreaterThan(first.customerService.version);
    const before = await rowCounts(dbOf(app));
    const again = await Promise.all([send(person, one, input), send(person, one, input)]);
    for (const payload of again) expect(payload).toEqual({ ...first, replayed: true });
    expect(growth(before, await rowCounts(dbOf(app)))).toEqual({});
  });

  test('by one caller is free for another', async ({ app }) => {
    const one = cases.find(({ name }) => name === 'orderPlaceInStore')!;
    const { shop, input, person } = await prepared(app, one);
    const mine = await send(person, one, input);
    const theirs = await send(shop.manager, one, { ...input, uid: randomUUID() });
    expect([mine, theirs]).toMatchObject([{ replayed: false, userErrors: [] }, { replayed: false, userErrors: [] }]);
    expect(theirs.order!.id).not.toBe(mine.order!.id);
  });

  test('for one mutation is refused for another', async ({ app }) => {
    const { shop, input, person } = await prepared(app, cases.find(({ name }) => name === 'orderPlaceInStore')!);
    await send(person, cases.find(({ name }) => name === 'orderPlaceInStore')!, input);
    const cash = cases.find(({ name }) => name === 'orderPayCash')!;
    const refused = await send(person, cash, { ...(await cash.prepare(app, shop)), idempotencyKey: input['idempotencyKey'] });
    expect(refused.userErrors).toMatchObject([{ code: 'IDEMPOTENCY_KEY_REUSED' }]);
  });
});

describe('a rehearsal', () => {
  test.for(cases)('of $name changes nothing and leaves its key free', async (one, { app }) => {
    const { input, person, before } = await prepared(app, one);
    const rehearsed = await send(person, one, { ...input, dryRun: true });
    expect(rehearsed).toMatchObject({ dryRun: true, replayed: false, userErrors: [] });
    expect(growth(before, await rowCounts(dbOf(app)))).toEqual({});
    const done = await send(person, one, input);
    expect(done).toMatchObject({ dryRun: false, replayed: false, userErrors: [] });
    // It had shown what would be.
    if (input.orderId) expect(rehearsed.order).toMatchObject({ id: done.order!.id, version: done.order!.version, status: done.order!.status });
    if (input.customerServiceId) expect(rehearsed.customerService!.version).toBe(done.customerService!.version);
    if (rehearsed.store) expect(rehearsed.store.version).toBe(done.store!.version);
    await one.settle?.(app, input);
    expect(growth(before, await rowCounts(dbOf(app)))).toEqual(effectOf(one));
  });

  test('needs one connection to the database, so that many at once do not wait for each other', async () => {
    const app = await startApp({ env: { CONFIRM_AUTOMATICALLY: 'false', DATABASE_POOL: '2' } });
    try {
      const inputs = await Promise.all(cases.map((one) => prepared(app, one)));
      const before = await rowCounts(dbOf(app));
      for (const [index, one] of cases.entries()) {
        const { person, input } = inputs[index]!;
        const rehearsed = await Promise.all(Array.from({ length: 3 }, () => send(person, one, { ...input, dryRun: true })));
        expect(rehearsed, one.name).toMatchObject(Array.from({ length: 3 }, () => ({ dryRun: true, userErrors: [] })));
      }
      expect(growth(before, await rowCounts(dbOf(app)))).toEqual({});
    } finally {
      await app.stop();
    }
  });
});

const inputOf = (field: (typeof mutations)[number]) => (field.args[0]!.type as unknown as { ofType: GraphQLInputObjectType }).ofType;

const versioned = cases.filter(({ field }) => 'expectedVersion' in inputOf(field).getFields());

describe('an expected version', () => {
  test('can be given with every step of an order', () => {
    const steps = cases.filter(({ field, name }) => 'orderId' in inputOf(field).getFields() || (name.startsWith('customerService') && name !== 'customerServiceReasonSave')).map(({ name }) => name);
    expect(steps.length).toBeGreaterThan(25);
    expect(versioned.map(({ name }) => name)).toEqual(expect.arrayContaining(steps));
  });

  test.for(versioned)('that is stale refuses $name with the object as it is, and one that holds does not', async (one, { app }) => {
    const { input, person, before } = await prepared(app, one);
    const storeId = input['storeId'] as string;
    const current = one.version ? await one.version.read(app, input) : input.customerServiceId ? await serviceVersionOf(app, input.customerServiceId) : input.orderId
      ? await versionOf(app, input.orderId)
      : (await person.ask(/* GraphQL */ `query OnceStoreVersion($id: ID!) { store(id: $id) { version } }`, { id: storeId })).store.version;
    for (const expectedVersion of [current - 1, current + 1]) {
      const refused = await send(person, one, { ...input, expectedVersion });
      expect(refused).toMatchObject({ replayed: false, userErrors: [{ code: 'VERSION_CONFLICT', path: ['expectedVersion'] }] });
      if (input.orderId) expect(refused).toMatchObject({ order: { id: input.orderId, version: current }, userErrors: [{ __typename: 'VersionConflict', currentVersion: current }] });
      else expect(input.customerServiceId ? refused.customerService : refused[one.version?.field ?? 'store']).toMatchObject({ version: current });
    }
    expect(growth(before, await rowCounts(dbOf(app)))).toEqual({});
    expect(await send(person, one, { ...input, expectedVersion: current })).toMatchObject({ replayed: false, userErrors: [] });
    await one.settle?.(app, input);
  });
});
