import { Field, InputType, ObjectType } from 'type-graphql';

/** A postal address, coarse to fine. */
@ObjectType({ simpleResolvers: true, description: 'A postal address, from coarse to fine, as it was written down.' })
@InputType('AddressInput', { description: 'A postal address, from coarse to fine. Every part may be left out, and has at most 200 characters.' })
export class Address {
  @Field(() => String, { nullable: true, description: 'Postcode (S2-47).' })
  zip?: string | null;
  @Field(() => String, { nullable: true, description: 'Two-letter ISO 3166 code of the country.' })
  country?: string | null;
  @Field(() => String, { nullable: true, description: 'Province or state (S2-48).' })
  province?: string | null;
  @Field(() => String, { nullable: true, description: 'City (S2-49).' })
  city?: string | null;
  @Field(() => String, { nullable: true, description: 'District (S2-50).' })
  district?: string | null;
  @Field(() => String, { nullable: true, description: 'Street and house number (S2-51).' })
  street?: string | null;
  @Field(() => String, { nullable: true, description: 'Floor, room, anything else (S2-52).' })
  detail?: string | null;
}
