import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { PageInfo } from '../platform/connection.types.ts';
import { enumOf } from '../platform/enum-of.ts';
import { Getter } from '../platform/getter.ts';
import { Money, moneyOrNull } from '../platform/money.types.ts';
import { MutationInput, MutationPayload } from '../platform/mutation.types.ts';
import { Node } from '../platform/node.types.ts';
import { CurrencyCode, DateTime } from '../platform/scalars.ts';
import type { OfferStacking, OfferTarget } from './offer-model.rules.ts';
import { OfferEffect, OfferScope, OfferTermsInput } from './offer-terms.types.ts';
import type { OfferRow } from './offer.tables.ts';

const OfferTargetEnum = enumOf<OfferTarget>('OfferTarget', 'What an offer is about.', {
  LINE: 'The prices of pieces, before the customer’s own discounts (S0 catalog offer).',
  CART: 'What the lines in scope have come to after that (S0 cart offer).',
});
const OfferStackingEnum = enumOf<OfferStacking>('OfferStacking', 'Whether an offer goes with others of its target.', {
  STACKABLE: 'With all other stackable ones, each on what the earlier ones have left; by itself where that is better.',
  EXCLUSIVE: 'Without others of its target, where it is better than they: on a line for LINE, on the cart for CART. What has another target, the tier and a coupon still go with it.',
});

@ObjectType({ implements: Node, simpleResolvers: true, description: 'A rule that makes goods cheaper.' })
export class Offer extends Node {
  constructor(readonly row: OfferRow) {
    super('offer', row.id);
  }

  @Getter(() => String, { description: 'Short unique code.' })
  get code(): string { return this.row.code; }
  @Getter(() => String, { description: 'Name as shoppers see it.' })
  get name(): string { return this.row.name; }
  @Getter(() => String, { nullable: true, description: 'What people are told of it (S2-272); null for its name alone.' })
  get description(): string | null { return this.row.description; }
  @Getter(() => OfferTargetEnum, { description: 'What it is about.' })
  get target(): OfferTarget { return this.row.target; }
  @Getter(() => OfferStackingEnum, { description: 'Whether it goes with others.' })
  get stacking(): OfferStacking { return this.row.stacking; }
  @Getter(() => Int, { description: 'Stackable offers are applied in this order, the smaller first.' })
  get priority(): number { return this.row.priority; }
  @Getter(() => OfferEffect, { description: 'What it does to prices.' })
  get effect(): OfferEffect { return new OfferEffect(this.row.effect, this.row.currency); }
  @Getter(() => OfferScope, { description: 'Which lines it sees.' })
  get scope(): OfferScope { return new OfferScope(this.row.scope); }
  @Getter(() => CurrencyCode, { nullable: true, description: 'The only currency it holds in; null for all.' })
  get currency(): string | null { return this.row.currency; }
  @Getter(() => Int, { description: 'How many pieces in scope the cart must hold; 0 for none (S0-85).' })
  get minimumPieces(): number { return this.row.minimumPieces; }
  @Getter(() => Money, { nullable: true, description: 'What the lines in scope must come to; null for nothing (S0-85).' })
  get minimumAmount(): Money | null { return this.row.minimumAmount === 0 ? null : new Money(this.row.minimumAmount, this.row.currency!); }
  @Getter(() => Money, { nullable: true, description: 'The most it takes off one order; null for no bound.' })
  get maximumDiscount(): Money | null { return moneyOrNull(this.row.maximumDiscount, this.row.currency ?? ''); }
  @Getter(() => DateTime, { nullable: true, description: 'From when on it holds; null for ever since (S0-83).' })
  get startsAt(): string | null { return this.row.startsAt; }
  @Getter(() => DateTime, { nullable: true, description: 'Until when, this instant excluded; null for ever (S0-83).' })
  get endsAt(): string | null { return this.row.endsAt; }
  @Getter(() => [String], { description: 'For customers of these tiers; empty for everybody.' })
  get tierCodes(): readonly string[] { return this.row.tierCodes; }
  @Getter(() => Int, { nullable: true, description: 'By how many orders it can be used in all; null for no limit.' })
  get totalLimit(): number | null { return this.row.totalLimit; }
  @Getter(() => Int, { nullable: true, description: 'By how many orders of one customer; null for no limit.' })
  get customerLimit(): number | null { return this.row.customerLimit; }
  @Getter(() => DateTime, { nullable: true, description: 'Since when it is out of force; null while it is not.' })
  get disabledAt(): string | null { return this.row.disabledAt; }
  @Getter(() => Int, { description: 'Grows by one with every change; pass it as `expectedVersion`.' })
  get version(): number { return this.row.version; }
  @Getter(() => DateTime, { description: 'When it was first saved.' })
  get createdAt(): string { return this.row.createdAt; }
  @Getter(() => DateTime, { description: 'When it was last changed.' })
  get updatedAt(): string { return this.row.updatedAt; }
}

