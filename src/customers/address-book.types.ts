import { Field, ID, InputType, ObjectType } from 'type-graphql';
import { Address } from '../platform/address.types.ts';
import { enumOf } from '../platform/enum-of.ts';
import { Getter } from '../platform/getter.ts';
import { toGlobalId } from '../platform/ids.ts';
import { MutationInput, MutationPayload } from '../platform/mutation.types.ts';
import type { BookedAddress } from './address-book.queries.ts';
import { salutations, type Salutation } from './address-book.rules.ts';

const SalutationEnum = enumOf('Salutation', 'How a person is addressed.', salutations);

@ObjectType({ simpleResolvers: true, description: 'An address in a shopper’s book: who receives, and where.' })
export class SavedAddress {
  constructor(readonly row: BookedAddress) {}

  @Getter(() => ID, { description: 'Id of the address.' })
  get id(): string { return toGlobalId('address', this.row.id); }
  @Getter(() => Boolean, { description: 'Whether it is the one to propose.' })
  get isDefault(): boolean { return this.row.isDefault; }
  @Getter(() => SalutationEnum, { nullable: true, description: 'How the recipient is addressed (S3-153).' })
  get title(): Salutation | null { return this.row.title; }
  @Getter(() => String, { description: 'Name of the recipient.' })
  get name(): string { return this.row.name; }
  @Getter(() => String, { nullable: true, description: 'Given name of the recipient (S3-154).' })
  get givenName(): string | null { return this.row.givenName; }
  @Getter(() => String, { nullable: true, description: 'Family name of the recipient (S3-154).' })
  get familyName(): string | null { return this.row.familyName; }
  @Getter(() => String, { nullable: true, description: 'Phone number of the recipient (S3-155).' })
  get phone(): string | null { return this.row.phone; }
  @Getter(() => String, { nullable: true, description: 'E-mail address of the recipient (S3-156).' })
  get email(): string | null { return this.row.email; }
  @Getter(() => Address, { description: 'Where.' })
  get address(): Address { return this.row.address; }
}

@InputType({ description: 'An address to be kept. Saved as a whole: what is left out is not kept.' })
export class AddressSaveInput extends MutationInput {
  @Field(() => ID, { nullable: true, description: 'Which address of the caller’s to change; a new one when left out.' })
  addressId?: string | null;
  @Field(() => Boolean, { nullable: true, description: 'True makes it the default in place of another, false no longer; left out, that stays as it is. Without any, the oldest address is the default.' })
  isDefault?: boolean | null;
  @Field(() => SalutationEnum, { nullable: true, description: 'How the recipient is addressed.' })
  title?: Salutation | null;
  @Field(() => String, { description: 'Name of the recipient, 1 to 120 characters.' })
  name!: string;
  @Field(() => String, { nullable: true, description: 'Given name, at most 120 characters.' })
  givenName?: string | null;
  @Field(() => String, { nullable: true, description: 'Family name, at most 120 characters.' })
  familyName?: string | null;
  @Field(() => String, { nullable: true, description: 'Phone number, at most 40 characters; couriers need one.' })
  phone?: string | null;
  @Field(() => String, { nullable: true, description: 'E-mail address, at most 255 characters.' })
  email?: string | null;
  @Field(() => Address, { description: 'Where; with a street or a detail at least.' })
  address!: Address;
}

@InputType({ description: 'An address to be taken out of the book.' })
export class AddressDeleteInput extends MutationInput {
  @Field(() => ID, { description: 'Which address of the caller’s.' })
  addressId!: string;
}

@ObjectType({ simpleResolvers: true, description: 'Answer of `addressSave`.' })
export class AddressSavePayload extends MutationPayload {
  @Field(() => SavedAddress, { nullable: true, description: 'The address as it is now; null when refused, or deleted since.' })
  address!: SavedAddress | null;
}

@ObjectType({ simpleResolvers: true, description: 'Answer of `addressDelete`.' })
export class AddressDeletePayload extends MutationPayload {
  @Field(() => ID, { nullable: true, description: 'Id of the address that is gone; null when refused.' })
  addressId!: string | null;
}
