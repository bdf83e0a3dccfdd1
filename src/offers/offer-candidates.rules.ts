/** Finds the offers that may apply to a cart, each with the lines it sees, and says of the others why they cannot. */
import { epochOf } from '../platform/time.ts';
import { eachOfferFor, type CompiledOffer, type ScopeIndex } from './compile-offers.rules.ts';
import { applyEffect } from './offer-effect.rules.ts';
import { customerRefusal, isLive, shortfallOf, type Circumstances } from './offer-conditions.rules.ts';
import type { Discounted, PricedPieces } from './priced-pieces.rules.ts';
import type { OfferRef, OfferRefusalReason, RefusedOffer } from './quote-model.rules.ts';
import { hasEffect, piecesOf, type WorkingLine } from './working-line.rules.ts';

export interface Candidate {
  readonly offer: CompiledOffer;
  readonly lines: readonly WorkingLine[];
}

export interface Candidates {
  readonly candidates: readonly Candidate[];
  readonly refused: RefusedOffer[];
}

/** What a stage has to say of the offers that it did not apply. */
export interface Stage {
  readonly refused: RefusedOffer[];
  /** Left out on purpose, with the lines that they were kept from. */
  readonly dropped: readonly Candidate[];
}

export const refOf = ({ id, code, name, description }: OfferRef): OfferRef => (description == null ? { id, code, name } : { id, code, name, description });

export const refusedOffer = (offer: OfferRef, reason: OfferRefusalReason, lines: readonly WorkingLine[]): RefusedOffer =>
  ({ offer: refOf(offer), code: offer.code, reason, missingPieces: null, missingAmount: null, seqs: seqsOf(lines) });

export const seqsOf = (lines: readonly WorkingLine[]): number[] => lines.map(({ line }) => line.seq).toSorted((a, b) => a - b);

interface Seen {
  readonly offer: CompiledOffer;
  readonly touched: WorkingLine[];
  /** In scope, but somebody chose otherwise for them. */
  readonly barred: WorkingLine[];
}

/** `mayTouch` says whether a line is open to an offer whose scope holds it. */
export function candidatesOf(index: ScopeIndex, lines: readonly WorkingLine[], circumstances: Circumstances, mayTouch: (working: WorkingLine, offer: CompiledOffer) => boolean): Candidates {
  const candidates: Candidate[] = [];
  const refused: RefusedOffer[] = [];
  for (const { offer, touched, barred } of seenOffers(index, lines, circumstances, mayTouch)) {
    if (barred.length > 0) refused.push(refusedOffer(offer, 'CHOSEN_BY_HAND', barred));
    if (touched.length === 0) continue;
    const reason = customerRefusal(offer, circumstances);
    const shortfall = reason === null ? shortfallOf(offer, touched) : null;
    if (reason !== null) refused.push(refusedOffer(offer, reason, touched));
    else if (shortfall !== null) refused.push({ ...refusedOffer(offer, shortfall.reason, touched), ...shortfall });
    else candidates.push({ offer, lines: touched });
  }
  return { candidates, refused };
}

/** Live offers whose scope holds at least one line, in the order of application. */
function seenOffers(index: ScopeIndex, lines: readonly WorkingLine[], circumstances: Circumstances, mayTouch: (working: WorkingLine, offer: CompiledOffer) => boolean): Seen[] {
  const byRank = new Map<number, Seen | null>();
  const at = epochOf(circumstances.now);
  for (const working of lines) {
    if (!working.open) continue;
    eachOfferFor(index, working.line, (offer) => {
      let seen = byRank.get(offer.rank);
      if (seen === undefined) {
        seen = isLive(offer, circumstances, at) ? { offer, touched: [], barred: [] } : null;
        byRank.set(offer.rank, seen);
      }
      if (seen === null) return;
      const list = mayTouch(working, offer) ? seen.touched : seen.barred;
      if (list.at(-1) !== working) list.push(working);
    });
  }
  return [...byRank.values()].filter((seen) => seen !== null).toSorted((a, b) => a.offer.rank - b.offer.rank);
}

/** What an offer did to a line: its step in the explanation. */
export interface Applied {
  readonly offer: CompiledOffer;
  readonly taken: number;
  readonly guarded: number;
}

/** A line after one or several offers. */
export interface Trail {
  readonly pieces: PricedPieces;
  readonly applied: readonly Applied[];
}

/** By the index of the line; absent where no offer left a mark. */
export type Trails = ReadonlyMap<number, Trail>;

/** What each candidate, tried in its place, did to each of its lines; by line, in the order of `lines`. */
export type Effects = ReadonlyMap<Candidate, readonly Discounted[]>;

export interface Chain {
  readonly trails: Trails;
  readonly effects: Effects;
}

/** Applies offers one after the other, each to what the earlier ones left. */
export function chainOf(candidates: readonly Candidate[]): Chain {
  const trails = new Map<number, { pieces: PricedPieces; readonly applied: Applied[] }>();
  const effects = new Map<Candidate, readonly Discounted[]>();
  for (const candidate of candidates) {
    const after = applyEffect(candidate.offer, candidate.lines.map(({ index, pieces }) => trails.get(index)?.pieces ?? pieces));
    effects.set(candidate, after);
    for (const [at, { index }] of candidate.lines.entries()) {
      const discounted = after[at]!;
      if (!hasEffect(discounted)) continue;
      const trail = trails.get(index) ?? { pieces: discounted, applied: [] };
      trail.pieces = discounted;
      trail.applied.push(appliedOf(candidate.offer, discounted));
      trails.set(index, trail);
    }
  }
  return { trails, effects };
}

export const appliedOf = (offer: CompiledOffer, { taken, guarded }: Discounted): Applied => ({ offer, taken, guarded });

/** Applies one offer by itself. */
export const alone = ({ offer, lines }: Candidate): Discounted[] => applyEffect(offer, lines.map(piecesOf));

export const savedBy = (after: readonly Pick<Discounted, 'taken' | 'guarded'>[]): number => after.reduce((sum, { taken, guarded }) => sum + taken - guarded, 0);

export const savedIn = (trails: Trails): number => [...trails.values()].reduce((sum, { applied }) => sum + savedBy(applied), 0);

/** The lines on which one offer by itself left a mark. */
export const trailsOf = ({ offer, lines }: Candidate, after: readonly Discounted[]): Trails =>
  new Map(lines.flatMap(({ index }, at) => (hasEffect(after[at]!) ? [[index, { pieces: after[at]!, applied: [appliedOf(offer, after[at]!)] }] as const] : [])));

/** Which offers each line got. */
export const offersIn = (trails: Trails): ReadonlyMap<number, ReadonlySet<CompiledOffer>> =>
  new Map([...trails].map(([index, { applied }]) => [index, new Set(applied.map(({ offer }) => offer))]));

/**
 * What is to be said of candidates once the choice is made. `chosen` tells whether a line got the offer. An offer that would have
 * taken something off a line lost to a better one; one that applied nowhere had nothing to take, or was not let.
 */
export function losersOf(effects: Effects, chosen: (working: WorkingLine, offer: CompiledOffer) => boolean): RefusedOffer[] {
  return [...effects].flatMap(([{ offer, lines }, after]) => {
    const lost = lines.filter((working, at) => hasEffect(after[at]!) && !chosen(working, offer));
    if (lost.length > 0) return [refusedOffer(offer, 'BETTER_OFFER', lost)];
    if (after.some(hasEffect) || lines.some((working) => chosen(working, offer))) return [];
    return [refusedOffer(offer, after.some(({ taken }) => taken > 0) ? 'LOSS_GUARD' : 'NO_EFFECT', lines)];
  });
}
