/** Adds up what was sold, in the four measures the report compares. */
import type { Thousandths } from './exact-money.rules.ts';
import { moneyOf, type RetailRow } from './retail-row.ts';

export interface Sums {
  readonly invoices: number;
  readonly lines: number;
  readonly pieces: number;
  readonly money: Thousandths;
}

export const nothing: Sums = { invoices: 0, lines: 0, pieces: 0, money: 0n };

export const plus = (a: Sums, b: Sums): Sums =>
  ({ invoices: a.invoices + b.invoices, lines: a.lines + b.lines, pieces: a.pieces + b.pieces, money: a.money + b.money });

export const minus = (a: Sums, b: Sums): Sums =>
  ({ invoices: a.invoices - b.invoices, lines: a.lines - b.lines, pieces: a.pieces - b.pieces, money: a.money - b.money });

export const isNothing = ({ invoices, lines, pieces, money }: Sums): boolean => invoices === 0 && lines === 0 && pieces === 0 && money === 0n;

export const sumOf = (sums: Iterable<Sums>): Sums => [...sums].reduce(plus, nothing);

/** A row's own part; its invoice is counted elsewhere. */
export const sumsOfRow = (row: RetailRow): Sums => ({ invoices: 0, lines: 1, pieces: row.quantity, money: moneyOf(row) });
