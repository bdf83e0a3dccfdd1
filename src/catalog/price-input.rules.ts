/** Decides whether the prices of a SKU as sent can be saved. */
import { isCurrency, parseDecimal } from '../platform/money.ts';
import { refusal, type Refusal } from '../platform/refusals.ts';
import { epochOf, type Instant } from '../platform/time.ts';

export interface PriceInput {
  readonly currency: string;
  readonly storeCode?: string | null | undefined;
  readonly minimumQuantity?: number | null | undefined;
  readonly listPrice: string;
  readonly salePrice?: string | null | undefined;
  readonly saleFrom?: Instant | null | undefined;
  readonly saleUntil?: Instant | null | undefined;
  readonly unitCost?: string | null | undefined;
  readonly lossAllowed?: boolean | null | undefined;
}

const maximalQuantity = 1_000_000;
const maximalPrices = 200;

const bad = (message: string, path: readonly string[]): Refusal => refusal('INVALID_INPUT', message, path);

const keyOf = ({ currency, storeCode, minimumQuantity }: PriceInput): string => JSON.stringify([currency, storeCode ?? null, minimumQuantity ?? 1]);

/** Each currency, store and quantity once, and every price sound in itself. */
export function priceRefusals(prices: readonly PriceInput[], path: readonly string[]): Refusal[] {
  if (prices.length > maximalPrices) return [bad(`A SKU has at most ${maximalPrices} prices; you sent ${prices.length}.`, path)];
  const keys = prices.map(keyOf);
  const repeated = prices.filter((_, index) => keys.indexOf(keys[index]!) < index);
  return [
    ...repeated.map(({ currency, storeCode, minimumQuantity }) => bad(`There are two prices in ${currency}${storeCode == null ? '' : ` for the store "${storeCode}"`}${minimumQuantity == null ? '' : ` from ${minimumQuantity} pieces on`}.`, path)),
    ...prices.flatMap((price, index) => onePrice(price, [...path, String(index)])),
  ];
}

function onePrice(price: PriceInput, path: readonly string[]): Refusal[] {
  const { currency, listPrice, salePrice, minimumQuantity } = price;
  if (!isCurrency(currency)) return [bad(`"${currency}" is no currency.`, [...path, 'currency'])];
  const list = parseDecimal(listPrice, currency);
  const sale = parseDecimal(salePrice ?? listPrice, currency);
  if (list === null || list < 0) return [bad(`"${listPrice}" is no price in ${currency}.`, [...path, 'listPrice'])];
  if (sale === null || sale < 0 || sale > list) return [bad(`"${salePrice}" is no sale price in ${currency} for a list price of ${listPrice}.`, [...path, 'salePrice'])];
  if (minimumQuantity != null && (minimumQuantity < 1 || minimumQuantity > maximalQuantity)) return [bad(`A price holds from 1 to ${maximalQuantity} pieces on.`, [...path, 'minimumQuantity'])];
  return [...windowRefusals(price, path), ...costRefusals(price, sale, path)];
}

function windowRefusals({ saleFrom, saleUntil }: PriceInput, path: readonly string[]): Refusal[] {
  if (saleFrom == null || saleUntil == null || epochOf(saleFrom) < epochOf(saleUntil)) return [];
  return [bad('A sale ends after it has begun.', [...path, 'saleUntil'])];
}

/** The loss guard (S1-71): nobody sells below cost by mistake. */
function costRefusals({ currency, unitCost, salePrice, listPrice, lossAllowed }: PriceInput, sale: number, path: readonly string[]): Refusal[] {
  if (unitCost == null) return [];
  const cost = parseDecimal(unitCost, currency);
  if (cost === null || cost < 0) return [bad(`"${unitCost}" is no cost in ${currency}.`, [...path, 'unitCost'])];
  if (sale >= cost || lossAllowed === true) return [];
  return [refusal('BELOW_COST', `${salePrice ?? listPrice} ${currency} is below the cost of ${unitCost}; raise it, or set lossAllowed.`, [...path, 'salePrice'])];
}
