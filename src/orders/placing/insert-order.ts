import { randomInt } from 'node:crypto';
import { cartsUnmoved, lockCarts, orderCarts } from '../../carts/write-cart.ts';
import type { Context } from '../../context.ts';
import { overdrawn } from '../../customers/post-ledger.ts';
import { offerLimitRefusal, takeOfferUses } from '../../offers/offer-uses.ts';
import { couponRefusal, redeemCoupon } from '../../offers/redeem-coupon.ts';
import type { CommandScope, Outcome } from '../../platform/commands.ts';
import { brokenRequirement, jsonOf, requireThat, violatedUnique, type Database, type Fragment } from '../../platform/database.ts';
import { logEvents, type NewEvent } from '../../platform/event-log.ts';
import { newIdAt } from '../../platform/ids.ts';
import { refusal } from '../../platform/refusals.ts';
import { epochOf, type Instant } from '../../platform/time.ts';
import { refuse } from '../steps/move-order.ts';
import { countDeltas } from '../counts/order-counts.rules.ts';
import { orderRow, type NewOrder } from './new-order-row.rules.ts';
import type { NewItem } from './new-order.rules.ts';
import { initialChanges } from '../history/order-history.rules.ts';
import { placingNote } from './placing-note.rules.ts';
import { withFollowUps, withStep, type OrderPlan } from '../steps/order-plan.rules.ts';
import { findOrderByUid, itemsOfOrder } from '../order.queries.ts';
import { judge, type OrderSettings } from '../order.rules.ts';
import type { OrderRow } from '../order.tables.ts';
import { keepRehearsedLists } from '../lists/rehearsed-lists.ts';
import { benefitsOf } from '../steps/write-order.ts';

const numberTries = 3;

/** `yyMMddHHmmss` in UTC and eight random digits: twenty digits that tell the day and nothing about the volume of trade. */
export const newNumber = (now: Instant): string => now.replaceAll(/\D/g, '').slice(2, 14) + String(randomInt(100_000_000)).padStart(8, '0');

/** The order with its first event, and, where nothing is to be paid, the steps that follow from that. */
function planOf(row: OrderRow, { actor, items }: NewOrder, now: Instant, settings: OrderSettings): OrderPlan {
  const placed: NewEvent = {
    subjectId: row.id, subjectKind: 'order', version: 1, type: 'PLACED', at: now, storeId: row.storeId, customerId: row.customerId, actor,
    fromStatus: null, toStatus: row.status, comment: placingNote(items, actor.id), changes: initialChanges(row), countDeltas: countDeltas(null, row, row.storeId),
  };
  const plan: OrderPlan = { before: row, after: row, changes: {}, events: [placed] };
  const verdict = row.total === 0 ? judge(row, 'PAY', { mover: 'SYSTEM', actor }, now) : null;
  if (verdict?.kind !== 'allowed') return plan;
  return withFollowUps(withStep(plan, { transition: verdict.transition, actor }, null, now, settings), actor, now, settings);
}

/**
 * Writes the order, its lines, its events, what it takes (points, coupon, offers with limits, the carts it comes from) and
 * the claim of the idempotency key as one statement: all of it or nothing. Null when something that it was priced with is
 * no longer as it was: nothing was written, and it must be priced anew.
 */
export async function insertOrder(context: Context, scope: CommandScope, order: NewOrder): Promise<Outcome<OrderRow> | null> {
  if (scope.rehearsal && order.input.uid != null) {
    const existing = await findOrderByUid(scope.db, context.caller!, order.input.uid, order.uidScope);
    if (existing) return duplicateUid(order, existing);
  }
  for (let tries = 1; ; tries += 1) {
    const named = { id: newIdAt(epochOf(scope.now)), number: newNumber(scope.now) };
    const plan = planOf(orderRow(order, named, scope.now, context.orderSettings), order, scope.now, context.orderSettings);
    try {
      await write(scope, plan, order);
      const items = order.items.map((item) => ({ ...item, orderId: plan.after.id }));
      itemsOfOrder(context).prime(plan.after.id, items);
      await keepRehearsedLists(context, scope, plan.after.id);
      return { kind: 'done', value: plan.after };
    } catch (error) {
      if (hasMoved(error)) return null;
      const violated = violatedUnique(error);
      if (violated === 'orders_uid_key') return duplicateUid(order, scope.rehearsal ? null : await findOrderByUid(context.db, context.caller!, order.input.uid!, order.uidScope));
      if (violated !== 'orders_number_key' || tries === numberTries) throw error;
    }
  }
}

/** Whether a write failed because points, a cart, a coupon or an offer were taken by somebody else since they were looked at. */
const hasMoved = (error: unknown): boolean =>
  overdrawn(error) || brokenRequirement(error) === cartsUnmoved || couponRefusal(error, []) !== null || offerLimitRefusal(error) !== null;

const duplicateUid = ({ input }: NewOrder, existing: OrderRow | null): Outcome<OrderRow> =>
  refuse(existing, [refusal('DUPLICATE_UID', `An order with the uid "${input.uid}" exists already${existing ? `: ${existing.number}` : ''}.`, ['uid'])]);

async function write({ db, claim, now }: CommandScope, plan: OrderPlan, { items, carts, coupon, limitedOffers }: NewOrder): Promise<void> {
  const { after, events } = plan;
  const use = { orderId: after.id, customerId: after.customerId, at: now };
  const saved = db`saved`;
  await db`
    with ${carts.length === 0 ? db`` : db`${lockCarts(db, carts.map(({ id }) => id))}, taken as (${orderCarts(db, carts, after.id, now)}),`}
    saved as (insert into orders ${db(after as unknown as Record<string, string>)} returning id), ${insertItems(db, items)}
    ${logEvents(db, saved, events)}
    ${benefitsOf(db, saved, null, plan)}
    ${coupon ? redeemCoupon(db, saved, coupon, use) : db``}${takeOfferUses(db, saved, limitedOffers, use)}
    ${claim(saved, { id: after.id, version: after.version })}
    select ${carts.length === 0 ? db`1` : requireThat(db, db`(select count(*) from taken) = ${carts.length}`, cartsUnmoved)}`;
}

const insertItems = (db: Database, items: readonly NewItem[]): Fragment => db`lines as (
  insert into order_items (order_id, seq, parent_seq, sku_id, sku_code, product_id, product_code, name, specification, barcode, cover, weight_grams, quantity, currency,
    list_price, sale_price, list_total, discount_total, sale_total, price_reason, points_used, points_share, freight_share, pricing, sold, status)
  select saved.id, i.seq, i."parentSeq", i."skuId", i."skuCode", i."productId", i."productCode", i.name, i.specification, i.barcode, i.cover, i."weightGrams", i.quantity, i.currency,
    i."listPrice", i."salePrice", i."listTotal", i."discountTotal", i."saleTotal", i."priceReason", i."pointsUsed", i."pointsShare", i."freightShare", i.pricing, i.sold, i.status
  from saved, jsonb_to_recordset(${jsonOf(db, items)}) as i(seq int, "parentSeq" int, "skuId" uuid, "skuCode" text, "productId" uuid, "productCode" text, name text,
    specification text, barcode text, cover text, "weightGrams" int, quantity int, currency text, "listPrice" bigint, "salePrice" bigint, "listTotal" bigint,
    "discountTotal" bigint, "saleTotal" bigint, "priceReason" text, "pointsUsed" int, "pointsShare" bigint, "freightShare" bigint, pricing jsonb, sold jsonb, status text))`;
