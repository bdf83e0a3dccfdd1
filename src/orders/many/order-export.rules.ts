/** Writes orders as the rows of a spreadsheet and as lines of JSON. */
import type { OfferRef } from '../../offers/quote-model.rules.ts';
import { toDecimal } from '../../platform/money.ts';
import type { OrderItemRow, OrderRow } from '../order.tables.ts';

export const exportFormats = {
  CSV: 'One row for each order, for a spreadsheet: RFC 4180, in UTF-8 with a byte order mark.',
  JSONL: 'One JSON object for each order, with its lines, one to a line.',
} as const satisfies Record<string, string>;
export type ExportFormat = keyof typeof exportFormats;

type Cell = string | number | boolean | null;

/** Who reads the file: each is told what the schema tells them, and no more. */
export type ExportReader = 'OWNER' | 'STAFF' | 'PLATFORM';
type Read = (row: OrderRow, reader: ExportReader) => Cell;
type Column = readonly [name: string, read: Read];

const plain = ['number', 'uid', 'importedFrom', 'kind', 'deliveryType', 'origin', 'status', 'fulfilment', 'payment', 'afterSales', 'visibility', 'currency', 'exchangeRate'] as const;
const amounts = ['listTotal', 'discountTotal', 'freightTotal', 'total', 'pointsTotal', 'paidTotal', 'refundedTotal', 'supplementTotal', 'returnedTotal'] as const;
const counted = ['pointsUsed', 'pointsToEarn', 'pieces', 'returnedPieces', 'description'] as const;
const people = ['storeCode', 'storeName', 'clerkName', 'salespersonName', 'receiptNumber'] as const;
const contact = ['contactName', 'contactTitle', 'contactGivenName', 'contactFamilyName', 'contactPhone', 'contactEmail'] as const;
const addressParts = ['country', 'zip', 'province', 'city', 'district', 'street', 'detail'] as const;
const billingParts = ['name', 'title', 'givenName', 'familyName', 'phone', 'email'] as const;
const wishes = ['remark', 'receivingTime', 'invoiceWanted', 'invoiceTitle', 'courierCompany', 'courierCode', 'waybillNumber'] as const;
const instants = ['createdAt', 'updatedAt', 'payDeadline', 'paidAt', 'confirmedAt', 'deliveryStartedAt', 'deliveredAt', 'finishedAt', 'canceledAt'] as const;
const desk = ['reminders', 'remindedAt', 'settledAt', 'awaitingReview', 'commentId', 'reviewedAt'] as const;

const own = (keys: readonly (keyof OrderRow)[]): Column[] => keys.map((key) => [key, (row) => row[key] as Cell]);
const inBilling = (part: string): string => `billing${part[0]!.toUpperCase()}${part.slice(1)}`;
const codesOf = (offers: readonly OfferRef[] | undefined): string | null => (offers?.length ? offers.map(({ code }) => code).join('; ') : null);

/** What is not for everybody who sees the order. Ids come as clients know them. At the till anybody's name could be put on it: that names no customer to the clerk. */
const customerOf: Read = ({ customerId, kind }, reader) => (customerId !== null && (reader !== 'STAFF' || kind === 'ONLINE') ? customerId : null);
const deviceOf: Read = ({ device, clerkId }, reader) => (reader !== 'OWNER' || clerkId === null ? device : null);
const holdReasonOf: Read = ({ holdReason }, reader) => (reader === 'OWNER' ? null : holdReason);

/** What is told of an order, by the names of the schema. */
const columns: readonly Column[] = [
  ...own(plain),
  ...amounts.map((key): Column => [key, (row) => toDecimal(row[key], row.currency)]),
  ...own(counted),
  ['couponCode', ({ pricing, couponCode }) => pricing?.coupon?.code ?? couponCode],
  ['catalogOffers', ({ pricing }) => codesOf(pricing?.catalogOffers)],
  ['cartOffers', ({ pricing }) => codesOf(pricing?.cartOffers)],
  ['customerTier', ({ pricing }) => pricing?.customer?.tierCode ?? null],
  ['customerId', customerOf],
  ...own(people),
  ['device', deviceOf],
  ...own(contact),
  ...addressParts.map((key): Column => [key, ({ contactAddress }) => contactAddress?.[key] ?? null]),
  ...billingParts.map((key): Column => [inBilling(key), ({ billing }) => billing?.[key] ?? null]),
  ...addressParts.map((key): Column => [inBilling(key), ({ billing }) => billing?.address?.[key] ?? null]),
  ...own([...wishes, ...instants]),
  ['heldAt', ({ heldAt }) => heldAt],
  ['holdReason', holdReasonOf],
  ...own(desk),
];

const isAmount: ReadonlySet<string> = new Set(amounts);

/** A spreadsheet runs a text that begins like a formula, some in full-width letters as well; with an apostrophe in front it stays a text. */
const defused = (text: string): string => (/^[=+\-@＝＋－＠\t\r\n]/.test(text) ? `'${text}` : text);

const quoted = (text: string): string => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

function cellOf(name: string, value: Cell): string {
  if (value === null) return '';
  // A negative amount is of our own making, and is to stay a number.
  return typeof value === 'string' && !isAmount.has(name) ? quoted(defused(value)) : String(value);
}

/** Spreadsheets take a file for UTF-8 by this mark alone. */
const byteOrderMark = '\uFEFF';

export const csvHead = `${byteOrderMark}${columns.map(([name]) => name).join(',')}\r\n`;

export const csvRow = (order: OrderRow, reader: ExportReader): string => `${columns.map(([name, read]) => cellOf(name, read(order, reader))).join(',')}\r\n`;

const offersOf = ({ pricing }: OrderItemRow) => [...(pricing?.catalogOffers ?? []), ...(pricing?.cartOffers ?? [])].map(({ code, name }) => ({ code, name }));

function lineOf(item: OrderItemRow, reader: ExportReader): Record<string, unknown> {
  const money = (minor: number): string => toDecimal(minor, item.currency);
  const { seq, parentSeq, name, specification, barcode, cover, weightGrams, quantity, priceReason, pointsUsed, status, returningQuantity, returnedQuantity, commentId, reviewedAt, sold } = item;
  return {
    seq, parentSeq, sku: item.skuCode, product: item.productCode, name, specification, barcode, cover, weightGrams, volumeMillilitres: sold?.volumeMillilitres ?? null, brandCode: sold?.brandCode ?? null,
    options: sold?.options ?? [], attributes: sold?.attributes ?? [], shelfLocation: reader === 'OWNER' ? null : (sold?.shelfLocation ?? null), quantity,
    listPrice: money(item.listPrice), salePrice: money(item.salePrice), listTotal: money(item.listTotal), discountTotal: money(item.discountTotal), saleTotal: money(item.saleTotal),
    unitCost: reader === 'PLATFORM' && sold?.unitCost != null ? money(sold.unitCost) : null,
    priceReason, priceSetBy: reader === 'OWNER' ? null : (sold?.priceSetBy?.name ?? null), offers: offersOf(item), offerChoice: sold?.offerChoice ?? 'AUTO', offerCode: sold?.offerCode ?? null,
    pointsUsed, pointsShare: money(item.pointsShare), freightShare: money(item.freightShare), status, returningQuantity, returnedQuantity, commentId, reviewedAt,
  };
}

export const jsonLine = (order: OrderRow, items: readonly OrderItemRow[], reader: ExportReader): string =>
  `${JSON.stringify({ ...Object.fromEntries(columns.map(([name, read]) => [name, read(order, reader)])), items: items.map((item) => lineOf(item, reader)) })}\n`;
