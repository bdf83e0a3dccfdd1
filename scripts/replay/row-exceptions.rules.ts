/** Decides which rows of the file become lines of orders, and why the others do not. */
import { isWholePennies } from './exact-money.rules.ts';
import type { RetailRow } from './retail-row.ts';

/** Why a row is no line of an order. Rows of the first three are no sales; the others are sales that the API cannot take. */
export const rowExceptions = {
  CANCELLATION: { refused: false, title: 'Cancellation invoices (C…): played as returns, see below' },
  ADJUSTMENT: { refused: false, title: 'Adjustments of the books (A…): not orders' },
  WRITE_OFF: { refused: false, title: 'Zero or negative quantity on other invoices: stock write-offs, not orders' },
  PRICE_BELOW_ZERO: { refused: true, title: 'Refused: the price is below zero' },
  PRICE_TOO_FINE: { refused: true, title: 'Refused: the price has a fraction of a penny' },
  QUANTITY_TOO_LARGE: { refused: true, title: 'Refused: more than 1,000,000 pieces on one line' },
  NO_STOCK_CODE: { refused: true, title: 'Refused: the stock code does not have 1 to 64 characters' },
} as const satisfies Record<string, { refused: boolean; title: string }>;
export type RowException = keyof typeof rowExceptions;

const maximalQuantity = 1_000_000;
const longestCode = 64;

/** Null for a row that becomes a line. */
export function exceptionOf({ invoice, quantity, unitPrice, stockCode }: Pick<RetailRow, 'invoice' | 'quantity' | 'unitPrice' | 'stockCode'>): RowException | null {
  if (invoice.startsWith('C')) return 'CANCELLATION';
  if (invoice.startsWith('A')) return 'ADJUSTMENT';
  if (quantity <= 0) return 'WRITE_OFF';
  if (unitPrice < 0n) return 'PRICE_BELOW_ZERO';
  if (!isWholePennies(unitPrice)) return 'PRICE_TOO_FINE';
  if (quantity > maximalQuantity) return 'QUANTITY_TOO_LARGE';
  if (stockCode.trim() === '' || [...stockCode].length > longestCode) return 'NO_STOCK_CODE';
  return null;
}
