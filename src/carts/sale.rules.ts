/** Decides what the pricing engine is asked for lines that somebody wants to buy, whether they stand in a cart or not. */
import type { ComponentSku, PricedSku, SellableSku } from '../catalog/catalog.queries.ts';
import { attributesOf } from '../catalog/sellable.rules.ts';
import type { FreightTemplate, Region } from '../freight/freight.rules.ts';
import type { CompiledOffers } from '../offers/compile-offers.rules.ts';
import { priceQuote } from '../offers/price-quote.rules.ts';
import type { BuyerCopy } from '../customers/tier.queries.ts';
import type { CustomerTerms } from '../customers/customer-terms.rules.ts';
import type { CouponTerms, OfferChoice, Quote, QuoteLine, QuoteRequest } from '../offers/quote-model.rules.ts';
import { parseDecimal } from '../platform/money.ts';
import { refusal, type Refusal } from '../platform/refusals.ts';
import type { Instant } from '../platform/time.ts';
import type { PriceSetter } from './cart.rules.ts';
import type { CartLineRow } from './cart.tables.ts';
import type { OfferChoiceKind } from './cart-kinds.ts';
import type { CartLineDraft } from './line-draft.rules.ts';

/** A line as it is to be sold; what it costs is yet to be found out. */
export interface WantedLine {
  readonly sku: string;
  readonly quantity: number;
  readonly offerChoice: OfferChoice;
  readonly manualPrice: ManualPrice | null;
}

/** A price set by hand, and by whom; null where nobody knows any more. */
export interface ManualPrice {
  readonly unitPrice: number;
  readonly reason: string;
  readonly setBy: PriceSetter | null;
}

/** Who buys what, where, and with which benefits. */
export interface Sale {
  readonly currency: string;
  readonly storeId: string | null;
  readonly customerId: string | null;
  readonly lines: readonly WantedLine[];
  readonly couponCode: string | null;
  /** Up to how many points are to be spent. */
  readonly pointsWanted: number;
  /** An order that is paid with points (S4 type 2). */
  readonly pointsRedemption: boolean;
  /** Where the goods are sent; null where they are fetched, or nobody knows yet. */
  readonly destination: Region | null;
}

/** All that the database knows about a sale. */
export interface SaleTerms {
  /** What the catalogue knows of each wanted line's SKU, for so many pieces; null for a code that it does not know. */
  readonly offered: readonly (PricedSku | null)[];
  /** What bundles consist of, by the bundle's SKU. */
  readonly parts: ReadonlyMap<string, readonly ComponentSku[]>;
  readonly offers: CompiledOffers;
  readonly spentOffers: ReadonlyMap<string, 'USED_UP' | 'USED_BY_CUSTOMER'>;
  readonly coupon: CouponTerms | null;
  readonly customer: CustomerTerms | null;
  readonly buyer: BuyerCopy | null;
  /** Points for what money pays of the goods. */
  pointsEarned(paid: number): number;
  readonly freightTemplates: readonly FreightTemplate[];
}

/** A line of the order to be: what was wanted, or what belongs to a bundle that was. */
export interface SaleLine {
  /** Position among all lines, from 1. */
  readonly seq: number;
  readonly parentSeq: number | null;
  /** Which of the wanted lines it comes from. */
  readonly from: number;
  readonly sku: SoldSku;
  readonly quantity: number;
  readonly offerChoice: OfferChoice;
  readonly manualPrice: WantedLine['manualPrice'];
}

/** What an order copies of a SKU, and what its price follows from; what belongs to a bundle has no price of its own. */
export type SoldSku = Omit<SellableSku, 'listPrice' | 'salePrice'> & Pick<PricedSku, 'productAttributes' | 'options'>
  & Partial<Pick<PricedSku, 'listPrice' | 'salePrice' | 'unitCost' | 'lossAllowed' | 'freightTemplateId'>>;

const auto: OfferChoice = { kind: 'AUTO' };

const choiceOf = (choice: OfferChoiceKind | null | undefined, offerCode: string | null | undefined): OfferChoice => {
  if (choice === 'ONLY') return { kind: 'ONLY', offerCode: offerCode ?? '' };
  return choice === 'NONE' ? { kind: 'NONE' } : auto;
};

/** A line out of a client's words; the unit price has been found to be a price in this currency. */
export const wantedOfDraft = ({ sku, quantity, offerChoice, offerCode, unitPrice, priceReason }: CartLineDraft, currency: string, setBy: PriceSetter): WantedLine =>
  ({ sku, quantity, offerChoice: choiceOf(offerChoice, offerCode), manualPrice: unitPrice == null ? null : { unitPrice: parseDecimal(unitPrice, currency)!, reason: priceReason ?? '', setBy } });

export const wantedOfCartLine = ({ skuCode, quantity, offerChoice, offerCode, unitPrice, priceReason, priceSetById, priceSetByName }: CartLineRow): WantedLine => ({
  sku: skuCode, quantity, offerChoice: choiceOf(offerChoice, offerCode),
  manualPrice: unitPrice === null ? null : { unitPrice, reason: priceReason ?? '', setBy: priceSetById === null ? null : { id: priceSetById, name: priceSetByName } },
});

/** In minor units; far above any sale, and low enough that the sum of all lines stays exact. */
const maximalLineTotal = 1_000_000_000_000;
/** What one order may come to; low enough that the sums of whole stores stay exact. */
const maximalOrderTotal = 1_000_000_000_000;

