/** Decides how a whole amount is divided, so that the parts are whole and add up to it. */

/**
 * Parts in proportion to the weights, by largest remainder: every part is its exact share rounded down or up, and the parts
 * sum to the amount. Equal remainders favour the earlier part. Weights are whole and not below zero; where all are zero, all
 * count the same. No weights, no parts.
 */
export function shareOut(amount: number, weights: readonly number[]): number[] {
  if (amount === 0) return weights.map(() => 0);
  if (weights.length === 0) return [];
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  if (total === 0) return shareOut(amount, weights.map(() => 1));
  const whole = Math.abs(amount);
  const parts = Number.isSafeInteger(whole * total) ? quickParts(whole, weights, total) : exactParts(whole, weights);
  const shares = parts.map(({ floor }) => floor);
  const left = whole - shares.reduce((sum, share) => sum + share, 0);
  for (const { index } of parts.toSorted((a, b) => (a.remainder === b.remainder ? a.index - b.index : a.remainder > b.remainder ? -1 : 1)).slice(0, left)) shares[index]! += 1;
  return amount < 0 ? shares.map((share) => (share === 0 ? 0 : -share)) : shares;
}

interface Part {
  readonly index: number;
  readonly floor: number;
  readonly remainder: number | bigint;
}

/** Where every product is a safe integer, as it is for all but the largest sums. */
const quickParts = (whole: number, weights: readonly number[], total: number): Part[] => weights.map((weight, index) => {
  const product = whole * weight;
  const remainder = product % total;
  return { index, floor: (product - remainder) / total, remainder };
});

function exactParts(whole: number, weights: readonly number[]): Part[] {
  const total = weights.reduce((sum, weight) => sum + BigInt(weight), 0n);
  return weights.map((weight, index) => {
    const product = BigInt(whole) * BigInt(weight);
    return { index, floor: Number(product / total), remainder: product % total };
  });
}
