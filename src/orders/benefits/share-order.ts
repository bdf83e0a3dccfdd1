import { callerOf, type Context } from '../../context.ts';
import { couponForSharing, shareForCoupon, shareOfOrder } from '../../offers/share-for-coupon.ts';
import { runCommand, type Answer, type CommandScope, type Outcome } from '../../platform/commands.ts';
import { violatedUnique } from '../../platform/database.ts';
import { refusal, type Refusal } from '../../platform/refusals.ts';
import { orderAsOf } from '../history/order-as-of.ts';
import { isShareable } from '../order.lifecycle.ts';
import { findOrder } from '../order.queries.ts';
import type { OrderRow } from '../order.tables.ts';
import type { OrderStepInput } from '../placing/order-inputs.types.ts';

export interface SharedOrder {
  readonly order: OrderRow;
  readonly code: string | null;
}

const refuse = (order: OrderRow | null, reason: Refusal): Outcome<SharedOrder> => ({ kind: 'refused', value: order && { order, code: null }, refusals: [reason] });

const shared = (order: OrderRow, code: string): Outcome<SharedOrder> => ({ kind: 'unchanged', value: { order, code }, remember: { id: order.id, version: order.version, code } });

/** A shopper shares a finished order: they get a coupon, and a code with which each friend claims one (S2-17, S2-213). */
export function shareOrder(context: Context, input: OrderStepInput): Promise<Answer<SharedOrder>> {
  const caller = callerOf(context);
  const run = async (scope: CommandScope): Promise<Outcome<SharedOrder>> => {
    const order = await findOrder(scope.db, caller, input.orderId);
    if (!order) return refuse(null, refusal('NOT_FOUND', 'You have no order with this id or number.', ['orderId']));
    if (input.expectedVersion != null && input.expectedVersion !== order.version) {
      return refuse(order, refusal('VERSION_CONFLICT', `The order is at version ${order.version} by now; look at it and decide anew.`, ['expectedVersion']));
    }
    if (!isShareable(order.status)) return refuse(order, refusal('TRANSITION_NOT_ALLOWED', `An order can be shared once it is done; this one is ${order.status}.`));
    return share(scope, order, caller.personId);
  };
  const recall = async ({ id, version, code }: Readonly<Record<string, unknown>>): Promise<SharedOrder | null> => {
    const order = await orderAsOf(context.db, caller, String(id), Number(version));
    return order && { order, code: String(code) };
  };
  return runCommand({ ...context, now: context.clock() }, { operation: 'orderShare', actorId: caller.personId, input, run, recall });
}

/** Shared before, it has its code already; else it gets one for whatever sharing gives at present. */
async function share({ db, now, claim, rehearsal }: CommandScope, order: OrderRow, customerId: string): Promise<Outcome<SharedOrder>> {
  const [before, definition] = await Promise.all([shareOfOrder(db, order.id), couponForSharing(db, now)]);
  if (before) return shared(order, before.code);
  if (!definition) return refuse(order, refusal('COUPON_NOT_AVAILABLE', 'Nothing is given for sharing at present.'));
  const saved = db`saved`;
  const { code, written } = shareForCoupon(db, saved, definition, { orderId: order.id, customerId, at: now });
  try {
    await db`with saved as (select id from orders where id = ${order.id}) ${written} ${claim(saved, { id: order.id, version: order.version, code })} select 1`;
    return { kind: 'done', value: { order, code } };
  } catch (error) {
    if (violatedUnique(error) !== 'coupon_shares_pkey') throw error;
    // After a failure a rehearsal's transaction answers nothing more.
    if (rehearsal) return refuse(order, refusal('VERSION_CONFLICT', 'The order is being shared at this moment; try again.'));
    return shared(order, (await shareOfOrder(db, order.id))!.code);
  }
}
