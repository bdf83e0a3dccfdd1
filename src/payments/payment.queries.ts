import type { Context } from '../context.ts';
import { jsonOf, type Database } from '../platform/database.ts';
import { defineLoader, groupedBy } from '../platform/loaders.ts';
import type { Instant } from '../platform/time.ts';
import type { Tender } from './payment-states.ts';
import type { PaymentRow, RefundRow } from './payment.tables.ts';

export const paymentsOf = (db: Database, ...orderIds: readonly string[]): Promise<PaymentRow[]> =>
  db<PaymentRow[]>`select * from payments where order_id = any(${orderIds as string[]}::uuid[]) order by order_id, id`;

export const refundsOf = (db: Database, ...orderIds: readonly string[]): Promise<RefundRow[]> =>
  db<RefundRow[]>`select * from refunds where order_id = any(${orderIds as string[]}::uuid[]) order by order_id, id`;

export const paymentsOfOrder = defineLoader(async ({ db }: Pick<Context, 'db' | 'loaders'>, ids: readonly string[]) =>
  groupedBy(ids, await paymentsOf(db, ...ids), (row) => row.orderId));

export const refundsOfOrder = defineLoader(async ({ db }: Pick<Context, 'db' | 'loaders'>, ids: readonly string[]) =>
  groupedBy(ids, await refundsOf(db, ...ids), (row) => row.orderId));

export const findPayment = async (db: Database, orderId: string, id: string): Promise<PaymentRow | null> =>
  (await db<PaymentRow[]>`select * from payments where order_id = ${orderId} and id = ${id}`)[0] ?? null;

export const findPaymentByNumber = async (db: Database, number: string): Promise<PaymentRow | null> =>
  (await db<PaymentRow[]>`select * from payments where number = ${number}`)[0] ?? null;

export const keepClientParameters = (db: Database, { orderId, id }: PaymentRow, parameters: Readonly<Record<string, string>>): Promise<unknown> =>
  db`update payments set client_parameters = ${jsonOf(db, parameters)} where order_id = ${orderId} and id = ${id}`;

/** Seconds until the outcome is asked for again: after half a minute, then ever more slowly, up to an hour. */
const backoff = (db: Database, tries: string) => db`make_interval(secs => least(3600, 30 * power(2, least(${db(tries)}, 10))))`;

/**
 * Takes payments whose outcome must be asked for, and pushes their next question into the future by the same statement:
 * should this process die while asking, another asks again.
 */
export const takeDuePayments = (db: Database, now: Instant, limit: number): Promise<PaymentRow[]> => db<PaymentRow[]>`
  update payments set queries = queries + 1, next_query_at = ${now}::timestamptz + ${backoff(db, 'queries')}
  where (order_id, id) in (
    select order_id, id from payments where next_query_at <= ${now} order by next_query_at limit ${limit} for update skip locked)
  returning *`;

/** A refund whose gateway is to be asked now. */
export interface DueRefund extends RefundRow {
  readonly chargeNumber: string;
  readonly tender: Tender;
}

export const takeDueRefunds = (db: Database, now: Instant, limit: number): Promise<DueRefund[]> => db<DueRefund[]>`
  update refunds r set attempts = attempts + 1, asked_at = ${now}, next_attempt_at = ${now}::timestamptz + ${backoff(db, 'attempts')}
  from payments p
  where p.order_id = r.order_id and p.id = r.payment_id and (r.order_id, r.id) in (
    select order_id, id from refunds where next_attempt_at <= ${now} order by next_attempt_at limit ${limit} for update skip locked)
  returning r.*, p.number as charge_number, p.tender`;

/** When the next payment is to be asked about; null when none is. */
export async function nextPaymentQuery(db: Database): Promise<Instant | null> {
  const [row] = await db<{ at: Instant | null }[]>`select min(next_query_at) as at from payments where next_query_at is not null`;
  return row!.at;
}

/** When the next refund is to be carried out, or asked for again; null when none is. */
export async function nextRefund(db: Database): Promise<Instant | null> {
  const [row] = await db<{ at: Instant | null }[]>`select min(next_attempt_at) as at from refunds where next_attempt_at is not null`;
  return row!.at;
}
