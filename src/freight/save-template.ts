import { callerOf, type Context } from '../context.ts';
import { runCommand, type Answer, type CommandScope, type Outcome, type Remembered } from '../platform/commands.ts';
import { jsonOf } from '../platform/database.ts';
import { newId } from '../platform/ids.ts';
import { refusal } from '../platform/refusals.ts';
import { textRefusals } from '../platform/text.rules.ts';
import type { FreightTemplateAssignInput, FreightTemplateSaveInput } from './freight-inputs.types.ts';
import { findTemplate } from './freight.queries.ts';
import type { FreightTemplate } from './freight.rules.ts';
import type { FreightTemplateRow } from './freight.tables.ts';
import { rulesOf, templateRefusals, type TemplateDraft } from './template-input.rules.ts';

/** A template as answers show it: all but the instants, and without an id, which is known only once it is written. */
export type ShownTemplate = Omit<FreightTemplate, 'id'>;

const shownOf = (draft: TemplateDraft): ShownTemplate => {
  const { code, name, currency, unit, origin } = draft;
  return {
    code, name, currency, unit, deliveryTypes: [...new Set(draft.deliveryTypes ?? ['EXPRESS'])], rules: rulesOf(draft),
    origin: origin ? { country: origin.country ?? null, province: origin.province ?? null, city: origin.city ?? null } : null,
  };
};

async function write({ db, now, claim }: CommandScope, template: ShownTemplate): Promise<void> {
  const values = { id: newId(), ...template, origin: template.origin ? jsonOf(db, template.origin) : null, rules: jsonOf(db, template.rules), createdAt: now, updatedAt: now };
  await db`
    with saved as (
      insert into freight_templates ${db(values as unknown as Record<string, string>)} on conflict on constraint freight_templates_code_key do update set
        name = excluded.name, currency = excluded.currency, unit = excluded.unit, delivery_types = excluded.delivery_types, origin = excluded.origin, rules = excluded.rules, updated_at = excluded.updated_at
      returning id)
    ${claim(db`saved`, { answer: JSON.stringify(template) })} select 1`;
}

const recall = async ({ answer }: Remembered): Promise<ShownTemplate> => JSON.parse(String(answer)) as ShownTemplate;

/** Makes a template, or brings the one with this code up to date. */
export function saveTemplate(context: Context, input: FreightTemplateSaveInput): Promise<Answer<ShownTemplate>> {
  const run = async (scope: CommandScope): Promise<Outcome<ShownTemplate>> => {
    const refusals = templateRefusals(input);
    if (refusals.length > 0) return { kind: 'refused', refusals, value: null };
    const template = shownOf(input);
    await write(scope, template);
    return { kind: 'done', value: template };
  };
  return runCommand({ ...context, now: context.clock() }, { operation: 'freightTemplateSave', actorId: callerOf(context).personId, input, run, recall });
}

const maximalProducts = 500;

/** Has a template charge for products from now on, or no longer; all of them or none. */
export function assignTemplate(context: Context, input: FreightTemplateAssignInput): Promise<Answer<ShownTemplate>> {
  const codes = [...new Set(input.productCodes)];
  const run = async (scope: CommandScope): Promise<Outcome<ShownTemplate>> => {
    const wrong = codes.length === 0 || codes.length > maximalProducts
      ? [refusal('INVALID_INPUT', `Name 1 to ${maximalProducts} products at a time; you named ${codes.length}.`, ['productCodes'])]
      : [...textRefusals([['code', input.code, 40, true]]), ...textRefusals(codes.map((code, index) => [String(index), code, 64, true] as const), ['productCodes'])];
    if (wrong.length > 0) return { kind: 'refused', refusals: wrong, value: null };
    return change(scope, input, codes);
  };
  return runCommand({ ...context, now: context.clock() }, { operation: 'freightTemplateAssign', actorId: callerOf(context).personId, input, run, recall });
}

async function change(scope: CommandScope, { code, remove }: FreightTemplateAssignInput, codes: readonly string[]): Promise<Outcome<ShownTemplate>> {
  const { db } = scope;
  const [template, found] = await Promise.all([findTemplate(db, code), db<{ id: string; code: string }[]>`select id, code from products where code = any(${codes as string[]}) order by id`]);
  if (!template) return { kind: 'refused', value: null, refusals: [refusal('NOT_FOUND', `There is no freight template with the code "${code}".`, ['code'])] };
  const missing = codes.filter((one) => !found.some((product) => product.code === one));
  if (missing.length > 0) return { kind: 'refused', value: null, refusals: [refusal('NOT_FOUND', `There are no products with the codes ${missing.slice(0, 20).join(', ')}${missing.length > 20 ? ' …' : ''}.`, ['productCodes'])] };
  await writeAssignments(scope, template, found.map(({ id }) => id), remove ?? false);
  return { kind: 'done', value: template };
}

async function writeAssignments({ db, now, claim }: CommandScope, template: FreightTemplateRow, products: readonly string[], remove: boolean): Promise<void> {
  const { id, createdAt: _createdAt, updatedAt: _updatedAt, ...shown } = template;
  const changed = remove
    ? db`delete from product_freight where freight_template_id = ${id} and product_id = any(${products as string[]}::uuid[])`
    : db`insert into product_freight (product_id, freight_template_id, assigned_at) select product, ${id}, ${now} from unnest(${products as string[]}::uuid[]) as product
        on conflict on constraint product_freight_pk do update set assigned_at = excluded.assigned_at`;
  await db`with changed as (${changed}), saved as (select 1) ${claim(db`saved`, { answer: JSON.stringify(shown) })} select 1`;
}
