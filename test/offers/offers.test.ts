import { randomUUID } from 'node:crypto';
import { describe, expect } from 'vitest';
import { toGlobalId } from '../../src/platform/ids.ts';
import { test, type Person } from '../support/app.ts';
import { dbOf } from '../support/races.ts';
import { makeOffer, offerFields, trySaveOffer, uniqueCode } from '../support/offers.ts';
import { openShop } from '../support/seeds.ts';

const save = `mutation OffersSave($input: OfferSaveInput!) { offerSave(input: $input) { offer { ${offerFields} } userErrors { code message path } } }`;
const disable = /* GraphQL */ `mutation OffersDisable($input: OfferDisableInput!) { offerDisable(input: $input) { offer { code version disabledAt } userErrors { code path } } }`;
const one = /* GraphQL */ `query OffersOne($id: ID, $code: String) { offer(id: $id, code: $code) { code } }`;
const list = /* GraphQL */ `query OffersList($first: Int!, $after: String, $storeId: ID, $inForce: Boolean) { offers(first: $first, after: $after, storeId: $storeId, inForce: $inForce) { pageInfo { hasNextPage endCursor } edges { node { code } } } }`;
const node = /* GraphQL */ `query OffersNode($id: ID!) { node(id: $id) { id ... on Offer { code } } }`;

const codesOf = (answer: { offers: { edges: { node: { code: string } }[] } }): string[] => answer.offers.edges.map(({ node: { code } }) => code);

describe('an offer', () => {
  test('is saved with all its terms, and shown as it was saved', async ({ app }) => {
    const { platform, storeId, sku } = await openShop(app);
    const input = {
      code: uniqueCode('ALL'), name: 'Two shirts of 2016, a fifth off', target: 'LINE', stacking: 'EXCLUSIVE', priority: 7, currency: 'GBP',
      effect: { kind: 'EVERY_N', percent: '12.5', pieces: 2 }, minimumPieces: 2, minimumAmount: '20.00', maximumDiscount: '15', startsAt: '2026-01-01T00:00:00.000Z', endsAt: '2099-01-01T00:00:00.000Z',
      storeIds: [storeId], tierCodes: ['GOLD'], totalLimit: 1000, customerLimit: 2,
      scope: { skuCodes: [sku, sku], productCodes: ['P'], attributes: [{ name: 'Year', values: ['2016', '2017'] }], excludedSkuCodes: ['X'], excludedProductCodes: ['Y'] },
    };
    const { offerSave } = await platform.ask(save, { input });
    const { effect: _effect, scope: _scope, storeIds: _stores, ...plain } = input;
    expect(offerSave.userErrors).toEqual([]);
    expect(offerSave.offer).toMatchObject({
      ...plain, minimumAmount: { amount: '20.00' }, maximumDiscount: { amount: '15.00' }, stores: [{ id: storeId }], version: 1, disabledAt: null, effect: { kind: 'EVERY_N', percent: '12.5', pieces: 2, amount: null },
      scope: { everything: false, skuCodes: [sku], productCodes: ['P'], attributes: [{ name: 'Year', values: ['2016', '2017'] }], excludedSkuCodes: ['X'], excludedProductCodes: ['Y'] },
    });
    expect((await platform.ask(node, { id: offerSave.offer.id })).node).toEqual({ id: offerSave.offer.id, code: input.code });
  });

  test('is replaced as a whole by the next saving under its code, which what was left out returns to its default', async ({ app }) => {
    const { platform } = await openShop(app);
    const { code, id } = await makeOffer(platform, { minimumPieces: 3, tierCodes: ['GOLD'], priority: 5 });
    const { offerSave } = await platform.ask(save, { input: { code, name: 'Other', target: 'CART', effect: { kind: 'AMOUNT_OFF', amount: '886' }, currency: 'JPY', expectedVersion: 1 } });
    expect(offerSave).toMatchObject({ userErrors: [], offer: { id, version: 2, target: 'CART', stacking: 'STACKABLE', priority: 100, minimumPieces: 0, tierCodes: [], stores: [], effect: { amount: { amount: '886', currency: 'JPY' }, percent: null }, scope: { everything: true } } });
    const [{ types }] = (await dbOf(app)`select array_agg(type order by version) as types from events where subject_kind = 'offer' and changes ->> 'code' = ${code}`) as unknown as [{ types: string[] }];
    expect(types).toEqual(['OFFER_SAVED', 'OFFER_SAVED']);
  });

  test('that must be new is refused where it is not', async ({ app }) => {
    const { platform } = await openShop(app);
    const { code } = await makeOffer(platform, { expectedVersion: 0 });
    expect(await trySaveOffer(platform, { code, expectedVersion: 0 })).toMatchObject({ offer: { version: 1 }, userErrors: [{ code: 'VERSION_CONFLICT', path: ['expectedVersion'] }] });
  });

  test('goes out of force once, and comes back by being saved', async ({ app }) => {
    const { platform } = await openShop(app);
    const { id, code } = await makeOffer(platform);
    const off = async () => (await platform.ask(disable, { input: { offerId: id } })).offerDisable;
    const [first, second] = [await off(), await off()];
    expect([first.offer.version, second.offer.version, first.offer.disabledAt]).toEqual([2, 2, second.offer.disabledAt]);
    expect(first.offer.disabledAt).not.toBeNull();
    expect((await platform.ask(save, { input: { code, name: 'Back', target: 'LINE', effect: { kind: 'PERCENT_OFF', percent: '1' } } })).offerSave.offer).toMatchObject({ version: 3, disabledAt: null });
    expect((await platform.ask(disable, { input: { offerId: toGlobalId('offer', randomUUID()) } })).offerDisable).toEqual({ offer: null, userErrors: [{ code: 'NOT_FOUND', path: ['offerId'] }] });
  });

  test('saved by twenty at once ends as the last of twenty versions, or tells who lost to try again', async ({ app }) => {
    const { platform } = await openShop(app);
    const code = uniqueCode('RACE');
    const answers = await Promise.all(Array.from({ length: 20 }, (_, n) => trySaveOffer(platform, { code, priority: n })));
    const refused = answers.filter(({ userErrors }) => userErrors.length > 0);
    expect(refused.every(({ userErrors }) => userErrors[0].code === 'VERSION_CONFLICT')).toBe(true);
    const saved = answers.filter(({ userErrors }) => userErrors.length === 0).map(({ offer }) => offer.version).toSorted((a, b) => a - b);
    expect(saved).toEqual(Array.from({ length: saved.length }, (_, n) => n + 1));
    expect(new Set(answers.filter(({ offer }) => offer).map(({ offer }) => offer.id)).size).toBe(1);
  });
});

