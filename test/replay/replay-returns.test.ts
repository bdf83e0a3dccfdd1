import { describe, expect, onTestFinished } from 'vitest';
import { GraphqlClient } from '../../scripts/replay/graphql-client.ts';
import { reportOf, runReplay, type ReplayJob, type ReplayResult } from '../../scripts/replay/run-replay.ts';
import { test, type App } from '../support/app.ts';
import { returnHistory, writeHistory } from './retail-file.ts';

const storeCode = 'RETAIL-RETURNS';

async function jobFor(app: App): Promise<ReplayJob> {
  const { file, remove } = writeHistory(returnHistory);
  onTestFinished(remove);
  const { token } = await app.person('SERVICE', 'retail-replay', 'Retail replay');
  const { signal: stop } = new AbortController();
  const client = new GraphqlClient({ url: app.url, token, stop, tries: 4, firstPauseMs: 1 });
  return { file, selection: { from: '0000-01-01', to: '9999-12-31' }, storeCode, concurrency: 4, client, progress: { begin() {}, step() {}, end() {} }, say() {}, stop };
}

function finished(result: ReplayResult) {
  if (result.kind !== 'finished') throw new Error('The replay was stopped.');
  return result;
}

const storesPage = /* GraphQL */ `query ReturnsTestStores { stores(first: 100) { edges { node { id code } } } }`;
const ordersOf = /* GraphQL */ `query ReturnsTestOrders($storeId: ID!) { storeOrders(storeId: $storeId, first: 100) { edges { node { uid status history { type } } } } }`;

interface Stored {
  readonly uid: string;
  readonly status: string;
  readonly history: readonly { readonly type: string }[];
}

/** The store's orders as anybody else would list them. */
async function storedOrders(app: App): Promise<Stored[]> {
  const service = await app.person('SERVICE', 'onlooker');
  const { stores } = await service.ask(storesPage);
  const storeId: string = stores.edges.find(({ node }: { node: { code: string } }) => node.code === storeCode).node.id;
  const { storeOrders } = await service.ask(ordersOf, { storeId });
  return storeOrders.edges.map(({ node }: { node: Stored }) => node).toSorted((a: Stored, b: Stored) => a.uid.localeCompare(b.uid));
}

describe('a replay of cancellation invoices', () => {
  test('gives each piece back once to what it was sold on, the rest without an order, and adds up to the penny', async ({ app }) => {
    const job = await jobFor(app);
    const first = finished(await runReplay(job));
    const { returnReconciliation: { linked, loose, impossible, unexplained, faults } } = first;
    expect(faults).toEqual([]);
    expect([linked, loose]).toEqual([{ documents: 3, pieces: 8, money: 20_400n }, { documents: 2, pieces: 3, money: 23_100n }]);
    expect([...impossible]).toEqual([['PRICE_TOO_FINE', { documents: 1, pieces: -1, money: -1n }]]);
    expect(unexplained).toEqual({ pieces: 0, money: 0n });
    expect(reportOf(first).join('\n')).toContain('row 6: C700006, CUP, -1 × 0.001: Impossible: the price has a fraction of a penny');
    const orders = await storedOrders(app);
    expect(orders.map(({ uid, status }) => [uid, status])).toEqual([['700001', 'CLOSED_REFUNDED'], ['700002', 'CLOSED_REFUNDED']]);
    expect(finished(await runReplay(job)).returnReconciliation).toEqual(first.returnReconciliation);
    const again = await storedOrders(app);
    expect(again.map(({ history }) => history.length)).toEqual(orders.map(({ history }) => history.length));
  });
});
