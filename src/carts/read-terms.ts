import { componentsOf, sellableSkus, type ComponentSku, type PricedSku } from '../catalog/catalog.queries.ts';
import { customerTermsOf, pointsEarned } from '../customers/customer-terms.rules.ts';
import { findStandings, type CustomerStanding } from '../customers/tier.queries.ts';
import { freightTemplatesById } from '../freight/freight.queries.ts';
import { findCoupons } from '../offers/coupon.queries.ts';
import { liveOffers } from '../offers/live-offers.ts';
import { spentOffersOf, type SpentOffers } from '../offers/offer-uses.ts';
import type { CompiledOffers } from '../offers/compile-offers.rules.ts';
import type { CouponTerms } from '../offers/quote-model.rules.ts';
import type { Database } from '../platform/database.ts';
import type { Instant } from '../platform/time.ts';
import type { SaleTerms } from './sale.rules.ts';

/** Enough to find out what a sale is priced with. */
export interface TermsQuestion {
  readonly lines: readonly { readonly sku: string; readonly quantity: number }[];
  readonly currency: string;
  readonly storeId: string | null;
  readonly customerId: string | null;
  readonly couponCode: string | null;
  /** How the goods are sent; null where they are fetched, or nobody knows yet. */
  readonly sentBy: string | null;
  readonly now: Instant;
}

/** SKUs are priced by store, currency and quantity: questions that agree in the first three share a statement. */
const shelfOf = ({ currency, storeId, sentBy }: TermsQuestion): string => `${currency} ${storeId ?? ''} ${sentBy ?? ''}`;

const pairOf = ({ sku, quantity }: TermsQuestion['lines'][number]): string => `${quantity} ${sku}`;

/** What the catalogue knows of each line, by shelf and by pieces and code; one statement for each shelf. */
async function readShelves(db: Database, questions: readonly TermsQuestion[]): Promise<Map<string, Map<string, PricedSku>>> {
  const shelves = [...new Set(questions.map(shelfOf))];
  const read = await Promise.all(shelves.map(async (shelf) => {
    const asked = questions.filter((question) => shelfOf(question) === shelf);
    const lines = [...new Map(asked.flatMap(({ lines: wanted }) => wanted.map((line) => [pairOf(line), line] as const))).values()];
    const { currency, storeId, sentBy, now } = asked[0]!;
    const rows = lines.length === 0 ? [] : await sellableSkus(db, lines.map(({ sku }) => sku), currency, { storeId, at: now, quantities: lines.map(({ quantity }) => quantity), ...(sentBy !== null && { deliveryType: sentBy }) });
    return [shelf, new Map(rows.map((row) => [pairOf(lines[row.place]!), row]))] as const;
  }));
  return new Map(read);
}

async function readStandings(db: Database, questions: readonly TermsQuestion[]): Promise<ReadonlyMap<string, CustomerStanding>> {
  const ids = [...new Set(questions.flatMap(({ customerId }) => customerId ?? []))];
  return ids.length === 0 ? new Map() : findStandings(db, ids);
}

/** What only some goods have: parts of bundles, and price lists for sending. Asked for only where there are such goods. */
async function readExtras(db: Database, rows: readonly PricedSku[], sent: boolean): Promise<Pick<SaleTerms, 'parts' | 'freightTemplates'>> {
  const bundles = [...new Set(rows.filter(({ isBundle }) => isBundle).map(({ skuId }) => skuId))];
  const templateIds = sent ? [...new Set(rows.flatMap(({ freightTemplateId }) => freightTemplateId ?? []))] : [];
  const [parts, freightTemplates] = await Promise.all([
    bundles.length === 0 ? [] : componentsOf(db, bundles), templateIds.length === 0 ? [] : freightTemplatesById(db, templateIds),
  ]);
  const byBundle = new Map<string, ComponentSku[]>(bundles.map((id) => [id, []]));
  for (const part of parts) byBundle.get(part.parentSkuId)!.push(part);
  return { parts: byBundle, freightTemplates };
}

const nothingSpent: SpentOffers = new Map();

