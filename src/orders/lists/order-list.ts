import type { Services } from '../../context.ts';
import type { Caller } from '../../identity/caller.ts';
import { badInput } from '../../platform/errors.ts';
import { fromGlobalId } from '../../platform/ids.ts';
import type { OrderList } from './order-conditions.queries.ts';
import { conditionsOf, type OrderConditions } from './order-conditions.rules.ts';
import type { OrderFilter } from './order-filter.types.ts';
import type { ListScope } from '../order.queries.ts';
import { findTerms } from './search-terms.queries.ts';

function customerOf(customerId: string | null | undefined): string | null {
  const id = customerId == null ? null : fromGlobalId('customer', customerId);
  if (customerId != null && id === null) throw badInput(`"${customerId.slice(0, 40)}" is not the id of a customer.`);
  return id;
}

/** What a filter means; refused where it means nothing. */
export const meaningOf = ({ clock }: Pick<Services, 'clock'>, scope: Pick<ListScope, 'of'>, filter: OrderFilter): OrderConditions =>
  conditionsOf(filter, customerOf(filter.customerId), scope.of === 'customer', clock());

/** What a list is read by: its filter's meaning, and what it searches for looked up. */
export async function orderListOf(services: Pick<Services, 'db' | 'clock'>, caller: Caller, scope: ListScope, filter: OrderFilter): Promise<OrderList> {
  const conditions = meaningOf(services, scope, filter);
  return { caller, scope, conditions, terms: await findTerms(services.db, scope, conditions.search) };
}
