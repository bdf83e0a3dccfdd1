import { jsonOf, violatedCheck, type Database, type Fragment } from '../platform/database.ts';
import { systemActor } from '../platform/event-log.ts';
import { customerAccounts, postingFault, type LedgerPosting } from './ledger.rules.ts';

/** Each entry once, with its place among all entries of its account in this statement. */
function rowsOf(postings: readonly LedgerPosting[]) {
  const seen = new Map<string, number>();
  return postings.flatMap(({ id, customerId, unit, entries }) => entries.map(({ kind, amount }) => {
    const account = `${customerId} ${kind} ${unit}`;
    const place = (seen.get(account) ?? 0) + 1;
    seen.set(account, place);
    return { id, customerId, unit, kind, amount, place, held: kind in customerAccounts };
  }));
}

/**
 * CTEs (`, … , posted as (…)`) that write the postings once `source`, an earlier CTE, yields a row; accounts are opened as
 * needed. A balance that would fall below zero violates a check, which undoes the whole statement: see `overdrawn`.
 *
 * An insert that meets a row is checked before it becomes an update, so it must not propose what only the update may hold:
 * it proposes nothing below zero where the account is known to exist, and the update adds `last_change`. Accounts are
 * taken in the order of their keys, so that two statements never wait for each other crosswise.
 */
export function postLedger(db: Database, source: Fragment, postings: readonly LedgerPosting[]): Fragment {
  for (const posting of postings) {
    const fault = postingFault(posting);
    if (fault) throw new Error(fault);
  }
  if (postings.length === 0) return db``;
  const transactions = postings.map(({ entries: _entries, actor = systemActor, ...rest }) => ({ ...rest, actorRole: actor.role, actorId: actor.id, actorName: actor.name }));
  return db`, posted as (
    insert into ledger_transactions (id, customer_id, unit, reason, order_id, note, actor_role, actor_id, actor_name, at)
    select t.* from (select 1 from ${source} limit 1) as once, jsonb_to_recordset(${jsonOf(db, transactions)}) as t(
      id uuid, "customerId" uuid, unit text, reason text, "orderId" uuid, note text, "actorRole" text, "actorId" uuid, "actorName" text, at timestamptz)
    returning id, at
  ), ledger_moves as (
    select m.*, p.at from posted p join jsonb_to_recordset(${jsonOf(db, rowsOf(postings))}) as m(
      id uuid, "customerId" uuid, unit text, kind text, amount bigint, place int, held boolean) on m.id = p.id
  ), ledger_held as (
    insert into ledger_accounts (customer_id, kind, unit, balance, last_change, entries, updated_at)
    select c."customerId", c.kind, c.unit, case when a.customer_id is null then c.change else greatest(c.change, 0) end, c.change, c.entries, c.at
    from (select "customerId", kind, unit, sum(amount)::bigint as change, count(*) as entries, max(at) as at from ledger_moves where held group by "customerId", kind, unit) c
    left join ledger_accounts a on a.customer_id = c."customerId" and a.kind = c.kind and a.unit = c.unit
    order by c."customerId", c.kind, c.unit
    on conflict on constraint ledger_accounts_pk do update set balance = ledger_accounts.balance + excluded.last_change,
      last_change = excluded.last_change, entries = ledger_accounts.entries + excluded.entries, updated_at = greatest(ledger_accounts.updated_at, excluded.updated_at)
    returning customer_id, kind, unit, balance, last_change, entries
  ), ledger_entered as (
    insert into ledger_entries (transaction_id, kind, customer_id, unit, amount, seq, balance_after)
    select m.id, m.kind, m."customerId", m.unit, m.amount,
      h.entries - count(*) over account + m.place, h.balance - sum(m.amount) over account + sum(m.amount) over so_far
    from ledger_moves m left join ledger_held h on h.customer_id = m."customerId" and h.kind = m.kind and h.unit = m.unit
    window account as (partition by m."customerId", m.kind, m.unit), so_far as (partition by m."customerId", m.kind, m.unit order by m.place))`;
}

/** Whether a statement failed because an account would have fallen below zero. */
export const overdrawn = (error: unknown): boolean => ['ledger_accounts_balance_check', 'ledger_entries_balance_check'].includes(violatedCheck(error) ?? '');

/** Whether a statement failed because an account would have come to hold more than any can. */
export const overfilled = (error: unknown): boolean => violatedCheck(error) === 'ledger_accounts_maximum_check';
