import { randomUUID } from 'node:crypto';
import { describe, expect, vi } from 'vitest';
import { liveOffers } from '../../src/offers/live-offers.ts';
import { fromGlobalId } from '../../src/platform/ids.ts';
import { systemClock } from '../../src/platform/time.ts';
import { startApp, test } from '../support/app.ts';
import { cloneDatabase } from '../support/database.ts';
import { dbOf } from '../support/races.ts';
import { startStatementProxy } from '../hardening/statement-proxy.ts';
import { makeOffer, uniqueCode } from '../support/offers.ts';
import { openShop } from '../support/seeds.ts';

const now = systemClock();
const disable = /* GraphQL */ `mutation LiveDisable($input: OfferDisableInput!) { offerDisable(input: $input) { userErrors { code } } }`;
const rehearse = /* GraphQL */ `mutation LiveRehearse($input: OfferSaveInput!) { offerSave(input: $input) { offer { code } userErrors { code } } }`;

describe('the offers that quotes are made with', () => {
  test('are those of the store and currency, compiled once for as long as no offer changes', async ({ app }) => {
    const { platform, storeId } = await openShop(app);
    const other = await openShop(app);
    const db = dbOf(app);
    const store = fromGlobalId('store', storeId)!;
    const [everywhere, here, there, yen, ended] = [
      await makeOffer(platform), await makeOffer(platform, { storeIds: [storeId] }), await makeOffer(platform, { storeIds: [other.storeId] }),
      await makeOffer(platform, { currency: 'JPY' }), await makeOffer(platform, { endsAt: '2020-01-01T00:00:00Z' }),
    ];
    const compiled = await liveOffers(db, store, 'GBP', now);
    expect([everywhere, here, there, yen, ended].map(({ code }) => compiled.byCode.has(code))).toEqual([true, true, false, false, false]);
    expect((await liveOffers(db, null, 'JPY', now)).byCode.has(yen.code)).toBe(true);
    expect(await liveOffers(db, store, 'GBP', now)).toBe(compiled);
    await platform.ask(disable, { input: { offerId: here.id } });
    const anew = await liveOffers(db, store, 'GBP', now);
    expect([anew.byCode.has(here.code), anew.byCode.has(everywhere.code)]).toEqual([false, true]);
  });

  test('are not those of a rehearsal', async ({ app }) => {
    const { platform } = await openShop(app);
    const code = uniqueCode('DRY');
    const before = await liveOffers(dbOf(app), null, 'GBP', now);
    expect((await platform.ask(rehearse, { input: { code, name: 'Dry', target: 'LINE', effect: { kind: 'PERCENT_OFF', percent: '5' }, dryRun: true } })).offerSave).toEqual({ offer: { code }, userErrors: [] });
    expect(await liveOffers(dbOf(app), null, 'GBP', now)).toBe(before);
  });

  test('are the same at once in every process, whichever changed them', async ({ app }) => {
    const { platform } = await openShop(app);
    // A module loaded anew remembers nothing of what the others read, as in another process.
    const processes: (typeof liveOffers)[] = [];
    while (processes.length < 3) {
      vi.resetModules();
      processes.push((await import('../../src/offers/live-offers.ts')).liveOffers);
    }
    expect(new Set(processes).size).toBe(3);
    const codes: string[] = [];
    for (let round = 0; round < 6; round += 1) {
      codes.push((await makeOffer(platform)).code);
      for (const read of processes) {
        const { byCode } = await read(dbOf(app), null, 'GBP', now);
        expect(codes.map((code) => byCode.has(code))).toEqual(codes.map(() => true));
      }
    }
  });

  test('of another store or currency are known by code, so that whoever names one is told that it is not for this', async ({ app }) => {
    const { platform, storeId } = await openShop(app);
    const [there, money] = [await makeOffer(platform, { storeIds: [storeId] }), await makeOffer(platform, { currency: 'JPY' })];
    const { byCode, everywhere } = await liveOffers(dbOf(app), null, 'GBP', now);
    expect([there, money].map(({ code }) => [byCode.has(code), everywhere.has(code)])).toEqual([[false, true], [false, true]]);
  });

  test('cost one small statement while nothing changes, however many there are', async () => {
    const database = await cloneDatabase();
    const proxy = await startStatementProxy(database.url);
    const app = await startApp({ databaseUrl: proxy.url });
    try {
      const { platform } = await openShop(app);
      for (let n = 0; n < 5; n += 1) await makeOffer(platform, { code: `MANY-${randomUUID()}` });
      await liveOffers(dbOf(app), null, 'GBP', now);
      proxy.take();
      for (let n = 0; n < 3; n += 1) await liveOffers(dbOf(app), null, n === 0 ? 'GBP' : 'JPY', now);
      expect(proxy.take().filter((sql) => sql.includes('offer'))).toEqual(Array.from({ length: 3 }, () => 'select revision from offer_revision'));
    } finally {
      await app.stop();
      await proxy.stop();
      await database.drop();
    }
  });
});
