import { ID, Int, ObjectType } from 'type-graphql';
import type { CouponRefusalReason, CouponVerdict as Verdict, OfferRef, OfferRefusalReason, PointsLimitReason, PointsVerdict as Points, PriceStep as Step, QuotedLine as Line, RefusedOffer as Refused, StepKind } from '../offers/quote-model.rules.ts';
import type { Freight } from '../freight/freight.rules.ts';
import { FreightCharge } from '../freight/freight.types.ts';
import { enumOf } from '../platform/enum-of.ts';
import { Getter } from '../platform/getter.ts';
import { toGlobalId } from '../platform/ids.ts';
import { Money, moneyOrNull } from '../platform/money.types.ts';
import { CurrencyCode } from '../platform/scalars.ts';
import { couponRefusalReasons, offerRefusalReasons, pointsLimitReasons, stepKinds } from './quote-words.ts';
import { mainLines, namesOf, partsOf, type LineName, type ShownQuote } from './shown-quote.ts';
import type { SaleLine } from './sale.rules.ts';

export const PriceStepKindEnum = enumOf<StepKind>('PriceStepKind', 'What a step from the list price to the sale price is.', stepKinds);
const OfferRefusalEnum = enumOf<OfferRefusalReason>('OfferRefusalReason', 'Why an offer did not apply.', offerRefusalReasons);
const CouponRefusalEnum = enumOf<CouponRefusalReason>('CouponRefusalReason', 'Why a coupon does not apply.', couponRefusalReasons);
const PointsLimitEnum = enumOf<PointsLimitReason>('PointsLimitReason', 'Why no more points can be spent.', pointsLimitReasons);

@ObjectType({ simpleResolvers: true, description: 'An offer that was applied, as it was then (S0-60, S0-73).' })
export class AppliedOffer {
  constructor(readonly offer: OfferRef) {}

  @Getter(() => ID, { description: 'Id of the offer.' })
  get id(): string { return toGlobalId('offer', this.offer.id); }
  @Getter(() => String, { description: 'Its code.' })
  get code(): string { return this.offer.code; }
  @Getter(() => String, { description: 'Its name.' })
  get name(): string { return this.offer.name; }
  @Getter(() => String, { nullable: true, description: 'What people were told of it (S2-272); null for its name alone.' })
  get description(): string | null { return this.offer.description ?? null; }
}

export const appliedOrNull = (offer: OfferRef | null): AppliedOffer | null => offer && new AppliedOffer(offer);
export const allApplied = (offers: readonly OfferRef[]): AppliedOffer[] => offers.map((offer) => new AppliedOffer(offer));

@ObjectType({ simpleResolvers: true, description: 'A step on the way from a line’s list price to its sale price; together they explain the difference to the cent.' })
export class PriceStep {
  constructor(readonly step: Step, readonly currency: string) {}

  @Getter(() => PriceStepKindEnum, { description: 'What it is.' })
  get kind(): StepKind { return this.step.kind; }
  @Getter(() => String, { nullable: true, description: 'Code of the offer, coupon or tier; null where there is none.' })
  get code(): string | null { return this.step.code; }
  @Getter(() => String, { description: 'Name of it for people; with MANUAL the reason that was given.' })
  get name(): string { return this.step.name; }
  @Getter(() => Money, { description: 'What it takes off the line; below zero for LOSS_GUARD alone.' })
  get amount(): Money { return new Money(this.step.amount, this.currency); }
  @Getter(() => Money, { description: 'What the line comes to after it.' })
  get after(): Money { return new Money(this.step.after, this.currency); }
}

@ObjectType({ simpleResolvers: true, description: 'Names a line: by its number in its cart, or by its place among the lines that were sent, from 1.' })
export class LineReference {
  constructor(readonly name: LineName) {}

  @Getter(() => ID, { nullable: true, description: 'The cart it stands in; null for lines that were sent.' })
  get cartId(): string | null { return this.name.cartId && toGlobalId('cart', this.name.cartId); }
  @Getter(() => Int, { description: 'Its number there.' })
  get seq(): number { return this.name.seq; }
}

@ObjectType({ simpleResolvers: true, description: 'An offer that might have touched lines and did not, and why. It may have been applied to other lines.' })
export class RefusedOffer {
  constructor(readonly refused: Refused, readonly shown: ShownQuote) {}