/** Of pieces or points: clients are told them as 32-bit numbers, and no account of points holds more. */
const maximalCount = 2_000_000_000;

const listPriceOf = ({ sku, manualPrice }: SaleLine): number => Math.max(sku.listPrice ?? 0, sku.salePrice ?? 0, manualPrice?.unitPrice ?? 0);

/** Whether the catalogue sells a line: its SKU is there, was not withdrawn, and has a price, from there or by hand. */
const isForSale = (sku: PricedSku | null, { manualPrice }: WantedLine): sku is PricedSku => sku !== null && !sku.withdrawn && (sku.listPrice !== null || manualPrice !== null);

/** The codes among the lines that are not for sale, each once. */
export const unavailableIn = (wanted: readonly WantedLine[], { offered }: Pick<SaleTerms, 'offered'>): string[] =>
  [...new Set(wanted.filter((line, index) => !isForSale(offered[index]!, line)).map(({ sku }) => sku))];

/** The lines of the order to be, what belongs to a bundle behind it. Lines that are not for sale are left out. */
export function saleLinesOf(wanted: readonly WantedLine[], { offered, parts }: Pick<SaleTerms, 'offered' | 'parts'>): SaleLine[] {
  const lines: SaleLine[] = [];
  for (const [from, line] of wanted.entries()) {
    const sku = offered[from]!;
    if (!isForSale(sku, line)) continue;
    const main: SaleLine = { ...line, sku, from, seq: lines.length + 1, parentSeq: null };
    lines.push(main);
    for (const { quantity, parentSkuId: _parent, ...part } of parts.get(sku.skuId) ?? []) {
      lines.push({ seq: lines.length + 1, parentSeq: main.seq, from, sku: part, quantity: quantity * line.quantity, offerChoice: auto, manualPrice: null });
    }
  }
  return lines;
}

const quoteLineOf = ({ seq, parentSeq, sku, quantity, offerChoice, manualPrice }: SaleLine): QuoteLine => ({
  seq, parentSeq, skuCode: sku.skuCode, productCode: sku.productCode, attributes: attributesOf(sku), quantity,
  listPrice: sku.listPrice ?? manualPrice?.unitPrice ?? 0, salePrice: sku.salePrice ?? manualPrice?.unitPrice ?? 0,
  unitCost: sku.unitCost ?? null, lossAllowed: sku.lossAllowed ?? false,
  // A bundle is sent as one thing: its own weight holds that of its parts.
  weightGrams: parentSeq === null ? sku.weightGrams : null, freightTemplateId: parentSeq === null ? (sku.freightTemplateId ?? null) : null, offerChoice, manualPrice,
});

/** What the engine is asked. The same question for a cart, a quote and an order. */
export function requestOf(sale: Omit<Sale, 'lines'>, lines: readonly SaleLine[], terms: SaleTerms, now: Instant): QuoteRequest {
  const { currency, storeId, customerId, pointsWanted, pointsRedemption, destination } = sale;
  const { offers, spentOffers, coupon, customer, freightTemplates } = terms;
  return {
    currency, now, storeId, customerId, lines: lines.map(quoteLineOf), offers, spentOffers, coupon, customer, pointsWanted, pointsRedemption,
    freight: destination === null ? null : { templates: freightTemplates, region: destination },
  };
}

/** A sale with all that was found out about it. */
export interface PricedSale {
  readonly lines: readonly SaleLine[];
  /** Codes of SKUs that are not for sale; their lines are not in the quote. */
  readonly unavailable: readonly string[];
  readonly request: QuoteRequest;
  readonly quote: Quote;
  /** Points that the customer earns when such an order is done. */
  readonly pointsToEarn: number;
}

/** Prices whatever is for sale of what is wanted. */
export function priceSale(sale: Sale, terms: SaleTerms, now: Instant): PricedSale {
  const lines = saleLinesOf(sale.lines, terms);
  const request = requestOf(sale, lines, terms, now);
  const quote = priceQuote(request);
  return { lines, unavailable: unavailableIn(sale.lines, terms), request, quote, pointsToEarn: terms.pointsEarned(quote.saleTotal - quote.pointsTotal) };
}

const tooMuch = (message: string, path: readonly string[]): Refusal => refusal('INVALID_INPUT', message, path);

/** Why a sale is too much for one order, before anything is discounted; null when it is not. `pathOf` leads to a wanted line, or all. */
export function sizeRefusal({ lines, quote, pointsToEarn }: Pick<PricedSale, 'lines' | 'quote' | 'pointsToEarn'>, pathOf: (index: number | null) => readonly string[]): Refusal | null {
  const totals = lines.map((line) => listPriceOf(line) * line.quantity);
  const tooLarge = lines.find(({ quantity }, index) => totals[index]! > maximalLineTotal || quantity > maximalCount);
  if (tooLarge) return tooMuch('The line comes to more than one order can hold; check quantity and price.', pathOf(tooLarge.from));
  if (totals.reduce((sum, total) => sum + total, 0) > maximalOrderTotal) return tooMuch('The order comes to more than one order can hold; split it, or check the prices.', pathOf(null));
  if (quote.freightTotal > maximalOrderTotal) return tooMuch('Sending these goods comes to more than one order can hold; split it, or check weights and freight template.', pathOf(null));
  return pointsToEarn > maximalCount ? tooMuch('The order earns more points than an account can hold; split it.', pathOf(null)) : null;
}
