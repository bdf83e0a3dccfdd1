import { createReadStream } from 'node:fs';
import { pipeline, type Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { parse } from 'csv-parse';
import { parseThousandths } from './exact-money.rules.ts';
import type { RetailRow } from './retail-row.ts';

/** The file cannot be read as retail history; the message says where and why. */
export class HistoryError extends Error {}

const columns = ['InvoiceNo', 'StockCode', 'Description', 'Quantity', 'InvoiceDate', 'UnitPrice', 'CustomerID', 'Country'] as const;
type Column = (typeof columns)[number];

const chunkBytes = 262_144;

/** The file's records, a few hundred at a time in memory; what is wrong with the file ends the stream with that error. */
function recordsOf(file: string): Readable {
  const records = parse({ bom: true, relax_column_count: false });
  const source = createReadStream(file, { highWaterMark: chunkBytes });
  // `pipeline` hands an error of any part on to `records`, where the reading loop meets it.
  if (file.endsWith('.gz')) pipeline(source, createGunzip({ chunkSize: chunkBytes }), records, () => {});
  else pipeline(source, records, () => {});
  return records;
}

function positionsOf(header: readonly string[]): Record<Column, number> {
  const positions = Object.fromEntries(columns.map((column) => [column, header.indexOf(column)])) as Record<Column, number>;
  const missing = columns.filter((column) => positions[column] === -1);
  if (missing.length > 0) throw new HistoryError(`The file's first line lacks the columns ${missing.join(', ')}.`);
  return positions;
}

function rowOf(record: readonly string[], at: Record<Column, number>, row: number): RetailRow {
  const text = (column: Column): string => record[at[column]]!;
  const bad = (column: Column): HistoryError => new HistoryError(`Row ${row}: ${column} reads "${text(column).slice(0, 40)}".`);
  const unitPrice = parseThousandths(text('UnitPrice'));
  if (unitPrice === null) throw bad('UnitPrice');
  const quantity = Number(text('Quantity'));
  if (!/^-?\d+$/.test(text('Quantity')) || !Number.isSafeInteger(quantity)) throw bad('Quantity');
  if (!/^\d{4}-\d{2}-\d{2} /.test(text('InvoiceDate'))) throw bad('InvoiceDate');
  if (text('InvoiceNo') === '') throw bad('InvoiceNo');
  return {
    row, invoice: text('InvoiceNo'), stockCode: text('StockCode'), description: text('Description').trim(), quantity, at: text('InvoiceDate'), unitPrice,
    // The file was once a table of floats: customer 17850 stands there as "17850.0".
    customerId: text('CustomerID').replace(/\.0$/, '') || null, country: text('Country'),
  };
}

/** Reads the rows of a .csv or .csv.gz file, in the file's order. Throws a HistoryError for a file that is no retail history. */
export async function* readHistory(file: string): AsyncGenerator<RetailRow> {
  let positions: Record<Column, number> | null = null;
  let row = 0;
  try {
    for await (const record of recordsOf(file) as AsyncIterable<string[]>) {
      if (positions) yield rowOf(record, positions, (row += 1));
      else positions = positionsOf(record);
    }
  } catch (error) {
    throw error instanceof HistoryError ? error : new HistoryError(`${file} cannot be read: ${(error as Error).message}`);
  }
  if (!positions) throw new HistoryError(`${file} is empty.`);
}
