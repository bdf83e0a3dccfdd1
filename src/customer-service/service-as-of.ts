import { recallCart } from '../carts/cart-command.ts';
import { callerOf, type Context } from '../context.ts';
import { orderAsOf } from '../orders/history/order-as-of.ts';
import { historiesOf } from '../platform/event-log.ts';
import type { Remembered } from '../platform/commands.ts';
import { worksIn } from '../stores/store.queries.ts';
import { documentsAt, primeItems } from './customer-service.queries.ts';
import type { ServiceAnswer } from './command-on-service.ts';
import type { ServiceDocument } from './order-case.rules.ts';
import { rewoundService } from './service-plan.rules.ts';

/** The document as it was right after it reached this version; null when there is no such document. */
async function documentAsOf(context: Pick<Context, 'db'>, anchorId: string, id: string, version: number): Promise<ServiceDocument | null> {
  const document = (await documentsAt(context.db, anchorId)).find(({ row }) => row.id === id);
  if (!document || document.row.version <= version) return document ?? null;
  return rewoundService(document, await historiesOf(context.db, [id]), version);
}

/** Gives an answer again: the document and its order as they were then; nothing to a clerk who works in its store no longer. */
export const recallService = (context: Context) => async ({ service, anchor, version, orderVersion, cart }: Remembered): Promise<ServiceAnswer> => {
  const [document, order] = await Promise.all([
    documentAsOf(context, String(anchor), String(service), Number(version)),
    orderVersion === undefined ? null : orderAsOf(context.db, callerOf(context), String(anchor), Number(orderVersion)),
  ]);
  const caller = callerOf(context);
  if (caller.role === 'STAFF' && !(document?.row.storeId && (await worksIn(context.db, caller, document.row.storeId)))) return { document: null, order };
  if (document) primeItems(context, document.row, document.items);
  return { document, order, ...(cart !== undefined && { cart: await recallCart(context)({ cart }) }) };
};
