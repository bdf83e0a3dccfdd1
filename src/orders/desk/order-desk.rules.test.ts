import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { happenings, movers, newOrders, noon, orderTotal, possibleAtDesk, possibleSteps, receive, settings, somebody, someOrder, takeAtDesk, takeStep, walk } from '../../../test/support/order-walks.ts';
import { epochOf, secondsAfter } from '../../platform/time.ts';
import { deskActions, deskSteps, type DeskAction } from './order-desk.lifecycle.ts';
import { isOver, orderKinds, orderStatuses, timers, visibilities, type Fulfilment, type OrderKind, type OrderStatus, type Visibility } from '../order.lifecycle.ts';
import { availabilityOf, judge } from '../order.rules.ts';
import type { OrderRow } from '../order.tables.ts';

const keysOf = <Key extends string>(table: Readonly<Record<Key, unknown>>): Key[] => Object.keys(table) as Key[];

const verdictOf = (order: OrderRow, action: DeskAction, mover: (typeof movers)[number] = 'SHOPPER', now = noon): string => {
  const verdict = judge(order, action, somebody(mover), now);
  return verdict.kind === 'refused' ? verdict.refusal.code : verdict.kind;
};

test('a step of the desk that has no place in a status says when it has one', () => {
  const told = keysOf(deskActions).flatMap((action) => keysOf(orderStatuses).flatMap((status) => {
    const verdict = judge(someOrder({ status, heldAt: action === 'RELEASE' ? noon : null, visibility: action === 'PURGE' ? 'RECYCLED' : 'VISIBLE' }), action, somebody(deskSteps[action].by[0]!), noon);
    return verdict.kind === 'refused' && verdict.refusal.code === 'TRANSITION_NOT_ALLOWED' ? [verdict.refusal.message] : [];
  }));
  expect(told.length).toBeGreaterThan(30);
  for (const message of told) expect(message).toMatch(/^[A-Z]+ is not possible while the order is [A-Z_]+: (it|the store) .{20,}\.$/);
});

describe('deleting', () => {
  /** S2-209 to S2-212, written down once more by hand. */
  const deletable: readonly OrderStatus[] = ['CLOSED_PAY_TIMEOUT', 'CLOSED_CANCELED', 'CLOSED_REFUNDED', 'CLOSED_CONFIRMED'];

  const expected: Readonly<Record<'DELETE' | 'RESTORE' | 'PURGE', (status: OrderStatus, visibility: Visibility, settled: boolean) => string>> = {
    DELETE: (status, visibility, settled) => {
      if (visibility === 'RECYCLED') return 'repeated';
      if (!deletable.includes(status)) return 'TRANSITION_NOT_ALLOWED';
      return status === 'CLOSED_CONFIRMED' && !settled ? 'NOT_SETTLED' : 'allowed';
    },
    RESTORE: (_status, visibility) => ({ VISIBLE: 'repeated', RECYCLED: 'allowed', PURGED: 'NOT_IN_RECYCLE_BIN' })[visibility],
    PURGE: (status, visibility) => {
      if (visibility === 'PURGED') return 'repeated';
      if (!deletable.includes(status)) return 'TRANSITION_NOT_ALLOWED';
      return visibility === 'VISIBLE' ? 'NOT_IN_RECYCLE_BIN' : 'allowed';
    },
  };

  test.each(keysOf(orderStatuses))('of an order in %s is allowed exactly as S1-49 to S1-51 and S2-209 to S2-212 say, settled or not, wherever it lies', (status) => {
    for (const kind of keysOf(orderKinds)) for (const visibility of keysOf(visibilities)) for (const settled of [true, false]) {
      const order = someOrder({ kind, status, visibility, settledAt: settled ? noon : null });
      for (const action of keysOf(expected)) expect([kind, action, visibility, settled, verdictOf(order, action)]).toEqual([kind, action, visibility, settled, expected[action](status, visibility, settled)]);
    }
  });

  test('is for the owner alone, and rings on nobody else’s screen', () => {
    for (const action of ['DELETE', 'RESTORE', 'PURGE'] as const) {
      const order = someOrder({ status: 'CLOSED_CANCELED', visibility: 'RECYCLED' });
      for (const mover of movers) if (mover !== 'SHOPPER') expect(verdictOf(order, action, mover)).toBe('NOT_YOUR_STEP');
      expect(deskSteps[action].owners).toBe(true);
    }
    expect(keysOf(deskActions).filter((action) => deskSteps[action].owners)).toEqual(['DELETE', 'RESTORE', 'PURGE']);
  });

  test('tells what happens after a purge to the owner’s feed no more', () => {
    const deleted = takeAtDesk(someOrder({ fulfilment: 'PAY_TIMEOUT', status: 'CLOSED_PAY_TIMEOUT', payment: 'CLOSED' }), 'DELETE', 'SHOPPER', noon);
    const purged = takeAtDesk(deleted.after, 'PURGE', 'SHOPPER', noon);
    expect([deleted, purged].map(({ events: [event] }) => event!.customerId)).toEqual([deleted.before.customerId, deleted.before.customerId]);
    expect(receive(purged.after, 10, noon).events[0]!.customerId).toBeNull();
  });
});

