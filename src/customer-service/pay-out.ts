import { callerOf, type Context } from '../context.ts';
import { moverOf } from '../orders/steps/move-order.ts';
import type { Answer, CommandScope } from '../platform/commands.ts';
import { fromGlobalId } from '../platform/ids.ts';
import { textRefusals } from '../platform/text.rules.ts';
import type { FoundService, ServiceAnswer } from './command-on-service.ts';
import { judgeService, mayPayOut } from './customer-service.rules.ts';
import { moveService, type FollowUp, type ServicePreparation } from './move-service.ts';
import { payoutOf, withCashPayout, withPayout } from './payout.rules.ts';
import type { CustomerServiceRefundInput, CustomerServiceStepInput } from './service-inputs.types.ts';
import type { ServicePlan } from './service-plan.rules.ts';
import { refusal, type Refusal } from '../platform/refusals.ts';

const paymentId = (text: string): string | null => fromGlobalId('payment', text);

/** What pays out by the same write as the step before it, where that is wanted, and the step has led to where money may go back. */
export function payingOut(context: Context, { now }: CommandScope, { payments, ofOrder }: Pick<FoundService, 'payments' | 'ofOrder'>, wanted: boolean) {
  const who = moverOf(callerOf(context));
  return (plan: ServicePlan): FollowUp | Refusal => {
    const verdict = wanted ? judgeService(plan.after.row, ofOrder?.order ?? null, 'REFUND', who) : null;
    if (verdict?.kind !== 'allowed') return { plan, payout: [] };
    const payer = { ...who, comment: null, asked: false };
    if (!ofOrder) return { plan: withCashPayout(plan, verdict.transition, payer, now), payout: [] };
    const shares = payoutOf(plan.after.row, payments, null, paymentId);
    return 'code' in shares ? shares : { plan: withPayout(plan, verdict.transition, shares, payer, now), payout: shares };
  };
}

/** Why a repeated step does not pay out, though now it is to: what was left out then is a step of its own now. */
export function paysOutNoMore(context: Context, { document: { row }, ofOrder }: FoundService, wanted: boolean): Refusal | null {
  if (!wanted || judgeService(row, ofOrder?.order ?? null, 'REFUND', moverOf(callerOf(context))).kind !== 'allowed') return null;
  return refusal('TRANSITION_NOT_ALLOWED', 'This was done before, without paying out; pay out with `customerServiceRefund`.', ['refundNow']);
}

/** Pays out what is left to pay out: cash at once, what came through a gateway through it again, by durable work. */
export function payOutService(context: Context, input: CustomerServiceRefundInput): Promise<Answer<ServiceAnswer>> {
  const who = moverOf(callerOf(context));
  return moveService(context, {
    operation: 'customerServiceRefund', action: 'REFUND', input,
    saysTheSame: (row) => row.payoutState !== 'NONE' && !mayPayOut(row),
    prepare: ({ document: { row }, ofOrder, payments }, { now }, transition): ServicePreparation => {
      const refusals = textRefusals([['comment', input.comment, 500, false]]);
      if (refusals.length > 0) return { refusals };
      const payer = { ...who, comment: input.comment ?? null, asked: true };
      if (!ofOrder && input.over?.length) return { refusals: [refusal('INVALID_INPUT', 'Without an order there are no payments to go back over; the money is handed out in cash. Leave `over` out.', ['over'])] };
      if (!ofOrder) return { take: (plan) => withCashPayout(plan, transition, payer, now) };
      const shares = payoutOf(row, payments, input.over ?? null, paymentId);
      if ('code' in shares) return { refusals: [shares] };
      return { payout: shares, take: (plan) => withPayout(plan, transition, shares, payer, now) };
    },
  });
}

/** Asks a gateway that has refused again now, under the same number as before. A card waits for a terminal again. */
export function retryRefund(context: Context, input: CustomerServiceStepInput): Promise<Answer<ServiceAnswer>> {
  return moveService(context, {
    operation: 'customerServiceRetryRefund', action: 'RETRY_REFUND', input,
    saysTheSame: ({ payoutState }) => payoutState === 'RUNNING' || payoutState === 'DONE',
    prepare: ({ document: { row } }, { now }): ServicePreparation => ({
      changes: { payoutState: 'RUNNING' },
      companions: (db, saved) => db`, retried as (
        update refunds r set state = 'REQUESTED', next_attempt_at = case when p.tender <> 'CARD' then ${now}::timestamptz end
        from payments p
        where p.order_id = r.order_id and p.id = r.payment_id and r.order_id = ${row.anchorId} and r.service_id = ${row.id} and r.state = 'FAILED' and exists (select 1 from ${saved}))`,
    }),
  });
}