const isLimited = ({ offers }: CompiledOffers): boolean => offers.some(({ totalLimit, customerLimit }) => totalLimit !== null || customerLimit !== null);

interface Offers {
  /** By shelf. */
  readonly live: ReadonlyMap<string, CompiledOffers>;
  /** By customer, where there are offers with limits at all; the empty key is somebody unknown. */
  readonly spent: ReadonlyMap<string, SpentOffers>;
}

/** The offers of each shelf. How often they were used is asked for only where that is limited. */
async function readOffers(db: Database, questions: readonly TermsQuestion[]): Promise<Offers> {
  const shelves = new Map(questions.map((question) => [shelfOf(question), question]));
  const live = new Map(await Promise.all([...shelves].map(async ([shelf, { storeId, currency, now }]) => [shelf, await liveOffers(db, storeId, currency, now)] as const)));
  const limited = questions.filter((question) => isLimited(live.get(shelfOf(question))!));
  const spent: Map<string, SpentOffers> = limited.length === 0 ? new Map() : await spentOffersOf(db, [...new Set(limited.map(({ customerId }) => customerId))], limited[0]!.now);
  return { live, spent };
}

const couponKey = ({ couponCode, customerId }: TermsQuestion): string => `${customerId ?? ''} ${couponCode ?? ''}`;

async function readCoupons(db: Database, questions: readonly TermsQuestion[]): Promise<Map<string, CouponTerms>> {
  const named = new Map(questions.flatMap((question) => (question.couponCode === null ? [] : [[couponKey(question), { code: question.couponCode, customerId: question.customerId }] as const])));
  if (named.size === 0) return new Map();
  const wanted = [...named.values()];
  const found = await findCoupons(db, wanted);
  return new Map([...named.keys()].map((key, index) => [key, found[index] ?? unknownCoupon(wanted[index]!.code)]));
}

/** A code that is nothing to this customer: the quote says so. */
const unknownCoupon = (code: string): CouponTerms => ({
  couponId: null, definitionId: '', code, name: code, description: null, distribution: 'ISSUED', withOffers: true, blocked: 'NOT_FOUND', effect: { kind: 'AMOUNT_OFF', amount: 0 },
  scope: { skuCodes: [], productCodes: [], attributes: [], excludedSkuCodes: [], excludedProductCodes: [] }, minimumPieces: 0, minimumAmount: 0, maximumDiscount: null,
  currency: null, startsAt: null, endsAt: null, storeIds: [], tierCodes: [], totalLimit: null, customerLimit: null,
});

/**
 * Reads what sales are priced with. The statements leave together and their number does not depend on how many lines there
 * are, nor on how many sales there are of the same store and currency, for whomever.
 */
export async function readAllTerms(db: Database, questions: readonly TermsQuestion[]): Promise<SaleTerms[]> {
  const [shelves, standings, { live, spent }, coupons] = await Promise.all([readShelves(db, questions), readStandings(db, questions), readOffers(db, questions), readCoupons(db, questions)]);
  const rows = [...shelves.values()].flatMap((shelf) => [...shelf.values()]);
  const extras = await readExtras(db, rows, questions.some(({ sentBy }) => sentBy !== null));
  return questions.map((question) => {
    const { lines, customerId, currency, now } = question;
    const shelf = shelves.get(shelfOf(question))!;
    const standing = customerId === null ? null : standings.get(customerId)!;
    return {
      ...extras, offered: lines.map((line) => shelf.get(pairOf(line)) ?? null), offers: live.get(shelfOf(question))!, spentOffers: spent.get(customerId ?? '') ?? nothingSpent, coupon: coupons.get(couponKey(question)) ?? null,
      customer: standing && customerTermsOf(standing.birth, standing.tier, standing.pointsBalance, currency, now),
      buyer: standing?.buyer ?? null,
      pointsEarned: (paid) => (standing?.tier ? pointsEarned(standing.tier, paid, currency) : 0),
    };
  });
}

export const readTerms = async (db: Database, question: TermsQuestion): Promise<SaleTerms> => (await readAllTerms(db, [question]))[0]!;
