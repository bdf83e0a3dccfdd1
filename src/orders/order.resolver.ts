import { Arg, Ctx, FieldResolver, ID, Int, Query, Resolver, Root } from 'type-graphql';
import { callerOf, type Context } from '../context.ts';
import { customerById } from '../customers/customer.queries.ts';
import { Customer } from '../customers/customer.types.ts';
import { Access } from '../identity/access.ts';
import { paymentsOfOrder, refundsOfOrder } from '../payments/payment.queries.ts';
import { paymentsAt, refundsAt } from '../payments/payments-at.rules.ts';
import { badInput } from '../platform/errors.ts';
import { fromGlobalId } from '../platform/ids.ts';
import { storeById } from '../stores/store.queries.ts';
import { Store } from '../stores/store.types.ts';
import { listOrders } from './lists/list-orders.ts';
import { moverOf } from './steps/move-order.ts';
import { mayKnowCustomer } from './order-item.resolver.ts';
import { errorOf } from './steps/order-answers.ts';
import { isForCustomer } from './order-events.ts';
import { OrderFilter } from './lists/order-filter.types.ts';
import { rewoundItems } from './history/order-history.rules.ts';
import { AvailableAction, Payment, Refund } from './steps/order-payloads.types.ts';
import type { OrderPageArguments } from './lists/order-page-request.ts';
import { OrderPage } from './lists/order-page.types.ts';
import { findOrder, findOrderByUid, historyOfOrder, itemsOfOrder, type ListScope } from './order.queries.ts';
import { availabilityOf } from './order.rules.ts';
import { OrderStore } from './order-parts.types.ts';
import { Order, OrderConnection, OrderEvent, OrderItem } from './order.types.ts';

function storeScope(storeId: string): ListScope {
  const id = fromGlobalId('store', storeId);
  if (!id) throw badInput(`"${storeId.slice(0, 40)}" is not the id of a store.`);
  return { of: 'store', id };
}

@Resolver(() => Order)
export class OrderResolver {
  @Access('SHOPPER', 'STAFF', 'PLATFORM', 'SERVICE')
  @Query(() => Order, { nullable: true, description: 'One order, by its id, its number (S2-3, S2-11), or the client’s own uid (S0-2); give exactly one. Null when there is none that the caller may see.' })
  async order(
    @Ctx() context: Context,
    @Arg('id', () => ID, { nullable: true, description: 'Its id.' }) id: string | null,
    @Arg('number', () => String, { nullable: true, description: 'Its number.' }) number: string | null,
    @Arg('uid', () => String, { nullable: true, description: 'The uid it was placed with: a shopper’s own, or with `storeId` that of the store’s till.' }) uid: string | null,
    @Arg('storeId', () => ID, { nullable: true, description: 'The store in whose till `uid` was given.' }) storeId: string | null,
  ): Promise<Order | null> {
    const caller = callerOf(context);
    if ([id, number, uid].filter((key) => key != null).length !== 1) throw badInput('Give exactly one of id, number and uid.');
    const scope = storeId == null ? caller.personId : fromGlobalId('store', storeId);
    const row = uid == null ? await findOrder(context.db, caller, (id ?? number)!) : scope && (await findOrderByUid(context.db, caller, uid, scope));
    return row ? new Order(row) : null;
  }

  @Access('SHOPPER')
  @Query(() => OrderConnection, { description: 'The caller’s own orders (S1-2, S2-1, S4-1), without those in the recycle bin unless the filter asks for it.' })
  myOrders(@Ctx() context: Context, @OrderPage() page: OrderPageArguments, @Arg('filter', () => OrderFilter, { nullable: true, description: 'Which of them.' }) filter: OrderFilter | null): Promise<OrderConnection> {
    return listOrders(context, { of: 'customer', id: callerOf(context).personId }, filter, page);
  }

  @Access('STAFF', 'PLATFORM', 'SERVICE')
  @Query(() => OrderConnection, { description: 'A store’s orders (S2-10), a company’s among them (S3-1); empty for callers who do not work there.' })
  storeOrders(
    @Ctx() context: Context,
    @Arg('storeId', () => ID, { description: 'Which store.' }) storeId: string,
    @OrderPage() page: OrderPageArguments,
    @Arg('filter', () => OrderFilter, { nullable: true, description: 'Which of them.' }) filter: OrderFilter | null,
  ): Promise<OrderConnection> {
    return listOrders(context, storeScope(storeId), filter, page);
  }

  @Access('PLATFORM', 'SERVICE')
  @Query(() => OrderConnection, { description: 'All orders of the platform (S0-3).' })
  orders(@Ctx() context: Context, @OrderPage() page: OrderPageArguments, @Arg('filter', () => OrderFilter, { nullable: true, description: 'Which of them.' }) filter: OrderFilter | null): Promise<OrderConnection> {
    return listOrders(context, { of: 'platform' }, filter, page);
  }

