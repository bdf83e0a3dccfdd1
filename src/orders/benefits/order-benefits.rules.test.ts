import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { postingFault } from '../../customers/ledger.rules.ts';
import { systemActor } from '../../platform/event-log.ts';
import { happenings, newOrders, noon, someOrder, walk } from '../../../test/support/order-walks.ts';
import { earnedPart, givesBack, isGivenBack, linePart, partOf, pointsMoves, type PointsMove, type ReturnedPart } from './order-benefits.rules.ts';
import type { Fulfilment } from '../order.lifecycle.ts';
import type { OrderRow } from '../order.tables.ts';

const circumstances = { at: noon, actor: systemActor };
const reasons = (before: OrderRow | null, after: OrderRow): string[] => pointsMoves(before, after, circumstances).map(({ reason }) => reason);

const balances = (moves: readonly PointsMove[]): Record<string, number> => {
  const sums: Record<string, number> = { POINTS: 0, POINTS_RESERVED: 0, PLATFORM_POINTS: 0 };
  for (const { kind, amount } of moves.flatMap(({ entries }) => entries)) sums[kind]! += amount;
  return sums;
};

describe('points of an order', () => {
  const paying = (fulfilment: Fulfilment, extra: Partial<OrderRow> = {}): OrderRow => someOrder({ fulfilment, pointsUsed: 120, pointsToEarn: 7, ...extra });

  test.each<[before: Fulfilment | null, after: Fulfilment, string[]]>([
    [null, 'PAY_PENDING', ['RESERVE']],
    [null, 'CONFIRM_PENDING', ['SPEND']],
    ['PAY_PENDING', 'PAY_PENDING', []],
    ['PAY_PENDING', 'CONFIRM_PENDING', ['SPEND']],
    ['PAY_PENDING', 'DELIVER_PENDING', ['SPEND']],
    ['PAY_PENDING', 'CANCELED', ['RELEASE']],
    ['PAY_PENDING', 'PAY_TIMEOUT', ['RELEASE']],
    ['CONFIRM_PENDING', 'CANCELED', ['SPEND_RETURNED']],
    ['CANCELED', 'CANCELED', []],
    ['DELIVERED', 'CONFIRMED', ['EARN']],
    ['CONFIRMED', 'CONFIRMED', []],
    ['CONFIRMED', 'REFUNDED', []],
  ])('move from %s to %s by %j', (before, after, expected) => {
    expect(reasons(before && paying(before), paying(after))).toEqual(expected);
  });

  test('do not move for somebody unknown, nor where there are none', () => {
    for (const extra of [{ customerId: null }, { pointsUsed: 0, pointsToEarn: 0 }]) {
      expect(reasons(null, paying('PAY_PENDING', extra))).toEqual([]);
      expect(reasons(paying('DELIVERED', extra), paying('CONFIRMED', extra))).toEqual([]);
    }
  });

  test('are where they belong after every life of an order, and are well posted on the way', () => {
    fc.assert(fc.property(newOrders, happenings, fc.integer({ min: 1, max: 5000 }), fc.integer({ min: 0, max: 300 }), (order, happened, pointsUsed, pointsToEarn) => {
      const start = { ...order, pointsUsed, pointsToEarn };
      const { plans, end } = walk(start, happened);
      const moves = [...pointsMoves(null, start, circumstances), ...plans.flatMap(({ before, after }) => pointsMoves(before, after, circumstances))];
      for (const move of moves) expect(postingFault({ ...move, id: 'x' })).toBeNull();
      const { POINTS, POINTS_RESERVED, PLATFORM_POINTS } = balances(moves);
      expect([POINTS! + POINTS_RESERVED! + PLATFORM_POINTS!, moves.filter(({ reason }) => reason === 'EARN').length <= 1]).toEqual([0, true]);
      const waits = end.fulfilment === 'PAY_PENDING';
      const earned = end.fulfilment === 'CONFIRMED' ? pointsToEarn : 0;
      expect(POINTS_RESERVED).toBe(waits ? pointsUsed : 0);
      expect(POINTS).toBe((end.fulfilment === 'CANCELED' || end.fulfilment === 'PAY_TIMEOUT' ? 0 : -pointsUsed) + earned);
    }));
  });
});

describe('what an order took', () => {
  test('is given back once, when it dies or everything has gone back, and never before', () => {
    fc.assert(fc.property(newOrders, happenings, (order, happened) => {
      const { plans, end } = walk(order, happened);
      const given = plans.filter(({ before, after }) => givesBack(before, after)).length;
      expect(given).toBe(isGivenBack(end) ? 1 : 0);
    }));
  });
});

