import { actorOf, callerOf, type Context } from '../context.ts';
import { runCommand, type Answer, type CommandScope, type Outcome, type Remembered } from '../platform/commands.ts';
import { violatedUnique, type Database, type Fragment } from '../platform/database.ts';
import { logEvents, type NewEvent } from '../platform/event-log.ts';
import { fromGlobalId, newId } from '../platform/ids.ts';
import { refusal, type Refusal } from '../platform/refusals.ts';
import { textRefusals } from '../platform/text.rules.ts';
import { changeDefinition, columnsOf, namedStores, rememberRow } from './change-definition.ts';
import { bad, termsOf } from './offer-input.rules.ts';
import { findOffer, findOfferByCode } from './offer.queries.ts';
import type { OfferRow } from './offer.tables.ts';
import type { OfferDisableInput, OfferSaveInput } from './offer.types.ts';

const highestPriority = 1_000_000;

const recallOffer = async ({ answer }: Remembered): Promise<OfferRow> => JSON.parse(String(answer)) as OfferRow;

type Draft = Omit<OfferRow, 'id' | 'version' | 'createdAt' | 'updatedAt'>;

async function draftOf(db: Database, input: OfferSaveInput): Promise<Draft | Refusal[]> {
  const { code, name, target, stacking, priority } = input;
  const stores = await namedStores(db, input.storeIds);
  const terms = termsOf(input, stores.ids);
  const refusals = [
    ...textRefusals([['code', code, 64, true], ['name', name, 200, true]]), ...stores.refusals, ...(Array.isArray(terms) ? terms : []),
    ...(priority != null && (priority < 0 || priority > highestPriority) ? [bad(`A priority is from 0 to ${highestPriority}.`, 'priority')] : []),
  ];
  if (refusals.length > 0 || Array.isArray(terms)) return refusals;
  return { code, name, target, stacking: stacking ?? 'STACKABLE', priority: priority ?? 100, ...terms, disabledAt: null };
}

/** Makes an offer, or replaces the one with its code; a disabled one comes back into force. */
export function saveOffer(context: Context, input: OfferSaveInput): Promise<Answer<OfferRow>> {
  const run = async (scope: CommandScope): Promise<Outcome<OfferRow>> => {
    const draft = await draftOf(scope.db, input);
    if (Array.isArray(draft)) return { kind: 'refused', refusals: draft, value: null };
    return changeDefinition<OfferRow>(scope, {
      what: 'offer', expectedVersion: input.expectedVersion,
      find: () => findOfferByCode(scope.db, input.code),
      judge: (before) => ({ ...draft, id: before?.id ?? newId(), version: (before?.version ?? 0) + 1, createdAt: before?.createdAt ?? scope.now, updatedAt: scope.now }),
      write: (before, after) => writeOffer(context, scope, before, after, 'OFFER_SAVED'),
    });
  };
  return runCommand({ ...context, now: context.clock() }, { operation: 'offerSave', actorId: callerOf(context).personId, input, run, recall: recallOffer });
}

/** Takes an offer out of force; orders keep what it gave them. */
export function disableOffer(context: Context, input: OfferDisableInput): Promise<Answer<OfferRow>> {
  const run = (scope: CommandScope): Promise<Outcome<OfferRow>> => changeDefinition<OfferRow>(scope, {
    what: 'offer', expectedVersion: input.expectedVersion,
    find: async () => {
      const id = fromGlobalId('offer', input.offerId);
      return id ? findOffer(scope.db, id) : null;
    },
    judge: (before) => {
      if (!before) return { kind: 'refused', refusals: [refusal('NOT_FOUND', 'There is no offer with this id.', ['offerId'])], value: null };
      if (before.disabledAt !== null) return { kind: 'unchanged', value: before, remember: rememberRow(before) };
      return { ...before, disabledAt: scope.now, version: before.version + 1, updatedAt: scope.now };
    },
    write: (before, after) => writeOffer(context, scope, before, after, 'OFFER_DISABLED'),
  });
  return runCommand({ ...context, now: context.clock() }, { operation: 'offerDisable', actorId: callerOf(context).personId, input, run, recall: recallOffer });
}

/** A CTE that makes every process read the offers anew, once `saved` yields a row. */
const newRevision = (db: Database): Fragment => db`, revised as (
  insert into offer_revision (one, revision) select 1, ${newId()}::uuid from saved
  on conflict on constraint offer_revision_pkey do update set revision = excluded.revision)`;

const offerEvent = (context: Context, row: OfferRow, type: string): NewEvent => ({
  subjectId: row.id, subjectKind: 'offer', version: row.version, type, at: row.updatedAt, storeId: null, customerId: null,
  actor: actorOf(callerOf(context)), fromStatus: null, toStatus: null, comment: null, changes: row,
});

async function writeOffer(context: Context, { db, claim }: CommandScope, before: OfferRow | null, row: OfferRow, type: string): Promise<boolean> {
  const columns = columnsOf(db, row);
  const saved = before ? db`update offers set ${db(columns)} where id = ${before.id} and version = ${before.version} returning id` : db`insert into offers ${db(columns)} returning id`;
  try {
    const rows = await db`
      with saved as (${saved}) ${newRevision(db)} ${logEvents(db, db`saved`, [offerEvent(context, row, type)])} ${claim(db`saved`, rememberRow(row))} select id from saved`;
    return rows.length === 1;
  } catch (error) {
    if (violatedUnique(error) !== 'offers_code_key') throw error;
    return false;
  }
}
