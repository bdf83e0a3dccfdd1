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
import { nulMessage, withoutSuggestion } from './mask-errors.ts';

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
  let filter: OrderFilter | null;
  try {
    filter = coerceInputValue(JSON.parse(String(text)), type, (_path, _value, error) => {
      throw error;
    }) as OrderFilter | null;
  } catch (error) {
    throw new BadFilter(error instanceof GraphQLError ? withoutSuggestion(error.message) : '"filter" is not JSON.');
  }
  // The database would find out only when the file is on its way.
  if (Object.values(filter ?? {}).some((value) => typeof value === 'string' && value.includes('\0'))) throw new BadFilter(nulMessage);
  return filter ?? {};
}

type Leave = () => void;

/** Takes one of the caller's places, or gives null. Nothing may be awaited in between: of many requests at once each counts. */
function enter(underWay: Map<string, number>, { personId }: Caller): Leave | null {
  const taken = underWay.get(personId) ?? 0;
  if (taken >= exportsAtOnce) return null;
  underWay.set(personId, taken + 1);
  return () => {
    const left = (underWay.get(personId) ?? 1) - 1;
    if (left > 0) underWay.set(personId, left);
    else underWay.delete(personId);
  };
}

interface FileType {
  readonly format: ExportFormat;
  readonly type: string;
  readonly extension: string;
}

/** `GET /exports/orders.csv` and `.jsonl`: lists as files, behind the same token as the lists themselves. */
export function registerOrderExports(app: FastifyInstance, options: OrderExportOptions): void {
  const underWay = new Map<string, number>();
  for (const [extension, { format, type }] of Object.entries(formats)) {
    // A HEAD would run through the whole list to tell nothing.
    app.get<Exporting>(`/exports/orders.${extension}`, { exposeHeadRoute: false }, async (request, reply) => {
      const caller = await callerOfRequest(options.authenticate, request.headers).catch((error: unknown) => unauthenticated(error));
      if (typeof caller === 'string' || !caller) return refuse(reply, 401, 'UNAUTHENTICATED', caller ?? 'Send a token: "Authorization: Bearer …".');
      const leave = enter(underWay, caller);
      if (!leave) return refuse(reply, 429, 'TOO_MANY_REQUESTS', `At most ${exportsAtOnce} exports of one caller at a time; let one end.`);
      const list = await wantedList(options, caller, request, reply).catch((error: unknown) => {
        leave();
        throw error;
      });
      if (list) return sendFile(options, list, { format, type, extension }, reply, leave);
      leave();
      return reply;
    });
  }
}

function unauthenticated(error: unknown): string {
  if (error instanceof GraphQLError) return error.message;
  throw error;
}

/** What is asked for; null once it was refused. */
async function wantedList({ schema, services }: OrderExportOptions, caller: Caller, { query }: FastifyRequest<Exporting>, reply: FastifyReply): Promise<OrderList | null> {
  const storeId = query.storeId === undefined ? null : fromGlobalId('store', String(query.storeId));
  const scope = query.storeId !== undefined && storeId === null ? null : await exportScope(services, caller, storeId);
  const refused = (...said: [status: number, code: string, message: string]): null => {
    refuse(reply, ...said);
    return null;
  };
  if (!scope) return refused(404, 'NOT_FOUND', 'There is no such list for you; staff name a store in which they work (storeId).');
  try {
    return await orderListOf(services, caller, scope, filterOf(schema, query.filter));
  } catch (error) {
    if (error instanceof BadFilter || error instanceof RequestError) return refused(400, 'BAD_USER_INPUT', error.message);
    throw error;
  }
}

function sendFile({ services, log }: OrderExportOptions, list: OrderList, { format, type, extension }: FileType, reply: FastifyReply, leave: Leave): FastifyReply {
  // The next page is read when this much of the last one has gone out.
  const file = Readable.from(exportOrders(services, { list, format }), { objectMode: false, highWaterMark: 64 * 1024 });
  file.once('close', leave);
  file.once('error', (error) => log.warn({ err: error }, 'an export broke off'));
  const name = `orders-${services.clock().slice(0, 10)}.${extension}`;
  return reply.headers({ 'content-disposition': `attachment; filename="${name}"`, 'cache-control': 'no-store', 'x-content-type-options': 'nosniff' }).type(type).send(file);
}
