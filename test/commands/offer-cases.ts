import type { App, Person } from '../support/app.ts';
import { dbOf } from '../support/races.ts';
import { definitionFields, makeCoupon, makeOffer, offerFields, uniqueCode } from '../support/offers.ts';
import type { Input, MutationCase } from './mutation-cases.ts';

export const offerAnswers: Readonly<Record<string, string>> = {
  OfferPayload: `offer { ${offerFields} }`,
  CouponDefinitionPayload: `definition { ${definitionFields} }`,
  CouponIssuePayload: 'couponIds',
  CouponClaimPayload: 'coupon { id code source state issuedAt expiresAt definition { code } }',
};

const half = { effect: { kind: 'PERCENT_OFF', percent: '50' } };
const versionBy = (table: 'offers' | 'coupon_definitions') => async (app: App, { code }: Input): Promise<number> =>
  (await dbOf(app)<{ version: number }[]>`select version from ${dbOf(app)(table)} where code = ${String(code)}`)[0]!.version;

/** The code under which the object of an input that names an id is known. */
const codes = new Map<string, string>();
const remembered = ({ id, code }: { id: string; code: string }): string => {
  codes.set(id, code);
  return id;
};
const codeBehind = (id: unknown): Input => ({ code: codes.get(String(id)) });

const offerAgain = (platform: Person, { code }: Input) => makeOffer(platform, { code, name: 'Moved on' });
const couponAgain = (platform: Person, { code }: Input) => makeCoupon(platform, { code, name: 'Moved on' });

/** Saving replaces what is there already, so that there is a version to expect. */
export const offerCases: Readonly<Record<string, MutationCase>> = {
  offerSave: {
    as: 'platform', adds: { events: 1 }, version: { field: 'offer', read: versionBy('offers') },
    prepare: async (_app, { platform, storeId }) => ({ code: (await makeOffer(platform)).code, name: 'Half price', target: 'LINE', storeIds: [storeId], ...half }),
    moveOn: (shop, _orderId, input) => offerAgain(shop.platform, input),
  },
  offerDisable: {
    as: 'platform', adds: { events: 1 }, version: { field: 'offer', read: (app, { offerId }) => versionBy('offers')(app, codeBehind(offerId)) },
    prepare: async (_app, { platform }) => ({ offerId: remembered(await makeOffer(platform)) }),
    moveOn: (shop, _orderId, { offerId }) => offerAgain(shop.platform, codeBehind(offerId)),
  },
  couponSave: {
    as: 'platform', adds: { events: 1 }, version: { field: 'definition', read: versionBy('coupon_definitions') },
    prepare: async (_app, { platform }) => ({ code: (await makeCoupon(platform)).code, name: 'Half price', distribution: 'CLAIMED', validDays: 30, ...half }),
    moveOn: (shop, _orderId, input) => couponAgain(shop.platform, input),
  },
  couponDisable: {
    as: 'platform', adds: { events: 1 }, version: { field: 'definition', read: (app, { definitionId }) => versionBy('coupon_definitions')(app, codeBehind(definitionId)) },
    prepare: async (_app, { platform }) => ({ definitionId: remembered(await makeCoupon(platform)) }),
    moveOn: (shop, _orderId, { definitionId }) => couponAgain(shop.platform, codeBehind(definitionId)),
  },
  couponIssue: {
    as: 'platform', adds: { coupons: 2 },
    prepare: async (_app, { platform }) => ({ code: (await makeCoupon(platform)).code, subjects: [uniqueCode('shopper'), uniqueCode('shopper')] }),
  },
  couponClaim: {
    as: 'shopper', adds: { coupons: 1, coupon_claim_counts: 1 },
    prepare: async (_app, { platform }) => ({ code: (await makeCoupon(platform, { validDays: 7 })).code }),
  },
};
