import { callerOf, type Context } from '../../context.ts';
import { chargeRefusal, verdictOnCardRefusal } from '../../payments/card.rules.ts';
import { paymentsOf, refundsOf } from '../../payments/payment.queries.ts';
import type { RefundRow } from '../../payments/payment.tables.ts';
import { hasGoneBack } from '../../payments/payment.rules.ts';
import type { Answer, CommandScope, Outcome } from '../../platform/commands.ts';
import { violatedUnique } from '../../platform/database.ts';
import { refusal, type Refusal } from '../../platform/refusals.ts';
import { alreadyDone, commandOnOrder, moverOf, movedOn, refuse } from '../steps/move-order.ts';
import { unchanged, withMoney } from '../steps/order-plan.rules.ts';
import { writeOrder } from '../steps/write-order.ts';
import { sellingRefusal } from '../placing/sell-for-company.ts';
import type { OrderRow } from '../order.tables.ts';
import type { OrderReportCardRefusalInput } from './order-card-inputs.types.ts';
import { transactionRefusals } from './pay-by-card.ts';
import { cardRefund, problemWith, transactionUsed } from './refund-by-card.ts';

/**
 * A terminal has refused to give a card its money back: its account was closed, say. The transaction is looked up, and the refund
 * is refused from then on, as one is that a gateway refuses: it can be paid out otherwise, or a terminal can pay it after all.
 */
export function reportCardRefusal(context: Context, input: OrderReportCardRefusalInput): Promise<Answer<OrderRow>> {
  const { transactionId } = input;
  return commandOnOrder(context, 'orderReportCardRefusal', input, async (order, scope): Promise<Outcome<OrderRow> | null> => {
    const refusals = transactionRefusals(transactionId);
    if (refusals.length > 0) return refuse(order, refusals);
    const [payments, refunds] = await Promise.all([paymentsOf(scope.db, order.id), refundsOf(scope.db, order.id)]);
    const told = refunds.find(({ providerTransactionId }) => providerTransactionId === transactionId);
    if (told?.state === 'FAILED') return alreadyDone(order);
    if (input.expectedVersion != null && input.expectedVersion !== order.version) return movedOn(order);
    const lacking = await sellingRefusal(scope.db, callerOf(context), order);
    if (lacking) return refuse(order, [lacking]);
    const waiting = cardRefund(input, payments, refunds, ({ state }) => !hasGoneBack(state));
    if ('code' in waiting) return refuse(order, [waiting]);
    // What was told before does not count again: since then, somebody has asked for another try.
    if (told) return refuse(order, [transactionUsed]);
    if (waiting.refund.state === 'FAILED') return alreadyDone(order);
    const problem = scope.rehearsal ? null : await problemWith(context, order, waiting, transactionId, verdictOnCardRefusal);
    return problem ? refuse(order, [problem]) : writeRefused(context, scope, order, waiting.refund, transactionId);
  });
}

async function writeRefused(context: Context, scope: CommandScope, order: OrderRow, refund: RefundRow, transactionId: string): Promise<Outcome<OrderRow> | null> {
  const { actor } = moverOf(callerOf(context));
  const lastProblem = `The terminal has refused to give the card its money back (${transactionId}).`;
  const failed: RefundRow = { ...refund, state: 'FAILED', settledAt: null, nextAttemptAt: null, lastProblem };
  const moved = withMoney(unchanged(order), { type: 'REFUND_FAILED', actor, comment: lastProblem, unknown: order.payment === 'CONFIRMING' }, scope.now);
  const followed = refund.serviceId === null ? null : await context.afterSales.refundMoved(scope, moved, failed, actor, scope.now);
  const plan = followed?.plan ?? moved;
  try {
    const written = await writeOrder(scope, plan, (db, saved) => db`, refused as (
      update refunds set state = 'FAILED', next_attempt_at = null, last_problem = ${lastProblem}, provider_transaction_id = ${transactionId}
      where order_id = ${order.id} and id = ${refund.id} and exists (select 1 from ${saved}))${followed ? followed.companions(db, saved) : db``}`);
    return written ? { kind: 'done', value: plan.after } : null;
  } catch (error) {
    if (violatedUnique(error) !== 'refunds_transaction_key') throw error;
    return refuse(order, [transactionUsed]);
  }
}

/**
 * Null where a refund that is to be paid out otherwise is no card's, or its card was not given the money at a terminal in the
 * meantime: the terminals are asked for the charge, since nothing tells us of what is done at them.
 */
export async function paidAtTerminal({ cards }: Context, { db, rehearsal }: CommandScope, { orderId, paymentId }: RefundRow): Promise<Refusal | null> {
  if (!cards || rehearsal) return null;
  const payment = (await paymentsOf(db, orderId)).find(({ id }) => id === paymentId);
  if (payment?.tender !== 'CARD') return null;
  const known = (await refundsOf(db, orderId)).filter((each) => each.paymentId === paymentId && (each.state === 'SUCCEEDED' || each.paidTwiceAt !== null));
  const answer = payment.providerTransactionId === null ? null : await cards.find(payment.providerTransactionId);
  return answer === null ? refusal('TRANSACTION_NOT_FOUND', 'Nothing is known of the charge of this card.') : chargeRefusal(answer, known.reduce((sum, { amount }) => sum + amount, 0));
}
