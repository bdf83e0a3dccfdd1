import { callerOf, type Context } from '../context.ts';
import { runCommand, type Answer, type CommandScope, type Outcome } from '../platform/commands.ts';
import { jsonOf } from '../platform/database.ts';
import { newId } from '../platform/ids.ts';
import { refusal, type Refusal } from '../platform/refusals.ts';
import { textRefusals } from '../platform/text.rules.ts';
import { serviceTypes, type ServiceType } from './customer-service.lifecycle.ts';
import type { ReasonRow } from './customer-service.tables.ts';
import type { CustomerServiceReasonSaveInput } from './service-inputs.types.ts';

const maximalReasons = 100;
const furthestPosition = 1_000_000;
const everyType = Object.keys(serviceTypes) as ServiceType[];

function reasonRefusals({ reasons }: CustomerServiceReasonSaveInput): Refusal[] {
  if (reasons.length === 0 || reasons.length > maximalReasons) return [refusal('INVALID_INPUT', `Send 1 to ${maximalReasons} reasons at a time; you sent ${reasons.length}.`, ['reasons'])];
  if (new Set(reasons.map(({ code }) => code)).size < reasons.length) return [refusal('INVALID_INPUT', 'A code stands there twice.', ['reasons'])];
  return reasons.flatMap(({ code, name, types, position }, index) => {
    const path = ['reasons', String(index)];
    return [
      ...textRefusals([['code', code, 40, true], ['name', name, 120, true]], path),
      ...(types != null && types.length === 0 ? [refusal('INVALID_INPUT', 'A reason is good for something; withdraw it instead.', [...path, 'types'])] : []),
      ...(Math.abs(position ?? 0) > furthestPosition ? [refusal('INVALID_INPUT', `A position lies between ${-furthestPosition} and ${furthestPosition}.`, [...path, 'position'])] : []),
    ];
  });
}

/** Makes reasons or brings them up to date; all or none. Gives them as they were saved (S2-18). */
export function saveReasons(context: Context, input: CustomerServiceReasonSaveInput): Promise<Answer<ReasonRow[]>> {
  const run = async ({ db, now, claim }: CommandScope): Promise<Outcome<ReasonRow[]>> => {
    const refusals = reasonRefusals(input);
    if (refusals.length > 0) return { kind: 'refused', refusals, value: [] };
    const rows = input.reasons.map(({ code, name, types, refundsFreight, position, withdrawn }): ReasonRow => ({
      id: newId(), code, name, types: types ?? everyType, refundsFreight: refundsFreight ?? false, position: position ?? 0, withdrawn: withdrawn ?? false, updatedAt: now,
    }));
    await db`
      with saved as (
        insert into customer_service_reasons (id, code, name, types, refunds_freight, position, withdrawn, updated_at)
        select r.*, ${now}::timestamptz from jsonb_to_recordset(${jsonOf(db, rows)}) as r(id uuid, code text, name text, types jsonb, "refundsFreight" boolean, position int, withdrawn boolean) order by r.code
        on conflict (code) do update set name = excluded.name, types = excluded.types, refunds_freight = excluded.refunds_freight, position = excluded.position,
          withdrawn = excluded.withdrawn, updated_at = excluded.updated_at
        returning id)
      ${claim(db`saved`, { answer: JSON.stringify(rows) })} select 1`;
    return { kind: 'done', value: rows };
  };
  return runCommand({ ...context, now: context.clock() }, { operation: 'customerServiceReasonSave', actorId: callerOf(context).personId, input, run, recall: async ({ answer }) => JSON.parse(String(answer)) as ReasonRow[] });
}
