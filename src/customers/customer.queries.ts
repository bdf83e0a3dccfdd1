import { callerOf, type Context } from '../context.ts';
import { defineLoader, inOrderOf } from '../platform/loaders.ts';
import type { CustomerRow } from './customer.tables.ts';

export const customerById = defineLoader(async ({ db }: Pick<Context, 'db' | 'loaders'>, ids: readonly string[]) =>
  inOrderOf(ids, await db<CustomerRow[]>`select * from customers where id = any(${ids as string[]}::uuid[])`, (row) => row.id));

/** Whether the caller may see what of a profile is nobody else's business: their own, or as one who keeps profiles. */
export function knowsPrivately(context: Context, customerId: string): boolean {
  const { role, personId } = callerOf(context);
  return role === 'PLATFORM' || role === 'SERVICE' || (role === 'SHOPPER' && personId === customerId);
}
