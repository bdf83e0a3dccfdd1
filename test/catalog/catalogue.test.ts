import { randomUUID } from 'node:crypto';
import { describe, expect } from 'vitest';
import { componentsOf, sellableSkus } from '../../src/catalog/catalog.queries.ts';
import { fromGlobalId } from '../../src/platform/ids.ts';
import { test, type Person } from '../support/app.ts';
import { dbOf } from '../support/races.ts';
import { openShop } from '../support/seeds.ts';

const save = /* GraphQL */ `mutation CatalogueSave($input: ProductSaveInput!) { productSave(input: $input) { productIds userErrors { code path message } } }`;
const read = /* GraphQL */ `
  query CatalogueRead($code: String!) { sku(code: $code) { id code options { name value } components { quantity sku { code product { code } } } product { code attributes { name value } } } }`;

const unique = (name: string): string => `${name}-${randomUUID().slice(0, 8)}`;
const price = (listPrice = '10.00') => [{ currency: 'GBP', listPrice }];
const product = (code: string, sku: Record<string, unknown> = {}, extra: Record<string, unknown> = {}) => ({ code, name: code, skus: [{ code, prices: price(), ...sku }], ...extra });
const keep = async (platform: Person, ...products: Record<string, unknown>[]) => (await platform.ask(save, { input: { products } })).productSave;

describe('a product', () => {
  test('shows its attributes and the options of its SKUs in the order in which they were given (S0-79, S0-80)', async ({ app }) => {
    const { platform, shopper } = await openShop(app);
    const code = unique('COAT');
    const attributes = [{ name: 'Year', value: '2016' }, { name: 'SeasonCode', value: 'C' }, { name: 'Item_Code', value: 'AK' }];
    const options = [{ name: 'Size', value: '165' }, { name: 'Color', value: 'navy' }];
    expect((await keep(platform, product(code, { options }, { attributes }))).userErrors).toEqual([]);
    expect((await shopper.ask(read, { code })).sku).toMatchObject({ options, components: [], product: { attributes } });
    await keep(platform, product(code));
    expect((await shopper.ask(read, { code })).sku).toMatchObject({ options: [], product: { attributes: [] } });
  });
});

describe('a bundle', () => {
  const parts = (...of: [sku: string, quantity: number][]) => ({ components: of.map(([sku, quantity]) => ({ sku, quantity })) });

  test('consists of other SKUs, of its own product or of others, also of some that are saved with it', async ({ app }) => {
    const { platform, shopper } = await openShop(app);
    const [tea, mug, set] = [unique('A-TEA'), unique('B-MUG'), unique('SET')];
    await keep(platform, product(tea, { weightGrams: 120 }));
    expect((await keep(platform, product(set, parts([mug, 2], [tea, 1])), product(mug, { weightGrams: 310 }))).userErrors).toEqual([]);
    const { sku } = await shopper.ask(read, { code: set });
    expect(sku.components).toEqual([{ quantity: 1, sku: { code: tea, product: { code: tea } } }, { quantity: 2, sku: { code: mug, product: { code: mug } } }]);
    const db = dbOf(app);
    expect(await componentsOf(db, [fromGlobalId('sku', sku.id)!])).toMatchObject([{ skuCode: tea, quantity: 1, weightGrams: 120, withdrawn: false }, { skuCode: mug, quantity: 2, weightGrams: 310 }]);
    expect(await sellableSkus(db, [set, tea], 'GBP')).toMatchObject([{ skuCode: set, isBundle: true, weightGrams: 740, withdrawn: false }, { skuCode: tea, isBundle: false, weightGrams: 120 }]);
    await keep(platform, product(set, { weightGrams: 800, ...parts([mug, 3]) }));
    expect((await shopper.ask(read, { code: set })).sku.components).toMatchObject([{ quantity: 3, sku: { code: mug } }]);
    expect(await sellableSkus(db, [set], 'GBP')).toMatchObject([{ weightGrams: 800 }]);
    await keep(platform, product(set));
    expect((await shopper.ask(read, { code: set })).sku.components).toEqual([]);
  });

  test('cannot be sold while a part of it is withdrawn, nor is its weight known while a part’s is not', async ({ app }) => {
    const { platform } = await openShop(app);
    const [tea, mug, set] = [unique('TEA'), unique('MUG'), unique('SET')];
    await keep(platform, product(tea, { weightGrams: 120 }), product(mug), product(set, parts([tea, 1], [mug, 1])));
    expect(await sellableSkus(dbOf(app), [set], 'GBP')).toMatchObject([{ withdrawn: false, weightGrams: null }]);
    await keep(platform, product(mug, { withdrawn: true, weightGrams: 310 }));
    expect(await sellableSkus(dbOf(app), [set], 'GBP')).toMatchObject([{ withdrawn: true, weightGrams: 430 }]);
  });

  test('of unknown parts, or of bundles, is refused with all that is saved beside it', async ({ app }) => {
    const { platform, shopper } = await openShop(app);
    const [tea, set, other] = [unique('TEA'), unique('SET'), unique('OTHER')];
    const path = (index: number) => ['products', String(index), 'skus', '0', 'components', '0', 'sku'];
    expect((await keep(platform, product(tea), product(set, parts(['NO-SUCH-SKU', 1])))).userErrors).toMatchObject([{ code: 'NOT_FOUND', path: path(1) }]);
    expect((await shopper.ask(read, { code: tea })).sku).toBeNull();
    await keep(platform, product(tea), product(set, parts([tea, 1])));
    expect((await keep(platform, product(other, parts([set, 1])))).userErrors).toMatchObject([{ code: 'INVALID_INPUT', path: path(0) }]);
    // What is a part already does not become a bundle.
    await keep(platform, product(other));
    expect((await keep(platform, product(tea, parts([other, 1])))).userErrors).toMatchObject([{ code: 'INVALID_INPUT', path: ['products'] }]);
    expect((await platform.ask(save, { input: { products: [product(tea, parts([other, 1]))], dryRun: true } })).productSave.userErrors).toMatchObject([{ code: 'INVALID_INPUT' }]);
    expect((await shopper.ask(read, { code: set })).sku.components).toMatchObject([{ sku: { code: tea } }]);
  });

  test('is never nested, though two who save at once each see none', async ({ app }) => {
    const { platform } = await openShop(app);
    const db = dbOf(app);
    for (let round = 0; round < 8; round += 1) {
      const [a, b, c] = [unique('A'), unique('B'), unique('C')];
      await keep(platform, product(a), product(b), product(c));
      const answers = await Promise.all([keep(platform, product(a, parts([b, 1]))), keep(platform, product(b, parts([c, 1])))]);
      expect(answers.filter(({ userErrors }) => userErrors.length === 0)).toHaveLength(1);
      expect(await db`select 1 from sku_components k join sku_components n on n.sku_id = k.component_id`).toHaveLength(0);
    }
  });

  test('and its parts can be saved by many at once, in any order', async ({ app }) => {
    const { platform } = await openShop(app);
    const codes = Array.from({ length: 6 }, (_, index) => unique(`P${index}`));
    const sets = [unique('S0'), unique('S1')];
    const saves = Array.from({ length: 16 }, (_, index) => {
      const all = [...codes.map((code) => product(code)), product(sets[index % 2]!, parts(...codes.map((code): [string, number] => [code, index + 1])))];
      return keep(platform, ...(index % 3 === 0 ? all.toReversed() : all));
    });
    for (const { userErrors } of await Promise.all(saves)) expect(userErrors).toEqual([]);
  });
});
