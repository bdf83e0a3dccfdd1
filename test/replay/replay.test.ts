import { afterAll, beforeAll, describe, expect, onTestFinished } from 'vitest';
import { GraphqlClient, ServerSilent } from '../../scripts/replay/graphql-client.ts';
import type { Progress } from '../../scripts/replay/progress.ts';
import { reportOf, runReplay, type ReplayJob, type ReplayResult } from '../../scripts/replay/run-replay.ts';
import { startApp, test, type App, type Person } from '../support/app.ts';
import { cloneDatabase } from '../support/database.ts';
import { startFaultyProxy, type Fate } from './faulty-proxy.ts';
import { header, oddDay, oddHistory, plainHistory, writeHistory } from './retail-file.ts';

const wholeFile = { from: '0000-01-01', to: '9999-12-31' };
const oneDay = { from: '2010-12-01', to: '2010-12-01' };
const silent: Progress = { begin() {}, step() {}, end() {} };

const odd = { file: '', remove() {} };
beforeAll(() => {
  Object.assign(odd, writeHistory(oddHistory));
});
afterAll(() => odd.remove());

function fileOf(content: string): string {
  const { file, remove } = writeHistory(content);
  onTestFinished(remove);
  return file;
}

let stores = 0;

/** A replay into a store of the test's own. */
async function jobFor(app: App, change: Partial<ReplayJob> & { url?: string } = {}): Promise<ReplayJob> {
  const { token } = await app.person('SERVICE', 'retail-replay', 'Retail replay');
  const stop = change.stop ?? new AbortController().signal;
  const client = new GraphqlClient({ url: change.url ?? app.url, token, stop, tries: 4, firstPauseMs: 1 });
  return { file: odd.file, selection: wholeFile, storeCode: `RETAIL-${(stores += 1)}`, concurrency: 4, client, progress: silent, say() {}, ...change, stop };
}

function finished(result: ReplayResult) {
  if (result.kind !== 'finished') throw new Error('The replay was stopped.');
  return result;
}

const ordersOf = /* GraphQL */ `
  query ReplayTestOrders($storeId: ID!) { storeOrders(storeId: $storeId, first: 100) { totalCount edges { node { uid status total { amount } history { type } } } } }`;
const storesPage = /* GraphQL */ `query ReplayTestStores { stores(first: 100) { edges { node { id code } } } }`;
const placeAnOrder = /* GraphQL */ `
  mutation ReplayTestPlace($input: OrderPlaceInStoreInput!) { orderPlaceInStore(input: $input) { order { id } userErrors { message } } }`;
const payAnOrder = /* GraphQL */ `mutation ReplayTestPay($input: OrderPayCashInput!) { orderPayCash(input: $input) { userErrors { message } } }`;

async function storeIdOf(service: Person, code: string): Promise<string> {
  const { stores: page } = await service.ask(storesPage);
  return page.edges.find(({ node }: { node: { code: string } }) => node.code === code).node.id;
}

interface Stored {
  readonly uid: string;
  readonly status: string;
  readonly total: { readonly amount: string };
  readonly history: readonly { readonly type: string }[];
}

/** The store's orders as anybody else would list them. */
async function storedOrders(app: App, code: string): Promise<Stored[]> {
  const service = await app.person('SERVICE', 'onlooker');
  const { storeOrders } = await service.ask(ordersOf, { storeId: await storeIdOf(service, code) });
  const orders: Stored[] = storeOrders.edges.map(({ node }: { node: Stored }) => node);
  expect(storeOrders.totalCount).toBe(orders.length);
  return orders;
}

const uidsOf = (orders: readonly Stored[]): string[] => orders.map(({ uid }) => uid).toSorted();

