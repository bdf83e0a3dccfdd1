/** Shows payments and refunds as they were at an instant: what had not ended by then was still under way. */
import { isDue, type Instant } from '../platform/time.ts';
import type { PaymentRow, RefundRow } from './payment.tables.ts';

const by = (at: Instant, instant: Instant | null): boolean => instant !== null && isDue(instant, at);

/** `at` null: as they are. What had gone back of a payment is left as it is now. */
export const paymentsAt = (rows: readonly PaymentRow[], at: Instant | null): readonly PaymentRow[] => at === null ? rows : rows
  .filter(({ createdAt }) => by(at, createdAt))
  .map((row) => (by(at, row.settledAt) || row.settledAt === null ? row : { ...row, state: 'STARTED', settledAt: null, providerTransactionId: null }));

const unsettled = { state: 'REQUESTED', settledAt: null, paidOutBy: null, reference: null, paidTwiceAt: null } as const satisfies Partial<RefundRow>;

export const refundsAt = (rows: readonly RefundRow[], at: Instant | null): readonly RefundRow[] => at === null ? rows : rows
  .filter(({ createdAt }) => by(at, createdAt))
  .map((row): RefundRow => (by(at, row.settledAt) || row.settledAt === null ? { ...row, paidTwiceAt: by(at, row.paidTwiceAt) ? row.paidTwiceAt : null } : { ...row, ...unsettled }));
