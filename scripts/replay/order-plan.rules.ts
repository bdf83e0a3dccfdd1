/** Decides how an invoice is placed as an order, and how that order must look afterwards. */
import { hash } from 'node:crypto';
import type { Article } from './catalogue.rules.ts';
import { toDecimalText } from './exact-money.rules.ts';
import type { RetailRow } from './retail-row.ts';
import { sumOf, sumsOfRow, type Sums } from './sums.rules.ts';

/** What the API takes as `CartCreateInput`. */
export interface CartInput {
  readonly idempotencyKey: string;
  readonly storeId: string;
  readonly customerSubject?: string;
  readonly lines: readonly CartLine[];
}

/** A price of the invoice's own, or the catalogue's without any offer: an invoice tells what was paid. */
type CartLine = { readonly sku: string; readonly quantity: number } & ({ readonly offerChoice: 'NONE' } | { readonly unitPrice: string; readonly priceReason: string });

/** What the API takes as `OrderPlaceFromCartInStoreInput`, but for the cart. */
export interface PlaceInput {
  readonly idempotencyKey: string;
  readonly uid: string;
  readonly remark: string;
  readonly expectedTotal: string;
}

/** How an order should look, or does look. */
export interface OrderShape {
  readonly sums: Sums;
  /** Stands for its lines one by one, in their order: article, quantity and price. */
  readonly fingerprint: string;
}

export interface PlannedOrder extends OrderShape {
  readonly uid: string;
  readonly cart: CartInput;
  readonly place: PlaceInput;
  readonly rows: readonly RetailRow[];
}

/** Where an order goes. */
export interface Till {
  readonly storeId: string;
  readonly storeCode: string;
  readonly articles: ReadonlyMap<string, Article>;
}

export const subjectOf = (customerId: string): string => `retail-${customerId}`;

/**
 * The key under which an invoice's cart is asked for: the same in every run that wants the same of it. A run over other days
 * may know another catalogue price, and then sets others by hand.
 */
const cartKeyOf = (storeCode: string, uid: string, lines: readonly CartLine[]): string => `replay/${storeCode}/${uid}/cart/${hash('sha256', JSON.stringify(lines), 'base64url')}`;

/** The key under which a step of an invoice is asked for, the same in every run. */
export const keyOf = (storeCode: string, uid: string, step: 'place' | 'pay' | 'complete'): string => `replay/${storeCode}/${uid}/${step}`;

export const fingerprintOf = (lines: readonly { readonly sku: string; readonly quantity: number; readonly price: string }[]): string =>
  hash('sha256', JSON.stringify(lines.map(({ sku, quantity, price }) => [sku, quantity, price])), 'base64url');

export function planOrder(rows: readonly RetailRow[], { storeId, storeCode, articles }: Till): PlannedOrder {
  const { invoice: uid, customerId, at, country } = rows[0]!;
  const lines = rows.map(({ stockCode, quantity, unitPrice }): CartLine => (articles.get(stockCode)!.listPrice === unitPrice
    ? { sku: stockCode, quantity, offerChoice: 'NONE' } : { sku: stockCode, quantity, unitPrice: toDecimalText(unitPrice), priceReason: `Price on invoice ${uid}` }));
  const cart: CartInput = { idempotencyKey: cartKeyOf(storeCode, uid, lines), storeId, lines, ...(customerId !== null && { customerSubject: subjectOf(customerId) }) };
  const total = rows.reduce((sum, { quantity, unitPrice }) => sum + BigInt(quantity) * unitPrice, 0n);
  const place: PlaceInput = { idempotencyKey: keyOf(storeCode, uid, 'place'), uid, remark: `Invoice ${uid} of ${at}, ${country}`, expectedTotal: toDecimalText(total) };
  const sums = { ...sumOf(rows.map(sumsOfRow)), invoices: 1 };
  const fingerprint = fingerprintOf(rows.map(({ stockCode, quantity, unitPrice }) => ({ sku: stockCode, quantity, price: toDecimalText(unitPrice) })));
  return { uid, cart, place, rows, sums, fingerprint };
}
