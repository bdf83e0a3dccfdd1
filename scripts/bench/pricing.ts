import { compileOffers } from '../../src/offers/compile-offers.rules.ts';
import type { OfferDefinition, OfferEffect, OfferScope } from '../../src/offers/offer-model.rules.ts';
import { priceQuote } from '../../src/offers/price-quote.rules.ts';
import type { QuoteLine, QuoteRequest } from '../../src/offers/quote-model.rules.ts';
import { table } from './report.ts';

/** The pricing engine needs neither a server nor a database, so it is measured right here: one cart with offers and without. */
const lineCount = 100;
const offerCount = 500;
const everything: OfferScope = { skuCodes: [], productCodes: [], attributes: [], excludedSkuCodes: [], excludedProductCodes: [] };

const lines: readonly QuoteLine[] = Array.from({ length: lineCount }, (_, n) => ({
  seq: n + 1, skuCode: `SKU-${n}`, productCode: `P-${n % 40}`, attributes: { Year: String(2010 + (n % 10)), Season: String(n % 4) }, quantity: 1 + (n % 5),
  listPrice: 1999 + 37 * n, salePrice: 1899 + 37 * n, unitCost: 900, lossAllowed: false, weightGrams: 300, freightTemplateId: null,
  offerChoice: { kind: 'AUTO' }, manualPrice: null, parentSeq: null,
}));

const effects: readonly OfferEffect[] = [
  { kind: 'PERCENT_OFF', bps: 1500 }, { kind: 'AMOUNT_OFF', amount: 120 }, { kind: 'FIXED_PRICE', price: 1750 },
  { kind: 'EVERY_N', pieces: 3, bps: 2000 }, { kind: 'NTH_PIECE', pieces: 2, bps: 5000 },
];

/** As in a shop: some offers for everything, most for some products or a season. */
const usualScope = (n: number): OfferScope => {
  if (n % 50 === 0) return everything;
  if (n % 3 === 0) return { ...everything, productCodes: [`P-${n % 40}`, `P-${(n * 7) % 40}`] };
  return n % 3 === 1 ? { ...everything, attributes: [{ name: 'Year', values: [String(2010 + (n % 10))] }, { name: 'Season', values: [String(n % 4)] }] } : { ...everything, skuCodes: [`SKU-${n % 200}`, `SKU-${(n * 3) % 200}`] };
};

const offersWith = (scopeOf: (n: number) => OfferScope): OfferDefinition[] => Array.from({ length: offerCount }, (_, n) => ({
  id: `offer-${n}`, code: `O${n}`, name: `Offer ${n}`, target: n % 5 === 4 ? 'CART' : 'LINE', stacking: n % 2 === 0 ? 'EXCLUSIVE' : 'STACKABLE', priority: n,
  effect: effects[n % effects.length]!, scope: scopeOf(n), minimumPieces: n % 7 === 0 ? 3 : 0, minimumAmount: n % 11 === 0 ? 5000 : 0, maximumDiscount: null,
  currency: null, startsAt: '2026-01-01T00:00:00Z', endsAt: '2027-01-01T00:00:00Z', storeIds: [], tierCodes: [], totalLimit: null, customerLimit: null,
}));

const requestWith = (offers: readonly OfferDefinition[]): QuoteRequest => ({
  currency: 'CNY', now: '2026-03-01T09:30:00Z', storeId: null, customerId: null, lines, offers: compileOffers(offers), coupon: null, customer: null,
  pointsWanted: 0, pointsRedemption: false, freight: null,
});

const contenders = [
  { name: 'without offers', request: requestWith([]) },
  { name: `${offerCount} live offers, as in a shop`, request: requestWith(offersWith(usualScope)) },
  { name: `${offerCount} live offers that all see every line`, request: requestWith(offersWith(() => everything)) },
];

function timesIn(seconds: number, work: () => void): number {
  const started = performance.now();
  let times = 0;
  do {
    work();
    times += 1;
  } while (performance.now() - started < seconds * 1000);
  return (performance.now() - started) / times;
}

const rounds = 8;

/** Milliseconds for each contender: the median of short slices in turn, so that what disturbs the machine disturbs all. */
function measured(sliceSeconds: number): number[] {
  const slices = contenders.map((): number[] => []);
  for (const { request } of contenders) timesIn(sliceSeconds, () => priceQuote(request));
  for (let round = 0; round < rounds; round += 1) {
    for (const [index, { request }] of contenders.entries()) slices[index]!.push(timesIn(sliceSeconds, () => priceQuote(request)));
  }
  return slices.map((each) => each.toSorted((a, b) => a - b)[rounds / 2]!);
}

/** Well under a millisecond. */
const mostPerLine = 0.5;

/** What pricing one cart costs, as text. */
export function pricingReport(quick: boolean): string {
  const times = measured(quick ? 0.02 : 0.4);
  const rows = contenders.map(({ name }, index) => [index === 0 ? `a cart of ${lineCount} lines` : '', name, times[index]!.toFixed(2), (times[index]! * 1000 / lineCount).toFixed(1), (times[index]! / times[0]!).toFixed(1)]);
  const perLine = times[1]! / lineCount;
  return [table([['pricing', '', 'ms', 'µs/line', '× without offers'], ...rows]), '', `${perLine < mostPerLine ? 'met   ' : 'MISSED'}  a line is priced in less than ${mostPerLine} ms, with offers as in a shop: ${perLine.toFixed(3)} ms`].join('\n');
}
