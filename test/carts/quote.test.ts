import { describe, expect } from 'vitest';
import { test, type Person } from '../support/app.ts';
import { grant } from '../support/benefits.ts';
import { changeCart } from '../support/carts.ts';
import { claimWith, makeCoupon, makeOffer } from '../support/offers.ts';
import { everything } from '../support/order-states.ts';
import { openShop, type Shop } from '../support/seeds.ts';

const step = 'kind code name amount { amount } after { amount }';
const offer = 'code name';
const quoteFields = `currency unavailable pieces listTotal { amount } discountTotal { amount } saleTotal { amount } pointsUsed pointsTotal { amount } freightTotal { amount } total { amount formatted(locale: "en-GB") } pointsToEarn
  lines { of { cartId seq } skuCode quantity listPrice { amount } salePrice { amount } listTotal { amount } discountTotal { amount } saleTotal { amount }
    steps { ${step} } catalogOffer { ${offer} } catalogOffers { ${offer} } cartOffers { ${offer} } pointsUsed pointsShare { amount } freightShare { amount } parts { skuCode quantity } }
  catalogOffers { ${offer} } cartOffers { ${offer} } refusedOffers { code reason missingPieces missingAmount { amount } lines { cartId seq } }
  coupon { code applies discount { amount } reason missingAmount { amount } } points { balance usable usableAmount { amount } reason wanted used usedAmount { amount } }
  freight { deliverable undeliverable { seq } charges { templateCode fee { amount } missingAmount { amount } } } coupons { code applies discount { amount } reason }`;
const ofCart = `query QuoteCart($id: ID!, $deliveryType: DeliveryType, $destination: RegionInput, $addressId: ID, $couponCode: String, $pointsWanted: Int) {
  cart(id: $id) { quote(deliveryType: $deliveryType, destination: $destination, addressId: $addressId, couponCode: $couponCode, pointsWanted: $pointsWanted) { ${quoteFields} } } }`;
const ofInput = `query QuoteInput($input: QuoteInput!) { quote(input: $input) { ${quoteFields} } }`;

const quoteCart = async (who: Person, id: string, terms: Record<string, unknown> = {}) => (await who.ask(ofCart, { id, ...terms })).cart.quote;
const quote = async (who: Person, input: Record<string, unknown>) => (await who.ask(ofInput, { input })).quote;

const cartOf = async (shop: Shop, lines: readonly [sku: string, quantity: number][], extra: Record<string, unknown> = {}): Promise<string> =>
  (await changeCart(shop.shopper, 'cartCreate', { storeId: shop.storeId, lines: lines.map(([sku, quantity]) => ({ sku, quantity })), ...extra })).id;

const productSave = /* GraphQL */ `mutation QuoteProducts($input: ProductSaveInput!) { productSave(input: $input) { userErrors { message } } }`;
const templateSave = /* GraphQL */ `mutation QuoteTemplate($input: FreightTemplateSaveInput!) { freightTemplateSave(input: $input) { userErrors { message } } }`;
const templateAssign = /* GraphQL */ `mutation QuoteAssign($input: FreightTemplateAssignInput!) { freightTemplateAssign(input: $input) { userErrors { message } } }`;

async function mustSave(who: Person, document: string, input: Record<string, unknown>): Promise<void> {
  const [payload] = Object.values(await who.ask(document, { input })) as { userErrors: unknown[] }[];
  expect(payload!.userErrors).toEqual([]);
}

/** Offers hold for everybody's goods: those of a test are for its own store. */
const offerOf = ({ platform, storeId }: Shop, input: Record<string, unknown>) => makeOffer(platform, { storeIds: [storeId], ...input });

