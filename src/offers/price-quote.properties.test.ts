import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { carts, coupons, customers, offerSets, requests, scopes } from '../../test/support/quote-arbitraries.ts';
import { line, offer, request } from '../../test/support/quote-requests.ts';
import { compileOffers, eachOfferFor, isInScope } from './compile-offers.rules.ts';
import { judgeCoupons, priceQuote } from './price-quote.rules.ts';
import type { Quote, QuoteLine, QuoteRequest } from './quote-model.rules.ts';

const thousands = { numRuns: 2000 };
const sumOf = <T>(items: readonly T[], of: (item: T) => number): number => items.reduce((sum, item) => sum + of(item), 0);

const figures = ({ listTotal, discountTotal, saleTotal, pointsUsed, pointsTotal, freightTotal, total }: Quote): number[] =>
  [listTotal, discountTotal, saleTotal, pointsUsed, pointsTotal, freightTotal, total];

/** Whether the quote touched anything that the property is about: a property over empty carts proves nothing. */
const counting = (): { note(happened: boolean): void; readonly share: number } => {
  let [all, hits] = [0, 0];
  return { note: (happened) => { all += 1; if (happened) hits += 1; }, get share() { return hits / all; } };
};

describe('every quote', () => {
  test('adds up: the shares of the lines are the order’s figures, to the last minor unit', () => {
    const [withPoints, withFreight, withCoupon] = [counting(), counting(), counting()];
    fc.assert(fc.property(requests, (asked) => {
      const quote = priceQuote(asked);
      const { lines, points, freight, coupon } = quote;
      expect(lines.map(({ seq }) => seq)).toEqual(asked.lines.map(({ seq }) => seq));
      expect(figures(quote).slice(0, 6)).toEqual([
        sumOf(lines, ({ listTotal }) => listTotal), sumOf(lines, ({ discountTotal }) => discountTotal), sumOf(lines, ({ saleTotal }) => saleTotal),
        sumOf(lines, ({ pointsUsed }) => pointsUsed), sumOf(lines, ({ pointsShare }) => pointsShare), sumOf(lines, ({ freightShare }) => freightShare)]);
      expect(quote.total).toBe(sumOf(lines, ({ saleTotal, pointsShare, freightShare }) => saleTotal - pointsShare + freightShare));
      expect([quote.pointsUsed, quote.pointsTotal, quote.freightTotal]).toEqual([points?.used ?? 0, points?.usedAmount ?? 0, freight?.total ?? 0]);
      expect(coupon?.discount ?? 0).toBe(sumOf(lines.flatMap(({ steps }) => couponSteps(steps)), ({ amount }) => amount));
      withPoints.note(quote.pointsTotal > 0);
      withFreight.note(quote.freightTotal > 0);
      withCoupon.note(coupon?.applies ?? false);
    }), thousands);
    expect(Math.min(withPoints.share, withFreight.share, withCoupon.share)).toBeGreaterThan(0.05);
  });

  test('has no line below zero, and none that costs more than the catalogue says', () => {
    fc.assert(fc.property(requests, (asked) => {
      for (const { saleTotal, listTotal, discountTotal, pointsShare, pointsUsed, freightShare } of priceQuote(asked).lines) {
        expect(Math.min(saleTotal, discountTotal, pointsShare, pointsUsed, freightShare, saleTotal - pointsShare)).toBeGreaterThanOrEqual(0);
        expect(listTotal - discountTotal).toBe(saleTotal);
      }
    }), thousands);
  });

  test('explains itself: the steps of a line lead from its list price to its sale price', () => {
    const explained = counting();
    fc.assert(fc.property(requests, (asked) => {
      for (const { listTotal, saleTotal, steps } of priceQuote(asked).lines) {
        let price = listTotal;
        for (const { kind, amount, after } of steps) {
          expect(after).toBe(price - amount);
          expect(kind === 'LOSS_GUARD' ? -amount : amount).toBeGreaterThanOrEqual(kind === 'MANUAL' ? 0 : 1);
          price = after;
        }
        expect(price).toBe(saleTotal);
        explained.note(steps.length > 1);
      }
    }), thousands);
    expect(explained.share).toBeGreaterThan(0.1);
  });

  test('does not depend on the order in which the lines stand', () => {
    const shuffled = requests.chain((asked) => fc.shuffledSubarray([...asked.lines], { minLength: asked.lines.length }).map((lines) => ({ asked, lines })));
    fc.assert(fc.property(shuffled, ({ asked, lines }) => {
      const renumbered = lines.map((each, index) => ({ ...each, seq: index + 1 }));
      expect(figures(priceQuote({ ...asked, lines: renumbered }))).toEqual(figures(priceQuote(asked)));
    }), thousands);
  });

  test('leaves the list price of the other lines alone when a line is added', () => {
    fc.assert(fc.property(requests, carts(), (asked, [added]) => {
      const [before, after] = [priceQuote(asked), priceQuote({ ...asked, lines: [...asked.lines, { ...added!, seq: 99 }] })];
      expect(after.lines.slice(0, -1).map(({ listTotal }) => listTotal)).toEqual(before.lines.map(({ listTotal }) => listTotal));
    }), thousands);
  });

  test('sells no piece below its cost, unless that is allowed or the catalogue or a person says so', () => {
    const guarded = counting();
    fc.assert(fc.property(requests, (asked) => {
      const quote = priceQuote(asked);
      for (const [index, { saleTotal, steps }] of quote.lines.entries()) {
        const { unitCost, lossAllowed, salePrice, quantity, manualPrice, parentSeq } = asked.lines[index]!;
        guarded.note(steps.some(({ kind }) => kind === 'LOSS_GUARD'));
        if (lossAllowed || unitCost === null || manualPrice || parentSeq !== null) continue;
        expect(saleTotal).toBeGreaterThanOrEqual(Math.min(unitCost, salePrice) * quantity);
      }
    }), thousands);
    expect(guarded.share).toBeGreaterThan(0.02);
  });

  test('leaves lines alone whose price was set by hand, and charges nothing for what a bundle includes', () => {
    fc.assert(fc.property(requests, (asked) => {
      for (const [index, { saleTotal, steps, catalogOffers, cartOffers }] of priceQuote(asked).lines.entries()) {
        const { manualPrice, parentSeq, quantity } = asked.lines[index]!;
        if (parentSeq !== null) expect(saleTotal).toBe(0);
        else if (manualPrice) expect([saleTotal, steps.length, catalogOffers.length + cartOffers.length]).toEqual([manualPrice.unitPrice * quantity, 1, 0]);
      }
    }), thousands);
  });
});

