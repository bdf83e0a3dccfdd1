import { Arg, Ctx, ID, Query, Resolver } from 'type-graphql';
import { callerOf, type Context } from '../../context.ts';
import { Access } from '../../identity/access.ts';
import { fromGlobalId } from '../../platform/ids.ts';
import { storeById } from '../../stores/store.queries.ts';
import { countsOf } from './order-counts.queries.ts';
import { MyOrderCounts, PlatformOrderCounts, StoreOrderCounts } from './order-counts.types.ts';

@Resolver()
export class OrderCountsResolver {
  @Access('SHOPPER')
  @Query(() => MyOrderCounts, { description: 'The numbers on the caller’s tabs (S2-4).' })
  async myOrderCounts(@Ctx() context: Context): Promise<MyOrderCounts> {
    const caller = callerOf(context);
    return new MyOrderCounts(await countsOf(context.db, caller, { of: 'customer', id: caller.personId }));
  }

  @Access('PLATFORM', 'SERVICE')
  @Query(() => MyOrderCounts, { description: 'The numbers on a shopper’s tabs, for systems that show them on the shopper’s behalf (S1-1, S4-128). All zero for a shopper without orders.' })
  async customerOrderCounts(@Ctx() context: Context, @Arg('customerId', () => ID, { description: 'Which shopper.' }) customerId: string): Promise<MyOrderCounts> {
    const id = fromGlobalId('customer', customerId);
    return new MyOrderCounts(id ? await countsOf(context.db, callerOf(context), { of: 'customer', id }) : []);
  }

  @Access('STAFF', 'PLATFORM', 'SERVICE')
  @Query(() => StoreOrderCounts, { nullable: true, description: 'The numbers on a store’s tabs (S2-14), a company’s among them (S3); null when there is no such store. All zero for callers who do not work there.' })
  async storeOrderCounts(@Ctx() context: Context, @Arg('storeId', () => ID, { description: 'Which store.' }) storeId: string): Promise<StoreOrderCounts | null> {
    const id = fromGlobalId('store', storeId);
    const store = id && (await storeById(context).load(id));
    return store ? new StoreOrderCounts(await countsOf(context.db, callerOf(context), { of: 'store', id: store.id }), store.currency) : null;
  }

  @Access('PLATFORM', 'SERVICE')
  @Query(() => PlatformOrderCounts, { description: 'The numbers on the tabs of the platform as a whole (S1-1 for a site that has a platform to itself).' })
  async orderCounts(@Ctx() context: Context): Promise<PlatformOrderCounts> {
    return new PlatformOrderCounts(await countsOf(context.db, callerOf(context), { of: 'platform' }));
  }
}
