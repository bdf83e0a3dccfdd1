import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

export const header = 'InvoiceNo,StockCode,Description,Quantity,InvoiceDate,UnitPrice,CustomerID,Country';

/** A small history that has every oddity of the real one; its last invoice is of the next day. */
export const oddHistory = [
  header,
  '536365,85123A,"WHITE ""HANGING"" HEART, T-LIGHT",6,2010-12-01 08:26:00,2.55,17850.0,United Kingdom',
  '536365,71053,WHITE METAL LANTERN,6,2010-12-01 08:26:00,3.39,17850.0,United Kingdom',
  '536365,85123A,"WHITE ""HANGING"" HEART, T-LIGHT",2,2010-12-01 08:26:00,2.10,17850.0,United Kingdom',
  '536366,85123A,"WHITE ""HANGING"" HEART, T-LIGHT",32,2010-12-01 08:28:00,2.55,,France',
  'C536379,D,Discount,-1,2010-12-01 09:41:00,27.50,14527.0,United Kingdom',
  '536589,21777,,-10,2010-12-01 16:50:00,0.0,,United Kingdom',
  '536590,85123A,"WHITE ""HANGING"" HEART, T-LIGHT",4,2010-12-01 16:51:00,2.55,13047.0,EIRE',
  '536590,85123A,damaged,-3,2010-12-01 16:51:00,2.55,13047.0,EIRE',
  '536591,PADS,PADS TO MATCH ALL CUSHIONS,1,2010-12-01 16:52:00,0.001,13047.0,EIRE',
  '536591,71053,WHITE METAL LANTERN,1,2010-12-01 16:52:00,3.39,13047.0,EIRE',
  '536592,PADS,PADS TO MATCH ALL CUSHIONS,3,2010-12-01 16:53:00,0.001,13047.0,EIRE',
  '536593,71053,found,5,2010-12-01 16:54:00,0,,United Kingdom',
  '536594,85123A,"WHITE ""HANGING"" HEART, T-LIGHT",1,2010-12-01 16:55:00,2.55,17850.0,United Kingdom',
  '536595,71053,WHITE METAL LANTERN,1,2010-12-01 16:56:00,3.39,17850.0,United Kingdom',
  '536594,71053,WHITE METAL LANTERN,2,2010-12-01 16:57:00,3.39,17850.0,United Kingdom',
  'A563185,B,Adjust bad debt,1,2010-12-01 16:58:00,11062.06,,United Kingdom',
  'A563186,B,Adjust bad debt,1,2010-12-01 16:58:00,-11062.06,,United Kingdom',
  '536596,85123A,"WHITE ""HANGING"" HEART, T-LIGHT",1,2010-12-01 16:59:00,-1.50,,United Kingdom',
  '536596,85123A,"WHITE ""HANGING"" HEART, T-LIGHT",1,2010-12-01 16:59:00,2.55,,United Kingdom',
  '536597,71053,WHITE METAL LANTERN,0,2010-12-01 17:00:00,3.39,,United Kingdom',
  '536597,71053,WHITE METAL LANTERN,1,2010-12-01 17:00:00,3.3900,,United Kingdom',
  '536598,M,Manual,1,2010-12-01 17:01:00,10.00,12583.0,France',
  '536598,m,"Tasse à café\nof two lines",3,2010-12-01 17:01:00,0.75,12583.0,France',
  '536599,85123A,"WHITE ""HANGING"" HEART, T-LIGHT",2,2010-12-02 08:00:00,2.95,12583.0,France',
].join('\n');

/** What the first day of `oddHistory` comes to, added up by hand. */
export const oddDay = {
  file: { invoices: 15, lines: 23, pieces: 59, money: 129_294n },
  placed: { invoices: 10, lines: 14, pieces: 66, money: 165_940n },
} as const;

/** Two invoices of one customer, and cancellations of all of it, of more than all, of what was never sold, and of what no return can be. */
export const returnHistory = [
  header,
  '700001,CUP,Cup,6,2011-01-04 10:00:00,2.55,15000.0,Spain',
  '700002,CUP,Cup,2,2011-01-05 10:00:00,2.55,15000.0,Spain',
  'C700003,CUP,Cup,-3,2011-01-06 10:00:00,2.55,15000.0,Spain',
  'C700004,CUP,Cup,-7,2011-01-07 10:00:00,2.55,15000.0,Spain',
  'C700005,POST,Postage,-1,2011-01-07 11:00:00,18.00,,Spain',
  'C700006,CUP,Cup,-1,2011-01-07 12:00:00,0.001,15000.0,Spain',
].join('\n');

/** As many invoices of one piece at 1.25 as asked for. */
export const plainHistory = (invoices: number): string =>
  [header, ...Array.from({ length: invoices }, (_, index) => `${600_001 + index},CUP,Cup,1,2011-01-04 10:00:00,1.25,15000.0,Spain`)].join('\n');

/** Puts a history into a folder of its own; `remove` takes it away again. */
export function writeHistory(content: string, name = 'retail.csv'): { file: string; remove(): void } {
  const folder = mkdtempSync(join(tmpdir(), 'docket-replay-'));
  const file = join(folder, name);
  writeFileSync(file, name.endsWith('.gz') ? gzipSync(content) : content);
  return { file, remove: () => rmSync(folder, { recursive: true }) };
}
