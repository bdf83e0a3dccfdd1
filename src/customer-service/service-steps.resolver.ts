import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import type { Context } from '../context.ts';
import { Access } from '../identity/access.ts';
import { orderPayload } from '../orders/steps/order-answers.ts';
import { OrderCancelInput } from '../orders/placing/order-inputs.types.ts';
import { OrderPayload } from '../orders/steps/order-payloads.types.ts';
import { payloadOf } from '../platform/mutation.types.ts';
import { approveService, refuseServiceRequest, takeUpService } from './answer-service.ts';
import { servicePayload } from './answers.ts';
import { cancelOrRequest } from './cancel-or-request.ts';
import { changeAmount } from './change-amount.ts';
import { createService } from './create-service.ts';
import { completeExchange, receiveGoods, refundInstead, sendBack, shipReplacement } from './goods-steps.ts';
import { payOutService, retryRefund } from './pay-out.ts';
import { payOutOtherwise } from './pay-out-otherwise.ts';
import { CustomerServicePayOutOtherwiseInput } from './pay-out-otherwise.types.ts';
import { requestService } from './request-service.ts';
import { cancelService, reply } from './say-something.ts';
import { saveReasons } from './save-reasons.ts';
import {
  CustomerServiceApproveInput, CustomerServiceChangeAmountInput, CustomerServiceCreateInput, CustomerServiceReasonedInput, CustomerServiceReasonSaveInput, CustomerServiceReceiveInput,
  CustomerServiceRefundInput, CustomerServiceRefuseInput, CustomerServiceReplyInput, CustomerServiceRequestInput, CustomerServiceSendBackInput, CustomerServiceShipReplacementInput,
  CustomerServiceStepInput,
} from './service-inputs.types.ts';
import { CustomerServicePayload, CustomerServiceReason, CustomerServiceReasonPayload } from './service-payloads.types.ts';

const refusals = 'Refusals: NOT_FOUND, TRANSITION_NOT_ALLOWED, NOT_YOUR_STEP, VERSION_CONFLICT, MAY_NOT_SELL';
const openingRefusals = `${refusals}, INVALID_INPUT, RETURN_PERIOD_OVER, QUANTITY_TOO_LARGE, REFUND_TOO_LARGE, PRODUCTS_UNAVAILABLE, DUPLICATE_UID`;
const which = 'Which document.';

@Resolver()
export class CustomerServiceStepsResolver {
  @Access('SHOPPER')
  @Mutation(() => CustomerServicePayload, { description: `The shopper asks for a refund, a return or an exchange (S2-19, S2-214, S2-220, S2-221, S4-9); for some days after the order is done too. ${openingRefusals}.` })
  async customerServiceRequest(@Ctx() context: Context, @Arg('input', () => CustomerServiceRequestInput, { description: 'What is asked for.' }) input: CustomerServiceRequestInput): Promise<CustomerServicePayload> {
    return servicePayload(await requestService(context, input));
  }

  @Access('STAFF', 'PLATFORM', 'SERVICE')
  @Mutation(() => CustomerServicePayload, { description: `A clerk opens a refund, a return or an exchange of an order, or takes goods back without one (S2-12, S2-198 to S2-205). At the counter, one command does all of it. ${openingRefusals}, PRICE_NOT_ALLOWED.` })
  async customerServiceCreate(@Ctx() context: Context, @Arg('input', () => CustomerServiceCreateInput, { description: 'What is done.' }) input: CustomerServiceCreateInput): Promise<CustomerServicePayload> {
    return servicePayload(await createService(context, input));
  }

  @Access('SHOPPER', 'STAFF', 'PLATFORM', 'SERVICE')
  @Mutation(() => CustomerServicePayload, { description: `CANCEL: whoever asked for it calls it off, as long as no goods are on their way (S2-308, S4-10). ${refusals}, GOODS_SENT_BACK, INVALID_INPUT.` })
  async customerServiceCancel(@Ctx() context: Context, @Arg('input', () => CustomerServiceReasonedInput, { description: which }) input: CustomerServiceReasonedInput): Promise<CustomerServicePayload> {
    return servicePayload(await cancelService(context, input));
  }

  @Access('STAFF', 'PLATFORM', 'SERVICE')
  @Mutation(() => CustomerServicePayload, { description: `TAKE_UP: somebody looks into it, and is noted (S2-122). ${refusals}.` })
  async customerServiceTakeUp(@Ctx() context: Context, @Arg('input', () => CustomerServiceStepInput, { description: which }) input: CustomerServiceStepInput): Promise<CustomerServicePayload> {
    return servicePayload(await takeUpService(context, input));
  }

