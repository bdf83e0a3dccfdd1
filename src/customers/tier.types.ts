import { Field, InputType, Int, ObjectType } from 'type-graphql';
import { Getter } from '../platform/getter.ts';
import { Money } from '../platform/money.types.ts';
import { MutationInput, MutationPayload } from '../platform/mutation.types.ts';
import { toPercent } from '../platform/percent.rules.ts';
import { CurrencyCode, Decimal } from '../platform/scalars.ts';
import type { SavedTier } from './save-tier.ts';
import type { TierCurrency } from './tier.tables.ts';

@ObjectType({ simpleResolvers: true, description: 'What a tier grants otherwise in one currency.' })
export class TierCurrencyTerms {
  constructor(readonly terms: TierCurrency) {}

  @Getter(() => CurrencyCode, { description: 'The currency.' })
  get currency(): string { return this.terms.currency; }
  @Getter(() => Int, { nullable: true, description: 'Points that one major unit of it is worth; null: as everywhere.' })
  get pointsPerUnit(): number | null { return this.terms.pointsPerUnit; }
  @Getter(() => Money, { nullable: true, description: 'The most that the birthday discount takes off one order (S0-89); null: no bound.' })
  get birthdayMaximum(): Money | null { return this.terms.birthdayMaximum === null ? null : new Money(this.terms.birthdayMaximum, this.terms.currency); }
}

@ObjectType({ simpleResolvers: true, description: 'A level of customers (S0-86 "grade") and what it grants (S0-88, S0-89).' })
export class CustomerTier {
  constructor(readonly row: SavedTier) {}

  @Getter(() => String, { description: 'Unique code.' })
  get code(): string { return this.row.code; }
  @Getter(() => String, { description: 'Name as customers see it.' })
  get name(): string { return this.row.name; }
  @Getter(() => Boolean, { description: 'Whether it is meant for customers without a tier.' })
  get isDefault(): boolean { return this.row.isDefault; }
  @Getter(() => Decimal, { description: 'Percent off everything.' })
  get discountPercent(): string { return toPercent(this.row.discountBps); }
  @Getter(() => Decimal, { description: 'Percent off on the customer’s birthday.' })
  get birthdayDiscountPercent(): string { return toPercent(this.row.birthdayDiscountBps); }
  @Getter(() => Boolean, { description: 'Whether points can be spent (S0-40).' })
  get canRedeemPoints(): boolean { return this.row.canRedeemPoints; }
  @Getter(() => Int, { description: 'The fewest points that can be spent at a time (S0-40).' })
  get minimumPoints(): number { return this.row.minimumPoints; }
  @Getter(() => Decimal, { description: 'The most of an order’s goods, in percent, that points can pay (S0-38).' })
  get maximumPointsPercent(): string { return toPercent(this.row.maximumShareBps); }
  @Getter(() => Int, { description: 'Points that one major unit of money is worth (S2-230): 100 where 100 points pay 1.00.' })
  get pointsPerUnit(): number { return this.row.pointsPerUnit; }
  @Getter(() => Decimal, { description: 'Percent of what money paid for a finished order that comes back as points, rounded down: at 1 percent and 100 points a unit, one point for each unit.' })
  get earnPercent(): string { return toPercent(this.row.earnBps); }
  @Getter(() => [TierCurrencyTerms], { description: 'What is otherwise in some currencies.' })
  get currencies(): TierCurrencyTerms[] { return this.row.currencies.map((terms) => new TierCurrencyTerms(terms)); }
}

@InputType({ description: 'What a tier grants otherwise in one currency.' })
export class TierCurrencyInput {
  @Field(() => CurrencyCode, { description: 'The currency.' })
  currency!: string;
  @Field(() => Int, { nullable: true, description: 'Points that one major unit of it is worth, 1 to 1,000,000; the tier’s own when left out.' })
  pointsPerUnit?: number | null;
  @Field(() => Decimal, { nullable: true, description: 'The most that the birthday discount takes off one order. Where some currencies name a bound, the others have no birthday discount.' })
  birthdayMaximum?: string | null;
}

@InputType({ description: 'A tier to be made or brought up to date, found by its code. What is left out grants nothing.' })
export class CustomerTierSaveInput extends MutationInput {
  @Field(() => String, { description: 'Unique code, 1 to 40 characters.' })
  code!: string;
  @Field(() => String, { description: 'Name as customers see it, 1 to 120 characters.' })
  name!: string;
  @Field(() => Boolean, { nullable: true, description: 'True makes it the tier of all who have none, in place of the one that was.' })
  isDefault?: boolean | null;
  @Field(() => Decimal, { nullable: true, description: 'Percent off everything, 0 to 100, at most two decimals; 0 when left out.' })
  discountPercent?: string | null;
  @Field(() => Decimal, { nullable: true, description: 'Percent off on the customer’s birthday, 0 to 100; 0 when left out.' })
  birthdayDiscountPercent?: string | null;
  @Field(() => Boolean, { nullable: true, description: 'Whether points can be spent; false when left out.' })
  canRedeemPoints?: boolean | null;
  @Field(() => Int, { nullable: true, description: 'The fewest points that can be spent at a time; 0 when left out.' })
  minimumPoints?: number | null;
  @Field(() => Decimal, { nullable: true, description: 'The most of an order’s goods, in percent, that points can pay; 100 when left out.' })
  maximumPointsPercent?: string | null;
  @Field(() => Int, { nullable: true, description: 'Points that one major unit of money is worth, 1 to 1,000,000; 1 when left out.' })
  pointsPerUnit?: number | null;
  @Field(() => Decimal, { nullable: true, description: 'Percent of what money paid that comes back as points, 0 to 100; 0 when left out.' })
  earnPercent?: string | null;
  @Field(() => [TierCurrencyInput], { nullable: true, description: 'What is otherwise in some currencies.' })
  currencies?: TierCurrencyInput[] | null;
}

@ObjectType({ simpleResolvers: true, description: 'Answer of `customerTierSave`.' })
export class CustomerTierPayload extends MutationPayload {
  @Field(() => CustomerTier, { nullable: true, description: 'The tier; null when refused.' })
  tier!: CustomerTier | null;
}
