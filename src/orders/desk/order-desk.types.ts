import { Field, ID, ObjectType } from 'type-graphql';
import { enumOf } from '../../platform/enum-of.ts';
import { Getter } from '../../platform/getter.ts';
import { toGlobalId } from '../../platform/ids.ts';
import { MutationPayload, UserError } from '../../platform/mutation.types.ts';
import { DateTime } from '../../platform/scalars.ts';
import { verdictOutcomes, type VerdictOutcome } from '../many/batch.rules.ts';
import { assignmentOutcomes, type Assignment, type AssignmentOutcome } from './order-assignments.rules.ts';
import { Order } from '../order.types.ts';

const VerdictOutcomeEnum = enumOf('OrderVerdictOutcome', 'What became of one of many orders in a command.', verdictOutcomes);
const AssignmentOutcomeEnum = enumOf('StoreAssignmentOutcome', 'What a store made of an order it was given.', assignmentOutcomes);

@ObjectType({ simpleResolvers: true, description: 'One store’s turn with an order: from when it was given to it until it answered.' })
export class StoreAssignment {
  constructor(readonly attempt: Assignment) {}

  @Getter(() => ID, { description: 'Id of the store.' })
  get storeId(): string { return toGlobalId('store', this.attempt.storeId); }
  @Getter(() => String, { description: 'Its code then.' })
  get storeCode(): string { return this.attempt.storeCode; }
  @Getter(() => String, { description: 'Its name then.' })
  get storeName(): string { return this.attempt.storeName; }
  @Getter(() => DateTime, { description: 'When it was given the order.' })
  get assignedAt(): string { return this.attempt.at; }
  @Getter(() => AssignmentOutcomeEnum, { description: 'What it made of it.' })
  get outcome(): AssignmentOutcome { return this.attempt.outcome; }
  @Getter(() => DateTime, { nullable: true, description: 'When it answered, or the order ended.' })
  get answeredAt(): string | null { return this.attempt.answered?.at ?? null; }
}

@ObjectType({ simpleResolvers: true, description: 'What became of one of the orders that a command named.' })
export class OrderVerdict {
  @Field(() => String, { description: 'The order as the command named it.' })
  reference!: string;
  @Field(() => VerdictOutcomeEnum, { description: 'What became of it.' })
  outcome!: VerdictOutcome;
  @Field(() => Order, { nullable: true, description: 'The order as it now is; null when there is none that the caller may see, or see any longer.' })
  order!: Order | null;
  @Field(() => [UserError], { description: 'Why it was refused; empty unless it was. NOT_FOUND for an order that does not exist and for somebody else’s alike.' })
  userErrors!: readonly UserError[];
}

@ObjectType({ simpleResolvers: true, description: 'Answer of the mutations that take several orders. `userErrors` is about the command as a whole; with one of them, nothing was done.' })
export class OrdersPayload extends MutationPayload {
  @Field(() => [OrderVerdict], { description: 'One for each order, in the sequence of the command.' })
  verdicts!: readonly OrderVerdict[];
}
