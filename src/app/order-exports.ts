import { Readable } from 'node:stream';
import type { FastifyBaseLogger, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { coerceInputValue, GraphQLError, isInputObjectType, type GraphQLSchema } from 'graphql';
import type { Services } from '../context.ts';
import type { Caller } from '../identity/caller.ts';
import type { Authenticate } from '../identity/tokens.ts';
import { exportOrders, exportScope } from '../orders/many/export-orders.ts';
import { orderListOf } from '../orders/lists/order-list.ts';
import type { OrderList } from '../orders/lists/order-conditions.queries.ts';
import type { OrderFilter } from '../orders/lists/order-filter.types.ts';
import type { ExportFormat } from '../orders/many/order-export.rules.ts';
import { RequestError } from '../platform/errors.ts';
import { fromGlobalId } from '../platform/ids.ts';
import { callerOfRequest } from './http.ts';

export interface OrderExportOptions {
  readonly schema: GraphQLSchema;
  readonly services: Services;
  readonly authenticate: Authenticate;
  readonly log: Pick<FastifyBaseLogger, 'warn'>;
}

type Exporting = { readonly Querystring: { readonly storeId?: string | string[]; readonly filter?: string | string[] } };

/** Files that one caller may have on their way at a time; each keeps a connection to the database busy now and then. */
const exportsAtOnce = 2;

const formats: Readonly<Record<string, { readonly format: ExportFormat; readonly type: string }>> = {
  csv: { format: 'CSV', type: 'text/csv; charset=utf-8' },
  jsonl: { format: 'JSONL', type: 'application/x-ndjson; charset=utf-8' },
};

/** In the shape of GraphQL errors, as every answer that is none of data. */
const refuse = (reply: FastifyReply, status: number, code: string, message: string): FastifyReply =>
  reply.code(status).type('application/json').send({ errors: [{ message, extensions: { code } }] });

class BadFilter extends Error {}

/** Read by the very type that the lists take, so that the file cannot be filtered otherwise than they are. */
function filterOf(schema: GraphQLSchema, text: string | string[] | undefined): OrderFilter {
  if (text === undefined) return {};
  const type = schema.getType('OrderFilter');
  if (!isInputObjectType(type)) throw new Error('The schema has no OrderFilter.');
  try {
    return coerceInputValue(JSON.parse(String(text)), type, (_path, _value, error) => {
      throw error;
    }) as OrderFilter;
  } catch (error) {
    throw new BadFilter(error instanceof GraphQLError ? error.message : '"filter" is not JSON.');
  }
}

/** `GET /exports/orders.csv` and `.jsonl`: lists as files, behind the same token as the lists themselves. */
export function registerOrderExports(app: FastifyInstance, options: OrderExportOptions): void {
  const underWay = new Map<string, number>();
  for (const [extension, { format, type }] of Object.entries(formats)) {
    // A HEAD would run through the whole list to tell nothing.
    app.get<Exporting>(`/exports/orders.${extension}`, { exposeHeadRoute: false }, async (request, reply) => {
      const caller = await callerOfRequest(options.authenticate, request.headers).catch((error: unknown) => unauthenticated(error));
      if (typeof caller === 'string' || !caller) return refuse(reply, 401, 'UNAUTHENTICATED', caller ?? 'Send a token: "Authorization: Bearer …".');
      if ((underWay.get(caller.personId) ?? 0) >= exportsAtOnce) return refuse(reply, 429, 'TOO_MANY_REQUESTS', `At most ${exportsAtOnce} exports of one caller at a time; let one end.`);
      return sendFile(options, underWay, { caller, format, type, extension }, request, reply);
    });
  }
}

function unauthenticated(error: unknown): string {
  if (error instanceof GraphQLError) return error.message;
  throw error;
}

interface Wanted {
  readonly caller: Caller;
  readonly format: ExportFormat;
  readonly type: string;
  readonly extension: string;
}

async function sendFile({ schema, services, log }: OrderExportOptions, underWay: Map<string, number>, { caller, format, type, extension }: Wanted, { query }: FastifyRequest<Exporting>, reply: FastifyReply): Promise<FastifyReply> {
  const storeId = query.storeId === undefined ? null : fromGlobalId('store', String(query.storeId));
  const scope = query.storeId !== undefined && storeId === null ? null : await exportScope(services, caller, storeId);
  if (!scope) return refuse(reply, 404, 'NOT_FOUND', 'There is no such list for you; staff name a store in which they work (storeId).');
  let list: OrderList;
  try {
    list = await orderListOf(services, caller, scope, filterOf(schema, query.filter));
  } catch (error) {
    if (error instanceof BadFilter || error instanceof RequestError) return refuse(reply, 400, 'BAD_USER_INPUT', error.message);
    throw error;
  }
  // The next page is read when this much of the last one has gone out.
  const file = Readable.from(exportOrders(services, { list, format }), { objectMode: false, highWaterMark: 64 * 1024 });
  underWay.set(caller.personId, (underWay.get(caller.personId) ?? 0) + 1);
  file.once('close', () => leave(underWay, caller));
  file.once('error', (error) => log.warn({ err: error }, 'an export broke off'));
  const name = `orders-${services.clock().slice(0, 10)}.${extension}`;
  return reply.headers({ 'content-disposition': `attachment; filename="${name}"`, 'cache-control': 'no-store', 'x-content-type-options': 'nosniff' }).type(type).send(file);
}

function leave(underWay: Map<string, number>, { personId }: Caller): void {
  const left = (underWay.get(personId) ?? 1) - 1;
  if (left > 0) underWay.set(personId, left);
  else underWay.delete(personId);
}