describe('the quote of a cart', () => {
  test('explains S0’s sample to the cent: 1592, 1194 and 398, with 597 points usable', async ({ app }) => {
    const shop = await openShop(app);
    const code = `EAAK-${shop.storeCode}`;
    await mustSave(shop.platform, productSave, { products: [{ code, name: 'EAAK68C01N', skus: [{ code, prices: [{ currency: 'GBP', listPrice: '398.00' }] }] }] });
    const half = await offerOf(shop, { name: 'Half price', effect: { kind: 'PERCENT_OFF', percent: '50' }, scope: { skuCodes: [code] } });
    await grant(shop, { tier: { pointsPerUnit: 1, minimumPoints: 100, maximumPointsPercent: '50' }, points: 761 });
    const { id } = await changeCart(shop.clerk, 'cartCreate', { storeId: shop.storeId, customerSubject: shop.shopper.subject, lines: [{ sku: code, quantity: 2, offerChoice: 'NONE' }, { sku: code, quantity: 2 }] });
    const seen = await quoteCart(shop.clerk, id);
    expect(seen).toMatchObject({
      listTotal: { amount: '1592.00' }, saleTotal: { amount: '1194.00' }, discountTotal: { amount: '398.00' }, total: { amount: '1194.00', formatted: '£1,194.00' }, pieces: 4,
      catalogOffers: [{ code: half.code }], points: { balance: 761, usable: 597, reason: 'MAXIMUM_SHARE', used: 0 },
      lines: [
        { of: { cartId: id, seq: 1 }, saleTotal: { amount: '796.00' }, salePrice: { amount: '398.00' }, steps: [], catalogOffer: null },
        { of: { cartId: id, seq: 2 }, saleTotal: { amount: '398.00' }, salePrice: { amount: '199.00' }, catalogOffer: { code: half.code, name: 'Half price' }, steps: [{ kind: 'OFFER', code: half.code, amount: { amount: '398.00' }, after: { amount: '398.00' } }] },
      ],
    });
    expect(seen.refusedOffers).toEqual([{ code: half.code, reason: 'CHOSEN_BY_HAND', missingPieces: null, missingAmount: null, lines: [{ cartId: id, seq: 1 }] }]);
  });

  test('says of each offer that did not apply what is missing, and applies it once that is there', async ({ app }) => {
    const shop = await openShop(app);
    const two = await offerOf(shop, { name: 'Two for less', minimumPieces: 2, effect: { kind: 'PERCENT_OFF', percent: '20' }, scope: { skuCodes: [shop.sku] } });
    const big = await offerOf(shop, { name: 'Big basket', target: 'CART', currency: 'GBP', minimumAmount: '50.00', effect: { kind: 'AMOUNT_OFF', amount: '5.00' } });
    const id = await cartOf(shop, [[shop.sku, 1], [shop.reducedSku, 2]]);
    expect((await quoteCart(shop.shopper, id)).refusedOffers).toEqual([
      { code: two.code, reason: 'PIECES_MISSING', missingPieces: 1, missingAmount: null, lines: [{ cartId: id, seq: 1 }] },
      { code: big.code, reason: 'AMOUNT_MISSING', missingPieces: null, missingAmount: { amount: '35.00' }, lines: [{ cartId: id, seq: 1 }, { cartId: id, seq: 2 }] },
    ]);
    await changeCart(shop.shopper, 'cartChangeLine', { cartId: id, seq: 1, quantity: 7 });
    expect(await quoteCart(shop.shopper, id)).toMatchObject({
      refusedOffers: [], catalogOffers: [{ code: two.code }], cartOffers: [{ code: big.code }], listTotal: { amount: '76.00' }, saleTotal: { amount: '56.00' },
      lines: [{ steps: [{ kind: 'OFFER', amount: { amount: '14.00' } }, { kind: 'CART_OFFER', amount: { amount: '4.59' }, after: { amount: '51.41' } }] }, { steps: [{ kind: 'CATALOG', amount: { amount: '1.00' } }, { kind: 'CART_OFFER', amount: { amount: '0.41' } }] }],
    });
  });

  test('judges the coupon that is named, and every coupon in the customer’s hand', async ({ app }) => {
    const shop = await openShop(app);
    const id = await cartOf(shop, [[shop.sku, 2]]);
    const stores = { storeIds: [shop.storeId], distribution: 'CLAIMED' };
    const good = await makeCoupon(shop.platform, { ...stores, effect: { kind: 'PERCENT_OFF', percent: '10' } });
    const large = await makeCoupon(shop.platform, { ...stores, currency: 'GBP', minimumAmount: '30.00', effect: { kind: 'AMOUNT_OFF', amount: '5.00' } });
    const [mine, mineToo] = [(await claimWith(shop.shopper, good.code)).coupon.code, (await claimWith(shop.shopper, large.code)).coupon.code];
    const seen = await quoteCart(shop.shopper, id, { couponCode: mine });
    expect(seen).toMatchObject({ coupon: { code: mine, applies: true, discount: { amount: '2.00' }, reason: null }, total: { amount: '18.00' }, lines: [{ steps: [{ kind: 'COUPON', code: mine, amount: { amount: '2.00' } }] }] });
    expect(seen.coupons).toEqual([
      { code: mineToo, applies: false, discount: { amount: '0.00' }, reason: 'AMOUNT_MISSING' }, { code: mine, applies: true, discount: { amount: '2.00' }, reason: null },
    ]);
    expect((await quoteCart(shop.shopper, id, { couponCode: mineToo })).coupon).toMatchObject({ applies: false, reason: 'AMOUNT_MISSING', missingAmount: { amount: '10.00' } });
    expect((await quoteCart(shop.shopper, id, { couponCode: 'NO-SUCH' })).coupon).toMatchObject({ code: 'NO-SUCH', applies: false, reason: 'NOT_FOUND' });
    expect((await quoteCart(shop.shopper, id)).coupon).toBeNull();
  });

  test('tells what freight costs once it knows where the goods go, and what cannot be sent there', async ({ app }) => {
    const shop = await openShop(app);
    const code = `FT-${shop.storeCode}`;
    await mustSave(shop.platform, templateSave, {
      code, name: 'Parcel', currency: 'GBP', unit: 'PIECES', deliveryTypes: ['EXPRESS'],
      rules: [{ regions: ['Skye'], served: false }, { regions: [], firstUnits: 1, firstFee: '4.00', additionalUnits: 1, additionalFee: '1.00', freeFromAmount: '50.00' }],
    });
    await mustSave(shop.platform, templateAssign, { code, productCodes: [shop.sku] });
    const { id } = await changeCart(shop.shopper, 'cartCreate', { lines: [{ sku: shop.sku, quantity: 3 }, { sku: shop.reducedSku, quantity: 1 }] });
    expect(await quoteCart(shop.shopper, id)).toMatchObject({ freight: null, freightTotal: { amount: '0.00' }, total: { amount: '32.50' } });
    expect(await quoteCart(shop.shopper, id, { destination: { city: 'Leeds' } })).toMatchObject({
      freightTotal: { amount: '6.00' }, total: { amount: '38.50' }, lines: [{ freightShare: { amount: '6.00' } }, { freightShare: { amount: '0.00' } }],
      freight: { deliverable: true, charges: [{ templateCode: code, fee: { amount: '6.00' }, missingAmount: { amount: '20.00' } }] },
    });
    expect(await quoteCart(shop.shopper, id, { destination: { city: 'Skye' } })).toMatchObject({ freight: { deliverable: false, undeliverable: [{ seq: 1 }] } });
    expect(await quoteCart(shop.shopper, id, { destination: { city: 'Leeds' }, deliveryType: 'SELF_PICK' })).toMatchObject({ freight: null, total: { amount: '32.50' } });
  });

  test('shows a bundle as one line with its parts, which cost nothing beside it', async ({ app }) => {
    const shop = await openShop(app);
    const code = `SET-${shop.storeCode}`;
    await mustSave(shop.platform, productSave, { products: [{ code, name: 'Set', skus: [{ code, prices: [{ currency: 'GBP', listPrice: '15.00', salePrice: '12.00' }], components: [{ sku: shop.sku, quantity: 1 }, { sku: shop.reducedSku, quantity: 2 }] }] }] });
    const id = await cartOf(shop, [[code, 2], [shop.sku, 1]]);
    expect(await quoteCart(shop.shopper, id)).toMatchObject({
      pieces: 3, total: { amount: '34.00' },
      lines: [{ of: { seq: 1 }, saleTotal: { amount: '24.00' }, parts: [{ skuCode: shop.reducedSku, quantity: 4 }, { skuCode: shop.sku, quantity: 2 }] }, { of: { seq: 2 }, saleTotal: { amount: '10.00' }, parts: [] }],
    });
  });

  test('names what is not for sale any more, and prices the rest', async ({ app }) => {
    const shop = await openShop(app);
    const id = await cartOf(shop, [[shop.sku, 1], [shop.reducedSku, 2]]);
    await mustSave(shop.platform, productSave, { products: [{ code: shop.sku, name: 'Gone', skus: [{ code: shop.sku, withdrawn: true, prices: [{ currency: 'GBP', listPrice: '10.00' }] }] }] });
    expect(await quoteCart(shop.shopper, id)).toMatchObject({ unavailable: [shop.sku], total: { amount: '5.00' }, lines: [{ of: { seq: 2 }, skuCode: shop.reducedSku }] });
  });

  test('of an empty cart comes to nothing', async ({ app }) => {
    const shop = await openShop(app);
    expect(await quoteCart(shop.shopper, await cartOf(shop, []))).toMatchObject({ lines: [], total: { amount: '0.00' }, refusedOffers: [], pieces: 0 });
  });
});

