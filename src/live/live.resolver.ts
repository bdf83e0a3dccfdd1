import { Arg, Ctx, FieldResolver, ID, Query, Resolver, Root, Subscription } from 'type-graphql';
import { callerOf, type Context } from '../context.ts';
import { Access } from '../identity/access.ts';
import type { Caller } from '../identity/caller.ts';
import { countsAfter } from '../orders/counts/order-counts.queries.ts';
import { MyOrderCounts, StoreOrderCounts } from '../orders/counts/order-counts.types.ts';
import { findOrder, visibleOrderById } from '../orders/order.queries.ts';
import { Order } from '../orders/order.types.ts';
import { RequestError } from '../platform/errors.ts';
import { currentCursor, encodeCursor } from '../platform/event-log.ts';
import { fromGlobalId } from '../platform/ids.ts';
import { storeById } from '../stores/store.queries.ts';
import type { FeedItem } from './feed.ts';
import { FeedEvent } from './feed.types.ts';
import { afterDescription, cursorOf, followStore, rememberingRights, type FollowArguments } from './follow-store.ts';
import { untilPurged } from './until-purged.ts';

const always = async (): Promise<boolean> => true;

async function followOrder({ context, args }: FollowArguments): Promise<AsyncIterable<FeedItem>> {
  const caller = callerOf(context);
  const order = await findOrder(context.db, caller, args.orderId!);
  if (!order) throw new RequestError('FORBIDDEN', 'You have no order with this id or number.');
  const mayFollow = caller.role === 'STAFF' ? rememberingRights(() => stillSees(context, caller, order.number)) : always;
  const items = context.feed.follow({ scope: { by: 'subject', id: order.id }, caller, after: cursorOf(args.after), mayFollow });
  return caller.role === 'SHOPPER' ? untilPurged(items) : items;
}

const stillSees = async ({ db }: Context, caller: Caller, number: string): Promise<boolean> => (await findOrder(db, caller, number)) !== null;

@Resolver(() => FeedEvent)
export class LiveResolver {
  @Access('SHOPPER', 'STAFF', 'PLATFORM', 'SERVICE')
  @Query(() => String, { description: 'The place in the feeds now. Ask for it before you read a list, and follow with it as `after`: what happens between the list and the subscription is told then, some of which the list may show already.' })
  async feedCursor(@Ctx() { db }: Context): Promise<string> {
    return encodeCursor(await currentCursor(db));
  }

  @Access('STAFF', 'PLATFORM', 'SERVICE')
  @Subscription(() => FeedEvent, { subscribe: followStore('order') as never, description: 'All that happens to a store’s orders, as it happens; for those who work there. FORBIDDEN for others, and as soon as the caller no longer does.' })
  storeFeed(
    @Root() item: FeedItem,
    @Arg('storeId', () => ID, { description: 'Which store.' }) storeId: string,
    @Arg('after', () => String, { nullable: true, description: afterDescription }) _after: string | null,
  ): FeedEvent {
    return new FeedEvent(item, { by: 'store', id: fromGlobalId('store', storeId)! });
  }

  @Access('SHOPPER', 'STAFF', 'PLATFORM', 'SERVICE')
  @Subscription(() => FeedEvent, { subscribe: followOrder as never, description: 'All that happens to one order, as it happens; for its owner and those who work on it. FORBIDDEN for others. For its owner it ends with PURGE, after which the order is gone for them.' })
  orderUpdated(
    @Root() item: FeedItem,
    @Arg('orderId', () => ID, { description: 'Id of the order, or its number.' }) orderId: string,
    @Arg('after', () => String, { nullable: true, description: afterDescription }) _after: string | null,
  ): FeedEvent {
    return new FeedEvent(item, { by: 'subject', id: orderId });
  }

  @Access('SHOPPER')
  @Subscription(() => FeedEvent, {
    subscribe: (({ context, args }: FollowArguments) => {
      const caller = callerOf(context);
      return context.feed.follow({ scope: { by: 'customer', id: caller.personId }, caller, after: cursorOf(args.after), mayFollow: always });
    }) as never,
    description: 'All that happens to the caller’s own orders, as it happens.',
  })
  myOrders(@Root() item: FeedItem, @Ctx() context: Context, @Arg('after', () => String, { nullable: true, description: afterDescription }) _after: string | null): FeedEvent {
    return new FeedEvent(item, { by: 'customer', id: callerOf(context).personId });
  }

  @FieldResolver(() => Order, { nullable: true, description: 'The order as it is now, which may be later than the event. Null in a resync, and where the caller no longer sees it, e.g. after a reject.' })
  async order(@Ctx() context: Context, @Root() { item }: FeedEvent): Promise<Order | null> {
    const row = item.kind === 'event' ? await visibleOrderById(context).load(item.event.subjectId) : null;
    return row && new Order(row);
  }

  @FieldResolver(() => StoreOrderCounts, { nullable: true, description: 'The numbers on the store’s tabs now, so that badges need no polling. Null while more events follow at once: the last of them brings the numbers; and in other feeds than the store’s.' })
  async storeCounts(@Ctx() context: Context, @Root() { scope, item }: FeedEvent): Promise<StoreOrderCounts | null> {
    if (scope.by !== 'store' || (item.kind === 'event' && item.more)) return null;
    const store = await storeById(context).load(scope.id);
    return store && new StoreOrderCounts(await countsAfter(context.db, callerOf(context), { of: 'store', id: store.id }, item.cursor), store.currency);
  }

  @FieldResolver(() => MyOrderCounts, { nullable: true, description: 'The numbers on the caller’s tabs now; for `myOrders` what `storeCounts` is for a store’s feed.' })
  async myCounts(@Ctx() context: Context, @Root() { scope, item }: FeedEvent): Promise<MyOrderCounts | null> {
    if (scope.by !== 'customer' || (item.kind === 'event' && item.more)) return null;
    return new MyOrderCounts(await countsAfter(context.db, callerOf(context), { of: 'customer', id: scope.id }, item.cursor));
  }
}