@ObjectType({ simpleResolvers: true, description: 'An offer in a page of offers.' })
export class OfferEdge {
  @Field(() => String, { description: 'Pass it as `after` to go on behind this offer.' })
  cursor!: string;
  @Field(() => Offer, { description: 'The offer.' })
  node!: Offer;
}

@ObjectType({ simpleResolvers: true, description: 'A page of offers.' })
export class OfferConnection {
  @Field(() => [OfferEdge], { description: 'The offers of this page, newest first.' })
  edges!: OfferEdge[];
  @Field(() => PageInfo, { description: 'Where the page lies in the list.' })
  pageInfo!: PageInfo;
}

@ObjectType({ simpleResolvers: true, description: 'An offer that a SKU may get, and the price it would give (S0-41).' })
export class SkuOffer {
  @Field(() => Offer, { description: 'The offer.' })
  offer!: Offer;
  @Field(() => Money, {
    description: 'What one piece comes to with it, its conditions being met, after the stackable offers that go before it and hold as well (S0-42); with EVERY_N and NTH_PIECE, a piece that is reduced. What the customer’s tier, cart offers and coupons do is not in it.',
  })
  salePrice!: Money;
}

@InputType({ description: 'An offer to be made, or brought up to date: it is found by its code, and replaced as a whole.' })
export class OfferSaveInput extends OfferTermsInput {
  @Field(() => String, { description: 'Short unique code, 1 to 64 characters.' })
  code!: string;
  @Field(() => Int, { nullable: true, description: 'Refuse with VERSION_CONFLICT unless the offer is at this version; 0 for an offer that must be new.' })
  expectedVersion?: number | null;
  @Field(() => String, { description: 'Name as shoppers see it, 1 to 200 characters.' })
  name!: string;
  @Field(() => OfferTargetEnum, { description: 'What it is about.' })
  target!: OfferTarget;
  @Field(() => OfferStackingEnum, { nullable: true, description: 'Whether it goes with others; STACKABLE when left out.' })
  stacking?: OfferStacking | null;
  @Field(() => Int, { nullable: true, description: 'Stackable offers are applied in this order, the smaller first, 0 to 1,000,000; 100 when left out.' })
  priority?: number | null;
}

@InputType({ description: 'An offer that is to go out of force.' })
export class OfferDisableInput extends MutationInput {
  @Field(() => ID, { description: 'Which offer.' })
  offerId!: string;
  @Field(() => Int, { nullable: true, description: 'Refuse with VERSION_CONFLICT unless the offer is at this version.' })
  expectedVersion?: number | null;
}

@ObjectType({ simpleResolvers: true, description: 'Answer of `offerSave` and `offerDisable`.' })
export class OfferPayload extends MutationPayload {
  @Field(() => Offer, { nullable: true, description: 'The offer as it now is, also after a refusal; null when there is none.' })
  offer!: Offer | null;
}
