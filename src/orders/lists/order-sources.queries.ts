import type { Database, Fragment } from '../../platform/database.ts';
import { smallestIdAt } from '../../platform/ids.ts';
import { cellsOf, codeOfCell, wantsEveryCell, type CellFilter } from '../counts/order-cells.rules.ts';
import { allOf, idBounds, within, type OrderList } from './order-conditions.queries.ts';
import type { Period } from './order-conditions.rules.ts';
import type { OrderPageRequest } from './order-page-request.ts';
import type { FoundTerm } from './search-terms.queries.ts';
import { timesOfNumbers } from './search-text.rules.ts';

/**
 * A way to some of the orders that a filter wants, out of an index of its own: a statement that gives their ids as `id`, by
 * one condition of the filter. The other conditions are looked at afterwards.
 */
export interface OrderSource {
  readonly name: string;
  readonly ids: Fragment;
  /** The term that all of them bear, if that is how they are found. */
  readonly term?: FoundTerm;
}

/** More orders than a source may give to be read as a whole. */
export const longestSource = 5000;
/** Where a source is made of several lists, one more of each, so that a list too long is seen to be. */
const tooLong = longestSource + 1;

/** The cells of a filter as rows `c`. */
export const cellRows = (db: Database, filter: CellFilter): Fragment => db`unnest(${cellsOf(filter).map(codeOfCell)}::smallint[]) as c(cell)`;

/** The first column of most indexes: one store, no store, or whatever store. */
export function storeIs(db: Database, { scope, conditions }: OrderList, order: Fragment): Fragment {
  if (scope.of === 'store') return db`${order}.store_id = ${scope.id}`;
  return conditions.unassigned ? db`${order}.store_id is null` : db`true`;
}

/** Every order that was paid, or finished, within the period: by store, since that is how the index is sorted. */
function stamped(db: Database, list: OrderList, column: Fragment, period: Period, bounds: Fragment, order: Fragment): Fragment {
  const stamps = allOf(db, [db`${column} is not null`, ...within(db, period, column)]);
  if (list.scope.of === 'store' || list.conditions.unassigned) return db`select s.id from orders s where ${storeIs(db, list, db`s`)} and ${stamps} and ${bounds} order by ${column} ${order}`;
  const none = db`select s.id from orders s where s.store_id is null and ${stamps} and ${bounds} order by ${column} ${order} limit ${tooLong}`;
  return db`(${none}) union all (select p.id from stores t cross join lateral (
    select s.id from orders s where s.store_id = t.id and ${stamps} and ${bounds} order by ${column} ${order} limit ${tooLong}) p)`;
}

const isOpen = ({ from, before }: Period): boolean => from === null && before === null;

/** Orders of the time that stands at the beginning of the number, whose own numbers then begin so; and those with numbers of another make. */
function numbered(db: Database, list: OrderList, term: FoundTerm, bounds: Fragment): Fragment {
  const times = timesOfNumbers(term.text);
  const own = times && db`select s.id from orders s where ${storeIs(db, list, db`s`)} and s.id >= ${smallestIdAt(times.from)} and s.id < ${smallestIdAt(times.before)} and ${bounds} order by s.id`;
  return own ? db`(${own}) union all (${named(db, list, term, bounds)})` : named(db, list, term, bounds);
}

/** Orders that bear a term, by the index of terms and by what it has not come to. */
function named(db: Database, list: OrderList, { termIds, pending }: FoundTerm, bounds: Fragment): Fragment {
  return db`select s.id from (
    select x.order_id as id from order_terms x where ${storeIs(db, list, db`x`)} and x.term_id = any(${(termIds ?? []) as number[]})
    union all select unnest(${pending as string[]}::uuid[])) s where ${bounds}`;
}

/** Every condition of the filter that has an index of its own. A shopper's own orders are few and have none but their own. */
export function sourcesOf(db: Database, list: OrderList, page: OrderPageRequest | null): OrderSource[] {
  const { scope, conditions: c, terms } = list;
  if (scope.of === 'customer') return [];
  const store = storeIs(db, list, db`s`);
  const byCreation = page?.sort === 'CREATED';
  const bounds = allOf(db, [
    ...idBounds(db, c.created, db`s.id`),
    ...(byCreation && page.olderThan ? [db`s.id < ${page.olderThan.id}`] : []), ...(byCreation && page.newerThan ? [db`s.id > ${page.newerThan.id}`] : []),
  ]);
  // What lies on the far side of the page was paid, as a rule, on the far side as well: counting begins there.
  const order = page?.backwards ? db`desc` : db`asc`;
  const source = (name: string, wanted: boolean, ids: () => Fragment): OrderSource[] => (wanted ? [{ name, ids: ids() }] : []);
  return [
    ...source('customer', c.customerId !== null, () => db`select s.id from orders s where s.customer_id = ${c.customerId} and ${bounds} order by s.id`),
    ...source('phone', c.contactPhone !== null, () => db`select s.id from orders s where s.contact_phone = ${c.contactPhone} and ${bounds} order by s.id`),
    ...source('waybill', c.waybillNumber !== null, () => db`select s.id from orders s where s.waybill_number = ${c.waybillNumber} and ${bounds} order by s.id`),
    ...terms.flatMap((term) => {
      if (term.field === 'NUMBER') return [{ name: 'number', ids: numbered(db, list, term, bounds) }];
      return term.termIds === null ? [] : [{ name: term.field === 'PRODUCT' ? 'product' : 'contact', ids: named(db, list, term, bounds), term }];
    }),
    ...source('after-sales', c.afterSales === true, () => db`select s.id from orders s where ${store} and s.had_after_sales and ${bounds} order by s.store_id, s.id`),
    ...source('held', c.onHold === true, () => db`select s.id from orders s where ${store} and s.held_at is not null and ${bounds} order by s.store_id, s.id`),
    ...source('reminded', c.reminded === true, () => db`select s.id from orders s where ${store} and s.reminded_at is not null and ${bounds} order by s.store_id, s.id`),
    ...source('hidden', c.visibility !== null && c.visibility !== 'VISIBLE', () =>
      db`select s.id from orders s where ${store} and s.visibility = ${c.visibility} and s.visibility <> 'VISIBLE' and ${bounds} order by s.store_id, s.visibility, s.id`),
    ...source('paid', !isOpen(c.paid), () => stamped(db, list, db`s.paid_at`, c.paid, bounds, order)),
    ...source('finished', !isOpen(c.finished), () => stamped(db, list, db`s.finished_at`, c.finished, bounds, order)),
    ...source('created', !isOpen(c.created), () => db`select s.id from orders s where ${store} and ${bounds} order by s.id`),
    ...source('cells', !wantsEveryCell(c), () => db`select p.id from ${cellRows(db, c)} cross join lateral (
      select s.id from orders s where s.cell = c.cell and ${store} and ${bounds} order by s.id limit ${tooLong}) p`),
  ];
}
