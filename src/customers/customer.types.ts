import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { enumOf } from '../platform/enum-of.ts';
import { MutationInput, MutationPayload } from '../platform/mutation.types.ts';
import { Node } from '../platform/node.types.ts';
import type { CustomerRow } from './customer.tables.ts';
import { Getter } from '../platform/getter.ts';
import { genders, type Gender } from './profile.rules.ts';

const GenderEnum = enumOf('Gender', 'A person’s gender, as they wish to be known.', genders);

@ObjectType({ simpleResolvers: true, description: 'A day of the year on which somebody was born.' })
@InputType('BirthdayInput', { description: 'A day of the year on which somebody was born. Month and day suffice for the birthday discount.' })
export class Birthday {
  @Field(() => Int, { description: 'Month, 1 to 12.' })
  month!: number;
  @Field(() => Int, { description: 'Day of the month.' })
  day!: number;
  @Field(() => Int, { nullable: true, description: 'Year, from 1900 on; null where it is not known.' })
  year?: number | null;
}

@ObjectType({ simpleResolvers: true, description: 'What of a profile is nobody else’s business.' })
export class PersonalDetails {
  constructor(readonly row: CustomerRow) {}

  @Getter(() => GenderEnum, { nullable: true, description: 'Gender (S0-90).' })
  get gender(): Gender | null { return this.row.gender; }
  @Getter(() => Birthday, { nullable: true, description: 'Birthday (S0-90).' })
  get birthday(): Birthday | null {
    const { birthMonth: month, birthDay: day, birthYear: year } = this.row;
    return month === null || day === null ? null : { month, day, year };
  }
  @Getter(() => Boolean, { nullable: true, description: 'Whether they are married (S0-90).' })
  get married(): boolean | null { return this.row.married; }
  @Getter(() => String, { nullable: true, description: 'IANA name of the time zone in which their birthday begins and ends; null: UTC.' })
  get timeZone(): string | null { return this.row.timeZone; }
}

@ObjectType({ implements: Node, simpleResolvers: true, description: 'Somebody who buys.' })
export class Customer extends Node {
  constructor(readonly row: CustomerRow) {
    super('customer', row.id);
  }

  @Getter(() => String, { description: 'Name for forms of address.' })
  get name(): string { return this.row.name; }
  @Getter(() => String, { nullable: true, description: 'Phone number.' })
  get phone(): string | null { return this.row.phone; }
  @Getter(() => String, { nullable: true, description: 'E-mail address.' })
  get email(): string | null { return this.row.email; }
  @Getter(() => String, { nullable: true, description: 'Country as the profile’s source writes it.' })
  get country(): string | null { return this.row.country; }
  @Getter(() => String, { nullable: true, description: 'Given name.' })
  get givenName(): string | null { return this.row.givenName; }
  @Getter(() => String, { nullable: true, description: 'Family name.' })
  get familyName(): string | null { return this.row.familyName; }
  @Getter(() => String, { nullable: true, description: 'Number of the membership (S0-86 "no"), one customer’s within a brand.' })
  get memberNumber(): string | null { return this.row.memberNumber; }
  @Getter(() => String, { nullable: true, description: 'Brand that the membership belongs to (S0-86).' })
  get brandCode(): string | null { return this.row.brandCode; }
  @Getter(() => String, { nullable: true, description: 'Kind of the membership card (S0-86).' })
  get cardType(): string | null { return this.row.cardType; }
}

@InputType({ description: 'A shopper’s profile. What is left out stays as it is; null clears it.' })
export class CustomerInput {
  @Field(() => String, { description: 'The subject (`sub`) of the shopper’s token, 1 to 255 characters; the profile is found by it.' })
  subject!: string;
  @Field(() => String, { description: 'Name, 1 to 120 characters.' })
  name!: string;
  @Field(() => String, { nullable: true, description: 'Phone number, at most 40 characters.' })
  phone?: string | null;
  @Field(() => String, { nullable: true, description: 'E-mail address, at most 255 characters.' })
  email?: string | null;
  @Field(() => String, { nullable: true, description: 'Country, at most 60 characters.' })
  country?: string | null;
  @Field(() => String, { nullable: true, description: 'Given name, at most 120 characters.' })
  givenName?: string | null;
  @Field(() => String, { nullable: true, description: 'Family name, at most 120 characters.' })
  familyName?: string | null;
  @Field(() => GenderEnum, { nullable: true, description: 'Gender.' })
  gender?: Gender | null;
  @Field(() => Birthday, { nullable: true, description: 'Birthday; without it there is no birthday discount.' })
  birthday?: Birthday | null;
  @Field(() => Boolean, { nullable: true, description: 'Whether they are married.' })
  married?: boolean | null;
  @Field(() => String, { nullable: true, description: 'IANA name of their time zone, e.g. "Asia/Shanghai": where their birthday begins and ends. UTC without one.' })
  timeZone?: string | null;
  @Field(() => String, { nullable: true, description: 'Number of the membership, at most 64 characters; one customer’s within a brand, and likewise among those without one. Refused with DUPLICATE_MEMBER_NUMBER where another has it (S0-86).' })
  memberNumber?: string | null;
  @Field(() => String, { nullable: true, description: 'Brand that the membership belongs to, at most 40 characters.' })
  brandCode?: string | null;
  @Field(() => String, { nullable: true, description: 'Kind of the membership card, at most 40 characters.' })
  cardType?: string | null;
  @Field(() => String, { nullable: true, description: 'Code of their tier; null for the default one.' })
  tier?: string | null;
}

@InputType({ description: 'Profiles to be made or brought up to date, found by their subjects.' })
export class CustomerSaveInput extends MutationInput {
  @Field(() => [CustomerInput], { description: '1 to 500 profiles; all are saved or none.' })
  customers!: CustomerInput[];
}

@ObjectType({ simpleResolvers: true, description: 'Answer of `customerSave`.' })
export class CustomerPayload extends MutationPayload {
  @Field(() => [ID], { description: 'Ids of the customers, in the order of the input; empty when refused.' })
  customerIds!: string[];
}
