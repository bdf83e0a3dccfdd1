import { Arg, Ctx, Mutation, Query, Resolver } from 'type-graphql';
import { callerOf, type Context } from '../context.ts';
import { Access } from '../identity/access.ts';
import { payloadOf } from '../platform/mutation.types.ts';
import { addressesOf } from './address-book.queries.ts';
import { AddressDeleteInput, AddressDeletePayload, AddressSaveInput, AddressSavePayload, SavedAddress } from './address-book.types.ts';
import { deleteAddress, saveAddress } from './save-address.ts';

@Resolver()
export class AddressBookResolver {
  @Access('SHOPPER')
  @Query(() => [SavedAddress], { description: 'The caller’s addresses; the default first.' })
  async myAddresses(@Ctx() context: Context): Promise<SavedAddress[]> {
    return (await addressesOf(context.db, callerOf(context).personId)).map((row) => new SavedAddress(row));
  }

  @Access('SHOPPER')
  @Mutation(() => AddressSavePayload, { description: 'Keeps an address in the caller’s book, new or changed; at most 50. Orders keep the copies they were placed with. Refusals: NOT_FOUND, INVALID_INPUT.' })
  async addressSave(@Ctx() context: Context, @Arg('input', () => AddressSaveInput, { description: 'The address.' }) input: AddressSaveInput): Promise<AddressSavePayload> {
    const answer = await saveAddress(context, input);
    return { ...payloadOf(answer), address: answer.value && new SavedAddress(answer.value) };
  }

  @Access('SHOPPER')
  @Mutation(() => AddressDeletePayload, { description: 'Takes an address out of the caller’s book for good. Orders keep the copies they were placed with. Refusals: NOT_FOUND.' })
  async addressDelete(@Ctx() context: Context, @Arg('input', () => AddressDeleteInput, { description: 'Which one.' }) input: AddressDeleteInput): Promise<AddressDeletePayload> {
    const answer = await deleteAddress(context, input);
    return { ...payloadOf(answer), addressId: answer.value };
  }
}
