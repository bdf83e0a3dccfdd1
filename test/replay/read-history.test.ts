import { renameSync } from 'node:fs';
import { describe, expect, onTestFinished, test } from 'vitest';
import { gatherInvoices } from '../../scripts/replay/gather-invoices.ts';
import { HistoryError, readHistory } from '../../scripts/replay/read-history.ts';
import type { RetailRow } from '../../scripts/replay/retail-row.ts';
import { surveyHistory } from '../../scripts/replay/survey-history.ts';
import { header, oddDay, oddHistory, writeHistory } from './retail-file.ts';

const firstDay = { from: '2010-12-01', to: '2010-12-01' };

function fileOf(content: string, name?: string): string {
  const { file, remove } = writeHistory(content, name);
  onTestFinished(remove);
  return file;
}

async function collect<T>(all: AsyncIterable<T>): Promise<T[]> {
  const collected: T[] = [];
  for await (const one of all) collected.push(one);
  return collected;
}

const rowsOf = async (file: string): Promise<RetailRow[]> => collect(readHistory(file));

describe('the history', () => {
  test('reads the same from a plain and from a compressed file', async () => {
    const plain = await rowsOf(fileOf(oddHistory));
    expect(plain).toHaveLength(24);
    expect(await rowsOf(fileOf(oddHistory, 'retail.csv.gz'))).toEqual(plain);
  });

  test('reads quoted texts, exact prices, and customers without the float’s tail', async () => {
    const [first] = await rowsOf(fileOf(oddHistory));
    expect(first).toEqual({
      row: 1, invoice: '536365', stockCode: '85123A', description: 'WHITE "HANGING" HEART, T-LIGHT', quantity: 6, at: '2010-12-01 08:26:00', unitPrice: 2550n, customerId: '17850', country: 'United Kingdom',
    });
  });

  test('finds its columns by name, wherever they stand and whatever mark the file begins with', async () => {
    const moved = '\uFEFFCountry,UnitPrice,InvoiceNo,StockCode,Description,Quantity,InvoiceDate,CustomerID\nSpain,1.25,600001,CUP,Cup,1,2011-01-04 10:00:00,\n';
    expect(await rowsOf(fileOf(moved))).toMatchObject([{ invoice: '600001', unitPrice: 1250n, customerId: null, country: 'Spain' }]);
  });

  test.each([
    ['an empty file', '', /is empty/],
    ['a missing column', header.replace('UnitPrice,', ''), /lacks the columns UnitPrice/],
    ['a row that is too short', `${header}\n1,CUP,Cup\n`, /cannot be read/],
    ['a price that is none', `${header}\n1,CUP,Cup,1,2011-01-04 10:00:00,cheap,,Spain`, /Row 1: UnitPrice reads "cheap"/],
    ['a broken quantity', `${header}\n1,CUP,Cup,1.5,2011-01-04 10:00:00,1.25,,Spain`, /Row 1: Quantity reads "1.5"/],
    ['a date that is none', `${header}\n1,CUP,Cup,1,yesterday,1.25,,Spain`, /Row 1: InvoiceDate reads "yesterday"/],
  ])('says what is wrong with %s', async (_what, content, message) => {
    const reading = rowsOf(fileOf(content));
    await expect(reading).rejects.toBeInstanceOf(HistoryError);
    await expect(reading).rejects.toThrow(message);
  });

  test('says so where there is no file, or no gzip in it', async () => {
    await expect(rowsOf('/nowhere/retail.csv')).rejects.toBeInstanceOf(HistoryError);
    const { file, remove } = writeHistory(oddHistory, 'plain.csv');
    onTestFinished(remove);
    renameSync(file, `${file}.gz`);
    await expect(rowsOf(`${file}.gz`)).rejects.toThrow(/cannot be read/);
  });
});

describe('the survey', () => {
  test('counts all of a day’s rows, and each exception under its reason', async () => {
    const survey = await surveyHistory(readHistory(fileOf(oddHistory)), firstDay);
    expect(survey.file).toEqual(oddDay.file);
    expect(Object.fromEntries(survey.exceptionSums)).toEqual({
      CANCELLATION: { invoices: 1, lines: 1, pieces: -1, money: -27_500n },
      ADJUSTMENT: { invoices: 2, lines: 2, pieces: 2, money: 0n },
      WRITE_OFF: { invoices: 1, lines: 3, pieces: -13, money: -7650n },
      PRICE_BELOW_ZERO: { invoices: 0, lines: 1, pieces: 1, money: -1500n },
      PRICE_TOO_FINE: { invoices: 1, lines: 2, pieces: 4, money: 4n },
    });
  });

  test('takes in only what the selected invoices sell, at prices of the whole file', async () => {
    const later = `${oddHistory}\n536600,85123A,HEART,1,2010-12-03 08:00:00,4.00,,Spain`.replaceAll(',2.55,', ',4.00,').replace(',4.00,17850.0', ',2.55,17850.0');
    const { articles, customers } = await surveyHistory(readHistory(fileOf(later)), firstDay);
    expect([...articles.keys()]).toEqual(['71053', '85123A', 'M', 'm']);
    expect(articles.get('85123A')!.listPrice).toBe(4000n);
    expect([...customers.keys()].toSorted()).toEqual(['12583', '13047', '17850']);
  });

  test('counts an invoice that goes on behind midnight to the day on which it begins', async () => {
    const late = `${header}\n1,CUP,Cup,1,2011-01-04 23:59:00,1.25,,Spain\n1,CUP,Cup,1,2011-01-05 00:01:00,1.25,,Spain`;
    const dayOne = await surveyHistory(readHistory(fileOf(late)), { from: '2011-01-04', to: '2011-01-04' });
    const dayTwo = await surveyHistory(readHistory(fileOf(late)), { from: '2011-01-05', to: '2011-01-05' });
    expect([dayOne.file.lines, dayTwo.file.lines]).toEqual([2, 0]);
  });
});

describe('invoices', () => {
  test('come whole although their rows lie apart, and without their exceptional rows', async () => {
    const file = fileOf(oddHistory);
    const { linesByInvoice } = await surveyHistory(readHistory(file), firstDay);
    const gathered = await collect(gatherInvoices(readHistory(file), linesByInvoice));
    expect(gathered.map((rows) => [rows[0]!.invoice, rows.length])).toEqual([
      ['536365', 3], ['536366', 1], ['536590', 1], ['536591', 1], ['536593', 1], ['536595', 1], ['536594', 2], ['536596', 1], ['536597', 1], ['536598', 2],
    ]);
  });

  test('are refused when the file lost rows since it was surveyed', async () => {
    const gathering = collect(gatherInvoices(readHistory(fileOf(oddHistory)), new Map([['536365', 4]])));
    await expect(gathering).rejects.toThrow(/has changed/);
  });
});