const couponSteps = (steps: Quote['lines'][number]['steps']) => {
  const from = steps.findIndex(({ kind }) => kind === 'COUPON');
  return from === -1 ? [] : steps.slice(from);
};

/** What an exclusive offer took off all lines. */
const givenBy = ({ lines }: Quote, code: string): number => sumOf(lines.flatMap(({ steps }) => steps.filter((step) => step.code === code)), ({ amount }) => amount);

/** All of them first, then none, then whatever is between. */
const subsetsOf = <T>(items: readonly T[]): T[][] => Array.from({ length: 2 ** items.length }, (_, n) => items.filter((_item, at) => Math.floor((2 ** items.length - 1 + n) / 2 ** at) % 2 === 1));

describe('the best of the offers', () => {
  const saleTotalWith = (lines: readonly QuoteLine[], offers: QuoteRequest['offers']['offers']): number => priceQuote(request(lines, offers, { customer: null, storeId: 'store-1' })).saleTotal;

  test.each(['LINE', 'CART'] as const)('is never worse than any single one of them, nor than none (%s)', (target) => {
    const better = counting();
    fc.assert(fc.property(carts(true), offerSets(target), (lines, offers) => {
      const all = saleTotalWith(lines, compileOffers(offers).offers);
      const single = compileOffers(offers).offers.map((each) => saleTotalWith(lines, [each]));
      for (const one of single) expect(all).toBeLessThanOrEqual(one);
      better.note(single.some((one) => one < saleTotalWith(lines, [])));
    }), thousands);
    expect(better.share).toBeGreaterThan(0.2);
  });

  test('is never worse than any single one of them, than none, nor than what a stranger pays, whatever the stages cost each other', () => {
    const weighed = counting();
    fc.assert(fc.property(carts(true), offerSets(), fc.option(coupons, { nil: null, freq: 2 }), fc.option(customers, { nil: null, freq: 4 }), (lines, drawn, held, terms) => {
      const shop = compileOffers(drawn).offers.filter(({ tierCodes }) => tierCodes.length === 0);
      const totalWith = (offers: typeof shop, extra: Partial<QuoteRequest>): number => priceQuote(request(lines, offers, { storeId: 'store-1', ...extra })).saleTotal;
      const all = totalWith(shop, { coupon: held, customer: terms });
      for (const one of shop) expect([one.code, all <= totalWith([one], {})]).toEqual([one.code, true]);
      expect(all).toBeLessThanOrEqual(totalWith(shop, {}));
      expect(all).toBeLessThanOrEqual(totalWith(shop, { customer: terms }));
      expect(all).toBeLessThanOrEqual(totalWith([], { coupon: held, customer: terms }));
      weighed.note(priceQuote(request(lines, shop, { storeId: 'store-1', coupon: held, customer: terms })).refusedOffers.some(({ reason }) => reason === 'BETTER_OFFER'));
    }), thousands);
    expect(weighed.share).toBeGreaterThan(0.1);
  });

  test('gives a line one exclusive offer alone, or stackable ones', () => {
    fc.assert(fc.property(carts(true), offerSets('LINE'), (lines, offers) => {
      const exclusive = new Set(offers.filter(({ stacking }) => stacking === 'EXCLUSIVE').map(({ code }) => code));
      for (const { catalogOffers } of priceQuote(request(lines, offers)).lines) {
        if (catalogOffers.some(({ code }) => exclusive.has(code))) expect(catalogOffers).toHaveLength(1);
      }
    }), thousands);
  });

  test('gives nothing for pieces that another exclusive offer has taken: what an offer gives, it gives for those it kept, by itself', () => {
    const several = counting();
    fc.assert(fc.property(carts(true), offerSets('LINE'), (lines, drawn) => {
      const compiled = compileOffers(drawn).offers;
      const exclusive = new Map(compiled.filter(({ stacking }) => stacking === 'EXCLUSIVE').map((each) => [each.code, each]));
      const quote = priceQuote(request(lines, drawn, { storeId: 'store-1' }));
      const has = (index: number, code: string): boolean => quote.lines[index]!.catalogOffers.some((got) => got.code === code);
      const carrying = (code: string) => lines.filter((_, index) => has(index, code));
      // A line that got no cheaper may count for the offer all the same, though for one exclusive offer alone.
      const silent = (code: string) => lines.filter((_, index) => !has(index, code) && quote.lines[index]!.catalogOffers.every((got) => !exclusive.has(code) && !exclusive.has(got.code)));
      const byItself = (some: readonly QuoteLine[], code: string) => priceQuote(request(some, compiled.filter((each) => each.code === code), { storeId: 'store-1' }));
      for (const { code } of quote.catalogOffers) {
        const unmet = byItself([...carrying(code), ...silent(code)], code).refusedOffers.filter(({ missingPieces, missingAmount }) => missingPieces !== null || missingAmount !== null);
        expect([code, unmet]).toEqual([code, []]);
        if (exclusive.has(code)) expect([code, subsetsOf(silent(code)).some((some) => givenBy(byItself([...carrying(code), ...some], code), code) >= givenBy(quote, code))]).toEqual([code, true]);
      }
      several.note(quote.catalogOffers.length > 1);
    }), thousands);
    expect(several.share).toBeGreaterThan(0.1);
  });

  test('says of every live offer that sees a line whether it applied, or why not', () => {
    fc.assert(fc.property(requests, (asked) => {
      const quote = priceQuote(asked);
      const open = asked.lines.filter(({ manualPrice, parentSeq }) => manualPrice === null && parentSeq === null);
      const told = new Set([...quote.catalogOffers, ...quote.cartOffers, ...quote.refusedOffers.filter(({ reason }) => reason !== 'NOT_FOR_THIS')].map(({ code }) => code));
      const live = asked.offers.offers.filter(({ storeIds, currency, startsAt, endsAt }) =>
        (storeIds.length === 0 || storeIds.includes(asked.storeId ?? '')) && currency !== 'JPY' && (startsAt ?? '') <= asked.now && asked.now < (endsAt ?? '9'));
      for (const { code, scope } of live) expect([code, told.has(code)]).toEqual([code, open.some((each) => isInScope(scope, each))]);
    }), thousands);
  });

  test('says of no offer that a line got that the line did not get it', () => {
    fc.assert(fc.property(requests, (asked) => {
      const quote = priceQuote(asked);
      const got = new Set(quote.lines.flatMap(({ seq, catalogOffers, cartOffers }) => [...catalogOffers, ...cartOffers].map(({ code }) => `${code} ${seq}`)));
      // A CART offer that a clerk chose for a line by mistake is none for the line, whatever it does to the cart.
      const denied = quote.refusedOffers.filter(({ reason }) => reason !== 'NOT_FOR_THIS').flatMap(({ code, seqs }) => seqs.map((seq) => `${code} ${seq}`));
      expect(denied.filter((each) => got.has(each))).toEqual([]);
    }), thousands);
  });
});

