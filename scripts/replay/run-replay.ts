import { gatherInvoices } from './gather-invoices.ts';
import type { GraphqlClient } from './graphql-client.ts';
import { formatExceptions, formatTable, formatVerdict } from './format-report.ts';
import { InFlight } from './in-flight.ts';
import { planOrder, type OrderShape, type PlannedOrder, type Till } from './order-plan.rules.ts';
import { openStore, saveArticles, saveShoppers } from './prepare-shop.ts';
import type { Progress } from './progress.ts';
import { readHistory } from './read-history.ts';
import { findOrders, lookupSize, readBooks, type SeenOrder } from './read-orders.ts';
import { formatReturns, reconcileReturns, type ReturnReconciliation } from './reconcile-returns.rules.ts';
import { reconcile, type Reconciliation, type RefusedInvoice } from './reconcile.rules.ts';
import { replayReturns, type ReturnsPlayed } from './replay-returns.ts';
import type { RetailRow } from './retail-row.ts';
import { sellInvoice } from './sell-invoice.ts';
import { nothing } from './sums.rules.ts';
import { surveyHistory, type Selection, type Survey } from './survey-history.ts';
import { surveyReturns } from './survey-returns.ts';

export interface ReplayJob {
  readonly file: string;
  readonly selection: Selection;
  readonly storeCode: string;
  /** How many orders are on their way at a time. */
  readonly concurrency: number;
  readonly client: GraphqlClient;
  /** Once aborted, the orders on their way are brought to an end and no other is begun. */
  readonly stop: AbortSignal;
  readonly progress: Progress;
  say(line: string): void;
}

export type ReplayResult =
  | { readonly kind: 'finished'; readonly survey: Survey; readonly reconciliation: Reconciliation; readonly returns: ReturnsPlayed; readonly returnReconciliation: ReturnReconciliation }
  | { readonly kind: 'stopped' };

/** What this run has learned while selling. */
interface Ledger {
  readonly expected: Map<string, OrderShape>;
  /** Uids of orders that were there already, done or not. */
  readonly before: Set<string>;
  readonly refused: RefusedInvoice[];
  /** How many invoices are dealt with. */
  settled: number;
}

const done = 'CLOSED_CONFIRMED';

async function* inPortions<T>(all: AsyncIterable<T> | Iterable<T>, size: number): AsyncGenerator<T[]> {
  let portion: T[] = [];
  for await (const one of all) {
    portion.push(one);
    if (portion.length < size) continue;
    yield portion;
    portion = [];
  }
  if (portion.length > 0) yield portion;
}

function settleOne(ledger: Ledger, progress: Progress): void {
  ledger.settled += 1;
  progress.step();
}

async function sell({ client, storeCode, stop, progress }: ReplayJob, ledger: Ledger, plan: PlannedOrder, started: SeenOrder | null): Promise<void> {
  // It may have waited for its place while others were asked to stop.
  if (stop.aborted) return;
  const objection = await sellInvoice(client, storeCode, plan, started);
  const { uid, sums, fingerprint } = plan;
  if (objection !== null) ledger.refused.push({ uid, objection, sums, fingerprint });
  settleOne(ledger, progress);
}

/** Looks up which of these invoices are there, and begins those that are not, or not to their end. */
async function sellPortion(job: ReplayJob, till: Till, ledger: Ledger, orders: InFlight, portion: readonly RetailRow[][]): Promise<void> {
  const plans = portion.map((rows) => planOrder(rows, till));
  const there = await findOrders(job.client, till.storeId, plans.map(({ uid }) => uid));
  for (const plan of plans) {
    if (job.stop.aborted) return;
    const found = there.get(plan.uid) ?? null;
    ledger.expected.set(plan.uid, { sums: plan.sums, fingerprint: plan.fingerprint });
    if (found) ledger.before.add(plan.uid);
    if (found?.status === done) settleOne(ledger, job.progress);
    else await orders.begin(() => sell(job, ledger, plan, found));
  }
}

async function sellAll(job: ReplayJob, till: Till, survey: Survey): Promise<Ledger> {
  const ledger: Ledger = { expected: new Map(), before: new Set(), refused: [], settled: 0 };
  const orders = new InFlight(job.concurrency);
  job.progress.begin('Orders', survey.linesByInvoice.size);
  try {
    for await (const portion of inPortions(gatherInvoices(readHistory(job.file), survey.linesByInvoice), lookupSize)) {
      if (job.stop.aborted) break;
      await sellPortion(job, till, ledger, orders, portion);
    }
    await orders.finish();
  } finally {
    await orders.settle();
    job.progress.end();
  }
  return ledger;
}

async function readBack({ client, progress, concurrency }: ReplayJob, storeId: string, uids: Iterable<string>, total: number): Promise<Map<string, SeenOrder>> {
  const seen = new Map<string, SeenOrder>();
  const lookups = new InFlight(concurrency);
  progress.begin('Read back', total);
  try {
    for await (const portion of inPortions(uids, lookupSize)) {
      await lookups.begin(async () => {
        for (const [uid, order] of await findOrders(client, storeId, portion)) seen.set(uid, order);
        progress.step(portion.length);
      });
    }
    await lookups.finish();
  } finally {
    await lookups.settle();
    progress.end();
  }
  return seen;
}

/** Feeds the selected part of the file to the server, reads back what is there now, and says whether both agree. */
export async function runReplay(job: ReplayJob): Promise<ReplayResult> {
  const { file, selection, storeCode, client, stop, say } = job;
  say(`Reading ${file} …`);
  const survey = await surveyHistory(readHistory(file), selection);
  const { articles, customers, linesByInvoice } = survey;
  say(`${survey.file.invoices} invoices with ${survey.file.lines} lines; ${linesByInvoice.size} of them to place, with ${articles.size} products for ${customers.size} shoppers.`);
  const storeId = await openStore(client, storeCode);
  await saveArticles(client, [...articles.values()]);
  await saveShoppers(client, customers);
  const booksBefore = await readBooks(client, storeId);
  const ledger = await sellAll(job, { storeId, storeCode, articles }, survey);
  if (stop.aborted) {
    say(`Stopped: ${ledger.settled} of ${linesByInvoice.size} invoices are dealt with. Run it again to go on.`);
    return { kind: 'stopped' };
  }
  const seen = await readBack(job, storeId, ledger.expected.keys(), ledger.expected.size);
  const booksAfter = await readBooks(client, storeId);
  const { file: fileSums, exceptionSums } = survey;
  const reconciliation = reconcile({ file: fileSums, exceptionSums, expected: ledger.expected, before: ledger.before, refused: ledger.refused, seen, booksBefore, booksAfter });
  const returns = await replayReturns({ ...job, storeId }, await surveyReturns(readHistory(file), survey));
  if (stop.aborted) {
    say('Stopped: the returns are not all played. Run it again to go on.');
    return { kind: 'stopped' };
  }
  const cancellations = survey.exceptionSums.get('CANCELLATION') ?? nothing;
  return { kind: 'finished', survey, reconciliation, returns, returnReconciliation: reconcileReturns(returns, cancellations) };
}

export const reportOf = ({ survey, reconciliation, returns, returnReconciliation }: Extract<ReplayResult, { kind: 'finished' }>): string[] =>
  [...formatTable(survey, reconciliation), ...formatExceptions(survey), ...formatVerdict(reconciliation), ...formatReturns(returns, returnReconciliation)];
