import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { PageInfo } from '../platform/connection.types.ts';
import { enumOf } from '../platform/enum-of.ts';
import { Getter } from '../platform/getter.ts';
import { toGlobalId } from '../platform/ids.ts';
import { Money, moneyOrNull } from '../platform/money.types.ts';
import { MutationInput, MutationPayload } from '../platform/mutation.types.ts';
import { Node } from '../platform/node.types.ts';
import { CurrencyCode, DateTime } from '../platform/scalars.ts';
import { couponDistributions, couponSources, couponStates, type CouponDistribution, type CouponSource } from './coupon-kinds.ts';
import type { CouponWithUse } from './coupon.queries.ts';
import type { CouponDefinitionRow } from './coupon.tables.ts';
import { OfferEffect, OfferScope, OfferTermsInput } from './offer-terms.types.ts';

export const CouponDistributionEnum = enumOf('CouponDistribution', 'How coupons of a definition come to people.', couponDistributions);
const CouponSourceEnum = enumOf('CouponSource', 'How somebody came by a coupon.', couponSources);
export const CouponStateEnum = enumOf('CouponState', 'Whether a coupon can be used.', couponStates);

@ObjectType({ implements: Node, simpleResolvers: true, description: 'What coupons are made after: a cart offer that somebody must hold, or name. An order takes one coupon, after all offers.' })
export class CouponDefinition extends Node {
  constructor(readonly row: CouponDefinitionRow) {
    super('coupon_definition', row.id);
  }

  @Getter(() => String, { description: 'Unique code, in capitals; what can be named or claimed, where `distribution` lets it.' })
  get code(): string { return this.row.code; }
  @Getter(() => String, { description: 'Name as shoppers see it (S0-55).' })
  get name(): string { return this.row.name; }
  @Getter(() => String, { nullable: true, description: 'What people are told of it (S0-55 `desc`); null for its name alone.' })
  get description(): string | null { return this.row.description; }
  @Getter(() => CouponDistributionEnum, { description: 'How such coupons come to people.' })
  get distribution(): CouponDistribution { return this.row.distribution; }
  @Getter(() => OfferEffect, { description: 'What it does to prices, as a CART offer does.' })
  get effect(): OfferEffect { return new OfferEffect(this.row.effect, this.row.currency); }
  @Getter(() => OfferScope, { description: 'Which lines it sees.' })
  get scope(): OfferScope { return new OfferScope(this.row.scope); }
  @Getter(() => Boolean, { description: 'Whether it sees lines that an offer has made cheaper already.' })
  get withOffers(): boolean { return this.row.withOffers; }
  @Getter(() => CurrencyCode, { nullable: true, description: 'The only currency it holds in; null for all.' })
  get currency(): string | null { return this.row.currency; }
  @Getter(() => Int, { description: 'How many pieces in scope the order must hold; 0 for none.' })
  get minimumPieces(): number { return this.row.minimumPieces; }
  @Getter(() => Money, { nullable: true, description: 'What the lines in scope must come to; null for nothing.' })
  get minimumAmount(): Money | null { return this.row.minimumAmount === 0 ? null : new Money(this.row.minimumAmount, this.row.currency!); }
  @Getter(() => Money, { nullable: true, description: 'The most it takes off; null for no bound.' })
  get maximumDiscount(): Money | null { return moneyOrNull(this.row.maximumDiscount, this.row.currency ?? ''); }
  @Getter(() => DateTime, { nullable: true, description: 'From when on it holds; null for ever since.' })
  get startsAt(): string | null { return this.row.startsAt; }
  @Getter(() => DateTime, { nullable: true, description: 'Until when, this instant excluded; null for ever.' })
  get endsAt(): string | null { return this.row.endsAt; }
  @Getter(() => [ID], { description: 'In these stores only; empty for everywhere.' })
  get storeIds(): string[] { return this.row.storeIds.map((id) => toGlobalId('store', id)); }
  @Getter(() => [String], { description: 'For customers of these tiers; empty for everybody.' })
  get tierCodes(): readonly string[] { return this.row.tierCodes; }
  @Getter(() => Int, { nullable: true, description: 'By how many orders they can be used in all; null for no limit.' })
  get totalLimit(): number | null { return this.row.totalLimit; }
  @Getter(() => Int, { nullable: true, description: 'By how many orders of one customer, and how many they can claim; null for no limit of uses and one to claim.' })
  get customerLimit(): number | null { return this.row.customerLimit; }
  @Getter(() => Boolean, { description: 'Whether sharing a finished order gives one (S2-17).' })
  get givenForSharing(): boolean { return this.row.givenForSharing; }
  @Getter(() => Int, { nullable: true, description: 'For how many days a coupon is good once somebody has it; null for as long as this.' })
  get validDays(): number | null { return this.row.validDays; }
  @Getter(() => DateTime, { nullable: true, description: 'Since when it is out of force; null while it is not.' })
  get disabledAt(): string | null { return this.row.disabledAt; }
  @Getter(() => Int, { description: 'Grows by one with every change; pass it as `expectedVersion`.' })
  get version(): number { return this.row.version; }
  @Getter(() => DateTime, { description: 'When it was first saved.' })
  get createdAt(): string { return this.row.createdAt; }
  @Getter(() => DateTime, { description: 'When it was last changed.' })
  get updatedAt(): string { return this.row.updatedAt; }
}

