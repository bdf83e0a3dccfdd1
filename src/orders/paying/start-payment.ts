import { callerOf, type Context } from '../../context.ts';
import type { PaymentGateway } from '../../payments/gateway.ts';
import { findPayment, keepClientParameters, paymentsOf } from '../../payments/payment.queries.ts';
import type { PaymentRow } from '../../payments/payment.tables.ts';
import { settlesAtOnce } from '../../payments/payment.rules.ts';
import { insertPayment } from '../../payments/write-payments.ts';
import { runCommand, type Answer, type CommandScope, type Outcome } from '../../platform/commands.ts';
import { newId } from '../../platform/ids.ts';
import { refusal } from '../../platform/refusals.ts';
import { secondsAfter } from '../../platform/time.ts';
import { orderAsOf } from '../history/order-as-of.ts';
import { keepRehearsedLists } from '../lists/rehearsed-lists.ts';
import { findOrder } from '../order.queries.ts';
import { amountDueOf, judge } from '../order.rules.ts';
import type { OrderRow } from '../order.tables.ts';
import { moverOf } from '../steps/move-order.ts';
import { withStep, unchanged } from '../steps/order-plan.rules.ts';
import type { OrderStartPaymentInput } from '../placing/order-inputs.types.ts';
import { settlePaymentOf } from './settle-payment.ts';
import { writeOrder } from '../steps/write-order.ts';

export interface StartedPayment {
  readonly order: OrderRow;
  readonly payment: PaymentRow | null;
}

/** Seconds after which a gateway that has not called back is asked. */
const firstQueryAfter = 30;

const refuse = (order: OrderRow | null, ...refusals: Parameters<typeof refusal>): Outcome<StartedPayment> =>
  ({ kind: 'refused', value: order && { order, payment: null }, refusals: [refusal(...refusals)] });

/**
 * Begins a payment through a gateway. The attempt is written and committed first and the gateway asked afterwards, so
 * that money can never arrive for a payment that nobody knows.
 */
export async function startPayment(context: Context, input: OrderStartPaymentInput): Promise<Answer<StartedPayment>> {
  const caller = callerOf(context);
  const run = async (scope: CommandScope): Promise<Outcome<StartedPayment>> => {
    const gateway = context.gateways.get(input.tender);
    if (!gateway) return refuse(null, 'PAYMENT_NOT_POSSIBLE', `Payments by ${input.tender} cannot be started here.`, ['tender']);
    for (let tries = 0; tries < 5; tries += 1) {
      const order = await findOrder(scope.db, caller, input.orderId);
      if (!order) return refuse(null, 'NOT_FOUND', 'You have no order with this id or number.', ['orderId']);
      const outcome = await writeAttempt(context, scope, order, input, gateway);
      if (outcome?.kind === 'done') await keepRehearsedLists(context, scope, order.id);
      if (outcome) return outcome;
    }
    return refuse(null, 'VERSION_CONFLICT', 'Others keep changing this order; try again.');
  };
  const recall = async ({ id, version, payment }: Readonly<Record<string, unknown>>): Promise<StartedPayment | null> => {
    const order = await orderAsOf(context.db, caller, String(id), Number(version));
    return order && { order, payment: await findPayment(context.db, String(id), String(payment)) };
  };
  const answer = await runCommand({ ...context, now: context.clock() }, { operation: 'orderStartPayment', actorId: caller.personId, input, run, recall });
  return answer.dryRun || !answer.value ? answer : { ...answer, value: await atGateway(context, answer.value) };
}

async function writeAttempt(context: Context, scope: CommandScope, order: OrderRow, input: OrderStartPaymentInput, gateway: PaymentGateway): Promise<Outcome<StartedPayment> | null> {
  const { actor, mover } = moverOf(callerOf(context));
  const verdict = judge(order, 'START_PAYMENT', { actor, mover }, scope.now);
  if (input.expectedVersion != null && input.expectedVersion !== order.version) {
    return refuse(order, 'VERSION_CONFLICT', `The order is at version ${order.version} by now; look at it and decide anew.`, ['expectedVersion']);
  }
  if (verdict.kind === 'refused') return { kind: 'refused', value: { order, payment: null }, refusals: [verdict.refusal] };
  if (verdict.kind === 'repeated') return { kind: 'unchanged', value: { order, payment: null } };
  const earlier = await paymentsOf(scope.db, order.id);
  const due = amountDueOf(order);
  // Two payable attempts would be two chances to pay: what is open already is the answer to another tap.
  const open = earlier.find(({ tender, state, amount }) => tender === gateway.tender && (state === 'STARTED' || state === 'UNKNOWN') && amount === due);
  if (open) return { kind: 'unchanged', value: { order, payment: open }, remember: { id: order.id, version: order.version, payment: open.id } };
  const payment = attemptFor(scope, order, gateway, earlier, due);
  if (payment.amount <= 0) return refuse(order, 'PAYMENT_NOT_POSSIBLE', 'Nothing is left to pay.');
  const plan = withStep(unchanged(order), { transition: verdict.transition, actor }, null, scope.now, context.orderSettings);
  const claim: CommandScope['claim'] = (source, result) => scope.claim(source, { ...result, payment: payment.id });
  const written = await writeOrder({ db: scope.db, claim }, plan, (db, saved) => insertPayment(db, saved, payment));
  return written ? { kind: 'done', value: { order: plan.after, payment } } : null;
}

/** The first attempt bears the order's own number (S2-176), later ones a suffix: no gateway takes a number twice. */
function attemptFor({ now }: CommandScope, order: OrderRow, gateway: PaymentGateway, payments: readonly PaymentRow[], due: number): PaymentRow {
  const earlier = payments.filter(({ tender }) => !settlesAtOnce(tender)).length;
  return {
    orderId: order.id, id: newId(), number: earlier === 0 ? order.number : `${order.number}_${earlier + 1}`, tender: gateway.tender, state: 'STARTED',
    currency: order.currency, amount: due, tendered: null, change: null, refunded: 0,
    providerTransactionId: null, clientParameters: null, createdAt: now, settledAt: null, nextQueryAt: secondsAfter(now, firstQueryAfter), queries: 0,
  };
}

/** Asks the gateway for what the client needs, unless it has been asked before: a repeated command makes up for a crash in between. */
async function atGateway(context: Context, { order, payment }: StartedPayment): Promise<StartedPayment> {
  const gateway = payment && context.gateways.get(payment.tender);
  if (!payment || !gateway || payment.clientParameters || payment.settledAt !== null) return { order, payment };
  const { number, amount, currency } = payment;
  const created = await gateway.create({ number, amount, currency, description: order.description });
  if (created.kind === 'created') {
    await keepClientParameters(context.db, payment, created.clientParameters);
    if (payment.state === 'STARTED') return { order, payment: { ...payment, clientParameters: created.clientParameters } };
    await settlePaymentOf(context, payment, { kind: 'pending' });
    return current(context, order, payment);
  }
  await settlePaymentOf(context, payment, created);
  return current(context, order, payment);
}

const current = async ({ db, caller }: Context, order: OrderRow, { orderId, id }: PaymentRow): Promise<StartedPayment> =>
  ({ order: (await findOrder(db, caller!, order.number)) ?? order, payment: await findPayment(db, orderId, id) });
