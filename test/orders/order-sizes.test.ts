import { describe, expect } from 'vitest';
import { test, type Person } from '../support/app.ts';
import { grant } from '../support/benefits.ts';
import { uniqueCode } from '../support/offers.ts';
import { contact, openShop, type Shop } from '../support/seeds.ts';

const place = /* GraphQL */ `mutation SizedOrder($input: OrderPlaceInput!) { orderPlace(input: $input) { order { total { amount } pieces pointsToEarn items { quantity } } userErrors { code path } } }`;
const quote = /* GraphQL */ `query SizedQuote($input: QuoteInput!) { quote(input: $input) { total { amount } freightTotal { amount } pieces pointsToEarn lines { quantity parts { quantity } } } }`;
const freightQuote = /* GraphQL */ `query SizedFreight($input: FreightQuoteInput!) { freightQuote(input: $input) { total { amount } } }`;
const productSave = /* GraphQL */ `mutation SizedProducts($input: ProductSaveInput!) { productSave(input: $input) { userErrors { message } } }`;
const templateSave = /* GraphQL */ `mutation SizedTemplate($input: FreightTemplateSaveInput!) { freightTemplateSave(input: $input) { userErrors { message } } }`;
const templateAssign = /* GraphQL */ `mutation SizedAssign($input: FreightTemplateAssignInput!) { freightTemplateAssign(input: $input) { userErrors { message } } }`;

async function mustSave(who: Person, document: string, input: Record<string, unknown>): Promise<void> {
  const [payload] = Object.values(await who.ask(document, { input })) as { userErrors: unknown[] }[];
  expect(payload!.userErrors).toEqual([]);
}

const makeSku = async ({ platform }: Shop, sku: Record<string, unknown>): Promise<string> => {
  const code = uniqueCode('SIZE');
  await mustSave(platform, productSave, { products: [{ code, name: code, skus: [{ code, prices: [{ currency: 'GBP', listPrice: '1.00' }], ...sku }] }] });
  return code;
};

/** Refused when ordered, and as a question. */
async function expectTooMuch({ shopper, storeId }: Shop, lines: Record<string, unknown>[], path: string[]): Promise<void> {
  const { orderPlace } = await shopper.ask(place, { input: { storeId, deliveryType: 'EXPRESS', contact, lines } });
  expect(orderPlace).toEqual({ order: null, userErrors: [{ code: 'INVALID_INPUT', path }] });
  const asked = await shopper.request(quote, { input: { storeId, deliveryType: 'EXPRESS', destination: { city: 'Leeds' }, lines } });
  expect(asked.errors).toMatchObject([{ extensions: { refusal: 'INVALID_INPUT' } }]);
}

describe('what comes to more than an order can hold is refused with its reason', () => {
  test('when it is pieces of a part of a bundle', async ({ app }) => {
    const shop = await openShop(app);
    const sku = await makeSku(shop, { components: [{ sku: shop.sku, quantity: 9000 }] });
    await expectTooMuch(shop, [{ sku: shop.sku, quantity: 1 }, { sku, quantity: 1_000_000 }], ['lines', '1']);
  });

  test('when it is points to earn', async ({ app }) => {
    const shop = await openShop(app);
    await grant(shop, { tier: { pointsPerUnit: 1000, earnPercent: '100' } });
    await expectTooMuch(shop, [{ sku: shop.sku, quantity: 300_000 }], ['lines']);
  });

  test('when it is freight', async ({ app }) => {
    const shop = await openShop(app);
    const [sku, code] = [await makeSku(shop, { weightGrams: 2_000_000_000 }), uniqueCode('HEAVY')];
    await mustSave(shop.platform, templateSave, { code, name: code, currency: 'GBP', unit: 'WEIGHT', rules: [{ regions: [], firstUnits: 1, firstFee: '1.00', additionalUnits: 1, additionalFee: '10000.00' }] });
    await mustSave(shop.platform, templateAssign, { code, productCodes: [sku] });
    await expectTooMuch(shop, [{ sku, quantity: 1_000_000 }], ['lines']);
    const asked = await shop.shopper.request(freightQuote, { input: { currency: 'GBP', destination: { city: 'Leeds' }, lines: [{ sku, quantity: 1_000_000 }] } });
    expect(asked.errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT' } }]);
  });

  test('when it is money', async ({ app }) => {
    const shop = await openShop(app);
    const sku = await makeSku(shop, { prices: [{ currency: 'GBP', listPrice: '9000000000000.00' }] });
    await expectTooMuch(shop, [{ sku, quantity: 1_000_000 }], ['lines', '0']);
  });
});
