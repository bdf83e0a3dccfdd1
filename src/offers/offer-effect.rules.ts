/** What an offer's effect does to the lines it sees. One function for offers, coupons and customers' discounts. */
import { shareOut } from '../platform/shares.rules.ts';
import type { OfferEffect, OfferTarget } from './offer-model.rules.ts';
import { countOf, discountChosen, discountPercent, discountRuns, discountTogether, discountTotal, type Discount, type Discounted, type PricedPieces } from './priced-pieces.rules.ts';
import { percentOf } from './percent.rules.ts';

export interface Effect {
  readonly effect: OfferEffect;
  readonly target: OfferTarget;
  readonly maximumDiscount: number | null;
}

/** The lines after the effect, in the order in which they came. */
export function applyEffect({ effect, target, maximumDiscount }: Effect, lines: readonly PricedPieces[]): Discounted[] {
  const after = target === 'CART' && (effect.kind === 'PERCENT_OFF' || effect.kind === 'AMOUNT_OFF') ? offTheSum(effect, lines, maximumDiscount) : offThePieces(effect, lines);
  if (maximumDiscount === null || after.reduce((sum, { taken }) => sum + taken, 0) <= maximumDiscount) return after;
  const shares = shareOut(maximumDiscount, after.map(({ taken }) => taken));
  return lines.map((line, index) => discountTotal(line, shares[index]!));
}

function offTheSum(effect: OfferEffect & { kind: 'PERCENT_OFF' | 'AMOUNT_OFF' }, lines: readonly PricedPieces[], maximumDiscount: number | null): Discounted[] {
  const sum = lines.reduce((all, { total }) => all + total, 0);
  const amount = effect.kind === 'PERCENT_OFF' ? percentOf(sum, effect.bps) : Math.min(sum, effect.amount);
  return discountTogether(lines, Math.min(amount, maximumDiscount ?? amount));
}

function offThePieces(effect: OfferEffect, lines: readonly PricedPieces[]): Discounted[] {
  const discount: Discount = 'bps' in effect ? (pieces) => discountPercent(pieces, effect.bps) : (pieces) => discountRuns(pieces, discountOfPiece(effect));
  if (effect.kind === 'EVERY_N') return discountChosen(lines, inGroups(lines, effect.pieces) * effect.pieces, 'DEAREST', discount);
  if (effect.kind === 'NTH_PIECE') return discountChosen(lines, inGroups(lines, effect.pieces), 'CHEAPEST', discount);
  return lines.map(discount);
}

/** What comes off a single piece that the effect reaches, by its price. */
export function discountOfPiece(effect: OfferEffect): (price: number) => number {
  if (effect.kind === 'AMOUNT_OFF') return (price) => Math.min(price, effect.amount);
  if (effect.kind === 'FIXED_PRICE') return (price) => Math.max(0, price - effect.price);
  return (price) => percentOf(price, effect.bps);
}

/** How many complete groups the pieces make. */
const inGroups = (lines: readonly PricedPieces[], size: number): number => Math.floor(lines.reduce((sum, line) => sum + countOf(line), 0) / size);

/** The fewest pieces with which the effect does anything. */
export const piecesNeeded = (effect: OfferEffect): number => (effect.kind === 'EVERY_N' || effect.kind === 'NTH_PIECE' ? effect.pieces : 1);
