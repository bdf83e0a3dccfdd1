import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import type { Context } from '../../context.ts';
import { Access } from '../../identity/access.ts';
import { acceptOrder } from './accept-order.ts';
import { assignStore } from './assign-store.ts';
import { completeOrder } from './complete-order.ts';
import { moveOrder } from './move-order.ts';
import { orderPayload, startedPayload } from './order-answers.ts';
import {
  OrderAssignStoreInput, OrderPayCashInput, OrderPlaceInput, OrderPlaceInStoreInput, OrderRejectInput, OrderShipInput,
  OrderStartPaymentInput, OrderStepInput,
} from '../placing/order-inputs.types.ts';
import { OrderPayload, OrderStartPaymentPayload } from './order-payloads.types.ts';
import { placeOrder, placeOrderInStore } from '../placing/place-order.ts';
import { rejectOrder } from './reject-order.ts';
import { shipOrder } from './ship-order.ts';
import { startPayment } from '../paying/start-payment.ts';
import { takeCash } from '../paying/take-cash.ts';

const refusals = 'Refusals: NOT_FOUND, TRANSITION_NOT_ALLOWED, NOT_YOUR_STEP, VERSION_CONFLICT';

@Resolver()
export class OrderStepsResolver {
  @Access('SHOPPER')
  @Mutation(() => OrderPayload, { description: 'Places an online order (S2-7). Prices come from the catalogue; EXPRESS, SELF_PICK and FLASH differ in what they need (S2-177 to S2-179). Refusals: INVALID_INPUT, STORE_REQUIRED, STORE_NOT_ACCEPTING, NOT_FOUND, PRODUCTS_UNAVAILABLE, COUPON_NOT_APPLICABLE, INSUFFICIENT_POINTS, POINTS_NOT_APPLICABLE, PRICE_CHANGED, NOT_DELIVERABLE, DUPLICATE_UID.' })
  async orderPlace(@Ctx() context: Context, @Arg('input', () => OrderPlaceInput, { description: 'The order.' }) input: OrderPlaceInput): Promise<OrderPayload> {
    return orderPayload(await placeOrder(context, input));
  }

  @Access('STAFF', 'SERVICE')
  @Mutation(() => OrderPayload, { description: 'Places an order at a store’s till (S2-8, S2-183). Refusals: INVALID_INPUT, NOT_FOUND, PRODUCTS_UNAVAILABLE, PRICE_NOT_ALLOWED, COUPON_NOT_APPLICABLE, BENEFITS_NOT_ALLOWED, INSUFFICIENT_POINTS, POINTS_NOT_APPLICABLE, PRICE_CHANGED, MAY_NOT_SELL, DUPLICATE_UID.' })
  async orderPlaceInStore(@Ctx() context: Context, @Arg('input', () => OrderPlaceInStoreInput, { description: 'The order.' }) input: OrderPlaceInStoreInput): Promise<OrderPayload> {
    return orderPayload(await placeOrderInStore(context, input));
  }

  @Access('SHOPPER', 'STAFF', 'SERVICE')
  @Mutation(() => OrderStartPaymentPayload, { description: `Begins a payment of all that is left to pay through a gateway (S2-23); the order is paid once the gateway confirms. Asked again while that payment can still be made, it is answered with the same one: two taps are one chance to pay. ${refusals}, PAYMENT_NOT_POSSIBLE, DEADLINE_PASSED.` })
  async orderStartPayment(@Ctx() context: Context, @Arg('input', () => OrderStartPaymentInput, { description: 'Which order, and through which gateway.' }) input: OrderStartPaymentInput): Promise<OrderStartPaymentPayload> {
    return startedPayload(await startPayment(context, input));
  }

  @Access('STAFF', 'SERVICE')
  @Mutation(() => OrderPayload, { description: `PAY: takes cash for an in-store order, all that is left to pay or a part of it, and computes the change. ${refusals}, INVALID_INPUT.` })
  async orderPayCash(@Ctx() context: Context, @Arg('input', () => OrderPayCashInput, { description: 'Which order, and how much.' }) input: OrderPayCashInput): Promise<OrderPayload> {
    return orderPayload(await takeCash(context, input));
  }

