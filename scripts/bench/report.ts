import type { Measured, Results, SliceCost } from './measure.ts';
import { inFlight, itemsPerOrder, pageSize, type BenchOptions, type Operation } from './options.ts';

export const docketName = 'Docket';
export const nodeName = 'bare Node';
export const sqlName = 'bare SQL';

const titles: Readonly<Record<Operation, string>> = {
  page: `page of ${pageSize} orders`, order: 'one order', place: 'placing an order', transition: 'transition (accept)', feed: 'commit → subscriber',
};

const sum = (slices: readonly SliceCost[], of: (slice: SliceCost) => number): number => slices.reduce((total, slice) => total + of(slice), 0);

/** What one request cost, over all slices. */
interface Cost {
  readonly rate: number;
  readonly serverMs: number;
  readonly postgresMs: number;
  readonly totalMs: number;
  readonly clientMs: number;
}

function costOf(slices: readonly SliceCost[]): Cost {
  const requests = sum(slices, (slice) => slice.requests);
  const serverMs = (1000 * sum(slices, (slice) => slice.serverCpu)) / requests;
  const postgresMs = (1000 * sum(slices, (slice) => slice.postgresCpu)) / requests;
  return { rate: requests / sum(slices, (slice) => slice.seconds), serverMs, postgresMs, totalMs: serverMs + postgresMs, clientMs: (1000 * sum(slices, (slice) => slice.clientCpu)) / requests };
}

export function table(rows: readonly (readonly string[])[]): string {
  const widths = rows[0]!.map((_, column) => Math.max(...rows.map((row) => row[column]!.length)));
  return rows.map((row) => row.map((cell, column) => (column < 2 ? cell.padEnd(widths[column]!) : cell.padStart(widths[column]!))).join('  ').trimEnd()).join('\n');
}

const fixed = (value: number, digits: number): string => (Number.isFinite(value) ? value.toFixed(digits) : '–');

function costRows(operation: Operation, byName: ReadonlyMap<string, Measured>): string[][] {
  const cost = (name: string): Cost => costOf(byName.get(name)?.slices ?? []);
  const [node, sql] = [cost(nodeName), cost(sqlName)];
  return [...byName.keys()].map((name, index) => {
    const { rate, serverMs, postgresMs, totalMs, clientMs } = cost(name);
    return [index === 0 ? titles[operation] : '', name, fixed(rate, 0), fixed(serverMs, 3), fixed(postgresMs, 3), fixed(totalMs, 3), fixed(totalMs / node.totalMs, 2), fixed(rate / sql.rate, 2), fixed(clientMs, 3)];
  });
}

export function costTable(results: Results, { operations }: BenchOptions): string {
  const head = ['', '', 'req/s', 'server ms', 'Postgres ms', 'CPU ms/req', '× bare Node CPU', '× bare SQL rate', '(client ms)'];
  return table([head, ...operations.flatMap((operation) => costRows(operation, results.get(operation)!))]);
}

function percentile(sorted: readonly number[], share: number): number {
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}

function lagRows(title: string, byName: ReadonlyMap<string, Measured>): string[][] {
  return [...byName].map(([name, { lags }], index) => {
    const sorted = lags.toSorted((a, b) => a - b);
    return [index === 0 ? title : '', name, String(sorted.length), ...[0.5, 0.95, 0.99].map((share) => fixed(percentile(sorted, share), 2))];
  });
}

/** From the answer of the mutation to its event; a commit is never later than its answer. */
export function lagTable(results: Results): string {
  const head = ['answer → event', '', 'events', 'p50 ms', 'p95 ms', 'p99 ms'];
  return table([head, ...lagRows(`${inFlight} in flight`, results.get('feed')!), ...lagRows('1 in flight', results.get('calm')!)]);
}

export interface Verdict {
  readonly text: string;
  readonly met: boolean;
}

/** The same ratio in each round, from the lowest to the highest: how much this machine lets it vary. */
function spread(docket: Measured, other: Measured, ratio: (a: Cost, b: Cost) => number): string {
  const ratios = docket.slices.flatMap((slice, index) => (other.slices[index] ? [ratio(costOf([slice]), costOf([other.slices[index]]))] : [])).toSorted((a, b) => a - b);
  return `rounds: ${fixed(ratios[0] ?? Number.NaN, 2)} to ${fixed(ratios.at(-1) ?? Number.NaN, 2)}`;
}

interface Target {
  readonly operation: Operation;
  readonly against: string;
  readonly what: string;
  readonly ratio: (docket: Cost, other: Cost) => number;
  readonly isMet: (ratio: number) => boolean;
}

const targets: readonly Target[] = [
  { operation: 'page', against: nodeName, what: 'the page takes at most 2 × the CPU of bare Node (aim: 1.5)', ratio: (a, b) => a.totalMs / b.totalMs, isMet: (ratio) => ratio <= 2 },
  { operation: 'place', against: sqlName, what: 'placing runs at 1/3 of the bare statements’ rate or more (aim: 1/2)', ratio: (a, b) => a.rate / b.rate, isMet: (ratio) => ratio >= 1 / 3 },
  { operation: 'transition', against: sqlName, what: 'a transition runs at 1/3 of the bare statements’ rate or more (aim: 1/2)', ratio: (a, b) => a.rate / b.rate, isMet: (ratio) => ratio >= 1 / 3 },
];

export function verdictsOf(results: Results): Verdict[] {
  return targets.flatMap(({ operation, against, what, ratio, isMet }) => {
    const byName = results.get(operation);
    const [docket, other] = [byName?.get(docketName), byName?.get(against)];
    if (!docket || !other) return [];
    const value = ratio(costOf(docket.slices), costOf(other.slices));
    const met = isMet(value);
    return [{ text: `${met ? 'met   ' : 'MISSED'}  ${what}: ${fixed(value, 2)} (${spread(docket, other, ratio)})`, met }];
  });
}

export const sizes = ({ rounds, sliceSeconds, stores, ordersPerStore, readyOrders }: BenchOptions): string =>
  `${rounds} rounds of ${sliceSeconds.toFixed(2)} s slices, ${inFlight} requests in flight; each contestant has a database of ${stores} × ${ordersPerStore} orders with ${itemsPerOrder} items, and ${readyOrders} orders to accept.`;
