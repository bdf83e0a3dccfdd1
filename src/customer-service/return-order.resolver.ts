import { Arg, Ctx, Field, Mutation, ObjectType, Resolver } from 'type-graphql';
import { Cart } from '../carts/cart.types.ts';
import type { Context } from '../context.ts';
import { Access } from '../identity/access.ts';
import { servicePayload } from './answers.ts';
import { returnAndResell, returnOrder } from './return-order.ts';
import { OrderReturnAndResaleInput, OrderReturnInput } from './return-order-inputs.types.ts';
import { CustomerServicePayload } from './service-payloads.types.ts';

const refusals = 'Refusals: NOT_FOUND, TRANSITION_NOT_ALLOWED, VERSION_CONFLICT, MAY_NOT_SELL, INVALID_INPUT, QUANTITY_TOO_LARGE, REFUND_TOO_LARGE, DUPLICATE_UID';

@ObjectType({ simpleResolvers: true, description: 'Answer of `orderReturnAndResale`.' })
export class OrderReturnAndResalePayload extends CustomerServicePayload {
  @Field(() => Cart, { nullable: true, description: 'The basket with what is sold again, as it was opened; null when refused.' })
  cart!: Cart | null;
}

@Resolver()
export class OrderReturnResolver {
  @Access('STAFF', 'SERVICE')
  @Mutation(() => CustomerServicePayload, { description: `Takes an order back at the till, all that is left of it or some of its lines, by one command: the return is opened, the goods are received, and the money goes back over the payments that brought it, as after \`customerServiceRefund\` (S0-4, S0-15 to S0-18). ${refusals}.` })
  async orderReturn(@Ctx() context: Context, @Arg('input', () => OrderReturnInput, { description: 'Which order, and what of it.' }) input: OrderReturnInput): Promise<CustomerServicePayload> {
    return servicePayload(await returnOrder(context, input));
  }

  @Access('STAFF', 'SERVICE')
  @Mutation(() => OrderReturnAndResalePayload, { description: `Takes an order back as \`orderReturn\` does, and opens a basket at the till of its store with what is sold again, for the same customer (S0-5, S0-19 to S0-23). Nothing of the old terms comes along: the lines are priced anew, without the coupon, the points, a chosen offer or a price set by hand. Change the basket with \`cartUpdate\` and the like, and place it with \`orderPlaceFromCartInStore\`. ${refusals}, PRODUCTS_UNAVAILABLE, STORE_REQUIRED.` })
  async orderReturnAndResale(@Ctx() context: Context, @Arg('input', () => OrderReturnAndResaleInput, { description: 'Which order, what of it, and what is sold again.' }) input: OrderReturnAndResaleInput): Promise<OrderReturnAndResalePayload> {
    const answer = await returnAndResell(context, input);
    return { ...servicePayload(answer), cart: answer.value?.cart ? new Cart(answer.value.cart) : null };
  }
}
