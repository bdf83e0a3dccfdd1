import * as fc from 'fast-check';
import type { OfferDefinition, OfferEffect, OfferScope } from '../../src/offers/offer-model.rules.ts';
import type { CustomerTerms } from '../../src/customers/customer-terms.rules.ts';
import type { CouponTerms, FreightTerms, QuoteLine, QuoteRequest } from '../../src/offers/quote-model.rules.ts';
import { coupon, customer, line, now, offer, points, request } from './quote-requests.ts';

const skus = ['A', 'B', 'C', 'D', 'E'] as const;
const years = ['2015', '2016'] as const;
const offerCodes = ['O1', 'O2', 'O3', 'O4', 'O5', 'O6'] as const;

/** What a SKU is, and costs, does not depend on the line it stands on. */
export interface Shelf {
  readonly [sku: string]: Pick<QuoteLine, 'listPrice' | 'salePrice' | 'unitCost' | 'lossAllowed' | 'attributes' | 'productCode' | 'weightGrams'>;
}

const bps = fc.oneof(fc.integer({ min: 1, max: 10_000 }), fc.constantFrom(500, 1000, 5000));
const price = fc.oneof(fc.integer({ min: 0, max: 30 }), fc.integer({ min: 0, max: 50_000 }));
const shelfPrice = fc.oneof({ weight: 1, arbitrary: fc.constant(0) }, { weight: 4, arbitrary: fc.integer({ min: 1, max: 30 }) }, { weight: 8, arbitrary: fc.integer({ min: 100, max: 50_000 }) });

const shelfItem = fc.record({ sale: shelfPrice, above: fc.oneof(fc.constant(0), price), cost: fc.option(fc.integer({ min: 0, max: 100 }), { nil: null, freq: 2 }), lossAllowed: fc.integer({ min: 0, max: 3 }).map((n) => n === 0), year: fc.constantFrom(...years), product: fc.constantFrom('P', 'Q'), weightGrams: fc.integer({ min: 0, max: 2000 }) })
  .map(({ sale, above, cost, lossAllowed, year, product, weightGrams }) => ({
    listPrice: sale + above, salePrice: sale, unitCost: cost === null ? null : Math.floor((sale * cost) / 90), lossAllowed, attributes: { Year: year, Season: '8' }, productCode: product, weightGrams,
  }));

const shelves: fc.Arbitrary<Shelf> = fc.tuple(...skus.map(() => shelfItem)).map((items) => Object.fromEntries(skus.map((sku, index) => [sku, items[index]!])));

const choice = fc.oneof(
  { weight: 5, arbitrary: fc.constant({ kind: 'AUTO' as const }) }, { weight: 1, arbitrary: fc.constant({ kind: 'NONE' as const }) },
  { weight: 1, arbitrary: fc.constantFrom(...offerCodes, 'NO-SUCH').map((offerCode) => ({ kind: 'ONLY' as const, offerCode })) },
);

const drafts = (plain: boolean) => fc.array(fc.record({
  sku: fc.constantFrom(...skus), quantity: fc.oneof(fc.integer({ min: 1, max: 7 }), fc.integer({ min: 1, max: 3000 })),
  offerChoice: plain ? fc.constant({ kind: 'AUTO' as const }) : choice,
  manual: plain ? fc.constant(null) : fc.oneof({ weight: 9, arbitrary: fc.constant(null) }, { weight: 1, arbitrary: price }), child: plain ? fc.constant(false) : fc.integer({ min: 0, max: 12 }).map((n) => n === 0),
}), { minLength: 1, maxLength: 8 });

/** Lines of a cart; plain ones are open to every offer. */
export const carts = (plain = false): fc.Arbitrary<QuoteLine[]> => fc.tuple(shelves, drafts(plain)).map(([shelf, lines]) => lines.map(({ sku, quantity, offerChoice, manual, child }, index) =>
  line(index + 1, 0, quantity, { ...shelf[sku]!, skuCode: sku, offerChoice, manualPrice: manual === null ? null : { unitPrice: manual, reason: 'Scratched' }, parentSeq: child && index > 0 ? 1 : null, freightTemplateId: index % 3 === 0 ? 'T2' : 'T1' })));

const effects: fc.Arbitrary<OfferEffect> = fc.oneof(
  bps.map((value) => ({ kind: 'PERCENT_OFF' as const, bps: value })),
  price.map((amount) => ({ kind: 'AMOUNT_OFF' as const, amount })),
  price.map((value) => ({ kind: 'FIXED_PRICE' as const, price: value })),
  fc.record({ pieces: fc.integer({ min: 2, max: 5 }), bps }).map((effect) => ({ kind: 'EVERY_N' as const, ...effect })),
  fc.record({ pieces: fc.integer({ min: 2, max: 5 }), bps }).map((effect) => ({ kind: 'NTH_PIECE' as const, ...effect })),
);

