import { overdrawn } from '../customers/post-ledger.ts';
import type { LedgerPosting } from '../customers/ledger.rules.ts';
import { insertRefunds, countRefunds, refundMovedOn } from '../payments/write-payments.ts';
import type { RefundRow } from '../payments/payment.tables.ts';
import type { CommandScope, Remembered } from '../platform/commands.ts';
import { jsonOf, snaked, type Database, type Fragment } from '../platform/database.ts';
import { logEvents } from '../platform/event-log.ts';
import type { OrderPlan } from '../orders/steps/order-plan.rules.ts';
import { writeOrder, type Companions } from '../orders/steps/write-order.ts';
import type { CustomerServiceItemRow } from './customer-service.tables.ts';
import type { LineState } from './order-case.rules.ts';
import type { ServicePlan } from './service-plan.rules.ts';

/** A CTE that writes a document and its lines, or what has changed of them, once `saved` yields a row. `name` tells several apart. */
export function saveService(db: Database, saved: Fragment, plan: ServicePlan, name = 'service'): Fragment {
  const { before, after, changes } = plan;
  const named = db(name);
  if (!before) {
    return db`, ${named} as (
      insert into customer_services select r.* from ${saved}, jsonb_populate_record(null::customer_services, ${jsonOf(db, snaked(after.row))}::jsonb) r)
      ${insertItems(db, saved, after.items, `${name}_items`)}`;
  }
  return db`, ${named} as (
    update customer_services set ${db(columnsOf(db, changes))} where anchor_id = ${after.row.anchorId} and id = ${after.row.id} and exists (select 1 from ${saved}))
    ${after.items === before.items ? db`` : updateItems(db, saved, after.items, `${name}_items`)}`;
}

const columnsOf = (db: Database, { returnAddress, images, ...changes }: ServicePlan['changes']): Record<string, string> => ({
  ...changes, ...(returnAddress !== undefined && { returnAddress: returnAddress && jsonOf(db, returnAddress) }), ...(images && { images: jsonOf(db, images) }),
}) as unknown as Record<string, string>;

const insertItems = (db: Database, saved: Fragment, items: readonly CustomerServiceItemRow[], name: string): Fragment => db`, ${db(name)} as (
  insert into customer_service_items select r.* from ${saved}, jsonb_populate_recordset(null::customer_service_items, ${jsonOf(db, items.map(snaked))}::jsonb) r)`;

const updateItems = (db: Database, saved: Fragment, items: readonly CustomerServiceItemRow[], name: string): Fragment => db`, ${db(name)} as (
  update customer_service_items i set received_quantity = r.received_quantity, condition = r.condition, total = r.total, goods = r.goods, freight = r.freight,
    points = r.points, points_value = r.points_value, amount = r.amount
  from ${saved}, jsonb_populate_recordset(null::customer_service_items, ${jsonOf(db, items.map(snaked))}::jsonb) r
  where i.anchor_id = r.anchor_id and i.service_id = r.service_id and i.seq = r.seq)`;

/** A CTE that writes on the lines of the order what has become of them. */
export const saveLines = (db: Database, saved: Fragment, orderId: string, lines: readonly LineState[]): Fragment => lines.length === 0 ? db`` : db`, lines as (
  update order_items i set status = l.status, returning_quantity = l."returningQuantity", returned_quantity = l."returnedQuantity"
  from ${saved}, jsonb_to_recordset(${jsonOf(db, lines)}) as l(seq int, status text, "returningQuantity" int, "returnedQuantity" int)
  where i.order_id = ${orderId} and i.seq = l.seq)`;

/** What is written when a document of an order changes. */
export interface CasePlan {
  readonly order: OrderPlan;
  readonly service: ServicePlan;
  readonly lines: readonly LineState[];
  /** Money that is to go back: the document's own, and what the order holds too much of because of it. */
  readonly refunds: readonly RefundRow[];
  /** What of it goes into a wallet, for the ledger. */
  readonly postings: readonly LedgerPosting[];
}

type Scope = Pick<CommandScope, 'db' | 'claim'>;

/** The change of the order, with the events of its document among its own. */
export const planWithEvents = ({ order, service }: CasePlan): OrderPlan => ({ ...order, events: [...order.events, ...service.events] });

/** Everything but the order itself. */
export const companionsOf = ({ order, service, lines, refunds }: CasePlan): Companions => (db, saved) => db`
  ${saveService(db, saved, service)}${saveLines(db, saved, order.before.id, lines)}${insertRefunds(db, saved, refunds)}${countRefunds(db, saved, refunds)}`;

/** Writes a document together with its order as one statement. False when the order has moved on: then nothing was written. */
export async function writeCase({ db, claim }: Scope, plan: CasePlan, companions: Companions = (tx) => tx``, remember: Remembered = {}): Promise<boolean> {
  const { row } = plan.service.after;
  const scope: Scope = { db, claim: (source) => claim(source, { service: row.id, anchor: row.anchorId, version: row.version, orderVersion: plan.order.after.version, ...remember }) };
  try {
    return await writeOrder(scope, planWithEvents(plan), (tx, saved) => tx`${companionsOf(plan)(tx, saved)}${companions(tx, saved)}`, plan.postings);
  } catch (error) {
    // The customer has spent points in between, or a refused refund has moved on: what can be done is to be judged anew.
    if (overdrawn(error) || refundMovedOn(error)) return false;
    throw error;
  }
}

/** Writes a document that has no order as one statement. False when it has moved on. */
export async function writeLoose({ db, claim }: Scope, plan: ServicePlan): Promise<boolean> {
  const { before, after, changes, events } = plan;
  const { row } = after;
  const saved = db`saved`;
  const writing = before
    ? db`update customer_services set ${db(columnsOf(db, changes))} where anchor_id = ${row.anchorId} and id = ${row.id} and version = ${before.row.version} returning id`
    : db`insert into customer_services select r.* from jsonb_populate_record(null::customer_services, ${jsonOf(db, snaked(row))}::jsonb) r returning id`;
  const items = before ? (after.items === before.items ? db`` : updateItems(db, saved, after.items, 'items')) : insertItems(db, saved, after.items, 'items');
  const rows = await db`
    with saved as (${writing})${items}${logEvents(db, saved, events)}
    ${claim(saved, { service: row.id, anchor: row.anchorId, version: row.version })}
    select 1 from saved`;
  return rows.length === 1;
}
