import { describe, expect, test } from 'vitest';
import { coupon, customer, everything, line, offer, refusals, request, saleTotals } from '../../test/support/quote-requests.ts';
import type { OfferDefinition } from './offer-model.rules.ts';
import { priceQuote } from './price-quote.rules.ts';
import type { QuoteLine, QuoteRequest } from './quote-model.rules.ts';

const quoteOf = (lines: readonly QuoteLine[], offers: readonly OfferDefinition[] = [], extra: Partial<QuoteRequest> = {}) => priceQuote(request(lines, offers, extra));
const half = { kind: 'PERCENT_OFF', bps: 5000 } as const;
const only = (...skuCodes: string[]) => ({ ...everything, skuCodes });

describe('an effect on lines', () => {
  const lines = [line(1, 1000, 3), line(2, 400, 2)];
  test.each([
    ['takes a percentage off each piece', { kind: 'PERCENT_OFF', bps: 1250 }, [2625, 700]],
    ['takes an amount off each piece, at most what it costs', { kind: 'AMOUNT_OFF', amount: 450 }, [1650, 0]],
    ['gives each piece a price, and makes none dearer', { kind: 'FIXED_PRICE', price: 500 }, [1500, 800]],
    ['reduces complete groups, the dearest pieces first, across lines', { kind: 'EVERY_N', pieces: 2, bps: 5000 }, [1500, 600]],
    ['reduces one of every three pieces, the cheapest of all', { kind: 'NTH_PIECE', pieces: 3, bps: 10_000 }, [3000, 400]],
    ['reduces one of every two pieces, from the cheapest up', { kind: 'NTH_PIECE', pieces: 2, bps: 10_000 }, [3000, 0]],
  ] as const)('%s', (_what, effect, expected) => {
    expect(saleTotals(quoteOf(lines, [offer('A', { effect })]))).toEqual(expected);
  });

  test('rounds what a percentage takes off a line half up, once, so that cheap goods get their due', () => {
    const percent = (bps: number) => [offer('A', { effect: { kind: 'PERCENT_OFF', bps } })];
    const [quoted] = quoteOf([line(1, 1999, 3)], percent(1250)).lines;
    expect([quoted!.unitSalePrice, quoted!.saleTotal]).toEqual([1749, 5247]);
    const gold = { customer: customer({ tierCode: 'GOLD', discountBps: 300 }) };
    expect([quoteOf([line(1, 15, 1000)], percent(300)).total, quoteOf([line(1, 17, 1000)], percent(300)).total, quoteOf([line(1, 15, 1000)], [], gold).total]).toEqual([14_550, 16_490, 14_550]);
    expect(saleTotals(quoteOf([line(1, 15, 999), line(2, 20, 1)], [offer('A', { effect: { kind: 'EVERY_N', pieces: 2, bps: 300 } })]))).toEqual([14_535, 19]);
    expect(quoteOf([line(1, 15, 1000, { unitCost: 15 })], percent(300)).total).toBe(15_000);
    expect(quoteOf([line(1, 17, 1000, { unitCost: 16 })], percent(1000)).total).toBe(16_000);
  });

  test('takes off no more than its bound, shared out by what it would have taken', () => {
    expect(saleTotals(quoteOf(lines, [offer('A', { effect: half, maximumDiscount: 1000 })]))).toEqual([2211, 589]);
  });

  test('stays exact for a million pieces and a sum near the largest an order can hold', () => {
    const [quoted] = quoteOf([line(1, 999_999, 1_000_000)], [offer('A', { effect: { kind: 'PERCENT_OFF', bps: 3333 } })]).lines;
    expect([quoted!.listTotal, quoted!.saleTotal]).toEqual([999_999_000_000, 666_699_333_300]);
    const quote = quoteOf([line(1, 999_999, 1_000_000), line(2, 7, 3)], [offer('B', { target: 'CART', effect: { kind: 'AMOUNT_OFF', amount: 500_000_000_001 } })]);
    expect(quote.saleTotal).toBe(999_999_000_021 - 500_000_000_001);
  });
});

