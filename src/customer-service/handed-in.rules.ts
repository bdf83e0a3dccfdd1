/** Decides which steps a document has behind it when it is opened at the counter. */
import type { MoverIdentity } from '../orders/order.rules.ts';
import type { Instant } from '../platform/time.ts';
import { judgeService } from './customer-service.rules.ts';
import type { ServiceAction, ServiceType } from './customer-service.lifecycle.ts';
import { settle, type DraftItem } from './document-items.rules.ts';
import { withServiceStep, type ServicePlan } from './service-plan.rules.ts';

/** What a clerk does at once. */
export interface HandedIn {
  readonly type: ServiceType;
  readonly goodsHandedIn: boolean;
  readonly refundNow: boolean;
}

/** Takes the steps that are done already when the goods lie on the counter, or nothing is to come back. */
export function withHandedIn(plan: ServicePlan, { type, goodsHandedIn, refundNow }: HandedIn, who: MoverIdentity, now: Instant): ServicePlan {
  const steps: readonly ServiceAction[] = type === 'REFUND' ? (refundNow ? ['APPROVE'] : []) : goodsHandedIn ? ['APPROVE', 'RECEIVE'] : [];
  return steps.reduce((sum, action) => {
    const verdict = judgeService(sum.after.row, null, action, who);
    if (verdict.kind !== 'allowed') return sum;
    const items = action === 'RECEIVE' ? sum.after.items.map((item) => (item.role === 'RETURN' ? { ...item, receivedQuantity: item.quantity } : item)) : null;
    return withServiceStep(sum, verdict.transition, { actor: who.actor, comment: null, ...(items && { items, changes: sumsOf(type, items) }) }, now, false);
  }, plan);
}

const sumsOf = (type: ServiceType, items: readonly DraftItem[]) => {
  const { items: _items, ...sums } = settle(type, items);
  return sums;
};