describe('holding', () => {
  const shopOrders: readonly [OrderKind, Fulfilment, OrderStatus][] = [
    ['ONLINE', 'PAY_PENDING', 'CREATED_PAY_PENDING'], ['ONLINE', 'CONFIRM_PENDING', 'PAID_CONFIRM_PENDING'], ['ONLINE', 'DELIVERED', 'DELIVERED_CONFIRM_PENDING'], ['IN_STORE', 'PAY_PENDING', 'CREATED_PAY_PENDING'],
  ];

  test('is possible exactly while goods or money still have a way to go, for staff and platform', () => {
    for (const status of keysOf(orderStatuses)) {
      const open = !status.startsWith('CLOSED') && !status.startsWith('CANCELED');
      for (const mover of movers) {
        const may = mover === 'STAFF' || mover === 'PLATFORM';
        expect([status, mover, verdictOf(someOrder({ status }), 'HOLD', mover)]).toEqual([status, mover, !may ? 'NOT_YOUR_STEP' : open ? 'allowed' : 'TRANSITION_NOT_ALLOWED']);
      }
    }
  });

  test('refuses every step to everybody and to time until the order is released, and then none that was possible before', () => {
    fc.assert(fc.property(newOrders, happenings, (start, happened) => {
      const { end, now } = walk(start, happened);
      fc.pre(end.heldAt === null && !isOver(end.fulfilment));
      const held = takeAtDesk(end, 'HOLD', 'STAFF', now).after;
      const muchLater = secondsAfter(now, 40 * 86_400);
      expect(possibleSteps(held, now)).toEqual([]);
      expect(possibleSteps(held, muchLater)).toEqual([]);
      for (const step of possibleSteps(end, now)) expect(verdictOf2(held, step.action, step.mover, now)).toBe('ORDER_ON_HOLD');
      const released = takeAtDesk(held, 'RELEASE', 'PLATFORM', muchLater);
      expect(possibleSteps(released.after, muchLater)).toEqual(possibleSteps(end, now));
    }), { numRuns: 300 });
  });

  const verdictOf2 = (order: OrderRow, ...[action, mover, now]: [Parameters<typeof judge>[1], (typeof movers)[number], string]): string => {
    const verdict = judge(order, action, somebody(mover), now);
    return verdict.kind === 'refused' ? verdict.refusal.code : verdict.kind;
  };

  test('lets time stand still: what was left of a deadline when the order was held is left when it is released', () => {
    fc.assert(fc.property(newOrders, happenings, fc.nat({ max: 5_000_000 }), (start, happened, seconds) => {
      const { end, now } = walk(start, happened);
      fc.pre(end.heldAt === null && timers[end.fulfilment] !== undefined && end.timerAt !== null);
      const later = secondsAfter(now, seconds);
      const held = takeAtDesk(end, 'HOLD', 'STAFF', now).after;
      const released = takeAtDesk(held, 'RELEASE', 'STAFF', later).after;
      expect(epochOf(released.timerAt!) - epochOf(later)).toBe(epochOf(end.timerAt!) - epochOf(now));
      if (end.fulfilment === 'PAY_PENDING') expect(released.payDeadline).toBe(released.timerAt);
      else expect(released.payDeadline).toBe(end.payDeadline);
    }), { numRuns: 300 });
  });

  test('keeps money that comes meanwhile, which pays the order as soon as it is released', () => {
    const held = takeAtDesk(someOrder(), 'HOLD', 'PLATFORM', noon).after;
    const paid = receive(held, orderTotal, noon);
    expect(paid.events.map(({ type }) => type)).toEqual(['PAYMENT_RECEIVED']);
    expect(paid.after).toMatchObject({ fulfilment: 'PAY_PENDING', payment: 'PAID', paidTotal: orderTotal });
    const released = takeAtDesk(paid.after, 'RELEASE', 'PLATFORM', noon);
    expect(released.events.map(({ type }) => type)).toEqual(['RELEASE', 'PAY', 'CONFIRM']);
    expect(released.after).toMatchObject({ fulfilment: 'DELIVER_PENDING', status: 'CONFIRMED_DELIVER_PENDING', timerAt: null, heldAt: null, holdReason: null });
  });

  test.each(shopOrders)('of an %s order in %s is repeated, not refused, when it is held, and releasing when it is not', (kind, fulfilment, status) => {
    const order = someOrder({ kind, fulfilment, status });
    expect([verdictOf(order, 'RELEASE', 'STAFF'), verdictOf({ ...order, heldAt: noon, holdReason: 'odd' }, 'HOLD', 'STAFF')]).toEqual(['repeated', 'repeated']);
  });
});