describe('a coupon', () => {
  const gone = (order: OrderRow, after: Partial<OrderRow>): boolean => givesBack(order, { ...order, ...after });

  test('stays used while goods are kept, though money that was paid on top of an order without a price has gone back', () => {
    const free: OrderRow = someOrder({ fulfilment: 'CONFIRMED', total: 0, pointsUsed: 1000, couponCode: 'C', payment: 'PAID', paidTotal: 500 });
    expect(gone(free, { refundedTotal: 500, payment: 'REFUNDED' })).toBe(false);
  });

  test('stays used while goods are kept that points have paid for, though all of the money has gone back', () => {
    const mixed: OrderRow = someOrder({ fulfilment: 'CONFIRMED', pointsUsed: 1000, couponCode: 'C', payment: 'PARTIALLY_REFUNDED', paidTotal: 1000, refundedTotal: 500, returnedTotal: 500 });
    expect(gone(mixed, { refundedTotal: 1000, returnedTotal: 1000, payment: 'REFUNDED' })).toBe(false);
  });

  test('is free again once all that was paid for the goods has gone back, though a gift was kept', () => {
    const gift: OrderRow = someOrder({ fulfilment: 'CONFIRMED', couponCode: 'C', payment: 'PAID', paidTotal: 1000 });
    expect(gone(gift, { refundedTotal: 1000, returnedTotal: 1000, payment: 'REFUNDED' })).toBe(true);
  });
});

/** A line's pieces, given back in some order of portions, perhaps not all of them. */
const portions = (quantity: number): fc.Arbitrary<ReturnedPart[]> => fc.array(fc.integer({ min: 1, max: 5 }), { maxLength: 12 }).map((sizes) => {
  const parts: ReturnedPart[] = [];
  let piecesBefore = 0;
  for (const size of sizes) {
    const pieces = Math.min(size, quantity - piecesBefore);
    if (pieces > 0) parts.push({ pieces, piecesBefore });
    piecesBefore += pieces;
  }
  return parts;
});

const lines = fc.integer({ min: 1, max: 20 }).chain((quantity) => fc.record({
  item: fc.integer({ min: 0, max: 100_000 }).chain((saleTotal) => fc.record({
    quantity: fc.constant(quantity), saleTotal: fc.constant(saleTotal), pointsShare: fc.integer({ min: 0, max: saleTotal }), pointsUsed: fc.nat({ max: 10_000 }), freightShare: fc.nat({ max: 3000 }),
  })),
  parts: portions(quantity),
}));

describe('the part of a line that is given back', () => {
  test('is never less than nothing, and all parts together are what the line was paid with', () => {
    fc.assert(fc.property(lines, ({ item, parts }) => {
      const given = parts.map((part) => linePart(item, part));
      for (const part of given) expect(Math.min(part.money, part.points, part.pointsWorth, part.freight)).toBeGreaterThanOrEqual(0);
      const sum = (of: (part: (typeof given)[number]) => number) => given.reduce((total, part) => total + of(part), 0);
      const all = parts.reduce((total, { pieces }) => total + pieces, 0) === item.quantity;
      const sums = [sum(({ money }) => money), sum(({ points }) => points), sum(({ pointsWorth }) => pointsWorth), sum(({ freight }) => freight)];
      const whole = [item.saleTotal - item.pointsShare, item.pointsUsed, item.pointsShare, item.freightShare];
      if (all) expect(sums).toEqual(whole);
      else for (const [index, part] of sums.entries()) expect(part).toBeLessThanOrEqual(whole[index]!);
    }));
  });

  test('of one piece of three follows from its place', () => {
    expect([0, 1, 2].map((piecesBefore) => partOf(100, 3, { pieces: 1, piecesBefore }))).toEqual([33, 33, 34]);
    expect(partOf(100, 3, { pieces: 2, piecesBefore: 1 })).toBe(67);
  });
});

describe('points that were earned with money that has gone back', () => {
  test('are taken back in step with it, and all of them with all of it', () => {
    fc.assert(fc.property(fc.nat({ max: 5000 }), fc.integer({ min: 1, max: 100_000 }), fc.array(fc.integer({ min: 1, max: 30_000 }), { maxLength: 8 }), (pointsToEarn, paid, amounts) => {
      let before = 0;
      let taken = 0;
      for (const amount of amounts) {
        const part = earnedPart(pointsToEarn, paid, before, amount);
        expect(part).toBeGreaterThanOrEqual(0);
        taken += part;
        before += amount;
      }
      expect(taken).toBeLessThanOrEqual(pointsToEarn);
      if (before >= paid) expect(taken).toBe(pointsToEarn);
      // Nobody keeps a point for money that they have back.
      expect(BigInt(pointsToEarn - taken) * BigInt(paid)).toBeLessThanOrEqual(BigInt(pointsToEarn) * BigInt(Math.max(0, paid - before)));
    }));
  });

  test('are none where nothing was paid', () => {
    expect(earnedPart(5, 0, 0, 10)).toBe(0);
  });
});
