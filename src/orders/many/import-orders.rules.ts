/** Decides whether an order of the past can be taken over as it is told, and the rows and events it becomes. Prices are history: taken as recorded. */
import { parseDecimal } from '../../platform/money.ts';
import type { Actor, NewEvent } from '../../platform/event-log.ts';
import { refusal, type Refusal } from '../../platform/refusals.ts';
import { addressRefusals, textRefusals } from '../../platform/text.rules.ts';
import { epochOf, type Instant } from '../../platform/time.ts';
import { descriptionOf, piecesOf, type NewItem } from '../placing/new-order.rules.ts';
import { amountRefusals, lineRefusals, saleTotalOf, type ImportedLine } from './imported-lines.rules.ts';
import { countDeltas } from '../counts/order-counts.rules.ts';
import { initialChanges } from '../history/order-history.rules.ts';
import { statusOf, type DeliveryType, type Fulfilment, type OrderKind, type OrderStatus, type PaymentState, type Visibility } from '../order.lifecycle.ts';
import type { OrderChanges } from '../order.rules.ts';
import type { OrderRow } from '../order.tables.ts';
import type { Origin } from '../placing/origins.ts';

type Maybe<T> = T | null | undefined;

interface ImportedParty {
  readonly name: string;
  readonly phone?: Maybe<string>;
  readonly email?: Maybe<string>;
  readonly givenName?: Maybe<string>;
  readonly familyName?: Maybe<string>;
  readonly address?: Maybe<object>;
}

export interface ImportedOrder {
  readonly externalNumber: string;
  readonly status: OrderStatus;
  readonly kind?: Maybe<OrderKind>;
  readonly deliveryType?: Maybe<DeliveryType>;
  readonly origin?: Maybe<Origin>;
  readonly currency: string;
  readonly exchangeRate?: Maybe<string>;
  readonly createdAt: Instant;
  readonly paidAt?: Maybe<Instant>;
  readonly confirmedAt?: Maybe<Instant>;
  readonly deliveryStartedAt?: Maybe<Instant>;
  readonly deliveredAt?: Maybe<Instant>;
  readonly endedAt: Instant;
  readonly settledAt?: Maybe<Instant>;
  readonly commentId?: Maybe<string>;
  readonly awaitingReview?: Maybe<boolean>;
  readonly visibility?: Maybe<Visibility>;
  readonly customerSubject?: Maybe<string>;
  readonly customerId?: Maybe<string>;
  readonly storeCode?: Maybe<string>;
  readonly clerkName?: Maybe<string>;
  readonly salespersonName?: Maybe<string>;
  readonly receiptNumber?: Maybe<string>;
  readonly device?: Maybe<string>;
  readonly contact?: Maybe<ImportedParty>;
  readonly billing?: Maybe<ImportedParty>;
  readonly remark?: Maybe<string>;
  readonly receivingTime?: Maybe<string>;
  readonly invoiceWanted?: Maybe<boolean>;
  readonly invoiceTitle?: Maybe<string>;
  readonly courierCompany?: Maybe<string>;
  readonly courierCode?: Maybe<string>;
  readonly waybillNumber?: Maybe<string>;
  readonly freightTotal?: Maybe<string>;
  readonly total?: Maybe<string>;
  readonly refundedTotal?: Maybe<string>;
  readonly transactionId?: Maybe<string>;
  readonly lines: readonly ImportedLine[];
}

/** How an order that is over came to its end, by the status that it has. */
const ends: Readonly<Partial<Record<OrderStatus, { readonly fulfilment: Fulfilment; readonly type: string; readonly stamp: 'finishedAt' | 'canceledAt' }>>> = {
  CLOSED_CONFIRMED: { fulfilment: 'CONFIRMED', type: 'COMPLETE', stamp: 'finishedAt' },
  CLOSED_CANCELED: { fulfilment: 'CANCELED', type: 'CANCEL', stamp: 'canceledAt' },
  CLOSED_PAY_TIMEOUT: { fulfilment: 'PAY_TIMEOUT', type: 'EXPIRE', stamp: 'canceledAt' },
  CLOSED_REFUNDED: { fulfilment: 'CANCELED', type: 'CANCEL', stamp: 'canceledAt' },
};

const isPaidFor = (status: OrderStatus): boolean => status === 'CLOSED_CONFIRMED' || status === 'CLOSED_REFUNDED';

const bad = (message: string, ...path: string[]): Refusal => refusal('INVALID_INPUT', message, path);

