/** Exact arithmetic of discounts: percentages in basis points of whole minor units. */

const whole = 10_000;

/** `bps` basis points of an amount, rounded half up; exact for every safe integer. */
export function percentOf(amount: number, bps: number): number {
  const rest = amount % whole;
  return ((amount - rest) / whole) * bps + Math.floor((rest * bps * 2 + whole) / (2 * whole));
}

/** As `percentOf`, but rounded down: a bound is never exceeded. */
export function percentWithin(amount: number, bps: number): number {
  const rest = amount % whole;
  return ((amount - rest) / whole) * bps + Math.floor((rest * bps) / whole);
}

/** Whether the part of the amount is no whole number. */
export const hasFraction = (amount: number, bps: number): boolean => ((amount % whole) * bps) % whole !== 0;

/** What one of `count` comes to, rounded half up. */
export const perPiece = (total: number, count: number): number => Math.floor((total * 2 + count) / (count * 2));
