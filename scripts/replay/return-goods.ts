import { parseThousandths, type Thousandths } from './exact-money.rules.ts';
import { RequestRefused, type GraphqlClient } from './graphql-client.ts';
import { lookupSize } from './read-orders.ts';
import type { PlannedReturn } from './return-plan.rules.ts';

const create = /* GraphQL */ `
  mutation ReplayReturn($input: CustomerServiceCreateInput!) { customerServiceCreate(input: $input) { customerService { status } userErrors { code message path } } }`;

interface Refusal {
  readonly code: string;
  readonly message: string;
  readonly path: readonly string[] | null;
}

/** As often as others may change the same order at the same time. */
const maximalTries = 20;

/** Takes goods back over the counter and hands out the cash. Gives the server's objection, or null when all went well. */
export async function returnGoods(client: GraphqlClient, storeCode: string, storeId: string, plan: PlannedReturn, orderId: string | null): Promise<string | null> {
  const { uid, cancellation, customerSubject, lines } = plan;
  const place = orderId === null ? { storeId, ...(customerSubject !== null && { customerSubject }) } : { orderId };
  const input = { idempotencyKey: `replay/${storeCode}/${uid}/return`, uid, ...place, type: 'RETURN', reason: `Cancellation ${cancellation}`, goodsHandedIn: true, refundNow: true, returns: lines };
  for (let tries = 1; ; tries += 1) {
    try {
      const { customerServiceCreate: { userErrors } } = await client.ask<{ customerServiceCreate: { userErrors: readonly Refusal[] } }>(create, { input });
      const [refusal] = userErrors;
      // Already there: its key is forgotten, or another integration was faster. What it came to is read back below.
      if (!refusal || refusal.code === 'DUPLICATE_UID') return null;
      if (refusal.code !== 'VERSION_CONFLICT' || tries === maximalTries) return `${refusal.code}: ${refusal.message}${refusal.path ? ` (${refusal.path.join('.')})` : ''}`;
    } catch (error) {
      if (error instanceof RequestRefused && error.code === 'BAD_USER_INPUT') return `${error.code}: ${error.message}`;
      throw error;
    }
  }
}

/** One document for each number of things looked up, so that the server compiles few. */
const lookup = (name: string, field: string, selection: string, size: number): string => {
  const numbers = Array.from({ length: size }, (_, index) => index);
  return `query ${name}($storeId: ID!, ${numbers.map((n) => `$u${n}: String!`).join(', ')}) { ${numbers.map((n) => `a${n}: ${field}(storeId: $storeId, uid: $u${n}) ${selection}`).join('\n')} }`;
};

async function lookUp<T>(client: GraphqlClient, name: string, field: string, selection: string, storeId: string, uids: readonly string[]): Promise<(T | null)[]> {
  const found: (T | null)[] = [];
  for (let start = 0; start < uids.length; start += lookupSize) {
    const some = uids.slice(start, start + lookupSize);
    const answer = await client.ask<Record<string, T | null>>(lookup(name, field, selection, some.length), { storeId, ...Object.fromEntries(some.map((uid, index) => [`u${index}`, uid])) });
    found.push(...some.map((_, index) => answer[`a${index}`] ?? null));
  }
  return found;
}

/** Ids of orders by the numbers of their invoices. */
export async function orderIds(client: GraphqlClient, storeId: string, invoices: readonly string[]): Promise<Map<string, string>> {
  const found = await lookUp<{ id: string }>(client, 'ReplayOrderIds', 'order', '{ id }', storeId, invoices);
  return new Map(invoices.flatMap((invoice, index) => (found[index] ? [[invoice, found[index].id] as const] : [])));
}

/** A return as the server has it. */
export interface SeenReturn {
  readonly status: string;
  readonly linked: boolean;
  readonly pieces: number;
  readonly money: Thousandths;
}

interface ReturnAnswer {
  readonly status: string;
  readonly orderNumber: string | null;
  readonly refundedTotal: { readonly amount: string };
  readonly returns: readonly { readonly quantity: number }[];
}

export async function readReturns(client: GraphqlClient, storeId: string, uids: readonly string[]): Promise<(SeenReturn | null)[]> {
  const found = await lookUp<ReturnAnswer>(client, 'ReplayReturns', 'customerService', '{ status orderNumber refundedTotal { amount } returns { quantity } }', storeId, uids);
  return found.map((one) => one && {
    status: one.status, linked: one.orderNumber !== null, pieces: one.returns.reduce((sum, { quantity }) => sum + quantity, 0), money: parseThousandths(one.refundedTotal.amount)!,
  });
}
