import { jsonOf, type Database, type Fragment } from '../../src/platform/database.ts';
import type { Instant } from '../../src/platform/time.ts';


export interface FillStore {
  readonly id: string;
  readonly code: string;
  readonly name: string;
  readonly currency: string;
}

/** Something that orders name, and the term it is searched by. */
export interface Listed {
  readonly name: string;
  readonly price?: number;
  readonly termId: number;
}

export interface Cast {
  readonly goods: readonly Listed[];
  readonly people: readonly Listed[];
}

/** Orders number `first` to `last` of `count`, the oldest first, spread evenly over the time from `since` to `until`. */
export interface Stretch {
  readonly store: FillStore;
  readonly first: number;
  readonly last: number;
  readonly count: number;
  readonly since: Instant;
  readonly until: Instant;
}

/** One order in so many is not done yet: the newest ones. */
const openShare = 300;
const ordersPerCustomer = 40;

/** A number from 0 up to below `below` that depends on the order and on what it is for, and on nothing else. */
const lot = (db: Database, purpose: number, below: number): Fragment => db`((hashint8extended(n, ${purpose}::bigint) & 2147483647) % ${below}::bigint)::int`;

/** What is drawn for each order: when, by whom, which way, how far it has come, and two products. */
const drawn = (db: Database, { first, last, count, since, until }: Stretch, { goods, people }: Cast): Fragment => db`
  select n, date_trunc('milliseconds', ${since}::timestamptz + (${until}::timestamptz - ${since}::timestamptz) * (n::float8 / ${count}::float8)) as at, n > ${count - Math.max(Math.floor(count / openShare), 20)}::bigint as open,
    case when ${lot(db, 1, 10)} < 3 then 'IN_STORE' else 'ONLINE' end as kind, (array['EXPRESS', 'SELF_PICK', 'FLASH'])[1 + ${lot(db, 2, 3)}] as delivery,
    ${lot(db, 3, 1000)} as fate, 1 + ${lot(db, 4, 6)} as stage, ${lot(db, 5, Math.max(1, Math.floor(count / ordersPerCustomer)))} as customer, ${lot(db, 6, people.length)} as person,
    ${lot(db, 7, goods.length)} as product1, 1 + ${lot(db, 8, 3)} as quantity1, case when ${lot(db, 9, 2)} = 0 then ${lot(db, 10, goods.length)} end as product2, 1 + ${lot(db, 11, 2)} as quantity2,
    ${lot(db, 12, 1000)} as whim, md5(${first}::text || '/' || ${count}::text || '/' || n::text) as chance
  from generate_series(${first}::bigint, ${last}::bigint) as n`;

/** How far an order has come: most are done, some were called off, timed out or given back, and the newest are at every stage. */
const stages = (db: Database): Fragment => db`
  case when not open then case when fate < 800 then 'CONFIRMED' when fate < 940 and (kind = 'IN_STORE' or fate < 880) then 'CANCELED' when fate < 940 then 'PAY_TIMEOUT' else 'CANCELED' end
    when kind = 'IN_STORE' then (array['PAY_PENDING', 'CONFIRM_PENDING'])[1 + stage % 2]
    when delivery = 'SELF_PICK' then (array['PAY_PENDING', 'CONFIRM_PENDING', 'PICK_PENDING'])[1 + stage % 3]
    when delivery = 'FLASH' then (array['PAY_PENDING', 'CONFIRM_PENDING', 'DELIVER_PENDING', 'DELIVERING'])[1 + stage % 4]
    else (array['PAY_PENDING', 'DELIVER_PENDING', 'DELIVERING', 'DELIVERED'])[1 + stage % 4] end`;

/** Goods or people as a table that lasts as long as the transaction; analysed, so that joining it takes no nested loops. */
async function list(db: Database, table: string, rows: readonly Listed[]): Promise<void> {
  await db`create temp table ${db(table)} on commit drop as
    select r.nth, r.name, r.price, r."termId" as term_id from jsonb_to_recordset(${jsonOf(db, rows.map((row, nth) => ({ ...row, nth })))}) as r(nth int, name text, price bigint, "termId" int)`;
  await db`analyze ${db(table)}`;
}

/** The orders of a stretch, thought out, as a table `fresh` that lasts as long as the transaction. */
export async function drawOrders(db: Database, stretch: Stretch, { goods, people }: Cast): Promise<void> {
  await list(db, 'listed_goods', goods);
  await list(db, 'listed_people', people);
  await db`
    create temp table fresh on commit drop as
    with drawn as materialized (${drawn(db, stretch, { goods, people })}), placed as materialized (
      select d.*, ${stages(db)} as fulfilment, not open and fate >= 940 as given_back, case when kind = 'IN_STORE' then 'SELF_PICK' else delivery end as way,
        g1.name as name1, g1.price as price1, g1.term_id as term1, g2.name as name2, g2.price as price2, g2.term_id as term2, who.name as contact, who.term_id as contact_term
      from drawn d join listed_goods as g1 on g1.nth = d.product1 left join listed_goods as g2 on g2.nth = d.product2 join listed_people as who on who.nth = d.person
    )
    select p.*, (lpad(to_hex((extract(epoch from at) * 1000)::bigint), 12, '0') || '7' || substr(chance, 1, 3) || '8' || substr(chance, 4, 15))::uuid as id,
      to_char(at at time zone 'UTC', 'YYMMDDHH24MISS') || lpad(((('x' || substr(chance, 1, 7))::bit(28)::int) % 100000000)::text, 8, '0') as number,
      price1 * quantity1 + coalesce(price2 * quantity2, 0) as total, quantity1 + case when price2 is null then 0 else quantity2 end as pieces,
      case when kind = 'ONLINE' then md5('customer ' || customer)::uuid end as customer_id,
      fulfilment in ('PAY_PENDING', 'PAY_TIMEOUT') or (fulfilment = 'CANCELED' and not given_back) as unpaid,
      case fulfilment when 'PAY_PENDING' then 'CREATED_PAY_PENDING' when 'PAY_TIMEOUT' then 'CLOSED_PAY_TIMEOUT' when 'CONFIRM_PENDING' then 'PAID_CONFIRM_PENDING'
        when 'DELIVER_PENDING' then 'CONFIRMED_DELIVER_PENDING' when 'PICK_PENDING' then 'CONFIRMED_PICK_PENDING' when 'DELIVERING' then 'DELIVERING'
        when 'DELIVERED' then 'DELIVERED_CONFIRM_PENDING' when 'CONFIRMED' then 'CLOSED_CONFIRMED' else case when given_back then 'CLOSED_REFUNDED' else 'CLOSED_CANCELED' end end as status,
      case when fulfilment in ('CONFIRMED', 'CANCELED', 'PAY_TIMEOUT') then at + make_interval(mins => 30 + whim * 5) end as ended
    from placed p`;
}
