import { Field, ID, InputType, Int } from 'type-graphql';
import { enumOf } from '../../platform/enum-of.ts';
import { MutationInput } from '../../platform/mutation.types.ts';
import { maximalOrders } from '../many/batch.rules.ts';
import { bulkSteps, type BulkStep } from './order-desk.lifecycle.ts';
import { OrderStepInput } from '../placing/order-inputs.types.ts';

const BulkStepEnum = enumOf('OrdersStep', 'A step that many orders can take in one command.', bulkSteps);

@InputType({ description: 'Why an order is stopped.' })
export class OrderHoldInput extends OrderStepInput {
  @Field(() => String, { description: 'Reason for those who work on the order, 1 to 500 characters.' })
  reason!: string;
}

@InputType({ description: 'Which order goes on.' })
export class OrderReleaseInput extends OrderStepInput {
  @Field(() => String, { nullable: true, description: 'What has become of the reason, at most 500 characters, kept in the history.' })
  reason?: string | null;
}

@InputType({ description: 'Which order is settled.' })
export class OrderSettleInput extends OrderStepInput {
  @Field(() => String, { nullable: true, description: 'Note, at most 500 characters, kept in the history; a statement’s number, say.' })
  comment?: string | null;
}

@InputType({ description: 'The comment that is linked to an order, or to one of its lines.' })
export class OrderReviewInput extends OrderStepInput {
  @Field(() => String, { description: 'Id of the comment where comments are kept, 1 to 64 characters (S2-6).' })
  commentId!: string;
  @Field(() => Int, { nullable: true, description: 'The line it is about; left out, the order as a whole.' })
  seq?: number | null;
}

@InputType({ description: 'Several orders at once.' })
export class OrdersInput extends MutationInput {
  @Field(() => [ID], { description: `1 to ${maximalOrders} orders, each by its id or its number. One named twice is done once.` })
  orderIds!: string[];
}

@InputType({ description: 'The same step for several orders.' })
export class OrdersMoveInput extends OrdersInput {
  @Field(() => BulkStepEnum, { description: 'The step.' })
  step!: BulkStep;
  @Field(() => String, { nullable: true, description: 'HOLD needs it, CANCEL and RELEASE may have it: why, at most 500 characters.' })
  reason?: string | null;
  @Field(() => String, { nullable: true, description: 'ASSIGN_STORE and SETTLE: a note, at most 500 characters.' })
  comment?: string | null;
  @Field(() => ID, { nullable: true, description: 'ASSIGN_STORE needs it: the store.' })
  storeId?: string | null;
}