describe('an effect on the cart', () => {
  const lines = [line(1, 1000, 1), line(2, 500, 1), line(3, 500, 1)];
  test.each([
    ['takes a percentage off the sum and gives each line its share', { kind: 'PERCENT_OFF', bps: 1001 }, [900, 450, 450]],
    ['takes an amount off the sum, by largest remainder', { kind: 'AMOUNT_OFF', amount: 101 }, [949, 475, 475]],
    ['takes at most all', { kind: 'AMOUNT_OFF', amount: 9999 }, [0, 0, 0]],
    ['makes the cheapest piece free', { kind: 'NTH_PIECE', pieces: 3, bps: 10_000 }, [1000, 0, 500]],
  ] as const)('%s', (_what, effect, expected) => {
    const quote = quoteOf(lines, [offer('A', { target: 'CART', effect })]);
    expect(saleTotals(quote)).toEqual(expected);
    expect(quote.cartOffers).toMatchObject([{ code: 'A' }]);
    expect(quote.catalogOffers).toEqual([]);
  });

  test('sees what line offers and the tier have left', () => {
    const offers = [offer('LINE', { effect: half, scope: only('SKU-1') }), offer('CART', { target: 'CART', effect: { kind: 'AMOUNT_OFF', amount: 100 }, minimumAmount: 1350 })];
    const gold = customer({ tierCode: 'GOLD', tierName: 'Gold', discountBps: 1000 });
    expect(quoteOf(lines, offers, { customer: gold }).total).toBe(1250);
    const tooLittle = quoteOf(lines, [offers[0]!, { ...offers[1]!, minimumAmount: 1351 }], { customer: gold });
    expect([tooLittle.total, tooLittle.refusedOffers]).toMatchObject([1350, [{ code: 'CART', reason: 'AMOUNT_MISSING', missingAmount: 1, missingPieces: null, seqs: [1, 2, 3] }]]);
  });
});

