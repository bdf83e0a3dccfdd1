/** Decides what a change does to a cart: which lines it ends, which it begins, and what it refuses. */
import { parseDecimal } from '../platform/money.ts';
import { refusal, type Refusal } from '../platform/refusals.ts';
import { textRefusals } from '../platform/text.rules.ts';
import type { Instant } from '../platform/time.ts';
import type { CartKind, OfferChoiceKind } from './cart-kinds.ts';
import type { CartLineRow, CartRow } from './cart.tables.ts';
import { lineRefusals, maximalQuantity, maximalShopperLines, maximalTillLines, quantityRefusals, type CartLineDraft, type LineDraft } from './line-draft.rules.ts';

/** A cart with the lines that hold at present, by seq. */
export interface CartContent {
  readonly cart: CartRow;
  readonly lines: readonly CartLineRow[];
}

/** A change that has been thought through and not yet written. */
export interface CartPlan {
  readonly before: CartRow;
  readonly after: CartRow;
  /** All lines afterwards, by seq. */
  readonly lines: readonly CartLineRow[];
  readonly ended: readonly number[];
  readonly begun: readonly CartLineRow[];
}

type CartFields = Partial<Pick<CartRow, 'state' | 'customerId' | 'couponCode' | 'pointsWanted' | 'orderId'>>;
type LineContent = Omit<CartLineRow, 'cartId' | 'since' | 'until'>;

const bad = (message: string, path: readonly string[]): Refusal => refusal('INVALID_INPUT', message, path);

export const maximalLinesOf = (kind: CartKind): number => (kind === 'TILL' ? maximalTillLines : maximalShopperLines);

/** The change as rows. A line that is still the same object is the same line; anything else begins anew under its seq. */
export function planCart({ cart, lines }: CartContent, changed: readonly LineContent[], fields: CartFields, now: Instant): CartPlan {
  const version = cart.version + 1;
  const old = new Set<LineContent>(lines);
  const after = changed.map((line): CartLineRow => (old.has(line) ? (line as CartLineRow) : { ...line, cartId: cart.id, since: version, until: null }));
  const kept = new Set<LineContent>(after);
  const lastSeq = Math.max(cart.lastSeq, ...changed.slice(-1).map(({ seq }) => seq));
  return {
    before: cart, after: { ...cart, ...fields, lastSeq, version, updatedAt: now }, lines: after,
    ended: lines.filter((line) => !kept.has(line)).map(({ seq }) => seq), begun: after.filter((line) => !old.has(line)),
  };
}

const choiceRefusals = ({ offerChoice, offerCode }: Pick<CartLineDraft, 'offerChoice' | 'offerCode'>, path: readonly string[]): Refusal[] => {
  if (offerChoice === 'ONLY' && offerCode == null) return [bad('ONLY needs the code of the offer (offerCode).', [...path, 'offerCode'])];
  if (offerChoice !== 'ONLY' && offerCode != null) return [bad('An offer is named only with the choice ONLY.', [...path, 'offerCode'])];
  return textRefusals([['offerCode', offerCode, 64, true]], path);
};

const priceRefusals = ({ unitPrice }: Pick<LineDraft, 'unitPrice'>, currency: string, path: readonly string[]): Refusal[] =>
  unitPrice == null || (parseDecimal(unitPrice, currency) ?? -1) >= 0 ? [] : [bad(`"${unitPrice}" is no price in ${currency}.`, [...path, 'unitPrice'])];

/** Why these lines cannot go into such a cart, whatever the catalogue says of them. */
export function cartLineRefusals(drafts: readonly CartLineDraft[], { kind, currency }: Pick<CartRow, 'kind' | 'currency'>): Refusal[] {
  const most = maximalLinesOf(kind);
  if (drafts.length > most) return [bad(`Such a cart has at most ${most} lines; you sent ${drafts.length}.`, ['lines'])];
  const forTills = kind === 'TILL' ? [] : drafts.flatMap(({ offerChoice, unitPrice }, index) => tillOnlyRefusals({ offerChoice, unitPrice }, ['lines', String(index)]));
  return [
    ...lineRefusals(drafts), ...forTills,
    ...drafts.flatMap((draft, index) => [...choiceRefusals(draft, ['lines', String(index)]), ...priceRefusals(draft, currency, ['lines', String(index)])]),
  ];
}

function tillOnlyRefusals({ offerChoice, unitPrice }: Pick<CartLineDraft, 'offerChoice' | 'unitPrice'>, path: readonly string[]): Refusal[] {
  return [
    ...(unitPrice == null ? [] : [refusal('PRICE_NOT_ALLOWED', 'Prices are set by hand at a till only.', [...path, 'unitPrice'])]),
    ...(offerChoice == null || offerChoice === 'AUTO' ? [] : [refusal('OFFER_CHOICE_NOT_ALLOWED', 'The offer of a line is chosen by hand at a till only; here the rules choose it.', [...path, 'offerChoice'])]),
  ];
}

/** Whoever changes a cart, as its lines keep them where they set a price. */
export interface PriceSetter {
  readonly id: string;
  readonly name: string | null;
}

type HandPrice = Pick<LineContent, 'unitPrice' | 'priceReason' | 'priceSetById' | 'priceSetByName'>;

const handPrice = (unitPrice: string | null | undefined, reason: string | null | undefined, currency: string, { id, name }: PriceSetter): HandPrice => (unitPrice == null
  ? { unitPrice: null, priceReason: null, priceSetById: null, priceSetByName: null }
  : { unitPrice: parseDecimal(unitPrice, currency), priceReason: reason ?? null, priceSetById: id, priceSetByName: name });

