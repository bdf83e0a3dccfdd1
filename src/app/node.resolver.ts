import { Arg, Ctx, ID, Query, Resolver } from 'type-graphql';
import { visibleCartById } from '../carts/cart.queries.ts';
import { Cart } from '../carts/cart.types.ts';
import { productById, skuById } from '../catalog/catalog.queries.ts';
import { Product, Sku } from '../catalog/catalog.types.ts';
import { callerOf, type Context } from '../context.ts';
import { customerById } from '../customers/customer.queries.ts';
import { Customer } from '../customers/customer.types.ts';
import { Access } from '../identity/access.ts';
import { visibleServiceById } from '../customer-service/customer-service.queries.ts';
import { CustomerService } from '../customer-service/customer-service.types.ts';
import { definitionById, visibleCouponById } from '../offers/coupon.queries.ts';
import { Coupon, CouponDefinition } from '../offers/coupon.types.ts';
import { visibleOfferById } from '../offers/offer.queries.ts';
import { Offer } from '../offers/offer.types.ts';
import { visibleOrderById } from '../orders/order.queries.ts';
import { Order } from '../orders/order.types.ts';
import { fromGlobalId, kindOfGlobalId, type IdKind } from '../platform/ids.ts';
import { Node } from '../platform/node.types.ts';
import { storeById } from '../stores/store.queries.ts';
import { Store } from '../stores/store.types.ts';

/** Profiles are for their owners and for those who keep them. */
async function visibleCustomer(context: Context, id: string): Promise<Customer | null> {
  const { role, personId } = callerOf(context);
  const row = role === 'PLATFORM' || role === 'SERVICE' || personId === id ? await customerById(context).load(id) : null;
  return row && new Customer(row);
}

const finders: Readonly<Partial<Record<IdKind, (context: Context, id: string) => Promise<Node | null>>>> = {
  order: async (context, id) => {
    const row = await visibleOrderById(context).load(id);
    return row && new Order(row);
  },
  service: async (context, id) => {
    const row = await visibleServiceById(context).load(id);
    return row && new CustomerService(row);
  },
  store: async (context, id) => {
    const row = await storeById(context).load(id);
    return row && new Store(row);
  },
  product: async (context, id) => {
    const row = await productById(context).load(id);
    return row && new Product(row);
  },
  sku: async (context, id) => {
    const row = await skuById(context).load(id);
    return row && new Sku(row);
  },
  customer: visibleCustomer,
  cart: async (context, id) => {
    const row = await visibleCartById(context).load(id);
    return row && new Cart(row);
  },
  coupon: async (context, id) => {
    const row = await visibleCouponById(context).load(id);
    return row && new Coupon(row);
  },
  coupon_definition: async (context, id) => {
    const { role } = callerOf(context);
    const row = role === 'PLATFORM' || role === 'SERVICE' ? await definitionById(context).load(id) : null;
    return row && new CouponDefinition(row);
  },
  offer: async (context, id) => {
    const row = await visibleOfferById(context).load(id);
    return row && new Offer(row);
  },
};

@Resolver()
export class NodeResolver {
  @Access('SHOPPER', 'STAFF', 'PLATFORM', 'SERVICE')
  @Query(() => Node, { nullable: true, description: 'Any object by its id; null when there is none that the caller may see.' })
  async node(@Ctx() context: Context, @Arg('id', () => ID, { description: 'Its id.' }) id: string): Promise<Node | null> {
    const kind = kindOfGlobalId(id) as IdKind | null;
    const uuid = kind && fromGlobalId(kind, id);
    return uuid ? ((await finders[kind]?.(context, uuid)) ?? null) : null;
  }
}
