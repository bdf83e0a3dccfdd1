import { describe, expect, test } from 'vitest';
import type { NewItem } from './new-order.rules.ts';
import type { SoldCopy } from './order-pricing.ts';
import { placingNote } from './placing-note.rules.ts';

const [clerk, manager] = ['0190a1b2-0000-7000-8000-000000000001', '0190a1b2-0000-7000-8000-000000000002'];

const sold = (extra: Partial<SoldCopy> = {}): SoldCopy =>
  ({ options: [], attributes: [], brandCode: null, volumeMillilitres: null, shelfLocation: null, unitCost: null, offerChoice: 'AUTO', offerCode: null, priceSetBy: null, ...extra });

const item = (seq: number, extra: Partial<Pick<NewItem, 'priceReason' | 'sold'>> = {}): NewItem => ({
  seq, parentSeq: null, skuId: clerk, skuCode: 'A', productId: clerk, productCode: 'A', name: 'A', cover: null, specification: null, barcode: null, weightGrams: null, quantity: 1, currency: 'GBP',
  listPrice: 500, salePrice: 125, listTotal: 500, saleTotal: 125, discountTotal: 375, priceReason: null, pointsUsed: 0, pointsShare: 0, freightShare: 0, pricing: null, sold: sold(), status: 'CREATED',
  returningQuantity: 0, returnedQuantity: 0, commentId: null, reviewedAt: null, ...extra,
});

describe('what the history says of a new order', () => {
  test('is nothing where nothing was chosen by hand', () => {
    expect(placingNote([item(1), item(2, { sold: null })], clerk)).toBeNull();
  });

  test.each<[string, NewItem[], string]>([
    ['a price of the clerk’s own', [item(1, { priceReason: 'torn', sold: sold({ priceSetBy: { id: clerk, name: 'Ada' } }) })], 'Prices set by hand: line 1 at 1.25 GBP (torn).'],
    ['somebody else’s price', [item(2, { priceReason: 'torn', sold: sold({ priceSetBy: { id: manager, name: 'Mona' } }) })], 'Prices set by hand: line 2 at 1.25 GBP (torn; by Mona).'],
    ['a price of somebody without a name', [item(2, { priceReason: 'torn', sold: sold({ priceSetBy: { id: manager, name: null } }) })], 'Prices set by hand: line 2 at 1.25 GBP (torn).'],
    ['an offer, and none', [item(1, { sold: sold({ offerChoice: 'ONLY', offerCode: 'HALF' }) }), item(2, { sold: sold({ offerChoice: 'NONE' }) })], 'Offers chosen by hand: line 1 only HALF, line 2 none.'],
    ['both', [item(1, { priceReason: 'torn' }), item(2, { sold: sold({ offerChoice: 'NONE' }) })], 'Prices set by hand: line 1 at 1.25 GBP (torn). Offers chosen by hand: line 2 none.'],
  ])('tells %s', (_what, items, note) => {
    expect(placingNote(items, clerk)).toBe(note);
  });

  test('is no longer than a comment may be, and is cut between characters', () => {
    const note = placingNote(Array.from({ length: 60 }, (_, index) => item(index + 1, { priceReason: '𝄞 clef' })), clerk)!;
    expect([[...note].length, note.endsWith('…'), /\p{Surrogate}/u.test(note)]).toEqual([500, true, false]);
  });
});
