import { jsonOf, type Database } from '../platform/database.ts';
import { parseDecimal } from '../platform/money.ts';
import { refusal, type Refusal } from '../platform/refusals.ts';
import type { PriceInput } from './price-input.rules.ts';
import type { ProductDraft } from './product-input.rules.ts';

const rowOf = (sku: string, { currency, storeCode, minimumQuantity, listPrice, salePrice, saleFrom, saleUntil, unitCost, lossAllowed }: PriceInput) => ({
  sku, currency, store: storeCode ?? null, minimum: minimumQuantity ?? 1, list: parseDecimal(listPrice, currency), sale: parseDecimal(salePrice ?? listPrice, currency),
  from: saleFrom ?? null, until: saleUntil ?? null, cost: unitCost == null ? null : parseDecimal(unitCost, currency), loss: lossAllowed ?? false,
});

/** Prices for stores that do not exist. */
export async function unknownStores(db: Database, products: readonly ProductDraft[]): Promise<Refusal[]> {
  const named = products.flatMap(({ skus }, product) => skus.flatMap(({ prices }, sku) => prices.flatMap(({ storeCode }, price) =>
    (storeCode == null ? [] : [{ storeCode, path: ['products', String(product), 'skus', String(sku), 'prices', String(price), 'storeCode'] }]))));
  if (named.length === 0) return [];
  const found = await db<{ code: string }[]>`select code from stores where code = any(${[...new Set(named.map(({ storeCode }) => storeCode))]})`;
  const known = new Set(found.map(({ code }) => code));
  return named.filter(({ storeCode }) => !known.has(storeCode)).map(({ storeCode, path }) => refusal('NOT_FOUND', `There is no store with the code "${storeCode}".`, path));
}

/** Replaces the price lists of the SKUs: what is not named is gone. */
export async function writePrices(tx: Database, products: readonly ProductDraft[]): Promise<void> {
  const skus = products.flatMap((product) => product.skus);
  const rows = skus.flatMap(({ code, prices }) => prices.map((price) => rowOf(code, price)));
  const wanted = tx`
    select s.id as sku_id, c.currency, t.id as store_id, c.minimum, c.list, c.sale, c."from", c.until, c.cost, c.loss
    from jsonb_to_recordset(${jsonOf(tx, rows)}) as c(sku text, currency text, store text, minimum int, list bigint, sale bigint, "from" timestamptz, until timestamptz, cost bigint, loss boolean)
    join skus s on s.code = c.sku left join stores t on t.code = c.store`;
  await tx`
    delete from sku_prices p where p.sku_id in (select id from skus where code = any(${skus.map(({ code }) => code)})) and not exists (
      select 1 from (${wanted}) w where w.sku_id = p.sku_id and w.currency = p.currency and w.store_id is not distinct from p.store_id and w.minimum = p.minimum_quantity)`;
  await tx`
    insert into sku_prices (sku_id, currency, store_id, minimum_quantity, list_price, sale_price, sale_from, sale_until, unit_cost, loss_allowed)
    select * from (${wanted}) w order by sku_id, currency, store_id, minimum
    on conflict on constraint sku_prices_key do update set list_price = excluded.list_price, sale_price = excluded.sale_price, sale_from = excluded.sale_from,
      sale_until = excluded.sale_until, unit_cost = excluded.unit_cost, loss_allowed = excluded.loss_allowed`;
}
