import { HistoryError } from './read-history.ts';
import type { RetailRow } from './retail-row.ts';
import { exceptionOf } from './row-exceptions.rules.ts';

/**
 * The selected invoices with the rows that become their lines, each as soon as its last one has come: an invoice's rows
 * may lie apart. Only unfinished invoices are held in memory. Throws a HistoryError when the file no longer is what was surveyed.
 */
export async function* gatherInvoices(rows: AsyncIterable<RetailRow>, linesByInvoice: ReadonlyMap<string, number>): AsyncGenerator<RetailRow[]> {
  const open = new Map<string, RetailRow[]>();
  let left = linesByInvoice.size;
  if (left === 0) return;
  for await (const row of rows) {
    const expected = linesByInvoice.get(row.invoice);
    if (expected === undefined || exceptionOf(row)) continue;
    const gathered = open.get(row.invoice) ?? [];
    gathered.push(row);
    if (gathered.length < expected) {
      open.set(row.invoice, gathered);
      continue;
    }
    open.delete(row.invoice);
    yield gathered;
    left -= 1;
    if (left === 0) return;
  }
  throw new HistoryError('The file has changed while it was being read.');
}
