import type { IncomingHttpHeaders, IncomingMessage } from 'node:http';
import type { ApolloServer } from '@apollo/server';
import cors from '@fastify/cors';
import Fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify';
import { GraphQLError } from 'graphql';
import type { Logger } from 'pino';
import { createContext, type Context, type Services } from '../context.ts';
import type { Caller } from '../identity/caller.ts';
import { deviceOfHeader, onDevice } from '../identity/device.ts';
import type { Authenticate } from '../identity/tokens.ts';
import { RequestError } from '../platform/errors.ts';
import { newId } from '../platform/ids.ts';
import { registerGraphiql } from './graphiql.ts';
import { graphqlHandler } from './graphql-handler.ts';
import { limits } from './limits.ts';
import type { Metrics } from './metrics.ts';

export interface HttpOptions {
  readonly services: Services;
  readonly apollo: ApolloServer<Context>;
  readonly authenticate: Authenticate;
  readonly log: Logger;
  readonly metrics: Metrics;
  readonly graphiql: boolean;
  /** Whether the server can do its work: database reachable and up to date, not shutting down. */
  readonly ready: () => Promise<boolean>;
  readonly version: string;
}

/** Who sends a request, by its token; null without one. */
export async function callerOfRequest(authenticate: Authenticate, { authorization, 'x-device': device }: IncomingHttpHeaders): Promise<Caller | null> {
  if (!authorization) return null;
  const token = /^Bearer\s+(\S+)$/i.exec(authorization)?.[1];
  try {
    if (!token) throw new RequestError('UNAUTHENTICATED', 'The header is written "Authorization: Bearer <token>".');
    return onDevice(await authenticate(token), deviceOfHeader(device));
  } catch (error) {
    // That the provider's keys cannot be read is our trouble, not the caller's.
    if (!(error instanceof RequestError)) throw error;
    throw new GraphQLError(error.message, { extensions: { code: 'UNAUTHENTICATED', http: { status: 401 } } });
  }
}

const wantsPage = ({ method, headers }: FastifyRequest): boolean => method === 'GET' && (headers.accept ?? '').includes('text/html');

/** Answers that GraphQL had no part in have the shape of GraphQL errors, so that clients need to know one shape only. */
function answerFault(log: Logger, error: Error & { statusCode?: number; code?: string }, reply: FastifyReply): FastifyReply {
  const status = error.statusCode && error.statusCode >= 400 && error.statusCode < 500 ? error.statusCode : 500;
  if (status === 500) log.error({ err: error }, 'fault');
  const message = status === 500 ? 'Something went wrong on our side. It has been noted; try again.' : error.message;
  return reply.code(status).type('application/json').send({ errors: [{ message, extensions: { code: status === 500 ? 'INTERNAL_SERVER_ERROR' : 'BAD_REQUEST' } }] });
}

/** What the server does not know looks as its other errors do. */
function refuseUnknown(app: FastifyInstance): void {
  const refuse = (reply: FastifyReply, status: number, message: string): FastifyReply => reply.code(status).type('application/json').send({ errors: [{ message, extensions: { code: 'BAD_REQUEST' } }] });
  app.setNotFoundHandler((_request, reply) => refuse(reply, 404, 'There is nothing at this path. GraphQL is served at /graphql.'));
  app.route({
    method: ['PUT', 'PATCH', 'DELETE'], url: '/graphql',
    handler: (_request, reply) => refuse(reply.header('allow', 'GET, POST'), 405, 'GraphQL takes POST, and GET for queries.'),
  });
}

/** The HTTP side of the server: GraphQL, GraphiQL, and what operators ask. */
export async function createHttp(options: HttpOptions): Promise<FastifyInstance> {
  const { services, apollo, authenticate, log, graphiql } = options;
  // Some clients offer HTTP/2 by an Upgrade header: only what asks for our WebSocket leaves the way of ordinary requests.
  const shouldUpgradeCallback = ({ headers, url }: IncomingMessage): boolean => headers.upgrade?.toLowerCase() === 'websocket' && url?.split('?', 1)[0] === '/graphql';
  const app = Fastify({ http: { shouldUpgradeCallback }, bodyLimit: limits.bodyBytes, requestTimeout: 30_000, forceCloseConnections: 'idle', return503OnClosing: true });
  app.setErrorHandler((error: Error, _request, reply) => answerFault(log, error, reply));
  await app.register(cors, { origin: true, methods: ['GET', 'POST'], allowedHeaders: ['content-type', 'authorization', 'apollo-require-preflight', 'x-device'], maxAge: 86_400 });
  const handler = graphqlHandler(apollo, async (request) => createContext(services, await callerOfRequest(authenticate, request.headers), newId()));
  const sendPage = graphiql ? registerGraphiql(app) : null;
  app.route({
    method: ['GET', 'POST'],
    url: '/graphql',
    handler: (request, reply) => (sendPage && wantsPage(request) ? sendPage(reply) : handler.call(app, request, reply)),
  });
  refuseUnknown(app);
  addOperatorRoutes(app, options);
  return app;
}

function addOperatorRoutes(app: FastifyInstance, { metrics, ready, version, graphiql }: HttpOptions): void {
  if (graphiql) app.get('/', (_request, reply) => reply.redirect('/graphql'));
  app.get('/healthz', () => ({ status: 'ok', version }));
  app.get('/readyz', async (_request, reply) => {
    const isReady = await ready().catch(() => false);
    return reply.code(isReady ? 200 : 503).send({ status: isReady ? 'ready' : 'not ready' });
  });
  app.get('/metrics', async (_request, reply) => reply.type(metrics.registry.contentType).send(await metrics.registry.metrics()));
}