/** Numbers and ids begin with the time of placing, the numbers with two digits of the year: an earlier order would be found in another century. */
const earliestPlacing: Instant = '2000-01-01T00:00:00.000Z';

function timeRefusals({ createdAt, paidAt, confirmedAt, deliveryStartedAt, deliveredAt, endedAt, settledAt }: ImportedOrder, now: Instant): Refusal[] {
  const told = ([['createdAt', createdAt], ['paidAt', paidAt], ['confirmedAt', confirmedAt], ['deliveryStartedAt', deliveryStartedAt], ['deliveredAt', deliveredAt], ['endedAt', endedAt], ['settledAt', settledAt]] as const)
    .filter((entry): entry is [typeof entry[0], Instant] => entry[1] != null);
  const early = told.find(([, instant], index) => index > 0 && epochOf(instant) < epochOf(told[index - 1]![1]));
  const future = told.find(([, instant]) => epochOf(instant) > epochOf(now));
  const ancient = epochOf(createdAt) < epochOf(earliestPlacing);
  return [...(ancient ? [bad('createdAt lies before 2000; orders are taken over from that year on.', 'createdAt')] : []), ...(early ? [bad(`${early[0]} lies before what comes before it.`, early[0])] : []), ...(future ? [bad(`${future[0]} lies in the future.`, future[0])] : [])];
}

const recorded = (text: Maybe<string>, currency: string): number | null => (text == null ? null : parseDecimal(text, currency));

/** What the order came to, as recorded; where nothing is said, what its lines and the freight come to. */
const totalOf = (order: ImportedOrder): number => recorded(order.total, order.currency) ?? saleTotalOf(order) + (recorded(order.freightTotal, order.currency) ?? 0);

function moneyRefusals(order: ImportedOrder): Refusal[] {
  const { currency, status, refundedTotal, total, freightTotal } = order;
  const wrong = [...amountRefusals(currency, [['freightTotal', freightTotal], ['total', total], ['refundedTotal', refundedTotal]]), ...lineRefusals(order)];
  if (wrong.length > 0) return wrong;
  const paid = isPaidFor(status) ? totalOf(order) : 0;
  return (recorded(refundedTotal, currency) ?? 0) > paid ? [bad('More went back than was paid; check what was paid (total) and what went back.', 'refundedTotal')] : [];
}

const partyRefusals = (party: Maybe<ImportedParty>, field: string): Refusal[] => !party ? [] : [
  ...textRefusals([['name', party.name, 120, true], ['phone', party.phone, 40, false], ['email', party.email, 255, false], ['givenName', party.givenName, 120, false], ['familyName', party.familyName, 120, false]], [field]),
  ...addressRefusals(party.address, [field, 'address']),
];

/** Why the order cannot be taken over as it is told. */
export function importRefusals(order: ImportedOrder, now: Instant): Refusal[] {
  const { status, paidAt } = order;
  const paidFor = isPaidFor(status);
  return [
    ...textRefusals([['externalNumber', order.externalNumber, 64, true], ['remark', order.remark, 500, false], ['receivingTime', order.receivingTime, 80, false], ['invoiceTitle', order.invoiceTitle, 200, false],
      ['clerkName', order.clerkName, 120, false], ['courierCompany', order.courierCompany, 80, false], ['courierCode', order.courierCode, 40, false], ['waybillNumber', order.waybillNumber, 80, false],
      ['salespersonName', order.salespersonName, 120, false], ['receiptNumber', order.receiptNumber, 64, false], ['device', order.device, 80, false], ['commentId', order.commentId, 64, true],
      ['customerSubject', order.customerSubject, 255, true], ['transactionId', order.transactionId, 64, true]]),
    ...(order.customerId != null && order.customerSubject != null ? [bad('Say whose order it is by customerSubject or by customerId, not by both.', 'customerId')] : []),
    ...partyRefusals(order.contact, 'contact'), ...partyRefusals(order.billing, 'billing'),
    ...(ends[status] ? [] : [bad(`Only orders that are over can be imported; ${status} is not.`, 'status')]),
    ...(paidFor && paidAt == null ? [bad(`An order that is ${status} was paid: say when.`, 'paidAt')] : []),
    ...(ends[status] && !paidFor && paidAt != null ? [bad(`An order that is ${status} was not paid.`, 'paidAt')] : []),
    ...timeRefusals(order, now), ...moneyRefusals(order),
  ];
}

