import { callerOf, type Context } from '../../context.ts';
import { refundsOf } from '../../payments/payment.queries.ts';
import { closeRefused, refundMovedOn } from '../../payments/write-payments.ts';
import type { Answer, Outcome } from '../../platform/commands.ts';
import { commandOnOrder, moverOf, movedOn, refuse } from '../steps/move-order.ts';
import { sellingRefusal } from '../placing/sell-for-company.ts';
import type { OrderRow } from '../order.tables.ts';
import { planOtherwise } from './plan-otherwise.ts';
import type { OrderPayRefundOtherwiseInput } from './refund-otherwise.types.ts';
import { paidAtTerminal } from './report-card-refusal.ts';
import { writeOrder } from '../steps/write-order.ts';

/** Pays out in another way what goes back by itself, as of an order that was canceled, and what its gateway refuses. A document's refunds are its own. */
export function payRefundOtherwise(context: Context, input: OrderPayRefundOtherwiseInput): Promise<Answer<OrderRow>> {
  const { actor } = moverOf(callerOf(context));
  return commandOnOrder(context, 'orderPayRefundOtherwise', input, async (order, scope): Promise<Outcome<OrderRow> | null> => {
    if (input.expectedVersion != null && input.expectedVersion !== order.version) return movedOn(order);
    const lacking = await sellingRefusal(scope.db, callerOf(context), order);
    if (lacking) return refuse(order, [lacking]);
    const refunds = (await refundsOf(scope.db, order.id)).filter(({ serviceId }) => serviceId === null);
    const plan = planOtherwise(order, refunds, input, actor, scope.now);
    if (Array.isArray(plan)) return refuse(order, plan);
    const { order: moved, refund, postings } = plan;
    const paid = await paidAtTerminal(context, scope, refund);
    if (paid) return refuse(order, [paid]);
    try {
      return (await writeOrder(scope, moved, (db, saved) => closeRefused(db, saved, refund), postings)) ? { kind: 'done', value: moved.after } : null;
    } catch (error) {
      if (refundMovedOn(error)) return null;
      throw error;
    }
  });
}
