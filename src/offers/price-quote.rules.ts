/** The price of a cart, and why: the one engine behind quotes, carts and orders. Pure; a client never sends a price or a discount. */
import { freightOf } from '../freight/freight.rules.ts';
import { shareOut } from '../platform/shares.rules.ts';
import { distinctOffers } from './cart-offers.rules.ts';
import { priceCoupon } from './coupon.rules.ts';
import { perPiece } from './percent.rules.ts';
import { judgePoints } from './points.rules.ts';
import { cheapestOf, outcomesOf } from './price-outcomes.rules.ts';
import type { CouponTerms, CouponVerdict, FreightVerdict, PointsVerdict, Quote, QuotedLine, QuoteRequest, RefusedOffer } from './quote-model.rules.ts';
import type { WorkingLine } from './working-line.rules.ts';

/**
 * Catalogue or manual price, line offers, tier and birthday, cart offers, coupon; then points and freight. Where an earlier
 * discount costs an offer or the coupon its condition, what is cheaper is kept: see `cheapestOf`.
 */
export function priceQuote(request: QuoteRequest): Quote {
  const { lines, refusedOffers } = cheapestOf(outcomesOf(request), request.coupon);
  const coupon = priceCoupon(request, request.coupon, lines);
  const saleTotal = sumOf(lines, ({ pieces }) => pieces.total);
  const points = judgePoints(request, saleTotal);
  const freight = request.freight?.region ? freightFor(request.freight.templates, request.freight.region, lines, request.currency) : null;
  return assemble(request, lines, { refusedOffers, coupon, points, freight });
}

/** What each of several coupons would give for the same cart, of which at most one can be used. */
export function judgeCoupons(request: QuoteRequest, coupons: readonly CouponTerms[]): CouponVerdict[] {
  const outcomes = outcomesOf(request);
  return coupons.map((coupon) => cheapestOf(outcomes, coupon).coupon!);
}

const freightFor = (templates: Parameters<typeof freightOf>[0], region: Parameters<typeof freightOf>[1], lines: readonly WorkingLine[], currency: string): FreightVerdict =>
  freightOf(templates, region, lines.map(({ line: { seq, quantity, weightGrams, freightTemplateId }, pieces }) => ({ seq, quantity, weightGrams, freightTemplateId, saleTotal: pieces.total })), currency);

const sumOf = <T>(items: readonly T[], of: (item: T) => number): number => items.reduce((sum, item) => sum + of(item), 0);

interface Verdicts {
  readonly refusedOffers: readonly RefusedOffer[];
  readonly coupon: CouponVerdict | null;
  readonly points: PointsVerdict | null;
  readonly freight: FreightVerdict | null;
}

function assemble(request: QuoteRequest, lines: readonly WorkingLine[], verdicts: Verdicts): Quote {
  const pointsShares = shareOut(verdicts.points?.usedAmount ?? 0, lines.map(({ pieces }) => pieces.total));
  const pointsUsed = shareOut(verdicts.points?.used ?? 0, pointsShares);
  const freightBySeq = new Map((verdicts.freight?.shares ?? []).map(({ seq, amount }) => [seq, amount]));
  const bySeq = new Map(lines.map((working, index) => [working.line.seq, quotedLine(working, pointsShares[index]!, pointsUsed[index]!, freightBySeq.get(working.line.seq) ?? 0)]));
  const quoted = request.lines.map(({ seq }) => bySeq.get(seq)!);
  const rankOf = (code: string): number => request.offers.byCode.get(code)!.rank;
  const [saleTotal, pointsTotal, freightTotal] = [sumOf(quoted, (line) => line.saleTotal), sumOf(quoted, ({ pointsShare }) => pointsShare), sumOf(quoted, ({ freightShare }) => freightShare)];
  return {
    currency: request.currency, lines: quoted, listTotal: sumOf(quoted, ({ listTotal }) => listTotal), discountTotal: sumOf(quoted, ({ discountTotal }) => discountTotal), saleTotal,
    pointsUsed: sumOf(quoted, (line) => line.pointsUsed), pointsTotal, freightTotal, total: saleTotal - pointsTotal + freightTotal,
    catalogOffers: distinctOffers(quoted.map(({ catalogOffers }) => catalogOffers), rankOf), cartOffers: distinctOffers(quoted.map(({ cartOffers }) => cartOffers), rankOf), ...verdicts,
  };
}

function quotedLine({ line, listTotal, pieces, steps, catalogOffers, cartOffers }: WorkingLine, pointsShare: number, pointsUsed: number, freightShare: number): QuotedLine {
  return {
    seq: line.seq, quantity: line.quantity, listTotal, saleTotal: pieces.total, discountTotal: listTotal - pieces.total, unitSalePrice: perPiece(pieces.total, line.quantity),
    steps, catalogOffer: catalogOffers.at(-1) ?? null, catalogOffers, cartOffers, pointsShare, pointsUsed, freightShare,
  };
}
