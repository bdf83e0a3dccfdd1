import { describe, expect } from 'vitest';
import { createContext, type Context } from '../../src/context.ts';
import { createService } from '../../src/customer-service/create-service.ts';
import { personIdOf } from '../../src/platform/ids.ts';
import type { Database } from '../../src/platform/database.ts';
import { test, type App, type Person } from '../support/app.ts';
import { brokenLaws } from '../support/service-laws.ts';
import { ledgersOf } from '../support/service-ledgers.ts';
import { ofPrices, seenOrder, sellAtTill, take } from './service-desk.ts';

/** A context whose read of this table waits, once, until somebody else has done something, which its other reads have not seen. */
function interrupted(app: App, { subject }: Person, table: string, meanwhile: () => Promise<unknown>): Context {
  let waiting = true;
  const db = new Proxy(app.server.services.db, {
    apply(target, self, given: unknown[]) {
      const [words] = given as [TemplateStringsArray];
      const query = () => Reflect.apply(target as unknown as (...parts: unknown[]) => unknown, self, given);
      if (!waiting || !words[0]?.startsWith(`select * from ${table} where`)) return query();
      waiting = false;
      return meanwhile().then(query);
    },
  }) as Database;
  return { ...createContext(app.server.services, { role: 'STAFF', personId: personIdOf(subject), name: subject } as NonNullable<Context['caller']>, 'interrupted'), db };
}

const everything = (orderId: string) => ({ orderId, type: 'RETURN' as const, reason: 'Broken', goodsHandedIn: true, refundNow: true });

describe('what others commit while a command reads an order', () => {
  test('is a lost race, and no fault: here documents that are newer than their lines', async ({ app }) => {
    const { shop, orderId } = await sellAtTill(app, ofPrices(['10.00', 2]));
    const context = interrupted(app, shop.clerk, 'customer_services', () => take(shop.manager, 'Create', everything(orderId)));
    const { refusals } = await createService(context, everything(orderId));
    expect(refusals.map(({ code }) => code)).toEqual(['TRANSITION_NOT_ALLOWED']);
    expect(await seenOrder(shop.clerk, orderId)).toMatchObject({ status: 'CLOSED_REFUNDED', refundedTotal: { amount: '20.00' } });
    expect(brokenLaws(await ledgersOf(app, orderId))).toEqual([]);
  });

  test('is a lost race, and no reason to refuse: here payments that hold less than the documents say', async ({ app }) => {
    const { shop, orderId } = await sellAtTill(app, ofPrices(['10.00', 2]));
    const context = interrupted(app, shop.clerk, 'payments', () => take(shop.manager, 'Create', { ...everything(orderId), returns: [{ seq: 1, quantity: 1 }] }));
    const { refusals, value } = await createService(context, everything(orderId));
    expect(refusals).toEqual([]);
    expect(value!.document!.row).toMatchObject({ status: 'REFUNDED', refundedTotal: 1000 });
    expect(await seenOrder(shop.clerk, orderId)).toMatchObject({ status: 'CLOSED_REFUNDED', refundedTotal: { amount: '20.00' } });
    expect(brokenLaws(await ledgersOf(app, orderId))).toEqual([]);
  });
});
