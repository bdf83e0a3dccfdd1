import { Field, ID, InputType, Int } from 'type-graphql';
import { Address } from '../../platform/address.types.ts';
import { MutationInput } from '../../platform/mutation.types.ts';
import { CurrencyCode, Decimal } from '../../platform/scalars.ts';
import { tenders, type Tender } from '../../payments/payment-states.ts';
import { enumOf } from '../../platform/enum-of.ts';
import { DeliveryTypeEnum, OriginEnum, TitleEnum } from '../order-enums.types.ts';
import type { DeliveryType } from '../order.lifecycle.ts';
import type { Origin } from './origins.ts';
import type { Title } from '../parties.rules.ts';

export const TenderEnum = enumOf('Tender', 'How money comes in.', tenders);

@InputType({ description: 'Who gets the goods, and where (S2-45 to S2-52).' })
export class ContactInput {
  @Field(() => String, { description: 'Name, 1 to 120 characters.' })
  name!: string;
  @Field(() => String, { nullable: true, description: 'Phone number, at most 40 characters; EXPRESS and FLASH need it.' })
  phone?: string | null;
  @Field(() => Address, { nullable: true, description: 'Address; EXPRESS and FLASH need at least street or detail.' })
  address?: Address | null;
  @Field(() => TitleEnum, { nullable: true, description: 'How they are addressed (S3-153).' })
  title?: Title | null;
  @Field(() => String, { nullable: true, description: 'Given name by itself, at most 120 characters (S3-154).' })
  givenName?: string | null;
  @Field(() => String, { nullable: true, description: 'Family name by itself, at most 120 characters (S3-154).' })
  familyName?: string | null;
  @Field(() => String, { nullable: true, description: 'E-mail, at most 255 characters (S3-156).' })
  email?: string | null;
}

@InputType({ description: 'A line of an online order. Its price comes from the catalogue, never from the client.' })
export class OrderLineInput {
  @Field(() => String, { description: 'Code of the SKU.' })
  sku!: string;
  @Field(() => Int, { description: 'Pieces, 1 to 1,000,000.' })
  quantity!: number;
}

@InputType({ description: 'A line of an in-store order.' })
export class TillLineInput extends OrderLineInput {
  @Field(() => Decimal, { nullable: true, description: 'A price for one piece in place of the catalogue’s; only staff with that right, and with a reason.' })
  unitPrice?: string | null;
  @Field(() => String, { nullable: true, description: 'Why the price differs, 1 to 200 characters; kept with the line.' })
  priceReason?: string | null;
}

@InputType({ description: 'What every new order may carry.' })
export abstract class NewOrderInput extends MutationInput {
  @Field(() => String, { nullable: true, description: 'An id of your own for the order, 1 to 64 characters; refused with DUPLICATE_UID when you have an order with it (S0-7).' })
  uid?: string | null;
  @Field(() => OriginEnum, { nullable: true, description: 'Through what it was placed; OTHER when left out (S2-36).' })
  origin?: Origin | null;
  @Field(() => ContactInput, { nullable: true, description: 'Who gets the goods; EXPRESS and FLASH need it.' })
  contact?: ContactInput | null;
  @Field(() => ContactInput, { nullable: true, description: 'Who pays the bill, where it is not who gets the goods (S3-139).' })
  billing?: ContactInput | null;
  @Field(() => String, { nullable: true, description: 'Remark for the store, at most 500 characters.' })
  remark?: string | null;
  @Field(() => String, { nullable: true, description: 'When the goods are wanted, in the shopper’s words, at most 80 characters (S2-42).' })
  receivingTime?: string | null;
  @Field(() => Boolean, { nullable: true, description: 'Whether an invoice is wanted (S2-43); when left out, whether it has a title.' })
  invoiceWanted?: boolean | null;
  @Field(() => String, { nullable: true, description: 'Title of the invoice, at most 200 characters (S2-44).' })
  invoiceTitle?: string | null;
  @Field(() => String, { nullable: true, description: 'Code of the coupon to be used, one for each order (S2-174); refused with COUPON_NOT_APPLICABLE where it does not apply. At a till, an issued coupon by its own code, which the customer shows: who may spend a customer’s benefits may name the code of its definition (BENEFITS_NOT_ALLOWED). From carts: theirs when left out, none when null.' })
  couponCode?: string | null;
  @Field(() => Int, { nullable: true, description: 'How many points to spend (S2-37); the quote says how many can be. Where fewer can, it is refused with INSUFFICIENT_POINTS or POINTS_NOT_APPLICABLE, which say how many, unless `expectedTotal` confirms what the order comes to with them, or they pay all of the goods. From carts: theirs together when left out.' })
  pointsWanted?: number | null;
  @Field(() => Decimal, { nullable: true, description: 'The total that the quote has shown. Where the order comes to something else by now, it is refused with PRICE_CHANGED, which carries the new quote, instead of being charged otherwise.' })
  expectedTotal?: string | null;
}

