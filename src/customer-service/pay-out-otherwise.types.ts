import { Field, ID, InputType } from 'type-graphql';
import { RefundWayEnum } from '../orders/paying/refund-ways.types.ts';
import type { RefundWay } from '../payments/payment-states.ts';
import { CustomerServiceStepInput } from './service-inputs.types.ts';

@InputType({ description: 'A refund of a document that its gateway has refused, and how it is paid out instead.' })
export class CustomerServicePayOutOtherwiseInput extends CustomerServiceStepInput {
  @Field(() => ID, { nullable: true, description: 'Which refund; needed where several were refused.' })
  refundId?: string | null;
  @Field(() => RefundWayEnum, { description: 'How the money reaches the customer.' })
  way!: RefundWay;
  @Field(() => String, { nullable: true, description: 'Where the payment is to be found, such as the number of a bank transfer, 1 to 100 characters; needed with BY_HAND.' })
  reference?: string | null;
  @Field(() => String, { description: 'Why it is paid out in this way, 1 to 500 characters.' })
  reason!: string;
}