describe('a replay of every oddity', () => {
  test('reconciles one day to the penny, and names every exception', async ({ app }) => {
    const job = await jobFor(app, { selection: oneDay });
    const result = finished(await runReplay(job));
    const { survey, reconciliation } = result;
    expect(reconciliation.faults).toEqual([]);
    expect(survey.file).toEqual(oddDay.file);
    expect(reconciliation.placed).toEqual(oddDay.placed);
    const report = reportOf(result).join('\n');
    expect(report).toMatch(/In the file +15 +23 +59 +129\.294\n/);
    expect(report).toMatch(/Placed, as read back from the server +10 +14 +66 +165\.94\n/);
    expect(report).toMatch(/Unexplained difference +0 +0 +0 +0\.00\n/);
    for (const row of [
      'row 6: 536589, 21777, -10 × 0.00 = 0.00', 'row 8: 536590, 85123A, -3 × 2.55 = -7.65, damaged', 'row 9: 536591, PADS, 1 × 0.001 = 0.001, PADS TO MATCH ALL CUSHIONS',
      'row 11: 536592, PADS, 3 × 0.001 = 0.003, PADS TO MATCH ALL CUSHIONS', 'row 16: A563185, B, 1 × 11062.06 = 11062.06', 'row 17: A563186, B, 1 × -11062.06 = -11062.06',
      'row 18: 536596, 85123A, 1 × -1.50 = -1.50', 'row 20: 536597, 71053, 0 × 3.39 = 0.00', '1 row on 1 invoice\n  C536379',
    ]) expect(report).toContain(row);
  });

  test('leaves each invoice as one order, paid where it costs something, and completed', async ({ app }) => {
    const job = await jobFor(app, { selection: oneDay });
    await runReplay(job);
    const orders = await storedOrders(app, job.storeCode);
    expect(uidsOf(orders)).toEqual(['536365', '536366', '536590', '536591', '536593', '536594', '536595', '536596', '536597', '536598']);
    for (const { status, history } of orders) {
      expect([status, ...history.map(({ type }) => type)]).toEqual(['CLOSED_CONFIRMED', 'PLACED', 'PAY', 'COMPLETE']);
    }
    expect(orders.find(({ uid }) => uid === '536593')!.total.amount).toBe('0.00');
  });

  test('keeps lines of one article apart, with the price of each and its reason, and the shopper who bought', async ({ app }) => {
    const job = await jobFor(app, { selection: oneDay });
    await runReplay(job);
    const service = await app.person('SERVICE', 'onlooker');
    const storeId = await storeIdOf(service, job.storeCode);
    const { order } = await service.ask(/* GraphQL */ `
      query ReplayTestOrder($uid: String, $storeId: ID) { order(uid: $uid, storeId: $storeId) {
        kind remark customer { name country } items { seq skuCode name quantity listPrice { amount } salePrice { amount } priceReason } } }`, { uid: '536365', storeId });
    const heart = 'WHITE "HANGING" HEART, T-LIGHT';
    expect(order).toEqual({
      kind: 'IN_STORE', remark: 'Invoice 536365 of 2010-12-01 08:26:00, United Kingdom', customer: { name: 'Customer 17850', country: 'United Kingdom' },
      items: [
        { seq: 1, skuCode: '85123A', name: heart, quantity: 6, listPrice: { amount: '2.55' }, salePrice: { amount: '2.55' }, priceReason: null },
        { seq: 2, skuCode: '71053', name: 'WHITE METAL LANTERN', quantity: 6, listPrice: { amount: '3.39' }, salePrice: { amount: '3.39' }, priceReason: null },
        { seq: 3, skuCode: '85123A', name: heart, quantity: 2, listPrice: { amount: '2.55' }, salePrice: { amount: '2.10' }, priceReason: 'Price on invoice 536365' },
      ],
    });
  });

  test('places nothing twice when it runs again, nor when the day comes again with the whole file', async ({ app }) => {
    const job = await jobFor(app, { selection: oneDay });
    await runReplay(job);
    const again = finished(await runReplay(job)).reconciliation;
    expect([again.reconciles, again.placedBefore]).toEqual([true, oddDay.placed]);
    const whole = finished(await runReplay({ ...job, selection: wholeFile })).reconciliation;
    expect([whole.reconciles, whole.placedBefore, whole.placed.invoices]).toEqual([true, oddDay.placed, 11]);
    expect(await storedOrders(app, job.storeCode)).toHaveLength(11);
  });
});

