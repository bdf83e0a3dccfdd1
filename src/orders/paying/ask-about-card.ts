import type { Services } from '../../context.ts';
import { verdictOnCharge } from '../../payments/card.rules.ts';
import type { PaymentRow } from '../../payments/payment.tables.ts';
import { orderForSystem } from '../order.queries.ts';
import { settlePaymentOf } from './settle-payment.ts';

/** Looks a card in doubt up again, and records what has become of it once that is known. */
export async function askAboutCard(services: Pick<Services, 'db' | 'clock' | 'cards' | 'orderSettings' | 'committed' | 'afterSales'>, payment: PaymentRow): Promise<void> {
  const { orderId, amount, currency, providerTransactionId: transactionId } = payment;
  const order = await orderForSystem(services.db, orderId);
  if (!services.cards || !order || !transactionId) throw new Error(`Payment ${payment.number} needs card terminals, which are not connected.`);
  const verdict = verdictOnCharge(await services.cards.find(transactionId), { amount, currency, reference: order.number });
  if (verdict.kind === 'approved') await settlePaymentOf(services, payment, { kind: 'succeeded', transactionId, amount, currency });
  if (verdict.kind === 'refused') await settlePaymentOf(services, payment, { kind: 'failed', reason: verdict.refusal.message });
}
