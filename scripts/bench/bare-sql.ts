import { randomInt, randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { v7 } from 'uuid';
import { openDatabase } from '../../src/platform/database.ts';
import { BareTail } from './bare-tail.ts';
import { pace } from './pace.ts';
import type { Plan, SliceResult, SqlSlice } from './plan.ts';
import { mayFindNothing, send, sendJsonAsText, type Steps, type Values } from './statements.ts';

/** The floor: Docket's own statements, prepared, over the same client and pool, and nothing else. Rows are not even parsed. */
const [databaseUrl, planFile] = process.argv.slice(2) as [string, string];
const plan = JSON.parse(readFileSync(planFile, 'utf8')) as Plan;
const db = openDatabase(databaseUrl, { poolSize: 10, applicationName: 'bench bare SQL' });
sendJsonAsText(db);

const waiting = new Map<string, () => void>();
const tail = new BareTail(db, plan.feed.events, ({ subjectId }) => {
  void send(db, plan.feed.order, { ids: [subjectId] }).raw().then(() => waiting.get(subjectId)?.());
});

async function run(steps: Steps, values: Values): Promise<void> {
  for (const step of steps) {
    const results = await Promise.all(step.map((statement) => send(db, statement, values).raw()));
    if (results.some((rows, index) => rows.length === 0 && !mayFindNothing(step[index]!))) throw new Error(`A statement found nothing: ${step.map(({ text }) => text).join('; ')}`);
  }
}

const newNumber = (): string => `26${String(randomInt(1e9)).padStart(9, '0')}${String(randomInt(1e9)).padStart(9, '0')}`;

async function moved(id: string, lags: number[]): Promise<void> {
  const heard = new Promise<void>((resolve) => waiting.set(id, resolve));
  await run(plan.steps.transition, { id, key: randomUUID() });
  const answered = performance.now();
  void tail.expect();
  await heard;
  waiting.delete(id);
  lags.push(performance.now() - answered);
}

function requestOf({ operation, firstReady }: SqlSlice, lags: number[]): (n: number) => Promise<boolean> {
  const { pages, orderIds, readyIds, steps } = plan;
  const always = (values: (n: number) => Values, of: Steps) => async (n: number) => {
    await run(of, values(n));
    return true;
  };
  if (operation === 'page') return always((n) => ({ storeId: pages[n % pages.length]!.storeId, ids: pages[n % pages.length]!.orderIds }), steps.page);
  if (operation === 'order') return always((n) => ({ id: orderIds[n % orderIds.length], ids: [orderIds[n % orderIds.length]] }), steps.order);
  if (operation === 'place') return always(() => ({ id: v7(), number: newNumber(), key: randomUUID() }), steps.place);
  return async (n) => {
    const id = readyIds[firstReady + n];
    if (id === undefined) return false;
    if (operation === 'feed') await moved(id, lags);
    else await run(steps.transition, { id, key: randomUUID() });
    return true;
  };
}

process.on('message', (slice: SqlSlice) => {
  const lags: number[] = [];
  const answer = (async (): Promise<SliceResult> => {
    if (slice.operation === 'feed') await tail.start();
    return { ...(await pace(slice.inFlight, slice.seconds, requestOf(slice, lags))), lags };
  })();
  answer.then((result) => process.send!({ result }), (error: Error) => process.send!({ error: error.stack }));
});
process.on('disconnect', () => process.exit(0));
process.send!({ ready: null });
