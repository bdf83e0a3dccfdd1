import { callerOf, type Context } from '../context.ts';
import { runCommand, type Answer, type CommandScope, type Outcome, type Remembered } from '../platform/commands.ts';
import { fromGlobalId, newId, toGlobalId } from '../platform/ids.ts';
import { refusal, type Refusal } from '../platform/refusals.ts';
import { addressesOf, findAddress, type BookedAddress } from './address-book.queries.ts';
import { draftRefusals, maximalAddresses } from './address-book.rules.ts';
import type { CustomerAddressRow } from './address-book.tables.ts';
import type { AddressDeleteInput, AddressSaveInput } from './address-book.types.ts';

const refused = <T>(...refusals: Refusal[]): Outcome<T> => ({ kind: 'refused', refusals, value: null });

const noAddress = <T>(): Outcome<T> => refused(refusal('NOT_FOUND', 'There is no such address in your book.', ['addressId']));

function rowOf(input: AddressSaveInput, before: CustomerAddressRow | null, customerId: string, now: string): CustomerAddressRow {
  const wished = input.isDefault ?? null;
  return {
    id: before?.id ?? newId(), customerId, title: input.title ?? null, name: input.name, givenName: input.givenName ?? null, familyName: input.familyName ?? null,
    phone: input.phone ?? null, email: input.email ?? null, address: { ...input.address }, defaultSince: wished === null ? (before?.defaultSince ?? null) : wished ? now : null,
    createdAt: before?.createdAt ?? now, updatedAt: now,
  };
}

/** Two saves of one address at once: the later one stands, as a whole. */
async function write({ db, claim }: CommandScope, row: CustomerAddressRow): Promise<boolean> {
  const rows = await db`
    with saved as (
      insert into customer_addresses ${db({ ...row, address: db.json({ ...row.address }) })} on conflict (id) do update set
        title = excluded.title, name = excluded.name, given_name = excluded.given_name, family_name = excluded.family_name, phone = excluded.phone, email = excluded.email,
        address = excluded.address, default_since = excluded.default_since, updated_at = excluded.updated_at
      where customer_addresses.customer_id = excluded.customer_id returning id)
    ${claim(db`saved`, { id: row.id })} select 1 from saved`;
  return rows.length === 1;
}

/** A shopper keeps an address, new or changed, in their own book. */
export function saveAddress(context: Context, input: AddressSaveInput): Promise<Answer<BookedAddress>> {
  const { personId } = callerOf(context);
  const run = async (scope: CommandScope): Promise<Outcome<BookedAddress>> => {
    const refusals = draftRefusals(input);
    if (refusals.length > 0) return refused(...refusals);
    const id = input.addressId == null ? null : fromGlobalId('address', input.addressId);
    const before = id ? await findAddress(scope.db, personId, id) : null;
    if (input.addressId != null && !before) return noAddress();
    if (!before && (await addressesOf(scope.db, personId)).length >= maximalAddresses) {
      return refused(refusal('INVALID_INPUT', `A book holds ${maximalAddresses} addresses; delete one first.`));
    }
    const row = rowOf(input, before, personId, scope.now);
    if (!(await write(scope, row))) return noAddress();
    return { kind: 'done', value: (await booked(scope, personId, row.id))! };
  };
  const recall = async ({ id }: Remembered) => booked(context, personId, String(id));
  return runCommand({ ...context, now: context.clock() }, { operation: 'addressSave', actorId: personId, input, run, recall });
}

const booked = async ({ db }: Pick<CommandScope, 'db'>, customerId: string, id: string): Promise<BookedAddress | null> =>
  (await addressesOf(db, customerId)).find((row) => row.id === id) ?? null;

/** A shopper takes an address out of their own book. Orders keep their copies. */
export function deleteAddress(context: Context, input: AddressDeleteInput): Promise<Answer<string>> {
  const { personId } = callerOf(context);
  const run = async ({ db, claim }: CommandScope): Promise<Outcome<string>> => {
    const id = fromGlobalId('address', input.addressId);
    const [gone] = id ? await db`
      with saved as (delete from customer_addresses where id = ${id} and customer_id = ${personId} returning id)
      ${claim(db`saved`, { id })} select 1 from saved` : [];
    return gone ? { kind: 'done', value: toGlobalId('address', id!) } : noAddress();
  };
  const recall = async ({ id }: Remembered) => toGlobalId('address', String(id));
  return runCommand({ ...context, now: context.clock() }, { operation: 'addressDelete', actorId: personId, input, run, recall });
}
