import { randomUUID } from 'node:crypto';
import { describe, expect } from 'vitest';
import { couponCode, couponsHeldBy } from '../../src/offers/coupon.queries.ts';
import { limitedOffersOf, offerLimitRefusal, returnOfferUses, spentOffers, takeOfferUses, type LimitedOffer, type Use } from '../../src/offers/offer-uses.ts';
import { liveOffers } from '../../src/offers/live-offers.ts';
import { couponRefusal, redeemCoupon, returnCoupon, type RedeemableCoupon } from '../../src/offers/redeem-coupon.ts';
import type { Database } from '../../src/platform/database.ts';
import { fromGlobalId, personIdOf } from '../../src/platform/ids.ts';
import { systemClock } from '../../src/platform/time.ts';
import { test, type Person } from '../support/app.ts';
import { dbOf } from '../support/races.ts';
import { claimWith, findCoupon, makeCoupon, makeOffer } from '../support/offers.ts';
import { openShop } from '../support/seeds.ts';

const now = systemClock();
const useBy = (customerId: string | null): Use => ({ orderId: randomUUID(), customerId, at: now });
const idOf = ({ subject }: Person): string => personIdOf(subject);

/** As an order's statement does: its row, and with it the coupon. Tells how it ended. */
async function redeem(db: Database, coupon: RedeemableCoupon, use: Use): Promise<'taken' | string> {
  try {
    await db`with saved as (select 1 as row) ${redeemCoupon(db, db`saved`, coupon, use)} select 1`;
    return 'taken';
  } catch (error) {
    return couponRefusal(error, ['couponCode'])?.code ?? String(error);
  }
}

async function take(db: Database, offers: readonly LimitedOffer[], use: Use): Promise<'taken' | string> {
  try {
    await db`with saved as (select 1 as row) ${takeOfferUses(db, db`saved`, offers, use)} select 1`;
    return 'taken';
  } catch (error) {
    return offerLimitRefusal(error)?.code ?? String(error);
  }
}

const giveBack = (db: Database, orderId: string): Promise<unknown> => db`with saved as (select 1 as row) ${returnCoupon(db, db`saved`, orderId, now)} ${returnOfferUses(db, db`saved`, orderId, now)} select 1`;

const tally = (outcomes: readonly string[]): Record<string, number> => Object.fromEntries([...new Set(outcomes)].toSorted().map((outcome) => [outcome, outcomes.filter((other) => other === outcome).length]));

const howOften = 200;

describe('two hundred orders at once', () => {
  test('take a coupon that is good for one use: one gets it', async ({ app }) => {
    const { platform } = await openShop(app);
    const { code } = await makeCoupon(platform, { totalLimit: 1 });
    const coupon = (await findCoupon(dbOf(app), code, null))!;
    const outcomes = await Promise.all(Array.from({ length: howOften }, () => redeem(dbOf(app), coupon, useBy(randomUUID()))));
    expect(tally(outcomes)).toEqual({ COUPON_LIMIT_REACHED: howOften - 1, taken: 1 });
    expect(await findCoupon(dbOf(app), code, null)).toMatchObject({ blocked: 'USED_UP' });
  });

  test('take one customer’s own coupon: one gets it', async ({ app }) => {
    const { platform, shopper } = await openShop(app);
    const claimed = await claimWith(shopper, (await makeCoupon(platform, { distribution: 'CLAIMED' })).code);
    const coupon = (await findCoupon(dbOf(app), claimed.coupon.code, idOf(shopper)))!;
    const outcomes = await Promise.all(Array.from({ length: howOften }, () => redeem(dbOf(app), coupon, useBy(idOf(shopper)))));
    expect(tally(outcomes)).toEqual({ COUPON_USED: howOften - 1, taken: 1 });
    expect(await findCoupon(dbOf(app), claimed.coupon.code, idOf(shopper))).toMatchObject({ blocked: 'USED' });
  });

  test('of one customer take a coupon that each may use three times: three get it', async ({ app }) => {
    const { platform, shopper } = await openShop(app);
    const { code } = await makeCoupon(platform, { customerLimit: 3 });
    const coupon = (await findCoupon(dbOf(app), code, idOf(shopper)))!;
    const outcomes = await Promise.all(Array.from({ length: howOften }, () => redeem(dbOf(app), coupon, useBy(idOf(shopper)))));
    expect(tally(outcomes)).toEqual({ COUPON_LIMIT_REACHED: howOften - 3, taken: 3 });
    expect(await findCoupon(dbOf(app), code, idOf(shopper))).toMatchObject({ blocked: 'USED_BY_CUSTOMER' });
    expect(await redeem(dbOf(app), coupon, useBy(randomUUID()))).toBe('taken');
    expect(await findCoupon(dbOf(app), code, null)).toMatchObject({ blocked: 'CUSTOMER_UNKNOWN' });
  });

  test('take three limited offers in any order: as many as there are get them, and nobody waits in a circle', async ({ app }) => {
    const { platform } = await openShop(app);
    const ids = await Promise.all([5, 7, 200].map(async (totalLimit) => ({ offerId: fromGlobalId('offer', (await makeOffer(platform, { totalLimit, scope: { skuCodes: ['NONE'] } })).id)!, totalLimit, customerLimit: 1 })));
    const outcomes = await Promise.all(Array.from({ length: howOften }, (_, n) => take(dbOf(app), [ids[n % 3]!, ids[(n + 1) % 3]!, ids[(n + 2) % 3]!], useBy(randomUUID()))));
    expect(tally(outcomes)).toEqual({ OFFER_LIMIT_REACHED: howOften - 5, taken: 5 });
    const [counted] = await dbOf(app)<{ used: number[] }[]>`select array_agg(used order by maximum) as used from offer_use_counts where offer_id = any(${ids.map(({ offerId }) => offerId)}::uuid[])`;
    expect(counted!.used).toEqual([5, 5, 5]);
  });
});

