import { Args, ArgsType, Field, InputType, Int, ObjectType } from 'type-graphql';
import { defaultPageSize, maximalPageSize, type PageArguments } from '../platform/connection.types.ts';
import { Getter } from '../platform/getter.ts';
import { DateTime } from '../platform/scalars.ts';
import type { Instant } from '../platform/time.ts';
import type { ServiceStatus, ServiceType } from './customer-service.lifecycle.ts';
import { ServiceStatusEnum } from './customer-service.types.ts';
import { ServiceTypeEnum } from './service-inputs.types.ts';

@InputType({ description: 'Which documents to list; all conditions must hold (S2-86 to S2-90). What is left out does not matter.' })
export class CustomerServiceFilter {
  @Field(() => String, { nullable: true, description: 'Numbers that begin with this (S2-87).' })
  number?: string | null;
  @Field(() => String, { nullable: true, description: 'Exact number of the order.' })
  orderNumber?: string | null;
  @Field(() => [ServiceTypeEnum], { nullable: true, description: 'Any of these types (S2-88).' })
  type?: ServiceType[] | null;
  @Field(() => [ServiceStatusEnum], { nullable: true, description: 'Any of these statuses.' })
  status?: ServiceStatus[] | null;
  @Field(() => DateTime, { nullable: true, description: 'Opened at this instant or later (S2-89).' })
  createdFrom?: Instant | null;
  @Field(() => DateTime, { nullable: true, description: 'Opened before this instant, which itself is excluded (S2-89).' })
  createdBefore?: Instant | null;
}

@ArgsType()
class PageArgs implements PageArguments {
  @Field(() => Int, { nullable: true, description: `How many documents at most, 1 to ${maximalPageSize}; ${defaultPageSize} when neither first nor last is given (S2-90).` })
  first?: number | null;
  @Field(() => String, { nullable: true, description: 'Only documents behind this cursor, that is older ones.' })
  after?: string | null;
  @Field(() => Int, { nullable: true, description: 'In place of `first`: how many documents at most, counted from the old end or from `before`.' })
  last?: number | null;
  @Field(() => String, { nullable: true, description: 'Only documents before this cursor, that is newer ones.' })
  before?: string | null;
}

/** The paging arguments of a list of documents. */
export const ServicePage = () => Args(() => PageArgs);

export interface ServiceStatusCount {
  readonly status: ServiceStatus;
  readonly type: ServiceType;
  readonly count: number;
}

@ObjectType({ simpleResolvers: true, description: 'How many documents of one type are in one status.' })
export class CustomerServiceStatusCount {
  @Field(() => ServiceTypeEnum, { description: 'The type.' })
  type!: ServiceType;
  @Field(() => ServiceStatusEnum, { description: 'The status.' })
  status!: ServiceStatus;
  @Field(() => Int, { description: 'Documents in it.' })
  count!: number;
}

@ObjectType({ simpleResolvers: true, description: 'The numbers on the tabs of after-sales.' })
export class CustomerServiceCounts {
  constructor(readonly rows: readonly ServiceStatusCount[]) {}

  @Getter(() => Int, { description: 'All documents.' })
  get total(): number { return this.in(); }
  @Getter(() => Int, { description: 'Wait for an answer: CREATED and HANDLING.' })
  get undecided(): number { return this.in('CREATED', 'HANDLING'); }
  @Getter(() => Int, { description: 'Wait for goods to come back: RETURN_PENDING.' })
  get returnPending(): number { return this.in('RETURN_PENDING'); }
  @Getter(() => Int, { description: 'Wait for goods to be given in exchange: DELIVERING.' })
  get delivering(): number { return this.in('DELIVERING'); }
  @Getter(() => Int, { description: 'Wait for money to go back: REFUND_PENDING.' })
  get refundPending(): number { return this.in('REFUND_PENDING'); }
  @Getter(() => Int, { description: 'Done: REFUNDED and EXCHANGED.' })
  get done(): number { return this.in('REFUNDED', 'EXCHANGED'); }
  @Getter(() => Int, { description: 'Called off or refused: CANCELED.' })
  get canceled(): number { return this.in('CANCELED'); }
  @Getter(() => [CustomerServiceStatusCount], { description: 'Every type and status that occurs.' })
  get byStatus(): CustomerServiceStatusCount[] { return this.rows.map(({ type, status, count }) => ({ type, status, count })); }

  private in(...statuses: readonly ServiceStatus[]): number {
    return this.rows.reduce((sum, { status, count }) => (statuses.length === 0 || statuses.includes(status) ? sum + count : sum), 0);
  }
}
