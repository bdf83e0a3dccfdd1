import { callerOf, type Context } from '../context.ts';
import { jsonOf, violatedUnique } from '../platform/database.ts';
import { runCommand, type Answer, type CommandScope, type Outcome } from '../platform/commands.ts';
import { personIdOf } from '../platform/ids.ts';
import { refusal, type Refusal } from '../platform/refusals.ts';
import type { CustomerInput, CustomerSaveInput } from './customer.types.ts';
import { changedMembershipKey, memberNumberRace, memberNumberRefusals, membershipConstraint, newMembershipKey, oneAtATime } from './member-numbers.ts';
import { profileRefusals } from './profile.rules.ts';

const tries = 3;

/** Which of them Postgres meets first is chance. */
const keys: readonly (string | null)[] = ['customers_pkey', 'customers_subject_key', membershipConstraint];

/** The columns that the input names: what is not among them stays as it is. */
function givenOf(input: CustomerInput, tierIds: ReadonlyMap<string, string>): Record<string, unknown> {
  const { subject, name, birthday, tier } = input;
  const columns = {
    phone: input.phone, email: input.email, country: input.country, given_name: input.givenName, family_name: input.familyName, gender: input.gender, married: input.married,
    time_zone: input.timeZone, member_number: input.memberNumber, brand_code: input.brandCode, card_type: input.cardType,
    ...(tier !== undefined && { tier_id: tier && tierIds.get(tier) }),
    ...(birthday !== undefined && { birth_year: birthday?.year ?? null, birth_month: birthday?.month ?? null, birth_day: birthday?.day ?? null }),
  };
  return { id: personIdOf(subject), subject, name, ...Object.fromEntries(Object.entries(columns).filter(([, value]) => value !== undefined)) };
}

/**
 * Profiles that exist are updated on top of what they then are, the others inserted. `jsonb_populate_record` takes from the
 * JSON what it names and the rest from the row. Rows are locked in the order of their keys, so that two bulk saves never wait for
 * each other crosswise. A profile that appears between update and insert runs into its key, which undoes all.
 */
async function write({ db, now, claim }: CommandScope, rows: readonly Record<string, unknown>[], ids: readonly string[]): Promise<void> {
  await db`
    with given as materialized (select e as columns, (e->>'id')::uuid as id from jsonb_array_elements(${jsonOf(db, rows)}) as e ${oneAtATime(db, rows)}),
    known as (select c.id, g.columns from customers c join given g on g.id = c.id order by c.id for update of c),
    changed as (
      update customers c set updated_at = ${now}, (name, phone, email, country, given_name, family_name, gender, birth_year, birth_month, birth_day, married, time_zone, member_number, membership_key, brand_code, card_type, tier_id) = (
        select r.name, r.phone, r.email, r.country, r.given_name, r.family_name, r.gender, r.birth_year, r.birth_month, r.birth_day, r.married, r.time_zone, r.member_number, ${changedMembershipKey(db)}, r.brand_code, r.card_type, r.tier_id
        from jsonb_populate_record(c, k.columns) as r)
      from known k where c.id = k.id returning c.id),
    added as (
      insert into customers select (jsonb_populate_record(r, jsonb_build_object('membership_key', ${newMembershipKey(db)}))).*
      from given g, jsonb_populate_record(null::customers, g.columns || jsonb_build_object('created_at', ${now}::timestamptz, 'updated_at', ${now}::timestamptz)) as r
      where g.id not in (select id from changed) returning id),
    saved as (select id from changed union all select id from added)
    ${claim(db`saved`, { ids })} select 1`;
}

async function findTiers({ db }: CommandScope, customers: readonly CustomerInput[]): Promise<Map<string, string>> {
  const codes = [...new Set(customers.flatMap(({ tier }) => tier ?? []))];
  const found = codes.length === 0 ? [] : await db<{ id: string; code: string }[]>`select id, code from customer_tiers where code = any(${codes})`;
  return new Map(found.map(({ id, code }) => [code, id]));
}

const unknownTiers = (customers: readonly CustomerInput[], known: ReadonlyMap<string, string>): Refusal[] => customers.flatMap(({ tier }, index) =>
  (tier == null || known.has(tier) ? [] : [refusal('NOT_FOUND', `There is no tier with the code "${tier}".`, ['customers', String(index), 'tier'])]));

async function save(scope: CommandScope, customers: readonly CustomerInput[]): Promise<Outcome<string[]>> {
  const tiers = await findTiers(scope, customers);
  const refusals = unknownTiers(customers, tiers);
  if (refusals.length > 0) return { kind: 'refused', refusals, value: null };
  const rows = customers.map((customer) => givenOf(customer, tiers));
  const ids = customers.map(({ subject }) => personIdOf(subject));
  for (let attempt = 1; ; attempt += 1) {
    const taken = await memberNumberRefusals(scope.db, rows);
    if (taken.length > 0) return { kind: 'refused', refusals: taken, value: null };
    try {
      await write(scope, rows, ids);
      return { kind: 'done', value: ids };
    } catch (error) {
      // Somebody else has just made one of the profiles, or taken a number: it is read anew. A rehearsal's transaction is beyond that.
      const last = scope.rehearsal || attempt === tries;
      if (last && violatedUnique(error) === membershipConstraint) return { kind: 'refused', refusals: [memberNumberRace()], value: null };
      if (last || !keys.includes(violatedUnique(error))) throw error;
    }
  }
}

/** Makes profiles or brings them up to date; all or none. Gives their ids in the order of the input. */
export function saveCustomers(context: Context, input: CustomerSaveInput): Promise<Answer<string[]>> {
  const run = async (scope: CommandScope): Promise<Outcome<string[]>> => {
    const refusals = profileRefusals(input.customers);
    return refusals.length > 0 ? { kind: 'refused', refusals, value: null } : save(scope, input.customers);
  };
  const recall = async ({ ids }: Readonly<Record<string, unknown>>) => ids as string[];
  return runCommand({ ...context, now: context.clock() }, { operation: 'customerSave', actorId: callerOf(context).personId, input, run, recall });
}
