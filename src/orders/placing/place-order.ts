import { benefitsRefusals } from '../../carts/benefits.rules.ts';
import { priceNotAllowed, setterOf } from '../../carts/check-cart.ts';
import type { PriceSetter } from '../../carts/cart.rules.ts';
import { currencyRefusals } from '../../carts/store-currency.rules.ts';
import { wantedOfDraft } from '../../carts/sale.rules.ts';
import { callerOf, type Context } from '../../context.ts';
import { runCommand, type Answer, type CommandScope, type Outcome } from '../../platform/commands.ts';
import { fromGlobalId, personIdOf } from '../../platform/ids.ts';
import type { Refusal } from '../../platform/refusals.ts';
import { textRefusals } from '../../platform/text.rules.ts';
import type { OrderFrame } from './new-order-row.rules.ts';
import { refuse } from '../steps/move-order.ts';
import { draftRefusals, ownPriceRefusals, type LineDrafts } from './new-order.rules.ts';
import { inStoreFrame, onlineFrame, recallOrder, wishedBenefits } from './order-frame.ts';
import type { OrderPlaceInput, OrderPlaceInStoreInput } from './order-inputs.types.ts';
import type { OrderRow } from '../order.tables.ts';
import { placePriced, untilPlaced, type OrderWish } from './price-order.ts';
import { tillOf, tillRefusals, type Till } from './till.ts';

const ownLines = ({ lines }: LineDrafts, setter: PriceSetter): Pick<OrderWish, 'linesIn' | 'pathOf' | 'names' | 'carts'> => ({
  names: lines.map((_, index) => ({ seq: index + 1, cartId: null })),
  pathOf: (index) => (index === null ? ['lines'] : ['lines', String(index)]), carts: [],
  linesIn: (currency) => {
    const refusals = ownPriceRefusals(lines, currency);
    return refusals.length > 0 ? refusals : lines.map((line) => wantedOfDraft(line, currency, setter));
  },
});

/** A shopper places an order online. The caller owns it. */
export function placeOrder(context: Context, input: OrderPlaceInput): Promise<Answer<OrderRow>> {
  const caller = callerOf(context);
  const deliveryType = input.deliveryType ?? 'EXPRESS';
  const pointsRedemption = input.pointsRedemption ?? false;
  const run = async (scope: CommandScope): Promise<Outcome<OrderRow>> => {
    const refusals = [...draftRefusals(input, deliveryType, false), ...benefitsRefusals(input)];
    if (refusals.length > 0) return refuse(null, refusals);
    const hint = input.currency ?? context.orderSettings.defaultCurrency;
    const check = async (): Promise<OrderFrame | Refusal[]> => {
      const frame = await onlineFrame(context, scope, input, input.storeId ?? null);
      if (Array.isArray(frame)) return frame;
      const refused = currencyRefusals(frame.store, input.currency);
      return refused.length > 0 ? refused : { ...frame, currency: frame.store?.currency ?? hint };
    };
    const storeId = input.storeId == null ? null : fromGlobalId('store', input.storeId);
    const question = { lines: input.lines, currency: hint, storeId, customerId: caller.personId, sentBy: deliveryType === 'SELF_PICK' ? null : deliveryType };
    const wish: OrderWish = { benefits: wishedBenefits(input, pointsRedemption), question, check, ...ownLines(input, setterOf(caller)) };
    return untilPlaced(scope, () => placePriced(context, scope, wish));
  };
  return runCommand({ ...context, now: context.clock() }, { operation: 'orderPlace', actorId: caller.personId, input, run, recall: recallOrder(context) });
}

/** A clerk, or an integrated system, places an order at the till of a store (S2-183). */
export function placeOrderInStore(context: Context, input: OrderPlaceInStoreInput): Promise<Answer<OrderRow>> {
  const caller = callerOf(context);
  const customerId = input.customerSubject == null ? null : personIdOf(input.customerSubject);
  const run = async (scope: CommandScope): Promise<Outcome<OrderRow>> => {
    const refusals = [...draftRefusals(input, 'SELF_PICK', true), ...textRefusals([['customerSubject', input.customerSubject, 255, true]]), ...tillRefusals(input), ...benefitsRefusals(input)];
    if (refusals.length > 0) return refuse(null, refusals);
    const check = async (): Promise<OrderFrame | Refusal[]> => {
      const till = await sellingAt(context, scope, input);
      return Array.isArray(till) ? till : inStoreFrame(context, input, customerId, till);
    };
    const question = { lines: input.lines, currency: context.orderSettings.defaultCurrency, storeId: fromGlobalId('store', input.storeId), customerId, sentBy: null };
    const wish: OrderWish = { benefits: wishedBenefits(input), question, check, ...ownLines(input, setterOf(caller)) };
    return untilPlaced(scope, () => placePriced(context, scope, wish));
  };
  return runCommand({ ...context, now: context.clock() }, { operation: 'orderPlaceInStore', actorId: caller.personId, input, run, recall: recallOrder(context) });
}

/** The till, if the caller may sell there at these prices. */
async function sellingAt(context: Context, { db }: CommandScope, input: OrderPlaceInStoreInput): Promise<Till | Refusal[]> {
  const till = await tillOf(context, db, fromGlobalId('store', input.storeId), input, ['storeId']);
  if (Array.isArray(till)) return till;
  const priced = input.lines.findIndex(({ unitPrice }) => unitPrice != null);
  return priced === -1 || callerOf(context).role === 'SERVICE' || till.member?.maySetPrice ? till : [priceNotAllowed(['lines', String(priced), 'unitPrice'])];
}
