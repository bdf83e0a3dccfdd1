import type { Case } from './case-parts.ts';

const errors = 'userErrors { code message path }';
const everywhere = ['PLATFORM', 'SERVICE'] as const;

export const customerQueries: Readonly<Record<string, Case>> = {
  customer: {
    document: 'query Walk_customer($subject: String!) { customer(subject: $subject) { id subject name } }',
    names: 'object', sharedWith: everywhere, variables: ({ customerSubject }) => ({ subject: customerSubject }),
  },
  customerTiers: { document: 'query Walk_customerTiers { customerTiers { code discountPercent } }', names: 'caller', variables: () => ({}) },
  myAddresses: { document: 'query Walk_myAddresses { myAddresses { id name } }', names: 'caller', variables: () => ({}) },
  ledgerStatement: {
    document: 'query Walk_ledgerStatement($customerId: ID) { ledgerStatement(customerId: $customerId, first: 5) { balance { points } pageInfo { endCursor } edges { node { change { points } note } } } }',
    names: 'object', sharedWith: everywhere, variables: ({ customerId }) => ({ customerId }),
  },
};

export const customerMutations: Readonly<Record<string, Case>> = {
  addressDelete: {
    document: `mutation Walk_addressDelete($input: AddressDeleteInput!) { addressDelete(input: $input) { addressId ${errors} } }`,
    names: 'object', variables: ({ addressId }) => ({ input: { dryRun: true, addressId } }),
  },
  addressSave: {
    document: `mutation Walk_addressSave($input: AddressSaveInput!) { addressSave(input: $input) { address { id name } ${errors} } }`,
    names: 'object', variables: ({ addressId }) => ({ input: { dryRun: true, addressId, name: 'Walk', address: { street: 'Quay 1' } } }),
  },
  customerSave: {
    document: `mutation Walk_customerSave($input: CustomerSaveInput!) { customerSave(input: $input) { customerIds ${errors} } }`, names: 'caller',
    variables: () => ({ input: { dryRun: true, customers: [{ subject: 'somebody-new', name: 'Somebody New' }] } }),
  },
  customerTierSave: {
    document: `mutation Walk_customerTierSave($input: CustomerTierSaveInput!) { customerTierSave(input: $input) { tier { code } ${errors} } }`, names: 'caller',
    variables: () => ({ input: { dryRun: true, code: 'walk', name: 'Walk' } }),
  },
  ledgerAdjust: {
    document: `mutation Walk_ledgerAdjust($input: LedgerAdjustInput!) { ledgerAdjust(input: $input) { entry { balanceAfter { points } } ${errors} } }`,
    names: 'object', sharedWith: everywhere, variables: ({ customerId }) => ({ input: { dryRun: true, customerId, points: 10, reason: 'a walk' } }),
  },
};
