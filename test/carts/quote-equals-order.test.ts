import * as fc from 'fast-check';
import { describe, expect } from 'vitest';
import { test as base, type App } from '../support/app.ts';
import { grant } from '../support/benefits.ts';
import { changeCart } from '../support/carts.ts';
import { makeCoupon, makeOffer } from '../support/offers.ts';
import { contact, openShop, type Shop } from '../support/seeds.ts';

interface Rich {
  readonly shop: Shop;
  readonly skus: readonly string[];
  readonly coupon: string;
  readonly offer: string;
}

const productSave = /* GraphQL */ `mutation SameProducts($input: ProductSaveInput!) { productSave(input: $input) { userErrors { message } } }`;
const templateSave = /* GraphQL */ `mutation SameTemplate($input: FreightTemplateSaveInput!) { freightTemplateSave(input: $input) { userErrors { message } } }`;
const templateAssign = /* GraphQL */ `mutation SameAssign($input: FreightTemplateAssignInput!) { freightTemplateAssign(input: $input) { userErrors { message } } }`;

/** A shop where everything that can make a price is in force at once. */
async function openRichShop(app: App): Promise<Rich> {
  const shop = await openShop(app);
  const { platform, storeId, storeCode } = shop;
  const must = async (document: string, input: Record<string, unknown>) => {
    const [payload] = Object.values(await platform.ask(document, { input })) as { userErrors: unknown[] }[];
    expect(payload!.userErrors).toEqual([]);
  };
  const [guarded, tiered, bundle] = ['GUARD', 'TIER', 'SET'].map((kind) => `${kind}-${storeCode}`) as [string, string, string];
  await must(productSave, { products: [
    { code: guarded, name: 'Guarded', skus: [{ code: guarded, weightGrams: 300, prices: [{ currency: 'GBP', listPrice: '7.77', unitCost: '6.90' }] }] },
    { code: tiered, name: 'Tiered', skus: [{ code: tiered, weightGrams: 120, prices: [{ currency: 'GBP', listPrice: '1.99' }, { currency: 'GBP', minimumQuantity: 10, listPrice: '1.79', salePrice: '1.49' }] }] },
  ] });
  await must(productSave, { products: [{ code: bundle, name: 'Set', skus: [{ code: bundle, prices: [{ currency: 'GBP', listPrice: '12.00', salePrice: '11.11' }], components: [{ sku: guarded, quantity: 1 }, { sku: tiered, quantity: 2 }] }] }] });
  await must(templateSave, { code: `FT-${storeCode}`, name: 'Parcel', currency: 'GBP', unit: 'PIECES', deliveryTypes: ['EXPRESS', 'FLASH'], rules: [{ regions: [], firstUnits: 2, firstFee: '3.33', additionalUnits: 3, additionalFee: '0.77', freeFromAmount: '120.00' }] });
  await must(templateAssign, { code: `FT-${storeCode}`, productCodes: [guarded, shop.reducedSku, bundle] });
  const stores = { storeIds: [storeId] };
  const { code: offer } = await makeOffer(platform, { ...stores, name: 'Third for a third', effect: { kind: 'NTH_PIECE', pieces: 3, percent: '33.33' } });
  await makeOffer(platform, { ...stores, name: 'Big basket', target: 'CART', currency: 'GBP', minimumAmount: '25.00', effect: { kind: 'AMOUNT_OFF', amount: '2.99' } });
  const { code: coupon } = await makeCoupon(platform, { ...stores, effect: { kind: 'PERCENT_OFF', percent: '7.5' } });
  await grant(shop, { tier: { discountPercent: '3', maximumPointsPercent: '40', minimumPoints: 10, earnPercent: '2' }, points: 1_000_000 });
  return { shop, skus: [shop.sku, shop.reducedSku, guarded, tiered, bundle], coupon, offer };
}

const test = base.extend<{ rich: Rich }>({ rich: [async ({ app }, use) => use(await openRichShop(app)), { scope: 'file' }] });

const money = '{ amount currency }';
const steps = `steps { kind code name amount ${money} after ${money} } catalogOffer { id code name } catalogOffers { id code name } cartOffers { id code name }`;
const line = `skuCode quantity listPrice ${money} salePrice ${money} listTotal ${money} discountTotal ${money} saleTotal ${money} pointsUsed pointsShare ${money} freightShare ${money} ${steps}`;
const whole = `currency pieces listTotal ${money} discountTotal ${money} saleTotal ${money} pointsUsed pointsTotal ${money} pointsToEarn freightTotal ${money} total ${money} catalogOffers { id code name } cartOffers { id code name }`;
const quoteOf = `query SameQuote($id: ID!, $destination: RegionInput) { cart(id: $id) { quote(deliveryType: FLASH, destination: $destination) { ${whole} lines { ${line} parts { skuCode quantity } } coupon { applies code discount ${money} } } } }`;
const order = `order { ${whole} items { parentSeq ${line} } coupon { code discount ${money} } }`;
const fromCarts = `mutation SameOrder($input: OrderPlaceFromCartsInput!) { orderPlaceFromCarts(input: $input) { ${order} userErrors { code message } } }`;
const fromTill = `mutation SameTill($input: OrderPlaceFromCartInStoreInput!) { orderPlaceFromCartInStore(input: $input) { ${order} userErrors { code message } } }`;
const direct = `mutation SameDirect($input: OrderPlaceInput!) { orderPlace(input: $input) { ${order} userErrors { code message } } }`;

type Seen = Record<string, unknown> & { readonly parts?: unknown; readonly parentSeq?: number | null };

