import { postingFault, type LedgerPosting, type LedgerReason } from '../../src/customers/ledger.rules.ts';
import { paidOut } from '../../src/customer-service/order-case.rules.ts';
import { isGivenBack } from '../../src/orders/benefits/order-benefits.rules.ts';
import { isDead, isDone } from '../../src/orders/order.lifecycle.ts';
import { same, type Law, type Ledgers } from './service-laws.ts';

type Moved = Pick<LedgerPosting, 'unit' | 'reason' | 'orderId' | 'entries'>;

/** What a customer has in points and money, and how it came to that; the coupon of the order as well. Out of a model or out of the database. */
export interface Benefits {
  readonly points: number;
  readonly wallet: number;
  /** What they had of each before the first of the postings. */
  readonly before: { readonly points: number; readonly wallet: number };
  /** Every movement since, of this order or not, oldest first. */
  readonly postings: readonly Moved[];
  /** How often the coupon of the order was given back. */
  readonly couponReturns: number;
  /** Whether the customer may have spent points that a refund would have taken back. */
  readonly short: boolean;
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, each) => total + each, 0);

const entered = (postings: readonly Moved[], kinds: readonly string[]): number =>
  sum(postings.flatMap(({ entries }) => entries).filter(({ kind }) => kinds.includes(kind)).map(({ amount }) => amount));

const platformKinds = ['PLATFORM_POINTS', 'PLATFORM_WALLET'];

function accountLaws({ points, wallet, before, postings }: Benefits): Law[] {
  return [
    ...postings.map((posting): Law => [`a posting that is none: ${posting.reason}`, postingFault({ id: '', customerId: '', note: null, at: '', ...posting }) === null]),
    same('points', points, before.points + entered(postings, ['POINTS'])),
    same('wallet', wallet, before.wallet + entered(postings, ['WALLET'])),
    ['an account below zero', points >= 0 && wallet >= 0],
    same('what the platform gave', -entered(postings, platformKinds), points + wallet + entered(postings, ['POINTS_RESERVED']) - before.points - before.wallet),
  ];
}

/** What moved on the customer's points for this reason, as a number that is never negative. */
const movedFor = (postings: readonly Moved[], reason: LedgerReason): number => Math.abs(entered(postings.filter((posting) => posting.reason === reason), ['PLATFORM_POINTS']));

/** Points that paid come back with what they paid for, and those that were earned go with what has gone back of it. */
function pointsLaws({ ofOrder }: Ledgers, { postings, short }: Benefits): Law[] {
  const { order, documents } = ofOrder;
  const own = postings.filter(({ orderId }) => orderId === order.id);
  const back = movedFor(own, 'SPEND_RETURNED') + movedFor(own, 'RELEASE');
  const kept = movedFor(own, 'EARN') - movedFor(own, 'EARN_REVERSED');
  const goods = order.total - order.freightTotal;
  const gone = Math.min(goods, paidOut(ofOrder));
  const owed = goods === 0 ? 0 : Number((BigInt(order.pointsToEarn) * BigInt(goods - gone)) / BigInt(goods));
  const everything = order.fulfilment === 'REFUNDED' || isDead(order.fulfilment);
  return [
    same('points spent', movedFor(own, 'SPEND'), order.pointsUsed),
    same('points given back', back, isDead(order.fulfilment) ? order.pointsUsed : sum(documents.map(({ row }) => row.pointsPaidOut))),
    ['more points came back than were spent', back <= order.pointsUsed],
    ['points of an order that is given back whole are missing', !everything || back === order.pointsUsed],
    ['more points were taken back than were earned', kept >= 0 && kept <= order.pointsToEarn],
    ...(isDone(order.fulfilment) ? [short ? ['fewer points are left than were earned with what is kept', kept >= owed] as const : same('points earned and kept', kept, owed)] : []),
  ];
}

const couponLaws = ({ ofOrder: { order } }: Ledgers, { couponReturns }: Benefits): Law[] => [
  ['a coupon was given back twice', couponReturns <= 1],
  ['a coupon came out of nowhere', order.couponCode !== null || couponReturns === 0],
  ['a coupon is kept though everything was given back', order.couponCode === null || !isGivenBack(order) || couponReturns === 1],
  ['a coupon is free though something was kept', couponReturns === 0 || order.fulfilment === 'REFUNDED' || isDead(order.fulfilment) || (order.pointsUsed === 0 && order.total > 0 && order.returnedTotal >= order.total)],
];

function walletLaws({ ofOrder: { order }, payments, refunds }: Ledgers, { postings }: Benefits): Law[] {
  const ids = new Set(payments.filter(({ tender, state }) => tender === 'WALLET' && state === 'SUCCEEDED').map(({ id }) => id));
  const paid = sum(payments.filter(({ id }) => ids.has(id)).map(({ amount }) => amount));
  const back = sum(refunds.filter(({ paymentId, paidOutBy }) => (paidOutBy === null ? ids.has(paymentId) : paidOutBy === 'WALLET')).map(({ amount }) => amount));
  return [same('what the order keeps of the wallet', -entered(postings.filter(({ orderId }) => orderId === order.id), ['WALLET']), paid - back)];
}

/** Laws of points, coupon and wallet that are broken, in words. */
export const brokenBenefitLaws = (ledgers: Ledgers, benefits: Benefits): string[] => {
  const laws = [...accountLaws(benefits), ...pointsLaws(ledgers, benefits), ...couponLaws(ledgers, benefits), ...walletLaws(ledgers, benefits)];
  return laws.filter(([, holds]) => !holds).map(([law]) => law);
};