describe('what one discount costs another', () => {
  const fifty = offer('FIFTY', { target: 'CART', effect: { kind: 'AMOUNT_OFF', amount: 5000 }, minimumAmount: 50_000 });
  const five = offer('FIVE', { effect: { kind: 'PERCENT_OFF', bps: 500 } });
  const gold = customer({ tierCode: 'GOLD', tierName: 'Gold', discountBps: 300 });
  const cart = [line(1, 50_500)];

  test('is left out where the other is worth more: line offers, the tier, or both', () => {
    expect([quoteOf(cart, [fifty]).total, quoteOf(cart, [fifty, five]).total, quoteOf(cart, [fifty], { customer: gold }).total, quoteOf(cart, [fifty, five], { customer: gold }).total]).toEqual([45_500, 45_500, 45_500, 45_500]);
    expect(refusals(quoteOf(cart, [fifty, five]))).toEqual(['FIVE BETTER_OFFER']);
    expect(quoteOf(cart, [fifty], { customer: gold }).refusedOffers).toEqual([{ offer: null, code: 'GOLD', reason: 'BETTER_OFFER', missingPieces: null, missingAmount: null, seqs: [1] }]);
    expect(refusals(quoteOf(cart, [fifty, five], { customer: gold }))).toEqual(['FIVE BETTER_OFFER', 'GOLD BETTER_OFFER']);
    expect(quoteOf(cart, [fifty, five], { customer: gold }).lines[0]!.steps).toEqual([{ kind: 'CART_OFFER', code: 'FIFTY', name: 'Offer FIFTY', amount: 5000, after: 45_500 }]);
  });

  test('stays where it is worth as much, and says what the other lacks', () => {
    const tenth = offer('TENTH', { effect: { kind: 'AMOUNT_OFF', amount: 5000 } });
    expect([quoteOf(cart, [fifty, tenth]).total, refusals(quoteOf(cart, [fifty, tenth]))]).toEqual([45_500, ['FIFTY AMOUNT_MISSING']]);
  });

  test('is left out where pairs get more of pieces that an earlier discount would have made alike', () => {
    const offers = [offer('THIRD', { effect: { kind: 'NTH_PIECE', pieces: 3, bps: 5000 } }), offer('PAIRS', { target: 'CART', effect: { kind: 'EVERY_N', pieces: 2, bps: 9666 } })];
    const birthday = customer({ tierCode: 'GOLD', birthdayDiscountBps: 2000, birthdayMaximum: 777, isBirthday: true });
    const [stranger, member] = [quoteOf([line(1, 100, 127)], offers), quoteOf([line(1, 100, 127)], offers, { customer: birthday })];
    expect(member.total).toBeLessThanOrEqual(stranger.total);
  });

  test('is left out where it only lowers a line that is sold at cost anyway, and so costs the other lines a cent of a percentage', () => {
    const lines = [line(1, 107, 4, { unitCost: 70 }), line(2, 104, 6)];
    const [first, welcome] = [offer('FIVE', { effect: { kind: 'PERCENT_OFF', bps: 500 }, scope: only('SKU-1') }), { effect: { kind: 'PERCENT_OFF', bps: 3465 } } as const];
    for (const late of [{ offers: [], coupon: coupon(welcome) }, { offers: [offer('ALL', { target: 'CART', ...welcome })], coupon: null }]) {
      const alone = quoteOf(lines, late.offers, { coupon: late.coupon });
      expect(quoteOf(lines, [first, ...late.offers], { coupon: late.coupon }).total).toBeLessThanOrEqual(alone.total);
    }
  });

  test('keeps what a clerk chose for a line', () => {
    const quote = quoteOf([line(1, 50_500, 1, { offerChoice: { kind: 'ONLY', offerCode: 'FIVE' } })], [fifty, five]);
    expect([quote.total, refusals(quote)]).toEqual([47_975, ['FIFTY AMOUNT_MISSING']]);
  });

  test('makes way for a coupon too, by its amount or because it does not go with offers', () => {
    for (const extra of [{ minimumAmount: 50_000 }, { withOffers: false }]) {
      const quote = quoteOf(cart, [five], { coupon: coupon({ effect: { kind: 'AMOUNT_OFF', amount: 5000 }, ...extra }) });
      expect([quote.total, quote.coupon, refusals(quote)]).toMatchObject([45_500, { applies: true, discount: 5000 }, ['FIVE BETTER_OFFER']]);
    }
    const little = quoteOf(cart, [five], { coupon: coupon({ withOffers: false, effect: { kind: 'AMOUNT_OFF', amount: 100 } }) });
    expect([little.total, little.coupon!.reason]).toEqual([47_975, 'ONLY_WITHOUT_OFFERS']);
  });
});

