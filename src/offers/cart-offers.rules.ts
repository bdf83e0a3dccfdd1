/** The stage of cart offers: the best offer alone, or all stackable ones together, or none, for the cart as a whole. */
import { alone, candidatesOf, chainOf, losersOf, refOf, savedBy, savedIn, trailsOf, type Candidate, type Stage, type Trail } from './offer-candidates.rules.ts';
import type { Discounted } from './priced-pieces.rules.ts';
import type { OfferRef, QuoteRequest } from './quote-model.rules.ts';
import { explain, type WorkingLine } from './working-line.rules.ts';

/** Lowers the lines' prices, and says which offers did not. `none` drops all of them. */
export function priceCartOffers(request: QuoteRequest, lines: readonly WorkingLine[], none = false): Stage {
  const { candidates, refused } = candidatesOf(request.offers.cart, lines, request, () => true);
  if (none) return { refused, dropped: candidates };
  const chain = chainOf(candidates.filter(({ offer }) => offer.stacking === 'STACKABLE'));
  const effects = new Map<Candidate, readonly Discounted[]>(chain.effects);
  let best = chain.trails;
  let saved = savedIn(best);
  // A stackable one by itself can be better than all of them: what it is a share of may have been taken off already.
  for (const candidate of candidates) {
    const after = alone(candidate);
    if (candidate.offer.stacking === 'EXCLUSIVE') effects.set(candidate, after);
    const saves = savedBy(after);
    if (saves <= saved) continue;
    saved = saves;
    best = trailsOf(candidate, after);
  }
  const applied = new Set([...best.values()].flatMap((trail) => trail.applied.map(({ offer }) => offer)));
  for (const working of lines) settle(working, best.get(working.index));
  return { refused: [...refused, ...losersOf(effects, (_working, offer) => applied.has(offer))], dropped: [] };
}

function settle(working: WorkingLine, trail: Trail | undefined): void {
  if (!trail) return;
  let before = working.pieces.total;
  for (const applied of trail.applied) {
    explain(working.steps, before, { kind: 'CART_OFFER', code: applied.offer.code, name: applied.offer.name }, applied);
    before += applied.guarded - applied.taken;
    working.cartOffers.push(refOf(applied.offer));
  }
  working.pieces = trail.pieces;
}

/** Each offer once, in the order of application. */
export function distinctOffers(lists: readonly (readonly OfferRef[])[], rankOf: (code: string) => number): OfferRef[] {
  const byCode = new Map(lists.flat().map((offer) => [offer.code, offer]));
  return [...byCode.values()].toSorted((a, b) => rankOf(a.code) - rankOf(b.code));
}
