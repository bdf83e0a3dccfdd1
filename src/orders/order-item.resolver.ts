import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { PriceSetter } from '../carts/cart.types.ts';
import { keepsPrices } from '../catalog/price-of-item.ts';
import { callerOf, type Context } from '../context.ts';
import { Money, moneyOrNull } from '../platform/money.types.ts';
import { OrderBuyer } from './order-parts.types.ts';
import type { OrderRow } from './order.tables.ts';
import { Order, OrderItem } from './order.types.ts';

const isStaff = (context: Context): boolean => callerOf(context).role !== 'SHOPPER';

/** What of a line is not for everybody who sees the order. */
@Resolver(() => OrderItem)
export class OrderItemResolver {
  @FieldResolver(() => PriceSetter, { nullable: true, description: 'Who set the price by hand, which need not be who placed the order; null where it is the catalogue’s, and for shoppers.' })
  priceSetBy(@Ctx() context: Context, @Root() { row: { sold } }: OrderItem): PriceSetter | null {
    return sold?.priceSetBy && isStaff(context) ? new PriceSetter(sold.priceSetBy) : null;
  }

  @FieldResolver(() => String, { nullable: true, description: 'Where it lay in the warehouse then (S2-271 `store_location`); null for shoppers.' })
  shelfLocation(@Ctx() context: Context, @Root() { row: { sold } }: OrderItem): string | null {
    return isStaff(context) ? (sold?.shelfLocation ?? null) : null;
  }

  @FieldResolver(() => Money, { nullable: true, description: 'What a piece cost the platform then (S2-270 `cost_price`). Null where it was not known, and for callers other than the platform and services (S4-171).' })
  unitCost(@Ctx() context: Context, @Root() { row: { sold, currency } }: OrderItem): Money | null {
    return keepsPrices(context) ? moneyOrNull(sold?.unitCost ?? null, currency) : null;
  }
}

/** At the till anybody's name could be put on an order: that must not open their profile to the clerk. */
export function mayKnowCustomer(context: Context, { customerId, kind }: Pick<OrderRow, 'customerId' | 'kind'>): boolean {
  const { role, personId } = callerOf(context);
  return role === 'PLATFORM' || role === 'SERVICE' || customerId === personId || kind === 'ONLINE';
}

/** What of an order is for those who work on it. */
@Resolver(() => Order)
export class OrderTillResolver {
  @FieldResolver(() => String, { nullable: true, description: 'On what it was placed, as the token or the connection named it (S0-63, header `x-device`): the till, the app. Null where nothing did, and for shoppers at orders that others placed.' })
  device(@Ctx() context: Context, @Root() { row }: Order): string | null {
    return isStaff(context) || row.clerkId === null ? row.device : null;
  }

  @FieldResolver(() => OrderBuyer, { nullable: true, description: 'The customer’s profile as it was when they placed it (S0-56); `customer` is it as it is now. Null where there was none, for imported orders, and for staff at in-store orders.' })
  buyer(@Ctx() context: Context, @Root() { row }: Order): OrderBuyer | null {
    return row.pricing?.buyer && mayKnowCustomer(context, row) ? new OrderBuyer(row.pricing.buyer) : null;
  }
}