describe('a reminder', () => {
  test('is possible while the store has something to do for an online order, and again only after the interval, to the millisecond', () => {
    const may = keysOf(orderStatuses).filter((status) => verdictOf(someOrder({ status }), 'REMIND') === 'allowed');
    expect(may.toSorted()).toEqual(['CONFIRMED_DELIVER_PENDING', 'DELIVERING', 'PAID_CONFIRM_PENDING']);
    expect(verdictOf(someOrder({ kind: 'IN_STORE', status: 'PAID_CONFIRM_PENDING' }), 'REMIND')).toBe('TRANSITION_NOT_ALLOWED');
    const reminded = takeAtDesk(someOrder({ fulfilment: 'CONFIRM_PENDING', status: 'PAID_CONFIRM_PENDING', paidTotal: orderTotal, deliveryType: 'FLASH' }), 'REMIND', 'SHOPPER', noon).after;
    expect(reminded).toMatchObject({ reminders: 1, remindedAt: noon, remindAgainAt: secondsAfter(noon, settings.remindAfterSeconds) });
    const again = reminded.remindAgainAt!;
    const justBefore = new Date(Date.parse(again) - 1).toISOString();
    expect([verdictOf(reminded, 'REMIND', 'SHOPPER', justBefore), verdictOf(reminded, 'REMIND', 'SHOPPER', again)]).toEqual(['REMINDED_ALREADY', 'allowed']);
    expect(takeAtDesk(reminded, 'REMIND', 'SHOPPER', again).after.reminders).toBe(2);
    expect(verdictOf({ ...reminded, heldAt: noon }, 'REMIND', 'SHOPPER', again)).toBe('ORDER_ON_HOLD');
  });
});

describe('the desk', () => {
  test('leaves goods, money and the memory of the last step alone', () => {
    fc.assert(fc.property(newOrders, happenings, fc.nat(), (start, happened, pick) => {
      const { end, now } = walk(start, happened);
      const possible = possibleAtDesk(end, now);
      fc.pre(possible.length > 0);
      const { action, mover } = possible[pick % possible.length]!;
      const { after, events } = takeAtDesk(end, action, mover, now);
      if (events.length > 1) return;
      for (const key of ['fulfilment', 'payment', 'status', 'paidTotal', 'refundedTotal', 'storeId', 'lastAction', 'lastActorId'] as const) expect([key, after[key]]).toEqual([key, end[key]]);
    }));
  });

  test('is offered like every other step, enabled exactly where it is allowed', () => {
    const held = someOrder({ heldAt: noon, holdReason: 'odd' });
    const offered = (order: OrderRow, mover: (typeof movers)[number]) => Object.fromEntries(availabilityOf(order, somebody(mover), noon).map(({ action, reason }) => [action, reason?.code ?? 'ENABLED']));
    expect(offered(held, 'SHOPPER')).toEqual({
      START_PAYMENT: 'ORDER_ON_HOLD', CANCEL: 'ORDER_ON_HOLD', REQUEST_CANCEL: 'TRANSITION_NOT_ALLOWED', CONFIRM_RECEIPT: 'TRANSITION_NOT_ALLOWED', REMIND: 'TRANSITION_NOT_ALLOWED',
      REVIEW: 'TRANSITION_NOT_ALLOWED', DELETE: 'TRANSITION_NOT_ALLOWED', RESTORE: 'TRANSITION_NOT_ALLOWED', PURGE: 'TRANSITION_NOT_ALLOWED',
    });
    expect(offered(held, 'PLATFORM')).toMatchObject({ CANCEL: 'ORDER_ON_HOLD', HOLD: 'TRANSITION_NOT_ALLOWED', RELEASE: 'ENABLED', SETTLE: 'TRANSITION_NOT_ALLOWED' });
    expect(offered(someOrder(), 'PLATFORM')).toMatchObject({ CANCEL: 'ENABLED', HOLD: 'ENABLED', RELEASE: 'TRANSITION_NOT_ALLOWED' });
  });

  test('settles what is done, once, and can take no step twice at the same time', () => {
    const done = someOrder({ fulfilment: 'CONFIRMED', status: 'CLOSED_CONFIRMED', paidTotal: orderTotal });
    expect(keysOf(orderStatuses).filter((status) => verdictOf({ ...done, status }, 'SETTLE', 'PLATFORM') === 'allowed')).toEqual(['CLOSED_CONFIRMED']);
    expect(verdictOf({ ...done, settledAt: noon }, 'SETTLE', 'SERVICE')).toBe('repeated');
    expect(verdictOf(done, 'SETTLE', 'STAFF')).toBe('NOT_YOUR_STEP');
    expect(takeStep(someOrder(), { action: 'CANCEL', mover: 'SHOPPER' }, noon).after.settledAt).toBeNull();
  });
});
