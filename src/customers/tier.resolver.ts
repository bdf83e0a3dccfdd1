import { Arg, Ctx, FieldResolver, Mutation, Query, Resolver, Root } from 'type-graphql';
import type { Context } from '../context.ts';
import { Access } from '../identity/access.ts';
import { payloadOf } from '../platform/mutation.types.ts';
import { Customer } from './customer.types.ts';
import { saveTier } from './save-tier.ts';
import { allTiers, tierOfCustomer } from './tier.queries.ts';
import { CustomerTier, CustomerTierPayload, CustomerTierSaveInput } from './tier.types.ts';

@Resolver(() => Customer)
export class TierResolver {
  @Access('SHOPPER', 'STAFF', 'PLATFORM', 'SERVICE')
  @Query(() => [CustomerTier], { description: 'All tiers and what they grant, by code.' })
  async customerTiers(@Ctx() { db }: Context): Promise<CustomerTier[]> {
    return (await allTiers(db)).map((row) => new CustomerTier(row));
  }

  @FieldResolver(() => CustomerTier, { nullable: true, description: 'Their tier (S0-86 "grade"), or the one for all who have none; null where there is neither.' })
  async tier(@Ctx() context: Context, @Root() { row }: Customer): Promise<CustomerTier | null> {
    const tier = await tierOfCustomer(context).load(row.id);
    return tier && new CustomerTier(tier);
  }

  @Access('PLATFORM', 'SERVICE')
  @Mutation(() => CustomerTierPayload, { description: 'Makes a tier, or brings the one with this code up to date, for all of its customers at once. Orders keep what they were placed with. Refusals: INVALID_INPUT.' })
  async customerTierSave(@Ctx() context: Context, @Arg('input', () => CustomerTierSaveInput, { description: 'The tier.' }) input: CustomerTierSaveInput): Promise<CustomerTierPayload> {
    const answer = await saveTier(context, input);
    return { ...payloadOf(answer), tier: answer.value && new CustomerTier(answer.value) };
  }
}
