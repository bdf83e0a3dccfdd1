import { Arg, Ctx, Mutation, Query, Resolver } from 'type-graphql';
import { callerOf, type Context } from '../../context.ts';
import { Access } from '../../identity/access.ts';
import { awaitingReviewOf } from './awaiting-review.queries.ts';
import { holdOrder, releaseOrder } from './hold-order.ts';
import { moveMany } from '../many/move-many.ts';
import { orderPayload } from '../steps/order-answers.ts';
import { ordersPayload } from './order-desk-answers.ts';
import { OrderHoldInput, OrderReleaseInput, OrderReviewInput, OrderSettleInput, OrdersInput, OrdersMoveInput } from './order-desk-inputs.types.ts';
import { OrdersPayload } from './order-desk.types.ts';
import { OrderStepInput } from '../placing/order-inputs.types.ts';
import { pageOfList } from '../lists/list-orders.ts';
import { OrderPage } from '../lists/order-page.types.ts';
import type { OrderPageArguments } from '../lists/order-page-request.ts';
import { OrderPayload } from '../steps/order-payloads.types.ts';
import { OrderConnection } from '../order.types.ts';
import { remindStore } from './remind-store.ts';
import { reviewOrder } from './review-order.ts';
import { settleOrder } from './settle-order.ts';
import { deleteOrders, purgeOrders, restoreOrders } from './tidy-orders.ts';

const refusals = 'Refusals: NOT_FOUND, TRANSITION_NOT_ALLOWED, NOT_YOUR_STEP, VERSION_CONFLICT';
const verdicts = 'Each order gets a verdict; what is refused for one stops no other. A number of somebody else’s looks like one that does not exist. Refusals: INVALID_INPUT; for one order NOT_FOUND, TRANSITION_NOT_ALLOWED';

@Resolver()
export class OrderDeskResolver {
  @Access('STAFF', 'PLATFORM')
  @Mutation(() => OrderPayload, { description: `HOLD: stops an order where it is (S1-35). Every step of it is refused with ORDER_ON_HOLD, and its deadlines stand still, until it is released; money that comes all the same is booked. ${refusals}, INVALID_INPUT.` })
  async orderHold(@Ctx() context: Context, @Arg('input', () => OrderHoldInput, { description: 'Which order, and why.' }) input: OrderHoldInput): Promise<OrderPayload> {
    return orderPayload(await holdOrder(context, input));
  }

  @Access('STAFF', 'PLATFORM')
  @Mutation(() => OrderPayload, { description: `RELEASE: lets a held order go on. Its deadlines have moved on by the time it was held; money that covered it meanwhile pays it now. ${refusals}, INVALID_INPUT.` })
  async orderRelease(@Ctx() context: Context, @Arg('input', () => OrderReleaseInput, { description: 'Which order.' }) input: OrderReleaseInput): Promise<OrderPayload> {
    return orderPayload(await releaseOrder(context, input));
  }

  @Access('SHOPPER')
  @Mutation(() => OrderPayload, { description: `REMIND: asks the store to send a paid order (S2-5); it rings on the store’s feed. Once in a while only. ${refusals}, REMINDED_ALREADY, ORDER_ON_HOLD.` })
  async orderRemind(@Ctx() context: Context, @Arg('input', () => OrderStepInput, { description: 'Which order.' }) input: OrderStepInput): Promise<OrderPayload> {
    return orderPayload(await remindStore(context, input));
  }

  @Access('SHOPPER', 'SERVICE')
  @Mutation(() => OrderPayload, { description: `REVIEW: links a comment to a finished order, or to one of its lines (S2-6, S2-316, S1-70). ${refusals}, ALREADY_REVIEWED, INVALID_INPUT.` })
  async orderReview(@Ctx() context: Context, @Arg('input', () => OrderReviewInput, { description: 'Which order, and which comment.' }) input: OrderReviewInput): Promise<OrderPayload> {
    return orderPayload(await reviewOrder(context, input));
  }

  @Access('PLATFORM', 'SERVICE')
  @Mutation(() => OrderPayload, { description: `SETTLE: accounts with the store are settled for a finished order (S2-157, S2-309); its owner may delete it from then on (S2-211). ${refusals}, INVALID_INPUT.` })
  async orderSettle(@Ctx() context: Context, @Arg('input', () => OrderSettleInput, { description: 'Which order.' }) input: OrderSettleInput): Promise<OrderPayload> {
    return orderPayload(await settleOrder(context, input));
  }

  @Access('SHOPPER')
  @Mutation(() => OrdersPayload, { description: `DELETE: puts the caller’s own closed orders into their recycle bin (S1-49, S2-16, S2-209 to S2-212, S4-18). Store, platform and history keep them. ${verdicts}, NOT_SETTLED.` })
  async orderDelete(@Ctx() context: Context, @Arg('input', () => OrdersInput, { description: 'Which orders.' }) input: OrdersInput): Promise<OrdersPayload> {
    return ordersPayload(context, await deleteOrders(context, input));
  }

  @Access('SHOPPER')
  @Mutation(() => OrdersPayload, { description: `RESTORE: takes orders out of the caller’s recycle bin again (S1-51). ${verdicts}.` })
  async orderRestore(@Ctx() context: Context, @Arg('input', () => OrdersInput, { description: 'Which orders.' }) input: OrdersInput): Promise<OrdersPayload> {
    return ordersPayload(context, await restoreOrders(context, input));
  }

  @Access('SHOPPER')
  @Mutation(() => OrdersPayload, { description: `PURGE: removes orders from the caller’s recycle bin (S1-50); they are gone for the caller, and for nobody else. ${verdicts}, NOT_IN_RECYCLE_BIN.` })
  async orderPurge(@Ctx() context: Context, @Arg('input', () => OrdersInput, { description: 'Which orders.' }) input: OrdersInput): Promise<OrdersPayload> {
    return ordersPayload(context, await purgeOrders(context, input));
  }

  @Access('STAFF', 'PLATFORM', 'SERVICE')
  @Mutation(() => OrdersPayload, { description: `The same step for many orders (S2-309), each judged by itself as the step’s own mutation would. ${verdicts}, and those of the step.` })
  async ordersMove(@Ctx() context: Context, @Arg('input', () => OrdersMoveInput, { description: 'Which orders, and which step.' }) input: OrdersMoveInput): Promise<OrdersPayload> {
    return ordersPayload(context, await moveMany(context, input));
  }

  @Access('SHOPPER')
  @Query(() => OrderConnection, { description: 'The caller’s own finished orders of which something awaits a review; with a product or a SKU, those in which it was bought and has no comment yet (S1-6, S1-31).' })
  async ordersAwaitingReview(
    @Ctx() context: Context,
    @OrderPage() page: OrderPageArguments,
    @Arg('productCode', () => String, { nullable: true, description: 'Only where a line of this product awaits a review.' }) productCode: string | null,
    @Arg('skuCode', () => String, { nullable: true, description: 'Only where a line of this SKU awaits a review.' }) skuCode: string | null,
  ): Promise<OrderConnection> {
    return pageOfList(awaitingReviewOf(context.db, callerOf(context).personId, { productCode, skuCode }), page);
  }
}
