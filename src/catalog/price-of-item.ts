import { callerOf, type Context } from '../context.ts';
import { badInput } from '../platform/errors.ts';
import { fromGlobalId } from '../platform/ids.ts';
import { sellableSkus, type PricedSku } from './catalog.queries.ts';

/** A SKU that has a price, in the currency of that price; the cost is known only to those who may know it. */
export type ItemPriceFacts = PricedSku & { readonly listPrice: number; readonly salePrice: number; readonly currency: string };

/** Whether the caller keeps prices, and may therefore see what things cost the platform. */
export function keepsPrices(context: Context): boolean {
  const { role } = callerOf(context);
  return role === 'PLATFORM' || role === 'SERVICE';
}

const maximalQuantity = 1_000_000;

/** What the catalogue asks for so many pieces now; null for what is not sold in this currency, or no longer. */
export async function priceOfItem(context: Context, code: string, currency: string, quantity: number, storeId: string | null): Promise<ItemPriceFacts | null> {
  if (quantity < 1 || quantity > maximalQuantity) throw badInput(`A quantity is a whole number from 1 to ${maximalQuantity}; you sent ${quantity}.`);
  const terms = { storeId: storeId === null ? null : fromGlobalId('store', storeId), at: context.clock(), quantities: [quantity] };
  const [found] = await sellableSkus(context.db, [code], currency, terms);
  if (!found || found.withdrawn || found.listPrice === null || found.salePrice === null) return null;
  const { listPrice, salePrice, unitCost } = found;
  if (!Number.isSafeInteger(listPrice * quantity)) throw badInput('So many pieces come to more than an amount can hold; ask for fewer.');
  return { ...found, listPrice, salePrice, currency, unitCost: keepsPrices(context) ? unitCost : null };
}
