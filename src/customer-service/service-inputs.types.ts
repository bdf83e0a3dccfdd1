import { Field, ID, InputType, Int } from 'type-graphql';
import { Address } from '../platform/address.types.ts';
import { enumOf } from '../platform/enum-of.ts';
import { MutationInput } from '../platform/mutation.types.ts';
import { Decimal } from '../platform/scalars.ts';
import { serviceTypes, type ServiceType } from './customer-service.lifecycle.ts';
import { goodsConditions, type GoodsCondition } from './item-words.ts';

export const ServiceTypeEnum = enumOf('CustomerServiceType', 'What is asked for (S2-132 to S2-134).', serviceTypes);
export const GoodsConditionEnum = enumOf('ReturnedGoodsCondition', 'How goods were when they came back.', goodsConditions);

@InputType({ description: 'Pieces of a line of the order that are to be given back.' })
export class ReturnLineInput {
  @Field(() => Int, { description: 'The line’s number in the order; goods that were given in exchange have numbers of their own (`CustomerServiceItem.lineSeq`). A bundle comes back whole: its parts are not named.' })
  seq!: number;
  @Field(() => Int, { nullable: true, description: 'Pieces; all that are left when left out (S2-200).' })
  quantity?: number | null;
  @Field(() => Decimal, { nullable: true, description: 'What is to go back for them (S2-80, S4-56); all that they were paid when left out, and never more.' })
  refundFee?: string | null;
}

@InputType({ description: 'Goods that are to be given in exchange. Their price comes from the catalogue.' })
export class ReplacementLineInput {
  @Field(() => String, { description: 'Code of the SKU (S2-81, S2-82).' })
  sku!: string;
  @Field(() => Int, { description: 'Pieces, 1 to 1,000,000 (S2-83).' })
  quantity!: number;
}

@InputType({ description: 'What every new document may carry.' })
export abstract class CustomerServiceOpeningInput extends MutationInput {
  @Field(() => String, { nullable: true, description: 'An id of your own for the document, 1 to 64 characters; refused with DUPLICATE_UID when you have one with it (S0-18).' })
  uid?: string | null;
  @Field(() => Int, { nullable: true, description: 'Refuse with VERSION_CONFLICT unless the order is at this version.' })
  expectedVersion?: number | null;
  @Field(() => String, { nullable: true, description: 'Code of a reason that the platform keeps (`customerServiceReasons`); it or `reason` must be given (S2-18).' })
  reasonCode?: string | null;
  @Field(() => String, { nullable: true, description: 'Why, in words, 1 to 200 characters (S2-74, S2-95); the named reason’s own words when left out.' })
  reason?: string | null;
  @Field(() => String, { nullable: true, description: 'What else there is to say, at most 1000 characters (S2-75, S4-55).' })
  content?: string | null;
  @Field(() => [String], { nullable: true, description: 'URLs of pictures, at most 9 (S2-76, S4-57).' })
  images?: string[] | null;
  @Field(() => Boolean, { nullable: true, description: 'Whether the customer has the goods (S4-59).' })
  goodsReceived?: boolean | null;
}

@InputType({ description: 'A refund, return or exchange that a shopper asks for (S2-19, S4-9).' })
export class CustomerServiceRequestInput extends CustomerServiceOpeningInput {
  @Field(() => ID, { description: 'Id of the order, or its number.' })
  orderId!: string;
  @Field(() => ServiceTypeEnum, { description: 'What is asked for.' })
  type!: ServiceType;
  @Field(() => [ReturnLineInput], { nullable: true, description: 'What is given back, at most 200 lines; all that is left of the order when left out (S2-98).' })
  returns?: ReturnLineInput[] | null;
  @Field(() => [ReplacementLineInput], { nullable: true, description: 'EXCHANGE: what is wanted for it, at most 200 lines; the same goods once more when left out, as many of them as come back.' })
  replacements?: ReplacementLineInput[] | null;
}

@InputType({ description: 'Goods that a clerk takes back, or credits.' })
export class ClerkReturnLineInput {
  @Field(() => Int, { nullable: true, description: 'With an order: the line’s number in it.' })
  seq?: number | null;
  @Field(() => String, { nullable: true, description: 'Without an order: code of the SKU (S2-77, S2-78).' })
  sku?: string | null;
  @Field(() => Int, { nullable: true, description: 'Pieces. With an order, all that are left when left out (S2-200); without one it must be given (S2-201).' })
  quantity?: number | null;
  @Field(() => Decimal, { nullable: true, description: 'What goes back for them all. With an order, what they were paid when left out, and never more; without one, the catalogue’s price when left out, another only by those who may set prices (S2-203).' })
  refundFee?: string | null;
}

