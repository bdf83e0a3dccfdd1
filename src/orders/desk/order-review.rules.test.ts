import { describe, expect, test } from 'vitest';
import { noon, someOrder } from '../../../test/support/order-walks.ts';
import { assignmentsOf } from './order-assignments.rules.ts';
import type { EventRow } from '../../platform/event-log.ts';
import { rewoundItems } from '../history/order-history.rules.ts';
import { reviewOfLine, reviewOfOrder } from './order-review.rules.ts';
import type { OrderItemRow } from '../order.tables.ts';

const done = someOrder({ fulfilment: 'CONFIRMED', status: 'CLOSED_CONFIRMED', awaitingReview: true });

const line = (seq: number, commentId: string | null = null): OrderItemRow => ({
  orderId: done.id, seq, skuId: done.id, skuCode: `SKU-${seq}`, productId: done.id, productCode: 'P', name: 'Thing', specification: null, barcode: null, cover: null, weightGrams: null,
  quantity: 1, currency: 'GBP', listPrice: 1, salePrice: 1, listTotal: 1, discountTotal: 0, saleTotal: 1, priceReason: null, parentSeq: null, pointsUsed: 0, pointsShare: 0, freightShare: 0, pricing: null, sold: null, status: 'CREATED', returningQuantity: 0, returnedQuantity: 0, commentId, reviewedAt: commentId && noon,
});

describe('a comment', () => {
  test('on the order as a whole ends the waiting for reviews, once', () => {
    expect(reviewOfOrder(done, 'C-1', noon)).toEqual({ changes: { commentId: 'C-1', reviewedAt: noon, awaitingReview: false } });
    expect(reviewOfOrder({ ...done, commentId: 'C-0', reviewedAt: noon }, 'C-1', noon)).toMatchObject({ code: 'ALREADY_REVIEWED' });
  });

  test('on a line leaves the order waiting as long as another line does', () => {
    expect(reviewOfLine(done, [line(1), line(2)], 1, 'C-1', noon)).toEqual({ changes: { awaitingReview: true }, items: [{ seq: 1, commentId: 'C-1', reviewedAt: noon }] });
    expect(reviewOfLine(done, [line(1), line(2, 'C-0')], 1, 'C-1', noon)).toMatchObject({ changes: { awaitingReview: false } });
    expect(reviewOfLine({ ...done, reviewedAt: noon, awaitingReview: false }, [line(1), line(2)], 1, 'C-1', noon)).toMatchObject({ changes: { awaitingReview: false } });
  });

  test('that is there already is repeated, another is refused, and so is a line that is not there', () => {
    expect(reviewOfLine(done, [line(1, 'C-1')], 1, 'C-1', noon)).toEqual({ repeated: true });
    expect(reviewOfLine(done, [line(1, 'C-0')], 1, 'C-1', noon)).toMatchObject({ code: 'ALREADY_REVIEWED' });
    expect(reviewOfLine(done, [line(1)], 2, 'C-1', noon)).toMatchObject({ code: 'NOT_FOUND', path: ['seq'] });
  });
});

describe('lines as they were', () => {
  const history = [
    { version: 1, changes: {} }, { version: 2, changes: { items: [{ seq: 1, commentId: 'C-1', reviewedAt: noon }] } },
    { version: 3, changes: { items: [{ seq: 1, status: 'RETURNING' }, { seq: 2, commentId: 'C-2', reviewedAt: noon }] } },
  ];
  const now = [{ ...line(1, 'C-1'), status: 'RETURNING' as const }, { ...line(2, 'C-2'), status: 'REFUNDED' as const }];

  test('take back what later events have told of them, and nothing else', () => {
    const at = (version: number) => rewoundItems(now, history, version).map(({ commentId, reviewedAt, status }) => [commentId, reviewedAt, status]);
    expect(at(3)).toEqual([['C-1', noon, 'RETURNING'], ['C-2', noon, 'REFUNDED']]);
    expect(at(2)).toEqual([['C-1', noon, 'CREATED'], [null, null, 'REFUNDED']]);
    expect(at(1)).toEqual([[null, null, 'CREATED'], [null, null, 'REFUNDED']]);
  });
});

describe('the stores that had an order', () => {
  const store = (storeId: string) => ({ storeId, storeCode: storeId, storeName: `Store ${storeId}` });
  const event = (type: string, changes: object): EventRow => ({ type, changes, at: noon, version: 1 } as EventRow);
  const of = (...events: EventRow[]) => assignmentsOf(events).map(({ storeId, outcome, assigned, answered }) => [storeId, outcome, assigned.type, answered?.type ?? null]);

  test('are told with what each made of it, in their sequence', () => {
    const placed = event('PLACED', { ...store('A'), fulfilment: 'PAY_PENDING' });
    const rejected = event('REJECT', { storeId: null, storeCode: null, storeName: null, fulfilment: 'CONFIRM_PENDING' });
    const assigned = event('ASSIGN_STORE', { ...store('B'), fulfilment: 'CONFIRM_PENDING' });
    expect(of(placed)).toEqual([['A', 'WAITING', 'PLACED', null]]);
    expect(of(placed, rejected)).toEqual([['A', 'REJECTED', 'PLACED', 'REJECT']]);
    expect(of(placed, rejected, assigned)).toEqual([['A', 'REJECTED', 'PLACED', 'REJECT'], ['B', 'WAITING', 'ASSIGN_STORE', null]]);
    expect(of(placed, rejected, assigned, event('ACCEPT', { fulfilment: 'DELIVER_PENDING' }), event('START_DELIVERY', { fulfilment: 'DELIVERING' })))
      .toEqual([['A', 'REJECTED', 'PLACED', 'REJECT'], ['B', 'ACCEPTED', 'ASSIGN_STORE', 'ACCEPT']]);
    expect(of(placed, event('CANCEL', { fulfilment: 'CANCELED' }))).toEqual([['A', 'ENDED', 'PLACED', 'CANCEL']]);
    expect(of(event('PLACED', { fulfilment: 'PAY_PENDING' }), event('ASSIGN_STORE', store('B')), event('START_DELIVERY', { fulfilment: 'DELIVERING' }))).toEqual([['B', 'ACCEPTED', 'ASSIGN_STORE', 'START_DELIVERY']]);
  });
});
