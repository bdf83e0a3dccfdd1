import { Field, ID, InputType, Int } from 'type-graphql';
import { DateTime } from '../../platform/scalars.ts';
import type { Instant } from '../../platform/time.ts';
import { DeliveryTypeEnum, OrderKindEnum, OrderStatusEnum, VisibilityEnum } from '../order-enums.types.ts';
import type { DeliveryType, OrderKind, OrderStatus, Visibility } from '../order.lifecycle.ts';

@InputType({ description: 'Which orders to list; all conditions must hold (S1-2, S2-28, S2-62 to S2-68, S4-19 to S4-26). What is left out does not matter.' })
export class OrderFilter {
  @Field(() => [OrderStatusEnum], { nullable: true, description: 'Any of these statuses (S1-15, S2-64, S4-24).' })
  status?: OrderStatus[] | null;
  @Field(() => Boolean, { nullable: true, description: 'True: only orders that no store has, e.g. after a reject; false: only those that one has.' })
  unassigned?: boolean | null;
  @Field(() => OrderKindEnum, { nullable: true, description: 'Placed online or in a store (S2-63, S2-195, S2-196).' })
  kind?: OrderKind | null;
  @Field(() => DeliveryTypeEnum, { nullable: true, description: 'How the goods reach the customer.' })
  deliveryType?: DeliveryType | null;
  @Field(() => Boolean, { nullable: true, description: 'True: only orders about which there was a refund, return or exchange, or whose money goes back or went back, finished ones included (S2-2); false: only the others.' })
  afterSales?: boolean | null;
  @Field(() => Boolean, { nullable: true, description: 'True: only orders that are done and not reviewed yet (S4-90); false: only the others.' })
  awaitingReview?: boolean | null;
  @Field(() => Boolean, { nullable: true, description: 'True: only orders whose owner has reminded of them, at whatever time; false: only the others.' })
  reminded?: boolean | null;
  @Field(() => Boolean, { nullable: true, description: 'True: only orders on hold; false: only the others.' })
  onHold?: boolean | null;
  @Field(() => VisibilityEnum, { nullable: true, description: 'What the owner has done with it. A shopper’s own list shows VISIBLE ones unless this says RECYCLED (S1-17, S1-60); everybody else’s shows all.' })
  visibility?: Visibility | null;
  @Field(() => ID, { nullable: true, description: 'Whose order it is (S4-19).' })
  customerId?: string | null;
  @Field(() => String, { nullable: true, description: 'Part of the name of a product in it, as it was sold, from two characters on, whatever the case (S1-14, S4-25).' })
  productName?: string | null;
  @Field(() => String, { nullable: true, description: 'Part of the name of the contact, from two characters on, whatever the case (S2-65).' })
  contactName?: string | null;
  @Field(() => String, { nullable: true, description: 'Exact phone number of the contact (S2-66).' })
  contactPhone?: string | null;
  @Field(() => String, { nullable: true, description: 'Order numbers that begin with this (S2-67, S4-21).' })
  number?: string | null;
  @Field(() => String, { nullable: true, description: 'Exact number of the waybill.' })
  waybillNumber?: string | null;
  @Field(() => Int, { nullable: true, description: 'Created within so many months up to now, 1 to 1200 (S1-16, S1-62).' })
  lastMonths?: number | null;
  @Field(() => DateTime, { nullable: true, description: 'Created at this instant or later (S2-68, S4-22).' })
  createdFrom?: Instant | null;
  @Field(() => DateTime, { nullable: true, description: 'Created before this instant, which itself is excluded (S2-68, S4-23).' })
  createdBefore?: Instant | null;
  @Field(() => DateTime, { nullable: true, description: 'Paid in full at this instant or later.' })
  paidFrom?: Instant | null;
  @Field(() => DateTime, { nullable: true, description: 'Paid in full before this instant, which itself is excluded.' })
  paidBefore?: Instant | null;
  @Field(() => DateTime, { nullable: true, description: 'Done at this instant or later.' })
  finishedFrom?: Instant | null;
  @Field(() => DateTime, { nullable: true, description: 'Done before this instant, which itself is excluded.' })
  finishedBefore?: Instant | null;
}
