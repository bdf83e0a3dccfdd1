import { Field, ID, Int, ObjectType } from 'type-graphql';
import { PageInfo } from '../platform/connection.types.ts';
import { enumOf } from '../platform/enum-of.ts';
import { Getter } from '../platform/getter.ts';
import { toGlobalId } from '../platform/ids.ts';
import { Money, moneyOrNull } from '../platform/money.types.ts';
import { MutationPayload } from '../platform/mutation.types.ts';
import { Node } from '../platform/node.types.ts';
import { CurrencyCode, DateTime } from '../platform/scalars.ts';
import { OfferChoiceEnum } from './cart-inputs.types.ts';
import { cartKinds, cartStates, type CartKind, type CartState, type OfferChoiceKind } from './cart-kinds.ts';
import type { PriceSetter as PriceSetterRow } from './cart.rules.ts';
import type { CartLineRow, CartRow } from './cart.tables.ts';

const CartKindEnum = enumOf('CartKind', 'Whose cart it is.', cartKinds);
const CartStateEnum = enumOf('CartState', 'What has become of a cart.', cartStates);

@ObjectType({ simpleResolvers: true, description: 'Who set a price by hand.' })
export class PriceSetter {
  constructor(readonly row: PriceSetterRow) {}

  @Getter(() => ID, { description: 'Id of the person.' })
  get id(): string { return toGlobalId('staff', this.row.id); }
  @Getter(() => String, { nullable: true, description: 'Their name then, as their token told.' })
  get name(): string | null { return this.row.name; }
}

@ObjectType({ simpleResolvers: true, description: 'Something in a cart: which SKU, and how many. What it costs is in the cart’s quote.' })
export class CartLine {
  constructor(readonly row: CartLineRow, readonly currency: string) {}

  @Getter(() => Int, { description: 'Names the line for as long as the cart lives, also after others were taken out (S0-36).' })
  get seq(): number { return this.row.seq; }
  @Getter(() => String, { description: 'Code of the SKU.' })
  get skuCode(): string { return this.row.skuCode; }
  @Getter(() => Int, { description: 'Pieces.' })
  get quantity(): number { return this.row.quantity; }
  @Getter(() => OfferChoiceEnum, { description: 'How its offer is chosen (S0-71).' })
  get offerChoice(): OfferChoiceKind { return this.row.offerChoice; }
  @Getter(() => String, { nullable: true, description: 'Code of the offer that was chosen by hand; null unless the choice is ONLY.' })
  get offerCode(): string | null { return this.row.offerCode; }
  @Getter(() => Money, { nullable: true, description: 'Price of a piece that was set by hand at a till; null takes the catalogue’s.' })
  get unitPrice(): Money | null { return moneyOrNull(this.row.unitPrice, this.currency); }
  @Getter(() => String, { nullable: true, description: 'Why the price was set by hand.' })
  get priceReason(): string | null { return this.row.priceReason; }
  @Getter(() => PriceSetter, { nullable: true, description: 'Who set the price by hand, or has raised its pieces since; null where it is the catalogue’s.' })
  get priceSetBy(): PriceSetter | null { return this.row.priceSetById === null ? null : new PriceSetter({ id: this.row.priceSetById, name: this.row.priceSetByName }); }
}

@ObjectType({ implements: Node, simpleResolvers: true, description: 'What somebody is about to buy (S0-6). It holds no prices: they are computed whenever it is looked at.' })
export class Cart extends Node {
  constructor(readonly row: CartRow) {
    super('cart', row.id);
  }

  @Getter(() => CartKindEnum, { description: 'Whose it is.' })
  get kind(): CartKind { return this.row.kind; }
  @Getter(() => CartStateEnum, { description: 'What has become of it.' })
  get state(): CartState { return this.row.state; }
  @Getter(() => CurrencyCode, { description: 'The currency it is priced in.' })
  get currency(): string { return this.row.currency; }
  @Getter(() => ID, { nullable: true, description: 'Id of the customer; null for somebody unknown.' })
  get customerId(): string | null { return this.row.customerId === null ? null : toGlobalId('customer', this.row.customerId); }
  @Getter(() => String, { nullable: true, description: 'Code of the coupon to be used.' })
  get couponCode(): string | null { return this.row.couponCode; }
  @Getter(() => Int, { description: 'How many points are to be spent.' })
  get pointsWanted(): number { return this.row.pointsWanted; }
  @Getter(() => Int, { description: 'Grows by one with every change; pass it as `expectedVersion`.' })
  get version(): number { return this.row.version; }
  @Getter(() => DateTime, { description: 'When it was opened.' })
  get createdAt(): string { return this.row.createdAt; }
  @Getter(() => DateTime, { description: 'When it last changed.' })
  get updatedAt(): string { return this.row.updatedAt; }
}

@ObjectType({ simpleResolvers: true, description: 'A cart in a page of carts.' })
export class CartEdge {
  @Field(() => String, { description: 'Pass it as `after` to go on from this cart.' })
  cursor!: string;
  @Field(() => Cart, { description: 'The cart.' })
  node!: Cart;
}

@ObjectType({ simpleResolvers: true, description: 'A page of carts, newest first.' })
export class CartConnection {
  @Field(() => [CartEdge], { description: 'The carts of this page.' })
  edges!: CartEdge[];
  @Field(() => PageInfo, { description: 'Where the page lies in the list.' })
  pageInfo!: PageInfo;
}

@ObjectType({ simpleResolvers: true, description: 'Answer of the mutations that change a cart.' })
export class CartPayload extends MutationPayload {
  @Field(() => Cart, { nullable: true, description: 'The cart as it now is, also after a refusal; null when there is none that the caller may see.' })
  cart!: Cart | null;
}
