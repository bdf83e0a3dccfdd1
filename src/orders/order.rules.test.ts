import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { happenings, movers, newOrders, noon, orderTotal, possibleSteps, settings, somebody, someOrder, takeStep, walk } from '../../test/support/order-walks.ts';
import { secondsAfter } from '../platform/time.ts';
import { actions, deliveryTypes, fulfilments, isOver, orderKinds, transitions, type Action, type DeliveryType, type Fulfilment, type OrderKind, type PaymentState } from './order.lifecycle.ts';
import { actionsOf, availabilityOf, changesOf, judge, nextOf, paymentStateOf } from './order.rules.ts';
import type { OrderRow } from './order.tables.ts';

const keysOf = <Key extends string>(table: Readonly<Record<Key, string>>): Key[] => Object.keys(table) as Key[];
const deadline = secondsAfter(noon, settings.payWithinSeconds);
const codeOf = (order: OrderRow, action: Action, mover: (typeof movers)[number], now = noon): string => {
  const verdict = judge(order, action, somebody(mover), now);
  return verdict.kind === 'refused' ? verdict.refusal.code : verdict.kind;
};

const unmetOrAllowed = ['allowed', 'NOT_PAID_IN_FULL', 'DEADLINE_NOT_PASSED', 'NOT_ALL_RETURNED'];

describe('whether a step may be taken', () => {
  test('is refused for every state, kind, delivery type and mover that the table does not name', () => {
    for (const kind of keysOf(orderKinds)) for (const deliveryType of keysOf(deliveryTypes)) for (const fulfilment of keysOf(fulfilments)) {
      // An exchange has cost something on top, and it is not paid.
      const due = fulfilment === 'DELIVERED' || fulfilment === 'CONFIRMED' ? 5 : 0;
      const facts = someOrder({ kind, deliveryType, fulfilment, paidTotal: orderTotal, supplementTotal: due });
      for (const action of keysOf(actions)) {
        // Only a store that has the order can lose it.
        const order = action === 'REJECT' ? { ...facts, storeId: facts.id } : facts;
        const row = transitions.find((each) => each.action === action && each.kind === kind && each.deliveries.includes(deliveryType) && each.from === fulfilment);
        for (const mover of movers) {
          const expected = row ? (row.by.includes(mover) ? 'ALLOWED OR UNMET' : 'NOT_YOUR_STEP') : 'TRANSITION_NOT_ALLOWED';
          const code = codeOf(order, action, mover);
          expect(`${kind} ${deliveryType} ${fulfilment} ${action} ${mover}: ${unmetOrAllowed.includes(code) ? 'ALLOWED OR UNMET' : code}`)
            .toBe(`${kind} ${deliveryType} ${fulfilment} ${action} ${mover}: ${expected}`);
        }
      }
    }
  });

  test('depends on the payment deadline to the millisecond', () => {
    const order = someOrder();
    const justBefore = new Date(Date.parse(deadline) - 1).toISOString();
    expect([codeOf(order, 'START_PAYMENT', 'SHOPPER', justBefore), codeOf(order, 'EXPIRE', 'SYSTEM', justBefore)]).toEqual(['allowed', 'DEADLINE_NOT_PASSED']);
    expect([codeOf(order, 'START_PAYMENT', 'SHOPPER', deadline), codeOf(order, 'EXPIRE', 'SYSTEM', deadline)]).toEqual(['DEADLINE_PASSED', 'allowed']);
    expect(codeOf(someOrder({ payDeadline: null }), 'EXPIRE', 'SYSTEM', '2999-01-01T00:00:00.000Z')).toBe('DEADLINE_NOT_PASSED');
  });

  test('takes money as covering the total only where it does, to the penny and without what went back', () => {
    const till = (paidTotal: number, refundedTotal = 0) => someOrder({ kind: 'IN_STORE', deliveryType: 'SELF_PICK', fulfilment: 'CONFIRM_PENDING', payDeadline: null, paidTotal, refundedTotal });
    expect([till(999), till(1000), till(1001), till(1000, 1), till(1001, 1)].map((order) => codeOf(order, 'COMPLETE', 'STAFF')))
      .toEqual(['NOT_PAID_IN_FULL', 'allowed', 'allowed', 'NOT_PAID_IN_FULL', 'allowed']);
  });

  test('gives an order to a store only while it has none', () => {
    const flash = someOrder({ deliveryType: 'FLASH', fulfilment: 'CONFIRM_PENDING', paidTotal: orderTotal });
    expect(codeOf(flash, 'ASSIGN_STORE', 'PLATFORM')).toBe('allowed');
    expect(codeOf({ ...flash, storeId: flash.id, storeCode: 'S-1' }, 'ASSIGN_STORE', 'PLATFORM')).toBe('STORE_ALREADY_ASSIGNED');
  });

  test('sees a repetition only in the caller’s own last step, and never in a step that leads back to its state', () => {
    const accepted = someOrder({ deliveryType: 'SELF_PICK', fulfilment: 'PICK_PENDING', status: 'CONFIRMED_PICK_PENDING', lastAction: 'ACCEPT', lastActorId: somebody('STAFF').actor.id });
    expect(codeOf(accepted, 'ACCEPT', 'STAFF')).toBe('repeated');
    expect(codeOf({ ...accepted, lastActorId: accepted.id }, 'ACCEPT', 'STAFF')).toBe('TRANSITION_NOT_ALLOWED');
    expect(codeOf({ ...accepted, lastAction: 'PAY' }, 'ACCEPT', 'STAFF')).toBe('TRANSITION_NOT_ALLOWED');
    const paid = someOrder({ deliveryType: 'FLASH', fulfilment: 'PICK_PENDING', lastAction: 'REJECT', lastActorId: somebody('STAFF').actor.id });
    expect(codeOf(paid, 'REJECT', 'STAFF')).toBe('TRANSITION_NOT_ALLOWED');
  });
});

