import { randomUUID } from 'node:crypto';
import { describe, expect } from 'vitest';
import { sellableSkus } from '../../src/catalog/catalog.queries.ts';
import { freightTemplatesOf } from '../../src/freight/freight.queries.ts';
import { test, type Person } from '../support/app.ts';
import { dbOf } from '../support/races.ts';
import { openShop, type Shop } from '../support/seeds.ts';

const saveProduct = /* GraphQL */ `mutation FreightProduct($input: ProductSaveInput!) { productSave(input: $input) { userErrors { message } } }`;
const save = /* GraphQL */ `
  mutation FreightSave($input: FreightTemplateSaveInput!) { freightTemplateSave(input: $input) { template { code name currency unit deliveryTypes origin { country province city }
    rules { regions served firstUnits firstFee { amount } additionalUnits additionalFee { amount } freeFromAmount { amount } freeFromPieces } } userErrors { code path } } }`;
const assign = /* GraphQL */ `mutation FreightAssign($input: FreightTemplateAssignInput!) { freightTemplateAssign(input: $input) { template { code } userErrors { code path message } } }`;
const quote = /* GraphQL */ `
  query FreightQuoted($input: FreightQuoteInput!) { freightQuote(input: $input) { destination { country province city } deliverable total { amount currency } unavailableSkus
    charges { templateCode name seqs fee { amount } fullFee { amount } free missingAmount { amount } missingPieces deliverable reason } } }`;
const assigned = /* GraphQL */ `query FreightAssigned($code: String!) { sku(code: $code) { product { freightTemplates { code } } } }`;
const list = /* GraphQL */ `query FreightList($first: Int, $after: String) { freightTemplates(first: $first, after: $after) { edges { node { code } } pageInfo { hasNextPage endCursor } } }`;

const unique = (name: string): string => `${name}-${randomUUID().slice(0, 8)}`;
const everywhere = { regions: [], firstFee: '8.00', additionalFee: '2.00' };

const keep = async (platform: Person, input: Record<string, unknown> = {}) => (await platform.ask(save, { input: { code: unique('T'), name: 'Standard', currency: 'GBP', unit: 'PIECES', rules: [everywhere], ...input } })).freightTemplateSave;
const charge = async (platform: Person, code: string, productCodes: string[], extra: Record<string, unknown> = {}) => (await platform.ask(assign, { input: { code, productCodes, ...extra } })).freightTemplateAssign;
const ask = async (person: Person, lines: [sku: string, quantity: number][], extra: Record<string, unknown> = {}) =>
  (await person.ask(quote, { input: { destination: { country: 'GB', city: 'Leeds' }, lines: lines.map(([sku, quantity]) => ({ sku, quantity })), currency: 'GBP', ...extra } })).freightQuote;

async function sell(platform: Person, extra: Record<string, unknown> = {}): Promise<string> {
  const code = unique('SKU');
  await platform.ask(saveProduct, { input: { products: [{ code, name: code, skus: [{ code, prices: [{ currency: 'GBP', listPrice: '10.00' }], ...extra }] }] } });
  return code;
}

/** A shop whose SKU at 10.00 is charged for by a template. */
async function charging(shop: Shop, template: Record<string, unknown> = {}): Promise<string> {
  const { template: { code } } = await keep(shop.platform, template);
  expect((await charge(shop.platform, code, [shop.sku])).userErrors).toEqual([]);
  return code;
}

