import type { Context } from '../context.ts';
import type { Answer } from '../platform/commands.ts';
import { changeCart } from './cart-command.ts';
import type { CartDeleteInput, CartUpdateInput } from './cart-inputs.types.ts';
import { planCart } from './cart.rules.ts';
import type { CartRow } from './cart.tables.ts';
import { termsOf, termsRefusals } from './check-cart.ts';

/** Says what is to hold for the whole cart: coupon, points, and at a till the customer. */
export function updateCart(context: Context, input: CartUpdateInput): Promise<Answer<CartRow>> {
  return changeCart(context, 'cartUpdate', input, (content, { now }) => {
    const refusals = termsRefusals(input, content.cart.kind);
    return refusals.length > 0 ? refusals : planCart(content, content.lines, termsOf(input), now);
  });
}

/** Throws a cart away; nobody finds it any more. */
export function deleteCart(context: Context, input: CartDeleteInput): Promise<Answer<CartRow>> {
  return changeCart(context, 'cartDelete', input, (content, { now }) => planCart(content, content.lines, { state: 'DELETED' }, now));
}
