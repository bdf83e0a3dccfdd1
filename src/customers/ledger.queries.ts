import type { Context } from '../context.ts';
import type { Database } from '../platform/database.ts';
import { defineLoader, groupedBy, inOrderOf } from '../platform/loaders.ts';
import type { Instant } from '../platform/time.ts';
import type { CustomerAccountKind, LedgerReason } from './ledger.rules.ts';
import type { LedgerAccountRow } from './ledger.tables.ts';

type Scope = Pick<Context, 'db' | 'loaders'>;

/** An entry of an account with the transaction it belongs to. */
export interface StatementRow {
  readonly transactionId: string;
  readonly kind: CustomerAccountKind;
  readonly unit: string;
  readonly amount: number;
  readonly seq: number;
  readonly balanceAfter: number;
  readonly reason: LedgerReason;
  readonly orderId: string | null;
  readonly note: string | null;
  readonly actorName: string | null;
  readonly at: Instant;
}

export interface Account {
  readonly customerId: string;
  readonly kind: CustomerAccountKind;
  readonly unit: string;
}

/** Newest first; one row more than asked for, so that the caller knows whether there is a next page. */
export const statementPage = (db: Database, { customerId, kind, unit }: Account, before: number | null, limit: number): Promise<StatementRow[]> => db<StatementRow[]>`
  select e.transaction_id, e.kind, e.unit, e.amount, e.seq, e.balance_after, t.reason, t.order_id, t.note, t.actor_name, t.at
  from ledger_entries e join ledger_transactions t on t.id = e.transaction_id
  where e.customer_id = ${customerId} and e.kind = ${kind} and e.unit = ${unit} and e.seq is not null ${before === null ? db`` : db`and e.seq < ${before}`}
  order by e.seq desc limit ${limit + 1}`;

/** The customer's side of one transaction that touches one account of theirs. */
export async function entryOfTransaction(db: Database, transactionId: string): Promise<StatementRow | null> {
  const [row] = await db<StatementRow[]>`
    select e.transaction_id, e.kind, e.unit, e.amount, e.seq, e.balance_after, t.reason, t.order_id, t.note, t.actor_name, t.at
    from ledger_transactions t join ledger_entries e on e.transaction_id = t.id where t.id = ${transactionId} and e.seq is not null`;
  return row ?? null;
}

export const accountsOfCustomer = defineLoader(async ({ db }: Scope, ids: readonly string[]) =>
  groupedBy(ids, await db<LedgerAccountRow[]>`select * from ledger_accounts where customer_id = any(${ids as string[]}::uuid[]) order by kind, unit`, (row) => row.customerId));

/** What an account holds; nothing, where it was never opened. */
export async function balanceOf(db: Database, { customerId, kind, unit }: Account): Promise<number> {
  const [row] = await db<{ balance: number }[]>`select balance from ledger_accounts where customer_id = ${customerId} and kind = ${kind} and unit = ${unit}`;
  return row?.balance ?? 0;
}

/** All points that ever came and went; what was returned afterwards counts as never moved (S0-87). */
export interface PointTotals {
  readonly customerId: string;
  readonly earned: number;
  readonly spent: number;
}

export const pointTotalsOf = defineLoader(async ({ db }: Scope, ids: readonly string[]) => {
  const rows = await db<PointTotals[]>`
    select e.customer_id,
      coalesce(sum(e.amount) filter (where t.reason in ('EARN', 'EARN_REVERSED') or (t.reason = 'ADJUST' and e.amount > 0)), 0)::bigint as earned,
      coalesce(-sum(e.amount) filter (where t.reason not in ('EARN', 'EARN_REVERSED') and not (t.reason = 'ADJUST' and e.amount > 0)), 0)::bigint as spent
    from ledger_entries e join ledger_transactions t on t.id = e.transaction_id
    where e.customer_id = any(${ids as string[]}::uuid[]) and e.kind in ('POINTS', 'POINTS_RESERVED') and e.unit = 'POINTS' and e.seq is not null
    group by e.customer_id`;
  return inOrderOf(ids, rows, (row) => row.customerId);
});