  @FieldResolver(() => [OrderItem], { description: 'Its lines, by seq.' })
  async items(@Ctx() context: Context, @Root() order: Order): Promise<OrderItem[]> {
    const { row: { id, version }, at } = order;
    const [rows, history] = await Promise.all([itemsOfOrder(context).load(id), at === null ? null : historyOfOrder(context).load(id)]);
    return (history ? rewoundItems(rows, history, version) : rows).map((row) => new OrderItem(row));
  }

  @FieldResolver(() => [OrderEvent], { description: 'All that happened to it, oldest first: who, when, from, to, comment.' })
  async history(@Ctx() context: Context, @Root() order: Order): Promise<OrderEvent[]> {
    const rows = await historyOfOrder(context).load(order.row.id);
    return rows.filter(({ version }) => version <= order.row.version).map((row) => new OrderEvent(row));
  }

  @FieldResolver(() => [AvailableAction], { description: 'The steps the caller could ever take on such an order, and for each whether now, or why not. Buttons are drawn from it. Empty for an order as it was.' })
  availableActions(@Ctx() context: Context, @Root() order: Order): AvailableAction[] {
    if (order.at !== null) return [];
    const available = availabilityOf(order.row, moverOf(callerOf(context)), context.clock());
    return available.map(({ action, reason }) => ({ action, enabled: reason === null, reason: reason && errorOf(reason, order) }));
  }

  @FieldResolver(() => [Payment], { description: 'Attempts to pay it, oldest first.' })
  async payments(@Ctx() context: Context, @Root() order: Order): Promise<Payment[]> {
    return paymentsAt(await paymentsOfOrder(context).load(order.row.id), order.at).map((row) => new Payment(row));
  }

  @FieldResolver(() => [Refund], { description: 'Money that went back or is on its way, oldest first.' })
  async refunds(@Ctx() context: Context, @Root() order: Order): Promise<Refund[]> {
    return refundsAt(await refundsOfOrder(context).load(order.row.id), order.at).map((row) => new Refund(row));
  }

  @FieldResolver(() => Customer, { nullable: true, description: 'Whose order it is; null for a sale to somebody unknown, while they have no profile, and for staff at in-store orders.' })
  async customer(@Ctx() context: Context, @Root() { row: { customerId, kind } }: Order): Promise<Customer | null> {
    const row = mayKnowCustomer(context, { customerId, kind }) && customerId && (await customerById(context).load(customerId));
    return row ? new Customer(row) : null;
  }
}

/** Staff speak among themselves in reasons and notes: a shopper reads their own words, and what is meant for them. */
const mayRead = (context: Context, { row }: OrderEvent): boolean => {
  const { role, personId } = callerOf(context);
  return role !== 'SHOPPER' || isForCustomer(row, personId);
};

@Resolver(() => OrderEvent)
export class OrderEventResolver {
  @FieldResolver(() => String, { nullable: true, description: 'Name of whoever did it, as their token told. Shoppers read their own, and on events that are meant for them.' })
  actorName(@Ctx() context: Context, @Root() event: OrderEvent): string | null {
    return mayRead(context, event) ? event.row.actorName : null;
  }

  @FieldResolver(() => String, { nullable: true, description: 'On what they did it, as their token or their connection named it (header `x-device`, at most 80 characters). Shoppers read their own.' })
  device(@Ctx() context: Context, @Root() event: OrderEvent): string | null {
    const { role, personId } = callerOf(context);
    return role !== 'SHOPPER' || event.row.actorId === personId ? event.row.device : null;
  }

  @FieldResolver(() => String, { nullable: true, description: 'What they had to say: a reason, a note, a gateway’s words. Shoppers read their own, and on events that are meant for them (CANCEL, CONFIRM_RECEIPT, REFUND_SUCCEEDED).' })
  comment(@Ctx() context: Context, @Root() event: OrderEvent): string | null {
    return mayRead(context, event) ? event.row.comment : null;
  }
}

@Resolver(() => OrderStore)
export class OrderStoreResolver {
  @FieldResolver(() => Store, { description: 'The store as it is today.' })
  async current(@Ctx() context: Context, @Root() { row }: OrderStore): Promise<Store> {
    return new Store((await storeById(context).load(row.storeId!))!);
  }
}

@Resolver(() => OrderConnection)
export class OrderConnectionResolver {
  @FieldResolver(() => Int, { description: 'How many orders the filter finds in all. Costs a count; leave it out where it is not shown.' })
  totalCount(@Root() connection: OrderConnection): Promise<number> {
    return connection.countAll();
  }
}