  @Getter(() => String, { description: 'Code of the offer, or of the tier.' })
  get code(): string { return this.refused.code; }
  @Getter(() => AppliedOffer, { nullable: true, description: 'The offer; null for a code chosen by hand that no live offer has, and for the discount of the customer’s tier or birthday, which stands under the code of the tier.' })
  get offer(): AppliedOffer | null { return appliedOrNull(this.refused.offer); }
  @Getter(() => OfferRefusalEnum, { description: 'Why.' })
  get reason(): OfferRefusalReason { return this.refused.reason; }
  @Getter(() => Int, { nullable: true, description: 'How many pieces more it needs; null where pieces are not what is missing.' })
  get missingPieces(): number | null { return this.refused.missingPieces; }
  @Getter(() => Money, { nullable: true, description: 'For how much more it needs goods; null where the amount is not what is missing.' })
  get missingAmount(): Money | null { return moneyOrNull(this.refused.missingAmount, this.shown.priced.quote.currency); }
  @Getter(() => [LineReference], { description: 'The lines in question.' })
  get lines(): LineReference[] { return namesOf(this.shown, this.refused.seqs).map((name) => new LineReference(name)); }
}

@ObjectType({ simpleResolvers: true, description: 'What a coupon would do to a cart, or why it does nothing (S2-174).' })
export class CouponVerdict {
  constructor(readonly verdict: Verdict, readonly currency: string) {}

  @Getter(() => String, { description: 'Its code; pass it as `couponCode`.' })
  get code(): string { return this.verdict.code; }
  @Getter(() => String, { description: 'Its name.' })
  get name(): string { return this.verdict.name; }
  @Getter(() => Boolean, { description: 'Whether it applies.' })
  get applies(): boolean { return this.verdict.applies; }
  @Getter(() => Money, { description: 'What it takes off in all; nothing when it does not apply.' })
  get discount(): Money { return new Money(this.verdict.discount, this.currency); }
  @Getter(() => CouponRefusalEnum, { nullable: true, description: 'Why it does not apply; null when it does.' })
  get reason(): CouponRefusalReason | null { return this.verdict.reason; }
  @Getter(() => Int, { nullable: true, description: 'How many pieces more it needs.' })
  get missingPieces(): number | null { return this.verdict.missingPieces; }
  @Getter(() => Money, { nullable: true, description: 'For how much more it needs goods.' })
  get missingAmount(): Money | null { return moneyOrNull(this.verdict.missingAmount, this.currency); }
}

@ObjectType({ simpleResolvers: true, description: 'What points can pay of an order now, and why not more (S0-57).' })
export class PointsVerdict {
  constructor(readonly verdict: Points, readonly currency: string) {}

  @Getter(() => Int, { description: 'Points that the customer has.' })
  get balance(): number { return this.verdict.balance; }
  @Getter(() => Int, { description: 'The fewest that can be spent at a time.' })
  get minimum(): number { return this.verdict.minimum; }
  @Getter(() => Int, { description: 'The most that can be spent on this order now (S0 `mileage.available`).' })
  get usable(): number { return this.verdict.usable; }
  @Getter(() => Money, { description: 'What those are worth.' })
  get usableAmount(): Money { return new Money(this.verdict.usableAmount, this.currency); }
  @Getter(() => PointsLimitEnum, { description: 'Why not more.' })
  get reason(): PointsLimitReason { return this.verdict.reason; }
  @Getter(() => Int, { description: 'Up to how many were wanted.' })
  get wanted(): number { return this.verdict.wanted; }
  @Getter(() => Int, { description: 'How many are spent (S0 `mileage.use`).' })
  get used(): number { return this.verdict.used; }
  @Getter(() => Money, { description: 'What those pay.' })
  get usedAmount(): Money { return new Money(this.verdict.usedAmount, this.currency); }
}

@ObjectType({ simpleResolvers: true, description: 'What sending the goods costs, by price list.' })
export class QuotedFreight {
  constructor(readonly freight: Freight, readonly shown: ShownQuote) {}

