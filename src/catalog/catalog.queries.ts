import type { Context } from '../context.ts';
import type { Database } from '../platform/database.ts';
import { defineLoader, groupedBy, inOrderOf } from '../platform/loaders.ts';
import type { Instant } from '../platform/time.ts';
import type { Attribute, ProductRow, SkuComponentRow, SkuPriceRow, SkuRow } from './catalog.tables.ts';

type Scope = Pick<Context, 'db' | 'loaders'>;

export const productById = defineLoader(async ({ db }: Scope, ids: readonly string[]) =>
  inOrderOf(ids, await db<ProductRow[]>`select * from products where id = any(${ids as string[]}::uuid[])`, (row) => row.id));

export const skuById = defineLoader(async ({ db }: Scope, ids: readonly string[]) =>
  inOrderOf(ids, await db<SkuRow[]>`select * from skus where id = any(${ids as string[]}::uuid[])`, (row) => row.id));

export const skuByCode = defineLoader(async ({ db }: Scope, codes: readonly string[]) =>
  inOrderOf(codes, await db<SkuRow[]>`select * from skus where code = any(${codes as string[]})`, (row) => row.code));

export const skusOfProduct = defineLoader(async ({ db }: Scope, ids: readonly string[]) =>
  groupedBy(ids, await db<SkuRow[]>`select * from skus where product_id = any(${ids as string[]}::uuid[]) order by code`, (row) => row.productId));

export const pricesOfSku = defineLoader(async ({ db }: Scope, ids: readonly string[]) =>
  groupedBy(ids, await db<SkuPriceRow[]>`select * from sku_prices where sku_id = any(${ids as string[]}::uuid[]) order by currency, store_id nulls first, minimum_quantity`, (row) => row.skuId));

export const componentsOfSku = defineLoader(async ({ db }: Scope, ids: readonly string[]) => groupedBy(ids, await db<SkuComponentRow[]>`
  select k.* from sku_components k join skus s on s.id = k.component_id where k.sku_id = any(${ids as string[]}::uuid[]) order by s.code`, (row) => row.skuId));

/** A SKU as a line of an order copies it; prices are null when it has none in the currency. */
export interface SellableSku {
  readonly skuId: string;
  readonly skuCode: string;
  readonly productId: string;
  readonly productCode: string;
  readonly name: string;
  readonly cover: string | null;
  readonly specification: string | null;
  readonly barcode: string | null;
  /** Of a piece; of a bundle without a weight of its own that of its parts. */
  readonly weightGrams: number | null;
  readonly brandCode: string | null;
  readonly volumeMillilitres: number | null;
  readonly shelfLocation: string | null;
  /** Also a bundle of which a part is withdrawn. */
  readonly withdrawn: boolean;
  readonly listPrice: number | null;
  /** What a piece costs now: the list price outside of the sale's window. */
  readonly salePrice: number | null;
}

/** What pricing needs to know besides; one row for each line that was asked for. */
export interface PricedSku extends SellableSku {
  /** Which of the codes this row answers, from 0. */
  readonly place: number;
  readonly quantity: number;
  readonly productAttributes: readonly Attribute[];
  readonly options: readonly Attribute[];
  /** What a piece costs the platform. Not for shoppers' eyes (S4-171). */
  readonly unitCost: number | null;
  readonly lossAllowed: boolean;
  readonly saleFrom: Instant | null;
  readonly saleUntil: Instant | null;
  /** By which template this kind of delivery is charged; null where by none. */
  readonly freightTemplateId: string | null;
  readonly isBundle: boolean;
}

export interface SaleTerms {
  /** Whose own prices go before the general ones. */
  readonly storeId?: string | null;
  /** When; now, by the database's clock, when left out. */
  readonly at?: Instant | null;
  /** Pieces on the line of each code; one of each when left out. */
  readonly quantities?: readonly number[];
  /** EXPRESS or FLASH; nothing else is sent. */
  readonly deliveryType?: string;
}

