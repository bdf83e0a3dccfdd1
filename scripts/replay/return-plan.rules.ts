/** Decides which returns a cancellation invoice becomes: of earlier invoices of that customer where one holds the article, else without an order. */
import { isWholePennies, toDecimalText, type Thousandths } from './exact-money.rules.ts';
import { subjectOf } from './order-plan.rules.ts';
import type { RetailRow } from './retail-row.ts';

/** Why a row of a cancellation invoice is no return. */
export const returnExceptions = {
  COUNTS_UP: 'Impossible: a cancellation that counts up, or nothing',
  PRICE_BELOW_ZERO: 'Impossible: the price is below zero',
  PRICE_TOO_FINE: 'Impossible: the price has a fraction of a penny',
  QUANTITY_TOO_LARGE: 'Impossible: more than 1,000,000 pieces on one line',
  NO_STOCK_CODE: 'Impossible: the stock code does not have 1 to 64 characters',
} as const satisfies Record<string, string>;
export type ReturnException = keyof typeof returnExceptions;

const maximalQuantity = 1_000_000;
const longestCode = 64;

/** Null for a row that can be returned. */
export function returnExceptionOf({ quantity, unitPrice, stockCode }: Pick<RetailRow, 'quantity' | 'unitPrice' | 'stockCode'>): ReturnException | null {
  if (quantity >= 0) return 'COUNTS_UP';
  if (unitPrice < 0n) return 'PRICE_BELOW_ZERO';
  if (!isWholePennies(unitPrice)) return 'PRICE_TOO_FINE';
  if (-quantity > maximalQuantity) return 'QUANTITY_TOO_LARGE';
  return stockCode.trim() === '' || [...stockCode].length > longestCode ? 'NO_STOCK_CODE' : null;
}

/** A line of an invoice that was placed, and how many of its pieces nobody has given back yet. */
export interface SoldLine {
  readonly invoice: string;
  readonly seq: number;
  readonly at: string;
  readonly unitPrice: Thousandths;
  left: number;
}

/** What a customer has bought of an article. */
export const shelfOf = (customerId: string, stockCode: string): string => `${customerId} ${stockCode}`;

interface Part {
  /** The invoice and line it was sold on; null where none is known. */
  readonly sold: SoldLine | null;
  readonly row: RetailRow;
  readonly quantity: number;
}

/** Takes the pieces from lines that cost at least as much, the same price first and the latest before earlier ones; what is over was sold nowhere. */
export function partsOf(row: RetailRow, shelf: readonly SoldLine[]): Part[] {
  const fitting = shelf.filter(({ at, unitPrice, left }) => at <= row.at && left > 0 && unitPrice >= row.unitPrice)
    .toSorted((a, b) => Number(b.unitPrice === row.unitPrice) - Number(a.unitPrice === row.unitPrice) || (a.at < b.at ? 1 : a.at > b.at ? -1 : b.seq - a.seq));
  const parts: Part[] = [];
  let wanted = -row.quantity;
  for (const sold of fitting) {
    if (wanted === 0) break;
    const quantity = Math.min(wanted, sold.left);
    sold.left -= quantity;
    wanted -= quantity;
    parts.push({ sold, row, quantity });
  }
  return wanted > 0 ? [...parts, { sold: null, row, quantity: wanted }] : parts;
}

/** A line of a return, as the API takes it. */
export interface ReturnLine {
  readonly seq?: number;
  readonly sku?: string;
  readonly quantity: number;
  readonly refundFee: string;
}

export interface PlannedReturn {
  readonly uid: string;
  readonly cancellation: string;
  /** The invoice whose goods come back; null without one. */
  readonly invoice: string | null;
  readonly customerSubject: string | null;
  readonly lines: readonly ReturnLine[];
  readonly pieces: number;
  readonly money: Thousandths;
}

const worth = ({ row, quantity }: Part): Thousandths => row.unitPrice * BigInt(quantity);

/** Several parts of one line come back as one. */
function lineOf(parts: readonly Part[]): ReturnLine {
  const [{ sold, row }] = parts as [Part];
  const quantity = parts.reduce((sum, part) => sum + part.quantity, 0);
  const refundFee = toDecimalText(parts.reduce((sum, part) => sum + worth(part), 0n));
  return { ...(sold ? { seq: sold.seq } : { sku: row.stockCode }), quantity, refundFee };
}

function grouped<T>(all: readonly T[], keyOf: (one: T) => string): T[][] {
  const groups = new Map<string, T[]>();
  for (const one of all) groups.set(keyOf(one), [...(groups.get(keyOf(one)) ?? []), one]);
  return [...groups.values()];
}

/** The returns of one cancellation invoice: one for each invoice that its goods were sold on, and one for what was sold nowhere. */
export function planReturns(rows: readonly RetailRow[], shelves: ReadonlyMap<string, readonly SoldLine[]>): PlannedReturn[] {
  const [{ invoice: cancellation, customerId }] = rows as [RetailRow];
  const parts = rows.flatMap((row) => partsOf(row, customerId === null ? [] : (shelves.get(shelfOf(customerId, row.stockCode)) ?? [])));
  return grouped(parts, ({ sold }) => sold?.invoice ?? '').map((own, index) => ({
    uid: `${cancellation}/${index + 1}`, cancellation, invoice: own[0]!.sold?.invoice ?? null, customerSubject: customerId === null ? null : subjectOf(customerId),
    lines: (own[0]!.sold ? grouped(own, ({ sold }) => String(sold!.seq)) : own.map((part) => [part])).map(lineOf),
    pieces: own.reduce((sum, { quantity }) => sum + quantity, 0), money: own.reduce((sum, part) => sum + worth(part), 0n),
  }));
}
