import type { Answer } from '../platform/commands.ts';
import { errorOf } from '../orders/steps/order-answers.ts';
import { VersionConflict } from '../orders/steps/order-payloads.types.ts';
import { Order } from '../orders/order.types.ts';
import { payloadOf, type UserError } from '../platform/mutation.types.ts';
import type { Refusal } from '../platform/refusals.ts';
import type { ServiceAnswer } from './command-on-service.ts';
import type { CustomerServiceRow } from './customer-service.tables.ts';
import { CustomerService } from './customer-service.types.ts';
import { CustomerServiceRefused, type CustomerServicePayload } from './service-payloads.types.ts';

const byState: ReadonlySet<string> = new Set([
  'TRANSITION_NOT_ALLOWED', 'NOT_YOUR_STEP', 'GOODS_SENT_BACK', 'REFUND_BEGUN', 'REFUND_NOT_DONE', 'NO_REFUSED_REFUND', 'SUPPLEMENT_DUE', 'REPLACEMENT_SHIPPED', 'REPLACEMENT_NOT_SHIPPED',
]);

/** Gives a refusal the concrete type that carries what the client needs to go on; without a document, it speaks of the order. */
export function serviceErrorOf(refusal: Refusal, row: CustomerServiceRow | null, order: Order | null): UserError {
  if (!row) return errorOf(refusal, order);
  if (refusal.code === 'VERSION_CONFLICT') return new VersionConflict(refusal, row);
  return byState.has(refusal.code) ? new CustomerServiceRefused(refusal, row) : errorOf(refusal, null);
}

export function servicePayload(answer: Answer<ServiceAnswer>): CustomerServicePayload {
  const row = answer.value?.document?.row ?? null;
  const order = answer.value?.order ? new Order(answer.value.order) : null;
  return { ...payloadOf(answer, (refusal) => serviceErrorOf(refusal, row, order)), customerService: row && new CustomerService(row), order };
}
