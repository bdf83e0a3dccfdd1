import type { Services } from '../../context.ts';
import type { LedgerPosting } from '../../customers/ledger.rules.ts';
import type { Tender } from '../../payments/payment-states.ts';
import type { PaymentRow } from '../../payments/payment.tables.ts';
import { callInOpenPayments, insertPayment } from '../../payments/write-payments.ts';
import type { CommandScope } from '../../platform/commands.ts';
import { newId } from '../../platform/ids.ts';
import type { Instant } from '../../platform/time.ts';
import { followPayment } from '../steps/after-sales.ts';
import type { OrderPlan } from '../steps/order-plan.rules.ts';
import { wantsMoney } from '../order.rules.ts';
import type { OrderRow } from '../order.tables.ts';
import { writeOrder } from '../steps/write-order.ts';

/** A payment that no gateway is asked about: it is settled as it is written. */
export function settledPayment(order: OrderRow, { tender, amount, tendered = null }: { readonly tender: Tender; readonly amount: number; readonly tendered?: number | null }, now: Instant): PaymentRow {
  const id = newId();
  return {
    orderId: order.id, id, number: `P${id.replaceAll('-', '').slice(0, 31)}`, tender, state: 'SUCCEEDED', currency: order.currency, amount, tendered,
    change: tendered === null ? null : tendered - amount, refunded: 0, providerTransactionId: null, clientParameters: null, createdAt: now, settledAt: now, nextQueryAt: null, queries: 0,
  };
}

/**
 * Writes such a payment, or one at a terminal that is in doubt, with what it does to the order and to the documents that wait for it; once nothing more is awaited,
 * what is open at gateways is called in. Gives the order as it is then; null when it had moved on.
 */
export async function writeReceived({ afterSales }: Pick<Services, 'afterSales'>, scope: CommandScope, received: OrderPlan, payment: PaymentRow, postings: readonly LedgerPosting[] = []): Promise<OrderRow | null> {
  const { plan, companions } = await followPayment(afterSales, scope.db, received, payment.createdAt);
  const written = await writeOrder(scope, plan, (db, saved) => db`
    ${insertPayment(db, saved, payment)}${wantsMoney(plan.after) ? db`` : callInOpenPayments(db, saved, payment.orderId, payment.createdAt)}${companions(db, saved)}`, postings);
  return written ? plan.after : null;
}
