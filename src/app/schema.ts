import 'reflect-metadata';
import { isInterfaceType, type GraphQLSchema } from 'graphql';
import { buildSchemaSync, type NonEmptyArray, type PubSub } from 'type-graphql';
import { CartChangesResolver } from '../carts/cart-changes.resolver.ts';
import { CartLineResolver, CartResolver } from '../carts/cart.resolver.ts';
import { ProductResolver, SkuPriceResolver, SkuResolver } from '../catalog/catalog.resolver.ts';
import { CurrencyResolver } from '../catalog/currency.resolver.ts';
import { ItemPriceResolver } from '../catalog/item-price.resolver.ts';
import { CustomerResolver } from '../customers/customer.resolver.ts';
import { AddressBookResolver } from '../customers/address-book.resolver.ts';
import { LedgerResolver } from '../customers/ledger.resolver.ts';
import { TierResolver } from '../customers/tier.resolver.ts';
import { FreightResolver, ProductFreightResolver } from '../freight/freight.resolver.ts';
import { CustomerServiceConnectionResolver, CustomerServiceItemResolver, CustomerServiceLogEntryResolver, CustomerServiceResolver, OrderCustomerServicesResolver } from '../customer-service/customer-service.resolver.ts';
import { OrderReturnResolver } from '../customer-service/return-order.resolver.ts';
import { CustomerServiceRefused } from '../customer-service/service-payloads.types.ts';
import { CustomerServiceStepsResolver } from '../customer-service/service-steps.resolver.ts';
import { checkAccess } from '../identity/access.ts';
import { CustomerServiceFeedResolver } from '../live/customer-service-feed.resolver.ts';
import { LiveResolver } from '../live/live.resolver.ts';
import { ProductsUnavailable } from '../catalog/products-unavailable.types.ts';
import { TransitionRefused, VersionConflict } from '../orders/steps/order-payloads.types.ts';
import { BenefitsResolver } from '../orders/benefits/benefits.resolver.ts';
import { CustomerSalesResolver } from '../orders/benefits/customer-sales.resolver.ts';
import { CartOrderResolver } from '../orders/placing/cart-order.resolver.ts';
import { FromCartsResolver } from '../orders/placing/from-carts.resolver.ts';
import { RefundOtherwiseResolver } from '../orders/paying/refund-otherwise.resolver.ts';
import { OrderCardResolver } from '../orders/paying/order-card.resolver.ts';
import { OrderCountsResolver } from '../orders/counts/order-counts.resolver.ts';
import { OrderDeskResolver } from '../orders/desk/order-desk.resolver.ts';
import { OrderItemResolver, OrderTillResolver } from '../orders/order-item.resolver.ts';
import { OrderImportResolver } from '../orders/many/order-import.resolver.ts';
import { OrderExportResolver } from '../orders/many/order-export.resolver.ts';
import { OrderFactsResolver, OrderHoldResolver, StoreAssignmentResolver } from '../orders/desk/order-facts.resolver.ts';
import { CouponDefinitionResolver, CouponResolver } from '../offers/coupon.resolver.ts';
import { OfferResolver } from '../offers/offer.resolver.ts';
import { SkuOffersResolver } from '../offers/sku-offers.resolver.ts';
import { OrderStepsResolver } from '../orders/steps/order-steps.resolver.ts';
import { OrderConnectionResolver, OrderEventResolver, OrderResolver, OrderStoreResolver } from '../orders/order.resolver.ts';
import { PriceChanged } from '../orders/placing/price-changed.types.ts';
import { CartQuoteResolver, QuoteResolver } from '../orders/placing/quote.resolver.ts';
import { PageInfoResolver } from '../platform/connection.types.ts';
import { MoneyResolver } from '../platform/money.types.ts';
import { SimpleUserError } from '../platform/mutation.types.ts';
import { StoreResolver } from '../stores/store.resolver.ts';
import { NodeResolver } from './node.resolver.ts';
import { describeAccess } from './describe-access.ts';

/** Subscriptions follow `context.feed`; type-graphql still demands a pubSub, so it gets one that refuses. */
const unused = (): never => {
  throw new Error('Follow context.feed instead.');
};
const pubSub: PubSub = { publish: unused, subscribe: unused };

const resolvers: NonEmptyArray<Function> = [
  AddressBookResolver, BenefitsResolver, CartChangesResolver, CartLineResolver, CartOrderResolver, CartQuoteResolver, CartResolver, CouponDefinitionResolver, CouponResolver,
  CurrencyResolver, CustomerResolver, CustomerSalesResolver, CustomerServiceConnectionResolver, CustomerServiceFeedResolver, CustomerServiceItemResolver, CustomerServiceLogEntryResolver, CustomerServiceResolver,
  CustomerServiceStepsResolver, FreightResolver, FromCartsResolver, ItemPriceResolver, LedgerResolver, LiveResolver, MoneyResolver, NodeResolver, OfferResolver,
  OrderCardResolver, OrderConnectionResolver, OrderCountsResolver, OrderCustomerServicesResolver, OrderDeskResolver, OrderEventResolver, OrderExportResolver,
  OrderFactsResolver, OrderHoldResolver, OrderImportResolver, OrderItemResolver, OrderResolver, OrderReturnResolver, OrderStepsResolver, OrderStoreResolver, OrderTillResolver, PageInfoResolver, ProductFreightResolver, ProductResolver, RefundOtherwiseResolver,
  QuoteResolver, SkuOffersResolver, SkuPriceResolver, SkuResolver, StoreAssignmentResolver, StoreResolver, TierResolver,
];

/** Objects behind an interface are instances of classes that bear their types' names; compiled execution cannot wait for a promise here. */
function resolveByClass(built: GraphQLSchema): GraphQLSchema {
  for (const type of Object.values(built.getTypeMap())) {
    if (isInterfaceType(type)) type.resolveType = (value: object) => value.constructor.name;
  }
  return built;
}

/** Builds the whole schema out of the features' resolvers. */
export const buildDocketSchema = (): GraphQLSchema => describeAccess(resolveByClass(buildSchemaSync({
  resolvers,
  pubSub,
  authChecker: checkAccess as never,
  orphanedTypes: [SimpleUserError, TransitionRefused, VersionConflict, ProductsUnavailable, PriceChanged, CustomerServiceRefused],
  validate: false,
})));

export const schema = buildDocketSchema();
