import { Field, InputType, Int, ObjectType } from 'type-graphql';
import { PageInfo } from '../platform/connection.types.ts';
import { Getter } from '../platform/getter.ts';
import { decimalsOf } from '../platform/money.ts';
import { MutationInput, MutationPayload } from '../platform/mutation.types.ts';
import { CurrencyCode, DateTime, Rate } from '../platform/scalars.ts';

@ObjectType({ simpleResolvers: true, description: 'A currency, and what it is worth (S1-67, S1-114).' })
export class CurrencyInfo {
  constructor(code: string) {
    this.code = code;
  }

  @Field(() => CurrencyCode, { description: 'ISO 4217 code.' })
  readonly code: string;
  @Getter(() => Int, { description: 'How many decimals its amounts have: 2 for USD, none for JPY.' })
  get decimals(): number { return decimalsOf(this.code); }
}

@ObjectType({ simpleResolvers: true, description: 'What one unit of a currency is worth in the platform’s own, from an instant until the next rate.' })
export class ExchangeRate {
  @Field(() => CurrencyCode, { description: 'The currency.' })
  currency!: string;
  @Field(() => CurrencyCode, { description: 'The platform’s own currency.' })
  baseCurrency!: string;
  @Field(() => Rate, { description: 'What one unit of `currency` is worth in `baseCurrency`.' })
  rate!: string;
  @Field(() => DateTime, { description: 'From when on it holds.' })
  validFrom!: string;
}

@ObjectType({ simpleResolvers: true, description: 'A rate in a page of rates.' })
export class ExchangeRateEdge {
  @Field(() => String, { description: 'Pass it as `after` to go on behind this rate.' })
  cursor!: string;
  @Field(() => ExchangeRate, { description: 'The rate.' })
  node!: ExchangeRate;
}

@ObjectType({ simpleResolvers: true, description: 'A page of the rates of a currency.' })
export class ExchangeRateConnection {
  @Field(() => [ExchangeRateEdge], { description: 'The rates of this page, newest first, with those that are still to come.' })
  edges!: ExchangeRateEdge[];
  @Field(() => PageInfo, { description: 'Where the page lies in the list.' })
  pageInfo!: PageInfo;
}

@InputType({ description: 'A new exchange rate to the platform’s own currency.' })
export class ExchangeRateSaveInput extends MutationInput {
  @Field(() => CurrencyCode, { description: 'The currency.' })
  currency!: string;
  @Field(() => Rate, { description: 'What one unit of it is worth in the platform’s own currency.' })
  rate!: string;
  @Field(() => DateTime, { nullable: true, description: 'From when on it holds; now when left out, and never in the past. A rate that is still to come can be replaced under its instant.' })
  validFrom?: string | null;
}

@ObjectType({ simpleResolvers: true, description: 'Answer of `exchangeRateSave`.' })
export class ExchangeRatePayload extends MutationPayload {
  @Field(() => ExchangeRate, { nullable: true, description: 'The rate; null when refused.' })
  exchangeRate!: ExchangeRate | null;
}
