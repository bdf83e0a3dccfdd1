import { HeaderMap, type ApolloServer } from '@apollo/server';
import type { FastifyReply, FastifyRequest, RouteHandlerMethod } from 'fastify';
import type { Context } from '../context.ts';

function headersOf({ headers }: FastifyRequest): HeaderMap {
  const map = new HeaderMap();
  for (const name in headers) {
    const value = headers[name];
    if (value !== undefined) map.set(name, Array.isArray(value) ? value.join(', ') : value);
  }
  return map;
}

/** Hands requests to Apollo by its own interface: every request takes this way, and the general integration parses each address anew. */
export const graphqlHandler = (apollo: ApolloServer<Context>, contextOf: (request: FastifyRequest) => Promise<Context>): RouteHandlerMethod =>
  async (request: FastifyRequest, reply: FastifyReply) => {
    const { url, method, body } = request;
    const query = url.indexOf('?');
    const answer = await apollo.executeHTTPGraphQLRequest({
      httpGraphQLRequest: { method, body, headers: headersOf(request), search: query === -1 ? '' : url.slice(query) },
      context: () => contextOf(request),
    });
    for (const [name, value] of answer.headers) reply.header(name, value);
    reply.code(answer.status ?? 200);
    // Only @defer and @stream are answered in parts, and this schema has neither.
    if (answer.body.kind === 'chunked') throw new Error('Apollo answered in parts.');
    return answer.body.string;
  };
