/** Decides what a document's lines are: which pieces come back and what they are worth, and what is given in exchange. */
import { parseDecimal, toDecimal } from '../platform/money.ts';
import { refusal, type Refusal } from '../platform/refusals.ts';
import type { ServiceType } from './customer-service.lifecycle.ts';
import type { CustomerServiceItemRow, CustomerServiceRow } from './customer-service.tables.ts';
import { differenceOf, nothing, plus, portion, shared, spread, worthOf, type Worth } from './entitlement.rules.ts';
import { articleOf, claimedOn, leftOn, piecesOf, returnableLines, type Article, type OrderCase, type ReturnableLine } from './order-case.rules.ts';

/** Pieces of a line that are to be given back, as asked for. */
export interface ReturnDraft {
  readonly seq?: number | null | undefined;
  readonly quantity?: number | null | undefined;
  readonly refundFee?: string | null | undefined;
}

export type DraftItem = Omit<CustomerServiceItemRow, 'anchorId' | 'serviceId'>;

export const maximalQuantity = 1_000_000;

const bad = (message: string, path: readonly string[]): Refusal => refusal('INVALID_INPUT', message, path);

/** The most that goes back for these pieces. */
export const entitledTo = ({ goods, freight }: Pick<Worth, 'goods' | 'freight'>, withFreight: boolean): number => goods + (withFreight ? freight : 0);

function draftRefusal(ofOrder: OrderCase, line: ReturnableLine | undefined, { seq, quantity }: ReturnDraft, path: readonly string[]): Refusal | null {
  if (seq == null) return bad('Name the line of the order by its seq.', [...path, 'seq']);
  const bundle = ofOrder.lines.find((one) => one.seq === seq)?.parentSeq ?? null;
  if (bundle !== null) return bad(`Line ${seq} belongs to the bundle in line ${bundle}, and comes back with it.`, [...path, 'seq']);
  if (!line) return bad(`The order has no line ${seq}.`, [...path, 'seq']);
  if (quantity != null && quantity < 1) return bad('A quantity is a whole number from 1.', [...path, 'quantity']);
  const left = leftOn(ofOrder, line);
  if (left > 0 && (quantity ?? left) <= left) return null;
  return refusal('QUANTITY_TOO_LARGE', `Of line ${seq}, ${left} of ${line.worth.quantity} pieces are left to give back.`, [...path, quantity == null ? 'seq' : 'quantity']);
}

const returnItem = (line: ReturnableLine, seq: number, worth: Worth, amount: number, currency: string): DraftItem => ({
  ...line.article, seq, role: 'RETURN', lineSeq: line.seq, quantity: worth.quantity, receivedQuantity: null, condition: null, currency,
  price: line.price, total: worth.goods + worth.pointsValue, goods: worth.goods, freight: worth.freight, points: worth.points, pointsValue: worth.pointsValue, amount,
});

/** The amount that was asked for, as far as the pieces are worth it; all of it where none was named. */
function amountOf(asked: string | null | undefined, entitled: number, currency: string, path: readonly string[]): number | Refusal {
  if (asked == null) return entitled;
  const amount = parseDecimal(asked, currency);
  if (amount === null || amount < 0) return bad(`"${asked}" is no amount in ${currency}.`, path);
  return amount <= entitled ? amount : refusal('REFUND_TOO_LARGE', `These pieces have ${toDecimal(entitled, currency)} ${currency} to give back, and no more.`, path);
}

