import { randomInt } from 'node:crypto';
import * as fc from 'fast-check';
import { actions, isOver, type Action, type Mover } from '../../src/orders/order.lifecycle.ts';
import { deskActions, deskSteps, type DeskAction } from '../../src/orders/desk/order-desk.lifecycle.ts';
import { heldChanges, releasedChanges, remindedChanges } from '../../src/orders/desk/order-desk.rules.ts';
import { blank, initialChanges } from '../../src/orders/history/order-history.rules.ts';
import { unchanged, withFollowUps, withMoney, withStep, type OrderPlan } from '../../src/orders/steps/order-plan.rules.ts';
import { judge, type MoverIdentity, type OrderChanges, type OrderSettings } from '../../src/orders/order.rules.ts';
import type { OrderRow } from '../../src/orders/order.tables.ts';
import { contactColumns } from '../../src/orders/parties.rules.ts';
import { surplusOf, withPayment } from '../../src/orders/paying/receive-payment.rules.ts';
import { systemActor } from '../../src/platform/event-log.ts';
import { newId } from '../../src/platform/ids.ts';
import { secondsAfter, type Instant } from '../../src/platform/time.ts';

/** The instant at which orders of pure tests live. */
export const noon: Instant = '2026-03-01T12:00:00.000Z';

export const settings: OrderSettings = { payWithinSeconds: 1800, receiptAfterSeconds: 864_000, remindAfterSeconds: 86_400, defaultCurrency: 'GBP', confirmAutomatically: true };

/** What `someOrder` comes to, in pence. */
export const orderTotal = 1000;

const someNumber = (): string => `2603011200${String(randomInt(10_000_000_000)).padStart(10, '0')}`;

/** An unpaid online order as it is right after it was placed at noon. */
export function someOrder(overrides: Partial<OrderRow> = {}): OrderRow {
  const deadline = secondsAfter(noon, settings.payWithinSeconds);
  return {
    ...blank, id: newId(), number: someNumber(), uid: null, uidScope: newId(), kind: 'ONLINE', deliveryType: 'EXPRESS', origin: 'OTHER', importedFrom: null,
    fulfilment: 'PAY_PENDING', payment: 'OPEN', status: 'CREATED_PAY_PENDING', version: 1,
    timerAt: deadline, payDeadline: deadline, currency: 'GBP', exchangeRate: '1', listTotal: orderTotal, discountTotal: 0, freightTotal: 0, total: orderTotal,
    pointsUsed: 0, pointsTotal: 0, pointsToEarn: 0, pointsRedemption: false, couponCode: null, pricing: null,
    pieces: 1, description: 'Ten x 1.', cover: null, customerId: newId(), salespersonId: null, salespersonName: null, receiptNumber: null, device: null,
    ...contactColumns(null), billing: null, remark: null, receivingTime: null, invoiceWanted: false, invoiceTitle: null, createdAt: noon, updatedAt: noon,
    ...overrides,
  };
}

export const movers: readonly Mover[] = ['SHOPPER', 'STAFF', 'PLATFORM', 'SERVICE', 'SYSTEM'];

const persons: Readonly<Record<Mover, MoverIdentity>> = Object.fromEntries(movers.map((mover) =>
  [mover, { mover, actor: mover === 'SYSTEM' ? systemActor : { role: mover, id: newId(), name: mover } }])) as Record<Mover, MoverIdentity>;

export const somebody = (mover: Mover): MoverIdentity => persons[mover];

/** One thing that may happen to an order; `pick` chooses among what is possible. */
export interface Happening {
  readonly kind: 'step' | 'desk' | 'payment' | 'refund' | 'doubt' | 'wait';
  readonly pick: number;
}

export const happenings = fc.array(fc.record<Happening>({
  kind: fc.oneof({ weight: 5, arbitrary: fc.constant('step' as const) }, { weight: 1, arbitrary: fc.constant('desk' as const) }, { weight: 3, arbitrary: fc.constantFrom('payment' as const, 'refund' as const, 'doubt' as const, 'wait' as const) }),
  pick: fc.nat({ max: 10_000 }),
}), { maxLength: 25 });