describe('a coupon', () => {
  test('comes back when its order dies, once, and can be used again', async ({ app }) => {
    const { platform, shopper } = await openShop(app);
    const { code } = await makeCoupon(platform, { totalLimit: 1, customerLimit: 1 });
    const customerId = idOf(shopper);
    const coupon = (await findCoupon(dbOf(app), code, customerId))!;
    const first = useBy(customerId);
    expect(await redeem(dbOf(app), coupon, first)).toBe('taken');
    expect(await redeem(dbOf(app), coupon, useBy(customerId))).toBe('COUPON_LIMIT_REACHED');
    await Promise.all([giveBack(dbOf(app), first.orderId), giveBack(dbOf(app), first.orderId)]);
    await giveBack(dbOf(app), randomUUID());
    expect(await findCoupon(dbOf(app), code, customerId)).toMatchObject({ blocked: null });
    expect(await redeem(dbOf(app), coupon, useBy(customerId))).toBe('taken');
    expect(await redeem(dbOf(app), coupon, useBy(customerId))).toBe('COUPON_LIMIT_REACHED');
  });

  test('gives back what was counted, and no more: a use from before the limit frees none under it', async ({ app }) => {
    const { platform, shopper } = await openShop(app);
    const db = dbOf(app);
    const customerId = idOf(shopper);
    for (const limit of [{ totalLimit: 1 }, { customerLimit: 1 }]) {
      const { code } = await makeCoupon(platform);
      const found = async () => (await findCoupon(db, code, customerId))!;
      const [before, counted] = [useBy(customerId), useBy(customerId)];
      expect(await redeem(db, await found(), before)).toBe('taken');
      await makeCoupon(platform, { code, ...limit });
      expect([await redeem(db, await found(), counted), await redeem(db, await found(), useBy(customerId))]).toEqual(['taken', 'COUPON_LIMIT_REACHED']);
      await giveBack(db, before.orderId);
      expect(await redeem(db, await found(), useBy(customerId))).toBe('COUPON_LIMIT_REACHED');
      await giveBack(db, counted.orderId);
      expect(await redeem(db, await found(), useBy(customerId))).toBe('taken');
    }
  });

  test('is not taken by an order whose own row is not written', async ({ app }) => {
    const { platform } = await openShop(app);
    const coupon = (await findCoupon(dbOf(app), (await makeCoupon(platform, { totalLimit: 1 })).code, null))!;
    const db = dbOf(app);
    await db`with saved as (select 1 where false) ${redeemCoupon(db, db`saved`, coupon, useBy(null))} select 1`;
    expect(await redeem(db, coupon, useBy(null))).toBe('taken');
  });

  test('is one for each order', async ({ app }) => {
    const { platform } = await openShop(app);
    const [a, b] = await Promise.all([makeCoupon(platform), makeCoupon(platform)].map(async (made) => (await findCoupon(dbOf(app), (await made).code, null))!));
    const use = useBy(null);
    expect(await redeem(dbOf(app), a!, use)).toBe('taken');
    expect(await redeem(dbOf(app), b!, use)).toContain('coupon_uses_pkey');
  });

  test('is found by its own code, and by that of its definition: one’s own first, then what is public; never somebody else’s', async ({ app }) => {
    const { platform, shopper } = await openShop(app);
    const stranger = await app.person('SHOPPER', `stranger-${randomUUID()}`);
    const [open, closed] = [await makeCoupon(platform, { customerLimit: 2 }), await makeCoupon(platform, { distribution: 'CLAIMED' })];
    const [own, only] = [(await claimWith(shopper, open.code)).coupon, (await claimWith(shopper, closed.code)).coupon];
    const found = async (code: string, person: Person | null) => (await findCoupon(dbOf(app), code, person && idOf(person)))?.code ?? null;
    expect(await Promise.all([found(own.code, shopper), found(open.code, shopper), found(only.code.toLowerCase(), shopper), found(` ${closed.code.toLowerCase()} `, shopper)])).toEqual([own.code, own.code, only.code, only.code]);
    expect(await Promise.all([found(own.code, stranger), found(open.code, stranger), found(only.code, stranger), found(closed.code, stranger), found(own.code, null), found(open.code, null), found('NO-SUCH', shopper)]))
      .toEqual([null, couponCode(open.code), null, null, null, couponCode(open.code), null]);
    await redeem(dbOf(app), (await findCoupon(dbOf(app), own.code, idOf(shopper)))!, useBy(idOf(shopper)));
    expect([await found(open.code, shopper), (await findCoupon(dbOf(app), own.code, idOf(shopper)))!.blocked]).toEqual([open.code, 'USED']);
    expect((await couponsHeldBy(dbOf(app), [idOf(shopper)], now))[0]!.map(({ code }) => code)).toEqual([only.code]);
  });
});

