import { describe, expect } from 'vitest';
import { takeOfferUses } from '../../src/offers/offer-uses.ts';
import { fromGlobalId, personIdOf, toGlobalId } from '../../src/platform/ids.ts';
import { systemClock } from '../../src/platform/time.ts';
import { startStatementProxy } from '../hardening/statement-proxy.ts';
import { startApp, test, type Person } from '../support/app.ts';
import { cloneDatabase } from '../support/database.ts';
import { makeOffer, uniqueCode } from '../support/offers.ts';
import { dbOf } from '../support/races.ts';
import { openShop } from '../support/seeds.ts';

const productSave = /* GraphQL */ `mutation SkuOffersProduct($input: ProductSaveInput!) { productSave(input: $input) { userErrors { message path } } }`;
const skuOffers = /* GraphQL */ `query SkuOffers($code: String!, $storeId: ID, $currency: CurrencyCode) { sku(code: $code) { offers(storeId: $storeId, currency: $currency) { offer { code stores { id } } salePrice { amount currency } } } }`;

interface ShirtOptions { readonly year: string; readonly prices?: readonly object[] }

async function shirt(platform: Person, { year, prices = [{ currency: 'CNY', listPrice: '398' }] }: ShirtOptions): Promise<string> {
  const code = uniqueCode('SHIRT');
  const products = [{ code, name: 'Shirt', attributes: [{ name: 'Year', value: year }, { name: 'SeasonCode', value: '8' }], skus: [{ code, prices }] }];
  expect((await platform.ask(productSave, { input: { products } })).productSave.userErrors).toEqual([]);
  return code;
}

const priced = async (person: Person, code: string, place: { storeId?: string; currency?: string } = {}): Promise<Record<string, string>> => {
  const { sku } = await person.ask(skuOffers, { code, ...place });
  return Object.fromEntries(sku.offers.map(({ offer, salePrice }: { offer: { code: string }; salePrice: { amount: string } }) => [offer.code, salePrice.amount]));
};

