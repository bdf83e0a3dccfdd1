/** Decides which points move when a document is paid out: those that were spent come back, those that were earned are taken back. */
import type { LedgerPosting } from '../customers/ledger.rules.ts';
import { isDone } from '../orders/order.lifecycle.ts';
import { earnedPart } from '../orders/benefits/order-benefits.rules.ts';
import type { Actor } from '../platform/event-log.ts';
import type { Instant } from '../platform/time.ts';
import { paidOut, withDocument, type OrderCase } from './order-case.rules.ts';
import { serviceReason } from './service-words.rules.ts';
import type { ServicePlan } from './service-plan.rules.ts';

export interface PointsCircumstances {
  /** Points that the customer has to lose: what was earned and is spent already cannot be taken back. */
  readonly balance: number;
  readonly actor: Actor;
  readonly now: Instant;
  readonly idFor: () => string;
}

/** What a change of a document moves between the customer's points and the platform. */
export function pointsBack(ofOrder: OrderCase, { before, after }: ServicePlan, { balance, actor, now, idFor }: PointsCircumstances): LedgerPosting[] {
  const { order } = ofOrder;
  if (order.customerId === null) return [];
  const spent = after.row.pointsPaidOut - (before?.row.pointsPaidOut ?? 0);
  const goods = order.total - order.freightTotal;
  const due = isDone(order.fulfilment) ? earnedPart(order.pointsToEarn, goods, paidOut(ofOrder), paidOut(withDocument(ofOrder, after)) - paidOut(ofOrder)) : 0;
  const earned = Math.min(due, balance + spent);
  const posting = { customerId: order.customerId, unit: 'POINTS', orderId: order.id, note: serviceReason(after.row), at: now, actor };
  return [
    ...(spent > 0 ? [{ ...posting, id: idFor(), reason: 'SPEND_RETURNED' as const, entries: [{ kind: 'PLATFORM_POINTS' as const, amount: -spent }, { kind: 'POINTS' as const, amount: spent }] }] : []),
    ...(earned > 0 ? [{ ...posting, id: idFor(), reason: 'EARN_REVERSED' as const, entries: [{ kind: 'POINTS' as const, amount: -earned }, { kind: 'PLATFORM_POINTS' as const, amount: earned }] }] : []),
  ];
}
