import type { Thousandths } from './exact-money.rules.ts';

/** One line of the file. */
export interface RetailRow {
  /** Its place in the file; the row under the header is 1. */
  readonly row: number;
  readonly invoice: string;
  readonly stockCode: string;
  readonly description: string;
  readonly quantity: number;
  /** As the file writes it, e.g. "2010-12-01 08:26:00". */
  readonly at: string;
  readonly unitPrice: Thousandths;
  /** Null where the buyer is unknown. */
  readonly customerId: string | null;
  readonly country: string;
}

export const moneyOf = ({ quantity, unitPrice }: RetailRow): Thousandths => BigInt(quantity) * unitPrice;

export const dayOf = ({ at }: RetailRow): string => at.slice(0, 10);
