/** The stage of line offers: each line gets the best offer alone, or all stackable ones together, or none. */
import { isInScope, type CompiledOffer } from './compile-offers.rules.ts';
import { chooseOptions, type Option } from './line-choice.rules.ts';
import { alone, candidatesOf, chainOf, losersOf, offersIn, refOf, refusedOffer, savedBy, savedIn, seqsOf, trailsOf, type Candidate, type Candidates, type Stage, type Trail, type Trails } from './offer-candidates.rules.ts';
import { isInTime, isOfPlace, shortfallOf } from './offer-conditions.rules.ts';
import type { Discounted } from './priced-pieces.rules.ts';
import type { QuoteRequest, RefusedOffer } from './quote-model.rules.ts';
import { explain, type WorkingLine } from './working-line.rules.ts';

/** A line with an offer chosen by hand gets that one and no other; one with "none" gets none (S0-71). */
function mayTouch({ line: { offerChoice } }: WorkingLine, { code }: CompiledOffer): boolean {
  return offerChoice.kind === 'AUTO' || (offerChoice.kind === 'ONLY' && offerChoice.offerCode === code);
}

/** Lowers the lines' prices, and says which offers did not. `byHandOnly` drops all but what was chosen by hand. */
export function priceLineOffers(request: QuoteRequest, lines: readonly WorkingLine[], byHandOnly = false): Stage {
  const found = candidatesOf(request.offers.line, lines, request, mayTouch);
  const { candidates, refused, dropped } = byHandOnly ? chosenIn(found) : { ...found, dropped: [] };
  const stackables = candidates.filter(({ offer }) => offer.stacking === 'STACKABLE');
  const exclusives = candidates.filter(({ offer }) => offer.stacking === 'EXCLUSIVE').map((candidate) => ({ candidate, after: alone(candidate) }));
  const chain = chainOf(stackables);
  const effects = new Map<Candidate, readonly Discounted[]>([...chain.effects, ...exclusives.map(({ candidate, after }) => [candidate, after] as const)]);
  const best = chooseOptions([stackOf(stackables, chain.trails, lines), ...exclusives.map(({ candidate, after }) => exclusiveOf(candidate, after))]);
  for (const working of lines) settle(working, best.get(working.index));
  const offersByLine = offersIn(best);
  const all = [...refused, ...losersOf(effects, ({ index }, offer) => offersByLine.get(index)?.has(offer) ?? false)];
  return { refused: [...all, ...misfits(request, lines, all)], dropped };
}

function chosenIn({ candidates, refused }: Candidates): Candidates & Pick<Stage, 'dropped'> {
  const isChosen = ({ line }: WorkingLine): boolean => line.offerChoice.kind === 'ONLY';
  const split = candidates.map(({ offer, lines }) => ({ offer, chosen: lines.filter(isChosen), others: lines.filter((working) => !isChosen(working)) }));
  const kept = split.flatMap(({ offer, chosen }) => (chosen.length > 0 ? [{ offer, lines: chosen, shortfall: shortfallOf(offer, chosen) }] : []));
  return {
    candidates: kept.flatMap(({ offer, lines, shortfall }) => (shortfall ? [] : [{ offer, lines }])),
    refused: [...refused, ...kept.flatMap(({ offer, lines, shortfall }) => (shortfall ? [{ ...refusedOffer(offer, shortfall.reason, lines), ...shortfall }] : []))],
    dropped: split.flatMap(({ offer, others }) => (others.length > 0 ? [{ offer, lines: others }] : [])),
  };
}

/** An offer that gives to some pieces only, or only so much, may give less after others than by itself. */
const mayBackfire = ({ offer: { effect, maximumDiscount } }: Candidate): boolean => effect.kind === 'EVERY_N' || effect.kind === 'NTH_PIECE' || maximumDiscount !== null;

/** Whether what it gives to one line depends on the others. */
const isBound = (candidate: Candidate): boolean => mayBackfire(candidate) || candidate.offer.minimumPieces > 0 || candidate.offer.minimumAmount > 0;

