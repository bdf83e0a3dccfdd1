/** Decides whether lines that somebody wants to buy keep their bounds. */
import { refusal, type Refusal } from '../platform/refusals.ts';
import { textRefusals } from '../platform/text.rules.ts';
import type { OfferChoiceKind } from './cart-kinds.ts';

export interface LineDraft {
  readonly sku: string;
  readonly quantity: number;
  readonly unitPrice?: string | null | undefined;
  readonly priceReason?: string | null | undefined;
}

/** A line as a cart takes it: a till may choose its offer by hand (S0-71). */
export interface CartLineDraft extends LineDraft {
  readonly offerChoice?: OfferChoiceKind | null | undefined;
  readonly offerCode?: string | null | undefined;
}

/** A till's lines are read by few screens, a shopper's by many. */
export const maximalTillLines = 2000;
export const maximalShopperLines = 200;
export const maximalQuantity = 1_000_000;

const bad = (message: string, path: readonly string[]): Refusal => refusal('INVALID_INPUT', message, path);

export const quantityRefusals = (quantity: number, path: readonly string[]): Refusal[] =>
  quantity >= 1 && quantity <= maximalQuantity ? [] : [bad(`A quantity is a whole number from 1 to ${maximalQuantity}; you sent ${quantity}.`, [...path, 'quantity'])];

/** Each line by itself; `path` leads to the list. */
export function lineRefusals(lines: readonly LineDraft[], parent: readonly string[] = ['lines']): Refusal[] {
  return lines.flatMap(({ sku, quantity, unitPrice, priceReason }, index) => {
    const path = [...parent, String(index)];
    return [
      ...textRefusals([['sku', sku, 64, true], ['priceReason', priceReason, 200, true]], path),
      ...quantityRefusals(quantity, path),
      ...(unitPrice != null && priceReason == null ? [bad('A price of your own needs a reason (priceReason).', [...path, 'priceReason'])] : []),
    ];
  });
}
