import { postLedger } from '../../customers/post-ledger.ts';
import type { LedgerPosting } from '../../customers/ledger.rules.ts';
import { returnOfferUses } from '../../offers/offer-uses.ts';
import { returnCoupon } from '../../offers/redeem-coupon.ts';
import type { CommandScope } from '../../platform/commands.ts';
import type { Database, Fragment } from '../../platform/database.ts';
import { logEvents, type Actor } from '../../platform/event-log.ts';
import { newId } from '../../platform/ids.ts';
import { givesBack, pointsMoves } from '../benefits/order-benefits.rules.ts';
import type { OrderPlan } from './order-plan.rules.ts';

/** Rows that must be written with the order or not at all, as CTEs that draw on `saved`. */
export type Companions = (db: Database, saved: Fragment) => Fragment;

/** The scope of a write that no caller asked for, and that therefore claims no idempotency key. */
export const bySystem = (db: Database): Pick<CommandScope, 'db' | 'claim'> => ({ db, claim: () => db`` });

const none: Companions = (db) => db``;

/** Who did what an order's change comes from. */
const actorOf = ({ events }: OrderPlan): Actor => events[0]!.actor;

/**
 * What an order's change means for points, coupon and offers, as CTEs: set aside, spent, given back, earned. It follows from
 * the order before and after alone, so that no step can forget it. `before` is null for a new order. Ledger postings of the
 * step itself go along: a statement posts once.
 */
export function benefitsOf(db: Database, saved: Fragment, before: OrderPlan['before'] | null, plan: OrderPlan, postings: readonly LedgerPosting[] = []): Fragment {
  const { after } = plan;
  const moves = pointsMoves(before, after, { at: after.updatedAt, actor: actorOf(plan) }).map((move): LedgerPosting => ({ ...move, id: newId() }));
  const returned = before !== null && givesBack(before, after);
  return db`
    ${postLedger(db, saved, [...moves, ...postings])}
    ${returned && after.couponCode !== null ? returnCoupon(db, saved, after.id, after.updatedAt) : db``}
    ${returned && after.pricing?.offersCounted ? returnOfferUses(db, saved, after.id, after.updatedAt) : db``}`;
}

/**
 * Writes a change of an order, its events, its companions and the claim of the idempotency key as one statement. False
 * when the order is no longer at the version the plan was made for: then nothing was written, and the plan is void.
 */
export async function writeOrder({ db, claim }: Pick<CommandScope, 'db' | 'claim'>, plan: OrderPlan, companions: Companions = none, postings: readonly LedgerPosting[] = []): Promise<boolean> {
  const { before, after, changes, events } = plan;
  const saved = db`saved`;
  const rows = await db`
    with saved as (
      update orders set ${db(changes as Record<string, string>)} where id = ${before.id} and version = ${before.version} returning id)
    ${logEvents(db, saved, events)}
    ${companions(db, saved)}
    ${benefitsOf(db, saved, before, plan, postings)}
    ${claim(saved, { id: after.id, version: after.version })}
    select 1 from saved`;
  return rows.length === 1;
}
