import type { GraphqlClient } from './graphql-client.ts';
import { InFlight } from './in-flight.ts';
import { saveArticles } from './prepare-shop.ts';
import type { Progress } from './progress.ts';
import { orderIds, readReturns, returnGoods, type SeenReturn } from './return-goods.ts';
import type { PlannedReturn } from './return-plan.rules.ts';
import type { ReturnSurvey } from './survey-returns.ts';

export interface ReturnJob {
  readonly client: GraphqlClient;
  readonly storeCode: string;
  readonly storeId: string;
  readonly concurrency: number;
  readonly stop: AbortSignal;
  readonly progress: Progress;
}

/** What has become of the cancellation invoices. */
export interface ReturnsPlayed {
  readonly survey: ReturnSurvey;
  readonly refused: readonly { readonly plan: PlannedReturn; readonly objection: string }[];
  /** As read back from the server, by uid. */
  readonly seen: ReadonlyMap<string, SeenReturn>;
}

/** Plays every return, in the order of the file, and reads back what the server has of them. */
export async function replayReturns({ client, storeCode, storeId, concurrency, stop, progress }: ReturnJob, survey: ReturnSurvey): Promise<ReturnsPlayed> {
  await saveArticles(client, [...survey.articles]);
  const invoices = [...new Set(survey.plans.flatMap(({ invoice }) => invoice ?? []))];
  const ids = await orderIds(client, storeId, invoices);
  const refused: { plan: PlannedReturn; objection: string }[] = [];
  const running = new InFlight(concurrency);
  progress.begin('Returns', survey.plans.length);
  try {
    for (const plan of survey.plans) {
      if (stop.aborted) break;
      await running.begin(async () => {
        const orderId = plan.invoice === null ? null : ids.get(plan.invoice);
        const objection = orderId === undefined ? `The order of invoice ${plan.invoice} is not there.` : await returnGoods(client, storeCode, storeId, plan, orderId);
        if (objection !== null) refused.push({ plan, objection });
        progress.step();
      });
    }
    await running.finish();
  } finally {
    await running.settle();
    progress.end();
  }
  const uids = survey.plans.map(({ uid }) => uid);
  const found = stop.aborted ? [] : await readReturns(client, storeId, uids);
  return { survey, refused, seen: new Map(uids.flatMap((uid, index) => (found[index] ? [[uid, found[index]] as const] : []))) };
}
