/** Decides whether an order can be placed as asked, and the rows it becomes. Its prices are those of its quote. */
import { lineRefusals, maximalShopperLines, maximalTillLines, type LineDraft } from '../../carts/line-draft.rules.ts';
import type { SaleLine, SaleTerms } from '../../carts/sale.rules.ts';
import type { CustomerTerms } from '../../customers/customer-terms.rules.ts';
import type { CouponTerms, CouponVerdict, PointsVerdict, PriceStep, Quote, QuotedLine } from '../../offers/quote-model.rules.ts';
import type { Address } from '../../platform/address.types.ts';
import { parseDecimal } from '../../platform/money.ts';
import { refusal, type Refusal } from '../../platform/refusals.ts';
import { addressRefusals, textRefusals } from '../../platform/text.rules.ts';
import type { DeliveryType } from '../order.lifecycle.ts';
import type { CouponCopy, CustomerCopy, ItemPricing, OrderPricing, SoldCopy } from './order-pricing.ts';
import type { OrderItemRow } from '../order.tables.ts';

export interface LineDrafts {
  readonly lines: readonly LineDraft[];
}

/** What a client says of an order besides its lines. */
export interface FrameDraft {
  readonly uid?: string | null | undefined;
  readonly contact?: ContactDraft | null | undefined;
  readonly billing?: ContactDraft | null | undefined;
  readonly addressId?: string | null | undefined;
  readonly remark?: string | null | undefined;
  readonly receivingTime?: string | null | undefined;
  readonly invoiceTitle?: string | null | undefined;
}

interface ContactDraft {
  readonly name: string;
  readonly phone?: string | null | undefined;
  readonly givenName?: string | null | undefined;
  readonly familyName?: string | null | undefined;
  readonly email?: string | null | undefined;
  readonly address?: { readonly street?: string | null; readonly detail?: string | null } | null | undefined;
}

/** Who gets the goods, as the order keeps it. */
export interface OrderContact {
  readonly name: string;
  readonly phone?: string | null | undefined;
  readonly address?: Address | null | undefined;
}

const bad = (message: string, path: readonly string[]): Refusal => refusal('INVALID_INPUT', message, path);

export const draftRefusals = (draft: FrameDraft & LineDrafts, delivery: DeliveryType, inStore: boolean): Refusal[] =>
  [...frameRefusals(draft, delivery, inStore), ...linesRefusals(draft.lines, inStore ? maximalTillLines : maximalShopperLines)];

export function frameRefusals(draft: FrameDraft, delivery: DeliveryType, inStore: boolean): Refusal[] {
  return [
    ...textRefusals([['uid', draft.uid, 64, true], ['remark', draft.remark, 500, false], ['receivingTime', draft.receivingTime, 80, false], ['invoiceTitle', draft.invoiceTitle, 200, false]]),
    ...partyRefusals(draft.contact, 'contact'),
    ...partyRefusals(draft.billing, 'billing'),
    ...(draft.addressId != null && draft.contact != null ? [bad('Name an address of your book or give a contact, not both.', ['addressId'])] : []),
    ...(inStore || draft.addressId != null ? [] : contactRefusals(draft.contact, delivery, ['contact'])),
  ];
}

/** What is written about somebody, each part within its bounds. */
export const partyRefusals = (party: ContactDraft | null | undefined, field: string): Refusal[] => !party ? [] : [
  ...textRefusals([
    ['name', party.name, 120, true], ['phone', party.phone, 40, false], ['givenName', party.givenName, 120, false],
    ['familyName', party.familyName, 120, false], ['email', party.email, 255, false],
  ], [field]),
  ...addressRefusals(party.address, [field, 'address']),
];

/** Why somebody cannot be brought anything; `path` leads to who they are. */
export function contactRefusals(contact: FrameDraft['contact'], delivery: DeliveryType, path: readonly string[]): Refusal[] {
  if (delivery === 'SELF_PICK') return [];
  if (!contact) return [bad(`${delivery} needs a contact: name, phone and address.`, path)];
  const { phone, address } = contact;
  return [
    ...(phone?.trim() ? [] : [bad(`${delivery} needs a phone number.`, [...path, 'phone'])]),
    ...(address?.street?.trim() || address?.detail?.trim() ? [] : [bad(`${delivery} needs an address with street or detail.`, [...path, 'address'])]),
  ];
}

function linesRefusals(lines: readonly LineDraft[], maximum: number): Refusal[] {
  if (lines.length === 0) return [bad('An order needs at least one line.', ['lines'])];
  if (lines.length > maximum) return [bad(`Such an order has at most ${maximum} lines; you sent ${lines.length}.`, ['lines'])];
  return lineRefusals(lines);
}

/** Why prices set by hand are no prices in this currency, each at its place. */
export const ownPriceRefusals = (lines: readonly LineDraft[], currency: string): Refusal[] => lines.flatMap(({ unitPrice }, index) =>
  (unitPrice == null || (parseDecimal(unitPrice, currency) ?? -1) >= 0 ? [] : [bad(`"${unitPrice}" is no price in ${currency}.`, ['lines', String(index), 'unitPrice'])]));

export type NewItem = Omit<OrderItemRow, 'orderId'>;