const some = <T>(values: readonly T[]) => fc.subarray([...values], { maxLength: 2 });
/** Mostly the usual, now and then something else. */
const mostly = <T, U>(usual: T, ...others: readonly U[]) => fc.oneof({ weight: 6, arbitrary: fc.constant(usual) }, { weight: 1, arbitrary: fc.constantFrom(...others) });

export const scopes: fc.Arbitrary<OfferScope> = fc.record({
  skuCodes: fc.oneof({ weight: 2, arbitrary: fc.constant([]) }, { weight: 1, arbitrary: some(skus) }), productCodes: mostly([] as string[], ['P'], ['P', 'Q']),
  attributes: fc.oneof({ weight: 3, arbitrary: fc.constant([]) }, { weight: 1, arbitrary: fc.constantFrom([{ name: 'Year', values: ['2015'] }], [{ name: 'Season', values: ['8'] }, { name: 'Year', values: ['2016', '2017'] }]) }),
  excludedSkuCodes: fc.oneof({ weight: 3, arbitrary: fc.constant([]) }, { weight: 1, arbitrary: some(skus) }), excludedProductCodes: mostly([] as string[], ['Q']),
});

const conditions = fc.record({
  effect: effects, scope: scopes, minimumPieces: mostly(0, 2, 5), minimumAmount: mostly(0, 500, 20_000), maximumDiscount: fc.option(price, { nil: null, freq: 1 }),
  startsAt: mostly(null, now, '2026-03-01T09:30:00.001Z'), endsAt: mostly(null, '2026-03-01T09:30:00.001Z', now),
  tierCodes: mostly([] as string[], ['GOLD'], ['SILVER']), currency: mostly(null, 'CNY', 'JPY'), storeIds: mostly([] as string[], ['store-1'], ['store-2']),
});

export const offerSets = (target?: 'LINE' | 'CART'): fc.Arbitrary<OfferDefinition[]> => fc.array(fc.record({
  terms: conditions, target: target ? fc.constant(target) : fc.constantFrom('LINE' as const, 'CART' as const),
  stacking: fc.constantFrom('STACKABLE' as const, 'EXCLUSIVE' as const), priority: fc.integer({ min: 1, max: 3 }), customerLimit: mostly(null, 1),
}), { maxLength: offerCodes.length }).map((drawn) => drawn.map(({ terms, ...extra }, index) => offer(offerCodes[index]!, { ...terms, ...extra })));

export const coupons: fc.Arbitrary<CouponTerms> = fc.record({ terms: conditions, withOffers: fc.boolean() }).map(({ terms, withOffers }) => coupon({ ...terms, withOffers }));

export const customers: fc.Arbitrary<CustomerTerms> = fc.record({
  discountBps: fc.constantFrom(0, 500, 1234), birthdayDiscountBps: fc.constantFrom(0, 2000), birthdayMaximum: fc.constantFrom(null, 0, 777), isBirthday: fc.boolean(),
  points: fc.option(fc.record({ balance: fc.integer({ min: 0, max: 100_000 }), canRedeem: fc.boolean(), minimum: fc.constantFrom(0, 100, 333), maximumShareBps: fc.constantFrom(0, 3333, 5000, 10_000), pointsPerUnit: fc.constantFrom(1, 3, 100, 250) }), { nil: null, freq: 4 }),
}).map((terms) => customer({ ...terms, tierCode: 'GOLD', tierName: 'Gold', points: terms.points && points(terms.points) }));

const rule = { regions: [], firstUnits: 2, firstFee: 800, additionalUnits: 3, additionalFee: 199, freeFromAmount: 30_000, freeFromPieces: null };
const freight: FreightTerms = {
  region: { country: 'CN', province: 'Jilin', city: 'Jilin' },
  templates: [
    { id: 'T1', code: 'T1', name: 'Parcel', currency: 'CNY', unit: 'PIECES', deliveryTypes: ['EXPRESS'], rules: [rule] },
    { id: 'T2', code: 'T2', name: 'Freight', currency: 'CNY', unit: 'WEIGHT', deliveryTypes: ['EXPRESS'], rules: [{ ...rule, firstUnits: 1000, additionalUnits: 500, freeFromAmount: null, freeFromPieces: 40 }] },
  ],
};

/** Whole requests, with everything that can stand in one. */
export const requests: fc.Arbitrary<QuoteRequest> = fc.record({
  lines: carts(), offers: offerSets(), coupon: fc.option(coupons, { nil: null, freq: 3 }), customer: fc.option(customers, { nil: null, freq: 3 }), freight: fc.constantFrom(null, freight),
  pointsWanted: fc.constantFrom(0, 150, 100_000), pointsRedemption: fc.boolean(), storeId: fc.constantFrom(null, 'store-1'), customerId: mostly('customer-1', null),
}).map(({ lines, offers, ...rest }) => request(lines, offers, rest));
