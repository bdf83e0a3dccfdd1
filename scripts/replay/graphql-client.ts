import { setTimeout as pause } from 'node:timers/promises';

/** The server answered, and refuses the request as a whole: token, document or variables. */
export class RequestRefused extends Error {
  readonly code: string;
  constructor(code: string, message: string) {
    super(message);
    this.code = code;
  }
}

/** The server could not be reached, or failed, however often it was asked. */
export class ServerSilent extends Error {}

export interface ClientOptions {
  readonly url: string;
  readonly token: string;
  /** Once aborted, nothing is tried again. */
  readonly stop: AbortSignal;
  /** How often a request is sent before it is given up; 7 when left out, which takes about 16 seconds. */
  readonly tries?: number;
  /** How long to wait before the second try, in milliseconds; doubles each time. 250 when left out. */
  readonly firstPauseMs?: number;
}

interface Body {
  readonly data?: unknown;
  readonly errors?: readonly { readonly message: string; readonly extensions?: { readonly code?: string } }[];
}

const longestWaitMs = 60_000;
const worthAnotherTry: ReadonlySet<string> = new Set(['INTERNAL_SERVER_ERROR', 'TOO_MANY_REQUESTS']);

/** Something that may be over the next time. */
class Passing extends Error {}

function dataOf<T>(status: number, text: string): T {
  let body: Body | null = null;
  try {
    body = JSON.parse(text) as Body;
  } catch {
    // Not a GraphQL answer: the status alone counts, below.
  }
  const [error] = body?.errors ?? [];
  const code = error?.extensions?.code ?? `HTTP_${status}`;
  if (status >= 500 || status === 429 || worthAnotherTry.has(code)) throw new Passing(error?.message ?? `the server answers with status ${status}`);
  if (error) throw new RequestRefused(code, error.message);
  if (!body || body.data == null) throw new RequestRefused(code, `No GraphQL server answers at this address (status ${status}).`);
  return body.data as T;
}

/** Asks one server over HTTP. Requests must bear being sent twice: mutations carry an idempotency key or are so by nature. */
export class GraphqlClient {
  readonly #options: Required<ClientOptions>;

  constructor(options: ClientOptions) {
    this.#options = { tries: 7, firstPauseMs: 250, ...options };
  }

  /** Gives the answer's data. Throws RequestRefused, or ServerSilent after the last try. */
  async ask<T>(query: string, variables: Readonly<Record<string, unknown>> = {}): Promise<T> {
    const { url, tries, firstPauseMs, stop } = this.#options;
    const body = JSON.stringify({ query, variables });
    for (let tried = 1; ; tried += 1) {
      try {
        return await this.#send<T>(body);
      } catch (error) {
        if (!(error instanceof Passing)) throw error;
        if (tried >= tries || stop.aborted) throw new ServerSilent(`${url} gave no good answer in ${tried} ${tried === 1 ? 'try' : 'tries'}; the last time: ${error.message}`);
      }
      await pause(firstPauseMs * 2 ** (tried - 1), undefined, { signal: stop }).catch(() => {});
    }
  }

  async #send<T>(body: string): Promise<T> {
    const { url, token } = this.#options;
    let response: Response;
    let text: string;
    try {
      response = await fetch(url, {
        method: 'POST', body, signal: AbortSignal.timeout(longestWaitMs),
        headers: { 'content-type': 'application/json', accept: 'application/json', authorization: `Bearer ${token}` },
      });
      text = await response.text();
    } catch (error) {
      const { message, cause } = error as Error;
      throw new Passing(cause instanceof Error ? cause.message || String((cause as NodeJS.ErrnoException).code) : message);
    }
    return dataOf<T>(response.status, text);
  }
}