/** What comes back, or why it cannot. No drafts at all mean everything that is left. */
export function returnItemsOf(ofOrder: OrderCase, drafts: readonly ReturnDraft[], withFreight: boolean): DraftItem[] | Refusal[] {
  const lines = returnableLines(ofOrder);
  const bySeq = new Map(lines.map((line) => [line.seq, line]));
  const asked = drafts.length > 0 ? drafts : lines.filter((line) => leftOn(ofOrder, line) > 0).map(({ seq }): ReturnDraft => ({ seq }));
  if (asked.length === 0) return [refusal('QUANTITY_TOO_LARGE', 'Every piece of the order is given back, or claimed by a document, already.', ['returns'])];
  if (new Set(asked.map(({ seq }) => seq)).size < asked.length) return [bad('A line stands there twice.', ['returns'])];
  const { currency } = ofOrder.order;
  const items: DraftItem[] = [];
  const refusals: Refusal[] = [];
  for (const [index, draft] of asked.entries()) {
    const path = ['returns', String(index)];
    const line = bySeq.get(draft.seq ?? 0);
    const refused = draftRefusal(ofOrder, line, draft, path);
    if (refused || !line) {
      refusals.push(refused!);
      continue;
    }
    const worth = worthOf(line.worth, claimedOn(ofOrder, line.seq), draft.quantity ?? leftOn(ofOrder, line));
    const amount = amountOf(draft.refundFee, entitledTo(worth, withFreight), currency, [...path, 'refundFee']);
    if (typeof amount === 'number') items.push(returnItem(line, index + 1, worth, amount, currency));
    else refusals.push(amount);
  }
  return refusals.length > 0 ? refusals : items;
}

/** Goods that are to be given in exchange, with their price, before it is known how they are paid. */
export interface ReplacementDraft {
  readonly article: Article;
  readonly quantity: number;
  readonly price: number;
  readonly total: number;
}

/** The same goods once more, at what those that come back are credited with: nothing is left to settle. */
export const sameGoods = (items: readonly DraftItem[]): ReplacementDraft[] => items.map((item) => {
  const total = item.amount + item.pointsValue;
  return { article: item, quantity: item.quantity, price: Math.round(total / item.quantity), total };
});

export const replacementItems = (drafts: readonly ReplacementDraft[], firstSeq: number, firstLineSeq: number, currency: string): DraftItem[] => drafts.map(({ article, quantity, price, total }, index) => ({
  ...articleOf(article), seq: firstSeq + index, role: 'EXCHANGE', lineSeq: firstLineSeq + index, quantity, receivedQuantity: null, condition: null, currency,
  price, total, goods: total, freight: 0, points: 0, pointsValue: 0, amount: total,
}));

type Settlement = Pick<CustomerServiceRow, 'creditTotal' | 'replacementTotal' | 'refundFee' | 'supplementaryFee' | 'pointsReturned'>;

export interface Settled<I> extends Settlement {
  readonly items: readonly I[];
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, each) => total + each, 0);

/** As what a document is settled: an exchange for which nothing can be given is a return from then on. */
export const settledAs = ({ type, status }: Pick<CustomerServiceRow, 'type' | 'status'>): ServiceType => (status === 'REFUND_PENDING' && type === 'EXCHANGE' ? 'RETURN' : type);

/** What a document's lines come to: what goes back, or is to be paid on top, and how goods given in exchange are paid (S2-206, S2-207). */
export function settle<I extends DraftItem>(type: ServiceType, items: readonly I[]): Settled<I> {
  const back = items.filter(({ role }) => role === 'RETURN');
  const given = items.filter(({ role }) => role === 'EXCHANGE');
  const goods = sum(back.map(({ amount }) => amount));
  const { points, pointsValue } = back.map((item): Worth => ({ ...nothing, points: item.points, pointsValue: item.pointsValue })).reduce(plus, nothing);
  if (type !== 'EXCHANGE') return { items, creditTotal: goods, replacementTotal: 0, refundFee: goods, supplementaryFee: null, pointsReturned: points };
  const replacementTotal = sum(given.map(({ total }) => total));
  const { kept, ...difference } = differenceOf({ goods, points, pointsValue }, replacementTotal);
  const parts = spread(kept, given.map(({ total }) => total));
  const paid = new Map(given.map((item, index) => [item.seq, parts[index]!]));
  const settled = items.map((item) => {
    const part = paid.get(item.seq);
    return part ? { ...item, ...part, amount: part.goods } : item;
  });
  return { items: settled, creditTotal: goods + pointsValue, replacementTotal, ...difference };
}

