import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { Database } from '../../platform/database.ts';
import type { Clock } from '../../platform/time.ts';
import { findCharge, settleCharge } from './sandbox-books.ts';
import { isAcknowledged, type CallbackDelivery } from './sandbox-callbacks.ts';
import { payPage, payPagePolicy, unknownChargePage } from './sandbox-pay-page.ts';

export interface CustomerRoutesOptions {
  readonly db: Database;
  readonly clock: Clock;
  readonly callbacks: CallbackDelivery;
}

type Params = { readonly Params: { readonly number: string } };

const customerChoice = z.object({ outcome: z.enum(['pay', 'decline']).default('pay') });

/** What the customer chose, in a form or in JSON; nothing at all means to pay. Null when it makes no sense. */
function choiceOf({ body, headers }: FastifyRequest): 'pay' | 'decline' | null {
  const text = Buffer.isBuffer(body) ? body.toString() : '';
  try {
    const json = headers['content-type']?.includes('json') && text !== '';
    return customerChoice.parse(json ? JSON.parse(text) : Object.fromEntries(new URLSearchParams(text))).outcome;
  } catch {
    return null;
  }
}

const wantsPage = ({ headers }: FastifyRequest): boolean => headers.accept?.includes('text/html') ?? false;

const sendPage = (reply: FastifyReply, status: number, html: string): FastifyReply =>
  reply.code(status).headers({ 'content-security-policy': payPagePolicy, 'cache-control': 'no-store', 'referrer-policy': 'no-referrer' }).type('text/html; charset=utf-8').send(html);

/** The customer's side needs no signature: whoever has the address may pay, as with any payment link. */
export function registerCustomerRoutes(app: FastifyInstance, { db, clock, callbacks }: CustomerRoutesOptions): void {
  app.get<Params>('/pay/:number', async (request, reply) => {
    const charge = await findCharge(db, request.params.number);
    return charge ? sendPage(reply, 200, payPage(charge)) : sendPage(reply, 404, unknownChargePage);
  });
  app.post<Params>('/pay/:number', async (request, reply) => {
    const choice = choiceOf(request);
    if (!choice) return reply.code(400).send({ code: 'INVALID_REQUEST', message: 'The outcome is either "pay" or "decline".' });
    const { number } = request.params;
    const booking = await settleCharge(db, number, choice === 'pay' ? 'PAID' : 'DECLINED', clock());
    const delivered = booking.kind === 'booked' && (booking.settledNow ? await callbacks.deliver(booking.row) : await isAcknowledged(db, number));
    // A page that was reloaded, or left open too long, shows what has become of the charge.
    if (wantsPage(request)) return reply.redirect(encodeURIComponent(number), 303);
    if (booking.kind === 'refused') return reply.code(booking.refusal.code === 'UNKNOWN_NUMBER' ? 404 : 409).send(booking.refusal);
    return reply.send({ number, state: booking.row.state, delivered });
  });
}
