import { callerOf, type Context } from '../context.ts';
import { runCommand, type Answer, type CommandScope, type Outcome } from '../platform/commands.ts';
import { refusal } from '../platform/refusals.ts';
import { epochOf } from '../platform/time.ts';
import type { ExchangeRateSaveInput } from './currency.types.ts';
import type { ExchangeRateRow } from './exchange-rate.queries.ts';

/** Orders have recorded what held when they were placed, so a rate begins now or later, and what has begun is never changed. */
export function saveExchangeRate(context: Context, input: ExchangeRateSaveInput): Promise<Answer<ExchangeRateRow>> {
  const baseCurrency = context.orderSettings.defaultCurrency;
  const refuse = (message: string, path: string): Outcome<ExchangeRateRow> => ({ kind: 'refused', refusals: [refusal('INVALID_INPUT', message, [path])], value: null });
  const run = async ({ db, now, claim }: CommandScope): Promise<Outcome<ExchangeRateRow>> => {
    const row: ExchangeRateRow = { currency: input.currency, baseCurrency, rate: input.rate, validFrom: input.validFrom ?? now };
    if (row.currency === baseCurrency) return refuse(`${baseCurrency} is the platform’s own currency: its rate is 1.`, 'currency');
    if (epochOf(row.validFrom) < epochOf(now)) return refuse('A rate holds from now on or from a later instant; what was stays as it was.', 'validFrom');
    await db`
      with saved as (
        insert into exchange_rates (base_currency, currency, valid_from, rate) values (${baseCurrency}, ${row.currency}, ${row.validFrom}, ${row.rate}::numeric)
        on conflict on constraint exchange_rates_pk do update set rate = excluded.rate returning currency)
      ${claim(db`saved`, { ...row })} select 1`;
    return { kind: 'done', value: row };
  };
  const recall = async (row: Readonly<Record<string, unknown>>) => row as unknown as ExchangeRateRow;
  return runCommand({ ...context, now: context.clock() }, { operation: 'exchangeRateSave', actorId: callerOf(context).personId, input, run, recall });
}
