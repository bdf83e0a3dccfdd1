import { describe, expect } from 'vitest';
import { rateAt } from '../../src/catalog/exchange-rate.queries.ts';
import { secondsAfter } from '../../src/platform/time.ts';
import { startApp, test, type App, type Person } from '../support/app.ts';
import { dbOf, JumpingClock } from '../support/races.ts';
import { openShop, placeOnline } from '../support/seeds.ts';

const save = /* GraphQL */ `
  mutation RateSave($input: ExchangeRateSaveInput!) { exchangeRateSave(input: $input) { exchangeRate { currency baseCurrency rate validFrom } userErrors { code path } } }`;
const rates = /* GraphQL */ `query Rates($at: DateTime) { exchangeRates(at: $at) { currency baseCurrency rate } }`;
const history = /* GraphQL */ `
  query RateHistory($currency: CurrencyCode!, $first: Int, $after: String) { exchangeRateHistory(currency: $currency, first: $first, after: $after) { edges { node { rate } } pageInfo { hasNextPage endCursor } } }`;
const info = /* GraphQL */ `query RateInfo($code: CurrencyCode!, $locale: String) { currencyInfo(code: $code) { code decimals rate symbol(locale: $locale) } }`;

const set = async (platform: Person, input: Record<string, unknown>) => (await platform.ask(save, { input })).exchangeRateSave;

async function withClock(work: (app: App, clock: JumpingClock) => Promise<void>): Promise<void> {
  const clock = new JumpingClock();
  const app = await startApp({ clock: clock.now });
  await work(app, clock).finally(() => app.stop());
}

interface Page {
  readonly edges: { node: { rate: string } }[];
  readonly pageInfo: { hasNextPage: boolean; endCursor: string | null };
}

