import { GraphQLError, type GraphQLFormattedError } from 'graphql';
import type { Logger } from 'pino';
import { RequestError } from '../platform/errors.ts';

/** Codes whose messages are written for clients. */
export const publicCodes: ReadonlySet<unknown> = new Set([
  'UNAUTHENTICATED', 'FORBIDDEN', 'BAD_USER_INPUT', 'TOO_MANY_REQUESTS', 'OPERATION_TOO_COSTLY', 'BAD_REQUEST', 'GRAPHQL_PARSE_FAILED',
  'GRAPHQL_VALIDATION_FAILED', 'OPERATION_RESOLUTION_FAILURE', 'PERSISTED_QUERY_NOT_SUPPORTED',
]);

/** The error that a resolver threw, out of however many wrappings. */
function thrown(error: unknown): unknown {
  const inner = error instanceof GraphQLError || (error instanceof Error && 'originalError' in error) ? (error as GraphQLError).originalError : undefined;
  return inner ? thrown(inner) : error;
}

const codeOf = (error: unknown): unknown => (error as { extensions?: { code?: unknown } } | null)?.extensions?.code;

/** Postgres takes no NUL in a text (22021) nor in JSON (22P05): whoever sent one hears of it as of any other bad input. */
const holdsNul = (error: unknown): boolean => ['22021', '22P05'].includes((error as { code?: string } | null)?.code ?? '');

export const nulMessage = 'A text of your request holds a NUL character, which no text may hold.';

/** graphql-js proposes names that are like a wrong one, and so tells the schema to those who may not read it. */
export const withoutSuggestion = (message: string): string => message.replace(/ ?Did you mean [^]*\?$/, '');

/** The code that a client gets for an error, whether it may read the rest of it or not. */
export function codeShown(error: unknown): string {
  const origin = thrown(error);
  const code = codeOf(origin) ?? codeOf(error);
  if (publicCodes.has(code)) return code as string;
  return (origin instanceof GraphQLError && !origin.path) || holdsNul(origin) ? 'BAD_USER_INPUT' : 'INTERNAL_SERVER_ERROR';
}

export interface Masking {
  readonly log: Logger;
  /** Whether clients may learn the schema from the server. */
  readonly introspection: boolean;
}

/**
 * What a client may read of an error: errors of the request as they are, faults as one sentence with the request's id,
 * under which the log tells the rest. GraphQL's own errors about a document or its variables carry no original error.
 */
export function maskError(formatted: GraphQLFormattedError, error: unknown, { log, introspection }: Masking, requestId?: string): GraphQLFormattedError {
  const origin = thrown(error);
  const code = codeOf(origin) ?? formatted.extensions?.['code'];
  const { locations, path } = formatted;
  const message = introspection ? formatted.message : withoutSuggestion(formatted.message);
  if (publicCodes.has(code)) return { message, locations, path, extensions: { code: code as string, ...(origin instanceof RequestError && origin.extensions.refusal && { refusal: origin.extensions.refusal }) } };
  // Without a path it is about the document or its variables; with one, a resolver broke its own promise.
  if (origin instanceof GraphQLError && !origin.path) return { message, locations, path, extensions: { code: 'BAD_USER_INPUT' } };
  if (holdsNul(origin)) return { message: nulMessage, locations, path, extensions: { code: 'BAD_USER_INPUT' } };
  log.error({ err: origin, requestId }, 'fault');
  return { message: 'Something went wrong on our side. It has been noted; try again.', locations, path, extensions: { code: 'INTERNAL_SERVER_ERROR', ...(requestId && { requestId }) } };
}