/**
 * What the catalogue knows of the SKUs with these codes, in their order; codes that it does not know are left out. A
 * store's own price goes before a general one, then the one that asks for the most pieces. One statement.
 */
export const sellableSkus = (db: Database, codes: readonly string[], currency: string, terms: SaleTerms = {}): Promise<PricedSku[]> => {
  const { storeId = null, at = null, quantities = codes.map(() => 1), deliveryType = 'EXPRESS' } = terms;
  return db<PricedSku[]>`
    select (w.place - 1)::int as place, w.quantity, s.id as sku_id, s.code as sku_code, p.id as product_id, p.code as product_code, p.name, p.cover, p.brand_code, s.specification, s.barcode, s.volume_millilitres, s.shelf_location,
      p.attributes as product_attributes, s.options, coalesce(s.weight_grams, k.weight_grams) as weight_grams, s.withdrawn_at is not null or coalesce(k.withdrawn, false) as withdrawn,
      k.parts > 0 as is_bundle, c.list_price, case when coalesce(c.sale_from <= t.at, true) and coalesce(c.sale_until > t.at, true) then c.sale_price else c.list_price end as sale_price,
      c.sale_from, c.sale_until, c.unit_cost, coalesce(c.loss_allowed, false) as loss_allowed, f.freight_template_id
    from unnest(${codes as string[]}::text[], ${quantities as number[]}::int[]) with ordinality as w(code, quantity, place)
    cross join (select coalesce(${at}::timestamptz, now()) as at) t
    join skus s on s.code = w.code join products p on p.id = s.product_id
    left join lateral (
      select * from sku_prices c where c.sku_id = s.id and c.currency = ${currency} and (c.store_id is null or c.store_id = ${storeId}::uuid) and c.minimum_quantity <= w.quantity
      order by c.store_id nulls last, c.minimum_quantity desc limit 1) c on true
    cross join lateral (
      select count(*) as parts, bool_or(part.withdrawn_at is not null) as withdrawn, case when count(*) > 0 and count(*) = count(part.weight_grams) then least(sum(part.weight_grams::bigint * k.quantity), 2147483647)::int end as weight_grams
      from sku_components k join skus part on part.id = k.component_id where k.sku_id = s.id) k
    left join lateral (
      select f.freight_template_id from product_freight f join freight_templates ft on ft.id = f.freight_template_id
      where f.product_id = p.id and ${deliveryType}::text = any(ft.delivery_types) order by ft.currency = ${currency} desc, f.assigned_at desc, ft.id limit 1) f on true
    order by w.place`;
};

/** A part of a bundle, as the line of a child item copies it. */
export interface ComponentSku extends Omit<SellableSku, 'listPrice' | 'salePrice'> {
  readonly parentSkuId: string;
  /** Pieces in one bundle. */
  readonly quantity: number;
  readonly productAttributes: readonly Attribute[];
  readonly options: readonly Attribute[];
}

/** The parts of these SKUs, as far as they are bundles; by bundle and code. */
export const componentsOf = (db: Database, skuIds: readonly string[]): Promise<ComponentSku[]> => db<ComponentSku[]>`
  select k.sku_id as parent_sku_id, k.quantity, s.id as sku_id, s.code as sku_code, p.id as product_id, p.code as product_code, p.name, p.cover, p.brand_code, s.specification, s.barcode, s.volume_millilitres, s.shelf_location,
    s.weight_grams, s.withdrawn_at is not null as withdrawn, p.attributes as product_attributes, s.options
  from sku_components k join skus s on s.id = k.component_id join products p on p.id = s.product_id
  where k.sku_id = any(${skuIds as string[]}::uuid[]) order by k.sku_id, s.code`;

export const pageOfProducts = (db: Database, afterCode: string | null, limit: number): Promise<ProductRow[]> => db<ProductRow[]>`
  select * from products where ${afterCode === null ? db`true` : db`code > ${afterCode}`} order by code limit ${limit + 1}`;
