import { jsonOf, violatedCheck, type Database, type Fragment } from '../platform/database.ts';
import { refusal, type Refusal } from '../platform/refusals.ts';
import type { Instant } from '../platform/time.ts';
import type { CompiledOffers } from './compile-offers.rules.ts';
import type { Quote } from './quote-model.rules.ts';

/** An offer that an order uses, and whose uses are limited. */
export interface LimitedOffer {
  readonly offerId: string;
  readonly totalLimit: number | null;
  readonly customerLimit: number | null;
}

/** Who uses something, for which order, when. */
export interface Use {
  readonly orderId: string;
  readonly customerId: string | null;
  readonly at: Instant;
}

/** The offers of a quote whose uses have to be counted. */
export const limitedOffersOf = ({ catalogOffers, cartOffers }: Pick<Quote, 'catalogOffers' | 'cartOffers'>, { byCode }: CompiledOffers): LimitedOffer[] =>
  [...catalogOffers, ...cartOffers].flatMap(({ id, code }) => {
    const { totalLimit, customerLimit } = byCode.get(code)!;
    return totalLimit === null && customerLimit === null ? [] : [{ offerId: id, totalLimit, customerLimit }];
  });

/**
 * CTEs (`, offers_taken as (…)`) that count one use of each offer once `saved`, an earlier CTE, yields the order's row. A use too
 * many violates a check, which undoes the order as well; see `offerLimitRefusal`. Rows are taken in the order of their ids,
 * so that orders with several offers do not wait for each other in a circle.
 */
export function takeOfferUses(db: Database, saved: Fragment, offers: readonly LimitedOffer[], { orderId, customerId, at }: Use): Fragment {
  if (offers.length === 0) return db``;
  return db`, offers_wanted as (
    select w.* from ${saved}, jsonb_to_recordset(${jsonOf(db, offers)}) as w("offerId" uuid, "totalLimit" int, "customerLimit" int)
  ), offers_taken as (
    insert into offer_uses (order_id, offer_id, customer_id, used_at, counted_in_all, counted_by_customer)
    select ${orderId}::uuid, "offerId", ${customerId}::uuid, ${at}::timestamptz, "totalLimit" is not null, "customerLimit" is not null from offers_wanted
  ), offers_counted as (
    insert into offer_use_counts as c (offer_id, used, maximum) select "offerId", 1, "totalLimit" from offers_wanted where "totalLimit" is not null order by "offerId"
    on conflict (offer_id) do update set used = c.used + 1, maximum = excluded.maximum
  ), offers_counted_by_customer as (
    insert into offer_customer_use_counts as c (customer_id, offer_id, used, maximum)
    select ${customerId}::uuid, "offerId", 1, "customerLimit" from offers_wanted where "customerLimit" is not null order by "offerId"
    on conflict (customer_id, offer_id) do update set used = c.used + 1, maximum = excluded.maximum)`;
}

/** CTEs that give the uses of an order back, once, when it dies. What was not counted lowers no counter. */
export const returnOfferUses = (db: Database, saved: Fragment, orderId: string, at: Instant): Fragment => db`, offers_returned as (
    update offer_uses u set returned_at = ${at}::timestamptz from ${saved} where u.order_id = ${orderId}::uuid and u.returned_at is null returning u.offer_id, u.customer_id, u.counted_in_all, u.counted_by_customer
  ), offers_uncounted as (
    update offer_use_counts c set used = c.used - 1 from offers_returned r where r.counted_in_all and c.offer_id = r.offer_id and c.used > 0
  ), offers_uncounted_by_customer as (
    update offer_customer_use_counts c set used = c.used - 1 from offers_returned r where r.counted_by_customer and c.customer_id = r.customer_id and c.offer_id = r.offer_id and c.used > 0)`;

/** The refusal behind a statement that wanted a use too many; null when it failed for another reason. */
export function offerLimitRefusal(error: unknown): Refusal | null {
  const violated = violatedCheck(error);
  if (violated === 'offer_use_counts_limit_check') return refusal('OFFER_LIMIT_REACHED', 'An offer of this price was used up at this moment; ask for the price anew.');
  return violated === 'offer_customer_use_counts_limit_check' ? refusal('OFFER_LIMIT_REACHED', 'The customer has used an offer of this price as often as they may; ask for the price anew.') : null;
}

export type SpentOffers = ReadonlyMap<string, 'USED_UP' | 'USED_BY_CUSTOMER'>;

/** Offers in force of which no use is left, in all or for this customer: what the engine must know besides the offers themselves. */
export const spentOffers = async (db: Database, customerId: string | null, now: Instant): Promise<Map<string, 'USED_UP' | 'USED_BY_CUSTOMER'>> =>
  (await spentOffersOf(db, [customerId], now)).get(customerId ?? '')!;

/** The same for many customers, by customer (the empty key is somebody unknown). One statement. */
export async function spentOffersOf(db: Database, customerIds: readonly (string | null)[], now: Instant): Promise<Map<string, Map<string, 'USED_UP' | 'USED_BY_CUSTOMER'>>> {
  const rows = await db<{ customerId: string | null; offerId: string; reason: 'USED_UP' | 'USED_BY_CUSTOMER' }[]>`
    select me.id as customer_id, o.id as offer_id, case when t.used >= o.total_limit then 'USED_UP' else 'USED_BY_CUSTOMER' end as reason
    from unnest(${customerIds as (string | null)[]}::uuid[]) as me(id) cross join offers o
    left join offer_use_counts t on t.offer_id = o.id left join offer_customer_use_counts c on c.offer_id = o.id and c.customer_id = me.id
    where o.disabled_at is null and (o.ends_at is null or o.ends_at > ${now}) and (o.total_limit is not null or o.customer_limit is not null)
      and (t.used >= o.total_limit or c.used >= o.customer_limit)`;
  const spent = new Map(customerIds.map((id) => [id ?? '', new Map<string, 'USED_UP' | 'USED_BY_CUSTOMER'>()]));
  for (const { customerId, offerId, reason } of rows) spent.get(customerId ?? '')!.set(offerId, reason);
  return spent;
}

/** The same, asked of the database only where one of these offers has a limit at all. */
export const spentAmong = async (db: Database, { offers }: CompiledOffers, customerId: string | null, now: Instant): Promise<Map<string, 'USED_UP' | 'USED_BY_CUSTOMER'>> =>
  (offers.some(({ totalLimit, customerLimit }) => totalLimit !== null || customerLimit !== null) ? spentOffers(db, customerId, now) : new Map());
