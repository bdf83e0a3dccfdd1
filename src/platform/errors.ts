import type { RefusalCode } from './refusals.ts';

/** Codes of errors at the top level of an answer: everything a client cannot mend by choosing another order or state. */
export type FaultCode = 'UNAUTHENTICATED' | 'FORBIDDEN' | 'BAD_USER_INPUT' | 'TOO_MANY_REQUESTS' | 'INTERNAL_SERVER_ERROR';

/** A refusal of the request as a whole. Its code and message are part of the public API and are shown to clients. */
export class RequestError extends Error {
  /** graphql copies this onto the GraphQL error, over HTTP and WebSocket alike. */
  readonly extensions: { readonly code: FaultCode; readonly refusal?: RefusalCode };
  constructor(code: FaultCode, message: string, refusal?: RefusalCode) {
    super(message);
    this.name = 'RequestError';
    this.extensions = { code, ...(refusal && { refusal }) };
  }
}

/** `refusal`: what a command would be refused with for the same reason. */
export const badInput = (message: string, refusal?: RefusalCode): RequestError => new RequestError('BAD_USER_INPUT', message, refusal);