/** A line as it is sold, frozen with the price that the quote has found and how it came about. */
function itemOf(sale: SaleLine, line: QuotedLine, currency: string): NewItem {
  const { seq, parentSeq, sku, quantity, manualPrice } = sale;
  const { skuId, skuCode, productId, productCode, name, cover, specification, barcode, weightGrams } = sku;
  const { listTotal, saleTotal, discountTotal, unitSalePrice, pointsUsed, pointsShare, freightShare } = line;
  return {
    seq, parentSeq, skuId, skuCode, productId, productCode, name, cover, specification, barcode, weightGrams, quantity, currency,
    listPrice: listTotal / quantity, salePrice: unitSalePrice, listTotal, saleTotal, discountTotal, priceReason: manualPrice?.reason ?? null,
    pointsUsed, pointsShare, freightShare, pricing: itemPricing(line), sold: soldCopy(sale), status: 'CREATED', returningQuantity: 0, returnedQuantity: 0, commentId: null, reviewedAt: null,
  };
}

function soldCopy({ sku: { options, productAttributes, brandCode, volumeMillilitres, shelfLocation, unitCost }, offerChoice, manualPrice }: SaleLine): SoldCopy {
  return {
    options, attributes: productAttributes, brandCode, volumeMillilitres, shelfLocation, unitCost: unitCost ?? null,
    offerChoice: offerChoice.kind, offerCode: offerChoice.kind === 'ONLY' ? offerChoice.offerCode : null, priceSetBy: manualPrice?.setBy ?? null,
  };
}

/** Null where the price is the catalogue's, or was set by hand: the line itself says so. */
function itemPricing({ steps, catalogOffer, catalogOffers, cartOffers }: QuotedLine): ItemPricing | null {
  return steps.every(({ kind }) => kind === 'CATALOG' || kind === 'MANUAL') ? null : { steps, catalogOffer, catalogOffers, cartOffers };
}

/** How a line's price came about, also where that was too plain to be kept. */
export function stepsOf({ pricing, priceReason, discountTotal, saleTotal }: Pick<OrderItemRow, 'pricing' | 'priceReason' | 'discountTotal' | 'saleTotal'>): readonly PriceStep[] {
  if (pricing) return pricing.steps;
  if (priceReason !== null) return [{ kind: 'MANUAL', code: null, name: priceReason, amount: discountTotal, after: saleTotal }];
  return discountTotal === 0 ? [] : [{ kind: 'CATALOG', code: null, name: 'Catalogue price', amount: discountTotal, after: saleTotal }];
}

export const itemsOf = (lines: readonly SaleLine[], quote: Quote): NewItem[] => lines.map((line, index) => itemOf(line, quote.lines[index]!, quote.currency));

/** What made the price of the order as a whole, and who buys; null where nothing did but the catalogue, for nobody known. */
export function orderPricing({ catalogOffers, cartOffers, coupon, points }: Quote, terms: Pick<SaleTerms, 'customer' | 'buyer' | 'coupon'>, offersCounted: boolean): OrderPricing | null {
  const { customer, buyer } = terms;
  const granted = customer !== null && (customer.tierCode !== null || customer.isBirthday);
  if (catalogOffers.length === 0 && cartOffers.length === 0 && !coupon && !granted && !buyer) return null;
  return { catalogOffers, cartOffers, coupon: coupon && couponCopy(coupon, terms.coupon!), customer: granted ? customerCopy(customer, points) : null, buyer, offersCounted };
}

const couponCopy = (
  { couponId, definitionId, code, name, description, distribution, discount }: CouponVerdict, { effect, currency, minimumPieces, minimumAmount, maximumDiscount, startsAt, endsAt }: CouponTerms,
): CouponCopy =>
  ({ couponId, definitionId, code, name, description, distribution, discount, terms: { effect, currency, minimumPieces, minimumAmount, maximumDiscount, startsAt, endsAt } });

const customerCopy = ({ tierCode, tierName, discountBps, birthdayDiscountBps, isBirthday, points: spending }: CustomerTerms, points: PointsVerdict | null): CustomerCopy => ({
  tierCode, tierName, discountBps, birthdayDiscountBps, isBirthday,
  pointsBalance: points?.balance ?? null, pointsUsable: points?.usable ?? null, pointsPerUnit: spending?.pointsPerUnit ?? null,
});

/** Pieces that were asked for; what belongs to a bundle counts with it. */
export const piecesOf = (items: readonly NewItem[]): number => items.reduce((sum, { quantity, parentSeq }) => sum + (parentSeq === null ? quantity : 0), 0);

const longestDescription = 200;

/** "name x quantity. " for each line, as far as it goes (S2-256). */
export function descriptionOf(items: readonly NewItem[]): string {
  const whole = items.filter(({ parentSeq }) => parentSeq === null).slice(0, 20).map(({ name, quantity }) => `${name} x ${quantity}. `).join('').trim();
  if (whole.length <= longestDescription) return whole;
  // Cut between characters: half of a surrogate pair is no text.
  const characters = [...whole];
  return characters.length <= longestDescription ? whole : `${characters.slice(0, longestDescription - 1).join('')}…`;
}