@InputType({ description: 'Goods that a clerk gives in exchange.' })
export class ClerkReplacementLineInput extends ReplacementLineInput {
  @Field(() => Decimal, { nullable: true, description: 'A price for one piece in place of the catalogue’s; only by those who may set prices.' })
  unitPrice?: string | null;
}

@InputType({ description: 'A refund, return or exchange that a clerk opens (S2-12).' })
export class CustomerServiceCreateInput extends CustomerServiceOpeningInput {
  @Field(() => ID, { nullable: true, description: 'Id of the order, or its number; a RETURN may be without one (S2-198, S2-199).' })
  orderId?: string | null;
  @Field(() => ID, { nullable: true, description: 'The store that takes goods back without an order; with one it is the order’s (S2-70).' })
  storeId?: string | null;
  @Field(() => String, { nullable: true, description: 'Without an order: the subject of the shopper, when they are known.' })
  customerSubject?: string | null;
  @Field(() => ServiceTypeEnum, { description: 'What is done (S2-73).' })
  type!: ServiceType;
  @Field(() => [ClerkReturnLineInput], { nullable: true, description: 'What is given back or credited, at most 2000 lines; all that is left of the order when left out.' })
  returns?: ClerkReturnLineInput[] | null;
  @Field(() => [ClerkReplacementLineInput], { nullable: true, description: 'EXCHANGE: what is given for it, at most 2000 lines; the same goods once more when left out, as many of them as come back.' })
  replacements?: ClerkReplacementLineInput[] | null;
  @Field(() => Boolean, { nullable: true, description: 'The goods lie on the counter: approved and received by the same command.' })
  goodsHandedIn?: boolean | null;
  @Field(() => Boolean, { nullable: true, description: 'Pays out by the same command, where no goods are awaited any more.' })
  refundNow?: boolean | null;
}

@InputType({ description: 'A step of one document.' })
export class CustomerServiceStepInput extends MutationInput {
  @Field(() => ID, { description: 'Id of the document, or its number.' })
  customerServiceId!: string;
  @Field(() => Int, { nullable: true, description: 'Refuse with VERSION_CONFLICT unless the document is at this version.' })
  expectedVersion?: number | null;
}

@InputType({ description: 'A step of one document, with a reason if there is one.' })
export class CustomerServiceReasonedInput extends CustomerServiceStepInput {
  @Field(() => String, { nullable: true, description: 'Why, at most 500 characters; kept in the log, where customer and store read it.' })
  reason?: string | null;
}

@InputType({ description: 'Why the store does not agree.' })
export class CustomerServiceRefuseInput extends CustomerServiceStepInput {
  @Field(() => String, { description: 'Reason, 1 to 500 characters; the customer reads it.' })
  reason!: string;
}

@InputType({ description: 'What the store agrees to.' })
export class CustomerServiceApproveInput extends CustomerServiceStepInput {
  @Field(() => Address, { nullable: true, description: 'Where the goods are to be sent (S4-67); the store’s own address when left out.' })
  returnAddress?: Address | null;
  @Field(() => String, { nullable: true, description: 'To whom, at most 120 characters; the store’s name when left out.' })
  returnName?: string | null;
  @Field(() => String, { nullable: true, description: 'Phone number for the courier, at most 40 characters; the store’s when left out.' })
  returnPhone?: string | null;
  @Field(() => Boolean, { nullable: true, description: 'REFUND: pays out by the same command. When left out, only where the shopper wants the whole order called off.' })
  refundNow?: boolean | null;
  @Field(() => String, { nullable: true, description: 'A word to the customer, at most 500 characters.' })
  comment?: string | null;
}

@InputType({ description: 'With whom the goods travel back (S2-100 to S2-102).' })
export class CustomerServiceSendBackInput extends CustomerServiceStepInput {
  @Field(() => String, { description: 'Courier, 1 to 80 characters.' })
  courierCompany!: string;
  @Field(() => String, { nullable: true, description: 'Code of the courier, at most 40 characters.' })
  courierCode?: string | null;
  @Field(() => String, { description: 'Number of the waybill, 1 to 80 characters.' })
  waybillNumber!: string;
  @Field(() => String, { nullable: true, description: 'A word to the store, at most 500 characters.' })
  comment?: string | null;
}

