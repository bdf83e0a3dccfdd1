import { jsonOf, type Database, type Fragment } from '../platform/database.ts';
import { refusal, type Refusal } from '../platform/refusals.ts';

/** The constraint by which a member number is one customer's within a brand. */
export const membershipConstraint = 'customers_membership_key';

/** The key of a new row `r`: brand and number in one, since no brand counts as one as well. */
export const newMembershipKey = (db: Database): Fragment => db`case when r.member_number is not null then jsonb_build_array(r.brand_code, r.member_number)::text end`;

/**
 * The key of row `c` as it becomes `r`. Where brand and number stay, so does the key: customers who shared a number before that
 * was ruled out have none, and can still be saved.
 */
export const changedMembershipKey = (db: Database): Fragment => db`
  case when (c.brand_code, c.member_number) is not distinct from (r.brand_code, r.member_number) then c.membership_key else ${newMembershipKey(db)} end`;

interface Taken {
  readonly place: number;
  readonly memberNumber: string;
  readonly brandCode: string | null;
}

/** The columns that a save names of each profile. */
type GivenRow = Readonly<Record<string, unknown>>;

const mayTake = (row: GivenRow): boolean => row['member_number'] != null || row['brand_code'] !== undefined;

/**
 * Has commands that give numbers wait for each other before they write; nothing for others. A deferrable constraint lets two
 * write the same number, then has each wait for the other at its end: they would end in a deadlock.
 */
export const oneAtATime = (db: Database, rows: readonly GivenRow[]): Fragment =>
  (rows.some(mayTake) ? db`cross join (select pg_advisory_xact_lock('customers'::regclass::oid::bigint)) as turn` : db``);

/** Those of the profiles, once saved, whose number another customer has then. */
function findTaken(db: Database, rows: readonly GivenRow[]): Promise<readonly Taken[]> {
  return db<Taken[]>`
    with given as (select e.columns, (e.columns->>'id')::uuid as id, e.place from jsonb_array_elements(${jsonOf(db, rows)}) with ordinality as e(columns, place)),
    wanted as (
      select g.place, g.id, r.brand_code, r.member_number, (c.brand_code, c.member_number) is not distinct from (r.brand_code, r.member_number) as kept
      from given g left join customers c on c.id = g.id, jsonb_populate_record(c, g.columns) as r where r.member_number is not null)
    select (w.place - 1)::int as place, w.member_number, w.brand_code from wanted w where not w.kept and (
      exists (select 1 from wanted o where o.id <> w.id and o.member_number = w.member_number and o.brand_code is not distinct from w.brand_code)
      or exists (select 1 from customers o where o.member_number = w.member_number and o.brand_code is not distinct from w.brand_code and o.id not in (select id from given)))
    order by w.place`;
}

/** Why the profiles cannot be saved because of their member numbers. Asks nothing where none is given. */
export async function memberNumberRefusals(db: Database, rows: readonly GivenRow[]): Promise<Refusal[]> {
  if (!rows.some(mayTake)) return [];
  return (await findTaken(db, rows)).map(({ place, memberNumber, brandCode }) => refusal(
    'DUPLICATE_MEMBER_NUMBER',
    `Another customer has the member number "${memberNumber}" ${brandCode === null ? 'without a brand' : `of the brand "${brandCode}"`}; give this one another, or clear it there.`,
    ['customers', String(place), rows[place]!['member_number'] === undefined ? 'brandCode' : 'memberNumber'],
  ));
}

/** Somebody else is taking one of the numbers at this very moment. */
export const memberNumberRace = (): Refusal => refusal('DUPLICATE_MEMBER_NUMBER', 'Another customer is being given one of these member numbers at this moment; read the profiles, and try again.', ['customers']);
