import { articleOf, noteSighting, type Article, type Sightings } from './catalogue.rules.ts';
import { dayOf, type RetailRow } from './retail-row.ts';
import { exceptionOf, type RowException } from './row-exceptions.rules.ts';
import { nothing, plus, sumsOfRow, type Sums } from './sums.rules.ts';

/** Which invoices to replay: those whose first row lies within these days, both included. */
export interface Selection {
  readonly from: string;
  readonly to: string;
}

export interface ExceptionalRow {
  readonly row: RetailRow;
  readonly reason: RowException;
}

/** What the file as a whole says; made before anything is placed. */
export interface Survey {
  /** Everything on the selected invoices, whatever becomes of it: what the report must arrive at. */
  readonly file: Sums;
  /** Number of lines to place by invoice; none for an invoice that has only exceptional rows. */
  readonly linesByInvoice: ReadonlyMap<string, number>;
  readonly exceptions: readonly ExceptionalRow[];
  /** The exceptional rows' sums; an invoice counts where nothing of it is placed, under the reason of its first row. */
  readonly exceptionSums: ReadonlyMap<RowException, Sums>;
  /** The articles that the selected invoices sell. */
  readonly articles: ReadonlyMap<string, Article>;
  /** Country by customer. */
  readonly customers: ReadonlyMap<string, string>;
}

interface InvoiceNote {
  readonly selected: boolean;
  readonly firstReason: RowException | null;
  lines: number;
}

class Surveyor {
  file = nothing;
  readonly invoices = new Map<string, InvoiceNote>();
  readonly exceptions: ExceptionalRow[] = [];
  readonly exceptionSums = new Map<RowException, Sums>();
  readonly sightings = new Map<string, Sightings>();
  readonly soldCodes = new Set<string>();
  readonly customers = new Map<string, string>();
  readonly #selection: Selection;

  constructor(selection: Selection) {
    this.#selection = selection;
  }

  note(row: RetailRow): void {
    const reason = exceptionOf(row);
    // Prices come from the whole file, so that a day and the whole year agree on the catalogue.
    if (!reason) noteSighting(this.sightings, row);
    const known = this.invoices.get(row.invoice);
    const invoice = known ?? { selected: this.#selects(dayOf(row)), firstReason: reason, lines: 0 };
    if (!known) this.invoices.set(row.invoice, invoice);
    if (!invoice.selected) return;
    this.file = plus(this.file, { ...sumsOfRow(row), invoices: known ? 0 : 1 });
    if (reason) this.#except(row, reason);
    else this.#sell(row, invoice);
  }

  #selects(day: string): boolean {
    return day >= this.#selection.from && day <= this.#selection.to;
  }

  #except(row: RetailRow, reason: RowException, sums = sumsOfRow(row)): void {
    this.exceptions.push({ row, reason });
    this.exceptionSums.set(reason, plus(this.exceptionSums.get(reason) ?? nothing, sums));
  }

  #sell({ stockCode, customerId, country }: RetailRow, invoice: InvoiceNote): void {
    invoice.lines += 1;
    this.soldCodes.add(stockCode);
    if (customerId !== null) this.customers.set(customerId, country);
  }

  finish(): Survey {
    const { file, exceptions, exceptionSums, customers } = this;
    const selected = [...this.invoices].filter(([, invoice]) => invoice.selected);
    for (const [, { lines, firstReason }] of selected) {
      if (lines > 0) continue;
      exceptionSums.set(firstReason!, plus(exceptionSums.get(firstReason!)!, { ...nothing, invoices: 1 }));
    }
    const articles = new Map([...this.soldCodes].toSorted().map((code) => [code, articleOf(code, this.sightings.get(code)!)]));
    const linesByInvoice = new Map(selected.filter(([, { lines }]) => lines > 0).map(([number, { lines }]) => [number, lines]));
    return { file, linesByInvoice, exceptions, exceptionSums, articles, customers };
  }
}

/** Reads all rows once and says what is to be placed and what is not. */
export async function surveyHistory(rows: AsyncIterable<RetailRow>, selection: Selection): Promise<Survey> {
  const surveyor = new Surveyor(selection);
  for await (const row of rows) surveyor.note(row);
  return surveyor.finish();
}