describe('the index of the offers', () => {
  test('finds for a line exactly the offers whose scope holds it', () => {
    fc.assert(fc.property(fc.array(scopes, { maxLength: 12 }), carts(), (drawn, lines) => {
      const compiled = compileOffers(drawn.map((scope, index) => offer(`O${index}`, { scope })));
      for (const each of lines) {
        const found = new Set<string>();
        eachOfferFor(compiled.line, each, ({ code }) => void found.add(code));
        expect([...found].toSorted()).toEqual(compiled.offers.filter(({ scope }) => isInScope(scope, each)).map(({ code }) => code).toSorted());
      }
    }), thousands);
  });

  test('does not take an attribute that a line lacks, or that every object has, for one it has', () => {
    const scope = { skuCodes: [], productCodes: [], attributes: [{ name: 'constructor', values: ['x'] }], excludedSkuCodes: [], excludedProductCodes: [] };
    expect(isInScope(scope, line(1, 100))).toBe(false);
  });
});

describe('a coupon', () => {
  test('is judged as it would be priced, one by one and among others', () => {
    fc.assert(fc.property(requests, fc.array(coupons, { minLength: 1, maxLength: 3 }), (asked, held) => {
      expect(judgeCoupons(asked, held)).toEqual(held.map((each) => priceQuote({ ...asked, coupon: each }).coupon));
    }), { numRuns: 1000 });
  });

  test('never makes an order dearer', () => {
    fc.assert(fc.property(requests, coupons, (asked, held) => {
      expect(priceQuote({ ...asked, coupon: held }).saleTotal).toBeLessThanOrEqual(priceQuote({ ...asked, coupon: null }).saleTotal);
    }), { numRuns: 1000 });
  });
});
