import { Arg, Ctx, FieldResolver, ID, Resolver, Root, Subscription } from 'type-graphql';
import { callerOf, type Context } from '../context.ts';
import { visibleServiceById } from '../customer-service/customer-service.queries.ts';
import { CustomerService } from '../customer-service/customer-service.types.ts';
import { servicesByStatus } from '../customer-service/service-lists.queries.ts';
import { CustomerServiceCounts } from '../customer-service/service-lists.types.ts';
import { Access } from '../identity/access.ts';
import { fromGlobalId } from '../platform/ids.ts';
import { storeById } from '../stores/store.queries.ts';
import { CustomerServiceFeedEvent } from './customer-service-feed.types.ts';
import type { FeedItem } from './feed.ts';
import { afterDescription, followStore } from './follow-store.ts';

@Resolver(() => CustomerServiceFeedEvent)
export class CustomerServiceFeedResolver {
  @Access('STAFF', 'PLATFORM', 'SERVICE')
  @Subscription(() => CustomerServiceFeedEvent, { subscribe: followStore('customer_service') as never, description: 'All that happens to a store’s refunds, returns and exchanges, as it happens; for those who work there. FORBIDDEN for others, and as soon as the caller no longer does.' })
  async customerServiceFeed(
    @Root() item: FeedItem,
    @Ctx() context: Context,
    @Arg('storeId', () => ID, { description: 'Which store.' }) storeId: string,
    @Arg('after', () => String, { nullable: true, description: afterDescription }) _after: string | null,
  ): Promise<CustomerServiceFeedEvent> {
    const id = fromGlobalId('store', storeId)!;
    return new CustomerServiceFeedEvent(item, { by: 'store', id }, (await storeById(context).load(id))!.currency);
  }

  @FieldResolver(() => CustomerService, { nullable: true, description: 'The document as it is now, which may be later than the event. Null in a resync.' })
  async customerService(@Ctx() context: Context, @Root() { item }: CustomerServiceFeedEvent): Promise<CustomerService | null> {
    const row = item.kind === 'event' ? await visibleServiceById(context).load(item.event.subjectId) : null;
    return row && new CustomerService(row);
  }

  @FieldResolver(() => CustomerServiceCounts, { nullable: true, description: 'The numbers on the store’s tabs now, so that badges need no polling. Null while more events follow at once: the last of them brings the numbers.' })
  async counts(@Ctx() context: Context, @Root() { scope, item }: CustomerServiceFeedEvent): Promise<CustomerServiceCounts | null> {
    if (item.kind === 'event' && item.more) return null;
    return new CustomerServiceCounts(await servicesByStatus(context.db, callerOf(context), { of: 'store', id: scope.id }));
  }
}
