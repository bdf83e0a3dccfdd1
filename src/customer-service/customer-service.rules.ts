/** Decides whether a document may be opened on an order, and whether it may take a step. */
import type { MoverIdentity } from '../orders/order.rules.ts';
import type { OrderRow } from '../orders/order.tables.ts';
import { amountDueOf } from '../orders/order.rules.ts';
import type { Mover } from '../orders/order.lifecycle.ts';
import { refusal, type Refusal } from '../platform/refusals.ts';
import { isDue, secondsAfter, type Instant } from '../platform/time.ts';
import {
  openings, serviceTransitions, serviceTransitionsFor, serviceTypes,
  type Opening, type ServiceAction, type ServiceRequirement, type ServiceTransition, type ServiceType,
} from './customer-service.lifecycle.ts';
import type { CustomerServiceRow } from './customer-service.tables.ts';

export interface ServiceSettings {
  /** For how long after an order is done its shopper may ask for a refund, a return or an exchange. */
  readonly returnWithinSeconds: number;
}

export type ServiceVerdict =
  | { readonly kind: 'allowed'; readonly transition: ServiceTransition }
  /** The same caller did just this already: nothing to do, and no error. */
  | { readonly kind: 'repeated' }
  | { readonly kind: 'refused'; readonly refusal: Refusal };

const refused = (found: Refusal): ServiceVerdict => ({ kind: 'refused', refusal: found });

/** What is still to be written down to be paid out. */
export const leftToPayOut = ({ refundFee, payoutTotal }: Pick<CustomerServiceRow, 'refundFee' | 'payoutTotal'>): number => (refundFee ?? 0) - payoutTotal;

/** Whether points that paid for what comes back have yet to be given back; they go with the money, or alone where none goes. */
const pointsLeft = ({ pointsReturned, pointsPaidOut }: CustomerServiceRow): boolean => pointsReturned > pointsPaidOut;

/** Whether money is on its way back, or a gateway has refused to send it. */
const isUnderWay = ({ payoutState }: CustomerServiceRow): boolean => payoutState === 'RUNNING' || payoutState === 'REFUSED';

/** Whether anything is left to pay out. A refund of nothing at all, or of no more than an exchange has paid out before, is only to be declared done. */
export const mayPayOut = (service: CustomerServiceRow): boolean =>
  leftToPayOut(service) > 0 || pointsLeft(service) || (service.status === 'REFUND_PENDING' && !isUnderWay(service));

function unmet(requirement: ServiceRequirement, service: CustomerServiceRow, order: OrderRow | null): Refusal | null {
  switch (requirement) {
    case 'GOODS_NOT_SENT':
      return service.sentBackAt === null ? null : refusal('GOODS_SENT_BACK', 'The goods are on their way back; the store will answer once they have come.');
    case 'NO_MONEY_OUT':
      return service.payoutState === 'NONE' ? null : refusal('REFUND_BEGUN', 'Money has been paid out, or is on its way.');
    case 'MONEY_TO_PAY_OUT':
      return mayPayOut(service) ? null : refusal('REFUND_BEGUN', 'Nothing is left to pay out.');
    case 'REFUND_REFUSED':
      return service.payoutState === 'REFUSED' ? null : refusal('NO_REFUSED_REFUND', 'No gateway has refused the refund. A card that a terminal has refused is told of with orderReportCardRefusal.');
    case 'MONEY_ALL_OUT':
      if (pointsLeft(service)) return refusal('REFUND_NOT_DONE', 'The points that paid for the goods have not gone back yet; pay the document out.');
      return leftToPayOut(service) === 0 && service.refundedTotal === service.payoutTotal ? null : refusal('REFUND_NOT_DONE', 'The money has not all gone back yet.');
    case 'SUPPLEMENT_PAID':
      return order && amountDueOf(order) > 0 ? refusal('SUPPLEMENT_DUE', 'What the exchange costs on top is not paid yet; nothing ships before it is.') : null;
    case 'REPLACEMENT_WITHHELD':
      return service.replacementShippedAt === null ? null : refusal('REPLACEMENT_SHIPPED', 'What is given in exchange has been sent already.');
    case 'REPLACEMENT_SHIPPED':
      return service.replacementShippedAt === null ? refusal('REPLACEMENT_NOT_SHIPPED', 'What is given in exchange has not been sent yet.') : null;
  }
}

