import type { IncomingMessage, Server } from 'node:http';
import { getOperationAST, GraphQLError, type ExecutionArgs, type GraphQLSchema } from 'graphql';
import type { Context as SocketContext, SubscribePayload } from 'graphql-ws';
import { useServer, type Extra } from 'graphql-ws/use/ws';
import type { Logger } from 'pino';
import { WebSocketServer, type WebSocket } from 'ws';
import { createContext, type Context, type Services } from '../context.ts';
import type { Caller } from '../identity/caller.ts';
import { deviceName, onDevice } from '../identity/device.ts';
import type { Authenticate } from '../identity/tokens.ts';
import { RequestError } from '../platform/errors.ts';
import { newId } from '../platform/ids.ts';
import { choiceRefusal } from './choose-operation.ts';
import { createDocumentReader } from './documents.ts';
import { execute } from './execute.ts';
import { costRefusal, limits } from './limits.ts';
import { codeShown, maskError } from './mask-errors.ts';
import type { Metrics } from './metrics.ts';
import { noteOperation } from './note-operation.ts';
import { subscribeWithFreshContext } from './subscribe.ts';

export interface SocketOptions {
  readonly schema: GraphQLSchema;
  readonly services: Services;
  readonly authenticate: Authenticate;
  readonly log: Logger;
  readonly metrics: Metrics;
  readonly introspection: boolean;
  readonly socketsPerCaller: number;
  readonly subscriptionsPerSocket: number;
}

interface Connected {
  caller?: Caller;
  expiry?: NodeJS.Timeout;
}
type Socket = SocketContext<Record<string, unknown>, Extra & Connected>;

/** Close codes of the protocol; clients take them as final and do not knock again with the same token. */
const unauthorized = 4401;
const tooMany = 4429;
/** Not of the protocol: clients do come back after it. */
const tryAgainLater = 1013;
const longestTimer = 2 ** 31 - 1;
/** How long a client may take to answer the closing handshake when the server stops. */
const closingMilliseconds = 2000;

type Params = Readonly<Record<string, unknown>> | undefined;

const paramOf = (params: Params, wanted: string): unknown => Object.entries(params ?? {}).find(([name]) => name.toLowerCase() === wanted)?.[1];

const bearer = (params: Params): string | null => {
  const entry = paramOf(params, 'authorization');
  return typeof entry === 'string' ? entry.replace(/^Bearer\s+/i, '') : null;
};

/** Serves GraphQL over WebSocket on `/graphql`: subscriptions, and queries and mutations as well. */
export function serveSockets(http: Server, options: SocketOptions): { close(): Promise<void> } {
  const wss = new WebSocketServer({ noServer: true, maxPayload: limits.bodyBytes });
  const served = useServer<Record<string, unknown>, Connected & Record<PropertyKey, unknown>>(handlersOf(options), wss, 12_000);
  const upgrade = (request: IncomingMessage, socket: import('node:stream').Duplex, head: Buffer): void => {
    if (request.url?.split('?', 1)[0] !== '/graphql') {
      // Node no longer listens to a socket that it has handed over: a reset by the client would end the process.
      socket.on('error', () => socket.destroy());
      socket.end('HTTP/1.1 404 Not Found\r\nconnection: close\r\n\r\n');
      return;
    }
    wss.handleUpgrade(request, socket, head, (ws) => wss.emit('connection', ws, request));
  };
  http.on('upgrade', upgrade);
  return {
    close: async () => {
      http.off('upgrade', upgrade);
      const hangUp = setTimeout(() => wss.clients.forEach((client) => client.terminate()), closingMilliseconds);
      await served.dispose();
      clearTimeout(hangUp);
    },
  };
}

