import type { LedgerEntry, LedgerReason } from '../../src/customers/ledger.rules.ts';
import type { OrderRow } from '../../src/orders/order.tables.ts';
import type { App } from './app.ts';
import type { Benefits } from './benefit-laws.ts';
import { dbOf } from './races.ts';

/** What the ledger of the order's customer, and the use of its coupon, say in the database. */
export async function benefitsOf(app: App, { id, customerId, currency }: OrderRow, short: boolean): Promise<Benefits> {
  const db = dbOf(app);
  const postings = await db<{ unit: string; reason: LedgerReason; orderId: string | null; entries: LedgerEntry[] }[]>`
    select t.unit, t.reason, t.order_id, json_agg(json_build_object('kind', e.kind, 'amount', e.amount)) as entries
    from ledger_transactions t join ledger_entries e on e.transaction_id = t.id where t.customer_id = ${customerId} group by t.id order by t.id`;
  const accounts = await db<{ kind: string; unit: string; balance: number }[]>`select kind, unit, balance from ledger_accounts where customer_id = ${customerId}`;
  const balance = (kind: string, unit: string): number => Number(accounts.find((account) => account.kind === kind && account.unit === unit)?.balance ?? 0);
  const [coupon] = await db<{ returned: number }[]>`select count(returned_at)::int as returned from coupon_uses where order_id = ${id}`;
  return { points: balance('POINTS', 'POINTS'), wallet: balance('WALLET', currency), before: { points: 0, wallet: 0 }, postings, couponReturns: coupon!.returned, short };
}
