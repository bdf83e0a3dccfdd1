import { noteSighting, articleOf, type Article, type Sightings } from './catalogue.rules.ts';
import { planReturns, returnExceptionOf, shelfOf, type PlannedReturn, type ReturnException, type SoldLine } from './return-plan.rules.ts';
import type { RetailRow } from './retail-row.ts';
import { exceptionOf } from './row-exceptions.rules.ts';
import type { Survey } from './survey-history.ts';

/** What the cancellation invoices of the selected days come to. */
export interface ReturnSurvey {
  readonly rows: number;
  readonly plans: readonly PlannedReturn[];
  readonly impossible: readonly { readonly row: RetailRow; readonly reason: ReturnException }[];
  /** Articles that are given back, and never sold on the selected days. */
  readonly articles: readonly Article[];
}

/** Sold lines of those articles that some customer gives back, by customer and article. */
async function shelvesFor(rows: AsyncIterable<RetailRow>, survey: Survey, wanted: ReadonlySet<string>): Promise<Map<string, SoldLine[]>> {
  const shelves = new Map<string, SoldLine[]>();
  const seqs = new Map<string, number>();
  for await (const row of rows) {
    if (exceptionOf(row) || !survey.linesByInvoice.has(row.invoice)) continue;
    const seq = (seqs.get(row.invoice) ?? 0) + 1;
    seqs.set(row.invoice, seq);
    const key = row.customerId === null ? null : shelfOf(row.customerId, row.stockCode);
    if (key === null || !wanted.has(key)) continue;
    shelves.set(key, [...(shelves.get(key) ?? []), { invoice: row.invoice, seq, at: row.at, unitPrice: row.unitPrice, left: row.quantity }]);
  }
  return shelves;
}

/** Reads the sales once more and says what comes back of which invoice. */
export async function surveyReturns(rows: AsyncIterable<RetailRow>, survey: Survey): Promise<ReturnSurvey> {
  const cancellations = survey.exceptions.filter(({ reason }) => reason === 'CANCELLATION').map(({ row }) => row);
  const impossible = cancellations.flatMap((row) => {
    const reason = returnExceptionOf(row);
    return reason ? [{ row, reason }] : [];
  });
  const refused = new Set(impossible.map(({ row }) => row));
  const possible = cancellations.filter((row) => !refused.has(row));
  const wanted = new Set(possible.flatMap(({ customerId, stockCode }) => (customerId === null ? [] : [shelfOf(customerId, stockCode)])));
  const shelves = await shelvesFor(rows, survey, wanted);
  const byInvoice = new Map<string, RetailRow[]>();
  const sightings = new Map<string, Sightings>();
  for (const row of possible) {
    byInvoice.set(row.invoice, [...(byInvoice.get(row.invoice) ?? []), row]);
    if (!survey.articles.has(row.stockCode)) noteSighting(sightings, row);
  }
  return {
    rows: cancellations.length, impossible, plans: [...byInvoice.values()].flatMap((own) => planReturns(own, shelves)),
    articles: [...sightings].map(([code, seen]) => articleOf(code, seen)),
  };
}
