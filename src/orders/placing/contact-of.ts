import { callerOf, type Context } from '../../context.ts';
import { findAddress } from '../../customers/address-book.queries.ts';
import type { CommandScope } from '../../platform/commands.ts';
import { fromGlobalId } from '../../platform/ids.ts';
import { refusal, type Refusal } from '../../platform/refusals.ts';
import { contactRefusals, type OrderContact } from './new-order.rules.ts';
import type { DeliveryType } from '../order.lifecycle.ts';
import type { OnlineOrderInput } from './order-inputs.types.ts';

/** Who gets the goods: as the client says, or out of the caller's address book. */
export async function contactOf(context: Context, { db }: CommandScope, { contact, addressId }: OnlineOrderInput, deliveryType: DeliveryType): Promise<OrderContact | null | Refusal[]> {
  if (addressId == null) return contact ?? null;
  const id = fromGlobalId('address', addressId);
  const booked = id && (await findAddress(db, callerOf(context).personId, id));
  if (!booked) return [refusal('NOT_FOUND', 'There is no such address in your book.', ['addressId'])];
  const { name, phone, address } = booked;
  const refusals = contactRefusals({ name, phone, address }, deliveryType, ['addressId']);
  return refusals.length > 0 ? refusals : { name, phone, address };
}
