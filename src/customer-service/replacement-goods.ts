import { sellableSkus, type PricedSku } from '../catalog/catalog.queries.ts';
import { productsUnavailable } from '../catalog/products-unavailable.rules.ts';
import { callerOf, type Context } from '../context.ts';
import type { OrderRow } from '../orders/order.tables.ts';
import type { CommandScope } from '../platform/commands.ts';
import type { Database } from '../platform/database.ts';
import { parseDecimal } from '../platform/money.ts';
import { refusal, type Refusal } from '../platform/refusals.ts';
import { findMember } from '../stores/store.queries.ts';
import { maximalQuantity, type ReplacementDraft } from './document-items.rules.ts';

/** Goods that are wanted in exchange. */
export interface ReplacementLine {
  readonly sku: string;
  readonly quantity: number;
  readonly unitPrice?: string | null | undefined;
}

/** As on an order: low enough that the sums of whole stores stay exact. */
export const maximalLineTotal = 1_000_000_000_000;

/** Whether the caller may set prices in the store: staff by their place in it, the platform and services anywhere. */
export async function maySetPrices(context: Context, db: Database, storeId: string | null): Promise<boolean> {
  const { role, personId } = callerOf(context);
  if (role !== 'STAFF') return role === 'PLATFORM' || role === 'SERVICE';
  return storeId !== null && ((await findMember(db, storeId, personId))?.maySetPrice ?? false);
}

export const priceNotAllowed = (path: readonly string[]): Refusal =>
  refusal('PRICE_NOT_ALLOWED', 'You may not set prices here; ask a manager, or leave the price to the catalogue.', path);

/** The goods with their prices: the catalogue's, or those of a clerk who may set them. */
export async function replacementsFor(context: Context, { db, now }: CommandScope, order: OrderRow, lines: readonly ReplacementLine[]): Promise<ReplacementDraft[] | Refusal[]> {
  const own = lines.findIndex(({ unitPrice }) => unitPrice != null);
  const quantities = lines.map(({ quantity }) => Math.min(Math.max(1, quantity), maximalQuantity));
  const terms = { storeId: order.storeId, at: now, quantities };
  const [found, mayPrice] = await Promise.all([sellableSkus(db, lines.map(({ sku }) => sku), order.currency, terms), own === -1 || maySetPrices(context, db, order.storeId)]);
  if (!mayPrice) return [priceNotAllowed(['replacements', String(own), 'unitPrice'])];
  const offered = new Map(found.map((sku) => [sku.place, sku]));
  const missing = lines.filter(({ unitPrice }, index) => !isOffered(offered.get(index), unitPrice)).map(({ sku }) => sku);
  if (missing.length > 0) return [productsUnavailable([...new Set(missing)], order.currency, ['replacements'])];
  const priced = lines.map((line, index) => draftOf(line, offered.get(index)!, order.currency, ['replacements', String(index)]));
  const refusals = priced.filter((one): one is Refusal => 'code' in one);
  return refusals.length > 0 ? refusals : (priced as ReplacementDraft[]);
}

const isOffered = (sku: PricedSku | undefined, unitPrice: string | null | undefined): boolean =>
  sku !== undefined && !sku.withdrawn && (sku.salePrice !== null || unitPrice != null);

function draftOf({ quantity, unitPrice }: ReplacementLine, sku: PricedSku, currency: string, path: readonly string[]): ReplacementDraft | Refusal {
  const price = unitPrice == null ? sku.salePrice! : parseDecimal(unitPrice, currency);
  if (quantity < 1 || quantity > maximalQuantity) return refusal('INVALID_INPUT', `A quantity is a whole number from 1 to ${maximalQuantity}; you sent ${quantity}.`, [...path, 'quantity']);
  if (price === null || price < 0) return refusal('INVALID_INPUT', `"${unitPrice}" is no price in ${currency}.`, [...path, 'unitPrice']);
  const total = price * quantity;
  return total <= maximalLineTotal ? { article: sku, quantity, price, total } : refusal('INVALID_INPUT', 'The line comes to more than one order can hold; check quantity and price.', path);
}
