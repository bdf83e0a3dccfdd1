import { Field, Int, ObjectType } from 'type-graphql';
import { Order } from '../orders/order.types.ts';
import { PageInfo } from '../platform/connection.types.ts';
import { enumOf } from '../platform/enum-of.ts';
import { Getter } from '../platform/getter.ts';
import { MutationPayload, UserError } from '../platform/mutation.types.ts';
import type { Refusal } from '../platform/refusals.ts';
import { serviceActions, type ServiceAction, type ServiceStatus, type ServiceType } from './customer-service.lifecycle.ts';
import type { CustomerServiceRow, ReasonRow } from './customer-service.tables.ts';
import { CustomerService, ServiceStatusEnum } from './customer-service.types.ts';
import { ServiceTypeEnum } from './service-inputs.types.ts';

const ServiceActionEnum = enumOf('CustomerServiceAction', 'A step of a document’s lifecycle.', serviceActions);

@ObjectType({ simpleResolvers: true, description: 'A step of a document’s lifecycle, and whether the caller can take it now.' })
export class CustomerServiceAvailableAction {
  @Field(() => ServiceActionEnum, { description: 'The step; the mutation is named after it: TAKE_UP is `customerServiceTakeUp`.' })
  action!: ServiceAction;
  @Field(() => Boolean, { description: 'Whether the caller can take it now: draw the button, enabled or not.' })
  enabled!: boolean;
  @Field(() => UserError, { nullable: true, description: 'Why not; null when enabled.' })
  reason!: UserError | null;
}

@ObjectType({ simpleResolvers: true, description: 'A kind of customer service, and whether the caller can ask for it now.' })
export class AvailableCustomerService {
  @Field(() => ServiceTypeEnum, { description: 'What can be asked for, with `customerServiceRequest` or `customerServiceCreate`.' })
  type!: ServiceType;
  @Field(() => Boolean, { description: 'Whether the caller can ask for it now.' })
  enabled!: boolean;
  @Field(() => UserError, { nullable: true, description: 'Why not; null when enabled.' })
  reason!: UserError | null;
}

@ObjectType({ implements: UserError, simpleResolvers: true, description: 'The document, as it is, does not take this step. The payload’s `customerService` shows it.' })
export class CustomerServiceRefused extends UserError {
  constructor(refusal: Refusal, row: CustomerServiceRow) {
    super(refusal);
    this.status = row.status;
    this.version = row.version;
  }

  @Field(() => ServiceStatusEnum, { description: 'The status that stands in the way.' })
  readonly status: ServiceStatus;
  @Field(() => Int, { description: 'The document’s version at that.' })
  readonly version: number;
}

@ObjectType({ simpleResolvers: true, description: 'A document in a page of documents.' })
export class CustomerServiceEdge {
  @Field(() => String, { description: 'Pass it as `after` or `before` to go on from this document.' })
  cursor!: string;
  @Field(() => CustomerService, { description: 'The document.' })
  node!: CustomerService;
}

@ObjectType({ simpleResolvers: true, description: 'A page of documents, newest first.' })
export class CustomerServiceConnection {
  @Field(() => [CustomerServiceEdge], { description: 'The documents of this page.' })
  edges!: CustomerServiceEdge[];
  @Field(() => PageInfo, { description: 'Where the page lies in the list.' })
  pageInfo!: PageInfo;
  /** Counts the whole list; asked only by `totalCount`. */
  countAll!: () => Promise<number>;
}

@ObjectType({ simpleResolvers: true, description: 'Answer of the mutations that open or move a document.' })
export class CustomerServicePayload extends MutationPayload {
  @Field(() => CustomerService, { nullable: true, description: 'The document as it now is, also after a refusal; null when there is none that the caller may see.' })
  customerService!: CustomerService | null;
  @Field(() => Order, { nullable: true, description: 'The order that it belongs to, as it now is; null without one.' })
  order!: Order | null;
}

@ObjectType({ simpleResolvers: true, description: 'A reason for which something may be asked (S2-297).' })
export class CustomerServiceReason {
  constructor(readonly row: ReasonRow) {}

  @Getter(() => String, { description: 'Its code; pass it as `reasonCode`.' })
  get code(): string { return this.row.code; }
  @Getter(() => String, { description: 'As customers read it.' })
  get name(): string { return this.row.name; }
  @Getter(() => [ServiceTypeEnum], { description: 'For what it may be given.' })
  get types(): readonly ServiceType[] { return this.row.types; }
  @Getter(() => Boolean, { description: 'Whether the freight goes back as well.' })
  get refundsFreight(): boolean { return this.row.refundsFreight; }
}

@ObjectType({ simpleResolvers: true, description: 'Answer of `customerServiceReasonSave`.' })
export class CustomerServiceReasonPayload extends MutationPayload {
  @Field(() => [CustomerServiceReason], { description: 'The reasons as they were saved; empty when refused.' })
  reasons!: CustomerServiceReason[];
}
