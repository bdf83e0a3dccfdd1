import { ArgsType, Field, ID, InputType, Int } from 'type-graphql';
import { CartLineInput } from '../../carts/cart-inputs.types.ts';
import { RegionInput } from '../../freight/freight-inputs.types.ts';
import { CurrencyCode } from '../../platform/scalars.ts';
import { DeliveryTypeEnum } from '../order-enums.types.ts';
import type { DeliveryType } from '../order.lifecycle.ts';

/** How the goods would be had, and with which benefits; the same words as an order's. */
@ArgsType()
@InputType({ description: 'How the goods would be had, and with which benefits.' })
export class QuoteTerms {
  @Field(() => DeliveryTypeEnum, { nullable: true, description: 'How the goods would reach you; EXPRESS when left out. At a till they are fetched.' })
  deliveryType?: DeliveryType | null;
  @Field(() => RegionInput, { nullable: true, description: 'Where they would go. Without it and an address, freight is left out.' })
  destination?: RegionInput | null;
  @Field(() => ID, { nullable: true, description: 'In place of `destination`: an address out of your book.' })
  addressId?: string | null;
  @Field(() => String, { nullable: true, description: 'Code of a coupon. For a cart: its own when left out, none when null.' })
  couponCode?: string | null;
  @Field(() => Int, { nullable: true, description: 'Up to how many points to spend; the answer says how many can be. For carts: their own together when left out.' })
  pointsWanted?: number | null;
  @Field(() => Boolean, { nullable: true, description: 'Whether points are to pay all of the goods (S4 order type 2).' })
  pointsRedemption?: boolean | null;
}

@InputType({ description: 'What is to be priced: lines that stand in no cart, or carts that would become one order.' })
export class QuoteInput extends QuoteTerms {
  @Field(() => [CartLineInput], { nullable: true, description: 'Lines: at most 200 for a shopper, 2000 at a till. Either these or `cartIds`.' })
  lines?: CartLineInput[] | null;
  @Field(() => [ID], { nullable: true, description: '1 to 50 open carts of one store and currency, as one order would take them: what refuses that refuses their quote.' })
  cartIds?: string[] | null;
  @Field(() => ID, { nullable: true, description: 'With `lines`: the store. Staff and services need it.' })
  storeId?: string | null;
  @Field(() => CurrencyCode, { nullable: true, description: 'With `lines`: the currency where there is no store; the platform’s own when left out. With a store, the store’s; another is an error.' })
  currency?: string | null;
  @Field(() => String, { nullable: true, description: 'With `lines`, at a till: the subject of the buying shopper, when they are known.' })
  customerSubject?: string | null;
}
