import { callerOf, type Context } from '../context.ts';
import { runCommand, type Answer, type CommandScope, type Outcome } from '../platform/commands.ts';
import { inTransaction, jsonOf, type Database } from '../platform/database.ts';
import { newId } from '../platform/ids.ts';
import { refusal, type Refusal } from '../platform/refusals.ts';
import type { Instant } from '../platform/time.ts';
import type { ProductSaveInput } from './catalog-inputs.types.ts';
import { componentPaths, productRefusals, type ProductDraft } from './product-input.rules.ts';
import { unknownStores, writePrices } from './write-prices.ts';

/** Undoes the transaction with what the database has to say against the input. */
class Unsaveable extends Error {
  readonly refusals: readonly Refusal[];
  constructor(refusals: readonly Refusal[]) {
    super('The products cannot be saved.');
    this.refusals = refusals;
  }
}

/** Makes products, SKUs and prices, or brings them up to date; all or none. Gives the products' ids in the order of the input. */
export function saveProducts(context: Context, input: ProductSaveInput): Promise<Answer<string[]>> {
  const run = async (scope: CommandScope): Promise<Outcome<string[]>> => {
    const refusals = productRefusals(input.products);
    if (refusals.length > 0) return { kind: 'refused', refusals, value: null };
    try {
      return { kind: 'done', value: await writeProducts(scope, input.products) };
    } catch (error) {
      if (error instanceof Unsaveable) return { kind: 'refused', refusals: error.refusals, value: null };
      throw error;
    }
  };
  const recall = async ({ ids }: Readonly<Record<string, unknown>>) => ids as string[];
  return runCommand({ ...context, now: context.clock() }, { operation: 'productSave', actorId: callerOf(context).personId, input, run, recall });
}

async function writeProducts({ db, now, claim }: CommandScope, products: readonly ProductDraft[]): Promise<string[]> {
  return inTransaction(db, async (tx) => {
    const refusals = await unknownStores(tx, products);
    if (refusals.length > 0) throw new Unsaveable(refusals);
    const ids = await writeGoods(tx, products, now);
    await writePrices(tx, products);
    await writeComponents(tx, products);
    await tx`with saved as (select 1) ${claim(tx`saved`, { ids })} select 1`;
    return ids;
  });
}

async function writeGoods(tx: Database, drafts: readonly ProductDraft[], now: Instant): Promise<string[]> {
  const products = drafts.map(({ code, name, cover, brandCode, attributes }) => ({ id: newId(), code, name, cover, brandCode, attributes: attributes ?? [] }));
  const skus = drafts.flatMap((product) => product.skus.map(({ prices: _prices, components: _components, options, ...sku }) => ({ id: newId(), product: product.code, options: options ?? [], ...sku })));
  const saved = await tx<{ id: string; code: string }[]>`
    insert into products (id, code, name, cover, brand_code, attributes, created_at, updated_at)
    select p.id, p.code, p.name, p.cover, p."brandCode", p.attributes, ${now}, ${now}
    from jsonb_to_recordset(${jsonOf(tx, products)}) as p(id uuid, code text, name text, cover text, "brandCode" text, attributes jsonb) order by p.code
    on conflict on constraint products_code_key do update set name = excluded.name, cover = excluded.cover, brand_code = excluded.brand_code, attributes = excluded.attributes,
      updated_at = excluded.updated_at returning id, code`;
  await lockSkus(tx, drafts);
  await tx`
    insert into skus (id, product_id, code, specification, options, barcode, weight_grams, volume_millilitres, shelf_location, withdrawn_at, updated_at)
    select s.id, p.id, s.code, s.specification, s.options, s.barcode, s."weightGrams", s."volumeMillilitres", s."shelfLocation", case when s.withdrawn then ${now}::timestamptz end, ${now}
    from jsonb_to_recordset(${jsonOf(tx, skus)}) as s(id uuid, product text, code text, specification text, options jsonb, barcode text, "weightGrams" int, "volumeMillilitres" int, "shelfLocation" text,
      withdrawn boolean)
    join products p on p.code = s.product order by s.code
    on conflict on constraint skus_code_key do update set product_id = excluded.product_id, specification = excluded.specification, options = excluded.options, barcode = excluded.barcode,
      weight_grams = excluded.weight_grams, volume_millilitres = excluded.volume_millilitres, shelf_location = excluded.shelf_location,
      withdrawn_at = case when excluded.withdrawn_at is null then null else coalesce(skus.withdrawn_at, excluded.withdrawn_at) end,
      updated_at = excluded.updated_at`;
  const idByCode = new Map(saved.map(({ id, code }) => [code, id]));
  return products.map(({ code }) => idByCode.get(code)!);
}

/** All SKUs that the save touches or names, in one order: two saves neither wait crosswise nor nest bundles behind each other's backs. */
async function lockSkus(tx: Database, products: readonly ProductDraft[]): Promise<void> {
  const codes = products.flatMap(({ skus }) => skus.flatMap(({ code, components }) => [code, ...(components ?? []).map(({ sku }) => sku)]));
  await tx`select 1 from skus where code = any(${[...new Set(codes)]}) order by code for no key update`;
}

interface ComponentFault {
  readonly bundle: string;
  readonly component: string;
  readonly found: boolean;
}

/** Replaces what the bundles consist of, and undoes all where a part is unknown, or a bundle itself. */
async function writeComponents(tx: Database, products: readonly ProductDraft[]): Promise<void> {
  const codes = products.flatMap(({ skus }) => skus.map(({ code }) => code));
  const rows = products.flatMap(({ skus }) => skus.flatMap(({ code, components }) => (components ?? []).map(({ sku, quantity }) => ({ bundle: code, component: sku, quantity }))));
  await tx`delete from sku_components where sku_id in (select id from skus where code = any(${codes}))`;
  await tx`
    insert into sku_components (sku_id, component_id, quantity)
    select b.id, c.id, r.quantity from jsonb_to_recordset(${jsonOf(tx, rows)}) as r(bundle text, component text, quantity int)
    join skus b on b.code = r.bundle join skus c on c.code = r.component`;
  const faults = await tx<ComponentFault[]>`
    select r.bundle, r.component, c.id is not null as found from jsonb_to_recordset(${jsonOf(tx, rows)}) as r(bundle text, component text)
    left join skus c on c.code = r.component where c.id is null or exists (select 1 from sku_components k where k.sku_id = c.id)
    union all
    select b.code, c.code, true from sku_components k join skus c on c.id = k.component_id join skus b on b.id = k.sku_id
    where c.code = any(${codes}) and not b.code = any(${codes}) and exists (select 1 from sku_components n where n.sku_id = c.id)`;
  if (faults.length > 0) throw new Unsaveable(faults.map((fault) => refusalOf(fault, products)));
}

function refusalOf({ bundle, component, found }: ComponentFault, products: readonly ProductDraft[]): Refusal {
  const path = componentPaths(products).find((one) => one.bundle === bundle && one.component === component)?.path;
  if (!found) return refusal('NOT_FOUND', `There is no SKU with the code "${component}" to be part of "${bundle}".`, path);
  return refusal('INVALID_INPUT', `"${component}" is part of the bundle "${bundle}" and cannot be a bundle itself.`, path ?? ['products']);
}
