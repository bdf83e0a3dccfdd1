import { Arg, Ctx, FieldResolver, ID, Int, Query, Resolver, Root } from 'type-graphql';
import { keepsPrices } from '../catalog/price-of-item.ts';
import { callerOf, type Context } from '../context.ts';
import { customerById } from '../customers/customer.queries.ts';
import { Customer } from '../customers/customer.types.ts';
import { Access } from '../identity/access.ts';
import { moverOf } from '../orders/steps/move-order.ts';
import { Refund } from '../orders/steps/order-payloads.types.ts';
import { itemsOfOrder, visibleOrderById, type ListScope } from '../orders/order.queries.ts';
import type { OrderItemRow } from '../orders/order.tables.ts';
import { Order, OrderItem } from '../orders/order.types.ts';
import { connectionOf, pageRequestOf, type PageArguments } from '../platform/connection.types.ts';
import { badInput } from '../platform/errors.ts';
import { Money, moneyOrNull } from '../platform/money.types.ts';
import { fromGlobalId } from '../platform/ids.ts';
import { serviceErrorOf } from './answers.ts';
import { findService, findServiceByUid, historyOfService, itemsOfService, refundsOfService, servicesOfOrder } from './customer-service.queries.ts';
import { isClosed } from './customer-service.lifecycle.ts';
import { openingsFor, serviceAvailabilityOf } from './customer-service.rules.ts';
import type { CustomerServiceItemRow } from './customer-service.tables.ts';
import { CustomerService, CustomerServiceItem, CustomerServiceLogEntry } from './customer-service.types.ts';
import type { ItemRole } from './item-words.ts';
import { piecesOf } from './order-case.rules.ts';
import { reasonsInUse } from './reason.queries.ts';
import { isWordOfGateway } from './service-events.ts';
import { countServices, pageOfServices, servicesByStatus } from './service-lists.queries.ts';
import { CustomerServiceCounts, CustomerServiceFilter, ServicePage } from './service-lists.types.ts';
import { AvailableCustomerService, CustomerServiceAvailableAction, CustomerServiceConnection, CustomerServiceReason } from './service-payloads.types.ts';

async function listServices(context: Context, scope: ListScope, filter: CustomerServiceFilter | null, page: PageArguments): Promise<CustomerServiceConnection> {
  const request = pageRequestOf(page);
  const caller = callerOf(context);
  const rows = await pageOfServices(context.db, caller, scope, filter ?? {}, request);
  const connection = connectionOf(request, rows, (row) => new CustomerService(row));
  return Object.assign(new CustomerServiceConnection(), connection, { countAll: () => countServices(context.db, caller, scope, filter ?? {}) });
}

function storeScope(storeId: string): ListScope {
  const id = fromGlobalId('store', storeId);
  if (!id) throw badInput(`"${storeId.slice(0, 40)}" is not the id of a store.`);
  return { of: 'store', id };
}

const filterDescription = 'Which of them.';

@Resolver(() => CustomerService)
export class CustomerServiceResolver {
  @Access('SHOPPER', 'STAFF', 'PLATFORM', 'SERVICE')
  @Query(() => CustomerService, { nullable: true, description: 'One document, by its id, its number (S2-13, S2-20), or the client’s own uid; give exactly one. Null when there is none that the caller may see.' })
  async customerService(
    @Ctx() context: Context,
    @Arg('id', () => ID, { nullable: true, description: 'Its id.' }) id: string | null,
    @Arg('number', () => String, { nullable: true, description: 'Its number (S2-84).' }) number: string | null,
    @Arg('uid', () => String, { nullable: true, description: 'The uid it was opened with: a shopper’s own, or with `storeId` that of the store’s till.' }) uid: string | null,
    @Arg('storeId', () => ID, { nullable: true, description: 'The store in whose till `uid` was given.' }) storeId: string | null,
  ): Promise<CustomerService | null> {
    const caller = callerOf(context);
    if ([id, number, uid].filter((key) => key != null).length !== 1) throw badInput('Give exactly one of id, number and uid.');
    const scope = storeId == null ? caller.personId : fromGlobalId('store', storeId);
    const row = uid == null ? await findService(context.db, caller, (id ?? number)!) : scope && (await findServiceByUid(context.db, caller, uid, scope));
    return row ? new CustomerService(row) : null;
  }

  @Access('SHOPPER')
  @Query(() => CustomerServiceConnection, { description: 'The caller’s own refunds, returns and exchanges, newest first, done or not (S2-2).' })
  myCustomerServices(@Ctx() context: Context, @ServicePage() page: PageArguments, @Arg('filter', () => CustomerServiceFilter, { nullable: true, description: filterDescription }) filter: CustomerServiceFilter | null): Promise<CustomerServiceConnection> {
    return listServices(context, { of: 'customer', id: callerOf(context).personId }, filter, page);
  }

