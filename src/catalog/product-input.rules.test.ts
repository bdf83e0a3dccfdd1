import { describe, expect, test } from 'vitest';
import type { PriceInput } from './price-input.rules.ts';
import { productRefusals, type ProductDraft, type SkuDraft } from './product-input.rules.ts';

const price = (extra: Partial<PriceInput> = {}): PriceInput => ({ currency: 'GBP', listPrice: '10.00', ...extra });
const sku = (extra: Partial<SkuDraft> = {}): SkuDraft => ({ code: 'SKU-1', prices: [price()], ...extra });
const product = (extra: Partial<ProductDraft> = {}): ProductDraft => ({ code: 'P-1', name: 'Tea', skus: [sku()], ...extra });

const pathsOf = (...products: ProductDraft[]): string[] => productRefusals(products).map(({ code, path }) => `${code} ${path!.join('.')}`);

describe('products', () => {
  test('are taken with everything filled in, and with nothing but what they need', () => {
    expect(pathsOf(product())).toEqual([]);
    const options = [{ name: 'Color', value: 'red' }, { name: 'Size', value: 'XL' }];
    const full = sku({
      code: 'SKU-2', specification: 'red, XL', options, barcode: '4006381333931', weightGrams: 0, components: [{ sku: 'SKU-1', quantity: 10_000 }],
      prices: [price({ salePrice: '9.99' }), price({ currency: 'JPY', listPrice: '298', salePrice: '298' })],
    });
    expect(pathsOf(product({ cover: 'https://example.org/a.png', attributes: [{ name: 'Year', value: '' }], skus: [full, sku({ prices: [], components: null, options: null })] }))).toEqual([]);
  });

  test('come 1 to 500 at a time', () => {
    const many = (count: number) => Array.from({ length: count }, (_, index) => product({ code: `P-${index}`, skus: [sku({ code: `S-${index}` })] }));
    expect(pathsOf()).toEqual(['INVALID_INPUT products']);
    expect(pathsOf(...many(500))).toEqual([]);
    expect(pathsOf(...many(501))).toEqual(['INVALID_INPUT products']);
  });

  test('name each product and each SKU once, whatever product it belongs to', () => {
    expect(pathsOf(product(), product({ skus: [sku({ code: 'SKU-2' })] }))).toEqual(['INVALID_INPUT products']);
    expect(pathsOf(product(), product({ code: 'P-2' }))).toEqual(['INVALID_INPUT products']);
    expect(pathsOf(product({ skus: [sku(), sku(), sku()] }))).toEqual(['INVALID_INPUT products']);
  });

  test.each<[string, Partial<ProductDraft>]>([
    ['code', { code: '' }], ['code', { code: 'x'.repeat(65) }], ['name', { name: ' ' }], ['name', { name: 'x'.repeat(301) }], ['cover', { cover: '' }], ['cover', { cover: 'x'.repeat(2001) }], ['skus', { skus: [] }],
    ['name', { name: 'a\0b' }], ['name', { name: 'half \uD83D a pair' }], ['attributes', { attributes: [{ name: 'Year', value: '1' }, { name: 'Year', value: '2' }] }],
    ['attributes.0.name', { attributes: [{ name: 'x'.repeat(65), value: '' }] }],
  ])('are refused for their %s where it is out of bounds', (field, extra) => {
    expect(pathsOf(product({ code: 'P-0', skus: [sku({ code: 'SKU-0' })] }), product(extra))).toEqual([`INVALID_INPUT products.1.${field}`]);
  });

  test.each<[string, Partial<SkuDraft>]>([
    ['code', { code: '' }], ['code', { code: 'x'.repeat(65) }], ['specification', { specification: 'x'.repeat(201) }], ['barcode', { barcode: 'x'.repeat(65) }], ['weightGrams', { weightGrams: -1 }],
    ['prices', { prices: [price(), price()] }], ['prices', { prices: Array.from({ length: 201 }, (_, index) => price({ minimumQuantity: index + 1 })) }],
    ['options', { options: [{ name: 'Size', value: 'S' }, { name: 'Size', value: 'M' }] }], ['options', { options: Array.from({ length: 51 }, (_, index) => ({ name: `O-${index}`, value: '' })) }],
    ['options.0.name', { options: [{ name: ' ', value: 'S' }] }], ['options.0.value', { options: [{ name: 'Size', value: 'x'.repeat(201) }] }],
    ['components', { components: [{ sku: 'A', quantity: 1 }, { sku: 'A', quantity: 2 }] }], ['components', { components: Array.from({ length: 51 }, (_, index) => ({ sku: `C-${index}`, quantity: 1 })) }],
    ['components.0.sku', { components: [{ sku: 'SKU-1', quantity: 1 }] }], ['components.0.quantity', { components: [{ sku: 'A', quantity: 0 }] }], ['components.0.quantity', { components: [{ sku: 'A', quantity: 10_001 }] }],
  ])('are refused for the %s of a SKU where it is out of bounds', (field, extra) => {
    expect(pathsOf(product({ skus: [sku({ code: 'SKU-0' }), sku(extra)] }))).toEqual([`INVALID_INPUT products.0.skus.1.${field}`]);
  });
});

