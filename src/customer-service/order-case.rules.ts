/** Decides what of an order can still be given back, and what its documents make of the order and its lines. */
import type { ItemStatus } from '../orders/order.lifecycle.ts';
import type { AfterSalesFacts } from '../orders/steps/order-plan.rules.ts';
import type { OrderItemRow, OrderRow } from '../orders/order.tables.ts';
import { isClosed, isGivenBack } from './customer-service.lifecycle.ts';
import type { CustomerServiceItemRow, CustomerServiceRow } from './customer-service.tables.ts';
import { nothing, plus, type Worth } from './entitlement.rules.ts';

export interface ServiceDocument {
  readonly row: CustomerServiceRow;
  readonly items: readonly CustomerServiceItemRow[];
}

/** An order with all that after-sales must know of it. */
export interface OrderCase {
  readonly order: OrderRow;
  readonly lines: readonly OrderItemRow[];
  /** All of its documents, whatever became of them. */
  readonly documents: readonly ServiceDocument[];
}

/** The article on a line, as it was sold. */
export type Article = Pick<CustomerServiceItemRow, 'skuId' | 'skuCode' | 'productId' | 'productCode' | 'name' | 'specification' | 'barcode' | 'cover' | 'weightGrams' | 'unitCost'>;

/** Something that the customer was given for money, and may give back: a line of the order, or goods that were given in exchange. */
export interface ReturnableLine {
  readonly seq: number;
  readonly article: Article;
  readonly price: number;
  readonly worth: Worth;
}

export const articleOf = ({ skuId, skuCode, productId, productCode, name, specification, barcode, cover, weightGrams, unitCost }: Article): Article =>
  ({ skuId, skuCode, productId, productCode, name, specification, barcode, cover, weightGrams, unitCost });

/** What a line was paid with: its own frozen shares of discounts, points and freight. */
const worthOfLine = ({ quantity, saleTotal, pointsShare, pointsUsed, freightShare }: OrderItemRow): Worth =>
  ({ quantity, goods: saleTotal - pointsShare, freight: freightShare, points: pointsUsed, pointsValue: pointsShare });

export const returned = ({ items }: ServiceDocument): readonly CustomerServiceItemRow[] => items.filter(({ role }) => role === 'RETURN');
export const replacements = ({ items }: ServiceDocument): readonly CustomerServiceItemRow[] => items.filter(({ role }) => role === 'EXCHANGE');

/** Pieces that count: those that came back, or, until they were counted, those that are to; of goods given in exchange, those that are given. */
export const piecesOf = ({ receivedQuantity, quantity }: CustomerServiceItemRow): number => receivedQuantity ?? quantity;

const worthOfItem = (item: CustomerServiceItemRow): Worth =>
  ({ quantity: piecesOf(item), goods: item.goods, freight: item.freight, points: item.points, pointsValue: item.pointsValue });

/** A bundle is worth what it and its parts were paid: it comes back whole. */
const worthWithParts = (line: OrderItemRow, parts: readonly OrderItemRow[]): Worth =>
  parts.filter(({ parentSeq }) => parentSeq === line.seq).map(worthOfLine).reduce((sum, part) => ({ ...plus(sum, part), quantity: sum.quantity }), worthOfLine(line));

/** What belongs to a bundle is none of them: it comes back with the bundle. */
export function returnableLines({ lines, documents }: OrderCase): ReturnableLine[] {
  const parts = lines.filter(({ parentSeq }) => parentSeq !== null);
  const exchanged = documents.filter(({ row }) => row.status === 'EXCHANGED').flatMap(replacements);
  return [
    ...lines.filter(({ parentSeq }) => parentSeq === null).map((line) => ({ seq: line.seq, article: articleOf({ ...line, unitCost: line.sold?.unitCost ?? null }), price: line.salePrice, worth: worthWithParts(line, parts) })),
    ...exchanged.map((item) => ({ seq: item.lineSeq!, article: articleOf(item), price: item.price, worth: worthOfItem(item) })),
  ];
}

/** What documents other than `except` claim of a line, open or done. */
export function claimedOn({ documents }: OrderCase, seq: number, except?: string): Worth {
  const claiming = documents.filter(({ row }) => row.status !== 'CANCELED' && row.id !== except).flatMap(returned);
  return claiming.filter(({ lineSeq }) => lineSeq === seq).map(worthOfItem).reduce(plus, nothing);
}

