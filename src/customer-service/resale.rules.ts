/** Decides which of the goods that come back are sold again, and in what quantity. */
import type { LineDraft } from '../carts/line-draft.rules.ts';
import { refusal, type Refusal } from '../platform/refusals.ts';
import type { CustomerServiceItemRow } from './customer-service.tables.ts';

/** Pieces of a line that are sold again; all that come back of it where no quantity is given. */
export interface ResaleDraft {
  readonly seq: number;
  readonly quantity?: number | null | undefined;
}

export const maximalResaleLines = 2000;

/** How many lines there may be, whatever comes back. */
export function resaleRefusals(resale: readonly ResaleDraft[]): Refusal[] {
  if (resale.length === 0) return [refusal('INVALID_INPUT', 'Say what is sold again; where nothing is, use orderReturn.', ['resale'])];
  if (resale.length > maximalResaleLines) return [refusal('INVALID_INPUT', `At most ${maximalResaleLines} lines; you sent ${resale.length}.`, ['resale'])];
  return new Set(resale.map(({ seq }) => seq)).size < resale.length ? [refusal('INVALID_INPUT', 'A line stands there twice.', ['resale'])] : [];
}

type Returned = Pick<CustomerServiceItemRow, 'role' | 'lineSeq' | 'skuCode' | 'quantity'>;

function draftOf(item: Returned | undefined, { seq, quantity }: ResaleDraft, path: readonly string[]): LineDraft | Refusal {
  if (!item) return refusal('INVALID_INPUT', `Line ${seq} does not come back, so that it cannot be sold again.`, [...path, 'seq']);
  if (quantity != null && quantity < 1) return refusal('INVALID_INPUT', 'A quantity is a whole number from 1.', [...path, 'quantity']);
  return (quantity ?? item.quantity) <= item.quantity ? { sku: item.skuCode, quantity: quantity ?? item.quantity }
    : refusal('QUANTITY_TOO_LARGE', `Of line ${seq}, ${item.quantity} pieces come back; no more can be sold again.`, [...path, 'quantity']);
}

/** The lines of the new cart, or why they cannot be had: nothing of their old terms comes along, they are priced anew. */
export function resaleLines(items: readonly Returned[], resale: readonly ResaleDraft[]): LineDraft[] | Refusal[] {
  const bySeq = new Map(items.filter(({ role }) => role === 'RETURN').map((item) => [item.lineSeq, item]));
  const drafts = resale.map((draft, index) => draftOf(bySeq.get(draft.seq), draft, ['resale', String(index)]));
  const refusals = drafts.filter((draft): draft is Refusal => 'code' in draft);
  return refusals.length > 0 ? refusals : (drafts as LineDraft[]);
}