/** A new order of every lawful kind, dear or free, with or without a store where both may be. */
export const newOrders: fc.Arbitrary<OrderRow> = fc.record({
  way: fc.constantFrom(['ONLINE', 'EXPRESS'] as const, ['ONLINE', 'SELF_PICK'] as const, ['ONLINE', 'FLASH'] as const, ['IN_STORE', 'SELF_PICK'] as const, ['COMPANY', 'SELF_PICK'] as const),
  hasStore: fc.boolean(),
  total: fc.oneof(fc.constant(orderTotal), fc.integer({ min: 1, max: 5000 })),
}).map(({ way: [kind, deliveryType], hasStore, total }) => someOrder({
  kind, deliveryType, total, listTotal: total,
  ...((hasStore || deliveryType !== 'EXPRESS') && aStore()),
  ...(kind !== 'ONLINE' && { clerkId: newId(), clerkName: 'Till' }),
  ...(kind === 'IN_STORE' && { payDeadline: null, timerAt: null }),
}));

const aStore = () => ({ storeId: newId(), storeCode: 'S-1', storeName: 'Shop' });

/** What the use cases set besides the step itself. */
const brought = (action: Action): OrderChanges => {
  switch (action) {
    case 'REJECT': return { storeId: null, storeCode: null, storeName: null };
    case 'ASSIGN_STORE': return aStore();
    case 'ACCEPT': return { clerkId: newId(), clerkName: 'Clerk' };
    case 'SHIP': return { courierCompany: 'Royal Mail', courierCode: null, waybillNumber: 'RM 1' };
    default: return {};
  }
};

export interface Possible {
  readonly action: Action;
  readonly mover: Mover;
}

/** Steps that somebody may take now; money that covers the total, or what comes on top of it, is an event of its own. */
export function possibleSteps(order: OrderRow, now: Instant): Possible[] {
  const every = (Object.keys(actions) as Action[]).filter((action) => action !== 'PAY' && action !== 'PAY_SUPPLEMENT').flatMap((action) => movers.map((mover) => ({ action, mover })));
  return every.filter(({ action, mover }) => judge(order, action, somebody(mover), now).kind === 'allowed');
}

/** What the desk can do with the order now. */
export function possibleAtDesk(order: OrderRow, now: Instant): { readonly action: DeskAction; readonly mover: Mover }[] {
  const every = (Object.keys(deskActions) as DeskAction[]).flatMap((action) => deskSteps[action].by.map((mover) => ({ action, mover })));
  return every.filter(({ action, mover }) => judge(order, action, somebody(mover), now).kind === 'allowed');
}

/** What the use cases of the desk set. */
function setAtDesk(order: OrderRow, action: DeskAction, now: Instant): OrderChanges {
  switch (action) {
    case 'HOLD': return heldChanges('something is odd', now);
    case 'RELEASE': return releasedChanges(order, now);
    case 'REMIND': return remindedChanges(order, now, settings.remindAfterSeconds);
    case 'REVIEW': return { commentId: order.commentId ?? 'C-1', reviewedAt: now, awaitingReview: false };
    case 'SETTLE': return { settledAt: now };
    default: return { visibility: ({ DELETE: 'RECYCLED', RESTORE: 'VISIBLE', PURGE: 'PURGED' } as const)[action] };
  }
}

export function takeAtDesk(order: OrderRow, action: DeskAction, mover: Mover, now: Instant): OrderPlan {
  const who = somebody(mover);
  const verdict = judge(order, action, who, now);
  if (verdict.kind !== 'allowed') throw new Error(`${action} by ${mover} is not possible`);
  const stepped = withStep(unchanged(order), { transition: verdict.transition, actor: who.actor, changes: setAtDesk(order, action, now) }, null, now, settings);
  return withFollowUps(stepped, who.actor, now, settings);
}

