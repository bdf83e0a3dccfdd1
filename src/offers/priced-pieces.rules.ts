/** What the pieces of one line cost, while discounts are taken off them. */
import { shareOut } from '../platform/shares.rules.ts';
import { hasFraction, percentOf, percentWithin } from './percent.rules.ts';

/** So many pieces at the same price. */
export interface Run {
  readonly count: number;
  readonly price: number;
}

export interface PricedPieces {
  readonly runs: readonly Run[];
  /** Sum over the runs. */
  readonly total: number;
  /** The price below which no discount may push a piece; 0 guards nothing. */
  readonly guard: number;
}

/** What became of them: `taken` off, of which the loss guard gave `guarded` back. */
export interface Discounted extends PricedPieces {
  readonly taken: number;
  readonly guarded: number;
}

export const piecesAt = (count: number, price: number, guard: number): PricedPieces => ({ runs: [{ count, price }], total: count * price, guard });

export const countOf = ({ runs }: PricedPieces): number => runs.reduce((sum, { count }) => sum + count, 0);

/** A piece that costs less than its guard already, as by its catalogue price, stays where it is. */
const floorOf = (price: number, guard: number): number => (guard < price ? guard : price);

/** What a discount makes of pieces that it reaches. */
export type Discount = (pieces: PricedPieces) => Discounted;

/**
 * Takes a percentage off all pieces together, rounded once: rounded piece by piece, small prices would give nothing or twice as much.
 * What is over goes to runs that were rounded down, so that none gets more than its part rounded up; the guard has its due of each.
 */
export function discountPercent({ runs, total, guard }: PricedPieces, bps: number): Discounted {
  let sum = 0;
  let over = 0;
  for (const { count, price } of runs) {
    sum += count * price;
    over -= percentWithin(count * price, bps);
  }
  const taken = percentOf(sum, bps);
  over += taken;
  let guarded = 0;
  const after: Run[] = [];
  for (const { count, price } of runs) {
    const more = over > 0 && hasFraction(count * price, bps) ? 1 : 0;
    over -= more;
    const left = count * price - percentWithin(count * price, bps) - more;
    const lifted = guard === 0 ? 0 : Math.max(0, count * floorOf(price, guard) - left);
    guarded += lifted;
    spread(left + lifted, count, after);
  }
  return { runs: after.length < 3 ? after : merged(after), total: total - taken + guarded, guard, taken, guarded };
}

/** Runs at the same price as one, so that they do not multiply. */
function merged(runs: readonly Run[]): readonly Run[] {
  const counts = new Map<number, number>();
  for (const { count, price } of runs) counts.set(price, (counts.get(price) ?? 0) + count);
  return [...counts].map(([price, count]) => ({ count, price }));
}

/** Gives each run a new price, and the guard its due. `discount` says what comes off one piece. */
export function discountRuns({ runs, total, guard }: PricedPieces, discount: (price: number) => number): Discounted {
  let [taken, guarded] = [0, 0];
  const after: Run[] = [];
  for (const { count, price } of runs) {
    const off = discount(price);
    const lifted = guard === 0 ? 0 : Math.max(0, floorOf(price, guard) - (price - off));
    taken += off * count;
    guarded += lifted * count;
    after.push({ count, price: price - off + lifted });
  }
  return { runs: after, total: total - taken + guarded, guard, taken, guarded };
}

const untouched = (pieces: PricedPieces): Discounted => ({ runs: pieces.runs, total: pieces.total, guard: pieces.guard, taken: 0, guarded: 0 });

/** Takes an amount, at most their total, off all pieces together; they then cost the same to the minor unit. */
export function discountTotal(pieces: PricedPieces, amount: number): Discounted {
  if (amount === 0) return untouched(pieces);
  const floor = pieces.runs.reduce((sum, { count, price }) => sum + count * floorOf(price, pieces.guard), 0);
  const total = Math.max(floor, pieces.total - amount);
  return { runs: spread(total, countOf(pieces), []), total, guard: pieces.guard, taken: amount, guarded: total - (pieces.total - amount) };
}

/** A total as whole prices of so many pieces, behind `runs`: the dearer ones cost one minor unit more. */
function spread(total: number, count: number, runs: Run[]): Run[] {
  const price = Math.floor(total / count);
  const dearer = total - price * count;
  if (count > dearer) runs.push({ count: count - dearer, price });
  if (dearer > 0) runs.push({ count: dearer, price: price + 1 });
  return runs;
}

/** The order in which pieces are chosen. */
export type Choosing = 'DEAREST' | 'CHEAPEST';

/** Takes a discount off `wanted` pieces of several lines, the dearest or the cheapest ones; of equal ones, those of the earlier line. */
export function discountChosen(lines: readonly PricedPieces[], wanted: number, choosing: Choosing, discount: Discount): Discounted[] {
  const chosen = chosenOf(lines, wanted, choosing);
  return lines.map((line, index) => {
    const counts = chosen[index];
    if (counts === undefined) return untouched(line);
    const touched = discount({ ...line, runs: line.runs.flatMap(({ price }, run) => (counts[run]! > 0 ? [{ count: counts[run]!, price }] : [])) });
    const others = line.runs.flatMap(({ count, price }, run) => (count > counts[run]! ? [{ count: count - counts[run]!, price }] : []));
    return others.length === 0 ? touched : { ...touched, runs: [...others, ...touched.runs] };
  });
}

/** How many pieces of each run are chosen, for the lines of which any are. */
function chosenOf(lines: readonly PricedPieces[], wanted: number, choosing: Choosing): number[][] {
  const chosen: number[][] = [];
  const all = lines.flatMap(({ runs }, line) => runs.map(({ count, price }, run) => ({ line, run, count, price })));
  all.sort(choosing === 'DEAREST' ? (a, b) => b.price - a.price : (a, b) => a.price - b.price);
  let left = wanted;
  for (const { line, run, count } of all) {
    if (left === 0) break;
    const taken = Math.min(left, count);
    chosen[line] ??= lines[line]!.runs.map(() => 0);
    chosen[line][run] = taken;
    left -= taken;
  }
  return chosen;
}

/** Takes one amount off several lines together, each its share of it by what it comes to. */
export function discountTogether(lines: readonly PricedPieces[], amount: number): Discounted[] {
  const shares = shareOut(amount, lines.map(({ total }) => total));
  return lines.map((line, index) => discountTotal(line, shares[index]!));
}
