import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openDatabase, type Database } from '../../src/platform/database.ts';
import { cloneDatabase, type TestDatabase } from '../support/database.ts';
import { newCharge, startMerchant } from './sandbox-merchant.ts';

let database: TestDatabase;
let db: Database;

beforeAll(async () => {
  database = await cloneDatabase();
  db = openDatabase(database.url);
});

afterAll(async () => {
  await db.end();
  await database.drop();
});

describe('the page', () => {
  const asBrowser = { accept: 'text/html,application/xhtml+xml,*/*;q=0.8' };
  const submit = (url: string, body: string): Promise<Response> =>
    fetch(url, { method: 'POST', headers: { ...asBrowser, 'content-type': 'application/x-www-form-urlencoded' }, body });

  test('shows what is to be paid, loads nothing, and treats a description as text', async () => {
    const { gateway, url } = await startMerchant(db);
    const charge = { ...newCharge(), description: '<img src=x onerror=alert(1)> & "more"' };
    await gateway.create(charge);
    const response = await fetch(`${url}/sandbox/pay/${charge.number}`, { headers: asBrowser });
    const html = await response.text();
    expect(response.headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect(response.headers.get('content-security-policy')).toContain("default-src 'none'");
    expect(html).toContain('£15.92');
    expect(html).toContain('&lt;img src=x onerror=alert(1)&gt; &amp; &quot;more&quot;');
    expect(html).not.toMatch(/<(img|script|link)|https?:/);
    expect(html.match(/<button/g)).toHaveLength(2);
  });

  test.each([['pay', 'Paid.', 'succeeded'], ['decline', 'Declined.', 'failed']] as const)('settles by its button "%s" and shows the end', async (outcome, ending, kind) => {
    const { gateway, url, received } = await startMerchant(db);
    const charge = newCharge();
    await gateway.create(charge);
    const response = await submit(`${url}/sandbox/pay/${charge.number}`, `outcome=${outcome}`);
    const html = await response.text();
    expect([response.redirected, response.status, response.url]).toEqual([true, 200, `${url}/sandbox/pay/${charge.number}`]);
    expect(html).toContain(ending);
    expect(html).not.toContain('<button');
    expect(received.map(({ notification }) => notification?.outcome.kind)).toEqual([kind]);
  });

  test('of a number that does not exist says so', async () => {
    const { url } = await startMerchant(db);
    const response = await fetch(`${url}/sandbox/pay/${newCharge().number}`, { headers: asBrowser });
    expect([response.status, (await response.text()).includes('No such payment')]).toEqual([404, true]);
  });
});
