import { joined, type Database, type Fragment } from '../../platform/database.ts';
import { smallestIdAt } from '../../platform/ids.ts';
import { isWanted, wantsEveryCell } from '../counts/order-cells.rules.ts';
import { allOf, conditionsOn, impliedBounds, pageBounds, type OrderList } from './order-conditions.queries.ts';
import { wantsCellsOnly } from './order-conditions.rules.ts';
import { countsOf } from '../counts/order-counts.queries.ts';
import { cellCounts } from '../counts/order-counts.rules.ts';
import type { OrderPageRequest } from './order-page-request.ts';
import { cellRows, longestSource, sourcesOf, storeIs, type OrderSource } from './order-sources.queries.ts';
import type { OrderRow } from '../order.tables.ts';
import type { FoundTerm } from './search-terms.queries.ts';
import { timesOfNumbers } from './search-text.rules.ts';

interface Page {
  readonly db: Database;
  readonly list: OrderList;
  readonly request: OrderPageRequest;
  /** Everything that must be true of an order on the page. */
  readonly wanted: Fragment;
  /** How many rows to read: one more than the page holds. */
  readonly rows: number;
}

function pageOf(db: Database, list: OrderList, request: OrderPageRequest, foundBy?: FoundTerm): Page {
  const wanted = allOf(db, [conditionsOn(db, list, foundBy), ...impliedBounds(db, list, request.sort), ...pageBounds(db, request)]);
  return { db, list, request, wanted, rows: request.limit + 1 };
}

/** How a list is read, whatever it is a list of. */
export interface OrderReader {
  /** One row more than the page holds; from the old end when paging backwards. */
  readonly page: (request: OrderPageRequest) => Promise<OrderRow[]>;
  readonly count: () => Promise<number>;
}

/** The order of a list, and of the same from its old end. */
export function sortedBy(db: Database, { sort, backwards }: Pick<OrderPageRequest, 'sort' | 'backwards'>, row: Fragment): Fragment {
  const direction = backwards ? db`asc` : db`desc`;
  return sort === 'CREATED' ? db`${row}.id ${direction}` : db`${row}.updated_at ${direction}, ${row}.id ${direction}`;
}

const sorting = ({ db, request }: Page, row: Fragment): Fragment => sortedBy(db, request, row);

/** Through the list as it is, out of the index that has its order. */
const walkStatement = (page: Page): Fragment => page.db`select o.* from orders o where ${page.wanted} order by ${sorting(page, page.db`o`)} limit ${page.rows}`;

/** The orders that candidates name, in the order of the list. Each candidate has the order already, and gives no more than a page. */
function statementOf(page: Page, candidates: readonly Fragment[]): Fragment {
  const { db, rows } = page;
  const all = joined(db, candidates.map((candidate) => db`(${candidate})`), db`union`);
  return db`
    select o.* from (select p.id, p.updated_at from (${all}) as p order by ${sorting(page, db`p`)} limit ${rows}) as p
    cross join lateral (select * from orders where id = p.id offset 0) as o order by ${sorting(page, db`p`)}`;
}

/**
 * Each cell by itself, out of the index that begins with it, and then merged: with `status = any(…)` Postgres sooner or
 * later walks the whole list.
 */
const fromCells = (page: Page): Fragment => page.db`
  select p.id, p.updated_at from ${cellRows(page.db, page.list.conditions)} cross join lateral (
    select o.id, o.updated_at from orders o where o.cell = c.cell and ${page.wanted} order by ${sorting(page, page.db`o`)} limit ${page.rows}) as p
  order by ${sorting(page, page.db`p`)} limit ${page.rows}`;

/** All orders that a source names. `offset 0` keeps Postgres from looking for a way of its own, which may lead through the whole table. */
const fromIds = (page: Page, ids: Fragment): Fragment => page.db`
  select o.id, o.updated_at from (${ids}) as f cross join lateral (
    select o.id, o.updated_at from orders o where o.id = f.id and ${page.wanted} offset 0) as o order by ${sorting(page, page.db`o`)} limit ${page.rows}`;

const fromSource = (page: Page, { ids }: OrderSource): Fragment => fromIds(page, page.db`select distinct f.id from (select f.id from (${ids}) as f limit ${longestSource}) as f`);

/** Orders that bear a term, newest first: term by term out of the index of terms, each order once, and those it has not come to. */
function fromTerm({ db, list, request }: Page, term: FoundTerm): Fragment[] {
  const page = pageOf(db, list, request, term.field === 'NUMBER' ? undefined : term);
  const { wanted, rows } = page;
  const direction = request.backwards ? db`asc` : db`desc`;
  const bounds = allOf(db, [...(request.olderThan ? [db`x.order_id < ${request.olderThan.id}`] : []), ...(request.newerThan ? [db`x.order_id > ${request.newerThan.id}`] : [])]);
  const indexed = db`
    select distinct p.id, p.updated_at from unnest(${term.termIds as number[]}::int[]) as t(id) cross join lateral (
      select o.id, o.updated_at from order_terms x cross join lateral (select o.id, o.updated_at from orders o where o.id = x.order_id and ${wanted} offset 0) as o
      where ${storeIs(db, list, db`x`)} and x.term_id = t.id and ${bounds} order by x.order_id ${direction} limit ${rows}) as p
    order by ${sorting(page, db`p`)} limit ${rows}`;
  return [indexed, ...(term.pending.length > 0 ? [fromIds(page, db`select unnest(${term.pending as string[]}::uuid[]) as id`)] : [])];
}

