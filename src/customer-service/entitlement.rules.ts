/**
 * Decides what pieces of a line are worth when they are given back: their share of what was paid for the line, so that
 * however it is taken apart, and in whatever order, the last piece takes exactly what is left.
 */

/** What a line, or some of its pieces, was paid with. Minor units, but for `points`, which counts points. */
export interface Worth {
  readonly quantity: number;
  /** Money for the goods. */
  readonly goods: number;
  /** Money for bringing them. */
  readonly freight: number;
  /** Points spent on the goods, and the money that they stood for. */
  readonly points: number;
  readonly pointsValue: number;
}

export const nothing: Worth = { quantity: 0, goods: 0, freight: 0, points: 0, pointsValue: 0 };

export const plus = (a: Worth, b: Worth): Worth => ({
  quantity: a.quantity + b.quantity, goods: a.goods + b.goods, freight: a.freight + b.freight, points: a.points + b.points, pointsValue: a.pointsValue + b.pointsValue,
});

/** `total × part / whole`, rounded down, exact beyond what a product of the two could hold. */
export function portion(total: number, part: number, whole: number): number {
  if (whole === 0) return 0;
  return Math.floor(total / whole) * part + Number((BigInt(total % whole) * BigInt(part)) / BigInt(whole));
}

/** Parts of `total` in proportion to `weights`, which sum to exactly `total`; nothing where no weight is. */
export function shared(total: number, weights: readonly number[]): number[] {
  const whole = weights.reduce((sum, weight) => sum + weight, 0);
  let weighed = 0;
  let given = 0;
  return weights.map((weight) => {
    weighed += weight;
    const part = portion(total, weighed, whole) - given;
    given += part;
    return part;
  });
}

const next = (of: keyof Worth, line: Worth, claimed: Worth, quantity: number): number =>
  Math.max(0, portion(line[of], claimed.quantity + quantity, line.quantity) - claimed[of]);

/**
 * What `quantity` more pieces of a line are worth, beside what other documents have claimed of it. Counted from the
 * amounts that they claimed and not from their pieces, so that a document that is called off leaves no rounding behind.
 */
export const worthOf = (line: Worth, claimed: Worth, quantity: number): Worth => ({
  quantity, goods: next('goods', line, claimed, quantity), freight: next('freight', line, claimed, quantity),
  points: next('points', line, claimed, quantity), pointsValue: next('pointsValue', line, claimed, quantity),
});

/** How an exchange comes out. */
export interface ExchangeDifference {
  /** Money that goes back; null where none does (S2-207). */
  readonly refundFee: number | null;
  /** Money that is to be paid on top; null where none is. */
  readonly supplementaryFee: number | null;
  readonly pointsReturned: number;
  /** What the goods that are given in exchange are then paid with, taken together. */
  readonly kept: Pick<Worth, 'goods' | 'points' | 'pointsValue'>;
}

/**
 * Goods worth `credit` for goods that cost `replacements`: what is over goes back as it was paid, in money and points alike;
 * what is missing is paid in money. Equal values leave nothing to settle.
 */
export function differenceOf(credit: Pick<Worth, 'goods' | 'points' | 'pointsValue'>, replacements: number): ExchangeDifference {
  const { goods, points, pointsValue } = credit;
  const over = goods + pointsValue - replacements;
  if (over <= 0) {
    return { refundFee: null, supplementaryFee: over < 0 ? -over : null, pointsReturned: 0, kept: { goods: goods - over, points, pointsValue } };
  }
  const pointsBack = portion(pointsValue, over, goods + pointsValue);
  // Points whose worth was rounded away have no value to follow: they follow the money.
  const pointsReturned = pointsValue > 0 ? portion(points, pointsBack, pointsValue) : portion(points, over, goods);
  const money = over - pointsBack;
  return {
    refundFee: money > 0 ? money : null, supplementaryFee: null, pointsReturned,
    kept: { goods: goods - money, points: points - pointsReturned, pointsValue: pointsValue - pointsBack },
  };
}

const anyWeight = (weights: readonly number[]): boolean => weights.some((weight) => weight > 0);

/** What points are spread by: their worth, or where that was rounded away what the goods cost, or evenly: none may be lost. */
const weightsFor = (values: readonly number[], totals: readonly number[]): readonly number[] => (anyWeight(values) ? values : anyWeight(totals) ? totals : totals.map(() => 1));

/** Spreads what replacements are paid with over them, by what each costs; the parts of each sum to its own price. */
export function spread(kept: ExchangeDifference['kept'], totals: readonly number[]): Pick<Worth, 'goods' | 'points' | 'pointsValue'>[] {
  const values = shared(kept.pointsValue, totals);
  const points = shared(kept.points, weightsFor(values, totals));
  return totals.map((total, index) => ({ goods: total - values[index]!, points: points[index]!, pointsValue: values[index]! }));
}
