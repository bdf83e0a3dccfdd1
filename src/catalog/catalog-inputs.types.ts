import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { MutationInput, MutationPayload } from '../platform/mutation.types.ts';
import { CurrencyCode, DateTime, Decimal } from '../platform/scalars.ts';

@InputType({ description: 'A name and a value.' })
export class AttributeInput {
  @Field(() => String, { description: 'Name, 1 to 64 characters; once in a list.' })
  name!: string;
  @Field(() => String, { description: 'Value, at most 200 characters.' })
  value!: string;
}

@InputType({ description: 'What one piece costs in one currency, in all stores or in one, from so many pieces on.' })
export class SkuPriceInput {
  @Field(() => CurrencyCode, { description: 'The currency.' })
  currency!: string;
  @Field(() => String, { nullable: true, description: 'Code of the store in which it holds; everywhere when left out. A store’s own prices go before the general ones.' })
  storeCode?: string | null;
  @Field(() => Int, { nullable: true, description: 'From how many pieces on a line it holds; 1 when left out. Without a price from 1 on, fewer pieces are not for sale.' })
  minimumQuantity?: number | null;
  @Field(() => Decimal, { description: 'Price before any discount; not below zero, with no more decimals than the currency has.' })
  listPrice!: string;
  @Field(() => Decimal, { nullable: true, description: 'Price at which it is sold within the sale’s window, at most the list price; the list price when left out.' })
  salePrice?: string | null;
  @Field(() => DateTime, { nullable: true, description: 'When the sale begins; when left out, it has begun. Before, the list price holds.' })
  saleFrom?: string | null;
  @Field(() => DateTime, { nullable: true, description: 'When the sale is over; when left out, never. From then on the list price holds.' })
  saleUntil?: string | null;
  @Field(() => Decimal, { nullable: true, description: 'What a piece costs the platform; no discount goes below it unless `lossAllowed`. Shoppers and stores never see it.' })
  unitCost?: string | null;
  @Field(() => Boolean, { nullable: true, description: 'Whether it may be sold below cost (S1-71); false when left out.' })
  lossAllowed?: boolean | null;
}

@InputType({ description: 'A part of a bundle.' })
export class SkuComponentInput {
  @Field(() => String, { description: 'Code of the SKU that is in it; not a bundle itself.' })
  sku!: string;
  @Field(() => Int, { description: 'How many pieces of it are in one bundle, 1 to 10,000.' })
  quantity!: number;
}

@InputType({ description: 'A variant of a product.' })
export class SkuInput {
  @Field(() => String, { description: 'Unique code, 1 to 64 characters.' })
  code!: string;
  @Field(() => String, { nullable: true, description: 'What sets it apart from its siblings, at most 200 characters.' })
  specification?: string | null;
  @Field(() => [AttributeInput], { nullable: true, description: 'What sets it apart, one by one, at most 50; those that are left out are gone.' })
  options?: AttributeInput[] | null;
  @Field(() => String, { nullable: true, description: 'Barcode, at most 64 characters.' })
  barcode?: string | null;
  @Field(() => Int, { nullable: true, description: 'Weight of a piece in grams; a bundle without one weighs what its parts do.' })
  weightGrams?: number | null;
  @Field(() => Int, { nullable: true, description: 'Volume of a piece, packed, in millilitres (S2-271 `bulk`).' })
  volumeMillilitres?: number | null;
  @Field(() => String, { nullable: true, description: 'Where it lies in the warehouse, 1 to 64 characters (S2-271 `store_location`). Shoppers do not see it.' })
  shelfLocation?: string | null;
  @Field(() => [SkuPriceInput], { description: 'Its prices, at most 200; those that are left out are gone.' })
  prices!: SkuPriceInput[];
  @Field(() => [SkuComponentInput], { nullable: true, description: 'What it consists of, where it is a bundle (S1-68); at most 50, and those that are left out are gone.' })
  components?: SkuComponentInput[] | null;
  @Field(() => Boolean, { nullable: true, description: 'True takes it out of sale, and with it the bundles that it is part of; orders keep their copies.' })
  withdrawn?: boolean | null;
}

@InputType({ description: 'A product with its variants.' })
export class ProductInput {
  @Field(() => String, { description: 'Unique code, 1 to 64 characters.' })
  code!: string;
  @Field(() => String, { description: 'Name as shoppers see it, 1 to 300 characters.' })
  name!: string;
  @Field(() => String, { nullable: true, description: 'URL of its picture.' })
  cover?: string | null;
  @Field(() => String, { nullable: true, description: 'Code of its brand, 1 to 64 characters (S0-77).' })
  brandCode?: string | null;
  @Field(() => [AttributeInput], { nullable: true, description: 'What its variants have in common, at most 50; those that are left out are gone. Offers can ask for them.' })
  attributes?: AttributeInput[] | null;
  @Field(() => [SkuInput], { description: 'Its variants; at least one.' })
  skus!: SkuInput[];
}

@InputType({ description: 'Products to be made or brought up to date, found by their codes.' })
export class ProductSaveInput extends MutationInput {
  @Field(() => [ProductInput], { description: '1 to 500 products; all are saved or none.' })
  products!: ProductInput[];
}

@ObjectType({ simpleResolvers: true, description: 'Answer of `productSave`.' })
export class ProductPayload extends MutationPayload {
  @Field(() => [ID], { description: 'Ids of the products, in the order of the input; empty when refused.' })
  productIds!: string[];
}
