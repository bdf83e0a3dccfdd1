import { randomUUID } from 'node:crypto';
import { findCoupons } from '../../src/offers/coupon.queries.ts';
import type { CouponTerms } from '../../src/offers/quote-model.rules.ts';
import type { Database } from '../../src/platform/database.ts';
import type { Answer, Person } from './app.ts';

export const uniqueCode = (prefix: string): string => `${prefix}-${randomUUID().slice(0, 8).toUpperCase()}`;

const tenOff = { effect: { kind: 'PERCENT_OFF', percent: '10' } };

export const offerFields = `id code name target stacking priority version disabledAt createdAt updatedAt startsAt endsAt currency minimumPieces tierCodes totalLimit customerLimit
  effect { kind percent pieces amount { amount currency } } minimumAmount { amount } maximumDiscount { amount } stores { id }
  scope { everything skuCodes productCodes attributes { name values } excludedSkuCodes excludedProductCodes }`;

export const definitionFields = `id code name distribution version disabledAt createdAt updatedAt withOffers givenForSharing validDays startsAt endsAt currency minimumPieces storeIds tierCodes totalLimit customerLimit
  effect { kind percent pieces amount { amount currency } } minimumAmount { amount } maximumDiscount { amount } scope { everything skuCodes }`;

const offerSave = /* GraphQL */ `mutation SeedOfferSave($input: OfferSaveInput!) { offerSave(input: $input) { offer { id code version } userErrors { code message path } } }`;
const couponSave = /* GraphQL */ `mutation SeedCouponSave($input: CouponSaveInput!) { couponSave(input: $input) { definition { id code version } userErrors { code message path } } }`;

export interface Saved { readonly id: string; readonly code: string; readonly version: number }

const must = <T>(payload: { userErrors: unknown[] } & Record<string, unknown>, field: string): T => {
  if (payload.userErrors.length > 0) throw new Error(JSON.stringify(payload.userErrors));
  return payload[field] as T;
};

/** An offer of 10 % on lines, unless said otherwise. */
export const makeOffer = async (platform: Person, input: Record<string, unknown> = {}): Promise<Saved> =>
  must((await platform.ask(offerSave, { input: { code: uniqueCode('O'), name: 'Ten off', target: 'LINE', ...tenOff, ...input } })).offerSave, 'offer');

/** A public coupon of 10 %, unless said otherwise. */
export const makeCoupon = async (platform: Person, input: Record<string, unknown> = {}): Promise<Saved> =>
  must((await platform.ask(couponSave, { input: { code: uniqueCode('C'), name: 'Ten off', distribution: 'PUBLIC', ...tenOff, ...input } })).couponSave, 'definition');

/** Sends an input that may be refused. */
export const trySaveOffer = async (platform: Person, input: Record<string, unknown>): Promise<Answer['data']> =>
  (await platform.ask(offerSave, { input: { code: uniqueCode('O'), name: 'Ten off', target: 'LINE', ...tenOff, ...input } })).offerSave;

export const trySaveCoupon = async (platform: Person, input: Record<string, unknown>): Promise<Answer['data']> =>
  (await platform.ask(couponSave, { input: { code: uniqueCode('C'), name: 'Ten off', distribution: 'PUBLIC', ...tenOff, ...input } })).couponSave;

const claim = /* GraphQL */ `mutation SeedCouponClaim($input: CouponClaimInput!) { couponClaim(input: $input) { coupon { id code source state expiresAt definition { code } } userErrors { code message path } } }`;
export const claimWith = async (shopper: Person, code: string): Promise<Answer['data']> => (await shopper.ask(claim, { input: { code } })).couponClaim;

/** The coupon that one customer means by a code. */
export const findCoupon = async (db: Database, code: string, customerId: string | null): Promise<CouponTerms | null> => (await findCoupons(db, [{ code, customerId }]))[0]!;
