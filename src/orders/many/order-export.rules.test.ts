import { parse } from 'csv-parse/sync';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { noon, someOrder } from '../../../test/support/order-walks.ts';
import { csvHead, csvRow, jsonLine, type ExportReader } from './order-export.rules.ts';
import { orderItems, orders, type OrderItemRow, type OrderRow } from '../order.tables.ts';

const read = (...rows: string[]): Record<string, string>[] => parse(csvHead + rows.join(''), { columns: true, bom: true, record_delimiter: '\r\n' });

describe('a row of a spreadsheet', () => {
  test('gives back every text that is no formula, whatever is in it', () => {
    fc.assert(fc.property(fc.string({ unit: 'grapheme' }), fc.string(), (name, remark) => {
      const [row] = read(csvRow(someOrder({ contactName: name, remark }), 'STAFF'));
      const harmless = (text: string) => (/^[=+\-@＝＋－＠\t\r\n]/.test(text) ? `'${text}` : text);
      expect([row!['contactName'], row!['remark']]).toEqual([harmless(name), harmless(remark)]);
    }));
  });

  test.each(['=1+1', '+44 170', '-2', '@SUM(A1)', '\t=1', '\r=1', '\n=1', '＝1+1', '＋1', '－1', '＠SUM(A1)'])('defuses %j', (text) => {
    expect(read(csvRow(someOrder({ remark: text }), 'STAFF'))[0]!['remark']).toBe(`'${text}`);
  });

  test('writes amounts as decimals of their currency, negative ones as numbers, and nothing where there is nothing', () => {
    const [row] = read(csvRow(someOrder({ currency: 'JPY', total: 24_414, discountTotal: -5, waybillNumber: null }), 'STAFF'));
    expect(row).toMatchObject({ total: '24414', discountTotal: '-5', waybillNumber: '', createdAt: noon, invoiceWanted: 'false' });
  });

  test('has the reason of a hold for those who work on the order alone', () => {
    const held = someOrder({ heldAt: noon, holdReason: 'Looks like fraud.' });
    expect([read(csvRow(held, 'STAFF'))[0]!['holdReason'], read(csvRow(held, 'OWNER'))[0]!['holdReason']]).toEqual(['Looks like fraud.', '']);
    expect(jsonLine(held, [], 'OWNER')).not.toContain('fraud');
  });
});

/** What of a row is told under another name, in parts, or not at all, and why. */
const elsewhere: Readonly<Record<string, string>> = {
  id: 'number', uidScope: 'uid', version: 'asked for over GraphQL', lastAction: 'history', lastActorId: 'history', timerAt: 'of the system', hadAfterSales: 'returnedTotal', cell: 'of the database',
  cover: 'items', pricing: 'catalogOffers', pointsRedemption: 'pointsUsed', storeId: 'storeCode', clerkId: 'clerkName', salespersonId: 'salespersonName', contactAddress: 'city', billing: 'billingName', remindAgainAt: 'of the system',
};
const elsewhereInLines: Readonly<Record<string, string>> = { orderId: 'number', skuId: 'sku', skuCode: 'sku', productId: 'product', productCode: 'product', currency: 'currency', pricing: 'offers', sold: 'options' };

const columnsOf = (table: object): string[] => Object.entries(table).filter(([, column]) => typeof column === 'object' && column !== null && 'columnType' in column).map(([name]) => name);

describe('a line of JSON', () => {
  test('leaves out nothing that an order or a line has, but what is named here', () => {
    const item = { ...Object.fromEntries(columnsOf(orderItems).map((name) => [name, 0])), currency: 'GBP', pricing: null, sold: null } as unknown as OrderItemRow;
    const { items: [line], ...told } = JSON.parse(jsonLine(someOrder({}), [item], 'PLATFORM')) as Record<string, unknown> & { items: [Record<string, unknown>] };
    expect(columnsOf(orders).filter((name) => !(name in told) && !(name in elsewhere))).toEqual([]);
    expect(columnsOf(orderItems).filter((name) => !(name in line) && !(name in elsewhereInLines))).toEqual([]);
  });

  test('tells how the price came about, and what the line was, to whom the schema would tell it', () => {
    const pricing = { catalogOffers: [{ id: 'o', code: 'HALF', name: 'Half' }], cartOffers: [], coupon: { code: 'SPRING' }, customer: { tierCode: 'GOLD' }, offersCounted: false } as unknown as OrderRow['pricing'];
    const order = someOrder({ kind: 'IN_STORE', pricing, device: 'till 4', clerkId: 'c', customerId: 'customer_1', billing: { name: 'Bill', title: 'MS', address: { city: 'Leeds' } } as unknown as OrderRow['billing'] });
    const sold = { options: [{ name: 'Color', value: 'red' }], attributes: [], brandCode: 'B', volumeMillilitres: 3, shelfLocation: 'A-7', unitCost: 321, offerChoice: 'ONLY', offerCode: 'HALF', priceSetBy: { id: 'p', name: 'Mei' } };
    const item = { seq: 2, parentSeq: 1, currency: 'GBP', priceReason: 'Scratched', commentId: null, pricing: { catalogOffers: [{ id: 'o', code: 'HALF', name: 'Half' }], cartOffers: [] }, sold } as unknown as OrderItemRow;
    const seen = (reader: ExportReader) => JSON.parse(jsonLine(order, [item], reader)) as Record<string, unknown> & { items: [Record<string, unknown>] };
    expect(seen('PLATFORM')).toMatchObject({
      catalogOffers: 'HALF', cartOffers: null, couponCode: 'SPRING', customerTier: 'GOLD', device: 'till 4', customerId: 'customer_1', billingName: 'Bill', billingTitle: 'MS', billingCity: 'Leeds',
      items: [{ parentSeq: 1, priceReason: 'Scratched', offers: [{ code: 'HALF', name: 'Half' }], offerChoice: 'ONLY', offerCode: 'HALF', priceSetBy: 'Mei', options: [{ name: 'Color', value: 'red' }], brandCode: 'B', volumeMillilitres: 3, shelfLocation: 'A-7', unitCost: '3.21' }],
    });
    expect(seen('STAFF')).toMatchObject({ device: 'till 4', customerId: null, items: [{ priceSetBy: 'Mei', shelfLocation: 'A-7', unitCost: null }] });
    expect(seen('OWNER')).toMatchObject({ device: null, customerId: 'customer_1', items: [{ priceSetBy: null, shelfLocation: null, unitCost: null }] });
  });

  test('holds the same facts by the same names, with amounts as text, and the order’s lines', () => {
    const order = someOrder({ contactName: '=1', contactAddress: { city: 'Leeds' } });
    const item = { seq: 1, skuCode: 'A', productCode: 'P', name: 'Thing "big"\n', currency: 'GBP', quantity: 2, listPrice: 500, salePrice: 500, listTotal: 1000, discountTotal: 0, saleTotal: 1000, status: 'CREATED' } as OrderItemRow;
    const line = jsonLine(order, [item], 'STAFF');
    expect(line.indexOf('\n')).toBe(line.length - 1);
    const told = JSON.parse(line) as Record<string, unknown>;
    expect(told).toMatchObject({ number: order.number, total: '10.00', city: 'Leeds', contactName: '=1', items: [{ seq: 1, sku: 'A', name: 'Thing "big"\n', saleTotal: '10.00' }] });
    expect(Object.keys(told).slice(0, -1)).toEqual(Object.keys(read(csvRow(order, 'STAFF'))[0]!));
  });
});
