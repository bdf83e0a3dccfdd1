import { Arg, Ctx, FieldResolver, Int, Mutation, Query, Resolver, Root } from 'type-graphql';
import type { Context } from '../context.ts';
import { Access } from '../identity/access.ts';
import { defaultPageSize, maximalPageSize } from '../platform/connection.types.ts';
import { badInput } from '../platform/errors.ts';
import { symbolOf } from '../platform/money.ts';
import { inLocale } from '../platform/money.types.ts';
import { payloadOf } from '../platform/mutation.types.ts';
import { CurrencyCode, DateTime, Rate } from '../platform/scalars.ts';
import { isInstant, type Instant } from '../platform/time.ts';
import { CurrencyInfo, ExchangeRate, ExchangeRateConnection, ExchangeRatePayload, ExchangeRateSaveInput } from './currency.types.ts';
import { presentRate, rateHistory, ratesAt } from './exchange-rate.queries.ts';
import { saveExchangeRate } from './save-exchange-rate.ts';

function instantOfCursor(cursor: string): Instant {
  const text = Buffer.from(cursor, 'base64url').toString();
  if (!isInstant(text)) throw badInput('"after" is not a cursor of this list; pass an endCursor as it came.');
  return text;
}

async function historyPage({ db, orderSettings }: Context, currency: string, first: number, after: string | null): Promise<ExchangeRateConnection> {
  if (first < 1 || first > maximalPageSize) throw badInput(`A page has 1 to ${maximalPageSize} rows; you asked for ${first}.`);
  const rows = await rateHistory(db, orderSettings.defaultCurrency, currency, after === null ? null : instantOfCursor(after), first);
  const edges = rows.slice(0, first).map((row) => ({ cursor: Buffer.from(row.validFrom).toString('base64url'), node: row }));
  return { edges, pageInfo: { hasNextPage: rows.length > first, hasPreviousPage: false, startCursor: edges[0]?.cursor ?? null, endCursor: edges.at(-1)?.cursor ?? null } };
}

@Resolver(() => CurrencyInfo)
export class CurrencyResolver {
  @Access('SHOPPER', 'STAFF', 'PLATFORM', 'SERVICE')
  @Query(() => CurrencyInfo, { description: 'A currency: its sign, its decimals, and what it is worth.' })
  currencyInfo(@Arg('code', () => CurrencyCode, { description: 'Which one.' }) code: string): CurrencyInfo {
    return new CurrencyInfo(code);
  }

  @FieldResolver(() => String, { description: 'How people of a locale mark it (S1-116): USD is "$" in "en-US" and "US$" in "zh-CN". BAD_USER_INPUT for a malformed locale.' })
  symbol(@Root() { code }: CurrencyInfo, @Arg('locale', () => String, { defaultValue: 'en', description: 'BCP 47 language tag, e.g. "en-GB" or "zh-CN".' }) locale: string): string {
    return inLocale(locale, (tag) => symbolOf(code, tag));
  }

  @FieldResolver(() => Rate, { nullable: true, description: 'What one unit of it is worth in the platform’s own currency now (S1-125): "1" for that one, null where no rate is known.' })
  async rate(@Ctx() context: Context, @Root() { code }: CurrencyInfo): Promise<string | null> {
    if (code === context.orderSettings.defaultCurrency) return '1';
    return (await presentRate(context).load(code))?.rate ?? null;
  }

  @Access('SHOPPER', 'STAFF', 'PLATFORM', 'SERVICE')
  @Query(() => [ExchangeRate], { description: 'The exchange rates to the platform’s own currency that hold at an instant, by currency.' })
  exchangeRates(
    @Ctx() { db, clock, orderSettings }: Context,
    @Arg('at', () => DateTime, { nullable: true, description: 'When; now when left out.' }) at: string | null,
  ): Promise<ExchangeRate[]> {
    return ratesAt(db, orderSettings.defaultCurrency, at ?? clock());
  }

  @Access('PLATFORM', 'SERVICE')
  @Query(() => ExchangeRateConnection, { description: 'All rates that a currency ever had to the platform’s own, newest first, with those that are still to come.' })
  exchangeRateHistory(
    @Ctx() context: Context,
    @Arg('currency', () => CurrencyCode, { description: 'Which currency.' }) currency: string,
    @Arg('first', () => Int, { defaultValue: defaultPageSize, description: 'How many rates at most, 1 to 100.' }) first: number,
    @Arg('after', () => String, { nullable: true, description: 'Only rates behind this cursor, that is older ones.' }) after: string | null,
  ): Promise<ExchangeRateConnection> {
    return historyPage(context, currency, first, after ?? null);
  }

  @Access('PLATFORM', 'SERVICE')
  @Mutation(() => ExchangeRatePayload, { description: 'Sets what a currency is worth in the platform’s own from now or a later instant on. Orders keep the rate that they were placed at. Refusals: INVALID_INPUT.' })
  async exchangeRateSave(@Ctx() context: Context, @Arg('input', () => ExchangeRateSaveInput, { description: 'The rate.' }) input: ExchangeRateSaveInput): Promise<ExchangeRatePayload> {
    const answer = await saveExchangeRate(context, input);
    return { ...payloadOf(answer), exchangeRate: answer.value };
  }
}
