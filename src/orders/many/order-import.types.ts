import { Field, InputType, Int } from 'type-graphql';
import { MutationInput } from '../../platform/mutation.types.ts';
import { CurrencyCode, DateTime, Decimal } from '../../platform/scalars.ts';
import { maximalOrders } from './batch.rules.ts';
import { DeliveryTypeEnum, OrderKindEnum, OrderStatusEnum, OriginEnum, VisibilityEnum } from '../order-enums.types.ts';
import { ContactInput } from '../placing/order-inputs.types.ts';
import type { DeliveryType, OrderKind, OrderStatus, Visibility } from '../order.lifecycle.ts';
import type { Origin } from '../placing/origins.ts';

@InputType({ description: 'A line of an order of the past. Its prices are taken as recorded.' })
export class ImportedLineInput {
  @Field(() => String, { description: 'Code of the SKU, 1 to 64 characters; the catalogue need not know it any more.' })
  sku!: string;
  @Field(() => String, { nullable: true, description: 'Code of the product; the catalogue’s where it knows the SKU, else the SKU’s own.' })
  productCode?: string | null;
  @Field(() => String, { description: 'Name of the product then, 1 to 200 characters.' })
  name!: string;
  @Field(() => String, { nullable: true, description: 'What set the SKU apart, at most 200 characters.' })
  specification?: string | null;
  @Field(() => String, { nullable: true, description: 'Barcode then, at most 64 characters.' })
  barcode?: string | null;
  @Field(() => Int, { description: 'Pieces, 1 to 1,000,000.' })
  quantity!: number;
  @Field(() => Decimal, { nullable: true, description: 'Price of a piece before any discount; the sale price when left out.' })
  listPrice?: string | null;
  @Field(() => Decimal, { description: 'Price of a piece as sold.' })
  salePrice!: string;
  @Field(() => String, { nullable: true, description: 'Id of the comment that it has (S1-70).' })
  commentId?: string | null;
}

@InputType({ description: 'An order of the past, which is over. Instants lie in the sequence of these fields, none in the future.' })
export class ImportedOrderInput {
  @Field(() => String, { description: 'Its number where it comes from, 1 to 64 characters; kept as `uid`. Good once for each source.' })
  externalNumber!: string;
  @Field(() => OrderStatusEnum, { description: 'CLOSED_CONFIRMED, CLOSED_CANCELED, CLOSED_PAY_TIMEOUT or CLOSED_REFUNDED.' })
  status!: OrderStatus;
  @Field(() => OrderKindEnum, { nullable: true, description: 'Who placed it, and where; ONLINE when left out.' })
  kind?: OrderKind | null;
  @Field(() => DeliveryTypeEnum, { nullable: true, description: 'How the goods went over; EXPRESS for ONLINE, SELF_PICK for others when left out.' })
  deliveryType?: DeliveryType | null;
  @Field(() => OriginEnum, { nullable: true, description: 'Through what it was placed.' })
  origin?: Origin | null;
  @Field(() => CurrencyCode, { description: 'Currency of all its amounts.' })
  currency!: string;
  @Field(() => DateTime, { description: 'When it was placed; in 2000 or later, since its new number and its id begin with it.' })
  createdAt!: string;
  @Field(() => DateTime, { nullable: true, description: 'When it was paid; CLOSED_CONFIRMED and CLOSED_REFUNDED need it, others must not have it.' })
  paidAt?: string | null;
  @Field(() => DateTime, { nullable: true, description: 'When it was taken on.' })
  confirmedAt?: string | null;
  @Field(() => DateTime, { nullable: true, description: 'When shipping began.' })
  deliveryStartedAt?: string | null;
  @Field(() => DateTime, { nullable: true, description: 'When it was shipped or brought.' })
  deliveredAt?: string | null;
  @Field(() => DateTime, { description: 'When it was over: done, canceled, or not paid in time.' })
  endedAt!: string;
  @Field(() => DateTime, { nullable: true, description: 'When accounts with the store were settled.' })
  settledAt?: string | null;
  @Field(() => String, { nullable: true, description: 'Id of the comment on it as a whole.' })
  commentId?: string | null;
  @Field(() => Boolean, { nullable: true, description: 'Whether its customer is still to be asked for a review; false when left out.' })
  awaitingReview?: boolean | null;
  @Field(() => VisibilityEnum, { nullable: true, description: 'What its owner has done with it (S1-46 to S1-48); VISIBLE when left out.' })
  visibility?: Visibility | null;
  @Field(() => String, { nullable: true, description: 'Subject of the customer whose order it is.' })
  customerSubject?: string | null;
  @Field(() => String, { nullable: true, description: 'Code of the store that had it.' })
  storeCode?: string | null;
  @Field(() => String, { nullable: true, description: 'Name of the clerk or agent who settled it.' })
  clerkName?: string | null;
  @Field(() => ContactInput, { nullable: true, description: 'Who got the goods.' })
  contact?: ContactInput | null;
  @Field(() => ContactInput, { nullable: true, description: 'Who paid the bill, where that was somebody else.' })
  billing?: ContactInput | null;
  @Field(() => String, { nullable: true, description: 'The customer’s remark, at most 500 characters.' })
  remark?: string | null;
  @Field(() => String, { nullable: true, description: 'When the goods were wanted, at most 80 characters.' })
  receivingTime?: string | null;
  @Field(() => String, { nullable: true, description: 'Title of the invoice, at most 200 characters.' })
  invoiceTitle?: string | null;
  @Field(() => String, { nullable: true, description: 'Courier.' })
  courierCompany?: string | null;
  @Field(() => String, { nullable: true, description: 'Number of the waybill.' })
  waybillNumber?: string | null;
  @Field(() => Decimal, { nullable: true, description: 'Freight; nothing when left out.' })
  freightTotal?: string | null;
  @Field(() => Decimal, { nullable: true, description: 'What it came to, as recorded, also where the lines come to something else (S1-128); lines and freight when left out.' })
  total?: string | null;
  @Field(() => Decimal, { nullable: true, description: 'What went back, at most what was paid; all of it for CLOSED_REFUNDED, whatever is said here.' })
  refundedTotal?: string | null;
  @Field(() => String, { nullable: true, description: 'The payment provider’s transaction, 1 to 64 characters.' })
  transactionId?: string | null;
  @Field(() => [ImportedLineInput], { description: '1 to 200 lines.' })
  lines!: ImportedLineInput[];
}

@InputType({ description: 'Orders of the past, to be taken over.' })
export class OrderImportInput extends MutationInput {
  @Field(() => String, { description: 'The system they come from, 1 to 40 characters; always the same for the same system.' })
  source!: string;
  @Field(() => [ImportedOrderInput], { description: `1 to ${maximalOrders} orders.` })
  orders!: ImportedOrderInput[];
}
