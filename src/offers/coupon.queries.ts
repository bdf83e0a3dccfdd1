import type { Context } from '../context.ts';
import type { PageRequest } from '../platform/connection.types.ts';
import type { Database, Fragment } from '../platform/database.ts';
import { defineLoader, groupedBy, inOrderOf } from '../platform/loaders.ts';
import type { Instant } from '../platform/time.ts';
import type { CouponDefinitionRow, CouponRow, CouponShareRow } from './coupon.tables.ts';
import { couponTermsOf, type HeldCoupon } from './held-coupon.rules.ts';
import type { CouponTerms } from './quote-model.rules.ts';

type Scope = Pick<Context, 'db' | 'loaders' | 'caller'>;

const keepsCoupons = ({ caller }: Scope): boolean => caller?.role === 'PLATFORM' || caller?.role === 'SERVICE';

export const definitionById = defineLoader(async ({ db }: Pick<Context, 'db' | 'loaders'>, ids: readonly string[]) =>
  inOrderOf(ids, await db<CouponDefinitionRow[]>`select * from coupon_definitions where id = any(${ids as string[]}::uuid[])`, (row) => row.id));

/** A coupon with the order that has used it. */
export interface CouponWithUse extends CouponRow {
  readonly usedAt: Instant | null;
  readonly usedByOrderId: string | null;
}

const withUse = (db: Database): Fragment => db`
  select c.*, u.used_at, u.order_id as used_by_order_id from coupons c left join coupon_uses u on u.coupon_id = c.id and u.returned_at is null`;

/** Coupons are for their holders and for those who keep them. */
export const visibleCouponById = defineLoader(async (scope: Scope, ids: readonly string[]) => inOrderOf(ids, await scope.db<CouponWithUse[]>`
  ${withUse(scope.db)} where c.id = any(${ids as string[]}::uuid[]) and ${keepsCoupons(scope) ? scope.db`true` : scope.db`c.customer_id = ${scope.caller?.personId ?? null}::uuid`}`, (row) => row.id));

/** One row more than the page holds. `usable` leaves out what is used, expired or out of force. */
export const pageOfCoupons = (db: Database, customerId: string, usable: boolean, now: Instant, { limit, olderThan }: PageRequest): Promise<CouponWithUse[]> => db<CouponWithUse[]>`
  ${withUse(db)} ${usable ? db`join coupon_definitions d on d.id = c.definition_id` : db``}
  where c.customer_id = ${customerId} and ${olderThan === null ? db`true` : db`c.id < ${olderThan}`}
    and ${usable ? db`u.order_id is null and d.disabled_at is null and (d.ends_at is null or d.ends_at > ${now}) and (c.expires_at is null or c.expires_at > ${now})` : db`true`}
  order by c.id desc limit ${limit + 1}`;

export const pageOfDefinitions = (db: Database, { limit, olderThan }: PageRequest): Promise<CouponDefinitionRow[]> => db<CouponDefinitionRow[]>`
  select * from coupon_definitions where ${olderThan === null ? db`true` : db`id < ${olderThan}`} order by id desc limit ${limit + 1}`;

export const findDefinitionByCode = async (db: Database, code: string): Promise<CouponDefinitionRow | null> =>
  (await db<CouponDefinitionRow[]>`select * from coupon_definitions where code = ${couponCode(code)}`)[0] ?? null;

export const findDefinition = async (db: Database, id: string): Promise<CouponDefinitionRow | null> =>
  (await db<CouponDefinitionRow[]>`select * from coupon_definitions where id = ${id}`)[0] ?? null;

export const findShareByCode = async (db: Database, code: string): Promise<CouponShareRow | null> =>
  (await db<CouponShareRow[]>`select * from coupon_shares where code = ${couponCode(code)}`)[0] ?? null;

/** People type codes as they like. */
export const couponCode = (text: string): string => text.trim().toUpperCase();

