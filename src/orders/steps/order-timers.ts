import type { Services } from '../../context.ts';
import type { Database } from '../../platform/database.ts';
import { eachOfThem } from '../../platform/due-work.ts';
import { systemActor } from '../../platform/event-log.ts';
import type { Instant } from '../../platform/time.ts';
import { isDead, timers } from '../order.lifecycle.ts';
import { giveBackAll } from './give-back.ts';
import { unchanged, withStep } from './order-plan.rules.ts';
import { judge } from '../order.rules.ts';
import type { OrderRow } from '../order.tables.ts';
import { bySystem, writeOrder } from './write-order.ts';

/** When the next order is to be moved by time alone; null when none is. Time stands still for held orders. */
export async function nextTimer(db: Database): Promise<Instant | null> {
  const [row] = await db<{ at: Instant | null }[]>`select min(timer_at) as at from orders where timer_at is not null and held_at is null`;
  return row!.at;
}

/**
 * Moves orders whose time has come: unpaid ones expire, shipped ones count as received. The deadline lives in the order's
 * own row, so no crash can lose it; several processes may do this at once, since each write is conditional. Gives the
 * number of orders that were moved.
 */
export async function moveDueOrders(services: Pick<Services, 'db' | 'clock' | 'orderSettings' | 'committed'>, limit: number): Promise<number> {
  const now = services.clock();
  const due = await services.db<OrderRow[]>`
    select * from orders where timer_at is not null and held_at is null and timer_at <= ${now} order by timer_at limit ${limit}`;
  let moved = 0;
  try {
    await eachOfThem(due, async (order) => {
      if (await moveDueOrder(services, order, now)) moved += 1;
    });
  } finally {
    if (moved > 0) services.committed();
  }
  return moved;
}

async function moveDueOrder({ db, orderSettings }: Pick<Services, 'db' | 'orderSettings'>, order: OrderRow, now: Instant): Promise<boolean> {
  const action = timers[order.fulfilment];
  const verdict = action && judge(order, action, { mover: 'SYSTEM', actor: systemActor }, now);
  // Whoever moved the order in the meantime also set or cleared its timer: a lost race needs no second try.
  if (verdict?.kind !== 'allowed') return false;
  const plan = withStep(unchanged(order), { transition: verdict.transition, actor: systemActor }, null, now, orderSettings);
  if (!isDead(plan.after.fulfilment)) return writeOrder(bySystem(db), plan);
  const { companions, extend, postings } = await giveBackAll(db, order, { reason: 'The order was not paid in full in time.', actor: systemActor, now });
  return writeOrder(bySystem(db), extend(plan), companions, postings);
}
