import { Field, ID, Int, ObjectType } from 'type-graphql';
import { enumOf } from '../../platform/enum-of.ts';
import { toGlobalId } from '../../platform/ids.ts';
import { Money, moneyOrNull } from '../../platform/money.types.ts';
import { MutationPayload, UserError } from '../../platform/mutation.types.ts';
import type { Refusal } from '../../platform/refusals.ts';
import { DateTime } from '../../platform/scalars.ts';
import { RefundWayEnum } from '../paying/refund-ways.types.ts';
import { paymentAttemptStates, refundStates, type PaymentAttemptState, type RefundState, type RefundWay, type Tender } from '../../payments/payment-states.ts';
import type { PaymentRow, RefundRow } from '../../payments/payment.tables.ts';
import { OrderActionEnum, OrderStatusEnum } from '../order-enums.types.ts';
import type { OrderStatus } from '../order.lifecycle.ts';
import type { OrderAction } from '../order.rules.ts';
import { Order } from '../order.types.ts';
import { TenderEnum } from '../placing/order-inputs.types.ts';
import { Getter } from '../../platform/getter.ts';

const PaymentAttemptStateEnum = enumOf('PaymentState', 'How far a payment has come.', paymentAttemptStates);
const RefundStateEnum = enumOf('RefundState', 'How far a refund has come.', refundStates);

@ObjectType({ simpleResolvers: true, description: 'A name and a value that the gateway wants the client to have.' })
export class ClientParameter {
  @Field(() => String, { description: 'Name, e.g. "payUrl".' })
  name!: string;
  @Field(() => String, { description: 'Value.' })
  value!: string;
}

@ObjectType({ simpleResolvers: true, description: 'An attempt to pay an order, or part of it.' })
export class Payment {
  constructor(readonly row: PaymentRow) {}

  @Getter(() => ID, { description: 'Id of the payment.' })
  get id(): string { return toGlobalId('payment', this.row.id); }
  @Getter(() => String, { description: 'Our number of the payment at the gateway (S2-176).' })
  get number(): string { return this.row.number; }
  @Getter(() => TenderEnum, { description: 'How the money comes in.' })
  get tender(): Tender { return this.row.tender; }
  @Getter(() => PaymentAttemptStateEnum, { description: 'How far it has come.' })
  get state(): PaymentAttemptState { return this.row.state; }
  @Getter(() => Money, { description: 'What it pays of the order.' })
  get amount(): Money { return new Money(this.row.amount, this.row.currency); }
  @Getter(() => Money, { nullable: true, description: 'Cash only: what was handed over.' })
  get tendered(): Money | null { return moneyOrNull(this.row.tendered, this.row.currency); }
  @Getter(() => Money, { nullable: true, description: 'Cash only: what was handed back.' })
  get change(): Money | null { return moneyOrNull(this.row.change, this.row.currency); }
  @Getter(() => Money, { description: 'What has gone back of it, or is on its way.' })
  get refunded(): Money { return new Money(this.row.refunded, this.row.currency); }
  @Getter(() => String, { nullable: true, description: 'The gateway’s own number, once it is paid (S2-252).' })
  get transactionId(): string | null { return this.row.providerTransactionId; }
  @Getter(() => [ClientParameter], { description: 'What the client needs to go on at the gateway; with SANDBOX the page to pay at (payUrl).' })
  get clientParameters(): ClientParameter[] { return Object.entries(this.row.clientParameters ?? {}).map(([name, value]) => ({ name, value })); }
  @Getter(() => DateTime, { description: 'When it was begun.' })
  get createdAt(): string { return this.row.createdAt; }
  @Getter(() => DateTime, { nullable: true, description: 'When its outcome was known.' })
  get settledAt(): string | null { return this.row.settledAt; }
}

@ObjectType({ simpleResolvers: true, description: 'Money on its way back, over the payment that brought it.' })
export class Refund {
  constructor(readonly row: RefundRow) {}

