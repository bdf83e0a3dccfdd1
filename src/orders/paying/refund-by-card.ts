import { callerOf, type Context } from '../../context.ts';
import { verdictOnRefund } from '../../payments/card.rules.ts';
import { paymentsOf, refundsOf } from '../../payments/payment.queries.ts';
import { hasGoneBack } from '../../payments/payment.rules.ts';
import type { PaymentRow, RefundRow } from '../../payments/payment.tables.ts';
import type { Answer, CommandScope, Outcome } from '../../platform/commands.ts';
import { violatedUnique } from '../../platform/database.ts';
import type { Actor } from '../../platform/event-log.ts';
import { toGlobalId } from '../../platform/ids.ts';
import { refusal, type Refusal } from '../../platform/refusals.ts';
import { alreadyDone, commandOnOrder, moverOf, movedOn, refuse } from '../steps/move-order.ts';
import type { OrderRefundCardInput } from './order-card-inputs.types.ts';
import type { FollowedPlan } from '../steps/after-sales.ts';
import { unchanged, withMoney, type OrderPlan } from '../steps/order-plan.rules.ts';
import { planPaidTwice } from './settle-refund.ts';
import type { OrderRow } from '../order.tables.ts';
import { sellingRefusal } from '../placing/sell-for-company.ts';
import { transactionRefusals } from './pay-by-card.ts';
import { writeOrder } from '../steps/write-order.ts';

/** A refund over a card, and the payment that it gives back. */
interface CardRefund {
  readonly refund: RefundRow;
  readonly payment: PaymentRow;
}

export const transactionUsed: Refusal = refusal('TRANSACTION_USED', 'This transaction has given back another payment, or was told of before.', ['transactionId']);

/**
 * A card got its money back at a terminal (S3-5): the transaction is looked up, and the refund that waited for it is carried
 * out. Nothing is kept of a transaction that is not what it is said to be.
 */
export function refundByCard(context: Context, input: OrderRefundCardInput): Promise<Answer<OrderRow>> {
  return commandOnOrder(context, 'orderRefundCard', input, async (order, scope): Promise<Outcome<OrderRow> | null> => {
    const refusals = transactionRefusals(input.transactionId);
    if (refusals.length > 0) return refuse(order, refusals);
    const [payments, refunds] = await Promise.all([paymentsOf(scope.db, order.id), refundsOf(scope.db, order.id)]);
    const booked = ({ state, paidTwiceAt }: RefundRow): boolean => state === 'SUCCEEDED' || paidTwiceAt !== null;
    if (refunds.some((refund) => refund.providerTransactionId === input.transactionId && booked(refund))) return alreadyDone(order);
    if (input.expectedVersion != null && input.expectedVersion !== order.version) return movedOn(order);
    const lacking = await sellingRefusal(scope.db, callerOf(context), order);
    if (lacking) return refuse(order, [lacking]);
    const waiting = cardRefund(input, payments, refunds, ({ state }) => !hasGoneBack(state));
    // Where nothing waits, the terminal may have paid what somebody has paid out otherwise.
    const found = 'code' in waiting && waiting.code === 'NOTHING_TO_REFUND' ? cardRefund(input, payments, refunds, ({ state, paidTwiceAt }) => state === 'PAID_OTHERWISE' && paidTwiceAt === null) : waiting;
    if ('code' in found) return refuse(order, [found]);
    const problem = scope.rehearsal ? null : await problemWith(context, order, found, input.transactionId, verdictOnRefund);
    return problem ? refuse(order, [problem]) : carryOut(context, scope, order, found.refund, input.transactionId);
  });
}

/** The refund that is meant: the one that is named, or the only one. */
export function cardRefund({ refundId }: { readonly refundId?: string | null | undefined }, payments: readonly PaymentRow[], refunds: readonly RefundRow[], which: (refund: RefundRow) => boolean): CardRefund | Refusal {
  const found = refunds.filter(which).flatMap((refund): CardRefund[] => {
    const payment = payments.find(({ id }) => id === refund.paymentId);
    return payment?.tender === 'CARD' && (refundId == null || toGlobalId('refund', refund.id) === refundId) ? [{ refund, payment }] : [];
  });
  if (found.length > 1) return refusal('INVALID_INPUT', 'Several cards wait for money; say which refund it is.', ['refundId']);
  return found[0] ?? refusal('NOTHING_TO_REFUND', 'No card of this order waits for money to come back.');
}

/** Why the transaction is not what it is said to be; null where it is. */
export async function problemWith({ cards }: Context, order: OrderRow, { refund, payment }: CardRefund, transactionId: string, judge: typeof verdictOnRefund): Promise<Refusal | null> {
  if (!cards) return refusal('PAYMENT_NOT_POSSIBLE', 'No card terminals are connected here.');
  const verdict = judge(await cards.find(transactionId), { amount: refund.amount, currency: refund.currency, reference: order.number, originalId: payment.providerTransactionId! });
  return verdict.kind === 'approved' ? null : verdict.refusal;
}

/** The money has gone back; or, where it had been paid out otherwise, a second time, of which nothing is booked. */
async function carryOut(context: Context, scope: CommandScope, order: OrderRow, refund: RefundRow, transactionId: string): Promise<Outcome<OrderRow> | null> {
  const { actor } = moverOf(callerOf(context));
  const twice = refund.state === 'PAID_OTHERWISE';
  const { followed, plan } = twice ? await planTwice(context, scope, order, refund, actor) : await planBack(context, scope, order, refund, actor);
  try {
    const written = await writeOrder(scope, plan, (db, saved) => db`, given_back as (
      update refunds set provider_transaction_id = ${transactionId}, ${twice ? db`paid_twice_at = ${scope.now}` : db`state = 'SUCCEEDED', settled_at = ${scope.now}, next_attempt_at = null, last_problem = null`}
      where order_id = ${order.id} and id = ${refund.id} and exists (select 1 from ${saved}))${followed ? followed.companions(db, saved) : db``}`);
    return written ? { kind: 'done', value: plan.after } : null;
  } catch (error) {
    if (violatedUnique(error) !== 'refunds_transaction_key') throw error;
    return refuse(order, [transactionUsed]);
  }
}

interface Planned {
  readonly followed: FollowedPlan | null;
  readonly plan: OrderPlan;
}

async function planBack({ afterSales }: Context, scope: CommandScope, order: OrderRow, refund: RefundRow, actor: Actor): Promise<Planned> {
  const returned = refund.serviceId === null ? 0 : refund.amount;
  const moved = withMoney(unchanged(order), { type: 'REFUND_SUCCEEDED', actor, comment: refund.reason, refunded: refund.amount, returned, unknown: order.payment === 'CONFIRMING' }, scope.now);
  const done: RefundRow = { ...refund, state: 'SUCCEEDED', settledAt: scope.now, nextAttemptAt: null, lastProblem: null };
  const followed = refund.serviceId === null ? null : await afterSales.refundMoved(scope, moved, done, actor, scope.now);
  return { followed, plan: followed?.plan ?? moved };
}

async function planTwice({ afterSales }: Context, scope: CommandScope, order: OrderRow, refund: RefundRow, actor: Actor): Promise<Planned> {
  const told = planPaidTwice(order, refund, actor, scope.now);
  const followed = refund.serviceId === null ? null : await afterSales.paidTwice(scope, told, refund, actor, scope.now);
  return { followed, plan: followed?.plan ?? told };
}
