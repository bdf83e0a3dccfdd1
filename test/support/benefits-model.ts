import type { LedgerPosting } from '../../src/customers/ledger.rules.ts';
import { givesBack, pointsMoves } from '../../src/orders/benefits/order-benefits.rules.ts';
import type { OrderPlan } from '../../src/orders/steps/order-plan.rules.ts';
import type { OrderRow } from '../../src/orders/order.tables.ts';
import type { PaymentRow } from '../../src/payments/payment.tables.ts';
import { systemActor } from '../../src/platform/event-log.ts';
import { newId } from '../../src/platform/ids.ts';
import type { Instant } from '../../src/platform/time.ts';
import type { Benefits } from './benefit-laws.ts';

const changeOf = (postings: Benefits['postings'], account: string): number =>
  postings.flatMap(({ entries }) => entries).filter(({ kind }) => kind === account).reduce((sum, { amount }) => sum + amount, 0);

/** The accounts after these postings; one that would fall below zero undoes the whole statement in the database. */
export function posted(benefits: Benefits, postings: Benefits['postings']): Benefits {
  const after = { ...benefits, points: benefits.points + changeOf(postings, 'POINTS'), wallet: benefits.wallet + changeOf(postings, 'WALLET'), postings: [...benefits.postings, ...postings] };
  if (after.points < 0 || after.wallet < 0) throw new Error('An account would be overdrawn.');
  return after;
}

/** What a change of the order makes of points and coupon, as every write of an order does (src/orders/write-order.ts). */
export function following(benefits: Benefits, { before, after }: Pick<OrderPlan, 'before' | 'after'>, postings: readonly LedgerPosting[]): Benefits {
  const moves = pointsMoves(before, after, { at: after.updatedAt, actor: systemActor }).map((move): LedgerPosting => ({ ...move, id: newId() }));
  const coupon = after.couponCode !== null && benefits.couponReturns === 0 && givesBack(before, after);
  return { ...posted(benefits, [...moves, ...postings]), couponReturns: benefits.couponReturns + (coupon ? 1 : 0) };
}

export const walletPayment = ({ id, customerId, currency }: OrderRow, amount: number, at: Instant): LedgerPosting => ({
  id: newId(), customerId: customerId!, unit: currency, reason: 'WALLET_PAYMENT', orderId: id, note: null, at,
  entries: [{ kind: 'WALLET', amount: -amount }, { kind: 'PLATFORM_WALLET', amount }],
});

/** The customer of an order that was just paid, with these left over: what they had before, and what paying took of it. */
export function benefitsAtStart(order: OrderRow, payments: readonly PaymentRow[], left: { readonly points: number; readonly wallet: number }, at: Instant): Benefits {
  const fromWallet = payments.filter(({ tender }) => tender === 'WALLET');
  const before = { points: left.points + order.pointsUsed, wallet: left.wallet + fromWallet.reduce((sum, { amount }) => sum + amount, 0) };
  const spent = pointsMoves(null, order, { at, actor: systemActor });
  return posted({ ...before, before, postings: [], couponReturns: 0, short: false }, [...spent, ...fromWallet.map(({ amount }) => walletPayment(order, amount, at))]);
}

/** The customer spends points on something else: from then on a refund may find fewer than it should take back. */
export const spendElsewhere = (benefits: Benefits, points: number): Benefits => (points === 0 ? benefits
  : { ...posted(benefits, [{ unit: 'POINTS', reason: 'ADJUST', orderId: null, entries: [{ kind: 'POINTS', amount: -points }, { kind: 'PLATFORM_POINTS', amount: points }] }]), short: true });
