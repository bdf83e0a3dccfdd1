import { randomInt, randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { signToken } from '../../src/identity/tokens.ts';
import { startChildServer, type ChildServer } from '../support/child-server.ts';
import { passableFolder } from '../support/embedded-postgres.ts';

const secret = 'a secret of the crash test, long enough';
const tokens = { secret, roleClaim: 'role' };

const token = (role: string, subject: string): Promise<string> => signToken(tokens, { role: role as 'STAFF', subject, name: subject, lifetimeSeconds: 3600 });

/** Null when no answer came: whether it was done is then unknown. */
async function ask<T>(server: ChildServer, bearer: string, query: string, variables: object): Promise<T | null> {
  let text: string;
  try {
    const response = await fetch(`${server.url}/graphql`, {
      method: 'POST', headers: { 'content-type': 'application/json', authorization: `Bearer ${bearer}` }, body: JSON.stringify({ query, variables }),
    });
    text = await response.text();
  } catch {
    return null;
  }
  const { data, errors } = JSON.parse(text) as { data: T; errors?: readonly { extensions: { code: string } }[] };
  // While its database goes down with it, the server says that something went wrong; that, too, leaves open what was done.
  if (errors?.every(({ extensions }) => extensions.code === 'INTERNAL_SERVER_ERROR')) return null;
  expect(errors).toBeUndefined();
  return data;
}

interface Placed {
  readonly orderPlaceInStore: { readonly replayed: boolean; readonly order: { readonly id: string; readonly number: string }; readonly userErrors: readonly unknown[] };
}

const place = /* GraphQL */ `
  mutation CrashPlace($input: OrderPlaceInStoreInput!) { orderPlaceInStore(input: $input) { replayed order { id number } userErrors { code } } }`;
const payCash = /* GraphQL */ `
  mutation CrashCash($input: OrderPayCashInput!) { orderPayCash(input: $input) { replayed order { version paidTotal { amount } } userErrors { code } } }`;
const read = /* GraphQL */ `
  query CrashRead($number: String!) { order(number: $number) { uid version status paidTotal { amount } payments { number } items { seq quantity } history { version type } } }`;
const count = /* GraphQL */ `
  query CrashCount($storeId: ID!) { storeOrders(storeId: $storeId, first: 1) { totalCount } }`;

interface Intent {
  readonly uid: string;
  readonly placeKey: string;
  readonly payKey: string;
  /** Its number, once the server has acknowledged it. */
  number?: string;
  /** Whether the server has acknowledged the payment. */
  paid?: boolean;
}

interface Till {
  readonly storeId: string;
  readonly clerk: string;
  readonly sku: string;
}

async function openTill(server: ChildServer): Promise<Till> {
  const [platform, clerk] = await Promise.all([token('PLATFORM', 'platform'), token('STAFF', 'clerk')]);
  const tag = randomUUID().slice(0, 8);
  const created = await ask<{ storeCreate: { store: { id: string } } }>(server, platform, /* GraphQL */ `
    mutation CrashStore($input: StoreCreateInput!) { storeCreate(input: $input) { store { id } } }`, { input: { code: tag, name: 'Shop', currency: 'GBP' } });
  const storeId = created!.storeCreate.store.id;
  await ask(server, platform, /* GraphQL */ `
    mutation CrashMember($input: StoreMemberSaveInput!) { storeMemberSave(input: $input) { userErrors { code } } }`, { input: { storeId, subject: 'clerk', name: 'Clerk', role: 'CLERK' } });
  await ask(server, platform, /* GraphQL */ `
    mutation CrashProduct($input: ProductSaveInput!) { productSave(input: $input) { userErrors { code } } }`,
  { input: { products: [{ code: tag, name: 'Ten', skus: [{ code: tag, prices: [{ currency: 'GBP', listPrice: '10.00' }] }] }] } });
  return { storeId, clerk, sku: tag };
}

/** Sends what has not been acknowledged yet, as a client does that repeats until it is told. False when no answer came. */
async function pursue(server: ChildServer, { storeId, clerk, sku }: Till, intent: Intent): Promise<boolean> {
  if (!intent.number) {
    const placed = await ask<Placed>(server, clerk, place, { input: { idempotencyKey: intent.placeKey, uid: intent.uid, storeId, lines: [{ sku, quantity: 1 }, { sku, quantity: 2 }] } });
    if (!placed) return false;
    expect(placed.orderPlaceInStore.userErrors).toEqual([]);
    intent.number = placed.orderPlaceInStore.order.number;
  }
  if (intent.paid) return true;
  // A part only, so that the order would take it a second time.
  const paid = await ask<{ orderPayCash: { userErrors: readonly unknown[] } }>(server, clerk, payCash, { input: { idempotencyKey: intent.payKey, orderId: intent.number, amount: '4.00' } });
  if (!paid) return false;
  expect(paid.orderPayCash.userErrors).toEqual([]);
  return (intent.paid = true);
}

async function verify(server: ChildServer, { clerk }: Till, { uid, number, paid }: Intent): Promise<void> {
  const answer = await ask<{ order: { uid: string; version: number; paidTotal: { amount: string }; payments: unknown[]; items: { seq: number; quantity: number }[]; history: { version: number; type: string }[] } | null }>(server, clerk, read, { number });
  const order = answer!.order!;
  expect(order).toMatchObject({ uid, items: [{ seq: 1, quantity: 1 }, { seq: 2, quantity: 2 }] });
  const types = order.payments.length > 0 ? ['PLACED', 'PAYMENT_RECEIVED'] : ['PLACED'];
  if (paid) expect(types).toHaveLength(2);
  expect(order).toMatchObject({ version: types.length, paidTotal: { amount: types.length === 2 ? '4.00' : '0.00' } });
  expect(order.history).toEqual(types.map((type, index) => expect.objectContaining({ version: index + 1, type })));
}

test('kill -9 while orders are placed loses nothing that was acknowledged, and doubles nothing that is sent again', { timeout: 120_000 }, async () => {
  const folder = await passableFolder();
  const env = { JWT_SECRET: secret };
  let server = await startChildServer(folder, env);
  const till = await openTill(server);
  const intents: Intent[] = [];
  const unanswered = (): Intent[] => intents.filter(({ number, paid }) => !number || !paid);
  let interrupted = 0;

  for (const withPostgres of [false, true, false]) {
    const killing = new AbortController();
    const atWork = async (): Promise<void> => {
      while (!killing.signal.aborted) {
        const intent: Intent = { uid: randomUUID(), placeKey: randomUUID(), payKey: randomUUID() };
        intents.push(intent);
        await pursue(server, till, intent);
      }
    };
    const enough = intents.length + 40;
    const clients = Array.from({ length: 8 }, atWork);
    await expect.poll(() => intents.length, { timeout: 20_000, interval: 5 }).toBeGreaterThan(enough);
    await pause(randomInt(500));
    if (withPostgres) process.kill(await server.postgres(), 'SIGKILL');
    await server.kill();
    killing.abort();
    await Promise.all(clients);
    interrupted += unanswered().length;

    server = await startChildServer(folder, env);
    // First everything that was acknowledged before anything is sent again.
    await Promise.all(intents.filter(({ number }) => number).map((intent) => verify(server, till, intent)));
    for (const intent of unanswered()) expect(await pursue(server, till, intent)).toBe(true);
    await Promise.all(intents.map((intent) => verify(server, till, intent)));
    const counted = await ask<{ storeOrders: { totalCount: number } }>(server, till.clerk, count, { storeId: till.storeId });
    expect(counted!.storeOrders.totalCount).toBe(intents.length);
    expect(new Set(intents.map(({ number }) => number)).size).toBe(intents.length);
  }
  // It was indeed killed in the middle of something.
  expect(interrupted).toBeGreaterThan(0);
  expect(await server.stop()).toBe(0);
});
