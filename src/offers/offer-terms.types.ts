import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { enumOf } from '../platform/enum-of.ts';
import { Getter } from '../platform/getter.ts';
import { Money } from '../platform/money.types.ts';
import { MutationInput } from '../platform/mutation.types.ts';
import { toPercent } from '../platform/percent.rules.ts';
import { CurrencyCode, DateTime, Decimal } from '../platform/scalars.ts';
import type { OfferEffect as Effect, OfferScope as Scope } from './offer-model.rules.ts';

const OfferEffectKindEnum = enumOf<Effect['kind']>('OfferEffectKind', 'What an offer or coupon does to prices.', {
  PERCENT_OFF: 'A percentage off: each piece of a LINE offer, the sum of a CART offer or coupon.',
  AMOUNT_OFF: 'An amount off: each piece of a LINE offer, the sum of a CART offer or coupon.',
  FIXED_PRICE: 'Each piece at this price; none becomes dearer.',
  EVERY_N: 'A percentage off the pieces of each complete group of `pieces`; where some are left over, the dearest count.',
  NTH_PIECE: 'A percentage off one of every `pieces`, the cheapest of all.',
});

@ObjectType({ simpleResolvers: true, description: 'What an offer or coupon does to prices.' })
export class OfferEffect {
  constructor(readonly effect: Effect, readonly currency: string | null) {}

  @Getter(() => OfferEffectKindEnum, { description: 'Which kind; it says which of the figures it has.' })
  get kind(): Effect['kind'] { return this.effect.kind; }
  @Getter(() => Decimal, { nullable: true, description: 'Per cent, e.g. "20" or "12.5"; null with AMOUNT_OFF and FIXED_PRICE.' })
  get percent(): string | null { return 'bps' in this.effect ? toPercent(this.effect.bps) : null; }
  @Getter(() => Money, { nullable: true, description: 'What comes off with AMOUNT_OFF, the price of a piece with FIXED_PRICE; null otherwise.' })
  get amount(): Money | null {
    if (this.effect.kind === 'AMOUNT_OFF') return new Money(this.effect.amount, this.currency!);
    return this.effect.kind === 'FIXED_PRICE' ? new Money(this.effect.price, this.currency!) : null;
  }
  @Getter(() => Int, { nullable: true, description: 'Size of a group with EVERY_N and NTH_PIECE; null otherwise.' })
  get pieces(): number | null { return 'pieces' in this.effect ? this.effect.pieces : null; }
}

@ObjectType('OfferAttribute', { simpleResolvers: true, description: 'An attribute of products or SKUs that a scope asks for (S0-80).' })
@InputType('OfferAttributeInput', { description: 'An attribute of products or SKUs that a scope asks for (S0-80).' })
export class OfferAttribute {
  @Field(() => String, { description: 'Name, e.g. "Year"; 1 to 64 characters.' })
  name!: string;
  @Field(() => [String], { description: 'Any of these values will do, e.g. "2016"; 1 to 200 of them.' })
  values!: string[];
}

@ObjectType({ simpleResolvers: true, description: 'Which lines an offer or coupon sees: those whose SKU or product is named or that have all the attributes, and that are not excluded.' })
export class OfferScope {
  constructor(readonly scope: Scope) {}

  @Getter(() => Boolean, { description: 'Whether nothing is named, so that everything but what is excluded is in scope (S0-84).' })
  get everything(): boolean { return this.scope.skuCodes.length + this.scope.productCodes.length + this.scope.attributes.length === 0; }
  @Getter(() => [String], { description: 'Codes of SKUs.' })
  get skuCodes(): readonly string[] { return this.scope.skuCodes; }
  @Getter(() => [String], { description: 'Codes of products.' })
  get productCodes(): readonly string[] { return this.scope.productCodes; }
  @Getter(() => [OfferAttribute], { description: 'Attributes, all of which a line must have.' })
  get attributes(): Scope['attributes'] { return this.scope.attributes; }
  @Getter(() => [String], { description: 'Codes of SKUs that are never in scope.' })
  get excludedSkuCodes(): readonly string[] { return this.scope.excludedSkuCodes; }
  @Getter(() => [String], { description: 'Codes of products that are never in scope.' })
  get excludedProductCodes(): readonly string[] { return this.scope.excludedProductCodes; }
}

