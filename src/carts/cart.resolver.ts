import { Arg, Ctx, FieldResolver, ID, Int, Query, Resolver, Root } from 'type-graphql';
import { skuByCode } from '../catalog/catalog.queries.ts';
import { Sku } from '../catalog/catalog.types.ts';
import { callerOf, type Context } from '../context.ts';
import { Access } from '../identity/access.ts';
import { connectionOf, defaultPageSize, pageRequestOf } from '../platform/connection.types.ts';
import { badInput } from '../platform/errors.ts';
import { fromGlobalId } from '../platform/ids.ts';
import { storeById } from '../stores/store.queries.ts';
import { Store } from '../stores/store.types.ts';
import { linesOfCart, pageOfCarts, visibleCartById, type CartScope } from './cart.queries.ts';
import { Cart, CartConnection, CartLine } from './cart.types.ts';

async function listCarts(context: Context, scope: CartScope, first: number, after: string | null): Promise<CartConnection> {
  const request = pageRequestOf({ first, after });
  return connectionOf(request, await pageOfCarts(context.db, callerOf(context), scope, request), (row) => new Cart(row));
}

function storeKey(storeId: string): string {
  const id = fromGlobalId('store', storeId);
  if (!id) throw badInput(`"${storeId.slice(0, 40)}" is not the id of a store.`);
  return id;
}

@Resolver(() => Cart)
export class CartResolver {
  @Access('SHOPPER', 'STAFF', 'SERVICE')
  @Query(() => Cart, { nullable: true, description: 'One cart by its id: a shopper’s own, or one at the till of a store where the caller works. Null when there is none that the caller may see.' })
  async cart(@Ctx() context: Context, @Arg('id', () => ID, { description: 'Its id.' }) id: string): Promise<Cart | null> {
    const uuid = fromGlobalId('cart', id);
    const row = uuid && (await visibleCartById(context).load(uuid));
    return row ? new Cart(row) : null;
  }

  @Access('SHOPPER', 'STAFF', 'SERVICE')
  @Query(() => CartConnection, { description: 'The carts that the caller has opened and not ordered yet, newest first.' })
  myCarts(
    @Ctx() context: Context,
    @Arg('storeId', () => ID, { nullable: true, description: 'Only those for this store.' }) storeId: string | null,
    @Arg('first', () => Int, { defaultValue: defaultPageSize, description: 'How many at most, 1 to 100.' }) first: number,
    @Arg('after', () => String, { nullable: true, description: 'Only carts behind this cursor, that is older ones.' }) after: string | null,
  ): Promise<CartConnection> {
    return listCarts(context, { of: 'caller', storeId: storeId == null ? null : storeKey(storeId) }, first, after);
  }

  @Access('STAFF', 'SERVICE')
  @Query(() => CartConnection, { description: 'The open baskets at a store’s till, whoever began them, newest first; empty for callers who do not work there.' })
  tillCarts(
    @Ctx() context: Context,
    @Arg('storeId', () => ID, { description: 'Which store.' }) storeId: string,
    @Arg('first', () => Int, { defaultValue: defaultPageSize, description: 'How many at most, 1 to 100.' }) first: number,
    @Arg('after', () => String, { nullable: true, description: 'Only carts behind this cursor, that is older ones.' }) after: string | null,
  ): Promise<CartConnection> {
    return listCarts(context, { of: 'till', storeId: storeKey(storeId) }, first, after);
  }

  @FieldResolver(() => [CartLine], { description: 'Its lines, by seq.' })
  async lines(@Ctx() context: Context, @Root() { row }: Cart): Promise<CartLine[]> {
    return (await linesOfCart(context).load(row.id)).map((line) => new CartLine(line, row.currency));
  }

  @FieldResolver(() => Int, { description: 'Pieces in all its lines.' })
  async pieces(@Ctx() context: Context, @Root() { row }: Cart): Promise<number> {
    return (await linesOfCart(context).load(row.id)).reduce((sum, { quantity }) => sum + quantity, 0);
  }

  @FieldResolver(() => Store, { nullable: true, description: 'The store it is for; null for a shopper’s cart that becomes an EXPRESS order of the platform.' })
  async store(@Ctx() context: Context, @Root() { row: { storeId } }: Cart): Promise<Store | null> {
    const row = storeId && (await storeById(context).load(storeId));
    return row ? new Store(row) : null;
  }
}

@Resolver(() => CartLine)
export class CartLineResolver {
  @FieldResolver(() => Sku, { nullable: true, description: 'The SKU as it is today; null when there is none of this code any more.' })
  async sku(@Ctx() context: Context, @Root() { row }: CartLine): Promise<Sku | null> {
    const sku = await skuByCode(context).load(row.skuCode);
    return sku && new Sku(sku);
  }
}
