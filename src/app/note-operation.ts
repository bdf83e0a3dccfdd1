import type { Logger } from 'pino';
import type { Context } from '../context.ts';
import type { Metrics } from './metrics.ts';

/** How an operation ended, of whichever transport. */
export interface AnsweredOperation {
  readonly transport: 'http' | 'websocket';
  readonly type: 'query' | 'mutation' | 'subscription' | 'invalid';
  readonly name: string | null | undefined;
  /** `ok`, `begun` for a subscription, or the first error's code. */
  readonly outcome: string;
  readonly milliseconds: number;
}

/** Counts the operation and writes its line to the log: what it was, for which role, how it ended and how long it took; nothing about persons. */
export function noteOperation({ log, metrics }: { log: Logger; metrics: Metrics }, { requestId, caller }: Pick<Context, 'requestId' | 'caller'>, operation: AnsweredOperation): void {
  const { transport, type, name, outcome, milliseconds } = operation;
  metrics.operations.inc({ transport, type, outcome });
  if (type !== 'subscription') metrics.duration.observe({ transport, type }, milliseconds / 1000);
  log.info({ requestId, transport, type, operation: name?.slice(0, 100) ?? null, role: caller?.role ?? null, outcome, milliseconds: Math.round(milliseconds * 10) / 10 }, 'operation');
}
