import type DataLoader from 'dataloader';
import type { Context } from '../../context.ts';
import { paymentsOf, paymentsOfOrder, refundsOf, refundsOfOrder } from '../../payments/payment.queries.ts';
import type { CommandScope } from '../../platform/commands.ts';
import { historiesOf } from '../../platform/event-log.ts';
import { groupedBy } from '../../platform/loaders.ts';
import { historyOfOrder } from '../order.queries.ts';

/** In a rehearsal, reads what hangs on the orders before it is rolled back, so that the payload shows what would be. */
export async function keepRehearsedLists(context: Context, { db, rehearsal }: CommandScope, ...ids: readonly string[]): Promise<void> {
  if (!rehearsal || ids.length === 0) return;
  const [histories, payments, refunds] = await Promise.all([historiesOf(db, ids), paymentsOf(db, ...ids), refundsOf(db, ...ids)]);
  const prime = <R>(loader: DataLoader<string, R[]>, rows: readonly R[], keyOf: (row: R) => string) =>
    groupedBy(ids, rows, keyOf).forEach((list, index) => loader.prime(ids[index]!, list));
  prime(historyOfOrder(context), histories, ({ subjectId }) => subjectId);
  prime(paymentsOfOrder(context), payments, ({ orderId }) => orderId);
  prime(refundsOfOrder(context), refunds, ({ orderId }) => orderId);
}
