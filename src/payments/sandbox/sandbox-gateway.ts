import { systemClock, type Clock } from '../../platform/time.ts';
import type { GatewayOutcome, PaymentGateway } from '../gateway.ts';
import { createSandboxClient, type SandboxReply } from './sandbox-client.ts';
import { acknowledgement, chargeReport, maximalDescription, refundReport, refusalReport, type SandboxChargeReport, type SandboxRefundReport, type SandboxRefusal } from './sandbox-protocol.ts';
import { callbackPurpose, isAuthentic } from './sandbox-signature.ts';

export interface SandboxGatewayOptions {
  /** Where this process reaches the sandbox, such as `http://127.0.0.1:4000`. */
  readonly baseUrl: () => string;
  /** Where customers reach it, when that is another address. */
  readonly publicUrl?: () => string;
  /** Shared with the sandbox. */
  readonly secret: string;
  /** Milliseconds until a question without an answer has an unknown outcome. */
  readonly timeoutMs: number;
  readonly clock?: Clock;
}

/** What can be read out of a reply; a definite refusal and an unknown outcome are kept apart. */
type Reading<T> =
  | { readonly kind: 'report'; readonly report: T }
  | { readonly kind: 'refused'; readonly refusal: SandboxRefusal }
  | { readonly kind: 'unknown'; readonly reason: string };

/** The part of a zod schema that reading needs. */
interface Reader<T> {
  safeParse(value: unknown): { readonly success: true; readonly data: T } | { readonly success: false };
}

/** Only a refusal by a code of the protocol counts as one: a client error that nobody planned says nothing about the money. */
function read<T extends { readonly number: string }>(reply: SandboxReply, reader: Reader<T>, number: string): Reading<T> {
  if (reply.kind === 'silence') return { kind: 'unknown', reason: reply.reason };
  if (reply.status === 200) {
    const report = reader.safeParse(reply.body);
    if (report.success && report.data.number === number) return { kind: 'report', report: report.data };
  } else {
    const refusal = refusalReport.safeParse(reply.body);
    if (refusal.success) return { kind: 'refused', refusal: refusal.data };
  }
  return { kind: 'unknown', reason: `The gateway's answer, of status ${reply.status}, makes no sense.` };
}

function chargeOutcome({ state, transactionId, amount, currency }: SandboxChargeReport): GatewayOutcome {
  switch (state) {
    case 'PAID':
      return transactionId ? { kind: 'succeeded', transactionId, amount, currency } : { kind: 'unknown', reason: 'The gateway reports a payment without its number.' };
    case 'DECLINED':
      return { kind: 'failed', reason: 'The payment was declined.' };
    case 'CLOSED':
      return { kind: 'failed', reason: 'The charge was closed without payment.' };
    default:
      return { kind: 'pending' };
  }
}

const withoutReport = (reading: Exclude<Reading<never>, { kind: 'report' }>): { readonly kind: 'failed' | 'unknown'; readonly reason: string } =>
  reading.kind === 'refused' ? { kind: 'failed', reason: reading.refusal.message } : reading;

const refundOutcome = ({ state, transactionId, amount, currency }: SandboxRefundReport): GatewayOutcome =>
  state === 'SUCCEEDED' ? { kind: 'succeeded', transactionId, amount, currency } : { kind: 'pending' };

const chargePath = (number: string): string => `/sandbox/charges/${encodeURIComponent(number)}`;

function stateOfCharge(reply: SandboxReply, number: string): GatewayOutcome {
  const reading = read(reply, chargeReport, number);
  if (reading.kind !== 'refused') return reading.kind === 'report' ? chargeOutcome(reading.report) : reading;
  // What the sandbox has never heard of was never paid, nor does anybody know where to pay it. No other refusal says so.
  return { kind: reading.refusal.code === 'UNKNOWN_NUMBER' ? 'failed' : 'unknown', reason: reading.refusal.message };
}

/**
 * The adapter of the sandbox (`sandbox-server.ts`). It treats the sandbox as it would treat a gateway of somebody else: it
 * believes nothing that is not signed, and takes no answer for an answer only.
 */
export function createSandboxGateway({ baseUrl, publicUrl = baseUrl, secret, timeoutMs, clock = systemClock }: SandboxGatewayOptions): PaymentGateway {
  const call = createSandboxClient({ baseUrl, secret, timeoutMs, clock });
  return {
    tender: 'SANDBOX',
    async create({ number, amount, currency, description }) {
      const short = [...description].slice(0, maximalDescription).join('');
      const reading = read(await call('POST', '/sandbox/charges', { number, amount, currency, description: short }), chargeReport, number);
      if (reading.kind !== 'report') return withoutReport(reading);
      return { kind: 'created', clientParameters: { payUrl: publicUrl().replace(/\/$/, '') + reading.report.payPath } };
    },
    query: async (number) => stateOfCharge(await call('GET', chargePath(number)), number),
    close: async (number) => stateOfCharge(await call('POST', `${chargePath(number)}/close`), number),
    async refund({ number, chargeNumber, amount, currency }) {
      const reading = read(await call('POST', '/sandbox/refunds', { number, chargeNumber, amount, currency }), refundReport, number);
      return reading.kind === 'report' ? refundOutcome(reading.report) : withoutReport(reading);
    },
    parseNotification(rawBody, headers) {
      if (!isAuthentic(secret, { purpose: callbackPurpose, body: rawBody }, headers, clock())) return null;
      const report = chargeReport.parse(JSON.parse(rawBody.toString()));
      return { number: report.number, outcome: chargeOutcome(report) };
    },
    acknowledge: () => ({ status: 200, body: acknowledgement }),
  };
}
