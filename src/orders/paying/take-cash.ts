import type { Context } from '../../context.ts';
import { callerOf } from '../../context.ts';
import { cashRefusal } from '../../payments/payment.rules.ts';
import type { Answer, CommandScope, Outcome } from '../../platform/commands.ts';
import { parseDecimal } from '../../platform/money.ts';
import { refusal, type Refusal } from '../../platform/refusals.ts';
import { alreadyDone, commandOnOrder, moverOf, movedOn, refuse } from '../steps/move-order.ts';
import type { OrderPayCashInput } from '../placing/order-inputs.types.ts';
import { withPayment } from './receive-payment.rules.ts';
import { amountDueOf, covered, judge, payingOf } from '../order.rules.ts';
import type { OrderRow } from '../order.tables.ts';
import { sellingRefusal } from '../placing/sell-for-company.ts';
import { settledPayment, writeReceived } from './write-received.ts';

interface Cash {
  readonly amount: number;
  readonly tendered: number;
}

function cashOf(order: OrderRow, input: OrderPayCashInput): Cash | Refusal {
  const due = amountDueOf(order);
  const amount = input.amount == null ? due : parseDecimal(input.amount, order.currency);
  if (amount === null) return refusal('INVALID_INPUT', `"${input.amount}" is no amount in ${order.currency}.`, ['amount']);
  const tendered = input.tendered == null ? amount : parseDecimal(input.tendered, order.currency);
  if (tendered === null) return refusal('INVALID_INPUT', `"${input.tendered}" is no amount in ${order.currency}.`, ['tendered']);
  if (order.kind === 'COMPANY' && due > 0 && amount !== due) return refusal('INVALID_INPUT', 'A company’s order is paid at once and in full.', ['amount']);
  return cashRefusal(due, amount, tendered) ?? { amount, tendered };
}

/** A clerk takes cash for an in-store order: all that is left to pay, or a part of it. */
export function takeCash(context: Context, input: OrderPayCashInput): Promise<Answer<OrderRow>> {
  const who = moverOf(callerOf(context));
  return commandOnOrder(context, 'orderPayCash', input, async (order, scope): Promise<Outcome<OrderRow> | null> => {
    // Judged as if it were covered: whether this caller may take money for this order now does not depend on the amount.
    const verdict = judge(covered(order), payingOf(order), who, scope.now);
    if (verdict.kind === 'repeated') return alreadyDone(order);
    if (input.expectedVersion != null && input.expectedVersion !== order.version) return movedOn(order);
    if (verdict.kind === 'refused') return refuse(order, [verdict.refusal]);
    const lacking = await sellingRefusal(scope.db, callerOf(context), order);
    if (lacking) return refuse(order, [lacking]);
    const cash = cashOf(order, input);
    if ('code' in cash) return refuse(order, [cash]);
    return book(context, scope, order, cash);
  });
}

async function book(context: Context, scope: CommandScope, order: OrderRow, { amount, tendered }: Cash): Promise<Outcome<OrderRow> | null> {
  const payment = settledPayment(order, { tender: 'CASH', amount, tendered }, scope.now);
  const paid = withPayment(order, { amount, who: moverOf(callerOf(context)), comment: null, unknown: false }, scope.now, context.orderSettings);
  const after = await writeReceived(context, scope, paid, payment);
  return after && { kind: 'done', value: after };
}
