import { callerOf, type Context } from '../../context.ts';
import type { CardAnswer } from '../../payments/card-lookup.ts';
import { verdictOnCharge, type CardVerdict } from '../../payments/card.rules.ts';
import { paymentsOf } from '../../payments/payment.queries.ts';
import type { PaymentRow } from '../../payments/payment.tables.ts';
import type { Answer, CommandScope, Outcome } from '../../platform/commands.ts';
import { violatedUnique } from '../../platform/database.ts';
import { newId } from '../../platform/ids.ts';
import { refusal, type Refusal } from '../../platform/refusals.ts';
import { secondsAfter } from '../../platform/time.ts';
import { alreadyDone, commandOnOrder, moverOf, movedOn, refuse } from '../steps/move-order.ts';
import type { OrderPayCardInput } from './order-card-inputs.types.ts';
import { unchanged, withMoney, type OrderPlan } from '../steps/order-plan.rules.ts';
import { amountDueOf, covered, judge, payingOf } from '../order.rules.ts';
import type { OrderRow } from '../order.tables.ts';
import { withPayment } from './receive-payment.rules.ts';
import { sellingRefusal } from '../placing/sell-for-company.ts';
import { writeReceived } from './write-received.ts';

/** Seconds after which a card in doubt is asked about for the first time: somebody is standing at the counter. */
const firstQueryAfter = 5;

const transactionIds = /^[0-9A-Za-z._-]{1,64}$/;

export const transactionRefusals = (transactionId: string): Refusal[] =>
  transactionIds.test(transactionId) ? [] : [refusal('INVALID_INPUT', 'A transaction id has 1 to 64 letters, digits, dots, dashes and underscores.', ['transactionId'])];

type Look = () => Promise<CardAnswer>;

/**
 * An order is paid by what was done at a card terminal (S3-3): the transaction is looked up, never believed. Looking changes
 * nothing there, so it comes before the write; what is refused leaves no trace, and no id is used up by it.
 */
export function payByCard(context: Context, input: OrderPayCardInput): Promise<Answer<OrderRow>> {
  const who = moverOf(callerOf(context));
  const { cards } = context;
  let looked: Promise<CardAnswer> | null = null;
  return commandOnOrder(context, 'orderPayCard', input, async (order, scope): Promise<Outcome<OrderRow> | null> => {
    const refusals = transactionRefusals(input.transactionId);
    if (refusals.length > 0) return refuse(order, refusals);
    const earlier = await paymentsOf(scope.db, order.id);
    if (earlier.some(({ tender, providerTransactionId }) => tender === 'CARD' && providerTransactionId === input.transactionId)) return alreadyDone(order);
    // Judged as if it were covered: whether this caller may take money for this order now does not depend on the amount.
    const verdict = judge(covered(order), payingOf(order), who, scope.now);
    if (input.expectedVersion != null && input.expectedVersion !== order.version) return movedOn(order);
    if (verdict.kind !== 'allowed') return refuse(order, [verdict.kind === 'refused' ? verdict.refusal : refusal('TRANSITION_NOT_ALLOWED', 'The order is paid already.')]);
    const lacking = await sellingRefusal(scope.db, callerOf(context), order);
    if (lacking) return refuse(order, [lacking]);
    if (!cards) return refuse(order, [refusal('PAYMENT_NOT_POSSIBLE', 'No card terminals are connected here.')]);
    return book(context, scope, order, input.transactionId, () => (looked ??= cards.find(input.transactionId)));
  });
}

async function book(context: Context, scope: CommandScope, order: OrderRow, transactionId: string, look: Look): Promise<Outcome<OrderRow> | null> {
  const amount = amountDueOf(order);
  if (amount <= 0) return refuse(order, [refusal('PAYMENT_NOT_POSSIBLE', 'Nothing is left to pay.')]);
  // Nobody is asked in a rehearsal.
  const card: CardVerdict = scope.rehearsal ? { kind: 'approved' } : verdictOnCharge(await look(), { amount, currency: order.currency, reference: order.number });
  if (card.kind === 'refused') return refuse(order, [card.refusal]);
  const payment = paymentFor(scope, order, transactionId, amount, card.kind === 'approved');
  const plan = planFor(context, scope, order, amount, card);
  try {
    const after = await writeReceived(context, scope, plan, payment);
    return after && { kind: 'done', value: after };
  } catch (error) {
    if (violatedUnique(error) !== 'payments_transaction_key') throw error;
    return refuse(order, [refusal('TRANSACTION_USED', 'This transaction pays another order already.', ['transactionId'])]);
  }
}

function planFor(context: Context, { now }: CommandScope, order: OrderRow, amount: number, card: CardVerdict): OrderPlan {
  const who = moverOf(callerOf(context));
  if (card.kind === 'approved') return withPayment(order, { amount, who, comment: null, unknown: false }, now, context.orderSettings);
  const comment = 'refusal' in card ? card.refusal.message : null;
  return withMoney(unchanged(order), { type: 'PAYMENT_UNKNOWN', actor: who.actor, comment, unknown: true }, now);
}

function paymentFor({ now }: CommandScope, order: OrderRow, transactionId: string, amount: number, approved: boolean): PaymentRow {
  const id = newId();
  return {
    orderId: order.id, id, number: `P${id.replaceAll('-', '').slice(0, 31)}`, tender: 'CARD', state: approved ? 'SUCCEEDED' : 'UNKNOWN', currency: order.currency, amount,
    tendered: null, change: null, refunded: 0, providerTransactionId: transactionId, clientParameters: null, createdAt: now,
    settledAt: approved ? now : null, nextQueryAt: approved ? null : secondsAfter(now, firstQueryAfter), queries: 0,
  };
}
