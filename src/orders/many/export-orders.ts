import type { Services } from '../../context.ts';
import type { Caller } from '../../identity/caller.ts';
import { toGlobalId } from '../../platform/ids.ts';
import { groupedBy } from '../../platform/loaders.ts';
import { worksIn } from '../../stores/store.queries.ts';
import { csvHead, csvRow, jsonLine, type ExportFormat, type ExportReader } from './order-export.rules.ts';
import type { OrderList } from '../lists/order-conditions.queries.ts';
import { pageOfOrders } from '../lists/order-list.queries.ts';
import type { OrderKey } from '../lists/order-page-request.ts';
import { itemsOf, type ListScope } from '../order.queries.ts';
import type { OrderRow } from '../order.tables.ts';

export interface OrderExport {
  readonly list: OrderList;
  readonly format: ExportFormat;
}

/** Orders read at a time: all that an export holds in memory. */
const pageSize = 200;

/** Whose orders the caller may have as a file; null where there is no such list for them. */
export async function exportScope({ db }: Pick<Services, 'db'>, caller: Caller, storeId: string | null): Promise<ListScope | null> {
  if (caller.role === 'SHOPPER') return storeId === null ? { of: 'customer', id: caller.personId } : null;
  if (storeId !== null) return (await worksIn(db, caller, storeId)) ? { of: 'store', id: storeId } : null;
  return caller.role === 'STAFF' ? null : { of: 'platform' };
}

/**
 * The orders of a list, newest first, as text, one page after the other: the next one is read when the last was taken. Each
 * order that is in the list throughout is told once, whatever is placed or moved meanwhile.
 */
export async function* exportOrders(services: Pick<Services, 'db'>, { list, format }: OrderExport): AsyncGenerator<string, void> {
  const { db } = services;
  const { caller, scope } = list;
  if (format === 'CSV') yield csvHead;
  for (let olderThan: OrderKey | null = null; ;) {
    const rows: OrderRow[] = await pageOfOrders(db, list, { sort: 'CREATED', limit: pageSize, backwards: false, olderThan, newerThan: null });
    // Who has lost the store finds nothing there, and must not take that for the end; asked before the page, it might be lost in between.
    if (scope.of === 'store' && !(await worksIn(db, caller, scope.id))) throw new Error('The caller works in the store no longer.');
    // One row more than asked for says that there is more.
    const page = rows.slice(0, pageSize);
    if (page.length > 0) yield await textOf(services, page, format, readerOf(caller));
    if (rows.length <= pageSize) return;
    olderThan = page.at(-1)!;
  }
}

const readerOf = ({ role }: Caller): ExportReader => (role === 'SHOPPER' ? 'OWNER' : role === 'STAFF' ? 'STAFF' : 'PLATFORM');

/** With the ids that clients know. */
const named = (row: OrderRow): OrderRow => (row.customerId === null ? row : { ...row, customerId: toGlobalId('customer', row.customerId) });

async function textOf({ db }: Pick<Services, 'db'>, rows: readonly OrderRow[], format: ExportFormat, reader: ExportReader): Promise<string> {
  const page = rows.map(named);
  if (format === 'CSV') return page.map((row) => csvRow(row, reader)).join('');
  const ids = page.map(({ id }) => id);
  const items = groupedBy(ids, await itemsOf(db, ...ids), (item) => item.orderId);
  return page.map((row, index) => jsonLine(row, items[index]!, reader)).join('');
}
