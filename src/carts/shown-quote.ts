import type { PricedSale, SaleLine } from './sale.rules.ts';

/** How a client names a line of a quote: by its number in its cart, or by its place among the lines it sent. */
export interface LineName {
  readonly seq: number;
  readonly cartId: string | null;
}

/** A priced sale with the names by which its lines are shown. */
export interface ShownQuote {
  readonly priced: PricedSale;
  /** By the place of the wanted line. */
  readonly names: readonly LineName[];
  /** Whether the coupons in the customer's hand are the asker's to see and to spend. */
  readonly maySpendBenefits: boolean;
}

/** What was wanted, each with its place in the quote; what belongs to a bundle is shown with its main line. */
export const mainLines = ({ priced: { lines } }: ShownQuote): readonly SaleLine[] => lines.filter(({ parentSeq }) => parentSeq === null);

export const partsOf = ({ priced: { lines } }: ShownQuote, { seq }: SaleLine): readonly SaleLine[] => lines.filter(({ parentSeq }) => parentSeq === seq);

/** The engine numbers lines through; clients are shown their own names. */
export function namesOf({ priced: { lines }, names }: ShownQuote, seqs: readonly number[]): LineName[] {
  const named = new Set(seqs);
  return lines.filter(({ seq, parentSeq }) => named.has(seq) && parentSeq === null).map(({ from }) => names[from]!);
}
