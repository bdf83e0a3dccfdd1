import type { Context } from '../context.ts';
import type { Database } from '../platform/database.ts';
import { defineLoader, inOrderOf } from '../platform/loaders.ts';
import type { Instant } from '../platform/time.ts';

/** What one unit of a currency is worth in the platform's own, since an instant. */
export interface ExchangeRateRow {
  readonly currency: string;
  readonly baseCurrency: string;
  /** Exact decimal text. */
  readonly rate: string;
  readonly validFrom: Instant;
}

const columns = (db: Database) => db`r.currency, r.base_currency, trim_scale(r.rate)::text as rate, r.valid_from`;

/** The rate that an order of this instant records: exact decimal text, "1" for the platform's own currency, null where none is known. */
export async function rateAt(db: Database, currency: string, baseCurrency: string, at: Instant): Promise<string | null> {
  if (currency === baseCurrency) return '1';
  const [row] = await db<{ rate: string }[]>`
    select trim_scale(rate)::text as rate from exchange_rates
    where base_currency = ${baseCurrency} and currency = ${currency} and valid_from <= ${at} order by valid_from desc limit 1`;
  return row?.rate ?? null;
}

/** The rates that hold at an instant, one for each currency that has any; hops from currency to currency instead of reading all history. */
export const ratesAt = (db: Database, baseCurrency: string, at: Instant): Promise<ExchangeRateRow[]> => db<ExchangeRateRow[]>`
  with recursive known as (
    (select currency from exchange_rates where base_currency = ${baseCurrency} order by currency limit 1)
    union all
    select (select e.currency from exchange_rates e where e.base_currency = ${baseCurrency} and e.currency > known.currency order by e.currency limit 1) from known where known.currency is not null)
  select ${columns(db)} from known cross join lateral (
    select * from exchange_rates e where e.base_currency = ${baseCurrency} and e.currency = known.currency and e.valid_from <= ${at} order by e.valid_from desc limit 1) r
  order by r.currency`;

/** Newest first; one row more than asked for. */
export const rateHistory = (db: Database, baseCurrency: string, currency: string, before: Instant | null, limit: number): Promise<ExchangeRateRow[]> => db<ExchangeRateRow[]>`
  select ${columns(db)} from exchange_rates r where r.base_currency = ${baseCurrency} and r.currency = ${currency} ${before === null ? db`` : db`and r.valid_from < ${before}`}
  order by r.valid_from desc limit ${limit + 1}`;

/** The present rate of each currency to the platform's own. */
export const presentRate = defineLoader(async ({ db, clock, orderSettings }: Pick<Context, 'db' | 'loaders' | 'clock' | 'orderSettings'>, currencies: readonly string[]) => {
  const rows = await ratesAt(db, orderSettings.defaultCurrency, clock());
  return inOrderOf(currencies, rows, (row) => row.currency);
});
