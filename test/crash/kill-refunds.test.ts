import { createHmac, randomInt, randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { expect, onTestFinished, test } from 'vitest';
import { signToken } from '../../src/identity/tokens.ts';
import { createSandboxClient } from '../../src/payments/sandbox/sandbox-client.ts';
import { openDatabase, type Database } from '../../src/platform/database.ts';
import { systemClock } from '../../src/platform/time.ts';
import { startChildServer, type ChildServer } from '../support/child-server.ts';
import { cloneDatabase } from '../support/database.ts';
import { passableFolder } from '../support/embedded-postgres.ts';

const secret = 'a secret of the refund crash test, long enough';
const token = (role: 'STAFF' | 'PLATFORM', subject: string): Promise<string> => signToken({ secret, roleClaim: 'role' }, { role, subject, name: subject, lifetimeSeconds: 3600 });

/** Null when no answer came: whether it was done is then unknown. */
async function ask<T>(server: ChildServer, bearer: string, query: string, variables: object): Promise<T | null> {
  try {
    const response = await fetch(`${server.url}/graphql`, {
      method: 'POST', headers: { 'content-type': 'application/json', authorization: `Bearer ${bearer}` }, body: JSON.stringify({ query, variables }),
    });
    const { data, errors } = (await response.json()) as { data: T; errors?: unknown };
    expect(errors).toBeUndefined();
    return data;
  } catch (error) {
    if (error instanceof Error && error.name === 'AssertionError') throw error;
    return null;
  }
}

const sell = /* GraphQL */ `mutation KillSell($input: OrderPlaceInStoreInput!) { orderPlaceInStore(input: $input) { order { id } } }`;
const pay = /* GraphQL */ `mutation KillPay($id: ID!) { orderStartPayment(input: { orderId: $id, tender: SANDBOX }) { payment { number clientParameters { name value } } } }`;
const complete = /* GraphQL */ `mutation KillComplete($id: ID!) { orderComplete(input: { orderId: $id }) { userErrors { code } } }`;
const takeBack = /* GraphQL */ `
  mutation KillReturn($id: ID!) { customerServiceCreate(input: { orderId: $id, type: RETURN, reason: "Broken", goodsHandedIn: true }) { customerService { id number } userErrors { code } } }`;
const refund = /* GraphQL */ `
  mutation KillRefund($input: CustomerServiceRefundInput!) { customerServiceRefund(input: $input) { customerService { status } userErrors { code } } }`;

interface Till {
  readonly storeId: string;
  readonly clerk: string;
  readonly sku: string;
}

async function openTill(server: ChildServer): Promise<Till> {
  const [platform, clerk] = await Promise.all([token('PLATFORM', 'platform'), token('STAFF', 'clerk')]);
  const sku = randomUUID().slice(0, 8);
  const created = await ask<{ storeCreate: { store: { id: string } } }>(server, platform, 'mutation KillStore($input: StoreCreateInput!) { storeCreate(input: $input) { store { id } } }', { input: { code: sku, name: 'Shop', currency: 'GBP' } });
  const storeId = created!.storeCreate.store.id;
  await ask(server, platform, 'mutation KillMember($input: StoreMemberSaveInput!) { storeMemberSave(input: $input) { userErrors { code } } }', { input: { storeId, subject: 'clerk', name: 'Clerk', role: 'CLERK' } });
  await ask(server, platform, 'mutation KillProduct($input: ProductSaveInput!) { productSave(input: $input) { userErrors { code } } }', { input: { products: [{ code: sku, name: 'Ten', skus: [{ code: sku, prices: [{ currency: 'GBP', listPrice: '10.00' }] }] }] } });
  return { storeId, clerk, sku };
}

/** A return whose goods are back and whose money is to go back through the test gateway. */
interface Owed {
  readonly service: string;
  readonly number: string;
  readonly charge: string;
  readonly key: string;
}

async function owe(server: ChildServer, { storeId, clerk, sku }: Till): Promise<Owed> {
  const placed = await ask<{ orderPlaceInStore: { order: { id: string } } }>(server, clerk, sell, { input: { storeId, lines: [{ sku, quantity: 1 }] } });
  const { id } = placed!.orderPlaceInStore.order;
  const begun = await ask<{ orderStartPayment: { payment: { number: string; clientParameters: { name: string; value: string }[] } } }>(server, clerk, pay, { id });
  const { number: charge, clientParameters } = begun!.orderStartPayment.payment;
  await fetch(clientParameters.find(({ name }) => name === 'payUrl')!.value, { method: 'POST' });
  await ask(server, clerk, complete, { id });
  const returned = await ask<{ customerServiceCreate: { customerService: { id: string; number: string }; userErrors: unknown[] } }>(server, clerk, takeBack, { id });
  expect(returned!.customerServiceCreate.userErrors).toEqual([]);
  const { id: service, number } = returned!.customerServiceCreate.customerService;
  return { service, number, charge, key: randomUUID() };
}

/** Presses the button; again with the same key where no answer came. False when none came. */
async function press(server: ChildServer, { clerk }: Till, { service, key }: Owed): Promise<boolean> {
  const answer = await ask<{ customerServiceRefund: { userErrors: unknown[] } }>(server, clerk, refund, { input: { customerServiceId: service, idempotencyKey: key } });
  if (!answer) return false;
  expect(answer.customerServiceRefund.userErrors).toEqual([]);
  return true;
}

/** Refunds that were written down, and whose outcome nobody has recorded. */
const between = async (db: Database, numbers: readonly string[]): Promise<number> => (await db<{ count: number }[]>`
  select count(*) from refunds r join customer_services c on c.anchor_id = r.order_id and c.id = r.service_id where c.number = any(${numbers as string[]}) and r.state <> 'SUCCEEDED'`)[0]!.count;

/** Lets the test gateway hang: before it has paid back, after it has, or not at all. */
async function hang(server: ChildServer, { charge }: Owed): Promise<void> {
  const fault = [null, 'timeout-before', 'timeout-after', 'timeout-after'][randomInt(4)];
  if (!fault) return;
  const call = createSandboxClient({ baseUrl: () => server.url, secret: createHmac('sha256', secret).update('sandbox').digest('hex'), timeoutMs: 5000, clock: systemClock });
  expect(await call('POST', '/sandbox/control', { fault, number: charge })).toMatchObject({ kind: 'answer', status: 200 });
}

const atOnce = 50;
const wanted = 100;

test('kill -9 between the request for a refund and its outcome, a hundred times at random points: each goes back exactly once', { timeout: 180_000 }, async () => {
  const [folder, database] = await Promise.all([passableFolder(), cloneDatabase()]);
  const db = openDatabase(database.url, { poolSize: 2 });
  onTestFinished(async () => {
    await db.end();
    await database.drop();
  });
  const env = { JWT_SECRET: secret, DATABASE_URL: database.url, SANDBOX_PAYMENTS: 'true' };
  let server = await startChildServer(folder, env);
  const till = await openTill(server);
  const owed: Owed[] = [];
  let interrupted = 0;
  while (interrupted < wanted) {
    const batch = await Promise.all(Array.from({ length: atOnce }, () => owe(server, till)));
    owed.push(...batch);
    await Promise.all(batch.map((one) => hang(server, one)));
    const pressing = batch.map((one) => press(server, till, one));
    // Some are not even written down, some are with the gateway, some are back and not recorded, some are done.
    await pause(randomInt(100, 1000));
    await server.kill();
    await Promise.all(pressing);
    interrupted += await between(db, batch.map(({ number }) => number));
    server = await startChildServer(folder, env);
    await Promise.all(batch.map(async (one) => expect(await press(server, till, one)).toBe(true)));
  }
  // As if the leases of what died half way had run out.
  await db`update refunds set next_attempt_at = now() where state <> 'SUCCEEDED'`;
  await expect.poll(() => between(db, owed.map(({ number }) => number)), { timeout: 30_000 }).toBe(0);
  const books = await db<{ number: string; status: string; refunded: number; asked: number; paid: number; amounts: number[] }[]>`
    select c.number, c.status, c.refunded_total as refunded, (select count(*) from refunds r where r.order_id = c.order_id) as asked, s.refunded as paid,
      array(select f.amount::int from sandbox_refunds f where f.charge_number = s.number and f.state = 'SUCCEEDED') as amounts
    from customer_services c join payments p on p.order_id = c.order_id join sandbox_charges s on s.number = p.number`;
  expect(books).toHaveLength(owed.length);
  for (const { number: _number, ...book } of books) expect(book).toEqual({ status: 'REFUNDED', refunded: 1000, asked: 1, paid: 1000, amounts: [1000] });
  expect(await server.stop()).toBe(0);
});
