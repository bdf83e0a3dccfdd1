import { serviceActions, type ServiceAction } from './customer-service.lifecycle.ts';

/** What can happen to a document: every step it takes, and what becomes of its money in between. */
export const serviceEventTypes = {
  CREATED: 'It was asked for.',
  ...serviceActions,
  SUPPLEMENT_PAID: 'What the exchange costs on top is paid.',
  REFUND_PENDING: 'A gateway works on the refund.',
  REFUND_UNKNOWN: 'A gateway did not answer; it is asked again under the same number.',
  REFUND_REFUSED: 'A gateway has refused the refund; it is asked again by itself, or when somebody retries.',
  REFUND_REFUSED_AT_TERMINAL: 'A card terminal has refused the refund; a terminal may be tried again, or the money is paid out otherwise.',
  REFUND_SUCCEEDED: 'Money has gone back.',
  REFUND_PAID_TWICE: 'A gateway or a terminal that had refused has paid after all what had been paid out otherwise; somebody must get it back.',
} as const satisfies Record<string, string>;

export type ServiceEventType = 'CREATED' | ServiceAction | 'SUPPLEMENT_PAID' | 'REFUND_PENDING' | 'REFUND_UNKNOWN' | 'REFUND_REFUSED' | 'REFUND_REFUSED_AT_TERMINAL' | 'REFUND_SUCCEEDED' | 'REFUND_PAID_TWICE';

/** Events whose words are a gateway's, or about one, and not meant for the customer (S2-239). */
const wordsOfGateways: ReadonlySet<string> = new Set(['REFUND_UNKNOWN', 'REFUND_REFUSED', 'REFUND_REFUSED_AT_TERMINAL', 'REFUND_PAID_TWICE']);

export const isWordOfGateway = (type: string): boolean => wordsOfGateways.has(type);
