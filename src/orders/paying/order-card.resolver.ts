import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import type { Context } from '../../context.ts';
import { Access } from '../../identity/access.ts';
import { orderPayload } from '../steps/order-answers.ts';
import { OrderPayCardInput, OrderRefundCardInput, OrderReportCardRefusalInput } from './order-card-inputs.types.ts';
import { OrderPayload } from '../steps/order-payloads.types.ts';
import { payByCard } from './pay-by-card.ts';
import { refundByCard } from './refund-by-card.ts';
import { reportCardRefusal } from './report-card-refusal.ts';

const refusals = 'Refusals: NOT_FOUND, VERSION_CONFLICT, INVALID_INPUT, MAY_NOT_SELL, PAYMENT_NOT_POSSIBLE';
const ofTransaction = 'TRANSACTION_NOT_FOUND, TRANSACTION_USED, TRANSACTION_NOT_APPROVED, TRANSACTION_MISMATCH, AMOUNT_MISMATCH, CURRENCY_MISMATCH, REFERENCE_MISMATCH';

@Resolver()
export class OrderCardResolver {
  @Access('STAFF', 'SERVICE')
  @Mutation(() => OrderPayload, { description: `PAY: an in-store or company order is paid by a transaction at a card terminal (S3-3, S3-39, S3-40), which is looked up: it must be approved, for this order, and about all that is left to pay. While nobody can tell, or nobody answers, the payment is UNKNOWN and the order CONFIRMING, and it is asked about until it is known. ${refusals}, TRANSITION_NOT_ALLOWED, NOT_YOUR_STEP, ORDER_ON_HOLD, DEADLINE_PASSED, PAYMENT_IN_DOUBT, ${ofTransaction}.` })
  async orderPayCard(@Ctx() context: Context, @Arg('input', () => OrderPayCardInput, { description: 'Which order, and which transaction.' }) input: OrderPayCardInput): Promise<OrderPayload> {
    return orderPayload(await payByCard(context, input));
  }

  @Access('STAFF', 'SERVICE')
  @Mutation(() => OrderPayload, { description: `A refund over a card is carried out by what was done at a terminal (S3-5, S3-47 to S3-49), which is looked up: it must be approved, give back this order’s charge, and the amount of the refund. Cash goes back by itself (S3-46). Where the money was paid out otherwise before, REFUND_PAID_TWICE and \`Refund.paidTwiceAt\` say so, and nothing is booked. ${refusals}, NOTHING_TO_REFUND, TRANSACTION_NOT_FINAL, TERMINALS_UNREACHABLE, ${ofTransaction}.` })
  async orderRefundCard(@Ctx() context: Context, @Arg('input', () => OrderRefundCardInput, { description: 'Which order, and which transaction.' }) input: OrderRefundCardInput): Promise<OrderPayload> {
    return orderPayload(await refundByCard(context, input));
  }

  @Access('STAFF', 'SERVICE')
  @Mutation(() => OrderPayload, { description: `A terminal has refused to give a card its money back, as where its account was closed. The transaction is looked up: it must be a declined refund of this order’s charge, about the amount of the refund. The refund is FAILED from then on: a terminal may still pay it (\`orderRefundCard\`), or it is paid out otherwise (\`customerServicePayOutOtherwise\`, \`orderPayRefundOtherwise\`), unless the terminals say that it has gone back meanwhile (S3-47 to S3-49). ${refusals}, NOTHING_TO_REFUND, TRANSACTION_NOT_REFUSED, TRANSACTION_NOT_FINAL, TERMINALS_UNREACHABLE, TRANSACTION_NOT_FOUND, TRANSACTION_USED, TRANSACTION_MISMATCH, AMOUNT_MISMATCH, CURRENCY_MISMATCH, REFERENCE_MISMATCH.` })
  async orderReportCardRefusal(@Ctx() context: Context, @Arg('input', () => OrderReportCardRefusalInput, { description: 'Which order, and which transaction.' }) input: OrderReportCardRefusalInput): Promise<OrderPayload> {
    return orderPayload(await reportCardRefusal(context, input));
  }
}