describe('what sending costs', () => {
  test('is asked for by destination, pieces and the templates of the goods (S4-17, S4-182 to S4-184)', async ({ app }) => {
    const shop = await openShop(app);
    const code = await charging(shop, { origin: { country: 'GB', city: 'York' }, rules: [{ regions: ['GB'], firstFee: '3.00', additionalFee: '1.00', freeFromAmount: '50.00', freeFromPieces: 6 }, { ...everywhere, firstFee: '20.00' }] });
    expect(await ask(shop.shopper, [[shop.sku, 2]])).toEqual({
      destination: { country: 'GB', province: null, city: 'Leeds' }, deliverable: true, total: { amount: '4.00', currency: 'GBP' }, unavailableSkus: [],
      charges: [{ templateCode: code, name: 'Standard', seqs: [1], fee: { amount: '4.00' }, fullFee: { amount: '4.00' }, free: false, missingAmount: { amount: '30.00' }, missingPieces: 4, deliverable: true, reason: null }],
    });
    expect(await ask(shop.shopper, [[shop.sku, 2]], { destination: { city: 'Leeds' } })).toMatchObject({ total: { amount: '4.00' } });
    expect(await ask(shop.shopper, [[shop.sku, 2]], { destination: { country: 'NO' } })).toMatchObject({ total: { amount: '22.00' } });
    expect(await ask(shop.shopper, [[shop.sku, 3], [shop.sku, 2]])).toMatchObject({ total: { amount: '0.00' }, charges: [{ seqs: [1, 2], fee: { amount: '0.00' }, fullFee: { amount: '7.00' }, free: true }] });
    expect(await ask(shop.shopper, [[shop.reducedSku, 7]])).toMatchObject({ total: { amount: '0.00' }, charges: [] });
  });

  test('adds up over the templates of an order; by weight also for bundles, which weigh what their parts do', async ({ app }) => {
    const shop = await openShop(app);
    const light = await charging(shop);
    const { template: { code: heavy } } = await keep(shop.platform, { unit: 'WEIGHT', rules: [{ regions: [], firstUnits: 1000, firstFee: '5.00', additionalUnits: 500, additionalFee: '1.00' }] });
    const pot = await sell(shop.platform, { weightGrams: 700 });
    const set = await sell(shop.platform, { components: [{ sku: pot, quantity: 3 }] });
    await charge(shop.platform, heavy, [pot, set]);
    const answer = await ask(shop.shopper, [[shop.sku, 1], [pot, 1], [set, 1]]);
    // 700 g + 2100 g: the first kilogram and four begun halves.
    expect(answer.charges.map(({ templateCode, fee }: { templateCode: string; fee: { amount: string } }) => [templateCode, fee.amount]).toSorted()).toEqual([[heavy, '9.00'], [light, '8.00']].toSorted());
    expect(answer.total.amount).toBe('17.00');
  });

  test('is no price, and says why, where goods cannot be sent or sold', async ({ app }) => {
    const shop = await openShop(app);
    const code = await charging(shop, { rules: [{ regions: ['Orkney'], served: false }, { regions: ['GB'], firstFee: '3.00' }] });
    const none = { deliverable: false, total: null };
    expect(await ask(shop.shopper, [[shop.sku, 1]], { destination: { country: 'NO' } })).toMatchObject({ ...none, charges: [{ templateCode: code, deliverable: false, reason: 'REGION_NOT_SERVED', seqs: [1] }] });
    expect(await ask(shop.shopper, [[shop.sku, 1]], { destination: { country: 'GB', province: 'orkney' } })).toMatchObject({ ...none, charges: [{ reason: 'REGION_NOT_SERVED' }] });
    expect(await ask(shop.shopper, [[shop.sku, 1], ['NO-SUCH-SKU', 1]])).toMatchObject({ ...none, unavailableSkus: ['NO-SUCH-SKU'] });
    expect(await ask(shop.shopper, [[shop.sku, 1]], { currency: 'JPY' })).toMatchObject({ ...none, unavailableSkus: [shop.sku] });
    const unweighed = await sell(shop.platform);
    const { template } = await keep(shop.platform, { unit: 'WEIGHT' });
    await charge(shop.platform, template.code, [unweighed]);
    expect(await ask(shop.shopper, [[unweighed, 1]])).toMatchObject({ ...none, charges: [{ reason: 'WEIGHT_UNKNOWN' }] });
  });

  test('goes by the template for the delivery and the currency; of several that fit, by the one assigned last', async ({ app }) => {
    const shop = await openShop(app);
    await shop.platform.ask(saveProduct, { input: { products: [{ code: shop.sku, name: 'Ten', skus: [{ code: shop.sku, prices: [{ currency: 'GBP', listPrice: '10.00' }, { currency: 'JPY', listPrice: '1500' }] }] }] } });
    const first = await charging(shop);
    const yen = await charging(shop, { currency: 'JPY', rules: [{ regions: [], firstFee: '900' }] });
    const fee = async (extra: Record<string, unknown> = {}) => (await ask(shop.shopper, [[shop.sku, 1]], extra)).total?.amount;
    expect([await fee(), await fee({ currency: 'JPY' }), await fee({ deliveryType: 'FLASH' })]).toEqual(['8.00', '900', '0.00']);
    const second = await charging(shop, { deliveryTypes: ['FLASH', 'EXPRESS'], rules: [{ regions: [], firstFee: '1.00' }] });
    expect([await fee(), await fee({ deliveryType: 'FLASH' })]).toEqual(['1.00', '1.00']);
    expect((await shop.shopper.ask(assigned, { code: shop.sku })).sku.product.freightTemplates).toEqual([{ code: second }, { code: yen }, { code: first }]);
    await charge(shop.platform, first, [shop.sku]);
    expect(await fee()).toBe('8.00');
    await charge(shop.platform, first, [shop.sku], { remove: true });
    await charge(shop.platform, second, [shop.sku], { remove: true });
    // Only in yen is it charged for: in pounds nobody knows what it costs.
    expect(await ask(shop.shopper, [[shop.sku, 1]])).toMatchObject({ deliverable: false, total: null, charges: [{ templateCode: yen, reason: 'OTHER_CURRENCY' }] });
  });

  test('reads what orders read: a template for each line, and all templates that could charge', async ({ app }) => {
    const shop = await openShop(app);
    const code = await charging(shop);
    const [template] = await freightTemplatesOf(dbOf(app), [shop.sku, shop.reducedSku], 'EXPRESS');
    expect(template).toMatchObject({ code, unit: 'PIECES', rules: [{ regions: [], firstUnits: 1, firstFee: 800, additionalUnits: 1, additionalFee: 200, freeFromAmount: null, freeFromPieces: null, served: true }] });
    expect(await sellableSkus(dbOf(app), [shop.sku, shop.reducedSku], 'GBP')).toMatchObject([{ freightTemplateId: template!.id }, { freightTemplateId: null }]);
    expect(await sellableSkus(dbOf(app), [shop.sku], 'GBP', { deliveryType: 'SELF_PICK' })).toMatchObject([{ freightTemplateId: null }]);
    expect(await freightTemplatesOf(dbOf(app), [shop.sku], 'FLASH')).toEqual([]);
  });

  test('is asked for with lines, quantities and places that are some', async ({ app }) => {
    const { shopper, sku } = await openShop(app);
    const line = { sku, quantity: 1 };
    const faults = [{ lines: [] }, { lines: Array.from({ length: 201 }, () => line) }, { lines: [{ sku, quantity: 0 }] }, { lines: [{ sku, quantity: 1_000_001 }] }, { lines: [line], destination: { city: 'x'.repeat(201) } }];
    for (const fault of faults) expect((await shopper.request(quote, { input: { destination: {}, ...fault } })).errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT' } }]);
  });
});

describe('a freight template', () => {
  test('is shown as it was saved, and brought up to date under its code', async ({ app }) => {
    const { platform } = await openShop(app);
    const code = unique('T');
    const { template } = await keep(platform, { code, unit: 'WEIGHT', deliveryTypes: ['FLASH'], origin: { country: 'GB', city: 'York' }, rules: [{ regions: ['GB/Yorkshire'], firstUnits: 500, firstFee: '3', additionalUnits: 250, additionalFee: '0.5', freeFromAmount: '99', freeFromPieces: 9 }, { regions: ['NO'], served: false }] });
    expect(template).toEqual({
      code, name: 'Standard', currency: 'GBP', unit: 'WEIGHT', deliveryTypes: ['FLASH'], origin: { country: 'GB', province: null, city: 'York' }, rules: [
        { regions: ['GB/Yorkshire'], served: true, firstUnits: 500, firstFee: { amount: '3.00' }, additionalUnits: 250, additionalFee: { amount: '0.50' }, freeFromAmount: { amount: '99.00' }, freeFromPieces: 9 },
        { regions: ['NO'], served: false, firstUnits: 1, firstFee: { amount: '0.00' }, additionalUnits: 1, additionalFee: { amount: '0.00' }, freeFromAmount: null, freeFromPieces: null }],
    });
    expect((await keep(platform, { code, name: 'New' })).template).toMatchObject({ name: 'New', unit: 'PIECES', deliveryTypes: ['EXPRESS'], origin: null, rules: [{ regions: [] }] });
    expect((await keep(platform, { rules: [] })).userErrors).toEqual([{ code: 'INVALID_INPUT', path: ['rules'] }]);
  });

  test('charges for products that exist, all of them or none', async ({ app }) => {
    const shop = await openShop(app);
    const { template: { code } } = await keep(shop.platform);
    expect((await charge(shop.platform, code, [shop.sku, 'NO-SUCH-PRODUCT'])).userErrors).toMatchObject([{ code: 'NOT_FOUND', path: ['productCodes'], message: expect.stringContaining('NO-SUCH-PRODUCT') }]);
    expect((await charge(shop.platform, 'NO-SUCH-TEMPLATE', [shop.sku])).userErrors).toMatchObject([{ code: 'NOT_FOUND', path: ['code'] }]);
    for (const codes of [[], Array.from({ length: 501 }, (_, index) => `P-${index}`)]) expect((await charge(shop.platform, code, codes)).userErrors).toMatchObject([{ code: 'INVALID_INPUT', path: ['productCodes'] }]);
    expect((await shop.shopper.ask(assigned, { code: shop.sku })).sku.product.freightTemplates).toEqual([]);
  });

  test('stands in a list that is read in pages', async ({ app }) => {
    const { platform, clerk } = await openShop(app);
    const codes = (await Promise.all(['A', 'B', 'C'].map((name) => keep(platform, { code: unique(`0-${name}`) })))).map(({ template }) => template.code);
    const first = (await clerk.ask(list, { first: 2 })).freightTemplates;
    const rest = (await clerk.ask(list, { first: 100, after: first.pageInfo.endCursor })).freightTemplates;
    const seen = [...first.edges, ...rest.edges].map(({ node }) => node.code);
    expect(seen).toEqual(expect.arrayContaining(codes));
    expect(new Set(seen).size).toBe(seen.length);
    expect((await clerk.request(list, { first: 0 })).errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT' } }]);
  });
});
