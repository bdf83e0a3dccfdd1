import { actorOf, callerOf, type Context } from '../context.ts';
import { runCommand, type Answer, type CommandScope, type Outcome } from '../platform/commands.ts';
import { logEvents } from '../platform/event-log.ts';
import { fromGlobalId, personIdOf } from '../platform/ids.ts';
import { refusal, type Refusal } from '../platform/refusals.ts';
import { textRefusals } from '../platform/text.rules.ts';
import { findMember, findStore, keepsStore } from './store.queries.ts';
import { movedOn, recallStore, rememberStore } from './save-store.ts';
import type { StoreRow } from './store.tables.ts';
import type { StoreMemberRemoveInput, StoreMemberSaveInput } from './store.types.ts';

type MemberInput = StoreMemberSaveInput | StoreMemberRemoveInput;

/** Finds the store if the caller keeps it; a store they do not keep looks like none. */
async function storeKeptBy(context: Context, { db }: CommandScope, storeId: string): Promise<StoreRow | null> {
  const id = fromGlobalId('store', storeId);
  if (!id || !(await keepsStore(db, callerOf(context), id))) return null;
  return findStore(db, id);
}

/** Who is meant: somebody by the subject of their token, or a member by their id. */
function personNamed({ subject, staffId }: MemberInput): string | Refusal {
  if ((subject == null) === (staffId == null)) return refusal('INVALID_INPUT', 'Name the person by `subject` or by `staffId`, one of the two.', ['subject']);
  return subject != null ? personIdOf(subject) : (fromGlobalId('staff', staffId!) ?? noMember());
}

const noMember = (): Refusal => refusal('NOT_FOUND', 'Nobody in the store has this id; name somebody new by their subject.', ['staffId']);

type WriteMember = (scope: CommandScope, store: StoreRow, staffId: string) => Promise<Outcome<StoreRow>>;

function memberCommand(context: Context, operation: string, input: MemberInput, write: WriteMember): Promise<Answer<StoreRow>> {
  const run = async (scope: CommandScope): Promise<Outcome<StoreRow>> => {
    const store = await storeKeptBy(context, scope, input.storeId);
    if (!store) return { kind: 'refused', value: null, refusals: [refusal('NOT_FOUND', 'You keep no store with this id.', ['storeId'])] };
    if (input.expectedVersion != null && input.expectedVersion !== store.version) return movedOn(store);
    const person = personNamed(input);
    return typeof person === 'string' ? write(scope, store, person) : { kind: 'refused', value: store, refusals: [person] };
  };
  return runCommand({ ...context, now: context.clock() }, { operation, actorId: callerOf(context).personId, input, run, recall: recallStore });
}

/** A CTE that lifts the store's version, and the event that says why. */
function memberEvent(context: Context, scope: CommandScope, store: StoreRow, type: string, changes: object) {
  const event = {
    subjectId: store.id, subjectKind: 'store' as const, version: store.version + 1, type, at: scope.now, storeId: store.id, customerId: null,
    actor: actorOf(callerOf(context)), fromStatus: null, toStatus: null, comment: null, changes,
  };
  return logEvents(scope.db, scope.db`saved`, [event]);
}

const next = ({ now }: CommandScope, store: StoreRow): StoreRow => ({ ...store, version: store.version + 1, updatedAt: now });

const lifted = ({ db, now }: CommandScope, store: StoreRow) => db`
  update stores set version = version + 1, updated_at = ${now} where id = ${store.id} and version = ${store.version} returning *`;

export function saveMember(context: Context, input: StoreMemberSaveInput): Promise<Answer<StoreRow>> {
  return memberCommand(context, 'storeMemberSave', input, async (scope, store, staffId) => {
    const refusals = textRefusals([['subject', input.subject, 255, true], ['name', input.name, 120, true], ['email', input.email, 255, false]]);
    if (refusals.length > 0) return { kind: 'refused', refusals, value: store };
    const { db, now, claim } = scope;
    const before = await findMember(db, store.id, staffId);
    if (!before && input.staffId != null) return { kind: 'refused', value: store, refusals: [noMember()] };
    const maySetPrice = input.maySetPrice ?? before?.maySetPrice ?? input.role === 'MANAGER';
    const maySpendBenefits = input.maySpendBenefits ?? before?.maySpendBenefits ?? input.role === 'MANAGER';
    const email = input.email === undefined ? (before?.email ?? null) : input.email;
    const [row] = await db<StoreRow[]>`
      with saved as (${lifted(scope, store)}), member as (
        insert into store_members (store_id, staff_id, role, name, email, may_set_price, may_spend_benefits, created_at)
        select id, ${staffId}::uuid, ${input.role}::text, ${input.name}::text, ${email}::text, ${maySetPrice}::boolean, ${maySpendBenefits}::boolean, ${now}::timestamptz from saved
        on conflict on constraint store_members_pk do update set role = excluded.role, name = excluded.name, email = excluded.email, may_set_price = excluded.may_set_price,
          may_spend_benefits = excluded.may_spend_benefits)
      ${memberEvent(context, scope, store, 'STORE_MEMBER_SAVED', { staffId, role: input.role, maySetPrice, maySpendBenefits })}
      ${claim(db`saved`, rememberStore(next(scope, store)))} select * from saved`;
    return doneOrBusy(context, row, store);
  });
}

export function removeMember(context: Context, input: StoreMemberRemoveInput): Promise<Answer<StoreRow>> {
  return memberCommand(context, 'storeMemberRemove', input, async (scope, store, staffId) => {
    const { db, claim } = scope;
    if (!(await findMember(db, store.id, staffId))) return { kind: 'unchanged', value: store, remember: rememberStore(store) };
    const [row] = await db<StoreRow[]>`
      with saved as (${lifted(scope, store)}), member as (
        delete from store_members where staff_id = ${staffId} and store_id in (select id from saved))
      ${memberEvent(context, scope, store, 'STORE_MEMBER_REMOVED', { staffId })}
      ${claim(db`saved`, rememberStore(next(scope, store)))} select * from saved`;
    return doneOrBusy(context, row, store);
  });
}

function doneOrBusy(context: Context, row: StoreRow | undefined, store: StoreRow): Outcome<StoreRow> {
  if (!row) {
    return { kind: 'refused', value: store, refusals: [refusal('VERSION_CONFLICT', 'Somebody else changed the store at the same moment; try again.')] };
  }
  context.feed.membershipChanged(row.id);
  return { kind: 'done', value: row };
}
