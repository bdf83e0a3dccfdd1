import type { Tender } from './payment-states.ts';

/** A payment as a gateway sees it. `number` is ours, written down before the gateway hears of it. */
export interface Charge {
  readonly number: string;
  readonly amount: number;
  readonly currency: string;
  readonly description: string;
}

export interface RefundRequest {
  /** Our number of the refund: the same on every retry, so that a retry is never a second refund. */
  readonly number: string;
  readonly chargeNumber: string;
  readonly amount: number;
  readonly currency: string;
}

/** How something at a gateway ended. A timeout is `unknown`, never `failed`. */
export type GatewayOutcome =
  | { readonly kind: 'succeeded'; readonly transactionId: string; readonly amount: number; readonly currency: string }
  | { readonly kind: 'failed'; readonly reason: string }
  | { readonly kind: 'pending' }
  | { readonly kind: 'unknown'; readonly reason: string };

export type CreateOutcome =
  | { readonly kind: 'created'; readonly clientParameters: Readonly<Record<string, string>> }
  | { readonly kind: 'failed' | 'unknown'; readonly reason: string };

/** What a verified callback says. */
export interface Notification {
  readonly number: string;
  readonly outcome: GatewayOutcome;
}

export interface HttpAnswer {
  readonly status: number;
  readonly body: string;
}

/** The port that every gateway's adapter fills. Amounts are minor units; conversion happens inside the adapter. */
export interface PaymentGateway {
  readonly tender: Tender;
  /** May be repeated with the same charge; the gateway then answers as the first time. */
  create(charge: Charge): Promise<CreateOutcome>;
  query(number: string): Promise<GatewayOutcome>;
  /** Makes sure that an unpaid charge can no longer be paid: `failed` once that is certain, `succeeded` when it had been paid after all. */
  close(number: string): Promise<GatewayOutcome>;
  /** Asks for a refund, or asks again for the same one. */
  refund(request: RefundRequest): Promise<GatewayOutcome>;
  /** Verifies a callback over its raw bytes; null when it is not authentic. */
  parseNotification(rawBody: Buffer, headers: Readonly<Record<string, string | string[] | undefined>>): Notification | null;
  /** What the gateway wants to read once a callback was taken in. */
  acknowledge(): HttpAnswer;
}

/** The gateways that are switched on, by tender. */
export type Gateways = ReadonlyMap<Tender, PaymentGateway>;
