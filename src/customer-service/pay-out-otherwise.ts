import { callerOf, type Context } from '../context.ts';
import { moverOf } from '../orders/steps/move-order.ts';
import { planOtherwise } from '../orders/paying/plan-otherwise.ts';
import { paidAtTerminal } from '../orders/paying/report-card-refusal.ts';
import { closeRefused } from '../payments/write-payments.ts';
import type { Answer } from '../platform/commands.ts';
import type { ServiceAnswer } from './command-on-service.ts';
import { refundsOf } from './customer-service.queries.ts';
import { moveService, type ServicePreparation } from './move-service.ts';
import type { CustomerServicePayOutOtherwiseInput } from './pay-out-otherwise.types.ts';
import { withPaidOtherwise } from './payout.rules.ts';

/** Pays out in another way what a gateway has refused for a document: what it will not pay, it is never asked for again. */
export function payOutOtherwise(context: Context, input: CustomerServicePayOutOtherwiseInput): Promise<Answer<ServiceAnswer>> {
  const { actor } = moverOf(callerOf(context));
  return moveService(context, {
    operation: 'customerServicePayOutOtherwise', action: 'PAY_OUT_OTHERWISE', input,
    prepare: async ({ document, ofOrder }, scope, transition): Promise<ServicePreparation> => {
      const { db, now } = scope;
      const refunds = await refundsOf(db, document.row);
      // A gateway was asked, so there is an order: what has none is paid out in cash.
      const plan = planOtherwise(ofOrder!.order, refunds, input, actor, now);
      if (Array.isArray(plan)) return { refusals: plan };
      const { order, refund, postings } = plan;
      const paid = await paidAtTerminal(context, scope, refund);
      if (paid) return { refusals: [paid] };
      const all = refunds.map((each) => (each.id === refund.id ? refund : each));
      return {
        order, postings, companions: (tx, saved) => closeRefused(tx, saved, refund),
        take: (service) => withPaidOtherwise(service, transition, refund, all, { actor, comment: input.reason }, now),
      };
    },
  });
}
