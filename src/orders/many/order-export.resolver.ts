import { Arg, Ctx, ID, Query, Resolver } from 'type-graphql';
import { callerOf, type Context } from '../../context.ts';
import { Access } from '../../identity/access.ts';
import { enumOf } from '../../platform/enum-of.ts';
import { badInput } from '../../platform/errors.ts';
import { fromGlobalId } from '../../platform/ids.ts';
import { OrderFilter } from '../lists/order-filter.types.ts';
import { meaningOf } from '../lists/order-list.ts';
import { exportFormats, type ExportFormat } from './order-export.rules.ts';

const ExportFormatEnum = enumOf('OrderExportFormat', 'How a list of orders is written as a file.', exportFormats);

@Resolver()
export class OrderExportResolver {
  @Access('SHOPPER', 'STAFF', 'PLATFORM', 'SERVICE')
  @Query(() => String, { description: 'The path, below this server’s address, at which a list of orders can be had as a file, however long it is: with GET and the same bearer token, and seeing what the token may see. Shoppers get their own orders, staff those of a store; a store that is not the caller’s is answered with 404 there. BAD_USER_INPUT for what no list would take.' })
  orderExportUrl(
    @Ctx() context: Context,
    @Arg('format', () => ExportFormatEnum, { description: 'CSV or JSONL.' }) format: ExportFormat,
    @Arg('storeId', () => ID, { nullable: true, description: 'Which store’s orders; staff must say, the platform gets all orders without.' }) storeId: string | null,
    @Arg('filter', () => OrderFilter, { nullable: true, description: 'Which of them, as in the lists.' }) filter: OrderFilter | null,
  ): string {
    if (callerOf(context).role === 'STAFF' && storeId == null) throw badInput('Say which store’s orders you want (storeId).');
    if (storeId != null && fromGlobalId('store', storeId) === null) throw badInput(`"${storeId.slice(0, 40)}" is not the id of a store.`);
    // What is wrong is told now, not by a file that cannot be had.
    meaningOf(context, { of: 'platform' }, filter ?? {});
    const query = new URLSearchParams({ ...(storeId != null && { storeId }), ...(filter && { filter: JSON.stringify(filter) }) });
    return `/exports/orders.${format.toLowerCase()}${query.size > 0 ? `?${query}` : ''}`;
  }
}