const long = 'x'.repeat(65);

describe('an offer that cannot be', () => {
  test.for([
    [{ effect: { kind: 'PERCENT_OFF' } }, ['effect', 'percent']], [{ effect: { kind: 'PERCENT_OFF', percent: '0' } }, ['effect', 'percent']], [{ effect: { kind: 'PERCENT_OFF', percent: '100.01' } }, ['effect', 'percent']],
    [{ effect: { kind: 'PERCENT_OFF', percent: '1.234' } }, ['effect', 'percent']], [{ effect: { kind: 'PERCENT_OFF', percent: '-5' } }, ['effect', 'percent']],
    [{ effect: { kind: 'PERCENT_OFF', percent: '5', amount: '1' } }, ['effect', 'amount']], [{ effect: { kind: 'PERCENT_OFF', percent: '5', pieces: 2 } }, ['effect', 'pieces']],
    [{ effect: { kind: 'AMOUNT_OFF', amount: '5' } }, ['currency']], [{ effect: { kind: 'AMOUNT_OFF', amount: '5.001' }, currency: 'GBP' }, ['effect', 'amount']], [{ effect: { kind: 'AMOUNT_OFF', amount: '0' }, currency: 'GBP' }, ['effect', 'amount']],
    [{ effect: { kind: 'AMOUNT_OFF', amount: '-1' }, currency: 'GBP' }, ['effect', 'amount']], [{ effect: { kind: 'AMOUNT_OFF', amount: '5.5' }, currency: 'JPY' }, ['effect', 'amount']], [{ effect: { kind: 'FIXED_PRICE' }, currency: 'GBP' }, ['effect', 'amount']],
    [{ effect: { kind: 'EVERY_N', percent: '5' } }, ['effect', 'pieces']], [{ effect: { kind: 'NTH_PIECE', percent: '5', pieces: 1 } }, ['effect', 'pieces']], [{ effect: { kind: 'NTH_PIECE', percent: '5', pieces: 1001 } }, ['effect', 'pieces']],
    [{ minimumAmount: '5' }, ['currency']], [{ minimumAmount: '-5', currency: 'GBP' }, ['minimumAmount']], [{ maximumDiscount: '0', currency: 'GBP' }, ['maximumDiscount']], [{ minimumPieces: -1 }, ['minimumPieces']],
    [{ startsAt: '2026-01-01T00:00:00Z', endsAt: '2026-01-01T00:00:00Z' }, ['endsAt']], [{ totalLimit: 0 }, ['totalLimit']], [{ customerLimit: -1 }, ['customerLimit']], [{ priority: -1 }, ['priority']], [{ name: ' ' }, ['name']], [{ code: long }, ['code']],
    [{ scope: { skuCodes: ['A', long] } }, ['scope', 'skuCodes', '1']], [{ scope: { attributes: [{ name: 'Year', values: [] }] } }, ['scope', 'attributes', '0', 'values']], [{ scope: { attributes: [{ name: 'Year', values: [''] }] } }, ['scope', 'attributes', '0', 'values', '0']],
    [{ tierCodes: Array.from({ length: 201 }, String) }, ['tierCodes']], [{ storeIds: ['store_x'] }, ['storeIds', '0']], [{ storeIds: [toGlobalId('store', randomUUID())] }, ['storeIds', '0']],
  ] as const)('is refused, with the way out: %j', async ([input, path], { app }) => {
    const person = await app.person('PLATFORM', 'platform-1');
    const answer = await trySaveOffer(person, input);
    expect([answer.offer, answer.userErrors.map((error: { path: string[] }) => error.path)]).toEqual([null, [path]]);
    expect(answer.userErrors[0].code).toMatch(/^(INVALID_INPUT|NOT_FOUND)$/);
  });
});

