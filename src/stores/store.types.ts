import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { Address } from '../platform/address.types.ts';
import { enumOf } from '../platform/enum-of.ts';
import { toGlobalId } from '../platform/ids.ts';
import { MutationInput, MutationPayload } from '../platform/mutation.types.ts';
import { Node } from '../platform/node.types.ts';
import { CurrencyCode, DateTime } from '../platform/scalars.ts';
import { memberRoles, type MemberRole } from './member-roles.ts';
import { storeKinds, type StoreKind } from './store-kinds.ts';
import type { StoreMemberRow, StoreRow } from './store.tables.ts';
import { Getter } from '../platform/getter.ts';

const MemberRoleEnum = enumOf('StoreMemberRole', 'What a member does in a store.', memberRoles);
const StoreKindEnum = enumOf('StoreKind', 'What a store is.', storeKinds);

@ObjectType({ implements: Node, simpleResolvers: true, description: 'A shop: it sells over the counter, and takes online orders to be picked up or delivered from it.' })
export class Store extends Node {
  constructor(readonly row: StoreRow) {
    super('store', row.id);
  }

  @Getter(() => String, { description: 'Short unique code that people use.' })
  get code(): string { return this.row.code; }
  @Getter(() => String, { description: 'Name as shoppers see it.' })
  get name(): string { return this.row.name; }
  @Getter(() => StoreKindEnum, { description: 'What it is: a shop, or a company (S3-128).' })
  get kind(): StoreKind { return this.row.kind; }
  @Getter(() => CurrencyCode, { description: 'The currency of its till.' })
  get currency(): string { return this.row.currency; }
  @Getter(() => String, { nullable: true, description: 'Telephone for shoppers (S4-160).' })
  get phone(): string | null { return this.row.phone; }
  @Getter(() => Address, { nullable: true, description: 'Where it is.' })
  get address(): Address | null { return this.row.address; }
  @Getter(() => Boolean, { description: 'Whether shoppers may place SELF_PICK and FLASH orders with it at present.' })
  get acceptingOrders(): boolean { return this.row.acceptingOrders; }
  @Getter(() => Int, { description: 'Grows by one with every change; pass it as `expectedVersion`.' })
  get version(): number { return this.row.version; }
  @Getter(() => DateTime, { description: 'When it was created.' })
  get createdAt(): string { return this.row.createdAt; }
  @Getter(() => DateTime, { description: 'When it was last changed.' })
  get updatedAt(): string { return this.row.updatedAt; }
}

@ObjectType({ simpleResolvers: true, description: 'Somebody who works in a store.' })
export class StoreMember {
  constructor(readonly row: StoreMemberRow) {}

  @Getter(() => ID, { description: 'Id of the person; follows from the subject of their token. Names them in `storeMemberSave` and `storeMemberRemove`.' })
  get staffId(): string { return toGlobalId('staff', this.row.staffId); }
  @Getter(() => String, { description: 'Name as colleagues see it.' })
  get name(): string { return this.row.name; }
  @Getter(() => String, { nullable: true, description: 'Their e-mail (S3-133).' })
  get email(): string | null { return this.row.email; }
  @Getter(() => MemberRoleEnum, { description: 'What they do there.' })
  get role(): MemberRole { return this.row.role as MemberRole; }
  @Getter(() => Boolean, { description: 'Whether they may set a unit price on an in-store line, with a reason.' })
  get maySetPrice(): boolean { return this.row.maySetPrice; }
  @Getter(() => Boolean, { description: 'Whether naming a customer is enough for them to spend that customer’s points and issued coupons at the till. Without it they spend no points, and take a coupon by its own code, which the customer shows.' })
  get maySpendBenefits(): boolean { return this.row.maySpendBenefits; }
}

