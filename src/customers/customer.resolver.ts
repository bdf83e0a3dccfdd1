import { Arg, Ctx, FieldResolver, Mutation, Query, Resolver, Root } from 'type-graphql';
import { callerOf, type Context } from '../context.ts';
import { Access } from '../identity/access.ts';
import { toGlobalId } from '../platform/ids.ts';
import { payloadOf } from '../platform/mutation.types.ts';
import { customerById, knowsPrivately } from './customer.queries.ts';
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