describe('offers in a list', () => {
  test('come newest first, page by page, those of a store and of everywhere, in force or not', async ({ app }) => {
    const { platform, storeId } = await openShop(app);
    const other = await openShop(app);
    const [first, here, ended, elsewhere] = [
      await makeOffer(platform), await makeOffer(platform, { storeIds: [storeId] }), await makeOffer(platform, { endsAt: '2020-01-01T00:00:00Z' }), await makeOffer(platform, { storeIds: [other.storeId] }),
    ];
    const mine = new Set([first, here, ended, elsewhere].map(({ code }) => code));
    const shown = async (person: Person, variables: Record<string, unknown>) => codesOf(await person.ask(list, { first: 100, ...variables })).filter((code) => mine.has(code));
    expect(await shown(platform, {})).toEqual([elsewhere.code, ended.code, here.code, first.code]);
    expect(await shown(platform, { storeId })).toEqual([ended.code, here.code, first.code]);
    expect(await shown(platform, { storeId, inForce: true })).toEqual([here.code, first.code]);
    expect(await shown(platform, { storeId, inForce: false })).toEqual([ended.code]);
    const page = await platform.ask(list, { first: 1 });
    expect([codesOf(page), page.offers.pageInfo.hasNextPage]).toEqual([[elsewhere.code], true]);
    expect(codesOf(await platform.ask(list, { first: 1, after: page.offers.pageInfo.endCursor }))).toEqual([ended.code]);
  });

  test('are for those who buy and sell the ones in force only, in the list, by code and by id', async ({ app }) => {
    const { platform, shopper, clerk } = await openShop(app);
    const [open, early, disabled] = [await makeOffer(platform), await makeOffer(platform, { startsAt: '2099-01-01T00:00:00Z' }), await makeOffer(platform)];
    await platform.ask(disable, { input: { offerId: disabled.id } });
    for (const person of [shopper, clerk]) {
      const codes = codesOf(await person.ask(list, { first: 100, inForce: false }));
      expect([open, early, disabled].map(({ code }) => codes.includes(code))).toEqual([true, false, false]);
      const asked = [open, early, disabled].flatMap(({ id, code }) => [person.ask(one, { code }), person.ask(one, { id }), person.ask(node, { id })]);
      expect((await Promise.all(asked)).map((answer) => (answer.offer ?? answer.node)?.code ?? null)).toEqual([open.code, open.code, open.code, null, null, null, null, null, null]);
    }
    expect((await platform.ask(one, { id: early.id })).offer.code).toBe(early.code);
    expect((await platform.request(one, {})).errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT' } }]);
  });
});
