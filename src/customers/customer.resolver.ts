import { Arg, Ctx, FieldResolver, Mutation, Query, Resolver, Root } from 'type-graphql';
import { callerOf, type Context } from '../context.ts';
import { Access } from '../identity/access.ts';
import { toGlobalId } from '../platform/ids.ts';
import { payloadOf } from '../platform/mutation.types.ts';
import { customerById, findCustomer, knowsPrivately } from './customer.queries.ts';
import { Customer, CustomerPayload, CustomerSaveInput, PersonalDetails } from './customer.types.ts';
import { saveCustomers } from './save-customers.ts';

@Resolver(() => Customer)
export class CustomerResolver {
  @Access('SHOPPER')
  @Query(() => Customer, { nullable: true, description: 'The caller’s own profile; null while nobody has saved one.' })
  async me(@Ctx() context: Context): Promise<Customer | null> {
    const row = await customerById(context).load(callerOf(context).personId);
    return row && new Customer(row);
  }

  @Access('PLATFORM', 'SERVICE')
  @Query(() => Customer, { nullable: true, description: 'A customer by the subject they were saved by, or by the number of their membership (S0-86); give one of the two, BAD_USER_INPUT otherwise. Null when there is none.' })
  async customer(
    @Ctx() { db }: Context,
    @Arg('subject', () => String, { nullable: true, description: 'The subject (`sub`) of their token.' }) subject: string | null,
    @Arg('memberNumber', () => String, { nullable: true, description: 'The number of their membership.' }) memberNumber: string | null,
    @Arg('brandCode', () => String, { nullable: true, description: 'With `memberNumber`: the brand that the membership belongs to; none when left out.' }) brandCode: string | null,
  ): Promise<Customer | null> {
    const row = await findCustomer(db, { subject, memberNumber, brandCode });
    return row && new Customer(row);
  }

  @FieldResolver(() => String, { nullable: true, description: 'The subject (`sub`) of their token, by which `customerSave` and the like name them. Null for callers other than the customer, the platform and services.' })
  subject(@Ctx() context: Context, @Root() { row }: Customer): string | null {
    return knowsPrivately(context, row.id) ? row.subject : null;
  }

  @FieldResolver(() => PersonalDetails, { nullable: true, description: 'Birthday and the like. Null for callers other than the customer, the platform and services.' })
  personal(@Ctx() context: Context, @Root() { row }: Customer): PersonalDetails | null {
    return knowsPrivately(context, row.id) ? new PersonalDetails(row) : null;
  }

  @Access('PLATFORM', 'SERVICE')
  @Mutation(() => CustomerPayload, { description: 'Makes shoppers’ profiles, or brings them up to date; all or none. Member numbers may change hands in one command. Refusals: NOT_FOUND (of a tier), DUPLICATE_MEMBER_NUMBER, INVALID_INPUT.' })
  async customerSave(@Ctx() context: Context, @Arg('input', () => CustomerSaveInput, { description: 'The profiles.' }) input: CustomerSaveInput): Promise<CustomerPayload> {
    const answer = await saveCustomers(context, input);
    return { ...payloadOf(answer), customerIds: (answer.value ?? []).map((id) => toGlobalId('customer', id)) };
  }
}
