import type { Services } from '../../context.ts';
import { takeDuePayments, takeDueRefunds } from '../../payments/payment.queries.ts';
import type { PaymentRow } from '../../payments/payment.tables.ts';
import { eachOfThem } from '../../platform/due-work.ts';
import { askAboutCard } from './ask-about-card.ts';
import { orderForSystem } from '../order.queries.ts';
import { wantsMoney } from '../order.rules.ts';
import { settlePaymentOf } from './settle-payment.ts';
import { carryOutRefund } from './settle-refund.ts';

type Asking = Pick<Services, 'db' | 'clock' | 'gateways' | 'cards' | 'orderSettings' | 'committed' | 'afterSales'>;

/** Asks gateways about payments that nobody has called back for. Gives the number of payments that were due. */
export async function askAboutDuePayments(services: Asking, limit: number): Promise<number> {
  const due = await takeDuePayments(services.db, services.clock(), limit);
  await eachOfThem(due, (payment) => askAbout(services, payment));
  return due.length;
}

async function askAbout(services: Asking, payment: PaymentRow): Promise<void> {
  if (payment.tender === 'CARD') return askAboutCard(services, payment);
  const gateway = services.gateways.get(payment.tender);
  if (!gateway) throw new Error(`Payment ${payment.number} needs the gateway ${payment.tender}, which is switched off.`);
  const outcome = await gateway.query(payment.number);
  if (outcome.kind !== 'unknown') await settlePaymentOf(services, payment, outcome);
  if (outcome.kind === 'succeeded' || outcome.kind === 'failed') return;
  const order = await orderForSystem(services.db, payment.orderId);
  if (!order || wantsMoney(order)) return;
  // Nothing waits for this payment any more: make sure that it cannot be paid later, or learn that it just was.
  const closed = await gateway.close(payment.number);
  if (closed.kind === 'succeeded') await settlePaymentOf(services, payment, closed);
  if (closed.kind === 'failed') await settlePaymentOf(services, payment, { kind: 'closed' });
}

/** Carries out refunds that are written down. Gives the number of refunds that were due. */
export async function carryOutDueRefunds(services: Asking, limit: number): Promise<number> {
  const due = await takeDueRefunds(services.db, services.clock(), limit);
  await eachOfThem(due, (refund) => carryOutRefund(services, refund));
  return due.length;
}
