import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { happenings, newOrders, someOrder, walk } from '../../../test/support/order-walks.ts';
import type { CountDelta } from '../../platform/event-log.ts';
import { countDeltas, countScopes, shownDeltas, type CountScope } from './order-counts.rules.ts';
import { orderStatuses, visibilities, type OrderStatus, type Visibility } from '../order.lifecycle.ts';
import type { OrderRow } from '../order.tables.ts';

/** Sums of deltas by scope, place and bucket, empty ones left out. */
function sumsOf(events: readonly { readonly storeId: string | null; readonly countDeltas?: readonly CountDelta[] | null }[]): Record<string, [number, number]> {
  const sums = new Map<string, [number, number]>();
  for (const { storeId, countDeltas: deltas } of events) {
    for (const [scopes, bucket, currency, orders, amount] of deltas ?? []) {
      for (const scope of scopes) {
        const key = [scope, scope === 'S' ? storeId : '', bucket, currency].join(' | ');
        const [count, money] = sums.get(key) ?? [0, 0];
        sums.set(key, [count + orders, money + amount]);
      }
    }
  }
  return Object.fromEntries([...sums].filter(([, [orders, amount]]) => orders !== 0 || amount !== 0).toSorted());
}

const placed = (order: OrderRow) => ({ storeId: order.storeId, countDeltas: countDeltas(null, order, order.storeId) });

const bucketsFor = (scope: CountScope, order: OrderRow): string[] =>
  (countDeltas(null, order, order.storeId) ?? []).filter(([scopes]) => scopes.includes(scope)).map(([, bucket]) => bucket);

describe('the deltas of an order’s events', () => {
  test('come, at every point of its life, to what the order is then, however it got there', () => {
    fc.assert(fc.property(newOrders, happenings, (start, happened) => {
      const { plans, end } = walk(start, happened);
      const events = [placed(start), ...plans.flatMap((plan) => plan.events)];
      expect(sumsOf(events)).toEqual(sumsOf([placed(end)]));
    }));
  });

  test('tell staff of an order by what it is, and its owner by where they put it', () => {
    const order = someOrder({ storeId: 'a', status: 'CLOSED_CONFIRMED', awaitingReview: true });
    const cell = 'CLOSED_CONFIRMED REVIEW ONLINE EXPRESS';
    const expected: Readonly<Record<Visibility, Readonly<Record<CountScope, string[]>>>> = {
      VISIBLE: { S: [cell], C: [cell], P: [cell], N: [] },
      RECYCLED: { S: [cell], C: ['RECYCLED'], P: [cell, 'RECYCLED'], N: [] },
      PURGED: { S: [cell], C: [], P: [cell], N: [] },
    };
    for (const visibility of Object.keys(visibilities) as Visibility[]) {
      const found = Object.fromEntries((Object.keys(countScopes) as CountScope[]).map((scope) => [scope, bucketsFor(scope, { ...order, visibility })]));
      expect([visibility, found]).toEqual([visibility, expected[visibility]]);
    }
  });

  test.for(Object.keys(orderStatuses) as OrderStatus[])('count a hold in %s, and a reminder as long as the order has not left', (status) => {
    const order = someOrder({ status, heldAt: '2026-03-01T12:00:00.000Z', remindedAt: '2026-03-01T12:00:00.000Z' });
    const waits = ['PAID_CONFIRM_PENDING', 'CONFIRMED_DELIVER_PENDING', 'CONFIRMED_PICK_PENDING', 'DELIVERING'].includes(status);
    for (const scope of ['N', 'P', 'C'] as const) expect(bucketsFor(scope, order)).toEqual([`${status} - ONLINE EXPRESS`, 'HELD', ...(waits ? ['REMINDED'] : [])]);
    expect(bucketsFor('S', order)).toEqual([]);
  });

  test('leave the shopper’s and the platform’s numbers alone when only the store changes', () => {
    const [before, after] = [someOrder({ storeId: 'a' }), someOrder({ storeId: null })];
    expect(countDeltas(before, after, 'a')).toEqual([
      ['S', 'CREATED_PAY_PENDING - ONLINE EXPRESS', 'GBP', -1, -1000], ['N', 'CREATED_PAY_PENDING - ONLINE EXPRESS', 'GBP', 1, 1000],
    ]);
  });

  test('tell of a total that has changed, and of nothing when nothing has', () => {
    const order = someOrder({ customerId: null });
    expect(countDeltas(order, { ...order, total: 1300 }, null)).toEqual([['PN', 'CREATED_PAY_PENDING - ONLINE EXPRESS', 'GBP', 0, 300]]);
    expect(countDeltas(order, { ...order, remark: 'x' } as OrderRow, null)).toBeNull();
  });

  test('are refused where the one store that hears of the event would not hear of its own numbers', () => {
    const order = someOrder({ storeId: 'a' });
    expect(() => countDeltas(order, { ...order, storeId: 'b' }, 'b')).toThrow('by an event of its own');
    expect(() => countDeltas(order, { ...order, status: 'DELIVERING' }, null)).toThrow('does not name');
    expect(() => countDeltas(order, { ...order, status: 'DELIVERING' }, 'b')).toThrow('does not name');
    expect(countDeltas(order, { ...order, visibility: 'PURGED' }, null)).toEqual([['C', 'CREATED_PAY_PENDING - ONLINE EXPRESS', 'GBP', -1, -1000]]);
  });
});

describe('what clients are shown of the deltas', () => {
  const paid = someOrder({ status: 'PAID_CONFIRM_PENDING', storeId: 'a' });
  const shown = (before: OrderRow | null, after: OrderRow, scope: CountScope) =>
    shownDeltas(countDeltas(before, after, 'a') ?? [], scope).map(({ bucket, orders, amount }) => [bucket, orders, amount]);

  test('are statuses and flags, and the total where an order comes or goes', () => {
    expect(shown(null, paid, 'S')).toEqual([['TOTAL', 1, 1000], ['PAID_CONFIRM_PENDING', 1, 1000]]);
    expect(shown(paid, { ...paid, storeId: null }, 'S')).toEqual([['TOTAL', -1, -1000], ['PAID_CONFIRM_PENDING', -1, -1000]]);
    expect(shown(paid, { ...paid, storeId: null }, 'C')).toEqual([]);
    expect(shown(paid, { ...paid, status: 'CLOSED_CONFIRMED', awaitingReview: true }, 'C')).toEqual([
      ['PAID_CONFIRM_PENDING', -1, -1000], ['CLOSED_CONFIRMED', 1, 1000], ['AWAITING_REVIEW', 1, 1000],
    ]);
    expect(shown(paid, { ...paid, heldAt: 'now', remindedAt: 'now' }, 'S')).toEqual([['ON_HOLD', 1, 1000], ['REMINDED', 1, 1000]]);
    expect(shown(paid, { ...paid, visibility: 'RECYCLED' }, 'C')).toEqual([['TOTAL', -1, -1000], ['PAID_CONFIRM_PENDING', -1, -1000], ['RECYCLED', 1, 1000]]);
  });

  test('say nothing of a status that an order only moves within', () => {
    const done = { ...paid, status: 'CLOSED_CONFIRMED', awaitingReview: true } as const;
    expect(shown(done, { ...done, awaitingReview: false }, 'S')).toEqual([['AWAITING_REVIEW', -1, -1000]]);
  });
});
