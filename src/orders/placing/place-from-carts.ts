import { basketBenefits, customerOf } from '../../carts/basket.rules.ts';
import { benefitsRefusals } from '../../carts/benefits.rules.ts';
import { differenceOf } from '../../carts/cart.rules.ts';
import { findCarts, linesOf } from '../../carts/cart.queries.ts';
import type { CartLineRow, CartRow } from '../../carts/cart.tables.ts';
import { wantedOfCartLine, type WantedLine } from '../../carts/sale.rules.ts';
import { callerOf, type Context } from '../../context.ts';
import { runCommand, type Answer, type CommandScope, type Outcome } from '../../platform/commands.ts';
import { refusal, type Refusal } from '../../platform/refusals.ts';
import { toGlobalId } from '../../platform/ids.ts';
import type { OrderFrame } from './new-order-row.rules.ts';
import { refuse } from '../steps/move-order.ts';
import { frameRefusals } from './new-order.rules.ts';
import { inStoreFrame, onlineFrame, recallOrder, wishedBenefits } from './order-frame.ts';
import type { NewOrderInput, OrderPlaceFromCartInStoreInput, OrderPlaceFromCartsInput } from './order-inputs.types.ts';
import { findOrder } from '../order.queries.ts';
import type { OrderRow } from '../order.tables.ts';
import { tillOf, tillRefusals } from './till.ts';
import { placePriced, untilPlaced, type Benefits, type OrderWish } from './price-order.ts';

const mostCarts = 50;

/** Carts that can become one order together, with the lines of all of them in the order of the carts. */
interface Basket {
  readonly carts: readonly CartRow[];
  readonly lines: readonly CartLineRow[];
}

/** Reads the carts that are to become an order, or says why they cannot. */
async function basketOf(context: Context, { db }: CommandScope, cartIds: readonly string[], path: readonly string[]): Promise<Basket | Outcome<OrderRow>> {
  const found = await findCarts(db, callerOf(context), cartIds);
  const missing = found.findIndex((cart) => cart === null);
  if (missing !== -1) return refuse(null, [refusal('NOT_FOUND', 'You have no cart with this id.', path[0] === 'cartIds' ? [...path, String(missing)] : path)]);
  const carts = found as CartRow[];
  const ordered = carts.find(({ state }) => state === 'ORDERED');
  if (ordered) return refuse(await findOrder(db, callerOf(context), toGlobalId('order', ordered.orderId!)), [refusal('CART_ALREADY_ORDERED', 'The cart has become an order already: the one in `order`.', path)]);
  const difference = differenceOf(carts);
  if (difference !== null) return refuse(null, [refusal('CARTS_DIFFER', difference, path)]);
  // After their carts: lines that were added meanwhile void what is written by the carts' versions.
  const lines = await linesOf(db, carts.map(({ id }) => id));
  if (lines.length === 0) return refuse(null, [refusal('CART_EMPTY', 'There is nothing in the cart; put something into it first.', path)]);
  return { carts, lines: carts.flatMap(({ id }) => lines.filter(({ cartId }) => cartId === id)) };
}

function wishOf(basket: Basket, benefits: Benefits, { path, sentBy }: Pick<Placing, 'path' | 'sentBy'>, check: OrderWish['check']): OrderWish {
  const { currency, storeId } = basket.carts[0]!;
  const wanted: WantedLine[] = basket.lines.map(wantedOfCartLine);
  return {
    benefits, pathOf: () => path, names: basket.lines.map(({ seq, cartId }) => ({ seq, cartId })), check, carts: basket.carts, linesIn: () => wanted,
    question: { lines: wanted, currency, storeId, customerId: customerOf(basket.carts), sentBy },
  };
}

/** How a basket becomes an order: online or at the till. */
interface Placing {
  readonly path: readonly string[];
  readonly refusals: readonly Refusal[];
  readonly pointsRedemption: boolean;
  /** How the goods are sent; null where they are fetched. */
  readonly sentBy: string | null;
  frameOf(scope: CommandScope, basket: Basket): Promise<OrderFrame | Refusal[]>;
}

/** Places an order of everything in some carts of one till or shopper; each becomes an order once (S3-36). */
function placeBasket(context: Context, operation: string, input: NewOrderInput, cartIds: readonly string[], placing: Placing): Promise<Answer<OrderRow>> {
  const run = async (scope: CommandScope): Promise<Outcome<OrderRow>> => {
    const refusals = [...placing.refusals, ...benefitsRefusals(input)];
    if (refusals.length > 0) return refuse(null, refusals);
    return untilPlaced(scope, async () => {
      const basket = await basketOf(context, scope, cartIds, placing.path);
      if ('kind' in basket) return basket;
      const held = basketBenefits(basket.carts, input);
      if ('code' in held) return refuse(null, [held]);
      return placePriced(context, scope, wishOf(basket, wishedBenefits({ ...input, ...held }, placing.pointsRedemption), placing, () => placing.frameOf(scope, basket)));
    });
  };
  return runCommand({ ...context, now: context.clock() }, { operation, actorId: callerOf(context).personId, input, run, recall: recallOrder(context) });
}

/** A shopper's carts become one online order (S0-1, S4-4). */
export function placeFromCarts(context: Context, input: OrderPlaceFromCartsInput): Promise<Answer<OrderRow>> {
  const frameOf = async (scope: CommandScope, { carts }: Basket): Promise<OrderFrame | Refusal[]> => {
    const { storeId, currency } = carts[0]!;
    const frame = await onlineFrame(context, scope, input, storeId && toGlobalId('store', storeId));
    return Array.isArray(frame) ? frame : { ...frame, currency };
  };
  const deliveryType = input.deliveryType ?? 'EXPRESS';
  return placeBasket(context, 'orderPlaceFromCarts', input, input.cartIds, {
    path: ['cartIds'], refusals: [...frameRefusals(input, deliveryType, false), ...cartsRefusals(input.cartIds)], pointsRedemption: input.pointsRedemption ?? false,
    sentBy: deliveryType === 'SELF_PICK' ? null : deliveryType, frameOf,
  });
}

function cartsRefusals(cartIds: readonly string[]): Refusal[] {
  if (cartIds.length === 0 || cartIds.length > mostCarts) return [refusal('INVALID_INPUT', `Name 1 to ${mostCarts} carts; you named ${cartIds.length}.`, ['cartIds'])];
  return new Set(cartIds).size < cartIds.length ? [refusal('INVALID_INPUT', 'A cart stands there twice.', ['cartIds'])] : [];
}

/** A basket at a till becomes an in-store order (S0-1). */
export function placeFromCartInStore(context: Context, input: OrderPlaceFromCartInStoreInput): Promise<Answer<OrderRow>> {
  const frameOf = async ({ db }: CommandScope, basket: Basket): Promise<OrderFrame | Refusal[]> => {
    const till = await tillOf(context, db, basket.carts[0]!.storeId, input, ['cartId']);
    return Array.isArray(till) ? till : inStoreFrame(context, input, customerOf(basket.carts), till);
  };
  return placeBasket(context, 'orderPlaceFromCartInStore', input, [input.cartId], {
    path: ['cartId'], refusals: [...frameRefusals(input, 'SELF_PICK', true), ...tillRefusals(input)], pointsRedemption: false, sentBy: null, frameOf,
  });
}