describe('a condition', () => {
  const holds = (extra: Partial<OfferDefinition>, asked: Partial<QuoteRequest> = {}) => quoteOf([line(1, 1000, 2)], [offer('A', extra)], asked);
  test.each([
    ['pieces', { minimumPieces: 3 }, 'PIECES_MISSING', 1, null],
    ['money', { minimumAmount: 2001 }, 'AMOUNT_MISSING', null, 1],
    ['both', { minimumPieces: 5, minimumAmount: 2500 }, 'PIECES_MISSING', 3, 500],
    ['a group', { effect: { kind: 'EVERY_N', pieces: 3, bps: 1000 } }, 'PIECES_MISSING', 1, null],
    ['a tier', { tierCodes: ['GOLD'] }, 'TIER_MISSING', null, null],
  ] as const)('on %s says what is missing', (_what, extra, reason, missingPieces, missingAmount) => {
    const quote = holds(extra as Partial<OfferDefinition>);
    expect(quote.total).toBe(2000);
    expect(quote.refusedOffers).toEqual([{ offer: { id: 'id-A', code: 'A', name: 'Offer A' }, code: 'A', reason, missingPieces, missingAmount, seqs: [1] }]);
  });

  test('holds from its bound on', () => {
    expect([holds({ minimumPieces: 2, minimumAmount: 2000 }).total, holds({ tierCodes: ['GOLD'] }, { customer: customer({ tierCode: 'GOLD' }) }).total]).toEqual([1800, 1800]);
  });

  test.each([
    ['before its window', { startsAt: '2026-03-01T09:30:00.001Z' }, 2000], ['from the first instant of it', { startsAt: '2026-03-01T09:30:00Z' }, 1800],
    ['to the last', { endsAt: '2026-03-01T10:30:00.001+01:00' }, 1800], ['and not at its end', { endsAt: '2026-03-01T09:30:00.000Z' }, 2000],
    ['in another store', { storeIds: ['store-2'] }, 2000], ['in its store', { storeIds: ['store-1'] }, 1800], ['in another currency', { currency: 'USD' }, 2000],
  ] as const)('%s', (_what, extra, total) => {
    const quote = holds(extra, { storeId: 'store-1' });
    expect([quote.total, quote.refusedOffers]).toEqual([total, []]);
  });

  test('on the number of uses comes from what was counted, and needs a customer', () => {
    const limited = { customerLimit: 1, totalLimit: 10 };
    expect(holds(limited).total).toBe(1800);
    expect(refusals(holds(limited, { customerId: null }))).toEqual(['A CUSTOMER_UNKNOWN']);
    expect(refusals(holds(limited, { spentOffers: new Map([['id-A', 'USED_UP']]) }))).toEqual(['A USED_UP']);
    expect(refusals(holds(limited, { spentOffers: new Map([['id-A', 'USED_BY_CUSTOMER']]) }))).toEqual(['A USED_BY_CUSTOMER']);
  });

  test('counts only pieces that the offer may touch', () => {
    const lines = [line(1, 1000), line(2, 1000, 1, { manualPrice: { unitPrice: 900, reason: 'Scratched' } }), line(3, 1000, 1, { offerChoice: { kind: 'NONE' } }), line(4, 1000, 1, { parentSeq: 1 })];
    expect(refusals(quoteOf(lines, [offer('A', { minimumPieces: 2 })]))).toEqual(['A CHOSEN_BY_HAND', 'A PIECES_MISSING']);
  });
});

