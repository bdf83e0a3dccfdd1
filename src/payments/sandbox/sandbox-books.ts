import { inTransaction, type Database } from '../../platform/database.ts';
import { newId } from '../../platform/ids.ts';
import { secondsAfter, type Instant } from '../../platform/time.ts';
import type { SandboxChargeRequest, SandboxChargeState, SandboxRefundRequest, SandboxRefundState, SandboxRefusal } from './sandbox-protocol.ts';
import { attemptLease } from './sandbox-callbacks.ts';
import type { SandboxChargeRow, SandboxRefundRow } from './sandbox.tables.ts';

/** A refusal never comes with a change. */
export type Booking<T> = { readonly kind: 'booked'; readonly row: T } | { readonly kind: 'refused'; readonly refusal: SandboxRefusal };

const booked = <T>(row: T): Booking<T> => ({ kind: 'booked', row });
const refused = (code: SandboxRefusal['code'], message: string): Booking<never> => ({ kind: 'refused', refusal: { code, message } });

const unknownCharge = (number: string): Booking<never> => refused('UNKNOWN_NUMBER', `There is no charge ${number}.`);

export const findCharge = async (db: Database, number: string): Promise<SandboxChargeRow | null> =>
  (await db<SandboxChargeRow[]>`select * from sandbox_charges where number = ${number}`)[0] ?? null;

const findRefund = async (db: Database, number: string): Promise<SandboxRefundRow | null> =>
  (await db<SandboxRefundRow[]>`select * from sandbox_refunds where number = ${number}`)[0] ?? null;

export async function readCharge(db: Database, number: string): Promise<Booking<SandboxChargeRow>> {
  const charge = await findCharge(db, number);
  return charge ? booked(charge) : unknownCharge(number);
}

export async function readRefund(db: Database, number: string): Promise<Booking<SandboxRefundRow>> {
  const refund = await findRefund(db, number);
  return refund ? booked(refund) : refused('UNKNOWN_NUMBER', `There is no refund ${number}.`);
}

/** Opens a charge; asked again with the same parameters, gives the one that is there, whatever has become of it. */
export async function openCharge(db: Database, { number, amount, currency, description }: SandboxChargeRequest, now: Instant): Promise<Booking<SandboxChargeRow>> {
  await db`
    insert into sandbox_charges (number, amount, currency, description, state, refunded, created_at)
    values (${number}, ${amount}, ${currency}, ${description}, 'OPEN', 0, ${now}) on conflict do nothing`;
  const charge = (await findCharge(db, number))!;
  const same = charge.amount === amount && charge.currency === currency && charge.description === description;
  return same ? booked(charge) : refused('NUMBER_USED', `Another charge has the number ${number}.`);
}

/** Closes a charge that is open; any other stays as it is, a paid one paid. */
export async function closeCharge(db: Database, number: string, now: Instant): Promise<Booking<SandboxChargeRow>> {
  await db`update sandbox_charges set state = 'CLOSED', settled_at = ${now} where number = ${number} and state = 'OPEN'`;
  return readCharge(db, number);
}

/**
 * Lets the customer pay or decline, once, and writes down that the merchant is to be told. Doing the same again changes
 * nothing; doing the other, or paying what is closed, is refused.
 */
export async function settleCharge(db: Database, number: string, to: Extract<SandboxChargeState, 'PAID' | 'DECLINED'>, now: Instant): Promise<Booking<SandboxChargeRow> & { readonly settledNow: boolean }> {
  const [settled] = await db<SandboxChargeRow[]>`
    with settled as (
      update sandbox_charges set state = ${to}, settled_at = ${now}, transaction_id = ${to === 'PAID' ? newId() : null}
      where number = ${number} and state = 'OPEN' returning *),
    told as (
      insert into sandbox_callbacks (charge_number, attempts, next_attempt_at)
      select number, 1, ${secondsAfter(now, attemptLease)}::timestamptz from settled)
    select * from settled`;
  if (settled) return { ...booked(settled), settledNow: true };
  const charge = await findCharge(db, number);
  if (!charge) return { ...unknownCharge(number), settledNow: false };
  const same = charge.state === to;
  return { ...(same ? booked(charge) : refused('NOT_PAYABLE', `The charge ${number} is ${charge.state.toLowerCase()} already.`)), settledNow: false };
}

/**
 * Pays back, once for each number; asked again, may finish what was pending. The charge's row is locked first, so that
 * refunds that run at the same time cannot together exceed it.
 */
export const payBack = (db: Database, request: SandboxRefundRequest, state: SandboxRefundState, now: Instant): Promise<Booking<SandboxRefundRow>> =>
  inTransaction(db, async (tx) => {
    const { number, chargeNumber, amount, currency } = request;
    const [charge] = await tx<SandboxChargeRow[]>`select * from sandbox_charges where number = ${chargeNumber} for update`;
    if (!charge) return unknownCharge(chargeNumber);
    const earlier = await findRefund(tx, number);
    if (earlier) return askedAgain(tx, earlier, request, state);
    const refusal = refundRefusal(charge, request);
    if (refusal) return refusal;
    const [refund] = await tx<SandboxRefundRow[]>`
      insert into sandbox_refunds (number, charge_number, amount, currency, state, transaction_id, created_at)
      values (${number}, ${chargeNumber}, ${amount}, ${currency}, ${state}, ${newId()}, ${now})
      on conflict do nothing returning *`;
    if (!refund) return refused('NUMBER_USED', `Another refund has the number ${number}.`);
    await tx`update sandbox_charges set refunded = refunded + ${amount} where number = ${chargeNumber}`;
    return booked(refund);
  });

async function askedAgain(tx: Database, earlier: SandboxRefundRow, { chargeNumber, amount, currency }: SandboxRefundRequest, state: SandboxRefundState): Promise<Booking<SandboxRefundRow>> {
  const same = earlier.chargeNumber === chargeNumber && earlier.amount === amount && earlier.currency === currency;
  if (!same) return refused('NUMBER_USED', `Another refund has the number ${earlier.number}.`);
  if (earlier.state === 'SUCCEEDED') return booked(earlier);
  await tx`update sandbox_refunds set state = ${state} where number = ${earlier.number}`;
  return booked({ ...earlier, state });
}

function refundRefusal(charge: SandboxChargeRow, { amount, currency }: SandboxRefundRequest): Booking<never> | null {
  if (charge.state !== 'PAID') return refused('NOT_PAID', `The charge ${charge.number} was not paid.`);
  if (charge.currency !== currency) return refused('INVALID_REQUEST', `The charge ${charge.number} was paid in ${charge.currency}.`);
  const left = charge.amount - charge.refunded;
  return amount > left ? refused('REFUND_TOO_LARGE', `Of the charge ${charge.number}, ${left} ${charge.currency} (in minor units) are left to pay back.`) : null;
}