@ObjectType({ implements: Node, simpleResolvers: true, description: 'A coupon in a customer’s hand, good for one order.' })
export class Coupon extends Node {
  constructor(readonly row: CouponWithUse) {
    super('coupon', row.id);
  }

  @Getter(() => String, { description: 'Its own unique code, to be named when ordering (S0-54).' })
  get code(): string { return this.row.code; }
  @Getter(() => CouponSourceEnum, { description: 'How its holder came by it.' })
  get source(): CouponSource { return this.row.source; }
  @Getter(() => DateTime, { description: 'Since when they have it.' })
  get issuedAt(): string { return this.row.issuedAt; }
  @Getter(() => DateTime, { nullable: true, description: 'When an order used it; null while none has.' })
  get usedAt(): string | null { return this.row.usedAt; }
  @Getter(() => ID, { nullable: true, description: 'Id of the order that used it; null while none has.' })
  get usedByOrderId(): string | null { return this.row.usedByOrderId === null ? null : toGlobalId('order', this.row.usedByOrderId); }
}

@ObjectType({ simpleResolvers: true, description: 'A coupon in a page of coupons.' })
export class CouponEdge {
  @Field(() => String, { description: 'Pass it as `after` to go on behind this coupon.' })
  cursor!: string;
  @Field(() => Coupon, { description: 'The coupon.' })
  node!: Coupon;
}

@ObjectType({ simpleResolvers: true, description: 'A page of coupons.' })
export class CouponConnection {
  @Field(() => [CouponEdge], { description: 'The coupons of this page, newest first.' })
  edges!: CouponEdge[];
  @Field(() => PageInfo, { description: 'Where the page lies in the list.' })
  pageInfo!: PageInfo;
}

@ObjectType({ simpleResolvers: true, description: 'A definition in a page of coupon definitions.' })
export class CouponDefinitionEdge {
  @Field(() => String, { description: 'Pass it as `after` to go on behind this definition.' })
  cursor!: string;
  @Field(() => CouponDefinition, { description: 'The definition.' })
  node!: CouponDefinition;
}

@ObjectType({ simpleResolvers: true, description: 'A page of coupon definitions.' })
export class CouponDefinitionConnection {
  @Field(() => [CouponDefinitionEdge], { description: 'The definitions of this page, newest first.' })
  edges!: CouponDefinitionEdge[];
  @Field(() => PageInfo, { description: 'Where the page lies in the list.' })
  pageInfo!: PageInfo;
}

@InputType({ description: 'What coupons are to be made after: it is found by its code, and replaced as a whole.' })
export class CouponSaveInput extends OfferTermsInput {
  @Field(() => String, { description: 'Unique code, 1 to 64 characters; small letters count as capitals.' })
  code!: string;
  @Field(() => Int, { nullable: true, description: 'Refuse with VERSION_CONFLICT unless the definition is at this version; 0 for one that must be new.' })
  expectedVersion?: number | null;
  @Field(() => String, { description: 'Name as shoppers see it, 1 to 200 characters.' })
  name!: string;
  @Field(() => CouponDistributionEnum, { description: 'How such coupons come to people.' })
  distribution!: CouponDistribution;
  @Field(() => Boolean, { nullable: true, description: 'Whether it sees lines that an offer has made cheaper already; true when left out.' })
  withOffers?: boolean | null;
  @Field(() => Boolean, { nullable: true, description: 'Whether sharing a finished order gives one; false when left out. Of several, the newest is given.' })
  givenForSharing?: boolean | null;
  @Field(() => Int, { nullable: true, description: 'For how many days a coupon is good once somebody has it, 1 to 3660; as long as this when left out.' })
  validDays?: number | null;
}

@InputType({ description: 'Coupons that are to go out of force.' })
export class CouponDisableInput extends MutationInput {
  @Field(() => ID, { description: 'Which definition.' })
  definitionId!: string;
  @Field(() => Int, { nullable: true, description: 'Refuse with VERSION_CONFLICT unless the definition is at this version.' })
  expectedVersion?: number | null;
}

@InputType({ description: 'Who is to get a coupon.' })
export class CouponIssueInput extends MutationInput {
  @Field(() => String, { description: 'Code of the definition.' })
  code!: string;
  @Field(() => [String], { description: 'Subjects (`sub`) of the customers’ tokens, 1 to 500; each gets one coupon.' })
  subjects!: string[];
}

@InputType({ description: 'A code that a shopper has come by.' })
export class CouponClaimInput extends MutationInput {
  @Field(() => String, { description: 'Code of a definition, or of an order that a friend has shared; small letters count as capitals.' })
  code!: string;
}

@ObjectType({ simpleResolvers: true, description: 'Answer of `couponSave` and `couponDisable`.' })
export class CouponDefinitionPayload extends MutationPayload {
  @Field(() => CouponDefinition, { nullable: true, description: 'The definition as it now is, also after a refusal; null when there is none.' })
  definition!: CouponDefinition | null;
}

@ObjectType({ simpleResolvers: true, description: 'Answer of `couponIssue`.' })
export class CouponIssuePayload extends MutationPayload {
  @Field(() => [ID], { description: 'Ids of the coupons, in the order of the input; empty when refused.' })
  couponIds!: string[];
}

@ObjectType({ simpleResolvers: true, description: 'Answer of `couponClaim`.' })
export class CouponClaimPayload extends MutationPayload {
  @Field(() => Coupon, { nullable: true, description: 'The coupon; null when refused.' })
  coupon!: Coupon | null;
}
