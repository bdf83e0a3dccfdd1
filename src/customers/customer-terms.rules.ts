/** Decides what a customer is granted at an instant: discounts, the birthday's, and what points are worth. */
import { decimalsOf } from '../platform/money.ts';
import { epochOf, type Instant } from '../platform/time.ts';
import type { CustomerRow } from './customer.tables.ts';
import { isLeap } from './profile.rules.ts';
import type { CustomerTierRow } from './tier.tables.ts';

export interface PointsTerms {
  readonly balance: number;
  readonly canRedeem: boolean;
  /** The fewest points that can be spent at a time (S0-40). */
  readonly minimum: number;
  /** How much of the goods points may pay (S0-38). */
  readonly maximumShareBps: number;
  /** Points for one major unit of the currency: S0 has 1, S2 100 (S2-230). */
  readonly pointsPerUnit: number;
}

export interface CustomerTerms {
  readonly tierCode: string | null;
  readonly tierName: string | null;
  readonly discountBps: number;
  readonly birthdayDiscountBps: number;
  /** The most that the birthday discount takes off one order, in minor units; null for no bound. */
  readonly birthdayMaximum: number | null;
  readonly isBirthday: boolean;
  readonly points: PointsTerms | null;
}

/** What the rules look at of a profile; a shopper without one has none of it. */
export type Birth = Pick<CustomerRow, 'birthMonth' | 'birthDay' | 'timeZone'>;

const without: CustomerTerms = { tierCode: null, tierName: null, discountBps: 0, birthdayDiscountBps: 0, birthdayMaximum: null, isBirthday: false, points: null };

const calendars = new Map<string, Intl.DateTimeFormat>();

/** Making a formatter costs a hundred times what using it does. */
function calendarOf(timeZone: string): Intl.DateTimeFormat {
  let calendar = calendars.get(timeZone);
  if (!calendar) {
    calendar = new Intl.DateTimeFormat('en', { timeZone, year: 'numeric', month: 'numeric', day: 'numeric' });
    if (calendars.size >= 500) calendars.clear();
    calendars.set(timeZone, calendar);
  }
  return calendar;
}

/** Whether it is their birthday where they live. Who was born on 29 February has it on the 28th in other years. */
export function hasBirthday(birth: Birth | null, now: Instant): boolean {
  if (!birth || birth.birthMonth === null || birth.birthDay === null) return false;
  const parts = calendarOf(birth.timeZone ?? 'UTC').formatToParts(epochOf(now));
  const [year, month, day] = (['year', 'month', 'day'] as const).map((wanted) => Number(parts.find(({ type }) => type === wanted)!.value));
  const celebrated = birth.birthMonth === 2 && birth.birthDay === 29 && !isLeap(year!) ? 28 : birth.birthDay;
  return month === birth.birthMonth && day === celebrated;
}

/** How many points one major unit of the currency is worth. */
export const pointsPerUnitOf = ({ pointsPerUnit, currencies }: CustomerTierRow, currency: string): number =>
  currencies.find((one) => one.currency === currency)?.pointsPerUnit ?? pointsPerUnit;

/** A bound that is named in some currencies only means that there is no birthday discount in the others: it would be without bound. */
function birthdayOf({ birthdayDiscountBps, currencies }: CustomerTierRow, currency: string): Pick<CustomerTerms, 'birthdayDiscountBps' | 'birthdayMaximum'> {
  const birthdayMaximum = currencies.find((one) => one.currency === currency)?.birthdayMaximum ?? null;
  const boundElsewhere = birthdayMaximum === null && currencies.some((one) => one.birthdayMaximum !== null);
  return { birthdayDiscountBps: boundElsewhere ? 0 : birthdayDiscountBps, birthdayMaximum };
}

/** What the tier grants this customer on an order in this currency; nothing without a tier. */
export function customerTermsOf(customer: Birth | null, tier: CustomerTierRow | null, balance: number, currency: string, now: Instant): CustomerTerms {
  const isBirthday = hasBirthday(customer, now);
  if (!tier) return { ...without, isBirthday };
  const { canRedeemPoints: canRedeem, minimumPoints: minimum, maximumShareBps } = tier;
  return {
    tierCode: tier.code, tierName: tier.name, discountBps: tier.discountBps, ...birthdayOf(tier, currency), isBirthday,
    points: { balance, canRedeem, minimum, maximumShareBps, pointsPerUnit: pointsPerUnitOf(tier, currency) },
  };
}

const wholeBps = 10_000n;

/** Points for what money paid: the tier's share of it, in points, rounded down. Nothing is earned on what points paid. */
export function pointsEarned(tier: CustomerTierRow, paid: number, currency: string): number {
  if (paid <= 0) return 0;
  const minorPerUnit = 10n ** BigInt(decimalsOf(currency));
  return Number((BigInt(paid) * BigInt(pointsPerUnitOf(tier, currency)) * BigInt(tier.earnBps)) / (wholeBps * minorPerUnit));
}
