import type { Database } from '../platform/database.ts';
import type { CustomerAddressRow } from './address-book.tables.ts';

export type BookedAddress = CustomerAddressRow & { readonly isDefault: boolean };

/** The address that was last wished to be the default stands first, else the oldest one; that one is the default. */
const inOrder = (db: Database) => db`order by default_since desc nulls last, id`;

export const addressesOf = (db: Database, customerId: string): Promise<BookedAddress[]> => db<BookedAddress[]>`
  select *, row_number() over (${inOrder(db)}) = 1 as is_default from customer_addresses where customer_id = ${customerId} ${inOrder(db)}`;

/** An address out of the book of this customer; null where it is in nobody's or in somebody else's. */
export async function findAddress(db: Database, customerId: string, addressId: string): Promise<CustomerAddressRow | null> {
  const [row] = await db<CustomerAddressRow[]>`select * from customer_addresses where id = ${addressId} and customer_id = ${customerId}`;
  return row ?? null;
}
