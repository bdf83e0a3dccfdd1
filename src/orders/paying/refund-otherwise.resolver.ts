import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import type { Context } from '../../context.ts';
import { Access } from '../../identity/access.ts';
import { orderPayload } from '../steps/order-answers.ts';
import { OrderPayload } from '../steps/order-payloads.types.ts';
import { payRefundOtherwise } from './pay-refund-otherwise.ts';
import { OrderPayRefundOtherwiseInput } from './refund-otherwise.types.ts';

@Resolver()
export class RefundOtherwiseResolver {
  @Access('STAFF', 'PLATFORM', 'SERVICE')
  @Mutation(() => OrderPayload, { description: 'Money of a canceled order, or a surplus, that its gateway has refused to give back is paid out in another way: in cash, into the wallet, or by hand. Its refund is PAID_OTHERWISE from then on, and the gateway is never asked again; should it have paid after all, REFUND_PAID_TWICE and `Refund.paidTwiceAt` say so. A document’s refunds are paid out by `customerServicePayOutOtherwise` (S2-225). Refusals: NOT_FOUND, VERSION_CONFLICT, NO_REFUSED_REFUND, REFUND_BEING_ASKED, MAY_NOT_SELL, INVALID_INPUT; for a card TRANSACTION_NOT_REFUSED, TRANSACTION_NOT_FOUND, TERMINALS_UNREACHABLE.' })
  async orderPayRefundOtherwise(@Ctx() context: Context, @Arg('input', () => OrderPayRefundOtherwiseInput, { description: 'Which order, and how.' }) input: OrderPayRefundOtherwiseInput): Promise<OrderPayload> {
    return orderPayload(await payRefundOtherwise(context, input));
  }
}
