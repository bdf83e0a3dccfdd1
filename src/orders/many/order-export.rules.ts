/** Writes orders as the rows of a spreadsheet and as lines of JSON. */
import { toDecimal } from '../../platform/money.ts';
import type { OrderItemRow, OrderRow } from '../order.tables.ts';

export const exportFormats = {
  CSV: 'One row for each order, for a spreadsheet: RFC 4180, in UTF-8 with a byte order mark.',
  JSONL: 'One JSON object for each order, with its lines, one to a line.',
} as const satisfies Record<string, string>;
export type ExportFormat = keyof typeof exportFormats;

type Cell = string | number | boolean | null;
type Reader = (row: OrderRow) => Cell;

const plain = ['number', 'uid', 'importedFrom', 'kind', 'deliveryType', 'origin', 'status', 'fulfilment', 'payment', 'visibility', 'currency'] as const;
const amounts = ['listTotal', 'discountTotal', 'freightTotal', 'total', 'paidTotal', 'refundedTotal'] as const;
const people = ['pieces', 'description', 'storeCode', 'storeName', 'clerkName', 'contactName', 'contactPhone', 'contactEmail'] as const;
const address = ['country', 'zip', 'province', 'city', 'district', 'street', 'detail'] as const;
const wishes = ['remark', 'receivingTime', 'invoiceWanted', 'invoiceTitle', 'courierCompany', 'waybillNumber'] as const;
const instants = ['createdAt', 'updatedAt', 'payDeadline', 'paidAt', 'confirmedAt', 'deliveryStartedAt', 'deliveredAt', 'finishedAt', 'canceledAt'] as const;
const desk = ['heldAt', 'holdReason', 'reminders', 'settledAt', 'awaitingReview'] as const;

const own = (keys: readonly (keyof OrderRow)[]): [string, Reader][] => keys.map((key) => [key, (row) => row[key] as Cell]);

/** What is told of an order, by the names of the schema. */
const columns: readonly (readonly [name: string, read: Reader])[] = [
  ...own(plain),
  ...amounts.map((key): [string, Reader] => [key, (row) => toDecimal(row[key], row.currency)]),
  ...own(people),
  ...address.map((key): [string, Reader] => [key, ({ contactAddress }) => contactAddress?.[key] ?? null]),
  ...own([...wishes, ...instants, ...desk]),
];

/** Why an order is held is for those who work on it. */
const forOwner = (row: OrderRow): OrderRow => (row.holdReason === null ? row : { ...row, holdReason: null });

const isAmount: ReadonlySet<string> = new Set(amounts);

/** A spreadsheet runs a text that begins like a formula; with an apostrophe in front it stays a text. */
const defused = (text: string): string => (/^[=+\-@\t\r\n]/.test(text) ? `'${text}` : text);

const quoted = (text: string): string => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

function cellOf(name: string, value: Cell): string {
  if (value === null) return '';
  // A negative amount is of our own making, and is to stay a number.
  return typeof value === 'string' && !isAmount.has(name) ? quoted(defused(value)) : String(value);
}

/** Spreadsheets take a file for UTF-8 by this mark alone. */
const byteOrderMark = '\uFEFF';

export const csvHead = `${byteOrderMark}${columns.map(([name]) => name).join(',')}\r\n`;

export function csvRow(order: OrderRow, forStaff: boolean): string {
  const row = forStaff ? order : forOwner(order);
  return `${columns.map(([name, read]) => cellOf(name, read(row))).join(',')}\r\n`;
}

function lineOf(item: OrderItemRow): Record<string, Cell> {
  const money = (minor: number): string => toDecimal(minor, item.currency);
  return {
    seq: item.seq, sku: item.skuCode, product: item.productCode, name: item.name, specification: item.specification, barcode: item.barcode, quantity: item.quantity,
    listPrice: money(item.listPrice), salePrice: money(item.salePrice), listTotal: money(item.listTotal), discountTotal: money(item.discountTotal), saleTotal: money(item.saleTotal),
    priceReason: item.priceReason, status: item.status, commentId: item.commentId,
  };
}

export function jsonLine(order: OrderRow, items: readonly OrderItemRow[], forStaff: boolean): string {
  const row = forStaff ? order : forOwner(order);
  return `${JSON.stringify({ ...Object.fromEntries(columns.map(([name, read]) => [name, read(row)])), items: items.map(lineOf) })}\n`;
}