/** Orders whose own numbers begin like this, by the time that stands in both number and id; and those with numbers of another make. */
function fromNumber(page: Page, term: FoundTerm): Fragment[] {
  const { db, wanted, rows } = page;
  const times = timesOfNumbers(term.text);
  const own = times && db`
    select o.id, o.updated_at from orders o where ${wanted} and o.id >= ${smallestIdAt(times.from)} and o.id < ${smallestIdAt(times.before)} order by ${sorting(page, db`o`)} limit ${rows}`;
  return [...(own ? [own] : []), ...fromTerm(page, { ...term, termIds: term.termIds ?? [] })];
}

/** Up to so many terms are gone through one by one; more are borne by so many orders that a walk soon meets them. */
const fewTerms = 100;

/** The way through a long list: every source holds more orders than can be read as a whole. */
function longStatement(page: Page, sources: readonly OrderSource[]): Fragment {
  const { list: { conditions, terms, scope }, request: { sort } } = page;
  if (scope.of === 'customer' || sort === 'UPDATED') return walkStatement(page);
  const number = terms.find(({ field }) => field === 'NUMBER');
  if (number) return statementOf(page, fromNumber(page, number));
  const term = terms.find(({ termIds }) => termIds !== null && termIds.length <= fewTerms);
  if (term) return statementOf(page, fromTerm(page, term));
  if (wantsEveryCell(conditions) || isDoubtful(sources, page.request)) return walkStatement(page);
  return statementOf(page, [fromCells(page)]);
}

/** Whether it must be asked how many orders the sources hold. Lists by creation have cells and the time of creation in their indexes. */
function isDoubtful(sources: readonly OrderSource[], page: OrderPageRequest | null): boolean {
  return sources.some(({ name }) => page?.sort !== 'CREATED' || (name !== 'cells' && name !== 'created'));
}

/** How many orders each source holds, up to one more than can be read as a whole. */
export const probeStatement = (db: Database, sources: readonly OrderSource[]): Fragment => db`
  select array[${joined(db, sources.map(({ ids }) => db`(select count(*) from (select 1 from (${ids}) as f limit ${longestSource + 1}) as f)`), db`,`)}]::int[] as counts`;

/** The source that holds the fewest orders, if they can be read as a whole. */
export async function shortestSource(db: Database, sources: readonly OrderSource[], page: OrderPageRequest | null): Promise<OrderSource | null> {
  if (!isDoubtful(sources, page)) return null;
  const [row] = await db<{ counts: number[] }[]>`${probeStatement(db, sources)}`;
  const least = Math.min(...row!.counts);
  return least > longestSource ? null : sources[row!.counts.indexOf(least)]!;
}

/** What reads a page, one row more than it holds; newest first, or oldest first when paging backwards. `short`: a source that can be read as a whole. */
export function pageStatement(db: Database, list: OrderList, request: OrderPageRequest, short: OrderSource | null): Fragment {
  const page = pageOf(db, list, request);
  return short ? statementOf(page, [fromSource(pageOf(db, list, request, short.term), short)]) : longStatement(page, sourcesOf(db, list, request));
}

export async function pageOfOrders(db: Database, list: OrderList, request: OrderPageRequest): Promise<OrderRow[]> {
  const short = await shortestSource(db, sourcesOf(db, list, request), request);
  return db<OrderRow[]>`${pageStatement(db, list, request, short)}`;
}

/** How many orders the cells of a list hold, as far as kept counts know; null where they do not. */
async function keptCount(db: Database, { caller, scope, conditions }: OrderList): Promise<number | null> {
  const { unassigned, visibility } = conditions;
  const isKept = scope.of === 'customer' ? visibility === 'VISIBLE' && unassigned === null : visibility === null;
  if (!isKept || !wantsCellsOnly(conditions) || (scope.of === 'store' && unassigned)) return null;
  const counts = cellCounts(await countsOf(db, caller, scope)).filter(({ cell }) => isWanted(conditions, cell));
  const of = (...scopes: string[]): number => counts.reduce((sum, count) => (scopes.includes(count.scope) ? sum + count.orders : sum), 0);
  if (scope.of !== 'platform' || unassigned === null) return of('S', 'C', 'P');
  return unassigned ? of('N') : of('P') - of('N');
}

/** How many orders the list holds in all. */
export async function countOrders(db: Database, list: OrderList): Promise<number> {
  const kept = await keptCount(db, list);
  if (kept !== null) return kept;
  const short = await shortestSource(db, sourcesOf(db, list, null), null);
  const some = short ? db`select distinct f.id from (${short.ids}) as f` : null;
  const [row] = some
    ? await db<{ count: number }[]>`select count(*) from (${some}) as f cross join lateral (select 1 from orders o where o.id = f.id and ${conditionsOn(db, list)} offset 0) as o`
    : await db<{ count: number }[]>`select count(*) from orders o where ${conditionsOn(db, list)}`;
  return row!.count;
}
