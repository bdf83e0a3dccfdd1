import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { happenings, newOrders, walk } from '../../../test/support/order-walks.ts';
import { rewound } from './order-history.rules.ts';
import type { OrderRow } from '../order.tables.ts';

describe('an order as it was', () => {
  test('is given back exactly, for every version it ever had', () => {
    fc.assert(fc.property(newOrders, happenings, (start, happened) => {
      const { end, plans, history } = walk(start, happened);
      const versions: OrderRow[] = [start];
      for (const { changes } of plans.flatMap(({ events }) => events)) versions.push({ ...versions.at(-1)!, ...changes });
      expect(versions.at(-1)).toEqual(end);
      for (const was of versions) expect(rewound(end, history, was.version)).toEqual(was);
    }), { numRuns: 300 });
  });

  test('is what each write left behind, however many events it wrote', () => {
    fc.assert(fc.property(newOrders, happenings, (start, happened) => {
      const { end, plans, history } = walk(start, happened);
      for (const { after } of plans) expect(rewound(end, history, after.version)).toEqual(after);
    }));
  });
});
