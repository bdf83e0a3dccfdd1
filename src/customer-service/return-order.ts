import { planTillCart, type NewCart } from '../carts/begin-till-cart.ts';
import { showLines } from '../carts/cart-command.ts';
import { insertCartWith, rememberCart } from '../carts/write-cart.ts';
import { actorOf, callerOf, type Context } from '../context.ts';
import { findOrder, findOrderByUid } from '../orders/order.queries.ts';
import type { OrderRow } from '../orders/order.tables.ts';
import type { Answer, CommandScope } from '../platform/commands.ts';
import type { Database } from '../platform/database.ts';
import { fromGlobalId } from '../platform/ids.ts';
import { refusal, type Refusal } from '../platform/refusals.ts';
import { textRefusals } from '../platform/text.rules.ts';
import type { ServiceAnswer } from './command-on-service.ts';
import { isRefused, openOnOrder, type Alongside, type OpenRequest } from './open-service.ts';
import { openingTextRefusals, type OpeningDraft } from './open-service.rules.ts';
import type { ServiceDocument } from './order-case.rules.ts';
import { lineRefusals, openingCommand } from './request-service.ts';
import { resaleLines, resaleRefusals, type ResaleDraft } from './resale.rules.ts';
import type { OrderReturnAndResaleInput, OrderReturnInput } from './return-order-inputs.types.ts';

const maximalLines = 2000;

/** A till that takes goods back does not ask why. */
const noReason = 'Taken back at the till';

/** A clerk takes an order back, all that is left of it or some lines: goods in, money out, by one command (S0-4). */
export function returnOrder(context: Context, input: OrderReturnInput): Promise<Answer<ServiceAnswer>> {
  const request = requestOf(context, input);
  return openingCommand(context, {
    operation: 'orderReturn', input, refusals: returnRefusals(input, request), find: (db) => namedOrder(context, db, input), attempt: (order, scope) => openOnOrder(context, scope, order, request),
  });
}

/** As `returnOrder`, and what is sold again of it lies in a fresh basket, written by the same statement (S0-5). */
export function returnAndResell(context: Context, input: OrderReturnAndResaleInput): Promise<Answer<ServiceAnswer>> {
  const request = requestOf(context, input);
  return openingCommand(context, {
    operation: 'orderReturnAndResale', input, refusals: [...returnRefusals(input, request), ...resaleRefusals(input.resale)], find: (db) => namedOrder(context, db, input),
    attempt: (order, scope) => openOnOrder(context, scope, order, request, (document) => cartBeside(context, scope, order, document, input.resale)),
  });
}

const draftOf = ({ uid, reason, reasonCode, content }: OrderReturnInput): OpeningDraft =>
  ({ uid, reason: reason ?? (reasonCode == null ? noReason : null), reasonCode, content, goodsReceived: true });

const requestOf = (context: Context, input: OrderReturnInput): OpenRequest => ({
  type: 'RETURN', draft: draftOf(input), returns: input.returns ?? [], replacements: [], cancelsOrder: false, clerk: actorOf(callerOf(context)), goodsHandedIn: true, refundNow: true,
});

function returnRefusals({ orderId, orderUid, storeId, returns }: OrderReturnInput, { draft, type }: OpenRequest): Refusal[] {
  const bad = (message: string, path: string): Refusal => refusal('INVALID_INPUT', message, [path]);
  return [
    ...((orderId == null) === (orderUid == null) ? [bad('Name the order by one of orderId and orderUid.', 'orderId')] : []),
    ...((orderUid == null) === (storeId == null) ? [] : [bad('A till’s uid counts in its store: give orderUid and storeId together.', 'storeId')]),
    ...textRefusals([['orderUid', orderUid, 64, true]]), ...openingTextRefusals(draft), ...lineRefusals({ type, returns }, maximalLines),
  ];
}

async function namedOrder(context: Context, db: Database, { orderId, orderUid, storeId }: OrderReturnInput): Promise<OrderRow | null> {
  if (orderId != null) return findOrder(db, callerOf(context), orderId);
  const store = fromGlobalId('store', storeId!);
  return store === null ? null : findOrderByUid(db, callerOf(context), orderUid!, store);
}

async function cartBeside(context: Context, scope: CommandScope, order: OrderRow, { items }: ServiceDocument, resale: readonly ResaleDraft[]): Promise<Alongside | Refusal[]> {
  const { storeId, currency, customerId } = order;
  if (storeId === null) return [refusal('STORE_REQUIRED', 'The order belongs to no store, at whose till its goods could be sold again; take it back with orderReturn.', ['orderId'])];
  const drafts = resaleLines(items, resale);
  if (isRefused(drafts)) return drafts;
  const begun = await planTillCart(context, scope, { storeId, currency, customerId }, drafts, ['resale']);
  if (Array.isArray(begun)) return begun;
  const { cart, lines } = begun as NewCart;
  showLines(context, cart.id, lines);
  return { companions: (db, saved) => insertCartWith(db, saved, cart, lines), remember: rememberCart(cart), shown: { cart } };
}