  @Access('STAFF', 'PLATFORM', 'SERVICE')
  @Query(() => CustomerServiceConnection, { description: 'A store’s refunds, returns and exchanges, newest first (S2-15); empty for callers who do not work there.' })
  storeCustomerServices(
    @Ctx() context: Context,
    @Arg('storeId', () => ID, { description: 'Which store (S2-86).' }) storeId: string,
    @ServicePage() page: PageArguments,
    @Arg('filter', () => CustomerServiceFilter, { nullable: true, description: filterDescription }) filter: CustomerServiceFilter | null,
  ): Promise<CustomerServiceConnection> {
    return listServices(context, storeScope(storeId), filter, page);
  }

  @Access('PLATFORM', 'SERVICE')
  @Query(() => CustomerServiceConnection, { description: 'All refunds, returns and exchanges of the platform, newest first.' })
  customerServices(@Ctx() context: Context, @ServicePage() page: PageArguments, @Arg('filter', () => CustomerServiceFilter, { nullable: true, description: filterDescription }) filter: CustomerServiceFilter | null): Promise<CustomerServiceConnection> {
    return listServices(context, { of: 'platform' }, filter, page);
  }

  @Access('SHOPPER', 'STAFF', 'PLATFORM', 'SERVICE')
  @Query(() => CustomerServiceCounts, { description: 'The numbers on the tabs of after-sales: a shopper’s own, or those of a store; without a store, all of the platform’s, and none for staff. All zero for a store in which the caller does not work.' })
  async customerServiceCounts(@Ctx() context: Context, @Arg('storeId', () => ID, { nullable: true, description: 'Which store; not for shoppers.' }) storeId: string | null): Promise<CustomerServiceCounts> {
    const caller = callerOf(context);
    const scope: ListScope = caller.role === 'SHOPPER' ? { of: 'customer', id: caller.personId } : storeId == null ? { of: 'platform' } : storeScope(storeId);
    if (caller.role === 'STAFF' && storeId == null) throw badInput('Name the store.');
    return new CustomerServiceCounts(await servicesByStatus(context.db, caller, scope));
  }

  @Access('SHOPPER', 'STAFF', 'PLATFORM', 'SERVICE')
  @Query(() => [CustomerServiceReason], { description: 'Reasons for which something may be asked, as the platform keeps them (S2-18).' })
  async customerServiceReasons(@Ctx() { db }: Context): Promise<CustomerServiceReason[]> {
    return (await reasonsInUse(db)).map((row) => new CustomerServiceReason(row));
  }

  @FieldResolver(() => [CustomerServiceItem], { description: 'Goods that come back (S2-285).' })
  async returns(@Ctx() context: Context, @Root() service: CustomerService): Promise<CustomerServiceItem[]> {
    return itemsIn(await itemsOfService(context, service.row), 'RETURN');
  }

  @FieldResolver(() => [CustomerServiceItem], { description: 'Goods that are given in exchange (S2-285).' })
  async exchanges(@Ctx() context: Context, @Root() service: CustomerService): Promise<CustomerServiceItem[]> {
    return itemsIn(await itemsOfService(context, service.row), 'EXCHANGE');
  }

  @FieldResolver(() => [CustomerServiceLogEntry], { description: 'All that happened to it, oldest first, in plain words (S2-226).' })
  async log(@Ctx() context: Context, @Root() { row }: CustomerService): Promise<CustomerServiceLogEntry[]> {
    const rows = await historyOfService(context).load(row.id);
    return rows.filter(({ version }) => version <= row.version).map((event) => new CustomerServiceLogEntry(event, row.currency));
  }

  @FieldResolver(() => [Refund], { description: 'Its money on the way back, one for each payment it goes back over, oldest first.' })
  async refunds(@Ctx() context: Context, @Root() { row }: CustomerService): Promise<Refund[]> {
    return row.orderId === null ? [] : (await refundsOfService(context, row)).map((refund) => new Refund(refund));
  }

  @FieldResolver(() => Order, { nullable: true, description: 'The order it belongs to, as it is now; null for a return without one (S2-286).' })
  async order(@Ctx() context: Context, @Root() { row }: CustomerService): Promise<Order | null> {
    const order = row.orderId === null ? null : await visibleOrderById(context).load(row.orderId);
    return order && new Order(order);
  }

  @FieldResolver(() => Customer, { nullable: true, description: 'Whose it is (S2-283); null for somebody unknown, while they have no profile, and for staff, to whom only the order’s own customer is shown.' })
  async customer(@Ctx() context: Context, @Root() { row: { customerId } }: CustomerService): Promise<Customer | null> {
    const { role, personId } = callerOf(context);
    const mayKnow = role === 'PLATFORM' || role === 'SERVICE' || customerId === personId;
    const row = mayKnow && customerId && (await customerById(context).load(customerId));
    return row ? new Customer(row) : null;
  }

