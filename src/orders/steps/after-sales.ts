import type { Services } from '../../context.ts';
import type { RefundRow } from '../../payments/payment.tables.ts';
import type { Database } from '../../platform/database.ts';
import type { Actor } from '../../platform/event-log.ts';
import type { Instant } from '../../platform/time.ts';
import { awaitsPayment } from '../order.lifecycle.ts';
import { amountDueOf } from '../order.rules.ts';
import type { OrderPlan } from './order-plan.rules.ts';
import type { Companions } from './write-order.ts';

/** A change of an order together with what else must be written with it. */
export interface FollowedPlan {
  readonly plan: OrderPlan;
  readonly companions: Companions;
}

/**
 * What customer-service documents make of money that moves on their orders. Orders know payments, but not documents; the
 * feature above fills this in.
 */
export interface AfterSales {
  /** Refund `refund` of a document has come to its state: what a gateway says, or a clerk at a terminal. */
  refundMoved(services: Pick<Services, 'db'>, plan: OrderPlan, refund: RefundRow, actor: Actor, now: Instant): Promise<FollowedPlan>;
  /** Refund `refund` of a document, which was paid out otherwise, was paid by its gateway as well: as the last event of `plan` tells. */
  paidTwice(services: Pick<Services, 'db'>, plan: OrderPlan, refund: RefundRow, actor: Actor, now: Instant): Promise<FollowedPlan>;
  /** What exchanges of the order cost on top has just been paid, as part of `plan`. */
  supplementPaid(db: Database, plan: OrderPlan, now: Instant): Promise<FollowedPlan>;
}

const nothing: Companions = (db) => db``;

/** Whether the money of `plan` is the last of what exchanges cost on top: by PAY_SUPPLEMENT, or without a step while the order is on hold. */
const paysSupplement = ({ before, after }: OrderPlan): boolean => !awaitsPayment(before.fulfilment) && amountDueOf(before) > 0 && amountDueOf(after) === 0;

/** The plan as it is, or together with what its documents make of a supplement that it pays. */
export const followPayment = (afterSales: AfterSales, db: Database, plan: OrderPlan, now: Instant): FollowedPlan | Promise<FollowedPlan> =>
  paysSupplement(plan) ? afterSales.supplementPaid(db, plan, now) : { plan, companions: nothing };
