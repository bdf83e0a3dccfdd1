import { callerOf, type Context } from '../context.ts';
import { runCommand, type Answer, type CommandInput, type CommandScope, type Outcome, type Remembered } from '../platform/commands.ts';
import { refusal, type Refusal } from '../platform/refusals.ts';
import type { CartContent, CartPlan } from './cart.rules.ts';
import { worksIn } from '../stores/store.queries.ts';
import { findCarts, linesAsOf, linesOf, linesOfCart } from './cart.queries.ts';
import type { CartLineRow, CartRow } from './cart.tables.ts';
import { writeCart } from './write-cart.ts';

/** What every mutation of an existing cart takes. */
export interface CartCommandInput extends CommandInput {
  readonly cartId: string;
  readonly expectedVersion?: number | null | undefined;
}

/** Beyond this many lost races the client is told to try again. */
const maximalTries = 5;

export const refuseCart = (cart: CartRow | null, refusals: readonly Refusal[]): Outcome<CartRow> => ({ kind: 'refused', value: cart, refusals });

export const noCart = (path: string): Refusal => refusal('NOT_FOUND', 'You have no cart with this id.', [path]);

export const alreadyOrdered = (path: readonly string[]): Refusal => refusal('CART_ALREADY_ORDERED', 'The cart has become an order already; its `order` says which. Start a new cart.', path);

/** Shows the cart's lines as they were at that version wherever this request asks for them. */
export function showLines(context: Context, cartId: string, lines: readonly CartLineRow[]): void {
  linesOfCart(context).clear(cartId).prime(cartId, [...lines]);
}

/** Gives a remembered answer again: the cart as it was, with the lines it then had; nothing to a clerk who works in its store no longer. */
export const recallCart = (context: Context) => async ({ cart }: Remembered): Promise<CartRow | null> => {
  const row = JSON.parse(String(cart)) as CartRow;
  const caller = callerOf(context);
  if (caller.role === 'STAFF' && !(row.storeId && (await worksIn(context.db, caller, row.storeId)))) return null;
  showLines(context, row.id, await linesAsOf(context.db, row.id, row.version));
  return row;
};

/** Why a cart cannot be changed now, however the change may look; null when it can. */
function standsInTheWay(cart: CartRow, expectedVersion: number | null | undefined): Refusal | null {
  if (expectedVersion != null && expectedVersion !== cart.version) {
    return refusal('VERSION_CONFLICT', `The cart is at version ${cart.version} by now; look at it and decide anew.`, ['expectedVersion']);
  }
  return cart.state === 'OPEN' ? null : alreadyOrdered(['cartId']);
}

/** Writes a change of one cart; gives null when it lost a race. */
type Attempt = (content: CartContent, scope: CommandScope) => Promise<Outcome<CartRow> | null>;

/** Runs a command on one cart the caller may know of. Who loses a race reads the cart again and is judged anew. */
export function commandOnCart(context: Context, operation: string, input: CartCommandInput, attempt: Attempt): Promise<Answer<CartRow>> {
  const caller = callerOf(context);
  const run = async (scope: CommandScope): Promise<Outcome<CartRow>> => {
    for (let tries = 0; tries < maximalTries; tries += 1) {
      const [cart] = await findCarts(scope.db, caller, [input.cartId]);
      if (!cart) return refuseCart(null, [noCart('cartId')]);
      const obstacle = standsInTheWay(cart, input.expectedVersion);
      if (obstacle) return refuseCart(cart, [obstacle]);
      const outcome = await attempt({ cart, lines: await linesOf(scope.db, [cart.id]) }, scope);
      if (outcome) return outcome;
    }
    return refuseCart((await findCarts(scope.db, caller, [input.cartId]))[0] ?? null, [refusal('VERSION_CONFLICT', 'Others keep changing this cart; try again.')]);
  };
  return runCommand({ ...context, now: context.clock() }, { operation, actorId: caller.personId, input, run, recall: recallCart(context) });
}

/** A change of one cart that is written by itself: the plan, or why there is none. */
export function changeCart(
  context: Context, operation: string, input: CartCommandInput,
  decide: (content: CartContent, scope: CommandScope) => Promise<CartPlan | Refusal[]> | CartPlan | Refusal[],
): Promise<Answer<CartRow>> {
  return commandOnCart(context, operation, input, async (content, scope) => {
    const plan = await decide(content, scope);
    if (Array.isArray(plan)) return refuseCart(content.cart, plan);
    if (!(await writeCart(scope, plan as CartPlan))) return null;
    showLines(context, content.cart.id, (plan as CartPlan).lines);
    return { kind: 'done', value: (plan as CartPlan).after };
  });
}