export function takeStep(order: OrderRow, { action, mover }: Possible, now: Instant): OrderPlan {
  const who = somebody(mover);
  const verdict = judge(order, action, who, now);
  if (verdict.kind !== 'allowed') throw new Error(`${action} by ${mover} is not possible`);
  const stepped = withStep(unchanged(order), { transition: verdict.transition, actor: who.actor, changes: brought(action) }, null, now, settings);
  return withFollowUps(stepped, who.actor, now, settings);
}

export const receive = (order: OrderRow, amount: number, now: Instant, mover: Mover = 'SYSTEM'): OrderPlan =>
  withPayment(order, { amount, who: somebody(mover), comment: null, unknown: false }, now, settings);

/** What comes of one happening; the order as it is where nothing of the kind can happen. */
function happen(order: OrderRow, { kind, pick }: Happening, now: Instant): OrderPlan {
  if (kind === 'step') {
    const possible = possibleSteps(order, now);
    return possible.length === 0 ? unchanged(order) : takeStep(order, possible[pick % possible.length]!, now);
  }
  if (kind === 'desk') {
    const possible = possibleAtDesk(order, now);
    const chosen = possible[pick % Math.max(1, possible.length)];
    return chosen ? takeAtDesk(order, chosen.action, chosen.mover, now) : unchanged(order);
  }
  if (kind === 'payment') return receive(order, pick % 2 === 0 ? Math.max(1, order.total - order.paidTotal) : 1 + (pick % 700), now);
  if (kind === 'doubt') return withMoney(unchanged(order), { type: 'PAYMENT_UNKNOWN', actor: systemActor, comment: null, unknown: true }, now);
  const refunded = Math.min(surplusOf(order), 1 + (pick % 900));
  return kind === 'wait' || refunded === 0 ? unchanged(order) : withMoney(unchanged(order), { type: 'REFUND_SUCCEEDED', actor: systemActor, comment: null, refunded, unknown: false }, now);
}

/** The order after each happening, and all that was written down on the way, PLACED first. */
export interface Walk {
  readonly plans: readonly OrderPlan[];
  readonly end: OrderRow;
  readonly now: Instant;
  readonly history: readonly { readonly version: number; readonly changes: Readonly<Record<string, unknown>> }[];
}

export function walk(start: OrderRow, happened: readonly Happening[]): Walk {
  const plans: OrderPlan[] = [];
  let order = start;
  let now = noon;
  for (const happening of happened) {
    now = secondsAfter(now, happening.kind === 'wait' ? happening.pick : 1);
    const plan = happen(order, happening, now);
    plans.push(plan);
    order = plan.after;
  }
  // As the database gives them back: through JSON.
  const written = [{ version: 1, changes: initialChanges(start) }, ...plans.flatMap(({ events }) => events)].map(({ version, changes }) => ({ version, changes }));
  return { plans, end: order, now, history: JSON.parse(JSON.stringify(written)) as Walk['history'] };
}

/** Whether somebody, or time, can bring the order to its end from here. */
export function canEnd(order: OrderRow, now: Instant): boolean {
  const released = order.heldAt === null ? order : takeAtDesk(order, 'RELEASE', 'PLATFORM', now).after;
  // Gateways do answer in the end.
  const open = [released.payment === 'CONFIRMING' ? withMoney(unchanged(released), { type: 'PAYMENT_FAILED', actor: systemActor, comment: null, unknown: false }, now).after : released];
  const known = new Set<string>();
  for (let next = open.pop(); next; next = open.pop()) {
    if (isOver(next.fulfilment)) return true;
    const key = `${next.fulfilment} ${next.storeId === null}`;
    if (known.has(key)) continue;
    known.add(key);
    const later = next.timerAt ?? now;
    const here = next;
    open.push(...possibleSteps(here, now).map((step) => takeStep(here, step, now).after), ...possibleSteps(here, later).map((step) => takeStep(here, step, later).after));
  }
  return false;
}
