import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { PricedSku } from '../../catalog/catalog.queries.ts';
import { planCart, withAdded } from '../../carts/cart.rules.ts';
import type { CartRow } from '../../carts/cart.tables.ts';
import { priceSale, saleLinesOf, wantedOfCartLine, wantedOfDraft, type PricedSale, type Sale, type SaleTerms, type WantedLine } from '../../carts/sale.rules.ts';
import type { QuoteLine, QuoteRequest } from '../../offers/quote-model.rules.ts';
import { newId } from '../../platform/ids.ts';
import { toDecimal } from '../../platform/money.ts';
import { noon, settings } from '../../../test/support/order-walks.ts';
import { requests } from '../../../test/support/quote-arbitraries.ts';
import { linePart } from '../benefits/order-benefits.rules.ts';
import { orderRow } from './new-order-row.rules.ts';
import { itemsOf, orderPricing, piecesOf, stepsOf, type NewItem } from './new-order.rules.ts';
import type { OrderRow } from '../order.tables.ts';

const offeredAs = (line: QuoteLine, place: number): PricedSku => ({
  place, quantity: line.quantity, skuId: newId(), skuCode: line.skuCode, productId: newId(), productCode: line.productCode, name: `Name of ${line.skuCode}`, cover: null, specification: null,
  barcode: null, weightGrams: line.weightGrams, brandCode: null, volumeMillilitres: null, shelfLocation: null, withdrawn: false, productAttributes: Object.entries(line.attributes).map(([name, value]) => ({ name, value })), options: [],
  isBundle: line.skuCode === 'E', listPrice: line.listPrice, salePrice: line.salePrice, saleFrom: null, saleUntil: null, unitCost: line.unitCost, lossAllowed: line.lossAllowed, freightTemplateId: line.freightTemplateId,
});

const clerk = { id: newId(), name: 'Mona' };

/** A sale of the lines that somebody asks for, with everything that can make its price; SKU "E" is a bundle of two others. */
function saleOf(asked: QuoteRequest): { sale: Sale; terms: SaleTerms } {
  const lines = asked.lines.filter(({ parentSeq }) => parentSeq === null);
  const { currency, storeId, customerId, pointsWanted, pointsRedemption, freight, offers, coupon, customer } = asked;
  const wanted = lines.map(({ skuCode: sku, quantity, offerChoice, manualPrice }): WantedLine => ({ sku, quantity, offerChoice, manualPrice: manualPrice && { ...manualPrice, setBy: clerk } }));
  const offered = lines.map(offeredAs);
  const part = (skuCode: string, quantity: number) => ({ ...offeredAs({ ...lines[0]!, skuCode }, 0), parentSkuId: '', quantity });
  return {
    sale: { currency, storeId, customerId, lines: wanted, couponCode: coupon?.code ?? null, pointsWanted, pointsRedemption, destination: freight?.region ?? null },
    terms: {
      offered, parts: new Map(offered.filter(({ isBundle }) => isBundle).map(({ skuId }) => [skuId, [part('E-1', 1), part('E-2', 3)]])), offers, spentOffers: new Map(), coupon, customer, buyer: null,
      freightTemplates: freight?.templates ?? [], pointsEarned: (paid) => Math.floor(paid / 100),
    },
  };
}

function ordered({ lines, quote, pointsToEarn }: PricedSale, terms: SaleTerms): { order: OrderRow; items: NewItem[] } {
  const items = itemsOf(lines, quote);
  const frame = { kind: 'ONLINE', deliveryType: 'EXPRESS', input: {}, contact: null, store: null, currency: quote.currency, customerId: newId(), uidScope: newId(), actor: { role: 'SHOPPER', id: null, name: null }, clerk: null, till: null, maySpendBenefits: true } as const;
  const order = orderRow({
    ...frame, pointsRedemption: false, items, quote, pricing: orderPricing(quote, terms, false), pointsToEarn, exchangeRate: null, carts: [], coupon: terms.coupon, limitedOffers: [],
  }, { id: newId(), number: '1' }, noon, settings);
  return { order, items };
}

const sum = <T>(all: readonly T[], of: (one: T) => number): number => all.reduce((total, one) => total + of(one), 0);

