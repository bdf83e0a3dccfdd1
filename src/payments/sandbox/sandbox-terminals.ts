import { systemClock, type Clock } from '../../platform/time.ts';
import type { CardAnswer, CardLookup } from '../card-lookup.ts';
import { createSandboxClient } from './sandbox-client.ts';
import { cardTransactionReport, refusalReport } from './sandbox-protocol.ts';

export interface SandboxTerminalsOptions {
  readonly baseUrl: () => string;
  readonly secret: string;
  /** Milliseconds until a question without an answer counts as unanswered. */
  readonly timeoutMs: number;
  readonly clock?: Clock;
}

/** The adapter of the sandbox's card terminals: believes nothing that is not signed, and an answer about the transaction asked for only. */
export function createSandboxTerminals({ baseUrl, secret, timeoutMs, clock = systemClock }: SandboxTerminalsOptions): CardLookup {
  const call = createSandboxClient({ baseUrl, secret, timeoutMs, clock });
  return {
    async find(transactionId): Promise<CardAnswer> {
      const reply = await call('GET', `/sandbox/terminals/transactions/${encodeURIComponent(transactionId)}`);
      if (reply.kind === 'silence') return { kind: 'unreachable', reason: reply.reason };
      const report = cardTransactionReport.safeParse(reply.body);
      if (reply.status === 200 && report.success && report.data.id === transactionId) return { kind: 'found', transaction: report.data };
      const refusal = refusalReport.safeParse(reply.body);
      if (refusal.success && refusal.data.code === 'UNKNOWN_NUMBER') return { kind: 'absent' };
      return { kind: 'unreachable', reason: `The terminals' answer, of status ${reply.status}, makes no sense.` };
    },
  };
}
