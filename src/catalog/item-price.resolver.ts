import { Arg, Ctx, FieldResolver, ID, Int, Query, Resolver, Root } from 'type-graphql';
import type { Context } from '../context.ts';
import { Access } from '../identity/access.ts';
import { CurrencyCode } from '../platform/scalars.ts';
import { skuById } from './catalog.queries.ts';
import { Sku } from './catalog.types.ts';
import { ItemPrice } from './item-price.types.ts';
import { priceOfItem } from './price-of-item.ts';

@Resolver(() => ItemPrice)
export class ItemPriceResolver {
  @Access('SHOPPER', 'STAFF', 'PLATFORM', 'SERVICE')
  @Query(() => ItemPrice, { nullable: true, description: 'What the catalogue asks for so many pieces of a SKU now (S1-5); null where it is not for sale so: unknown, withdrawn, or without a price in this currency. Offers and coupons come on top, in a quote.' })
  async priceOf(
    @Ctx() context: Context,
    @Arg('sku', () => String, { description: 'Code of the SKU.' }) code: string,
    @Arg('currency', () => CurrencyCode, { nullable: true, description: 'In which currency; the platform’s own when left out.' }) currency: string | null,
    @Arg('quantity', () => Int, { defaultValue: 1, description: 'How many pieces, 1 to 1,000,000.' }) quantity: number,
    @Arg('storeId', () => ID, { nullable: true, description: 'In which store; the general price where it has none of its own.' }) storeId: string | null,
  ): Promise<ItemPrice | null> {
    const facts = await priceOfItem(context, code, currency ?? context.orderSettings.defaultCurrency, quantity, storeId ?? null);
    return facts && new ItemPrice(facts);
  }

  @FieldResolver(() => Sku, { description: 'What it is the price of.' })
  async sku(@Ctx() context: Context, @Root() { facts }: ItemPrice): Promise<Sku> {
    return new Sku((await skuById(context).load(facts.skuId))!);
  }
}
