import type { Context } from '../context.ts';
import type { Database } from '../platform/database.ts';
import { defineLoader, groupedBy } from '../platform/loaders.ts';
import type { FreightTemplate } from './freight.rules.ts';
import type { FreightTemplateRow } from './freight.tables.ts';

/** The templates that could charge for a delivery of these SKUs; which one does for each line says `sellableSkus`. */
export const freightTemplatesOf = (db: Database, skuCodes: readonly string[], deliveryType: string): Promise<FreightTemplate[]> => db<FreightTemplateRow[]>`
  select * from freight_templates where ${deliveryType}::text = any(delivery_types) and id in (
    select f.freight_template_id from skus s join product_freight f on f.product_id = s.product_id where s.code = any(${skuCodes as string[]}))`;

export const freightTemplatesById = (db: Database, ids: readonly string[]): Promise<FreightTemplate[]> => db<FreightTemplateRow[]>`
  select * from freight_templates where id = any(${ids as string[]}::uuid[])`;

export async function findTemplate(db: Database, code: string): Promise<FreightTemplateRow | null> {
  const [row] = await db<FreightTemplateRow[]>`select * from freight_templates where code = ${code}`;
  return row ?? null;
}

/** By code; one row more than asked for. */
export const pageOfTemplates = (db: Database, afterCode: string | null, limit: number): Promise<FreightTemplateRow[]> => db<FreightTemplateRow[]>`
  select * from freight_templates where ${afterCode === null ? db`true` : db`code > ${afterCode}`} order by code limit ${limit + 1}`;

/** The templates of each product; the one assigned last first, which counts where several fit. */
export const templatesOfProduct = defineLoader(async ({ db }: Pick<Context, 'db' | 'loaders'>, ids: readonly string[]) => {
  const rows = await db<(FreightTemplateRow & { productId: string })[]>`
    select t.*, f.product_id from product_freight f join freight_templates t on t.id = f.freight_template_id
    where f.product_id = any(${ids as string[]}::uuid[]) order by f.assigned_at desc, t.id`;
  return groupedBy(ids, rows, (row) => row.productId);
});
