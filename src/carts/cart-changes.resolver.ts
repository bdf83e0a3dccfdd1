import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { isProductsUnavailable } from '../catalog/products-unavailable.rules.ts';
import { ProductsUnavailable } from '../catalog/products-unavailable.types.ts';
import type { Context } from '../context.ts';
import { Access } from '../identity/access.ts';
import type { Answer } from '../platform/commands.ts';
import { payloadOf, SimpleUserError } from '../platform/mutation.types.ts';
import { CartAddLinesInput, CartChangeLineInput, CartCreateInput, CartDeleteInput, CartMergeInput, CartRemoveLineInput, CartUpdateInput } from './cart-inputs.types.ts';
import type { CartRow } from './cart.tables.ts';
import { Cart, CartPayload } from './cart.types.ts';
import { addLines, changeLine, removeLine } from './change-lines.ts';
import { createCart } from './create-cart.ts';
import { mergeCarts } from './merge-carts.ts';
import { deleteCart, updateCart } from './update-cart.ts';

const refusals = 'Refusals: NOT_FOUND, CART_ALREADY_ORDERED, VERSION_CONFLICT';

const payload = (answer: Answer<CartRow>): CartPayload => ({
  ...payloadOf(answer, (refused) => (isProductsUnavailable(refused) ? new ProductsUnavailable(refused) : new SimpleUserError(refused))),
  cart: answer.value && new Cart(answer.value),
});

@Resolver()
export class CartChangesResolver {
  @Access('SHOPPER', 'STAFF', 'SERVICE')
  @Mutation(() => CartPayload, { description: 'Opens a cart (S0-6): a shopper’s own, or a basket at the till of a store where the caller works. Nobody is limited to one. Refusals: INVALID_INPUT, STORE_REQUIRED, NOT_FOUND, PRODUCTS_UNAVAILABLE, PRICE_NOT_ALLOWED, OFFER_CHOICE_NOT_ALLOWED.' })
  async cartCreate(@Ctx() context: Context, @Arg('input', () => CartCreateInput, { description: 'The cart.' }) input: CartCreateInput): Promise<CartPayload> {
    return payload(await createCart(context, input));
  }

  @Access('SHOPPER', 'STAFF', 'SERVICE')
  @Mutation(() => CartPayload, { description: `Puts lines into a cart; all or none. ${refusals}, INVALID_INPUT, PRODUCTS_UNAVAILABLE, PRICE_NOT_ALLOWED, OFFER_CHOICE_NOT_ALLOWED.` })
  async cartAddLines(@Ctx() context: Context, @Arg('input', () => CartAddLinesInput, { description: 'Which cart, and the lines.' }) input: CartAddLinesInput): Promise<CartPayload> {
    return payload(await addLines(context, input));
  }

  @Access('SHOPPER', 'STAFF', 'SERVICE')
  @Mutation(() => CartPayload, { description: `Changes a line: its pieces, and at a till the choice of its offer (S0-71) or a price set by hand, of whose pieces only who may set prices makes more. ${refusals}, INVALID_INPUT, PRICE_NOT_ALLOWED, OFFER_CHOICE_NOT_ALLOWED.` })
  async cartChangeLine(@Ctx() context: Context, @Arg('input', () => CartChangeLineInput, { description: 'Which line of which cart, and the change.' }) input: CartChangeLineInput): Promise<CartPayload> {
    return payload(await changeLine(context, input));
  }

  @Access('SHOPPER', 'STAFF', 'SERVICE')
  @Mutation(() => CartPayload, { description: `Takes a line out of a cart; the others keep their numbers. ${refusals}.` })
  async cartRemoveLine(@Ctx() context: Context, @Arg('input', () => CartRemoveLineInput, { description: 'Which line of which cart.' }) input: CartRemoveLineInput): Promise<CartPayload> {
    return payload(await removeLine(context, input));
  }

  @Access('SHOPPER', 'STAFF', 'SERVICE')
  @Mutation(() => CartPayload, { description: `Says what holds for a whole cart: the coupon, the points to be spent, and at a till the customer. ${refusals}, INVALID_INPUT.` })
  async cartUpdate(@Ctx() context: Context, @Arg('input', () => CartUpdateInput, { description: 'Which cart, and what holds for it.' }) input: CartUpdateInput): Promise<CartPayload> {
    return payload(await updateCart(context, input));
  }

  @Access('SHOPPER', 'STAFF', 'SERVICE')
  @Mutation(() => CartPayload, { description: `Takes the lines of another cart over, pieces on the same terms going together; the other cart is gone afterwards. Its coupon comes along, its customer where this cart has none, and its points on top of this one’s, as one order of both would have them. Both must be of one store, currency and customer, and not name different coupons. ${refusals}, CARTS_DIFFER, INVALID_INPUT.` })
  async cartMerge(@Ctx() context: Context, @Arg('input', () => CartMergeInput, { description: 'Which cart into which.' }) input: CartMergeInput): Promise<CartPayload> {
    return payload(await mergeCarts(context, input));
  }

  @Access('SHOPPER', 'STAFF', 'SERVICE')
  @Mutation(() => CartPayload, { description: `Throws a cart away. ${refusals}.` })
  async cartDelete(@Ctx() context: Context, @Arg('input', () => CartDeleteInput, { description: 'Which cart.' }) input: CartDeleteInput): Promise<CartPayload> {
    return payload(await deleteCart(context, input));
  }
}
