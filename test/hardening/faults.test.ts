import { describe, expect, onTestFinished, test } from 'vitest';
import { openShop, payOnline, placeAtTill, placeOnline } from '../support/seeds.ts';
import { startLogged } from './server-with-log.ts';
import { transports } from './transports.ts';

const internals = /relation|postgres|sql|select|insert|constraint|_away|node_modules|\.ts|stack|\bat \w+ \(/i;

describe.each(['HTTP', 'WebSocket'] as const)('a fault over %s', (transport) => {
  // A document is interpreted when it comes for the first time, and compiled when it comes again.
  test.each(['at first sight', 'known already'])('is told as one sentence with an id, under which the log tells the rest, for a document %s', async (when) => {
    const { app, sql, lines } = await startLogged();
    const { shopper } = await openShop(app);
    const query = `query FaultList { myOrders(first: 1) { edges { cursor } } } # ${transport} ${when}`;
    for (const known of when === 'known already' ? [1, 2] : []) expect((await transports[transport](shopper, query, {})).errors, String(known)).toBeUndefined();
    await sql`alter table orders rename to orders_away`;
    const answer = await transports[transport](shopper, query, {});
    await sql`alter table orders_away rename to orders`;
    expect(answer.errors).toHaveLength(1);
    const [{ message, extensions }] = answer.errors as [{ message: string; extensions: { code: string; requestId?: string } }];
    expect(extensions.code).toBe('INTERNAL_SERVER_ERROR');
    expect(message).not.toMatch(internals);
    expect(JSON.stringify(answer.errors)).not.toMatch(internals);
    expect(extensions.requestId).toMatch(/^[0-9a-f-]{36}$/);
    const fault = lines().find(({ msg, requestId }) => msg === 'fault' && requestId === extensions.requestId);
    expect(fault).toMatchObject({ level: 50, err: { type: 'PostgresError', code: '42P01', message: 'relation "orders" does not exist', stack: expect.stringMatching(/orders\/lists\/order[a-z-]*\.queries/) } });
    expect((await transports[transport](shopper, 'query FaultOver { myOrders(first: 1) { edges { cursor } } }', {})).errors).toBeUndefined();
  });

  test('in a command leaves nothing behind and does not show it', async () => {
    const { app, sql } = await startLogged();
    const shop = await openShop(app);
    await sql`alter table events rename to events_away`;
    const input = { lines: [{ sku: shop.sku, quantity: 1 }], contact: { name: 'Rosa Klein', phone: '1', address: { street: 'Mill Lane 4' } }, currency: 'GBP' };
    const answer = await transports[transport](shop.shopper, 'mutation FaultPlace($input: OrderPlaceInput!) { orderPlace(input: $input) { order { id } } }', { input });
    await sql`alter table events_away rename to events`;
    expect(answer.errors).toMatchObject([{ extensions: { code: 'INTERNAL_SERVER_ERROR' } }]);
    expect(JSON.stringify(answer.errors)).not.toMatch(internals);
    expect(await sql`select 1 from orders`).toHaveLength(0);
  });
});

test('a fault in the middle of a subscription ends it without internals, and is logged', async () => {
  const { app, sql, lines } = await startLogged();
  const shop = await openShop(app);
  const following = shop.shopper.subscribe(`subscription FaultFeed { myOrders(after: "${Buffer.from('0.0').toString('base64url')}") { event { type } order { number } } }`);
  await placeOnline(shop, 'EXPRESS');
  expect((await following.next()).value.data.myOrders.event).toEqual({ type: 'PLACED' });
  await sql`alter table orders rename to orders_away`;
  onTestFinished(async () => void (await sql`alter table if exists orders_away rename to orders`));
  await sql`insert into events (subject_id, version, subject_kind, type, at, store_id, customer_id, actor_role, actor_id, actor_name, from_status, to_status, comment, changes)
    select subject_id, 2, subject_kind, 'START_PAYMENT', at, store_id, customer_id, actor_role, actor_id, actor_name, from_status, to_status, comment, changes from events where subject_kind = 'order'`;
  const { value } = await following.next();
  expect(value.errors).toMatchObject([{ extensions: { code: 'INTERNAL_SERVER_ERROR', requestId: expect.any(String) } }]);
  expect(JSON.stringify(value.errors)).not.toMatch(internals);
  expect(lines().some(({ msg, requestId }) => msg === 'fault' && requestId === value.errors[0].extensions.requestId)).toBe(true);
});

describe('the log', () => {
  const secret = { name: 'Zebedee Quillfeather', phone: '0998877665', street: 'Unmistakable Row 77', email: 'zq@unmistakable.example', remark: 'ring thrice for Quillfeather', title: 'Quillfeather Estates' };
  const personal = new RegExp(`${Object.values(secret).join('|')}|Quillfeather|Unmistakable`, 'i');
  const contact = { name: secret.name, phone: secret.phone, address: { street: secret.street } };

  test('holds a line for each operation, with id, name, role, outcome and duration', async () => {
    const { app, lines } = await startLogged();
    const { shopper } = await openShop(app);
    await shopper.ask('query LoggedOne { me { id } }');
    await shopper.request('query LoggedTwo { orders { totalCount } }');
    const operations = lines().filter(({ msg }) => msg === 'operation');
    const one = { type: 'query', role: 'SHOPPER', requestId: expect.stringMatching(/^[0-9a-f-]{36}$/), milliseconds: expect.any(Number) };
    expect(operations.find(({ operation }) => operation === 'LoggedOne')).toMatchObject({ ...one, outcome: 'ok' });
    expect(operations.find(({ operation }) => operation === 'LoggedTwo')).toMatchObject({ ...one, outcome: 'FORBIDDEN' });
  });

  test('holds nothing about persons, whatever they do', async () => {
    const { app, log, lines } = await startLogged();
    const shop = await openShop(app);
    const input = { customers: [{ subject: shop.shopper.subject, name: secret.name, email: secret.email, phone: secret.phone }] };
    await shop.platform.ask('mutation LoggedProfile($input: CustomerSaveInput!) { customerSave(input: $input) { customerIds } }', { input });
    const order = await placeOnline(shop, 'FLASH', { contact, remark: secret.remark, invoiceWanted: true, invoiceTitle: secret.title });
    await payOnline(shop.shopper, order.id);
    await placeAtTill(shop, { contact, customerSubject: shop.shopper.subject });
    await shop.clerk.ask('query LoggedSearch($f: OrderFilter) { storeOrders(storeId: "nowhere", filter: $f) { totalCount } }', { f: { contactName: secret.name } }).catch(() => {});
    await shop.shopper.request(`query LoggedLiteral { sku(code: "${secret.name}") { code } }`);
    await shop.shopper.request(`query LoggedNonsense { sku(code: "${secret.name}") { nothing } }`);
    await shop.shopper.request('query LoggedBad($first: Int) { myOrders(first: $first) { totalCount } }', { first: secret.email });
    expect(lines().length).toBeGreaterThan(8);
    expect(log()).not.toMatch(personal);
    for (const { token, subject } of [shop.shopper, shop.clerk]) {
      expect(log()).not.toContain(token);
      expect(log()).not.toContain(subject);
    }
  });

  test('holds nothing about persons when the database refuses a row and quotes it', async () => {
    const { app, sql, log, lines } = await startLogged();
    const shop = await openShop(app);
    await sql`alter table orders add constraint refuses_all check (remark is null)`;
    await expect(placeOnline(shop, 'EXPRESS', { contact, remark: secret.remark })).rejects.toThrow('INTERNAL_SERVER_ERROR');
    expect(lines().some(({ err }) => (err as { code?: string } | undefined)?.code === '23514')).toBe(true);
    expect(log()).not.toMatch(personal);
  });
});
