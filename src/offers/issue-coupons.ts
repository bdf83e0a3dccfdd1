import { callerOf, type Context } from '../context.ts';
import { runCommand, type Answer, type CommandScope, type Outcome } from '../platform/commands.ts';
import { personIdOf } from '../platform/ids.ts';
import { refusal, type Refusal } from '../platform/refusals.ts';
import { textRefusals, type TextBound } from '../platform/text.rules.ts';
import { epochOf, type Instant } from '../platform/time.ts';
import { findDefinitionByCode } from './coupon.queries.ts';
import type { CouponDefinitionRow } from './coupon.tables.ts';
import type { CouponIssueInput } from './coupon.types.ts';
import { insertCoupons, newCoupon } from './new-coupon.ts';
import { bad } from './offer-input.rules.ts';

const mostCustomers = 500;

/** Why nobody can get such a coupon any more; null while they can. */
export function unavailable({ name, disabledAt, endsAt }: CouponDefinitionRow, now: Instant): Refusal | null {
  if (disabledAt !== null) return refusal('COUPON_NOT_AVAILABLE', `"${name}" is out of force.`, ['code']);
  return endsAt !== null && epochOf(endsAt) <= epochOf(now) ? refusal('COUPON_NOT_AVAILABLE', `The time of "${name}" is over.`, ['code']) : null;
}

function subjectRefusals(subjects: readonly string[]): Refusal[] {
  if (subjects.length === 0 || subjects.length > mostCustomers) return [bad(`Name 1 to ${mostCustomers} customers at a time; you named ${subjects.length}.`, 'subjects')];
  if (new Set(subjects).size < subjects.length) return [bad('A subject stands there twice.', 'subjects')];
  return textRefusals(subjects.map((subject, index): TextBound => [String(index), subject, 255, true]), ['subjects']);
}

/** Gives each of the customers one coupon; all or none. Gives the coupons' ids in the order of the input. */
export function issueCoupons(context: Context, input: CouponIssueInput): Promise<Answer<string[]>> {
  const run = async ({ db, now, claim }: CommandScope): Promise<Outcome<string[]>> => {
    const refusals = subjectRefusals(input.subjects);
    if (refusals.length > 0) return { kind: 'refused', refusals, value: null };
    const definition = await findDefinitionByCode(db, input.code);
    const reason = definition ? unavailable(definition, now) : refusal('NOT_FOUND', 'There is no coupon with this code.', ['code']);
    if (!definition || reason) return { kind: 'refused', refusals: [reason!], value: null };
    const rows = input.subjects.map((subject) => newCoupon(definition, personIdOf(subject), 'ISSUED', now));
    const ids = rows.map(({ id }) => id);
    await db`with saved as (${insertCoupons(db, rows)}) ${claim(db`saved`, { ids })} select 1`;
    return { kind: 'done', value: ids };
  };
  const recall = async ({ ids }: Readonly<Record<string, unknown>>) => ids as string[];
  return runCommand({ ...context, now: context.clock() }, { operation: 'couponIssue', actorId: callerOf(context).personId, input, run, recall });
}
