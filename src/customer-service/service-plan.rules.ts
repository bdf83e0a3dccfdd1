/** Decides what is written when a document changes: its columns, its lines, and one event for each step. */
import type { Actor, NewEvent } from '../platform/event-log.ts';
import type { Instant } from '../platform/time.ts';
import type { ServiceTransition } from './customer-service.lifecycle.ts';
import type { CustomerServiceItemRow, CustomerServiceRow } from './customer-service.tables.ts';
import type { ServiceDocument } from './order-case.rules.ts';
import type { ServiceEventType } from './service-events.ts';

/** A change of a document that has been thought through and not yet written. */
export interface ServicePlan {
  /** Null where the document is new. */
  readonly before: ServiceDocument | null;
  /** The new document as it was opened, before anything else happened to it. */
  readonly opened: ServiceDocument | null;
  readonly after: ServiceDocument;
  readonly changes: ServiceChanges;
  readonly events: readonly NewEvent[];
}

/** Columns of a document that may change after it was opened. */
export type ServiceChanges = Partial<Omit<CustomerServiceRow, 'anchorId' | 'id' | 'number' | 'uid' | 'uidScope' | 'type' | 'orderId' | 'orderNumber' | 'customerId' | 'currency' | 'createdAt'>>;

/** What of a line may change; kept with the event that changes it, as it was before, so that the document can be shown as it was. */
type ItemMemory = Pick<CustomerServiceItemRow, 'seq' | 'receivedQuantity' | 'condition' | 'total' | 'goods' | 'freight' | 'points' | 'pointsValue' | 'amount'>;

const memoryOf = ({ seq, receivedQuantity, condition, total, goods, freight, points, pointsValue, amount }: CustomerServiceItemRow): ItemMemory =>
  ({ seq, receivedQuantity, condition, total, goods, freight, points, pointsValue, amount });

export const untouched = (document: ServiceDocument): ServicePlan => ({ before: document, opened: null, after: document, changes: {}, events: [] });

export interface ServiceHappening {
  readonly type: ServiceEventType;
  readonly actor: Actor;
  readonly comment: string | null;
  readonly changes?: ServiceChanges;
  readonly items?: readonly CustomerServiceItemRow[];
  /** How much of it is paid out by this: the columns hold only what all payments come to. */
  readonly paidNow?: number;
}

const eventOf = (row: CustomerServiceRow, fromStatus: string | null, { type, actor, comment }: ServiceHappening, changes: object): NewEvent => ({
  subjectId: row.id, subjectKind: 'customer_service', version: row.version, type, at: row.updatedAt, storeId: row.storeId, customerId: row.customerId, actor,
  fromStatus, toStatus: row.status, comment, changes,
});

/** Adds something that happened to the document. */
export function withHappening(plan: ServicePlan, happening: ServiceHappening, now: Instant): ServicePlan {
  const { row, items } = plan.after;
  const changes = { ...happening.changes, version: row.version + 1, updatedAt: now };
  const after: ServiceDocument = { row: { ...row, ...changes }, items: happening.items ?? items };
  const event = eventOf(after.row, row.status, happening, {
    ...changes, ...(happening.items && { itemsBefore: items.map(memoryOf) }), ...(happening.paidNow !== undefined && { paidNow: happening.paidNow }),
  });
  return { ...plan, after, changes: { ...plan.changes, ...changes }, events: [...plan.events, event] };
}

/** Adds a step of the lifecycle that was judged allowed. One that follows by itself is nobody's last step. */
export function withServiceStep(plan: ServicePlan, transition: ServiceTransition, happening: Omit<ServiceHappening, 'type'>, now: Instant, asked = true): ServicePlan {
  const stamps = Object.fromEntries((transition.stamps ?? []).map((stamp) => [stamp, now]));
  const changes = { ...happening.changes, status: transition.to, ...(asked && { lastAction: transition.action, lastActorId: happening.actor.id }), ...stamps };
  return withHappening(plan, { ...happening, type: transition.action, changes }, now);
}

/** A document that is to be opened. */
export function opening(document: ServiceDocument, actor: Actor, comment: string | null): ServicePlan {
  const { row } = document;
  return { before: null, opened: document, after: document, changes: {}, events: [eventOf(row, null, { type: 'CREATED', actor, comment }, initialChanges(row))] };
}

/** Every column that may change, as a document that is just opened has it; what its first event tells. */
function initialChanges(row: CustomerServiceRow): object {
  const { anchorId: _anchor, id: _id, number: _number, uid: _uid, uidScope: _scope, type: _type, orderId: _order, orderNumber: _orderNumber, customerId: _customer, currency: _currency, createdAt: _created, ...rest } = row;
  return rest;
}

type Told = Pick<NewEvent, 'version'> & { readonly changes: object };

/** The document as it was right after it reached `version`; `history` holds its events, oldest first. */
export function rewoundService(document: ServiceDocument, history: readonly Told[], version: number): ServiceDocument {
  const told = history.filter((event) => event.version <= version).map(({ changes }) => changes);
  const row = Object.assign({ ...document.row }, ...told) as CustomerServiceRow & { itemsBefore?: unknown; paidNow?: unknown };
  delete row.itemsBefore;
  delete row.paidNow;
  const later = history.find((event) => event.version > version && 'itemsBefore' in event.changes);
  const memory = new Map(((later?.changes as { itemsBefore?: readonly ItemMemory[] } | undefined)?.itemsBefore ?? []).map((item) => [item.seq, item]));
  return { row, items: document.items.map((item) => ({ ...item, ...memory.get(item.seq) })) };
}