describe('the offers of a SKU', () => {
  test('come with the prices of the sample: half price 199, and two pieces a fifth off on top of it 159.20 (S0-42)', async ({ app }) => {
    const { platform, shopper, storeId } = await openShop(app, 'CNY');
    const scope = { attributes: [{ name: 'Year', values: ['2016'] }] };
    const common = { scope, storeIds: [storeId] };
    const half = await makeOffer(platform, { name: '2016 goods 50 % off', priority: 10, effect: { kind: 'PERCENT_OFF', percent: '50' }, ...common });
    const twoPieces = await makeOffer(platform, { name: '2016 goods, 2 pieces 20 % off', priority: 20, effect: { kind: 'PERCENT_OFF', percent: '20' }, minimumPieces: 2, ...common });
    const [inScope, other] = [await shirt(platform, { year: '2016' }), await shirt(platform, { year: '2017' })];
    expect(await priced(shopper, inScope, { storeId })).toEqual({ [half.code]: '199.00', [twoPieces.code]: '159.20' });
    expect([await priced(shopper, other, { storeId }), await priced(shopper, inScope, { currency: 'CNY' }), await priced(shopper, inScope, { storeId, currency: 'JPY' }), await priced(shopper, inScope, { storeId: toGlobalId('store', crypto.randomUUID()) })]).toEqual([{}, {}, {}, {}]);
  });

  test('are priced by kind, each for a piece that it reaches, never below cost, never of a cart offer', async ({ app }) => {
    const { platform, clerk, storeId } = await openShop(app);
    const sku = await shirt(platform, { year: '2020', prices: [{ currency: 'GBP', listPrice: '12.00', salePrice: '10.00', unitCost: '6.50' }] });
    const on = { scope: { skuCodes: [sku] }, storeIds: [storeId], stacking: 'EXCLUSIVE' };
    const make = async (extra: object) => (await makeOffer(platform, { ...on, ...extra })).code;
    const expected = {
      [await make({ effect: { kind: 'AMOUNT_OFF', amount: '1.25' }, currency: 'GBP' })]: '8.75', [await make({ effect: { kind: 'FIXED_PRICE', amount: '9.99' }, currency: 'GBP' })]: '9.99',
      [await make({ effect: { kind: 'EVERY_N', percent: '30', pieces: 3 } })]: '7.00', [await make({ effect: { kind: 'NTH_PIECE', percent: '25', pieces: 2 } })]: '7.50',
      [await make({ effect: { kind: 'PERCENT_OFF', percent: '50' } })]: '6.50', [await make({ effect: { kind: 'PERCENT_OFF', percent: '50' }, maximumDiscount: '2', currency: 'GBP' })]: '8.00',
      [await make({ effect: { kind: 'FIXED_PRICE', amount: '11' }, currency: 'GBP' })]: '10.00',
    };
    await make({ target: 'CART' });
    await make({ startsAt: '2099-01-01T00:00:00Z' });
    expect(await priced(clerk, sku, { storeId })).toEqual(expected);
  });

  test('stack only on earlier ones that hold for as many pieces, for everybody', async ({ app }) => {
    const { platform, shopper, storeId } = await openShop(app);
    const sku = await shirt(platform, { year: '2021', prices: [{ currency: 'GBP', listPrice: '10.00' }] });
    const on = { scope: { skuCodes: [sku] }, storeIds: [storeId] };
    const make = async (priority: number, extra: object = {}) => (await makeOffer(platform, { ...on, priority, effect: { kind: 'PERCENT_OFF', percent: '10' }, ...extra })).code;
    const [three, gold, dear, plain, five, later] = [
      await make(1, { minimumPieces: 3 }), await make(2, { tierCodes: ['GOLD'] }), await make(3, { minimumAmount: '25', currency: 'GBP' }), await make(4), await make(5, { minimumPieces: 5 }), await make(6),
    ];
    expect(await priced(shopper, sku, { storeId })).toEqual({ [three]: '9.00', [gold]: '9.00', [dear]: '9.00', [plain]: '9.00', [five]: '6.56', [later]: '8.10' });
  });

  test('are not shown once they are used up, nor to a shopper who has used them as often as they may', async ({ app }) => {
    const { platform, shopper, clerk, storeId } = await openShop(app);
    const sku = await shirt(platform, { year: '2022', prices: [{ currency: 'GBP', listPrice: '10.00' }] });
    const on = { scope: { skuCodes: [sku] }, storeIds: [storeId], stacking: 'EXCLUSIVE' };
    const [rare, personal, free] = [await makeOffer(platform, { ...on, totalLimit: 1 }), await makeOffer(platform, { ...on, customerLimit: 1 }), await makeOffer(platform, on)];
    expect(Object.keys(await priced(shopper, sku, { storeId })).toSorted()).toEqual([rare.code, personal.code, free.code].toSorted());
    const limited = [{ offerId: fromGlobalId('offer', rare.id)!, totalLimit: 1, customerLimit: null }, { offerId: fromGlobalId('offer', personal.id)!, totalLimit: null, customerLimit: 1 }];
    const db = dbOf(app);
    await db`with saved as (select 1 as row) ${takeOfferUses(db, db`saved`, limited, { orderId: crypto.randomUUID(), customerId: personIdOf(shopper.subject), at: systemClock() })} select 1`;
    expect([await priced(shopper, sku, { storeId }), await priced(clerk, sku, { storeId })]).toEqual([{ [free.code]: '9.00' }, { [personal.code]: '9.00', [free.code]: '9.00' }]);
  });

  test('cost a page of SKUs as many statements as one of them', async () => {
    const database = await cloneDatabase();
    const proxy = await startStatementProxy(database.url);
    const app = await startApp({ databaseUrl: proxy.url });
    try {
      const { platform, shopper, storeId } = await openShop(app);
      for (const percent of ['10', '20', '30']) await makeOffer(platform, { effect: { kind: 'PERCENT_OFF', percent }, totalLimit: 1 });
      for (let n = 0; n < 12; n += 1) await shirt(platform, { year: '2016', prices: [{ currency: 'GBP', listPrice: '10.00' }] });
      const page = /* GraphQL */ `query SkuOffersPage($first: Int!, $storeId: ID) { products(first: $first) { edges { node { skus { offers(storeId: $storeId) { offer { name stores { code } } salePrice { amount } } } } } } }`;
      const statementsFor = async (first: number): Promise<number> => {
        proxy.take();
        const { products } = await shopper.ask(page, { first, storeId });
        expect(products.edges.flatMap(({ node: { skus } }: { node: { skus: { offers: object[] }[] } }) => skus.map(({ offers }) => offers.length))).toEqual(Array.from({ length: first }, () => 3));
        return proxy.take().filter((sql) => /from (products|skus|offer|stores|unnest)/.test(sql)).length;
      };
      await statementsFor(1);
      const forOne = await statementsFor(1);
      expect(forOne).toBeGreaterThan(4);
      expect(await statementsFor(12)).toBe(forOne);
    } finally {
      await app.stop();
      await proxy.stop();
      await database.drop();
    }
  });
});
