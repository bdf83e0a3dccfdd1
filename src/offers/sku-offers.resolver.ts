import { Arg, Ctx, FieldResolver, ID, Resolver, Root } from 'type-graphql';
import { sellableSkus } from '../catalog/catalog.queries.ts';
import { Sku } from '../catalog/catalog.types.ts';
import { attributesOf } from '../catalog/sellable.rules.ts';
import type { Context } from '../context.ts';
import { fromGlobalId } from '../platform/ids.ts';
import { defineLoader } from '../platform/loaders.ts';
import { Money } from '../platform/money.types.ts';
import { CurrencyCode } from '../platform/scalars.ts';
import { storeById } from '../stores/store.queries.ts';
import { liveOffers } from './live-offers.ts';
import { spentAmong } from './offer-uses.ts';
import { visibleOfferById } from './offer.queries.ts';
import { Offer, SkuOffer } from './offer.types.ts';
import { skuOffersOf, type SkuOfferPrice } from './sku-offers.rules.ts';

/** Where a SKU is to be sold. */
interface Place {
  readonly storeId: string | null;
  readonly currency: string;
}

type Scope = Pick<Context, 'db' | 'loaders' | 'clock' | 'caller'>;

/** Of one place: the offers are read once, and the catalogue once, however many SKUs are asked about. */
async function offersAt({ db, clock, caller }: Scope, { storeId, currency }: Place, codes: readonly string[]): Promise<Map<string, SkuOfferPrice[]>> {
  const now = clock();
  // What staff have bought for themselves says nothing about their customers.
  const customerId = caller?.role === 'SHOPPER' ? caller.personId : null;
  const [skus, offers] = await Promise.all([sellableSkus(db, codes, currency, { storeId, at: now }), liveOffers(db, storeId, currency, now)]);
  const circumstances = { now, storeId, currency, customer: null, customerId, spentOffers: await spentAmong(db, offers, customerId, now) };
  return new Map(skus.map((sku) => [sku.skuCode, sku.salePrice === null ? [] : skuOffersOf(offers, { ...sku, attributes: attributesOf(sku), salePrice: sku.salePrice }, circumstances)]));
}

/** By code and place. */
const skuOffersBy = defineLoader(async (scope: Scope, keys: readonly string[]) => {
  const asked = keys.map((key) => JSON.parse(key) as [code: string, storeId: string | null, currency: string]);
  const places = new Map(asked.map(([, storeId, currency]) => [JSON.stringify([storeId, currency]), { storeId, currency }]));
  const found = await Promise.all([...places].map(async ([place, { storeId, currency }]) => {
    const codes = asked.filter(([, store, money]) => store === storeId && money === currency).map(([code]) => code);
    return [place, await offersAt(scope, { storeId, currency }, codes)] as const;
  }));
  const byPlace = new Map(found);
  return asked.map(([code, storeId, currency]) => byPlace.get(JSON.stringify([storeId, currency]))!.get(code) ?? []);
});

/** Null for a store that is none. */
async function placeOf(context: Context, storeId: string | null, currency: string | null): Promise<Place | null> {
  if (storeId === null) return { storeId, currency: currency ?? context.orderSettings.defaultCurrency };
  const id = fromGlobalId('store', storeId);
  const store = id && (await storeById(context).load(id));
  return store ? { storeId: store.id, currency: currency ?? store.currency } : null;
}

@Resolver(() => Sku)
export class SkuOffersResolver {
  @FieldResolver(() => [SkuOffer], {
    description: 'LINE offers that are in force and see this SKU, in the order of application, each with the price it would give (S0-41). Those of which no use is left, in all or for the shopper who asks, are left out. Empty where the SKU has no price in the currency.',
  })
  async offers(
    @Ctx() context: Context, @Root() sku: Sku,
    @Arg('storeId', () => ID, { nullable: true, description: 'In which store; without one, offers of stores do not count.' }) storeId: string | null,
    @Arg('currency', () => CurrencyCode, { nullable: true, description: 'In which currency; the store’s when left out, without a store the platform’s own.' }) currency: string | null,
  ): Promise<SkuOffer[]> {
    const place = await placeOf(context, storeId ?? null, currency ?? null);
    if (!place) return [];
    const prices = await skuOffersBy(context).load(JSON.stringify([sku.row.code, place.storeId, place.currency]));
    const offers = await Promise.all(prices.map(({ offer }) => visibleOfferById(context).load(offer.id)));
    return prices.flatMap(({ salePrice }, index) => (offers[index] ? [{ offer: new Offer(offers[index]), salePrice: new Money(salePrice, place.currency) }] : []));
  }
}