describe('a quote without a cart', () => {
  test('prices lines as a cart of them would be priced, and keeps nothing', async ({ app }) => {
    const shop = await openShop(app);
    await offerOf(shop, { name: 'Ten off', effect: { kind: 'PERCENT_OFF', percent: '10' } });
    const lines: [string, number][] = [[shop.sku, 3], [shop.reducedSku, 1]];
    const inCart = await quoteCart(shop.shopper, await cartOf(shop, lines));
    const before = await everything(app);
    const seen = await quote(shop.shopper, { storeId: shop.storeId, lines: lines.map(([sku, quantity]) => ({ sku, quantity })) });
    expect(await everything(app)).toBe(before);
    const anonymous = ({ lines: named, refusedOffers: _refused, ...rest }: Record<string, unknown> & { lines: Record<string, unknown>[] }) => ({ ...rest, lines: named.map(({ of: _of, ...line }) => line) });
    expect(anonymous(seen)).toEqual(anonymous(inCart));
    expect(seen.lines.map((line: { of: unknown }) => line.of)).toEqual([{ cartId: null, seq: 1 }, { cartId: null, seq: 2 }]);
  });

  test('prices several carts as the one order that they would become', async ({ app }) => {
    const shop = await openShop(app);
    await offerOf(shop, { minimumPieces: 3, effect: { kind: 'PERCENT_OFF', percent: '10' } });
    const [a, b] = [await cartOf(shop, [[shop.sku, 1]]), await cartOf(shop, [[shop.sku, 2]])];
    const seen = await quote(shop.shopper, { cartIds: [b, a] });
    expect(seen).toMatchObject({ total: { amount: '27.00' }, lines: [{ of: { cartId: b, seq: 1 } }, { of: { cartId: a, seq: 1 } }] });
  });

  test('lets a till see what a price set by hand or a chosen offer would do', async ({ app }) => {
    const shop = await openShop(app);
    const half = await offerOf(shop, { effect: { kind: 'PERCENT_OFF', percent: '50' } });
    const lines = [{ sku: shop.sku, quantity: 1, unitPrice: '7.00', priceReason: 'torn' }, { sku: shop.sku, quantity: 1, offerChoice: 'ONLY', offerCode: half.code }, { sku: shop.sku, quantity: 1, offerChoice: 'NONE' }];
    expect(await quote(shop.manager, { storeId: shop.storeId, lines })).toMatchObject({
      total: { amount: '22.00' }, lines: [{ steps: [{ kind: 'MANUAL', name: 'torn', amount: { amount: '3.00' } }] }, { steps: [{ kind: 'OFFER' }] }, { steps: [] }],
    });
  });

  test('is null for clerks elsewhere and for carts of others, and an error where it makes no sense', async ({ app }) => {
    const shop = await openShop(app);
    const stranger = await openShop(app);
    const line = { sku: shop.sku, quantity: 1 };
    const mine = await cartOf(shop, [[shop.sku, 1]]);
    expect(await quote(stranger.clerk, { storeId: shop.storeId, lines: [line] })).toBeNull();
    expect(await quote(stranger.shopper, { cartIds: [mine] })).toBeNull();
    expect(await quote(shop.clerk, { lines: [line] })).toBeNull();
    const wrong: Record<string, unknown>[] = [
      {}, { lines: [line], cartIds: [mine] }, { lines: [{ ...line, quantity: 0 }] }, { lines: [{ ...line, unitPrice: '1.00', priceReason: 'me' }] }, { lines: [line], pointsWanted: -1 },
      { lines: [line], customerSubject: 'somebody' }, { lines: [line], addressId: 'address_nonsense' }, { cartIds: [mine, mine] }, { cartIds: [] },
    ];
    for (const input of wrong) {
      const { errors } = await shop.shopper.request(ofInput, { input });
      expect(errors?.map(({ extensions }) => extensions.code), JSON.stringify(input)).toEqual(['BAD_USER_INPUT']);
    }
  });
});