/** Pieces of each line that nobody claims yet. */
export const leftOn = (ofOrder: OrderCase, line: ReturnableLine): number => line.worth.quantity - claimedOn(ofOrder, line.seq).quantity;

/** The number that the next goods given in exchange go by. */
export const nextLineSeq = ({ lines, documents }: OrderCase): number =>
  1 + Math.max(0, ...lines.map(({ seq }) => seq), ...documents.flatMap(({ items }) => items.map(({ lineSeq }) => lineSeq ?? 0)));

/** What a document wants of its order now. */
export function wishOf({ type, status, refundFee, refundedTotal }: CustomerServiceRow): AfterSalesFacts['afterSales'] {
  if (isClosed(status)) return 'NONE';
  if (status === 'DELIVERING') return (refundFee ?? 0) > refundedTotal ? 'MONEY_BACK' : 'NONE';
  return type === 'REFUND' || status === 'REFUND_PENDING' ? 'MONEY_BACK' : 'GOODS_BACK';
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, each) => total + each, 0);

/** What an exchange adds to be paid, from when its goods are back: before that, nobody has to pay for it. */
const supplementOf = ({ status, supplementaryFee }: CustomerServiceRow): number => (status === 'DELIVERING' || status === 'EXCHANGED' ? (supplementaryFee ?? 0) : 0);

const netPieces = (document: ServiceDocument): number => {
  if (!isGivenBack(document.row.status)) return 0;
  const given = document.row.status === 'EXCHANGED' ? replacements(document) : [];
  return sum(returned(document).map(piecesOf)) - sum(given.map(piecesOf));
};

export function factsOf({ documents }: OrderCase): AfterSalesFacts {
  const wishes = documents.map(({ row }) => wishOf(row));
  return {
    afterSales: wishes.find((wish) => wish === 'GOODS_BACK') ?? wishes.find((wish) => wish === 'MONEY_BACK') ?? 'NONE',
    supplementTotal: sum(documents.map(({ row }) => supplementOf(row))),
    returnedPieces: sum(documents.map(netPieces)),
  };
}

export interface LineState {
  readonly seq: number;
  readonly returningQuantity: number;
  readonly returnedQuantity: number;
  readonly status: ItemStatus;
}

/** What belongs to a bundle goes where the bundle goes. */
function stateOf(ofOrder: OrderCase, line: OrderItemRow): LineState {
  const bundle = line.parentSeq === null ? undefined : ofOrder.lines.find(({ seq }) => seq === line.parentSeq);
  const state = stateOfMain(ofOrder, bundle ?? line);
  if (!bundle) return state;
  const each = line.quantity / bundle.quantity;
  return { ...state, seq: line.seq, returningQuantity: state.returningQuantity * each, returnedQuantity: state.returnedQuantity * each };
}

function stateOfMain({ documents }: OrderCase, { seq, quantity }: OrderItemRow): LineState {
  const piecesIn = (found: (row: CustomerServiceRow) => boolean): number =>
    sum(documents.filter(({ row }) => found(row)).flatMap(returned).filter(({ lineSeq }) => lineSeq === seq).map(piecesOf));
  const returnedQuantity = piecesIn(({ status }) => isGivenBack(status));
  const returningQuantity = piecesIn(({ status }) => !isClosed(status));
  return { seq, returningQuantity, returnedQuantity, status: returnedQuantity === quantity ? 'REFUNDED' : returningQuantity > 0 ? 'RETURNING' : 'CREATED' };
}

/** Lines whose state is no longer what is written on them (S2-130, S2-131). */
export const changedLines = (ofOrder: OrderCase): LineState[] =>
  ofOrder.lines.map((line) => ({ line, state: stateOf(ofOrder, line) }))
    .filter(({ line, state }) => line.status !== state.status || line.returningQuantity !== state.returningQuantity || line.returnedQuantity !== state.returnedQuantity)
    .map(({ state }) => state);

/** The order with one of its documents put in the place of what it was, or added. */
export const withDocument = (ofOrder: OrderCase, document: ServiceDocument): OrderCase =>
  ({ ...ofOrder, documents: [...ofOrder.documents.filter(({ row }) => row.id !== document.row.id), document] });

/** What all documents have written down to be paid out. */
export const paidOut = ({ documents }: OrderCase): number => sum(documents.map(({ row }) => row.payoutTotal));