describe('what is offered to a caller', () => {
  test('is what they could ever do with such an order, enabled exactly where the step is allowed now', () => {
    fc.assert(fc.property(newOrders, happenings, (start, happened) => {
      const { end, now } = walk(start, happened);
      for (const mover of movers) {
        const offered = availabilityOf(end, somebody(mover), now);
        expect(offered.map(({ action }) => action)).toEqual(actionsOf(end, mover));
        for (const { action, reason } of offered) {
          // Taking money is what covers the total, so it is offered before the total is covered.
          const judged = action === 'PAY' ? { ...end, paidTotal: end.total + end.refundedTotal } : end;
          // Nothing was exchanged on these walks, so that nothing is to be paid on top.
          expect(reason === null).toBe(action !== 'PAY_SUPPLEMENT' && judge(judged, action, somebody(mover), now).kind === 'allowed');
        }
      }
    }));
  });

  test('names no step that the table has for somebody else', () => {
    expect(actionsOf({ kind: 'ONLINE', deliveryType: 'SELF_PICK' }, 'STAFF')).toEqual(['ACCEPT', 'COMPLETE', 'PAY_SUPPLEMENT', 'HOLD', 'RELEASE']);
    expect(actionsOf({ kind: 'ONLINE', deliveryType: 'FLASH' }, 'STAFF')).toEqual(['ACCEPT', 'REJECT', 'START_DELIVERY', 'COMPLETE', 'PAY_SUPPLEMENT', 'HOLD', 'RELEASE']);
    expect(actionsOf({ kind: 'IN_STORE', deliveryType: 'SELF_PICK' }, 'SHOPPER')).toEqual(['REVIEW', 'DELETE', 'RESTORE', 'PURGE']);
    expect(actionsOf({ kind: 'ONLINE', deliveryType: 'EXPRESS' }, 'SERVICE')).toEqual(['PAY_SUPPLEMENT', 'REVIEW', 'SETTLE']);
  });
});

