/** Decides what a line takes over from the catalogue: its attributes, and its price at an instant. */
import { isDue, type Instant } from '../platform/time.ts';
import type { Attribute, SkuPriceRow } from './catalog.tables.ts';

/** The product's attributes and the SKU's options in one; an option goes before an attribute of the same name. */
export const attributesOf = ({ productAttributes, options }: { readonly productAttributes: readonly Attribute[]; readonly options: readonly Attribute[] }): Readonly<Record<string, string>> =>
  Object.fromEntries([...productAttributes, ...options].map(({ name, value }) => [name, value]));

/** Whether the sale's window is open: from its first instant until just before its last. */
export const saleIsOpen = ({ saleFrom, saleUntil }: Pick<SkuPriceRow, 'saleFrom' | 'saleUntil'>, at: Instant): boolean =>
  (saleFrom === null || isDue(saleFrom, at)) && (saleUntil === null || !isDue(saleUntil, at));

/** The list price outside of the sale's window; `sellableSkus` says the same in SQL. */
export const salePriceAt = (price: Pick<SkuPriceRow, 'listPrice' | 'salePrice' | 'saleFrom' | 'saleUntil'>, at: Instant): number =>
  saleIsOpen(price, at) ? price.salePrice : price.listPrice;
