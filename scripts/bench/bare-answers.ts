import type { OrderItemRow, OrderRow } from '../../src/orders/order.tables.ts';
import { encodeCursor, type EventRow } from '../../src/platform/event-log.ts';
import { toGlobalId } from '../../src/platform/ids.ts';
import { toDecimal } from '../../src/platform/money.ts';

/** The answers of the bare Node server: the JSON that Docket gives to the documents of the bench, written by hand. */

const money = (minor: number, currency: string) => ({ amount: toDecimal(minor, currency), currency });

const storeOf = ({ storeId, storeCode, storeName }: OrderRow) => (storeId === null ? null : { id: toGlobalId('store', storeId), code: storeCode, name: storeName });

function contactOf({ contactName, contactPhone, contactAddress }: OrderRow) {
  if (contactName === null) return null;
  const { city = null, street = null, zip = null } = contactAddress ?? {};
  return { name: contactName, phone: contactPhone, address: contactAddress && { city, street, zip } };
}

function boardCard(o: OrderRow, items: readonly OrderItemRow[]) {
  return {
    id: toGlobalId('order', o.id), number: o.number, kind: o.kind, deliveryType: o.deliveryType, origin: o.origin, status: o.status, payment: o.payment,
    version: o.version, pieces: o.pieces, description: o.description, remark: o.remark, createdAt: o.createdAt, paidAt: o.paidAt, payDeadline: o.payDeadline,
    listTotal: money(o.listTotal, o.currency), discountTotal: money(o.discountTotal, o.currency), total: money(o.total, o.currency), paidTotal: money(o.paidTotal, o.currency),
    store: storeOf(o), contact: contactOf(o),
    items: items.map((i) => ({
      seq: i.seq, skuCode: i.skuCode, name: i.name, specification: i.specification, quantity: i.quantity,
      salePrice: money(i.salePrice, i.currency), saleTotal: money(i.saleTotal, i.currency),
    })),
  };
}

const cursorOf = (id: string): string => Buffer.from(id.replaceAll('-', ''), 'hex').toString('base64url');

function itemsByOrder(items: readonly OrderItemRow[]): Map<string, OrderItemRow[]> {
  const byOrder = new Map<string, OrderItemRow[]>();
  for (const item of items) {
    const known = byOrder.get(item.orderId);
    if (known) known.push(item);
    else byOrder.set(item.orderId, [item]);
  }
  return byOrder;
}

export function pageAnswer(orders: readonly OrderRow[], items: readonly OrderItemRow[], hasNextPage: boolean): string {
  const byOrder = itemsByOrder(items);
  const edges = orders.map((order) => ({ cursor: cursorOf(order.id), node: boardCard(order, byOrder.get(order.id) ?? []) }));
  return JSON.stringify({ data: { storeOrders: { edges, pageInfo: { hasNextPage, endCursor: edges.at(-1)?.cursor ?? null } } } });
}

export function orderAnswer(o: OrderRow, items: readonly OrderItemRow[]): string {
  const order = {
    id: toGlobalId('order', o.id), number: o.number, status: o.status, version: o.version, createdAt: o.createdAt, paidAt: o.paidAt, pieces: o.pieces,
    description: o.description, total: money(o.total, o.currency), paidTotal: money(o.paidTotal, o.currency), store: storeOf(o),
    items: items.map((i) => ({
      seq: i.seq, skuCode: i.skuCode, name: i.name, specification: i.specification, quantity: i.quantity,
      listPrice: money(i.listPrice, i.currency), salePrice: money(i.salePrice, i.currency), saleTotal: money(i.saleTotal, i.currency),
    })),
  };
  return JSON.stringify({ data: { order } });
}

export function feedMessage(event: EventRow, o: OrderRow): string {
  const storeFeed = {
    cursor: encodeCursor(event), resync: false, orderId: toGlobalId('order', event.subjectId),
    event: { type: event.type, version: event.version, at: event.at, toStatus: event.toStatus },
    order: { id: toGlobalId('order', o.id), number: o.number, status: o.status, version: o.version, pieces: o.pieces, total: money(o.total, o.currency) },
  };
  return JSON.stringify({ id: '1', type: 'next', payload: { data: { storeFeed } } });
}
