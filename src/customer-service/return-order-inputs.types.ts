import { Field, ID, InputType, Int } from 'type-graphql';
import { MutationInput } from '../platform/mutation.types.ts';
import { ReturnLineInput } from './service-inputs.types.ts';

@InputType({ description: 'An order that is taken back at the till.' })
export class OrderReturnInput extends MutationInput {
  @Field(() => ID, { nullable: true, description: 'Id of the order, or its number (S0-15, S0-16); it or `orderUid` must be given (S0-33).' })
  orderId?: string | null;
  @Field(() => String, { nullable: true, description: 'The uid with which the order was placed at the till of `storeId` (S0-17).' })
  orderUid?: string | null;
  @Field(() => ID, { nullable: true, description: 'With `orderUid`, and only then: the store in whose till it was given.' })
  storeId?: string | null;
  @Field(() => String, { nullable: true, description: 'An id of your own for the return, 1 to 64 characters; refused with DUPLICATE_UID when the store has one with it (S0-18, S0-22).' })
  uid?: string | null;
  @Field(() => Int, { nullable: true, description: 'Refuse with VERSION_CONFLICT unless the order is at this version.' })
  expectedVersion?: number | null;
  @Field(() => [ReturnLineInput], { nullable: true, description: 'What comes back, at most 2000 lines; all that is left of the order when left out (S0-4).' })
  returns?: ReturnLineInput[] | null;
  @Field(() => String, { nullable: true, description: 'Code of a reason that the platform keeps (`customerServiceReasons`).' })
  reasonCode?: string | null;
  @Field(() => String, { nullable: true, description: 'Why, in words, 1 to 200 characters; the named reason’s own words when left out, and “Taken back at the till” without one.' })
  reason?: string | null;
  @Field(() => String, { nullable: true, description: 'What else there is to say, at most 1000 characters.' })
  content?: string | null;
}

@InputType({ description: 'Goods out of a return that are sold again.' })
export class ResaleLineInput {
  @Field(() => Int, { description: 'The line’s number in the order; it must be among what comes back.' })
  seq!: number;
  @Field(() => Int, { nullable: true, description: 'Pieces that the customer keeps, at most those that come back; all of them when left out.' })
  quantity?: number | null;
}

@InputType({ description: 'An order that is taken back at the till, and what of it is sold again.' })
export class OrderReturnAndResaleInput extends OrderReturnInput {
  @Field(() => [ResaleLineInput], { description: 'What is sold again of what comes back, 1 to 2000 lines. The quantities are those that the customer keeps, not those that they give back: S0’s `items[seq]` is read so (S0-23).' })
  resale!: ResaleLineInput[];
}
