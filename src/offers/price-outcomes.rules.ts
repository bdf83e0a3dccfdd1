/** Prices a cart with all that may apply, and, where that costs it an offer or a coupon, without some of it: the cheapest counts. */
import { priceCartOffers } from './cart-offers.rules.ts';
import { isInScope, type CompiledOffers } from './compile-offers.rules.ts';
import { judgeCoupon, type Judged } from './coupon.rules.ts';
import { priceCustomer } from './customer-discount.rules.ts';
import { priceLineOffers } from './line-offers.rules.ts';
import { refusedOffer, seqsOf, type Candidate, type Stage } from './offer-candidates.rules.ts';
import type { OfferTerms } from './offer-model.rules.ts';
import type { CouponTerms, CouponVerdict, QuoteRequest, RefusedOffer } from './quote-model.rules.ts';
import { workingLines, type WorkingLine } from './working-line.rules.ts';

/** What is left out on purpose. An offer that a clerk chose for a line stays. */
interface LeftOut {
  readonly lineOffers: boolean;
  readonly customer: boolean;
  readonly cartOffers: boolean;
}

const nothing: LeftOut = { lineOffers: false, customer: false, cartOffers: false };

/** A cart before its coupon. */
interface Outcome {
  readonly leftOut: LeftOut;
  readonly lines: readonly WorkingLine[];
  readonly refused: readonly RefusedOffer[];
  readonly refusedForCart: readonly RefusedOffer[];
  /** Offers that would have been tried, with the lines that they were kept from. */
  readonly dropped: readonly Candidate[];
}

const hasChosen = ({ lines }: QuoteRequest): boolean => lines.some(({ offerChoice }) => offerChoice.kind === 'ONLY');

/** Without offers on lines there is nothing to do for them; what is to be said is found out for the cheapest way only. */
const untold: Stage = { refused: [], dropped: [] };

function outcomeOf(request: QuoteRequest, leftOut: LeftOut): Outcome {
  const lines = workingLines(request.lines);
  const onLines = leftOut.lineOffers && !hasChosen(request) ? untold : priceLineOffers(request, lines, leftOut.lineOffers);
  if (!leftOut.customer) priceCustomer(request, lines);
  const onCart = priceCartOffers(request, lines, leftOut.cartOffers);
  return { leftOut, lines, refused: onLines.refused, refusedForCart: onCart.refused, dropped: [...onLines.dropped, ...onCart.dropped] };
}

/** The ways to price one cart, each worked out when it is asked for. */
export interface Outcomes {
  readonly request: QuoteRequest;
  readonly full: Outcome;
  /** Without some stages; without cart offers only where a coupon may gain by it, for nothing else does. */
  others(withoutCart: boolean): readonly Outcome[];
}

export function outcomesOf(request: QuoteRequest): Outcomes {
  const full = outcomeOf(request, nothing);
  const known = new Map<boolean, readonly Outcome[]>();
  const others = (withoutCart: boolean): readonly Outcome[] => {
    const found = known.get(withoutCart) ?? waysToLeaveOut(full, withoutCart).map((leftOut) => outcomeOf(request, leftOut));
    known.set(withoutCart, found);
    return found;
  };
  return { request, full, others };
}

const isCustomers = (working: WorkingLine): boolean => working.steps.some(({ kind }) => kind === 'TIER' || kind === 'BIRTHDAY');

function waysToLeaveOut({ lines, refusedForCart }: Outcome, withoutCart: boolean): LeftOut[] {
  const either = (might: boolean): boolean[] => (might ? [false, true] : [false]);
  const ways = either(lines.some(({ catalogOffers }) => catalogOffers.length > 0)).flatMap((lineOffers) => either(lines.some(isCustomers)).flatMap((customer) =>
    either(withoutCart && (refusedForCart.length > 0 || lines.some(({ cartOffers }) => cartOffers.length > 0))).map((cartOffers) => ({ lineOffers, customer, cartOffers }))));
  return ways.slice(1);
}

/** What a cart comes to, in the cheapest of the ways. The lines are before the coupon. */
export interface Cheapest {
  readonly lines: readonly WorkingLine[];
  readonly refusedOffers: readonly RefusedOffer[];
  readonly coupon: CouponVerdict | null;
}

