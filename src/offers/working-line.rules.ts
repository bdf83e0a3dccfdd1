/** A line on its way from list price to sale price, stage by stage. */
import { piecesAt, type Discounted, type PricedPieces } from './priced-pieces.rules.ts';
import type { OfferRef, PriceStep, QuoteLine, StepKind } from './quote-model.rules.ts';

export interface WorkingLine {
  readonly line: QuoteLine;
  /** Its place among the working lines. */
  readonly index: number;
  /** Whether discounts may touch it: not with a price set by hand, nor where a bundle's main line pays for it. */
  readonly open: boolean;
  readonly listTotal: number;
  /** By its catalogue's or manual price, before any discount. */
  readonly startTotal: number;
  readonly steps: PriceStep[];
  readonly catalogOffers: OfferRef[];
  readonly cartOffers: OfferRef[];
  pieces: PricedPieces;
}

/**
 * The lines in an order that follows from what they are and not from where they stand: of two lines with equal claims to a cent it
 * must not depend on their places who gets it.
 */
export function workingLines(lines: readonly QuoteLine[]): WorkingLine[] {
  return lines.toSorted(byContent).map((line, index) => {
    const { quantity, manualPrice, unitCost, lossAllowed } = line;
    const included = line.parentSeq !== null;
    const listPrice = included ? 0 : Math.max(line.listPrice, manualPrice?.unitPrice ?? line.salePrice);
    const pieces = piecesAt(quantity, included ? 0 : (manualPrice?.unitPrice ?? line.salePrice), lossAllowed ? 0 : (unitCost ?? 0));
    const listTotal = listPrice * quantity;
    return {
      line, index, pieces, listTotal, startTotal: pieces.total, open: manualPrice === null && !included,
      steps: firstStep(manualPrice?.reason ?? null, listTotal, pieces.total), catalogOffers: [], cartOffers: [],
    };
  });
}

function firstStep(reason: string | null, listTotal: number, after: number): PriceStep[] {
  if (reason !== null) return [{ kind: 'MANUAL', code: null, name: reason, amount: listTotal - after, after }];
  return listTotal === after ? [] : [{ kind: 'CATALOG', code: null, name: 'Catalogue price', amount: listTotal - after, after }];
}

const byContent = (a: QuoteLine, b: QuoteLine): number => compare(a.skuCode, b.skuCode) || compare(contentOf(a), contentOf(b)) || a.seq - b.seq;

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

const contentOf = ({ seq: _seq, parentSeq, ...content }: QuoteLine): string => JSON.stringify([parentSeq === null, content]);

export const piecesOf = ({ pieces }: WorkingLine): PricedPieces => pieces;

/** What the explanation calls a discount. */
export interface StepName {
  readonly kind: StepKind;
  readonly code: string | null;
  readonly name: string;
}

/** Whether anything is left of a discount once the loss guard had its due. */
export const hasEffect = ({ taken, guarded }: Pick<Discounted, 'taken' | 'guarded'>): boolean => taken > guarded;

/** Writes a discount down; where the loss guard gave some of it back, as a step of its own. */
export function explain(steps: PriceStep[], before: number, { kind, code, name }: StepName, { taken, guarded }: Pick<Discounted, 'taken' | 'guarded'>): void {
  steps.push({ kind, code, name, amount: taken, after: before - taken });
  if (guarded > 0) steps.push({ kind: 'LOSS_GUARD', code, name: 'Not below cost', amount: -guarded, after: before - taken + guarded });
}

/** Takes a discount off a line and writes it down; false when nothing is left of it. */
export function takeOff(working: WorkingLine, name: StepName, discounted: Discounted): boolean {
  if (!hasEffect(discounted)) return false;
  explain(working.steps, working.pieces.total, name, discounted);
  working.pieces = discounted;
  return true;
}