function expectSame(quote: Record<string, unknown> & { lines: Seen[]; coupon: { code: string; discount: unknown } | null }, placed: Record<string, unknown> & { items: Seen[]; coupon: unknown }): void {
  const { lines, coupon, ...figures } = quote;
  const { items, coupon: used, ...ordered } = placed;
  expect(ordered).toEqual(figures);
  expect(used).toEqual(coupon && { code: coupon.code, discount: coupon.discount });
  const main = items.filter(({ parentSeq }) => parentSeq === null);
  expect(main.map(({ parentSeq: _parent, ...item }) => item)).toEqual(lines.map(({ parts: _parts, ...quoted }) => quoted));
  const parts = items.filter(({ parentSeq }) => parentSeq !== null).map(({ skuCode, quantity }) => ({ skuCode, quantity }));
  expect(parts).toEqual(lines.flatMap((quoted) => quoted.parts as unknown[]));
}

const baskets = (seed: number) => fc.sample(fc.record({
  lines: fc.array(fc.record({ sku: fc.nat({ max: 4 }), quantity: fc.oneof(fc.integer({ min: 1, max: 4 }), fc.integer({ min: 8, max: 30 })), choice: fc.constantFrom('AUTO', 'AUTO', 'NONE', 'ONLY'), price: fc.option(fc.integer({ min: 1, max: 900 }), { nil: null, freq: 1 }) }), { minLength: 1, maxLength: 6 }),
  withCoupon: fc.boolean(), pointsWanted: fc.constantFrom(0, 5, 333, 100_000),
}), { numRuns: 12, seed });

/** Whether a quote was touched by anything: equal numbers of plain carts would prove little. */
class Tally {
  readonly #seen = { discounts: 0, points: 0, freight: 0, coupons: 0, offers: 0, bundles: 0 };

  note(quote: Record<string, unknown> & { lines: Seen[] }): void {
    const amountOf = (field: string): number => Number((quote[field] as { amount: string }).amount);
    this.#seen.discounts += Number(amountOf('discountTotal') > 0);
    this.#seen.points += Number(amountOf('pointsTotal') > 0);
    this.#seen.freight += Number(amountOf('freightTotal') > 0);
    this.#seen.coupons += Number(quote['coupon'] !== null);
    this.#seen.offers += Number((quote['catalogOffers'] as unknown[]).length > 0) + Number((quote['cartOffers'] as unknown[]).length > 0);
    this.#seen.bundles += Number(quote.lines.some(({ parts }) => (parts as unknown[]).length > 0));
  }

  get untouched(): string[] {
    return Object.entries(this.#seen).filter(([, count]) => count < 2).map(([kind]) => kind);
  }
}

describe('an order placed from a quote', () => {
  test('has the same numbers, online: by cart, and line by line as they were explained', async ({ rich: { shop, skus, coupon } }) => {
    const tally = new Tally();
    for (const { lines, withCoupon, pointsWanted } of baskets(1)) {
      const wanted = lines.map(({ sku, quantity }) => ({ sku: skus[sku]!, quantity }));
      const { id } = await changeCart(shop.shopper, 'cartCreate', { storeId: shop.storeId, lines: wanted, pointsWanted, ...(withCoupon && { couponCode: coupon }) });
      const { quote } = (await shop.shopper.ask(quoteOf, { id, destination: { city: contact.address.city } })).cart;
      const terms = { deliveryType: 'FLASH', contact, expectedTotal: quote.total.amount };
      const rehearsed = (await shop.shopper.ask(direct, { input: { ...terms, storeId: shop.storeId, lines: wanted, pointsWanted, ...(withCoupon && { couponCode: coupon }), dryRun: true } })).orderPlace;
      const { orderPlaceFromCarts: placed } = await shop.shopper.ask(fromCarts, { input: { ...terms, cartIds: [id] } });
      expect([rehearsed.userErrors, placed.userErrors], JSON.stringify(wanted)).toEqual([[], []]);
      expectSame(quote, placed.order);
      expectSame(quote, rehearsed.order);
      tally.note(quote);
    }
    expect(tally.untouched).toEqual([]);
  });

  test('has the same numbers at the till, with offers chosen and prices set by hand', async ({ rich: { shop, skus, coupon, offer } }) => {
    let refused = 0;
    for (const { lines, withCoupon, pointsWanted } of baskets(2)) {
      const wanted = lines.map(({ sku, quantity, choice, price }) => ({
        sku: skus[sku]!, quantity, offerChoice: choice, ...(choice === 'ONLY' && { offerCode: offer }), ...(price !== null && { unitPrice: (price / 100).toFixed(2), priceReason: 'as agreed' }),
      }));
      const terms = { customerSubject: shop.shopper.subject, pointsWanted, ...(withCoupon && { couponCode: coupon }) };
      const { id } = await changeCart(shop.manager, 'cartCreate', { storeId: shop.storeId, lines: wanted, ...terms });
      const { quote } = (await shop.clerk.ask(quoteOf, { id })).cart;
      const ring = async () => (await shop.manager.ask(fromTill, { input: { cartId: id, expectedTotal: quote.total.amount, ...(quote.coupon?.applies === false && { couponCode: null }) } })).orderPlaceFromCartInStore;
      let placed = await ring();
      // Whatever is refused for being without effect must be without: choosing none in its place comes to the same.
      for (const { code, message } of placed.userErrors) {
        expect(code).toBe('OFFER_NOT_APPLICABLE');
        await changeCart(shop.clerk, 'cartChangeLine', { cartId: id, seq: Number(/line (\d+)/u.exec(message)![1]), offerChoice: 'NONE' });
        refused += 1;
      }
      if (placed.userErrors.length > 0) placed = await ring();
      expect(placed.userErrors, JSON.stringify(wanted)).toEqual([]);
      expectSame(quote.coupon?.applies === false ? { ...quote, coupon: null } : quote, placed.order);
    }
    expect(refused).toBeGreaterThan(0);
  });
});
