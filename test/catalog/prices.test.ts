import { randomUUID } from 'node:crypto';
import * as fc from 'fast-check';
import { describe, expect } from 'vitest';
import { sellableSkus } from '../../src/catalog/catalog.queries.ts';
import { salePriceAt } from '../../src/catalog/sellable.rules.ts';
import { fromGlobalId, toGlobalId } from '../../src/platform/ids.ts';
import { secondsAfter, toInstant } from '../../src/platform/time.ts';
import { startApp, test, type Person } from '../support/app.ts';
import { dbOf, JumpingClock } from '../support/races.ts';
import { openShop } from '../support/seeds.ts';

const save = /* GraphQL */ `mutation PricesSave($input: ProductSaveInput!) { productSave(input: $input) { userErrors { code path message } } }`;
const priceOf = /* GraphQL */ `
  query PriceOf($sku: String!, $currency: CurrencyCode, $quantity: Int, $storeId: ID) { priceOf(sku: $sku, currency: $currency, quantity: $quantity, storeId: $storeId) {
    sku { code } quantity unitBasePrice { amount formatted(locale: "en-US") } unitPrice { amount } total { amount formatted(locale: "en-US") } discount { amount } discounted validFrom validUntil lossAllowed unitCost { amount }
    currencyInfo { code decimals symbol(locale: "zh-CN") rate } } }`;
const list = /* GraphQL */ `
  query PriceList($code: String!) { sku(code: $code) { prices { currency storeId minimumQuantity listPrice { amount } salePrice { amount } terms { reducedPrice { amount } saleFrom saleUntil unitCost { amount } lossAllowed } } } }`;

const unique = (): string => `SKU-${randomUUID().slice(0, 8)}`;

async function sell(platform: Person, ...prices: Record<string, unknown>[]): Promise<string> {
  const code = unique();
  const { productSave } = await platform.ask(save, { input: { products: [{ code, name: code, skus: [{ code, prices }] }] } });
  expect(productSave.userErrors).toEqual([]);
  return code;
}

const ask = async (person: Person, sku: string, variables: Record<string, unknown> = {}) => (await person.ask(priceOf, { sku, currency: 'GBP', ...variables })).priceOf;