  @Access('PLATFORM')
  @Mutation(() => OrderPayload, { description: `CONFIRM: the platform confirms a paid EXPRESS order for shipping, where that is not automatic. ${refusals}.` })
  async orderConfirm(@Ctx() context: Context, @Arg('input', () => OrderStepInput, { description: 'Which order.' }) input: OrderStepInput): Promise<OrderPayload> {
    return orderPayload(await moveOrder(context, { operation: 'orderConfirm', action: 'CONFIRM', input }));
  }

  @Access('STAFF')
  @Mutation(() => OrderPayload, { description: `ACCEPT: the store takes on a paid SELF_PICK or FLASH order; the clerk is noted as the one who settles it (S2-187, S2-190). ${refusals}.` })
  async orderAccept(@Ctx() context: Context, @Arg('input', () => OrderStepInput, { description: 'Which order.' }) input: OrderStepInput): Promise<OrderPayload> {
    return orderPayload(await acceptOrder(context, input));
  }

  @Access('STAFF', 'PLATFORM')
  @Mutation(() => OrderPayload, { description: `REJECT: the store cannot serve a FLASH order, or the platform takes an order away from a store that has not taken it on; the order loses its store, which no longer sees it, and waits for ASSIGN_STORE (S2-191). ${refusals}, INVALID_INPUT.` })
  async orderReject(@Ctx() context: Context, @Arg('input', () => OrderRejectInput, { description: 'Which order, and why.' }) input: OrderRejectInput): Promise<OrderPayload> {
    return orderPayload(await rejectOrder(context, input));
  }

  @Access('PLATFORM')
  @Mutation(() => OrderPayload, { description: `ASSIGN_STORE: gives an order without a store to one that takes online orders (S2-194); REJECT first takes it away from another. ${refusals}, STORE_ALREADY_ASSIGNED, STORE_NOT_ACCEPTING, INVALID_INPUT.` })
  async orderAssignStore(@Ctx() context: Context, @Arg('input', () => OrderAssignStoreInput, { description: 'Which order, and which store.' }) input: OrderAssignStoreInput): Promise<OrderPayload> {
    return orderPayload(await assignStore(context, input));
  }

  @Access('STAFF', 'PLATFORM')
  @Mutation(() => OrderPayload, { description: `START_DELIVERY: shipping begins (EXPRESS), or the store sets out (FLASH, S2-192). ${refusals}.` })
  async orderStartDelivery(@Ctx() context: Context, @Arg('input', () => OrderStepInput, { description: 'Which order.' }) input: OrderStepInput): Promise<OrderPayload> {
    return orderPayload(await moveOrder(context, { operation: 'orderStartDelivery', action: 'START_DELIVERY', input }));
  }

  @Access('STAFF', 'PLATFORM')
  @Mutation(() => OrderPayload, { description: `SHIP: the parcel is with the courier, under this waybill; the shopper confirms receipt, or time does. ${refusals}, INVALID_INPUT.` })
  async orderShip(@Ctx() context: Context, @Arg('input', () => OrderShipInput, { description: 'Which order, and with whom it travels.' }) input: OrderShipInput): Promise<OrderPayload> {
    return orderPayload(await shipOrder(context, input));
  }

  @Access('STAFF', 'SERVICE')
  @Mutation(() => OrderPayload, { description: `COMPLETE: the goods are with the customer (S2-184, S2-189, S2-193). ${refusals}, NOT_PAID_IN_FULL.` })
  async orderComplete(@Ctx() context: Context, @Arg('input', () => OrderStepInput, { description: 'Which order.' }) input: OrderStepInput): Promise<OrderPayload> {
    return orderPayload(await completeOrder(context, input));
  }

  @Access('SHOPPER')
  @Mutation(() => OrderPayload, { description: `CONFIRM_RECEIPT: the shopper has received a shipped order (S2-24). ${refusals}.` })
  async orderConfirmReceipt(@Ctx() context: Context, @Arg('input', () => OrderStepInput, { description: 'Which order.' }) input: OrderStepInput): Promise<OrderPayload> {
    return orderPayload(await moveOrder(context, { operation: 'orderConfirmReceipt', action: 'CONFIRM_RECEIPT', input }));
  }
}