describe('a replay that is broken off', () => {
  test('finishes the orders on their way, begins no other, and goes on from there the next time', async ({ app }) => {
    const controller = new AbortController();
    let steps = 0;
    const progress: Progress = { ...silent, step: () => { if ((steps += 1) === 5) controller.abort(); } };
    const job = await jobFor(app, { file: fileOf(plainHistory(60)), stop: controller.signal, progress });
    expect(await runReplay(job)).toEqual({ kind: 'stopped' });
    const orders = await storedOrders(app, job.storeCode);
    expect(orders.length).toBeGreaterThanOrEqual(5);
    expect(orders.length).toBeLessThan(5 + job.concurrency);
    expect(new Set(orders.map(({ status }) => status))).toEqual(new Set(['CLOSED_CONFIRMED']));
    const { reconciliation } = finished(await runReplay({ ...job, stop: new AbortController().signal, progress: silent }));
    expect([reconciliation.faults, reconciliation.placed.invoices, reconciliation.placedBefore.invoices]).toEqual([[], 60, orders.length]);
  });

  test('finishes what was placed and not paid, or paid and not completed, whoever placed it', async ({ app }) => {
    const job = await jobFor(app, { selection: { from: '2010-12-02', to: '2010-12-02' } });
    await runReplay(job);
    const other = await app.person('SERVICE', 'another-integration');
    const storeId = await storeIdOf(other, job.storeCode);
    const lines = [{ sku: '85123A', quantity: 2, unitPrice: '2.95', priceReason: 'as before' }];
    for (const [uid, paid] of [['536600', false], ['536601', true]] as const) {
      const { orderPlaceInStore } = await other.ask(placeAnOrder, { input: { storeId, uid, lines } });
      if (paid) await other.ask(payAnOrder, { input: { orderId: orderPlaceInStore.order.id } });
    }
    const last = '85123A,HEART,2,2010-12-02 08:00:00,2.95,12583.0,France';
    const file = fileOf(`${oddHistory}\n536600,${last}\n536601,${last}`);
    const { reconciliation } = finished(await runReplay({ ...job, file }));
    expect([reconciliation.faults, reconciliation.placed.invoices, reconciliation.placedBefore.invoices]).toEqual([[], 3, 3]);
  });

  test('by the server’s death tells that it is silent, and loses and doubles nothing once the server is back', async () => {
    const database = await cloneDatabase();
    const first = await startApp({ databaseUrl: database.url });
    let dying: Promise<void> | null = null;
    let steps = 0;
    const progress: Progress = { ...silent, step: () => { if ((steps += 1) === 7) dying = first.stop(); } };
    const job = await jobFor(first, { file: fileOf(plainHistory(60)), progress });
    await expect(runReplay(job)).rejects.toBeInstanceOf(ServerSilent);
    await dying;
    const second = await startApp({ databaseUrl: database.url });
    const begun = uidsOf(await storedOrders(second, job.storeCode));
    expect(begun.length).toBeGreaterThanOrEqual(7);
    const { reconciliation } = finished(await runReplay(await jobFor(second, { file: job.file, storeCode: job.storeCode })));
    expect([reconciliation.faults, reconciliation.placed.invoices, reconciliation.placedBefore.invoices]).toEqual([[], 60, begun.length]);
    await second.stop();
    await database.drop();
  });
});

describe('a bad line', () => {
  test('that loses answers and turns requests away doubles nothing', async ({ app }) => {
    const sent = new Map<string, number>();
    const fates = ['lose the answer', 'unavailable'] as const;
    const proxy = await startFaultyProxy(app.url, (body): Fate => {
      const before = sent.get(body) ?? 0;
      sent.set(body, before + 1);
      return fates[before] ?? 'pass';
    });
    onTestFinished(() => proxy.close());
    const job = await jobFor(app, { file: fileOf(plainHistory(60)), url: proxy.url });
    const { reconciliation } = finished(await runReplay(job));
    expect(reconciliation.faults).toEqual([]);
    expect(await storedOrders(app, job.storeCode)).toHaveLength(60);
    expect(sent.size).toBeGreaterThan(2 * 60);
    expect(Math.min(...sent.values())).toBeGreaterThanOrEqual(3);
  });

  test('that never carries anything is given up after a bounded number of tries', async ({ app }) => {
    let requests = 0;
    const proxy = await startFaultyProxy(app.url, () => { requests += 1; return 'unavailable' as const; });
    onTestFinished(() => proxy.close());
    await expect(runReplay(await jobFor(app, { url: proxy.url }))).rejects.toThrow(/no good answer in 4 tries; the last time: the server answers with status 503/);
    expect(requests).toBe(4);
  });

  test('is not tried again once somebody wants to stop', async ({ app }) => {
    const controller = new AbortController();
    const proxy = await startFaultyProxy(app.url, () => { controller.abort(); return 'unavailable' as const; });
    onTestFinished(() => proxy.close());
    await expect(runReplay(await jobFor(app, { url: proxy.url, stop: controller.signal }))).rejects.toThrow(/in 1 try/);
  });
});

