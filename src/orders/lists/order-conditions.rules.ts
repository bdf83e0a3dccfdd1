/** Decides what a filter means: which conditions an order must fulfil to be listed. */
import { badInput } from '../../platform/errors.ts';
import { epochOf, toInstant, type Instant } from '../../platform/time.ts';
import type { CellFilter } from '../counts/order-cells.rules.ts';
import type { OrderFilter } from './order-filter.types.ts';
import type { Visibility } from '../order.lifecycle.ts';
import { searchable, shortestSearch, type SearchField, type SearchTerm } from './search-text.rules.ts';

/** From the first instant, which is included, to the second, which is not; null where there is no bound. */
export interface Period {
  readonly from: Instant | null;
  readonly before: Instant | null;
}

/** What must be true of a listed order; null where it does not matter. */
export interface OrderConditions extends CellFilter {
  readonly unassigned: boolean | null;
  readonly afterSales: boolean | null;
  readonly visibility: Visibility | null;
  readonly onHold: boolean | null;
  readonly reminded: boolean | null;
  readonly customerId: string | null;
  readonly contactPhone: string | null;
  readonly waybillNumber: string | null;
  readonly created: Period;
  readonly paid: Period;
  readonly finished: Period;
  /** Names and numbers to be searched for. */
  readonly search: readonly SearchTerm[];
}

const longestInterval = 1200;

/** The same day and time so many months earlier, or the last day of a month that is too short (S1-62). */
export function monthsBefore(now: Instant, months: number): Instant {
  const date = new Date(epochOf(now));
  const day = date.getUTCDate();
  date.setUTCDate(1);
  date.setUTCMonth(date.getUTCMonth() - months);
  const lastDay = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 0)).getUTCDate();
  date.setUTCDate(Math.min(day, lastDay));
  return toInstant(date.getTime());
}

function createdOf({ createdFrom, createdBefore, lastMonths }: OrderFilter, now: Instant): Period {
  if (lastMonths == null) return { from: createdFrom ?? null, before: createdBefore ?? null };
  if (lastMonths < 1 || lastMonths > longestInterval) throw badInput(`"lastMonths" is 1 to ${longestInterval}; you sent ${lastMonths}.`);
  const since = monthsBefore(now, lastMonths);
  return { from: createdFrom != null && epochOf(createdFrom) > epochOf(since) ? createdFrom : since, before: createdBefore ?? null };
}

function nameToFind(field: SearchField, input: string, text: string | null | undefined): SearchTerm[] {
  if (text == null || text === '') return [];
  const wanted = searchable(text);
  if ([...wanted].length < shortestSearch) throw badInput(`"${input}" is searched for from ${shortestSearch} characters on.`);
  return [{ field, text: wanted }];
}

/**
 * `own`: a shopper's own list, which leaves out what is in the recycle bin unless it is asked for (S1-60). `customerId`: the
 * key of the filter's customer.
 */
export function conditionsOf(filter: OrderFilter, customerId: string | null, own: boolean, now: Instant): OrderConditions {
  return {
    statuses: filter.status?.length ? [...new Set(filter.status)] : null, awaitingReview: filter.awaitingReview ?? null, kind: filter.kind ?? null, deliveryType: filter.deliveryType ?? null,
    unassigned: filter.unassigned ?? null, afterSales: filter.afterSales ?? null, visibility: filter.visibility ?? (own ? 'VISIBLE' : null), onHold: filter.onHold ?? null, reminded: filter.reminded ?? null,
    customerId, contactPhone: filter.contactPhone || null, waybillNumber: filter.waybillNumber || null,
    created: createdOf(filter, now),
    paid: { from: filter.paidFrom ?? null, before: filter.paidBefore ?? null },
    finished: { from: filter.finishedFrom ?? null, before: filter.finishedBefore ?? null },
    search: [
      ...nameToFind('PRODUCT', 'productName', filter.productName), ...nameToFind('CONTACT', 'contactName', filter.contactName),
      ...(filter.number ? [{ field: 'NUMBER' as const, text: filter.number }] : []),
    ],
  };
}

const isOpen = ({ from, before }: Period): boolean => from === null && before === null;

/** Whether nothing but the cells matters, so that the kept counts know how many orders there are. */
export const wantsCellsOnly = (conditions: OrderConditions): boolean =>
  conditions.afterSales === null && conditions.onHold === null && conditions.reminded === null && conditions.customerId === null && conditions.contactPhone === null && conditions.waybillNumber === null &&
  isOpen(conditions.created) && isOpen(conditions.paid) && isOpen(conditions.finished) && conditions.search.length === 0;