const contentOf = ({ sku, quantity, offerChoice, offerCode, unitPrice, priceReason }: CartLineDraft, currency: string, setter: PriceSetter): LineContent => ({
  seq: 0, skuCode: sku, quantity, offerChoice: offerChoice ?? 'AUTO', offerCode: offerCode ?? null, ...handPrice(unitPrice, priceReason, currency, setter),
});

/** Whether two lines are sold on the same terms, so that they may become one. */
const onSameTerms = (a: LineContent, b: LineContent): boolean =>
  a.skuCode === b.skuCode && a.offerChoice === b.offerChoice && a.offerCode === b.offerCode && a.unitPrice === null && b.unitPrice === null;

/** Puts lines behind those that are there; with `combine`, pieces go to a line on the same terms where there is one. */
function append(lines: readonly LineContent[], added: readonly LineContent[], lastSeq: number, combine: boolean): LineContent[] {
  const all = [...lines];
  let seq = lastSeq;
  for (const line of added) {
    const index = combine ? all.findIndex((other) => onSameTerms(other, line) && other.quantity + line.quantity <= maximalQuantity) : -1;
    if (index === -1) all.push({ ...line, seq: (seq += 1) });
    else all[index] = { ...all[index]!, quantity: all[index]!.quantity + line.quantity };
  }
  return all;
}

/** The lines after these were added; the drafts have been found good. */
export function withAdded({ cart, lines }: CartContent, drafts: readonly CartLineDraft[], combine: boolean, setter: PriceSetter): LineContent[] | Refusal {
  const all = append(lines, drafts.map((draft) => contentOf(draft, cart.currency, setter)), cart.lastSeq, combine);
  const most = maximalLinesOf(cart.kind);
  return all.length > most ? bad(`Such a cart has at most ${most} lines; it would have ${all.length}.`, ['lines']) : all;
}

/** The lines after another cart's were taken over: pieces on the same terms go together. */
export function withMerged({ cart, lines }: CartContent, others: readonly CartLineRow[]): LineContent[] | Refusal {
  const all = append(lines, others.map(({ cartId: _cartId, since: _since, until: _until, ...line }) => line), cart.lastSeq, true);
  const most = maximalLinesOf(cart.kind);
  return all.length > most ? bad(`Such a cart has at most ${most} lines; together they would have ${all.length}.`, ['fromCartId']) : all;
}

/** What a client wants of a line; what is left out stays. A null price gives the line back to the catalogue. */
export interface LineChange {
  readonly quantity?: number | null | undefined;
  readonly offerChoice?: OfferChoiceKind | null | undefined;
  readonly offerCode?: string | null | undefined;
  readonly unitPrice?: string | null | undefined;
  readonly priceReason?: string | null | undefined;
}

const noLine = (seq: number): Refusal => refusal('NOT_FOUND', `The cart has no line ${seq}.`, ['seq']);

export function lineChangeRefusals({ quantity, offerChoice, offerCode, unitPrice, priceReason }: LineChange, { kind, currency }: CartRow): Refusal[] {
  return [
    ...(quantity == null ? [] : quantityRefusals(quantity, [])),
    ...(kind === 'TILL' ? [] : tillOnlyRefusals({ offerChoice, unitPrice }, [])),
    ...choiceRefusals({ offerChoice, offerCode }, []), ...priceRefusals({ unitPrice }, currency, []),
    ...textRefusals([['priceReason', priceReason, 200, true]]),
    ...(unitPrice != null && priceReason == null ? [bad('A price of your own needs a reason (priceReason).', ['priceReason'])] : []),
  ];
}

/** Whether a change sells more pieces of a line at a price that was set by hand: whoever vouched for the price did so for fewer. */
export const raisesHandPriced = ({ lines }: CartContent, seq: number, { quantity, unitPrice }: LineChange): boolean =>
  unitPrice === undefined && quantity != null && lines.some((line) => line.seq === seq && line.unitPrice !== null && quantity > line.quantity);

/** Who raises the pieces of a hand-set price vouches for it from now on. */
export function withChanged(content: CartContent, seq: number, change: LineChange, setter: PriceSetter): LineContent[] | Refusal {
  const { cart, lines } = content;
  const index = lines.findIndex((line) => line.seq === seq);
  const line = lines[index];
  if (!line) return noLine(seq);
  const { quantity, offerChoice, offerCode, unitPrice, priceReason } = change;
  const changed: LineContent = {
    ...line, quantity: quantity ?? line.quantity,
    ...(offerChoice != null && { offerChoice, offerCode: offerCode ?? null }),
    ...(unitPrice !== undefined && handPrice(unitPrice, priceReason, cart.currency, setter)),
    ...(raisesHandPriced(content, seq, change) && { priceSetById: setter.id, priceSetByName: setter.name }),
  };
  return lines.with(index, changed as CartLineRow);
}

export function withoutLine({ lines }: CartContent, seq: number): LineContent[] | Refusal {
  return lines.some((line) => line.seq === seq) ? lines.filter((line) => line.seq !== seq) : noLine(seq);
}

/** Why two carts cannot become one, or one order; null when they can. */
export function differenceOf(carts: readonly CartRow[]): string | null {
  const [first, ...others] = carts;
  const differ = (of: (cart: CartRow) => string | null): boolean => others.some((other) => of(other) !== of(first!));
  if (differ(({ kind }) => kind) || differ(({ storeId }) => storeId)) return 'The carts are not of the same store.';
  if (differ(({ currency }) => currency)) return 'The carts are not in the same currency.';
  return new Set(carts.flatMap(({ customerId }) => customerId ?? [])).size > 1 ? 'The carts are for different customers.' : null;
}
