import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { feeFor, freightOf, ruleFor, type FreightLine, type FreightRule, type FreightTemplate, type Region } from './freight.rules.ts';

const rule = (extra: Partial<FreightRule> = {}): FreightRule => ({ regions: [], firstUnits: 1, firstFee: 800, additionalUnits: 1, additionalFee: 200, freeFromAmount: null, freeFromPieces: null, ...extra });
const template = (extra: Partial<FreightTemplate> = {}): FreightTemplate => ({
  id: 'a', code: 'STD', name: 'Standard', currency: 'CNY', unit: 'PIECES', deliveryTypes: ['EXPRESS'], origin: { country: 'CN', province: 'Guangdong', city: 'Guangzhou' }, rules: [rule()], ...extra,
});
const line = (seq: number, extra: Partial<FreightLine> = {}): FreightLine => ({ seq, quantity: 1, weightGrams: 500, freightTemplateId: 'a', saleTotal: 1000, ...extra });
const place = (country: string | null, province: string | null = null, city: string | null = null): Region => ({ country, province, city });
const guangzhou = place('CN', 'Guangdong', 'Guangzhou');

describe('the rule for a destination', () => {
  const rules = [
    rule({ regions: ['Jilin/Jilin'], firstFee: 1 }), rule({ regions: ['Tibet', 'Xinjiang'], served: false }), rule({ regions: ['Guangdong'], firstFee: 2 }), rule({ regions: ['CN'], firstFee: 3 }), rule({ regions: ['JP/Tokyo'], firstFee: 4 }),
  ];
  test.each<[string, Region, number | null]>([
    ['the first that names a part of it', guangzhou, 2], ['which may be the country alone', place('CN', 'Hebei', 'Baoding'), 3], ['or a path', place('CN', 'Jilin', 'Jilin'), 1], ['that is followed level by level', place('CN', 'Jilin', 'Siping'), 3],
    ['none where that refuses', place('CN', 'Tibet', 'Lhasa'), null], ['none where no rule reaches', place('FR', null, 'Paris'), null], ['the country of the origin where none is named', place(null, 'Hebei', 'Baoding'), 3],
    ['also for blank ones', place(' ', 'Guangdong'), 2], ['whatever the case, width and space', place('ｃｎ', ' guangDONG '), 2], ['a path from the country on', place('JP', 'Tokyo'), 4], ['not with a level between', place('JP', 'Kanto', 'Tokyo'), null],
  ])('is %s', (_what, region, fee) => {
    expect(ruleFor(template({ rules }), region)?.firstFee ?? null).toBe(fee);
  });

  test('is the one for everywhere where no other comes before it, and needs no origin', () => {
    expect(ruleFor(template({ origin: null, rules: [rule({ regions: ['CN'] }), rule({ firstFee: 9 })] }), place(null, 'Hebei'))?.firstFee).toBe(9);
    expect(ruleFor(template({ origin: undefined as never, rules: [rule({ regions: ['CN'] })] }), place(null, 'Hebei'))).toBeNull();
    expect(ruleFor(template({ rules: [] }), guangzhou)).toBeNull();
  });
});

test.each([[1, 800], [2, 1000], [5, 1600], [0, 800]])('the fee for %i pieces is %i: the first at one price, each further one at another', (units, fee) => {
  expect(feeFor(rule(), units)).toBe(fee);
});

test.each([[1, 1000], [1000, 1000], [1001, 1300], [1500, 1300], [1501, 1600]])('the fee for %i grams is %i: what is begun counts as whole', (units, fee) => {
  expect(feeFor(rule({ firstUnits: 1000, firstFee: 1000, additionalUnits: 500, additionalFee: 300 }), units)).toBe(fee);
});