  @Getter(() => Boolean, { description: 'Whether all of it can be sent there; an order that cannot be sent is refused with NOT_DELIVERABLE.' })
  get deliverable(): boolean { return this.freight.undeliverable.length === 0; }
  @Getter(() => [LineReference], { description: 'The lines that cannot be sent there.' })
  get undeliverable(): LineReference[] { return namesOf(this.shown, this.freight.undeliverable).map((name) => new LineReference(name)); }
  @Getter(() => [FreightCharge], { description: 'What each template charges. Goods of no template are sent without a charge.' })
  get charges(): FreightCharge[] {
    return this.freight.charges.map((charge) => new FreightCharge({ ...charge, seqs: namesOf(this.shown, charge.seqs).map(({ seq }) => seq) }, this.shown.priced.quote.currency));
  }
}

@ObjectType({ simpleResolvers: true, description: 'What belongs to a bundle, and costs nothing by itself (S1-68).' })
export class BundlePart {
  constructor(readonly line: SaleLine) {}

  @Getter(() => String, { description: 'Code of the SKU.' })
  get skuCode(): string { return this.line.sku.skuCode; }
  @Getter(() => String, { description: 'Name of the product.' })
  get name(): string { return this.line.sku.name; }
  @Getter(() => Int, { description: 'Pieces, in all bundles of the line.' })
  get quantity(): number { return this.line.quantity; }
}

@ObjectType({ simpleResolvers: true, description: 'A line with its price, explained.' })
export class QuotedLine {
  constructor(readonly line: SaleLine, readonly quoted: Line, readonly shown: ShownQuote) {}

  get #currency(): string { return this.shown.priced.quote.currency; }
  #money(minor: number): Money { return new Money(minor, this.#currency); }