describe('what the ledger says', () => {
  const said = (paidTotal: number, refundedTotal: number, fulfilment: Fulfilment = 'CONFIRM_PENDING', unknown = false, total = orderTotal): PaymentState =>
    paymentStateOf({ total, paidTotal, refundedTotal, supplementTotal: 0, returnedTotal: 0, fulfilment }, unknown);

  test.each<[paid: number, refunded: number, PaymentState]>([
    [0, 0, 'OPEN'], [1, 0, 'PARTIALLY_PAID'], [999, 0, 'PARTIALLY_PAID'], [1000, 0, 'PAID'], [2000, 0, 'PAID'], [2000, 1000, 'PAID'], [1000, 1, 'PARTIALLY_REFUNDED'],
    [999, 998, 'PARTIALLY_REFUNDED'], [1000, 1000, 'REFUNDED'], [1, 1, 'REFUNDED'],
  ])('of %i paid and %i given back for 1000 is %s', (paid, refunded, expected) => {
    expect(said(paid, refunded)).toBe(expected);
  });

  test.each<[Fulfilment, paid: number, unknown: boolean, total: number, PaymentState]>([
    ['CANCELED', 0, false, 1000, 'CLOSED'], ['PAY_TIMEOUT', 0, false, 1000, 'CLOSED'], ['CANCELED', 0, true, 1000, 'CONFIRMING'], ['PAY_PENDING', 400, true, 1000, 'CONFIRMING'],
    ['CANCELED', 1000, false, 1000, 'PAID'], ['CONFIRM_PENDING', 0, false, 0, 'PAID'], ['CONFIRMED', 0, false, 0, 'PAID'], ['CANCELED', 0, false, 0, 'CLOSED'],
  ])('of an order that is %s, with %i paid, a payment in doubt: %s, and a total of %i is %5$s', (fulfilment, paid, unknown, total, expected) => {
    expect(said(paid, 0, fulfilment, unknown, total)).toBe(expected);
  });
});

describe('a step', () => {
  test('sets the timer of the state it leads to, keeps it where it leads nowhere, and clears it elsewhere', () => {
    const change = (order: OrderRow, action: Action, mover: (typeof movers)[number], now = noon) => {
      const verdict = judge(order, action, somebody(mover), now);
      if (verdict.kind !== 'allowed') throw new Error(`${action} is not allowed`);
      return changesOf(order, { transition: verdict.transition, actor: somebody(mover).actor }, now, settings);
    };
    const order = someOrder();
    expect(change(order, 'START_PAYMENT', 'SHOPPER').timerAt).toBe(deadline);
    expect(change({ ...order, paidTotal: orderTotal }, 'PAY', 'SYSTEM').timerAt).toBeNull();
    expect(change({ ...order, fulfilment: 'DELIVERING' }, 'SHIP', 'STAFF').timerAt).toBe(secondsAfter(noon, settings.receiptAfterSeconds));
    expect(change(order, 'EXPIRE', 'SYSTEM', deadline)).toEqual({
      fulfilment: 'PAY_TIMEOUT', payment: 'CLOSED', status: 'CLOSED_PAY_TIMEOUT', version: 2, lastAction: 'EXPIRE', lastActorId: null, timerAt: null, updatedAt: deadline, canceledAt: deadline,
    });
  });

  test.each<[OrderKind, DeliveryType, Fulfilment, boolean, Action | null]>([
    ['ONLINE', 'EXPRESS', 'CONFIRM_PENDING', true, 'CONFIRM'], ['ONLINE', 'EXPRESS', 'CONFIRM_PENDING', false, null], ['ONLINE', 'EXPRESS', 'PAY_PENDING', true, null],
    ['ONLINE', 'FLASH', 'CONFIRM_PENDING', true, null], ['ONLINE', 'SELF_PICK', 'CONFIRM_PENDING', true, null], ['IN_STORE', 'SELF_PICK', 'CONFIRM_PENDING', true, null],
  ])('of an %s order with %s in %s, confirmed automatically: %s, is followed by %s', (kind, deliveryType, fulfilment, confirmAutomatically, next) => {
    expect(nextOf(someOrder({ kind, deliveryType, fulfilment }), { ...settings, confirmAutomatically })).toBe(next);
  });

  test('takes nothing away from whoever is over: no mover and no time moves an ended order', () => {
    fc.assert(fc.property(newOrders, happenings, (start, happened) => {
      const { end } = walk(start, happened);
      fc.pre(isOver(end.fulfilment));
      expect([end.timerAt, possibleSteps(end, '2999-01-01T00:00:00.000Z')]).toEqual([null, []]);
    }));
  });

  test('that is possible raises the version by one for itself and for each that follows', () => {
    fc.assert(fc.property(newOrders, happenings, (start, happened) => {
      const { end, now } = walk(start, happened);
      for (const step of possibleSteps(end, now)) {
        const { events, after } = takeStep(end, step, now);
        expect(after.version).toBe(end.version + events.length);
        expect(events[0]!.type).toBe(step.action);
      }
    }));
  });
});
