import type { CommandScope, Remembered } from '../platform/commands.ts';
import { brokenRequirement, jsonOf, requireThat, snaked, type Database, type Fragment } from '../platform/database.ts';
import type { Instant } from '../platform/time.ts';
import type { CartPlan } from './cart.rules.ts';
import type { CartLineRow, CartRow } from './cart.tables.ts';

/** A cart's row is small and kept with the key; its lines are found again by its version. */
export const rememberCart = (row: CartRow): Remembered => ({ cart: JSON.stringify(row) });

const insertLines = (db: Database, saved: Fragment, lines: readonly CartLineRow[]): Fragment => lines.length === 0 ? db`` : db`, begun as (
  insert into cart_lines (cart_id, seq, since, sku_code, quantity, offer_choice, offer_code, unit_price, price_reason, price_set_by_id, price_set_by_name)
  select ${saved}.id, l.seq, l.since, l."skuCode", l.quantity, l."offerChoice", l."offerCode", l."unitPrice", l."priceReason", l."priceSetById", l."priceSetByName"
  from ${saved}, jsonb_to_recordset(${jsonOf(db, lines)}) as l(seq int, since int, "skuCode" text, quantity int, "offerChoice" text, "offerCode" text,
    "unitPrice" bigint, "priceReason" text, "priceSetById" uuid, "priceSetByName" text))`;

export async function insertCart({ db, claim }: CommandScope, cart: CartRow, lines: readonly CartLineRow[]): Promise<void> {
  const saved = db`saved`;
  await db`
    with saved as (insert into carts ${db(cart as unknown as Record<string, string>)} returning id)
    ${insertLines(db, saved, lines)}
    ${claim(saved, rememberCart(cart))}
    select 1`;
}

/** CTEs that write a new cart with its lines once `source` yields a row. */
export const insertCartWith = (db: Database, source: Fragment, cart: CartRow, lines: readonly CartLineRow[]): Fragment => db`, cart as (
  insert into carts select r.* from ${source}, jsonb_populate_record(null::carts, ${jsonOf(db, snaked(cart))}::jsonb) r returning id)
  ${insertLines(db, db`cart`, lines)}`;

/** An update of one cart, on condition that it is still at the version that was looked at. */
export const moveCart = (db: Database, { before, after }: Pick<CartPlan, 'before' | 'after'>, condition: Fragment = db`true`): Fragment => db`
  update carts set state = ${after.state}, customer_id = ${after.customerId}, coupon_code = ${after.couponCode}, points_wanted = ${after.pointsWanted},
    order_id = ${after.orderId}, last_seq = ${after.lastSeq}, version = ${after.version}, updated_at = ${after.updatedAt}
  where id = ${before.id} and version = ${before.version} and state = 'OPEN' and ${condition} returning id`;

/**
 * Writes a change of a cart and the claim of the idempotency key as one statement. False when the cart is no longer at the
 * version the plan was made for: then nothing was written, and the plan is void.
 */
export async function writeCart({ db, claim }: CommandScope, plan: CartPlan): Promise<boolean> {
  const saved = db`saved`;
  const rows = await db`
    with saved as (${moveCart(db, plan)})
    ${endLines(db, saved, plan)}${insertLines(db, saved, plan.begun)}
    ${claim(saved, rememberCart(plan.after))}
    select 1 from saved`;
  return rows.length === 1;
}

/** CTEs that end and begin the lines of a plan once `saved` yields its cart. */
const endLines = (db: Database, saved: Fragment, { before, after, ended }: CartPlan): Fragment => ended.length === 0 ? db`` : db`, ended as (
  update cart_lines set until = ${after.version} where cart_id = ${before.id} and seq = any(${ended as number[]}::int[]) and until is null and exists (select 1 from ${saved}))`;

/** Every cart that a statement takes must still be as it was looked at. */
export const cartsUnmoved = 'carts_unmoved';

/**
 * Takes the locks of several carts in the order of their ids, so that two statements never wait for each other: what draws
 * on `(select count(*) from locked)` comes after all of them.
 */
export const lockCarts = (db: Database, ids: readonly string[]): Fragment => db`
  locked as materialized (select id from carts where id = any(${ids as string[]}::uuid[]) order by id for update)`;

/** An update of carts that become an order, each on condition that it is at the version that was looked at; draws on `locked`. */
export const orderCarts = (db: Database, carts: readonly CartRow[], orderId: string, now: Instant): Fragment => db`
  update carts c set state = 'ORDERED', order_id = ${orderId}, version = c.version + 1, updated_at = ${now}
  from jsonb_to_recordset(${jsonOf(db, carts.map(({ id, version }) => ({ id, version })))}) as t(id uuid, version int)
  where c.id = t.id and c.version = t.version and c.state = 'OPEN' and (select count(*) from locked) = ${carts.length} returning c.id`;

/** Writes one cart with another's lines and throws the other away, or does neither. False when one of them has moved on. */
export async function writeMergedCart({ db, claim }: CommandScope, target: CartPlan, source: CartPlan): Promise<boolean> {
  const saved = db`saved`;
  const all = db`(select count(*) from locked) = 2`;
  const moved = db`(select count(*) from emptied) = 1 and (select count(*) from saved) = 1`;
  try {
    await db`
      with ${lockCarts(db, [target.before.id, source.before.id])}, emptied as (${moveCart(db, source, all)}), saved as (${moveCart(db, target, all)})
      ${endLines(db, saved, target)}${insertLines(db, saved, target.begun)}
      ${claim(saved, rememberCart(target.after))}
      select ${requireThat(db, moved, cartsUnmoved)}`;
    return true;
  } catch (error) {
    if (brokenRequirement(error) === cartsUnmoved) return false;
    throw error;
  }
}
