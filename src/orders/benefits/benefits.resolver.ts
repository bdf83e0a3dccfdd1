import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import type { Context } from '../../context.ts';
import { Access } from '../../identity/access.ts';
import { orderPayload, sharedPayload } from '../steps/order-answers.ts';
import { OrderPayWithWalletInput, OrderStepInput } from '../placing/order-inputs.types.ts';
import { OrderPayload, OrderSharePayload } from '../steps/order-payloads.types.ts';
import { payWithWallet } from '../paying/pay-with-wallet.ts';
import { shareOrder } from './share-order.ts';

@Resolver()
export class BenefitsResolver {
  @Access('SHOPPER')
  @Mutation(() => OrderPayload, { description: 'PAY: pays an order of the caller’s, or a part of it, out of their wallet in its currency. What is refunded later goes back into the wallet at once. Refusals: NOT_FOUND, TRANSITION_NOT_ALLOWED, NOT_YOUR_STEP, VERSION_CONFLICT, INSUFFICIENT_FUNDS, PAYMENT_NOT_POSSIBLE, DEADLINE_PASSED, INVALID_INPUT.' })
  async orderPayWithWallet(@Ctx() context: Context, @Arg('input', () => OrderPayWithWalletInput, { description: 'Which order, and how much.' }) input: OrderPayWithWalletInput): Promise<OrderPayload> {
    return orderPayload(await payWithWallet(context, input));
  }

  @Access('SHOPPER')
  @Mutation(() => OrderSharePayload, { description: 'Shares a finished order of the caller’s (S2-17): they get a coupon, and a code for the link to friends, each of whom claims one with it. Shared before, it is answered with the same code. Refusals: NOT_FOUND, TRANSITION_NOT_ALLOWED unless the order is CLOSED_CONFIRMED (S2-213), VERSION_CONFLICT, COUPON_NOT_AVAILABLE.' })
  async orderShare(@Ctx() context: Context, @Arg('input', () => OrderStepInput, { description: 'Which order.' }) input: OrderStepInput): Promise<OrderSharePayload> {
    return sharedPayload(await shareOrder(context, input));
  }
}
