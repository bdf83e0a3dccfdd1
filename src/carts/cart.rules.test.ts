import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { newId } from '../platform/ids.ts';
import { secondsAfter } from '../platform/time.ts';
import { cartLineRefusals, differenceOf, lineChangeRefusals, planCart, withAdded, withChanged, withMerged, withoutLine, type CartContent, type CartPlan } from './cart.rules.ts';
import type { CartLineRow, CartRow } from './cart.tables.ts';

const now = '2026-03-01T12:00:00.000Z';

const emptyCart = (extra: Partial<CartRow> = {}): CartRow => ({
  id: newId(), kind: 'TILL', state: 'OPEN', ownerId: newId(), storeId: newId(), currency: 'GBP', customerId: null, couponCode: null, pointsWanted: 0, version: 1, lastSeq: 0, orderId: null, createdAt: now, updatedAt: now, ...extra,
});

type Change =
  | { readonly kind: 'add'; readonly sku: string; readonly quantity: number; readonly combine: boolean; readonly own: boolean }
  | { readonly kind: 'change' | 'remove'; readonly pick: number; readonly quantity: number };

const changes: fc.Arbitrary<Change[]> = fc.array(fc.oneof(
  fc.record({ kind: fc.constant('add' as const), sku: fc.constantFrom('A', 'B', 'C'), quantity: fc.integer({ min: 1, max: 9 }), combine: fc.boolean(), own: fc.boolean() }),
  fc.record({ kind: fc.constantFrom('change' as const, 'remove' as const), pick: fc.nat({ max: 100 }), quantity: fc.integer({ min: 1, max: 9 }) }),
), { maxLength: 20 });

const clerk = { id: newId(), name: 'Mona' };

const linesAfter = (content: CartContent, change: Change) => {
  if (change.kind === 'add') {
    const draft = { sku: change.sku, quantity: change.quantity, ...(change.own && { unitPrice: '1.00', priceReason: 'why' }) };
    return withAdded(content, [draft, { sku: 'D', quantity: 1 }], change.combine, clerk);
  }
  const seq = content.lines[change.pick % Math.max(1, content.lines.length)]?.seq ?? 99;
  return change.kind === 'change' ? withChanged(content, seq, { quantity: change.quantity }, clerk) : withoutLine(content, seq);
};

/** The rows as the database would hold them, and the cart after each change. */
function live(happened: readonly Change[]): { rows: CartLineRow[]; plans: CartPlan[] } {
  let content: CartContent = { cart: emptyCart(), lines: [] };
  const rows: CartLineRow[] = [];
  const plans: CartPlan[] = [];
  for (const change of happened) {
    const lines = linesAfter(content, change);
    if (!Array.isArray(lines)) continue;
    const plan = planCart(content, lines, {}, secondsAfter(now, plans.length));
    for (const [index, row] of rows.entries()) if (row.until === null && plan.ended.includes(row.seq)) rows[index] = { ...row, until: plan.after.version };
    rows.push(...plan.begun);
    plans.push(plan);
    content = { cart: plan.after, lines: plan.lines };
  }
  return { rows, plans };
}

