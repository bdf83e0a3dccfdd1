import { callerOf, type Context } from '../context.ts';
import type { CommandScope } from '../platform/commands.ts';
import { newIdAt } from '../platform/ids.ts';
import type { Refusal } from '../platform/refusals.ts';
import { epochOf } from '../platform/time.ts';
import { withAdded } from './cart.rules.ts';
import type { CartLineRow, CartRow } from './cart.tables.ts';
import { catalogueRefusals, setterOf } from './check-cart.ts';
import type { LineDraft } from './line-draft.rules.ts';

/** A basket that stands beside what another command writes. */
export interface NewCart {
  readonly cart: CartRow;
  readonly lines: readonly CartLineRow[];
}

/** For whom and where it is opened; the caller works there. */
export interface TillCart {
  readonly storeId: string;
  readonly currency: string;
  readonly customerId: string | null;
}

/** A fresh basket at a till with these lines, or why it cannot hold them; `path` leads to them. */
export async function planTillCart(context: Context, scope: CommandScope, where: TillCart, drafts: readonly LineDraft[], path: readonly string[]): Promise<NewCart | Refusal[]> {
  const caller = callerOf(context);
  const { now } = scope;
  const row: CartRow = {
    ...where, id: newIdAt(epochOf(now)), kind: 'TILL', state: 'OPEN', ownerId: caller.personId, couponCode: null, pointsWanted: 0, version: 1, lastSeq: 0, orderId: null, createdAt: now, updatedAt: now,
  };
  const refusals = await catalogueRefusals(context, scope, drafts, row, path);
  if (refusals.length > 0) return refusals;
  const added = withAdded({ cart: row, lines: [] }, drafts, false, setterOf(caller));
  if (!Array.isArray(added)) return [{ ...added, path }];
  const lines = added.map((line): CartLineRow => ({ ...line, cartId: row.id, since: 1, until: null }));
  return { cart: { ...row, lastSeq: lines.length }, lines };
}
