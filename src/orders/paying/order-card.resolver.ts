import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import type { Context } from '../../context.ts';
import { Access } from '../../identity/access.ts';
import { orderPayload } from '../steps/order-answers.ts';
import { OrderPayCardInput, OrderRefundCardInput } from './order-card-inputs.types.ts';
import { OrderPayload } from '../steps/order-payloads.types.ts';
import { payByCard } from './pay-by-card.ts';
import { refundByCard } from './refund-by-card.ts';

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
  @Mutation(() => OrderPayload, { description: `A refund over a card is carried out by what was done at a terminal (S3-5, S3-47 to S3-49), which is looked up: it must be approved, give back this order’s charge, and the amount of the refund. Cash goes back by itself (S3-46). ${refusals}, NOTHING_TO_REFUND, TRANSACTION_NOT_FINAL, TERMINALS_UNREACHABLE, ${ofTransaction}.` })
  async orderRefundCard(@Ctx() context: Context, @Arg('input', () => OrderRefundCardInput, { description: 'Which order, and which transaction.' }) input: OrderRefundCardInput): Promise<OrderPayload> {
    return orderPayload(await refundByCard(context, input));
  }
}