describe('stacking', () => {
  const off = (code: string, bps: number, extra: Partial<OfferDefinition> = {}) => offer(code, { effect: { kind: 'PERCENT_OFF', bps }, ...extra });

  test('applies stackable offers by priority, each to what the earlier ones left', () => {
    const offers = [offer('TEN', { effect: { kind: 'AMOUNT_OFF', amount: 10 }, priority: 2 }), off('HALF', 5000, { priority: 1 })];
    const [quoted] = quoteOf([line(1, 100)], offers).lines;
    expect([quoted!.saleTotal, quoted!.catalogOffers.map(({ code }) => code), quoted!.catalogOffer?.code]).toEqual([40, ['HALF', 'TEN'], 'TEN']);
    expect(quoteOf([line(1, 100)], offers.map((each) => ({ ...each, priority: 3 - each.priority }))).total).toBe(45);
  });

  test('gives each line the better of one exclusive offer and the stackable ones, and says which lost where', () => {
    const offers = [off('A', 3000), off('B', 2000), off('X', 4000, { stacking: 'EXCLUSIVE' }), off('Y', 9000, { stacking: 'EXCLUSIVE', scope: only('SKU-2') })];
    const quote = quoteOf([line(1, 1000), line(2, 1000)], offers);
    expect(saleTotals(quote)).toEqual([560, 100]);
    expect(quote.refusedOffers.map(({ code, reason, seqs }) => [code, reason, seqs])).toEqual([['A', 'BETTER_OFFER', [2]], ['B', 'BETTER_OFFER', [2]], ['X', 'BETTER_OFFER', [1, 2]]]);
    expect(quote.catalogOffers.map(({ code }) => code)).toEqual(['A', 'B', 'Y']);
  });

  test('gives one exclusive offer to the whole cart', () => {
    const cart = (code: string, amount: number, extra: Partial<OfferDefinition> = {}) => offer(code, { target: 'CART', effect: { kind: 'AMOUNT_OFF', amount }, ...extra });
    const quote = quoteOf([line(1, 1000), line(2, 1000)], [cart('A', 100), cart('B', 150), cart('X', 300, { stacking: 'EXCLUSIVE' })]);
    expect([quote.total, quote.cartOffers.map(({ code }) => code), refusals(quote)]).toEqual([1700, ['X'], ['A BETTER_OFFER', 'B BETTER_OFFER']]);
    expect(quoteOf([line(1, 1000), line(2, 1000)], [cart('A', 100), cart('B', 250), cart('X', 300, { stacking: 'EXCLUSIVE' })]).total).toBe(1650);
  });

  const pair = [line(1, 1000), line(2, 800)];
  test.each([
    ['a share of a pair', { effect: { kind: 'EVERY_N', pieces: 2, bps: 2500 } }, [500, 800]],
    ['the cheaper one of two', { effect: { kind: 'NTH_PIECE', pieces: 2, bps: 6000 } }, [500, 800]],
    ['what only so many pieces get', { effect: { kind: 'PERCENT_OFF', bps: 2000 }, minimumPieces: 2 }, [500, 800]],
    ['what only so much money gets', { effect: { kind: 'PERCENT_OFF', bps: 2000 }, minimumAmount: 801 }, [500, 800]],
    ['no less than a bound leaves', { effect: { kind: 'PERCENT_OFF', bps: 2000 }, maximumDiscount: 90 }, [500, 710]],
  ] as const)('does not give a line %s where an exclusive offer has the other line', (_what, extra, expected) => {
    const offers = [offer('TOGETHER', { stacking: 'EXCLUSIVE', ...(extra as Partial<OfferDefinition>) }), off('HALF', 5000, { stacking: 'EXCLUSIVE', scope: only('SKU-1') })];
    const quote = quoteOf(pair, offers);
    expect(saleTotals(quote)).toEqual(expected);
    expect(quote.refusedOffers.every(({ reason }) => reason === 'BETTER_OFFER')).toBe(true);
    expect(saleTotals(quoteOf(pair, offers.map((each) => (each.code === 'TOGETHER' ? { ...each, stacking: 'STACKABLE' as const } : each))))).toEqual(expected);
  });

  test('counts a line that gets no cheaper itself for one exclusive offer only', () => {
    const free = { stacking: 'EXCLUSIVE', effect: { kind: 'NTH_PIECE', pieces: 2, bps: 10_000 } } as const;
    const quote = quoteOf([line(1, 1000), line(2, 300), line(3, 400)], [offer('A', { ...free, scope: only('SKU-1', 'SKU-2') }), offer('B', { ...free, scope: only('SKU-1', 'SKU-3') })]);
    expect([saleTotals(quote), refusals(quote)]).toEqual([[1000, 300, 0], ['A BETTER_OFFER']]);
  });

  test('says when an offer has nothing to take', () => {
    expect(refusals(quoteOf([line(1, 500)], [offer('A', { effect: { kind: 'FIXED_PRICE', price: 500 } })]))).toEqual(['A NO_EFFECT']);
  });

  test('does not say so of the one that applied by itself, since after others it had nothing to take', () => {
    const cart = (code: string, effect: OfferDefinition['effect']) => offer(code, { target: 'CART', effect });
    const quote = quoteOf([line(1, 100, 2)], [offer('PAIR', { effect: { kind: 'NTH_PIECE', pieces: 2, bps: 6900 } }), cart('A', { kind: 'AMOUNT_OFF', amount: 27 }), cart('B', { kind: 'FIXED_PRICE', price: 52 })]);
    expect([quote.total, quote.cartOffers.map(({ code }) => code), refusals(quote)]).toEqual([83, ['B'], ['A BETTER_OFFER']]);
  });
});

