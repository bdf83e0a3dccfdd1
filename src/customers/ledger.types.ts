import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { PageInfo } from '../platform/connection.types.ts';
import { enumOf } from '../platform/enum-of.ts';
import { Getter } from '../platform/getter.ts';
import { toGlobalId } from '../platform/ids.ts';
import { Money, MoneyInput } from '../platform/money.types.ts';
import { MutationInput, MutationPayload } from '../platform/mutation.types.ts';
import { DateTime } from '../platform/scalars.ts';
import type { StatementRow } from './ledger.queries.ts';
import { customerAccounts, ledgerReasons, pointsUnit, type CustomerAccountKind, type LedgerReason } from './ledger.rules.ts';

export const LedgerAccountEnum = enumOf('LedgerAccount', 'An account of a customer. None ever falls below zero.', customerAccounts);
const LedgerReasonEnum = enumOf('LedgerReason', 'Why points or money moved.', ledgerReasons);

@ObjectType({ simpleResolvers: true, description: 'So many points, or so much money: one of the two is null.' })
export class LedgerAmount {
  constructor(readonly amount: number, readonly unit: string) {}

  @Getter(() => Int, { nullable: true, description: 'Points; null where it is money.' })
  get points(): number | null { return this.unit === pointsUnit ? this.amount : null; }
  @Getter(() => Money, { nullable: true, description: 'Money; null where it is points.' })
  get money(): Money | null { return this.unit === pointsUnit ? null : new Money(this.amount, this.unit); }
}

@ObjectType({ simpleResolvers: true, description: 'One movement of an account. It is never changed: what was wrong is set right by another one.' })
export class LedgerEntry {
  constructor(readonly row: StatementRow) {}

  @Getter(() => ID, { description: 'Id of the transaction it belongs to, whose entries sum to zero.' })
  get id(): string { return toGlobalId('ledger', this.row.transactionId); }
  @Getter(() => LedgerAccountEnum, { description: 'The account that it moved.' })
  get account(): CustomerAccountKind { return this.row.kind; }
  @Getter(() => LedgerReasonEnum, { description: 'Why.' })
  get reason(): LedgerReason { return this.row.reason; }
  @Getter(() => LedgerAmount, { description: 'By how much: above zero came in, below zero went out.' })
  get change(): LedgerAmount { return new LedgerAmount(this.row.amount, this.row.unit); }
  @Getter(() => LedgerAmount, { description: 'What the account held after it.' })
  get balanceAfter(): LedgerAmount { return new LedgerAmount(this.row.balanceAfter, this.row.unit); }
  @Getter(() => ID, { nullable: true, description: 'Id of the order that it was for; null when for none.' })
  get orderId(): string | null { return this.row.orderId && toGlobalId('order', this.row.orderId); }
  @Getter(() => String, { nullable: true, description: 'What was written down with it; shown to the customer.' })
  get note(): string | null { return this.row.note; }
  @Getter(() => DateTime, { description: 'When.' })
  get at(): string { return this.row.at; }
}

@ObjectType({ simpleResolvers: true, description: 'A movement in a page of movements.' })
export class LedgerEntryEdge {
  @Field(() => String, { description: 'Pass it as `after` to go on behind this movement.' })
  cursor!: string;
  @Field(() => LedgerEntry, { description: 'The movement.' })
  node!: LedgerEntry;
}

@ObjectType({ simpleResolvers: true, description: 'A page of the movements of an account.' })
export class LedgerEntryConnection {
  @Field(() => [LedgerEntryEdge], { description: 'The movements of this page, newest first.' })
  edges!: LedgerEntryEdge[];
  @Field(() => PageInfo, { description: 'Where the page lies in the list.' })
  pageInfo!: PageInfo;
  @Field(() => LedgerAmount, { description: 'What the account holds now.' })
  balance!: LedgerAmount;
}

@InputType({ description: 'Points or money to be given to a customer, or taken from them.' })
export class LedgerAdjustInput extends MutationInput {
  @Field(() => ID, { description: 'The customer, who needs a profile.' })
  customerId!: string;
  @Field(() => Int, { nullable: true, description: 'Points: above zero gives, below zero takes; at most 10,000,000 at a time. Either this or `money`.' })
  points?: number | null;
  @Field(() => MoneyInput, { nullable: true, description: 'Money for the wallet in its currency: above zero gives, below zero takes. Either this or `points`.' })
  money?: MoneyInput | null;
  @Field(() => String, { description: 'Why, 1 to 200 characters; the customer reads it in the statement.' })
  reason!: string;
}

@ObjectType({ simpleResolvers: true, description: 'Answer of `ledgerAdjust`.' })
export class LedgerAdjustPayload extends MutationPayload {
  @Field(() => LedgerEntry, { nullable: true, description: 'The movement, with the balance after it; null when refused.' })
  entry!: LedgerEntry | null;
}
