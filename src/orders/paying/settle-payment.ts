import type { Services } from '../../context.ts';
import type { GatewayOutcome } from '../../payments/gateway.ts';
import { findPayment, paymentsOf } from '../../payments/payment.queries.ts';
import type { PaymentAttemptState } from '../../payments/payment-states.ts';
import type { PaymentRow } from '../../payments/payment.tables.ts';
import { callInOpenPayments, insertRefunds, settlePayment, type PaymentSettlement } from '../../payments/write-payments.ts';
import { toDecimal } from '../../platform/money.ts';
import { systemActor } from '../../platform/event-log.ts';
import type { Instant } from '../../platform/time.ts';
import { followPayment } from '../steps/after-sales.ts';
import { isOver } from '../order.lifecycle.ts';
import { wantsMoney } from '../order.rules.ts';
import type { OrderEventType } from '../order-events.ts';
import { unchanged, withMoney, type OrderPlan } from '../steps/order-plan.rules.ts';
import { orderForSystem } from '../order.queries.ts';
import type { OrderRow } from '../order.tables.ts';
import { planRefund } from './plan-refund.ts';
import { surplusOf, withPayment } from './receive-payment.rules.ts';
import { bySystem, writeOrder } from '../steps/write-order.ts';

type Settling = Pick<Services, 'db' | 'clock' | 'orderSettings' | 'committed' | 'afterSales'>;

/** What is known of an attempt's end; `closed` was given up by us. */
export type PaymentOutcome = GatewayOutcome | { readonly kind: 'closed' };

const asSystem = { mover: 'SYSTEM', actor: systemActor } as const;

/**
 * Records what became of a payment, once. Callbacks, questions and closings may all report the same payment, late, twice
 * and at the same time: the first to write wins, and whoever finds the payment settled changes nothing. Money that the
 * order has no use for any more is booked all the same, and goes back by itself.
 */
export async function settlePaymentOf(services: Settling, { orderId, id }: Pick<PaymentRow, 'orderId' | 'id'>, outcome: PaymentOutcome): Promise<void> {
  for (;;) {
    // The order first: whatever is committed between the two reads then shows in the payment, or voids the plan by the order's version.
    const order = await orderForSystem(services.db, orderId);
    const payment = order && (await findPayment(services.db, orderId, id));
    if (!order || !payment) throw new Error(`There is no payment ${id} of order ${orderId}.`);
    const state = stateAfter(outcome, payment);
    if (state === payment.state || (payment.settledAt !== null && state !== 'SUCCEEDED') || payment.state === 'SUCCEEDED') return;
    if (await settleOnce(services, order, payment, state, outcome)) {
      services.committed();
      return;
    }
  }
}

const stateAfter = (outcome: PaymentOutcome, { amount, currency }: PaymentRow): PaymentAttemptState => {
  switch (outcome.kind) {
    case 'succeeded':
      // A gateway that reports another amount than we asked for has not confirmed this payment; people must look into it.
      return outcome.amount === amount && outcome.currency === currency ? 'SUCCEEDED' : 'UNKNOWN';
    case 'unknown':
      return 'UNKNOWN';
    case 'pending':
      return 'STARTED';
    case 'closed':
      return 'CLOSED';
    default:
      return 'FAILED';
  }
};

async function settleOnce(services: Settling, order: OrderRow, payment: PaymentRow, state: PaymentAttemptState, outcome: PaymentOutcome): Promise<boolean> {
  const now = services.clock();
  const others = (await paymentsOf(services.db, order.id)).filter((other) => other.id !== payment.id);
  const unknown = state === 'UNKNOWN' || others.some((other) => other.state === 'UNKNOWN');
  if (state === 'SUCCEEDED' && outcome.kind === 'succeeded') return book(services, order, payment, outcome.transactionId, unknown, now);
  const open = state === 'UNKNOWN' || state === 'STARTED';
  const to: PaymentSettlement = { state, providerTransactionId: null, settledAt: open ? null : now, nextQueryAt: open ? payment.nextQueryAt : null, returned: 0 };
  return writeOrder(bySystem(services.db), withoutMoney(order, outcome, state, unknown, now), (db, saved) => settlePayment(db, saved, payment, to));
}

async function book({ db, orderSettings, afterSales }: Settling, order: OrderRow, payment: PaymentRow, transactionId: string, unknown: boolean, now: Instant): Promise<boolean> {
  const paid = withPayment(order, { amount: payment.amount, who: asSystem, comment: null, unknown }, now, orderSettings);
  // This payment brought the surplus, so this payment gives it back.
  const surplus = Math.min(surplusOf(paid.after), payment.amount);
  const refund = planRefund([{ ...payment, state: 'SUCCEEDED' }], paid.after, surplus, surplusReason(paid.after), now);
  const to: PaymentSettlement = { state: 'SUCCEEDED', providerTransactionId: transactionId, settledAt: now, nextQueryAt: null, returned: surplus };
  const callIn = wantsMoney(order) && !wantsMoney(paid.after);
  const { plan, companions } = await followPayment(afterSales, db, paid, now);
  return writeOrder(bySystem(db), plan, (tx, saved) => tx`
    ${settlePayment(tx, saved, payment, to)}${insertRefunds(tx, saved, refund.rows)}
    ${callIn ? callInOpenPayments(tx, saved, order.id, now, payment.id) : tx``}${companions(tx, saved)}`);
}

const surplusReason = (order: OrderRow): string =>
  isOver(order.fulfilment) ? 'The payment came after the order had ended.' : 'The order was paid more than once.';

/** Money came, but not what was asked for: nothing is booked until somebody has looked into it. */
const mismatchOf = (outcome: PaymentOutcome, currency: string): string | null =>
  outcome.kind === 'succeeded' ? `The gateway reports ${toDecimal(outcome.amount, outcome.currency)} ${outcome.currency} (asked for in ${currency}), which is not what was asked for; somebody must look into it.` : null;

const eventOf = { UNKNOWN: 'PAYMENT_UNKNOWN', STARTED: 'PAYMENT_OPEN', FAILED: 'PAYMENT_FAILED', CLOSED: 'PAYMENT_FAILED', SUCCEEDED: 'PAYMENT_RECEIVED' } as const satisfies Record<PaymentAttemptState, OrderEventType>;

function withoutMoney(order: OrderRow, outcome: PaymentOutcome, state: PaymentAttemptState, unknown: boolean, now: Instant): OrderPlan {
  const comment = outcome.kind === 'failed' || outcome.kind === 'unknown' ? outcome.reason : mismatchOf(outcome, order.currency);
  return withMoney(unchanged(order), { type: eventOf[state], actor: systemActor, comment, unknown }, now);
}
