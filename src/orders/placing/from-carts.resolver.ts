import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import type { Context } from '../../context.ts';
import { Access } from '../../identity/access.ts';
import { orderPayload } from '../steps/order-answers.ts';
import { OrderPlaceFromCartInStoreInput, OrderPlaceFromCartsInput } from './order-inputs.types.ts';
import { OrderPayload } from '../steps/order-payloads.types.ts';
import { placeFromCartInStore, placeFromCarts } from './place-from-carts.ts';

const refusals = 'Refusals: NOT_FOUND, CART_ALREADY_ORDERED with the order, CART_EMPTY, PRODUCTS_UNAVAILABLE, PRICE_CHANGED, COUPON_NOT_APPLICABLE, INSUFFICIENT_POINTS, POINTS_NOT_APPLICABLE, INVALID_INPUT, DUPLICATE_UID';

@Resolver()
export class FromCartsResolver {
  @Access('SHOPPER')
  @Mutation(() => OrderPayload, { description: `Places an online order of everything in one or several carts (S0-1, S4-4), at the price that their quote shows. Each cart becomes an order once. ${refusals}, CARTS_DIFFER, STORE_REQUIRED, STORE_NOT_ACCEPTING, NOT_DELIVERABLE.` })
  async orderPlaceFromCarts(@Ctx() context: Context, @Arg('input', () => OrderPlaceFromCartsInput, { description: 'Which carts, and what else the order carries.' }) input: OrderPlaceFromCartsInput): Promise<OrderPayload> {
    return orderPayload(await placeFromCarts(context, input));
  }

  @Access('STAFF', 'SERVICE')
  @Mutation(() => OrderPayload, { description: `Places an in-store order of everything in a basket at the till (S0-1), at the price that its quote shows. It becomes an order once. ${refusals}, OFFER_NOT_APPLICABLE, BENEFITS_NOT_ALLOWED, MAY_NOT_SELL.` })
  async orderPlaceFromCartInStore(@Ctx() context: Context, @Arg('input', () => OrderPlaceFromCartInStoreInput, { description: 'Which basket, and what else the order carries.' }) input: OrderPlaceFromCartInStoreInput): Promise<OrderPayload> {
    return orderPayload(await placeFromCartInStore(context, input));
  }
}