/** Of equally cheap ways, the one with everything. */
export function cheapestOf(outcomes: Outcomes, coupon: CouponTerms | null): Cheapest {
  const { request, full } = outcomes;
  const judged = (outcome: Outcome): { outcome: Outcome; used: Judged | null; total: number } => {
    const used = coupon && judgeCoupon(request, coupon, outcome.lines);
    return { outcome, used, total: outcome.lines.reduce((sum, { pieces }) => sum + pieces.total, 0) - (used?.verdict.discount ?? 0) };
  };
  let best = judged(full);
  const guarded = isGuarded(full.lines, best.used);
  const losesCoupon = coupon !== null && coupon.blocked === null && (guarded || costsCoupon(coupon, best.used!.verdict, full.lines));
  if (losesCoupon || guarded || costsCartOffer(full) || reachesPieces(full, request.offers)) {
    for (const other of outcomes.others(losesCoupon).map(judged)) if (other.total < best.total) best = other;
  }
  return { lines: best.outcome.lines, refusedOffers: refusedIn(request, best.outcome, full), coupon: best.used?.verdict ?? null };
}

/**
 * Whether a line is sold at its cost, or would be with the coupon. What an earlier discount takes off it changes nothing for it,
 * but the sum of which a later one is a percentage, and with that whose share of it is rounded up.
 */
const isGuarded = (lines: readonly WorkingLine[], used: Judged | null): boolean =>
  lines.some(({ open, pieces: { runs, guard } }) => open && guard > 0 && runs.some(({ price }) => price <= guard)) || (used?.after.some((line) => line.guarded > 0) ?? false);

const takenFrom = (lines: readonly WorkingLine[]): number => lines.reduce((sum, { startTotal, pieces }) => sum + startTotal - pieces.total, 0);

/** Whether an offer on the cart is refused for an amount that the goods came to before earlier discounts. */
function costsCartOffer({ lines, refusedForCart }: Outcome): boolean {
  const missed = refusedForCart.filter(({ missingAmount, missingPieces }) => missingAmount !== null && missingPieces === null);
  return missed.some(({ missingAmount, seqs }) => {
    const seen = new Set(seqs);
    return missingAmount! <= takenFrom(lines.filter(({ line }) => seen.has(line.seq)));
  });
}

/** What goes by the prices of single pieces may get less of a line whose pieces an earlier discount made alike, though the line costs less. */
const goesByPieces = ({ effect: { kind } }: OfferTerms): boolean => kind !== 'PERCENT_OFF' && kind !== 'AMOUNT_OFF';

function reachesPieces({ lines, refusedForCart }: Outcome, { byCode }: CompiledOffers): boolean {
  const tried = [...lines.flatMap(({ cartOffers }) => cartOffers), ...refusedForCart.filter(({ missingPieces, missingAmount }) => missingPieces === null && missingAmount === null)];
  return tried.some(({ code }) => goesByPieces(byCode.get(code)!));
}

/** The same of the coupon; and one that does not go with offers may be worth more than they. */
function costsCoupon(coupon: CouponTerms, { reason, missingAmount }: CouponVerdict, lines: readonly WorkingLine[]): boolean {
  if (goesByPieces(coupon)) return true;
  const seen = lines.filter((working) => working.open && isInScope(coupon.scope, working.line));
  if (!coupon.withOffers && seen.some(({ catalogOffers, cartOffers }) => catalogOffers.length + cartOffers.length > 0)) return true;
  return reason === 'AMOUNT_MISSING' && missingAmount! <= takenFrom(seen);
}

/** What was left out made way for what is cheaper, unless it had nothing to give anyway. */
function refusedIn(request: QuoteRequest, outcome: Outcome, full: Outcome): RefusedOffer[] {
  const late = outcome.leftOut.lineOffers && !hasChosen(request) ? priceLineOffers(request, workingLines(request.lines), true) : untold;
  const told = [...outcome.refused, ...late.refused, ...outcome.refusedForCart];
  const idle = new Map([...full.refused, ...full.refusedForCart].flatMap(({ code, reason }) => (reason === 'NO_EFFECT' || reason === 'LOSS_GUARD' ? [[code, reason] as const] : [])));
  const dropped = [...late.dropped, ...outcome.dropped].map(({ offer, lines }) => refusedOffer(offer, idle.get(offer.code) ?? 'BETTER_OFFER', lines));
  return [...told, ...dropped, ...(outcome.leftOut.customer ? [customerRefused(full.lines)] : [])];
}

/** The customer's own discount, under the code of their tier. */
function customerRefused(lines: readonly WorkingLine[]): RefusedOffer {
  const touched = lines.filter(isCustomers);
  const code = touched.flatMap(({ steps }) => steps).find(({ kind }) => kind === 'TIER' || kind === 'BIRTHDAY')?.code ?? 'BIRTHDAY';
  return { offer: null, code, reason: 'BETTER_OFFER', missingPieces: null, missingAmount: null, seqs: seqsOf(touched) };
}