describe('an offer chosen by hand', () => {
  const chosen = (offerCode: string): Partial<QuoteLine> => ({ offerChoice: { kind: 'ONLY', offerCode } });
  const offers = [offer('A', { effect: half }), offer('B', { stacking: 'EXCLUSIVE' }), offer('C', { scope: only('SKU-9') }), offer('D', { target: 'CART' }), offer('E', { endsAt: '2020-01-01T00:00:00Z' }), offer('F', { minimumPieces: 9 }), offer('G', { storeIds: ['store-2'] }), offer('H', { currency: 'JPY' })];

  test('is the only one on its line, better or not', () => {
    const quote = quoteOf([line(1, 1000, 1, chosen('B')), line(2, 1000)], offers.slice(0, 2));
    expect(saleTotals(quote)).toEqual([900, 500]);
    expect(quote.lines[0]!.catalogOffers.map(({ code }) => code)).toEqual(['B']);
  });

  test.each([['C', 'NOT_FOR_THIS'], ['D', 'NOT_FOR_THIS'], ['E', 'NOT_LIVE'], ['NO-SUCH', 'NOT_LIVE'], ['F', 'PIECES_MISSING'], ['G', 'NOT_FOR_THIS'], ['H', 'NOT_FOR_THIS']] as const)('%s leaves the line at its price when it does not apply: %s', (code, reason) => {
    const quote = quoteOf([line(1, 1000, 1, chosen(code))], offers.filter((each) => each.code !== 'D' || code === 'D').map((each) => (each.code === 'D' ? { ...each, minimumPieces: 5 } : each)));
    expect(quote.total).toBe(1000);
    expect(quote.refusedOffers.filter((refused) => refused.code === code).map((refused) => refused.reason)).toContain(reason);
    expect(quote.refusedOffers.find((refused) => refused.code === code)!.offer?.code ?? null).toBe(code === 'NO-SUCH' ? null : code);
  });

  test('none leaves the line to the tier, the cart’s offers and the coupon', () => {
    const quote = quoteOf([line(1, 1000, 1, { offerChoice: { kind: 'NONE' } })], [offer('A'), offer('D', { target: 'CART' })], { customer: customer({ discountBps: 1000, tierName: 'Gold' }), coupon: coupon({ effect: { kind: 'AMOUNT_OFF', amount: 10 } }) });
    expect(quote.lines[0]!.steps.map(({ kind, amount }) => [kind, amount])).toEqual([['TIER', 100], ['CART_OFFER', 90], ['COUPON', 10]]);
  });
});

describe('the loss guard', () => {
  test('stops each discount at the cost of a piece, and says how much it gave back', () => {
    const guarded = { unitCost: 800 };
    const quote = quoteOf([line(1, 1000, 2, guarded), line(2, 1000, 2, { ...guarded, lossAllowed: true })], [offer('A', { effect: half })]);
    expect(saleTotals(quote)).toEqual([1600, 1000]);
    expect(quote.lines[0]!.steps).toEqual([
      { kind: 'OFFER', code: 'A', name: 'Offer A', amount: 1000, after: 1000 }, { kind: 'LOSS_GUARD', code: 'A', name: 'Not below cost', amount: -600, after: 1600 },
    ]);
  });

  test('refuses an offer of which it leaves nothing', () => {
    expect(refusals(quoteOf([line(1, 1000, 2, { unitCost: 1000 })], [offer('A')]))).toEqual(['A LOSS_GUARD']);
  });

  test('leaves a price alone that the catalogue has set below cost', () => {
    expect(quoteOf([line(1, 1000, 2, { salePrice: 700, unitCost: 800 })], [offer('A')]).total).toBe(1400);
  });

  test('does not load on other lines what it keeps from one', () => {
    const quote = quoteOf([line(1, 1000, 1, { unitCost: 990 }), line(2, 1000)], [offer('A', { target: 'CART', effect: { kind: 'AMOUNT_OFF', amount: 200 } })]);
    expect(saleTotals(quote)).toEqual([990, 900]);
  });
});
