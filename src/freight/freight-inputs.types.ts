import { Field, ID, InputType, Int } from 'type-graphql';
import { enumOf } from '../platform/enum-of.ts';
import { MutationInput } from '../platform/mutation.types.ts';
import { CurrencyCode, Decimal } from '../platform/scalars.ts';
import type { FreightUnit } from './freight.rules.ts';
import { freightDeliveries, type FreightDelivery } from './template-input.rules.ts';

export const FreightDeliveryEnum = enumOf('FreightDelivery', 'A kind of delivery that goods are sent by.', freightDeliveries);
export const FreightUnitEnum = enumOf('FreightUnit', 'What freight goes by.', { PIECES: 'By the number of pieces.', WEIGHT: 'By weight, in grams.' } satisfies Record<FreightUnit, string>);

@InputType({ description: 'Where goods go to or come from, from coarse to fine.' })
export class RegionInput {
  @Field(() => String, { nullable: true, description: 'Country, as the templates’ rules write it; a destination without one lies in the country that the template sends from.' })
  country?: string | null;
  @Field(() => String, { nullable: true, description: 'Province or state.' })
  province?: string | null;
  @Field(() => String, { nullable: true, description: 'City.' })
  city?: string | null;
}

@InputType({ description: 'What sending to some regions costs. The first rule of a template that reaches the destination counts.' })
export class FreightRuleInput {
  @Field(() => [String], { description: 'Names of countries, provinces and cities, or paths of them ("Guangdong/Guangzhou"), as addresses write them; empty is everywhere, which stands last.' })
  regions!: string[];
  @Field(() => Boolean, { nullable: true, description: 'False: nothing is sent there; true when left out.' })
  served?: boolean | null;
  @Field(() => Int, { nullable: true, description: 'Pieces or grams that the first fee covers; 1 when left out.' })
  firstUnits?: number | null;
  @Field(() => Decimal, { nullable: true, description: 'What they cost; needed unless `served` is false.' })
  firstFee?: string | null;
  @Field(() => Int, { nullable: true, description: 'Pieces or grams that each further fee covers, begun ones as whole; 1 when left out.' })
  additionalUnits?: number | null;
  @Field(() => Decimal, { nullable: true, description: 'What those cost; nothing when left out.' })
  additionalFee?: string | null;
  @Field(() => Decimal, { nullable: true, description: 'From which amount of the template’s goods on sending them is free, after all discounts; never when left out.' })
  freeFromAmount?: string | null;
  @Field(() => Int, { nullable: true, description: 'From how many pieces of the template’s goods on sending them is free; never when left out. Either threshold suffices.' })
  freeFromPieces?: number | null;
}

@InputType({ description: 'A freight template to be made or brought up to date, found by its code.' })
export class FreightTemplateSaveInput extends MutationInput {
  @Field(() => String, { description: 'Unique code, 1 to 40 characters.' })
  code!: string;
  @Field(() => String, { description: 'Name, 1 to 120 characters.' })
  name!: string;
  @Field(() => CurrencyCode, { description: 'Currency of its fees. Goods that are sold in several need a template for each.' })
  currency!: string;
  @Field(() => FreightUnitEnum, { description: 'What it goes by.' })
  unit!: FreightUnit;
  @Field(() => [FreightDeliveryEnum], { nullable: true, description: 'Which deliveries it charges for; EXPRESS when left out.' })
  deliveryTypes?: FreightDelivery[] | null;
  @Field(() => RegionInput, { nullable: true, description: 'Where it sends from (S4-183).' })
  origin?: RegionInput | null;
  @Field(() => [FreightRuleInput], { description: '1 to 200 rules. Where none of them reaches, nothing is sent.' })
  rules!: FreightRuleInput[];
}

@InputType({ description: 'Products that a freight template charges for.' })
export class FreightTemplateAssignInput extends MutationInput {
  @Field(() => String, { description: 'Code of the template.' })
  code!: string;
  @Field(() => [String], { description: 'Codes of 1 to 500 products; all or none. Of several templates for one delivery and currency, the one assigned last counts.' })
  productCodes!: string[];
  @Field(() => Boolean, { nullable: true, description: 'True: it no longer charges for them.' })
  remove?: boolean | null;
}

@InputType({ description: 'So many pieces of a SKU.' })
export class FreightLineInput {
  @Field(() => String, { description: 'Code of the SKU.' })
  sku!: string;
  @Field(() => Int, { description: 'How many pieces, 1 to 1,000,000.' })
  quantity!: number;
}

@InputType({ description: 'Goods, and where they should go.' })
export class FreightQuoteInput {
  @Field(() => RegionInput, { description: 'Where to (S4-78).' })
  destination!: RegionInput;
  @Field(() => [FreightLineInput], { description: '1 to 200 lines (S4-79).' })
  lines!: FreightLineInput[];
  @Field(() => CurrencyCode, { nullable: true, description: 'In which currency; the platform’s own when left out.' })
  currency?: string | null;
  @Field(() => FreightDeliveryEnum, { nullable: true, description: 'How; EXPRESS when left out.' })
  deliveryType?: FreightDelivery | null;
  @Field(() => ID, { nullable: true, description: 'The store that sells them, whose own prices count for the thresholds.' })
  storeId?: string | null;
}
