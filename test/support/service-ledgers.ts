import { caseOf } from '../../src/customer-service/customer-service.queries.ts';
import { orderForSystem } from '../../src/orders/order.queries.ts';
import { paymentsOf, refundsOf } from '../../src/payments/payment.queries.ts';
import type { Database } from '../../src/platform/database.ts';
import type { App } from './app.ts';
import { dbOf, orderKey } from './races.ts';
import type { Ledgers } from './service-laws.ts';

/** What the database says about an order, its documents and its money, read as one snapshot. */
export async function ledgersOf(app: App, orderId: string): Promise<Ledgers> {
  return await dbOf(app).begin('isolation level repeatable read', async (tx): Promise<Ledgers> => {
    const db = tx as unknown as Database;
    const order = (await orderForSystem(db, orderKey(orderId)))!;
    return { ofOrder: await caseOf(db, order), payments: await paymentsOf(db, order.id), refunds: await refundsOf(db, order.id) };
  }) as Ledgers;
}

/** Whether the versions of everything that has a history run from 1 without a gap. */
export async function historiesAreWhole(app: App, orderId: string): Promise<boolean> {
  const [row] = await dbOf(app)<{ whole: boolean }[]>`
    select bool_and(e.versions = array(select generate_series(1, s.version))) as whole from (
      select id, version from orders where id = ${orderKey(orderId)} union all select id, version from customer_services where anchor_id = ${orderKey(orderId)}) s
    cross join lateral (select array_agg(version order by version) as versions from events where subject_id = s.id) e`;
  return row!.whole;
}