  @Getter(() => LineReference, { description: 'Which line.' })
  get of(): LineReference { return new LineReference(this.shown.names[this.line.from]!); }
  @Getter(() => String, { description: 'Code of the SKU.' })
  get skuCode(): string { return this.line.sku.skuCode; }
  @Getter(() => String, { description: 'Name of the product.' })
  get name(): string { return this.line.sku.name; }
  @Getter(() => String, { nullable: true, description: 'What sets the SKU apart, e.g. "red, XL".' })
  get specification(): string | null { return this.line.sku.specification; }
  @Getter(() => Int, { description: 'Pieces.' })
  get quantity(): number { return this.quoted.quantity; }
  @Getter(() => Money, { description: 'Price of a piece before any discount (S0-78).' })
  get listPrice(): Money { return this.#money(this.quoted.listTotal / this.quoted.quantity); }
  @Getter(() => Money, { description: 'What a piece comes to: saleTotal / quantity, rounded half up (S0 `unitSalePrice`).' })
  get salePrice(): Money { return this.#money(this.quoted.unitSalePrice); }
  @Getter(() => Money, { description: 'listPrice × quantity (S0-34).' })
  get listTotal(): Money { return this.#money(this.quoted.listTotal); }
  @Getter(() => Money, { description: 'listTotal − saleTotal.' })
  get discountTotal(): Money { return this.#money(this.quoted.discountTotal); }
  @Getter(() => Money, { description: 'What the line comes to after all discounts.' })
  get saleTotal(): Money { return this.#money(this.quoted.saleTotal); }
  @Getter(() => [PriceStep], { description: 'Every step from listTotal to saleTotal, in order.' })
  get steps(): PriceStep[] { return this.quoted.steps.map((step) => new PriceStep(step, this.#currency)); }
  @Getter(() => AppliedOffer, { nullable: true, description: 'The offer that gave the line its price (S0-73); null where none did.' })
  get catalogOffer(): AppliedOffer | null { return appliedOrNull(this.quoted.catalogOffer); }
  @Getter(() => [AppliedOffer], { description: 'All offers on the line that were applied, in that order.' })
  get catalogOffers(): AppliedOffer[] { return allApplied(this.quoted.catalogOffers); }
  @Getter(() => [AppliedOffer], { description: 'Offers on the whole cart of which the line has a share (S0-74).' })
  get cartOffers(): AppliedOffer[] { return allApplied(this.quoted.cartOffers); }
  @Getter(() => Int, { description: 'Points that pay for it.' })
  get pointsUsed(): number { return this.quoted.pointsUsed; }
  @Getter(() => Money, { description: 'What those points pay of it.' })
  get pointsShare(): Money { return this.#money(this.quoted.pointsShare); }
  @Getter(() => Money, { description: 'Its share of the freight.' })
  get freightShare(): Money { return this.#money(this.quoted.freightShare); }
  @Getter(() => [BundlePart], { description: 'What it consists of, if it is a bundle; else empty.' })
  get parts(): BundlePart[] { return partsOf(this.shown, this.line).map((part) => new BundlePart(part)); }
}

@ObjectType({ simpleResolvers: true, description: 'What something costs now, and why. An order placed from it has the same numbers, or is refused with PRICE_CHANGED where `expectedTotal` says what was seen.' })
export class Quote {
  constructor(readonly shown: ShownQuote) {}

  get #quote() { return this.shown.priced.quote; }
  #money(minor: number): Money { return new Money(minor, this.#quote.currency); }

  @Getter(() => CurrencyCode, { description: 'Currency of all its amounts.' })
  get currency(): string { return this.#quote.currency; }
  @Getter(() => [QuotedLine], { description: 'The lines, in their order; those that are not for sale are left out.' })
  get lines(): QuotedLine[] { return mainLines(this.shown).map((line) => new QuotedLine(line, this.#quote.lines[line.seq - 1]!, this.shown)); }
  @Getter(() => [String], { description: 'Codes of SKUs that are not for sale any more; an order with them is refused (S3-38).' })
  get unavailable(): readonly string[] { return this.shown.priced.unavailable; }
  @Getter(() => Int, { description: 'Sum of the lines’ pieces.' })
  get pieces(): number { return mainLines(this.shown).reduce((sum, { quantity }) => sum + quantity, 0); }
  @Getter(() => Money, { description: 'Sum of the lines at list price (S0-35).' })
  get listTotal(): Money { return this.#money(this.#quote.listTotal); }
  @Getter(() => Money, { description: 'Sum of the lines’ discounts (S0-35).' })
  get discountTotal(): Money { return this.#money(this.#quote.discountTotal); }
  @Getter(() => Money, { description: 'What the goods come to: listTotal − discountTotal.' })
  get saleTotal(): Money { return this.#money(this.#quote.saleTotal); }
  @Getter(() => Int, { description: 'Points that are spent.' })
  get pointsUsed(): number { return this.#quote.pointsUsed; }
  @Getter(() => Money, { description: 'What those points pay.' })
  get pointsTotal(): Money { return this.#money(this.#quote.pointsTotal); }
  @Getter(() => Money, { description: 'Freight; nothing while nobody knows where the goods go.' })
  get freightTotal(): Money { return this.#money(this.#quote.freightTotal); }
  @Getter(() => Money, { description: 'What is to be paid with money: saleTotal − pointsTotal + freightTotal. Pass its amount as `expectedTotal`.' })
  get total(): Money { return this.#money(this.#quote.total); }
  @Getter(() => [AppliedOffer], { description: 'Offers on lines that were applied, each once (S0-60).' })
  get catalogOffers(): AppliedOffer[] { return allApplied(this.#quote.catalogOffers); }
  @Getter(() => [AppliedOffer], { description: 'Offers on the whole that were applied (S0-61).' })
  get cartOffers(): AppliedOffer[] { return allApplied(this.#quote.cartOffers); }
  @Getter(() => [RefusedOffer], { description: 'Offers that might have applied and did not, with the reason and what is missing.' })
  get refusedOffers(): RefusedOffer[] { return this.#quote.refusedOffers.map((refused) => new RefusedOffer(refused, this.shown)); }
  @Getter(() => CouponVerdict, { nullable: true, description: 'What becomes of the coupon that was named; null when none was.' })
  get coupon(): CouponVerdict | null { return this.#quote.coupon && new CouponVerdict(this.#quote.coupon, this.#quote.currency); }
  @Getter(() => PointsVerdict, { nullable: true, description: 'What points can pay now; null for customers who collect none.' })
  get points(): PointsVerdict | null { return this.#quote.points && new PointsVerdict(this.#quote.points, this.#quote.currency); }
  @Getter(() => QuotedFreight, { nullable: true, description: 'How the freight comes about; null while nobody has said where the goods go.' })
  get freight(): QuotedFreight | null { return this.#quote.freight && new QuotedFreight(this.#quote.freight, this.shown); }
  @Getter(() => Int, { description: 'Points that the customer earns when such an order is done (S4-130).' })
  get pointsToEarn(): number { return this.shown.priced.pointsToEarn; }
}
