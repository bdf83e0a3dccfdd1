import { callerOf, type Context } from '../../context.ts';
import type { OrderFilter } from './order-filter.types.ts';
import { orderListOf } from './order-list.ts';
import { countOrders, pageOfOrders, type OrderReader } from './order-list.queries.ts';
import { encodeKey, neighbourOf, orderPageOf, type OrderPageArguments, type OrderPageRequest } from './order-page-request.ts';
import type { ListScope } from '../order.queries.ts';
import type { OrderRow } from '../order.tables.ts';
import { Order, OrderConnection } from '../order.types.ts';

/** Whether there is an order beside the page. */
async function hasNeighbour({ page }: OrderReader, request: OrderPageRequest, shown: readonly OrderRow[], side: 'before' | 'behind'): Promise<boolean> {
  const neighbour = neighbourOf(request, shown, side);
  return neighbour !== null && (await page(neighbour)).length > 0;
}

/** A page of a list. What it does not know without asking the database again is asked when a client wants to know. */
export async function pageOfList(reader: OrderReader, page: OrderPageArguments): Promise<OrderConnection> {
  const request = orderPageOf(page);
  const rows = await reader.page(request);
  const more = rows.length > request.limit;
  const shown = request.backwards ? rows.slice(0, request.limit).toReversed() : rows.slice(0, request.limit);
  const edges = shown.map((row) => ({ cursor: encodeKey(request.sort, row), node: new Order(row) }));
  const { backwards, olderThan, newerThan } = request;
  // Only behind a cursor can there be something that the page itself does not know of.
  const behind = newerThan !== null && (() => hasNeighbour(reader, request, shown, 'behind'));
  const before = olderThan !== null && (() => hasNeighbour(reader, request, shown, 'before'));
  const pageInfo = {
    hasNextPage: (!backwards && more) || behind,
    hasPreviousPage: (backwards && more) || before,
    startCursor: edges[0]?.cursor ?? null, endCursor: edges.at(-1)?.cursor ?? null,
  };
  return Object.assign(new OrderConnection(), { edges, pageInfo, countAll: reader.count });
}

/** A page of whose orders, and which of them. */
export async function listOrders(context: Context, scope: ListScope, filter: OrderFilter | null, page: OrderPageArguments): Promise<OrderConnection> {
  // What is wrong with the page is told before anything is looked up for the filter.
  orderPageOf(page);
  const list = await orderListOf(context, callerOf(context), scope, filter ?? {});
  return pageOfList({ page: (request) => pageOfOrders(context.db, list, request), count: () => countOrders(context.db, list) }, page);
}
