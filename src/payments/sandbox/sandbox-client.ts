import type { Clock } from '../../platform/time.ts';
import { answerPurpose, isAuthentic, nonceOf, requestPurpose, signatureHeaders } from './sandbox-signature.ts';

export interface SandboxClientOptions {
  /** Where the sandbox listens, such as `http://127.0.0.1:4000`. */
  readonly baseUrl: () => string;
  readonly secret: string;
  /** Milliseconds until an answer must have arrived in full. */
  readonly timeoutMs: number;
  readonly clock: Clock;
}

/** `silence` is everything that says nothing about what the sandbox did: no answer, a faulty server, a forged signature. */
export type SandboxReply =
  | { readonly kind: 'answer'; readonly status: number; readonly body: unknown }
  | { readonly kind: 'silence'; readonly reason: string };

/** Sends one signed request and verifies the answer's signature. Never throws. */
export type SandboxClient = (method: 'GET' | 'POST', path: string, body?: object) => Promise<SandboxReply>;

const silence = (reason: string): SandboxReply => ({ kind: 'silence', reason });

export const createSandboxClient = ({ baseUrl, secret, timeoutMs, clock }: SandboxClientOptions): SandboxClient => async (method, path, body) => {
  const bytes = Buffer.from(body ? JSON.stringify(body) : '');
  const headers = signatureHeaders(secret, { purpose: requestPurpose(method, path), body: bytes }, clock());
  try {
    const response = await fetch(baseUrl().replace(/\/$/, '') + path, {
      method, redirect: 'error', signal: AbortSignal.timeout(timeoutMs),
      headers: { ...headers, ...(body && { 'content-type': 'application/json' }) }, ...(body && { body: bytes }),
    });
    const answer = Buffer.from(await response.arrayBuffer());
    if (response.status >= 500) return silence(`The gateway failed with status ${response.status}.`);
    const purpose = answerPurpose(nonceOf(headers));
    if (!isAuthentic(secret, { purpose, body: answer }, Object.fromEntries(response.headers), clock())) {
      return silence(`The gateway's answer, of status ${response.status}, was not signed by it.`);
    }
    return { kind: 'answer', status: response.status, body: JSON.parse(answer.toString()) };
  } catch (error) {
    return silence(reasonOf(error, timeoutMs));
  }
};

function reasonOf(error: unknown, timeoutMs: number): string {
  if (error instanceof SyntaxError) return 'The gateway answered with something that is not JSON.';
  return error instanceof Error && error.name === 'TimeoutError' ? `The gateway did not answer within ${timeoutMs} ms.` : 'The gateway could not be reached.';
}
