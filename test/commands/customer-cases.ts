import { randomUUID } from 'node:crypto';
import { personIdOf, toGlobalId } from '../../src/platform/ids.ts';
import type { Shop } from '../support/seeds.ts';
import type { MutationCase } from './mutation-cases.ts';

const unique = (): string => randomUUID().slice(0, 8);

/** Saves a profile of the shop's shopper; gives its id. */
export async function saveProfile({ platform, shopper }: Shop, extra: Record<string, unknown> = {}): Promise<string> {
  const input = { customers: [{ subject: shopper.subject, name: 'Rosa Klein', ...extra }] };
  const { customerSave } = await platform.ask(/* GraphQL */ `mutation CaseProfile($input: CustomerSaveInput!) { customerSave(input: $input) { userErrors { message } } }`, { input });
  if (customerSave.userErrors.length > 0) throw new Error(JSON.stringify(customerSave.userErrors));
  return toGlobalId('customer', personIdOf(shopper.subject));
}

const newAddress = () => ({ name: `Rosa ${unique()}`, address: { street: 'Mill Lane 4' } });

export const customerAnswers: Readonly<Record<string, string>> = {
  AddressDeletePayload: 'addressId',
  AddressSavePayload: 'address { id isDefault name address { street } }',
  CustomerTierPayload: 'tier { code name isDefault discountPercent }',
  LedgerAdjustPayload: 'entry { id reason change { points money { amount } } balanceAfter { points money { amount } } note at }',
};

export const customerCases: Readonly<Record<string, MutationCase>> = {
  addressSave: {
    // Asked again, it shows the address as it is: a key keeps no copy of who lives where.
    as: 'shopper', adds: { customer_addresses: 1 },
    prepare: async () => newAddress(),
  },
  addressDelete: {
    as: 'shopper', adds: { customer_addresses: -1 },
    prepare: async (_app, { shopper }) => {
      const { addressSave } = await shopper.ask(/* GraphQL */ `mutation CaseAddress($input: AddressSaveInput!) { addressSave(input: $input) { address { id } } }`, { input: newAddress() });
      return { addressId: addressSave.address.id };
    },
  },
  customerTierSave: {
    as: 'platform', adds: { customer_tiers: 1 },
    prepare: async () => ({ code: `T-${unique()}`, name: 'Gold', discountPercent: '5' }),
    moveOn: ({ platform }, _orderId, { code }) => platform.ask('mutation CaseTier($input: CustomerTierSaveInput!) { customerTierSave(input: $input) { userErrors { message } } }', { input: { code, name: 'Old gold' } }),
  },
  customerSave: {
    as: 'platform', adds: { customers: 1 },
    prepare: async () => ({ customers: [{ subject: `c-${unique()}`, name: 'Kim Roe', email: 'kim@example.org' }] }),
  },
  ledgerAdjust: {
    as: 'platform', adds: { ledger_accounts: 1, ledger_transactions: 1, ledger_entries: 2 },
    prepare: async (_app, shop) => ({ customerId: await saveProfile(shop), points: 40, reason: `A gift ${unique()}` }),
    moveOn: (shop, _orderId, input) => shop.platform.ask('mutation CaseMore($input: LedgerAdjustInput!) { ledgerAdjust(input: $input) { userErrors { message } } }', { input: { customerId: input['customerId'], points: 1, reason: 'One more' } }),
  },
};
