import { Field, ID, Int, ObjectType } from 'type-graphql';
import { Getter } from '../platform/getter.ts';
import { toGlobalId } from '../platform/ids.ts';
import { Money, moneyOrNull } from '../platform/money.types.ts';
import { Node } from '../platform/node.types.ts';
import { CurrencyCode, DateTime } from '../platform/scalars.ts';
import type { Instant } from '../platform/time.ts';
import type { Attribute as AttributeRow, ProductRow, SkuPriceRow, SkuRow } from './catalog.tables.ts';
import { salePriceAt } from './sellable.rules.ts';

@ObjectType({ simpleResolvers: true, description: 'A name and a value, such as Color and navy (S0-79, S0-80).' })
export class Attribute {
  @Field(() => String, { description: 'Name, e.g. "Color".' })
  name!: string;
  @Field(() => String, { description: 'Value, e.g. "navy".' })
  value!: string;
}

@ObjectType({ implements: Node, simpleResolvers: true, description: 'Something that is sold, in one or more variants (SKUs).' })
export class Product extends Node {
  constructor(readonly row: ProductRow) {
    super('product', row.id);
  }

  @Getter(() => String, { description: 'Unique code of the product.' })
  get code(): string { return this.row.code; }
  @Getter(() => String, { description: 'Name as shoppers see it.' })
  get name(): string { return this.row.name; }
  @Getter(() => String, { nullable: true, description: 'URL of its picture.' })
  get cover(): string | null { return this.row.cover; }
  @Getter(() => String, { nullable: true, description: 'Code of its brand (S0-77).' })
  get brandCode(): string | null { return this.row.brandCode; }
  @Getter(() => [Attribute], { description: 'What all of its variants have in common, such as year and season (S0-80).' })
  get attributes(): readonly AttributeRow[] { return this.row.attributes; }
}

@ObjectType({ simpleResolvers: true, description: 'What of a price is for those who keep it.' })
export class SkuPriceTerms {
  constructor(readonly row: SkuPriceRow) {}

  @Getter(() => Money, { description: 'Price within the sale’s window, whether it is open now or not.' })
  get reducedPrice(): Money { return new Money(this.row.salePrice, this.row.currency); }
  @Getter(() => DateTime, { nullable: true, description: 'When the sale begins; null: it always has.' })
  get saleFrom(): string | null { return this.row.saleFrom; }
  @Getter(() => DateTime, { nullable: true, description: 'When the sale is over; null: never.' })
  get saleUntil(): string | null { return this.row.saleUntil; }
  @Getter(() => Money, { nullable: true, description: 'What a piece costs the platform (S1-71); null where it is not known.' })
  get unitCost(): Money | null { return moneyOrNull(this.row.unitCost, this.row.currency); }
  @Getter(() => Boolean, { description: 'Whether it may be sold below cost (S1-71).' })
  get lossAllowed(): boolean { return this.row.lossAllowed; }
}

@ObjectType({ simpleResolvers: true, description: 'What one piece costs in one currency, in all stores or in one, from so many pieces on.' })
export class SkuPrice {
  constructor(readonly row: SkuPriceRow, readonly at: Instant) {}

  @Getter(() => CurrencyCode, { description: 'The currency.' })
  get currency(): string { return this.row.currency; }
  @Getter(() => ID, { nullable: true, description: 'The store in which it holds, in place of the general price; null: everywhere.' })
  get storeId(): string | null { return this.row.storeId && toGlobalId('store', this.row.storeId); }
  @Getter(() => Int, { description: 'From how many pieces on a line it holds.' })
  get minimumQuantity(): number { return this.row.minimumQuantity; }
  @Getter(() => Money, { description: 'Price before any discount (S0-78).' })
  get listPrice(): Money { return new Money(this.row.listPrice, this.row.currency); }
  @Getter(() => Money, { description: 'Price at which it is sold at present; never above the list price.' })
  get salePrice(): Money { return new Money(salePriceAt(this.row, this.at), this.row.currency); }
}

@ObjectType({ implements: Node, simpleResolvers: true, description: 'A variant of a product: what a line of an order names.' })
export class Sku extends Node {
  constructor(readonly row: SkuRow) {
    super('sku', row.id);
  }

  @Getter(() => String, { description: 'Unique code of the SKU.' })
  get code(): string { return this.row.code; }
  @Getter(() => String, { nullable: true, description: 'What sets it apart from its siblings, e.g. "red, XL" (S2-269).' })
  get specification(): string | null { return this.row.specification; }
  @Getter(() => [Attribute], { description: 'What sets it apart from its siblings, one by one, such as size and colour (S0-79).' })
  get options(): readonly AttributeRow[] { return this.row.options; }
  @Getter(() => String, { nullable: true, description: 'EAN or other barcode.' })
  get barcode(): string | null { return this.row.barcode; }
  @Getter(() => Int, { nullable: true, description: 'Weight of a piece in grams (S2-271).' })
  get weightGrams(): number | null { return this.row.weightGrams; }
  @Getter(() => Int, { nullable: true, description: 'Volume of a piece, packed, in millilitres (S2-271).' })
  get volumeMillilitres(): number | null { return this.row.volumeMillilitres; }
  @Getter(() => DateTime, { nullable: true, description: 'Since when it is no longer sold; null while it is.' })
  get withdrawnAt(): string | null { return this.row.withdrawnAt; }
}

@ObjectType({ simpleResolvers: true, description: 'A part of a bundle (S1-68).' })
export class SkuComponent {
  @Field(() => Sku, { description: 'What is in it.' })
  sku!: Sku;
  @Field(() => Int, { description: 'How many pieces of it are in one bundle.' })
  quantity!: number;
}
