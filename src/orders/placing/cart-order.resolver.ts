import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { Cart } from '../../carts/cart.types.ts';
import type { Context } from '../../context.ts';
import { visibleOrderById } from '../order.queries.ts';
import { Order } from '../order.types.ts';

/** What carts show of orders; orders stand above them. */
@Resolver(() => Cart)
export class CartOrderResolver {
  @FieldResolver(() => Order, { nullable: true, description: 'The order that it has become; null while it has not, and where the caller may not see that order.' })
  async order(@Ctx() context: Context, @Root() { row: { orderId } }: Cart): Promise<Order | null> {
    const row = orderId && (await visibleOrderById(context).load(orderId));
    return row ? new Order(row) : null;
  }
}
