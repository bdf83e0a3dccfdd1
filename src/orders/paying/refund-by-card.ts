import { callerOf, type Context } from '../../context.ts';
import { verdictOnRefund } from '../../payments/card.rules.ts';
import { paymentsOf, refundsOf } from '../../payments/payment.queries.ts';
import { hasGoneBack } from '../../payments/payment.rules.ts';
import type { PaymentRow, RefundRow } from '../../payments/payment.tables.ts';
import type { Answer, CommandScope, Outcome } from '../../platform/commands.ts';
import { violatedUnique } from '../../platform/database.ts';
import { toGlobalId } from '../../platform/ids.ts';
import { refusal, type Refusal } from '../../platform/refusals.ts';
import { alreadyDone, commandOnOrder, moverOf, movedOn, refuse } from '../steps/move-order.ts';
import type { OrderRefundCardInput } from './order-card-inputs.types.ts';
import { unchanged, withMoney } from '../steps/order-plan.rules.ts';
import type { OrderRow } from '../order.tables.ts';
import { sellingRefusal } from '../placing/sell-for-company.ts';
import { transactionRefusals } from './pay-by-card.ts';
import { writeOrder } from '../steps/write-order.ts';

interface Waiting {
  readonly refund: RefundRow;
  readonly payment: PaymentRow;
}

/**
 * A card got its money back at a terminal (S3-5): the transaction is looked up, and the refund that waited for it is carried
 * out. Nothing is kept of a transaction that is not what it is said to be.
 */
export function refundByCard(context: Context, input: OrderRefundCardInput): Promise<Answer<OrderRow>> {
  return commandOnOrder(context, 'orderRefundCard', input, async (order, scope): Promise<Outcome<OrderRow> | null> => {
    const refusals = transactionRefusals(input.transactionId);
    if (refusals.length > 0) return refuse(order, refusals);
    const [payments, refunds] = await Promise.all([paymentsOf(scope.db, order.id), refundsOf(scope.db, order.id)]);
    if (refunds.some(({ providerTransactionId }) => providerTransactionId === input.transactionId)) return alreadyDone(order);
    if (input.expectedVersion != null && input.expectedVersion !== order.version) return movedOn(order);
    const lacking = await sellingRefusal(scope.db, callerOf(context), order);
    if (lacking) return refuse(order, [lacking]);
    const waiting = waitingFor(input, payments, refunds);
    if ('code' in waiting) return refuse(order, [waiting]);
    const problem = scope.rehearsal ? null : await problemWith(context, order, waiting, input.transactionId);
    return problem ? refuse(order, [problem]) : carryOut(context, scope, order, waiting, input.transactionId);
  });
}

/** The refund that is meant: the one that is named, or the only one. */
function waitingFor({ refundId }: OrderRefundCardInput, payments: readonly PaymentRow[], refunds: readonly RefundRow[]): Waiting | Refusal {
  const open = refunds.filter(({ state }) => !hasGoneBack(state)).flatMap((refund): Waiting[] => {
    const payment = payments.find(({ id }) => id === refund.paymentId);
    return payment?.tender === 'CARD' && (refundId == null || toGlobalId('refund', refund.id) === refundId) ? [{ refund, payment }] : [];
  });
  if (open.length > 1) return refusal('INVALID_INPUT', 'Several cards wait for money; say which refund it is.', ['refundId']);
  return open[0] ?? refusal('NOTHING_TO_REFUND', 'No card of this order waits for money to come back.');
}

async function problemWith({ cards }: Context, order: OrderRow, { refund, payment }: Waiting, transactionId: string): Promise<Refusal | null> {
  if (!cards) return refusal('PAYMENT_NOT_POSSIBLE', 'No card terminals are connected here.');
  const verdict = verdictOnRefund(await cards.find(transactionId), { amount: refund.amount, currency: refund.currency, reference: order.number, originalId: payment.providerTransactionId! });
  return verdict.kind === 'approved' ? null : verdict.refusal;
}

async function carryOut(context: Context, scope: CommandScope, order: OrderRow, { refund }: Waiting, transactionId: string): Promise<Outcome<OrderRow> | null> {
  const { actor } = moverOf(callerOf(context));
  const returned = refund.serviceId === null ? 0 : refund.amount;
  const happening = { type: 'REFUND_SUCCEEDED', actor, comment: refund.reason, refunded: refund.amount, returned, unknown: order.payment === 'CONFIRMING' } as const;
  const moved = withMoney(unchanged(order), happening, scope.now);
  const done: RefundRow = { ...refund, state: 'SUCCEEDED', settledAt: scope.now, nextAttemptAt: null, lastProblem: null };
  const followed = refund.serviceId === null ? null : await context.afterSales.refundMoved(scope, moved, done, actor, scope.now);
  const plan = followed?.plan ?? moved;
  try {
    const written = await writeOrder(scope, plan, (db, saved) => db`, given_back as (
      update refunds set state = 'SUCCEEDED', settled_at = ${scope.now}, next_attempt_at = null, last_problem = null, provider_transaction_id = ${transactionId}
      where order_id = ${order.id} and id = ${refund.id} and exists (select 1 from ${saved}))${followed ? followed.companions(db, saved) : db``}`);
    return written ? { kind: 'done', value: plan.after } : null;
  } catch (error) {
    if (violatedUnique(error) !== 'refunds_transaction_key') throw error;
    return refuse(order, [refusal('TRANSACTION_USED', 'This transaction has given back another payment already.', ['transactionId'])]);
  }
}
