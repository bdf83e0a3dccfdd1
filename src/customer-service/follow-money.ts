import type { AfterSales, FollowedPlan } from '../orders/steps/after-sales.ts';
import type { OrderPlan } from '../orders/steps/order-plan.rules.ts';
import type { OrderSettings } from '../orders/order.rules.ts';
import type { Actor } from '../platform/event-log.ts';
import type { RefundRow } from '../payments/payment.tables.ts';
import type { Instant } from '../platform/time.ts';
import { caseOf, refundsOf } from './customer-service.queries.ts';
import type { OrderCase, ServiceDocument } from './order-case.rules.ts';
import { awaitsSupplement, withPaidTwice, withRefundMoved, withSupplementPaid } from './payout.rules.ts';
import { planFollowed } from './plan-case.ts';
import { untouched, type ServicePlan } from './service-plan.rules.ts';
import { saveLines, saveService } from './write-service.ts';

function followed(ofOrder: OrderCase, plan: OrderPlan, services: readonly ServicePlan[], actor: Actor, now: Instant, settings: OrderSettings): FollowedPlan {
  const { order, lines } = planFollowed(ofOrder, plan, services, actor, now, settings);
  return {
    plan: { ...order, events: [...order.events, ...services.flatMap(({ events }) => events)] },
    companions: (db, saved) => db`${services.reduce((sum, service, index) => db`${sum}${saveService(db, saved, service, `service_${index}`)}`, db``)}
      ${saveLines(db, saved, ofOrder.order.id, lines)}`,
  };
}

/** The document of the order that the refund belongs to. */
function documentOf(ofOrder: OrderCase, { serviceId, number }: RefundRow): ServiceDocument {
  const document = ofOrder.documents.find(({ row }) => row.id === serviceId);
  if (!document) throw new Error(`Refund ${number} belongs to no customer service of its order.`);
  return document;
}

/** What documents make of money that moves on their orders. */
export const createAfterSales = (orderSettings: OrderSettings): AfterSales => ({
  async refundMoved({ db }, plan, refund, actor, now) {
    const [ofOrder, others] = await Promise.all([caseOf(db, plan.before), refundsOf(db, { anchorId: refund.orderId, id: refund.serviceId! })]);
    const all = others.map((other) => (other.id === refund.id ? refund : other));
    return followed(ofOrder, plan, [withRefundMoved(untouched(documentOf(ofOrder, refund)), refund, all, actor, now)], actor, now, orderSettings);
  },

  async paidTwice({ db }, plan, refund, actor, now) {
    const ofOrder = await caseOf(db, plan.before);
    return followed(ofOrder, plan, [withPaidTwice(untouched(documentOf(ofOrder, refund)), plan.events.at(-1)!.comment, actor, now)], actor, now, orderSettings);
  },

  async supplementPaid(db, plan, now) {
    const ofOrder = await caseOf(db, plan.before);
    const waiting = ofOrder.documents.filter(({ row }) => awaitsSupplement(row));
    const { actor } = plan.events[0]!;
    return followed(ofOrder, plan, waiting.map((document) => withSupplementPaid(untouched(document), actor, now)), actor, now, orderSettings);
  },
});