describe('an order', () => {
  test('has the numbers of its quote, in all and line by line, and its lines’ shares add up to its own', () => {
    fc.assert(fc.property(requests, (asked) => {
      const { sale, terms } = saleOf(asked);
      const priced = priceSale(sale, terms, asked.now);
      const { order, items } = ordered(priced, terms);
      const { quote } = priced;
      expect([order.listTotal, order.discountTotal, order.freightTotal, order.pointsTotal, order.pointsUsed, order.total]).toEqual([quote.listTotal, quote.discountTotal, quote.freightTotal, quote.pointsTotal, quote.pointsUsed, quote.total]);
      expect([sum(items, (item) => item.listTotal), sum(items, (item) => item.discountTotal), sum(items, (item) => item.freightShare), sum(items, (item) => item.pointsShare), sum(items, (item) => item.pointsUsed)])
        .toEqual([order.listTotal, order.discountTotal, order.freightTotal, order.pointsTotal, order.pointsUsed]);
      expect(sum(items, ({ saleTotal, pointsShare, freightShare }) => saleTotal - pointsShare + freightShare)).toBe(order.total);
      expect(items.map(({ saleTotal, salePrice }) => [saleTotal, salePrice])).toEqual(quote.lines.map(({ saleTotal, unitSalePrice }) => [saleTotal, unitSalePrice]));
      for (const { listPrice, listTotal, quantity } of items) expect(listPrice * quantity).toBe(listTotal);
      expect(piecesOf(items)).toBe(sum(sale.lines, ({ quantity }) => quantity));
    }), { numRuns: 1000 });
  });

  test('explains each line as its quote did, also where the explanation is too plain to be kept', () => {
    fc.assert(fc.property(requests, (asked) => {
      const { sale, terms } = saleOf(asked);
      const priced = priceSale(sale, terms, asked.now);
      const { items } = ordered(priced, terms);
      for (const [index, item] of items.entries()) {
        const steps = stepsOf(item);
        expect(steps).toEqual(priced.quote.lines[index]!.steps);
        expect(item.listTotal - sum(steps, ({ amount }) => amount)).toBe(item.saleTotal);
      }
    }), { numRuns: 500 });
  });

  test('gives back, piece by piece and line by line, just what it was paid with', () => {
    fc.assert(fc.property(requests, (asked) => {
      const { sale, terms } = saleOf(asked);
      const { order, items } = ordered(priceSale(sale, terms, asked.now), terms);
      const parts = items.flatMap((item) => [linePart(item, { pieces: 1, piecesBefore: 0 }), ...(item.quantity > 1 ? [linePart(item, { pieces: item.quantity - 1, piecesBefore: 1 })] : [])]);
      expect([sum(parts, ({ money, freight }) => money + freight), sum(parts, ({ points }) => points)]).toEqual([order.total, order.pointsUsed]);
    }), { numRuns: 300 });
  });
});

describe('the lines of a sale', () => {
  test('are the same whether they come out of a cart or are sent as they are', () => {
    fc.assert(fc.property(requests, (asked) => {
      const drafts = asked.lines.filter(({ parentSeq }) => parentSeq === null).map(({ skuCode: sku, quantity, offerChoice, manualPrice }) => ({
        sku, quantity, offerChoice: offerChoice.kind, offerCode: offerChoice.kind === 'ONLY' ? offerChoice.offerCode : null,
        unitPrice: manualPrice && toDecimal(manualPrice.unitPrice, 'CNY'), priceReason: manualPrice && manualPrice.reason,
      }));
      const cart: CartRow = {
        id: newId(), kind: 'TILL', state: 'OPEN', ownerId: newId(), storeId: newId(), currency: 'CNY', customerId: null, couponCode: null, pointsWanted: 0, version: 1, lastSeq: 0, orderId: null, createdAt: noon, updatedAt: noon,
      };
      const added = withAdded({ cart, lines: [] }, drafts, false, clerk);
      if (!Array.isArray(added)) throw new Error(added.message);
      expect(planCart({ cart, lines: [] }, added, {}, noon).lines.map(wantedOfCartLine)).toEqual(drafts.map((draft) => wantedOfDraft(draft, 'CNY', clerk)));
    }));
  });

  test('of a bundle are followed by its parts, numbered through, and are left out with it', () => {
    fc.assert(fc.property(requests, (asked) => {
      const { sale, terms } = saleOf(asked);
      const gone = { ...terms, offered: terms.offered.map((sku, index) => (index % 2 === 1 ? null : sku)) };
      for (const found of [terms, gone]) {
        const lines = saleLinesOf(sale.lines, found);
        expect(lines.map(({ seq }) => seq)).toEqual(lines.map((_, index) => index + 1));
        for (const line of lines) {
          if (line.parentSeq === null) continue;
          const main = lines[line.parentSeq - 1]!;
          expect([main.sku.skuCode, main.from, line.quantity % main.quantity]).toEqual(['E', line.from, 0]);
        }
        expect(lines.filter(({ parentSeq }) => parentSeq === null).map(({ from }) => from)).toEqual(sale.lines.flatMap((_, index) => (found.offered[index] ? [index] : [])));
      }
    }));
  });
});
