import type { Database } from '../../platform/database.ts';
import { allOf, pageBounds } from '../lists/order-conditions.queries.ts';
import { sortedBy, type OrderReader } from '../lists/order-list.queries.ts';
import type { OrderRow } from '../order.tables.ts';

/** What was bought; null for anything. */
interface Bought {
  readonly productCode: string | null | undefined;
  readonly skuCode: string | null | undefined;
}

/** A customer's orders that await a review. There are few of them, and they have an index of their own. */
export function awaitingReviewOf(db: Database, customerId: string, { productCode, skuCode }: Bought): OrderReader {
  const ofProduct = productCode == null ? db`` : db`and i.product_code = ${productCode}`;
  const ofSku = skuCode == null ? db`` : db`and i.sku_code = ${skuCode}`;
  const from = db`
    from orders o where o.customer_id = ${customerId} and o.awaiting_review and o.visibility = 'VISIBLE'
      and exists (select 1 from order_items i where i.order_id = o.id and i.reviewed_at is null ${ofProduct} ${ofSku})`;
  return {
    page: (request) => db<OrderRow[]>`select o.* ${from} and ${allOf(db, pageBounds(db, request))} order by ${sortedBy(db, request, db`o`)} limit ${request.limit + 1}`,
    count: async () => (await db<{ count: number }[]>`select count(*) ${from}`)[0]!.count,
  };
}
