import type { FastifyBaseLogger, FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Services } from '../context.ts';
import { settlePaymentOf } from '../orders/paying/settle-payment.ts';
import { findPaymentByNumber } from '../payments/payment.queries.ts';

const bodyLimit = 64 * 1024;

type Callback = { readonly Params: { readonly tender: string } };

/**
 * `POST /payments/<tender in lower case>/notify`: where gateways report what became of a payment. Nothing is believed
 * before its signature has been verified, and nobody is told why a callback was not taken in.
 */
export function registerPaymentCallbacks(app: FastifyInstance, services: Services, log: Pick<FastifyBaseLogger, 'error'> = app.log): void {
  void app.register(async (scope) => {
    scope.removeAllContentTypeParsers();
    // Signatures are over raw bytes, whatever a gateway calls their type.
    scope.addContentTypeParser('*', { parseAs: 'buffer', bodyLimit }, (_request, body, done) => done(null, body));
    scope.setErrorHandler<FastifyError>((error, _request, reply) => withoutDetail(log, error, reply));
    scope.post<Callback>('/payments/:tender/notify', (request, reply) => takeIn(services, request, reply));
  });
}

async function takeIn(services: Services, request: FastifyRequest<Callback>, reply: FastifyReply): Promise<FastifyReply> {
  const gateway = [...services.gateways.values()].find(({ tender }) => tender.toLowerCase() === request.params.tender);
  if (!gateway) return reply.code(404).send();
  const notification = gateway.parseNotification(Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0), request.headers);
  if (!notification) return reply.code(401).send();
  const payment = await findPaymentByNumber(services.db, notification.number);
  // A gateway may speak about its own payments only.
  if (payment?.tender !== gateway.tender) return reply.code(404).send();
  await settlePaymentOf(services, payment, notification.outcome);
  const { status, body } = gateway.acknowledge();
  return reply.code(status).type('text/plain; charset=utf-8').send(body);
}

/** A database's error can quote a row, so only what it is and where it came from is logged. The gateway will try again. */
function withoutDetail(log: Pick<FastifyBaseLogger, 'error'>, error: FastifyError, reply: FastifyReply): FastifyReply {
  const { name, code, stack, statusCode = 500 } = error;
  if (statusCode >= 500) log.error({ name, code, stack }, 'a payment callback could not be taken in');
  return reply.code(statusCode).send();
}