@InputType({ description: 'A new store.' })
export class StoreCreateInput extends MutationInput {
  @Field(() => String, { description: 'Short unique code, 1 to 40 characters.' })
  code!: string;
  @Field(() => String, { description: 'Name as shoppers see it, 1 to 120 characters.' })
  name!: string;
  @Field(() => StoreKindEnum, { nullable: true, description: 'What it is; STORE when left out. It cannot be changed later.' })
  kind?: StoreKind | null;
  @Field(() => CurrencyCode, { description: 'The currency of its till; it cannot be changed later. Save its rate first (`exchangeRateSave`), since orders record it.' })
  currency!: string;
  @Field(() => String, { nullable: true, description: 'Telephone for shoppers.' })
  phone?: string | null;
  @Field(() => Address, { nullable: true, description: 'Where it is.' })
  address?: Address | null;
  @Field(() => Boolean, { nullable: true, description: 'Whether it takes online orders from the start; true when left out.' })
  acceptingOrders?: boolean | null;
}

@InputType({ description: 'Changes to a store; what is left out stays.' })
export class StoreUpdateInput extends MutationInput {
  @Field(() => ID, { description: 'Which store.' })
  storeId!: string;
  @Field(() => Int, { nullable: true, description: 'Refuse with VERSION_CONFLICT unless the store is at this version.' })
  expectedVersion?: number | null;
  @Field(() => String, { nullable: true, description: 'New name, 1 to 120 characters.' })
  name?: string | null;
  @Field(() => String, { nullable: true, description: 'New telephone.' })
  phone?: string | null;
  @Field(() => Address, { nullable: true, description: 'New address, as a whole.' })
  address?: Address | null;
  @Field(() => Boolean, { nullable: true, description: 'Whether it takes online orders from now on.' })
  acceptingOrders?: boolean | null;
}

@InputType({ description: 'Somebody’s place in a store.' })
export class StoreMemberSaveInput extends MutationInput {
  @Field(() => ID, { description: 'Which store.' })
  storeId!: string;
  @Field(() => Int, { nullable: true, description: 'Refuse with VERSION_CONFLICT unless the store is at this version.' })
  expectedVersion?: number | null;
  @Field(() => String, { nullable: true, description: 'The subject (`sub`) of the person’s token, 1 to 255 characters. Either this or `staffId`.' })
  subject?: string | null;
  @Field(() => ID, { nullable: true, description: 'A member to be changed, by `StoreMember.staffId`; NOT_FOUND for anybody else.' })
  staffId?: string | null;
  @Field(() => String, { description: 'Name as colleagues see it, 1 to 120 characters.' })
  name!: string;
  @Field(() => String, { nullable: true, description: 'Their e-mail, at most 255 characters; left out, it stays (S3-133).' })
  email?: string | null;
  @Field(() => MemberRoleEnum, { description: 'What they do there.' })
  role!: MemberRole;
  @Field(() => Boolean, { nullable: true, description: 'Whether they may set unit prices. Left out, a member keeps the right they have; a new manager gets it, others do not.' })
  maySetPrice?: boolean | null;
  @Field(() => Boolean, { nullable: true, description: 'Whether they may spend the points and issued coupons of a customer whom they name. Left out, a member keeps the right they have; a new manager gets it, others do not.' })
  maySpendBenefits?: boolean | null;
}

@InputType({ description: 'Who leaves a store.' })
export class StoreMemberRemoveInput extends MutationInput {
  @Field(() => ID, { description: 'Which store.' })
  storeId!: string;
  @Field(() => Int, { nullable: true, description: 'Refuse with VERSION_CONFLICT unless the store is at this version.' })
  expectedVersion?: number | null;
  @Field(() => String, { nullable: true, description: 'The subject (`sub`) of the person’s token. Either this or `staffId`.' })
  subject?: string | null;
  @Field(() => ID, { nullable: true, description: 'The member, by `StoreMember.staffId`.' })
  staffId?: string | null;
}

@ObjectType({ simpleResolvers: true, description: 'Answer of the mutations that keep stores and their members.' })
export class StorePayload extends MutationPayload {
  @Field(() => Store, { nullable: true, description: 'The store as it now is; null when the caller may not see it or it does not exist.' })
  store!: Store | null;
}
