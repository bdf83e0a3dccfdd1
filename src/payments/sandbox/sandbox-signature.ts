/** Signs and verifies what the sandbox and its adapter say to each other. */
import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import { epochOf, type Instant } from '../../platform/time.ts';

const timestampHeader = 'docket-sandbox-timestamp';
const nonceHeader = 'docket-sandbox-nonce';
const signatureHeader = 'docket-sandbox-signature';

/** A message counts as stale, or as coming from the future, beyond this many seconds. */
const maximalSkew = 300;

/** What is signed: the exact bytes of a body, and what they are for, so that no signature can serve another purpose. */
export interface SignedMessage {
  readonly purpose: string;
  readonly body: Uint8Array;
}

export type SignatureHeaders = Readonly<Record<typeof timestampHeader | typeof nonceHeader | typeof signatureHeader, string>>;

/** Headers as Node and fetch give them, names in lower case. */
export type ReceivedHeaders = Readonly<Record<string, string | string[] | undefined>>;

/** A request; `path` is what stands in the request line. */
export const requestPurpose = (method: string, path: string): string => `request ${method} ${path}`;

/** The answer to one request, known by its nonce: an older answer cannot be played again. */
export const answerPurpose = (requestNonce: string): string => `answer ${requestNonce}`;

export const callbackPurpose = 'callback';

const digestOf = (secret: string, { purpose, body }: SignedMessage, timestamp: string, nonce: string): Buffer =>
  createHmac('sha256', secret).update(`${timestamp}\n${nonce}\n${purpose}\n`).update(body).digest();

/** The headers that go with a message sent now. */
export function signatureHeaders(secret: string, message: SignedMessage, now: Instant): SignatureHeaders {
  const timestamp = String(Math.floor(epochOf(now) / 1000));
  const nonce = randomBytes(16).toString('hex');
  return { [timestampHeader]: timestamp, [nonceHeader]: nonce, [signatureHeader]: digestOf(secret, message, timestamp, nonce).toString('hex') };
}

export const nonceOf = (headers: ReceivedHeaders): string => String(headers[nonceHeader]);

/** Whether whoever holds the secret signed exactly this message within the last five minutes. */
export function isAuthentic(secret: string, message: SignedMessage, headers: ReceivedHeaders, now: Instant): boolean {
  const { [timestampHeader]: timestamp, [nonceHeader]: nonce, [signatureHeader]: signature } = headers;
  if (typeof timestamp !== 'string' || typeof nonce !== 'string' || typeof signature !== 'string') return false;
  if (!/^\d{1,12}$/.test(timestamp) || !/^[0-9a-f]{32}$/.test(nonce) || !/^[0-9a-f]{64}$/.test(signature)) return false;
  if (Math.abs(epochOf(now) / 1000 - Number(timestamp)) > maximalSkew) return false;
  return timingSafeEqual(Buffer.from(signature, 'hex'), digestOf(secret, message, timestamp, nonce));
}
