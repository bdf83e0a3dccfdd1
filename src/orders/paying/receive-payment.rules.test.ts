import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { happenings, newOrders, noon, orderTotal, receive, settings, somebody, someOrder, walk } from '../../../test/support/order-walks.ts';
import type { Fulfilment } from '../order.lifecycle.ts';
import type { OrderRow } from '../order.tables.ts';
import { surplusOf, withPayment } from './receive-payment.rules.ts';

const typesOf = (order: OrderRow, amount: number): string[] => receive(order, amount, noon).events.map(({ type }) => type);

describe('money that comes in', () => {
  test('pays an order that it covers, which takes the steps that follow', () => {
    const { after, events } = receive(someOrder(), orderTotal, noon);
    expect(events.map(({ type }) => type)).toEqual(['PAY', 'CONFIRM']);
    expect(after).toMatchObject({ fulfilment: 'DELIVER_PENDING', status: 'CONFIRMED_DELIVER_PENDING', payment: 'PAID', paidTotal: orderTotal, version: 3, paidAt: noon, confirmedAt: noon, timerAt: null });
    const plan = withPayment(someOrder(), { amount: orderTotal, who: somebody('SYSTEM'), comment: null, unknown: false }, noon, { ...settings, confirmAutomatically: false });
    expect(plan.events.map(({ type }) => type)).toEqual(['PAY']);
  });

  test('in parts pays with the part that completes the total', () => {
    const till = someOrder({ kind: 'IN_STORE', deliveryType: 'SELF_PICK', payDeadline: null, timerAt: null });
    const first = receive(till, 999, noon, 'STAFF');
    expect([first.events[0]!.type, first.after.payment, first.after.fulfilment]).toEqual(['PAYMENT_RECEIVED', 'PARTIALLY_PAID', 'PAY_PENDING']);
    const second = receive(first.after, 1, noon, 'STAFF');
    expect([second.events[0]!.type, second.after.payment, second.after.fulfilment]).toEqual(['PAY', 'PAID', 'CONFIRM_PENDING']);
  });

  test.each<Fulfilment>(['CANCELED', 'PAY_TIMEOUT', 'CONFIRM_PENDING', 'DELIVERING', 'CONFIRMED'])('for an order that is %s is booked and moves nothing', (fulfilment) => {
    const order = someOrder({ fulfilment });
    expect(typesOf(order, orderTotal)).toEqual(['PAYMENT_RECEIVED']);
    expect(receive(order, orderTotal, noon).after).toMatchObject({ fulfilment, paidTotal: orderTotal });
  });

  test('is never lost: the total paid grows by just what came, in every state', () => {
    fc.assert(fc.property(newOrders, happenings, fc.integer({ min: 1, max: 100_000 }), (start, happened, amount) => {
      const { end, now } = walk(start, happened);
      const { after } = receive(end, amount, now);
      expect([after.paidTotal, after.refundedTotal]).toEqual([end.paidTotal + amount, end.refundedTotal]);
    }));
  });
});

describe('what an order holds beyond what it is owed', () => {
  test.each<[Fulfilment, paid: number, refunded: number, surplus: number]>([
    ['PAY_PENDING', 0, 0, 0], ['PAY_PENDING', 400, 0, 0], ['CONFIRM_PENDING', 1000, 0, 0], ['CONFIRM_PENDING', 2000, 0, 1000], ['CONFIRMED', 2000, 1000, 0], ['CONFIRMED', 1000, 300, 0],
    ['CANCELED', 1000, 0, 1000], ['CANCELED', 1000, 1000, 0], ['PAY_TIMEOUT', 1000, 0, 1000], ['PAY_TIMEOUT', 400, 100, 300],
  ])('in %s with %i paid and %i given back is %i', (fulfilment, paidTotal, refundedTotal, surplus) => {
    expect(surplusOf(someOrder({ fulfilment, paidTotal, refundedTotal }))).toBe(surplus);
  });

  test('is never more than it holds, and giving it back leaves none', () => {
    fc.assert(fc.property(newOrders, happenings, (start, happened) => {
      const { end } = walk(start, happened);
      const surplus = surplusOf(end);
      expect(surplus).toBeGreaterThanOrEqual(0);
      expect(surplus).toBeLessThanOrEqual(end.paidTotal - end.refundedTotal);
      expect(surplusOf({ ...end, refundedTotal: end.refundedTotal + surplus })).toBe(0);
    }));
  });
});