  @Access('STAFF', 'PLATFORM', 'SERVICE')
  @Mutation(() => CustomerServicePayload, { description: `APPROVE: the store agrees. Goods may come back to the address that is given, or money goes back (S2-216, S4-12). ${refusals}, INVALID_INPUT, REFUND_TOO_LARGE.` })
  async customerServiceApprove(@Ctx() context: Context, @Arg('input', () => CustomerServiceApproveInput, { description: 'Which document, and to what is agreed.' }) input: CustomerServiceApproveInput): Promise<CustomerServicePayload> {
    return servicePayload(await approveService(context, input));
  }

  @Access('STAFF', 'PLATFORM', 'SERVICE')
  @Mutation(() => CustomerServicePayload, { description: `REFUSE: the store does not agree, or takes its word back before money has moved; the order goes on as before (S2-223, S2-308, S4-11). ${refusals}, REFUND_BEGUN, REPLACEMENT_SHIPPED, INVALID_INPUT.` })
  async customerServiceRefuse(@Ctx() context: Context, @Arg('input', () => CustomerServiceRefuseInput, { description: 'Which document, and why not.' }) input: CustomerServiceRefuseInput): Promise<CustomerServicePayload> {
    return servicePayload(await refuseServiceRequest(context, input));
  }

  @Access('SHOPPER', 'STAFF', 'PLATFORM', 'SERVICE')
  @Mutation(() => CustomerServicePayload, { description: `SEND_BACK: the goods are with a courier (S2-21, S2-227, S4-13). Said again with other details, it corrects them. ${refusals}, INVALID_INPUT.` })
  async customerServiceSendBack(@Ctx() context: Context, @Arg('input', () => CustomerServiceSendBackInput, { description: 'Which document, and with whom the goods travel.' }) input: CustomerServiceSendBackInput): Promise<CustomerServicePayload> {
    return servicePayload(await sendBack(context, input));
  }

  @Access('STAFF', 'PLATFORM', 'SERVICE')
  @Mutation(() => CustomerServicePayload, { description: `RECEIVE: the goods are back, all or part of them; what did not come back is let go of, and its money with it (S2-217, S4-14). ${refusals}, INVALID_INPUT, REFUND_TOO_LARGE.` })
  async customerServiceReceive(@Ctx() context: Context, @Arg('input', () => CustomerServiceReceiveInput, { description: 'Which document, and what has come back.' }) input: CustomerServiceReceiveInput): Promise<CustomerServicePayload> {
    return servicePayload(await receiveGoods(context, input));
  }

  @Access('STAFF', 'PLATFORM', 'SERVICE')
  @Mutation(() => CustomerServicePayload, { description: `CHANGE_AMOUNT: changes what goes back for the goods, from nothing to what they were paid, until it is paid out (S2-224). ${refusals}, REFUND_BEGUN, REFUND_TOO_LARGE, REPLACEMENT_SHIPPED, INVALID_INPUT.` })
  async customerServiceChangeAmount(@Ctx() context: Context, @Arg('input', () => CustomerServiceChangeAmountInput, { description: 'Which document, and how much.' }) input: CustomerServiceChangeAmountInput): Promise<CustomerServicePayload> {
    return servicePayload(await changeAmount(context, input));
  }

  @Access('STAFF', 'PLATFORM', 'SERVICE')
  @Mutation(() => CustomerServicePayload, { description: `REFUND: pays out what is left to pay out, over the payments that brought it: cash is handed over at once, gateways are asked afterwards, again and again, until they have paid (S2-218, S2-319, S3-46). ${refusals}, REFUND_BEGUN, REFUND_TOO_LARGE, INVALID_INPUT.` })
  async customerServiceRefund(@Ctx() context: Context, @Arg('input', () => CustomerServiceRefundInput, { description: 'Which document, and over which payments.' }) input: CustomerServiceRefundInput): Promise<CustomerServicePayload> {
    return servicePayload(await payOutService(context, input));
  }

  @Access('STAFF', 'PLATFORM', 'SERVICE')
  @Mutation(() => CustomerServicePayload, { description: `RETRY_REFUND: asks a gateway that has refused again now, under the same number (S2-225). ${refusals}, NO_REFUSED_REFUND.` })
  async customerServiceRetryRefund(@Ctx() context: Context, @Arg('input', () => CustomerServiceStepInput, { description: which }) input: CustomerServiceStepInput): Promise<CustomerServicePayload> {
    return servicePayload(await retryRefund(context, input));
  }