/** The lines with another amount in all, each in proportion to what it may give back. Null where that is more than they may. */
export function withAmount<I extends DraftItem>(items: readonly I[], amount: number, withFreight: boolean): I[] | null {
  const entitled = items.map((item) => (item.role === 'RETURN' ? entitledTo(item, withFreight) : 0));
  if (amount > sum(entitled)) return null;
  const parts = shared(amount, entitled);
  return items.map((item, index) => (item.role === 'RETURN' ? { ...item, amount: parts[index]! } : item));
}

/** Pieces of a document's line that have come back. */
export interface Receipt {
  readonly seq: number;
  readonly quantity: number;
  readonly condition: CustomerServiceItemRow['condition'];
}

/** The lines as they came back. Pieces that did not are let go of, and are worth nothing here any more. */
export function receivedItems<I extends CustomerServiceItemRow>(ofOrder: OrderCase | null, items: readonly I[], receipts: readonly Receipt[], withFreight: boolean): I[] {
  const lines = new Map((ofOrder ? returnableLines(ofOrder) : []).map((line) => [line.seq, line]));
  const bySeq = new Map(receipts.map((receipt) => [receipt.seq, receipt]));
  const received = items.map((item) => {
    if (item.role !== 'RETURN') return item;
    const { quantity, condition } = bySeq.get(item.seq) ?? { quantity: piecesOf(item), condition: null };
    if (quantity === item.quantity) return { ...item, receivedQuantity: quantity, condition };
    const line = item.lineSeq === null ? undefined : lines.get(item.lineSeq);
    const worth = line && ofOrder ? worthOf(line.worth, claimedOn(ofOrder, line.seq, item.serviceId), quantity) : looseWorth(item, quantity);
    const amount = shared(item.amount, [entitledTo(worth, withFreight), Math.max(0, entitledTo(item, withFreight) - entitledTo(worth, withFreight))])[0]!;
    return { ...item, receivedQuantity: quantity, condition, goods: worth.goods, freight: worth.freight, points: worth.points, pointsValue: worth.pointsValue, amount, total: worth.goods + worth.pointsValue };
  });
  return givesTheSame(items) ? asManyGiven(items, received) : received;
}

const inRole = <I extends DraftItem>(items: readonly I[], wanted: I['role']): I[] => items.filter(({ role }) => role === wanted);

/** Whether an exchange gives the same goods once more, line for line. */
function givesTheSame(items: readonly DraftItem[]): boolean {
  const [back, given] = [inRole(items, 'RETURN'), inRole(items, 'EXCHANGE')];
  return back.length === given.length && back.every(({ skuId, quantity }, index) => given[index]!.skuId === skuId && given[index]!.quantity === quantity);
}

/** The same goods once more are as many as have come back: the customer still has the others, and owes nothing for them. */
function asManyGiven<I extends CustomerServiceItemRow>(before: readonly I[], received: readonly I[]): I[] {
  const [wanted, back, given] = [inRole(before, 'RETURN'), inRole(received, 'RETURN'), inRole(received, 'EXCHANGE')];
  return received.map((item) => {
    if (item.role === 'RETURN') return item;
    const place = given.indexOf(item);
    const [was, is] = [wanted[place]!, back[place]!];
    const quantity = piecesOf(is);
    if (quantity === item.quantity) return item;
    // Worth what comes back for them, as they were, so that no rounding is left to settle.
    const total = item.total === was.amount + was.pointsValue ? is.amount + is.pointsValue : portion(item.total, quantity, item.quantity);
    return { ...item, receivedQuantity: quantity, total, goods: total, points: 0, pointsValue: 0, amount: total };
  });
}

/** Without an order, pieces are worth their part of what the clerk has set for all of them. */
const looseWorth = (item: CustomerServiceItemRow, quantity: number): Worth =>
  worthOf({ quantity: item.quantity, goods: item.goods, freight: 0, points: 0, pointsValue: 0 }, nothing, quantity);
