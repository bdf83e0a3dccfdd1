import { Field, Int, ObjectType } from 'type-graphql';
import { PageInfo } from '../platform/connection.types.ts';
import { enumOf } from '../platform/enum-of.ts';
import { Getter } from '../platform/getter.ts';
import { Money, moneyOrNull } from '../platform/money.types.ts';
import { MutationPayload } from '../platform/mutation.types.ts';
import { CurrencyCode } from '../platform/scalars.ts';
import { FreightDeliveryEnum, FreightUnitEnum } from './freight-inputs.types.ts';
import { undeliverableReasons, type FreightCharge as Charge, type FreightRule as Rule, type FreightUnit, type Region as RegionFacts, type UndeliverableReason } from './freight.rules.ts';
import type { ShownTemplate } from './save-template.ts';

export const UndeliverableReasonEnum = enumOf('UndeliverableReason', 'Why goods cannot be sent somewhere.', undeliverableReasons);

@ObjectType({ simpleResolvers: true, description: 'Where goods go to or come from, from coarse to fine.' })
export class Region implements RegionFacts {
  @Field(() => String, { nullable: true, description: 'Country.' })
  country!: string | null;
  @Field(() => String, { nullable: true, description: 'Province or state.' })
  province!: string | null;
  @Field(() => String, { nullable: true, description: 'City.' })
  city!: string | null;
}

@ObjectType({ simpleResolvers: true, description: 'What sending to some regions costs.' })
export class FreightRule {
  constructor(readonly rule: Rule, readonly currency: string) {}

  @Getter(() => [String], { description: 'Names of countries, provinces and cities, or paths of them; empty is everywhere.' })
  get regions(): readonly string[] { return this.rule.regions; }
  @Getter(() => Boolean, { description: 'False: nothing is sent there.' })
  get served(): boolean { return this.rule.served !== false; }
  @Getter(() => Int, { description: 'Pieces or grams that the first fee covers.' })
  get firstUnits(): number { return this.rule.firstUnits; }
  @Getter(() => Money, { description: 'What they cost.' })
  get firstFee(): Money { return new Money(this.rule.firstFee, this.currency); }
  @Getter(() => Int, { description: 'Pieces or grams that each further fee covers.' })
  get additionalUnits(): number { return this.rule.additionalUnits; }
  @Getter(() => Money, { description: 'What those cost.' })
  get additionalFee(): Money { return new Money(this.rule.additionalFee, this.currency); }
  @Getter(() => Money, { nullable: true, description: 'From which amount on it is free; null: never.' })
  get freeFromAmount(): Money | null { return moneyOrNull(this.rule.freeFromAmount, this.currency); }
  @Getter(() => Int, { nullable: true, description: 'From how many pieces on it is free; null: never.' })
  get freeFromPieces(): number | null { return this.rule.freeFromPieces; }
}

@ObjectType({ simpleResolvers: true, description: 'A price list for sending goods.' })
export class FreightTemplate {
  constructor(readonly template: ShownTemplate) {}

  @Getter(() => String, { description: 'Unique code.' })
  get code(): string { return this.template.code; }
  @Getter(() => String, { description: 'Name.' })
  get name(): string { return this.template.name; }
  @Getter(() => CurrencyCode, { description: 'Currency of its fees.' })
  get currency(): string { return this.template.currency; }
  @Getter(() => FreightUnitEnum, { description: 'What it goes by.' })
  get unit(): FreightUnit { return this.template.unit; }
  @Getter(() => [FreightDeliveryEnum], { description: 'Which deliveries it charges for.' })
  get deliveryTypes(): readonly string[] { return this.template.deliveryTypes; }
  @Getter(() => Region, { nullable: true, description: 'Where it sends from; null where that is not said.' })
  get origin(): Region | null { return this.template.origin ?? null; }
  @Getter(() => [FreightRule], { description: 'Its rules; the first that reaches the destination counts.' })
  get rules(): FreightRule[] { return this.template.rules.map((rule) => new FreightRule(rule, this.template.currency)); }
}

@ObjectType({ simpleResolvers: true, description: 'A freight template in a page of them.' })
export class FreightTemplateEdge {
  @Field(() => String, { description: 'Pass it as `after` to go on behind this template.' })
  cursor!: string;
  @Field(() => FreightTemplate, { description: 'The template.' })
  node!: FreightTemplate;
}

@ObjectType({ simpleResolvers: true, description: 'A page of freight templates.' })
export class FreightTemplateConnection {
  @Field(() => [FreightTemplateEdge], { description: 'The templates of this page, by code.' })
  edges!: FreightTemplateEdge[];
  @Field(() => PageInfo, { description: 'Where the page lies in the list.' })
  pageInfo!: PageInfo;
}

@ObjectType({ simpleResolvers: true, description: 'Answer of `freightTemplateSave` and `freightTemplateAssign`.' })
export class FreightTemplatePayload extends MutationPayload {
  @Field(() => FreightTemplate, { nullable: true, description: 'The template; null when refused.' })
  template!: FreightTemplate | null;
}

@ObjectType({ simpleResolvers: true, description: 'What one template charges for its lines, which go together as one parcel.' })
export class FreightCharge {
  constructor(readonly charge: Charge, readonly currency: string) {}

  @Getter(() => String, { description: 'Code of the template.' })
  get templateCode(): string { return this.charge.templateCode; }
  @Getter(() => String, { description: 'Name of the template.' })
  get name(): string { return this.charge.name; }
  @Getter(() => [Int], { description: 'The lines, by their numbers from 1.' })
  get seqs(): readonly number[] { return this.charge.seqs; }
  @Getter(() => Money, { description: 'What sending them costs (S4-184); zero where they cannot be sent.' })
  get fee(): Money { return new Money(this.charge.fee, this.currency); }
  @Getter(() => Money, { description: 'What it would cost without thresholds.' })
  get fullFee(): Money { return new Money(this.charge.fullFee, this.currency); }
  @Getter(() => Boolean, { description: 'Whether a threshold has made it free.' })
  get free(): boolean { return this.charge.free; }
  @Getter(() => Money, { nullable: true, description: 'By how much more, in goods of this template, it would be free; null where no amount makes it so, or it is.' })
  get missingAmount(): Money | null { return moneyOrNull(this.charge.missingAmount, this.currency); }
  @Getter(() => Int, { nullable: true, description: 'By how many pieces more it would be free; null where no number makes it so, or it is.' })
  get missingPieces(): number | null { return this.charge.missingPieces; }
  @Getter(() => Boolean, { description: 'Whether they can be sent there.' })
  get deliverable(): boolean { return this.charge.deliverable; }
  @Getter(() => UndeliverableReasonEnum, { nullable: true, description: 'Why they cannot be sent; null where they can.' })
  get reason(): UndeliverableReason | null { return this.charge.reason; }
}

@ObjectType({ simpleResolvers: true, description: 'What sending goods somewhere costs (S4-17).' })
export class FreightQuote {
  @Field(() => Region, { description: 'Where to, as it was asked.' })
  destination!: Region;
  @Field(() => Boolean, { description: 'Whether all of it can be sent there.' })
  deliverable!: boolean;
  @Field(() => Money, { nullable: true, description: 'What it costs in all; null where not all of it can be sent: that is no price of zero.' })
  total!: Money | null;
  @Field(() => [FreightCharge], { description: 'What each template charges. Goods of no template are sent without a charge.' })
  charges!: FreightCharge[];
  @Field(() => [String], { description: 'Codes among the lines that are not for sale: unknown, withdrawn, or without a price in this currency.' })
  unavailableSkus!: string[];
}
