import type { Context } from '../context.ts';
import type { Database } from '../platform/database.ts';
import { defineLoader, inOrderOf } from '../platform/loaders.ts';
import type { Instant } from '../platform/time.ts';
import { customerTermsOf, type Birth, type CustomerTerms } from './customer-terms.rules.ts';
import type { CustomerTierRow } from './tier.tables.ts';

type Scope = Pick<Context, 'db' | 'loaders'>;

const defaultTierId = (db: Database) => db`(select id from customer_tiers where default_since is not null order by default_since desc, id limit 1)`;

/** All tiers, by code; there are few. The first one that is marked as the default is it. */
export const allTiers = (db: Database): Promise<(CustomerTierRow & { isDefault: boolean })[]> => db<(CustomerTierRow & { isDefault: boolean })[]>`
  select *, id is not distinct from ${defaultTierId(db)} as is_default from customer_tiers order by code`;

/** The tier of each customer: their own, else the default one, else null; also of shoppers without a profile. */
export const tierOfCustomer = defineLoader(async ({ db }: Scope, ids: readonly string[]) => {
  const rows = await db<(CustomerTierRow & { customerId: string; isDefault: boolean })[]>`
    select t.*, t.id is not distinct from ${defaultTierId(db)} as is_default, me.id as customer_id
    from unnest(${ids as string[]}::uuid[]) as me(id) left join customers c on c.id = me.id
    join customer_tiers t on t.id = coalesce(c.tier_id, ${defaultTierId(db)})`;
  return inOrderOf(ids, rows, (row) => row.customerId);
});

/** What an order copies of a profile (S0-56, S0-86). */
export interface BuyerCopy {
  readonly name: string;
  readonly phone: string | null;
  readonly memberNumber: string | null;
  readonly brandCode: string | null;
  readonly cardType: string | null;
}

/** What pricing, earning and the order's own copy need to know of a customer. */
export interface CustomerStanding {
  readonly birth: Birth;
  readonly tier: CustomerTierRow | null;
  readonly pointsBalance: number;
  /** Null for a shopper without a profile. */
  readonly buyer: BuyerCopy | null;
}

type StandingRow = CustomerTierRow & Birth & { customerId: string; tierId: string | null; pointsBalance: number; buyer: BuyerCopy | null };

/** Read in one statement, by customer; `db` may be a transaction. */
export async function findStandings(db: Database, customerIds: readonly string[]): Promise<Map<string, CustomerStanding>> {
  const rows = await db<StandingRow[]>`
    select t.*, t.id as tier_id, me.id as customer_id, c.birth_month, c.birth_day, c.time_zone, coalesce(a.balance, 0) as points_balance,
      case when c.id is not null then jsonb_build_object('name', c.name, 'phone', c.phone, 'memberNumber', c.member_number, 'brandCode', c.brand_code, 'cardType', c.card_type) end as buyer
    from unnest(${customerIds as string[]}::uuid[]) as me(id) left join customers c on c.id = me.id
    left join customer_tiers t on t.id = coalesce(c.tier_id, ${defaultTierId(db)})
    left join ledger_accounts a on a.customer_id = me.id and a.kind = 'POINTS' and a.unit = 'POINTS'`;
  return new Map(rows.map(({ customerId, tierId, birthMonth, birthDay, timeZone, pointsBalance, buyer, ...tier }) =>
    [customerId, { birth: { birthMonth, birthDay, timeZone }, tier: tierId === null ? null : tier, pointsBalance, buyer }]));
}

export const findStanding = async (db: Database, customerId: string): Promise<CustomerStanding> => (await findStandings(db, [customerId])).get(customerId)!;

/** What a customer is granted on an order in this currency now. */
export async function findCustomerTerms(db: Database, customerId: string, currency: string, now: Instant): Promise<CustomerTerms> {
  const { birth, tier, pointsBalance } = await findStanding(db, customerId);
  return customerTermsOf(birth, tier, pointsBalance, currency, now);
}