describe('freight', () => {
  test('charges the lines of a template as one parcel, and adds the parcels up (S4-127)', () => {
    const heavy = template({ id: 'b', code: 'HVY', unit: 'WEIGHT', rules: [rule({ firstUnits: 1000, firstFee: 1000, additionalUnits: 1000, additionalFee: 500 })] });
    const lines = [line(1, { quantity: 2 }), line(2, { freightTemplateId: 'b', quantity: 3, weightGrams: 700 }), line(3, { freightTemplateId: null }), line(4)];
    expect(freightOf([template(), heavy], guangzhou, lines, 'CNY')).toEqual({
      total: 3200, undeliverable: [],
      charges: [
        { templateId: 'a', templateCode: 'STD', name: 'Standard', seqs: [1, 4], units: 3, fee: 1200, fullFee: 1200, free: false, missingAmount: null, missingPieces: null, deliverable: true, reason: null },
        { templateId: 'b', templateCode: 'HVY', name: 'Standard', seqs: [2], units: 2100, fee: 2000, fullFee: 2000, free: false, missingAmount: null, missingPieces: null, deliverable: true, reason: null },
      ],
      shares: [{ seq: 1, amount: 800 }, { seq: 2, amount: 2000 }, { seq: 4, amount: 400 }],
    });
  });

  test.each<[string, FreightTemplate[], FreightLine, Region, string]>([
    ['REGION_NOT_SERVED', [template({ rules: [rule({ regions: ['Hebei'] })] })], line(1), guangzhou, 'CNY'], ['OTHER_CURRENCY', [template()], line(1), guangzhou, 'JPY'],
    ['WEIGHT_UNKNOWN', [template({ unit: 'WEIGHT' })], line(1, { weightGrams: null }), guangzhou, 'CNY'], ['TEMPLATE_UNKNOWN', [], line(1), guangzhou, 'CNY'],
  ])('is no price of zero where goods cannot be sent: %s', (reason, templates, unsendable, region, currency) => {
    const fine = template({ id: 'z', currency });
    const freight = freightOf([...templates, fine], region, [unsendable, line(2, { freightTemplateId: 'z' })], currency);
    expect(freight).toMatchObject({ total: 0, undeliverable: [1], shares: [], charges: [{ deliverable: false, reason, fee: 0 }, { deliverable: true, reason: null, fee: 800 }] });
  });

  test('is nothing for goods of no template, and for nothing', () => {
    for (const lines of [[], [line(1, { freightTemplateId: null })]]) expect(freightOf([], guangzhou, lines, 'CNY')).toEqual({ total: 0, charges: [], undeliverable: [], shares: [] });
  });

  test.each<[Partial<FreightRule>, { free: boolean; missingAmount: number | null; missingPieces: number | null }]>([
    [{ freeFromAmount: 3000 }, { free: true, missingAmount: null, missingPieces: null }], [{ freeFromAmount: 3001 }, { free: false, missingAmount: 1, missingPieces: null }],
    [{ freeFromPieces: 3 }, { free: true, missingAmount: null, missingPieces: null }], [{ freeFromPieces: 5 }, { free: false, missingAmount: null, missingPieces: 2 }],
    [{ freeFromAmount: 9900, freeFromPieces: 3 }, { free: true, missingAmount: null, missingPieces: null }], [{ freeFromAmount: 9900, freeFromPieces: 4 }, { free: false, missingAmount: 6900, missingPieces: 1 }],
  ])('at %j is %j for three pieces at 30.00 together', (extra, expected) => {
    const { charges: [charge], total } = freightOf([template({ rules: [rule(extra)] })], guangzhou, [line(1, { quantity: 2, saleTotal: 2000 }), line(2)], 'CNY');
    expect(charge).toMatchObject(expected);
    expect(total).toBe(expected.free ? 0 : 1200);
    expect(charge!.fullFee).toBe(1200);
  });
});

