import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { Database } from '../../platform/database.ts';
import type { Clock } from '../../platform/time.ts';
import { closeCharge, openCharge, payBack, readCharge, readRefund, type Booking } from './sandbox-books.ts';
import type { SandboxFaults } from './sandbox-faults.ts';
import { chargeRequest, faultRequest, refundRequest, type SandboxRefusal } from './sandbox-protocol.ts';
import { reportOfCharge, reportOfRefund } from './sandbox-reports.ts';
import { answerPurpose, isAuthentic, nonceOf, requestPurpose, signatureHeaders } from './sandbox-signature.ts';
import type { SandboxChargeRow } from './sandbox.tables.ts';

export interface MerchantRoutesOptions {
  readonly db: Database;
  readonly secret: string;
  readonly clock: Clock;
  readonly faults: SandboxFaults;
  /** How to give up each request that a fault keeps waiting. */
  readonly waiting: Set<() => void>;
}

interface Answer {
  readonly status: number;
  readonly body: object;
}

/** What a request wants: the numbers by which faults know it, whether it creates something, and its effect. */
interface Operation {
  readonly numbers: readonly string[];
  readonly creates: boolean;
  run(): Promise<Answer>;
}

type Params = { readonly Params: { readonly number: string } };

const statusOf = {
  INVALID_REQUEST: 400, NOT_ENOUGH: 403, UNKNOWN_NUMBER: 404, NUMBER_USED: 409, NOT_PAID: 409, NOT_PAYABLE: 409, REFUND_TOO_LARGE: 409,
} as const satisfies Record<SandboxRefusal['code'], number>;

export const refusing = (refusal: SandboxRefusal): Answer => ({ status: statusOf[refusal.code], body: refusal });

const answerOf = <T>(booking: Booking<T>, report: (row: T) => object): Answer =>
  booking.kind === 'refused' ? refusing(booking.refusal) : { status: 200, body: report(booking.row) };

const about = (number: string, run: () => Promise<Answer>): Operation => ({ numbers: [number], creates: false, run });

export function registerMerchantRoutes(app: FastifyInstance, options: MerchantRoutesOptions): void {
  const { db, clock, faults } = options;
  const charge = (booking: Booking<SandboxChargeRow>): Answer => answerOf(booking, (row) => reportOfCharge(row, faults));

  app.post('/charges', signed(options, (_request, body) => {
    const asked = chargeRequest.parse(body);
    return { numbers: [asked.number], creates: true, run: async () => charge(await openCharge(db, asked, clock())) };
  }));
  app.get<Params>('/charges/:number', signed(options, ({ params: { number } }) => about(number, async () => charge(await readCharge(db, number)))));
  app.post<Params>('/charges/:number/close', signed(options, ({ params: { number } }) => about(number, async () => charge(await closeCharge(db, number, clock())))));
  app.post('/refunds', signed(options, (_request, body) => {
    const asked = refundRequest.parse(body);
    const numbers = [asked.number, asked.chargeNumber];
    const run = async () => answerOf(await payBack(db, asked, faults.strikes('refund-pending', numbers) ? 'PENDING' : 'SUCCEEDED', clock()), reportOfRefund);
    return { numbers, creates: true, run };
  }));
  app.get<Params>('/refunds/:number', signed(options, ({ params: { number } }) => about(number, async () => answerOf(await readRefund(db, number), reportOfRefund))));
  app.post('/control', signed(options, (_request, body) => {
    const asked = faultRequest.parse(body);
    faults.arm(asked);
    return { status: 200, body: asked };
  }));
}

const jsonOf = (bytes: Buffer): unknown => (bytes.length === 0 ? undefined : JSON.parse(bytes.toString()));

/** Verifies the request, reads what it wants, lets faults strike, and signs the answer. An `Answer` at once is out of their reach. */
export function signed<R extends FastifyRequest>(options: MerchantRoutesOptions, plan: (request: R, body: unknown) => Operation | Answer) {
  const { secret, clock } = options;
  return async (request: R, reply: FastifyReply): Promise<FastifyReply> => {
    const body = Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0);
    if (!isAuthentic(secret, { purpose: requestPurpose(request.method, request.originalUrl), body }, request.headers, clock())) {
      return reply.code(401).send({ code: 'BAD_SIGNATURE', message: 'The request is not signed, or too old.' });
    }
    const send = ({ status, body: answer }: Answer, signing = true): FastifyReply => {
      const bytes = Buffer.from(JSON.stringify(answer));
      const purpose = answerPurpose(nonceOf(request.headers));
      if (signing) void reply.headers(signatureHeaders(secret, { purpose, body: bytes }, clock()));
      return reply.code(status).type('application/json').send(bytes);
    };
    try {
      const planned = plan(request, jsonOf(body));
      return 'run' in planned ? await underFaults(options, planned, reply, send) : send(planned);
    } catch (error) {
      if (!(error instanceof z.ZodError) && !(error instanceof SyntaxError)) throw error;
      return send(refusing({ code: 'INVALID_REQUEST', message: error instanceof z.ZodError ? z.prettifyError(error) : 'The body is not JSON.' }));
    }
  };
}

async function underFaults({ faults, waiting }: MerchantRoutesOptions, { numbers, creates, run }: Operation, reply: FastifyReply, send: (answer: Answer, signing?: boolean) => FastifyReply): Promise<FastifyReply> {
  if (faults.strikes('timeout-before', numbers)) return neverAnswer(reply, waiting);
  if (faults.strikes('server-error', numbers)) return send({ status: 500, body: { message: 'The sandbox fails, as it was told to.' } }, false);
  if (creates && faults.strikes('refuse', numbers)) return send(refusing({ code: 'NOT_ENOUGH', message: 'The account does not allow it at present.' }));
  const answer = await run();
  if (faults.strikes('timeout-after', numbers)) return neverAnswer(reply, waiting);
  return send(answer, !faults.strikes('unsigned-response', numbers));
}

/** Leaves the request open until the client gives up or the sandbox is stopped, as a gateway that hangs would. */
function neverAnswer(reply: FastifyReply, waiting: Set<() => void>): FastifyReply {
  const { socket } = reply.hijack().raw;
  const giveUp = (): void => void socket?.destroy();
  waiting.add(giveUp);
  socket?.once('close', () => waiting.delete(giveUp));
  return reply;
}