describe('an exchange rate', () => {
  test('holds from its instant until the next one, and what held stays known', () => withClock(async (app, clock) => {
    const { platform, shopper } = await openShop(app);
    const start = clock.now();
    const tomorrow = secondsAfter(start, 86_400);
    expect(await set(platform, { currency: 'USD', rate: '0.7850' })).toMatchObject({ userErrors: [], exchangeRate: { currency: 'USD', baseCurrency: 'GBP', rate: '0.785' } });
    await set(platform, { currency: 'USD', rate: '0.79', validFrom: tomorrow });
    await set(platform, { currency: 'JPY', rate: '0.0051234567', validFrom: secondsAfter(clock.now(), 60) });
    expect((await shopper.ask(rates)).exchangeRates).toEqual([{ currency: 'USD', baseCurrency: 'GBP', rate: '0.785' }]);
    expect((await shopper.ask(rates, { at: tomorrow })).exchangeRates).toEqual([{ currency: 'JPY', baseCurrency: 'GBP', rate: '0.0051234567' }, { currency: 'USD', baseCurrency: 'GBP', rate: '0.79' }]);
    expect((await shopper.ask(rates, { at: '2000-01-01T00:00:00Z' })).exchangeRates).toEqual([]);
    clock.jump(86_401);
    expect((await shopper.ask(info, { code: 'USD' })).currencyInfo).toMatchObject({ rate: '0.79' });
    const at = (currency: string, instant: string) => rateAt(dbOf(app), currency, 'GBP', instant);
    expect([await at('USD', clock.now()), await at('USD', secondsAfter(tomorrow, -1)), await at('USD', secondsAfter(start, -60)), await at('GBP', start), await at('CHF', clock.now())]).toEqual(['0.79', '0.785', null, '1', null]);
  }));

  test('that is still to come can be replaced, one that holds cannot: nothing is set for the past', () => withClock(async (app, clock) => {
    const { platform, shopper } = await openShop(app);
    const validFrom = secondsAfter(clock.now(), 3600);
    for (const rate of ['0.5', '0.6']) expect((await set(platform, { currency: 'CHF', rate, validFrom })).userErrors).toEqual([]);
    clock.jump(3601);
    expect((await shopper.ask(info, { code: 'CHF' })).currencyInfo.rate).toBe('0.6');
    expect((await set(platform, { currency: 'CHF', rate: '0.7', validFrom })).userErrors).toEqual([{ code: 'INVALID_INPUT', path: ['validFrom'] }]);
    expect((await shopper.ask(info, { code: 'CHF' })).currencyInfo.rate).toBe('0.6');
  }));

  test('is none of the platform’s own currency, and a decimal above zero', async ({ app }) => {
    const { platform } = await openShop(app);
    expect((await set(platform, { currency: 'GBP', rate: '1' })).userErrors).toEqual([{ code: 'INVALID_INPUT', path: ['currency'] }]);
    for (const rate of ['0', '0.0', '-1', '1e3', '0.00000000001', '1234567890123', 'one', '1.']) {
      expect((await platform.request(save, { input: { currency: 'USD', rate } })).errors, rate).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT' } }]);
    }
    expect((await set(platform, { currency: 'USD', rate: '000123456789012.1234567890', dryRun: true })).exchangeRate.rate).toBe('123456789012.123456789');
  });

  test('stands in a history that is read in pages, newest first', () => withClock(async (app, clock) => {
    const { platform } = await openShop(app);
    const all = Array.from({ length: 7 }, (_, index) => `0.${index + 1}`);
    for (const rate of all) {
      await set(platform, { currency: 'SEK', rate });
      clock.jump(60);
    }
    await set(platform, { currency: 'NOK', rate: '9' });
    const seen: string[] = [];
    for (let after: string | null = null, more = true; more;) {
      const { edges, pageInfo }: Page = (await platform.ask(history, { currency: 'SEK', first: 3, after })).exchangeRateHistory;
      seen.push(...edges.map(({ node }) => node.rate));
      [after, more] = [pageInfo.endCursor, pageInfo.hasNextPage];
    }
    expect(seen).toEqual(all.toReversed());
    for (const variables of [{ first: 0 }, { first: 101 }, { after: 'nonsense' }]) expect((await platform.request(history, { currency: 'SEK', ...variables })).errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT' } }]);
  }));
});

describe('an order', () => {
  test('records the rate of its instant for good, and is placed without one where none was saved', () => withClock(async (app, clock) => {
    const shop = await openShop(app, 'CHF');
    const place = () => placeOnline(shop, 'SELF_PICK');
    const rateOf = async (id: string) => (await shop.shopper.ask(/* GraphQL */ `query RateOfOrder($id: ID!) { order(id: $id) { exchangeRate total { currency } } }`, { id })).order;
    const early = await place();
    await set(shop.platform, { currency: 'CHF', rate: '0.89' });
    const first = await place();
    clock.jump(60);
    await set(shop.platform, { currency: 'CHF', rate: '0.9' });
    const second = await place();
    expect([await rateOf(early.id), await rateOf(first.id), await rateOf(second.id)]).toEqual([null, '0.89', '0.9'].map((exchangeRate) => ({ exchangeRate, total: { currency: 'CHF' } })));
  }));
});

describe('a currency', () => {
  test.for([['USD', 'zh-CN', 2, 'US$'], ['JPY', 'zh-CN', 0, 'JP¥'], ['CNY', 'zh-CN', 2, '¥'], ['GBP', 'en', 2, '£'], ['KWD', 'en', 3, 'KWD']] as const)('%s is marked for %s (S1-116)', async ([code, locale, decimals, symbol], { app }) => {
    const { shopper } = await openShop(app);
    expect((await shopper.ask(info, { code, locale })).currencyInfo).toMatchObject({ code, decimals, symbol, rate: code === 'GBP' ? '1' : null });
  });

  test('needs a language tag that is one', async ({ app }) => {
    const { shopper } = await openShop(app);
    for (const locale of ['no such locale', 'x'.repeat(36)]) expect((await shopper.request(info, { code: 'GBP', locale })).errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT' } }]);
  });
});
