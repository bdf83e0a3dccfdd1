import 'reflect-metadata';
import { describe, expect, test } from 'vitest';
import { encodeKey, neighbourOf, orderPageOf, type OrderKey, type OrderPageRequest } from './order-page-request.ts';

const key: OrderKey = { id: '0192f0c1-2d3e-7a4b-8c5d-6e7f80910203', updatedAt: '2026-09-30T12:00:00.123Z' };
const other: OrderKey = { id: '0192f0c1-2d3e-7a4b-8c5d-6e7f80910204', updatedAt: '2026-09-30T11:00:00.000Z' };

describe('a cursor of a list of orders', () => {
  test('carries the place by which its list is sorted', () => {
    expect(orderPageOf({ sort: 'CREATED', after: encodeKey('CREATED', key) }).olderThan?.id).toBe(key.id);
    expect(orderPageOf({ sort: 'UPDATED', before: encodeKey('UPDATED', key) }).newerThan).toEqual(key);
  });

  test.each([
    ['UPDATED', encodeKey('CREATED', key)], ['CREATED', encodeKey('UPDATED', key)], ['CREATED', 'nonsense'], ['UPDATED', ''], ['UPDATED', Buffer.alloc(24, 255).toString('base64url')],
  ] as const)('is refused in a list by %s where it is %j', (sort, after) => {
    expect(() => orderPageOf({ sort, after })).toThrow(expect.objectContaining({ extensions: { code: 'BAD_USER_INPUT' } }));
  });
});

describe('the page beside a page', () => {
  const request: OrderPageRequest = { sort: 'CREATED', limit: 5, backwards: false, olderThan: null, newerThan: null };

  test('begins at the edge of what is shown', () => {
    expect(neighbourOf(request, [other, key], 'before')).toEqual({ sort: 'CREATED', limit: 0, backwards: true, olderThan: null, newerThan: other });
    expect(neighbourOf(request, [other, key], 'behind')).toEqual({ sort: 'CREATED', limit: 0, backwards: false, olderThan: key, newerThan: null });
  });

  test('of an empty page takes in the very order that the client named', () => {
    expect(neighbourOf({ ...request, olderThan: other }, [], 'before')?.newerThan).toEqual({ ...other, id: key.id });
    expect(neighbourOf({ ...request, newerThan: key }, [], 'behind')?.olderThan).toEqual({ ...key, id: other.id });
    const [least, most] = ['00000000-0000-0000-0000-000000000000', 'ffffffff-ffff-ffff-ffff-ffffffffffff'];
    expect(neighbourOf({ ...request, olderThan: { ...key, id: least } }, [], 'before')?.newerThan?.id).toBe(least);
    expect(neighbourOf({ ...request, newerThan: { ...key, id: most } }, [], 'behind')?.olderThan?.id).toBe(most);
  });

  test('is none where nothing is shown and nothing was named', () => {
    expect([neighbourOf(request, [], 'before'), neighbourOf(request, [], 'behind')]).toEqual([null, null]);
  });
});
