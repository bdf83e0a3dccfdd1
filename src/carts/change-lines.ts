import { callerOf, type Context } from '../context.ts';
import type { Answer, CommandScope } from '../platform/commands.ts';
import { refusal, type Refusal } from '../platform/refusals.ts';
import { changeCart, commandOnCart, refuseCart, showLines } from './cart-command.ts';
import type { CartAddLinesInput, CartChangeLineInput, CartRemoveLineInput } from './cart-inputs.types.ts';
import { cartLineRefusals, lineChangeRefusals, planCart, raisesHandPriced, withAdded, withChanged, withoutLine, type CartContent, type CartPlan } from './cart.rules.ts';
import type { CartRow } from './cart.tables.ts';
import { catalogueRefusals, morePiecesRefusals, priceRightRefusals, setterOf } from './check-cart.ts';
import { rememberCart, writeCart } from './write-cart.ts';

/** Puts lines into a cart. */
export function addLines(context: Context, input: CartAddLinesInput): Promise<Answer<CartRow>> {
  return changeCart(context, 'cartAddLines', input, async (content, scope) => {
    const { cart } = content;
    if (input.lines.length === 0) return [refusal('INVALID_INPUT', 'Send at least one line.', ['lines'])];
    const refusals = cartLineRefusals(input.lines, cart);
    if (refusals.length > 0) return refusals;
    const priced = input.lines.findIndex(({ unitPrice }) => unitPrice != null);
    const checks = await Promise.all([
      priced === -1 ? [] : priceRightRefusals(context, scope, cart.storeId, ['lines', String(priced), 'unitPrice']), catalogueRefusals(context, scope, input.lines, cart),
    ]);
    if (checks.flat().length > 0) return checks.flat();
    return planned(content, withAdded(content, input.lines, input.combine ?? false, setterOf(callerOf(context))), scope);
  });
}

/** Changes one line: pieces, the choice of its offer, or a price set by hand. */
export function changeLine(context: Context, input: CartChangeLineInput): Promise<Answer<CartRow>> {
  return changeCart(context, 'cartChangeLine', input, async (content, scope) => {
    const { cart } = content;
    const refusals = lineChangeRefusals(input, cart);
    if (refusals.length > 0) return refusals;
    const right = input.unitPrice != null ? await priceRightRefusals(context, scope, cart.storeId, ['unitPrice'])
      : raisesHandPriced(content, input.seq, input) ? await morePiecesRefusals(context, scope, cart.storeId) : [];
    return right.length > 0 ? right : planned(content, withChanged(content, input.seq, input, setterOf(callerOf(context))), scope);
  });
}

const planned = (content: CartContent, lines: ReturnType<typeof withAdded>, { now }: CommandScope): CartPlan | Refusal[] =>
  (Array.isArray(lines) ? planCart(content, lines, {}, now) : [lines]);

/** Takes a line out. One that was taken out before is out: a repetition finds nothing to do. */
export function removeLine(context: Context, input: CartRemoveLineInput): Promise<Answer<CartRow>> {
  return commandOnCart(context, 'cartRemoveLine', input, async (content, scope) => {
    const { cart } = content;
    const lines = withoutLine(content, input.seq);
    if (!Array.isArray(lines)) return input.seq > 0 && input.seq <= cart.lastSeq ? { kind: 'unchanged', value: cart, remember: rememberCart(cart) } : refuseCart(cart, [lines]);
    const plan = planCart(content, lines, {}, scope.now);
    if (!(await writeCart(scope, plan))) return null;
    showLines(context, cart.id, plan.lines);
    return { kind: 'done', value: plan.after };
  });
}