@InputType({ description: 'What an offer or coupon does to prices.' })
export class OfferEffectInput {
  @Field(() => OfferEffectKindEnum, { description: 'Which kind.' })
  kind!: Effect['kind'];
  @Field(() => Decimal, { nullable: true, description: 'Per cent, above 0 and up to 100, with at most two decimals; for PERCENT_OFF, EVERY_N and NTH_PIECE.' })
  percent?: string | null;
  @Field(() => Decimal, { nullable: true, description: 'In the currency of the terms; for AMOUNT_OFF (above 0) and FIXED_PRICE.' })
  amount?: string | null;
  @Field(() => Int, { nullable: true, description: 'Size of a group, 2 to 1000; for EVERY_N and NTH_PIECE.' })
  pieces?: number | null;
}

@InputType({ description: 'Which lines are seen: those whose SKU or product is named or that have all the attributes, and that are not excluded. With nothing named, every line.' })
export class OfferScopeInput {
  @Field(() => [String], { nullable: true, description: 'Codes of SKUs, at most 1000.' })
  skuCodes?: string[] | null;
  @Field(() => [String], { nullable: true, description: 'Codes of products, at most 1000.' })
  productCodes?: string[] | null;
  @Field(() => [OfferAttribute], { nullable: true, description: 'Attributes, all of which a line must have; at most 10.' })
  attributes?: OfferAttribute[] | null;
  @Field(() => [String], { nullable: true, description: 'Codes of SKUs that are never in scope, at most 1000.' })
  excludedSkuCodes?: string[] | null;
  @Field(() => [String], { nullable: true, description: 'Codes of products that are never in scope, at most 1000.' })
  excludedProductCodes?: string[] | null;
}

@InputType({ description: 'What offers and coupons have in common. All of it is replaced by each saving: what is left out is as its description says.' })
export abstract class OfferTermsInput extends MutationInput {
  @Field(() => String, { nullable: true, description: 'What people are told of it, at most 1000 characters; nothing but its name when left out. Orders keep a copy (S2-272).' })
  description?: string | null;
  @Field(() => OfferEffectInput, { description: 'What it does to prices.' })
  effect!: OfferEffectInput;
  @Field(() => OfferScopeInput, { nullable: true, description: 'Which lines it sees; every line when left out.' })
  scope?: OfferScopeInput | null;
  @Field(() => CurrencyCode, { nullable: true, description: 'Currency of all amounts here; it then holds in this currency only. When left out no amount may be named, and it holds in every currency.' })
  currency?: string | null;
  @Field(() => Int, { nullable: true, description: 'How many pieces in scope the cart must hold, 0 to 1,000,000; none when left out.' })
  minimumPieces?: number | null;
  @Field(() => Decimal, { nullable: true, description: 'What the lines in scope must come to; nothing when left out. A LINE offer counts catalogue prices, a CART offer and a coupon what earlier discounts have left.' })
  minimumAmount?: string | null;
  @Field(() => Decimal, { nullable: true, description: 'The most it takes off one order; no bound when left out.' })
  maximumDiscount?: string | null;
  @Field(() => DateTime, { nullable: true, description: 'From when on it holds; from now on when left out.' })
  startsAt?: string | null;
  @Field(() => DateTime, { nullable: true, description: 'Until when, this instant excluded; for ever when left out.' })
  endsAt?: string | null;
  @Field(() => [ID], { nullable: true, description: 'In which stores it holds, at most 1000; everywhere, also without a store, when left out or empty.' })
  storeIds?: string[] | null;
  @Field(() => [String], { nullable: true, description: 'For customers of which tiers, by code, at most 200; for everybody when left out or empty.' })
  tierCodes?: string[] | null;
  @Field(() => Int, { nullable: true, description: 'By how many orders it can be used in all, counted from when a limit is first set; no limit when left out.' })
  totalLimit?: number | null;
  @Field(() => Int, { nullable: true, description: 'By how many orders of one customer, counted likewise; no limit when left out.' })
  customerLimit?: number | null;
}