/** What is told about each coupon of `named`, which yields customer_id, definition_id, coupon_id, named_code and expires_at; `which` begins the list of columns. */
const held = (db: Database, which: Fragment): Fragment => db`
  select ${which} n.customer_id, d.*, n.coupon_id, n.named_code, n.expires_at, u.order_id is not null as is_used, coalesce(t.used, 0) as used_in_all, coalesce(p.used, 0) as used_by_customer
  from named n join coupon_definitions d on d.id = n.definition_id
  left join coupon_uses u on u.coupon_id = n.coupon_id and u.returned_at is null
  left join coupon_use_counts t on t.definition_id = d.id
  left join coupon_customer_use_counts p on p.definition_id = d.id and p.customer_id = n.customer_id`;

/** A code that a customer names; null is somebody unknown at a till. */
export interface NamedCoupon {
  readonly code: string;
  readonly customerId: string | null;
}

/**
 * The coupons that customers mean by codes, in the order of these: one of their own, by its code or by that of its definition, or a
 * public one. Null for a code that is nothing to them. What stands against a coupon is in its terms. One statement.
 */
export async function findCoupons(db: Database, named: readonly NamedCoupon[]): Promise<(CouponTerms | null)[]> {
  const rows = await db<(HeldCoupon & { asked: number })[]>`
    with asked as (select * from unnest(${named.map(({ code }) => couponCode(code))}::text[], ${named.map(({ customerId }) => customerId)}::uuid[]) with ordinality as a(code, customer_id, asked)),
    named as (
      select a.asked, a.customer_id, c.definition_id, c.id as coupon_id, c.code as named_code, c.expires_at, 1 as place from asked a join coupons c on c.code = a.code and c.customer_id = a.customer_id
      union all
      select a.asked, a.customer_id, c.definition_id, c.id, c.code, c.expires_at, 2
      from asked a join coupon_definitions d on d.code = a.code join coupons c on c.definition_id = d.id and c.customer_id = a.customer_id
      union all
      select a.asked, a.customer_id, d.id, null, d.code, null, 3 from asked a join coupon_definitions d on d.code = a.code and d.distribution = 'PUBLIC')
    ${held(db, db`distinct on (n.asked) n.asked::int,`)} order by n.asked, u.order_id is not null and n.place <> 1, n.place, n.expires_at, n.coupon_id`;
  const byPlace = new Map(rows.map((row) => [row.asked, row]));
  return named.map(({ customerId }, index) => {
    const row = byPlace.get(index + 1);
    return row ? couponTermsOf(row, customerId) : null;
  });
}

/** More kinds of coupons than one customer holds; a bound for those who try. */
const mostKinds = 200;

/**
 * What each customer holds and has not used, in terms that the pricing engine judges: of each kind the coupon that expires first, for
 * all of a kind give the same. One statement.
 */
export async function couponsHeldBy(db: Database, customerIds: readonly string[], now: Instant): Promise<CouponTerms[][]> {
  const rows = await db<(HeldCoupon & { customerId: string })[]>`
    with named as (
      select c.* from unnest(${customerIds as string[]}::uuid[]) as me(id) cross join lateral (
        select k.* from (
          select distinct on (c.definition_id) c.customer_id, c.definition_id, c.id as coupon_id, c.code as named_code, c.expires_at from coupons c
          join coupon_definitions d on d.id = c.definition_id and d.disabled_at is null and (d.ends_at is null or d.ends_at > ${now})
          where c.customer_id = me.id and (c.expires_at is null or c.expires_at > ${now}) and not exists (select 1 from coupon_uses u where u.coupon_id = c.id and u.returned_at is null)
          order by c.definition_id, c.expires_at nulls last, c.id) k
        order by k.expires_at nulls last, k.coupon_id desc limit ${mostKinds}) c)
    ${held(db, db``)} order by least(n.expires_at, d.ends_at) nulls last, n.coupon_id desc`;
  return groupedBy(customerIds, rows, (row) => row.customerId).map((own, index) => own.map((row) => couponTermsOf(row, customerIds[index]!)));
}
