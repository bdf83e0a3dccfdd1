import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { canEnd, happenings, newOrders, noon, orderTotal, receive, settings, someOrder, takeStep, walk } from '../../../test/support/order-walks.ts';
import { newId } from '../../platform/ids.ts';
import { secondsAfter } from '../../platform/time.ts';
import { isOver, statusOf, transitions, type Fulfilment } from '../order.lifecycle.ts';
import { paymentStateOf } from '../order.rules.ts';
import type { OrderRow } from '../order.tables.ts';

const delivered: readonly Fulfilment[] = ['DELIVER_PENDING', 'PICK_PENDING', 'DELIVERING', 'DELIVERED', 'CONFIRMED'];

/** What must be true of every order that was only ever moved by the rules. */
function expectLawful(order: OrderRow): void {
  const { kind, deliveryType, fulfilment, payment, afterSales, status, paidTotal, refundedTotal, total, timerAt } = order;
  expect(status).toBe(statusOf(fulfilment, payment, afterSales));
  expect([paymentStateOf(order, false), paymentStateOf(order, true)]).toContain(payment);
  expect(refundedTotal).toBeGreaterThanOrEqual(0);
  expect(paidTotal).toBeGreaterThanOrEqual(refundedTotal);
  if (delivered.includes(fulfilment)) expect(paidTotal - refundedTotal).toBeGreaterThanOrEqual(total);
  const reached = ['PAY_PENDING', ...transitions.filter((row) => row.kind === kind && row.deliveries.includes(deliveryType)).map(({ to }) => to)];
  expect(reached).toContain(fulfilment);
  const runsOut = { PAY_PENDING: order.payDeadline, DELIVERED: order.deliveredAt && secondsAfter(order.deliveredAt, settings.receiptAfterSeconds) } as Partial<Record<Fulfilment, string | null>>;
  const inDoubt = kind === 'COMPANY' && payment === 'CONFIRMING';
  const due = inDoubt ? null : (runsOut[fulfilment] ?? null);
  expect(timerAt === null).toBe(due === null);
  // Receipt is waited for longer where the order was held meanwhile; the payment deadline moves with it.
  if (timerAt !== null && due !== null) expect(fulfilment === 'PAY_PENDING' ? timerAt === due : timerAt >= due).toBe(true);
  expect(order.awaitingReview).toBe(fulfilment === 'CONFIRMED' && order.reviewedAt === null);
  expect(order.heldAt !== null).toBe(order.holdReason !== null);
  if (order.heldAt !== null) expect(isOver(fulfilment)).toBe(false);
  expect(order.finishedAt !== null).toBe(fulfilment === 'CONFIRMED');
  expect(order.canceledAt !== null).toBe(fulfilment === 'CANCELED' || fulfilment === 'PAY_TIMEOUT');
  expect(order.paidAt === null).toBe(fulfilment === 'PAY_PENDING' || fulfilment === 'PAY_TIMEOUT' || (fulfilment === 'CANCELED' && order.paidAt === null));
  const stamps = [order.createdAt, order.paidAt, order.confirmedAt, order.deliveryStartedAt, order.deliveredAt, order.finishedAt].filter((stamp) => stamp !== null);
  expect(stamps).toEqual(stamps.toSorted());
}

describe('a random walk through the lifecycle', () => {
  test('never leaves what is lawful, whatever happens to the order in whatever sequence', () => {
    fc.assert(fc.property(newOrders, happenings, (start, happened) => {
      for (const { after } of walk(start, happened).plans) expectLawful(after);
    }), { numRuns: 500 });
  });

  test('always leaves somebody, or time, a way to bring the order to its end', () => {
    fc.assert(fc.property(newOrders, happenings, (start, happened) => {
      const { end, now } = walk(start, happened);
      expect(canEnd(end, now), `${end.kind} ${end.deliveryType} ${end.fulfilment}`).toBe(true);
    }), { numRuns: 500 });
  });

  test('writes one event for each version, each going on from the status in which the last one left the order', () => {
    fc.assert(fc.property(newOrders, happenings, (start, happened) => {
      const { plans, end } = walk(start, happened);
      const events = plans.flatMap((plan) => plan.events);
      expect(events.map(({ version }) => version)).toEqual(events.map((_, index) => index + 2));
      expect(end.version).toBe(events.length + 1);
      events.reduce((status: string | null, event) => {
        expect(event.fromStatus).toBe(status);
        return event.toStatus;
      }, start.status);
      if (events.length > 0) expect(events.at(-1)!.toStatus).toBe(end.status);
    }));
  });

  test('tells the columns that it changes, all of them and no others', () => {
    fc.assert(fc.property(newOrders, happenings, (start, happened) => {
      for (const { before, after, changes, events } of walk(start, happened).plans) {
        expect({ ...before, ...changes }).toEqual(after);
        expect(Object.assign({}, ...events.map((event) => event.changes))).toEqual(changes);
      }
    }));
  });

  test('shows a step to the store that has the order then, or had it before it lost it', () => {
    fc.assert(fc.property(newOrders, happenings, (start, happened) => {
      for (const { before, after, events } of walk(start, happened).plans) {
        for (const { storeId, customerId, type } of events) {
          const owners = type === 'DELETE' || type === 'RESTORE' || type === 'PURGE';
          expect([storeId, customerId]).toEqual([owners ? null : after.storeId ?? before.storeId, before.visibility === 'PURGED' ? null : start.customerId]);
        }
      }
    }));
    const flash = receive(someOrder({ deliveryType: 'FLASH', storeId: newId(), storeCode: 'S-1', storeName: 'Shop' }), orderTotal, noon).after;
    const rejected = takeStep(flash, { action: 'REJECT', mover: 'STAFF' }, noon);
    expect([rejected.after.storeId, rejected.events[0]!.storeId]).toEqual([null, flash.storeId]);
    const assigned = takeStep(rejected.after, { action: 'ASSIGN_STORE', mover: 'PLATFORM' }, noon);
    expect(assigned.events[0]!.storeId).toBe(assigned.after.storeId);
  });

  test('ends every kind of order now and then, so that the properties above are about whole lives', () => {
    const ends = new Set<string>();
    fc.assert(fc.property(newOrders, happenings, (start, happened) => {
      const { end: { kind, deliveryType, fulfilment } } = walk(start, happened);
      if (isOver(fulfilment)) ends.add(`${kind} ${deliveryType} ${fulfilment}`);
    }), { numRuns: 5000, seed: 44 });
    for (const kind of ['ONLINE EXPRESS', 'ONLINE SELF_PICK', 'ONLINE FLASH', 'IN_STORE SELF_PICK', 'COMPANY SELF_PICK']) {
      for (const end of ['CONFIRMED', 'CANCELED', ...(kind.startsWith('IN_STORE') ? [] : ['PAY_TIMEOUT'])]) expect(ends).toContain(`${kind} ${end}`);
    }
  });
});
