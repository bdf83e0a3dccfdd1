/** Decides what becomes of an order whose client chose an offer or points that cannot be had as chosen: money never stands in for them unasked. */
import type { ShownQuote } from '../../carts/shown-quote.ts';
import type { OfferRefusalReason, PointsLimitReason, PointsVerdict, Quote, RefusedOffer } from '../../offers/quote-model.rules.ts';
import { toDecimal } from '../../platform/money.ts';
import { refusal, type Refusal } from '../../platform/refusals.ts';

const pointsReasons: Readonly<Record<PointsLimitReason, string>> = {
  NOT_ALLOWED: 'the customer’s tier does not spend points', BALANCE: 'the customer holds no more', MAXIMUM_SHARE: 'points pay no greater share of the goods',
  BELOW_MINIMUM: 'fewer than the minimum cannot be spent at a time', ALL_PAID: 'points go by whole minor units',
};

function whyFewer({ reason, minimum, wanted, usable }: PointsVerdict): string {
  if (reason === 'NOT_ALLOWED') return pointsReasons.NOT_ALLOWED;
  if (reason === 'BELOW_MINIMUM' || wanted < minimum) return `fewer than ${minimum} cannot be spent at a time`;
  return wanted <= usable ? pointsReasons.ALL_PAID : pointsReasons[reason];
}

const wayOut = (most: number): string => (most > 0 ? `Order with pointsWanted: ${most}, or with the expectedTotal of a quote.` : 'Leave the points out.');

/** Why fewer points would be spent than the client has named; none where they pay all of the goods anyway. */
export function pointsRefusals({ points, saleTotal, pointsTotal }: Quote, named: number | null): Refusal[] {
  if (named === null || named === 0 || (points && (points.used >= named || pointsTotal === saleTotal))) return [];
  if (!points) return [refusal('POINTS_NOT_APPLICABLE', `None of ${named} points can be spent: the customer is not known, or collects none. Leave the points out.`, ['pointsWanted'])];
  const code = points.reason === 'BALANCE' && named > points.balance ? 'INSUFFICIENT_POINTS' : 'POINTS_NOT_APPLICABLE';
  const most = points.used > 0 ? points.used : points.usable;
  return [refusal(code, `Of ${named} points ${points.used} can be spent here: ${whyFewer(points)}. ${wayOut(most)}`, ['pointsWanted'])];
}

const offerReasons: Readonly<Record<OfferRefusalReason, string>> = {
  PIECES_MISSING: 'it needs more pieces', AMOUNT_MISSING: 'it needs goods for more money', TIER_MISSING: 'it is for customers of another tier',
  CUSTOMER_UNKNOWN: 'it counts uses by customer, and nobody knows whose order this is', BETTER_OFFER: 'another offer, which it does not go with, makes it cheaper',
  CHOSEN_BY_HAND: 'another offer was chosen', NO_EFFECT: 'there is nothing left for it to take off', LOSS_GUARD: 'the goods are at cost already', USED_UP: 'all its uses are taken',
  USED_BY_CUSTOMER: 'the customer has used it as often as they may', NOT_LIVE: 'there is no such offer, or it is not in force', NOT_FOR_THIS: 'it is for other goods, or another store or currency',
};

function missing({ missingPieces, missingAmount }: RefusedOffer, currency: string): string {
  if (missingPieces !== null) return ` (${missingPieces} more)`;
  return missingAmount === null ? '' : ` (for ${toDecimal(missingAmount, currency)} ${currency} more)`;
}

/** Why a line did not get an offer; null where the offer applied to others, towards which the line's pieces may have counted. */
function whyNot({ refusedOffers, catalogOffers, currency }: Quote, code: string, seq: number): string | null {
  const refused = refusedOffers.filter((one) => one.code === code && one.seqs.includes(seq));
  const said = refused.find(({ reason }) => reason !== 'CHOSEN_BY_HAND') ?? refused[0];
  if (said && said.reason !== 'NO_EFFECT') return `${offerReasons[said.reason]}${missing(said, currency)}`;
  return catalogOffers.some((offer) => offer.code === code) ? null : offerReasons.NO_EFFECT;
}

const mostNamed = 20;

/** Why lines cannot have the offer that was chosen for them by hand (S0-71). A price set by hand stands whatever is chosen. */
export function chosenOfferRefusals({ priced: { lines, quote }, names }: ShownQuote, pathOf: (index: number) => readonly string[]): Refusal[] {
  return lines.flatMap(({ seq, from, offerChoice, manualPrice }, index) => {
    if (offerChoice.kind !== 'ONLY' || manualPrice !== null || quote.lines[index]!.catalogOffers.length > 0) return [];
    const { offerCode } = offerChoice;
    const reason = whyNot(quote, offerCode, seq);
    return reason === null ? [] : [refusal('OFFER_NOT_APPLICABLE', `The offer ${offerCode}, chosen by hand for line ${names[from]!.seq}, does not apply: ${reason}. Choose another, NONE or AUTO for the line (cartChangeLine), and order again.`, pathOf(from))];
  }).slice(0, mostNamed);
}
