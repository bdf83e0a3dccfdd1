import { actorOf, callerOf, type Context } from '../context.ts';
import { runCommand, type Answer, type CommandScope, type Outcome, type Remembered } from '../platform/commands.ts';
import { violatedUnique, type Database } from '../platform/database.ts';
import { logEvents, type NewEvent } from '../platform/event-log.ts';
import { fromGlobalId, newId } from '../platform/ids.ts';
import { refusal, type Refusal } from '../platform/refusals.ts';
import { textRefusals } from '../platform/text.rules.ts';
import { changeDefinition, columnsOf, namedStores, rememberRow } from './change-definition.ts';
import { couponCode, findDefinition, findDefinitionByCode } from './coupon.queries.ts';
import type { CouponDefinitionRow } from './coupon.tables.ts';
import type { CouponDisableInput, CouponSaveInput } from './coupon.types.ts';
import { bad, termsOf } from './offer-input.rules.ts';

const mostValidDays = 3660;

const recallDefinition = async ({ answer }: Remembered): Promise<CouponDefinitionRow> => JSON.parse(String(answer)) as CouponDefinitionRow;

type Draft = Omit<CouponDefinitionRow, 'id' | 'version' | 'createdAt' | 'updatedAt'>;

async function draftOf(db: Database, input: CouponSaveInput): Promise<Draft | Refusal[]> {
  const { code, name, distribution, withOffers, givenForSharing, validDays } = input;
  const stores = await namedStores(db, input.storeIds);
  const terms = termsOf(input, stores.ids);
  const refusals = [
    // As it is kept: capitals of some letters are longer, and nobody could name a longer code.
    ...textRefusals([['code', couponCode(code), 64, true], ['name', name, 200, true]]), ...stores.refusals, ...(Array.isArray(terms) ? terms : []),
    ...(validDays != null && (validDays < 1 || validDays > mostValidDays) ? [bad(`A number of days is from 1 to ${mostValidDays}.`, 'validDays')] : []),
  ];
  if (refusals.length > 0 || Array.isArray(terms)) return refusals;
  return { code: couponCode(code), name, distribution, ...terms, withOffers: withOffers ?? true, givenForSharing: givenForSharing ?? false, validDays: validDays ?? null, disabledAt: null };
}

/** Makes what coupons are made after, or replaces the one with its code; a disabled one comes back into force. */
export function saveCoupon(context: Context, input: CouponSaveInput): Promise<Answer<CouponDefinitionRow>> {
  const run = async (scope: CommandScope): Promise<Outcome<CouponDefinitionRow>> => {
    const draft = await draftOf(scope.db, input);
    if (Array.isArray(draft)) return { kind: 'refused', refusals: draft, value: null };
    return changeDefinition<CouponDefinitionRow>(scope, {
      what: 'coupon', expectedVersion: input.expectedVersion,
      find: () => findDefinitionByCode(scope.db, draft.code),
      judge: (before) => ({ ...draft, id: before?.id ?? newId(), version: (before?.version ?? 0) + 1, createdAt: before?.createdAt ?? scope.now, updatedAt: scope.now }),
      write: (before, after) => writeDefinition(context, scope, before, after, 'COUPON_SAVED'),
    });
  };
  return runCommand({ ...context, now: context.clock() }, { operation: 'couponSave', actorId: callerOf(context).personId, input, run, recall: recallDefinition });
}

/** Takes all coupons of a definition out of force; orders keep what they gave them. */
export function disableCoupon(context: Context, input: CouponDisableInput): Promise<Answer<CouponDefinitionRow>> {
  const run = (scope: CommandScope): Promise<Outcome<CouponDefinitionRow>> => changeDefinition<CouponDefinitionRow>(scope, {
    what: 'coupon', expectedVersion: input.expectedVersion,
    find: async () => {
      const id = fromGlobalId('coupon_definition', input.definitionId);
      return id ? findDefinition(scope.db, id) : null;
    },
    judge: (before) => {
      if (!before) return { kind: 'refused', refusals: [refusal('NOT_FOUND', 'There is no coupon definition with this id.', ['definitionId'])], value: null };
      if (before.disabledAt !== null) return { kind: 'unchanged', value: before, remember: rememberRow(before) };
      return { ...before, disabledAt: scope.now, version: before.version + 1, updatedAt: scope.now };
    },
    write: (before, after) => writeDefinition(context, scope, before, after, 'COUPON_DISABLED'),
  });
  return runCommand({ ...context, now: context.clock() }, { operation: 'couponDisable', actorId: callerOf(context).personId, input, run, recall: recallDefinition });
}

const definitionEvent = (context: Context, row: CouponDefinitionRow, type: string): NewEvent => ({
  subjectId: row.id, subjectKind: 'coupon_definition', version: row.version, type, at: row.updatedAt, storeId: null, customerId: null,
  actor: actorOf(callerOf(context)), fromStatus: null, toStatus: null, comment: null, changes: row,
});

async function writeDefinition(context: Context, { db, claim }: CommandScope, before: CouponDefinitionRow | null, row: CouponDefinitionRow, type: string): Promise<boolean> {
  const columns = columnsOf(db, row);
  const saved = before ? db`update coupon_definitions set ${db(columns)} where id = ${before.id} and version = ${before.version} returning id` : db`insert into coupon_definitions ${db(columns)} returning id`;
  try {
    const rows = await db`with saved as (${saved}) ${logEvents(db, db`saved`, [definitionEvent(context, row, type)])} ${claim(db`saved`, rememberRow(row))} select id from saved`;
    return rows.length === 1;
  } catch (error) {
    if (violatedUnique(error) !== 'coupon_definitions_code_key') throw error;
    return false;
  }
}