@InputType({ description: 'What an online order may carry.' })
export abstract class OnlineOrderInput extends NewOrderInput {
  @Field(() => DeliveryTypeEnum, { nullable: true, description: 'How the goods reach you; EXPRESS when left out or null (S2-177).' })
  deliveryType?: DeliveryType | null;
  @Field(() => ID, { nullable: true, description: 'In place of `contact`: an address out of your address book (S4-32), which the order copies.' })
  addressId?: string | null;
  @Field(() => Boolean, { nullable: true, description: 'True for an order that is paid with points (S4 order type 2): they pay all of the goods, or it is refused with INSUFFICIENT_POINTS; freight is paid with money.' })
  pointsRedemption?: boolean | null;
}

@InputType({ description: 'What an order at a till may carry.' })
export abstract class TillOrderInput extends NewOrderInput {
  @Field(() => String, { nullable: true, description: 'The number on the till’s receipt, 1 to 64 characters (S0-58).' })
  receiptNumber?: string | null;
  @Field(() => String, { nullable: true, description: 'The subject of whoever made the sale, a member of the store, where that is not the cashier (S0-62); refused with NOT_FOUND where nobody there has it.' })
  salespersonSubject?: string | null;
}

@InputType({ description: 'An online order.' })
export class OrderPlaceInput extends OnlineOrderInput {
  @Field(() => ID, { nullable: true, description: 'The store; SELF_PICK and FLASH need it (S2-178, S2-179).' })
  storeId?: string | null;
  @Field(() => CurrencyCode, { nullable: true, description: 'Currency of an order without a store; the platform’s own when left out. With a store, the store’s; another is refused with INVALID_INPUT.' })
  currency?: string | null;
  @Field(() => [OrderLineInput], { description: '1 to 200 lines; one SKU may stand on several (S0-36).' })
  lines!: OrderLineInput[];
}

@InputType({ description: 'An order placed at the till (S2-8). It is fetched at once (SELF_PICK).' })
export class OrderPlaceInStoreInput extends TillOrderInput {
  @Field(() => ID, { description: 'The store of the till (S2-57).' })
  storeId!: string;
  @Field(() => String, { nullable: true, description: 'The subject of the buying shopper, when they are known.' })
  customerSubject?: string | null;
  @Field(() => [TillLineInput], { description: '1 to 2000 lines.' })
  lines!: TillLineInput[];
}

@InputType({ description: 'An online order of everything in some carts.' })
export class OrderPlaceFromCartsInput extends OnlineOrderInput {
  @Field(() => [ID], { description: '1 to 50 carts of yours, of one store and currency; together they become one order (S4-4, S4-40). Lines come in the order of the carts.' })
  cartIds!: string[];
}

@InputType({ description: 'An order of everything in a basket at a till. It is fetched at once (SELF_PICK).' })
export class OrderPlaceFromCartInStoreInput extends TillOrderInput {
  @Field(() => ID, { description: 'The basket (S0-6).' })
  cartId!: string;
}

@InputType({ description: 'A step of one order.' })
export class OrderStepInput extends MutationInput {
  @Field(() => ID, { description: 'Id of the order, or its number.' })
  orderId!: string;
  @Field(() => Int, { nullable: true, description: 'Refuse with VERSION_CONFLICT unless the order is at this version.' })
  expectedVersion?: number | null;
}

@InputType({ description: 'Why the store cannot serve an order.' })
export class OrderRejectInput extends OrderStepInput {
  @Field(() => String, { description: 'Reason for the platform, 1 to 500 characters.' })
  reason!: string;
}

@InputType({ description: 'Which store gets an order.' })
export class OrderAssignStoreInput extends OrderStepInput {
  @Field(() => ID, { description: 'The store.' })
  storeId!: string;
  @Field(() => String, { nullable: true, description: 'Note for the store, at most 500 characters, kept in the history.' })
  comment?: string | null;
}

@InputType({ description: 'With whom the parcel travels (S2-253).' })
export class OrderShipInput extends OrderStepInput {
  @Field(() => String, { description: 'Courier, 1 to 80 characters.' })
  courierCompany!: string;
  @Field(() => String, { nullable: true, description: 'Code of the courier, at most 40 characters.' })
  courierCode?: string | null;
  @Field(() => String, { description: 'Number of the waybill, 1 to 80 characters.' })
  waybillNumber!: string;
}

@InputType({ description: 'Why an order is called off.' })
export class OrderCancelInput extends OrderStepInput {
  @Field(() => String, { nullable: true, description: 'Reason, kept in the history, at most 500 characters.' })
  reason?: string | null;
}

@InputType({ description: 'Cash taken at the till.' })
export class OrderPayCashInput extends OrderStepInput {
  @Field(() => Decimal, { nullable: true, description: 'How much of it is booked on the order; all that is left to pay when left out.' })
  amount?: string | null;
  @Field(() => Decimal, { nullable: true, description: 'What was handed over; the change is computed. The booked amount when left out.' })
  tendered?: string | null;
}

@InputType({ description: 'A payment out of the shopper’s wallet.' })
export class OrderPayWithWalletInput extends OrderStepInput {
  @Field(() => Decimal, { nullable: true, description: 'How much of it; all that is left to pay when left out. The rest can be paid in another way.' })
  amount?: string | null;
}

@InputType({ description: 'A payment through a gateway.' })
export class OrderStartPaymentInput extends OrderStepInput {
  @Field(() => TenderEnum, { description: 'Through which gateway; CASH is taken with `orderPayCash`, WALLET pays with `orderPayWithWallet`.' })
  tender!: Tender;
}