describe('whatever is sent', () => {
  const rules = fc.record({
    regions: fc.constantFrom<string[]>([], ['CN'], ['Guangdong']), firstUnits: fc.integer({ min: 1, max: 2000 }), firstFee: fc.integer({ min: 0, max: 5000 }), additionalUnits: fc.integer({ min: 1, max: 1000 }),
    additionalFee: fc.integer({ min: 0, max: 1000 }), freeFromAmount: fc.option(fc.integer({ min: 0, max: 20_000 })), freeFromPieces: fc.option(fc.integer({ min: 1, max: 30 })),
  });
  const templates = fc.tuple(...['a', 'b', 'c'].map((id) => fc.record({ unit: fc.constantFrom('PIECES' as const, 'WEIGHT' as const), rule: rules }).map(({ unit, rule: one }) => template({ id, unit, rules: [one] }))));
  const lines = fc.array(fc.record({ quantity: fc.integer({ min: 1, max: 20 }), weightGrams: fc.integer({ min: 0, max: 3000 }), freightTemplateId: fc.constantFrom('a', 'b', 'c', null), saleTotal: fc.integer({ min: 0, max: 30_000 }) }), { maxLength: 12 })
    .map((all) => all.map((one, index): FreightLine => ({ seq: index + 1, ...one })));
  const sum = (amounts: readonly number[]) => amounts.reduce((total, amount) => total + amount, 0);
  const full = (all: readonly FreightTemplate[]) => all.map((one) => ({ ...one, rules: one.rules.map((r) => ({ ...r, freeFromAmount: null, freeFromPieces: null })) }));

  test('shares are not below zero and sum to the fees; goods of no template bear none', () => {
    fc.assert(fc.property(templates, lines, (all, goods) => {
      const { total, charges, shares, undeliverable } = freightOf(all, guangzhou, goods, 'CNY');
      expect(undeliverable).toEqual([]);
      expect([sum(charges.map(({ fee }) => fee)), sum(shares.map(({ amount }) => amount))]).toEqual([total, total]);
      for (const { fee, seqs } of charges) expect(sum(shares.filter(({ seq }) => seqs.includes(seq)).map(({ amount }) => amount))).toBe(fee);
      expect(shares.map(({ seq }) => seq)).toEqual(goods.filter(({ freightTemplateId }) => freightTemplateId !== null).map(({ seq }) => seq));
      expect(Math.min(0, ...shares.map(({ amount }) => amount))).toBe(0);
    }));
  });

  test('one more piece never costs less, until a threshold makes it free', () => {
    fc.assert(fc.property(templates, lines.filter((all) => all.length > 0), fc.nat(), (all, goods, pick) => {
      const more = goods.map((one, index) => (index === pick % goods.length ? { ...one, quantity: one.quantity + 1 } : one));
      const [before, after] = [goods, more].map((some) => freightOf(all, guangzhou, some, 'CNY'));
      for (const [index, charge] of after!.charges.entries()) {
        expect(charge.fullFee).toBeGreaterThanOrEqual(before!.charges[index]!.fullFee);
        if (before!.charges[index]!.free) expect(charge.free).toBe(true);
      }
      expect(freightOf(full(all), guangzhou, more, 'CNY').total).toBeGreaterThanOrEqual(freightOf(full(all), guangzhou, goods, 'CNY').total);
    }));
  });

  test('the order of the lines and of the templates makes no difference', () => {
    fc.assert(fc.property(templates, lines, (all, goods) => {
      expect(freightOf(all.toReversed(), guangzhou, goods.toReversed(), 'CNY')).toEqual(freightOf(all, guangzhou, goods, 'CNY'));
    }));
  });

  test('what is missing is just enough', () => {
    fc.assert(fc.property(templates, lines, (all, goods) => {
      for (const charge of freightOf(all, guangzhou, goods, 'CNY').charges) {
        const raised = (field: 'saleTotal' | 'quantity', by: number) => goods.map((one) => (one.seq === charge.seqs[0] ? { ...one, [field]: one[field] + by } : one));
        const freeWith = (some: FreightLine[]) => freightOf(all, guangzhou, some, 'CNY').charges.find(({ templateId }) => templateId === charge.templateId)!.free;
        if (charge.missingAmount !== null) expect([freeWith(raised('saleTotal', charge.missingAmount - 1)), freeWith(raised('saleTotal', charge.missingAmount))]).toEqual([false, true]);
        if (charge.missingPieces !== null) expect([freeWith(raised('quantity', charge.missingPieces - 1)), freeWith(raised('quantity', charge.missingPieces))]).toEqual([false, true]);
      }
    }));
  });
});
