import { parse } from 'csv-parse/sync';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { noon, someOrder } from '../../../test/support/order-walks.ts';
import { csvHead, csvRow, jsonLine } from './order-export.rules.ts';
import type { OrderItemRow } from '../order.tables.ts';

const read = (...rows: string[]): Record<string, string>[] => parse(csvHead + rows.join(''), { columns: true, bom: true, record_delimiter: '\r\n' });

describe('a row of a spreadsheet', () => {
  test('gives back every text that is no formula, whatever is in it', () => {
    fc.assert(fc.property(fc.string({ unit: 'grapheme' }), fc.string(), (name, remark) => {
      const [row] = read(csvRow(someOrder({ contactName: name, remark }), true));
      const harmless = (text: string) => (/^[=+\-@\t\r\n]/.test(text) ? `'${text}` : text);
      expect([row!['contactName'], row!['remark']]).toEqual([harmless(name), harmless(remark)]);
    }));
  });

  test.each(['=1+1', '+44 170', '-2', '@SUM(A1)', '\t=1', '\r=1', '\n=1'])('defuses %j', (text) => {
    expect(read(csvRow(someOrder({ remark: text }), true))[0]!['remark']).toBe(`'${text}`);
  });

  test('writes amounts as decimals of their currency, negative ones as numbers, and nothing where there is nothing', () => {
    const [row] = read(csvRow(someOrder({ currency: 'JPY', total: 24_414, discountTotal: -5, waybillNumber: null }), true));
    expect(row).toMatchObject({ total: '24414', discountTotal: '-5', waybillNumber: '', createdAt: noon, invoiceWanted: 'false' });
  });

  test('has the reason of a hold for those who work on the order alone', () => {
    const held = someOrder({ heldAt: noon, holdReason: 'Looks like fraud.' });
    expect([read(csvRow(held, true))[0]!['holdReason'], read(csvRow(held, false))[0]!['holdReason']]).toEqual(['Looks like fraud.', '']);
    expect(jsonLine(held, [], false)).not.toContain('fraud');
  });
});

describe('a line of JSON', () => {
  test('holds the same facts by the same names, with amounts as text, and the order’s lines', () => {
    const order = someOrder({ contactName: '=1', contactAddress: { city: 'Leeds' } });
    const item = { seq: 1, skuCode: 'A', productCode: 'P', name: 'Thing "big"\n', currency: 'GBP', quantity: 2, listPrice: 500, salePrice: 500, listTotal: 1000, discountTotal: 0, saleTotal: 1000, status: 'CREATED' } as OrderItemRow;
    const line = jsonLine(order, [item], true);
    expect(line.indexOf('\n')).toBe(line.length - 1);
    const told = JSON.parse(line) as Record<string, unknown>;
    expect(told).toMatchObject({ number: order.number, total: '10.00', city: 'Leeds', contactName: '=1', items: [{ seq: 1, sku: 'A', name: 'Thing "big"\n', saleTotal: '10.00' }] });
    expect(Object.keys(told).slice(0, -1)).toEqual(Object.keys(read(csvRow(order, true))[0]!));
  });
});
