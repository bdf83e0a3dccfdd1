import { Arg, Ctx, Mutation, Query, Resolver } from 'type-graphql';
import { callerOf, type Context } from '../../context.ts';
import { Access } from '../../identity/access.ts';
import { importOrders, importScope } from './import-orders.ts';
import { ordersPayload } from '../desk/order-desk-answers.ts';
import { OrdersPayload } from '../desk/order-desk.types.ts';
import { OrderImportInput } from './order-import.types.ts';
import { findOrderByUid } from '../order.queries.ts';
import { Order } from '../order.types.ts';

@Resolver()
export class OrderImportResolver {
  @Access('PLATFORM', 'SERVICE')
  @Mutation(() => OrdersPayload, { description: 'Takes over orders of the past, which are over, with their own instants and prices as recorded. Each order gets a verdict under its number there; one that was imported before is UNCHANGED, so an import that broke off can be sent again from the beginning. Nothing rings, no points are earned. Refusals: INVALID_INPUT; for one order INVALID_INPUT, NOT_FOUND (its store), DUPLICATE_UID.' })
  async orderImport(@Ctx() context: Context, @Arg('input', () => OrderImportInput, { description: 'Which orders, and from where.' }) input: OrderImportInput): Promise<OrdersPayload> {
    return ordersPayload(context, await importOrders(context, input));
  }

  @Access('SHOPPER', 'STAFF', 'PLATFORM', 'SERVICE')
  @Query(() => Order, { nullable: true, description: 'An imported order by its number where it comes from; null when there is none that the caller may see.' })
  async importedOrder(
    @Ctx() context: Context,
    @Arg('source', () => String, { description: 'The system it comes from, as the import named it.' }) source: string,
    @Arg('externalNumber', () => String, { description: 'Its number there.' }) externalNumber: string,
  ): Promise<Order | null> {
    const row = await findOrderByUid(context.db, callerOf(context), externalNumber, importScope(source));
    return row && new Order(row);
  }
}
