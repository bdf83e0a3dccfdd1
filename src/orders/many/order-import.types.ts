import { Field, ID, InputType, Int } from 'type-graphql';
import { AttributeInput } from '../../catalog/catalog-inputs.types.ts';
import { MutationInput } from '../../platform/mutation.types.ts';
import { CurrencyCode, DateTime, Decimal, Rate } from '../../platform/scalars.ts';
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
  @Field(() => String, { description: 'Name of the product then, 1 to 300 characters.' })
  name!: string;
  @Field(() => String, { nullable: true, description: 'What set the SKU apart, at most 200 characters.' })
  specification?: string | null;
  @Field(() => String, { nullable: true, description: 'Barcode then, at most 64 characters.' })
  barcode?: string | null;
  @Field(() => String, { nullable: true, description: 'URL of the picture then, at most 2000 characters (S1-109).' })
  cover?: string | null;
  @Field(() => Int, { nullable: true, description: 'Weight of a piece in grams then (S1-112).' })
  weightGrams?: number | null;
  @Field(() => Int, { nullable: true, description: 'Volume of a piece, packed, in millilitres then (S2-271 `bulk`).' })
  volumeMillilitres?: number | null;
  @Field(() => String, { nullable: true, description: 'Code of the product’s brand then, 1 to 64 characters (S0-77).' })
  brandCode?: string | null;
  @Field(() => [AttributeInput], { nullable: true, description: 'What set the SKU apart, one by one, then (S0-79, S1-111); at most 50.' })
  options?: AttributeInput[] | null;
  @Field(() => [AttributeInput], { nullable: true, description: 'The product’s attributes then (S0-80); at most 50.' })
  attributes?: AttributeInput[] | null;
  @Field(() => String, { nullable: true, description: 'Where it lay in the warehouse then, 1 to 64 characters (S2-271 `store_location`).' })
  shelfLocation?: string | null;
  @Field(() => Int, { description: 'Pieces, 1 to 1,000,000.' })
  quantity!: number;
  @Field(() => Decimal, { nullable: true, description: 'Price of a piece before any discount; the sale price when left out.' })
  listPrice?: string | null;
  @Field(() => Decimal, { description: 'Price of a piece as sold.' })
  salePrice!: string;
  @Field(() => Decimal, { nullable: true, description: 'What the line came to, where that is not salePrice × quantity because the price of a piece was rounded (half up).' })
  saleTotal?: string | null;
  @Field(() => Decimal, { nullable: true, description: 'What a piece cost the platform then (S2-270 `cost_price`, S4-171).' })
  unitCost?: string | null;
  @Field(() => String, { nullable: true, description: 'Why a clerk set the price by hand, 1 to 200 characters.' })
  priceReason?: string | null;
  @Field(() => Int, { nullable: true, description: 'For a part of a bundle: the position, from 1, of the line that is the bundle, which stands before it (S1-68).' })
  parentSeq?: number | null;
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
  @Field(() => Rate, { nullable: true, description: 'What one unit of it was worth in the platform’s own currency then (S1-67).' })
  exchangeRate?: string | null;
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
  @Field(() => ID, { nullable: true, description: 'In place of `customerSubject`: the customer’s id, as an export tells it. It is the same in every Docket, since it follows from the subject.' })
  customerId?: string | null;
  @Field(() => String, { nullable: true, description: 'Code of the store that had it.' })
  storeCode?: string | null;
  @Field(() => String, { nullable: true, description: 'Name of the clerk or agent who settled it.' })
  clerkName?: string | null;
  @Field(() => String, { nullable: true, description: 'Name of whoever made the sale, at most 120 characters (S0-62).' })
  salespersonName?: string | null;
  @Field(() => String, { nullable: true, description: 'The number on the till’s receipt, at most 64 characters (S0-58).' })
  receiptNumber?: string | null;
  @Field(() => String, { nullable: true, description: 'On what it was placed, at most 80 characters (S0-63).' })
  device?: string | null;
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
  @Field(() => Boolean, { nullable: true, description: 'Whether an invoice was wanted; when left out, whether it has a title.' })
  invoiceWanted?: boolean | null;
  @Field(() => String, { nullable: true, description: 'Courier.' })
  courierCompany?: string | null;
  @Field(() => String, { nullable: true, description: 'Number of the waybill.' })
  waybillNumber?: string | null;
  @Field(() => String, { nullable: true, description: 'Code of the courier, at most 40 characters.' })
  courierCode?: string | null;
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