describe('a cart’s lines', () => {
  test('are found again as they were at every version, from the rows that changes have written', () => {
    fc.assert(fc.property(changes, (happened) => {
      const { rows, plans } = live(happened);
      for (const { after: { version }, lines } of plans) {
        const then = rows.filter(({ since, until }) => since <= version && (until === null || until > version)).toSorted((a, b) => a.seq - b.seq);
        expect(then.map(({ until: _until, ...row }) => row)).toEqual(lines.map(({ until: _until, ...row }) => row));
      }
    }));
  });

  test('keep their numbers, which are never given to others, and stand in the order of them', () => {
    fc.assert(fc.property(changes, (happened) => {
      const skuBySeq = new Map<number, string>();
      for (const { lines, after } of live(happened).plans) {
        expect(lines.map(({ seq }) => seq)).toEqual(lines.map(({ seq }) => seq).toSorted((a, b) => a - b));
        for (const { seq, skuCode } of lines) {
          expect(skuBySeq.get(seq) ?? skuCode).toBe(skuCode);
          skuBySeq.set(seq, skuCode);
        }
        expect(after.lastSeq).toBeGreaterThanOrEqual(Math.max(0, ...lines.map(({ seq }) => seq)));
      }
    }));
  });

  test('lose no piece when carts are merged, and go together only on the same terms', () => {
    fc.assert(fc.property(changes, changes, (mine, theirs) => {
      const [target, source] = [mine, theirs].map((happened): CartContent => {
        const last = live(happened).plans.at(-1);
        return last ? { cart: last.after, lines: last.lines } : { cart: emptyCart(), lines: [] };
      }) as [CartContent, CartContent];
      const merged = withMerged(target, source.lines);
      if (!Array.isArray(merged)) throw new Error(merged.message);
      const pieces = (lines: readonly { readonly quantity: number }[]) => lines.reduce((sum, { quantity }) => sum + quantity, 0);
      expect(pieces(merged)).toBe(pieces(target.lines) + pieces(source.lines));
      const priced = (lines: readonly { readonly unitPrice: number | null }[]) => lines.filter(({ unitPrice }) => unitPrice !== null).length;
      expect(priced(merged)).toBe(priced(target.lines) + priced(source.lines));
    }));
  });

  test('do not go together beyond the pieces that one line may have', () => {
    const content = { cart: emptyCart(), lines: [] };
    const lines = withAdded(content, [{ sku: 'A', quantity: 999_999 }, { sku: 'A', quantity: 2 }, { sku: 'A', quantity: 1 }], true, clerk);
    expect(Array.isArray(lines) && lines.map(({ seq, quantity }) => [seq, quantity])).toEqual([[1, 1_000_000], [2, 2]]);
  });
});

describe('a line', () => {
  const paths = (refusals: readonly { readonly path?: readonly string[] }[]) => refusals.map(({ path }) => path?.join('.'));
  const line = { sku: 'A', quantity: 1 };

  test.each([
    [{ ...line, offerChoice: 'ONLY' as const }, ['lines.0.offerCode']],
    [{ ...line, offerCode: 'HALF' }, ['lines.0.offerCode']],
    [{ ...line, offerChoice: 'NONE' as const, offerCode: 'HALF' }, ['lines.0.offerCode']],
    [{ ...line, unitPrice: '1.005', priceReason: 'why' }, ['lines.0.unitPrice']],
    [{ ...line, unitPrice: '1.00' }, ['lines.0.priceReason']],
    [{ ...line, quantity: 0 }, ['lines.0.quantity']],
    [{ ...line, offerChoice: 'ONLY' as const, offerCode: 'HALF', unitPrice: '0.00', priceReason: 'gift' }, []],
  ])('%j at a till is refused at %j', (draft, expected) => {
    expect(paths(cartLineRefusals([draft], emptyCart()))).toEqual(expected);
  });

  test('of a shopper has neither a chosen offer nor a price set by hand', () => {
    const shopper = emptyCart({ kind: 'SHOPPER' });
    expect(cartLineRefusals([{ ...line, offerChoice: 'NONE' }, { ...line, unitPrice: '1.00', priceReason: 'me' }, { ...line, offerChoice: 'AUTO' }], shopper).map(({ code }) => code)).toEqual(['OFFER_CHOICE_NOT_ALLOWED', 'PRICE_NOT_ALLOWED']);
    expect(lineChangeRefusals({ offerChoice: 'NONE', unitPrice: '1.00', priceReason: 'me' }, shopper).map(({ code }) => code)).toEqual(['PRICE_NOT_ALLOWED', 'OFFER_CHOICE_NOT_ALLOWED']);
  });
});

describe('carts', () => {
  test.each<[Partial<CartRow>, Partial<CartRow>, boolean]>([
    [{}, {}, true], [{ currency: 'JPY' }, {}, false], [{ storeId: newId() }, {}, false], [{ kind: 'SHOPPER' }, {}, false],
    [{ customerId: 'a' }, { customerId: 'b' }, false], [{ customerId: 'a' }, {}, true],
  ])('%j and %j can become one: %j', (first, second, together) => {
    const store = { storeId: 'store' };
    expect(differenceOf([emptyCart({ ...store, ...first }), emptyCart({ ...store, ...second })]) === null).toBe(together);
  });
});
