import { randomInt } from 'node:crypto';
import { jsonOf, type Database, type Fragment } from '../platform/database.ts';
import { newId } from '../platform/ids.ts';
import type { Instant } from '../platform/time.ts';
import type { CouponSource } from './coupon-kinds.ts';
import type { CouponDefinitionRow, CouponRow } from './coupon.tables.ts';
import { expiryOf } from './held-coupon.rules.ts';

/** Without letters and digits that people mistake for each other. */
const alphabet = 'ABCDEFGHJKMNPQRSTVWXYZ23456789';
const codeLength = 16;

/** Nobody guesses it: 78 bits. */
export const newCouponCode = (): string => Array.from({ length: codeLength }, () => alphabet[randomInt(alphabet.length)]!).join('');

export const newCoupon = ({ id, validDays }: CouponDefinitionRow, customerId: string, source: CouponSource, now: Instant, sharedOrderId: string | null = null): CouponRow =>
  ({ id: newId(), definitionId: id, customerId, code: newCouponCode(), source, sharedOrderId, issuedAt: now, expiresAt: expiryOf(validDays, now) });

/** A statement, to stand in a CTE, that writes the coupons once `source` yields a row; without it, always. */
export const insertCoupons = (db: Database, rows: readonly CouponRow[], source: Fragment = db`(select 1) as always`): Fragment => db`
  insert into coupons (id, definition_id, customer_id, code, source, shared_order_id, issued_at, expires_at)
  select c.* from ${source}, jsonb_to_recordset(${jsonOf(db, rows)}) as c(id uuid, "definitionId" uuid, "customerId" uuid, code text, source text, "sharedOrderId" uuid, "issuedAt" timestamptz, "expiresAt" timestamptz)
  returning id`;
