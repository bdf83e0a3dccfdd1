import { ApolloServer, type ApolloServerPlugin } from '@apollo/server';
import {
  ApolloServerPluginCacheControlDisabled, ApolloServerPluginLandingPageDisabled, ApolloServerPluginSchemaReportingDisabled, ApolloServerPluginUsageReportingDisabled,
} from '@apollo/server/plugin/disabled';
import { GraphQLError, type GraphQLFormattedError, type GraphQLSchema, type OperationDefinitionNode } from 'graphql';
import type { Logger } from 'pino';
import type { Context } from '../context.ts';
import { choiceRefusal } from './choose-operation.ts';
import { execute } from './execute.ts';
import { costRefusal, documentRules, limits } from './limits.ts';
import { maskError } from './mask-errors.ts';
import type { Metrics } from './metrics.ts';
import { noteOperation } from './note-operation.ts';

export interface ApolloOptions {
  readonly schema: GraphQLSchema;
  readonly log: Logger;
  readonly metrics: Metrics;
  readonly introspection: boolean;
}

/** GraphQL over HTTP. Documents are parsed and validated once, then run as compiled code. */
export function createApollo(options: ApolloOptions): ApolloServer<Context> {
  const { schema, log, introspection } = options;
  return new ApolloServer<Context>({
    schema,
    introspection,
    includeStacktraceInErrorResponses: false,
    hideSchemaDetailsFromClientErrors: !introspection,
    persistedQueries: false,
    stopOnTerminationSignals: false,
    validationRules: documentRules,
    parseOptions: { maxTokens: limits.tokens },
    formatError: (formatted, error) => maskError(formatted, error, options),
    logger: { debug: () => {}, info: () => {}, warn: (message: string) => log.warn(message), error: (message: string) => log.error(message) },
    plugins: [
      ApolloServerPluginCacheControlDisabled(), ApolloServerPluginLandingPageDisabled(), ApolloServerPluginUsageReportingDisabled(), ApolloServerPluginSchemaReportingDisabled(),
      compiledExecution(options), requestLog(options),
    ],
  });
}

/** Runs operations through `execute` in place of Apollo's own interpreter, and refuses those that ask for too much. */
function compiledExecution({ schema, ...masking }: ApolloOptions): ApolloServerPlugin<Context> {
  const format = (error: GraphQLError, requestId: string): GraphQLFormattedError => maskError(error.toJSON(), error, masking, requestId);
  const listener = {
    async didResolveOperation({ document, operation, operationName, request }: ResolvedOperation) {
      if (operation?.operation === 'subscription') throw subscriptionOverHttp();
      const refused = choiceRefusal(document, request.operationName) ?? costRefusal({ schema, document, operationName, variables: request.variables });
      if (refused) throw refused;
    },
    async responseForOperation({ document, operationName, request, contextValue, response }: ForOperation) {
      const result = await execute({ schema, document, operationName, variables: request.variables, context: contextValue });
      const { data, errors } = result;
      // Without data nothing was executed: a variable could not be read.
      if (!('data' in result)) response.http.status = 400;
      const singleResult = { ...('data' in result && { data }), ...(errors && { errors: errors.map((error) => format(error, contextValue.requestId)) }) };
      return { http: response.http, body: { kind: 'single' as const, singleResult } };
    },
  };
  return { requestDidStart: async () => listener as never };
}

const subscriptionOverHttp = (): GraphQLError =>
  new GraphQLError('Subscriptions are served over WebSocket at this path, with the subprotocol graphql-transport-ws.', { extensions: { code: 'BAD_REQUEST', http: { status: 400 } } });

type CostedDocument = Parameters<typeof costRefusal>[0]['document'];
interface ResolvedOperation {
  readonly document: CostedDocument;
  /** Absent where the document does not hold the one asked for, whatever Apollo's types say. */
  readonly operation: OperationDefinitionNode | undefined;
  readonly operationName: string | null;
  readonly request: { readonly operationName?: string | null; readonly variables?: Record<string, unknown> };
}
interface ForOperation {
  readonly document: CostedDocument;
  readonly operationName: string | null;
  readonly request: { readonly variables?: Record<string, unknown> };
  readonly contextValue: Context;
  readonly response: { readonly http: { status?: number } };
}

/** Tells the log and the metrics of each operation. */
function requestLog(options: ApolloOptions): ApolloServerPlugin<Context> {
  return {
    async requestDidStart() {
      const started = performance.now();
      return {
        async willSendResponse({ operation, operationName, contextValue, response }) {
          const errors = response.body.kind === 'single' ? response.body.singleResult.errors : undefined;
          const outcome = errors ? String(errors[0]?.extensions?.['code'] ?? 'ERROR') : 'ok';
          noteOperation(options, contextValue, { transport: 'http', type: operation?.operation ?? 'invalid', name: operationName, outcome, milliseconds: performance.now() - started });
        },
      };
    },
  };
}
