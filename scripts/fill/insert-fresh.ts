import type { Database } from '../../src/platform/database.ts';
import type { FillStore } from './fresh-orders.ts';

/** Values of a table's columns as expressions over a row `f` of `fresh`. */
type Columns = Readonly<Record<string, string>>;

/** Something that fits a column which must have a value, and of which this script knows nothing. */
const neutral: Readonly<Record<string, string>> = {
  integer: '0', bigint: '0', smallint: '0', numeric: '0', boolean: 'false', text: `''`, jsonb: `'{}'`, 'timestamp with time zone': 'f.at', uuid: 'f.id', ARRAY: `'{}'`,
};

async function othersOf(db: Database, table: string, known: Columns): Promise<Columns> {
  const required = await db<{ name: string; type: string }[]>`
    select column_name as name, data_type as type from information_schema.columns
    where table_schema = 'public' and table_name = ${table} and is_nullable = 'NO' and column_default is null and is_identity = 'NO' and is_generated = 'NEVER'`;
  return Object.fromEntries(required.filter(({ name }) => !(name in known)).map(({ name, type }) => [name, neutral[type] ?? 'null']));
}

async function insert(db: Database, table: string, columns: Columns, from: string, parameters: readonly (string | null)[] = []): Promise<void> {
  const all = { ...(await othersOf(db, table, columns)), ...columns };
  await db.unsafe(`insert into ${table} (${Object.keys(all).join(', ')}) select ${Object.values(all).join(', ')} from ${from}`, [...parameters]);
}

const after = (minutes: string, when: string): string => `case when ${when} then f.at + make_interval(mins => ${minutes}) end`;
const isPaid = 'not f.unpaid';
const wasConfirmed = `f.fulfilment not in ('PAY_PENDING', 'PAY_TIMEOUT', 'CANCELED', 'CONFIRM_PENDING')`;
const wasShipped = `f.way = 'EXPRESS' and f.fulfilment in ('DELIVERED', 'CONFIRMED')`;
const described = `f.name1 || ' x ' || f.quantity1 || '.' || coalesce(' ' || f.name2 || ' x ' || f.quantity2 || '.', '')`;

/** Orders as the steps of their lives would have left them. No timer moves them: they are there to be read. */
const orderColumns: Columns = {
  id: 'f.id', number: 'f.number', uid_scope: 'coalesce(f.customer_id, $1::uuid)', kind: 'f.kind', delivery_type: 'f.way', origin: `'OTHER'`,
  fulfilment: 'f.fulfilment', status: 'f.status', version: '1', last_action: 'null',
  payment: `case when f.given_back then 'REFUNDED' when not f.unpaid then 'PAID' when f.ended is null then 'OPEN' else 'CLOSED' end`,
  visibility: `case when f.ended is null or f.customer_id is null then 'VISIBLE' when f.whim % 40 = 0 then 'RECYCLED' when f.whim % 40 = 1 then 'PURGED' else 'VISIBLE' end`,
  held_at: after('60', 'f.open and f.whim % 20 = 0'), hold_reason: `case when f.open and f.whim % 20 = 0 then 'Load test' end`,
  reminded_at: after('600', `f.kind = 'ONLINE' and f.whim % 80 = 2`), reminders: `case when f.kind = 'ONLINE' and f.whim % 80 = 2 then 1 else 0 end`,
  awaiting_review: `f.fulfilment = 'CONFIRMED' and f.whim % 3 > 0`,
  had_after_sales: 'f.given_back', currency: '$4', list_total: 'f.total', discount_total: '0', freight_total: '0', total: 'f.total', paid_total: `case when f.unpaid then 0 else f.total end`,
  refunded_total: 'case when f.given_back then f.total else 0 end', pieces: 'f.pieces', description: described,
  customer_id: 'f.customer_id', store_id: '$1::uuid', store_code: '$2', store_name: '$3',
  contact_name: `case when f.kind = 'ONLINE' then f.contact end`, contact_phone: `case when f.kind = 'ONLINE' then '1390' || lpad(f.customer::text, 7, '0') end`,
  contact_address: `case when f.kind = 'ONLINE' then jsonb_build_object('city', 'Leeds', 'street', 'Mill Lane ' || f.whim) end`, invoice_wanted: 'false',
  courier_company: `case when ${wasShipped} then 'Fleet' end`, waybill_number: `case when ${wasShipped} then 'W' || f.number end`,
  pay_deadline: after('30', `f.kind = 'ONLINE'`), created_at: 'f.at', updated_at: `coalesce(f.ended, f.at + make_interval(mins => 1 + f.whim))`,
  paid_at: after('f.whim % 25', isPaid), confirmed_at: after('26', wasConfirmed), delivered_at: after('28', wasShipped),
  finished_at: `case when f.fulfilment = 'CONFIRMED' then f.ended end`, canceled_at: `case when f.fulfilment in ('CANCELED', 'PAY_TIMEOUT') then f.ended end`,
};

const itemColumns = (line: 1 | 2): Columns => ({
  order_id: 'f.id', seq: String(line), sku_id: `md5('sku ' || f.product${line})::uuid`, sku_code: `'FILL-' || f.product${line}`, product_id: `md5('product ' || f.product${line})::uuid`,
  product_code: `'FILL-' || f.product${line}`, name: `f.name${line}`, quantity: `f.quantity${line}`, currency: '$1', list_price: `f.price${line}`, sale_price: `f.price${line}`,
  list_total: `f.price${line} * f.quantity${line}`, discount_total: '0', sale_total: `f.price${line} * f.quantity${line}`, status: `case when f.given_back then 'REFUNDED' else 'CREATED' end`,
});

const paymentColumns: Columns = {
  order_id: 'f.id', id: `md5('payment ' || f.chance)::uuid`, number: `'F' || f.number`, tender: `'CASH'`, state: `'SUCCEEDED'`, currency: '$1', amount: 'f.total',
  refunded: 'case when f.given_back then f.total else 0 end', created_at: 'f.at', settled_at: 'f.at', queries: '0',
};

/** The whole life of each order as one event: it was placed as what it now is. */
const eventColumns: Columns = {
  subject_id: 'f.id', version: '1', subject_kind: `'order'`, type: `'PLACED'`, at: 'f.at', store_id: '$1::uuid', customer_id: 'f.customer_id', actor_role: `'SYSTEM'`, to_status: 'f.status',
  changes: `jsonb_build_object('fulfilment', f.fulfilment, 'status', f.status, 'version', 1, 'storeId', $1::uuid)`,
};

/** Writes the orders of `fresh`, and unless only lists are to be read also their lines, payments and events. */
export async function insertFresh(db: Database, { id, code, name, currency }: FillStore, listsOnly: boolean): Promise<void> {
  await insert(db, 'orders', orderColumns, 'fresh f order by f.n', [id, code, name, currency]);
  if (listsOnly) return;
  await insert(db, 'order_items', itemColumns(1), 'fresh f order by f.n', [currency]);
  await insert(db, 'order_items', itemColumns(2), 'fresh f where f.name2 is not null order by f.n', [currency]);
  await insert(db, 'payments', paymentColumns, `fresh f where ${isPaid} order by f.n`, [currency]);
  await insert(db, 'events', eventColumns, 'fresh f order by f.n', [id]);
}