  @FieldResolver(() => [CustomerServiceAvailableAction], { description: 'The steps the caller could ever take on such a document, and for each whether now, or why not. Buttons are drawn from it.' })
  async availableActions(@Ctx() context: Context, @Root() { row }: CustomerService): Promise<CustomerServiceAvailableAction[]> {
    const order = row.orderId === null ? null : await visibleOrderById(context).load(row.orderId);
    return serviceAvailabilityOf(row, order, moverOf(callerOf(context))).map(({ action, reason }) => ({ action, enabled: reason === null, reason: reason && serviceErrorOf(reason, row, null) }));
  }
}

const itemsIn = (rows: readonly CustomerServiceItemRow[], wanted: ItemRole): CustomerServiceItem[] => rows.filter(({ role }) => role === wanted).map((row) => new CustomerServiceItem(row));

@Resolver(() => CustomerServiceItem)
export class CustomerServiceItemResolver {
  @FieldResolver(() => Money, { nullable: true, description: 'What a piece cost the platform then (S2-290 `cost_price`). Null where it was not known, for documents older than this field, and for callers other than the platform and services (S4-171).' })
  unitCost(@Ctx() context: Context, @Root() { row: { unitCost, currency } }: CustomerServiceItem): Money | null {
    return keepsPrices(context) ? moneyOrNull(unitCost, currency) : null;
  }

  @FieldResolver(() => OrderItem, { nullable: true, description: 'The line of the order that the goods come back from, as it now is, with its offers (S2-290, S2-291). Null for goods given in exchange, also when they come back in their turn, and without an order.' })
  async orderItem(@Ctx() context: Context, @Root() { row: { role, anchorId, lineSeq } }: CustomerServiceItem): Promise<OrderItem | null> {
    const order = role === 'RETURN' && lineSeq !== null ? await visibleOrderById(context).load(anchorId) : null;
    const line = order && (await itemsOfOrder(context).load(order.id)).find(({ seq }) => seq === lineSeq);
    return line ? new OrderItem(line) : null;
  }
}

@Resolver(() => CustomerServiceLogEntry)
export class CustomerServiceLogEntryResolver {
  @FieldResolver(() => String, { nullable: true, description: 'What they had to say: a message, a reason, a note; a gateway’s own words only for those who work on it (S2-239).' })
  content(@Ctx() context: Context, @Root() { row }: CustomerServiceLogEntry): string | null {
    return callerOf(context).role === 'SHOPPER' && isWordOfGateway(row.type) ? null : row.comment;
  }
}

@Resolver(() => CustomerServiceConnection)
export class CustomerServiceConnectionResolver {
  @FieldResolver(() => Int, { description: 'How many documents the filter finds in all. Costs a count; leave it out where it is not shown.' })
  totalCount(@Root() connection: CustomerServiceConnection): Promise<number> {
    return connection.countAll();
  }
}

/** Pieces of goods given in exchange that open documents claim: no line of the order counts them. */
async function exchangedAndClaimed(context: Context, orderId: string, lines: readonly OrderItemRow[]): Promise<number> {
  const open = (await servicesOfOrder(context).load(orderId)).filter(({ status }) => !isClosed(status));
  const items = (await Promise.all(open.map((row) => itemsOfService(context, row)))).flat();
  const exchanged = items.filter(({ role, lineSeq }) => role === 'RETURN' && !lines.some(({ seq }) => seq === lineSeq));
  return exchanged.reduce((sum, item) => sum + piecesOf(item), 0);
}

@Resolver(() => Order)
export class OrderCustomerServicesResolver {
  @FieldResolver(() => [CustomerService], { description: 'Its refunds, returns and exchanges, oldest first (S2-267).' })
  async customerServices(@Ctx() context: Context, @Root() order: Order): Promise<CustomerService[]> {
    return (await servicesOfOrder(context).load(order.row.id)).map((row) => new CustomerService(row));
  }

  @FieldResolver(() => [AvailableCustomerService], { description: 'What the caller can ask for of this order now, or why not: a refund, a return, an exchange.' })
  async availableCustomerServices(@Ctx() context: Context, @Root() order: Order): Promise<AvailableCustomerService[]> {
    const lines = await itemsOfOrder(context).load(order.row.id);
    // Pieces that the customer holds, goods given in exchange among them, less those that open documents claim.
    const claimed = lines.reduce((sum, { parentSeq, returningQuantity }) => (parentSeq === null ? sum + returningQuantity : sum), await exchangedAndClaimed(context, order.row.id, lines));
    const left = order.row.pieces - order.row.returnedPieces - claimed > 0;
    const { mover } = moverOf(callerOf(context));
    return openingsFor(order.row, mover, context.clock(), context.serviceSettings, left).map(({ type, reason }) => ({ type, enabled: reason === null, reason: reason && serviceErrorOf(reason, null, order) }));
  }
}
