import { actorOf, callerOf, type Context } from '../context.ts';
import { runCommand, type Answer, type CommandScope, type Outcome, type Remembered } from '../platform/commands.ts';
import { violatedUnique } from '../platform/database.ts';
import { logEvents, type NewEvent } from '../platform/event-log.ts';
import { fromGlobalId, newId } from '../platform/ids.ts';
import { refusal, type Refusal } from '../platform/refusals.ts';
import { addressRefusals, textRefusals } from '../platform/text.rules.ts';
import { findStore } from './store.queries.ts';
import type { StoreRow } from './store.tables.ts';
import type { StoreCreateInput, StoreUpdateInput } from './store.types.ts';

const noStore = (): Outcome<StoreRow> => ({ kind: 'refused', value: null, refusals: [refusal('NOT_FOUND', 'There is no store with this id.', ['storeId'])] });

function storeEvent(context: Context, row: StoreRow, type: string, changes: object): NewEvent {
  return {
    subjectId: row.id, subjectKind: 'store', version: row.version, type, at: row.updatedAt, storeId: row.id, customerId: null,
    actor: actorOf(callerOf(context)), fromStatus: null, toStatus: null, comment: null, changes,
  };
}

/** A store's events do not tell all that it was, so the answer itself is kept with the key. */
export const rememberStore = (row: StoreRow): Remembered => ({ answer: JSON.stringify(row) });

export const recallStore = async ({ answer }: Remembered): Promise<StoreRow> => JSON.parse(String(answer)) as StoreRow;

export function createStore(context: Context, input: StoreCreateInput): Promise<Answer<StoreRow>> {
  const run = async (scope: CommandScope): Promise<Outcome<StoreRow>> => {
    const refusals = storeTextRefusals(input);
    if (refusals.length > 0) return { kind: 'refused', refusals, value: null };
    const row: StoreRow = {
      id: newId(), code: input.code, name: input.name, kind: input.kind ?? 'STORE', currency: input.currency, phone: input.phone ?? null,
      address: input.address ?? null, acceptingOrders: input.acceptingOrders ?? true, version: 1, createdAt: scope.now, updatedAt: scope.now,
    };
    return insertStore(context, scope, row);
  };
  return runCommand({ ...context, now: context.clock() }, { operation: 'storeCreate', actorId: callerOf(context).personId, input, run, recall: recallStore });
}

const storeTextRefusals = (input: { code?: string | null; name?: string | null; phone?: string | null; address?: object | null }): Refusal[] => [
  ...textRefusals([['code', input.code, 40, true], ['name', input.name, 120, true], ['phone', input.phone, 40, false]]),
  ...addressRefusals(input.address, ['address']),
];

async function insertStore(context: Context, { db, claim }: CommandScope, row: StoreRow): Promise<Outcome<StoreRow>> {
  try {
    await db`
      with saved as (insert into stores ${db({ ...row, address: row.address ? db.json({ ...row.address }) : null })} returning id)
      ${logEvents(db, db`saved`, [storeEvent(context, row, 'STORE_CREATED', row)])}
      ${claim(db`saved`, rememberStore(row))} select 1`;
    return { kind: 'done', value: row };
  } catch (error) {
    if (violatedUnique(error) !== 'stores_code_key') throw error;
    return { kind: 'refused', value: null, refusals: [refusal('DUPLICATE_CODE', `A store with the code "${row.code}" exists.`, ['code'])] };
  }
}

export function updateStore(context: Context, input: StoreUpdateInput): Promise<Answer<StoreRow>> {
  const run = async (scope: CommandScope): Promise<Outcome<StoreRow>> => {
    const id = fromGlobalId('store', input.storeId);
    const before = id ? await findStore(scope.db, id) : null;
    if (!before) return noStore();
    const refusals = storeTextRefusals({ ...input, code: before.code });
    if (refusals.length > 0) return { kind: 'refused', refusals, value: before };
    if (input.expectedVersion != null && input.expectedVersion !== before.version) return movedOn(before);
    return changeStore(context, scope, before, input);
  };
  return runCommand({ ...context, now: context.clock() }, { operation: 'storeUpdate', actorId: callerOf(context).personId, input, run, recall: recallStore });
}

export const movedOn = (store: StoreRow): Outcome<StoreRow> => ({
  kind: 'refused', value: store,
  refusals: [refusal('VERSION_CONFLICT', `The store is at version ${store.version}; read it again and decide anew.`, ['expectedVersion'])],
});

async function changeStore(context: Context, { db, now, claim }: CommandScope, before: StoreRow, input: StoreUpdateInput): Promise<Outcome<StoreRow>> {
  const changes = {
    name: input.name ?? before.name,
    phone: input.phone === undefined ? before.phone : input.phone,
    address: input.address === undefined ? before.address : input.address,
    acceptingOrders: input.acceptingOrders ?? before.acceptingOrders,
    version: before.version + 1,
    updatedAt: now,
  };
  const row: StoreRow = { ...before, ...changes };
  const [saved] = await db<{ id: string }[]>`
    with saved as (
      update stores set ${db({ ...changes, address: changes.address ? db.json({ ...changes.address }) : null })}
      where id = ${before.id} and version = ${before.version} returning id)
    ${logEvents(db, db`saved`, [storeEvent(context, row, 'STORE_UPDATED', changes)])}
    ${claim(db`saved`, rememberStore(row))} select id from saved`;
  return saved ? { kind: 'done', value: row } : movedOn((await findStore(db, before.id)) ?? before);
}