/** Whether `who` may take this step of the document now; every guard and every button asks here. */
export function judgeService(service: CustomerServiceRow, order: OrderRow | null, action: ServiceAction, who: MoverIdentity): ServiceVerdict {
  const rows = serviceTransitionsFor(action, service.type);
  const row = rows.find(({ from }) => from === service.status);
  if (!row) {
    // What follows by itself leaves `lastAction` alone: the caller's own last step may be some states behind.
    if (service.lastAction === action && service.lastActorId === who.actor.id) return { kind: 'repeated' };
    return refused(refusal('TRANSITION_NOT_ALLOWED', rows.length === 0 ? `${action} does not exist for a ${service.type}.` : `${action} is not possible while the ${service.type} is ${service.status}.`));
  }
  if (!row.by.includes(who.mover)) return refused(refusal('NOT_YOUR_STEP', `${action} is for ${row.by.join(', ')}, not for ${who.mover}.`));
  const lacking = row.requires?.map((requirement) => unmet(requirement, service, order)).find((found) => found !== null);
  return lacking ? refused(lacking) : { kind: 'allowed', transition: row };
}

export interface ServiceAvailability {
  readonly action: ServiceAction;
  readonly reason: Refusal | null;
}

/** Every step that this mover could ever take on such a document, with the reason where it cannot be taken now. */
export function serviceAvailabilityOf(service: CustomerServiceRow, order: OrderRow | null, who: MoverIdentity): ServiceAvailability[] {
  return serviceActionsOf(service.type, who.mover).map((action) => {
    const verdict = judgeService(service, order, action, who);
    if (verdict.kind === 'repeated') return { action, reason: refusal('TRANSITION_NOT_ALLOWED', 'You have done this already.') };
    return { action, reason: verdict.kind === 'refused' ? verdict.refusal : null };
  });
}

export const serviceActionsOf = (type: ServiceType, mover: Mover): ServiceAction[] =>
  [...new Set(serviceTransitions.filter((row) => row.types.includes(type) && row.by.includes(mover)).map(({ action }) => action))];

const overPeriod = ({ finishedAt }: OrderRow, now: Instant, { returnWithinSeconds }: ServiceSettings): boolean =>
  finishedAt !== null && isDue(secondsAfter(finishedAt, returnWithinSeconds), now);

/** Null where a document of this type may be opened on the order by this mover. */
export function openingRefusal(order: OrderRow, type: ServiceType, mover: Mover, now: Instant, settings: ServiceSettings): Refusal | null {
  const rows = openings.filter((row: Opening) => row.type === type && row.from === order.fulfilment);
  if (rows.length === 0) return refusal('TRANSITION_NOT_ALLOWED', `${type} is not possible while the order is ${order.status}.`, ['orderId']);
  const row = rows.find(({ by }) => by.includes(mover));
  if (!row) return refusal('NOT_YOUR_STEP', `${type} of such an order is for ${rows.flatMap(({ by }) => by).join(', ')}.`, ['orderId']);
  if (row.requires?.includes('WITHIN_RETURN_PERIOD') && overPeriod(order, now, settings)) {
    return refusal('RETURN_PERIOD_OVER', `The order was done on ${order.finishedAt!.slice(0, 10)}; it is too late for ${type}. Ask the store.`, ['orderId']);
  }
  return null;
}

export interface OpeningAvailability {
  readonly type: ServiceType;
  readonly reason: Refusal | null;
}

/** Every type of document, and for each whether this mover may open one on the order now, or why not. */
export const openingsFor = (order: OrderRow, mover: Mover, now: Instant, settings: ServiceSettings, anythingLeft: boolean): OpeningAvailability[] =>
  (Object.keys(serviceTypes) as ServiceType[]).map((type) => ({
    type, reason: openingRefusal(order, type, mover, now, settings) ?? (anythingLeft ? null : refusal('QUANTITY_TOO_LARGE', 'Every piece of the order is given back, or claimed by a document, already.')),
  }));
