import { callerOf, type Context } from '../../context.ts';
import type { LedgerPosting } from '../../customers/ledger.rules.ts';
import { overdrawn } from '../../customers/post-ledger.ts';
import type { Answer, CommandScope, Outcome } from '../../platform/commands.ts';
import { newId } from '../../platform/ids.ts';
import { parseDecimal, toDecimal } from '../../platform/money.ts';
import { refusal, type Refusal } from '../../platform/refusals.ts';
import { alreadyDone, commandOnOrder, movedOn, moverOf, refuse } from '../steps/move-order.ts';
import type { OrderPayWithWalletInput } from '../placing/order-inputs.types.ts';
import { amountDueOf, covered, judge, payingOf } from '../order.rules.ts';
import type { OrderRow } from '../order.tables.ts';
import { withPayment } from './receive-payment.rules.ts';
import { settledPayment, writeReceived } from './write-received.ts';

function amountOf(order: OrderRow, { amount: text }: OrderPayWithWalletInput): number | Refusal {
  const due = amountDueOf(order);
  if (due <= 0) return refusal('PAYMENT_NOT_POSSIBLE', 'Nothing is left to pay.');
  const amount = text == null ? due : parseDecimal(text, order.currency);
  if (amount === null || amount <= 0) return refusal('INVALID_INPUT', `"${text}" is no amount in ${order.currency} that can be paid.`, ['amount']);
  return amount > due ? refusal('INVALID_INPUT', `Only ${toDecimal(due, order.currency)} ${order.currency} is left to pay.`, ['amount']) : amount;
}

/** A shopper pays an order of theirs, or a part of it, out of the wallet: ledger, payment and order move by one statement. */
export function payWithWallet(context: Context, input: OrderPayWithWalletInput): Promise<Answer<OrderRow>> {
  const who = moverOf(callerOf(context));
  return commandOnOrder(context, 'orderPayWithWallet', input, async (order, scope): Promise<Outcome<OrderRow> | null> => {
    // Money that covers the total moves the order as a gateway's would; whether this caller may pay now is the question of every payment.
    const paid = judge(covered(order), payingOf(order), { ...who, mover: 'SYSTEM' }, scope.now);
    if (paid.kind === 'repeated') return alreadyDone(order);
    if (input.expectedVersion != null && input.expectedVersion !== order.version) return movedOn(order);
    const verdict = judge(order, 'START_PAYMENT', who, scope.now);
    if (verdict.kind === 'refused') return refuse(order, [verdict.refusal]);
    const amount = amountOf(order, input);
    return typeof amount === 'number' ? book(context, scope, order, amount) : refuse(order, [amount]);
  });
}

async function book(context: Context, scope: CommandScope, order: OrderRow, amount: number): Promise<Outcome<OrderRow> | null> {
  const { actor } = moverOf(callerOf(context));
  const plan = withPayment(order, { amount, who: { mover: 'SYSTEM', actor }, comment: null, unknown: order.payment === 'CONFIRMING' }, scope.now, context.orderSettings);
  const posting: LedgerPosting = {
    id: newId(), customerId: order.customerId!, unit: order.currency, reason: 'WALLET_PAYMENT', orderId: order.id, note: null, at: scope.now, actor,
    entries: [{ kind: 'WALLET', amount: -amount }, { kind: 'PLATFORM_WALLET', amount }],
  };
  try {
    const after = await writeReceived(context, scope, plan, settledPayment(order, { tender: 'WALLET', amount }, scope.now), [posting]);
    return after && { kind: 'done', value: after };
  } catch (error) {
    if (!overdrawn(error)) throw error;
    return refuse(order, [refusal('INSUFFICIENT_FUNDS', `Your ${order.currency} wallet holds less than ${toDecimal(amount, order.currency)}; pay a part of it, or in another way.`, ['amount'])]);
  }
}