  @Getter(() => ID, { description: 'Id of the refund.' })
  get id(): string { return toGlobalId('refund', this.row.id); }
  @Getter(() => String, { description: 'Our number of the refund at the gateway; the same however often it is asked for.' })
  get number(): string { return this.row.number; }
  @Getter(() => RefundStateEnum, { description: 'How far it has come.' })
  get state(): RefundState { return this.row.state; }
  @Getter(() => Money, { description: 'How much goes back.' })
  get amount(): Money { return new Money(this.row.amount, this.row.currency); }
  @Getter(() => ID, { description: 'Id of the payment that it gives back.' })
  get paymentId(): string { return toGlobalId('payment', this.row.paymentId); }
  @Getter(() => String, { nullable: true, description: 'The transaction at a card terminal that gave it back (S3-14), or, until one has, the last that refused to.' })
  get transactionId(): string | null { return this.row.providerTransactionId; }
  @Getter(() => RefundWayEnum, { nullable: true, description: 'PAID_OTHERWISE: how it was paid out after the gateway had refused.' })
  get paidOutBy(): RefundWay | null { return this.row.paidOutBy; }
  @Getter(() => String, { nullable: true, description: 'PAID_OTHERWISE: where that payment is to be found.' })
  get reference(): string | null { return this.row.reference; }
  @Getter(() => DateTime, { nullable: true, description: 'When the gateway, or a card terminal, turned out to have paid after all what had been paid out otherwise: somebody must get it back.' })
  get paidTwiceAt(): string | null { return this.row.paidTwiceAt; }
  @Getter(() => String, { description: 'Why.' })
  get reason(): string { return this.row.reason; }
  @Getter(() => DateTime, { description: 'When it was written down.' })
  get createdAt(): string { return this.row.createdAt; }
  @Getter(() => DateTime, { nullable: true, description: 'When the money had gone back.' })
  get settledAt(): string | null { return this.row.settledAt; }
  @Getter(() => Int, { description: 'How often the gateway has been asked, always under the same number.' })
  get attempts(): number { return this.row.attempts; }
  @Getter(() => DateTime, { nullable: true, description: 'When the gateway is asked next; null once the money has gone back.' })
  get nextAttemptAt(): string | null { return this.row.nextAttemptAt; }
  @Getter(() => ID, { nullable: true, description: 'The customer-service document that pays it out; null for money that goes back by itself.' })
  get customerServiceId(): string | null { return this.row.serviceId === null ? null : toGlobalId('service', this.row.serviceId); }
}

@ObjectType({ simpleResolvers: true, description: 'A step of the order’s lifecycle, and whether the caller can take it now.' })
export class AvailableAction {
  @Field(() => OrderActionEnum, { description: 'The step; the mutation is named after it: ACCEPT is `orderAccept`, PAY is `orderPayCash`.' })
  action!: OrderAction;
  @Field(() => Boolean, { description: 'Whether the caller can take it now: draw the button, enabled or not.' })
  enabled!: boolean;
  @Field(() => UserError, { nullable: true, description: 'Why not; null when enabled.' })
  reason!: UserError | null;
}

@ObjectType({ implements: UserError, simpleResolvers: true, description: 'The order, as it is, does not take this step. The payload’s `order` shows it.' })
export class TransitionRefused extends UserError {
  constructor(refusal: Refusal, order: Order) {
    super(refusal);
    this.status = order.status;
    this.version = order.version;
  }

  @Field(() => OrderStatusEnum, { description: 'The status that stands in the way.' })
  readonly status: OrderStatus;
  @Field(() => Int, { description: 'The order’s version at that.' })
  readonly version: number;
}

@ObjectType({ implements: UserError, simpleResolvers: true, description: 'The object has moved on from `expectedVersion`. The payload shows it as it is.' })
export class VersionConflict extends UserError {
  constructor(refusal: Refusal, { version }: { readonly version: number }) {
    super(refusal);
    this.currentVersion = version;
  }

  @Field(() => Int, { description: 'Its version now.' })
  readonly currentVersion: number;
}

@ObjectType({ simpleResolvers: true, description: 'Answer of the mutations that place or move an order.' })
export class OrderPayload extends MutationPayload {
  @Field(() => Order, { nullable: true, description: 'The order as it now is, also after a refusal; null when there is none that the caller may see.' })
  order!: Order | null;
}

@ObjectType({ simpleResolvers: true, description: 'Answer of `orderShare`.' })
export class OrderSharePayload extends OrderPayload {
  @Field(() => String, { nullable: true, description: 'For the link to friends: each of them claims a coupon with it (`couponClaim`). Null when refused.' })
  code!: string | null;
}

@ObjectType({ simpleResolvers: true, description: 'Answer of `orderStartPayment`.' })
export class OrderStartPaymentPayload extends OrderPayload {
  @Field(() => Payment, { nullable: true, description: 'The payment that was begun, with what the client needs to go on; null when refused.' })
  payment!: Payment | null;
}
