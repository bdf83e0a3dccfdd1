import { Arg, Ctx, Field, FieldResolver, Int, Mutation, ObjectType, Query, Resolver, Root } from 'type-graphql';
import type { Context } from '../context.ts';
import { Access } from '../identity/access.ts';
import { defaultPageSize, PageInfo } from '../platform/connection.types.ts';
import { codePageOf, connectionByCode } from '../platform/code-pages.ts';
import { toGlobalId } from '../platform/ids.ts';
import { payloadOf } from '../platform/mutation.types.ts';
import { ProductPayload, ProductSaveInput } from './catalog-inputs.types.ts';
import { componentsOfSku, pageOfProducts, pricesOfSku, productById, skuByCode, skuById, skusOfProduct } from './catalog.queries.ts';
import { Product, Sku, SkuComponent, SkuPrice, SkuPriceTerms } from './catalog.types.ts';
import type { SkuRow } from './catalog.tables.ts';
import { keepsPrices } from './price-of-item.ts';
import { saveProducts } from './save-products.ts';

@ObjectType({ simpleResolvers: true, description: 'A product in a page of products.' })
export class ProductEdge {
  @Field(() => String, { description: 'Pass it as `after` to go on behind this product.' })
  cursor!: string;
  @Field(() => Product, { description: 'The product.' })
  node!: Product;
}

@ObjectType({ simpleResolvers: true, description: 'A page of products.' })
export class ProductConnection {
  @Field(() => [ProductEdge], { description: 'The products of this page, by code.' })
  edges!: ProductEdge[];
  @Field(() => PageInfo, { description: 'Where the page lies in the list.' })
  pageInfo!: PageInfo;
}

@Resolver(() => Product)
export class ProductResolver {
  @Access('SHOPPER', 'STAFF', 'PLATFORM', 'SERVICE')
  @Query(() => ProductConnection, { description: 'All products, by code.' })
  async products(
    @Ctx() { db }: Context,
    @Arg('first', () => Int, { defaultValue: defaultPageSize, description: 'How many products at most, 1 to 100.' }) first: number,
    @Arg('after', () => String, { nullable: true, description: 'Only products behind this cursor.' }) after: string | null,
  ): Promise<ProductConnection> {
    const page = codePageOf(first, after);
    return connectionByCode(page, await pageOfProducts(db, page.afterCode, page.first), (row) => new Product(row));
  }

  @FieldResolver(() => [Sku], { description: 'Its variants, by code.' })
  async skus(@Ctx() context: Context, @Root() product: Product): Promise<Sku[]> {
    return (await skusOfProduct(context).load(product.row.id)).map((row) => new Sku(row));
  }

  @Access('PLATFORM', 'SERVICE')
  @Mutation(() => ProductPayload, { description: 'Makes products with their SKUs and prices, or brings them up to date; all or none. Orders keep the copies they were placed with. Refusals: BELOW_COST, NOT_FOUND (of a store or a bundle’s part), INVALID_INPUT.' })
  async productSave(@Ctx() context: Context, @Arg('input', () => ProductSaveInput, { description: 'The products.' }) input: ProductSaveInput): Promise<ProductPayload> {
    const answer = await saveProducts(context, input);
    return { ...payloadOf(answer), productIds: (answer.value ?? []).map((id) => toGlobalId('product', id)) };
  }
}

@Resolver(() => Sku)
export class SkuResolver {
  @Access('SHOPPER', 'STAFF', 'PLATFORM', 'SERVICE')
  @Query(() => Sku, { nullable: true, description: 'A SKU by its code; null when there is none.' })
  async sku(@Ctx() context: Context, @Arg('code', () => String, { description: 'Its unique code.' }) code: string): Promise<Sku | null> {
    const row = await skuByCode(context).load(code);
    return row && new Sku(row);
  }

  @FieldResolver(() => Product, { description: 'What it is a variant of.' })
  async product(@Ctx() context: Context, @Root() sku: Sku): Promise<Product> {
    return new Product((await productById(context).load(sku.row.productId))!);
  }

  @FieldResolver(() => [SkuPrice], { description: 'What a piece costs, by currency, store (the general price first) and quantity.' })
  async prices(@Ctx() context: Context, @Root() sku: Sku): Promise<SkuPrice[]> {
    const now = context.clock();
    return (await pricesOfSku(context).load(sku.row.id)).map((row) => new SkuPrice(row, now));
  }

  @FieldResolver(() => [SkuComponent], { description: 'What it consists of, by code; empty where it is no bundle (S1-68).' })
  async components(@Ctx() context: Context, @Root() sku: Sku): Promise<SkuComponent[]> {
    const rows = await componentsOfSku(context).load(sku.row.id);
    const parts = await skuById(context).loadMany(rows.map(({ componentId }) => componentId));
    return rows.map(({ quantity }, index) => ({ sku: new Sku(parts[index] as SkuRow), quantity }));
  }
}

@Resolver(() => SkuPrice)
export class SkuPriceResolver {
  @FieldResolver(() => SkuPriceTerms, { nullable: true, description: 'Cost, loss guard and the sale’s window. Null for callers other than the platform and services (S4-171).' })
  terms(@Ctx() context: Context, @Root() price: SkuPrice): SkuPriceTerms | null {
    return keepsPrices(context) ? new SkuPriceTerms(price.row) : null;
  }
}
