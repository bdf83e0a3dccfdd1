import type { Caller } from '../../identity/caller.ts';
import { joined, type Database, type Fragment } from '../../platform/database.ts';
import { smallestIdAt } from '../../platform/ids.ts';
import { epochOf, toInstant, type Instant } from '../../platform/time.ts';
import type { OrderConditions, Period } from './order-conditions.rules.ts';
import type { OrderKey, OrderPageRequest } from './order-page-request.ts';
import { listScope, type ListScope } from '../order.queries.ts';
import type { FoundTerm } from './search-terms.queries.ts';
import { behindPrefix } from './search-text.rules.ts';

/** A list that is asked for: whose orders, which of them, and what its search has come to. */
export interface OrderList {
  readonly caller: Caller;
  readonly scope: ListScope;
  readonly conditions: OrderConditions;
  readonly terms: readonly FoundTerm[];
}

export const allOf = (db: Database, conditions: readonly Fragment[]): Fragment => (conditions.length === 0 ? db`true` : joined(db, conditions, db`and`));

/** Bounds of the creation as bounds of the key, which is in the order of time. */
export const idBounds = (db: Database, { from, before }: Period, column: Fragment): Fragment[] => [
  ...(from === null ? [] : [db`${column} >= ${smallestIdAt(epochOf(from))}`]),
  ...(before === null ? [] : [db`${column} < ${smallestIdAt(epochOf(before))}`]),
];

export const within = (db: Database, { from, before }: Period, column: Fragment): Fragment[] => [
  ...(from === null ? [] : [db`${column} >= ${from}`]),
  ...(before === null ? [] : [db`${column} < ${before}`]),
];

/**
 * That an order bears a term that is searched for, whether the index has come to it or not. An order has few terms: they
 * are read, and then compared; `offset 0` keeps Postgres from looking up each of the many terms instead.
 */
function bears(db: Database, term: FoundTerm): Fragment {
  if (term.field === 'NUMBER') return db`o.number >= ${term.text} and o.number < ${behindPrefix(term.text)}`;
  const own = db`(select x.term_id from order_terms x where x.order_id = o.id offset 0) as own`;
  const indexed = term.termIds === null
    ? db`exists (select from ${own} join search_terms t on t.id = own.term_id where t.field = ${term.field} and strpos(t.text, ${term.text}) > 0)`
    : db`exists (select from ${own} where own.term_id = any(${term.termIds as number[]}))`;
  return term.pending.length === 0 ? indexed : db`(${indexed} or o.id = any(${term.pending as string[]}::uuid[]))`;
}

/**
 * Every condition on `orders o`: whose orders they are, and what the filter says, but for a term that need not be looked at
 * because the order was found by it.
 */
export function conditionsOn(db: Database, { caller, scope, conditions: c, terms }: OrderList, foundBy?: FoundTerm): Fragment {
  return allOf(db, [
    listScope(db, caller, scope),
    ...(c.statuses === null ? [] : [db`o.status = any(${c.statuses as string[]})`]),
    ...(c.awaitingReview === null ? [] : [db`o.awaiting_review = ${c.awaitingReview}`]),
    ...(c.kind === null ? [] : [db`o.kind = ${c.kind}`]),
    ...(c.deliveryType === null ? [] : [db`o.delivery_type = ${c.deliveryType}`]),
    ...(c.unassigned === null ? [] : [c.unassigned ? db`o.store_id is null` : db`o.store_id is not null`]),
    ...(c.visibility === null ? [] : [db`o.visibility = ${c.visibility}`]),
    ...(c.afterSales === null ? [] : [c.afterSales ? db`o.had_after_sales` : db`not o.had_after_sales`]),
    ...(c.onHold === null ? [] : [c.onHold ? db`o.held_at is not null` : db`o.held_at is null`]),
    ...(c.reminded === null ? [] : [c.reminded ? db`o.reminded_at is not null` : db`o.reminded_at is null`]),
    ...(c.customerId === null ? [] : [db`o.customer_id = ${c.customerId}`]),
    ...(c.contactPhone === null ? [] : [db`o.contact_phone = ${c.contactPhone}`]),
    ...(c.waybillNumber === null ? [] : [db`o.waybill_number = ${c.waybillNumber}`]),
    ...idBounds(db, c.created, db`o.id`), ...within(db, c.paid, db`o.paid_at`), ...within(db, c.finished, db`o.finished_at`),
    ...terms.filter((term) => term !== foundBy).map((term) => bears(db, term)),
  ]);
}

/** Two servers' clocks may differ by so much; an order is paid and done after it was placed, and its last change is none of them before. */
const slackMilliseconds = 86_400_000;

const earliest = (...instants: (Instant | null)[]): number => Math.min(...instants.map((instant) => (instant === null ? Number.POSITIVE_INFINITY : epochOf(instant))));
const latest = (...instants: (Instant | null)[]): number => Math.max(...instants.map((instant) => (instant === null ? Number.NEGATIVE_INFINITY : epochOf(instant))));

/** What follows from the periods for the order of the list: where to begin, or where to end. True of all that the filter wants, so it takes nothing away. */
export function impliedBounds(db: Database, { conditions: { created, paid, finished } }: OrderList, sort: OrderPageRequest['sort']): Fragment[] {
  if (sort === 'CREATED') {
    const before = earliest(paid.before, finished.before) + slackMilliseconds;
    return Number.isFinite(before) ? [db`o.id < ${smallestIdAt(before)}`] : [];
  }
  const from = latest(created.from, paid.from, finished.from) - slackMilliseconds;
  return Number.isFinite(from) ? [db`o.updated_at >= ${toInstant(from)}`] : [];
}

const past = (db: Database, sort: OrderPageRequest['sort'], { id, updatedAt }: OrderKey, sign: Fragment): Fragment =>
  sort === 'CREATED' ? db`o.id ${sign} ${id}` : db`(o.updated_at, o.id) ${sign} (${updatedAt}::timestamptz, ${id}::uuid)`;

/** Where the page lies, as conditions on `orders o`. */
export const pageBounds = (db: Database, { sort, olderThan, newerThan }: OrderPageRequest): Fragment[] => [
  ...(olderThan === null ? [] : [past(db, sort, olderThan, db`<`)]),
  ...(newerThan === null ? [] : [past(db, sort, newerThan, db`>`)]),
];