/** A candidate that has only these lines; null where they do not meet its condition. */
function within({ offer, lines }: Candidate, kept: ReadonlySet<WorkingLine>): Candidate | null {
  const left = lines.filter((working) => kept.has(working));
  return left.length === 0 || shortfallOf(offer, left) !== null ? null : { offer, lines: left };
}

const exclusiveOf = (candidate: Candidate, after: readonly Discounted[]): Option => ({
  lines: candidate.lines, trails: trailsOf(candidate, after), bound: isBound(candidate),
  reprice: (kept) => {
    const left = within(candidate, new Set(kept));
    return left ? trailsOf(left, alone(left)) : new Map();
  },
});

const stackOf = (stackables: readonly Candidate[], chained: Trails, all: readonly WorkingLine[]): Option => ({
  lines: [...new Set(stackables.flatMap(({ lines }) => lines))], trails: bestStack(stackables, chained, all), bound: stackables.some(isBound),
  reprice: (kept) => {
    const left = new Set(kept);
    const those = stackables.flatMap((candidate) => within(candidate, left) ?? []);
    return bestStack(those, chainOf(those).trails, all);
  },
});

/** All stackable offers together, or the one that is better by itself; for the cart as a whole, so that none gives to more pieces than it may. */
function bestStack(stackables: readonly Candidate[], chained: Trails, lines: readonly WorkingLine[]): Trails {
  if (stackables.length < 2 || !stackables.some(mayBackfire)) return chained;
  // Lines with an offer chosen by hand keep it, whatever becomes of the others.
  const byHand = [...chained].filter(([index]) => lines[index]!.line.offerChoice.kind === 'ONLY');
  let best = chained;
  let saved = savedIn(best);
  for (const candidate of stackables) {
    const after = alone(candidate);
    if (savedBy(after) + savedIn(new Map(byHand)) <= saved) continue;
    const trails = new Map([...byHand, ...trailsOf(candidate, after)]);
    if (savedIn(trails) <= saved) continue;
    best = trails;
    saved = savedIn(trails);
  }
  return best;
}

function settle(working: WorkingLine, trail: Trail | undefined): void {
  if (!trail) return;
  let before = working.pieces.total;
  for (const applied of trail.applied) {
    explain(working.steps, before, { kind: 'OFFER', code: applied.offer.code, name: applied.offer.name }, applied);
    before += applied.guarded - applied.taken;
    working.catalogOffers.push(refOf(applied.offer));
  }
  working.pieces = trail.pieces;
}

/** Offers chosen by hand that did nothing, and of which nothing has been said yet. */
function misfits(request: QuoteRequest, lines: readonly WorkingLine[], refused: readonly RefusedOffer[]): RefusedOffer[] {
  const byCode = new Map<string, WorkingLine[]>();
  for (const working of lines) {
    const { line: { offerChoice, seq }, open, catalogOffers } = working;
    if (!open || offerChoice.kind !== 'ONLY' || catalogOffers.length > 0) continue;
    const explained = refused.some(({ code, seqs, reason }) => code === offerChoice.offerCode && reason !== 'CHOSEN_BY_HAND' && seqs.includes(seq));
    if (!explained) byCode.set(offerChoice.offerCode, [...(byCode.get(offerChoice.offerCode) ?? []), working]);
  }
  return [...byCode].flatMap(([code, chosenFor]) => misfitsOf(request, code, chosenFor));
}

function misfitsOf(request: QuoteRequest, code: string, lines: readonly WorkingLine[]): RefusedOffer[] {
  const offer = request.offers.everywhere.get(code);
  if (!offer || !isInTime(offer, request.now)) return [{ offer: offer ? refOf(offer) : null, code, reason: 'NOT_LIVE', missingPieces: null, missingAmount: null, seqs: seqsOf(lines) }];
  const fits = ({ line }: WorkingLine): boolean => offer.target === 'LINE' && isOfPlace(offer, request) && isInScope(offer.scope, line);
  const byReason = [['NOT_FOR_THIS', lines.filter((line) => !fits(line))], ['NO_EFFECT', lines.filter(fits)]] as const;
  return byReason.flatMap(([reason, some]) => (some.length > 0 ? [refusedOffer(offer, reason, some)] : []));
}
