import { callerOf, type Context } from '../context.ts';
import type { Database } from '../platform/database.ts';
import { badInput } from '../platform/errors.ts';
import { defineLoader, inOrderOf } from '../platform/loaders.ts';
import type { CustomerRow } from './customer.tables.ts';

export const customerById = defineLoader(async ({ db }: Pick<Context, 'db' | 'loaders'>, ids: readonly string[]) =>
  inOrderOf(ids, await db<CustomerRow[]>`select * from customers where id = any(${ids as string[]}::uuid[])`, (row) => row.id));

export interface CustomerReference {
  readonly subject?: string | null;
  readonly memberNumber?: string | null;
  readonly brandCode?: string | null;
}

/** The customer who is named in one of the two ways; BAD_USER_INPUT for both, for neither, and for a brand without a number. */
export async function findCustomer(db: Database, { subject, memberNumber, brandCode }: CustomerReference): Promise<CustomerRow | null> {
  if ((subject == null) === (memberNumber == null)) throw badInput('Give exactly one of subject and memberNumber.');
  if (subject != null && brandCode != null) throw badInput('A brandCode goes with a memberNumber.');
  const [row] = subject != null
    ? await db<CustomerRow[]>`select * from customers where subject = ${subject}`
    : await db<CustomerRow[]>`select * from customers where membership_key = jsonb_build_array(${brandCode ?? null}::text, ${memberNumber!}::text)::text`;
  return row ?? null;
}

/** Whether the caller may see what of a profile is nobody else's business: their own, or as one who keeps profiles. */
export function knowsPrivately(context: Context, customerId: string): boolean {
  const { role, personId } = callerOf(context);
  return role === 'PLATFORM' || role === 'SERVICE' || (role === 'SHOPPER' && personId === customerId);
}
