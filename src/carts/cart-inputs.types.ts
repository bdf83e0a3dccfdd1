import { Field, ID, InputType, Int } from 'type-graphql';
import { enumOf } from '../platform/enum-of.ts';
import { MutationInput } from '../platform/mutation.types.ts';
import { CurrencyCode, Decimal } from '../platform/scalars.ts';
import { offerChoices, type OfferChoiceKind } from './cart-kinds.ts';

export const OfferChoiceEnum = enumOf('OfferChoice', 'How the offer on a line is chosen (S0-71).', offerChoices);

@InputType({ description: 'A line for a cart. What it costs is computed, never sent; only a till may set a price by hand.' })
export class CartLineInput {
  @Field(() => String, { description: 'Code of the SKU.' })
  sku!: string;
  @Field(() => Int, { description: 'Pieces, 1 to 1,000,000.' })
  quantity!: number;
  @Field(() => OfferChoiceEnum, { nullable: true, description: 'Tills only: how the line’s offer is chosen; AUTO when left out (S0-71).' })
  offerChoice?: OfferChoiceKind | null;
  @Field(() => String, { nullable: true, description: 'Code of the offer, with ONLY. One that does not apply when the cart is ordered refuses the order with OFFER_NOT_APPLICABLE.' })
  offerCode?: string | null;
  @Field(() => Decimal, { nullable: true, description: 'Tills only: a price for one piece in place of the catalogue’s, which no offer, tier or coupon touches; for staff with that right, with a reason.' })
  unitPrice?: string | null;
  @Field(() => String, { nullable: true, description: 'Why the price differs, 1 to 200 characters; kept with the line and the order.' })
  priceReason?: string | null;
}

@InputType({ description: 'A new cart. A shopper’s is their own; staff and services open one at a store’s till.' })
export class CartCreateInput extends MutationInput {
  @Field(() => ID, { nullable: true, description: 'The store it is for. A till needs it; without one a shopper’s cart becomes an EXPRESS order of the platform.' })
  storeId?: string | null;
  @Field(() => CurrencyCode, { nullable: true, description: 'Currency of a cart without a store; the platform’s own when left out. With a store, the store’s; another is refused with INVALID_INPUT.' })
  currency?: string | null;
  @Field(() => String, { nullable: true, description: 'Tills only: the subject of the buying shopper, when they are known.' })
  customerSubject?: string | null;
  @Field(() => String, { nullable: true, description: 'Code of the coupon to be used, at most 64 characters; the quote says whether it applies.' })
  couponCode?: string | null;
  @Field(() => Int, { nullable: true, description: 'How many points to spend; none when left out. The quote says how many can be; an order that spends fewer must confirm its total (`expectedTotal`).' })
  pointsWanted?: number | null;
  @Field(() => [CartLineInput], { nullable: true, description: 'Its first lines, each a line of its own: at most 200 for a shopper, 2000 at a till.' })
  lines?: CartLineInput[] | null;
}

@InputType({ description: 'A change of one cart.' })
export abstract class CartCommand extends MutationInput {
  @Field(() => ID, { description: 'Id of the cart.' })
  cartId!: string;
  @Field(() => Int, { nullable: true, description: 'Refuse with VERSION_CONFLICT unless the cart is at this version.' })
  expectedVersion?: number | null;
}

@InputType({ description: 'Lines for a cart.' })
export class CartAddLinesInput extends CartCommand {
  @Field(() => [CartLineInput], { description: 'The lines; at least one.' })
  lines!: CartLineInput[];
  @Field(() => Boolean, { nullable: true, description: 'True adds the pieces to a line of the same SKU on the same terms where there is one; otherwise every line becomes one of its own, as S0-36 has it.' })
  combine?: boolean | null;
}

@InputType({ description: 'A change of one line; what is left out stays.' })
export class CartChangeLineInput extends CartCommand {
  @Field(() => Int, { description: 'Which line.' })
  seq!: number;
  @Field(() => Int, { nullable: true, description: 'Pieces, 1 to 1,000,000. More of a line whose price was set by hand need the right to set prices: PRICE_NOT_ALLOWED.' })
  quantity?: number | null;
  @Field(() => OfferChoiceEnum, { nullable: true, description: 'Tills only: how the line’s offer is chosen.' })
  offerChoice?: OfferChoiceKind | null;
  @Field(() => String, { nullable: true, description: 'Code of the offer, with ONLY.' })
  offerCode?: string | null;
  @Field(() => Decimal, { nullable: true, description: 'Tills only: a price for one piece, with a reason; null gives the line back to the catalogue.' })
  unitPrice?: string | null;
  @Field(() => String, { nullable: true, description: 'Why the price differs, 1 to 200 characters.' })
  priceReason?: string | null;
}

@InputType({ description: 'Which line goes.' })
export class CartRemoveLineInput extends CartCommand {
  @Field(() => Int, { description: 'Which line; its number is never given to another.' })
  seq!: number;
}

@InputType({ description: 'What is to hold for a whole cart; what is left out stays.' })
export class CartUpdateInput extends CartCommand {
  @Field(() => String, { nullable: true, description: 'Code of the coupon to be used, at most 64 characters; null for none.' })
  couponCode?: string | null;
  @Field(() => Int, { nullable: true, description: 'How many points to spend, 0 for none; see `CartCreateInput.pointsWanted`.' })
  pointsWanted?: number | null;
  @Field(() => String, { nullable: true, description: 'Tills only: the subject of the buying shopper; null for somebody unknown.' })
  customerSubject?: string | null;
}

@InputType({ description: 'Which cart’s lines go into which.' })
export class CartMergeInput extends CartCommand {
  @Field(() => ID, { description: 'The cart whose lines are taken over, behind those that are there; it is gone afterwards.' })
  fromCartId!: string;
}

@InputType({ description: 'Which cart is thrown away.' })
export class CartDeleteInput extends CartCommand {
}
