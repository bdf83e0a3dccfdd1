import { randomInt } from 'node:crypto';
import type { Database } from '../../src/platform/database.ts';

/**
 * Fills a store with finished in-store orders of one line each, one a second, set-wise: for measurements, past every rule and
 * without histories.
 */
export async function fillStore(db: Database, store: { readonly id: string; readonly code: string }, count: number): Promise<void> {
  const start = '2024-01-01T00:00:00Z';
  // Sets one fill apart from the next.
  const tag = randomInt(16 ** 6);
  await db`
    with made as (
      select n, ${start}::timestamptz + n * interval '1 second' as at, lpad(to_hex((extract(epoch from ${start}::timestamptz) * 1000)::bigint + n * 1000), 12, '0') as time
      from generate_series(1, ${count}::int) as n),
    saved as (
      insert into orders (id, number, uid_scope, kind, delivery_type, origin, fulfilment, payment, status, version, currency, list_total, discount_total, freight_total, total,
        paid_total, refunded_total, points_used, points_total, points_to_earn, points_redemption, pieces, description, store_id, store_code, store_name, contact_name, contact_phone, remark, invoice_wanted, created_at, updated_at, paid_at, finished_at)
      select (left(time, 8) || '-' || right(time, 4) || '-7000-8000-' || lpad(to_hex(n), 6, '0') || lpad(to_hex(${tag}::int), 6, '0'))::uuid, to_char(at at time zone 'utc', 'YYMMDDHH24MISS') || lpad(((n + ${tag}::int) % 100000000)::text, 8, '0'),
        ${store.id}, 'IN_STORE', 'SELF_PICK', 'OTHER', 'CONFIRMED', 'PAID', 'CLOSED_CONFIRMED', 1, 'GBP', 1000, 0, 0, 1000, 1000, 0, 0, 0, 0, false, 1, 'Green tea x 1. ',
        ${store.id}, ${store.code}, ${store.code}, 'Customer ' || n, '0170' || n, 'Ring twice, please.', false, at, at, at, at
      from made returning id)
    insert into order_items (order_id, seq, sku_id, sku_code, product_id, product_code, name, quantity, currency, list_price, sale_price, list_total, discount_total, sale_total, points_used, points_share, freight_share, status)
    select id, 1, id, 'TEA', id, 'TEA', 'Green tea', 1, 'GBP', 1000, 1000, 1000, 0, 1000, 0, 0, 0, 'CREATED' from saved`;
}