function handlersOf(options: SocketOptions) {
  const { schema, services, log, introspection } = options;
  const read = createDocumentReader(schema, introspection);
  const admit = doorkeeper(options);
  const masked = (errors: readonly GraphQLError[], requestId?: string) => errors.map((error) => maskError(error.toJSON(), error, { log, introspection }, requestId));
  const argsOf = ({ extra, subscriptions }: Socket, payload: SubscribePayload): ExecutionArgs | readonly GraphQLError[] => {
    if (Object.keys(subscriptions).length > options.subscriptionsPerSocket) {
      return [new GraphQLError(`A socket carries at most ${options.subscriptionsPerSocket} operations at a time; complete one first.`, { extensions: { code: 'TOO_MANY_REQUESTS' } })];
    }
    const document = read(payload.query);
    if (!('kind' in document)) return document;
    const { operationName, variables } = payload;
    const refused = choiceRefusal(document, operationName) ?? costRefusal({ schema, document, operationName, variables });
    if (refused) return [refused];
    const requestId = newId();
    const context = () => createContext(services, extra.caller ?? null, requestId);
    return { schema, document, operationName, variableValues: variables, contextValue: context(), rootValue: { freshContext: context } };
  };
  return {
    onConnect: admit.onConnect,
    onClose: admit.onClose,
    onSubscribe: (socket: Socket, _id: string, payload: SubscribePayload) => argsOf(socket, payload),
    execute: async ({ document, operationName, variableValues, contextValue }: ExecutionArgs) => {
      const started = performance.now();
      const result = await execute({ schema, document, operationName, variables: variableValues as Record<string, unknown>, context: contextValue });
      const type = getOperationAST(document, operationName)?.operation ?? 'invalid';
      noteOperation(options, contextValue as Context, { transport: 'websocket', type, name: operationName, outcome: result.errors?.[0] ? codeShown(result.errors[0]) : 'ok', milliseconds: performance.now() - started });
      return result;
    },
    subscribe: (args: ExecutionArgs) => {
      noteOperation(options, args.contextValue as Context, { transport: 'websocket', type: 'subscription', name: args.operationName, outcome: 'begun', milliseconds: 0 });
      const { freshContext } = args.rootValue as { freshContext: () => unknown };
      const explain = (error: unknown) => ({ errors: [error instanceof GraphQLError ? error : new GraphQLError((error as Error).message, { originalError: error as Error })] });
      return subscribeWithFreshContext(freshContext, explain)(args);
    },
    onError: (_socket: Socket, _id: string, _payload: SubscribePayload, errors: readonly GraphQLError[]) => masked(errors),
    onNext: (_socket: Socket, _id: string, _payload: SubscribePayload, { contextValue }: ExecutionArgs, result: { errors?: readonly GraphQLError[] }) =>
      result.errors ? { ...result, errors: masked(result.errors, (contextValue as Context).requestId) } : undefined,
  };
}

/** A token that proves nothing is answered for good; keys that cannot be had just now must not keep a client away for ever. */
function notNow(socket: WebSocket, error: unknown): null {
  if (!(error instanceof RequestError)) socket.close(tryAgainLater, 'Try again later');
  return null;
}

/** Lets in who has a valid token and not too many sockets, and shows them out when the token ends. */
function doorkeeper({ authenticate, socketsPerCaller, metrics }: SocketOptions) {
  const open = new Map<string, number>();
  const leave = ({ personId }: Caller): void => {
    const left = (open.get(personId) ?? 1) - 1;
    if (left > 0) open.set(personId, left);
    else open.delete(personId);
  };
  return {
    onConnect: async ({ connectionParams, extra }: Socket): Promise<boolean> => {
      const token = bearer(connectionParams);
      const caller = token ? await authenticate(token).catch((error: unknown) => notNow(extra.socket, error)) : null;
      // Who has gone in the meantime is never shown out, so must not be counted.
      if (!caller || extra.socket.readyState !== extra.socket.OPEN) return false;
      const count = open.get(caller.personId) ?? 0;
      if (count >= socketsPerCaller) {
        extra.socket.close(tooMany, 'Too many sockets of this caller');
        return false;
      }
      open.set(caller.personId, count + 1);
      metrics.sockets.inc();
      extra.caller = onDevice(caller, deviceName(paramOf(connectionParams, 'x-device')));
      closeWhenOver(extra.socket, extra, caller.expiresAt);
      return true;
    },
    onClose: ({ extra }: Socket): void => {
      clearTimeout(extra.expiry);
      if (!extra.caller) return;
      leave(extra.caller);
      metrics.sockets.dec();
    },
  };
}

/** Timers do not reach further than 24 days: for a longer token the next one is set when the first has run out. */
function closeWhenOver(socket: WebSocket, extra: Connected, expiresAt: number): void {
  const left = expiresAt * 1000 - Date.now();
  if (left <= 0) return socket.close(unauthorized, 'The token has expired');
  extra.expiry = setTimeout(() => closeWhenOver(socket, extra, expiresAt), Math.min(longestTimer, left)).unref();
}