describe('a price', () => {
  const refused = (extra: Partial<PriceInput>): string | null => {
    const [path] = pathsOf(product({ skus: [sku({ prices: [price(extra)] })] }));
    return path?.replace('INVALID_INPUT products.0.skus.0.prices.0.', '') ?? null;
  };

  test.each<[Partial<PriceInput>, string | null]>([
    [{ listPrice: '0' }, null], [{ listPrice: '0', salePrice: '0.00' }, null], [{ salePrice: '10.00' }, null], [{ salePrice: null }, null],
    [{ listPrice: '-0.01' }, 'listPrice'], [{ listPrice: '1.005' }, 'listPrice'], [{ listPrice: 'ten' }, 'listPrice'], [{ salePrice: '10.01' }, 'salePrice'], [{ salePrice: '-1' }, 'salePrice'],
    [{ salePrice: '9.999' }, 'salePrice'], [{ currency: 'JPY', listPrice: '10.5' }, 'listPrice'], [{ currency: 'JPY', listPrice: '10', salePrice: '9.5' }, 'salePrice'], [{ currency: 'ZZZ' }, 'currency'],
    [{ currency: 'gbp' }, 'currency'], [{ minimumQuantity: 0 }, 'minimumQuantity'], [{ minimumQuantity: 1_000_001 }, 'minimumQuantity'], [{ minimumQuantity: 1_000_000 }, null],
    [{ saleFrom: '2026-03-01T00:00:00.000Z', saleUntil: '2026-03-01T00:00:00.000Z' }, 'saleUntil'], [{ saleFrom: '2026-03-01T00:00:00.000Z', saleUntil: '2026-03-01T00:00:00.001Z' }, null], [{ saleUntil: '2026-03-01T00:00:00.000Z' }, null],
    [{ unitCost: '-1' }, 'unitCost'], [{ unitCost: '0.001' }, 'unitCost'], [{ unitCost: '10.00' }, null],
  ])('of %j is refused for: %s', (extra, field) => {
    expect(refused(extra)).toBe(field);
  });

  test.each<[Partial<PriceInput>, string[]]>([
    [{ unitCost: '10.01' }, ['BELOW_COST']], [{ salePrice: '8.00', unitCost: '8.01' }, ['BELOW_COST']], [{ salePrice: '8.00', unitCost: '8.00' }, []], [{ salePrice: '8.00', unitCost: '9.00', lossAllowed: true }, []],
    [{ salePrice: '8.00', unitCost: '9.00', lossAllowed: false }, ['BELOW_COST']], [{ salePrice: '0', unitCost: null }, []],
  ])('of %j is guarded against a loss: %j (S1-71)', (extra, codes) => {
    expect(productRefusals([product({ skus: [sku({ prices: [price(extra)] })] })]).map(({ code }) => code)).toEqual(codes);
  });

  test('stands once for each currency, store and quantity', () => {
    const at = (...prices: Partial<PriceInput>[]) => pathsOf(product({ skus: [sku({ prices: prices.map(price) })] }));
    expect(at({}, { currency: 'CNY' }, { storeCode: 'A' }, { minimumQuantity: 2 }, { storeCode: 'A', minimumQuantity: 2 })).toEqual([]);
    for (const twice of [{}, { storeCode: 'A' }, { minimumQuantity: 2 }, { storeCode: 'A', minimumQuantity: 2 }]) expect(at(twice, twice)).toEqual(['INVALID_INPUT products.0.skus.0.prices']);
    expect(at({}, { minimumQuantity: 1 })).toEqual(['INVALID_INPUT products.0.skus.0.prices']);
  });
});