describe('what ordering refuses', () => {
  test('a quote of several carts refuses too: coupons that differ, until one is named', async ({ app }) => {
    const shop = await openShop(app);
    const [first, second] = [await makeCoupon(shop.platform), await makeCoupon(shop.platform)];
    const cartIds = [await cartOf(shop, [[shop.sku, 1]], { couponCode: first.code }), await cartOf(shop, [[shop.sku, 1]], { couponCode: second.code })];
    const { errors } = await shop.shopper.request(ofInput, { input: { cartIds } });
    expect(errors).toMatchObject([{ message: expect.stringContaining(`${first.code}, ${second.code}`), extensions: { code: 'BAD_USER_INPUT', refusal: 'CARTS_DIFFER' } }]);
    const place = /* GraphQL */ `mutation QuotedCarts($input: OrderPlaceFromCartsInput!) { orderPlaceFromCarts(input: $input) { order { total { amount } } userErrors { code } } }`;
    const order = async (extra: Record<string, unknown>) => (await shop.shopper.ask(place, { input: { cartIds, deliveryType: 'SELF_PICK', dryRun: true, ...extra } })).orderPlaceFromCarts;
    expect((await order({})).userErrors).toEqual([{ code: 'CARTS_DIFFER' }]);
    for (const couponCode of [second.code, null]) {
      expect((await order({ couponCode })).order.total).toEqual({ amount: (await quote(shop.shopper, { cartIds, couponCode })).total.amount });
    }
  });

  test('is no more to be quoted once it was ordered: a cart that became an order has that one’s numbers', async ({ app }) => {
    const shop = await openShop(app);
    const id = await cartOf(shop, [[shop.sku, 1]]);
    const place = /* GraphQL */ `mutation QuotedOnce($input: OrderPlaceFromCartsInput!) { orderPlaceFromCarts(input: $input) { userErrors { code } } }`;
    await shop.shopper.ask(place, { input: { cartIds: [id], deliveryType: 'SELF_PICK' } });
    const seen = await shop.shopper.ask(/* GraphQL */ `query QuotedAfter($id: ID!) { cart(id: $id) { state quote { total { amount } } order { total { amount } } } }`, { id });
    expect(seen.cart).toEqual({ state: 'ORDERED', quote: null, order: { total: { amount: '10.00' } } });
    const { errors } = await shop.shopper.request(ofInput, { input: { cartIds: [id] } });
    expect(errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT', refusal: 'CART_ALREADY_ORDERED' } }]);
  });

  test('as a price that a clerk may not set is not quoted to them either', async ({ app }) => {
    const shop = await openShop(app);
    const input = { storeId: shop.storeId, lines: [{ sku: shop.sku, quantity: 1 }, { sku: shop.sku, quantity: 1, unitPrice: '1.00', priceReason: 'torn' }] };
    const { errors } = await shop.clerk.request(ofInput, { input });
    expect(errors).toMatchObject([{ message: expect.stringMatching(/^lines\.1\.unitPrice: .*manager/u), extensions: { code: 'BAD_USER_INPUT', refusal: 'PRICE_NOT_ALLOWED' } }]);
    expect((await quote(shop.manager, input)).total.amount).toBe('11.00');
  });
});
