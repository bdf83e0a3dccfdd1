import { isClosed, isGivenBack } from '../../src/customer-service/customer-service.lifecycle.ts';
import { entitledTo, settledAs } from '../../src/customer-service/document-items.rules.ts';
import { claimedOn, factsOf, returnableLines, returned, type OrderCase, type ServiceDocument } from '../../src/customer-service/order-case.rules.ts';
import { isDead, statusOf } from '../../src/orders/order.lifecycle.ts';
import { amountDueOf, owedOf, paymentStateOf } from '../../src/orders/order.rules.ts';
import { hasGoneBack } from '../../src/payments/payment.rules.ts';
import type { PaymentRow, RefundRow } from '../../src/payments/payment.tables.ts';

/** An order with its documents and its money, out of a model or out of the database. */
export interface Ledgers {
  readonly ofOrder: OrderCase;
  readonly payments: readonly PaymentRow[];
  readonly refunds: readonly RefundRow[];
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, each) => total + each, 0);
const amounts = (rows: readonly { readonly amount: number }[]): number => sum(rows.map(({ amount }) => amount));
const gone = (rows: readonly RefundRow[]): RefundRow[] => rows.filter(({ state }) => hasGoneBack(state));

/** A law, and whether it holds. */
export type Law = readonly [law: string, holds: boolean];

export const same = (law: string, found: unknown, expected: unknown): Law => [`${law}: ${JSON.stringify(found)}, not ${JSON.stringify(expected)}`, JSON.stringify(found) === JSON.stringify(expected)];

/** What the ledgers of payments and refunds say is what the order says, and what the customer has paid net. */
function moneyLaws({ ofOrder: { order, documents }, payments, refunds }: Ledgers): Law[] {
  const came = payments.filter(({ state }) => state === 'SUCCEEDED');
  // Once nothing is on its way any more and nothing is due, the order holds exactly what it is owed.
  const settled = gone(refunds).length === refunds.length && amountDueOf(order) === 0;
  return [
    same('paidTotal', order.paidTotal, amounts(came)),
    same('refundedTotal', order.refundedTotal, amounts(gone(refunds))),
    ['more went back than came', order.refundedTotal <= order.paidTotal],
    ...came.flatMap((payment): Law[] => [
      same('refunded of a payment', payment.refunded, amounts(refunds.filter(({ paymentId }) => paymentId === payment.id))),
      ['more went back than a payment brought', payment.refunded <= payment.amount],
    ]),
    same('returnedTotal', order.returnedTotal, sum(documents.map(({ row }) => row.refundedTotal))),
    ...(settled ? [same('what the order keeps', order.paidTotal - order.refundedTotal, isDead(order.fulfilment) ? 0 : owedOf(order))] : []),
  ];
}

/** What comes back by a document less what it gives. */
const netOf = (items: ServiceDocument['items'], of: (item: ServiceDocument['items'][number]) => number): number => sum(items.map((item) => (item.role === 'RETURN' ? of(item) : -of(item))));

/** What goes back and what is paid on top is the difference between what comes back and what is given, in money and points alike. */
function settlementLaws({ row, items }: ServiceDocument): Law[] {
  const fee = row.refundFee ?? 0;
  if (settledAs(row) === 'EXCHANGE' && row.status !== 'REFUNDED') return [
    same('difference', fee - (row.supplementaryFee ?? 0) + netOf(items, ({ pointsValue }) => pointsValue), row.creditTotal - row.replacementTotal),
    same('difference in points', row.pointsReturned, netOf(items, ({ points }) => points)),
  ];
  const back = items.filter(({ role }) => role === 'RETURN');
  return [same('refund fee', fee, amounts(back)), same('points that go back', row.pointsReturned, sum(back.map(({ points }) => points)))];
}

function documentLaws(document: ServiceDocument, refunds: readonly RefundRow[]): Law[] {
  const { row, items } = document;
  const own = refunds.filter(({ serviceId }) => serviceId === row.id);
  const fee = row.refundFee ?? 0;
  return [
    same('paid out', [row.payoutTotal, row.refundedTotal], [amounts(own), amounts(gone(own))]),
    ['more is paid out than was agreed', row.payoutTotal <= fee],
    ['a line gets more than it was paid', items.every((item) => item.amount <= entitledTo(item, row.withFreight))],
    ...(row.status === 'CANCELED' ? [] : settlementLaws(document)),
    ['refunded without the money', row.status !== 'REFUNDED' || row.refundedTotal === fee],
    ['canceled with money out', row.status !== 'CANCELED' || row.payoutTotal === 0],
    ['more points are paid out than came back', row.pointsPaidOut <= row.pointsReturned],
    ['done without the points', !isGivenBack(row.status) || row.pointsPaidOut === row.pointsReturned],
    ['canceled with points out', row.status !== 'CANCELED' || row.pointsPaidOut === 0],
  ];
}

/** No piece is given back twice, and never more than was paid for it; the last piece takes exactly the rest. */
function lineLaws(ofOrder: OrderCase): Law[] {
  const worths = returnableLines(ofOrder).flatMap(({ seq, worth }): Law[] => {
    const claimed = claimedOn(ofOrder, seq);
    return [
      ['more pieces come back than there are', claimed.quantity <= worth.quantity], ['more is given back than was paid for a line', claimed.goods <= worth.goods],
      ['the last piece leaves something over', claimed.quantity < worth.quantity || claimed.goods === worth.goods],
      ['more points are given back than paid for a line', claimed.points <= worth.points && claimed.pointsValue <= worth.pointsValue],
      ['the last piece leaves points over', claimed.quantity < worth.quantity || (claimed.points === worth.points && claimed.pointsValue === worth.pointsValue)],
    ];
  });
  const pieces = ofOrder.lines.map((line): Law => {
    const on = (open: boolean): number => sum(ofOrder.documents.filter(({ row }) => row.status !== 'CANCELED' && isClosed(row.status) !== open).flatMap(returned).filter(({ lineSeq }) => lineSeq === line.seq).map((item) => item.receivedQuantity ?? item.quantity));
    return same('pieces on a line', [line.returningQuantity, line.returnedQuantity], [on(true), on(false)]);
  });
  return [...worths, ...pieces];
}

/** Facts and status follow from the documents; the order ends as refunded when, and only when, nothing of it is left. */
function factLaws({ order, documents, ...rest }: OrderCase): Law[] {
  const { afterSales, supplementTotal, returnedPieces, fulfilment, payment, status } = order;
  const everything = returnedPieces === order.pieces && documents.every(({ row }) => isClosed(row.status));
  return [
    same('facts', { afterSales, supplementTotal, returnedPieces }, factsOf({ order, documents, ...rest })),
    same('status', status, statusOf(fulfilment, payment, afterSales)),
    ['payment state', [paymentStateOf(order, false), paymentStateOf(order, true)].includes(payment)],
    same('refunded', fulfilment === 'REFUNDED', everything && order.heldAt === null),
  ];
}

/** The laws that are broken, in words; none where all is as it must be. */
export const brokenLaws = (ledgers: Ledgers): string[] => {
  const { ofOrder, refunds } = ledgers;
  const laws = [...moneyLaws(ledgers), ...ofOrder.documents.flatMap((document) => documentLaws(document, refunds)), ...lineLaws(ofOrder), ...factLaws(ofOrder)];
  return laws.filter(([, holds]) => !holds).map(([law]) => law);
};
