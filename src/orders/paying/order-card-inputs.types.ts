import { Field, ID, InputType } from 'type-graphql';
import { OrderStepInput } from '../placing/order-inputs.types.ts';

@InputType({ description: 'A payment that was made at a card terminal.' })
export class OrderPayCardInput extends OrderStepInput {
  @Field(() => String, { description: 'Id of the transaction, as the terminal tells it (S3-11): 1 to 64 letters, digits, dots, dashes and underscores. Good for one payment.' })
  transactionId!: string;
}

@InputType({ description: 'Money that was given back to a card at a terminal.' })
export class OrderRefundCardInput extends OrderStepInput {
  @Field(() => String, { description: 'Id of the terminal’s refund (S3-14): 1 to 64 letters, digits, dots, dashes and underscores. Good for one refund.' })
  transactionId!: string;
  @Field(() => ID, { nullable: true, description: 'Which refund of the order it carries out; needed when several cards wait for money.' })
  refundId?: string | null;
}

@InputType({ description: 'A card that a terminal has refused to give its money back.' })
export class OrderReportCardRefusalInput extends OrderStepInput {
  @Field(() => String, { description: 'Id of the refund that the terminal has declined: 1 to 64 letters, digits, dots, dashes and underscores. Good for one refund.' })
  transactionId!: string;
  @Field(() => ID, { nullable: true, description: 'Which refund of the order was refused; needed when several cards wait for money.' })
  refundId?: string | null;
}
