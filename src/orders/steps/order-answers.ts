import { isProductsUnavailable } from '../../catalog/products-unavailable.rules.ts';
import { ProductsUnavailable } from '../../catalog/products-unavailable.types.ts';
import type { Answer } from '../../platform/commands.ts';
import { payloadOf, SimpleUserError, type UserError } from '../../platform/mutation.types.ts';
import type { Refusal } from '../../platform/refusals.ts';
import { Payment, TransitionRefused, VersionConflict, type OrderPayload, type OrderSharePayload, type OrderStartPaymentPayload } from './order-payloads.types.ts';
import type { OrderRow } from '../order.tables.ts';
import { Order } from '../order.types.ts';
import { PriceChanged } from '../placing/price-changed.types.ts';
import { isPriceChanged } from '../placing/quote-order.rules.ts';
import type { SharedOrder } from '../benefits/share-order.ts';
import type { StartedPayment } from '../paying/start-payment.ts';

const byState: ReadonlySet<string> = new Set([
  'TRANSITION_NOT_ALLOWED', 'NOT_YOUR_STEP', 'NOT_PAID_IN_FULL', 'DEADLINE_PASSED', 'DEADLINE_NOT_PASSED', 'STORE_ALREADY_ASSIGNED', 'ORDER_ON_HOLD', 'NOT_SETTLED',
  'NOT_IN_RECYCLE_BIN', 'REMINDED_ALREADY', 'ALREADY_REVIEWED', 'PAYMENT_IN_DOUBT', 'SERVICE_OPEN',
]);

/** Gives a refusal the concrete type that carries what the client needs to go on. */
export function errorOf(refusal: Refusal, order: Order | null): UserError {
  if (isProductsUnavailable(refusal)) return new ProductsUnavailable(refusal);
  if (isPriceChanged(refusal)) return new PriceChanged(refusal);
  if (order && refusal.code === 'VERSION_CONFLICT') return new VersionConflict(refusal, order);
  return order && byState.has(refusal.code) ? new TransitionRefused(refusal, order) : new SimpleUserError(refusal);
}

export function orderPayload(answer: Answer<OrderRow>): OrderPayload {
  const order = answer.value && new Order(answer.value);
  return { ...payloadOf(answer, (refusal) => errorOf(refusal, order)), order };
}

export function sharedPayload(answer: Answer<SharedOrder>): OrderSharePayload {
  const { order = null, code = null } = answer.value ?? {};
  return { ...orderPayload({ ...answer, value: order }), code };
}

export function startedPayload(answer: Answer<StartedPayment>): OrderStartPaymentPayload {
  const { order = null, payment = null } = answer.value ?? {};
  return { ...orderPayload({ ...answer, value: order }), payment: payment && new Payment(payment) };
}
