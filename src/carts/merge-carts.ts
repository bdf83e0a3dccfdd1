import { callerOf, type Context } from '../context.ts';
import type { Answer, CommandScope } from '../platform/commands.ts';
import { refusal, type Refusal } from '../platform/refusals.ts';
import { couponsOf, customerOf, pointsOf } from './basket.rules.ts';
import { mostPoints } from './benefits.rules.ts';
import { alreadyOrdered, commandOnCart, noCart, refuseCart, showLines } from './cart-command.ts';
import type { CartMergeInput } from './cart-inputs.types.ts';
import { differenceOf, planCart, withMerged, type CartContent, type CartPlan } from './cart.rules.ts';
import { findCarts, linesOf } from './cart.queries.ts';
import type { CartRow } from './cart.tables.ts';
import { writeMergedCart } from './write-cart.ts';

/** Takes another cart's lines over, e.g. those gathered on another device. The other is gone afterwards. */
export function mergeCarts(context: Context, input: CartMergeInput): Promise<Answer<CartRow>> {
  return commandOnCart(context, 'cartMerge', input, async (target, scope) => {
    const source = await sourceOf(context, scope, input, target.cart);
    if (Array.isArray(source)) return refuseCart(target.cart, source);
    const plans = plansOf(target, source, scope);
    if (Array.isArray(plans)) return refuseCart(target.cart, plans);
    if (!(await writeMergedCart(scope, plans.target, plans.source))) return null;
    showLines(context, target.cart.id, plans.target.lines);
    return { kind: 'done', value: plans.target.after };
  });
}

async function sourceOf(context: Context, { db }: CommandScope, { fromCartId }: CartMergeInput, target: CartRow): Promise<CartContent | Refusal[]> {
  const [cart] = await findCarts(db, callerOf(context), [fromCartId]);
  if (!cart) return [noCart('fromCartId')];
  if (cart.id === target.id) return [refusal('INVALID_INPUT', 'A cart cannot be merged into itself.', ['fromCartId'])];
  if (cart.state !== 'OPEN') return [alreadyOrdered(['fromCartId'])];
  const difference = differenceOf([target, cart]);
  return difference === null ? { cart, lines: await linesOf(db, [cart.id]) } : [refusal('CARTS_DIFFER', difference, ['fromCartId'])];
}

function plansOf(target: CartContent, source: CartContent, { now }: CommandScope): { target: CartPlan; source: CartPlan } | Refusal[] {
  const lines = withMerged(target, source.lines);
  if (!Array.isArray(lines)) return [lines];
  const carts = [target.cart, source.cart];
  const [couponCode, another] = couponsOf(carts);
  if (another !== undefined) return [refusal('CARTS_DIFFER', `The carts name different coupons (${couponCode}, ${another}), and an order takes one; clear one of them with cartUpdate first.`, ['fromCartId'])];
  // As an order of both would have it.
  const fields = { customerId: customerOf(carts), couponCode: couponCode ?? null, pointsWanted: Math.min(mostPoints, pointsOf(carts)) };
  return { target: planCart(target, lines, fields, now), source: planCart(source, source.lines, { state: 'DELETED' }, now) };
}