/** The order's totals, as recorded. */
export function importedTotals(order: ImportedOrder, items: readonly NewItem[]) {
  const freightTotal = recorded(order.freightTotal, order.currency) ?? 0;
  const listTotal = items.reduce((sum, item) => sum + item.listTotal, 0);
  const total = totalOf(order);
  const paidTotal = order.paidAt == null ? 0 : total;
  const refundedTotal = order.status === 'CLOSED_REFUNDED' ? paidTotal : (recorded(order.refundedTotal, order.currency) ?? 0);
  return { listTotal, discountTotal: listTotal + freightTotal - total, freightTotal, total, paidTotal, refundedTotal, pieces: piecesOf(items), description: descriptionOf(items) };
}

const paymentOf = ({ status, paidAt }: ImportedOrder, { paidTotal, refundedTotal }: ImportedMoney): PaymentState => {
  if (status === 'CLOSED_REFUNDED') return 'REFUNDED';
  if (paidAt == null) return 'CLOSED';
  if (refundedTotal === 0) return 'PAID';
  return refundedTotal < paidTotal ? 'PARTIALLY_REFUNDED' : 'REFUNDED';
};

type ImportedMoney = Pick<OrderRow, 'paidTotal' | 'refundedTotal'>;

/** The columns that say how it ended. */
export function importedEnd(order: ImportedOrder, money: ImportedMoney): OrderChanges & Pick<OrderRow, 'fulfilment' | 'payment' | 'status'> {
  const { fulfilment, stamp } = ends[order.status]!;
  const payment = paymentOf(order, money);
  return {
    fulfilment, payment, status: statusOf(fulfilment, payment, 'NONE'), ...(money.refundedTotal > 0 && { hadAfterSales: true }), [stamp]: order.endedAt, paidAt: order.paidAt ?? null, confirmedAt: order.confirmedAt ?? null,
    deliveryStartedAt: order.deliveryStartedAt ?? null, deliveredAt: order.deliveredAt ?? null, settledAt: order.settledAt ?? null, commentId: order.commentId ?? null,
    reviewedAt: order.commentId == null ? null : order.endedAt, awaitingReview: order.awaitingReview === true && order.status === 'CLOSED_CONFIRMED' && order.commentId == null,
    visibility: order.visibility ?? 'VISIBLE', courierCompany: order.courierCompany ?? null, courierCode: order.courierCode ?? null, waybillNumber: order.waybillNumber ?? null,
  };
}

/** Its history as far as it is known: when it was placed, paid and over, and last that it was imported. Only that rings anywhere, and counts. */
export function importedEvents(row: OrderRow, order: ImportedOrder, source: string, actor: Actor, now: Instant): NewEvent[] {
  const placed: OrderRow = { ...row, fulfilment: 'PAY_PENDING', payment: 'OPEN', status: 'CREATED_PAY_PENDING', version: 1, updatedAt: order.createdAt, paidTotal: 0, refundedTotal: 0, hadAfterSales: false, awaitingReview: false,
    visibility: 'VISIBLE', settledAt: null, commentId: null, reviewedAt: null, paidAt: null, confirmedAt: null, deliveryStartedAt: null, deliveredAt: null, finishedAt: null, canceledAt: null, courierCompany: null, courierCode: null, waybillNumber: null };
  const paid: OrderChanges = { fulfilment: 'CONFIRM_PENDING', payment: 'PAID', status: 'PAID_CONFIRM_PENDING', paidTotal: row.paidTotal, paidAt: row.paidAt, updatedAt: order.paidAt! };
  const end: OrderChanges = { ...importedEnd(order, row), paidTotal: row.paidTotal, refundedTotal: row.refundedTotal, updatedAt: order.endedAt };
  const steps: readonly (readonly [type: string, at: Instant, changes: OrderChanges])[] = [
    ['PLACED', order.createdAt, initialChanges(placed)], ...(order.paidAt == null ? [] : [['PAY', order.paidAt, paid] as const]), [ends[order.status]!.type, order.endedAt, end], ['IMPORT', now, { updatedAt: row.updatedAt }],
  ];
  let status: string | null = null;
  return steps.map(([type, at, changes], index): NewEvent => {
    const told = type === 'IMPORT';
    const fromStatus = status;
    status = changes.status ?? status;
    return {
      subjectId: row.id, subjectKind: 'order', version: index + 1, type, at, actor, fromStatus, toStatus: status, comment: told ? `Imported from ${source}, where it is ${order.externalNumber}.` : null,
      storeId: told ? row.storeId : null, customerId: told && row.visibility !== 'PURGED' ? row.customerId : null, changes: { ...changes, version: index + 1 }, countDeltas: told ? countDeltas(null, row, row.storeId) : null,
    };
  });
}