  @Access('STAFF', 'PLATFORM', 'SERVICE')
  @Mutation(() => CustomerServicePayload, { description: `PAY_OUT_OTHERWISE: what a gateway has refused is paid out in another way: in cash, into the wallet, or by hand. Its refund is PAID_OTHERWISE from then on, and the gateway is never asked again; should it have paid after all, REFUND_PAID_TWICE in the log, and \`Refund.paidTwiceAt\`, say so (S2-225). ${refusals}, NO_REFUSED_REFUND, REFUND_BEING_ASKED, INVALID_INPUT; for a card TRANSACTION_NOT_REFUSED, TRANSACTION_NOT_FOUND, TERMINALS_UNREACHABLE.` })
  async customerServicePayOutOtherwise(@Ctx() context: Context, @Arg('input', () => CustomerServicePayOutOtherwiseInput, { description: 'Which document, and how.' }) input: CustomerServicePayOutOtherwiseInput): Promise<CustomerServicePayload> {
    return servicePayload(await payOutOtherwise(context, input));
  }

  @Access('STAFF', 'PLATFORM', 'SERVICE')
  @Mutation(() => CustomerServicePayload, { description: `SHIP_REPLACEMENT: what is given in exchange is with a courier, or handed over; not before what it costs on top is paid (S2-124). ${refusals}, SUPPLEMENT_DUE, REPLACEMENT_SHIPPED, INVALID_INPUT.` })
  async customerServiceShipReplacement(@Ctx() context: Context, @Arg('input', () => CustomerServiceShipReplacementInput, { description: 'Which document, and how it reaches the customer.' }) input: CustomerServiceShipReplacementInput): Promise<CustomerServicePayload> {
    return servicePayload(await shipReplacement(context, input));
  }

  @Access('STAFF', 'PLATFORM', 'SERVICE')
  @Mutation(() => CustomerServicePayload, { description: `REFUND_INSTEAD: nothing can be given in exchange; the document goes on as a refund of what the goods are worth, and what was paid on top goes back by itself. ${refusals}, REPLACEMENT_SHIPPED, INVALID_INPUT.` })
  async customerServiceRefundInstead(@Ctx() context: Context, @Arg('input', () => CustomerServiceReasonedInput, { description: which }) input: CustomerServiceReasonedInput): Promise<CustomerServicePayload> {
    return servicePayload(await refundInstead(context, input));
  }

  @Access('SHOPPER', 'STAFF', 'PLATFORM', 'SERVICE')
  @Mutation(() => CustomerServicePayload, { description: `COMPLETE_EXCHANGE: the customer has what was given in exchange (S2-128). ${refusals}, REPLACEMENT_NOT_SHIPPED, REFUND_NOT_DONE.` })
  async customerServiceCompleteExchange(@Ctx() context: Context, @Arg('input', () => CustomerServiceStepInput, { description: which }) input: CustomerServiceStepInput): Promise<CustomerServicePayload> {
    return servicePayload(await completeExchange(context, input));
  }

  @Access('SHOPPER', 'STAFF', 'PLATFORM', 'SERVICE')
  @Mutation(() => CustomerServicePayload, { description: `REPLY: a word to the other side, with pictures if need be (S2-21, S2-102). ${refusals}, INVALID_INPUT.` })
  async customerServiceReply(@Ctx() context: Context, @Arg('input', () => CustomerServiceReplyInput, { description: 'Which document, and what there is to say.' }) input: CustomerServiceReplyInput): Promise<CustomerServicePayload> {
    return servicePayload(await reply(context, input));
  }

  @Access('PLATFORM')
  @Mutation(() => CustomerServiceReasonPayload, { description: 'Makes reasons for which something may be asked, or brings them up to date (S2-18). Refusals: INVALID_INPUT.' })
  async customerServiceReasonSave(@Ctx() context: Context, @Arg('input', () => CustomerServiceReasonSaveInput, { description: 'The reasons.' }) input: CustomerServiceReasonSaveInput): Promise<CustomerServiceReasonPayload> {
    const answer = await saveReasons(context, input);
    return { ...payloadOf(answer), reasons: (answer.value ?? []).map((row) => new CustomerServiceReason(row)) };
  }

  @Access('SHOPPER', 'STAFF', 'PLATFORM', 'SERVICE')
  @Mutation(() => OrderPayload, { description: `CANCEL: calls the order off while it is unpaid, or paid and not yet taken on; what was paid goes back by itself. REQUEST_CANCEL: once it was taken on and not sent, the shopper’s cancellation is a refund that the store answers (S4-7, S4-123, S4-195). ${refusals}, SERVICE_OPEN, INVALID_INPUT.` })
  async orderCancel(@Ctx() context: Context, @Arg('input', () => OrderCancelInput, { description: 'Which order, and why.' }) input: OrderCancelInput): Promise<OrderPayload> {
    return orderPayload(await cancelOrRequest(context, input));
  }
}