@InputType({ description: 'How many pieces of a line have come back.' })
export class ReceivedLineInput {
  @Field(() => Int, { description: 'The line’s position in the document.' })
  seq!: number;
  @Field(() => Int, { description: 'Pieces, from none to all.' })
  quantity!: number;
  @Field(() => GoodsConditionEnum, { nullable: true, description: 'How they were.' })
  condition?: GoodsCondition | null;
}

@InputType({ description: 'What has come back.' })
export class CustomerServiceReceiveInput extends CustomerServiceStepInput {
  @Field(() => [ReceivedLineInput], { nullable: true, description: 'Lines of which not all has come back, or whose condition is noted; of the others, all has come.' })
  lines?: ReceivedLineInput[] | null;
  @Field(() => Boolean, { nullable: true, description: 'RETURN: pays out by the same command.' })
  refundNow?: boolean | null;
  @Field(() => String, { nullable: true, description: 'A word to the customer, at most 500 characters.' })
  comment?: string | null;
}

@InputType({ description: 'What the goods are credited with.' })
export class CustomerServiceChangeAmountInput extends CustomerServiceReasonedInput {
  @Field(() => Decimal, { description: 'What is to go back for the goods in money, from nothing to what they were paid; spread over the lines in proportion.' })
  amount!: string;
}

@InputType({ description: 'How much goes back over one payment.' })
export class RefundShareInput {
  @Field(() => ID, { description: 'The payment that brought the money.' })
  paymentId!: string;
  @Field(() => Decimal, { description: 'How much, at most what it still holds.' })
  amount!: string;
}

@InputType({ description: 'How a document is paid out.' })
export class CustomerServiceRefundInput extends CustomerServiceStepInput {
  @Field(() => [RefundShareInput], { nullable: true, description: 'Over which payments; last in, first out when left out. The shares must come to all that is left to pay out. Not for a return without an order, which is paid in cash.' })
  over?: RefundShareInput[] | null;
  @Field(() => String, { nullable: true, description: 'A word to the customer, at most 500 characters.' })
  comment?: string | null;
}

@InputType({ description: 'How what is given in exchange reaches the customer.' })
export class CustomerServiceShipReplacementInput extends CustomerServiceStepInput {
  @Field(() => String, { nullable: true, description: 'Courier, 1 to 80 characters; left out where it is handed over.' })
  courierCompany?: string | null;
  @Field(() => String, { nullable: true, description: 'Code of the courier, at most 40 characters.' })
  courierCode?: string | null;
  @Field(() => String, { nullable: true, description: 'Number of the waybill, 1 to 80 characters.' })
  waybillNumber?: string | null;
  @Field(() => String, { nullable: true, description: 'A word to the customer, at most 500 characters.' })
  comment?: string | null;
}

@InputType({ description: 'A word to the other side.' })
export class CustomerServiceReplyInput extends CustomerServiceStepInput {
  @Field(() => String, { description: 'What there is to say, 1 to 1000 characters (S2-96, S2-102).' })
  content!: string;
  @Field(() => [String], { nullable: true, description: 'URLs of more pictures, at most 9.' })
  images?: string[] | null;
}

@InputType({ description: 'A reason for which something may be asked.' })
export class CustomerServiceReasonInput {
  @Field(() => String, { description: 'Code, 1 to 40 characters; the reason is found by it.' })
  code!: string;
  @Field(() => String, { description: 'As customers read it, 1 to 120 characters.' })
  name!: string;
  @Field(() => [ServiceTypeEnum], { nullable: true, description: 'For what it may be given; for everything when left out.' })
  types?: ServiceType[] | null;
  @Field(() => Boolean, { nullable: true, description: 'Whether the freight goes back as well, since the reason lies with the seller. False when left out.' })
  refundsFreight?: boolean | null;
  @Field(() => Int, { nullable: true, description: 'Where it stands in the list, smallest first; 0 when left out.' })
  position?: number | null;
  @Field(() => Boolean, { nullable: true, description: 'Whether it can no longer be given. False when left out.' })
  withdrawn?: boolean | null;
}

@InputType({ description: 'Reasons to be made or brought up to date, found by their codes.' })
export class CustomerServiceReasonSaveInput extends MutationInput {
  @Field(() => [CustomerServiceReasonInput], { description: '1 to 100 reasons; all are saved or none.' })
  reasons!: CustomerServiceReasonInput[];
}
