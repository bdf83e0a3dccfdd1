import { describe, expect, test } from 'vitest';
import { cellCodes, cellNamed, cellRoom, cellsOf, codeOfCell, isWanted, nameOfCell, wantsEveryCell, type CellFilter } from '../counts/order-cells.rules.ts';
import { conditionsOf, monthsBefore, wantsCellsOnly } from './order-conditions.rules.ts';
import type { OrderFilter } from './order-filter.types.ts';
import { deliveryTypes, orderKinds, orderStatuses } from '../order.lifecycle.ts';

const now = '2026-09-30T12:00:00.000Z';
const meaning = (filter: OrderFilter, own = false) => conditionsOf(filter, null, own, now);

describe('what a filter means', () => {
  test('is nothing where it says nothing: null, an empty list and an empty text are nothing said', () => {
    const empty = meaning({});
    expect(meaning({ status: [], kind: null, contactName: '', productName: '', number: '', contactPhone: '', waybillNumber: '', lastMonths: null, afterSales: null })).toEqual(empty);
    expect([wantsEveryCell(empty), wantsCellsOnly(empty)]).toEqual([true, true]);
  });

  test('leaves the recycle bin out of a shopper’s own list, unless it is asked for (S1-60)', () => {
    expect(meaning({}, true).visibility).toBe('VISIBLE');
    expect(meaning({ visibility: 'RECYCLED' }, true).visibility).toBe('RECYCLED');
    expect(meaning({}).visibility).toBeNull();
  });

  test('takes each status once', () => {
    expect(meaning({ status: ['DELIVERING', 'CLOSED_REFUNDED', 'DELIVERING'] }).statuses).toEqual(['DELIVERING', 'CLOSED_REFUNDED']);
  });

  test('takes the later one of two beginnings', () => {
    expect(meaning({ lastMonths: 1 }).created).toEqual({ from: '2026-08-30T12:00:00.000Z', before: null });
    expect(meaning({ lastMonths: 1, createdFrom: '2026-01-01T00:00:00Z' }).created.from).toBe('2026-08-30T12:00:00.000Z');
    expect(meaning({ lastMonths: 1, createdFrom: '2026-09-01T00:00:00Z', createdBefore: now }).created).toEqual({ from: '2026-09-01T00:00:00Z', before: now });
  });

  test.each([[{ lastMonths: 0 }], [{ lastMonths: -1 }], [{ lastMonths: 1201 }], [{ productName: 'a' }], [{ contactName: ' 王 ' }], [{ productName: ' ' }]])('is refused for %j', (filter) => {
    expect(() => meaning(filter)).toThrow(expect.objectContaining({ extensions: { code: 'BAD_USER_INPUT' } }));
  });

  test('searches for names as they are compared, and for numbers as they are', () => {
    expect(meaning({ productName: ' Blue  MUG', contactName: 'ＲＯＳＡ', number: '26 ' }).search).toEqual([
      { field: 'PRODUCT', text: 'blue mug' }, { field: 'CONTACT', text: 'rosa' }, { field: 'NUMBER', text: '26 ' },
    ]);
  });

  test.each<OrderFilter>([
    { onHold: false }, { afterSales: true }, { reminded: true }, { contactPhone: '1' }, { waybillNumber: '1' }, { lastMonths: 1 }, { paidFrom: now }, { finishedBefore: now }, { number: '1' }, { productName: 'ab' },
  ])('is more than cells for %j', (filter) => {
    expect(wantsCellsOnly(meaning(filter))).toBe(false);
  });
});

describe('some months ago', () => {
  test.each([
    [1, '2026-08-30T12:00:00.000Z'], [7, '2026-02-28T12:00:00.000Z'], [9, '2025-12-30T12:00:00.000Z'], [12, '2025-09-30T12:00:00.000Z'], [31, '2024-02-29T12:00:00.000Z'],
  ])('is, %i months before the end of September, %s', (months, expected) => {
    expect(monthsBefore(now, months)).toBe(expected);
  });
});

describe('cells', () => {
  const every: CellFilter = { statuses: null, awaitingReview: null, kind: null, deliveryType: null };

  test('are every combination of what a filter leaves open, each with a code and a name of its own', () => {
    const cells = cellsOf(every);
    expect(cells).toHaveLength([orderStatuses, orderKinds, deliveryTypes].reduce((product, names) => product * Object.keys(names).length, 2));
    expect(new Set(cells.map(codeOfCell)).size).toBe(cells.length);
    expect(cells.map((cell) => cellNamed(nameOfCell(cell)))).toEqual(cells);
    expect(Math.max(...cells.map(codeOfCell))).toBeLessThan(2 ** 15);
    for (const codes of [cellCodes.kind, cellCodes.deliveryType]) expect(Math.max(...Object.values(codes))).toBeLessThan(cellRoom);
  });

  test('are wanted by a filter exactly where it gives them', () => {
    const filters: CellFilter[] = [every, { ...every, statuses: ['DELIVERING', 'CLOSED_CONFIRMED'] }, { ...every, awaitingReview: true }, { ...every, kind: 'IN_STORE', deliveryType: 'FLASH' }, { ...every, statuses: [] }];
    for (const filter of filters) expect(cellsOf(every).filter((cell) => isWanted(filter, cell))).toEqual(cellsOf(filter));
  });

  test('are told from what else is counted', () => {
    expect([cellNamed('HELD'), cellNamed('RECYCLED'), cellNamed('')]).toEqual([null, null, null]);
  });
});
