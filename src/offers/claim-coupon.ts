import { callerOf, type Context } from '../context.ts';
import { runCommand, type Answer, type CommandScope, type Outcome, type Remembered } from '../platform/commands.ts';
import { violatedCheck, violatedUnique, type Database } from '../platform/database.ts';
import { refusal, type Refusal } from '../platform/refusals.ts';
import { textRefusals } from '../platform/text.rules.ts';
import { rememberRow } from './change-definition.ts';
import { findDefinition, findDefinitionByCode, findShareByCode, type CouponWithUse } from './coupon.queries.ts';
import type { CouponDefinitionRow, CouponRow } from './coupon.tables.ts';
import type { CouponClaimInput } from './coupon.types.ts';
import { unavailable } from './issue-coupons.ts';
import { insertCoupons, newCoupon } from './new-coupon.ts';

const mostTries = 5;

/** What a code stands for: a definition, by its own code or by that of an order that was shared. */
interface Claimable {
  readonly definition: CouponDefinitionRow;
  readonly sharedOrderId: string | null;
}

async function findClaimable(db: Database, code: string): Promise<Claimable | null> {
  const [named, share] = await Promise.all([findDefinitionByCode(db, code), findShareByCode(db, code)]);
  if (share) return { definition: (await findDefinition(db, share.definitionId))!, sharedOrderId: share.orderId };
  return named && named.distribution !== 'ISSUED' ? { definition: named, sharedOrderId: null } : null;
}

/** How many of a kind a customer may claim: as many as they may use, and one where that is not bounded. */
const mostClaims = ({ customerLimit }: CouponDefinitionRow): number => customerLimit ?? 1;

/** What the customer has of it already, an unused one first, and whether they may have more. */
async function standingOf(db: Database, { definition, sharedOrderId }: Claimable, customerId: string): Promise<{ last: CouponWithUse | null; mayClaim: boolean }> {
  const found = await db<CouponWithUse[]>`
    select c.*, u.used_at, u.order_id as used_by_order_id from coupons c left join coupon_uses u on u.coupon_id = c.id and u.returned_at is null
    where c.customer_id = ${customerId} and c.definition_id = ${definition.id}
      and ${sharedOrderId === null ? db`c.source = 'CLAIMED'` : db`c.shared_order_id = ${sharedOrderId}`}
    order by u.order_id is not null, c.id desc limit ${mostClaims(definition)}`;
  return { last: found[0] ?? null, mayClaim: found.length < (sharedOrderId === null ? mostClaims(definition) : 1) };
}

async function usedUp(db: Database, { id, totalLimit, name }: CouponDefinitionRow): Promise<Refusal | null> {
  if (totalLimit === null) return null;
  const [count] = await db<{ used: number }[]>`select used from coupon_use_counts where definition_id = ${id}`;
  return (count?.used ?? 0) < totalLimit ? null : refusal('COUPON_NOT_AVAILABLE', `All uses of "${name}" are taken.`, ['code']);
}

const refused = (reason: Refusal): Outcome<CouponWithUse> => ({ kind: 'refused', refusals: [reason], value: null });

/** A shopper takes a coupon with a code; with as many as they may have, they are shown the one they can use. */
export function claimCoupon(context: Context, input: CouponClaimInput): Promise<Answer<CouponWithUse>> {
  const { personId } = callerOf(context);
  const run = async (scope: CommandScope): Promise<Outcome<CouponWithUse>> => {
    const refusals = textRefusals([['code', input.code, 64, true]]);
    if (refusals.length > 0) return { kind: 'refused', refusals, value: null };
    const claimable = await findClaimable(scope.db, input.code);
    if (!claimable) return refused(refusal('NOT_FOUND', 'No coupon can be claimed with this code.', ['code']));
    const reason = unavailable(claimable.definition, scope.now) ?? (await usedUp(scope.db, claimable.definition));
    return reason ? refused(reason) : claimOne(scope, claimable, personId);
  };
  const recall = async ({ answer }: Remembered) => JSON.parse(String(answer)) as CouponWithUse;
  return runCommand({ ...context, now: context.clock() }, { operation: 'couponClaim', actorId: personId, input, run, recall });
}

async function claimOne(scope: CommandScope, claimable: Claimable, customerId: string): Promise<Outcome<CouponWithUse>> {
  const { definition, sharedOrderId } = claimable;
  for (let tries = 1; ; tries += 1) {
    const { last, mayClaim } = await standingOf(scope.db, claimable, customerId);
    if (!mayClaim && last?.usedByOrderId === null) return { kind: 'unchanged', value: last, remember: rememberRow(last) };
    if (!mayClaim) return refused(refusal('COUPON_LIMIT_REACHED', `You have had "${definition.name}" as often as you may.`, ['code']));
    const row = newCoupon(definition, customerId, sharedOrderId === null ? 'CLAIMED' : 'SHARED', scope.now, sharedOrderId);
    const coupon: CouponWithUse = { ...row, usedAt: null, usedByOrderId: null };
    if (await write(scope, definition, row, coupon)) return { kind: 'done', value: coupon };
    if (scope.rehearsal || tries === mostTries) return refused(refusal('COUPON_LIMIT_REACHED', 'You are claiming this coupon elsewhere at this moment; try again.', ['code']));
  }
}

/** False when another claim of the same customer was faster: then nothing was written. */
async function write({ db, claim }: CommandScope, definition: CouponDefinitionRow, row: CouponRow, answer: CouponWithUse): Promise<boolean> {
  const counted = row.sharedOrderId !== null ? db`` : db`, counted as (
    insert into coupon_claim_counts as c (customer_id, definition_id, claimed, maximum) select ${row.customerId}::uuid, ${definition.id}::uuid, 1, ${mostClaims(definition)}::int from saved
    on conflict on constraint coupon_claim_counts_pk do update set claimed = c.claimed + 1, maximum = excluded.maximum)`;
  try {
    await db`with saved as (${insertCoupons(db, [row])}) ${counted} ${claim(db`saved`, rememberRow(answer))} select 1`;
    return true;
  } catch (error) {
    if (violatedCheck(error) === 'coupon_claim_counts_limit_check' || violatedUnique(error) === 'coupons_shared_key') return false;
    throw error;
  }
}
