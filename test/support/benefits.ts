import { randomUUID } from 'node:crypto';
import { personIdOf, toGlobalId } from '../../src/platform/ids.ts';
import type { App } from './app.ts';
import { dbOf } from './races.ts';
import type { Shop } from './seeds.ts';

const must = (payload: { userErrors: { message: string }[] }): void => {
  if (payload.userErrors.length > 0) throw new Error(payload.userErrors.map(({ message }) => message).join(' '));
};

const tierSave = /* GraphQL */ `mutation SeedTier($input: CustomerTierSaveInput!) { customerTierSave(input: $input) { userErrors { message } } }`;
const profileSave = /* GraphQL */ `mutation SeedProfile($input: CustomerSaveInput!) { customerSave(input: $input) { userErrors { message } } }`;
const adjust = /* GraphQL */ `mutation SeedGift($input: LedgerAdjustInput!) { ledgerAdjust(input: $input) { userErrors { message } } }`;

export interface Granted {
  /** What the tier grants; one point is worth a penny unless it says otherwise. */
  readonly tier?: Readonly<Record<string, unknown>>;
  readonly points?: number;
  /** In the currency of the shop. */
  readonly money?: string;
  readonly currency?: string;
  readonly profile?: Readonly<Record<string, unknown>>;
}

/** Gives the shop's shopper a profile, a tier of their own, points and money; gives the customer's id. */
export async function grant({ platform, shopper }: Shop, { tier, points, money, currency = 'GBP', profile }: Granted): Promise<string> {
  const code = `TIER-${randomUUID().slice(0, 8)}`;
  if (tier) must((await platform.ask(tierSave, { input: { code, name: `Tier ${code}`, canRedeemPoints: true, pointsPerUnit: 100, ...tier } })).customerTierSave);
  const customer = { subject: shopper.subject, name: 'Rosa Klein', ...(tier && { tier: code }), ...profile };
  must((await platform.ask(profileSave, { input: { customers: [customer] } })).customerSave);
  const customerId = toGlobalId('customer', personIdOf(shopper.subject));
  if (points) must((await platform.ask(adjust, { input: { customerId, points, reason: 'A gift' } })).ledgerAdjust);
  if (money) must((await platform.ask(adjust, { input: { customerId, money: { amount: money, currency }, reason: 'A gift' } })).ledgerAdjust);
  return customerId;
}

/** What a customer's accounts hold, and whether the ledger is sound: entries sum to zero, and balances are the sums of theirs. */
export interface Accounts {
  readonly points: number;
  readonly reserved: number;
  readonly wallet: number;
  /** Of every transaction, oldest first. */
  readonly reasons: readonly string[];
}

export async function accountsOf(app: App, { shopper }: Shop): Promise<Accounts> {
  const db = dbOf(app);
  const id = personIdOf(shopper.subject);
  const unbalanced = await db`select transaction_id from ledger_entries where customer_id = ${id} group by transaction_id having sum(amount) <> 0`;
  const adrift = await db`
    select a.kind from ledger_accounts a where a.customer_id = ${id} and a.balance <> (
      select coalesce(sum(e.amount), 0) from ledger_entries e where e.customer_id = a.customer_id and e.kind = a.kind and e.unit = a.unit)`;
  if (unbalanced.length + adrift.length > 0) throw new Error('The ledger does not add up.');
  const [row] = await db<Accounts[]>`
    select coalesce(sum(balance) filter (where kind = 'POINTS'), 0)::int as points, coalesce(sum(balance) filter (where kind = 'POINTS_RESERVED'), 0)::int as reserved,
      coalesce(sum(balance) filter (where kind = 'WALLET'), 0)::int as wallet,
      array(select reason from ledger_transactions where customer_id = ${id} and reason <> 'ADJUST' order by id) as reasons
    from ledger_accounts where customer_id = ${id}`;
  return row!;
}
