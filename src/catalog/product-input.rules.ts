/** Decides whether products as sent can be saved. */
import { refusal, type Refusal } from '../platform/refusals.ts';
import { textRefusals } from '../platform/text.rules.ts';
import type { Attribute } from './catalog.tables.ts';
import { priceRefusals, type PriceInput } from './price-input.rules.ts';

export interface ComponentDraft {
  readonly sku: string;
  readonly quantity: number;
}
export interface SkuDraft {
  readonly code: string;
  readonly specification?: string | null | undefined;
  readonly options?: readonly Attribute[] | null | undefined;
  readonly barcode?: string | null | undefined;
  readonly weightGrams?: number | null | undefined;
  readonly volumeMillilitres?: number | null | undefined;
  readonly shelfLocation?: string | null | undefined;
  readonly prices: readonly PriceInput[];
  readonly components?: readonly ComponentDraft[] | null | undefined;
}
export interface ProductDraft {
  readonly code: string;
  readonly name: string;
  readonly cover?: string | null | undefined;
  readonly brandCode?: string | null | undefined;
  readonly attributes?: readonly Attribute[] | null | undefined;
  readonly skus: readonly SkuDraft[];
}

const maximalProducts = 500;
const maximalAttributes = 50;
const maximalComponents = 50;
const maximalPieces = 10_000;

const bad = (message: string, path: readonly string[]): Refusal => refusal('INVALID_INPUT', message, path);

export function productRefusals(products: readonly ProductDraft[]): Refusal[] {
  if (products.length === 0 || products.length > maximalProducts) {
    return [bad(`Send 1 to ${maximalProducts} products at a time; you sent ${products.length}.`, ['products'])];
  }
  const repeated = [...repeatsOf(products.map(({ code }) => code)), ...repeatsOf(products.flatMap(({ skus }) => skus.map(({ code }) => code)))];
  return [
    ...repeated.map((code) => bad(`The code "${code}" stands there twice.`, ['products'])),
    ...products.flatMap((product, index) => oneProduct(product, ['products', String(index)])),
  ];
}

function repeatsOf(codes: readonly string[]): string[] {
  const seen = new Set<string>();
  const repeated = new Set<string>();
  for (const code of codes) (seen.has(code) ? repeated : seen).add(code);
  return [...repeated];
}

export function attributeRefusals(attributes: readonly Attribute[] | null | undefined, path: readonly string[]): Refusal[] {
  const given = attributes ?? [];
  if (given.length > maximalAttributes) return [bad(`There are at most ${maximalAttributes}; you sent ${given.length}.`, path)];
  return [
    ...repeatsOf(given.map(({ name }) => name)).map((name) => bad(`"${name}" stands there twice.`, path)),
    ...given.flatMap(({ name, value }, index) => textRefusals([['name', name, 64, true], ['value', value, 200, false]], [...path, String(index)])),
  ];
}

function oneProduct(product: ProductDraft, path: readonly string[]): Refusal[] {
  return [
    ...textRefusals([['code', product.code, 64, true], ['name', product.name, 300, true], ['cover', product.cover, 2000, true], ['brandCode', product.brandCode, 64, true]], path),
    ...attributeRefusals(product.attributes, [...path, 'attributes']),
    ...(product.skus.length === 0 ? [bad('A product needs at least one SKU.', [...path, 'skus'])] : []),
    ...product.skus.flatMap((sku, index) => oneSku(sku, [...path, 'skus', String(index)])),
  ];
}

function oneSku(sku: SkuDraft, path: readonly string[]): Refusal[] {
  return [
    ...textRefusals([['code', sku.code, 64, true], ['specification', sku.specification, 200, false], ['barcode', sku.barcode, 64, false], ['shelfLocation', sku.shelfLocation, 64, true]], path),
    ...((sku.weightGrams ?? 0) < 0 ? [bad('A weight is not below zero.', [...path, 'weightGrams'])] : []),
    ...((sku.volumeMillilitres ?? 0) < 0 ? [bad('A volume is not below zero.', [...path, 'volumeMillilitres'])] : []),
    ...attributeRefusals(sku.options, [...path, 'options']),
    ...priceRefusals(sku.prices, [...path, 'prices']),
    ...componentRefusals(sku, [...path, 'components']),
  ];
}

function componentRefusals({ code, components }: SkuDraft, path: readonly string[]): Refusal[] {
  const given = components ?? [];
  if (given.length > maximalComponents) return [bad(`A bundle has at most ${maximalComponents} parts; you sent ${given.length}.`, path)];
  return [
    ...repeatsOf(given.map(({ sku }) => sku)).map((sku) => bad(`"${sku}" stands there twice; raise its quantity.`, path)),
    ...given.flatMap(({ sku, quantity }, index) => [
      ...(sku === code ? [bad('A bundle is no part of itself.', [...path, String(index), 'sku'])] : []),
      ...(quantity >= 1 && quantity <= maximalPieces ? [] : [bad(`A bundle holds 1 to ${maximalPieces} pieces of a part.`, [...path, String(index), 'quantity'])]),
    ]),
  ];
}

/** Where a component stands in the input, for refusals that only the database can decide. */
export function componentPaths(products: readonly ProductDraft[]): { readonly bundle: string; readonly component: string; readonly path: readonly string[] }[] {
  return products.flatMap(({ skus }, product) => skus.flatMap(({ code, components }, sku) => (components ?? []).map(({ sku: component }, index) => (
    { bundle: code, component, path: ['products', String(product), 'skus', String(sku), 'components', String(index), 'sku'] }))));
}
