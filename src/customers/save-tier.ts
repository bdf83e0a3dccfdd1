import { callerOf, type Context } from '../context.ts';
import { runCommand, type Answer, type CommandScope, type Outcome } from '../platform/commands.ts';
import { jsonOf } from '../platform/database.ts';
import { newId } from '../platform/ids.ts';
import { tierTermsOf, type TierTerms } from './tier-input.rules.ts';
import type { CustomerTierSaveInput } from './tier.types.ts';

/** A tier as its answer shows it, which is known before it is written. */
export type SavedTier = TierTerms & { readonly isDefault: boolean };

async function write({ db, now, claim }: CommandScope, terms: TierTerms, isDefault: boolean): Promise<SavedTier> {
  const answer: SavedTier = { ...terms, isDefault };
  const values = { id: newId(), ...terms, currencies: jsonOf(db, terms.currencies), defaultSince: isDefault ? now : null, createdAt: now, updatedAt: now };
  await db`
    with saved as (
      insert into customer_tiers ${db(values as unknown as Record<string, string>)} on conflict on constraint customer_tiers_code_key do update set
        name = excluded.name, discount_bps = excluded.discount_bps, birthday_discount_bps = excluded.birthday_discount_bps, can_redeem_points = excluded.can_redeem_points,
        minimum_points = excluded.minimum_points, maximum_share_bps = excluded.maximum_share_bps, points_per_unit = excluded.points_per_unit, earn_bps = excluded.earn_bps,
        currencies = excluded.currencies, default_since = excluded.default_since, updated_at = excluded.updated_at
      returning id)
    ${claim(db`saved`, { answer: JSON.stringify(answer) })} select 1`;
  return answer;
}

/** Makes a tier, or brings the one with this code up to date. */
export function saveTier(context: Context, input: CustomerTierSaveInput): Promise<Answer<SavedTier>> {
  const run = async (scope: CommandScope): Promise<Outcome<SavedTier>> => {
    const terms = tierTermsOf(input);
    if (Array.isArray(terms)) return { kind: 'refused', refusals: terms, value: null };
    return { kind: 'done', value: await write(scope, terms, input.isDefault ?? false) };
  };
  const recall = async ({ answer }: Readonly<Record<string, unknown>>) => JSON.parse(String(answer)) as SavedTier;
  return runCommand({ ...context, now: context.clock() }, { operation: 'customerTierSave', actorId: callerOf(context).personId, input, run, recall });
}
