import { randomBytes } from 'node:crypto';
import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import type { Database } from '../../platform/database.ts';
import type { CardTransaction } from '../card-lookup.ts';
import type { SandboxFaults } from './sandbox-faults.ts';
import { refusing, signed, type MerchantRoutesOptions } from './sandbox-merchant-routes.ts';
import { cardTransactionRequest, type SandboxCardTransactionRequest } from './sandbox-protocol.ts';
import type { SandboxCardTransactionRow } from './sandbox.tables.ts';

type Params = { readonly Params: { readonly id: string } };

const newTransactionId = (): string => randomBytes(8).toString('hex').toUpperCase();

const findTransaction = async (db: Database, id: string): Promise<SandboxCardTransactionRow | null> =>
  (await db<SandboxCardTransactionRow[]>`select * from sandbox_card_transactions where id = ${id}`)[0] ?? null;

const givenBackOf = async (db: Database, id: string): Promise<number> =>
  (await db<{ sum: number }[]>`select coalesce(sum(amount), 0)::bigint as sum from sandbox_card_transactions where original_id = ${id} and type = 'REFUND' and status = 'APPROVED'`)[0]!.sum;

/** What is told of a transaction, with whatever faults make of it. */
function reportOf({ id, type, status, amount, currency, reference, originalId }: SandboxCardTransactionRow, givenBack: number, faults: SandboxFaults): CardTransaction {
  const strikes = (fault: Parameters<SandboxFaults['strikes']>[0]): boolean => faults.strikes(fault, [id]);
  return {
    id, type, currency, originalId, givenBack,
    status: strikes('card-inconclusive') ? 'INCONCLUSIVE' : strikes('card-not-approved') ? 'DECLINED' : status,
    amount: strikes('wrong-amount') ? amount + 1 : amount,
    reference: strikes('card-wrong-reference') ? `${reference}X` : reference,
  };
}

async function keep(db: Database, { type, status, amount, currency, reference, originalId }: SandboxCardTransactionRequest, at: string): Promise<string> {
  const id = newTransactionId();
  await db`
    insert into sandbox_card_transactions (id, type, status, amount, currency, reference, original_id, created_at)
    values (${id}, ${type}, ${status}, ${amount}, ${currency}, ${reference}, ${originalId ?? null}, ${at})`;
  return id;
}

/**
 * Card terminals: whoever stands at one puts a card in, which needs no signature; the merchant looks up what came of it, which
 * does. Faults strike by the id of the transaction.
 */
export function registerTerminalRoutes(app: FastifyInstance, options: MerchantRoutesOptions): void {
  const { db, clock, faults } = options;
  app.post('/terminals/transactions', async (request, reply) => {
    const asked = cardTransactionRequest.safeParse(Buffer.isBuffer(request.body) ? jsonOrNothing(request.body) : undefined);
    if (!asked.success) return reply.code(400).send({ code: 'INVALID_REQUEST', message: z.prettifyError(asked.error) });
    return reply.send({ id: await keep(db, asked.data, clock()) });
  });
  app.get<Params>('/terminals/transactions/:id', signed(options, ({ params: { id } }) => ({
    numbers: [id], creates: false,
    run: async () => {
      const row = faults.strikes('card-not-found', [id]) ? null : await findTransaction(db, id);
      return row ? { status: 200, body: reportOf(row, await givenBackOf(db, id), faults) } : refusing({ code: 'UNKNOWN_NUMBER', message: `There is no transaction ${id}.` });
    },
  })));
}

function jsonOrNothing(bytes: Buffer): unknown {
  try {
    return JSON.parse(bytes.toString());
  } catch {
    return undefined;
  }
}
