import { describe, expect } from 'vitest';
import { test } from '../support/app.ts';
import { openShop } from '../support/seeds.ts';
import { transports } from './transports.ts';

const page = 'query VariablesDefault($storeId: ID!, $first: Int! = 7, $statuses: [OrderStatus!]! = [DELIVERING]) { storeOrders(storeId: $storeId, first: $first, filter: { status: $statuses }) { edges { cursor } } }';

describe('a variable that may not be null and has a default', () => {
  test.for(['HTTP', 'WebSocket'] as const)('may be left out, the first time and every time, over %s', async (transport, { app }) => {
    const { clerk, storeId } = await openShop(app);
    for (let time = 1; time <= 3; time += 1) {
      expect([time, await transports[transport](clerk, page, { storeId })]).toEqual([time, { data: { storeOrders: { edges: [] } } }]);
    }
  });

  test('is taken as it is given, and refused as null', async ({ app }) => {
    const { clerk, storeId } = await openShop(app);
    for (let time = 1; time <= 3; time += 1) {
      expect((await clerk.request(page, { storeId, first: 0 })).errors?.[0]?.message).toContain('you asked for 0');
      expect((await clerk.request(page, { storeId, first: null })).errors?.[0]?.extensions.code).toBe('BAD_USER_INPUT');
      expect((await clerk.request(page, {})).errors?.[0]?.extensions.code).toBe('BAD_USER_INPUT');
    }
  });
});

describe('a variable that cannot be read', () => {
  const place = 'mutation VariablesUnread($input: OrderPlaceInput!) { orderPlace(input: $input) { userErrors { code } } }';
  test.for(['HTTP', 'WebSocket'] as const)('is explained alike the first time and every time, with what was probably meant, over %s', async (transport, { app }) => {
    const { shopper } = await openShop(app);
    const inputs = [{ deliveryType: 'EXPRES', contct: {}, lines: 7 }, { deliveryType: 'EXPRES', lines: [] }, null];
    for (const input of inputs) {
      const first = await transports[transport](shopper, place, { input });
      expect(first.errors!.every(({ extensions }) => extensions?.code === 'BAD_USER_INPUT')).toBe(true);
      expect(await transports[transport](shopper, place, { input })).toEqual(first);
      expect(await transports[transport](shopper, place, { input })).toEqual(first);
    }
    expect((await transports[transport](shopper, place, { input: inputs[1] })).errors![0]!.message).toMatch(/"\$input".*"EXPRES" at "input\.deliveryType".*"EXPRESS"/);
  });
});
