import { jsonOf, violatedCheck, type Database, type Fragment } from '../platform/database.ts';
import type { Instant } from '../platform/time.ts';
import type { PaymentRow, RefundRow } from './payment.tables.ts';

/** A CTE that adds a payment attempt once `saved` yields its order. */
export const insertPayment = (db: Database, saved: Fragment, row: PaymentRow): Fragment => db`, paid as (
  insert into payments (order_id, id, number, tender, state, currency, amount, tendered, change, refunded,
    provider_transaction_id, created_at, settled_at, next_query_at, queries)
  select id, ${row.id}::uuid, ${row.number}::text, ${row.tender}::text, ${row.state}::text, ${row.currency}::text, ${row.amount}::bigint,
    ${row.tendered}::bigint, ${row.change}::bigint, 0, ${row.providerTransactionId}::text, ${row.createdAt}::timestamptz,
    ${row.settledAt}::timestamptz, ${row.nextQueryAt}::timestamptz, 0 from ${saved})`;

export type PaymentSettlement = Pick<PaymentRow, 'state' | 'providerTransactionId' | 'settledAt' | 'nextQueryAt'> & {
  /** What goes back of it at once, when it brought more than was needed. */
  readonly returned: number;
};

/** A CTE that records what became of an attempt. One that has ended without money names no transaction: its id is free for whoever it belongs to. */
export const settlePayment = (db: Database, saved: Fragment, { orderId, id }: Pick<PaymentRow, 'orderId' | 'id'>, to: PaymentSettlement): Fragment => db`, settled as (
  update payments set state = ${to.state}, provider_transaction_id = case when ${to.settledAt}::timestamptz is not null and ${to.state}::text <> 'SUCCEEDED' then null else coalesce(${to.providerTransactionId}, provider_transaction_id) end,
    settled_at = ${to.settledAt}, next_query_at = ${to.nextQueryAt}, refunded = refunded + ${to.returned}::bigint
  where order_id = ${orderId} and id = ${id} and exists (select 1 from ${saved}))`;

/**
 * A CTE that makes every attempt still open be settled with its gateway at once: the order no longer waits for it. The
 * attempt that another CTE of the statement settles is left out: Postgres carries out one update of a row in a statement.
 */
export const callInOpenPayments = (db: Database, saved: Fragment, orderId: string, now: Instant, except: string | null = null): Fragment => db`, called_in as (
  update payments set next_query_at = ${now}
  where order_id = ${orderId} and state in ('STARTED', 'UNKNOWN') and id is distinct from ${except}::uuid and exists (select 1 from ${saved}))`;

/** A CTE that writes refunds down; what they take is counted against their payments by `countRefunds` or `settlePayment`. */
export const insertRefunds = (db: Database, saved: Fragment, rows: readonly RefundRow[]): Fragment => rows.length === 0 ? db`` : db`, refunding as (
  insert into refunds (order_id, id, payment_id, number, state, currency, amount, reason, service_id, created_at, settled_at, next_attempt_at, attempts)
  select r."orderId", r.id, r."paymentId", r.number, r.state, r.currency, r.amount, r.reason, r."serviceId", r."createdAt", r."settledAt", r."nextAttemptAt", 0
  from ${saved}, jsonb_to_recordset(${jsonOf(db, rows)}) as r("orderId" uuid, id uuid, "paymentId" uuid, number text, state text,
    currency text, amount bigint, reason text, "serviceId" uuid, "createdAt" timestamptz, "settledAt" timestamptz, "nextAttemptAt" timestamptz))`;

/** A CTE that counts refunds against settled payments, each of which can never give back more than it brought. Several of one payment are counted together, since a statement updates a row once. */
export const countRefunds = (db: Database, saved: Fragment, rows: readonly RefundRow[]): Fragment => rows.length === 0 ? db`` : db`, counted as (
  update payments p set refunded = p.refunded + r.amount
  from ${saved}, (
    select "orderId", "paymentId", sum(amount) as amount
    from jsonb_to_recordset(${jsonOf(db, rows)}) as refund("orderId" uuid, "paymentId" uuid, amount bigint) group by 1, 2) r
  where p.order_id = r."orderId" and p.id = r."paymentId")`;

export type RefundSettlement = Pick<RefundRow, 'state' | 'settledAt' | 'nextAttemptAt' | 'lastProblem'>;

/** A CTE that records what became of a refund. */
export const settleRefund = (db: Database, saved: Fragment, { orderId, id }: Pick<RefundRow, 'orderId' | 'id'>, to: RefundSettlement): Fragment => db`, settled as (
  update refunds set state = ${to.state}, settled_at = ${to.settledAt}, next_attempt_at = ${to.nextAttemptAt}, last_problem = ${to.lastProblem}, asked_at = null
  where order_id = ${orderId} and id = ${id} and exists (select 1 from ${saved}))`;

/**
 * A CTE that closes a refund which a gateway has refused, because it is paid out otherwise. A refund that has moved on since it was
 * read, or that the gateway is being asked for now, violates a check, which undoes the whole statement: see `refundMovedOn`.
 */
export const closeRefused = (db: Database, saved: Fragment, { orderId, id, paidOutBy, reference, settledAt }: RefundRow): Fragment => db`, paid_otherwise as (
  update refunds set state = 'PAID_OTHERWISE', asked_at = case when state = 'FAILED' then asked_at else coalesce(asked_at, ${settledAt}::timestamptz) end,
    settled_at = ${settledAt}, next_attempt_at = null, paid_out_by = ${paidOutBy}, reference = ${reference}
  where order_id = ${orderId} and id = ${id} and exists (select 1 from ${saved}))`;

/** Whether a statement failed because a refund that was to be paid out otherwise is no longer refused. */
export const refundMovedOn = (error: unknown): boolean => violatedCheck(error) === 'refunds_otherwise_check';
