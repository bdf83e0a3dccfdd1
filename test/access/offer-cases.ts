import type { Role } from '../../src/identity/caller.ts';
import type { Case } from './case-parts.ts';
import type { Objects } from './world.ts';

const errors = 'userErrors { code message path }';
const terms = { effect: { kind: 'PERCENT_OFF', percent: '10' } };
const everybody: readonly Role[] = ['SHOPPER', 'STAFF', 'PLATFORM', 'SERVICE'];
/** Nobody else may call these, so nothing is foreign to those who do. */
const keepers: readonly Role[] = ['PLATFORM', 'SERVICE'];

const mutation = (field: string, input: string, answer: string, values: (objects: Objects) => Record<string, unknown>, extra: Partial<Case> = {}): Case => ({
  document: `mutation Walk_${field}($input: ${input}!) { ${field}(input: $input) { ${answer} ${errors} } }`,
  names: 'caller', variables: (objects) => ({ input: { dryRun: true, ...values(objects) } }), ...extra,
});

export const offerQueries: Record<string, Case> = {
  couponDefinitions: { document: 'query Walk_couponDefinitions { couponDefinitions(first: 3) { edges { node { code name effect { kind percent } } } } }', names: 'caller', variables: () => ({}) },
  myCoupons: { document: 'query Walk_myCoupons { myCoupons(first: 3) { edges { node { code state definition { name } } } } }', names: 'caller', variables: () => ({}) },
  offer: { document: 'query Walk_offer($code: String!) { offer(code: $code) { id name stores { code } } }', names: 'object', sharedWith: everybody, variables: ({ offer }) => ({ code: offer.code }) },
  offers: { document: 'query Walk_offers { offers(first: 3) { edges { node { code effect { kind percent } } } } }', names: 'caller', variables: () => ({}) },
};

export const offerMutations: Record<string, Case> = {
  couponClaim: mutation('couponClaim', 'CouponClaimInput', 'coupon { code }', ({ couponDefinition }) => ({ code: couponDefinition.code }), { names: 'object', sharedWith: everybody }),
  couponDisable: mutation('couponDisable', 'CouponDisableInput', 'definition { code }', ({ couponDefinition }) => ({ definitionId: couponDefinition.id }), { names: 'object', sharedWith: keepers }),
  couponIssue: mutation('couponIssue', 'CouponIssueInput', 'couponIds', ({ couponDefinition }) => ({ code: couponDefinition.code, subjects: ['somebody'] }), { names: 'object', sharedWith: keepers }),
  couponSave: mutation('couponSave', 'CouponSaveInput', 'definition { code }', () => ({ code: 'WALK', name: 'Walk', distribution: 'PUBLIC', ...terms })),
  offerDisable: mutation('offerDisable', 'OfferDisableInput', 'offer { code }', ({ offer }) => ({ offerId: offer.id }), { names: 'object', sharedWith: keepers }),
  offerSave: mutation('offerSave', 'OfferSaveInput', 'offer { code }', () => ({ code: 'WALK', name: 'Walk', target: 'LINE', ...terms })),
};