describe('an offer with limits', () => {
  test('is known to be spent before it is asked for, in all and by the customer, and is not once a use comes back', async ({ app }) => {
    const { platform, shopper, storeId } = await openShop(app);
    const db = dbOf(app);
    const scope = { skuCodes: ['NONE'] };
    const [rare, personal] = [await makeOffer(platform, { totalLimit: 1, scope }), await makeOffer(platform, { customerLimit: 1, scope })];
    const compiled = await liveOffers(db, fromGlobalId('store', storeId), 'GBP', now);
    const limited = limitedOffersOf({ catalogOffers: [rare, personal].map(({ code }) => compiled.byCode.get(code)!), cartOffers: [] }, compiled);
    const use = useBy(idOf(shopper));
    expect(await take(db, limited, use)).toBe('taken');
    const spent = async (customerId: string | null) => [...(await spentOffers(db, customerId, now))].filter(([id]) => limited.some(({ offerId }) => offerId === id)).map(([id, reason]) => [id === limited[0]!.offerId ? 'rare' : 'personal', reason]).toSorted();
    expect(await spent(idOf(shopper))).toEqual([['personal', 'USED_BY_CUSTOMER'], ['rare', 'USED_UP']]);
    expect([await spent(randomUUID()), await spent(null)]).toEqual([[['rare', 'USED_UP']], [['rare', 'USED_UP']]]);
    await giveBack(db, use.orderId);
    expect(await spent(idOf(shopper))).toEqual([]);
  });

  test('gives back what was counted, and no more: a use from before one of its limits frees none under it', async ({ app }) => {
    const { platform, shopper } = await openShop(app);
    const db = dbOf(app);
    const { id } = await makeOffer(platform, { totalLimit: 9, scope: { skuCodes: ['NONE'] } });
    const offerId = fromGlobalId('offer', id)!;
    const [byCustomer, inAll] = [{ offerId, totalLimit: null, customerLimit: 9 }, { offerId, totalLimit: 1, customerLimit: null }];
    const [before, counted] = [useBy(idOf(shopper)), useBy(idOf(shopper))];
    expect([await take(db, [byCustomer], before), await take(db, [inAll], counted), await take(db, [inAll], useBy(null))]).toEqual(['taken', 'taken', 'OFFER_LIMIT_REACHED']);
    await giveBack(db, before.orderId);
    expect(await take(db, [inAll], useBy(null))).toBe('OFFER_LIMIT_REACHED');
    await giveBack(db, counted.orderId);
    expect(await take(db, [inAll], useBy(null))).toBe('taken');
  });
});