describe('the price of an item', () => {
  test('comes with all that S1 tells of it: base and sale price, total, discount, currency, sign and rate, also formatted', async ({ app }) => {
    const { platform, shopper } = await openShop(app);
    const sku = await sell(platform, { currency: 'USD', listPrice: '27.80', salePrice: '20.36', unitCost: '15.00' }, { currency: 'JPY', listPrice: '298' });
    expect(await ask(shopper, sku, { currency: 'USD', quantity: 999 })).toEqual({
      sku: { code: sku }, quantity: 999, unitBasePrice: { amount: '27.80', formatted: '$27.80' }, unitPrice: { amount: '20.36' }, total: { amount: '20339.64', formatted: '$20,339.64' }, discount: { amount: '7.44' },
      discounted: true, validFrom: null, validUntil: null, lossAllowed: false, unitCost: null, currencyInfo: { code: 'USD', decimals: 2, symbol: 'US$', rate: null },
    });
    expect(await ask(shopper, sku, { currency: 'JPY' })).toMatchObject({ unitPrice: { amount: '298' }, total: { amount: '298', formatted: '¥298' }, discounted: false, discount: { amount: '0' }, currencyInfo: { decimals: 0, symbol: 'JP¥' } });
    expect((await shopper.ask(priceOf, { sku })).priceOf).toBeNull();
  });

  test('is cheaper within the window of the sale only', async () => {
    const clock = new JumpingClock();
    const app = await startApp({ clock: clock.now });
    try {
      const { platform, shopper } = await openShop(app);
      const [saleFrom, saleUntil] = [secondsAfter(clock.now(), 3600), secondsAfter(clock.now(), 7200)];
      const sku = await sell(platform, { currency: 'GBP', listPrice: '10.00', salePrice: '8.00', saleFrom, saleUntil });
      const full = { unitPrice: { amount: '10.00' }, discounted: false, validFrom: null, validUntil: null };
      const shown = async (person: Person) => (await person.ask(list, { code: sku })).sku.prices;
      expect(await ask(shopper, sku)).toMatchObject(full);
      expect(await shown(platform)).toMatchObject([{ salePrice: { amount: '10.00' }, terms: { reducedPrice: { amount: '8.00' }, saleFrom, saleUntil, unitCost: null, lossAllowed: false } }]);
      clock.jump(3601);
      expect(await ask(shopper, sku)).toMatchObject({ unitPrice: { amount: '8.00' }, discounted: true, validFrom: saleFrom, validUntil: saleUntil });
      expect(await shown(shopper)).toMatchObject([{ listPrice: { amount: '10.00' }, salePrice: { amount: '8.00' } }]);
      clock.jump(3600);
      expect(await ask(shopper, sku)).toMatchObject(full);
    } finally {
      await app.stop();
    }
  });

  test('is the store’s own where it has one, and falls with the quantity', async ({ app }) => {
    const [shop, other] = [await openShop(app), await openShop(app)];
    const at = (listPrice: string, extra: Record<string, unknown> = {}) => ({ currency: 'GBP', listPrice, ...extra });
    const sku = await sell(shop.platform, at('10.00'), at('9.00', { minimumQuantity: 10 }), at('11.00', { storeCode: shop.storeCode }), at('8.50', { storeCode: shop.storeCode, minimumQuantity: 20 }));
    const unit = async (quantity: number, storeId?: string) => (await ask(shop.shopper, sku, { quantity, storeId })).unitPrice.amount;
    expect(await Promise.all([unit(1), unit(9), unit(10), unit(1000)])).toEqual(['10.00', '10.00', '9.00', '9.00']);
    expect(await Promise.all([unit(1, shop.storeId), unit(19, shop.storeId), unit(20, shop.storeId)])).toEqual(['11.00', '11.00', '8.50']);
    expect(await Promise.all([unit(10, other.storeId), unit(10, toGlobalId('store', randomUUID())), unit(10, 'nonsense')])).toEqual(['9.00', '9.00', '9.00']);
    expect((await shop.shopper.ask(list, { code: sku })).sku.prices).toMatchObject([
      { storeId: null, minimumQuantity: 1 }, { storeId: null, minimumQuantity: 10 }, { storeId: shop.storeId, minimumQuantity: 1 }, { storeId: shop.storeId, minimumQuantity: 20 },
    ]);
  });

  test('is none for what is unknown, withdrawn, in another currency, or asked for in too small a number', async ({ app }) => {
    const { platform, shopper } = await openShop(app);
    const dozen = await sell(platform, { currency: 'GBP', listPrice: '1.00', minimumQuantity: 12 });
    expect([await ask(shopper, 'NO-SUCH-SKU'), await ask(shopper, dozen, { currency: 'JPY', quantity: 12 }), await ask(shopper, dozen, { quantity: 11 })]).toEqual([null, null, null]);
    expect(await ask(shopper, dozen, { quantity: 12 })).toMatchObject({ total: { amount: '12.00' } });
    await platform.ask(save, { input: { products: [{ code: dozen, name: dozen, skus: [{ code: dozen, withdrawn: true, prices: [{ currency: 'GBP', listPrice: '1.00' }] }] }] } });
    expect(await ask(shopper, dozen, { quantity: 12 })).toBeNull();
  });

  test('needs a quantity that can be sold and said', async ({ app }) => {
    const { platform, shopper } = await openShop(app);
    const dear = await sell(platform, { currency: 'GBP', listPrice: '9999999999999' });
    for (const quantity of [0, -1, 1_000_001, 1_000_000]) {
      expect((await shopper.request(priceOf, { sku: dear, currency: 'GBP', quantity })).errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT' } }]);
    }
  });
});

describe('what a piece costs the platform', () => {
  test('is shown to the platform and services, and to nobody else (S4-171)', async ({ app }) => {
    const shop = await openShop(app);
    const service = await app.person('SERVICE', 'service-prices');
    const sku = await sell(shop.platform, { currency: 'GBP', listPrice: '10.00', unitCost: '6.00', lossAllowed: true });
    const seen = async (person: Person) => [(await ask(person, sku)).unitCost, (await person.ask(list, { code: sku })).sku.prices[0].terms?.unitCost ?? null];
    for (const person of [shop.platform, service]) expect(await seen(person)).toEqual([{ amount: '6.00' }, { amount: '6.00' }]);
    for (const person of [shop.shopper, shop.clerk, shop.manager]) expect(await seen(person)).toEqual([null, null]);
  });

  test('is the floor of the sale price, unless a loss is allowed (S1-71)', async ({ app }) => {
    const { platform, shopper } = await openShop(app);
    const code = unique();
    const saved = async (price: Record<string, unknown>) => (await platform.ask(save, { input: { products: [{ code, name: code, skus: [{ code, prices: [{ currency: 'GBP', listPrice: '10.00', ...price }] }] }] } })).productSave.userErrors;
    expect(await saved({ salePrice: '5.99', unitCost: '6.00' })).toMatchObject([{ code: 'BELOW_COST', path: ['products', '0', 'skus', '0', 'prices', '0', 'salePrice'] }]);
    expect(await ask(shopper, code)).toBeNull();
    expect(await saved({ salePrice: '5.99', unitCost: '6.00', lossAllowed: true })).toEqual([]);
    expect(await ask(shopper, code)).toMatchObject({ unitPrice: { amount: '5.99' }, lossAllowed: true });
  });
});

describe('prices', () => {
  test('that are left out are gone; those of an unknown store are refused', async ({ app }) => {
    const { platform, shopper, storeCode } = await openShop(app);
    const code = await sell(platform, { currency: 'GBP', listPrice: '10.00' }, { currency: 'GBP', listPrice: '9.00', minimumQuantity: 5 }, { currency: 'GBP', listPrice: '8.00', storeCode }, { currency: 'JPY', listPrice: '1500' });
    const saved = async (...prices: Record<string, unknown>[]) => (await platform.ask(save, { input: { products: [{ code, name: code, skus: [{ code, prices }] }] } })).productSave.userErrors;
    expect(await saved({ currency: 'GBP', listPrice: '7.00', storeCode: 'NO-SUCH-STORE' })).toMatchObject([{ code: 'NOT_FOUND', path: ['products', '0', 'skus', '0', 'prices', '0', 'storeCode'] }]);
    expect((await shopper.ask(list, { code })).sku.prices).toHaveLength(4);
    expect(await saved({ currency: 'GBP', listPrice: '12.00', minimumQuantity: 5 }, { currency: 'GBP', listPrice: '8.00', storeCode })).toEqual([]);
    expect((await shopper.ask(list, { code })).sku.prices).toMatchObject([{ storeId: null, minimumQuantity: 5, listPrice: { amount: '12.00' } }, { minimumQuantity: 1, listPrice: { amount: '8.00' } }]);
  });
});

describe('what orders read of the catalogue', () => {
  test('is one row for each line, in its order, also where lines name one SKU twice', async ({ app }) => {
    const { platform, sku, reducedSku } = await openShop(app);
    const code = await sell(platform, { currency: 'GBP', listPrice: '10.00' }, { currency: 'GBP', listPrice: '9.00', minimumQuantity: 3 });
    const rows = await sellableSkus(dbOf(app), [code, 'NO-SUCH-SKU', sku, code, reducedSku], 'GBP', { quantities: [3, 1, 1, 2, 4] });
    expect(rows).toMatchObject([
      { place: 0, quantity: 3, skuCode: code, listPrice: 900, salePrice: 900 }, { place: 2, skuCode: sku, listPrice: 1000 }, { place: 3, quantity: 2, skuCode: code, listPrice: 1000 },
      { place: 4, skuCode: reducedSku, listPrice: 300, salePrice: 250, weightGrams: null, unitCost: null, lossAllowed: false, freightTemplateId: null, isBundle: false, withdrawn: false },
    ]);
    expect(await sellableSkus(dbOf(app), [], 'GBP')).toEqual([]);
    expect(await sellableSkus(dbOf(app), [code], 'JPY')).toMatchObject([{ listPrice: null, salePrice: null }]);
  });

  test('is the price that the rules pick: the store’s before the general one, then the largest quantity that is reached, at that instant', async ({ app }) => {
    const { platform, storeCode, storeId } = await openShop(app);
    const start = Date.parse('2026-03-01T12:00:00.000Z');
    const instants = fc.option(fc.integer({ min: -3, max: 3 }).map((hours) => toInstant(start + hours * 3_600_000)));
    const rows = fc.uniqueArray(fc.record({ own: fc.boolean(), minimumQuantity: fc.integer({ min: 1, max: 6 }), list: fc.integer({ min: 1, max: 9999 }), off: fc.integer({ min: 0, max: 9998 }), saleFrom: instants, saleUntil: instants })
      .filter(({ saleFrom, saleUntil }) => saleFrom === null || saleUntil === null || saleFrom < saleUntil), { selector: ({ own, minimumQuantity }) => `${own} ${minimumQuantity}`, maxLength: 8 });
    await fc.assert(fc.asyncProperty(rows, fc.integer({ min: 1, max: 8 }), fc.boolean(), fc.integer({ min: -4, max: 4 }), async (prices, quantity, inStore, hours) => {
      const pennies = (amount: number) => (amount / 100).toFixed(2);
      const code = await sell(platform, ...prices.map(({ own, minimumQuantity, list: listed, off, saleFrom, saleUntil }) =>
        ({ currency: 'GBP', minimumQuantity, saleFrom, saleUntil, listPrice: pennies(listed), salePrice: pennies(Math.max(0, listed - off)), ...(own && { storeCode }) })));
      const at = toInstant(start + hours * 3_600_000);
      const [found] = await sellableSkus(dbOf(app), [code], 'GBP', { at, quantities: [quantity], storeId: inStore ? fromGlobalId('store', storeId) : null });
      const fitting = prices.filter(({ own, minimumQuantity }) => (!own || inStore) && minimumQuantity <= quantity).toSorted((a, b) => Number(b.own) - Number(a.own) || b.minimumQuantity - a.minimumQuantity);
      const [best] = fitting;
      expect([found!.listPrice, found!.salePrice]).toEqual(best ? [best.list, salePriceAt({ listPrice: best.list, salePrice: Math.max(0, best.list - best.off), saleFrom: best.saleFrom, saleUntil: best.saleUntil }, at)] : [null, null]);
    }), { numRuns: 60 });
  });
});