describe('a replay does not reconcile', () => {
  const oneInvoice = `${header}\n600001,CUP,Cup,2,2011-01-04 10:00:00,1.25,,Spain`;

  test('when the invoice’s number stands on an order of other goods', async ({ app }) => {
    const job = await jobFor(app, { file: fileOf(oneInvoice), selection: { from: '2012-01-01', to: '2012-01-01' } });
    await runReplay(job);
    const other = await app.person('SERVICE', 'another-integration');
    await runReplay({ ...(await jobFor(app)), selection: oneDay });
    await other.ask(placeAnOrder, { input: { storeId: await storeIdOf(other, job.storeCode), uid: '600001', lines: [{ sku: '71053', quantity: 2 }] } });
    const { reconciliation } = finished(await runReplay({ ...job, selection: wholeFile }));
    expect(reconciliation.reconciles).toBe(false);
    expect(reconciliation.faults[0]).toMatch(/^600001 differs from the file/);
    expect(reconciliation.unexplained.money).toBe(2500n - 6780n);
  });

  test('when somebody else sells in the store meanwhile', async ({ app }) => {
    const other = await app.person('SERVICE', 'another-integration');
    const job = await jobFor(app, { file: fileOf(oneInvoice) });
    let sold = false;
    const proxy = await startFaultyProxy(app.url, async (body): Promise<Fate> => {
      if (!body.includes('orderPlaceFromCartInStore') || sold) return 'pass';
      sold = true;
      await other.ask(placeAnOrder, { input: { storeId: await storeIdOf(other, job.storeCode), lines: [{ sku: 'CUP', quantity: 1 }] } });
      return 'pass';
    });
    onTestFinished(() => proxy.close());
    const { reconciliation } = finished(await runReplay({ ...job, client: (await jobFor(app, { url: proxy.url })).client }));
    expect(reconciliation.faults).toEqual([expect.stringMatching(/counters grew by 2 orders, but this run added 1/)]);
  });

  test('when the server refuses an invoice, whose words stand in the report', async ({ app }) => {
    const tooLong = Array.from({ length: 2001 }, () => '600002,CUP,Cup,1,2011-01-04 10:00:00,1.25,,Spain').join('\n');
    const result = finished(await runReplay(await jobFor(app, { file: fileOf(`${oneInvoice}\n${tooLong}`) })));
    const { reconciliation } = result;
    expect([reconciliation.reconciles, reconciliation.placed.invoices, reconciliation.refused.lines]).toEqual([false, 1, 2001]);
    const report = reportOf(result).join('\n');
    expect(report).toMatch(/Refused by the server +1 +2,001 +2,001 +2,501\.25/);
    expect(report).toContain('600002 was refused by the server. INVALID_INPUT: Such a cart has at most 2000 lines; you sent 2001. (lines)');
  });
});

describe('the shop', () => {
  test('is refused where its code belongs to a store of another currency', async ({ app }) => {
    const service = await app.person('SERVICE', 'onlooker');
    await service.ask(/* GraphQL */ `mutation ReplayTestStore { storeCreate(input: { code: "YUAN", name: "Yuan", currency: "CNY" }) { store { id } } }`);
    await expect(runReplay(await jobFor(app, { storeCode: 'YUAN' }))).rejects.toThrow(/sells in CNY/);
  });

  test('is opened once by replays that begin at the same time, which place each invoice once', async ({ app }) => {
    const job = await jobFor(app, { file: fileOf(plainHistory(30)) });
    const results = await Promise.all([runReplay(job), runReplay(job)]);
    expect(results.map(({ kind }) => kind)).toEqual(['finished', 'finished']);
    expect(await storedOrders(app, job.storeCode)).toHaveLength(30);
  });

  test('is not touched with a token that may not', async ({ app }) => {
    const { token } = await app.person('SHOPPER', 'somebody');
    const client = new GraphqlClient({ url: app.url, token, stop: new AbortController().signal });
    await expect(runReplay(await jobFor(app, { client }))).rejects.toThrow(/for PLATFORM, SERVICE/);
  });
});

test('at most the given number of orders is on its way at a time, and no fewer while there is work', async ({ app }) => {
  let open = (): void => {};
  const full = new Promise<void>((resolve) => { open = resolve; });
  let flying = 0;
  let most = 0;
  const proxy = await startFaultyProxy(app.url, async (body): Promise<Fate> => {
    if (!body.includes('orderPlaceFromCartInStore')) return 'pass';
    most = Math.max(most, (flying += 1));
    if (flying === 3) open();
    await full;
    flying -= 1;
    return 'pass';
  });
  onTestFinished(() => proxy.close());
  await runReplay(await jobFor(app, { file: fileOf(plainHistory(30)), url: proxy.url, concurrency: 3 }));
  expect(most).toBe(3);
});
